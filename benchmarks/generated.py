"""A graph of any size with the shape of ours, the same for the same size: for measuring, not for reading.

Agencies issue policies, policies have provisions, provisions support firms, groups and technologies; regions lie in one
another; firms and projects lie in parks, make products and supply each other; some hubs have very many ties. As in real
graphs, provisions and indicators of several policies share a name, names are of several scripts, some statements are
only proposed, inferred or known by reference, and a policy's figures stand in its own text. What the world bounds does
not grow with the number of documents: there are about as many regions as the gazetteer has, and as many groups whose
classes say who may belong to them as `names/groups.yaml` knows; the groups of a document's own wording have none.
"""
from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import cycle, islice

from ontology.records import Document, Entity, Evidence, Section, Side, Statement, Value
from ontology.vocabulary import vocabulary

SHARES = {  # class -> share of the entities
    "Agency": 0.04, "Automaker": 0.02, "PartsMaker": 0.08, "Firm": 0.10, "FinancialInstitution": 0.02,
    "Institution": 0.03, "Region": 0.016, "Park": 0.03, "InformationPlatform": 0.02, "Alliance": 0.01, "Plan": 0.025,
    "Measures": 0.025, "Reply": 0.005, "Interpretation": 0.005, "Provision": 0.30, "AgentGroup": 0.03, "Project": 0.06,
    "Product": 0.05, "Technology": 0.06, "Indicator": 0.06, "Instrument": 0.01, "Event": 0.01,
}
SAID = (  # relation, subject's class, object's class, share of the statements
    ("issues", "Agency", "Policy", 0.03), ("basedOn", "Policy", "Policy", 0.02),
    ("interprets", "Interpretation", "Policy", 0.005), ("repliesTo", "Reply", "Agency", 0.005),
    ("responsibleFor", "Agency", "Provision", 0.15), ("assists", "Agency", "Provision", 0.05),
    ("supports", "Provision", "Firm", 0.10), ("supports", "Provision", "Technology", 0.08),
    ("supports", "Agency", "Firm", 0.04), ("supports", "Provision", "Project", 0.02), ("restricts", "Policy", "Firm", 0.01),
    ("subsidizes", "Provision", "AgentGroup", 0.07), ("subsidizes", "Provision", "Product", 0.01),
    ("builds", "Region", "Platform", 0.03), ("builds", "Agency", "Project", 0.02),
    ("reliesOn", "Platform", "Institution", 0.03), ("memberOf", "Firm", "Platform", 0.04),
    ("memberOf", "Firm", "AgentGroup", 0.01), ("locatedIn", "Firm", "Park", 0.05), ("locatedIn", "Project", "Park", 0.04),
    ("cooperatesWith", "Agency", "Agency", 0.03), ("suppliesTo", "PartsMaker", "Automaker", 0.04),
    ("subsidiaryOf", "Firm", "Firm", 0.01), ("produces", "Firm", "Product", 0.04), ("uses", "Project", "Technology", 0.01),
    ("offers", "FinancialInstitution", "Instrument", 0.01), ("organizes", "Agency", "Event", 0.01),
    ("undertakes", "Firm", "Project", 0.03), ("hasIndicator", "Policy", "Indicator", 0.03),
    ("hasIndicator", "Region", "Indicator", 0.01),
)
POLICIES = ("Plan", "Measures", "Reply", "Interpretation")
SHARED_NAME = {"Provision": 3, "Indicator": 4}  # so many entities of the class have one name
SIGNS = ("", "", "", "川渝", "é", "Ω", "\ufb01", "𠮷")  # the last two sort one way by code point, another by UTF-16
KNOWN_GROUPS = 200
CANDIDATES = {"Firm": 72, "Automaker": 30, "PartsMaker": 18, "FinancialInstitution": 20, "Institution": 20, "Agency": 20}
STATUS = {"asserted": 88, "proposed": 8, "inferred": 4}


def generated(entities: int, statements: int) -> tuple[list[Document], list[Entity], list[Statement]]:
    """Records with about so many entities and statements, a document for every hundred statements."""
    chance = random.Random(7)
    documents = [_document(number) for number in range(max(1, statements // 100))]
    texts = cycle(documents)
    things = [_entity(class_, number, chance, texts) for class_, share in SHARES.items()
              for number in range(max(3, round(entities * share)))]
    return documents, things, list(_statements(things, documents, statements, chance))


def _document(number: int) -> Document:
    section = Section("一", f"第{number}节", 0, 100000)
    return Document(f"文〔{number}〕", f"{number}.txt", f"第{number}号文件", "plan", (), f"文〔{number}〕" if number % 3 else None,
                    f"20{number % 25:02}-01-01", None, f"https://example.org/{number}", "text", (section,))


def _entity(class_: str, number: int, chance: random.Random, texts: Iterator[Document]) -> Entity:
    alike = number // SHARED_NAME.get(class_, 1)
    name = f"{SIGNS[alike % len(SIGNS)]}{vocabulary().classes[class_].zh}{alike}"
    properties: dict[str, object] = {}
    identifiers: dict[str, str] = {}
    if class_ == "Agency":
        properties["jurisdiction"] = f"Region-{number % 2}"
    if class_ == "AgentGroup" and number < KNOWN_GROUPS:
        properties["memberClasses"] = chance.choices(list(CANDIDATES), list(CANDIDATES.values()))
    if class_ in POLICIES:
        text = next(texts)
        properties |= {"documents": [text.id], "validFrom": text.written}
        identifiers = {"number": text.number} if text.number else {}
        if number % 4 == 0:
            properties["validTo"] = f"20{chance.randrange(10, 35)}-12-31"
    return Entity(f"{class_}-{number}", name, vocabulary().leaf_first([class_]), (f"{name}简称",), identifiers, properties)


def _statements(things: list[Entity], documents: list[Document], most: int, chance: random.Random) -> Iterator[Statement]:
    by_class: dict[str, list[Entity]] = {}
    for thing in things:
        for class_ in thing.classes:
            by_class.setdefault(class_, []).append(thing)
    texts = {document.id: document for document in documents}
    yield from _places(by_class)
    for number, provision in enumerate(by_class["Provision"]):
        policy = by_class["Policy"][number % len(by_class["Policy"])]
        yield _said(f"has-{number}", "hasProvision", policy, provision, _source(policy, texts, chance), {})
    for relation, subject, object_, share in SAID:
        for number in range(round(most * share)):
            ends = _one(by_class[subject], chance), _one(by_class[object_], chance)
            if ends[0] is not ends[1]:
                [status] = chance.choices(list(STATUS), list(STATUS.values()))
                yield _said(f"{relation}-{subject}-{object_}-{number}", relation, *ends,
                            _source(ends[0], texts, chance), _qualifiers(relation, chance), status)


def _one(things: list[Entity], chance: random.Random) -> Entity:
    """Mostly any, sometimes one of the few first: those become hubs."""
    return things[int(len(things) * chance.random() ** 3)] if chance.random() < 0.3 else chance.choice(things)


def _source(subject: Entity, texts: dict[str, Document], chance: random.Random) -> Document:
    """A policy's own text, else any."""
    own = subject.properties.get("documents")
    return texts[own[0]] if own else texts[f"文〔{chance.randrange(len(texts))}〕"]


def _qualifiers(relation: str, chance: random.Random) -> dict[str, Value]:
    if relation == "subsidizes":
        return {"amount": chance.randrange(1, 100) * 100000, "unit": "CNY", "strength": 4, "rate": chance.randrange(1, 9) / 10}
    if relation == "responsibleFor":
        return {"role": "责任单位", **({"deadline": f"202{chance.randrange(10)}-12-31"} if chance.random() < 0.3 else {})}
    if relation == "hasIndicator":
        return {"value": chance.choice((chance.randrange(1000), chance.randrange(1000) / 8)), "unit": "辆",
                "year": chance.randrange(2020, 2030), "operator": "=", "kind": chance.choice(("target", "achieved"))}
    if relation == "undertakes" and chance.random() < 0.5:
        return {"amount": chance.randrange(1, 100) * 10**8, "unit": "CNY"}
    return {"strength": chance.randrange(1, 6)} if relation == "supports" else {}


def _places(by_class: dict[str, list[Entity]]) -> Iterator[Statement]:
    """Two great regions; every other region in one of them, every park in a region: known by reference."""
    regions = by_class["Region"]
    lies = [(region, regions[number % 2]) for number, region in enumerate(regions[2:])]
    lies += zip(by_class["Park"], islice(cycle(regions), len(by_class["Park"])), strict=True)
    for place, around in lies:
        evidence = Evidence("reference:regions", "names/regions.yaml", place.id, 0, 0, "", "reference")
        yield Statement(f"{place.id}/within/{around.id}", "within", vocabulary().relations_up("within"),
                        Side(place.id, place.name), Side(around.id, around.name), {}, "reference", evidence)


def _said(id_: str, relation: str, subject: Entity, object_: Entity, document: Document,
          qualifiers: dict[str, Value], status: str = "asserted") -> Statement:
    sides = Side(subject.id, subject.name), Side(object_.id, object_.name)
    relations = vocabulary().relations_up(relation)
    if status == "inferred":
        return Statement(id_, relation, relations, *sides, qualifiers, status, None, (f"{id_}-1", f"{id_}-2"))
    quote = f"{subject.name}与{object_.name}，第{id_}项。"
    evidence = Evidence(document.id, document.source, "一", 0, len(quote), quote, relation)
    return Statement(id_, relation, relations, *sides, qualifiers, status, evidence)
