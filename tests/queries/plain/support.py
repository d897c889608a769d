"""Who supports whom."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tests.queries.plain.world import Row, World, bases, grant, row, triple, type_


def who_supports_whom(world: World) -> Iterable[Row]:
    for one in world.said("supports"):
        yield row(one, supporter=one.subject.name, supporterClass=world.leaf(one.subject.id), relation=type_(one),
                  beneficiary=one.object.name, **grant(one), **world.behind(one.subject.id))


def supporters(world: World, beneficiary: str) -> Iterable[Row]:
    id_of = world.find(beneficiary).id
    projects = {one.object.id: "project" for one in world.said("undertakes") if one.subject.id == id_of}
    for id_, basis in (projects | bases(world, id_of)).items():
        for one in world.said("supports", object_=id_):
            yield row(one, basis=basis, supporter=one.subject.name, supporterClass=world.leaf(one.subject.id),
                      relation=type_(one), beneficiary=one.object.name, **grant(one), **world.behind(one.subject.id))


def supported_by(world: World, agency: str) -> Iterable[Row]:
    name = world.find(agency).name
    for one in world.said("supports"):
        behind = world.behind(one.subject.id)
        way = [word for word, found in (("ISSUES", name in behind["issuers"]), ("SUPPORTS", one.subject.name == name),
                                        ("RESPONSIBLE_FOR", name in behind["responsible"])) if found]
        if way:
            yield row(one, agency=name, way=sorted(way), supporter=one.subject.name, relation=type_(one),
                      beneficiary=one.object.name, **{"class": world.leaf(one.object.id)}, **grant(one))


def support_by_class(world: World) -> Iterable[Row]:
    counts: dict[tuple[str, str, str], int] = defaultdict(int)
    for one in world.said("supports"):
        counts[world.leaf(one.subject.id), type_(one), world.leaf(one.object.id)] += 1
    for (supporter, relation, beneficiary), count in counts.items():
        yield {"supporterClass": supporter, "relation": relation, "beneficiaryClass": beneficiary, "statements": count}


def support_by_strength(world: World) -> Iterable[Row]:
    for one in world.said("supports"):
        if int(one.qualifiers.get("strength", 0)) >= 4:
            yield row(one, strength=4, supporter=one.subject.name, relation=type_(one), beneficiary=one.object.name)


def path_to_firm(world: World, firm: str) -> Iterable[Row]:
    """Issued or answered for, what is based on it, its provisions, whom they support."""
    def walk(path: list[str], types: list[str]) -> Iterator[Row]:
        for one in world.facts:
            last, kind = path[-1], type_(one)
            if one.subject.id == last and kind in ("SUPPORTS", "SUBSIDIZES") and one.object.id == world.find(firm).id:
                names = [world.name(id_) for id_ in [*path, one.object.id]]
                yield {"steps": len(types) + 1, "names": names, "relations": [*types, kind]}
            elif one.subject.id == last and (kind == "HAS_PROVISION" or (
                    len(path) == 1 and kind in ("ISSUES", "RESPONSIBLE_FOR"))):
                yield from walk([*path, one.object.id], [*types, kind])
            elif one.object.id == last and kind == "BASED_ON" and "HAS_PROVISION" not in types:
                yield from walk([*path, one.subject.id], [*types, kind])

    yield from walk(["state-council"], [])


def unnamed_firms(world: World) -> Iterable[Row]:
    for id_, one in world.entities.items():
        named = any(world.is_a(said.subject.id, "Policy") or world.is_a(said.subject.id, "Provision")
                    for said in world.said("supports", object_=id_))
        if "Firm" in one.classes and not named:
            yield {"firm": one.name, "class": one.classes[0], "statements": len(list(world.about(id_)))}


def _sides(world: World) -> tuple[set[str], set[str]]:
    def side(region: str) -> set[str]:
        places = world.inside(region)
        return {id_ for id_, one in world.entities.items()
                if id_ in places or one.properties.get("jurisdiction") in places}

    return side("cq"), side("sc")


def bridges(world: World) -> Iterable[Row]:
    here, there = _sides(world)
    return (triple(one) for one in world.facts
            if {one.subject.id in here, one.object.id in here} == {True, False}
            and {one.subject.id in there, one.object.id in there} == {True, False})


def shared_work(world: World) -> Iterable[Row]:
    here, there = _sides(world)
    work = {"issues", "responsibleFor", "assists", "contributesTo", "builds", "undertakes", "organizes"}
    for id_, one in world.entities.items():
        said = sorted((one for one in world.said(object_=id_) if one.relation in work),
                      key=lambda one: (one.subject.name, one.id))
        left = [one.subject.name for one in said if one.subject.id in here]
        right = [one.subject.name for one in said if one.subject.id in there]
        if left and right:
            yield {"common": one.name, "class": one.classes[0], "left": left, "right": right,
                   "relations": sorted({type_(one) for one in said}), "statements": [one.id for one in said]}
