"""How fast `push` is, against a bare loop that sends the same rows: `python -m benchmarks.push [--neo4j 2026]`.

The loop is what a person would write: for each set of labels `UNWIND $rows … CREATE`, then the relationships between
matched ends, no comparing, no retry, no reading back; its rows are made before the clock starts. Loop and push take
turns on one warm server, each into a database that was just emptied; printed are the best times of `ROUNDS`.
"""
from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.generated import generated
from graph.server import RELEASES, fetch, running
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from graph.stores.property_graph import property_graph
from graph.stores.push import Difference, link_writes, node_writes, push

ENTITIES, STATEMENTS = 10_000, 100_000
ROUNDS = 3
TOOLS = Path(__file__).parents[1] / ".tools"


def seconds(work: Callable[[], Any]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def empty(target: Neo4jStore) -> None:
    while target.write("MATCH (n) WITH n LIMIT 20000 DETACH DELETE n"):
        pass


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--neo4j", choices=RELEASES, default="5.26")
    release = RELEASES[options.parse_args().neo4j]
    graph = property_graph(*generated(ENTITIES, STATEMENTS))
    source = EmbeddedStore()
    source.load(graph)
    whole = Difference(nodes_new=list(graph.nodes), links_new=list(graph.relationships))
    batches = [*node_writes(whole), *link_writes(whole)]
    loops, pushes, again = [], [], []
    with (tempfile.TemporaryDirectory() as home,
          running(Path(home) / "neo4j", release, fetch(release, TOOLS), "benchmark") as server,
          Neo4jStore(server.uri, "neo4j", "benchmark") as target):
        push(source, target)  # makes constraint and indexes, and warms the server
        for _ in range(ROUNDS):
            empty(target)
            with target.session(write=True) as session:
                loops.append(seconds(lambda: [session.run(cypher, rows=rows).consume() for cypher, rows in batches]))
            empty(target)
            pushes.append(seconds(lambda: push(source, target)))
            again.append(seconds(lambda: push(source, target)))
    count = len(graph.relationships)
    print(f"Neo4j {release.version}, {len(graph.nodes)} nodes, {count} relationships\n"
          f"bare loop    {min(loops):6.2f} s  {count / min(loops):8.0f} relationships/s\n"
          f"push         {min(pushes):6.2f} s  {count / min(pushes):8.0f} relationships/s  "
          f"{min(loops) / min(pushes):.2f} of the loop\n"
          f"second push  {min(again):6.2f} s  {min(again) / min(pushes):.3f} of the first")


if __name__ == "__main__":
    main()
