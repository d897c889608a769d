"""Associations: bodies by their full names, which may hold verbs and joins (甲市铸造行业协会, 中国乙与丙研究中心)."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from loaders.clauses import sentences
from loaders.items import top
from loaders.knowledge import knowledge
from loaders.mentions import merged
from loaders.resolution import Cast
from loaders.words import Mark, Word, words
from loaders.words.word import is_region

LONGEST = 8  # words of a name between its place and what it is
NOUNS = ("noun", "nominal")


def associate(text: str, start: int, end: int, cast: Cast) -> None:
    """Mark the full names of bodies that words of what they are for would break in two."""
    found = [mark for span in sentences(text, start, end) for mark in named(text, words(text, *span, cast.marks), cast)]
    cast.marks = merged(cast.marks, found)


def named(text: str, row: Sequence[Word], cast: Cast) -> Iterator[Mark]:
    """The bodies that a sentence names: from a place to the word for what they are."""
    ends = knowledge("associations")["ends"]
    for last, word in enumerate(row):
        class_ = next((class_ for class_, forms in ends.items() if text.endswith(tuple(forms.split()), 0, word.end)), "")
        first = opening(row, last) if class_ and (word.mark is None or word.mark.classes[0] == "AgentGroup") else -1
        broken = first >= 0 and any(one.kind not in ("mark", *NOUNS) for one in row[first:last])
        name = text[row[first].start:word.end] if broken else ""
        if name and not cast.names.lookup(name) and (ref := cast.named(name, class_)):
            cast.define(name, ref)
            yield Mark(row[first].start, word.end, name, (ref.id,), (class_,), "defined")


@cache
def words_of(key: str) -> frozenset[str]:
    """The words under a key of `associations.yaml`."""
    return frozenset(knowledge("associations")[key].split())


def opening(row: Sequence[Word], last: int) -> int:
    """Where the name of a body begins: with the place next before it, nothing but what it is for between; -1 for nowhere."""
    for first in range(last - 1, max(last - LONGEST, 0) - 1, -1):
        word = row[first]
        if word.end != row[first + 1].start:
            return -1
        if is_region(word):
            return first if first + 1 < last else -1
        joins = word.kind == "join" and word.text == "与"
        known = word.mark is not None and top(word.mark.classes[0]) in ("Technology", "Product")
        art = word.text in words_of("arts") or (word.text in words_of("deeds") and not is_region(row[first - 1]))
        if not (known or joins or word.kind in NOUNS or art):
            return -1
    return -1
