"""Selections: a body gives out a list or a title, and who is on it is named in another clause (甲部公布名单,乙工厂榜上有名)."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.clauses import Part
from loaders.course import Ref
from loaders.items import Item, top
from loaders.knowledge import listed
from loaders.phrases import Phrase
from loaders.resolution import Cast
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.modality import modality
from loaders.statements.naming import some

BODIES = ("Agency", "Association", "Institution", "Region")
THINGS = ("Project", "Platform", "Park")
MEMBERS = ("Firm", "Institution", "Region", "Park", "Platform")
NEAR = 120  # characters between a list and who is on it


def selections(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """The atoms of a clause that names who is on the list given out before; a clause that gives one out is remembered."""
    if modality().denied & {part.text for part in parts}:
        return
    given_out(voice, parts)
    start, bodies, group = voice.memory.choosing
    here = bodies and 0 < parts[0].start - start <= NEAR and "\n" not in voice.cast.text[start:parts[0].start]
    at = next((n for n, part in enumerate(parts) if part.text in listed("approves", "selects")), None)
    named = [part.phrase for part in parts[:at] if part.phrase] if at is not None else []
    if here and at is None and voice.memory.chosen and parts[0].text in listed("approves", "naming"):
        named = [part.phrase for part in parts if part.phrase]
    voice.memory.chosen = at is not None or parts[0].text in listed("approves", "naming")
    for phrase in named if here else ():
        yield from on_list(voice, phrase, bodies, group)


def given_out(voice: Voice, parts: Sequence[Part]) -> None:
    """甲部公布乙企业名单, 甲委为6家园区授牌: remember who chooses and which group they make."""
    last = next((part.phrase for part in reversed(parts) if part.phrase), None)
    verbs = {part.text for part in parts if part.kind in ("verb", "nominal")}
    listing = last is not None and last.named[-1].text.endswith(listed("approves", "lists"))
    choosing = not verbs.isdisjoint(listed("approves", "publishes")) if listing else not verbs.isdisjoint(listed("approves", "awards"))
    bodies = tuple(actor for actor in voice.memory.actors if actor.found and top(actor.ref.class_) in BODIES and (
        voice.span[0] <= actor.found.start))
    if choosing and last and bodies:
        voice.memory.choosing = parts[0].start, bodies, group_of(voice.cast, last.named[-1])


def group_of(cast: Cast, item: Item) -> Ref | None:
    """The firms that a list is of (首批甲企业名单), None where it lists no firms."""
    name = item.text
    for end in listed("approves", "lists"):
        name = name.removesuffix(end)
    return cast.named(name, "AgentGroup") if name != item.text and name.endswith(listed("approves", "groups")) else None


def on_list(voice: Voice, phrase: Phrase, bodies: Sequence[Actor], group: Ref | None) -> Iterator[Atom]:
    """A work, platform or park is what they approve; a firm is of the group."""
    for body in bodies:
        yield from (voice.tie("approves", body, thing, "approves.listed") for thing in some(voice.cast, phrase, THINGS)
                    if fits("approves", body.ref.class_, thing.ref.class_) and body.ref.id != thing.ref.id)
    for firm in some(voice.cast, phrase, MEMBERS) if group else ():
        if group and fits("memberOf", firm.ref.class_, group.class_):
            yield voice.tie("memberOf", firm, Actor(group, None), "memberOf.listed")
