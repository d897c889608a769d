"""The catalogue on real Neo4j servers, old and new: the same rows as on the embedded engine, and pictures with paths."""
from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.server import Server
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from graph.stores.property_graph import PropertyGraph, property_graph
from graph.stores.protocol import Store
from queries.asking import ask, values
from queries.reader import Query, catalogue
from tests.conftest import PASSWORD
from tests.handmade import Handmade
from tests.queries.test_rows import EXPECTED


@pytest.fixture(scope="module")
def server_store(neo4j: Server, made: Handmade) -> Iterator[Neo4jStore]:
    store = Neo4jStore(neo4j.uri, "neo4j", PASSWORD)
    store.load(property_graph(made.documents, made.entities, made.statements))
    yield store
    store.load(PropertyGraph((), ()))
    store.close()


def test_the_same_rows(server_store: Neo4jStore, embedded: EmbeddedStore) -> None:
    for name, query in catalogue().items():
        given = EXPECTED[name]["given"]
        assert ask(server_store, query, given) == ask(embedded, query, given), name


@pytest.mark.parametrize("status", ["proposed", "inferred"])
def test_the_same_rows_of_other_statuses(status: str, server_store: Neo4jStore, embedded: EmbeddedStore) -> None:
    for name, query in catalogue().items():
        if any(parameter.name == "status" for parameter in query.parameters):
            given = {**EXPECTED[name]["given"], "status": [status]}
            assert ask(server_store, query, given) == ask(embedded, query, given), name


def test_the_same_rows_at_a_date(server_store: Neo4jStore, embedded: EmbeddedStore) -> None:
    for day in ("2024-12-31", "2028-01-01"):
        for name, query in catalogue().items():
            if any(parameter.name == "as_of" for parameter in query.parameters):
                given = {**EXPECTED[name]["given"], "as_of": day}
                assert ask(server_store, query, given) == ask(embedded, query, given), (name, day)


def test_pictures_show_as_many_paths(server_store: Neo4jStore, embedded: EmbeddedStore) -> None:
    for name, query in catalogue().items():
        if query.picture:
            found = [len(picture(store, query)) for store in (server_store, embedded)]
            assert found[0] == found[1] > 0, name


def picture(store: Store, query: Query) -> list[tuple[object, ...]]:
    """The paths of a query's twin, with the parameters that it uses."""
    given = values(store, query, EXPECTED[query.name]["given"])
    used = {name: value for name, value in given.items() if f"${name}" in (query.picture or "")}
    return store.run(query.picture or "", used).rows
