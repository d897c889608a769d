"""What of a Neo4j database differs from our graph.

Nodes of ours carry the marker label, relationships an `id` and a `hash`; nothing else is ever matched. Both sides are
compared by count and sum of hashes, class by class and type by type; only where these differ are ids and hashes read.
"""
from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graph.stores.cypher import quoted
from graph.stores.property_graph import Node, Relationship
from graph.stores.protocol import Store

NODE_SUMS = "MATCH (n:Chuanyu) RETURN n.class AS part, count(*) AS number, sum(n.hash) AS total"
LINK_SUMS = ("MATCH (:Chuanyu)-[r]->(:Chuanyu) WHERE r.hash IS NOT NULL "
             "RETURN type(r) AS part, count(*) AS number, sum(r.hash) AS total")

Sums = dict[str, tuple[int, int]]
Row = dict[str, Any]


class Held:
    """What a store holds of ours, summed up when it is asked for: nodes by class, relationships by type."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def nodes(self) -> Sums:
        """Class -> how many nodes and the sum of their hashes."""
        return sums(self._store, NODE_SUMS)

    @cached_property
    def links(self) -> Sums:
        """Type -> how many relationships and the sum of their hashes."""
        return sums(self._store, LINK_SUMS)


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


def sums(store: Store, cypher: str) -> Sums:
    """Class or type -> how many of ours the store holds and the sum of their hashes."""
    return {part: (number, total) for part, number, total in store.run(cypher).rows}


def differing(ours: Sums, theirs: Sums) -> list[str]:
    """The classes or types of which two stores hold something else."""
    return sorted(part for part in ours.keys() | theirs.keys() if ours.get(part) != theirs.get(part))


def compare(source: Store, target: Store) -> Difference:
    """What of the target differs from the source; empty where all counts and sums agree."""
    ours, theirs = Held(source), Held(target)
    whole = compare_nodes(source, target, differing(ours.nodes, theirs.nodes))
    for type_ in differing(ours.links, theirs.links):
        part = compare_links(source, target, type_)
        whole.links_gone += part.links_gone
        whole.links_new += part.links_new
    return whole


def compare_nodes(source: Store, target: Store, classes: list[str]) -> Difference:
    """Nodes of these classes, all at once, for a node may have changed its class."""
    difference = Difference()
    if not classes:
        return difference
    some = {"classes": classes}
    there = dict(target.run("MATCH (n:Chuanyu) WHERE n.class IN $classes RETURN n.id, n.hash", some).rows)
    for (value,) in source.run("MATCH (n:Chuanyu) WHERE n.class IN $classes RETURN n", some).rows:
        node = Node(tuple(value["labels"]), value["properties"])
        if node.id not in there:
            difference.nodes_new.append(node)
        elif there.pop(node.id) != node.properties["hash"]:
            difference.nodes_changed.append(node)
    difference.nodes_gone = sorted(there)
    return difference


def compare_links(source: Store, target: Store, type_: str) -> Difference:
    """Relationships of one type: one that differs, or stands there twice, goes and comes anew."""
    difference = Difference()
    between = f"(a:Chuanyu)-[r:{quoted(type_)}]->(b:Chuanyu)"
    there: dict[str, list[tuple[str, int]]] = {}
    for id_, element, content in target.run(f"MATCH {between} WHERE r.hash IS NOT NULL "
                                            "RETURN r.id, elementId(r), r.hash").rows:
        there.setdefault(id_, []).append((element, content))
    for subject, object_, value in source.run(f"MATCH {between} RETURN a.id, b.id, r").rows:
        link = Relationship(type_, subject, object_, value["properties"])
        found = there.get(link.id, [])
        if [content for _, content in found] == [link.properties["hash"]]:
            del there[link.id]
        else:
            difference.links_new.append(link)
    difference.links_gone = [{"element": element, "id": id_} for id_, all_ in sorted(there.items()) for element, _ in all_]
    return difference
