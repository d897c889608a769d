"""Groups: what a phrase says by itself of the class word behind its list, and of whom a restriction restricts."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses import Part
from loaders.items import ACTORS, top
from loaders.knowledge import knowledge, listed
from loaders.lexicon import lexicon
from loaders.phrases import Phrase
from loaders.phrases import phrase as make_phrase
from loaders.sharing import SITES
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.bare import spoken_of
from loaders.statements.frames import frames
from loaders.statements.modality import modality
from loaders.statements.naming import SUBJECTS, place, refer, some
from loaders.words import words

PLACES = ("Region", "Park")
THIS = ("这座", "这家", "这个", "该")


def members(voice: Voice, phrase: Phrase) -> Iterator[Atom]:
    """A、B等C企业: A and B are C; A、B等C路网: they are part of it."""
    whole = phrase.summary
    if whole is None or not phrase.items or not (whole.quoted or top(whole.class_) == "AgentGroup"):
        return
    if whole.text in listed("lists", "loose"):
        return
    if whole.generic or all(lexicon().has("generic", word) for word in re.split("[和与及、]", whole.text)):
        return
    group = refer(voice.cast, whole, ("AgentGroup", "Park", "Project", "Platform"))
    if group is None:
        return
    relation = "memberOf" if top(group.class_) == "AgentGroup" else "partOf"
    for item in phrase.items[partner(phrase):]:
        ref = refer(voice.cast, item, ACTORS if relation == "memberOf" else (top(group.class_),))
        kind = top(ref.class_) == "Platform" and not (item.mark or item.proper or item.quoted) if ref else True
        placed = top(ref.class_) in PLACES and not group.name.endswith(listed("lists", "places")) if ref else False  # 来自甲等地的企业
        if ref and not kind and not placed and ref.id != group.id and fits(relation, ref.class_, group.class_) and (
                relation == "partOf" or top(ref.class_) != "AgentGroup"):
            voice.cast.mention(ref, item.start, item.end)
            voice.cast.mention(group, whole.start, whole.end)
            yield Atom(relation, ref, group, f"{relation}.list", *voice.span, voice.scene.section,
                       subject_found=place(voice.cast, item), object_found=place(voice.cast, whole))


def comprised(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲示范区包括乙区、丙区: the districts are in it."""
    at = next((n for n, part in enumerate(parts) if part.kind == "verb" and part.text in modality().list), len(parts))
    phrase = parts[at + 1].phrase if at + 1 < len(parts) else None
    places = some(voice.cast, phrase, ("Region",)) if phrase else ()
    front = next((part.phrase for part in reversed(parts[:at]) if part.phrase), None)
    wholes = some(voice.cast, front, ("Park",)) or tuple(actor for actor in voice.memory.actors if top(actor.ref.class_) == "Park")
    if not wholes and at == 0 and voice.memory.thing and top(voice.memory.thing[1].class_) == "Park":
        wholes = (Actor(voice.memory.thing[1], None),)  # 设立甲示范区,|包括乙区、丙区
    if phrase and len(places) == len(phrase.items) > 1 and len(wholes) == 1 and not modality().denied & {part.text for part in parts}:
        for place_ in places:
            yield voice.tie("memberOf", place_, wholes[0], "memberOf.comprised")


def classed(before: str, phrase: Phrase) -> Phrase:
    """What a colon lists, each with the class word before the colon where it shows no site of its own (打造三大产业集群:|甲、乙、丙)."""
    head = lexicon().head(before.strip())
    if head is None or top(head[1]) not in SITES:
        return phrase
    return replace(phrase, items=tuple(item if top(item.class_) in SITES else replace(
        item, name=item.called + head[0], shared=head[1], generic=False) for item in phrase.items))


def partner(phrase: Phrase) -> int:
    """Where the list begins that 与 opens (甲与|乙、丙等车企): who stands before it is none of them."""
    joins = [item.join for item in phrase.items]
    return next((n for n, join in enumerate(joins) if join in ("与", "同", "跟") and "、" in joins[n + 1:]), 0)


def restricted(voice: Voice, phrase: Phrase) -> Iterator[Atom]:
    """做电机的企业: what the restriction says of the group."""
    for item in phrase.named:
        said = item.restriction(voice.cast.text)
        if said is None:
            continue
        start, end = said
        inside = words(voice.cast.text, start, end, voice.cast.marks)
        object_ = make_phrase(inside[1:], voice.cast.text) if len(inside) > 1 else None
        who = refer(voice.cast, item, ("AgentGroup", "Firm"))
        verb = inside[0].text if inside else ""
        for frame in frames().called("object", "verbs", verb):
            if frame.relation == "produces" and object_ and who:
                yield from voice.atoms(frame, "produces", object_, (), (Actor(who, place(voice.cast, item)),))
        thing = refer(voice.cast, item, SUBJECTS)
        if thing is None and voice.cast.telling and voice.cast.text[:start].endswith(THIS):  # 这座|位于甲园的工厂
            thing = spoken_of(voice.cast, replace(item, condition=""), SUBJECTS)
        for frame in frames().called("object", "verbs", verb) if not voice.scene.normative else ():
            if object_ and thing and frame.relation == "uses" and "Product" in frame.subject and top(thing.class_) == "Product":
                yield from voice.atoms(frame, "uses", object_, (), (Actor(thing, place(voice.cast, item)),))
        crowd = thing is not None and top(thing.class_) == "AgentGroup"
        where = "位于" if verb == "来自" and not crowd else verb  # 来自甲区的乙公司; 来自甲国的企业 only come from there
        for frame in frames().called("place", "verbs", where) if not voice.scene.normative else ():
            if object_ and thing:
                yield from voice.atoms(frame, frame.relation, object_, (), (Actor(thing, place(voice.cast, item)),))


def supplies(listed: Phrase) -> bool:
    """Whether a list ends in the supplier of those listed (甲、乙等车企的供应商)."""
    nouns = tuple(knowledge("presence")["nouns"]["suppliesTo"].split())
    return listed.summary is not None and listed.summary.condition != "" and listed.summary.text.endswith(nouns)
