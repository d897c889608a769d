"""Making a Neo4j database hold exactly our graph: only what differs is written, and the result is compared.

Rows are written in batches, each in one transaction, by several sessions at once, while the types of relationships that
come next are compared: neither side waits for the other. An interrupted push goes on where it stopped, and a second one
reads two sums and writes nothing.
"""
from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from threading import Lock
from typing import Any

from graph.stores.cypher import quoted
from graph.stores.difference import Difference, Held, compare_links, compare_nodes, differing
from graph.stores.neo4j import Neo4jStore
from graph.stores.property_graph import MARKER, Node, Relationship
from graph.stores.protocol import Store
from ontology.errors import ChuanyuError
from ontology.vocabulary import vocabulary

BATCH, SESSIONS = 4000, 2
ROUNDS = 3
SCHEMA = (
    "CREATE CONSTRAINT chuanyu_id IF NOT EXISTS FOR (n:Chuanyu) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX chuanyu_name_key IF NOT EXISTS FOR (n:Name) ON (n.key)",
    "CREATE INDEX chuanyu_document_id IF NOT EXISTS FOR (n:Document) ON (n.id)",
    "CREATE INDEX chuanyu_region_id IF NOT EXISTS FOR (n:Region) ON (n.id)",
    "CREATE INDEX chuanyu_section_id IF NOT EXISTS FOR (n:Section) ON (n.id)",
    "CREATE FULLTEXT INDEX chuanyu_name_text IF NOT EXISTS FOR (n:Name) ON EACH [n.text] "
    "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}",
)

Batch = tuple[str, list[Any], int]  # a statement, its rows, and how many nodes or relationships they are about


@dataclass(slots=True)
class Pushed:
    """What a push wrote, by the server's own counters, and what the database holds of ours afterwards."""

    nodes: int = 0
    relationships: int = 0
    written: Counter[str] = field(default_factory=Counter)


def push(source: Store, target: Neo4jStore, progress: Callable[[int, int], None] = lambda done, total: None) -> Pushed:
    """Make `target` hold the graph of `source`; `progress` hears how many rows of how many are written, of those that
    are compared already: first all of nodes, then with each type of relationship more.

    Raises ChuanyuError where the server is away or refuses; running it again goes on where it stopped.
    """
    written: Counter[str] = Counter()
    for statement in SCHEMA:
        written.update(target.write(statement))
    target.run("CALL db.awaitIndexes(300)")
    ours = Held(source)
    with _no_collection(), _threads(SESSIONS) as sessions:
        writer = Writer(target, sessions, progress, written)
        for _ in range(ROUNDS):
            theirs = Held(target)
            if theirs.nodes == ours.nodes and theirs.links == ours.links:
                return Pushed(sum(number for number, _ in ours.nodes.values()),
                              sum(number for number, _ in ours.links.values()), written)
            _mend(source, target, ours, theirs, writer)
    raise ChuanyuError(f"{target.uri} holds something else than was pushed, somebody else writes to it: push again.",
                       f"{target.uri}中的内容与所推送的不一致，可能有他人同时写入：请再推送一次。")


def _mend(source: Store, target: Neo4jStore, ours: Held, theirs: Held, writer: Writer) -> None:
    """Write what differs: relationships after the nodes that they join, and before vanished nodes go."""
    nodes = compare_nodes(source, target, differing(ours.nodes, theirs.nodes))
    writer.send(node_writes(nodes))
    with _threads(1) as ahead:
        types = [ahead.submit(compare_links, source, target, type_) for type_ in differing(ours.links, theirs.links)]
        writer.finish()
        for links in types:
            writer.send(link_writes(links.result()))
    writer.finish()
    for batches in gone_writes(nodes):
        writer.send(batches)
        writer.finish()


@contextmanager
def _no_collection() -> Iterator[None]:
    """Rows are many and refer to no rows: to look for rings among them takes a tenth of the time and finds none."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


@contextmanager
def _threads(count: int) -> Iterator[ThreadPoolExecutor]:
    """So many threads; what they have not begun is left where the block ends by an error."""
    pool = ThreadPoolExecutor(count)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


@dataclass(slots=True)
class Writer:
    """Writes batches of rows to a target in any order, counts what the server did and tells how far it is."""

    target: Neo4jStore
    sessions: ThreadPoolExecutor
    progress: Callable[[int, int], None]
    written: Counter[str]
    done: int = 0
    total: int = 0
    sent: list[Future[None]] = field(default_factory=list)
    turn: Lock = field(default_factory=Lock)

    def send(self, batches: Iterable[Batch]) -> None:
        """Have batches written, each in one transaction; returns before they are."""
        for cypher, rows, number in batches:
            self.total += number
            self.sent.append(self.sessions.submit(self._write, cypher, rows, number))

    def finish(self) -> None:
        """Wait until all is written. Raises what the first of those that failed raised."""
        for one in self.sent:
            one.result()
        self.sent.clear()

    def _write(self, cypher: str, rows: list[Any], number: int) -> None:
        written = self.target.write(cypher, {"rows": rows})
        with self.turn:
            self.written.update(written)
            self.done += number
            self.progress(self.done, self.total)


def node_writes(difference: Difference) -> Iterator[Batch]:
    """The statements that change nodes and make new ones, each with its batch of rows; they may stop anywhere."""
    for labels, nodes in _groups(difference.nodes_changed, lambda node: node.labels):
        yield from _batches(f"UNWIND $rows AS row MATCH (n:Chuanyu {{id: row.id}}) "
                            f"REMOVE n:{_labels(_ours() - set(labels))} SET n:{_labels(labels)}, n = row",
                            [node.properties for node in nodes])
    for labels, nodes in _groups(difference.nodes_new, lambda node: node.labels):
        keys = _keys(nodes)
        yield from _batches(f"UNWIND $rows AS row CREATE (:{_labels(labels)} {{{_cells(keys, 0)}}})",
                            [[*map(node.properties.get, keys)] for node in nodes])


def link_writes(difference: Difference) -> Iterator[Batch]:
    """The statements that take relationships away and make new ones."""
    yield from _batches("UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row.element AND r.id = row.id "
                        "DELETE r", difference.links_gone)
    for type_, links in _groups(difference.links_new, lambda link: link.type):
        yield from _new_links(type_, links)


def _new_links(type_: str, links: list[Relationship]) -> Iterator[Batch]:
    """New relationships of one type, those of one node together, which is then looked up once for all of them.

    The node is their start or their end, of whichever fewer are different: 163,000 look-ups instead of 277,000 for the
    138,619 relationships of `benchmarks.push`, and a fifth less processor time of the server.
    """
    keys = _keys(links)
    forth = len({link.start for link in links}) <= len({link.end for link in links})
    one, other = (attrgetter(end) for end in (("start", "end") if forth else ("end", "start")))
    left, right = ("", ">") if forth else ("<", "")
    cypher = ("UNWIND $rows AS node MATCH (a:Chuanyu {id: node[0]}) UNWIND node[1] AS row MATCH (b:Chuanyu {id: row[0]}) "
              f"CREATE (a){left}-[:{quoted(type_)} {{{_cells(keys, 1)}}}]-{right}(b)")
    for part in _parts(sorted(links, key=one)):
        yield cypher, [[id_, [[other(link), *map(link.properties.get, keys)] for link in mine]]
                       for id_, mine in groupby(part, one)], len(part)


def gone_writes(difference: Difference) -> Iterator[Iterator[Batch]]:
    """The statements that take away the nodes that vanished, and then those by which what is left of them, for others
    tied something to it, stops being ours."""
    yield _batches("UNWIND $rows AS row MATCH (n:Chuanyu {id: row}) WHERE NOT EXISTS { (n)--() } DELETE n",
                   difference.nodes_gone)
    yield _batches(f"UNWIND $rows AS row MATCH (n:Chuanyu {{id: row}}) REMOVE n:{_labels(_ours())}, n.hash",
                   difference.nodes_gone)


def _ours() -> set[str]:
    """Every label that belongs to us."""
    return {*vocabulary().classes, "Document", "Section", "Name", MARKER}


def _labels(names: Iterable[str]) -> str:
    return ":".join(map(quoted, sorted(names)))


def _keys(items: Iterable[Node | Relationship]) -> list[str]:
    """The names of all properties that any of them has."""
    return sorted(set().union(*(item.properties for item in items)))


def _cells(keys: Iterable[str], first: int) -> str:
    """Properties from the cells of a row, which take half the time of a map to pack; a null is not written."""
    return ", ".join(f"{quoted(key)}: row[{at}]" for at, key in enumerate(keys, first))


def _batches(cypher: str, rows: list[Any]) -> Iterator[Batch]:
    for part in _parts(rows):
        yield cypher, part, len(part)


def _parts(items: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(items), BATCH):
        yield items[start:start + BATCH]


def _groups(items: Iterable[Any], key: Callable[[Any], Any]) -> Iterator[tuple[Any, list[Any]]]:
    for group, members in groupby(sorted(items, key=key), key):
        yield group, list(members)
