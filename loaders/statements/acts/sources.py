"""Sources: a thing told by who makes it: X由甲提供, X产自甲厂, X是甲造的, 用的是甲的X.

Who makes a part of a vehicle that the sentence speaks of supplies the vehicle's maker, and the vehicle uses the part.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from loaders.clauses import Part
from loaders.course import Ref
from loaders.items import Item, top
from loaders.lexicon import lexicon
from loaders.phrases import Phrase
from loaders.statements.acts.transfers import terms, wares, without_maker
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.modality import modality
from loaders.statements.naming import place, read_span, refer, some
from loaders.statements.wordings import is_name
from ontology.records import Found

GOODS = ("Product", "Technology")
CLAUSE = re.compile("[^,，;；。]*")
COINED = 3  # syllables of a maker's name at least


def sources(voice: Voice, parts: Sequence[Part], stood: Sequence[Actor]) -> Iterator[Atom]:
    """The atoms of a clause that tells whence a thing is; what is wished or denied is none. `stood` is what the sentence
    speaks of."""
    said = [part.text for part in parts if part.kind in ("verb", "adverb")]
    if modality().unreal(said):
        return
    front = parts[0].phrase
    by = next((n for n, part in enumerate(parts) if n and is_source(parts, n)), None)
    if by is not None and front:
        after = parts[by + 1].phrase
        for who in (maker(voice, after),) if after and len(after.named) == 1 else some(voice.cast, after, ("Firm",)):
            yield from made(voice, goods(voice, parts[:by]), who, models(voice, stood))
    at = next((n for n, part in enumerate(parts) if n and part.text == "是"), None)
    if at is not None and (making := crafted(voice, parts[at])):
        yield from made(voice, goods(voice, parts[:at]), making, models(voice, stood))
    yield from chosen(voice, parts, stood)
    yield from fitted(voice, parts)


def fitted(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲系统已搭载于乙车型: 乙车型 uses it."""
    at = next((n for n, part in enumerate(parts[:-1]) if n and part.text in terms().fits_in), None)
    if at is None:
        return
    last = at + 2 if parts[at + 1].text in ("于", "在", "到") else at + 1
    open_ = last == at + 2 or parts[at].text.endswith("于")
    users = parts[last].phrase if open_ and last < len(parts) else None
    front = next((part.phrase for part in reversed(parts[:at]) if part.phrase), None)
    for thing in some(voice.cast, front, ("Technology", "Platform", "Product")) if users and front else ():
        for item in users.items if users else ():
            ref = refer(voice.cast, item, ("Product", "Project")) if item.mark or item.proper else None
            if ref and ref.id != thing.ref.id and fits("uses", ref.class_, thing.ref.class_):
                yield voice.tie("uses", Actor(ref, place(voice.cast, item)), thing, "uses.fitted")


def is_source(parts: Sequence[Part], n: int) -> bool:
    """Whether the next part names who makes what stands before (产自|甲厂, 由|甲公司|提供)."""
    by = parts[n].text == "由" and len(parts) == n + 3 and parts[n + 2].text in terms().feeds
    return n + 1 < len(parts) and parts[n + 1].phrase is not None and (by or parts[n].text in terms().origins)


def goods(voice: Voice, parts: Sequence[Part]) -> list[tuple[Item, Ref]]:
    """The things that the parts name last."""
    front = next((part.phrase for part in reversed(parts) if part.phrase), None)
    return [(item, ref) for item in front.named if not item.owner and (ref := refer(voice.cast, item, GOODS))] if front else []


def maker(voice: Voice, named: Phrase | None) -> Actor | None:
    """The firm that a phrase names: itself, by its plant (甲公司重庆工厂), or by a coined name and its trade."""
    if named is None or len(named.named) != 1:
        return None
    item = named.named[0]
    if firms := some(voice.cast, named, ("Firm",)):
        return firms[0]
    if item.first and top(item.first.classes[0]) == "Firm" and (firm := voice.cast.of_mark(item.first)):
        return Actor(firm, Found(item.first.start, item.first.end, item.first.text))
    coined = item.class_ in ("", "abstract") and trade(item.text) and is_name(item.text.removesuffix(trade(item.text)))
    ref = voice.cast.named(item.text, "Firm") if coined and len(item.text) > COINED else None
    return Actor(ref, place(voice.cast, item)) if ref else None


@cache
def trade(name: str) -> str:
    """The trade that ends a firm's short name (弘喜|动力), "" for none."""
    return next((name[n:] for n in range(2, len(name) - 1) if lexicon().has("trades", name[n:])), "")


def crafted(voice: Voice, said: Part) -> Actor | None:
    """Who stands behind 是 and before 造的 (电池则是|甲公司|造的)."""
    clause = CLAUSE.match(voice.cast.text, said.end)
    end = re.search(f"(?:{'|'.join(sorted(terms().crafts, key=len, reverse=True))})的$", clause.group()) if clause else None
    if clause is None or end is None:
        return None
    return maker(voice, read_span(voice.cast, said.end, said.end + end.start()))


def made(voice: Voice, things: Sequence[tuple[Item, Ref]], who: Actor | None, vehicles: Sequence[Actor]) -> Iterator[Atom]:
    """Who makes the things, whom he supplies, which vehicle uses them."""
    for item, ref in things if who else ():
        if who and fits("produces", who.ref.class_, ref.class_):
            yield voice.atom("produces", who, ref, item, "produces.source", ())
            for vehicle in vehicles:
                if vehicle.ref.id != ref.id and fits("uses", "Product", ref.class_):
                    yield voice.atom("uses", vehicle, ref, item, "uses.source", ())
    for vehicle in vehicles if who and things else ():
        if who:
            yield from supplied(voice, who, vehicle)


def borrowed(voice: Voice, phrase: Phrase, subjects: tuple[Actor, ...]) -> Iterator[Atom]:
    """用的是甲公司的换电技术: 甲公司 makes what another uses, be it an art or a vehicle's platform."""
    for item in phrase.items:
        firm = voice.cast.of_mark(item.owner) if item.owner and top(item.owner.classes[0]) == "Firm" else None
        platform = item.class_ == "Platform" and any(top(actor.ref.class_) == "Product" for actor in subjects)
        ref = refer(voice.cast, replace(item, class_="Technology") if platform else item, ("Technology",)) if firm else None
        if firm and ref and item.owner and (platform or ref.name.endswith("技术")) and all(
                actor.ref.id != firm.id for actor in subjects):
            whose = Actor(firm, Found(item.owner.start, item.owner.end, item.owner.text))
            yield voice.atom("produces", whose, ref, replace(item, condition=""), "produces.borrowed", ())


def carried(voice: Voice, phrase: Phrase, subjects: Sequence[Actor]) -> Iterator[Atom]:
    """甲车型搭载乙公司|磷酸铁锂电池, 甲车型搭载乙公司的|激光雷达: 乙公司 makes it, and supplies who makes the model."""
    for item in phrase.items:
        bare = without_maker(item)
        ref = refer(voice.cast, bare, ("Product", "Technology"), "Technology") if bare is not item else None
        firm = voice.cast.of_mark(item.first) if ref and item.first else None
        whose = owned(voice, item)
        if ref and firm and item.first and fits("produces", firm.class_, ref.class_):
            whose = Actor(firm, Found(item.first.start, item.first.end, item.first.text))
            yield voice.atom("produces", whose, ref, bare, "produces.maker", ())
        for vehicle in models(voice, subjects) if whose else ():
            if whose:
                yield from supplied(voice, whose, vehicle)


def models(voice: Voice, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The models among what the sentence speaks of."""
    return tuple(actor for actor in actors if top(actor.ref.class_) == "Product" and voice.cast.maker(actor.ref))


def supplied(voice: Voice, who: Actor, vehicle: Actor) -> Iterator[Atom]:
    """Who makes a part of a vehicle supplies the vehicle's maker."""
    buyer = voice.cast.maker(vehicle.ref)
    if buyer and buyer.id != who.ref.id and fits("suppliesTo", who.ref.class_, buyer.class_):
        voice.note(who)
        yield Atom("suppliesTo", who.ref, buyer, "suppliesTo.part", *voice.span, voice.scene.section,
                   subject_found=who.found, object_found=vehicle.found)


def chosen(voice: Voice, parts: Sequence[Part], stood: Sequence[Actor]) -> Iterator[Atom]:
    """座舱芯片为甲牌8155: the model that the sentence speaks of uses it, and who bears its name makes it."""
    if len(parts) != 3 or parts[1].text not in ("为", "是") or parts[2].phrase is None or not parts[0].phrase:
        return
    for item in parts[2].phrase.named:
        mark = item.mark if item.mark and item.mark.kind == "model" else None
        ref = voice.cast.of_mark(mark) if mark else None
        for vehicle in models(voice, stood) if ref else ():
            if ref and vehicle.ref.id != ref.id:
                yield voice.atom("uses", vehicle, ref, item, "uses.source", ())


def owned(voice: Voice, item: Item) -> Actor | None:
    """Whose thing an item is (甲公司的|座椅)."""
    if not item.condition or not (wares(item) or refer(voice.cast, item, GOODS)):
        return None
    firms = some(voice.cast, read_span(voice.cast, item.whole[0], item.whole[0] + len(item.condition)), ("Firm",))
    return firms[0] if len(firms) == 1 else None
