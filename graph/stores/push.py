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
    """Make `target` hold the graph of `source`; `progress` hears how many rows of how many are written, of those that
    are compared already: first all of nodes, then with each type of relationship more.

    Raises ChuanyuError where the server is away or refuses; running it again goes on where it stopped.
    """
    writer = Writer(target, progress)
    for statement in SCHEMA:
        writer.pushed.written.update(target.write(statement))
    target.run("CALL db.awaitIndexes(300)")
    for _ in range(ROUNDS):
        nodes, types = _compare_nodes(source, target), _differing(source, target, LINK_SUMS)
        if not nodes and not types:
            writer.pushed.nodes = sum(number for number, _ in sums(source, NODE_SUMS).values())
            writer.pushed.relationships = sum(number for number, _ in sums(source, LINK_SUMS).values())
            return writer.pushed
        with ThreadPoolExecutor(1) as ahead:  # a type is compared while the server is busy with what stands before it
            parts = [ahead.submit(_compare_links, source, target, type_) for type_ in types]
            writer.write(node_writes(nodes))
            for part in parts:
                writer.write(link_writes(part.result()))
        writer.write(gone_writes(nodes))
    raise ChuanyuError(f"{target.uri} holds something else than was pushed, somebody else writes to it: push again.",
                       f"{target.uri}中的内容与所推送的不一致，可能有他人同时写入：请再推送一次。")


@dataclass(slots=True)
class Writer:
    """Writes batches of rows to a target, counts what the server did and tells how far it is."""

    target: Neo4jStore
    progress: Callable[[int, int], None]
    pushed: Pushed = field(default_factory=Pushed)
    done: int = 0
    total: int = 0

    def write(self, batches: Iterable[tuple[str, list[Any]]]) -> None:
        """Write batches, each in one transaction."""
        batches = list(batches)
        self.total += sum(len(rows) for _, rows in batches)
        for cypher, rows in batches:
            pieces = ({"rows": rows[at:at + PIECE]} for at in range(0, len(rows), PIECE))
            self.pushed.written.update(self.target.write(cypher, *pieces))
            self.done += len(rows)
            self.progress(self.done, self.total)


def sums(store: Store, cypher: str) -> Sums:
    """Class or type -> how many of ours the store holds and the sum of their hashes."""
    return {part: (number, total) for part, number, total in store.run(cypher).rows}


def compare(source: Store, target: Store) -> Difference:
    """What of the target differs from the source; empty where all counts and sums agree."""
    whole = _compare_nodes(source, target)
    for type_ in _differing(source, target, LINK_SUMS):
        part = _compare_links(source, target, type_)
        whole.links_gone += part.links_gone
        whole.links_new += part.links_new
    return whole


def _differing(source: Store, target: Store, cypher: str) -> list[str]:
    ours, theirs = sums(source, cypher), sums(target, cypher)
    return sorted(part for part in ours.keys() | theirs.keys() if ours.get(part) != theirs.get(part))


def _compare_nodes(source: Store, target: Store) -> Difference:
    """All classes at once, for a node may have changed its class."""
    difference = Difference()
    if not (classes := _differing(source, target, NODE_SUMS)):
        return difference
    some = {"classes": classes}
    held = dict(target.run("MATCH (n:Chuanyu) WHERE n.class IN $classes RETURN n.id, n.hash", some).rows)
    for (value,) in source.run("MATCH (n:Chuanyu) WHERE n.class IN $classes RETURN n", some).rows:
        node = Node(tuple(value["labels"]), value["properties"])
        if node.id not in held:
            difference.nodes_new.append(node)
        elif held.pop(node.id) != node.properties["hash"]:
            difference.nodes_changed.append(node)
    difference.nodes_gone = sorted(held)
    return difference


def _compare_links(source: Store, target: Store, type_: str) -> Difference:
    """Relationships of one type: one that differs, or stands there twice, goes and comes anew."""
    difference = Difference()
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
            difference.links_new.append(link)
    difference.links_gone = [{"element": element, "id": id_} for id_, all_ in sorted(held.items()) for element, _ in all_]
    return difference


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
    """The statements that take relationships away and make new ones."""
    yield from _batches("UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row.element AND r.id = row.id "
                        "DELETE r", difference.links_gone)
    for type_, links in _groups(difference.links_new, lambda link: link.type):
        yield from _batches("UNWIND $rows AS row MATCH (a:Chuanyu {id: row.subject}) MATCH (b:Chuanyu {id: row.object})"
                            f" CREATE (a)-[r:{quoted(type_)}]->(b) SET r = row.properties",
                            [{"subject": link.start, "object": link.end, "properties": link.properties}
                             for link in links])


def gone_writes(difference: Difference) -> Iterator[tuple[str, list[Any]]]:
    """The statements that take away the nodes that vanished; those to which others tied something only stop being ours."""
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
