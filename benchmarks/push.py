"""How fast `push` is, against a bare loop that sends the same rows, and against `rdflib-neo4j` with the same statements:

    python -m benchmarks.push [--neo4j 2026] [--rdflib]

The loop is what a person would write: for each set of labels `UNWIND $rows … CREATE`, then the relationships between
matched ends, no comparing, no retry, no reading back; its rows are made before the clock starts. All take
turns on one server, each into a database that was just emptied, so that other work on the machine slows all alike;
`WARM` rounds go before, for a server compiles what it runs often; printed are the medians of `ROUNDS`, and the least
ratio of a push to the loop before it. `rdflib-neo4j` (`pip install -e .[benchmark]`) is given the bare triples (subject,
relation, object), and the RDF that `chuanyu export` makes of the same records, up to `TRIPLES` of each: as its own
requirements install it, and with the compiled codec of the driver that ours add.
"""
from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pyoxigraph as ox

from benchmarks.generated import generated
from benchmarks.rdflib_neo4j import process, written
from graph.rdf import terms
from graph.rdf.write import write
from graph.server import RELEASES, fetch, running
from graph.stores.difference import Difference
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from graph.stores.property_graph import property_graph
from graph.stores.push import link_writes, node_writes, push
from ontology.records import Statement

ENTITIES, STATEMENTS, TRIPLES = 10_000, 100_000, 200_000
WARM, ROUNDS = 3, 5
PASSWORD = "benchmark"
TOOLS = Path(__file__).parents[1] / ".tools"


def seconds(work: Callable[[], Any]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def empty(target: Neo4jStore) -> None:
    while target.write("MATCH (n) WITH n LIMIT 20000 DETACH DELETE n"):
        pass


def bare(statements: Iterable[Statement]) -> list[ox.Triple]:
    """Subject, relation and object of each statement, and nothing else of it."""
    return [ox.Triple(terms.address(terms.ENTITY, one.subject.id), ox.NamedNode(terms.TERMS + one.relation),
                      terms.address(terms.ENTITY, one.object.id)) for one in statements]


def main() -> None:
    parser = argparse.ArgumentParser(description="How fast a push is.")
    parser.add_argument("--neo4j", choices=RELEASES, default="5.26")
    parser.add_argument("--rdflib", action="store_true", help="also measure rdflib-neo4j")
    options = parser.parse_args()
    release = RELEASES[options.neo4j]
    records = generated(ENTITIES, STATEMENTS)
    graph = property_graph(*records)
    source = EmbeddedStore()
    source.load(graph)
    whole = Difference(nodes_new=list(graph.nodes), links_new=list(graph.relationships))
    batches = [*node_writes(whole), *link_writes(whole)]
    loops, pushes, again = [], [], []
    links = len(graph.relationships)

    def told(name: str, times: list[float], what: str = "relationships", count: int = links) -> None:
        print(f"{name:<42}{median(times):7.2f} s  {count / median(times):8.0f} {what}/s", flush=True)

    with (ExitStack() as stack, tempfile.TemporaryDirectory() as home,
          running(Path(home) / "neo4j", release, fetch(release, TOOLS), PASSWORD) as server,
          Neo4jStore(server.uri, "neo4j", PASSWORD) as target):
        print(f"Neo4j {release.version}, {len(graph.nodes)} nodes, {links} relationships")
        access = {"uri": server.uri, "database": "neo4j", "user": "neo4j", "pwd": PASSWORD}
        full = list(ox.parse(write(*records), ox.RdfFormat.TURTLE)) if options.rdflib else []
        triples = {"bare": bare(records[2])[:TRIPLES], "as exported": full[:TRIPLES]}
        others = {(what, codec): stack.enter_context(process(part, compiled=codec == "compiled"))
                  for what, part in triples.items() for codec in ("its own", "compiled") if options.rdflib}
        takes: dict[tuple[str, str], list[float]] = {key: [] for key in others}
        push(source, target)  # makes constraint and indexes
        for _ in range(WARM + ROUNDS):
            empty(target)
            with target.session(write=True) as session:
                loops.append(seconds(lambda: [session.run(cypher, rows=rows).consume() for cypher, rows, _ in batches]))
            empty(target)
            pushes.append(seconds(lambda: push(source, target)))
            again.append(seconds(lambda: push(source, target)))
            for key, other in others.items():
                empty(target)
                takes[key].append(other.submit(written, access).result())
        for times in (loops, pushes, again, *takes.values()):
            del times[:WARM]
        told("bare loop", loops)
        told("push", pushes)
        print(f"  of the loop: {median(loops) / median(pushes):.2f}, "
              f"at least {min(loop / one for loop, one in zip(loops, pushes, strict=True)):.2f}")
        print(f"{'second push':<42}{median(again):7.2f} s  {median(again) / median(pushes):.3f} of the first")
        for (what, codec), times in takes.items():
            told(f"rdflib-neo4j, {what}, codec {codec}", times, "triples", len(triples[what]))
            print("  push, relationships to its triples in each round:", *(
                f"{links / one / (len(triples[what]) / time):.2f}" for one, time in zip(pushes, times, strict=True)))
        if full:
            told("push, as RDF", pushes, "triples", len(full))


if __name__ == "__main__":
    main()
