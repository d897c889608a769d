"""Adjuncts: what the prepositions of a clause say: 根据X, 依托X建立Y, 以X为核心, 为X提供服务."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses import Part
from loaders.items import top
from loaders.knowledge import listed
from loaders.phrases import Phrase
from loaders.statements.acts.relatives import before_of, tells_which
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.frames import Frame, frames
from loaders.statements.modality import modality
from loaders.statements.naming import actors, read_span, some
from ontology.records import Found

AIMING = ("面向", "针对", "围绕", "聚焦", "瞄准", "帮", "替")  # verbs that stand before whom or what something is done for
HIM = ("Firm", "Institution", "Project", "Park", "Platform")
GIVING = ("予以", "给予", "优先", "倾斜", "提供", "保障", "重点", "加大")
WATCHED = ("管理", "监管", "监督", "审计", "清算", "核查", "考核", "评价", "检查", "审核", "审查", "摸底", "排查")  # no help
TURNED = re.compile(r"(?<![^,，;；。、：:\n])(?P<to>对|为|向|给)于?(?P<whom>[^,，;；。：:]+)[,，]$")  # 对甲企业,|在用地方面予以保障


def adjuncts(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """以X为核心; 根据X; 为X提供服务."""
    for at in range(len(parts) - 1):
        phrase = parts[at + 1].phrase
        if (parts[at].kind != "preposition" and parts[at].text not in AIMING) or phrase is None or tells_which(voice, parts[at]):
            continue
        rest = parts[at + 2:]
        if parts[at].text == "以" and rest and rest[0].text == "为":
            yield from role(voice, phrase, rest)
        for frame in frames().called("preposition", "prepositions", parts[at].text):
            yield from voice.atoms(frame, frame.relation, phrase, (), replied(voice, frame, phrase, policy_or(voice, voice.subjects())))
        yield from toward(voice, parts[at].text, phrase, rest, parts[:at])
        if parts[at].text == "在":
            yield from overseen(voice, phrase, rest)
    turned = TURNED.search(voice.cast.text, voice.span[0], parts[0].start)
    paid = any(word in voice.cast.text[parts[0].start:voice.span[1]] for word in listed("grants", "direct"))  # read as a grant
    gives = turned and not paid and any(part.text.startswith(GIVING) for part in parts)
    if turned and gives and (whom := read_span(voice.cast, *turned.span("whom"))):
        yield from toward(voice, turned["to"], whom, parts, ())


def policy_or(voice: Voice, subjects: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """What rests on a policy is the provision or policy itself, never an actor named in the clause."""
    default = voice.scene.default
    return (Actor(default, None),) if default and voice.scene.normative else subjects


def replied(voice: Voice, frame: Frame, phrase: Phrase, subjects: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """In a reply (我委认真落实《甲》) the reply rests on the paper that its writer carries out."""
    reply, writes = voice.cast.policy, voice.scene.default
    spoken = bool(reply and writes) and not (voice.scene.normative or voice.scene.told or voice.cast.telling)
    titled = all(item.mark and item.mark.kind == "title" for item in phrase.items)
    own = frame.relation == "basedOn" and spoken and titled and all(writes and actor.ref.id == writes.id for actor in subjects)
    return (Actor(reply, None),) if own and reply and subjects else subjects


def role(voice: Voice, phrase: Phrase, rest: Sequence[Part]) -> Iterator[Atom]:
    """以X为核心: what acts relies on X."""
    named = rest[1].text if len(rest) > 1 else ""
    said = max((word for frame in frames().all if frame.construction == "as" for word in frame.words["roles"]
                if named.startswith(word)), key=len, default="")  # 主导产业, not 主导
    for frame in frames().all:
        if said and frame.construction == "as" and said in frame.words["roles"]:
            yield from voice.atoms(frame, frame.relation, phrase, (), built(voice, rest, 0) or voice.subjects())
    more = rest[1].phrase if len(rest) > 2 and rest[2].text == "为" else None
    if more and len(more.items) > 1:  # 以甲为核心、乙为支撑
        yield from role(voice, replace(more, items=more.items[1:]), rest[2:])


def toward(voice: Voice, preposition: str, phrase: Phrase, rest: Sequence[Part], before: Sequence[Part]) -> Iterator[Atom]:
    """为X提供服务; 加大对X的支持: support of X."""
    if phrase.named[-1].text.endswith("部门"):  # what departments are given is no help to them
        return
    if preposition not in AIMING and voice.cast.text[phrase.start:phrase.end].endswith(("方面", "领域", "环节")):
        return  # 对车型研发、充电设施建设等方面进行补贴
    if modality().denied & {part.text for part in before}:
        return
    last = next((part.text for part in reversed(rest) if part.kind == "verb" or part.phrase), phrase.tail)
    if (phrase.tail if not rest else last).endswith(WATCHED) or phrase.tail.endswith(WATCHED):
        return
    verbs = {part.text for part in (*rest, *before) if part.kind == "verb"}
    doing_it = next((n for n, part in enumerate(rest) if part.text == "进行"), 0)  # 对甲园|现有|服务区|进行|摸底
    nouns = phrase.tail + "".join(part.text for part in rest[doing_it:])
    for frame in frames().called("toward", "prepositions", preposition):
        acts = frame.words.get("verbs", frozenset()) | frame.words.get("acts", frozenset())
        if verbs & acts and any(noun in nouns for noun in frame.words["nouns"]):
            doers = doing(voice, rest) if frame.relation == "suppliesTo" else ()
            if frame.relation == "suppliesTo" and voice.cast.telling:
                yield from made(voice, rest, doers or voice.subjects())
            acting = doers or set_to(voice, before) or voice.memory.encouraged or voice.subjects()
            yield from voice.atoms(frame, frame.relation, phrase, ("支持", *sorted(verbs)), acting)
            if frame.relation == "supports" and phrase.named[0].text in listed("acts", "back"):
                yield from him(voice, acting)


def him(voice: Voice, acting: Sequence[Actor]) -> Iterator[Atom]:
    """帮其对接客户, 向其授信: the one firm or work that acted before."""
    told = [actors_ for start, actors_ in voice.memory.history if voice.span[0] <= start]
    before = next((actors_ for actors_ in (*told, voice.memory.topic) if actors_ and all(
        top(one.ref.class_) in HIM and one.ref.id not in {doer.ref.id for doer in acting} for one in actors_)), ())
    for doer in acting if len(before) == 1 else ():
        if fits("supports", doer.ref.class_, before[0].ref.class_):
            yield voice.tie("supports", doer, before[0], "supports.him", {"strength": 4})


def set_to(voice: Voice, before: Sequence[Part]) -> tuple[Actor, ...]:
    """引导A|为X提供贷款: who is encouraged to it in the clause itself."""
    if len(before) < 2 or before[-2].text not in modality().encourage:
        return ()
    return tuple(replace(actor, encouraged=True) for actor in voice.workers(before[-1].phrase))


def made(voice: Voice, rest: Sequence[Part], doers: Sequence[Actor]) -> Iterator[Atom]:
    """为甲公司供应座椅: who supplies seats makes them."""
    at = next((n for n, part in enumerate(rest) if part.kind == "verb"), len(rest))
    goods = rest[at + 1].phrase if at + 1 < len(rest) else None
    makers = [actor for actor in doers if top(actor.ref.class_) == "Firm" and not actor.encouraged]
    for frame in frames().all:
        if goods and frame.relation == "produces" and frame.unnamed and rest[at].text not in ("提供", "交付", "配送"):
            yield from voice.atoms(frame, "produces", goods, (), makers)


def doing(voice: Voice, rest: Sequence[Part]) -> tuple[Actor, ...]:
    """为甲公司配套的(企业)有乙、丙: 乙 and 丙 do it."""
    at = next((n for n, part in enumerate(rest) if part.text in modality().equal | modality().list), len(rest))
    return some(voice.cast, rest[at + 1].phrase, ("Firm", "Institution")) if at + 1 < len(rest) else ()


def overseen(voice: Voice, phrase: Phrase, rest: Sequence[Part]) -> Iterator[Atom]:
    """在A统筹下,B起草《甲》: A answers for 甲."""
    if len(rest) != 2 or rest[0].text not in listed("acts", "overseeing") or not rest[1].text.startswith("下"):
        return
    drawn = any(word in voice.cast.text[rest[1].end:voice.span[1]] for word in listed("acts", "drawing"))
    title = next((mark for mark in voice.cast.marks if mark.kind == "title" and rest[1].end < mark.start < voice.span[1]), None)
    text = voice.cast.of_mark(title) if title and drawn else None
    for one in actors(voice.cast, phrase, ("Agency", "Association", "Institution")) if text else ():
        if text and title:
            yield voice.tie("responsibleFor", one, Actor(text, Found(title.start, title.end, title.text)), "responsibleFor.under",
                            {"role": rest[0].text})


def built(voice: Voice, parts: Sequence[Part], at: int) -> tuple[Actor, ...]:
    """What a clause that relies on something builds (依托A建立X): that is what relies; a line that is run from A does not."""
    for n in range(at + 1, len(parts)):
        if parts[n].kind == "verb" and parts[n].text not in listed("acts", "runs") and not before_of(voice, parts[n]):
            after = next((part.phrase for part in parts[n + 1:] if part.kind != "adverb"), None)
            for frame in frames().called("object", "verbs", parts[n].text):
                if frame.relation == "builds" and after:
                    return some(voice.cast, after, frame.classes)
    return ()
