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
    would = chuanyu("push", "--dry-run", **server).stderr
    assert re.search(r"would make \d+ nodes and \d+ relationships, .*; nothing is written\.$", would)
    first = chuanyu("push", **server).stderr
    assert [number for number in re.findall(r"make (\d+) nodes and (\d+)", would)[0] if number not in first] == []
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


def test_the_files_for_the_import_tool_come_with_its_command(chuanyu: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    assert chuanyu("build", "good.txt").returncode == 0
    done = chuanyu("export", "--format", "neo4j-admin", "--out", "bulk")
    assert done.stdout == "cd bulk && neo4j-admin database import full neo4j @arguments.txt\n"
    assert (tmp_path / "bulk/arguments.txt").exists()
    again = chuanyu("export", "--format", "neo4j-admin", "--out", "bulk", CHUANYU_LANG="en")
    assert again.returncode == 2
    assert again.stderr == "neo4j-admin takes a folder of files: name one that is not there yet with --out.\n"
