"""`chuanyu push` at the real command line: once, again, and after the graph has changed."""
from __future__ import annotations

import re
from pathlib import Path

from graph.server import Server
from tests.conftest import PASSWORD
from tests.project.conftest import GOOD, Run

MORE = "\n二、支持比亚迪建设动力电池项目。\n"


def test_a_second_push_writes_nothing_and_a_changed_graph_only_what_changed(
        chuanyu: Run, tmp_path: Path, neo4j: Server) -> None:
    text = tmp_path / "good.txt"
    server = {"NEO4J_URI": neo4j.uri, "NEO4J_PASSWORD": PASSWORD, "CHUANYU_LANG": "en"}
    text.write_text(GOOD + MORE, encoding="utf-8")
    assert chuanyu("build", "good.txt").returncode == 0
    first = chuanyu("push", **server).stderr
    assert f"{neo4j.uri} holds the graph: " in first
    again = chuanyu("push", **server).stderr
    assert again.endswith("there was nothing to write.\n")
    assert re.search(r"\d+ nodes, \d+ relationships", again)[0] in first  # type: ignore[index]
    text.write_text(GOOD, encoding="utf-8")
    assert chuanyu("build", "good.txt").returncode == 0
    assert "new are 0 and 0, gone 0 and 0" not in chuanyu("push", **server).stderr
    assert chuanyu("push", **server).stderr.endswith("there was nothing to write.\n")


def test_a_question_gets_the_same_rows_from_the_server(chuanyu: Run, tmp_path: Path, neo4j: Server) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    assert chuanyu("build", "good.txt").returncode == 0
    assert chuanyu("push", "--uri", neo4j.uri, NEO4J_PASSWORD=PASSWORD).returncode == 0
    question = ("query", "who-supports-whom", "--format", "json")
    here = chuanyu(*question).stdout
    assert "长安汽车" in here
    assert chuanyu(*question, "--uri", neo4j.uri, NEO4J_PASSWORD=PASSWORD).stdout == here
