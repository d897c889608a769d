"""The bulk files hold what a push writes: imported by the server's own tool, a push finds nothing left to write."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.server import RELEASES, administer, fetch, missing, running
from graph.stores.bulk import write_bulk
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from graph.stores.property_graph import property_graph
from graph.stores.push import push
from ontology.records import Side, Statement
from tests.conftest import PASSWORD, TOOLS
from tests.graph.test_stores import HOSTILE
from tests.graph.tiny_graph import DOCUMENTS, ENTITIES, STATEMENTS, entity

ODD = [
    Statement("odd1", "supports", ("supports",), Side("odd", ""), Side("jia", ""), {"condition": HOSTILE, "value": 1}),
    Statement("odd2", "supports", ("supports",), Side("odd", ""), Side("jia", ""), {"condition": "", "value": 0.1}),
    Statement("odd3", "supports", ("supports",), Side("odd", ""), Side("jia", ""), {"condition": "a;b,\"c\"\\"},
              "inferred", premises=("a6", "odd;1")),
]


@pytest.fixture
def source() -> EmbeddedStore:
    store = EmbeddedStore()
    store.load(property_graph(DOCUMENTS, [*ENTITIES, entity("odd", HOSTILE, "Agency")], [*STATEMENTS, *ODD]))
    return store


@pytest.mark.parametrize("name", RELEASES)
def test_the_imported_database_equals_a_pushed_one(source: EmbeddedStore, tmp_path: Path, name: str) -> None:
    release = RELEASES[name]
    if problem := missing(release):
        pytest.skip(problem)
    jars, home = fetch(release, TOOLS), tmp_path / "neo4j"
    (home / "conf").mkdir(parents=True)
    command = write_bulk(source, tmp_path / "bulk")
    words = command.removeprefix(f"cd {tmp_path / 'bulk'} && neo4j-admin ").split()
    administer(home, release, jars, *words, folder=tmp_path / "bulk")
    if name == "5.26":
        administer(home, release, jars, "database", "check", "neo4j")
    administer(home, release, jars, "dbms", "set-initial-password", PASSWORD)
    with running(home, release, jars, PASSWORD) as server, Neo4jStore(server.uri, "neo4j", PASSWORD) as target:
        written = push(source, target).written
        assert set(written) <= {"constraints_added", "indexes_added"}
        for cypher in ("MATCH (n:Chuanyu) RETURN n ORDER BY n.id",
                       "MATCH (a)-[r]->(b) RETURN a.id, b.id, r ORDER BY r.id"):
            assert target.run(cypher) == source.run(cypher)


def test_a_folder_that_is_there_is_left_alone(source: EmbeddedStore, tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        write_bulk(source, tmp_path)
