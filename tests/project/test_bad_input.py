"""Bad input gets one plain sentence that says what to do; code 2: nothing was done, code 1: some documents failed."""
from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from graph.server import Server
from tests.project.conftest import GOOD, Run

UNREADABLE = {
    "empty.txt": b"",
    "blank.txt": b"\xef\xbb\xbf \n\n",
    "picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00",
    "encoding.txt": b"\xff\xff\xe6\xb1\xbd\xff\x81\xff\xfe\xff",
}


def plain(done: subprocess.CompletedProcess[str], code: int, *words: str) -> None:
    """One sentence on stderr with these words, nothing on stdout, this exit code."""
    said = done.stderr.strip()
    assert done.returncode == code, said
    assert "Traceback" not in said and "Error:" not in said, said
    assert len(said.splitlines()) == 1 and said.endswith(("。", ".")), said
    assert done.stdout == ""
    assert [word for word in words if word not in said] == [], said


def test_a_path_that_is_not_there(chuanyu: Run, tmp_path: Path) -> None:
    plain(chuanyu("build", "nowhere"), 2, "nowhere")
    assert not (tmp_path / "graph-data").exists()


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_holds_no_text(chuanyu: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(UNREADABLE[name])
    plain(chuanyu("build", name), 2, name)
    assert not (tmp_path / "graph-data").exists()


def test_some_files_fail_the_others_are_in_the_graph_and_the_failures_are_named(chuanyu: Run, tmp_path: Path) -> None:
    for name, content in UNREADABLE.items():
        (tmp_path / "in" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_bytes(content)
    (tmp_path / "in" / "good.txt").write_text(GOOD, encoding="utf-8")
    done = chuanyu("build", "in")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert [name for name in UNREADABLE if name not in done.stderr] == []
    documents = (tmp_path / "graph-data/documents.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(documents) == 1 and '"source": "good.txt"' in documents[0]


def test_a_control_character_in_a_name_fails_its_document_alone(chuanyu: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    filler = "\n".join(f"{number}.支持第{number}批企业扩大生产规模,提升产品质量。" for number in range(1, 9))
    for name, sign in (("good", ""), ("bell", "\x07"), ("escape", "\x1b"), ("mirrored", "\u202e")):
        text = f"重庆市星河{sign}汽车产业若干措施\n\n一、扩大生产\n{filler}\n"
        (tmp_path / f"in/{name}.txt").write_text(text, encoding="utf-8")
    done = chuanyu("build", "in")
    assert done.returncode == 1
    assert done.stderr.splitlines()[:-1] == [
        "bell.txt：“重庆市星河\ufffd汽车产业若干措施”含有控制字符 U+0007：请从文件中删去。",
        "escape.txt：“重庆市星河\ufffd汽车产业若干措施”含有控制字符 U+001B：请从文件中删去。"]
    documents = [json.loads(line) for line in (tmp_path / "graph-data/documents.jsonl").read_text("utf-8").splitlines()]
    assert {one["source"]: one["title"] for one in documents} == {
        "good.txt": "重庆市星河汽车产业若干措施", "mirrored.txt": "重庆市星河\u202e汽车产业若干措施"}
    assert sorted(file.name for file in (tmp_path / "graph-data/texts").iterdir()) == ["good.txt", "mirrored.txt"]
    shown = chuanyu("show", "重庆市星河\u202e汽车产业若干措施").stdout
    assert "重庆市星河\ufffd汽车产业" in shown and "\u202e" not in shown


def test_a_folder_without_documents(chuanyu: Run, tmp_path: Path) -> None:
    (tmp_path / "in/deeper").mkdir(parents=True)
    plain(chuanyu("build", "in"), 2, "in")


def test_a_graph_that_was_never_built(chuanyu: Run) -> None:
    plain(chuanyu("report", "supports"), 2, "graph-data", "chuanyu build")


def test_an_output_that_lies_inside_a_file(chuanyu: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    plain(chuanyu("build", "good.txt", "--out", "good.txt/graph"), 2, "good.txt/graph")


def on_disk(folder: Path, options: str, script: str = 'exec "$@"') -> tuple[str, ...]:
    """Words before a command that run it, by `script`, where `folder` is a small disk of its own."""
    folder.mkdir(exist_ok=True)
    words = ("unshare", "--map-root-user", "--mount", "sh", "-c")
    mount = f'mount -t tmpfs -o {options} tmpfs "$0"'
    if subprocess.run([*words, mount, folder], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a small disk (unshare --mount)")
    return (*words, f"{mount} && {script}", str(folder))


def test_a_directory_that_cannot_be_written(chuanyu: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    before = on_disk(tmp_path / "disk", "ro")
    plain(chuanyu("build", "good.txt", "--out", "disk/graph", before=before), 2, "disk")


def test_a_full_disk(chuanyu: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    before = on_disk(tmp_path / "disk", "size=16k")
    plain(chuanyu("build", "good.txt", "--out", "disk/graph", before=before), 2, "disk")


FILL_AND_COMPARE = """
    cp -r old disk/graph; cat /dev/zero > disk/fill 2> fill.log
    "$@"; code=$?
    diff -r old disk/graph && ls -A disk > left; exit $code
"""


def test_a_full_disk_leaves_the_old_graph_as_it_was_and_nothing_beside_it(chuanyu: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    assert chuanyu("build", "good.txt", "--out", "old").returncode == 0
    before = on_disk(tmp_path / "disk", "size=8m", FILL_AND_COMPARE)
    plain(chuanyu("build", "good.txt", "--out", "disk/graph", before=before), 2, "disk")
    assert (tmp_path / "left").read_text(encoding="utf-8").split() == ["fill", "graph"]


def test_a_server_that_is_away(chuanyu: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    assert chuanyu("build", "good.txt").returncode == 0
    for command in (("push",), ("query", "who-supports-whom"), ("report", "supports")):
        done = chuanyu(*command, "--uri", "bolt://127.0.0.1:9", NEO4J_PASSWORD="a-secret-word")
        plain(done, 2, "bolt://127.0.0.1:9")


def test_a_wrong_password_is_told_and_never_shown(chuanyu: Run, tmp_path: Path, neo4j_5: Server) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    assert chuanyu("build", "good.txt").returncode == 0
    done = chuanyu("push", "--uri", neo4j_5.uri, NEO4J_PASSWORD="a-secret-word")
    plain(done, 2, neo4j_5.uri, "neo4j")
    assert "a-secret-word" not in done.stderr


def test_a_push_without_an_address_or_a_password(chuanyu: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    assert chuanyu("build", "good.txt").returncode == 0
    plain(chuanyu("push"), 2, "NEO4J_URI")
    plain(chuanyu("push", "--uri", "bolt://127.0.0.1:9"), 2, "NEO4J_PASSWORD")
    plain(chuanyu("push", "--uri", "bolt://127.0.0.1:9", "--password-file", "nowhere"), 2, "nowhere")
