"""Priorities: what somebody counts among what is to be furthered: 甲市把乙产业列入丙体系, 将乙作为三大主导产业之一来打造."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.clauses import Part
from loaders.items import top
from loaders.lexicon import load
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Atom, fits
from loaders.statements.modality import modality
from loaders.statements.naming import some

FURTHERED = ("Product", "Technology", "Firm", "AgentGroup", "Institution", "Park", "Platform", "Project")
RULERS = ("Agency", "Region", "Park", "Policy")
WHOLES = ("Platform", "Park", "Project", "Policy", "Technology")


def priorities(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """The atoms of a clause of news with 把 or 将."""
    said = load("priorities")
    at = next((n for n, part in enumerate(parts[:-2]) if part.kind == "preposition" and part.text in said["taking"].split()), None)
    if at is None or not voice.cast.telling or modality().denied & {part.text for part in parts}:
        return
    verb = next((n for n in range(at + 2, len(parts)) if parts[n].kind == "verb"), len(parts))
    word = parts[verb].text if verb < len(parts) else ""
    things = some(voice.cast, parts[at + 1].phrase, FURTHERED)
    if word in said["entering"].split():
        where = voice.cast.text[parts[verb].end:parts[-1].end]
        if verb + 1 == len(parts) or not where.endswith(tuple((said["wholes"] + " " + said["lists"]).split())):
            return
        wholes = some(voice.cast, parts[verb + 1].phrase, WHOLES) if where.endswith(tuple(said["wholes"].split())) else ()
        for thing in things:
            yield from (voice.tie("partOf", thing, whole, "partOf.entered") for whole in wholes if whole.ref.id != thing.ref.id
                        and whole.found and whole.found.text.endswith(tuple(said["wholes"].split())))
    elif word not in said["ranking"].split():
        return
    for thing in things:
        for actor in voice.admitted("supports", voice.subjects()):
            if top(actor.ref.class_) in RULERS and actor.ref.id != thing.ref.id and fits("supports", actor.ref.class_, thing.ref.class_):
                yield voice.tie("supports", actor, thing, "supports.priority", {"strength": 4},
                                voice.status(actor, [part.text for part in parts if part.kind in ("verb", "adverb")]))
