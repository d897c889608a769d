"""Receipts: money and help told by who gets them: 甲公司获得乙区补贴9万元, 甲公司由丙基金领投、丁集团跟投, 甲平台由戊公司提供
技术支持, 其中甲公司技改补助9万元、乙公司…."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from loaders.clauses import Clause, Sentence
from loaders.items import top
from loaders.knowledge import group_of
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.modality import modality
from loaders.statements.naming import actors, read_span, some
from loaders.values import quantities
from loaders.words import marks_in
from ontology.records import Found, Value

RECEIVERS = ("Firm", "Institution", "Project", "Park", "Platform", "Technology", "Product")
GIVERS = ("Agency", "Region", "Firm", "Institution", "Park", "Instrument", "Association")
SUM = "[0-9][0-9.,]*(?:万亿|亿|万|千)?(?:多|余)?(?:元|美元|欧元)"
PARTED = re.compile("[、,，和及]")
NAMED = re.compile("公司|集团|厂|院|大学|中心")  # where the name of a firm ends
STOP = re.compile("[,，;；。]")
ASIDE = re.compile("(?<=.{2})(?:旗下|所属|下属|管理的|曾|已|先后|连续|再次|两轮|多轮|数轮|独家|斥资|出资)")  # 甲集团|旗下基金曾两轮领投
ROUNDS = ("融资", "增资", "战略投资", "领投", "跟投", "参投")
RELATIONS = {"grants": "subsidizes", "loans": "supports", "help": "supports"}


@cache
def forms() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """甲获得|乙|发放的|9万元|补贴; 由|乙|提供|…支持; 由|乙|领投; 甲|技改|补助|9万元."""
    words = {key: group_of("receipts", key) for key in ("gets", "giving", "grants", "loans", "help", "stakes")}
    what = f"(?:(?P<grants>{words['grants']})|(?P<loans>{words['loans']})|(?P<help>{words['help']}))"
    return (re.compile(f"{words['gets']}(?:了|来自|由)?(?P<who>[^,，;；。]{{2,40}}?){what}(?=[^\u4e00-\u9fff的]|$|[共合总累近超约达])"),
            re.compile(f"由(?P<who>[^,，;；。]{{2,24}}?)(?:共同|联合|独家|免费|统一|负责)?提供[^,，;；。]{{0,16}}?{what}(?![\u4e00-\u9fff])"),
            re.compile(f"由?(?P<who>[^,，;；。由]{{2,40}}?)"
                       f"(?:等[0-9一-龥]{{0,6}}(?:机构|企业|公司|基金|方))?(?:独家|联合|共同)?{words['stakes']}(?=[、,，和。;；0-9]|$)"),
            re.compile(f"(?:[^,，、;；。0-9]{{0,12}}?{words['grants']}(?:资金)?|(?:将|可|共|已)*{words['gets']})(?:各|分别|共|约)?(?={SUM})"))


def receipts(voice: Voice, sentence: Sentence) -> Iterator[Atom]:
    """The atoms of a sentence of no ruling text."""
    for clause in sentence.clauses:
        said = {part.text for part in clause.parts if part.kind in ("verb", "adverb")}
        if modality().denied & said:
            continue
        hoped = modality().wishes(said)
        for atom in (*got(voice, clause), *provided(voice, clause)):
            yield replace(atom, status="proposed") if hoped else atom
    yield from listing(voice, sentence)


def got(voice: Voice, clause: Clause) -> Iterator[Atom]:
    """甲公司获得乙区技改补贴9万元."""
    text = voice.cast.text
    for said in forms()[0].finditer(text, clause.start, clause.end):
        start, end = said.span("who")
        who = next(iter(opened(voice, start, end)), None)
        receiver = receiving(voice, clause, said.start())
        if who and receiver and who.ref.id != receiver.ref.id:
            yield from given(voice, who, receiver, relation_of(said), said.start(), clause.end, "received")


def opened(voice: Voice, start: int, end: int) -> tuple[Actor, ...]:
    """Who opens the words: a name that a list holds, else what they name before the sum or the verb of giving."""
    cast = voice.cast
    cut = re.search(f"{group_of('receipts', 'giving')}|[0-9]", cast.text[start:end])
    mark = next((mark for mark in marks_in(cast.marks, start, end) if mark.start == start and top(mark.classes[0]) in GIVERS), None)
    ref = cast.of_mark(mark) if mark else None
    whole = some(cast, read_span(cast, start, start + cut.start() if cut else end), GIVERS)
    if len(whole) == 1 and whole[0].found and whole[0].found.start == start:
        return whole
    return (Actor(ref, Found(mark.start, mark.end, mark.text)),) if ref and mark else ()


def receiving(voice: Voice, clause: Clause, at: int) -> Actor | None:
    """Who gets it: the one named before the verb in the clause, else who acts there."""
    front = [part.phrase for part in clause.parts if part.phrase and part.end <= at]
    named = next((found for phrase in reversed(front) if (found := actors(voice.cast, phrase, RECEIVERS))), ())
    acting = named or (() if front else voice.acting(at)[0])
    return acting[0] if len(acting) == 1 and top(acting[0].ref.class_) in RECEIVERS else None


def relation_of(said: re.Match[str]) -> str:
    return next(RELATIONS[key] for key in RELATIONS if said[key])


def given(voice: Voice, giver: Actor, receiver: Actor, relation: str, start: int, end: int, rule: str) -> Iterator[Atom]:
    """One atom, with the sum that stands there."""
    if fits(relation, giver.ref.class_, receiver.ref.class_):
        yield voice.tie(relation, giver, receiver, f"{relation}.{rule}", amount(voice.cast.text[start:end]))


def amount(text: str) -> dict[str, Value]:
    """The one sum that the words say, nothing where they say several."""
    sums = [one for one in quantities(text) if one.unit == "CNY"]
    return {"amount": sums[0].value, "unit": "CNY"} if len(sums) == 1 else {}


def paid_out(atom: Atom, text: str) -> Atom:
    """What was told as done for somebody, with the sum behind him in the clause (为甲公司办理退税9万元)."""
    found = atom.object_found
    stop = STOP.search(text, found.end, atom.end) if found else None
    said = amount(text[found.end:stop.start() if stop else atom.end]) if found else {}
    return replace(atom, qualifiers={**atom.qualifiers, **said})


def provided(voice: Voice, clause: Clause) -> Iterator[Atom]:
    """甲平台由乙公司提供技术支持; 甲公司完成融资,由乙基金领投、丙集团跟投."""
    text = voice.cast.text
    by = text.find("由", clause.start, clause.end)
    if by < 0 and any(word in text[slice(*voice.span)] for word in ROUNDS):  # 甲公司完成融资,乙基金领投
        by = clause.start
    if by < 0:
        return
    said = forms()[1].match(text, by, clause.end)
    whom = served(voice, clause, by)
    if said and whom:
        for giver in some(voice.cast, read_span(voice.cast, *said.span("who")), GIVERS):
            if giver.ref.id != whom.ref.id:
                yield from given(voice, giver, whom, relation_of(said), said.start(), clause.end, "provided")
    yield from staked(voice, whom, by, clause.end) if whom else ()


def provides(voice: Voice, sentence: Sentence) -> Iterator[Atom]:
    """甲平台由乙公司提供技术支撑, in what rules: only of what the clause itself names."""
    for clause in sentence.clauses:
        by = voice.cast.text.find("由", clause.start, clause.end)
        said = forms()[1].match(voice.cast.text, by, clause.end) if by > clause.start else None
        front = next((part.phrase for part in reversed(clause.parts) if part.phrase and part.end <= by), None)
        things = some(voice.cast, front, ("Platform", "Project", "Institution", "Park")) if said and said["help"] else ()
        for giver in some(voice.cast, read_span(voice.cast, *said.span("who")), GIVERS) if said and things else ():
            for thing in things:
                if giver.ref.id != thing.ref.id and fits("supports", giver.ref.class_, thing.ref.class_):
                    yield voice.tie("supports", giver, thing, "supports.provided")


def staked(voice: Voice, whom: Actor, at: int, end: int) -> Iterator[Atom]:
    """由甲基金领投、乙集团跟投,丙公司参投."""
    text = voice.cast.text
    while top(whom.ref.class_) == "Firm" and (said := forms()[2].match(text, at, end)):
        aside = ASIDE.search(said["who"])
        last = said.start("who") + aside.start() if aside else said.end("who")
        for giver in some(voice.cast, read_span(voice.cast, said.start("who"), last), GIVERS):
            if giver.ref.id != whom.ref.id:
                yield from given(voice, giver, whom, "supports", said.start(), said.end(), "staked")
        at = said.end() + 1


def served(voice: Voice, clause: Clause, by: int) -> Actor | None:
    """What stands before 由, else who acts there."""
    front = next((part.phrase for part in reversed(clause.parts) if part.phrase and part.end <= by), None)
    named = some(voice.cast, front, RECEIVERS) if front else ()
    before = [actors_ for start, actors_ in voice.memory.history if start < clause.start and start >= voice.span[0]]
    acting = named or (() if front else before[0 if voice.cast.text[by] != "由" else -1] if before else ())
    return acting[0] if len(acting) == 1 and top(acting[0].ref.class_) in RECEIVERS else None


def listing(voice: Voice, sentence: Sentence) -> Iterator[Atom]:
    """拟向3家企业兑付资金,其中甲公司技改补助9万元、乙公司贷款贴息8万元: each from who pays all of it."""
    text = voice.cast.text
    at = text.find("其中", sentence.start, sentence.end)
    if at < 0 or not re.search(group_of("receipts", "grants"), text[sentence.start:at]):
        return
    giver = next((actor for actor in voice.acting(at - 1)[0] if top(actor.ref.class_) in ("Agency", "Region", "Park")), None)
    default = voice.scene.actor or voice.scene.default
    giver = giver or (Actor(default, None) if default and default.class_ == "Agency" else None)
    for start, end in spans(text, at + len("其中"), sentence.end):
        for size in sorted({said.end() for said in NAMED.finditer(text, start, end)} | {
                mark.end for mark in voice.cast.marks if mark.start == start}):
            firm = next(iter(some(voice.cast, read_span(voice.cast, start, size), ("Firm", "Institution"))), None)
            if giver and firm and forms()[3].match(text, size, end):
                yield from given(voice, giver, firm, "subsidizes", start, end, "listed")
                break


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items of a list, by commas and 、."""
    cuts = [start, *(cut.end() for cut in PARTED.finditer(text, start, end)), end + 1]
    yield from ((first, last - 1) for first, last in pairwise(cuts) if last - 1 > first)
