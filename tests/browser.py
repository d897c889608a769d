"""Neo4j Browser in a headless Chromium, driven as an analyst drives it. No request leaves this machine."""
from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, ViewportSize, sync_playwright

from graph.server import Server
from tests.conftest import PASSWORD

SIZE: ViewportSize = {"width": 1440, "height": 900}


@contextmanager
def browser(server: Server) -> Iterator[Page]:
    """Neo4j Browser of a server, logged in."""
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.skip("Neo4j Browser is looked at with Chromium, which is not there")
    with sync_playwright() as play:
        window = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = window.new_page(viewport=SIZE)
        page.route("**/*", _stay_here)
        page.goto(server.browser)
        page.get_by_test_id("boltaddress").fill(f"127.0.0.1:{server.bolt}")
        page.get_by_test_id("username").fill("neo4j")
        page.get_by_test_id("password").fill(PASSWORD)
        page.get_by_test_id("connect").click()
        page.wait_for_selector("text=You are connected as user")
        yield page
        window.close()


def ask(page: Page, text: str) -> None:
    """Type a query or a command into the editor and run it; its frame comes up first."""
    frames = page.get_by_test_id("frame").count()
    page.locator(".monaco-editor textarea").first.focus()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)
    page.keyboard.press("Control+Enter")
    page.wait_for_function("count => document.querySelectorAll('[data-testid=frame]').length > count", arg=frames)


def graph(page: Page, picture: Path) -> tuple[int, int]:
    """Nodes and relationships of the first frame, once they stand still; `picture` is what they look like."""
    frame = page.get_by_test_id("frame").first
    frame.locator("svg .node").first.wait_for()
    page.wait_for_timeout(3000)
    picture.parent.mkdir(parents=True, exist_ok=True)
    frame.screenshot(path=picture)
    return frame.locator("svg .node").count(), frame.locator("svg .relationship").count()


def _stay_here(route: Route) -> None:
    if route.request.url.startswith("http://127.0.0.1:"):
        route.continue_()
    else:
        route.abort()
