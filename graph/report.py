"""The build's report: what was made of what, how wordings were resolved, and what could not be read or resolved."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ontology.names import Gazetteer, normal
from ontology.records import Entity, Mention, Reading, Statement

Json = dict[str, Any]
REACH = 80  # characters of context on either side, at most


def report(readings: list[Reading], copies: list[dict[str, str]], entities: Iterable[Entity],
           statements: Iterable[Statement], texts: Mapping[str, str], names: Gazetteer,
           failures: Mapping[str, str]) -> Json:
    """What the build made, and what it could not read, resolve or place."""
    statements, entities = list(statements), list(entities)
    return {
        "documents": len(readings),
        "genres": counted(reading.document.genre for reading in readings),
        "sections": sum(len(reading.document.sections) for reading in readings),
        "entities": counted(entity.classes[0] for entity in entities),
        "statements": counted(one.relation for one in statements),
        "status": counted(one.status for one in statements),
        "rules": counted(one.evidence.rule for one in statements if one.evidence),
        "merges": [row for entity in entities for row in merges(entity, names, texts)],
        "unresolved": unresolved(readings, entities, texts, names),
        "unreadable_dates": {reading.document.id: list(reading.unreadable) for reading in readings if reading.unreadable},
        "copies": copies,
        "failures": dict(sorted(failures.items())),
    }


def counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))


def merges(entity: Entity, names: Gazetteer, texts: Mapping[str, str]) -> Iterator[Json]:
    """Each wording that resolution put on the entity though it is not the entity's name, and a name that no list holds
    where several documents bear it; with the reason, how often, and where first.
    """
    groups: dict[str, list[Mention]] = {}
    for mention in entity.mentions:
        groups.setdefault(normal(mention.text), []).append(mention)
    known = entity.id in names.entries
    for _, group in sorted(groups.items()) if known or len(entity.mentions) > 1 else ():
        first = group[0]
        reason = why(entity, first.text, names)
        documents = {mention.document for mention in group}
        if reason != "name" or (not known and len(documents) > 1):
            yield {"entity": entity.id, "name": entity.name, "wording": first.text, "reason": reason,
                   "documents": len(documents), "mentions": len(group), "document": first.document,
                   "context": context(texts[first.source], first.start, first.end)}


def why(entity: Entity, wording: str, names: Gazetteer) -> str:
    """Why a wording is this entity: `name`; a kind of name of its entry (full, short, former, brand …); `local`, what
    documents of its jurisdiction say; `number`; `title`, of the notice that carries a policy; else `document`: its
    document makes it so (以下简称, 我市, 该公司)."""
    same = normal(wording)
    if same == normal(entity.name):
        return "name"
    for key in (entity.id, *entity.properties.get("merged", ())):
        entry = names.entries.get(key)
        kinds = [name.kind for name in entry.names if normal(name.text) == same] if entry else []
        if kinds:
            return kinds[0]
        if entry and any(same in (normal(form), normal(form[1:])) for form in names.local_forms(entry)):
            return "local"
    if same in map(normal, entity.identifiers.values()):
        return "number"
    if same in map(normal, entity.aliases) and not entity.properties.get("merged"):
        return "title" if "Policy" in entity.classes else "local" if "Agency" in entity.classes else "document"
    return "document"


def unresolved(readings: Iterable[Reading], entities: Iterable[Entity], texts: Mapping[str, str],
               names: Gazetteer) -> list[Json]:
    """The mentions that stayed open, each once: in which words, among which candidates, and the provisional entity."""
    places = {(mention.document, mention.start, mention.text): entity.id
              for entity in entities for mention in entity.mentions}
    found = {(one.document, one.start, one.text, one.reason): (one, reading.document.source)
             for reading in readings for one in reading.unresolved}
    return [{"document": one.document, "text": one.text, "start": one.start, "reason": one.reason,
             "candidates": list(one.candidates),
             "names": [names.entries[key].name for key in one.candidates], "entity": places.get((one.document, one.start, one.text)),
             "context": context(texts[source], one.start, one.start + len(one.text))}
            for _, (one, source) in sorted(found.items(), key=lambda pair: (pair[0][0], pair[0][1:]))]


def context(text: str, start: int, end: int) -> str:
    """The sentence around some characters, long ones cut.

    >>> context("甲。乙区支持丙。丁。", 2, 4)
    '乙区支持丙。'
    """
    before = re.split(r"[。；;\n]", text[max(0, start - REACH):start])
    after = re.match(r"[^。；;\n]*[。；;\n]?", text[end:end + REACH])
    said = after.group() if after else ""
    head = "…" if len(before) == 1 and start > REACH else ""
    tail = "…" if len(said) == REACH and said[-1] not in "。；;\n" else ""
    return head + (before[-1] + text[start:end] + said).strip() + tail
