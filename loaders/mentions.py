"""Mentions: where a text names things. The names of the gazetteer, then titles, document numbers, district organs
and the words that point (`pointers`).

A mark holds candidates, not a decision: `resolution` decides in its document.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from loaders.abreast import abreast
from loaders.borders import word_borders
from loaders.lexicon import lexicon, load, segmenter
from loaders.naming import OWN, named
from loaders.pointers import pointers
from loaders.sessions import sessions
from loaders.words import Mark
from ontology.names import Gazetteer, kind_sign

TITLE = re.compile(r"《([^《》]{2,160})》")
LONE_CLOSE = re.compile(r"》")
RESTING = re.compile("(?:根据|按照|依据|遵照|落实|贯彻|执行|按|依)(?:[\u4e00-\u9fff]{2,8}[、和])?$")
ON = re.compile("关于[^，,。；;：:《》\n]{2,40}?的?(?:实施|指导|相关|有关|若干)*(?:意见|规定|办法|批复|通知|决定|方案|规划)"
                "(?=的?(?:要求|精神|规定)?[，,。；;\n]|[等和及])")
NUMBER = re.compile(r"(?:(?<![\u4e00-\u9fff])|(?<=[以据按和及文]))[\u4e00-\u9fff]{2,9}?"
                    r"\s*[〔\[［【(（]\s*(?:19|20)\d\d\s*[〕\]］】)）]\s*(?:第)?\s*\d+\s*号")
LEFT_OF_TITLE = re.compile(r"(?:印发|发布|出台|制定|落实|根据|按照|依据)(?:了|的)?")
NAMED_PLACE = frozenset("各城州辖属地片园新该两")  # 城区, 各市, 片区: no sign of the place whose document it is
MODEL = re.compile(r" ?(?:全新|新款|新)?(?:0[0-9](?![0-9A-Za-z.%％年月日])|(?:[1-9][0-9]{1,2}[A-Za-z+]{0,5}|"
                   r"[A-Z]{1,4}-?[0-9]{1,3}[A-Za-z+]{0,4}|Hi4-?[TZ]?)(?: ?(?:PLUS|Plus|Pro|Max|MAX|Ultra|EV|L|Hi4-?[TZ]?|DM-?[ip]|PHEV))?"
                   r"(?![0-9A-Za-z.%％年月日号届家个辆台万亿千百款条项座余多周天]))")
CHIP = re.compile(r"[1-9][0-9]{3}(?:[A-Z]{1,2})?(?![0-9A-Za-z.%％年月日号届家个辆台套片颗元万亿千百款条项座余多])")  # 甲牌|8155
BRAND = "brand."
OFFICES = ("办公厅", "综合司", "办公室")
UNLISTED = re.compile("[市区县省](?:(?!有关|相关|国家|各|等)[\u4e00-\u9fff]){2,7}?(?:局|(?<=[建交信改商农健旅])委)(?![员托部])")
NO_ORGANS = ("格局", "布局", "全局", "大局", "结局", "当局", "邮局", "开局", "时局", "原委", "常委", "纪委", "党委", "国资委", "村委")
NEAR = 16  # characters behind a place in which the name of its organ ends
STOPS = "，,。；;：:\n"


def mentions(text: str, start: int, end: int, names: Gazetteer) -> list[Mark]:
    """The marks of `text[start:end]`, in order, none overlapping; titles win over what stands in them."""
    marks = [*titles(text, start, end), *numbers(text, start, end)]
    marks += outside(named(text, start, end, names), marks)
    marks = [modelled(text, mark, names) for mark in marks]
    marks = merged(marks, [*pointers(text, start, end), *sessions(text, start, end)])
    found = abreast(sorted(with_organs(text, sorted(marks, key=place), names), key=place), names)
    return merged([*untitled(text, found)], found)


def place(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end


def modelled(text: str, mark: Mark, names: Gazetteer) -> Mark:
    """A carmaker or brand with a model's number behind it is the model (甲牌|07), a firm with a chip's the chip."""
    brand = mark.kind == "name" and (mark.classes[0] == "Automaker" or any(key.startswith(BRAND) for key in mark.keys))
    made = mark.kind == "name" and mark.classes[0] == "Firm"
    tail = MODEL.match(text, mark.end) if brand else CHIP.match(text, mark.end) if made else None
    if tail is None or names.lookup(text[mark.start:tail.end()]):
        return mark
    return Mark(mark.start, tail.end(), text[mark.start:tail.end()], mark.keys, ("Product",), "model")


def outside(marks: Iterable[Mark], taken: Sequence[Mark]) -> Iterator[Mark]:
    """The marks that touch none of those taken."""
    for mark in marks:
        if all(mark.end <= other.start or mark.start >= other.end for other in taken):
            yield mark


def titles(text: str, start: int, end: int) -> Iterator[Mark]:
    """What stands in 《》, and what a lone 》 closes back to the verb before it."""
    inside: list[tuple[int, int]] = []
    for found in TITLE.finditer(text, start, end):
        inside.append(found.span())
        yield Mark(found.start(), found.end(), found.group(), (), ("Policy",), "title")
    for close in LONE_CLOSE.finditer(text, start, end):
        if any(first <= close.start() < last for first, last in inside):
            continue
        first = max(text.rfind(stop, start, close.start()) for stop in STOPS + "》") + 1
        opening = list(LEFT_OF_TITLE.finditer(text, max(first, start), close.start()))
        opening = [one for one in opening if one.group().startswith(("印发", "发布", "出台"))][-1:] or opening
        if opening and 6 <= close.start() - opening[0].end() <= 80:
            yield Mark(opening[0].end(), close.end(), text[opening[0].end():close.end()], (), ("Policy",), "title")


def untitled(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """What an agency said on a matter, cited without 《》 as what something rests on (按照甲部|关于乙园建设的意见)."""
    for mark in marks:
        rests = mark.classes[0] == "Agency" and RESTING.search(text, max(mark.start - NEAR, 0), mark.start)
        if rests and (said := ON.match(text, mark.end)):
            yield Mark(*said.span(), said.group(), (), ("Policy",), "title")


def numbers(text: str, start: int, end: int) -> Iterator[Mark]:
    """Document numbers (渝府办发〔2022〕90号)."""
    for found in NUMBER.finditer(text, start, end):
        yield Mark(found.start(), found.end(), found.group(), (), ("Policy",), "number")


@lru_cache(maxsize=1)
def organs() -> tuple[tuple[str, str], ...]:
    """The organs of `organs.yaml`, longest first: as written, in full."""
    return tuple(sorted(load("organs").items(), key=lambda pair: (-len(pair[0]), pair[0])))


def merged(marks: Sequence[Mark], added: Sequence[Mark]) -> list[Mark]:
    """Both in order; where they overlap the longer one stays, the older one of equals."""
    taken: list[Mark] = []
    filled: set[int] = set()
    ranked = [(mark.start - mark.end, age, mark.start, mark) for age, some in enumerate((marks, added)) for mark in some]
    for *_, mark in sorted(ranked, key=lambda row: row[:3]):
        span = range(mark.start, mark.end)
        if filled.isdisjoint(span):
            taken.append(mark)
            filled.update(span)
    return sorted(taken, key=place)


def with_organs(text: str, marks: list[Mark], names: Gazetteer) -> Iterator[Mark]:
    """A region or park with an organ behind it is one agency (江津区经济信息委)."""
    taken = -1
    for mark in marks:
        if mark.start < taken:
            continue
        office = next((word for word in OFFICES if text.startswith(word, mark.end)), "") if mark.kind == "name" else ""
        if office and mark.classes[0] == "Agency" and len(mark.keys) == 1 and not mark.keys[0].startswith(OWN):  # 工业和信息化部办公厅
            taken = mark.end + len(office)
            yield Mark(mark.start, taken, text[mark.start:taken], mark.keys, ("Agency",), "organ:" + office)
            continue
        if mark.kind == "name" and mark.classes[0] in ("Region", "Park") and single(names, mark):
            organ = written_at(text, mark.end) or (
                unlisted(text, mark.end - 1, {mark.end + border for border in word_borders(text[mark.end:mark.end + NEAR])}))
            if organ and not text.startswith("各", mark.end):
                stop = mark.end + len(organ[0])
                taken = stop
                yield Mark(mark.start, stop, text[mark.start:stop], mark.keys, ("Agency",), "organ:" + organ[1])
                continue
        yield mark


def written_at(text: str, at: int) -> tuple[str, str] | None:
    """The organ that a place in the text writes; 市政府|办理 is none."""
    found = next((pair for pair in organs() if text.startswith(pair[0], at)), None)
    cut = found is not None and found[0].endswith("政府办") and text[at + len(found[0]):at + len(found[0]) + 1] in tuple("理好事法成实学")
    return next((pair for pair in organs() if pair[0] == found[0][:-1]), None) if cut and found else found


def own_organs(text: str, start: int, end: int, places: Iterable[tuple[str, str]]) -> Iterator[Mark]:
    """The organs of the places (sign, key) whose document it is: 区人力社保局 in a district's own papers."""
    borders = {start + border for border in word_borders(text[start:end])}
    for sign, key in places:
        for found in re.finditer(sign, text[start:end]):
            first = start + found.start()
            organ = written_at(text, first + 1)
            organ = organ or unlisted(text, first, borders)
            if organ and first in borders and text[first - 1:first] not in NAMED_PLACE:
                stop = first + 1 + len(organ[0])
                yield Mark(first, stop, text[first:stop], (key,), ("Agency",), "organ:" + organ[1])


def unlisted(text: str, first: int, borders: set[int]) -> tuple[str, str] | None:
    """An organ of the place that no list holds (区|经济运行局), as written: a sign, nouns and 局 or 委."""
    found = UNLISTED.match(text, first)
    stop = found.end() if found else 0
    if found is None or stop not in borders or found.group().endswith(NO_ORGANS):
        return None
    inside = segmenter().cut(text[first + 1:stop], False)
    kinds = lexicon().kinds
    plain = all(kinds.get(piece) not in ("verb", "adverb", "preposition", "join", "measure") for piece in inside)
    return (found.group()[1:], found.group()[1:]) if plain else None


def single(names: Gazetteer, mark: Mark) -> bool:
    """Whether the place has one government: 渝北区 and a new area do, 成渝两地 has not."""
    entry = names.entries[mark.keys[0].lstrip(OWN)]
    return mark.classes[0] == "Park" or kind_sign(entry) is not None
