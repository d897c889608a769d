"""Stores for the tests: the embedded one, and real Neo4j databases that are emptied before each use."""
from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.server import Server
from graph.stores.neo4j import Neo4jStore
from tests.conftest import PASSWORD


@pytest.fixture
def database(neo4j: Server) -> Iterator[Neo4jStore]:
    """An empty database, on Neo4j 5.26 and on 2026 in turn."""
    with Neo4jStore(neo4j.uri, "neo4j", PASSWORD) as store:
        store.write("MATCH (n) DETACH DELETE n")
        yield store
        store.write("MATCH (n) DETACH DELETE n")
