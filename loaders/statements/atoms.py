"""Atoms: what a rule read, before it has an id, and the scene in which it was read."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.course import Ref
from loaders.items import top
from loaders.resolution import Cast, supers
from loaders.values import Quantity
from ontology.records import Found, Value
from ontology.vocabulary import vocabulary


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
    """Where a sentence stands: who speaks when it names nobody, in which section, of which kind of document.

    `default` is the provision, policy or speaker; `actor` stands for it in relations that only actors have; `told` is
    the policy that an interpretation explains; in news the one who acted last goes on (`topical`).
    """

    cast: Cast
    section: str
    default: Ref | None
    actor: Ref | None
    normative: bool
    year: int | None = None
    told: Ref | None = None
    topical: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the entity and where the text names it (None where it names nobody)."""

    ref: Ref
    found: Found | None
    encouraged: bool = False


def fits(relation: str, subject: str, object_: str) -> bool:
    """Whether the ontology lets the relation lead from the one class to the other."""
    term = vocabulary().relations[relation]
    return _admits(term.domain, subject) and _admits(term.range, object_)


def admits_subject(relation: str, class_: str) -> bool:
    """Whether the relation can start at the class."""
    return _admits(vocabulary().relations[relation].domain, class_)


def _admits(wanted: tuple[str, ...], class_: str) -> bool:
    return not wanted or bool({*supers(class_), top(class_)} & set(wanted))


def how_many(count: Quantity | None) -> dict[str, Value]:
    """The qualifiers of a count, empty where nothing is counted."""
    return {"value": count.value, "unit": count.unit} if count and count.value is not None else {}
