"""Joint action: what those of one list do together, two by two: 甲、乙联合建设X, 甲、乙、丙三方签约, 甲市与乙市两地互认, 甲、乙同时启动X.

The words are in `cooperates.yaml`.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from loaders.clauses import Part
from loaders.items import ACTORS
from loaders.knowledge import group_of, listed
from loaders.phrases import Phrase
from loaders.statements.acts.partners import wished
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.frames import frames
from loaders.statements.modality import modality
from loaders.statements.naming import place, refer, some
from loaders.words import Mark, marks_in
from ontology.records import Found

SEVERAL = re.compile("[两二三四五六七八九多](?:地|省市|市|省|区|县|州)(?!联盟|政府|企业|部门|高校|园区|协会)")
PARTIES = 5  # more than these have no agreement of one with one


def jointly(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """The pairs among those who act in a clause; of parties that a number sums up, among them alone."""
    yield from several(voice, parts)
    acting = voice.memory.actors
    if voice.cast.telling and (all_parties := named_parties(voice, parts)):
        yield from among(voice, all_parties)
    elif len(acting) > 1 and (joined(voice, parts) or (voice.cast.telling and (at_once(voice, parts) or (
            len(acting) <= PARTIES and signed(parts))))):
        yield from among(voice, acting)


def joined(voice: Voice, parts: Sequence[Part]) -> bool:
    """Whether words say that those who act do it together (共同, 甲、乙|联合建设|X); who only attends does nothing."""
    said = {part.text for part in parts if part.kind in ("verb", "adverb")}
    few = len(voice.memory.actors) <= PARTIES and any(
        part.text.startswith(listed("cooperates", "together")) and builds(parts[n:]) for n, part in enumerate(parts))
    told = bool(said & modality().joint) or (few and voice.cast.telling)
    return told and not said & modality().attending and parts[0].kind == "phrase"


def at_once(voice: Voice, parts: Sequence[Part]) -> bool:
    """Whether places do something at the same time (甲市、乙市|同时|启动X)."""
    said = {part.text for part in parts if part.kind in ("verb", "adverb")}
    return not said.isdisjoint(listed("cooperates", "at_once")) and parts[0].phrase is not None and all(
        actor.ref.class_ == "Region" and actor.found for actor in voice.memory.actors)


def couples(voice: Voice, parts: Sequence[Part]) -> list[tuple[Actor, ...]]:
    """甲与乙、丙与丁分别签约: each with his own partner; empty where a list does not go two by two."""
    phrase = next((part.phrase for part, after in pairwise(parts) if part.phrase and after.text in ("分别", "各自", "两两")), None)
    items = phrase.items if phrase else ()
    if len(items) < 4 or len(items) % 2 or any(one.join not in ("与", "和", "同") for one in items[1::2]) or any(
            one.join != "、" for one in items[2::2]):
        return []
    return [tuple(Actor(ref, place(voice.cast, item)) for item in pair if (ref := refer(voice.cast, item, ACTORS)))
            for pair in zip(items[::2], items[1::2], strict=True)]


def signed(parts: Sequence[Part]) -> bool:
    """Whether a list with 、 signs one agreement (甲、乙、丙签署三方协议, 甲、乙双方在丙地签订《丁协议》)."""
    said = [part for part in parts if part.kind != "adverb"]
    phrase = said[0].phrase if said else None
    at = next((n for n, part in enumerate(said) if part.kind == "verb"), 0)
    row = phrase is not None and len(phrase.items) > 1 and all(item.join in ("", "、", "和") for item in phrase.items)
    alone = all(part.phrase or part.text == "在" for part in said[1:at])  # with nobody else
    return row and alone and 0 < at < len(said) - 1 and said[at].text in listed("acts", "signing") and (
        said[-1].text.strip("》”").endswith(listed("acts", "agreements")))


def named_parties(voice: Voice, parts: Sequence[Part]) -> tuple[Actor, ...]:
    """Those of a list that a number of parties sums up, where they sign or meet (甲、乙、丙三方签约)."""
    said = [part for part in parts if part.kind != "adverb"]
    phrase: Phrase | None = said[0].phrase if said else None
    verb = said[1].text if len(said) > 1 else ""
    meeting = verb in listed("acts", "signing") or verb in modality().meets or verb.startswith(listed("cooperates", "together"))
    told = phrase and meeting and voice.cast.text[phrase.start:phrase.end].endswith(listed("cooperates", "summed"))
    return some(voice.cast, phrase, ACTORS) if told and phrase and len(phrase.items) > 1 else ()


def several(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲市与乙市、丙市三地测试牌照互认: places in a row that a number sums up do something mutual, two by two."""
    start, end = parts[0].start, parts[-1].end
    row: list[Mark] = []
    for mark in marks_in(voice.cast.marks, start, end):
        if mark.classes[0] == "Region":
            row = [*row, mark] if row and voice.cast.text[row[-1].end:mark.start] in ("、", "和", "与", "及") else [mark]
            summed = SEVERAL.match(voice.cast.text, mark.end)
            if len(row) > 1 and summed and mutual().search(voice.cast.text, summed.end(), end):
                places = [Actor(ref, Found(one.start, one.end, one.text)) for one in row if (ref := voice.cast.of_mark(one))]
                yield from among(voice, wished(tuple(places), [part for part in parts if part.end <= row[0].start]))


def among(voice: Voice, together: Sequence[Actor]) -> Iterator[Atom]:
    """Those who do something jointly, two by two."""
    for n, one in enumerate(together):
        for other in together[n + 1:]:
            if fits("cooperatesWith", one.ref.class_, other.ref.class_):
                yield voice.pair(one, other, "cooperatesWith.joint")


def builds(rest: Sequence[Part]) -> bool:
    """Whether what follows A与B is something that both build or make."""
    verb = next((part.text for part in rest if part.kind == "verb"), "")
    return any(frame.relation in ("builds", "produces") for frame in frames().called("object", "verbs", verb)) and bool(rest[-1].phrase)


@cache
def mutual() -> re.Pattern[str]:
    """What places do for one another (互认, 协同)."""
    return re.compile(group_of("cooperates", "mutual"))
