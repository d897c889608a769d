"""Spokesmen: who lets somebody speak (甲公司总裁李明), and by what offices the text tells it."""
from __future__ import annotations

import re

from loaders.items import ACTORS, top
from loaders.lexicon import lexicon
from loaders.phrases import Phrase
from loaders.referents.shortened import shortened
from loaders.referents.speakers import QUOTED, offices, speaker
from loaders.resolution import Cast
from loaders.statements.atoms import Actor
from loaders.statements.naming import read_span, refer
from loaders.words import mark_at, marks_in
from ontology.records import Found

COMPANY = re.compile("[^,，、的]{4,24}?有限公司")
DELEGATE = re.compile("[\u4e00-\u9fff]{0,6}?(?:(?:人大|政协|人民代表大会|党代会)(?:代表|委员)|代表团)")  # speaks for himself
RANKED = re.compile("(?:有关|相关|主要|分管|常务|副|的)+$")  # 甲区人民政府|副|区长
LOCAL = ("Park", "Platform", "Agency", "Institution", "Association", "Region")
SPEAKS = re.compile("(?:还|同时|最后|随后)?(?:强调|指出|表示|要求|提出|希望|介绍|说|透露|坦言|告诉)")
MAYOR = re.compile("[省市区县州]长|书记")
BODIES = ("Association", "Firm", "Institution", "Alliance")


def spokesman(cast: Cast, who: Phrase) -> tuple[Actor, ...]:
    """Who lets somebody speak (甲公司总裁李明, 渝北区有关负责人): the firm, body or place whose name opens the phrase."""
    if DELEGATE.match(cast.text, who.start, who.end):
        return ()
    if cast.text[who.start:who.end] in ("他", "她"):
        return the_same(cast, who.start)
    office = offices().search(cast.text, who.start, who.end)
    mark = mark_at(cast.marks, who.start)
    if office:
        before = Found(who.start, office.start(), cast.text[who.start:office.start()])
        if firm := shortened(cast, before.text.strip(), "Firm"):
            return (Actor(firm, before),)
        company = COMPANY.match(cast.text, who.start, office.start()) if mark else None
        if company and mark and company.end() > mark.end:  # 重庆甲|新能源汽车有限公司市场部总经理
            full = cast.named(company[0], "Firm")
            return (Actor(full, Found(company.start(), company.end(), company[0])),) if full else ()
        if (mark is None or mark.end < office.start()) and (body := titled(cast, before)):
            return (body,)
    if office and (body := bodied(cast, who, office.start())):
        return (body,)
    if mark is None or top(mark.classes[0]) not in ACTORS or not offices().search(cast.text, mark.end, who.end):
        return ()
    ref = cast.of_mark(mark)
    return (Actor(ref, Found(mark.start, mark.end, mark.text)),) if ref else ()


def the_same(cast: Cast, at: int) -> tuple[Actor, ...]:
    """Whom 他 speaks for: the firm or body whose officer the paragraph named last, a mayor's place."""
    if not cast.telling or not SPEAKS.match(cast.text, at + 1):
        return ()
    line = cast.text.rfind("\n", 0, at) + 1
    office = max(offices().finditer(cast.text, line, at), key=re.Match.start, default=None)
    if office is None:
        return ()
    first = max(cast.text.rfind(sign, line, office.start()) for sign in "，,。；;、：:") + 1
    mark = next((mark for mark in reversed(marks_in(cast.marks, max(first, line), office.start())) if mark.kind != "pointer"
                 and top(mark.classes[0]) in (*BODIES, "Agency", "Region", "Park")), None)
    ref = cast.of_mark(mark) if mark else cast.home() if MAYOR.search(office[0]) else None
    return (Actor(ref, None),) if ref else ()


def said_by(cast: Cast, start: int, end: int) -> Actor | None:
    """Who lets somebody say a sentence that opens with a quotation mark and is said to the end (“…。”甲公司总经理李明说), or
    that tells who says it (甲公司总经理李明说,…)."""
    first = start if cast.text[start] == "“" else -1
    firm = speaker(cast, start, end - 1 if first >= 0 else end, first)
    if firm:
        cast.mention(firm[0], firm[1].start, firm[1].end)
        return Actor(*firm)
    said = QUOTED.match(cast.text, end - 1) if first >= 0 else None
    read = read_span(cast, *said.span("who")) if said else None
    return next(iter(spokesman(cast, read)), None) if read else None


def bodied(cast: Cast, who: Phrase, office: int) -> Actor | None:
    """The park, platform or organ whose name opens with a place (重庆甲高新区|有关负责人, 重庆甲区人民政府|副区长李明): the place
    itself does not speak."""
    said = RANKED.sub("", cast.text[who.start:office])
    read = read_span(cast, who.start, who.start + len(said)) if said else None
    item = read.named[-1] if read else None
    longer = item is not None and (item.start > who.start or (item.mark is None and item.first is not None))
    ref = refer(cast, item, LOCAL) if item and longer else None
    return Actor(ref, Found(item.start, item.end, item.text)) if item and ref else None


def titled(cast: Cast, found: Found) -> Actor | None:
    """The association or firm that no list holds, whose name goes before an office (甲市汽车商会|秘书长李明)."""
    head = lexicon().head(found.text)
    class_ = lexicon().proper.get(head[0], head[1]) if head and len(found.text) > len(head[0]) + 2 else ""
    ref = cast.named(found.text, class_) if class_ in BODIES else None
    return Actor(ref, found) if ref else None
