"""The real command line, as a user runs it: from any folder, in a process of its own."""
from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]
GOOD = "重庆市支持汽车产业若干措施\n\n一、扩大生产。支持长安汽车扩大生产规模。(责任单位:市经济信息委)\n"


@pytest.fixture
def chuanyu(tmp_path: Path) -> Run:
    """`chuanyu("build", "x")` in the test's folder; `before` are words that come before the command (a wrapper)."""

    def run(*arguments: str | Path, before: tuple[str, ...] = (), **environment: str) -> Done:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
        return subprocess.run([*before, sys.executable, "-m", "chuanyu", *map(str, arguments)], cwd=tmp_path,
                              env={**clean, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **environment},
                              capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, timeout=120, check=False)

    return run
