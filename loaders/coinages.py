"""Coinages: firms that news call by a short name which no list holds (甲乙轴承), told by their make and by what stands around
them: two syllables that make no word, what they make or do, and somebody who calls them a firm or a deed that only firms do."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from loaders.items import top
from loaders.knowledge import any_of, knowledge
from loaders.lexicon import lexicon, segmenter
from loaders.mentions import merged
from loaders.resolution import Cast
from loaders.words import Mark, Word, words

STEM = 2  # syllables that somebody coined
STOPS = re.compile("[，,。；;：:！!？?\n]")
REACH = 60  # characters of a clause that are looked at
LONGEST = 4  # characters of a word before a name
NAMES = ("nr", "nrt", "nz", "v")  # parts of speech of words that firms call themselves by
JOINS = ("、", "和", "与", "及", "以及")
BEING = ("是", "系", "成为", "作为", "为", "属于", "就是", "正是")
MAKING = re.compile("(?:做|生产|制造|主营|研发|从事|专注|专做|加工)[^，,。；;：:！!？?\n的]{2,12}的$")  # 做座椅骨架的|甲乙座椅
LISTED = re.compile("(?:[0-9一二三四五六七八九十百两多数余]*[家个户])?[^，,。；;、]{0,10}")


@cache
def spoken(key: str) -> frozenset[str]:
    """The words under a key of `coinages.yaml`."""
    return frozenset(knowledge("coinages")[key].split())


@cache
def shape() -> re.Pattern[str]:
    """What a coined name ends with, the longest trade first, behind its syllables."""
    return re.compile(f"(?=([\u4e00-\u9fff]{{{STEM}}}){any_of(trades())})")


@cache
def trades() -> frozenset[str]:
    """What may end a coined name: trades, goods and services."""
    return spoken("goods") | lexicon().traits["trades"]


def coin(text: str, start: int, end: int, cast: Cast) -> None:
    """Define the coined names of firms in a piece of news, and mark every place where they stand."""
    found = {name for at, name in candidates(text, start, end, cast) if told(text, at, at + len(name), end, cast)}
    cast.marks = merged(cast.marks, [use for name in sorted(found) for use in uses(text, name, start, end, cast, shortest(name, found))])


def shortest(name: str, found: set[str]) -> str:
    """The shortest of the names that a name opens with (甲乙感知科技: 甲乙感知): they are one firm's."""
    return min((one for one in found if name.startswith(one)), key=len)


def uses(text: str, name: str, start: int, end: int, cast: Cast, short: str) -> Iterator[Mark]:
    """Every place where a coined name stands, with the place or firm before it; the firm is called as all of them call it, by
    its short name where it has one."""
    spans = [(fronted(start + match.start(), cast), start + match.end()) for match in re.finditer(re.escape(name), text[start:end])]
    least = min((text[first:last] for first, last in spans), key=len)
    ref = cast.named(least if short == name else short, "Firm")
    if ref is None:
        return
    for first, last in spans:
        cast.define(text[first:last], ref)
        yield Mark(first, last, text[first:last], (ref.id,), ("Firm",), "defined")


def fronted(at: int, cast: Cast) -> int:
    """Where a name begins with the place or the firm that stands before it (重庆|甲乙轴承, 丙集团|甲乙轴承)."""
    return next((mark.start for mark in cast.marks if mark.end == at and mark.kind == "name" and top(mark.classes[0]) in (
        "Region", "Firm")), at)


def candidates(text: str, start: int, end: int, cast: Cast) -> Iterator[tuple[int, str]]:
    """The wordings that have the make of a coined name, and where they begin."""
    taken = {place for mark in cast.marks for place in range(mark.start, mark.end)}
    last = start
    for match in shape().finditer(text, start, end):
        stop = match.start() + STEM + max(len(trade) for trade in endings(text, match.start() + STEM))
        at = match.start() - (not begins(text, match.start(), cast) and begins(text, match.start() - 1, cast))  # 中广核|新能源
        stem = text[at:match.start() + STEM]
        if at < last or crosses(cast, at, stop) or not taken.isdisjoint(range(at, at + STEM)):
            continue
        lent = fronted(at, cast) < at and text[at + STEM:stop] in lexicon().traits["trades"] and borrowed(stem)
        if not ((coined(stem) or lent) and begins(text, at, cast)) or endings(text, match.start() + 1):
            continue
        if text[at:stop] in lexicon().heads or registered(text, stem):
            continue
        last = stop
        yield at, text[at:stop]


def crosses(cast: Cast, at: int, stop: int) -> bool:
    """Whether a known name begins in a wording and goes on behind it."""
    return any(at < mark.start < stop < mark.end for mark in cast.marks)


def endings(text: str, at: int) -> list[str]:
    """The trades that stand at a place."""
    return [text[at:at + size] for size in range(2, 6) if text[at:at + size] in trades()]


def coined(stem: str) -> bool:
    """Whether syllables make no word, and not each of them means something before a noun."""
    foreign = spoken("foreign")
    if any(char in sign for sign in foreign for char in stem):
        return False
    apart = len(segmenter().cut(stem, False)) == len(stem)
    return apart and not all(lexicon().has("sense", char) for char in stem)


def borrowed(stem: str) -> bool:
    """Whether a name or a verb of the dictionary that no list of ours holds may be what a firm calls itself (璧山|腾跃|精密)."""
    known = lexicon()
    if stem in known.kinds or known.head(stem) or any(char in sign for sign in spoken("foreign") for char in stem):
        return False
    return [tag for _, tag in segmenter().tag(stem, False)] in ([tag] for tag in NAMES)


def begins(text: str, at: int, cast: Cast) -> bool:
    """Whether a word ends where a name begins."""
    before = text[at - 1:at]
    if not "\u4e00" <= before <= "\u9fff" or any(mark.end == at for mark in cast.marks):
        return True
    known = lexicon()
    led = before in "的了有" or known.kinds.get(before) in ("preposition", "join", "adverb")
    return led or any((word := text[at - size:at]) in known.kinds or word in known.heads or word in spoken("callers")
                      for size in range(2, LONGEST + 1))


def registered(text: str, stem: str) -> bool:
    """Whether the text names the firm in full, which its short name points at."""
    return re.search(stem + r"[\u4e00-\u9fff（）()]{0,12}公司", text) is not None


def told(text: str, at: int, stop: int, end: int, cast: Cast) -> bool:
    """Whether the words around a wording say that it is a firm."""
    close = STOPS.search(text, stop, end)
    rest = words(text, stop, min(close.start() if close else end, stop + REACH), cast.marks)
    first = fronted(at, cast)
    called = any(text[max(first - size, 0):first] in spoken("callers") for size in range(2, LONGEST + 2))
    return called or MAKING.search(text[max(first - REACH, 0):first]) is not None or acts(text, rest)


def acts(text: str, rest: Sequence[Word]) -> bool:
    """Whether what follows a wording is whose it is, or what it does or is, behind those listed with it."""
    at = 0
    while at < len(rest) and (rest[at].text in JOINS):
        item = list(takewhile(lambda word: word.kind in ("noun", "mark", "nominal", "weak") and word.text not in JOINS, rest[at + 1:]))
        if item and item[-1].mark and top(item[-1].mark.classes[0]) == "Firm" and rest[at].text == "、":
            return True
        if not item:
            return False
        at += 1 + len(item)
    if at < len(rest) and rest[at].kind == "etc":
        group = LISTED.match(text, rest[at].end)
        return group is not None and any(group.group().endswith(kind) or kind in group.group() for kind in spoken("kinds"))
    rest = rest[at:]
    if rest and not at and belongs(rest):
        return True
    verb = first_verb(rest)
    if verb is None:
        return False
    if verb.text in BEING:
        return rest[-1].text.endswith(tuple(spoken("kinds")))
    return verb.text in spoken("deeds")


def belongs(rest: Sequence[Word]) -> bool:
    """Whether people or premises follow (甲乙轴承|董事长, 甲乙轴承的车间)."""
    following = rest[1:] if rest[0].kind == "of" else rest
    noun = "".join(word.text for word in takewhile(lambda word: word.kind in ("noun", "mark", "nominal", "weak", "either"), following))
    return any(noun.startswith(one) for one in spoken("belongings")) or (
        rest[0].kind == "of" and any(noun.endswith(one) for one in spoken("belongings")))


def first_verb(rest: Sequence[Word]) -> Word | None:
    """The verb that a name acts by: the first one behind adverbs and what prepositions bring before it."""
    led = False
    for word in rest:
        if word.kind in ("verb", "weak", "either", "nominal"):
            return word
        if word.kind == "preposition":
            led = True
        elif word.kind not in ("adverb", "measure") and not led:
            return None
    return None
