"""Reports as web pages: valid by the Nu validator, accessible by axe, readable on a phone, without any request.

The validator comes from Maven Central into `.tools/` the first time; where Java, Maven or Chromium is missing the
tests that need them are skipped and say so.
"""
from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.folder import Folder
from reports import (
    agency,
    chain,
    coverage,
    deadlines,
    entity,
    firm,
    indicators,
    money,
    network,
    policy,
    region,
    supports,
)
from reports import match as matching
from reports.desk import Desk
from reports.formats import write
from reports.page import Page
from tests.reports import test_annotation

POM = Path(__file__).parent / "validator" / "pom.xml"
JARS = Path(__file__).parents[2] / ".tools" / "validator-20.7.2"
CHROMIUM = shutil.which("chromium")
WIDTHS = (390, 1440)


def pages(desk: Desk) -> Iterator[Page]:
    """Every report of the hand-made graph."""
    yield from (supports.page(desk), supports.page(desk, matrix=True), firm.page(desk, "桥河汽车"))
    yield from (agency.page(desk, "重庆市经信委"), policy.page(desk, "渝经信发〔2025〕7号"), region.page(desk, "重庆市"))
    yield from (part.page(desk) for part in (money, deadlines, indicators, chain, matching, network, coverage))
    yield entity.page(desk, "空港园")


@pytest.fixture(scope="module")
def files(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The pages in both languages."""
    place = tmp_path_factory.mktemp("html")
    for language in ("zh", "en"):
        desk = Desk(Folder(folder).store(), language, {"as_of": "2027-01-01"}, folder=folder)
        for number, page in enumerate(pages(desk)):
            out = io.StringIO()
            write(page, "html", out)
            (place / f"{number:02}-{page.name}-{language}.html").write_text(out.getvalue(), encoding="utf-8")
        (place / f"annotated-{language}.html").write_text(test_annotation.page(language), encoding="utf-8")
    return sorted(place.iterdir())


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM:
        pytest.skip("the pages are looked at in Chromium, which is missing")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.mark.skipif(not (shutil.which("java") and shutil.which("mvn")), reason="the validator needs Java and Maven")
def test_every_page_is_valid(files: list[Path]) -> None:
    if not JARS.exists():
        fetched = JARS.with_name("validator.part")
        subprocess.run(["mvn", "--quiet", "--batch-mode", "--file", str(POM), "dependency:copy-dependencies",
                        f"-DoutputDirectory={fetched}", "-DincludeScope=runtime"], check=True, timeout=600)
        fetched.rename(JARS)
    done = subprocess.run(["java", "-cp", f"{JARS}/*", "nu.validator.client.SimpleCommandLineValidator",
                           *map(str, files)], capture_output=True, text=True, timeout=300)
    assert [line for line in done.stderr.splitlines() if "error" in line or "warning" in line] == []
    assert done.returncode == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_accessible_and_fits(files: list[Path], browser: Any, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = browser.new_page(viewport={"width": width, "height": 900}, bypass_csp=True)
    for file in files:
        requests: list[str] = []
        page.on("request", lambda request, seen=requests: seen.append(request.url))
        page.goto(file.as_uri())
        assert requests == [file.as_uri()]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, file.name
        found = Axe().run(page)
        assert [violation["id"] for violation in found.response["violations"]] == [], file.name
    page.close()
