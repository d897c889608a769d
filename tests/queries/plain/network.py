"""Ties and connections."""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from ontology.records import Statement
from tests.queries.plain.world import Row, World, type_


def most_connected(world: World, top: str) -> Iterable[Row]:
    rows = []
    for id_, one in world.entities.items():
        if "Actor" in one.classes:
            said = list(world.about(id_))
            others = {end.id for fact in said for end in (fact.subject, fact.object)} - {id_}
            rows.append((-len(said), id_, {"entity": one.name, "class": one.classes[0], "statements": len(said),
                                           "neighbours": len(others)}))
    return [row for _, _, row in sorted(rows)[:int(top)]]


def shortest_tie(world: World, one: str, other: str) -> Iterable[Row]:
    """All ways of at most three steps that visit nothing twice."""
    def walk(path: list[str], found: list[Statement]) -> Iterator[Row]:
        if path[-1] == world.find(other).id:
            yield {"steps": len(found), "names": [world.name(id_) for id_ in path],
                   "relations": [type_(said) for said in found], "statements": [said.id for said in found]}
        elif len(found) < 3:
            for said in world.about(path[-1]):
                end = said.object.id if said.subject.id == path[-1] else said.subject.id
                if end not in path:
                    yield from walk([*path, end], [*found, said])

    ways = walk([world.find(one).id], [])
    return sorted(ways, key=lambda row: (row["steps"], row["names"], row["statements"]))[:5]
