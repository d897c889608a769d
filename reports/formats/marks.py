"""Marked text: characters of a document with what they name, one mark inside another where names stand in names."""
from __future__ import annotations

import re
from collections.abc import Iterable

from ontology.records import Entity
from ontology.vocabulary import vocabulary
from reports.annotation import Annotation, Marked
from reports.cells import kind, word
from reports.formats.html import text

# Classes that are told apart on a page; a narrower class takes the colour of the first one of these above it.
COLOURED = ("Agency", "Firm", "Institution", "Association", "AgentGroup", "Person", "Region", "Park", "Platform", "Policy",
            "Provision", "Indicator", "Project", "Product", "Technology", "Instrument", "Event")


def colour(entity: Entity | None) -> str:
    """The class by which an entity is coloured."""
    return next((name for name in (entity.classes if entity else ()) if name in COLOURED), "none")


def lines(value: str) -> str:
    """Document text as inert HTML, line for line without the empty ones."""
    return "<br>".join(text(line) for line in re.split(r"\s*\n\s*", value))


def marked(made: Annotation, start: int, end: int, marks: Iterable[Marked], language: str, around: str = "") -> str:
    """`text[start:end]` with its marks (in order of their start, the longer first); where two cross, the second
    is marked in two parts. `around` is what the mark around it tells: one inside tells it too."""
    out: list[str] = []
    at, waiting = start, list(marks)
    while waiting:
        mark = waiting.pop(0)
        first, last = max(mark.start, at), min(mark.end, end)
        if first >= last:
            continue
        inside = [one for one in waiting if one.start < last]
        waiting = [one for one in waiting if one.end > last]
        told = _told(made, mark, language) + around
        inner = marked(made, first, last, inside, language, told)
        name = colour(made.entities.get(mark.entities[0]) if mark.entities else None)
        out += [lines(made.text[at:first]), f'<span class="m c-{name}{" open" if mark.open else ""}" tabindex="0">{inner}'
                f'<span class="tip" role="note">{told}</span></span>']
        at = last
    return "".join(out) + lines(made.text[at:end])


def _told(made: Annotation, mark: Marked, language: str) -> str:
    """What a mark stands for, a line each."""
    names = [_named(made, made.entities[id_], language) for id_ in mark.entities if id_ in made.entities]
    if mark.open:
        names.append(text(word("annotation-open", language, names="、".join(mark.open))))
    return "".join(f"<span>{name}</span>" for name in names)


def _named(made: Annotation, one: Entity, language: str) -> str:
    """An entity by name, its leaf classes, where its name is known from, and its id."""
    above = {upper for name in one.classes for upper in vocabulary().classes[name].supers}
    leaves = "、".join(kind(name, language) for name in one.classes if name not in above)
    origin = word("annotation-listed" if one.id in made.known else "annotation-found", language)
    return f"<b>{text(one.name)}</b> {text(leaves)} · {text(origin)} <code>{text(one.id)}</code>"
