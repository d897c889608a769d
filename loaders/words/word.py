"""A word and a name in a text, as the reader of clauses sees them."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.lexicon import lexicon

INSIDE = ("noun", "mark", "nominal", "either", "quote", "weak")  # what a name is made of
OBJECTS = ("noun", "mark", "quote", "nominal", "praise")  # what opens the object of a verb


@dataclass(frozen=True, slots=True)
class Mark:
    """A name found in the text: its characters and the entities that it may stand for; `beside` says that it is listed with the
    place before it without a join (甲市|乙市共建丙)."""

    start: int
    end: int
    text: str
    keys: tuple[str, ...]
    classes: tuple[str, ...]
    kind: str = "name"
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a clause; `kind` is verb, either, nominal, adverb, preposition, join, measure, praise, of, mark, quote,
    bracket, number, stop (punctuation), weak (a verb that no list holds) or noun."""

    start: int
    end: int
    text: str
    kind: str
    mark: Mark | None = None


END = Word(0, 0, "", "stop")  # what stands before the first word and behind the last


def marks_in(marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
    """The marks, in order, that stand within a span."""
    first = bisect_left(marks, start, key=lambda mark: mark.start)
    last = bisect_left(marks, end, first, key=lambda mark: mark.start)
    return [mark for mark in marks[first:last] if mark.end <= end]


def mark_at(marks: Sequence[Mark], start: int) -> Mark | None:
    """The first mark that begins at a place."""
    first = bisect_left(marks, start, key=lambda mark: mark.start)
    return marks[first] if first < len(marks) and marks[first].start == start else None


def is_region(word: Word) -> bool:
    """Whether a word is the name of a region."""
    return word.mark is not None and word.mark.classes[0] == "Region"


def is_group(word: Word) -> bool:
    """Whether a word names a class of actors that do things themselves (企业, 高校)."""
    known = lexicon()
    return known.heads.get(word.text) == "AgentGroup" and not known.has("common", word.text)
