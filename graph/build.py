"""Build: what the documents gave becomes one graph, its evidence checked and every loss counted."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from graph.decisions import Decision
from graph.inference import infer
from graph.merge import from_entry, merge
from graph.overlay import Overlay
from graph.report import report
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
          failures: Mapping[str, str] | None = None, decisions: tuple[Decision, ...] = ()) -> Graph:
    """The graph of the readings. `texts` are by source, `failures` say by source why a file could not be read.

    Raises ChuanyuError where a mention or a quote does not stand in its text.
    """
    kept, copies = once(sorted(readings, key=lambda reading: (reading.document.source, start(reading))))
    entities = {entity.id: entity for entity in merge(entity for reading in kept for entity in reading.entities)}
    said = [statement for reading in kept for statement in reading.statements]
    check(entities.values(), said, texts)
    overlay = Overlay(decisions, names, [reading.document for reading in kept], entities)
    said = list(overlay.judge(overlay.identify(said)))
    drop_unused(entities, said)
    found = {*entities, *(id_ for id_, kept_id in overlay.same.items() if kept_id in entities)}
    said += overlay.judge(overlay.redirect(reference(found, names)))
    for id_ in sorted({side.id for one in said for side in (one.subject, one.object)} - entities.keys()):
        entities[id_] = from_entry(id_, names)
    drop_unused(entities, said)
    overlay.classify()
    inferred = infer(said, entities)
    documents = tuple(sorted(overlay.documents, key=lambda document: document.id))
    statements = tuple(sorted((renamed(one, entities) for one in [*said, *inferred]), key=lambda one: one.id))
    everything = tuple(described(entities[id_], names) for id_ in sorted(entities))
    told = report(kept, copies, everything, statements, texts, names, failures or {})
    return Graph(documents, everything, statements, told | overlay.report(one.id for one in inferred))


def drop_unused(entities: dict[str, Entity], statements: Iterable[Statement]) -> None:
    """Leave out what no document mentions and no statement is about."""
    sides = {side.id for one in statements for side in (one.subject, one.object)}
    for id_ in [id_ for id_, entity in entities.items() if not entity.mentions and id_ not in sides]:
        del entities[id_]


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


def reference(entities: Iterable[str], names: Gazetteer) -> list[Statement]:
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
