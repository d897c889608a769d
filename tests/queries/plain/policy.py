"""Policies and their provisions."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ontology.records import Statement
from tests.queries.plain.indicator import indicators
from tests.queries.plain.world import Row, World, grant, row, shown, triple, type_


def policy_family(world: World, policy: str) -> Iterable[Row]:
    id_ = world.find(policy).id
    return (triple(one) for one in world.said("basedOn", "interprets", "repliesTo", "partOf")
            if id_ in (one.subject.id, one.object.id))


def interpretations(world: World) -> Iterable[Row]:
    return (row(one, subject=one.subject.name, object=one.object.name) for one in world.said("interprets"))


def provisions(world: World, policy: str) -> Iterable[Row]:
    for one in world.said("hasProvision", subject=world.find(policy).id):
        id_ = one.object.id
        yield shown({"depth": 1, "provision": one.object.name,
                     "beneficiaries": sorted({said.object.name for said in world.said("supports", subject=id_)}),
                     "responsible": sorted({said.subject.name for said in world.said("responsibleFor", object_=id_)})})


def policy_money(world: World, policy: str) -> Iterable[Row]:
    id_ = next(one.id for one in world.entities.values() if policy in (one.name, one.identifiers.get("number")))
    for one in world.said("subsidizes"):
        if id_ in world.above(one.subject.id):
            yield row(one, provision=one.subject.name, beneficiary=one.object.name, **grant(one))


def policy_indicators(world: World, policy: str) -> Iterable[Row]:
    for one in indicators(world):
        evidence = next(said.evidence for said in world.facts if said.id == one["statement"])
        if evidence and evidence.document == policy:
            yield one


def in_force(world: World, date: str) -> Iterable[Row]:
    for id_, one in world.entities.items():
        dates = [world.documents[document].written for document in one.properties.get("documents", ())]
        start = one.properties.get("validFrom") or min(filter(None, dates), default=None)
        if "Policy" in one.classes and start and start <= date <= one.properties.get("validTo", date):
            yield shown({"policy": one.name, "class": one.classes[0], "number": one.identifiers.get("number"),
                         "validFrom": start, "validTo": one.properties.get("validTo"),
                         "issuers": sorted(said.subject.name for said in world.said("issues", object_=id_))})


def policies_of_firm(world: World, firm: str) -> Iterable[Row]:
    touching: dict[str, list[Statement]] = defaultdict(list)
    for one in world.said(object_=world.find(firm).id):
        for id_ in world.above(one.subject.id):
            if world.is_a(id_, "Policy"):
                touching[id_].append(one)
    for id_, found in touching.items():
        yield {"policy": world.name(id_), "class": world.leaf(id_), "number": world.entities[id_].identifiers["number"],
               "relations": sorted({type_(one) for one in found}),
               "provisions": sorted({one.subject.name for one in found})}
