"""Build: what the documents gave becomes one graph, its evidence checked and every loss counted."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from graph.inference import infer
from ontology.errors import ChuanyuError
from ontology.names import Entry, Gazetteer
from ontology.records import Document, Entity, Evidence, Reading, Side, Statement
from ontology.vocabulary import vocabulary


@dataclass(frozen=True)
class Graph:
    """All records of a graph, sorted by id, and the build's report."""

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    report: Mapping[str, Any]


def build(readings: Iterable[Reading], texts: Mapping[str, str], names: Gazetteer,
          failures: Mapping[str, str] | None = None) -> Graph:
    """The graph of the readings. `texts` are by source, `failures` say by source why a file could not be read.

    Raises ChuanyuError where a mention or a quote does not stand in its text.
    """
    kept, copies = once(sorted(readings, key=lambda reading: (reading.document.source, start(reading))))
    entities = {entity.id: entity for entity in merge(entity for reading in kept for entity in reading.entities)}
    said = [statement for reading in kept for statement in reading.statements]
    check(entities.values(), said, texts)
    sides = {side.id for statement in said for side in (statement.subject, statement.object)}
    entities = {id_: entity for id_, entity in entities.items() if entity.mentions or id_ in sides}
    known = reference(entities, names)
    entities |= {entry.id: entry for entry in merge([*entities.values(), *places(known, names)])}
    said += known
    said += infer(said, entities)
    documents = tuple(sorted((reading.document for reading in kept), key=lambda document: document.id))
    statements = tuple(sorted((renamed(one, entities) for one in said), key=lambda one: one.id))
    everything = tuple(described(entities[id_], names) for id_ in sorted(entities))
    return Graph(documents, everything, statements,
                 report(kept, copies, everything, statements, failures or {}))


def start(reading: Reading) -> int:
    return reading.document.sections[0].start if reading.document.sections else 0


def once(readings: Iterable[Reading]) -> tuple[list[Reading], list[dict[str, str]]]:
    """Each document once: a copy under the same id is left out and told."""
    kept: dict[str, Reading] = {}
    copies: list[dict[str, str]] = []
    for reading in readings:
        first = kept.setdefault(reading.document.id, reading)
        if first is not reading:
            copies.append({"document": reading.document.id, "source": reading.document.source,
                           "kept": first.document.source})
    return list(kept.values()), copies


def merge(entities: Iterable[Entity]) -> Iterator[Entity]:
    """Entities of one id as one: names, classes and mentions of all."""
    groups: dict[str, list[Entity]] = {}
    for entity in entities:
        groups.setdefault(entity.id, []).append(entity)
    for id_ in sorted(groups):
        group = sorted(groups[id_], key=lambda entity: (entity.name, entity.mentions))
        name = group[0].name
        documents = sorted({doc for entity in group for doc in entity.properties.get("documents", ())})
        properties = {key: value for entity in group for key, value in sorted(entity.properties.items())}
        yield Entity(
            id_, name, vocabulary().leaf_first(class_ for entity in group for class_ in entity.classes),
            tuple(sorted({alias for entity in group for alias in (*entity.aliases, entity.name)} - {name})),
            {key: value for entity in group for key, value in sorted(entity.identifiers.items())},
            properties | ({"documents": documents} if documents else {}),
            tuple(sorted({mention for entity in group for mention in entity.mentions})))


def check(entities: Iterable[Entity], statements: Iterable[Statement], texts: Mapping[str, str]) -> None:
    """Every mention and quote must stand in its text at its offsets."""
    places = [(one.source, one.start, one.end, one.text) for entity in entities for one in entity.mentions]
    for statement in statements:
        if statement.evidence:
            proof = statement.evidence
            places.append((proof.source, proof.start, proof.end, proof.quote))
            places += [(proof.source, found.start, found.end, found.text)
                       for found in (proof.subject, proof.object) if found]
    for source, first, last, text in places:
        if texts[source][first:last] != text:
            raise ChuanyuError(f"{source}: characters {first} to {last} are not {text[:30]!r}; please report this.",
                               f"{source}：第{first}至{last}字不是“{text[:30]}”，请报告此问题。")


def reference(entities: Mapping[str, Entity], names: Gazetteer) -> list[Statement]:
    """What the gazetteer knows of the entities that stand in it, and of what holds them."""
    found: dict[str, Statement] = {}
    waiting = [names.entries[id_] for id_ in sorted(entities) if id_ in names.entries]
    while waiting:
        entry = waiting.pop()
        for relation, key in entry.links:
            other = names.entries[key]
            statement = known(entry, relation, other)
            if statement.id not in found:
                found[statement.id] = statement
                waiting.append(other)
    return [found[id_] for id_ in sorted(found)]


def known(entry: Entry, relation: str, other: Entry) -> Statement:
    """A link of the gazetteer as a reference statement."""
    evidence = Evidence(f"reference:{entry.file.removesuffix('.yaml')}", f"names/{entry.file}", entry.key, 0, 0, "",
                        "reference")
    return Statement(f"{entry.key}/{relation}/{other.key}", relation, vocabulary().relations_up(relation),
                     Side(entry.key, entry.name), Side(other.key, other.name), {}, "reference", evidence)


def places(statements: Iterable[Statement], names: Gazetteer) -> Iterator[Entity]:
    """The entities that reference statements lead to."""
    for key in sorted({side.id for one in statements for side in (one.subject, one.object)}):
        entry = names.entries[key]
        aliases = tuple(sorted(names.aliases(entry)))
        yield Entity(key, entry.name, vocabulary().leaf_first(entry.classes), aliases, entry.identifiers)


def described(entity: Entity, names: Gazetteer) -> Entity:
    """The entity with what the gazetteer knows besides its names: whose it is, and who may belong to a group
    (`memberClasses`, `memberJurisdiction`, `memberProduces` …)."""
    entry = names.entries.get(entity.id)
    if entry is None:
        return entity
    known: dict[str, Any] = {f"member{word[0].upper()}{word[1:]}": list(values) for word, values in entry.members.items()}
    if entry.jurisdiction:
        known["jurisdiction"] = entry.jurisdiction
    return replace(entity, properties={**entity.properties, **dict(sorted(known.items()))})


def renamed(statement: Statement, entities: Mapping[str, Entity]) -> Statement:
    """The statement with the names that its sides have in the graph."""
    subject, object_ = statement.subject.id, statement.object.id
    return replace(statement, subject=Side(subject, entities[subject].name), object=Side(object_, entities[object_].name))


def report(readings: list[Reading], copies: list[dict[str, str]], entities: Iterable[Entity],
           statements: Iterable[Statement], failures: Mapping[str, str]) -> dict[str, Any]:
    """What the build made, and what it could not read, resolve or place."""
    statements = list(statements)
    unresolved = [one for reading in readings for one in reading.unresolved]
    return {
        "documents": len(readings),
        "genres": counted(reading.document.genre for reading in readings),
        "sections": sum(len(reading.document.sections) for reading in readings),
        "entities": counted(entity.classes[0] for entity in entities),
        "statements": counted(one.relation for one in statements),
        "status": counted(one.status for one in statements),
        "rules": counted(one.evidence.rule for one in statements if one.evidence),
        "unresolved": [{"document": one.document, "text": one.text, "start": one.start, "reason": one.reason,
                        "candidates": list(one.candidates)} for one in unresolved],
        "unreadable_dates": {reading.document.id: list(reading.unreadable) for reading in readings if reading.unreadable},
        "copies": copies,
        "failures": dict(sorted(failures.items())),
    }


def counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))
