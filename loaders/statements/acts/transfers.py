"""Transfers: what is handed over, bought and funded: 首批50辆X交付B使用, A向B交付X, B从A采购X, 市财政投入N元."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from loaders.clauses import Part
from loaders.items import Item, top
from loaders.lexicon import load
from loaders.phrases import Phrase
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits, how_many
from loaders.statements.modality import modality
from loaders.statements.naming import place, refer, some
from loaders.values import quantities
from ontology.records import Value

BUYERS = ("Firm", "Institution", "Agency", "Region", "AgentGroup")
SELLERS = ("Firm",)
GIVERS = ("Agency", "Region", "Park")
COUNTED = re.compile("[0-9]+(?:[.][0-9]+)?[万千百]?[余多]?(?:辆|台|艘|架)")
PLANNED = re.compile("(?:拟|计划|争取|力争|有望|考虑)[^;；]*$")
NEAR = 8  # characters behind a name in which its number stands
WORKS = ("Platform", "Project", "Institution", "Park")


@dataclass(frozen=True)
class Terms:
    """The words of `transfers.yaml`."""

    hands: frozenset[str]
    buys: frozenset[str]
    funds: frozenset[str]
    feeds: frozenset[str]
    origins: frozenset[str]
    fits_in: frozenset[str]
    crafts: frozenset[str]
    deploys: frozenset[str]
    aids: frozenset[str]


@cache
def terms() -> Terms:
    """Read once."""
    data = load("transfers")
    return Terms(*(frozenset(data[name].split()) for name in (
        "hands", "buys", "funds", "feeds", "origins", "fits_in", "crafts", "deploys", "aids")))


def transfers(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """The atoms of a clause that hands over, buys or funds; what is wished, denied or only encouraged is none."""
    said = [part.text for part in parts if part.kind in ("verb", "adverb")]
    if not modality().denied & set(said) and not modality().wishes(word for word in said if word not in modality().encourage):
        yield from deployed(voice, parts)
    at = next((n for n, part in enumerate(parts) if part.kind == "verb" and part.text in (
        terms().hands | terms().buys | terms().funds)), aided(parts))
    if at is None or (modality().denied | modality().encourage) & (set(said) - {parts[at].text}) or modality().wishes(said):
        return
    if parts[at].text in terms().hands:
        yield from handed(voice, parts, at)
    elif parts[at].text in terms().buys:
        yield from bought(voice, parts, at)
    else:
        yield from funded(voice, parts, at)


def aided(parts: Sequence[Part]) -> int | None:
    """Where money is what somebody supports with (市科技局|支持|经费500万元)."""
    last = parts[-1].phrase
    aid = last and last.named[0].text in terms().aids and len(parts) > 1 and parts[-2].text == "支持"
    return len(parts) - 2 if aid else None


def deployed(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲公司投了30辆重卡, 线路投放客车8辆: who puts so many vehicles on the road uses them; who makes them does not."""
    at = next((n for n, part in enumerate(parts) if part.kind == "verb" and part.text in terms().deploys), len(parts))
    after = next((part.phrase for part in parts[at + 1:] if part.phrase), None)
    for item in after.named if after else ():
        ref = refer(voice.cast, item, ("Product",))
        said = COUNTED.search(voice.cast.text, item.whole[0], min(item.end + NEAR, voice.span[1]))
        set_to = encouraged_to(voice, parts[:at]) if said else ()
        for actor in (set_to or voice.memory.actors) if ref and said else ():
            own = ref is not None and (voice.cast.maker(ref) == actor.ref or actor.ref.class_ == "Automaker")
            if ref and said and not own and actor.found and fits("uses", actor.ref.class_, ref.class_):
                count = next(iter(quantities(said.group())))
                values = how_many(count)
                hoped = PLANNED.search(voice.cast.text, voice.span[0], item.whole[0])
                atom = voice.atom("uses", actor, ref, item, "uses.deployed", ())
                yield replace(atom, qualifiers=values, status="proposed" if hoped else atom.status)


def encouraged_to(voice: Voice, before: Sequence[Part]) -> tuple[Actor, ...]:
    """引导|甲、乙等企业|在丙线|投放X: who is set to do it."""
    n = next((n for n, part in enumerate(before[:-1]) if part.text in modality().encourage and before[n + 1].phrase), None)
    found = some(voice.cast, before[n + 1].phrase, BUYERS) if n is not None else ()
    return tuple(replace(actor, encouraged=True) for actor in found if top(actor.ref.class_) != "AgentGroup")


def handed(voice: Voice, parts: Sequence[Part], at: int) -> Iterator[Atom]:
    """Who gets the product uses it, who hands it over supplies him."""
    after = next((part.phrase for part in parts[at + 1:] if part.phrase), None)
    to = party(voice, parts, ("向", "给", "为")) or (some(voice.cast, after, BUYERS) if after else ())
    front = [part.phrase for part in parts[:at] if part.phrase]
    things = [item for phrase in (*front, *([after] if after else [])) for item in phrase.named
              if refer(voice.cast, item, ("Product",))]
    sellers = some(voice.cast, front[0], SELLERS) if front else ()
    yield from passed(voice, things[:1], sellers, to)


def bought(voice: Voice, parts: Sequence[Part], at: int) -> Iterator[Atom]:
    """民生物流从甲公司采购了50辆重卡; 采购甲公司重卡."""
    after = next((part.phrase for part in parts[at + 1:] if part.phrase), None)
    things = [item for item in after.named if refer(voice.cast, item, ("Product",)) or wares(item)] if after else []
    buyers = tuple(actor for actor in voice.memory.actors if top(actor.ref.class_) in BUYERS and actor.found)
    sellers = party(voice, parts, ("从", "向")) or tuple(maker for item in things[:1] for maker in made_by(voice, item))
    yield from passed(voice, [without_maker(item) for item in things], sellers, buyers)


def passed(voice: Voice, things: Sequence[Item], sellers: Sequence[Actor], buyers: Sequence[Actor]) -> Iterator[Atom]:
    """The buyer uses the thing, the seller supplies the buyer, also with wares that have no name."""
    for buyer in buyers if things else ():
        for item in things:
            ref = refer(voice.cast, item, ("Product",))
            if ref and fits("uses", buyer.ref.class_, ref.class_):
                yield voice.atom("uses", buyer, ref, item, "uses.transfer", ())
        for seller in sellers:
            if seller.ref.id != buyer.ref.id and fits("suppliesTo", seller.ref.class_, buyer.ref.class_):
                voice.note(seller)
                yield Atom("suppliesTo", seller.ref, buyer.ref, "suppliesTo.transfer", *voice.span, voice.scene.section,
                           subject_found=seller.found, object_found=buyer.found)


def wares(item: Item) -> bool:
    """Whether an item is no more than somebody's products (甲公司的产品)."""
    return item.generic and top(item.class_) == "Product" and item.owner is not None


def party(voice: Voice, parts: Sequence[Part], words: Sequence[str]) -> tuple[Actor, ...]:
    """Who stands behind the preposition."""
    for one, other in pairwise(parts):
        if one.kind == "preposition" and one.text in words and other.phrase:
            return some(voice.cast, other.phrase, BUYERS)
    return ()


def made_by(voice: Voice, item: Item) -> Iterator[Actor]:
    """The firm whose name opens an item (甲公司|氢能重卡) or stands before 的."""
    mark = item.first or item.owner
    ref = voice.cast.of_mark(mark) if mark and top(mark.classes[0]) == "Firm" else None
    if ref and mark:
        yield Actor(ref, None)


def without_maker(item: Item) -> Item:
    """氢能重卡 of 甲公司氢能重卡."""
    if item.first is None or top(item.first.classes[0]) != "Firm":
        return item
    rest = item.text[item.first.end - item.start:]
    class_ = "" if item.class_ == "Firm" else item.class_
    return replace(item, start=item.first.end, text=rest, class_=class_, first=None, name="") if len(rest) > 2 else item


def funded(voice: Voice, parts: Sequence[Part], at: int) -> Iterator[Atom]:
    """A建设X,市财政三年投入N元: the money is for X."""
    thing = voice.memory.thing
    behind = parts[at + 1:]
    if thing is None or thing[0].start < voice.span[0] or top(thing[1].class_) not in WORKS or len(behind) > 1:
        return
    sum_ = next((one for one in quantities(voice.cast.text[parts[at].end:parts[-1].end]) if one.unit == "CNY"), None)
    front: Phrase | None = parts[0].phrase
    for giver in some(voice.cast, front, GIVERS) if sum_ and front and thing[0].end <= parts[0].start else ():
        if sum_ and fits("subsidizes", giver.ref.class_, thing[1].class_):
            said: dict[str, Value] = {"amount": sum_.value, "unit": "CNY"} if sum_.value is not None else {}
            voice.note(giver)
            yield Atom("subsidizes", giver.ref, thing[1], "subsidizes.fund", *voice.span, voice.scene.section,
                       qualifiers=said, subject_found=giver.found, object_found=place(voice.cast, thing[0]))
