"""The small frozen records that pass from stage to stage and leave the system as JSON lines.

A document is read into sections and mentions, mentions resolve to entities, clauses yield statements, and every
statement points at the characters that say it: `text[start:end] == quote`.
"""
from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Value = str | int | float
Json = dict[str, Any]

STATUSES = ("asserted", "proposed", "reference", "inferred")
GENRES = ("reply", "notice", "plan", "measures", "regulation", "agreement", "interpretation", "annex", "news", "other")


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered or titled part of a document; path `""` is the whole document, `"一/(一)"` a part of a part."""

    path: str
    title: str
    start: int
    end: int

    def to_json(self) -> Json:
        return {"path": self.path, "title": self.title, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a source file. Dates are ISO text, None where absent or unreadable."""

    id: str
    source: str
    title: str
    genre: str
    issuers: tuple[str, ...] = ()
    number: str | None = None
    written: str | None = None
    published: str | None = None
    url: str | None = None
    kind: str = "text"
    sections: tuple[Section, ...] = ()

    def to_json(self) -> Json:
        return {
            "id": self.id, "source": self.source, "title": self.title, "genre": self.genre,
            "issuers": list(self.issuers), "number": self.number, "written": self.written,
            "published": self.published, "url": self.url, "kind": self.kind,
            "sections": [section.to_json() for section in self.sections],
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Document:
        return cls(**{**row, "issuers": tuple(row["issuers"]),
                      "sections": tuple(Section(**section) for section in row["sections"])})


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Where a document names an entity, and with which characters."""

    document: str
    source: str
    start: int
    end: int
    text: str

    def to_json(self) -> Json:
        return {"document": self.document, "source": self.source, "start": self.start, "end": self.end,
                "text": self.text}


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that statements are about; `classes` are its leaf classes first, then all above them."""

    id: str
    name: str
    classes: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)
    properties: Mapping[str, Any] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()

    def to_json(self) -> Json:
        return {
            "id": self.id, "name": self.name, "classes": list(self.classes), "aliases": list(self.aliases),
            "identifiers": dict(self.identifiers), "properties": dict(self.properties),
            "mentions": [mention.to_json() for mention in self.mentions],
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Entity:
        return cls(**{**row, "classes": tuple(row["classes"]), "aliases": tuple(row["aliases"]),
                      "mentions": tuple(Mention(**mention) for mention in row["mentions"])})


@dataclass(frozen=True, slots=True)
class Found:
    """Characters of a text as they stand there."""

    start: int
    end: int
    text: str

    def to_json(self) -> Json:
        return {"start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence, item or row that says a statement, the rule that read it, and the two wordings as found."""

    document: str
    source: str
    section: str
    start: int
    end: int
    quote: str
    rule: str
    subject: Found | None = None
    object: Found | None = None

    def to_json(self) -> Json:
        return {
            "document": self.document, "source": self.source, "section": self.section, "start": self.start,
            "end": self.end, "quote": self.quote, "rule": self.rule,
            "as_found": {"subject": self.subject.to_json() if self.subject else None,
                         "object": self.object.to_json() if self.object else None},
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Evidence:
        found = {side: Found(**place) if place else None for side, place in row["as_found"].items()}
        return cls(**{**{key: value for key, value in row.items() if key != "as_found"}, **found})


@dataclass(frozen=True, slots=True)
class Side:
    """One end of a statement."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Statement:
    """An atom: one triple said in one place. Inferred ones have premises in place of evidence."""

    id: str
    relation: str
    relations: tuple[str, ...]
    subject: Side
    object: Side
    qualifiers: Mapping[str, Value] = field(default_factory=dict)
    status: str = "asserted"
    evidence: Evidence | None = None
    premises: tuple[str, ...] = ()

    def to_json(self) -> Json:
        return {
            "id": self.id, "relation": self.relation, "relations": list(self.relations),
            "subject": {"id": self.subject.id, "name": self.subject.name},
            "object": {"id": self.object.id, "name": self.object.name},
            "qualifiers": dict(self.qualifiers), "status": self.status,
            "evidence": self.evidence.to_json() if self.evidence else None, "premises": list(self.premises),
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Statement:
        evidence = Evidence.from_json(row["evidence"]) if row["evidence"] else None
        return cls(**{**row, "relations": tuple(row["relations"]), "subject": Side(**row["subject"]),
                      "object": Side(**row["object"]), "evidence": evidence, "premises": tuple(row["premises"])})


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A mention that no entry or several entries of the gazetteer answer."""

    document: str
    text: str
    start: int
    reason: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document gave, and what of it stayed open."""

    document: Document
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    unresolved: tuple[Unresolved, ...] = ()
    unreadable: tuple[str, ...] = ()


Record = Document | Entity | Statement


def to_lines(records: Iterable[Record]) -> str:
    """The records as JSON lines sorted by id, the same bytes for the same records."""
    rows = sorted((record.to_json() for record in records), key=lambda row: str(row["id"]))
    return "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows)
