"""`chuanyu build` at the real command line: the same bytes from the same files, a bar on a terminal and none in a pipe."""
from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.conftest import GOOD, ROOT, Run

SHARED = ROOT.parent / "shared"
FOLDERS = [pytest.param(ROOT / "corpus", id="digests"),
           pytest.param(SHARED / "documents", id="documents", marks=pytest.mark.skipif(
               not SHARED.is_dir(), reason="the official texts are not at ../shared"))]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_order_of_files_and_of_hashes_changes_no_byte(chuanyu: Run, tmp_path: Path, folder: Path) -> None:
    files = sorted(folder.glob("*.txt"))
    assert chuanyu("build", *files, "--out", "one", PYTHONHASHSEED="1").returncode == 0
    assert chuanyu("build", *reversed(files), "--out", "two", PYTHONHASHSEED="2").returncode == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_pipe_gets_no_progress_bar(chuanyu: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    done = chuanyu("build", "good.txt")
    assert done.stdout == "" and len(done.stderr.splitlines()) == 1, "one line says what was built"


def test_a_terminal_gets_one(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-m", "chuanyu", "build", "good.txt"], cwd=tmp_path, stderr=theirs,
                          env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "TERM": "xterm"}):
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:  # the other end is closed
            pass
    os.close(ours)
    assert "100%" in shown.decode()


@pytest.mark.skipif(not SHARED.is_dir(), reason="the official texts are not at ../shared")
def test_the_official_texts_build_without_failure_and_the_compiled_page_gives_nine(chuanyu: Run, tmp_path: Path) -> None:
    done = chuanyu("build", SHARED / "documents")
    assert done.returncode == 0, done.stderr
    rows = (tmp_path / "graph-data/documents.jsonl").read_text(encoding="utf-8").splitlines()
    sources = [json.loads(row)["source"] for row in rows]
    assert sources.count("004_21e5573e206cac85.txt") == 9
    assert len(sources) == 19
    for firm in ("长安汽车", "赛力斯集团"):
        shown = chuanyu("report", "supports", "--of", firm, "--format", "json")
        assert shown.returncode == 0
        assert all(row["quote"] for row in json.loads(shown.stdout)) and json.loads(shown.stdout)
