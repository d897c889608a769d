"""Borders: whether a name found in a text ends where a word of the text ends, or runs on into one."""
from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from loaders.knowledge import listed
from loaders.lexicon import lexicon, segmenter
from loaders.words import QUOTES

TOWARD, LONG = "向对从给", 4  # what stands behind a name, and characters of a name that it does not run on from
SEAM = set(" \t\u3000\u00a0")
NUMBERED = re.compile("[A-Za-z]|[0-9]{2,4}(?![0-9.,，%％万亿千百余多家个辆台套座元年月日号款条项天])")  # 高通|8155
PLANT = re.compile("[\u4e00-\u9fff]{2,4}(?:工厂|基地)|自主品牌|品牌")  # 长安|渝北工厂


def word_borders(text: str, seams: Sequence[int] = ()) -> set[int]:
    """The places between the segmenter's words; at a seam one word ends in any case."""
    borders = {0}
    at = 0
    for seam in (*seams, len(text)):
        for piece in segmenter().cut(text[at:seam], False) if seam > at else ():
            at += len(piece)
            borders.add(at)
    return borders


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


def other_word(text: str, first: int, last: int, borders: set[int]) -> bool:
    """Whether the name's end is a piece of another word: 银行业 in 重庆银行业, 业务 in 金融业务. A place before 内 or a
    sign of its kind (渝北区内, 重庆市级) is none, nor are compounds of two words that the segmenter joins (汽车产量)."""
    left = next(at for at in range(last - 1, -1, -1) if at in borders)
    right = next(at for at in range(last + 1, len(text) + 1) if at in borders)
    does = text[last] in "为将获" or lexicon().kinds.get(text[last:last + 2]) in ("verb", "adverb")  # 甲部|将乙区列为
    toward = text[last] in TOWARD and last - first >= LONG  # 中创新航|向乙公司供货
    if text[last] in listed("borders", "within") or left < first or toward or (does and name_ends(text[first:last])):
        return False
    return right - last == 1 or last - left == 1


def name_ends(name: str) -> bool:
    """Whether a name ends like a bank's, a firm's or an office's, so that no other word can begin inside it."""
    return len(name) > 3 and name.endswith(listed("borders", "firms"))


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


def beside(text: str, begin: int, stop: int) -> tuple[str, str]:
    """The characters before and after a span, blanks aside."""
    while begin and text[begin - 1] in SEAM:
        begin -= 1
    while text[stop:stop + 1] in SEAM:
        stop += 1
    return text[begin - 1:begin], text[stop:stop + 1]


ACTING = ("verb", "adverb")


def stands_alone(text: str, begin: int, stop: int) -> bool:
    """Whether no other character of a word touches the name; verbs and adverbs may."""
    before, after = beside(text, begin, stop)
    kinds = lexicon().kinds
    opens = not before.isalnum() or before in listed("borders", "before") or kinds.get(text[begin - 2:begin]) in ACTING
    ends = not after.isalnum() or after in listed("borders", "after") or kinds.get(text[stop:stop + 2]) in ACTING or (
        kinds.get(after) == "adverb") or text.startswith(followers(), stop) or any(one.match(text, stop) for one in (NUMBERED, PLANT))
    return opens and ends


@cache
def followers() -> tuple[str, ...]:
    """What goes on behind a name that touches it: whose (甲集团|旗下), and what a place does (南岸|建设乙基地)."""
    return (*listed("borders", "under"), *listed("borders", "does"))


def glued(text: str, begin: int, stop: int) -> bool:
    """Whether a Latin name goes on at either side."""
    before, after = beside(text, begin, stop)
    return (before.isascii() and before.isalnum()) or (after.isascii() and after.isalnum())
