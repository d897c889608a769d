"""Words: a run of text cut into words, each known by what it does in a clause.

Marks (names found before) are words of their own; `cutting` cuts what stands between them and asks the lexicon what a
word does, `figures` finds times and numbers; `neighbours` says what the words around it make of it here.
"""
from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from loaders.words.cutting import QUOTES, bracketed, plain_words
from loaders.words.neighbours import corrected
from loaders.words.word import END, Mark, Word, mark_at, marks_in

__all__ = ["END", "QUOTES", "Mark", "Word", "mark_at", "marks_in", "words"]

REMEMBERED = 16384  # runs whose words are kept: more than a long document has sentences, or a long table cells


def words(text: str, start: int, end: int, marks: Sequence[Mark]) -> list[Word]:
    """The words of `text[start:end]`, the marks that stand in it whole."""
    return list(known(text, start, end, tuple(marks_in(marks, start, end))))


@lru_cache(maxsize=REMEMBERED)
def known(text: str, start: int, end: int, marks: tuple[Mark, ...]) -> tuple[Word, ...]:
    """The words of a run whose marks are known; names and statements are read from the same words."""
    found: list[Word] = []
    at = start
    brackets = bracketed(text, start, end)
    for mark in marks:
        if mark.start < at or any(
                first < mark.start and mark.end < last and not (
                    text[first] in QUOTES and (first + 1, last - 1) == (mark.start, mark.end))
                for first, last in brackets):
            continue
        found += plain_words(text, at, mark.start)
        found.append(Word(mark.start, mark.end, mark.text, "mark", mark))
        at = mark.end
    return tuple(corrected(found + plain_words(text, at, end)))
