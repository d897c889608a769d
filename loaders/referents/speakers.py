"""Speakers: the firm that lets somebody say a sentence: “…公司…。”甲有限公司总经理李明说; 甲有限公司负责人介绍,公司…"""
from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from loaders.items import top
from loaders.lexicon import load
from loaders.words import marks_in
from ontology.records import Found

if TYPE_CHECKING:
    from loaders.course import Ref
    from loaders.resolution import Cast

COMPANY = re.compile("[\u4e00-\u9fffA-Za-z（）()]{4,24}?有限公司")
WHO = "[^“”。,，;；\n]{4,60}?"
SPEAKS = "(?:说道|说|表示|介绍|坦言|告诉|透露|谈到|称|直言)"
QUOTED = re.compile(f"[。！？]?”(?:[^“”。\n]{{0,24}}?[,，])?(?P<who>{WHO}){SPEAKS}")
OPENING = re.compile(f"(?:据|[^“”。,，;；\n]{{2,12}}[,，])?(?P<who>{WHO}){SPEAKS}")
NEAR = 14  # characters between a firm and the office of whoever speaks for it


def speaker(cast: Cast, start: int, end: int, first: int) -> tuple[Ref, Found] | None:
    """The firm that lets somebody say what ends at a place in the text in quotes, else what a sentence that begins at
    `start` tells before that place; `first` is where the quotation begins."""
    said = QUOTED.match(cast.text, end) if first >= 0 else OPENING.match(cast.text, start, end)
    return firm_in(cast, *said.span("who")) if said else None


def saying(cast: Cast, at: int) -> Ref | None:
    """The firm of whoever says the words around a place in the text."""
    line = cast.text.rfind("\n", 0, at) + 1
    first, last = cast.text.rfind("“", line, at), cast.text.rfind("”", line, at)
    closing = cast.text.find("”", at) if first > last else -1
    if closing > 0:
        found = speaker(cast, first, closing - (cast.text[closing - 1] in "。！？"), first)
    else:
        start = max(cast.text.rfind(sign, line, at) for sign in "。！？”\n") + 1
        found = speaker(cast, max(start, line), at, -1)
    return found[0] if found else None


def firm_in(cast: Cast, start: int, end: int) -> tuple[Ref, Found] | None:
    """The firm whose officer the words between two places name (位于甲区的|乙有限公司|负责人李明)."""
    first = max(cast.text.rfind("的", start, end) + 1, start)
    company = COMPANY.search(cast.text, first, end)
    if company and offices().search(cast.text, company.end(), min(company.end() + NEAR, end)):
        ref = cast.named(company[0], "Firm")
        return (ref, Found(company.start(), company.end(), company[0])) if ref else None
    for mark in marks_in(cast.marks, start, end):
        if top(mark.classes[0]) == "Firm" and mark.kind != "pointer" and offices().search(
                cast.text, mark.end, min(mark.end + NEAR, end)) and (ref := cast.of_mark(mark)):
            return ref, Found(mark.start, mark.end, mark.text)
    return named_elsewhere(cast, start, end)


def named_elsewhere(cast: Cast, start: int, end: int) -> tuple[Ref, Found] | None:
    """The firm that no list holds, by words that named it before, with the office of who speaks for it."""
    for ref in {ref.id: ref for _, ref in cast.spoken if top(ref.class_) == "Firm"}.values():
        for said in sorted({one.text for one in cast.drafts[ref.id].mentions}):
            at = cast.text.find(said, start, end)
            if at >= 0 and offices().search(cast.text, at + len(said), min(at + len(said) + NEAR, end)):
                return ref, Found(at, at + len(said), said)
    return None


@cache
def offices() -> re.Pattern[str]:
    """The offices of those who speak for somebody."""
    return re.compile("|".join(load("speech")["offices"].split()))
