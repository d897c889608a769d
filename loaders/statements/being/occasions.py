"""Occasions: where an event is held and of which it is part, who stands behind it: 年会设在甲会堂, 论坛是乙大会的重要活动之一,
大会的合作伙伴有丙、丁."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from loaders.clauses import Part
from loaders.course import Ref
from loaders.items import Item, top
from loaders.knowledge import any_of
from loaders.lexicon import load
from loaders.phrases import Phrase
from loaders.referents.spoken import latest
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.bare import spoken_of
from loaders.statements.being.owners import restriction
from loaders.statements.being.witness import PLACES, Witness, found, known
from loaders.statements.frames import frames
from loaders.statements.modality import modality
from loaders.statements.naming import place, read_span, some

EVENT = ("Event",)
BACKERS = ("Firm", "Institution", "Association", "Agency", "Platform")
EDITION = re.compile("第[0-9一二三四五六七八九十百]+届")


@cache
def words() -> dict[str, frozenset[str]]:
    """The words of `occasions.yaml`."""
    return {name: frozenset(said.split()) for name, said in load("occasions").items() if name != "near_misses"}


@cache
def parted() -> re.Pattern[str]:
    """How the part of an event is called at the end of a clause (…的|重要活动之一)."""
    return re.compile(f"的?(?:{any_of(tuple(words()['kinds']))})*{any_of(tuple(words()['parts']))}(?:之一)?$")


@cache
def backing() -> re.Pattern[str]:
    """What those behind an event are called (大会|合作伙伴)."""
    return re.compile(f"(?P<event>.*?)的?(?:{any_of(tuple(words()['degrees']))})*{any_of(tuple(words()['backers']))}(?:之一|中|里|名单)?")


def occasions(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """The atoms of a clause that tells of an event."""
    if modality().denied & {part.text for part in parts}:
        return
    yield from part_of(witness, parts)
    yield from backed(witness, parts)
    yield from beside(witness, parts)
    yield from attending(witness, parts)
    yield from venue(witness, parts)


def events(witness: Witness, phrase: Phrase | None) -> tuple[Actor, ...]:
    """The events of a phrase; 论坛 by itself is the one spoken of."""
    if phrase is None:
        return ()
    return some(witness.cast, phrase, EVENT) or tuple(
        Actor(ref, place(witness.cast, item)) for item in phrase.named if (ref := spoken_of(witness.cast, item, EVENT)))


def owning(witness: Witness, phrase: Phrase) -> tuple[Actor, ...]:
    """The known event before 的."""
    mark = phrase.named[-1].owner
    ref = witness.cast.of_mark(mark) if mark else None
    return (Actor(ref, found(mark)),) if ref and mark and top(ref.class_) == "Event" else ()


def part_of(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """论坛是大会的重要活动之一; 作为大会的配套活动,论坛…: the whole waits for the next clause."""
    waiting, witness.within = witness.within, None
    if waiting and parts[0].phrase:
        yield from (witness.tied("partOf", one, waiting, "occasion") for one in events(witness, parts[0].phrase)[:1]
                    if one.ref.id != waiting.ref.id)
    for part in parts:
        for item in part.phrase.named if part.phrase else ():
            yield from called_part(witness, item, events(witness, replace(part.phrase, items=(item,), summary=None)) if part.phrase else ())
    at = next((n for n, part in enumerate(parts[:-1]) if part.text in words()["being"] and parts[n + 1].phrase), None)
    after = parts[at + 1].phrase if at is not None else None
    if at is None or after is None or not parted().search(witness.cast.text, parts[at].end, parts[-1].end):
        return
    whole = (owning(witness, after) or events(witness, restriction(witness, after.named[-1])) or events(witness, after))[-1:]
    front = next((part.phrase for part in reversed(parts[:at]) if part.phrase), None)
    if front is None and parts[0].text == "作为":
        witness.within = whole[0] if whole else None
        return
    things = events(witness, front) if front else tuple(one for one in witness.opening or witness.front if top(one.ref.class_) == "Event")
    yield from (witness.tied("partOf", one, whole[0], "occasion") for one in things[:1] if whole and one.ref.id != whole[0].ref.id)


def called_part(witness: Witness, item: Item, held: Sequence[Actor]) -> Iterator[Atom]:
    """作为甲大会重要活动之一的|对接会."""
    said = parted().search(item.condition) if item.condition else None
    first = witness.cast.text.rfind(item.condition, item.whole[0], item.start) if said else -1
    if said is None or first < 0:
        return
    whole = events(witness, read_span(witness.cast, first, first + said.start()))
    for one in held:
        yield from (witness.tied("partOf", one, two, "occasion") for two in whole[-1:] if two.ref.id != one.ref.id)


def backed(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """大会的合作伙伴有甲、乙; 甲是大会的合作伙伴."""
    at = next((n for n, part in enumerate(parts[:-1]) if n and part.text in words()["having"] and parts[n + 1].phrase), None)
    if at is None:
        return
    text = witness.cast.text
    front = next((part.phrase for part in reversed(parts[:at]) if part.phrase), None)
    first = backing().fullmatch(text, parts[0].start, parts[at].start)
    last = backing().fullmatch(text, parts[at].end, parts[at + 1].end)
    said, bodies = (first, parts[at + 1].phrase) if first else (last, front)
    event = backed_event(witness, said["event"], parts[0].start) if said else None
    for body in some(witness.cast, bodies, BACKERS) if event else ():
        if event and fits("contributesTo", body.ref.class_, "Event"):
            yield witness.tied("contributesTo", body, Actor(event, None), "backer")


def backed_event(witness: Witness, said: str, at: int) -> Ref | None:
    """The event that a wording before 合作伙伴 means: an edition (第三届), a class word (大会) or a name; None for a firm's partners."""
    told = [(start, ref) for start, ref in witness.cast.earlier(at + len(said) + 1) if top(ref.class_) == "Event"]
    if not said or (not any(said.endswith(word) for word in words()["events"]) and not EDITION.fullmatch(said)):
        return None
    edition = EDITION.search(said)
    named = [ref for _, ref in told if edition and edition.group() in ref.name] or [ref for _, ref in told if ref.name == said]
    return named[-1] if named else (told[-1][1] if told and len(said) <= 4 and edition is None else None)


def beside(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """展会同期还举办甲对接会; 大会期间,乙论坛举行: what is held meanwhile is part of the event."""
    text = witness.cast.text
    at = next((n for n, part in enumerate(parts) if part.text in words()["holding"]), None)
    said = meanwhile().match(text, parts[0].start, parts[at].start) if at is not None else None
    if at is None or said is None:
        return
    whole = backed_event(witness, said["event"], parts[0].start)
    for part in parts:
        for one in some(witness.cast, part.phrase, EVENT) if part.start >= said.end() - 1 or part.end > said.end() else ():
            if whole and one.ref.id != whole.id and fits("partOf", one.ref.class_, whole.class_):
                yield witness.tied("partOf", one, Actor(whole, None), "meanwhile")


@cache
def meanwhile() -> re.Pattern[str]:
    """The event during which something else goes on (大会|期间)."""
    return re.compile(f"(?P<event>[^,，。;；的]{{0,16}}?{any_of(tuple(words()['events']))})(?:的)?(?:同期|期间|现场|首日|当天|当日|次日)")


def attending(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲、乙等企业已确认参展: they contribute to the event that the paragraph speaks of."""
    verbs = [part.text for part in parts if part.kind == "verb"]
    if not verbs or verbs[-1] not in words()["attends"] or parts[-1].phrase or parts[0].phrase is None:
        return
    told = latest((start, ref) for start, ref in witness.cast.paragraph(parts[0].start) if top(ref.class_) == "Event")
    bodies = [one for part in parts for one in some(witness.cast, part.phrase, BACKERS)]
    yield from (witness.tied("contributesTo", one, Actor(told, None), "attending") for one in bodies if told and fits(
        "contributesTo", one.ref.class_, told.class_))


def venue(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """年会设在甲会堂, 车展移师乙市; those who come from it (大会的代表) are not the event."""
    at = next((n for n, part in enumerate(parts[:-1]) if n and part.kind == "verb" and parts[n + 1].phrase and (
        part.text in known().touring or any(True for _ in frames().called("place", "verbs", part.text)))), None)
    front = next((part.phrase for part in reversed(parts[:at]) if part.phrase), None) if at else None
    if at is None or front is None or front.named[-1].end < front.end:
        return
    for spot in some(witness.cast, parts[at + 1].phrase, tuple(PLACES))[-1:]:
        yield from (witness.located(one, spot.ref, spot.found, "venue") for one in events(witness, front))
