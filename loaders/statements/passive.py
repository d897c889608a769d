"""Passive clauses: P由A建设, P由A投资100亿元, C由A全资设立: the object stands in front of who acts on it."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.clauses import Part
from loaders.items import top
from loaders.phrases import Phrase
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.cooperation import among
from loaders.statements.frames import frames
from loaders.statements.modality import modality
from loaders.statements.naming import actors, joined, place
from loaders.statements.voice import Voice
from loaders.values import quantities

WORKS = ("Project", "Park", "Platform", "Institution")
SPENT = {"投资": "投资建设", "出资": "投资建设"}  # what money is spent on is built
JOINT = ("共同", "联合", "合资")


def passive(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """The atoms of a clause in which 由 names who acts."""
    at = next((n for n, part in enumerate(parts) if part.kind == "preposition" and part.text == "由"), None)
    if at is None or at + 2 >= len(parts):
        return
    verbs = [part.text for part in parts[at + 2:] if part.kind == "verb"]
    rest = [part for part in parts if part.kind in ("verb", "phrase")]
    if rest[-1].phrase and is_sum(voice, rest[-1]):
        rest.pop()
        verbs = [SPENT.get(verb, verb) for verb in verbs]
    doers = joined(voice.cast, parts, at + 1)
    if not verbs or rest[-1].kind != "verb" or not doers:
        return
    front = next((part.phrase for part in reversed(parts[:at]) if part.phrase), None)
    pointed = actors(voice.cast, front, WORKS) if front and front.named[0].generic else ()
    thing = pointed or tuple(actor for actor in voice.memory.actors if top(actor.ref.class_) in WORKS)
    firms = tuple(actor for actor in voice.memory.actors if top(actor.ref.class_) == "Firm") if not front else ()
    for verb in verbs:
        if front and not pointed:
            yield from in_front(voice, verb, front, doers)
        elif firms:
            yield from of_firm(voice, verb, firms, doers)
        else:
            yield from of_thing(voice, verb, doers, thing)
    if any(verb in modality().joint or verb.startswith(JOINT) or (front and verb == "打造") for verb in verbs):
        yield from among(voice, doers)


def is_sum(voice: Voice, part: Part) -> bool:
    """Whether a phrase only says how much money (投资|100亿元)."""
    found = next(iter(quantities(voice.cast.text[part.start:part.end])), None)
    return found is not None and found.unit == "CNY" and found.end - found.start + 2 >= part.end - part.start


def in_front(voice: Voice, verb: str, front: Phrase, doers: Sequence[Actor]) -> Iterator[Atom]:
    """P由A建设; C由A控股."""
    for construction in ("object", "duty"):
        for frame in frames().called(construction, "verbs", verb):
            yield from voice.atoms(frame, frame.relation, front, (verb,), doers)
    for frame in frames().called("inverse", "verbs", verb):
        yield from voice.inverse(frame, front, (verb,), doers)


def of_firm(voice: Voice, verb: str, firms: Sequence[Actor], doers: Sequence[Actor]) -> Iterator[Atom]:
    """乙公司…,由甲集团控股."""
    for frame in frames().called("inverse", "verbs", verb):
        for firm in firms:
            for actor in doers:
                if firm.ref.id != actor.ref.id and fits(frame.relation, firm.ref.class_, actor.ref.class_):
                    voice.note(firm)
                    voice.note(actor)
                    yield Atom(frame.relation, firm.ref, actor.ref, frame.rule, *voice.span, voice.scene.section,
                               subject_found=firm.found, object_found=actor.found)


def of_thing(voice: Voice, verb: str, doers: Sequence[Actor], things: Sequence[Actor]) -> Iterator[Atom]:
    """该项目…,由A建设: the object is what the sentence speaks of, else the thing spoken of last."""
    if not things and voice.memory.thing:
        item, ref = voice.memory.thing
        things = (Actor(ref, place(voice.cast, item)),)
    called = [frame.relation for construction in ("object", "duty") for frame in frames().called(construction, "verbs", verb)]
    for thing in things:
        for relation in dict.fromkeys(relation for relation in called if relation in ("builds", "responsibleFor")):
            for actor in doers:
                if fits(relation, actor.ref.class_, thing.ref.class_):
                    voice.note(actor)
                    voice.note(thing)
                    yield Atom(relation, actor.ref, thing.ref, f"{relation}.passive", *voice.span, voice.scene.section,
                               qualifiers={"role": verb} if relation == "responsibleFor" else {},
                               subject_found=actor.found, object_found=thing.found)
