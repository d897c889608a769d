"""Mentions: where a text names things. One automaton pass for the gazetteer, then titles, document numbers,
district organs and the names that the text itself defines (以下简称X).

A mark holds candidates, not a decision: `resolution` decides in its document.
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from loaders.words import QUOTES, Mark, load, segmenter
from ontology.entries import QUOTE_SIGNS
from ontology.names import Gazetteer, kind_sign, normal

TITLE = re.compile(r"《([^《》]{2,160})》")
LONE_CLOSE = re.compile(r"》")
NUMBER = re.compile(r"(?:(?<![\u4e00-\u9fff])|(?<=[以据按和及文]))[\u4e00-\u9fff]{2,9}?"
                    r"\s*[〔\[［【(（]\s*(?:19|20)\d\d\s*[〕\]］】)）]\s*(?:第)?\s*\d+\s*号")
LEFT_OF_TITLE = re.compile(r"(?:印发|发布|出台|制定|落实|根据|按照|依据)(?:了|的)?")
STOPS = "，,。；;：:\n"
SEAM = set(" \t\u3000\u00a0")
CLOSING = set(QUOTES.values())
DROPPED = SEAM | set(QUOTE_SIGNS)
WITHIN = "内外中里上下间级属辖"
OWN = "@"
BARE = ("委", "厅", "局", "办", "委员会")


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
            if len(bare) > 2 and bare.endswith(BARE) and bare not in ("人民政府", "办公厅"):
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


def mentions(text: str, start: int, end: int, names: Gazetteer) -> list[Mark]:
    """The marks of `text[start:end]`, in order, none overlapping; titles win over what stands in them."""
    marks = [*titles(text, start, end), *numbers(text, start, end)]
    marks += outside(named(text, start, end, names), marks)
    marks = merged(marks, list(pointers(text, start, end)))
    return sorted(with_organs(text, sorted(marks, key=place), names), key=place)


def place(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end


def outside(marks: Iterable[Mark], taken: Sequence[Mark]) -> Iterator[Mark]:
    """The marks that touch none of those taken."""
    for mark in marks:
        if all(mark.end <= other.start or mark.start >= other.end for other in taken):
            yield mark


def named(text: str, start: int, end: int, names: Gazetteer) -> Iterator[Mark]:
    """The gazetteer's names whose borders hold, leftmost and longest first."""
    machine = automaton(names)
    folded = fold(text, start, end)
    borders = word_borders(folded.text, folded.seams)
    taken = 0
    found = machine.machine.find_matches_as_indexes(folded.text, overlapping=True)
    for number, first, last in sorted(found, key=lambda match: (match[1], -match[2])):
        name = machine.names[number]
        if first < taken or not whole_words(name, folded.text, first, last, borders):
            continue
        begin, stop = quoted(text, folded.places[first], folded.places[last - 1] + 1)
        if (name in machine.whole and not stands_alone(text, begin, stop)) or (name.isascii() and glued(text, begin, stop)):
            continue
        taken = last
        keys = machine.keys[number]
        classes = names.entries[keys[0].lstrip(OWN)].classes
        yield Mark(begin, stop, text[begin:stop], keys, classes)


def whole_words(name: str, text: str, first: int, last: int, borders: set[int]) -> bool:
    """Whether a name of two characters is a word of the text, and a longer one does not end inside another word."""
    if name.isascii():
        return True
    if len(name) <= 2:
        return {first, last} <= borders
    return last in borders or not other_word(text, first, last, borders)


def quoted(text: str, begin: int, stop: int) -> tuple[int, int]:
    """The span with the quotes that belong to it: “渝快办”, and the first one of “小巨人”企业."""
    inside, before, after = text[begin:stop], text[begin - 1:begin], text[stop:stop + 1]
    closing = QUOTES.get(before)
    if closing and closing == after and closing not in inside:
        return begin - 1, stop + 1
    if closing and closing in inside and before not in inside:
        return begin - 1, stop
    if any(after == last and first in inside and last not in inside for first, last in QUOTES.items()):
        return begin, stop + 1
    return begin, stop


def word_borders(text: str, seams: Sequence[int] = ()) -> set[int]:
    """The places between the segmenter's words; at a seam one word ends in any case."""
    borders = {0}
    at = 0
    for seam in (*seams, len(text)):
        for piece in segmenter().cut(text[at:seam], False) if seam > at else ():
            at += len(piece)
            borders.add(at)
    return borders


def other_word(text: str, first: int, last: int, borders: set[int]) -> bool:
    """Whether the name's end is a piece of another word: 银行业 in 重庆银行业, 业务 in 金融业务. A place before 内 or a
    sign of its kind (渝北区内, 重庆市级) is none, nor are compounds of two words that the segmenter joins (汽车产量)."""
    left = next(at for at in range(last - 1, -1, -1) if at in borders)
    right = next(at for at in range(last + 1, len(text) + 1) if at in borders)
    if text[last] in WITHIN or left < first:
        return False
    return right - last == 1 or last - left == 1


def beside(text: str, begin: int, stop: int) -> tuple[str, str]:
    """The characters before and after a span, blanks aside."""
    while begin and text[begin - 1] in SEAM:
        begin -= 1
    while text[stop:stop + 1] in SEAM:
        stop += 1
    return text[begin - 1:begin], text[stop:stop + 1]


def stands_alone(text: str, begin: int, stop: int) -> bool:
    """Whether no other character of a word touches the name."""
    before, after = beside(text, begin, stop)
    return not before.isalnum() or before in "和与及在由对" if not after.isalnum() or after in "和与及等的" else False


def glued(text: str, begin: int, stop: int) -> bool:
    """Whether a Latin name goes on at either side."""
    before, after = beside(text, begin, stop)
    return (before.isascii() and before.isalnum()) or (after.isascii() and after.isalnum())


def titles(text: str, start: int, end: int) -> Iterator[Mark]:
    """What stands in 《》, and what a lone 》 closes back to the verb before it."""
    inside: list[tuple[int, int]] = []
    for found in TITLE.finditer(text, start, end):
        inside.append(found.span())
        yield Mark(found.start(), found.end(), found.group(), (), ("Policy",), "title")
    for close in LONE_CLOSE.finditer(text, start, end):
        if any(first <= close.start() < last for first, last in inside):
            continue
        first = max(text.rfind(stop, start, close.start()) for stop in STOPS) + 1
        opening = list(LEFT_OF_TITLE.finditer(text, max(first, start), close.start()))
        if opening and 6 <= close.start() - opening[0].end() <= 80:
            yield Mark(opening[0].end(), close.end(), text[opening[0].end():close.end()], (), ("Policy",), "title")


def numbers(text: str, start: int, end: int) -> Iterator[Mark]:
    """Document numbers (渝府办发〔2022〕90号)."""
    for found in NUMBER.finditer(text, start, end):
        yield Mark(found.start(), found.end(), found.group(), (), ("Policy",), "number")


@lru_cache(maxsize=1)
def organs() -> tuple[tuple[str, str], ...]:
    """The organs of `organs.yaml`, longest first: as written, in full."""
    return tuple(sorted(load("organs").items(), key=lambda pair: (-len(pair[0]), pair[0])))


@lru_cache(maxsize=1)
def pointing() -> tuple[re.Pattern[str], dict[str, str]]:
    """The words that point (我市, 该平台), and the class of what each points at."""
    classes = {"region": "Region", "speaker": "Agency", "government": "Agency", "finance": "Agency", "both": "AgentGroup", "topic": "Firm"}
    table: dict[str, str] = {}
    for role, words in load("deictics").items():
        for sign, listed in (words.items() if isinstance(words, dict) else (("", words),)):
            table.update(dict.fromkeys(listed.split(), sign if role == "near" else classes[role]))
    return re.compile("|".join(sorted(map(re.escape, table), key=lambda word: (-len(word), word)))), table


def pointers(text: str, start: int, end: int) -> Iterator[Mark]:
    """Where the text points; a pointing word inside a longer one (有限公司) is none."""
    pattern, table = pointing()
    borders = {start + border for border in word_borders(text[start:end])}
    for found in pattern.finditer(text, start, end):
        first, last = found.span()
        if found.group() == "公司" and (text[first - 1:first].isalnum() or text[first - 1:first] in ")）”" or (
                text[last:last + 1] in "法制")):
            continue
        if first in borders or len(found.group()) > 2:
            yield Mark(first, last, found.group(), (), (table[found.group()],), "pointer")


def merged(marks: Sequence[Mark], added: Sequence[Mark]) -> list[Mark]:
    """Both in order; where they overlap the longer one stays, the older one of equals."""
    taken: list[Mark] = []
    for mark in sorted([*marks, *added], key=lambda mark: (mark.start - mark.end, mark in added, mark.start)):
        if all(mark.end <= other.start or mark.start >= other.end for other in taken):
            taken.append(mark)
    return sorted(taken, key=place)


def with_organs(text: str, marks: list[Mark], names: Gazetteer) -> Iterator[Mark]:
    """A region or park with an organ behind it is one agency (江津区经济信息委)."""
    taken = -1
    for mark in marks:
        if mark.start < taken:
            continue
        if mark.kind == "name" and mark.classes[0] in ("Region", "Park") and single(names, mark):
            organ = next((pair for pair in organs() if text.startswith(pair[0], mark.end)), None)
            if organ and not text.startswith("各", mark.end):
                stop = mark.end + len(organ[0])
                taken = stop
                yield Mark(mark.start, stop, text[mark.start:stop], mark.keys, ("Agency",), "organ:" + organ[1])
                continue
        yield mark


def single(names: Gazetteer, mark: Mark) -> bool:
    """Whether the place has one government: 渝北区 and a new area do, 成渝两地 has not."""
    entry = names.entries[mark.keys[0].lstrip(OWN)]
    return mark.classes[0] == "Park" or kind_sign(entry) is not None
