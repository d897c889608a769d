"""A canned question in Neo4j Browser: the same file that the terminal asks shows a graph there."""
from __future__ import annotations

from graph.server import Server
from queries.reader import catalogue
from tests.browser import ask, browser, graph
from tests.conftest import PASSWORD
from tests.project.conftest import ROOT, Run


def test_browser_shows_the_supporters_of_a_firm_as_a_graph(chuanyu: Run, neo4j_5: Server) -> None:
    assert chuanyu("build").returncode == 0
    assert chuanyu("push", "--uri", neo4j_5.uri, NEO4J_PASSWORD=PASSWORD).returncode == 0
    picture = ROOT / "build/pictures/supporters.png"
    question = catalogue()["supporters"].picture
    assert question
    with browser(neo4j_5) as page:
        ask(page, ":params {beneficiary: '长安汽车', status: ['asserted', 'reference']}")
        ask(page, question)
        nodes, relationships = graph(page, picture)
    assert nodes >= 3 and relationships >= 3, "长安汽车, who supports it, and their ties"
    assert picture.stat().st_size > 10_000
