"""Kinds: of which class the words of a name show it to be."""
from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.items import top
from loaders.knowledge import listed
from loaders.lexicon import lexicon
from loaders.makeup import is_firm, is_proper
from loaders.words import Mark, Word

MODEL = re.compile(r"[\u4e00-\u9fff]{1,6}[A-Z][A-Za-z-]{0,5}[0-9]{1,3}[A-Za-z]{0,4}(?:-[A-Z])?")
NUMBERED = re.compile(r"[A-Z]{0,5}-?[0-9]{1,3}[A-Za-z+-]{0,6}|[A-Z][A-Z0-9-]{1,6}")
SIGNS = ("省", "市", "区", "县", "州")
ORDINAL = re.compile("第[一二三四五六七八九十]+[条个家座款]")  # 第三条同类线路 names nothing
LINE = re.compile("[\u4e00-\u9fff]*(?:公交|巴士|专线|轨道交通|地铁|观光|环)[\u4e00-\u9fff]*[A-Z]?[0-9]{1,4}(?:路|号?线)")  # 公交3路


def is_somebody(word: Word) -> bool:
    """Whether a word is a proper name of an actor: nouns before it tell what it is (项目业主|甲公司, 财政|两地政府)."""
    if word.mark is None:
        return False
    bodies = ("AgentGroup",) if word.mark.kind == "pointer" else ("Agency", "Firm", "Institution", "Association")
    return top(word.mark.classes[0]) in bodies


def is_place(word: Word) -> bool:
    """Whether a word is the name of a place, or of what stands for one: a body's name may open with it."""
    return word.mark is not None and word.mark.kind == "name" and top(word.mark.classes[0]) not in (
        "Product", "Technology", "AgentGroup", "Instrument")


def class_of(body: Sequence[Word], name: str) -> tuple[str, Mark | None, bool]:
    """Class, mark and whether the name is generic."""
    if len(body) > 1 and body[-1].kind == "bracket":
        return class_of(body[:-1], name[:body[-1].start - body[0].start])
    last = body[-1]
    if len(body) == 3 and body[1].text in ("至", "到") and body[0].mark and last.mark:
        return "Project", None, False  # 甲地至乙地: a line
    where = top(body[0].mark.classes[0]) if len(body) == 2 and body[0].mark else ""
    placed = where in ("Region", "Park") and last.mark and top(last.mark.classes[0]) == "Firm"  # 甲区|乙汽车
    if last.mark and (len(body) == 1 or placed or not lexicon().head(name)):
        whole = len(body) == 1
        return last.mark.classes[0] if last.mark.classes else "", last.mark if whole else None, False
    if last.kind == "quote":
        return "?", None, False
    if is_firm(body):
        return "Firm", None, False
    opening = top(body[0].mark.classes[0]) if len(body) > 1 and body[0].mark else ""
    if opening == "Firm" and name[body[0].end - body[0].start:] in listed("items", "affiliates"):
        return "Firm", None, False
    if opening in ("Firm", "Product") and NUMBERED.fullmatch(name, body[0].end - body[0].start):
        return "Product", None, False
    if LINE.fullmatch(name):
        return "Project", None, False
    found = lexicon().head(name)
    if found is None:
        return "Product" if MODEL.fullmatch(name) else "", None, False
    head, class_ = found
    if not class_ and body[0].kind == "quote" and len(body) > 1 and head in listed("lists", "systems"):
        return "Project", None, False  # “1+3”产业体系
    if not class_:
        return "abstract", None, True
    if head == "系统" and body[0].kind == "quote":
        return "Platform", None, False
    signed = body[0].text in SIGNS and lexicon().proper.get(head) == "Association"  # 市|汽车流通|协会
    if head in lexicon().proper and len(name) > len(head) and (signed or is_proper(body)):
        return lexicon().proper[head], None, False
    return class_, None, lexicon().has("generic", name) or ORDINAL.match(name) is not None
