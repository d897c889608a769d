"""Sorts: classes of firms and works told by what they do, and how many of them a place has: 有企业9家,覆盖甲、乙; 做丙的企业有5家;
龙头企业已来了一批,如丁; 签下座舱类项目9个."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.clauses import Part
from loaders.items import top
from loaders.phrases import Phrase
from loaders.statements.atoms import Actor, Atom, how_many
from loaders.statements.being.crowds import COUNTS, ahead, count
from loaders.statements.being.witness import Witness, known
from loaders.statements.modality import modality
from loaders.statements.naming import place, read_span, refer, some
from loaders.values import quantities
from ontology.records import Found

GOODS = ("Product", "Technology")


def such(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """龙头企业已来了一批,如甲、乙: those named for a class of firms that the clause before spoke of are in it, and in the place
    spoken of."""
    groups = [one for one in witness.named if top(one.ref.class_) == "AgentGroup"]
    if parts[0].text not in known().such or len(parts) > 2 or not groups or witness.crowd:
        return
    group, where = groups[-1], None if witness.stale else witness.place
    for thing in some(witness.cast, next((part.phrase for part in parts if part.phrase), None), ("Firm", "Institution")):
        yield witness.tied("memberOf", thing, group, "such")
        if where:
            yield witness.located(thing, where, None, "such")


def trades(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """有企业9家,覆盖甲、乙: what those counted make; 做甲、乙的企业有5家."""
    said = [part for part in parts if part.kind != "adverb"]
    verb, phrase = (said[0], said[1].phrase) if len(said) > 1 else (parts[0], None)
    if phrase is None or verb.kind != "verb" or verb.text not in known().trades:
        return
    last = phrase.named[-1]
    if top(last.class_) == "AgentGroup" and last.condition and len(said) > 2 and said[2].text in known().be:
        yield from sorted_by(witness, verb, phrase)
    elif witness.crowd and len(said) == 2 and top(last.class_) != "AgentGroup":
        yield from (witness.tied("produces", witness.crowd[0], thing, "trade") for thing in some(witness.cast, phrase, GOODS))


def sorted_by(witness: Witness, verb: Part, phrase: Phrase) -> Iterator[Atom]:
    """做甲、乙的丙类企业: the class of firms that is told by what it makes."""
    last = phrase.named[-1]
    start = witness.cast.text.rfind(last.condition, phrase.start, last.start)
    listed = read_span(witness.cast, phrase.start, start + len(last.condition))
    name = witness.cast.text[verb.start:last.end] if last.generic else last.text
    ref = witness.cast.named(name, "AgentGroup")
    group = Actor(ref, Found(verb.start if last.generic else last.start, last.end, name)) if ref else None
    for thing in some(witness.cast, listed, GOODS) if group else ():
        if group:
            yield witness.tied("produces", group, thing, "trade")
    witness.group = group or witness.group
    if group and witness.place and not witness.stale and (said := count(witness, last.end, witness.span[1])):
        values = how_many(said)
        yield witness.tied("locatedIn", group, Actor(witness.place, None), "count", said=values)


def of_sort(witness: Witness, front: Phrase | None, after: Phrase) -> Iterator[Atom]:
    """甲系统有5家企业: so many firms of that trade are in the place spoken of."""
    item, field = after.named[0], front.named[-1] if front else None
    said = next((one for one in quantities(item.count) if one.unit in COUNTS), None)
    if field is None or said is None or not item.generic or top(item.class_) != "AgentGroup" or witness.place is None or witness.stale:
        return
    if field.class_ not in ("Technology", "") or field.generic or (field.mark and top(field.mark.classes[0]) not in GOODS):
        return
    group = Actor(witness.cast.made(field.text + item.text, "AgentGroup"), place(witness.cast, item))
    witness.group, witness.crowd = group, (group, witness.place)
    values = how_many(said)
    yield witness.tied("locatedIn", group, Actor(witness.place, None), "count", said=values)


def landed(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲区签下座舱类项目9个: so many of them are there."""
    at = next((n for n, part in enumerate(parts[:-1]) if part.kind == "verb" and part.text in known().landing), None)
    phrase = next((part.phrase for part in parts[at + 1:] if part.kind != "adverb"), None) if at is not None else None
    if phrase is None or witness.place is None or witness.stale or modality().wishes([part.text for part in parts]):
        return
    if len({one.ref.id for one in witness.opening if one.ref.class_ == "Region"}) > 1:
        return  # 甲省与乙市推进项目67个: who knows where
    here = any(one.ref.id == witness.place.id for part in parts[:at] for one in some(witness.cast, part.phrase, ("Region", "Park")))
    for item in phrase.items if here and phrase.summary and top(phrase.summary.class_) == "Project" else ():
        if ref := refer(witness.cast, item, ("Project",)):
            yield witness.located(Actor(ref, place(witness.cast, item)), witness.place, None, "landed")
    for item in phrase.named:
        said = ahead(phrase, item) or count(witness, item.end, witness.span[1])
        ref = refer(witness.cast, item, ("Project",)) if said and said.unit == "个" and item.text.endswith("项目") else None
        if said and ref and not item.proper:
            values = how_many(said)
            yield witness.tied("locatedIn", Actor(ref, place(witness.cast, item)), Actor(witness.place, None), "landed", said=values)
