"""What each question answers, worked out in plain Python over the records: the second opinion on the Cypher.

Every function is named as its query and returns rows as mappings, without the columns that only cite a statement and
without what is empty; their order does not matter.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

from ontology.records import Entity, Statement
from ontology.vocabulary import vocabulary
from tests.handmade import Handmade

Row = dict[str, Any]
FACTS = ("asserted", "reference")
GRANT = ("amount", "amountMax", "unit", "per", "rate", "rateBase", "cap", "capPer", "share", "tier", "condition",
         "deadline")


class World:
    """The hand-made graph with the small questions that all the others are made of."""

    def __init__(self, made: Handmade) -> None:
        self.entities = {entity.id: entity for entity in made.entities}
        self.documents = {document.id: document for document in made.documents}
        self.facts = [one for one in made.statements if one.status in FACTS]

    def find(self, name: str) -> Entity:
        return next(one for one in self.entities.values() if name in (one.name, *one.aliases))

    def name(self, id_: str) -> str:
        return self.entities[id_].name

    def leaf(self, id_: str) -> str:
        return self.entities[id_].classes[0]

    def said(self, *relations: str, subject: str | None = None, object_: str | None = None) -> Iterator[Statement]:
        """Facts of these relations or below, with these ends."""
        wanted = {name for relation in relations for name in vocabulary().narrower(relation)}
        for one in self.facts:
            if (not wanted or one.relation in wanted) and subject in (None, one.subject.id) \
                    and object_ in (None, one.object.id):
                yield one

    def about(self, id_: str) -> Iterator[Statement]:
        return (one for one in self.facts if id_ in (one.subject.id, one.object.id))

    def is_a(self, id_: str, class_: str) -> bool:
        return class_ in self.entities[id_].classes

    def above(self, id_: str) -> set[str]:
        """The provision or policy itself and all that have it as a provision."""
        return {id_}.union(*(self.above(one.subject.id) for one in self.said("hasProvision", object_=id_)))

    def policy(self, id_: str) -> str | None:
        return min((self.name(one) for one in self.above(id_) - {id_} if self.is_a(one, "Policy")), default=None)

    def inside(self, id_: str) -> set[str]:
        """The place and all places within it."""
        return {id_}.union(*(self.inside(one.subject.id) for one in self.said("within", object_=id_)))

    def behind(self, id_: str) -> Row:
        """Who issues, and who answers for, a provision or what it belongs to."""
        ends = self.above(id_)
        return {key: sorted({one.subject.name for one in self.said(relation) if one.object.id in ends})
                for key, relation in (("issuers", "issues"), ("responsible", "responsibleFor"))}


def row(statement: Statement, **columns: Any) -> Row:
    """The columns with the statement's id, and its status where it is not simply asserted."""
    status = {} if statement.status == "asserted" else {"status": statement.status}
    return shown({**columns, **status, "statement": statement.id})


def shown(columns: Row) -> Row:
    return {name: value for name, value in columns.items() if value not in (None, [])}


def type_(statement: Statement) -> str:
    return vocabulary().cypher_type(statement.relation)


def triple(one: Statement) -> Row:
    return row(one, subject=one.subject.name, relation=type_(one), object=one.object.name)


def grant(one: Statement) -> Row:
    return {name: one.qualifiers.get(name) for name in GRANT}


def who_supports_whom(world: World) -> Iterable[Row]:
    for one in world.said("supports"):
        yield row(one, supporter=one.subject.name, supporterClass=world.leaf(one.subject.id), relation=type_(one),
                  beneficiary=one.object.name, **grant(one), **world.behind(one.subject.id))


def _bases(world: World, firm: str) -> dict[str, str]:
    """What a firm may be supported as: itself, a group that it is in, a group whose classes it has."""
    bases = {id_: "candidate" for id_, one in world.entities.items()
             if set(one.properties.get("memberClasses", ())) & set(world.entities[firm].classes)}
    groups = {one.object.id: "member" for one in world.said("memberOf", subject=firm)
              if world.is_a(one.object.id, "AgentGroup")}
    return {**bases, **groups, firm: "named"}


def supporters(world: World, beneficiary: str) -> Iterable[Row]:
    id_of = world.find(beneficiary).id
    projects = {one.object.id: "project" for one in world.said("undertakes") if one.subject.id == id_of}
    for id_, basis in (projects | _bases(world, id_of)).items():
        for one in world.said("supports", object_=id_):
            yield row(one, basis=basis, supporter=one.subject.name, supporterClass=world.leaf(one.subject.id),
                      relation=type_(one), beneficiary=one.object.name, **grant(one), **world.behind(one.subject.id))


def claims(world: World, firm: str) -> Iterable[Row]:
    for id_, basis in _bases(world, world.find(firm).id).items():
        for one in world.said("supports", object_=id_):
            yield row(one, basis=basis, beneficiary=one.object.name, supporter=one.subject.name, relation=type_(one),
                      **grant(one))


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


def subsidies(world: World) -> Iterable[Row]:
    for one in world.said("subsidizes"):
        law = world.entities["plan"].properties
        yield row(one, supporter=one.subject.name, beneficiary=one.object.name, validFrom=law["validFrom"],
                  validTo=law["validTo"], **grant(one), **world.behind(one.subject.id))


def budgets(world: World) -> Iterable[Row]:
    for one in world.facts:
        if "amount" in one.qualifiers and one.relation != "subsidizes":
            yield {**triple(one), **shown(grant(one))}


def duties(world: World, agency: str) -> Iterable[Row]:
    for one in world.said("responsibleFor", "assists", subject=world.find(agency).id):
        yield row(one, relation=type_(one), role=one.qualifiers.get("role"), task=one.object.name,
                  policy=world.policy(one.object.id), deadline=one.qualifiers.get("deadline"))


def shared_duties(world: World) -> Iterable[Row]:
    for id_, one in world.entities.items():
        units = sorted({said.subject.name for said in world.said("responsibleFor", object_=id_)})
        if "Provision" in one.classes and len(units) > 1:
            yield {"policy": world.policy(id_), "task": one.name, "units": len(units), "responsible": units}


def due_before(world: World, before: str) -> Iterable[Row]:
    for one in world.said("responsibleFor", "assists"):
        if str(one.qualifiers.get("deadline", "9999")) <= before:
            others = {said.evidence.document for said in world.about(one.object.id) if said.evidence} & world.documents.keys()
            dates = (world.documents[id_].written or world.documents[id_].published or "" for id_ in others)
            yield row(one, deadline=one.qualifiers["deadline"], task=one.object.name, agency=one.subject.name,
                      role=one.qualifiers.get("role"), later=sum(date > before for date in dates))


def unanswered(world: World) -> Iterable[Row]:
    for id_, one in world.entities.items():
        if "Provision" in one.classes and not list(world.said("responsibleFor", object_=id_)):
            yield {"policy": world.policy(id_), "task": one.name, "statements": len(list(world.said(subject=id_)))}


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


def parks(world: World, region: str) -> Iterable[Row]:
    for id_ in world.inside(world.find(region).id):
        if world.is_a(id_, "Park"):
            here = [one.subject.id for one in world.said("locatedIn", object_=id_)]
            yield shown({"park": world.name(id_), "class": world.leaf(id_),
                         "firms": sorted(world.name(one) for one in here if world.is_a(one, "Firm")),
                         "projects": sorted(world.name(one) for one in here if world.is_a(one, "Project"))})


def place_profile(world: World, region: str) -> Iterable[Row]:
    for id_ in world.inside(world.find(region).id):
        yield from ({**triple(one), "place": world.name(id_)} for one in world.about(id_))


def projects(world: World, region: str) -> Iterable[Row]:
    for id_ in world.inside(world.find(region).id):
        for one in world.said("locatedIn", object_=id_):
            if world.is_a(one.subject.id, "Project"):
                makers = world.said("undertakes", "builds", object_=one.subject.id)
                yield row(one, project=one.subject.name, place=world.name(id_),
                          firms=sorted({said.subject.name for said in makers}))


def platforms(world: World) -> Iterable[Row]:
    return (row(one, builder=one.subject.name, platform=one.object.name, **{"class": world.leaf(one.object.id)})
            for one in world.said("builds") if world.is_a(one.object.id, "Platform"))


def reliance(world: World) -> Iterable[Row]:
    return (row(one, subject=one.subject.name, object=one.object.name, **{"class": world.leaf(one.subject.id)})
            for one in world.said("reliesOn"))


def members(world: World) -> Iterable[Row]:
    return (row(one, platform=one.object.name, member=one.subject.name, **{"class": world.leaf(one.subject.id)})
            for one in world.said("memberOf") if world.is_a(one.object.id, "Platform"))


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


def coverage(world: World) -> Iterable[Row]:
    for id_, one in world.documents.items():
        policies = {key for key, entity in world.entities.items() if id_ in entity.properties.get("documents", ())}
        issuers = {said.subject.id for said in world.said("issues") if said.object.id in policies}
        places = {world.entities[issuer].properties.get("jurisdiction") for issuer in issuers} - {None}
        said = [fact for fact in world.facts if fact.evidence and fact.evidence.document == id_]
        yield shown({"title": one.title, "number": one.number, "date": one.written or one.published,
                     "genre": one.genre, "kind": one.kind, "issuers": sorted(map(world.name, issuers)),
                     "regions": sorted(world.name(str(place)) for place in places), "statements": len(said)})


def firm_products(world: World, firm: str) -> Iterable[Row]:
    id_ = world.find(firm).id
    return (triple(one) for one in world.said("produces", "suppliesTo", "uses") if id_ in (one.subject.id, one.object.id))


def indicators(world: World) -> Iterable[Row]:
    for one in world.said("hasIndicator"):
        names = ("value", "operator", "unit", "year")
        yield row(one, indicator=one.object.name, subject=one.subject.name, measure=one.qualifiers["kind"],
                  **{name: one.qualifiers[name] for name in names})


def targets_met(world: World) -> Iterable[Row]:
    said = [*world.said("hasIndicator")]
    for goal, fact in product(said, said):
        kinds = goal.qualifiers["kind"], fact.qualifiers["kind"]
        issuers = (world.entities[one.subject.id] for one in world.said("issues", object_=goal.subject.id))
        theirs = {goal.subject.id, *(one.properties.get("jurisdiction") for one in issuers)}
        if kinds == ("target", "achieved") and fact.subject.id in theirs:
            want, have = goal.qualifiers["value"], fact.qualifiers["value"]
            yield {"indicator": goal.object.name, "unit": goal.qualifiers["unit"],
                   "targetYear": goal.qualifiers["year"], "target": want, "targetOf": goal.subject.name,
                   "achievedYear": fact.qualifiers["year"], "achieved": have, "achievedOf": fact.subject.name,
                   "ratio": float(have) / float(want)}


def contradictions(world: World) -> Iterable[Row]:
    groups: dict[tuple[Any, ...], list[Statement]] = defaultdict(list)
    for one in world.said("hasIndicator"):
        key = (one.subject.name, one.object.name, *(one.qualifiers[name] for name in ("year", "kind", "unit")))
        groups[key].append(one)
    for (subject, indicator, year, measure, unit), found in groups.items():
        if len({one.qualifiers["value"] for one in found}) > 1:
            yield {"subject": subject, "indicator": indicator, "year": year, "measure": measure, "unit": unit,
                   "values": sorted(one.qualifiers["value"] for one in found),
                   "statements": [one.id for one in found]}


def entity(world: World, entity: str) -> Iterable[Row]:
    one = world.find(entity)
    yield {"id": one.id, "entity": one.name, "class": one.classes[0], "aliases": sorted((one.name, *one.aliases))}


def sentences(world: World, one: str, other: str) -> Iterable[Row]:
    both = {world.find(one).id, world.find(other).id}
    return (triple(said) for said in world.facts if {said.subject.id, said.object.id} == both)


def statements_about(world: World, entity: str) -> Iterable[Row]:
    return map(triple, world.about(world.find(entity).id))


def documents(world: World, entity: str) -> Iterable[Row]:
    counts: dict[str, int] = defaultdict(int)
    for one in world.about(world.find(entity).id):
        if one.evidence and one.evidence.document in world.documents:
            counts[one.evidence.document] += 1
    for id_, count in counts.items():
        one_ = world.documents[id_]
        yield shown({"title": one_.title, "number": one_.number, "date": one_.written or one_.published,
                     "statements": count, "kind": one_.kind, "url": one_.url})


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
