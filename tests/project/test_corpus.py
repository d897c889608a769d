"""The digests: short, headed, in our own words."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DIGESTS = sorted((ROOT / "corpus").glob("*.txt"))
SHARED = ROOT.parent / "shared"


def test_thirteen_digests_ship_and_the_note_lists_each() -> None:
    note = (ROOT / "docs/data.md").read_text(encoding="utf-8")
    assert len(DIGESTS) == 13
    assert [path.name for path in DIGESTS if f"`{path.name}`" not in note] == []


@pytest.mark.parametrize("path", DIGESTS, ids=lambda path: path.stem)
def test_a_digest_has_a_header_and_a_short_text(path: Path) -> None:
    _, header, text = path.read_text(encoding="utf-8").split("---\n", 2)
    keys = dict(line.split(": ", 1) for line in header.splitlines())
    assert {"标题", "网址", "体裁"} <= set(keys)
    assert keys["网址"].count("/") == 3, "the site's root: a deep link that nobody opened is an invention"
    assert 400 <= len(text) <= 1400


@pytest.mark.skipif(not SHARED.is_dir(), reason="the official texts are not at ../shared")
def test_no_sentence_of_an_official_text_is_borrowed() -> None:
    done = subprocess.run([sys.executable, SHARED / "tools/borrowed.py", "--documents", SHARED / "documents", ROOT],
                          capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "0 borrowed", done.stdout
