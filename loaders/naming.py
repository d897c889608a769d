"""Names in text: the gazetteer's names in one automaton pass, leftmost and longest, where their borders hold.

Text is compared as `normal` compares names (width, case, quotes, blanks); every mark stands at its place in the source.
"""
from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import Any

from loaders.borders import SEAM, glued, quoted, stands_alone, whole_words, word_borders
from loaders.items import top
from loaders.knowledge import listed
from loaders.lexicon import lexicon
from loaders.words import QUOTES, Mark
from ontology.entries import QUOTE_SIGNS
from ontology.names import Gazetteer, normal

CLOSING = set(QUOTES.values())
DROPPED = SEAM | set(QUOTE_SIGNS)
OWN = "@"


@dataclass(frozen=True)
class Automaton:
    """The gazetteer's names and local forms, found in normalised text also where they overlap."""

    machine: Any
    keys: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    whole: frozenset[str]


@lru_cache(maxsize=4)
def automaton(names: Gazetteer) -> Automaton:
    """Built once for a gazetteer."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    table: dict[str, set[str]] = {}
    alone: set[str] = set()
    for entry in names.entries.values():
        for name in entry.names:
            text = normal(name.text)
            table.setdefault(text, set()).add(entry.key)
            if name.whole:
                alone.add(text)
        for form in names.local_forms(entry):
            table.setdefault(normal(form), set()).add(OWN + entry.key)
            bare = form[1:]
            if len(bare) > 2 and bare.endswith(listed("borders", "organs")) and bare not in ("人民政府", "办公厅"):
                table.setdefault(normal(bare), set()).add(OWN + entry.key)
    texts = sorted(table)
    machine = AhoCorasick(texts, matchkind=MatchKind.Standard)
    return Automaton(machine, tuple(tuple(sorted(table[text])) for text in texts), tuple(texts), frozenset(alone))


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared, where each of its characters stands in the source, and before which quotes stood."""

    text: str
    places: tuple[int, ...]
    seams: tuple[int, ...]


def fold(text: str, start: int, end: int) -> Folded:
    """Width and case made one, quotes and the blanks inside a line dropped, as `normal` does with names; a stop stands
    between two things in quotes (“专精特新”“小巨人”企业 is no “专精特新小巨人”企业)."""
    kept: list[str] = []
    places: list[int] = []
    seams: list[int] = []
    for place in range(start, end):
        char = text[place]
        if char in QUOTES and text[place - 1:place] in CLOSING:
            kept.append("、")
            places.append(place)
        elif char in DROPPED:
            seams += [len(kept)] if char in QUOTE_SIGNS else []
        else:
            plain = unicodedata.normalize("NFKC", char).casefold()
            kept.append(plain if len(plain) == 1 else char)
            places.append(place)
    return Folded("".join(kept), tuple(places), tuple(seams))


def named(text: str, start: int, end: int, names: Gazetteer) -> Iterator[Mark]:
    """The gazetteer's names whose borders hold, leftmost and longest first."""
    machine = automaton(names)
    folded = fold(text, start, end)
    borders = word_borders(folded.text, folded.seams)
    matches = machine.machine.find_matches_as_indexes(folded.text, overlapping=True)
    found = sorted(((first, last, number) for number, first, last in matches
                    if whole_words(machine.names[number], folded.text, first, last, borders)),
                   key=lambda match: (match[0], -match[1]))
    taken = 0
    for n, (first, last, number) in enumerate(found):
        name, keys = machine.names[number], machine.keys[number]
        if first < taken or behind_word(folded.text, found, n):
            continue
        classes = likeliest(names, keys)
        if top(classes[0]) == "Firm" and behind_place(folded.text, found, n, names):
            continue
        begin, stop = quoted(text, folded.places[first], folded.places[last - 1] + 1)
        if (name in machine.whole and not stands_alone(text, begin, stop)) or (name.isascii() and glued(text, begin, stop)):
            continue
        taken = last
        yield Mark(begin, stop, text[begin:stop], keys, classes)


def likeliest(names: Gazetteer, keys: tuple[str, ...]) -> tuple[str, ...]:
    """The classes of the firm where a name is a firm's and its brand's, else of the first entry."""
    firms = [key for key in keys if not key.startswith(OWN) and top(names.entries[key].classes[0]) == "Firm"]
    return names.entries[(firms[0] if len(firms) == 1 else keys[0]).lstrip(OWN)].classes


def run_into(text: str, found: Sequence[tuple[int, int, int]], n: int) -> Iterator[tuple[str, int]]:
    """How match `n` opens before each name that it runs into, and by how many characters that one is longer."""
    first, last, _ = found[n]
    for start, end, _ in takewhile(lambda match: match[0] < last, found[n + 1:n + 1 + last - first]):
        if first < start and last < end:
            yield text[first:start], (end - start) - (last - first)


def behind_word(text: str, found: Sequence[tuple[int, int, int]], n: int) -> bool:
    """Whether match `n` opens with a verb and runs into a longer name behind it (联合|电子科技大学 is no 联合电子)."""
    return any(more > 0 and lexicon().kinds.get(opening) == "verb" for opening, more in run_into(text, found, n))


def behind_place(text: str, found: Sequence[tuple[int, int, int]], n: int, names: Gazetteer) -> bool:
    """Whether the firm of match `n` opens with a place and runs into another name as long behind it (重庆|长安福特 is no 重庆长安)."""
    return any(more >= 0 and any(entry.classes[0] == "Region" for entry in names.lookup(opening))
               for opening, more in run_into(text, found, n))
