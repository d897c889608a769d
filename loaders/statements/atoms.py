"""Atoms: what a rule read, before it has an id."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.resolution import Cast, Ref
from ontology.records import Found, Value


@dataclass(frozen=True, slots=True)
class Atom:
    """One triple said at `start`-`end` of the source, by which rule, with the two wordings as found."""

    relation: str
    subject: Ref
    object: Ref
    rule: str
    start: int
    end: int
    section: str
    status: str = "asserted"
    qualifiers: Mapping[str, Value] = field(default_factory=dict)
    subject_found: Found | None = None
    object_found: Found | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a sentence stands: who speaks when it names nobody, in which section, of which kind of document."""

    cast: Cast
    section: str
    default: Ref | None
    normative: bool
    year: int | None = None
