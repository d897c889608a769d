"""Make: what the short name of a firm is made of: a stem, then the trade (甲乙|轴承); and how far that alone says that it is one."""
from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from loaders.items import top
from loaders.knowledge import knowledge
from loaders.lexicon import lexicon, segmenter
from loaders.words import Word
from loaders.words.word import is_region

STRANGE, NAMED, PLAIN, FAINT, NONE = 4, 3, 2, 1, 0
STEM = 2  # characters of the shortest stem
LONGEST_STEM, LONGEST_TRADE = 4, 6
NAMES = frozenset({"nr", "nrt", "nrfg", "nz", "ns", "j"})  # parts of speech of words that names are made of
WORDS = frozenset({"n", "a", "s", "vn", "ng", "t", "v", "an"})  # and of those that firms call themselves by
QUARTERS = "东南西北中"
NO_FIRM = "率度性化值量类型式制协会院所校局委办部队村镇乡街路桥山湖河江港园区站号楼"  # 高槽满率, 甲乙车协
SYLLABLES = 4  # of a name without a trade


@cache
def spoken(key: str) -> frozenset[str]:
    """The words under a key of `shortnames.yaml`."""
    return frozenset(knowledge("shortnames")[key].split())


@cache
def trades() -> frozenset[str]:
    """What may end a short name: trades, goods and services."""
    return spoken("goods") | spoken("holdings") | lexicon().traits["trades"]


def trade(name: str) -> str:
    """The longest trade that ends a wording and leaves it a stem, "" for none."""
    return next((name[-size:] for size in range(min(LONGEST_TRADE, len(name) - STEM), 1, -1) if name[-size:] in trades()), "")


def make(name: str, body: Sequence[Word]) -> int:
    """How far the make of a wording says that it is a firm's name; `body` is its words."""
    ending, front = trade(name), body[0].mark
    if name in lexicon().heads or name in spoken("kinds") or any(word.mark and word.mark.kind == "pointer" for word in body):
        return NONE
    place = is_region(body[0])
    stem = name[len(body[0].text) if place else 0:len(name) - len(ending)]
    if place and not stem:
        return NAMED if ending in spoken("holdings") else FAINT if ending else NONE
    if front and not place:
        return beside(stem[len(front.text):], ending) if top(front.classes[0]) in ("Firm", "Product") else NONE
    if not ending:
        if name[-1] in NO_FIRM or "cn" in (front.keys if front else ()):
            return NONE
        if is_syllables(stem, body[place:], STEM if place else SYLLABLES):
            return PLAIN if place else NAMED
        return PLAIN if is_half(stem, body[place:]) else NONE
    return weight(stem) if STEM <= len(stem) <= LONGEST_STEM else NONE


def beside(rest: str, ending: str) -> int:
    """What the words between a known firm's name and the trade say (耐世特|转向, 华能|蓉氢)."""
    if not rest:
        return FAINT if ending and ending != "供应链" else NONE
    return PLAIN if len(rest) == STEM and rest[-1] not in QUARTERS and weight(rest) == STRANGE else NONE


def weight(stem: str) -> int:
    """How far a stem is a name: strange syllables, a word that names are made of, another word of the dictionary."""
    known = lexicon()
    meant = stem in spoken("modifiers") or stem in known.kinds or stem in known.heads or (len(stem) > STEM and known.head(stem))
    if meant or not all("\u4e00" <= char <= "\u9fff" for char in stem) or spoken_signs() & set(stem):
        return NONE
    pieces = segmenter().tag(stem, False)
    if len(pieces) == len(stem) < SYLLABLES:
        return NONE if all(known.has("sense", char) for char in stem) else STRANGE if len(stem) == STEM else NAMED
    tag = pieces[0][1] if len(pieces) == 1 else ""
    return NAMED if tag in NAMES else PLAIN if tag in WORDS else NONE


@cache
def spoken_signs() -> frozenset[str]:
    """Characters that are no syllable of a name."""
    return frozenset("".join(spoken("foreign")))


def is_half(name: str, body: Sequence[Word]) -> bool:
    """Whether a wording is two strange syllables and a noun that is no class word (图远|未来)."""
    half = [word.end - word.start for word in body] == [1, 1, STEM] and all(word.kind in ("noun", "adverb", "weak") for word in body)
    return half and weight(name[:STEM]) == STRANGE and not lexicon().head(name)


def is_syllables(name: str, body: Sequence[Word], least: int) -> bool:
    """Whether a wording is syllables that make no word at all (清渝氢枢, 重庆|国鸿)."""
    known = lexicon()
    single = least <= len(name) == len(body) <= SYLLABLES and all(word.kind in ("noun", "weak") and word.mark is None for word in body)
    strange = [not known.has("sense", char) for char in name]
    return single and not spoken_signs() & set(name) and any(one and other for one, other in pairwise(strange))
