"""The lock holds all that setup.cfg asks for, by hash, and says nothing of where it comes from."""
from __future__ import annotations

import re
from configparser import ConfigParser

from tests.project.conftest import ROOT

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_every_package_that_is_asked_for_is_locked() -> None:
    setup = ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    asked = f"{setup['options']['install_requires']}\n{setup['options.extras_require']['test']}"
    names = {normal(name) for name in re.findall(r"^[A-Za-z][\w.-]*", asked, re.MULTILINE)}
    assert names - {normal(name) for name in re.findall(r"^([\w.-]+)==", LOCK, re.MULTILINE)} == set(), "run: make lock"


def test_every_locked_package_has_hashes_and_no_address() -> None:
    assert len(re.findall(r"^[\w.-]+==[^\n]* \\\n    --hash=sha256:", LOCK, re.MULTILINE)) == LOCK.count("==")
    assert "://" not in LOCK and "--index" not in LOCK


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
