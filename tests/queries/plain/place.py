"""Regions, parks and projects."""
from __future__ import annotations

from collections.abc import Iterable

from tests.queries.plain.world import Row, World, measured, row, shown


def parks(world: World, region: str) -> Iterable[Row]:
    for id_ in world.inside(world.find(region).id):
        if world.is_a(id_, "Park"):
            here = [one.subject.id for one in world.said("locatedIn", object_=id_)]
            yield shown({"park": world.name(id_), "class": world.leaf(id_),
                         "firms": sorted(world.name(one) for one in here if world.is_a(one, "Firm")),
                         "projects": sorted(world.name(one) for one in here if world.is_a(one, "Project"))})


def place_profile(world: World, region: str) -> Iterable[Row]:
    for id_ in world.inside(world.find(region).id):
        yield from ({**measured(one), "place": world.name(id_)} for one in world.about(id_))


def projects(world: World, region: str) -> Iterable[Row]:
    for id_ in world.inside(world.find(region).id):
        for one in world.said("locatedIn", object_=id_):
            if world.is_a(one.subject.id, "Project"):
                makers = world.said("undertakes", "builds", object_=one.subject.id)
                yield row(one, project=one.subject.name, place=world.name(id_),
                          firms=sorted({said.subject.name for said in makers}))
