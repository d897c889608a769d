"""The measure: the statements of the official texts against the gold set, as `make score` prints it."""
from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.conftest import ROOT, Run

SHARED = ROOT.parent / "shared"
BARS = {"entity_f1": 0.89, "class_accuracy": 0.94, "triple_f1": 0.88, "triple_precision": 0.86, "triple_recall": 0.88}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the gold set is not at ../shared")
def test_the_statements_are_as_good_as_they_must_be(chuanyu: Run, tmp_path: Path) -> None:
    assert chuanyu("build", SHARED / "documents", "--out", "score").returncode == 0
    done = subprocess.run([sys.executable, SHARED / "tools/score.py", "--json", "--gold", SHARED / "gold",
                           "--documents", SHARED / "documents", "--entities", tmp_path / "score/entities.jsonl",
                           "--statements", tmp_path / "score/statements.jsonl"], capture_output=True, check=False)
    figures = json.loads(done.stdout)
    assert figures["verbatim"]["broken"] == 0
    assert figures["total"]["entity_merged"] == 0
    assert {name: figures["total"][name] for name, bar in BARS.items() if figures["total"][name] < bar} == {}
