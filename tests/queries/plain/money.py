"""Grants, claims and budgets."""
from __future__ import annotations

from collections.abc import Iterable

from ontology.records import Statement
from tests.queries.plain.world import Row, World, bases, grant, row, shown, triple, type_


def claims(world: World, firm: str) -> Iterable[Row]:
    for id_, basis in bases(world, world.find(firm).id).items():
        for one in world.said("supports", object_=id_):
            yield row(one, basis=basis, beneficiary=one.object.name, supporter=one.subject.name, relation=type_(one),
                      **valid(world, one), **grant(one), **world.behind(one.subject.id))


def subsidies(world: World) -> Iterable[Row]:
    for one in world.said("subsidizes"):
        yield row(one, supporter=one.subject.name, beneficiary=one.object.name, **valid(world, one), **grant(one),
                  **world.behind(one.subject.id))


def valid(world: World, statement: Statement) -> Row:
    """From when until when the policy holds whose text the statement's document is."""
    assert statement.evidence
    laws = [one.properties for one in world.entities.values()
            if statement.evidence.document in one.properties.get("documents", ())]
    return {key: law.get(key) for law in laws for key in ("validFrom", "validTo")}


def budgets(world: World) -> Iterable[Row]:
    for one in world.facts:
        if "amount" in one.qualifiers and one.relation != "subsidizes":
            yield {**triple(one), **shown(grant(one))}
