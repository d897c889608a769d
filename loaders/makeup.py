"""Makeup: what the words of an item tell of it: that they count, size or praise it, say where it is, or make a firm of it."""
from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.lexicon import lexicon
from loaders.words import Word

SHOP = re.compile("[\u4e00-\u9fff]{1,3}(?<!工)厂")  # 弘喜|弹簧厂
CLOSING = ("科技", "股份", "实业")  # what only firms' names end with (弘喜|感知|科技)
TALLY = re.compile("[一二两三四五六七八九十0-9]+(?:个|家)?(?:部门|部委|厅局|委办局|部委局)")
WIDE = ("全国", "全球", "国内")
KIN = ("控股", "股东", "全资", "子公司", "母公司", "旗下", "大股东", "参股", "实际", "供应", "客户")  # 其控股股东: 其 tells whose


def without_count(body: list[Word]) -> tuple[list[Word], str]:
    """The words after a count at their head, and the count (20家)."""
    ordinal = next((n for n in range(len(body) - 2, 0, -1) if body[n].kind == "measure"), 0)
    if ordinal:
        return body[ordinal + 1:], ""
    if len(body) > 1 and body[0].kind == "number":
        return (body, "") if sized(body) else (body[1:], body[0].text)
    if len(body) > 2 and body[0].kind == "praise" and body[1].kind == "number":
        return body[2:], body[1].text
    return body, ""


def sized(body: Sequence[Word]) -> bool:
    """Whether a number says how large a thing is (12英寸产线), not how many there are."""
    lines = body[1].text == "线" and len(body) > 2 and body[-1].text.endswith("雷达")  # 128线激光雷达
    long = body[1].text == "米" and len(body) > 2  # 12米氢能客车
    return body[0].kind == "number" and (body[1].text in ("英寸", "纳米", "千伏", "伏") or lines or long)


def own(body: Sequence[Word]) -> bool:
    """全市, 我省, 其 … before a name say whose it is, 全国 before a count (全国80家门店)."""
    word = body[0]
    if (word.text == "其" and not body[1].text.startswith(KIN)) or (word.text in WIDE and body[1].kind == "number"):
        return True
    return word.mark is not None and word.mark.kind == "pointer" and word.mark.classes[0] == "Region"


def opens(body: Sequence[Word]) -> bool:
    """Whether the first word counts, points or praises, and is none of the name."""
    return body[0].kind in ("measure", "praise", "adverb", "number") and not manner(body)


def manner(body: Sequence[Word]) -> bool:
    """Whether a word of praise is half of an art (规模化|运维)."""
    rest = "".join(word.text for word in body[1:])
    return body[0].text.endswith("化") and len(rest) == 2 and lexicon().head(rest) is None


def keeps(body: Sequence[Word]) -> bool:
    """Whether the words before a class word make it a name: 各区县, 优势企业; 一批企业 stays unnamed."""
    both = body[0].mark is not None and body[0].mark.kind == "pointer" and body[0].text.startswith("两") and len(body) > 1  # 两省市企业
    return both or (body[0].kind == "praise" and len(body) > 1) or body[0].text in ("各", "各类", "各级", "有关", "相关")


def is_proper(body: Sequence[Word]) -> bool:
    """Whether the wording looks like a proper name: it opens with a known name (no trade, 软件产业集群), has Latin letters, or
    characters that make no word of the dictionary."""
    first = body[0].mark
    if first is not None and len(body) > 1 and first.kind != "pointer" and not first.text.endswith("业"):
        return True
    pieces = [word for word in body if word.kind in ("noun", "number")]
    return any(char.isascii() and char.isalpha() for word in body for char in word.text) or any(
        len(one.text) == len(other.text) == 1 and one.end == other.start for one, other in pairwise(pieces))


def is_firm(body: Sequence[Word]) -> bool:
    """Whether a wording is a firm's short name: syllables that make no word of the dictionary, then its trade."""
    if len(body) == 2 and body[1].text == "股份" and body[0].kind == "noun" and 2 <= len(body[0].text) <= 3:
        return not lexicon().head(body[0].text)
    n = behind_syllables(body)
    shop = n > 0 and len(body) == n + 1 and SHOP.fullmatch(body[n].text)
    closed = len(body) > n + 1 and body[-1].text in CLOSING and all(word.kind in ("noun", "weak") and not word.mark for word in body[n:])
    return n > 0 and (bool(shop) or closed or lexicon().has("trades", "".join(word.text for word in body[n:])))


def behind_syllables(body: Sequence[Word]) -> int:
    """The index of the word behind two syllables that make no word of the dictionary, 0 for none."""
    coined = [word.kind == "noun" and len(word.text) == 1 and not lexicon().has("sense", word.text) for word in body]
    return next((n + 2 for n in range(len(body) - 1) if coined[n] and coined[n + 1] and body[n].end == body[n + 1].start), 0)


def is_coined(body: Sequence[Word]) -> bool:
    """Whether a wording opens with two syllables that make no word of the dictionary, and ends with no class word."""
    if not 2 <= len(body) <= 4 or not all(word.kind in ("noun", "weak", "nominal") and word.mark is None for word in body):
        return False
    plain = all(word.kind == "noun" and len(word.text) == 1 and not lexicon().has("spoken", word.text) for word in body[:2])
    known = any(lexicon().has("sense", word.text) for word in body[:2])
    return plain and not known and lexicon().head("".join(word.text for word in body)) is None


def is_counter(body: Sequence[Word]) -> bool:
    """家, 个, 座 … left over after a number."""
    return len(body[0].text) == 1 and body[0].text in "家个座条项款名户辆种批所台艘间余处支只栋幢套颗根类"


ARTICLE = re.compile("第[一二三四五六七八九十百0-9]+[章条款项]")
CONTENTS = ("规定", "要求", "精神", "条款", "内容", "条文", "安排", "原则", "标准", "任务", "工作", "文件")


def is_title(word: Word) -> bool:
    return word.mark is not None and word.mark.kind == "title"


def cited(words: Sequence[Word]) -> Sequence[Word]:
    """A paper's title without what it is said to hold (《甲办法》|有关|规定, 《乙条例》|第八条|的|规定), for that is the paper."""
    last = max((n for n, word in enumerate(words) if is_title(word)), default=len(words))
    rest = words[last + 1:]
    said = rest and rest[-1].text.endswith(CONTENTS) and all(
        word.kind in ("measure", "of", "number", "bracket") or word.text.endswith(CONTENTS) or ARTICLE.fullmatch(word.text)
        for word in rest)
    return words[:last + 1] if said else words


def is_tally(text: str) -> bool:
    """Whether a wording only counts the offices listed before it (五部门)."""
    return TALLY.fullmatch(text) is not None
