"""The course of a text: what it has named so far and where, which shorter words further on take up again.

Statements are not read strictly from the first character to the last, so what stands before a place is asked for by places,
never by the order of the reading; of two that stand at one place the one read first counts.
"""
from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right, insort
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

from loaders.items import top


@dataclass(frozen=True, slots=True)
class Ref:
    """An entity as statements point at it."""

    id: str
    name: str
    class_: str


class Course:
    """The things named in a text and who acted in it, each with the place where it stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spoken: list[tuple[int, Ref]] = []
        self.actors: list[tuple[int, Ref]] = []
        self._placed: list[tuple[int, int, Ref]] = []  # the place, the order of reading, what
        self._ordered: dict[str, list[tuple[int, int, Ref]]] = {}  # by class: minus the place, the order of reading, what
        self._ending: dict[str, list[tuple[int, int, Ref]]] = {}  # the same by what the words that named it end in
        self._worded: dict[tuple[str, int], list[str]] = {}

    def note(self, ref: Ref, start: int, end: int) -> None:
        """Remember that the characters from start to end name a thing."""
        order = len(self.spoken)
        insort(self._placed, (start, order, ref))
        insort(self._ordered.setdefault(top(ref.class_), []), (-start, order, ref))
        self.spoken.append((start, ref))
        said, words = self._worded.setdefault((ref.id, start), []), self.text[start:end]
        if words not in said:
            said.append(words)
            for first in range(start + 1, end):
                insort(self._ending.setdefault(self.text[first:end], []), (-start, order, ref))

    def wordings(self, ref: Ref, start: int) -> list[str]:
        """The words that named a thing at a place."""
        return self._worded.get((ref.id, start), [])

    def backward(self, classes: Iterable[str], at: int | None) -> Iterator[tuple[int, Ref]]:
        """What of the classes the text named before a place (else at all), with where, the last first."""
        rows = [self._ordered.get(class_, []) for class_ in classes]
        firsts = [0 if at is None else bisect_right(row, -at, key=itemgetter(0)) for row in rows]
        said = heapq.merge(*(islice(row, first, None) for row, first in zip(rows, firsts, strict=True)))
        return ((-place, ref) for place, _, ref in said)

    def ending(self, words: str, at: int) -> Iterator[tuple[int, Ref]]:
        """What the text named before a place by longer words that end so, with where, the last first."""
        row = self._ending.get(words, [])
        return ((-place, ref) for place, _, ref in islice(row, bisect_right(row, -at, key=itemgetter(0)), None))

    def between(self, first: int, last: int) -> list[tuple[int, Ref]]:
        """What the text named from a place on and before another, with where, in the order of the reading."""
        rows = self._placed[bisect_left(self._placed, first, key=itemgetter(0)):bisect_left(self._placed, last, key=itemgetter(0))]
        return [(start, ref) for start, _, ref in sorted(rows, key=itemgetter(1))]

    def earlier(self, at: int | None, recent: int = 0) -> list[tuple[int, Ref]]:
        """What the text named before a place (else at all), with where; of its last `recent` mentions where that is given."""
        return [(start, ref) for start, ref in self.spoken[-recent:] if at is None or start < at]

    def paragraph(self, at: int | None, recent: int = 0) -> list[tuple[int, Ref]]:
        """What the paragraph named before a place in it, with where."""
        line = self.text.rfind("\n", 0, at) + 1
        return [(start, ref) for start, ref in self.earlier(at, recent) if line <= start]

    def acted(self, at: int | None, classes: Container[str]) -> Ref | None:
        """Who of the classes acted last in the paragraph's sentences before a place in the text."""
        line = self.text.rfind("\n", 0, at) + 1
        start, ref = self.actors[-1] if self.actors else (-1, None)
        return ref if ref and line <= start < (at or 0) and top(ref.class_) in classes else None

    def holding(self, words: str, classes: Iterable[str], at: int) -> Ref | None:
        """The last thing whose name holds the words (“甲线” is the “甲线”项目 spoken of)."""
        return next((ref for _, ref in reversed(self.earlier(at)) if words in ref.name and ref.name != words
                     and top(ref.class_) in classes), None)
