"""What may be said, read from `chuanyu.ttl`: classes, relations, qualifiers and the chains of reasoning.

The Turtle is the one source; nothing else names a term on its own. It is read once a process, and checked as it is
read: every term has its labels and comment, and every super, domain and range is a term of the same kind.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, TypeVar

from ontology.errors import ChuanyuError

SOURCE = Path(__file__).with_name("chuanyu.ttl")


@dataclass(frozen=True, slots=True)
class Term:
    """A name of the vocabulary with its Chinese and English label; `supers` are all above it, nearest first."""

    name: str
    zh: str
    en: str
    comment: str
    comment_zh: str
    supers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClassTerm(Term):
    """A class of entities."""


@dataclass(frozen=True, slots=True)
class RelationTerm(Term):
    """A relation; an empty `domain` or `range` admits any class. `inverse_zh` reads it from object to subject."""

    domain: tuple[str, ...]
    range: tuple[str, ...]
    transitive: bool
    symmetric: bool
    inverse_zh: str
    inverse_en: str


@dataclass(frozen=True, slots=True)
class QualifierTerm(Term):
    """A qualifier; `datatype` is decimal, integer, string or date, `choices` its only values where they are listed."""

    domain: tuple[str, ...]
    datatype: Literal["decimal", "integer", "string", "date"]
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """`first` followed by `second` means `result`."""

    first: str
    second: str
    result: str


AnyTerm = TypeVar("AnyTerm", bound=Term)


@dataclass(frozen=True)
class Vocabulary:
    """All terms by name, the namespace they live in, and the base of the entities' addresses."""

    namespace: str
    base: str
    version: str
    classes: Mapping[str, ClassTerm]
    relations: Mapping[str, RelationTerm]
    qualifiers: Mapping[str, QualifierTerm]
    chains: tuple[Chain, ...]

    def leaf_first(self, classes: Iterable[str]) -> tuple[str, ...]:
        """The leaf classes among `classes`, sorted, then all above them, nearest first.

        >>> vocabulary().leaf_first(["PartsMaker", "Firm", "Automaker"])
        ('Automaker', 'PartsMaker', 'Firm', 'Agent', 'Actor')
        """
        given = {self._known(name, self.classes, "class").name for name in classes}
        above = {upper for name in given for upper in self.classes[name].supers}
        leaves = sorted(given - above)
        return (*leaves, *_nearest_first(leaves, {name: self.classes[name].supers for name in leaves}))

    def relations_up(self, name: str) -> tuple[str, ...]:
        """The relation and all that it implies: `("subsidizes", "supports")`."""
        return (name, *self._known(name, self.relations, "relation").supers)

    def narrower(self, name: str) -> tuple[str, ...]:
        """The relation and all that imply it, sorted: what a query for it has to match."""
        self._known(name, self.relations, "relation")
        return tuple(sorted(term.name for term in self.relations.values() if name in (term.name, *term.supers)))

    def cypher_type(self, name: str) -> str:
        """The relationship type of a relation: `RESPONSIBLE_FOR`."""
        return self._cypher_types[self._known(name, self.relations, "relation").name]

    @cached_property
    def _cypher_types(self) -> dict[str, str]:
        return {name: re.sub(r"(?<!^)(?=[A-Z])", "_", name).upper() for name in self.relations}

    @staticmethod
    def _known(name: str, terms: Mapping[str, AnyTerm], kind: str) -> AnyTerm:
        if name not in terms:
            raise ChuanyuError(f"The vocabulary has no {kind} {name!r}; it has {', '.join(sorted(terms))}.")
        return terms[name]


def _nearest_first(leaves: Iterable[str], supers: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    depth: dict[str, int] = {}
    for leaf in leaves:
        for step, upper in enumerate(supers[leaf]):
            depth[upper] = max(step, depth.get(upper, 0))
    return tuple(sorted(depth, key=lambda name: (depth[name], name)))


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary of `chuanyu.ttl`."""
    from ontology.turtle import read_vocabulary

    return read_vocabulary(SOURCE)
