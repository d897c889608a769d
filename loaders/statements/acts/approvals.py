"""Approvals: who allows or names what, said of what is allowed (甲园经乙部批复, 甲区获乙部批复建设丙, 甲园被乙部认定为丙)."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses import Part
from loaders.items import top
from loaders.knowledge import listed
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.modality import modality
from loaders.statements.naming import actors, some
from ontology.records import Found

THINGS = ("Park", "Platform", "Project", "Policy")
WORKS = ("Park", "Platform", "Project")
TESTS = ("验收", "评审", "审查", "评估", "认定", "审核", "考核", "批复", "评定")
BODIES = ("Agency", "Association", "Institution")


def granted(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """经甲省政府批准,乙高新区扩区; 甲部批复同意乙市开展丙试点: what comes about by leave."""
    verbs = [n for n, part in enumerate(parts) if part.kind in ("verb", "nominal")]
    if voice.memory.allowing and len(verbs) == 1 and parts[verbs[0]].text in listed("approves", "founds") and verbs[0] == len(parts) - 1:
        yield from (voice.tie("approves", body, thing, "approves.granted") for body in voice.memory.allowing
                    for part in parts[:verbs[0]] for thing in some(voice.cast, part.phrase, THINGS))
    let = next((n for n in verbs if parts[n].text in listed("approves", "permits")), len(parts))
    trying = next((n for n in verbs if let + 1 < n < len(parts) - 1 and parts[n].text in listed("acts", "trying")), None)
    if trying and not modality().denied & {part.text for part in parts}:
        things = some(voice.cast, parts[trying + 1].phrase, ("Project",))
        trials = [one for one in things if one.ref.name.endswith(listed("acts", "trials"))]
        yield from (voice.tie("approves", body, trial, "approves.granted", status=voice.status(body, [part.text for part in parts]))
                    for body in voice.subjects() if top(body.ref.class_) in BODIES for trial in trials)


def passed(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲中心通过乙局组织的验收: the body that tests allows it."""
    at = next((n for n, part in enumerate(parts[:-1]) if part.text == "通过"), None)
    body = next((part.phrase for part in parts[at + 1:] if part.kind != "adverb"), None) if at else None
    end = voice.cast.text[parts[-1].start:parts[-1].end]
    if not at or not end.endswith(TESTS) or modality().denied & {part.text for part in parts}:
        return
    bodies = actors(voice.cast, body, BODIES)
    front = next((part.phrase for part in reversed(parts[:at]) if part.phrase), None)
    for thing in some(voice.cast, front, THINGS):
        yield from (voice.tie("approves", body, thing, "approves.passed") for body in bodies)


def approvals(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """The atoms of a clause that names behind a preposition who allows; what it allows may stand in the clauses behind."""
    parts = [part for part in parts if part.kind != "adverb" and part.text not in modality().joint]
    at = next((n for n, part in enumerate(parts[:-2]) if part.text in listed("approves", "by") and parts[n + 1].phrase
               and parts[n + 2].text in (*listed("approves", "permits"), *listed("approves", "titles"))), None)
    yield from selected(voice, parts)
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
    things = THINGS if verb.text in listed("approves", "permits") else WORKS  # 被甲部列入乙名单: the list is no new paper
    objects = some(voice.cast, near, things) or some(voice.cast, far, things)
    if not objects and not (behind and behind.named[-1].text.endswith(("企业", "单位"))):
        objects = tuple(actor for actor in voice.memory.actors if top(actor.ref.class_) in THINGS)
    if verb.text in listed("approves", "permits") and behind is None and front is None and not objects:
        voice.memory.allowing = bodies  # 经甲部批复,乙市建设丙
    for body in bodies:
        for thing in objects:
            yield replace(voice.tie("approves", body, thing, "approves.by"), status=voice.status(body, [part.text for part in parts]))


def selected(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲项目入选乙部试点: 乙部 chose it."""
    at = next((n for n, part in enumerate(parts[:-1]) if part.text in listed("approves", "selects")), None)
    chosen = parts[at + 1].phrase if at is not None else None
    mark = chosen.items[0].first if chosen and chosen.items else None
    body = voice.cast.of_mark(mark) if mark and mark.kind != "pointer" and top(mark.classes[0]) == "Agency" else None
    if at is None or body is None or mark is None or modality().unreal([part.text for part in parts if part.kind != "phrase"]):
        return
    front = next((part.phrase for part in reversed(parts[:at]) if part.phrase), None)
    things = some(voice.cast, front, THINGS) if front else tuple(one for one in voice.memory.actors if top(one.ref.class_) in THINGS)
    named = Actor(body, Found(mark.start, mark.end, mark.text))
    for thing in things:
        if fits("approves", body.class_, thing.ref.class_):
            yield voice.tie("approves", named, thing, "approves.selected")
