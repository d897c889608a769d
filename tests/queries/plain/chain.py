"""Technologies, products and makers."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tests.queries.plain.world import Row, World, row, shown, triple, type_


def technologies(world: World) -> Iterable[Row]:
    for one in world.said("supports"):
        if world.is_a(one.object.id, "Technology") or world.is_a(one.object.id, "Product"):
            yield row(one, technology=one.object.name, supporter=one.subject.name, relation=type_(one),
                      strength=one.qualifiers.get("strength"), **{"class": world.leaf(one.object.id)})


def missing_links(world: World) -> Iterable[Row]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in technologies(world):
        if not list(world.said("produces", object_=world.find(one["technology"]).id)):
            found[one["technology"]].add(one["supporter"])
    return ({"technology": name, "class": world.find(name).classes[0], "supporters": sorted(who)}
            for name, who in found.items())


def makers(world: World) -> Iterable[Row]:
    return (row(one, maker=one.subject.name, relation=type_(one), technology=one.object.name,
                **{"class": world.leaf(one.subject.id)}) for one in world.said("produces", "offers", "undertakes"))


def links(world: World) -> Iterable[Row]:
    for id_, one in world.entities.items():
        who = {"makers": sorted({said.subject.name for said in world.said("produces", "offers", object_=id_)}),
               "supporters": sorted({said.subject.name for said in world.said("supports", object_=id_)})}
        if {"Technology", "Product"} & set(one.classes) and any(who.values()):
            yield shown({"technology": one.name, "class": one.classes[0], **who})


def sought(world: World, words: str) -> Iterable[Row]:
    wanted = ("Technology", "Product", "Project", "Platform", "AgentGroup")
    for one in world.facts:
        quote = one.evidence.quote if one.evidence else ""
        if any(word in quote or word in one.subject.name for word in words.split(",")) and any(
                world.is_a(one.object.id, class_) for class_ in wanted):
            yield row(one, sought=one.object.name, relation=type_(one), seeker=one.subject.name,
                      **{"class": world.leaf(one.object.id)})


def firm_products(world: World, firm: str) -> Iterable[Row]:
    id_ = world.find(firm).id
    return (triple(one) for one in world.said("produces", "suppliesTo", "uses") if id_ in (one.subject.id, one.object.id))
