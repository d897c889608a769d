"""The graph as a networkx view, for what is asked of the whole of it: who is most connected, who ties two sides, who
belongs together.

Nodes are entities, an edge is a statement under its id. Nodes and edges go in sorted, so every answer is reproducible.
"""
from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

from ontology.records import Entity, Statement

if TYPE_CHECKING:
    import networkx as nx

    Network = nx.MultiDiGraph[str]
    Ties = nx.Graph[str]

FACTS = ("asserted", "reference")


class Ranked(NamedTuple):
    """An entity's id and how high it ranks."""

    id: str
    weight: float


def network(entities: Iterable[Entity], statements: Iterable[Statement], statuses: Collection[str] = FACTS) -> Network:
    """Entities (`name`, leaf `kind`) and the statements of these statuses (`relation`, `status`) between them."""
    import networkx as nx

    graph: Network = nx.MultiDiGraph()
    for entity in sorted(entities, key=lambda one: one.id):
        graph.add_node(entity.id, name=entity.name, kind=entity.classes[0])
    for one in sorted(statements, key=lambda one: one.id):
        if one.status in statuses:
            graph.add_edge(one.subject.id, one.object.id, key=one.id, relation=one.relation, status=one.status)
    return graph


def ties(graph: Network) -> Ties:
    """Who has to do with whom, either way: `weight` counts the statements between two."""
    import networkx as nx

    simple: Ties = nx.Graph()
    simple.add_nodes_from(graph)
    for start, end in graph.edges():
        if start != end:
            weight = simple.get_edge_data(start, end, {"weight": 0})["weight"]
            simple.add_edge(start, end, weight=weight + 1)
    return simple


def most_connected(graph: Network, count: int) -> list[Ranked]:
    """The entities with most neighbours, each neighbour counted once."""
    return _first(dict(ties(graph).degree()), count)


def brokers(graph: Network, one_side: Collection[str], other_side: Collection[str], count: int) -> list[Ranked]:
    """Who stands between two sides that share nobody: on the shortest ways of how many pairs, one of each side.

    Where a pair has several shortest ways, each counts for its part.
    """
    import networkx as nx

    near, far = (sorted(set(side).intersection(graph)) for side in (one_side, other_side))
    found = nx.betweenness_centrality_subset(ties(graph), near, far)
    return _first({node: 2 * weight for node, weight in found.items() if weight > 0}, count)  # networkx halves them


def communities(graph: Network) -> list[list[str]]:
    """Entities that have more to do with each other than with the rest, the largest group first; loners are none."""
    import networkx as nx

    joined = ties(graph)
    joined.remove_nodes_from([node for node, degree in dict(joined.degree()).items() if degree == 0])
    groups = nx.community.louvain_communities(joined, seed=0) if joined else []
    return sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))


def _first(weights: dict[str, float], count: int) -> list[Ranked]:
    ranked = sorted((Ranked(*item) for item in weights.items()), key=lambda one: (-one.weight, one.id))
    return ranked[:count]
