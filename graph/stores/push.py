"""Making a Neo4j database hold exactly our graph: only what differs is written, and the result is compared.

Nodes carry the marker label, relationships of ours an `id` and a `hash`; nothing else is ever matched. Both sides are
compared by count and sum of hashes, class by class and type by type; only where these differ are ids and hashes read.
So an interrupted push goes on where it stopped, and a second one reads two sums and writes nothing.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from graph.stores.neo4j import Neo4jStore
from graph.stores.property_graph import MARKER, Node, Relationship
from graph.stores.protocol import Store
from ontology.errors import ChuanyuError
from ontology.vocabulary import vocabulary

BATCH, PIECE = 8000, 2000  # rows a transaction, rows a statement
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
NODE_SUMS = "MATCH (n:Chuanyu) RETURN n.class AS part, count(*) AS number, sum(n.hash) AS total"
LINK_SUMS = ("MATCH (:Chuanyu)-[r]->(:Chuanyu) WHERE r.hash IS NOT NULL "
             "RETURN type(r) AS part, count(*) AS number, sum(r.hash) AS total")

Sums = dict[str, tuple[int, int]]
Row = dict[str, Any]


@dataclass(slots=True)
class Pushed:
    """What a push wrote, by the server's own counters, and what the database holds of ours afterwards."""

    nodes: int = 0
    relationships: int = 0
    written: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Difference:
    """What the database has to lose and to gain to hold our graph."""

    nodes_gone: list[str] = field(default_factory=list)
    nodes_changed: list[Node] = field(default_factory=list)
    nodes_new: list[Node] = field(default_factory=list)
    links_gone: list[Row] = field(default_factory=list)
    links_new: list[Relationship] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """How many of each; a relationship that changes goes and comes anew."""
        return {name: len(getattr(self, name)) for name in
                ("nodes_gone", "nodes_changed", "nodes_new", "links_gone", "links_new")}

    def __len__(self) -> int:
        return sum(self.counts().values())


def push(source: Store, target: Neo4jStore, progress: Callable[[int, int], None] = lambda done, total: None) -> Pushed:
    """Make `target` hold the graph of `source`; `progress` hears how many rows of how many are
    written, first of nodes, then of relationships.

    Raises ChuanyuError where the server is away or refuses; running it again goes on where it stopped.
    """
    pushed = Pushed()
    for statement in SCHEMA:
        pushed.written.update(target.write(statement))
    target.run("CALL db.awaitIndexes(300)")
    for _ in range(ROUNDS):
        difference = Difference()
        _compare_nodes(source, target, difference)
        with ThreadPoolExecutor(1) as ahead:  # relationships are compared while the server is busy with nodes
            links = ahead.submit(_compare_all_links, source, target)
            _write(target, list(node_writes(difference)), pushed, progress)
            difference.links_gone, difference.links_new = links.result()
        if not difference:
            pushed.nodes = sum(number for number, _ in sums(source, NODE_SUMS).values())
            pushed.relationships = sum(number for number, _ in sums(source, LINK_SUMS).values())
            return pushed
        _write(target, list(link_writes(difference)), pushed, progress)
    raise ChuanyuError(f"{target.uri} holds something else than was pushed, somebody else writes to it: push again.",
                       f"{target.uri}中的内容与所推送的不一致，可能有他人同时写入：请再推送一次。")


def _write(target: Neo4jStore, batches: list[tuple[str, list[Any]]], pushed: Pushed,
           progress: Callable[[int, int], None]) -> None:
    total, done = sum(len(rows) for _, rows in batches), 0
    for cypher, rows in batches:
        pushed.written.update(target.write(cypher, *({"rows": rows[at:at + PIECE]} for at in range(0, len(rows), PIECE))))
        done += len(rows)
        progress(done, total)


def sums(store: Store, cypher: str) -> Sums:
    """Class or type -> how many of ours the store holds and the sum of their hashes."""
    return {part: (number, total) for part, number, total in store.run(cypher).rows}


def compare(source: Store, target: Store) -> Difference:
    """What of the target differs from the source; empty where all counts and sums agree."""
    difference = Difference()
    _compare_nodes(source, target, difference)
    difference.links_gone, difference.links_new = _compare_all_links(source, target)
    return difference


def _compare_all_links(source: Store, target: Store) -> tuple[list[Row], list[Relationship]]:
    """The relationships that have to go and to come."""
    gone: list[Row] = []
    new: list[Relationship] = []
    for type_ in _differing(source, target, LINK_SUMS):
        _compare_links(source, target, type_, gone, new)
    return gone, new


def _differing(source: Store, target: Store, cypher: str) -> list[str]:
    ours, theirs = sums(source, cypher), sums(target, cypher)
    return sorted(part for part in ours.keys() | theirs.keys() if ours.get(part) != theirs.get(part))


def _compare_nodes(source: Store, target: Store, difference: Difference) -> None:
    if not (classes := _differing(source, target, NODE_SUMS)):
        return
    some = {"classes": classes}
    held = dict(target.run("MATCH (n:Chuanyu) WHERE n.class IN $classes RETURN n.id, n.hash", some).rows)
    for (value,) in source.run("MATCH (n:Chuanyu) WHERE n.class IN $classes RETURN n", some).rows:
        node = Node(tuple(value["labels"]), value["properties"])
        if node.id not in held:
            difference.nodes_new.append(node)
        elif held.pop(node.id) != node.properties["hash"]:
            difference.nodes_changed.append(node)
    difference.nodes_gone = sorted(held)


def _compare_links(source: Store, target: Store, type_: str, gone: list[Row], new: list[Relationship]) -> None:
    """A relationship that differs, or stands there twice, goes and comes anew."""
    between = f"(a:Chuanyu)-[r:{quoted(type_)}]->(b:Chuanyu)"
    held: dict[str, list[tuple[str, int]]] = {}
    for id_, element, content in target.run(f"MATCH {between} WHERE r.hash IS NOT NULL "
                                            "RETURN r.id, elementId(r), r.hash").rows:
        held.setdefault(id_, []).append((element, content))
    for subject, object_, value in source.run(f"MATCH {between} RETURN a.id, b.id, r").rows:
        link = Relationship(type_, subject, object_, value["properties"])
        found = held.get(link.id, [])
        if [content for _, content in found] == [link.properties["hash"]]:
            del held[link.id]
        else:
            new.append(link)
    gone += [{"element": element, "id": id_} for id_, all_ in sorted(held.items()) for element, _ in all_]


def node_writes(difference: Difference) -> Iterator[tuple[str, list[Any]]]:
    """The statements that change nodes and make new ones, each with its batch of rows; they may stop anywhere."""
    for labels, nodes in _groups(difference.nodes_changed, lambda node: node.labels):
        yield from _batches(f"UNWIND $rows AS row MATCH (n:Chuanyu {{id: row.id}}) "
                            f"REMOVE n:{_labels(_ours() - set(labels))} SET n:{_labels(labels)}, n = row",
                            [node.properties for node in nodes])
    for labels, nodes in _groups(difference.nodes_new, lambda node: node.labels):
        yield from _batches(f"UNWIND $rows AS row CREATE (n:{_labels(labels)}) SET n = row",
                            [node.properties for node in nodes])


def link_writes(difference: Difference) -> Iterator[tuple[str, list[Any]]]:
    """The statements that take relationships away and make new ones, and then take away the nodes that vanished."""
    yield from _batches("UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row.element AND r.id = row.id "
                        "DELETE r", difference.links_gone)
    for type_, links in _groups(difference.links_new, lambda link: link.type):
        yield from _batches("UNWIND $rows AS row MATCH (a:Chuanyu {id: row.subject}) MATCH (b:Chuanyu {id: row.object})"
                            f" CREATE (a)-[r:{quoted(type_)}]->(b) SET r = row.properties",
                            [{"subject": link.start, "object": link.end, "properties": link.properties}
                             for link in links])
    yield from _batches("UNWIND $rows AS row MATCH (n:Chuanyu {id: row}) WHERE NOT EXISTS { (n)--() } DELETE n",
                        difference.nodes_gone)
    yield from _batches(f"UNWIND $rows AS row MATCH (n:Chuanyu {{id: row}}) REMOVE n:{_labels(_ours())}, n.hash",
                        difference.nodes_gone)


def quoted(name: str) -> str:
    """A label or type as it may stand in a query."""
    return "`" + name.replace("`", "``") + "`"


def _ours() -> set[str]:
    """Every label that belongs to us."""
    return {*vocabulary().classes, "Document", "Section", "Name", MARKER}


def _labels(names: Iterable[str]) -> str:
    return ":".join(map(quoted, sorted(names)))


def _batches(cypher: str, rows: list[Any]) -> Iterator[tuple[str, list[Any]]]:
    for start in range(0, len(rows), BATCH):
        yield cypher, rows[start:start + BATCH]


def _groups(items: Iterable[Any], key: Callable[[Any], Any]) -> Iterator[tuple[Any, list[Any]]]:
    for group, members in groupby(sorted(items, key=key), key):
        yield group, list(members)
