"""Spending: what money goes to, told by the sum: 甲方出资9万元,用于乙技术研究; 甲公司在乙领域投入9亿元; 甲银行提供9亿元贷款, of whom the
text speaks."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.clauses import Clause, Sentence
from loaders.items import top
from loaders.knowledge import group_of
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom
from loaders.statements.measures.aid import helped
from loaders.statements.measures.receipts import SUM
from loaders.statements.modality import modality
from loaders.statements.naming import leading, read_span, some

GIVERS = ("Agency", "Region", "Firm", "Institution", "Park", "Instrument", "Association")
THINGS = ("Technology", "Product", "Project", "Platform", "Institution")
LENDERS = ("Firm", "Instrument")
GETTERS = ("Firm", "Project", "Institution", "Platform")


@cache
def forms() -> tuple[re.Pattern[str], ...]:
    """出资9万元,用于|乙技术研究; 在|乙|领域投入9亿元; 提供9亿元贷款."""
    word = {key: group_of("receipts", key) for key in ("spends", "goes", "loans")}
    sum_ = f"[^,，;；。]{{0,10}}?(?P<sum>{SUM})"
    fields = "(?:领域|方面|方向|赛道|研发上|上)"
    return (re.compile(f"{word['spends']}{sum_}[^,，;；。]{{0,12}}?[,，]?{word['goes']}(?P<what>[^,，;；。]{{2,40}})"),
            re.compile(f"(?:在|围绕|聚焦)(?P<what>[^,，;；。在]{{2,24}}?){fields}[^,，;；。]{{0,8}}?{word['spends']}{sum_}"),
            re.compile(f"(?P<front>[^,，;；。向为给对用]{{2,30}}?){word['spends']}了?{sum_}(?:的)?[^,，;；。向为给对用]{{0,6}}?{word['loans']}$"))


def spending(voice: Voice, sentence: Sentence) -> Iterator[Atom]:
    """The atoms of a sentence; what is denied is none, what is wished for is proposed."""
    text = voice.cast.text
    for n, form in enumerate(forms()[:2]):
        for said in form.finditer(text, sentence.start, sentence.end):
            told = next(filter(None, voice.memory.acted(sentence.start, said.start())), ())
            first = () if told else some(voice.cast, leading(voice.cast, sentence.start, sentence.end), ("Firm",))  # 甲公司披露,…
            givers = tuple(one for one in (told or first[:1]) if top(one.ref.class_) in GIVERS)
            things = tuple(one for one in some(voice.cast, read_span(voice.cast, *said.span("what")), THINGS) if "企业" not in one.ref.name)
            yield from spent(voice, givers, things, ("spent", "invested")[n], said["sum"])
    for clause in sentence.clauses if voice.cast.telling else ():
        if lent := forms()[2].match(text, clause.start, clause.end - (text[clause.end - 1] in "。；;,，")):
            yield from spent(voice, lenders(voice, clause), topic(voice, clause), "lent", lent["sum"])


def lenders(voice: Voice, clause: Clause) -> tuple[Actor, ...]:
    """Who lends or puts in, named in the clause."""
    here = voice.acting(clause.start)[0]
    return tuple(one for one in here if top(one.ref.class_) in LENDERS and one.found and clause.start <= one.found.start < clause.end)


def topic(voice: Voice, clause: Clause) -> tuple[Actor, ...]:
    """The one firm or work that the text speaks of where the clause begins."""
    paragraph = voice.cast.text.rfind("\n", 0, clause.start)
    found = next(filter(None, voice.memory.acted(paragraph + 1, clause.start - 1)), ())
    return found if len(found) == 1 and top(found[0].ref.class_) in GETTERS else ()


def spent(voice: Voice, givers: tuple[Actor, ...], things: tuple[Actor, ...], rule: str, sum_: str) -> Iterator[Atom]:
    """One atom for each of both sides."""
    if modality().denied & set(voice.memory.chain):
        return
    for giver in givers:
        yield from helped(voice, (giver,), things, rule, sum_, voice.status(giver, voice.memory.chain))
