"""The graph on disk: what is written is read back, a swap is whole or not at all, hostile names stay inside."""
from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.folder import Folder, write_folder
from ontology.errors import ChuanyuError
from tests.graph.tiny_graph import DOCUMENTS, ENTITIES, STATEMENTS, TEXTS

ROOT = Path(__file__).parents[2]


def write(out: Path, report: dict[str, int] | None = None) -> None:
    write_folder(out, DOCUMENTS, ENTITIES, STATEMENTS, TEXTS, report or {"documents": len(DOCUMENTS)})


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    write(tmp_path / "graph")
    folder = Folder(tmp_path / "graph")
    assert folder.documents == tuple(sorted(DOCUMENTS, key=lambda one: one.id))
    assert folder.entities == tuple(sorted(ENTITIES, key=lambda one: one.id))
    assert folder.statements == tuple(STATEMENTS)
    assert folder.report == {"documents": 2}
    assert folder.text("plan.txt") == TEXTS["plan.txt"]
    assert folder.store().run("MATCH (f:Automaker) RETURN f.name").rows == [("甲车公司",)]


def test_same_records_same_bytes(tmp_path: Path) -> None:
    write(tmp_path / "one")
    write_folder(tmp_path / "two", DOCUMENTS[::-1], ENTITIES[::-1], STATEMENTS[::-1], TEXTS, {"documents": 2})
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_line_ends_of_a_text_stay(tmp_path: Path) -> None:
    write_folder(tmp_path / "graph", [], [], [], {"a/b.txt": "一\r\n二\r三\u2028"}, {})
    assert Folder(tmp_path / "graph").text("a/b.txt") == "一\r\n二\r三\u2028"


def test_a_second_build_replaces_the_first_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "graph")
    (tmp_path / "graph" / "decisions.yaml").write_text("reject: []\n")
    write_folder(tmp_path / "graph", [], [], [], {}, {"documents": 0})
    assert Folder(tmp_path / "graph").documents == ()
    assert (tmp_path / "graph" / "decisions.yaml").read_text() == "reject: []\n", "the user's decisions stay"
    assert os.listdir(tmp_path) == ["graph"]


def test_no_graph_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(ChuanyuError, match=r"^There is no graph in .*nowhere: run `chuanyu build`"):
        Folder(tmp_path / "nowhere")


def test_a_folder_of_something_else_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(ChuanyuError, match=r"is not a graph folder of chuanyu \(it holds thesis.txt\)"):
        write(tmp_path)
    write(tmp_path / "graph")
    (tmp_path / "graph" / "notes.txt").write_text("mine")
    with pytest.raises(ChuanyuError, match=r"it holds notes\.txt"):
        write(tmp_path / "graph")
    assert (tmp_path / "graph" / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("source", ["../out.txt", "/etc/passwd", "a/../../b", "", ".", "..\\b", "a\0b"])
def test_a_source_never_leads_out_of_the_texts(tmp_path: Path, source: str) -> None:
    with pytest.raises(ChuanyuError, match="is no name for a text"):
        write_folder(tmp_path / "graph", [], [], [], {source: "x"}, {})
    assert os.listdir(tmp_path) == []
    write(tmp_path / "graph")
    with pytest.raises(ChuanyuError, match="is no name for a text"):
        Folder(tmp_path / "graph").text(source)


def test_a_damaged_line_is_named(tmp_path: Path) -> None:
    write(tmp_path / "graph")
    (tmp_path / "graph" / "entities.jsonl").write_text('{"id": "x"}\n')
    with pytest.raises(ChuanyuError, match=r"entities.jsonl, line 1 is damaged: build the graph anew"):
        _ = Folder(tmp_path / "graph").entities


def test_killed_at_any_moment_the_folder_is_the_old_graph_or_the_new_one(tmp_path: Path) -> None:
    """A child writes two graphs in turn for ever; whenever it dies, one of the two is there, whole."""
    graph = tmp_path / "graph"
    write(graph, {"turn": 0})
    one = contents(graph)
    write(graph, {"turn": 1})
    two = contents(graph)
    for moment in (0.30, 0.31, 0.33, 0.36, 0.40, 0.45):
        child = subprocess.Popen([sys.executable, "-c", (
            "import sys; from pathlib import Path; from tests.graph.test_folder import write\n"
            "print('ready', flush=True)\n"
            "for turn in range(10**9): write(Path(sys.argv[1]), {'turn': turn % 2})"), str(graph)],
            cwd=ROOT,
            stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            child.wait(moment - 0.25)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        assert contents(graph) in (one, two)
    write(graph, {"turn": 0})
    assert os.listdir(tmp_path) == ["graph"], "what the killed runs left is cleaned"


def test_a_graph_put_aside_by_a_killed_run_is_put_back(tmp_path: Path) -> None:
    """Where two directories cannot be exchanged, the old one is renamed first: killed there, nothing is lost."""
    write(tmp_path / "graph", {"turn": 0})
    (tmp_path / "graph").rename(tmp_path / ".graph.old")
    with pytest.raises(ChuanyuError, match="is no name for a text"):
        write_folder(tmp_path / "graph", [], [], [], {"..": ""}, {})
    assert Folder(tmp_path / "graph").report == {"turn": 0}
    assert os.listdir(tmp_path) == ["graph"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 300 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", place], capture_output=True)
    if mounted.returncode:
        pytest.skip("a small disk can be made by root only")
    yield place
    subprocess.run(["umount", place], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="tmpfs is Linux's")
def test_a_full_disk_leaves_the_old_graph(small_disk: Path) -> None:
    write(small_disk / "graph")
    before = contents(small_disk)
    with pytest.raises(ChuanyuError, match=r"^The disk is full, .*graph stays as it was"):
        write_folder(small_disk / "graph", DOCUMENTS, ENTITIES, STATEMENTS, {"big.txt": "很长" * 100_000}, {})
    assert contents(small_disk) == before
    room = small_disk / "filler"
    room.write_bytes(b"x" * (os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize - 24_576))
    with pytest.raises(ChuanyuError, match=r"^The disk is full"):
        write(small_disk / "graph", {"turn": 1})
    room.unlink()
    assert contents(small_disk) == before


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="/proc is Linux's")
def test_a_place_that_cannot_be_written_is_told() -> None:
    with pytest.raises(ChuanyuError, match=r"^/proc/graph cannot be written \(.*\), it stays as it was"):
        write(Path("/proc/graph"))
