"""The desk in Neo4j Browser: the kit's style and saved queries are dropped onto its page, and each topic shows a graph.

Browser 5.24 is the last on Maven Central; the server of 2026 brings none from there, so that page is logged in to both.
The pictures of the guide (`docs/pictures/`) are those that this test leaves in `build/pictures/`.
"""
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from graph.folder import Folder
from graph.server import Server
from graph.stores.neo4j import Neo4jStore
from graph.stores.push import push
from ontology.colours import colours
from queries.browser.saved import saved
from queries.reader import catalogue, topic_label, topic_names
from tests.browser import browser, drawer, drop, photograph, run_script, titles
from tests.conftest import PASSWORD
from tests.project.conftest import ROOT

PICTURES = ROOT / "build/pictures"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph of the digests and the kit."""
    folder = tmp_path_factory.mktemp("desk")
    for words in (("build",), ("browser-kit", "kit")):
        subprocess.run([sys.executable, "-m", "chuanyu", *words], cwd=folder, check=True, capture_output=True,
                       env={**os.environ, "PYTHONPATH": str(ROOT)})
    return folder


def test_style_and_saved_queries_are_imported_and_the_first_of_each_topic_shows_a_graph(
        desk: Path, neo4j: Server, neo4j_5: Server) -> None:
    with Neo4jStore(neo4j.uri, "neo4j", PASSWORD) as store:
        push(Folder(desk / "graph-data").store(), store)
    with browser(neo4j_5, neo4j) as page:
        drop(page, desk / "kit/chuanyu.grass")
        expect(page.get_by_test_id("frame").first).to_contain_text(f"node.Automaker {{\n  color: {colours()['Automaker']};")
        drop(page, desk / "kit/chuanyu-queries.zip")
        for topic in topic_names() if neo4j is neo4j_5 else topic_names()[:2]:
            check_topic(page, topic, PICTURES / f"{topic}.png" if neo4j is neo4j_5 else None)


def check_topic(page: Page, topic: str, picture: Path | None) -> None:
    """All saved queries of the topic are listed, and the first shows nodes in the colours of their classes."""
    folder = topic_label(topic, "zh")
    wanted = [script.title for script in saved(catalogue().values(), "zh") if script.folder == folder]
    with drawer(page, folder) as inside:
        assert titles(inside) == wanted
        frame = run_script(page, inside, wanted[0])
    frame.locator("svg .node").first.wait_for()
    if picture:
        photograph(page, frame, picture)
        assert picture.stat().st_size > 10_000
    shown = set(frame.locator("svg .node circle.b-outline").evaluate_all("nodes => nodes.map(node => node.getAttribute('fill'))"))
    assert len(shown) >= 2 and shown <= set(colours().values()), f"{topic}: each class in its colour"
    frame.get_by_title("Close", exact=True).click()
