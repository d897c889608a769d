"""What tests of several rooms share: real Neo4j servers, started once where a test asks for them.

Each has free ports and data of its own; what the machine lacks to run one skips its tests with a line that says so.
"""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.server import RELEASES, Server, fetch, missing, running

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
