"""Tasks: a verb that names its object elsewhere: A主办, B承办 of the event; A牵头, B配合 of the work spoken of."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.clauses import Part
from loaders.course import Ref
from loaders.items import ACTORS, top
from loaders.knowledge import knowledge
from loaders.lexicon import load
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.being.alliances import league, terms
from loaders.statements.frames import frames
from loaders.statements.modality import modality
from loaders.statements.naming import place, some

PROPOSED = re.compile("(?:建议|提案|议案)[^,，。;；]*$")  # 该提案由甲部主办: who answers it
WORKS = ("Project", "Platform", "Park", "Institution")


@cache
def others() -> dict[str, str]:
    """The verbs of who only helps, of who is in what was founded, and of who builds it with others."""
    data = load("duties")
    return {verb: relation for key, relation in (("assists", "assists"), ("joins", "memberOf"), ("shares", "builds"),
                                                              ("oversees", "responsibleFor"))
            for verb in data[key].split()}


def helping(verb: str) -> str:
    """The relation of such a verb, "" for any other."""
    return others().get(verb, "")


def tasks(voice: Voice, verb: str, rest: Sequence[Part], subjects: Sequence[Actor]) -> Iterator[Atom]:
    """The atoms of a verb without an object; a task not yet named is waited for."""
    if any(part.kind in ("verb", "phrase") for part in rest):
        return
    hosts = verb not in knowledge("organizes")["alone"].split()
    relation = next((frame.relation for construction in ("object", "duty")
                     for frame in frames().called(construction, "verbs", verb)
                     if frame.relation == "responsibleFor" or (hosts and frame.relation == "organizes")), helping(verb))
    named = [actor for actor in subjects if actor.found and not (actor.encouraged and relation == "assists")]
    if relation == "organizes":
        yield from hosted(voice, verb, named)
    elif relation == "builds":
        yield from shared(voice, named)
    elif relation:
        yield from assigned(voice, relation, verb, named)


def hosting(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """主办方有A、B, 承办方为C: they host the event that the paragraph speaks of first."""
    said = [part for part in parts if part.kind != "adverb"]
    front = said[0].phrase if len(said) > 2 else None
    if front is None or said[1].text not in ("为", *modality().equal, *modality().list):
        return
    role = knowledge("organizes")["hosts"].get(front.named[-1].text, "")
    if role and said[2].phrase:
        held = next((ref for _, ref in voice.cast.paragraph(front.start) if top(ref.class_) == "Event"), None)
        yield from hosted(voice, role, some(voice.cast, said[2].phrase, ACTORS), held)


def hosted(voice: Voice, verb: str, named: Sequence[Actor], held: Ref | None = None) -> Iterator[Atom]:
    """A主办: the object is the event `held`, else the one spoken of last."""
    event = held or voice.memory.event or voice.cast.last("Event")
    for actor in named if event else ():
        if actor.found and PROPOSED.search(voice.cast.text, voice.span[0], actor.found.start):
            continue
        relation = "contributesTo" if verb == "协办" and voice.scene.normative else "organizes"
        if event and fits(relation, actor.ref.class_, event.class_):
            yield voice.tie(relation, actor, Actor(event, None), f"{relation}.task", {"role": verb})


def shared(voice: Voice, named: Sequence[Actor]) -> Iterator[Atom]:
    """实验室由A牵头,B、C共建: what the sentence speaks of."""
    stood = [actors for start, actors in voice.memory.history if voice.span[0] <= start]
    by = any(actor.found and voice.cast.text[actor.found.start - 1] == "由" for actor in named)  # 由A与B共同建设: `passive` reads it
    for work in next((actors for actors in stood if actors), ()) if voice.cast.telling and not by else ():
        for actor in named if top(work.ref.class_) in WORKS else ():
            if actor.ref.id != work.ref.id and fits("builds", actor.ref.class_, work.ref.class_):
                yield voice.tie("builds", actor, work, "builds.task")


def assigned(voice: Voice, relation: str, role: str, named: Sequence[Actor]) -> Iterator[Atom]:
    """A牵头, B配合: the object is the work named before in the sentence, else the one that follows."""
    thing = voice.memory.thing
    inside = thing is not None and voice.span[0] <= thing[0].start < voice.span[1]
    whole = league(voice.cast) if relation == "memberOf" and not inside and spoken(voice) else None
    for actor in named:
        if whole:
            if fits(relation, actor.ref.class_, whole.class_):
                yield voice.tie(relation, actor, Actor(whole, None), f"{relation}.task")
        elif thing and inside:
            if fits(relation, actor.ref.class_, thing[1].class_):
                voice.note(actor)
                yield Atom(relation, actor.ref, thing[1], f"{relation}.task", *voice.span, voice.scene.section,
                           qualifiers={"role": role}, subject_found=actor.found, object_found=place(voice.cast, thing[0]))
        else:
            voice.memory.waiting += ((relation, role, actor),)


def spoken(voice: Voice) -> bool:
    """Whether the sentence speaks of an alliance by its class word."""
    return any(word in voice.cast.text[slice(*voice.span)] for word in terms().leagues)
