"""What tests of several rooms share: the hand-made graph, and real Neo4j servers, started once where a test asks.

Each server has free ports and data of its own; what the machine lacks to run one skips its tests with a line that says so.
"""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.folder import write_folder
from graph.server import RELEASES, Server, fetch, missing, running
from graph.stores.embedded import EmbeddedStore
from graph.stores.property_graph import property_graph
from tests.handmade import Handmade, handmade

PASSWORD = "only-for-tests"
TOOLS = Path(__file__).resolve().parents[1] / ".tools"


def server(name: str, home: Path) -> Iterator[Server]:
    release = RELEASES[name]
    problem = missing(release)
    if problem:
        pytest.skip(problem)
    with running(home, release, fetch(release, TOOLS), PASSWORD) as started:
        yield started


@pytest.fixture(scope="session")
def neo4j_5(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Neo4j 5.26, with Browser."""
    yield from server("5.26", tmp_path_factory.mktemp("neo4j-5"))


@pytest.fixture(scope="session")
def neo4j_2026(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Neo4j 2026."""
    yield from server("2026", tmp_path_factory.mktemp("neo4j-2026"))


@pytest.fixture(scope="session", params=["neo4j_5", "neo4j_2026"])
def neo4j(request: pytest.FixtureRequest) -> Server:
    """Each of the two in turn: a test that asks for it runs twice."""
    found: Server = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def made() -> Handmade:
    """The hand-made graph as records."""
    return handmade()


@pytest.fixture(scope="session")
def embedded(made: Handmade) -> EmbeddedStore:
    """The hand-made graph in the embedded engine."""
    store = EmbeddedStore()
    store.load(property_graph(made.documents, made.entities, made.statements))
    return store


@pytest.fixture(scope="session")
def folder(made: Handmade, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hand-made graph as `build` would leave it."""
    path = tmp_path_factory.mktemp("handmade") / "graph-data"
    write_folder(path, made.documents, made.entities, made.statements, made.texts, {})
    return path
