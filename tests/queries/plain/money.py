"""Grants, claims and budgets."""
from __future__ import annotations

from collections.abc import Iterable

from tests.queries.plain.world import Row, World, bases, grant, row, shown, triple, type_


def claims(world: World, firm: str) -> Iterable[Row]:
    for id_, basis in bases(world, world.find(firm).id).items():
        for one in world.said("supports", object_=id_):
            yield row(one, basis=basis, beneficiary=one.object.name, supporter=one.subject.name, relation=type_(one),
                      **grant(one))


def subsidies(world: World) -> Iterable[Row]:
    for one in world.said("subsidizes"):
        law = world.entities["plan"].properties
        yield row(one, supporter=one.subject.name, beneficiary=one.object.name, validFrom=law["validFrom"],
                  validTo=law["validTo"], **grant(one), **world.behind(one.subject.id))


def budgets(world: World) -> Iterable[Row]:
    for one in world.facts:
        if "amount" in one.qualifiers and one.relation != "subsidizes":
            yield {**triple(one), **shown(grant(one))}
