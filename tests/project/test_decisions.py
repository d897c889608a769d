"""Decisions of a user, at the command line: they survive a rebuild, and taken away they leave no trace."""
from __future__ import annotations

import json
from pathlib import Path

from tests.project.conftest import GOOD, Run


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_decision_survives_rebuilds_and_undone_restores_the_graph_exactly(chuanyu: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    graph = tmp_path / "graph-data"
    assert chuanyu("build", "good.txt").returncode == 0
    before = contents(graph)
    rows = [json.loads(line) for line in before["statements.jsonl"].splitlines()]
    wrong = next(row["id"] for row in rows if row["relation"] == "supports" and row["status"] == "asserted")
    (graph / "decisions.yaml").write_text(f"reject: [{{statement: {wrong}, reason: 例句}}]\n", encoding="utf-8")
    for _ in range(2):
        assert chuanyu("build", "good.txt").returncode == 0
        assert wrong.encode() not in contents(graph)["statements.jsonl"]
    (graph / "decisions.yaml").unlink()
    assert chuanyu("build", "good.txt").returncode == 0
    assert contents(graph) == before


def test_a_decision_of_a_folder_of_ones_own_that_no_longer_fits_is_told(chuanyu: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/decisions.yaml").write_text("reject: [{statement: abc, reason: 旧}]\n", encoding="utf-8")
    done = chuanyu("build", "good.txt", "--with", "mine")
    assert done.returncode == 0
    assert "mine/decisions.yaml 的 reject 1 已不适用：没有读到 abc。" in done.stderr
    report = json.loads((tmp_path / "graph-data/build-report.json").read_text(encoding="utf-8"))
    assert report["unfit_decisions"] == [{"file": "mine/decisions.yaml", "entry": "reject 1", "why": "absent", "what": "abc"}]


def test_a_mistake_in_a_decision_stops_the_build(chuanyu: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "graph-data").mkdir()
    (tmp_path / "graph-data/decisions.yaml").write_text("reject: [{statement: abc}]\n", encoding="utf-8")
    done = chuanyu("build", "good.txt")
    assert (done.returncode, done.stderr) == (2, "graph-data/decisions.yaml的reject 1：缺少reason（理由）。\n")
