"""Passive clauses: P由A建设、B运营, 由A建设、B运营的P, P由A投资100亿元, C由A全资设立: who acts is named by 由."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses import Part
from loaders.items import top
from loaders.knowledge import listed
from loaders.phrases import Phrase, phrase
from loaders.statements.acts.doings import CLASSES, Doing, behind, called, relations, works
from loaders.statements.acts.joint import among
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.modality import modality
from loaders.statements.naming import actors, place, refer
from ontology.records import Value

BODIES = ("Firm", "Institution", "Association")
WORKS = ("Project", "Park", "Platform", "Institution")
NUMBERED = re.compile(r"\d+[座个条家处]$")


def passive(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """The atoms of a clause in which 由 names who acts, each once."""
    at = next((n for n, part in enumerate(parts) if part.kind == "preposition" and part.text in ("由", "经")), telling(voice, parts))
    if at is None or at + 1 >= len(parts) or modality().denied & {part.text for part in parts}:
        return
    found, thing = behind(voice.cast, parts[at].end, parts[-1].end)
    if parts[at].text == "经":
        found = [replace(doing, verbs=tuple(verb for verb in doing.verbs if approves(verb))) for doing in found]
    later = behind(voice.cast, thing[0].start, parts[-1].end)[0] if thing and thing[-1].end < parts[-1].end else []
    if later and all(top(actor.ref.class_) in BODIES for doing in later for actor in doing.doers):
        for doing in found:  # P由A与B共同组建的C负责运营
            yield from among(voice, doing.doers) if doing.together else ()
        found, thing = later, ()
    front = phrase(thing, voice.cast.text) if thing else next((part.phrase for part in reversed(parts[:at]) if part.phrase), None)
    if front and front.items and (all(item.text in works() for item in front.items) or NUMBERED.search(
            voice.cast.text, front.items[-1].end, parts[at].start)):  # 沿线10座由甲公司建设: of what was counted before
        front = None
    once: set[tuple[str, str, str]] = set()
    for doing in found:
        for atom in done(voice, front, doing):
            key = (atom.relation, atom.subject.id, atom.object.id)
            if key not in once:
                once.add(key)
                yield atom
        if doing.together and not modality().attending >= set(doing.verbs):
            yield from among(voice, doing.doers)


def inside(voice: Voice, phrase: Phrase) -> Iterator[Atom]:
    """搭载|由甲公司研发的底盘, 上线|甲公司搭建的平台: who does it stands before 的 in what the thing is called."""
    for item in phrase.items if voice.cast.telling else ():
        start = item.whole[0] + item.condition.startswith("由")
        away = voice.cast.text[item.whole[0] - 1] in "在于到"  # 在乙市建设的|基地
        if not item.condition or away or not voice.cast.text.startswith(item.condition, item.whole[0]):
            continue
        bare = replace(phrase, items=(replace(item, condition="", owner=None),), summary=None)
        for doing in behind(voice.cast, start, item.end)[0]:
            if all(top(actor.ref.class_) in BODIES for actor in doing.doers) and not modality().wishes(doing.verbs):
                yield from in_front(voice, doing.verbs[-1], bare, doing.doers)


def approves(verb: str) -> bool:
    """Whether 经 names who does it (经甲厅批复, not 经乙公司建设, nor which ones qualify: 经甲局认定的项目)."""
    return verb not in listed("acts", "qualifying") and any(frame.relation == "approves" for frame in called(verb))


def telling(voice: Voice, parts: Sequence[Part]) -> int | None:
    """The index of 是 where it tells who did what stands in front (P|是|A和B一起搭|的)."""
    told = voice.cast.telling and voice.cast.text[parts[-1].end:parts[-1].end + 1] == "的" and parts[0].phrase is not None
    return next((n for n, part in enumerate(parts) if n and part.text == "是"), None) if told else None


def done(voice: Voice, front: Phrase | None, doing: Doing) -> Iterator[Atom]:
    """What the doers do to what stands in front, to what it points at, else to what the sentence speaks of."""
    pointed = actors(voice.cast, front, WORKS) if front and front.named[0].generic else ()
    if not front and any(verb in listed("acts", "texts") for verb in doing.verbs):  # 由A、B联合印发实施: a text is meant
        return
    things = pointed or tuple(actor for actor in voice.memory.actors if top(actor.ref.class_) in WORKS)
    said = voice.memory.said
    if said and said[0].relation == "builds" and not pointed and {one.ref.id for one in things} <= {one.ref.id for one in said[1]}:
        things = ()  # 甲园开通了专线,由乙公司运营: what was built, not who built it
    if not front and not pointed and (inside := held(voice)):
        things = inside
    firms = tuple(actor for actor in voice.memory.actors if top(actor.ref.class_) == "Firm") if not front else ()
    for verb in doing.verbs:
        if front and not pointed:
            yield from helped(voice, in_front(voice, verb, front, doing.doers), doing)
        elif firms:
            yield from list(of_firm(voice, verb, firms, doing.doers)) or of_thing(voice, verb, doing.doers, things)
        else:
            yield from of_thing(voice, verb, doing.doers, things)


def helped(voice: Voice, made: Iterator[Atom], doing: Doing) -> Iterator[Atom]:
    """由A参与编制的《X》: A only contributes to X."""
    joins = not set(listed("acts", "helping")).isdisjoint(doing.verbs) and not voice.scene.normative
    yield from (replace(atom, relation="contributesTo", rule="contributesTo.passive") if joins and atom.relation == "issues" else atom
                for atom in made)


def held(voice: Voice) -> tuple[Actor, ...]:
    """甲园设有乙中心,由丙运营: what the clause before says is there."""
    thing = voice.memory.thing
    if thing is None or thing[0].start < voice.span[0] or top(thing[1].class_) not in WORKS:
        return ()
    first = max(voice.cast.text.rfind(stop, voice.span[0], thing[0].start) for stop in ",，;；。")
    there = any(word in voice.cast.text[max(first, voice.span[0]):thing[0].start] for word in listed("acts", "holding"))
    return (Actor(thing[1], place(voice.cast, thing[0])),) if there else ()


def in_front(voice: Voice, verb: str, front: Phrase, doers: Sequence[Actor]) -> Iterator[Atom]:
    """P由A建设; C由A控股."""
    made: list[Atom] = []
    for frame in called(verb):
        made += (voice.inverse(frame, front, (verb,), doers) if frame.construction == "inverse" else
                 voice.atoms(frame, frame.relation, front, (verb,), doers))
    yield from made
    relation = relations().get(verb, "") if not made else ""
    things = [(item, ref) for item in front.named if (ref := refer(voice.cast, item, CLASSES[relation]))] if relation else []
    yield from of_thing(voice, verb, doers, [Actor(ref, place(voice.cast, item)) for item, ref in things]) if things else ()


def of_firm(voice: Voice, verb: str, firms: Sequence[Actor], doers: Sequence[Actor]) -> Iterator[Atom]:
    """乙公司…,由甲集团控股."""
    for frame in called(verb):
        for firm in firms if frame.construction == "inverse" else ():
            for actor in doers:
                if firm.ref.id != actor.ref.id and fits(frame.relation, firm.ref.class_, actor.ref.class_):
                    yield voice.tie(frame.relation, firm, actor, frame.rule)


def of_thing(voice: Voice, verb: str, doers: Sequence[Actor], things: Sequence[Actor]) -> Iterator[Atom]:
    """联盟由A发起; 该项目…,由A建设: the object is what is pointed at, what the sentence speaks of, else the last thing that
    it named."""
    if not things and not voice.memory.unknown and voice.memory.thing and voice.memory.thing[0].start >= voice.span[0]:
        item, ref = voice.memory.thing
        things = (Actor(ref, place(voice.cast, item)),)
    relation = relations().get(verb) or next((frame.relation for frame in called(verb) if frame.relation in CLASSES), "")
    for thing in things if relation else ():
        for actor in doers:
            if fits(relation, actor.ref.class_, thing.ref.class_):
                said: dict[str, Value] = {"role": verb} if relation == "responsibleFor" else {}
                yield voice.tie(relation, actor, thing, f"{relation}.passive", said)
