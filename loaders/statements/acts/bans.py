"""Bans: whom or what something is forbidden, refused or withdrawn: 甲车不得进入乙区, 对甲企业不予补贴, 取消甲公司申报资格,
不再支持甲项目."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial

from loaders.clauses import Clause, Part, Sentence
from loaders.knowledge import group_of, listed
from loaders.phrases import Phrase
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.naming import read_span, some

WHOM = ("AgentGroup", "Firm", "Institution", "Product", "Project", "Technology", "Park")
RULERS = ("Agency", "Region", "Park", "Policy", "Provision")
SAME = ("同一", "单个", "单一", "每个", "每家", "任何", "上述", "本")
words = partial(group_of, "restricts")  # a group of the words under a key


@cache
def banning() -> re.Pattern[str]:
    """The word that forbids (甲车|不得|进入乙区)."""
    return re.compile(f"(?<!能){words('bans')}")


@cache
def refusing() -> re.Pattern[str]:
    """What stands between it and whom it meets (不得|支持|甲项目)."""
    return re.compile(f"{words('refused')}|将|把|对")


@cache
def withdrawing() -> re.Pattern[str]:
    """A right that is taken, and whose (取消|甲公司|申报资格)."""
    return re.compile(f"{words('withdraws')}了?(?P<whose>.*?){words('rights')}[。；;,，]?$")


def bans(voice: Voice, sentence: Sentence, said: Sequence[Atom]) -> Iterator[Atom]:
    """The atoms of the clauses that forbid, where the verb's own frame has not said so."""
    known = {atom.object.id for atom in said if atom.relation == "restricts"}
    before: Clause | None = None
    for clause in sentence.clauses:
        rulers = ruling(voice, clause, sentence)
        for thing in banned(voice, clause, before) if rulers else ():
            for ruler in rulers:
                if thing.ref.id not in known and thing.ref.id != ruler.ref.id and fits("restricts", ruler.ref.class_, thing.ref.class_):
                    yield voice.tie("restricts", ruler, thing, "restricts.ban")
            known.add(thing.ref.id)
        before = clause


def ruling(voice: Voice, clause: Clause, sentence: Sentence) -> tuple[Actor, ...]:
    """Who forbids: in what rules the provision; elsewhere whoever acts there or acted before in the sentence."""
    scene = voice.scene
    if scene.normative or scene.told:
        return (Actor(scene.default, None),) if scene.default else ()
    return voice.memory.last_of(RULERS, sentence.start, clause.start)


def banned(voice: Voice, clause: Clause, before: Clause | None) -> tuple[Actor, ...]:
    """Whom or what a clause forbids something: what stands in front of the ban, what stands behind it, whose right is taken, else what
    the clause before turns to."""
    text = voice.cast.text
    ban = banning().search(text, clause.start, clause.end)
    if ban is None:
        return taken(voice, clause, before)
    parts = [part for part in clause.parts if part.kind != "adverb"]
    front = [part.phrase for part in parts if part.phrase and part.end <= ban.start()]
    if found := next((found for phrase in reversed(front) if (found := apt(voice, phrase))), ()):
        return found
    act = refusing().match(text, ban.end(), clause.end)
    first = act.end() if act else ban.end() if ban.group().endswith(listed("restricts", "refused")) else clause.end
    object_ = next((part.phrase for part in parts if part.phrase and part.start >= first), None)
    return (apt(voice, object_) if object_ else ()) or turned(voice, before)


def taken(voice: Voice, clause: Clause, before: Clause | None) -> tuple[Actor, ...]:
    """取消甲公司申报资格, 收回奖补资金: whose right it is."""
    text = voice.cast.text
    said = withdrawing().search(text, clause.start, clause.end)
    if said is None:
        return ()
    start, end = said.span("whose")
    of = text.find("的", start, end)
    whose = read_span(voice.cast, start, of if of > start else end) if end > start else None
    return (apt(voice, whose) if whose else ()) or turned(voice, before)


def turned(voice: Voice, before: Clause | None) -> tuple[Actor, ...]:
    """对甲企业,…; 发生事故的企业,…: what a clause without an act of its own turns to."""
    parts: Sequence[Part] = before.parts if before else ()
    last = parts[-1].phrase if parts else None
    turning = last and (parts[0].text in ("对", "对于", "凡", "针对") or bool(last.named[-1].condition))
    return apt(voice, last) if last and turning and not any(part.text.startswith(listed("restricts", "helps")) for part in parts) else ()


def apt(voice: Voice, phrase: Phrase) -> tuple[Actor, ...]:
    """The things of a phrase that a ban may be about."""
    if voice.cast.text.startswith(SAME, phrase.start):
        return ()
    return some(voice.cast, phrase, WHOM)
