"""How long each question takes on a generated graph of more than 100,000 nodes and 500,000 relationships:

    python benchmarks/questions.py [--neo4j 5.26]

Printed are the best of `ROUNDS` runs in milliseconds, with the 100 rows that a terminal shows, on the embedded engine
and, if asked for, on a Neo4j of that release beside it. Questions without a name look at the whole graph.
"""
from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.generated import generated
from graph.server import RELEASES, fetch, running
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from graph.stores.property_graph import PropertyGraph, property_graph
from graph.stores.protocol import Store
from ontology.errors import ChuanyuError
from queries.asking import ask
from queries.reader import Query, catalogue

ROUNDS = 3
ENTITIES, STATEMENTS = 30_000, 400_000
TOOLS = Path(__file__).parents[1] / ".tools"
NAMED = {  # ordinary members of the generated graph, not its hubs
    "firm": "Automaker-300", "beneficiary": "Automaker-300", "agency": "Agency-700", "policy": "Plan-500",
    "region": "Region-300", "left": "Region-0", "right": "Region-1", "one": "Agency-700", "other": "Automaker-300",
    "entity": "Automaker-300", "before": "2021-12-31", "date": "2015-01-01",
}


def milliseconds(store: Store, query: Query) -> float | None:
    """The best time of a question, None where it takes more than a minute."""
    given = {one.name: NAMED[one.name] for one in query.parameters
             if one.name in NAMED and (one.required or one.name in ("left", "right", "agency"))}
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        try:
            ask(store, query, given, limit=100, timeout=60)
        except ChuanyuError:
            return None
        times.append(perf_counter() - start)
    return min(times) * 1000


@contextmanager
def server(release: str, graph: PropertyGraph) -> Iterator[Neo4jStore]:
    """A Neo4j of the release that holds the graph."""
    with tempfile.TemporaryDirectory() as home:
        found = RELEASES[release]
        with running(Path(home) / "neo4j", found, fetch(found, TOOLS), "benchmark") as started:
            store = Neo4jStore(started.uri, "neo4j", "benchmark")
            store.load(graph)
            yield store
            store.close()


def main(arguments: Any) -> None:
    graph = property_graph(*generated(ENTITIES, STATEMENTS))
    print(f"{len(graph.nodes):,} nodes, {len(graph.relationships):,} relationships\n")
    embedded = EmbeddedStore()
    embedded.load(graph)
    times = {name: [milliseconds(embedded, query)] for name, query in catalogue().items()}
    if arguments.neo4j:
        with server(arguments.neo4j, graph) as store:
            for name, query in catalogue().items():
                times[name].append(milliseconds(store, query))
    for name, query in catalogue().items():
        shown = "".join(f"{'over a minute' if time is None else f'{time:13.1f}'} ms" for time in times[name])
        print(f"{query.topic:<10}{name:<22}{shown}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="How long each question takes on a large graph.")
    parser.add_argument("--neo4j", choices=RELEASES, help="also ask a Neo4j of this release")
    main(parser.parse_args())
