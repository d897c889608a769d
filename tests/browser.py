"""Neo4j Browser in a headless Chromium, driven as an analyst drives it. No request leaves this machine."""
from __future__ import annotations

import base64
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, ViewportSize, sync_playwright

from graph.server import Server
from tests.conftest import PASSWORD

SIZE: ViewportSize = {"width": 1200, "height": 800}
DROP = """([name, content]) => {
  const bytes = Uint8Array.from(atob(content), sign => sign.charCodeAt(0));
  const held = new DataTransfer();
  held.items.add(new File([bytes], name));
  document.querySelector('.filedrop').dispatchEvent(
    new DragEvent('drop', {dataTransfer: held, bubbles: true, cancelable: true}));
}"""
STILL = """() => {
  const places = [...document.querySelectorAll('svg .node')].map(node => node.getAttribute('transform')).join();
  const same = places && places === window.places;
  window.places = places;
  return same;
}"""


@contextmanager
def browser(page_of: Server, server: Server) -> Iterator[Page]:
    """Neo4j Browser as `page_of` hands it out, logged in to `server`."""
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.skip("Neo4j Browser is looked at with Chromium, which is not there")
    with sync_playwright() as play:
        window = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = window.new_page(viewport=SIZE)
        page.route("**/*", _stay_here)
        page.goto(page_of.browser)
        page.get_by_test_id("boltaddress").fill(f"127.0.0.1:{server.bolt}")
        page.get_by_test_id("username").fill("neo4j")
        page.get_by_test_id("password").fill(PASSWORD)
        page.get_by_test_id("connect").click()
        page.wait_for_selector("text=You are connected as user")
        yield page
        window.close()


def drop(page: Page, file: Path) -> None:
    """Drop a file onto the page, as from the desktop."""
    page.evaluate(DROP, [file.name, base64.b64encode(file.read_bytes()).decode()])


@contextmanager
def drawer(page: Page, folder: str) -> Iterator[Locator]:
    """A folder in the drawer of saved Cypher, open for as long as the block lasts."""
    page.get_by_test_id("navigationFavorites").click()
    page.get_by_test_id(f"expandFolder-{folder}").click()
    yield page.get_by_test_id(f"savedScriptsFolder-{folder}")
    page.get_by_test_id(f"expandFolder-{folder}").click()
    page.get_by_test_id("navigationFavorites").click()


def titles(folder: Locator) -> list[str]:
    """The saved queries of an open folder, as they are listed."""
    found = folder.locator("[data-testid^=scriptTitle-]").evaluate_all("all => all.map(one => one.dataset.testid)")
    return [str(one).removeprefix("scriptTitle-") for one in found]


def run_script(page: Page, folder: Locator, title: str) -> Locator:
    """The frame of a saved query of an open folder, run by the arrow beside its title."""
    item = folder.get_by_test_id("savedScriptListItem").filter(has=page.get_by_test_id(f"scriptTitle-{title}"))
    item.get_by_test_id("savedScriptsButton-Run").click()
    return page.get_by_test_id("frame").filter(has_text=title)


def photograph(page: Page, frame: Locator, picture: Path) -> None:
    """What a graph looks like over the whole window, once it stands still."""
    frame.get_by_title("Fullscreen").click()
    panel = frame.get_by_title("Collapse the node properties display")
    if panel.is_visible():
        panel.click()
    page.wait_for_function(STILL, polling=400)
    frame.get_by_label("zoom-to-fit").click()
    page.wait_for_timeout(500)
    picture.parent.mkdir(parents=True, exist_ok=True)
    frame.screenshot(path=picture)
    frame.get_by_title("Close fullscreen").click()


def _stay_here(route: Route) -> None:
    if route.request.url.startswith("http://127.0.0.1:"):
        route.continue_()
    else:
        route.abort()
