"""Pointers: where a text points with words that name nothing: 我市, 公司, 新公司, 双方, 该 or 这座 with the word for a kind."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.borders import word_borders
from loaders.items import top
from loaders.lexicon import lexicon, load
from loaders.words import Mark

INSIDE = ("市内", "省内", "区内", "县内", "市里", "省里", "区里", "县里")
BEFORE = tuple("在对从由和及与向为以按将把至到是凡")  # 先导区内 is inside of that one, 对区内企业 is not
OTHERS = tuple("各城新老两三郊片园社景矿林多州全")  # 各区政府, 主城区政府 are not the document's own
FREE = re.compile("(?:^|[0-9][年月日]|[。！？!?,，]”|[^\\w)）”])$")  # 去年产值9亿元。”|公司: no end of a longer name
BARE = ("公司", "集团")  # ends of names, which stand alone at times
NO_NAME = re.compile("[^，,。；;：:\n]{2,20}?(?:公司|集团)")  # 合资公司|甲有限公司: said of a name
FOUNDING = re.compile("(?:设立|成立|组建|新设|注册|创办|建立|设)(?:了|一家|一个|新的|的|独立的|[^，,。；;：:\n]{0,6}?的)*$")
ROLES = {"region": "Region", "speaker": "Agency", "government": "Agency", "finance": "Agency", "both": "AgentGroup",
         "topic": "Firm", "pair": "Region", "own": "Policy", "that": "Policy", "venture": "Firm", "bought": "Firm",
         "group": "Firm", "lone": "Firm", "its": "Firm",
         "there": "Region"}  # what a role points at; "near" names its class
ITS = re.compile("(?<=[为向给与和同对])其(?!中|他|它|余|实|次)")
OPENS = re.compile("[，,。；;：:“\n\\s在]$")
DOING = ("verb", "adverb", "either", "nominal")
KINDS = ("Project", "Platform", "Park", "Product", "Institution", "Association", "Firm", "Event", "Technology", "Instrument")
LONGEST = 6  # characters of the word for a kind
THIS = re.compile("该(?!当|些|类|批)|这(?:一|个|家|座|款|条|项|台|趟|支|所|场|届)(?![一二三四五六七八九十两几])|此(?:次|项|款|条)")


@lru_cache(maxsize=1)
def deictics() -> dict[str, tuple[str, str]]:
    """Word -> (what it points at, sign or class)."""
    table: dict[str, tuple[str, str]] = {}
    for role, words in load("deictics").items():
        if role == "twins":
            continue
        if role == "alone":
            table.update(dict.fromkeys(words["words"].split(), ("lone", "")))
            continue
        if isinstance(words, str):
            table.update(dict.fromkeys(words.split(), (role, "")))
            continue
        for sign, listed in words.items():
            table.update(dict.fromkeys(listed.split(), (role, sign)))
    return table


def role_of(text: str) -> tuple[str, str]:
    """What a word points at, and the sign or class of it; empty where it does not point."""
    if text in deictics():
        return deictics()[text]
    this = THIS.match(text)
    kind = kinds().get(text[this.end():]) if this else None
    return ("near", kind) if kind else ("", "")


@lru_cache(maxsize=1)
def kinds() -> dict[str, str]:
    """The words for kinds of things that 该 may stand before, with what they are."""
    known = lexicon()
    return dict.fromkeys(known.traits["vehicles"], "Product") | {
        word: top(class_) for word, class_ in known.heads.items() if len(word) <= LONGEST and top(class_) in KINDS}


@lru_cache(maxsize=1)
def pointing() -> re.Pattern[str]:
    """The words that point (我市, 该平台), longest first."""
    return re.compile("|".join(sorted(map(re.escape, deictics()), key=lambda word: (-len(word), word))))


@lru_cache(maxsize=1)
def alone() -> re.Pattern[str]:
    """企业 where it is what a clause speaks of: what it opens behind, and what may be said of one firm."""
    said = load("deictics")["alone"]
    words = {key: "|".join(map(re.escape, text.split())) for key, text in said.items()}
    return re.compile(rf"(?<![^，,。；;：:“\n\s])(?P<word>{words['words']})(?={words['said']})(?!{words['never']})")


def pointers(text: str, start: int, end: int) -> Iterator[Mark]:
    """Where the text points; a pointing word inside a longer one (有限公司) is none."""
    borders = {start + border for border in word_borders(text[start:end])}
    for found in pointing().finditer(text, start, end):
        role, sign = deictics()[found.group()]
        first, last = found.span()
        if role in ("lone", "its") or inside_name(text, found, role):
            continue
        if (first in borders or len(found.group()) > 2) and (role not in ("near", "pair", "group") or last in borders):
            yield Mark(first, last, found.group(), (), (ROLES.get(role, sign),), "pointer")
    for found in THIS.finditer(text, start, end):
        if word := kind_at(text, found.end(), borders):
            last = found.end() + len(word)
            yield Mark(found.start(), last, text[found.start():last], (), (role_of(text[found.start():last])[1],), "pointer")
    for found in ITS.finditer(text, start, end):
        if lexicon().kinds.get(text[found.end():found.end() + 2]) in DOING:
            yield Mark(*found.span(), found.group(), (), ("Firm",), "pointer")
    for found in alone().finditer(text, start, end):
        yield Mark(*found.span("word"), found["word"], (), ("Firm",), "pointer")


def kind_at(text: str, at: int, borders: set[int]) -> str:
    """The longest word for a kind that stands at a place in the text and ends with a word there, "" for none."""
    return next((text[at:at + size] for size in range(LONGEST, 0, -1) if at + size in borders and text[at:at + size] in kinds()), "")


def inside_name(text: str, found: re.Match[str], role: str) -> bool:
    """Whether a word does not point: it is a piece of a longer one, or says of which kind a name behind it is."""
    word, first, last = found.group(), *found.span()
    if role == "there":
        return not OPENS.search(text, max(first - 1, 0), first) or lexicon().kinds.get(text[last:last + 2]) not in DOING
    if word in BARE and (text[last:last + 1] in tuple("法制化") or not FREE.search(text, max(first - 3, 0), first)):
        return True
    if word.startswith("园区") and text[last:last + 1] not in tuple("的已现共有集聚，,、"):
        return True  # 园区内企业
    many = text[first - 1:first] in tuple("家个批户类各")
    if role == "venture" and (many or NO_NAME.match(text, last) or FOUNDING.search(text, max(first - 12, 0), first)):
        return True
    if word[-1] == "级" and text[last:last + 1] in ("、", "和", "及"):
        return True  # 省级、市级创新中心
    if word[0] in "区县" and text[first - 1:first] in OTHERS:
        return True
    if word in INSIDE and text[last:last + 1] == "外":
        return True  # 省内外企业
    return word in INSIDE and text[first - 1:first].isalpha() and text[first - 1:first] not in BEFORE
