"""Crowds: how many of a group a place has, and who is among them: 园区有整车企业5家,其中A、B…"""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.clauses import Part
from loaders.items import Item
from loaders.phrases import Phrase
from loaders.statements.atoms import Actor, Atom, fits, how_many
from loaders.statements.being.alliances import INSIDE
from loaders.statements.being.witness import Witness, known
from loaders.statements.naming import place, refer, some
from loaders.values import Quantity, quantities

COUNTS = ("家", "户", "个")
NEAR = 8


def counted(witness: Witness, phrase: Phrase, at: int) -> Iterator[Atom]:
    """规上企业超过75家, 有整车企业11家、零部件企业300多家: so many of each group are in the place spoken of."""
    groups = [(item, ref) for item in phrase.named if (ref := refer(witness.cast, item, ("AgentGroup",)))]
    for n, (item, ref) in enumerate(groups):
        end = groups[n + 1][0].start if n + 1 < len(groups) else witness.span[1]
        said = ahead(phrase, item) or count(witness, max(at, item.end), end)
        if said is None or witness.place is None or witness.stale:
            continue
        group = Actor(ref, place(witness.cast, item))
        witness.group = group
        witness.crowd = group, witness.place
        values = how_many(said)
        if said.operator != "=":
            values["operator"] = said.operator
        yield witness.tied("locatedIn", group, Actor(witness.place, None), "count", said=values)


def count(witness: Witness, start: int, end: int) -> Quantity | None:
    """The number of firms at the head of a run of text."""
    said = next((one for one in quantities(witness.cast.text[start:end]) if one.unit in COUNTS), None)
    return said if said and said.start <= NEAR else None


def ahead(phrase: Phrase, item: Item) -> Quantity | None:
    """The number before a group (11家整车企业和300余家配套企业), which those behind it share that have none."""
    said = next((one.count for one in reversed(phrase.named) if one.start <= item.start and one.count), "")
    return next((one for one in quantities(said) if one.unit in COUNTS), None)


def grouped(witness: Witness, group: Sequence[Actor], firms: Sequence[Actor]) -> Iterator[Atom]:
    """3家客车企业是A、B: A and B are of the group."""
    for thing in firms if group else ():
        if fits("memberOf", thing.ref.class_, "AgentGroup"):
            yield witness.tied("memberOf", thing, group[0], "is")


def among(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """…有汽车企业200家,其中A、B…, …有汽车企业200家,A、B位列其中: A and B are of them, and there."""
    inside = INSIDE.search(witness.cast.text, parts[0].start, parts[-1].end)
    if witness.crowd is None or not (inside or parts[0].text in known().among):
        return
    group, where = witness.crowd
    for thing in some(witness.cast, next((part.phrase for part in parts if part.phrase), None), ("Firm", "Institution")):
        yield witness.tied("memberOf", thing, group, "among")
        yield witness.located(thing, where, None, "among")
