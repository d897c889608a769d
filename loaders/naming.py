"""Names in text: the gazetteer's names in one automaton pass, leftmost and longest, where their borders hold.

Text is compared as `normal` compares names (width, case, quotes, blanks); every mark stands at its place in the source.
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import Any

from loaders.items import top
from loaders.lexicon import lexicon, segmenter
from loaders.words import QUOTES, Mark
from ontology.entries import QUOTE_SIGNS
from ontology.names import Gazetteer, normal

SEAM = set(" \t\u3000\u00a0")
CLOSING = set(QUOTES.values())
DROPPED = SEAM | set(QUOTE_SIGNS)
WITHIN = "内外中里上下间级属辖"
OWN = "@"
UNDER = ("旗下", "麾下")
NUMBERED = re.compile("[A-Za-z]|[0-9]{2,4}(?![0-9.,，%％万亿千百余多家个辆台套座元年月日号款条项天])")  # 高通|8155
PLANT = re.compile("[\u4e00-\u9fff]{2,4}(?:工厂|基地)|自主品牌|品牌")  # 长安|渝北工厂
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
        name = machine.names[number]
        if first < taken or behind_word(folded.text, found, n):
            continue
        if top(likeliest(names, machine.keys[number])[0]) == "Firm" and behind_place(folded.text, found, n, names):
            continue
        begin, stop = quoted(text, folded.places[first], folded.places[last - 1] + 1)
        if (name in machine.whole and not stands_alone(text, begin, stop)) or (name.isascii() and glued(text, begin, stop)):
            continue
        taken = last
        keys = machine.keys[number]
        classes = likeliest(names, keys)
        yield Mark(begin, stop, text[begin:stop], keys, classes)


def likeliest(names: Gazetteer, keys: tuple[str, ...]) -> tuple[str, ...]:
    """The classes of the firm where a name is a firm's and its brand's, else of the first entry."""
    firms = [key for key in keys if not key.startswith(OWN) and top(names.entries[key].classes[0]) == "Firm"]
    return names.entries[(firms[0] if len(firms) == 1 else keys[0]).lstrip(OWN)].classes


def behind_word(text: str, found: Sequence[tuple[int, int, int]], n: int) -> bool:
    """Whether match `n` opens with a verb and runs into a longer name behind it (联合|电子科技大学 is no 联合电子)."""
    first, last, _ = found[n]
    after = takewhile(lambda match: match[0] < last, found[n + 1:n + 1 + last - first])
    return any(first < start and last < end and end - start > last - first and lexicon().kinds.get(text[first:start]) == "verb"
               for start, end, _ in after)


def behind_place(text: str, found: Sequence[tuple[int, int, int]], n: int, names: Gazetteer) -> bool:
    """Whether the firm of match `n` opens with a place and runs into another name as long behind it (重庆|长安福特 is no 重庆长安)."""
    first, last, _ = found[n]
    after = takewhile(lambda match: match[0] < last, found[n + 1:n + 1 + last - first])
    return any(first < start and last < end and end - start >= last - first and any(
        entry.classes[0] == "Region" for entry in names.lookup(text[first:start])) for start, end, _ in after)


def whole_words(name: str, text: str, first: int, last: int, borders: set[int]) -> bool:
    """Whether a name of two characters is a word of the text, also behind a verb or preposition that the segmenter joins to
    it (打造|成渝, 向|长安), and a longer one does not end inside another word."""
    if name.isascii():
        return True
    if len(name) <= 2:
        behind_verb = lexicon().kinds.get(text[max(first - 2, 0):first]) == "verb"
        led = first - 1 in borders and lexicon().kinds.get(text[first - 1:first]) == "preposition"
        return last in borders and (first in borders or behind_verb or led)
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
    does = text[last] == "为" or lexicon().kinds.get(text[last:last + 2]) in ("verb", "adverb")  # 甲农商行|为乙公司, 甲银行|联合推出
    if text[last] in WITHIN or left < first or (does and name_ends(text[first:last])):
        return False
    return right - last == 1 or last - left == 1


def name_ends(name: str) -> bool:
    """Whether a name ends like a bank's or a firm's, so that no other word can begin inside it."""
    return len(name) > 3 and name.endswith(("银行", "农商行", "公司", "集团"))


def beside(text: str, begin: int, stop: int) -> tuple[str, str]:
    """The characters before and after a span, blanks aside."""
    while begin and text[begin - 1] in SEAM:
        begin -= 1
    while text[stop:stop + 1] in SEAM:
        stop += 1
    return text[begin - 1:begin], text[stop:stop + 1]


PLACES_DO = ("建设", "打造", "创建", "争创", "开展", "设立", "布局", "承接", "加快", "建成", "引进", "培育", "举办")  # 支持南岸|建设X


def stands_alone(text: str, begin: int, stop: int) -> bool:
    """Whether no other character of a word touches the name."""
    before, after = beside(text, begin, stop)
    opens = not before.isalnum() or before in "和与及在由对向为给" or lexicon().kinds.get(text[begin - 2:begin]) == "verb"
    ends = not after.isalnum() or after in "和与及等的" or text.startswith((*UNDER, *PLACES_DO), stop) or any(
        one.match(text, stop) for one in (NUMBERED, PLANT))
    return opens and ends


def glued(text: str, begin: int, stop: int) -> bool:
    """Whether a Latin name goes on at either side."""
    before, after = beside(text, begin, stop)
    return (before.isascii() and before.isalnum()) or (after.isascii() and after.isalnum())
