"""A graph of any size with the shape of ours, the same for the same size: for measuring, not for reading.

Agencies issue policies, policies have provisions, provisions support firms, groups and technologies; regions lie in one
another; firms and projects lie in parks, make products and supply each other; some hubs have very many ties.
"""
from __future__ import annotations

import random
from collections.abc import Iterator

from ontology.records import Document, Entity, Evidence, Section, Side, Statement
from ontology.vocabulary import vocabulary

SHARES = {  # class -> share of the entities
    "Agency": 0.04, "Automaker": 0.02, "PartsMaker": 0.08, "Firm": 0.12, "Institution": 0.03, "Region": 0.02,
    "Park": 0.03, "InformationPlatform": 0.03, "Plan": 0.03, "Measures": 0.03, "Provision": 0.30, "AgentGroup": 0.03,
    "Project": 0.06, "Product": 0.06, "Technology": 0.06, "Indicator": 0.06,
}
SAID = (  # relation, subject's class, object's class, share of the statements
    ("issues", "Agency", "Policy", 0.03), ("basedOn", "Policy", "Policy", 0.03),
    ("responsibleFor", "Agency", "Provision", 0.15), ("assists", "Agency", "Provision", 0.05),
    ("supports", "Provision", "Firm", 0.10), ("supports", "Provision", "Technology", 0.08),
    ("supports", "Agency", "Firm", 0.05), ("subsidizes", "Provision", "AgentGroup", 0.08),
    ("builds", "Region", "Platform", 0.04), ("reliesOn", "Platform", "Institution", 0.03),
    ("memberOf", "Firm", "Platform", 0.05), ("locatedIn", "Firm", "Park", 0.06), ("locatedIn", "Project", "Park", 0.04),
    ("cooperatesWith", "Agency", "Agency", 0.03), ("suppliesTo", "PartsMaker", "Automaker", 0.05),
    ("produces", "Firm", "Product", 0.05), ("undertakes", "Firm", "Project", 0.04), ("hasIndicator", "Policy", "Indicator", 0.04),
)


def generated(entities: int, statements: int) -> tuple[list[Document], list[Entity], list[Statement]]:
    """Records with about so many entities and statements, a document for every hundred statements."""
    chance = random.Random(7)
    documents = [_document(number) for number in range(max(1, statements // 100))]
    things = [_entity(class_, number, chance) for class_, share in SHARES.items()
              for number in range(max(3, round(entities * share)))]
    return documents, things, list(_statements(things, documents, statements, chance))


def _document(number: int) -> Document:
    section = Section("一", f"第{number}节", 0, 100000)
    return Document(f"文〔{number}〕", f"{number}.txt", f"第{number}号文件", "plan", (), f"文〔{number}〕",
                    f"20{number % 25:02}-01-01", None, f"https://example.org/{number}", "text", (section,))


def _entity(class_: str, number: int, chance: random.Random) -> Entity:
    name = f"{vocabulary().classes[class_].zh}{number}"
    properties: dict[str, object] = {}
    if class_ == "Agency":
        properties["jurisdiction"] = f"Region-{number % 2}"
    if class_ == "AgentGroup":
        properties["memberClasses"] = [chance.choice(("Automaker", "PartsMaker", "Firm"))]
    return Entity(f"{class_}-{number}", name, vocabulary().leaf_first([class_]), (f"{name}简称",), {}, properties)


def _statements(things: list[Entity], documents: list[Document], most: int, chance: random.Random) -> Iterator[Statement]:
    by_class: dict[str, list[Entity]] = {}
    for thing in things:
        for class_ in thing.classes:
            by_class.setdefault(class_, []).append(thing)
    yield from _places(by_class, documents[0])
    for number, provision in enumerate(by_class["Provision"]):
        policy = by_class["Policy"][number % len(by_class["Policy"])]
        yield _said(f"has-{number}", "hasProvision", policy, provision, documents[number % len(documents)], {})
    for relation, subject, object_, share in SAID:
        for number in range(round(most * share)):
            ends = _one(by_class[subject], chance), _one(by_class[object_], chance)
            if ends[0] is not ends[1]:
                yield _said(f"{relation}-{subject}-{object_}-{number}", relation, *ends, chance.choice(documents),
                            _qualifiers(relation, chance))


def _one(things: list[Entity], chance: random.Random) -> Entity:
    """Mostly any, sometimes one of the few first: those become hubs."""
    return things[int(len(things) * chance.random() ** 3)] if chance.random() < 0.3 else chance.choice(things)


def _qualifiers(relation: str, chance: random.Random) -> dict[str, str | int | float]:
    if relation == "subsidizes":
        return {"amount": chance.randrange(1, 100) * 100000, "unit": "CNY", "strength": 4}
    if relation == "responsibleFor":
        return {"role": "责任单位", "deadline": f"202{chance.randrange(10)}-12-31"}
    if relation == "hasIndicator":
        return {"value": chance.randrange(1000), "unit": "辆", "year": chance.randrange(2020, 2030), "operator": "=",
                "kind": chance.choice(("target", "achieved"))}
    return {"strength": chance.randrange(1, 6)} if relation == "supports" else {}


def _places(by_class: dict[str, list[Entity]], document: Document) -> Iterator[Statement]:
    """Two great regions; every other region in one of them, every park in a region."""
    regions = by_class["Region"]
    for number, region in enumerate(regions[2:]):
        yield _said(f"within-{number}", "within", region, regions[number % 2], document, {})
    for number, park in enumerate(by_class["Park"]):
        yield _said(f"park-{number}", "within", park, regions[number % len(regions)], document, {})


def _said(id_: str, relation: str, subject: Entity, object_: Entity, document: Document,
          qualifiers: dict[str, str | int | float]) -> Statement:
    evidence = Evidence(document.id, document.source, "一", 0, 10, f"{subject.name}与{object_.name}。", relation)
    return Statement(id_, relation, vocabulary().relations_up(relation), Side(subject.id, subject.name),
                     Side(object_.id, object_.name), qualifiers, "asserted", evidence)
