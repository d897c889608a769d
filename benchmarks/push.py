"""How fast `push` is, against a bare loop that sends the same rows, and against `rdflib-neo4j` with the same statements:

    python -m benchmarks.push [--neo4j 2026] [--rdflib]

The loop is what a person would write: for each set of labels `UNWIND $rows … CREATE`, then the relationships between
matched ends, no comparing, no retry, no reading back; its rows are made before the clock starts. All take
turns on one warm server, each into a database that was just emptied, so that other work on the machine slows all alike;
printed are the medians of `ROUNDS`, and the least ratio of a push to the loop before it. `rdflib-neo4j` (`pip install
-e .[benchmark]`) is given the bare triples (subject, relation, object), and the RDF that `chuanyu export` makes of the
same records, up to `TRIPLES` of each.
"""
from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pyoxigraph as ox

from benchmarks.generated import generated
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
ROUNDS = 3
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


def by_rdflib(uri: str, triples: Iterable[ox.Triple]) -> Callable[[], None]:
    """The writing of the triples by rdflib-neo4j, whose terms are made before."""
    import rdflib
    from rdflib_neo4j import HANDLE_VOCAB_URI_STRATEGY, Neo4jStoreConfig
    from rdflib_neo4j import Neo4jStore as TripleStore

    def term(node: Any) -> Any:
        return rdflib.URIRef(node.value) if isinstance(node, ox.NamedNode) else rdflib.Literal(node.value)

    made = [(term(one.subject), term(one.predicate), term(one.object)) for one in triples]
    access = {"uri": uri, "database": "neo4j", "user": "neo4j", "pwd": PASSWORD}

    def work() -> None:
        config = Neo4jStoreConfig(auth_data=access, batching=True,
                                  handle_vocab_uri_strategy=HANDLE_VOCAB_URI_STRATEGY.IGNORE)
        graph = rdflib.Graph(store=TripleStore(config))
        for triple in made:
            graph.add(triple)
        graph.close(True)

    return work


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
        print(f"{name:<26}{median(times):7.2f} s  {count / median(times):8.0f} {what}/s", flush=True)

    with (tempfile.TemporaryDirectory() as home,
          running(Path(home) / "neo4j", release, fetch(release, TOOLS), PASSWORD) as server,
          Neo4jStore(server.uri, "neo4j", PASSWORD) as target):
        codec = "with" if find_spec("neo4j._rust") else "without"
        print(f"Neo4j {release.version}, {len(graph.nodes)} nodes, {links} relationships, {codec} the compiled codec")
        full = list(ox.parse(write(*records), ox.RdfFormat.TURTLE)) if options.rdflib else []
        triples = {"rdflib-neo4j, bare": bare(records[2])[:TRIPLES], "rdflib-neo4j, as exported": full[:TRIPLES]}
        works = {name: by_rdflib(server.uri, part) for name, part in triples.items() if options.rdflib}
        others: dict[str, list[float]] = {name: [] for name in works}
        push(source, target)  # makes constraint and indexes, and warms the server
        for _ in range(ROUNDS):
            empty(target)
            with target.session(write=True) as session:
                loops.append(seconds(lambda: [session.run(cypher, rows=rows).consume() for cypher, rows, _ in batches]))
            empty(target)
            pushes.append(seconds(lambda: push(source, target)))
            again.append(seconds(lambda: push(source, target)))
            for name, work in works.items():
                empty(target)
                others[name].append(seconds(work))
        told("bare loop", loops)
        told("push", pushes)
        print(f"  of the loop: {median(loops) / median(pushes):.2f}, "
              f"at least {min(loop / one for loop, one in zip(loops, pushes, strict=True)):.2f}")
        print(f"second push               {median(again):7.2f} s  {median(again) / median(pushes):.3f} of the first")
        for name, times in others.items():
            told(name, times, "triples", len(triples[name]))
            print("  push, relationships to its triples in each round:", *(
                f"{links / one / (len(triples[name]) / time):.2f}" for one, time in zip(pushes, times, strict=True)))
        if full:
            told("push, as RDF", pushes, "triples", len(full))


if __name__ == "__main__":
    main()
