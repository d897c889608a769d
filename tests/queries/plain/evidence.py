"""Sentences and documents."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tests.queries.plain.world import Row, World, measured, shown, triple


def coverage(world: World) -> Iterable[Row]:
    for id_, one in world.documents.items():
        policies = {key for key, entity in world.entities.items() if id_ in entity.properties.get("documents", ())}
        issuers = {said.subject.id for said in world.said("issues") if said.object.id in policies}
        places = {world.entities[issuer].properties.get("jurisdiction") for issuer in issuers} - {None}
        said = [fact for fact in world.facts if fact.evidence and fact.evidence.document == id_]
        yield shown({"title": one.title, "number": one.number, "date": one.written or one.published,
                     "genre": one.genre, "kind": one.kind, "issuers": sorted(map(world.name, issuers)),
                     "regions": sorted(world.name(str(place)) for place in places), "statements": len(said)})


def entity(world: World, entity: str) -> Iterable[Row]:
    one = world.find(entity)
    yield {"id": one.id, "entity": one.name, "class": one.classes[0], "aliases": sorted((one.name, *one.aliases))}


def sentences(world: World, one: str, other: str) -> Iterable[Row]:
    both = {world.find(one).id, world.find(other).id}
    return (triple(said) for said in world.facts if {said.subject.id, said.object.id} == both)


def statements_about(world: World, entity: str) -> Iterable[Row]:
    return map(measured, world.about(world.find(entity).id))


def documents(world: World, entity: str) -> Iterable[Row]:
    counts: dict[str, int] = defaultdict(int)
    for one in world.about(world.find(entity).id):
        if one.evidence and one.evidence.document in world.documents:
            counts[one.evidence.document] += 1
    for id_, count in counts.items():
        one_ = world.documents[id_]
        yield shown({"title": one_.title, "number": one_.number, "date": one_.written or one_.published,
                     "statements": count, "kind": one_.kind, "url": one_.url})
