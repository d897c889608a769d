"""Approvals: who allows or names what, said of what is allowed (甲园经乙部批复, 甲区获乙部批复建设丙, 甲园被乙部认定为丙)."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses import Part
from loaders.items import top
from loaders.knowledge import listed
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Atom
from loaders.statements.modality import modality
from loaders.statements.naming import actors, some

THINGS = ("Park", "Platform", "Project", "Policy")
BODIES = ("Agency", "Association", "Institution")


def approvals(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """The atoms of a clause that names behind a preposition who allows; what it allows may stand in the clauses behind."""
    at = next((n for n, part in enumerate(parts[:-2]) if part.text in listed("approves", "by") and parts[n + 1].phrase
               and parts[n + 2].text in (*listed("approves", "permits"), *listed("approves", "titles"))), None)
    if at is None or modality().denied & {part.text for part in parts}:
        return
    verb, bodies = parts[at + 2], actors(voice.cast, parts[at + 1].phrase, BODIES)
    being = next((n for n in range(at) if n and parts[n].text in listed("approves", "being")), None)
    if being and verb.text in listed("approves", "permits"):  # 甲园是经乙部批准的高新区: 甲园 is what 乙部 allowed
        for thing in some(voice.cast, parts[being - 1].phrase, THINGS):
            yield from (voice.tie("approves", body, thing, "approves.by") for body in bodies)
        return
    if not bodies or voice.cast.text[verb.end:verb.end + 1] == "的":
        return
    behind = next((part.phrase for part in parts[at + 3:] if part.phrase), None)
    front = next((part.phrase for part in reversed(parts[:at]) if part.phrase), None)
    if front and parts[at].text in ("经", "由") and behind is None:  # `passive` reads it
        return
    near, far = (behind, front) if verb.text in listed("approves", "permits") else (front, behind)
    objects = some(voice.cast, near, THINGS) or some(voice.cast, far, THINGS)
    if not objects:
        objects = tuple(actor for actor in voice.memory.actors if top(actor.ref.class_) in THINGS)
    if verb.text in listed("approves", "permits") and behind is None and front is None and not objects:
        voice.memory.allowing = bodies  # 经甲部批复,乙市建设丙
    for body in bodies:
        for thing in objects:
            yield replace(voice.tie("approves", body, thing, "approves.by"), status=voice.status(body, [part.text for part in parts]))
