"""Telling: what the words around a wording tell of it: that it is called a firm, that it does what firms do, that firms stand so."""
from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise, takewhile

from loaders.items import top
from loaders.shortnames.make import spoken
from loaders.words import Word

CALLED, ACTS, STANDS = 4, 2, 1
JOINS = ("、", "和", "与", "及", "以及")
BEING = ("是", "系", "成为", "作为", "为", "属于", "就是", "正是", "当选", "担任")
NAMES = ("noun", "mark", "nominal", "weak", "either")
INSIDE = (*NAMES, "adverb", "praise")  # and what may stand in one that is listed (甲乙智能、图远|未来)
ITEM = 7  # words of an item of a list
LISTED = re.compile("(?:[近约超逾]?[0-9一二三四五六七八九十百两多数余]+[家个户]|[两三四五六七八九十]家)?(?:[^，,。；;、：:的]{0,10})")
MAKING = re.compile("(?:做|生产|制造|主营|研发|从事|专注|专做|加工)[^，,。；;：:！!？?\n的]{2,12}的$")  # 做座椅骨架的|甲乙座椅
LONGEST_CALL = 5  # characters of what somebody is called
BODIES = ("Firm", "Institution")
PLACES = ("Region", "Park")
SEATS = tuple("市区县园谷城镇港省州地")
NEAR = 40  # characters before a name in which it is said what it makes


def telling(text: str, words: Sequence[Word], first: int, last: int) -> int:
    """What is told of the wording that `words[first:last]` are."""
    rest = words[last:]
    start = words[first].start
    if called(text, start) or MAKING.search(text[max(start - NEAR, 0):start]):
        return CALLED
    row = listed(text, rest)
    rest = rest[behind(rest):]
    if is_one(rest) or belongs(rest, "people"):
        return CALLED
    first = foremost(words, first)
    if seen(words, first, rest):
        return ACTS + STANDS
    does = row or acts(rest) or belongs(rest, "belongings") or owned(words, first)
    return ACTS * does + STANDS * stands(words, first, rest)


def behind(rest: Sequence[Word]) -> int:
    """The place behind those who are listed with a wording, 0 for none."""
    at = 0
    while at < len(rest) and rest[at].text in JOINS:
        size = len(list(takewhile(lambda word: word.kind in INSIDE and word.text not in JOINS, rest[at + 1:at + 1 + ITEM])))
        if not size:
            return at
        at += 1 + size
    return at


def foremost(words: Sequence[Word], first: int) -> int:
    """The first word of the list that a wording stands in."""
    while first > 1 and words[first - 1].text in JOINS:
        at = first - 1
        while at and words[at - 1].kind in NAMES and first - at <= ITEM:
            at -= 1
        if at == first - 1:
            break
        first = at
    return first


def called(text: str, at: int) -> bool:
    """Whether the words before say that it is a firm (座椅厂商|甲乙座椅, 园区运营方|甲乙产投)."""
    side = text[at - 1:at] == "方" and text[max(at - 3, 0):at - 1] in spoken("parties")
    return side or any(text[max(at - size, 0):at] in spoken("callers") for size in range(2, LONGEST_CALL + 1))


def listed(text: str, rest: Sequence[Word]) -> bool:
    """Whether the list that a wording stands in is closed by a class of firms (甲乙弹簧、丙丁座椅|等配套企业, 三家企业), or holds
    one that is known."""
    at = behind(rest)
    for one, after in pairwise(rest[:at + 1]):
        closes = one.mark is not None and (after.kind not in NAMES or after.text in JOINS)
        if closes and rest[0].text == "、" and one.mark and top(one.mark.classes[0]) == "Firm" and one.mark.kind != "pointer":
            return True
    if at >= len(rest) or rest[at].kind not in ("etc", "number", "measure"):
        return False
    group = LISTED.match(text, rest[at].end if rest[at].kind == "etc" else rest[at].start)
    said = group.group() if group else ""
    return any(kind in said for kind in firms()) and (rest[at].kind == "etc" or rest[at].text[-1] in "家户")


@cache
def firms() -> tuple[str, ...]:
    """What firms are called."""
    return tuple(sorted(kind for kind in spoken("kinds") if len(kind) > 1))


def is_one(rest: Sequence[Word]) -> bool:
    """Whether the clause says that it is a firm (甲乙轴承是供应商, 选举甲乙科技为会长单位, 以甲乙铝业为链主)."""
    being = next((n for n, word in enumerate(rest[:2]) if word.text in BEING), -1)
    clause = takewhile(lambda word: word.kind != "stop", rest[being + 1:])
    return being >= 0 and "".join(word.text for word in clause).removesuffix("之一").endswith(firms())


def belongs(rest: Sequence[Word], key: str) -> bool:
    """Whether people or premises follow (甲乙轴承|董事长, 甲乙轴承的车间)."""
    of = bool(rest) and rest[0].kind == "of"
    noun = "".join(word.text for word in takewhile(lambda word: word.kind in NAMES, rest[1:] if of else rest))
    return any(noun.startswith(one) or (of and noun.endswith(one)) for one in spoken(key))


def acts(rest: Sequence[Word]) -> bool:
    """Whether what follows is what only firms do."""
    verb = first_verb(rest)
    return verb is not None and (verb.text in spoken("deeds") or verb.text[:2] in spoken("deeds"))


def first_verb(rest: Sequence[Word]) -> Word | None:
    """The verb that a name acts by: the first one behind adverbs, what prepositions bring before it, and what is only meant
    (准备|设立X)."""
    led = False
    for word in rest:
        if word.kind in ("verb", "weak", "either", "nominal") and word.text not in spoken("meaning"):
            return word
        if word.kind in ("preposition", "join"):
            led = True
        elif word.kind == "stop" or (word.kind not in ("adverb", "measure", "verb", "weak") and not led):
            return None
    return None


def seen(words: Sequence[Word], first: int, rest: Sequence[Word]) -> bool:
    """Whether somebody is there to look (在甲乙精密|看到)."""
    return first > 0 and words[first - 1].text == "在" and bool(rest) and rest[0].text in spoken("looking")


def owned(words: Sequence[Word], first: int) -> bool:
    """Whether a firm or an institute whose it is stands before (中国一院旗下的|甲乙电子)."""
    before, owner = words[first - 1] if first else None, words[first - 2] if first > 1 else None
    if before is None or before.kind != "of":
        return False
    body = owner is not None and owner.mark is not None and top(owner.mark.classes[0]) in BODIES
    return body or any(word is not None and word.text in spoken("under") for word in (before, owner))


def stands(words: Sequence[Word], first: int, rest: Sequence[Word]) -> bool:
    """Whether a wording stands where firms stand: who does something, whom one visits, attracts, supports or deals with, whose
    place is said (甲园的|乙丙智驾)."""
    before = words[first - 1] if first else None
    if before is None or before.kind == "stop":
        return first_verb(rest) is not None
    if before.kind != "of" or first == 1:
        return before.text in spoken("meeting")
    seat = words[first - 2]
    placed = seat.mark is not None and top(seat.mark.classes[0]) in PLACES
    return placed or seat.text.endswith(SEATS) or seat.text in spoken("meeting")
