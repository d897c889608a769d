"""Every question on a generated graph of more than 100,000 nodes and 500,000 relationships, and what real servers say to it:

    python -m benchmarks.questions [--neo4j 5.26 --neo4j 2026]

Printed are the number of all rows and the best of `ROUNDS` times in milliseconds, with the 100 rows that a terminal
shows, on the embedded engine and, where asked for, on Neo4j beside it. Each Neo4j gets the graph by its import tool and must answer
with the same rows in the same order: all rows of the usual statuses, and the first 1,000 of every status at a date.
"""
from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.generated import generated
from graph.server import RELEASES, administer, fetch, running
from graph.stores.bulk import write_bulk
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from graph.stores.property_graph import property_graph
from graph.stores.protocol import Store
from graph.stores.push import push
from ontology.records import STATUSES
from queries.asking import Answer, ask
from queries.reader import Query, catalogue

ROUNDS = 3
ENTITIES, STATEMENTS = 30_000, 420_000
TOOLS = Path(__file__).parents[1] / ".tools"
NAMED = {  # ordinary members of the generated graph, not its hubs
    "firm": "Automaker-300", "beneficiary": "Automaker-300", "agency": "Agency-700", "policy": "Plan-500",
    "region": "Region-300", "left": "Region-0", "right": "Region-1", "one": "Agency-700", "other": "Automaker-300",
    "entity": "Automaker-300", "before": "2021-12-31", "date": "2015-01-01", "words": ["第restricts", "第builds"],
}
LATER = {"status": list(STATUSES), "as_of": "2012-06-30"}


def given(query: Query, values: Mapping[str, Any] = NAMED) -> dict[str, Any]:
    """The values of a question's parameters; a beneficiary is not asked for where the question does without."""
    return {one.name: values[one.name] for one in query.parameters if one.name in values
            and (one.required or one.name != "beneficiary")}


def milliseconds(store: Store, query: Query) -> float:
    """The best time of a question."""
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        ask(store, query, given(query), limit=100)
        times.append(perf_counter() - start)
    return min(times) * 1000


def answers(store: Store, query: Query) -> tuple[Answer, Answer]:
    """All rows of the usual statuses, and the first of every status at a date."""
    return ask(store, query, given(query)), ask(store, query, given(query, NAMED | LATER), limit=1000)


@contextmanager
def served(name: str, source: EmbeddedStore) -> Iterator[Neo4jStore]:
    """A Neo4j of the release that holds the graph."""
    release = RELEASES[name]
    jars = fetch(release, TOOLS)
    with tempfile.TemporaryDirectory() as folder:
        home, bulk = Path(folder, "neo4j"), Path(folder, "bulk")
        (home / "conf").mkdir(parents=True)
        words = write_bulk(source, bulk).partition("neo4j-admin ")[2].split()
        administer(home, release, jars, *words, folder=bulk)
        administer(home, release, jars, "dbms", "set-initial-password", "benchmark")
        with running(home, release, jars, "benchmark") as server, Neo4jStore(server.uri, "neo4j", "benchmark") as store:
            push(source, store)  # makes the indexes, and finds nothing else to write
            yield store


def main() -> None:
    parser = argparse.ArgumentParser(description="How long each question takes on a large graph.")
    parser.add_argument("--neo4j", choices=RELEASES, action="append", default=[], help="also ask a Neo4j of this release")
    releases = parser.parse_args().neo4j
    graph = property_graph(*generated(ENTITIES, STATEMENTS))
    print(f"{len(graph.nodes):,} nodes, {len(graph.relationships):,} relationships\n")
    embedded = EmbeddedStore()
    embedded.load(graph)
    del graph
    lines = {name: [f"{len(ask(embedded, query, given(query)).rows)}", f"{milliseconds(embedded, query):.1f}"]
             for name, query in catalogue().items()}
    different = []
    for release in releases:
        with served(release, embedded) as store:
            for name, query in catalogue().items():
                lines[name].append(f"{milliseconds(store, query):.1f}")
                if answers(store, query) != answers(embedded, query):
                    different.append(f"{name} answers otherwise on {release}")
    print("| topic | question | rows |", " | ".join(["embedded, ms", *(f"{release}, ms" for release in releases)]), "|")
    print("| --- " * (4 + len(releases)) + "|")
    for name, query in catalogue().items():
        print(f"| {query.topic} | {name} |", " | ".join(lines[name]), "|")
    if different:
        raise SystemExit("\n".join(different))


if __name__ == "__main__":
    main()
