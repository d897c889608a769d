"""Platforms and alliances."""
from __future__ import annotations

from collections.abc import Iterable

from tests.queries.plain.world import Row, World, row


def platforms(world: World) -> Iterable[Row]:
    return (row(one, builder=one.subject.name, platform=one.object.name, **{"class": world.leaf(one.object.id)})
            for one in world.said("builds") if world.is_a(one.object.id, "Platform"))


def reliance(world: World) -> Iterable[Row]:
    return (row(one, subject=one.subject.name, object=one.object.name, **{"class": world.leaf(one.subject.id)})
            for one in world.said("reliesOn"))


def members(world: World) -> Iterable[Row]:
    return (row(one, platform=one.object.name, member=one.subject.name, **{"class": world.leaf(one.subject.id)})
            for one in world.said("memberOf") if world.is_a(one.object.id, "Platform"))
