"""A newcomer at a terminal: builds, mistypes, completes, reports, pushes and asks, and reads the screen."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.server import Server
from tests.conftest import PASSWORD
from tests.project.conftest import ROOT

PATIENCE = 60


class Terminal:
    """A bash of 100 by 40 cells in tmux, with `chuanyu` and its completion."""

    def __init__(self, folder: Path) -> None:
        program = folder / "bin/chuanyu"
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec {sys.executable} -m chuanyu "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        self.tmux = ("tmux", "-S", str(folder / "socket"), "-f", "/dev/null", "-u")
        subprocess.run([*self.tmux, "new-session", "-d", "-x", "100", "-y", "40", "-c", str(folder),
                        "env", f"PYTHONPATH={ROOT}", f"PATH={program.parent}:{os.environ['PATH']}", "LC_ALL=C.UTF-8",
                        "PS1=> ", "bash", "--norc", "--noprofile"], check=True)
        self.type('eval "$(_CHUANYU_COMPLETE=bash_source chuanyu)"')

    def type(self, keys: str, enter: bool = True) -> None:
        subprocess.run([*self.tmux, "send-keys", "-l", "--", keys], check=True)
        if enter:
            subprocess.run([*self.tmux, "send-keys", "Enter"], check=True)

    def press(self, key: str) -> None:
        subprocess.run([*self.tmux, "send-keys", key], check=True)

    def sees(self, words: str) -> str:
        """The screen, once it shows these words."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            screen = subprocess.run([*self.tmux, "capture-pane", "-p"], capture_output=True, check=True).stdout.decode()
            if words in screen:
                return screen
            time.sleep(0.1)
        raise AssertionError(f"never saw {words!r}:\n{screen}")

    def close(self) -> None:
        subprocess.run([*self.tmux, "kill-server"], check=False)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    if not shutil.which("tmux"):
        pytest.skip("the terminal is driven with tmux, which is not there")
    opened = Terminal(tmp_path)
    yield opened
    opened.close()


def test_a_newcomers_path(terminal: Terminal, neo4j_5: Server, tmp_path: Path) -> None:
    terminal.type("clear; chuanyu build")
    terminal.sees("图谱已写入 graph-data")
    terminal.type("clear; chuanyu show 长安骑车")
    terminal.sees("是否指：长安汽车")
    terminal.type("clear; chuanyu reprot")
    terminal.sees("相近的有：report")
    terminal.type("clear; chuanyu rep", enter=False)
    terminal.press("Tab")
    terminal.type("sup", enter=False)
    terminal.press("Tab")
    terminal.sees("chuanyu report supports")
    terminal.type("--of 比亚迪")
    screen = terminal.sees("https://jjxxw.cq.gov.cn/")
    assert "摘要·《重庆市经济和信息化委员会关于市政协" in screen
    server = f"--uri {neo4j_5.uri} --password-file password"
    (tmp_path / "password").write_text(PASSWORD, encoding="utf-8")
    terminal.type(f"clear; chuanyu push {server}")
    terminal.sees("与图谱一致：")
    terminal.type(f"clear; chuanyu query supporters --param beneficiary=比亚迪 {server} | head -n 30")
    terminal.sees("市经济信息委支持比亚迪加快建设动力电池项目")
