"""Passive clauses: P由A建设, P由A投资100亿元, C由A全资设立: the object stands in front of who acts on it."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.clauses import Part
from loaders.phrases import Phrase
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.cooperation import among
from loaders.statements.frames import frames
from loaders.statements.modality import modality
from loaders.statements.naming import joined
from loaders.statements.voice import Voice
from loaders.values import quantities


def passive(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """The atoms of a clause in which 由 names who acts."""
    at = next((n for n, part in enumerate(parts) if part.kind == "preposition" and part.text == "由"), None)
    if at is None or at + 2 >= len(parts):
        return
    verbs = [part.text for part in parts[at + 2:] if part.kind == "verb"]
    rest = [part for part in parts if part.kind in ("verb", "phrase")]
    if rest[-1].phrase and is_sum(voice, rest[-1]):
        rest.pop()
    doers = joined(voice.cast, parts, at + 1)
    if not verbs or rest[-1].kind != "verb" or not doers:
        return
    front = parts[at - 1].phrase if at else None
    for verb in verbs:
        yield from in_front(voice, verb, front, doers) if front else of_thing(voice, verb, doers)


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
    if verb in modality().joint or verb == "打造":
        yield from among(voice, doers)


def of_thing(voice: Voice, verb: str, doers: Sequence[Actor]) -> Iterator[Atom]:
    """该项目…,由A建设: the object is the thing that the sentence speaks of."""
    thing = voice.memory.thing
    for frame in frames().called("object", "verbs", verb) if thing else ():
        for actor in doers:
            if thing and frame.relation == "builds" and fits("builds", actor.ref.class_, thing[1].class_):
                yield voice.atom("builds", actor, thing[1], thing[0], "builds.passive", ())
