"""A document as a reader checks it: its text in sentences, each with its mentions and with what was read from it."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from graph.build import Graph
from ontology.records import Document, Entity, Section, Side, Statement

SENTENCE = re.compile(r"[^。！？；;\n]*[。！？；;]+[”」』）)》]*|[^。！？；;\n]+|\n")


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters that name entities (more than one where readings differ); `open` lists the candidates of a mention
    that stayed unresolved."""

    start: int
    end: int
    entities: tuple[str, ...]
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, heading or row: what names something in it, what it says, and the sections that begin in it."""

    start: int
    end: int
    marks: tuple[Marked, ...] = ()
    statements: tuple[Statement, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether nothing was read in it: such pieces are one run."""
        return not (self.marks or self.statements or self.sections)


@dataclass(frozen=True, slots=True)
class Group:
    """Statements that one line tells: every subject to every object, alike in all but the sides."""

    subjects: tuple[Side, ...]
    objects: tuple[Side, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document with its pieces in order; no document where a part of the file was not read as one."""

    document: Document | None
    pieces: tuple[Piece, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(one for piece in self.pieces for one in piece.statements)


@dataclass(frozen=True)
class Annotation:
    """A file with all that was read from it; `known` are the ids that the names hold."""

    source: str
    text: str
    sheets: tuple[Sheet, ...]
    entities: Mapping[str, Entity]
    known: Container[str]


def annotate(source: str, text: str, graph: Graph, known: Container[str]) -> Annotation:
    """The annotation of one source of a graph."""
    documents = sorted((one for one in graph.documents if one.source == source and one.sections),
                       key=lambda one: one.sections[0].start)
    marks = _marks(source, graph)
    said = sorted((one for one in graph.statements if one.evidence and one.evidence.source == source),
                  key=_order)
    sheets: list[Sheet] = []
    at = 0
    for document in documents:
        start, end = document.sections[0].start, document.sections[0].end
        if text[at:start].strip():
            sheets.append(Sheet(None, (Piece(at, start),)))
        sheets.append(Sheet(document, tuple(_pieces(text, document, marks, said))))
        at = end
    if text[at:].strip():
        sheets.append(Sheet(None, (Piece(at, len(text)),)))
    return Annotation(source, text, tuple(sheets), {one.id: one for one in graph.entities}, known)


def grouped(statements: Iterable[Statement]) -> list[Group]:
    """The statements in as few lines as tell them: objects of one subject together, then subjects of the same objects."""
    by_subject: dict[tuple[Hashable, ...], list[Statement]] = {}
    for one in statements:
        by_subject.setdefault((*_manner(one), one.subject), []).append(one)
    by_objects: dict[tuple[Hashable, ...], list[list[Statement]]] = {}
    for key, group in by_subject.items():
        by_objects.setdefault((key[:-1], tuple(one.object for one in group)), []).append(group)
    return [Group(tuple(group[0].subject for group in groups), tuple(dict.fromkeys(one.object for one in groups[0])),
                  tuple(one for group in groups for one in group)) for groups in by_objects.values()]


def _manner(one: Statement) -> tuple[Hashable, ...]:
    """All of a statement but its sides, and whether its sentence names them."""
    unsaid = (one.evidence.subject is None, one.evidence.object is None, one.evidence.rule) if one.evidence else ()
    return one.relation, one.status, tuple(sorted(one.qualifiers.items())), unsaid


def _order(one: Statement) -> tuple[int, int, str]:
    """Where the statement is said: by its object, which most clauses name."""
    evidence = one.evidence
    if evidence is None:
        return 0, 0, one.id
    return evidence.start, evidence.object.start if evidence.object else evidence.start, one.id


def _marks(source: str, graph: Graph) -> list[Marked]:
    """Every place that names an entity: its mentions, and the wordings of statements' sides."""
    places: dict[tuple[int, int], set[str]] = defaultdict(set)
    for entity in graph.entities:
        for mention in entity.mentions:
            if mention.source == source:
                places[mention.start, mention.end].add(entity.id)
    for one in graph.statements:
        evidence = one.evidence
        for side, found in ((one.subject, evidence.subject), (one.object, evidence.object)) if evidence else ():
            if evidence and evidence.source == source and found and found.start < found.end:
                places[found.start, found.end].add(side.id)
    documents = {one.id for one in graph.documents if one.source == source}
    unsure: dict[tuple[int, int], Mapping[str, Any]] = {
        (one["start"], one["start"] + len(one["text"])): one for one in graph.report["unresolved"]
        if one["document"] in documents}
    return [Marked(*place, tuple(sorted(places.get(place, ()))), tuple(unsure[place]["names"]) if place in unsure else ())
            for place in sorted(places.keys() | unsure.keys(), key=lambda place: (place[0], -place[1]))]


def _pieces(text: str, document: Document, marks: Iterable[Marked], said: Iterable[Statement]) -> Iterator[Piece]:
    """The pieces of a document; what evidence or a name runs across is not cut, what is bare is one piece."""
    start, end = document.sections[0].start, document.sections[0].end
    said = [one for one in said if one.evidence and start <= one.evidence.start < end]
    cuts = {start, end, *(found.end() for found in SENTENCE.finditer(text, start, end))}
    for one in said:
        if one.evidence:
            cuts -= set(range(one.evidence.start + 1, one.evidence.end))
    marks = list(marks)
    for mark in marks:
        cuts -= set(range(mark.start + 1, mark.end))
    bare: Piece | None = None
    for first, last in pairwise(sorted(cuts | {start, end})):
        piece = Piece(first, last, tuple(mark for mark in marks if first <= mark.start < last),
                      tuple(one for one in said if one.evidence and first <= one.evidence.start < last),
                      tuple(one for one in document.sections if one.path and first <= one.start < last))
        if piece.bare:
            bare = replace(bare or piece, end=last)
            continue
        if bare and text[bare.start:bare.end].strip():
            yield bare
        bare = None
        yield piece
    if bare and text[bare.start:bare.end].strip():
        yield bare
