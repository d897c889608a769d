"""Ties: what the words around two names say of both, whatever the names are: 位于P的A, P企业A, A归B所有, A通过X贷款, A装进B.

The patterns are in `ties.yaml`, by relation; `slots` lets them speak of firms and goods, here also of places, works, events and
funds. `<one>` is the subject and `<other>` the object; who is not named is who stands in front, acts or is spoken of. A pattern
reads a clause with the one before it, so that it may cross a comma.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from loaders.clauses import Clause
from loaders.items import top
from loaders.knowledge import any_of, knowledge
from loaders.referents.pointing import pointed
from loaders.referents.spoken import latest
from loaders.resolution import Cast
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.being.deals import stranger
from loaders.statements.being.sites import WIDE
from loaders.statements.being.slots import (
    FIRM,
    GOODS,
    INSTITUTE,
    MAKING,
    REGION,
    Slot,
    Spelled,
    actors,
    spelled,
    templates,
)
from loaders.statements.being.witness import Witness
from loaders.statements.naming import place, refer
from loaders.statements.wordings import is_fragment
from loaders.words import marks_in
from ontology.records import Found

PARK, WORK, PLATFORM, EVENT, FUND = "Ｐ", "Ｗ", "Ｔ", "Ｅ", "Ｎ"
SIGNS = {"Park": PARK, "Project": WORK, "Platform": PLATFORM, "Event": EVENT, "Instrument": FUND}
COUNTRY = "cn"
GOVERNED = tuple("向为给与同跟和从由被对获替帮经将把在于")  # in front of one that does not act
NOBODY = 2  # characters left of a front that names nobody
PLANT = ("工厂", "基地")
CLAUSE = re.compile("[由的为被将在]")  # in no name of a firm
CLASS_WORD = 3  # characters of a word that names no thing by itself (工作站)
SHORTEST = 2  # characters of a firm's name
SIDES = {  # the signs of subject and object
    "locatedIn": (FIRM + INSTITUTE + WORK + PLATFORM + PARK + EVENT, REGION + PARK),
    "uses": (FIRM + INSTITUTE + WORK + PLATFORM + PARK + GOODS, GOODS + PLATFORM + FUND),
    "subsidiaryOf": (FIRM, FIRM),
    "suppliesTo": (FIRM, FIRM),
    "produces": (FIRM + INSTITUTE, GOODS),
}
BARE = {"vehicle": ("Product",), "work": ("Project", "Park", "Platform", "Firm"), "company": ("Firm",)}  # what a bare word takes up
USERS = ("Firm", "Institution", "Project", "Platform", "Product", "Park")  # of whom a clause that names nobody may tell
ROOMS = ("车间", "产线", "生产线", "装线", "仓库", "厂房")  # one room is not what another word takes up
VEHICLE = re.compile("[车型]$|[A-Z0-9]$|皮卡|卡$|巴$")
MADE = re.compile("由[^,，。]{2,24}?(?:制造|生产|研发|总装|组装|打造|量产)")
INSIDE = re.compile("[在于][^,，。；ＦＧＷＰＲ]{0,6}$")  # 在两条|线路上
QUOTED = re.compile("[“「](?P<name>[^”」，。]{2,10}(?:贷|保|险|债|券|积分|基金|通))[”」]")


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation, and the patterns that tell of it."""

    relation: str
    patterns: tuple[re.Pattern[str], ...]
    cues: re.Pattern[str]


@cache
def ties() -> tuple[Tie, ...]:
    """The relations of `ties.yaml`."""
    cues = {relation: re.compile(any_of(words.split())) for relation, words in knowledge("ties")["cues"].items()}
    return tuple(Tie(relation, templates("ties", relation, slots_of(*signs)), cues[relation]) for relation, signs in SIDES.items())


def slots_of(ones: str, others: str) -> dict[str, str]:
    """The slots of a relation whose sides have these signs: a list of them, in a row of places only the last."""
    subjects = {"one": ones, "firm": FIRM, "work": WORK + PLATFORM + EVENT}
    objects = {"other": others, "fund": FUND, "tool": PLATFORM}
    wares = listing("other" if GOODS in others else "wares", GOODS, f"{FIRM}?")  # 甲雷达与乙芯片
    return {"goods": wares, "makers": f"{MAKING}(?:[、和及与]{MAKING})*", "child": f"(?P<one>{REGION}*{FIRM}(?:、{REGION}*{FIRM})*)",
            "art": f"(?P<art>[\u4e00-\u9fffA-Za-z0-9+“”·/-]{{2,14}}?{any_of(knowledge('ties')['arts'])})",
            **{name: listing("one", signs) for name, signs in subjects.items()},
            **{name: listing("other", signs) for name, signs in objects.items()}}


def listing(name: str, signs: str, before: str = f"{REGION}*") -> str:
    """A list of things of these signs, as a group of this name; `before` may stand in front of each."""
    one = f"{before}[{signs}]"
    return f"(?P<{name}>{one}(?:、{one})*(?:(?:和|及|以及|与){one})?)"


def tied(witness: Witness, clause: Clause, acting: Sequence[Actor]) -> Iterator[Atom]:
    """What a clause says, with the one before it; `acting` are those who act in it."""
    cast, before = witness.cast, witness.before
    witness.before = clause
    first = before.start if before and witness.span[0] <= before.start < clause.start else clause.start
    said = [tie for tie in ties() if tie.cues.search(cast.text, first, clause.end)]
    if not said:
        return
    parts = (*before.parts, *clause.parts) if before and first < clause.start else clause.parts
    read = spelled(cast, parts, first, clause.end, wider(cast, clause, before if first < clause.start else None))
    for tie in said:
        for pattern in tie.patterns:
            for match in pattern.finditer(read.text):
                if read.places[match.end() - 1] >= clause.start:
                    yield from told(witness, tie.relation, read, match, acting)


def wider(cast: Cast, *clauses: Clause | None) -> Iterator[Slot]:
    """The places, works, events and funds of clauses."""
    for clause in clauses:
        for mark in marks_in(cast.marks, clause.start, clause.end) if clause else ():
            if (sign := SIGNS.get(top(mark.classes[0]))) and (ref := cast.of_mark(mark)):
                yield Slot(mark.start, mark.end, sign, Actor(ref, Found(mark.start, mark.end, mark.text)))
        for phrase in (part.phrase for part in (clause.parts if clause else ()) if part.phrase):
            for item in phrase.named:
                sign = SIGNS.get(top(item.class_))
                if item.quoted and (fund := QUOTED.fullmatch(item.text)) and (ref := cast.named(fund["name"], "Instrument")):
                    yield Slot(item.start, item.end, FUND, Actor(ref, place(cast, item)))
                elif sign and len(item.text) > CLASS_WORD and not item.generic and not item.mark and (ref := refer(cast, item, SIGNS)):
                    yield Slot(item.start, item.end, sign, Actor(ref, place(cast, item)))


def told(witness: Witness, relation: str, read: Spelled, said: re.Match[str], acting: Sequence[Actor]) -> Iterator[Atom]:
    """The atoms of one pattern that fits."""
    ones = sides(relation, read, said, "one") if "one" in said.re.groupindex else fronts(witness, relation, read, said.start(), acting)
    if relation == "uses" and "one" in said.re.groupindex and said.start("other") < said.start("one"):
        ones = [one for one in ones if top(one.ref.class_) != "Firm"]  # 电机用于甲公司的车型: not 甲公司
    others = art(witness, read, said) if "art" in said.re.groupindex else sides(
        relation, read, said, "other") if "other" in said.re.groupindex else buyers(witness, read.places[said.start()])
    for one, other in product(ones, others):
        apart = one.ref.id != other.ref.id and COUNTRY not in (one.ref.id, other.ref.id)
        if apart and fits(relation, one.ref.class_, other.ref.class_) and not idle(relation, one, other):
            yield witness.tied(relation, one, other, "tie")


def buyers(witness: Witness, at: int) -> list[Actor]:
    """Who makes the vehicle that the paragraph speaks of (这款车由甲制造,|底盘来自乙)."""
    line = witness.cast.text.rfind("\n", 0, at) + 1
    cars = (ref for start, ref in witness.cast.backward(("Product",), at) if line <= start < at and VEHICLE.search(ref.name))
    car = next(cars, None)
    firm = witness.cast.maker(car) if car else None
    if firm and top(firm.class_) == "Firm":
        return [Actor(firm, None)]
    made = MADE.search(witness.cast.text, witness.span[0], at)
    firms = [one for one in witness.named if one.found and top(one.ref.class_) == "Firm"]
    return [one for one in firms if made and one.found and made.start() < one.found.start < made.end()]


def art(witness: Witness, read: Spelled, said: re.Match[str]) -> list[Actor]:
    """The process, design or service that a pattern names by its last word alone (免中涂|工艺)."""
    first, last = said.span("art")
    start, end = read.places[first], read.places[last - 1] + 1
    name = witness.cast.text[start:end]
    class_ = next(class_ for word, class_ in knowledge("ties")["arts"].items() if name.endswith(word))
    ref = witness.cast.named(name, class_) if not is_fragment(name) else None
    return [Actor(ref, Found(start, end, name))] if ref else []


def idle(relation: str, one: Actor, other: Actor) -> bool:
    """Whether no more is told than that a carmaker puts a vehicle on the market, which is no use of it, or in which province
    somebody is; a bank supplies nobody."""
    if relation == "locatedIn" and WIDE.search(other.ref.name):
        return True
    return (relation == "uses" and one.ref.class_ == "Automaker" and top(other.ref.class_) == "Product") or (
        relation in ("suppliesTo", "produces") and one.ref.class_ == "FinancialInstitution")


def sides(relation: str, read: Spelled, said: re.Match[str], name: str) -> list[Actor]:
    """Who or what a group of a pattern names: of a row of places the last, of models the model where things use."""
    first, last = said.span(name)
    signs = SIDES[relation][name == "other"]
    slots = [slot for n, slot in enumerate(read.slots[first:last], first) if slot and slot.sign in signs and not (
        n + 1 < last and read.text[n] in REGION + PARK and read.slots[n + 1])]
    return modelled(relation, (slot for slot in slots if fitting(relation, slot)))


def fitting(relation: str, slot: Slot) -> bool:
    """Whether a slot is the side itself: a model and a plant are no firm where the firm is asked for."""
    plant = slot.sign == FIRM and slot.actor.found is not None and slot.actor.found.text.endswith(PLANT)
    phrase = slot.actor.found is not None and (len(slot.actor.found.text) < SHORTEST or CLAUSE.search(slot.actor.found.text) is not None)
    return not plant and not (phrase and relation == "subsidiaryOf") and (slot.thing is None or relation in ("uses", "suppliesTo"))


def fronts(witness: Witness, relation: str, read: Spelled, at: int, acting: Sequence[Actor]) -> list[Actor]:
    """Who is spoken of where the pattern does not name him: the last in front of it in the clause, what a bare word there takes
    up (车辆, 工厂), else whoever acts."""
    signs = SIDES[relation][0]
    first = max(read.text.rfind(sign, 0, at) for sign in "，,；;") + 1
    runs = [run.span() for run in re.compile(listing("one", signs)).finditer(read.text, first, at)
            if not (run.start() > first and read.text[run.start() - 1] in GOVERNED) and not INSIDE.search(read.text, first, run.start())]
    if runs:
        span = runs[-1]
        return modelled(relation, (slot for slot in read.slots[slice(*span)] if slot and slot.sign in signs and fitting(relation, slot)))
    if relation == "uses" and (said := bare().search(read.text, first, at)):
        place_ = read.places[said.start()]
        kind = next(name for name, word in said.groupdict().items() if word)
        ref = pointed(witness.cast, "公司", place_) if kind == "company" else latest(
            (start, ref) for start, ref in witness.cast.earlier(place_) if top(ref.class_) in BARE[kind] and not ref.name.endswith(ROOMS))
        return [Actor(ref, None)] if ref else []
    if stranger(Spelled(read.text[first:], read.slots[first:], read.places[first:]), at - first, NOBODY):
        return []
    among = [one for one in acting if one.found] or list(witness.opening[:1])
    return [one for one in among if top(one.ref.class_) in USERS]


def modelled(relation: str, slots: Iterable[Slot]) -> list[Actor]:
    """Who the slots name; a model that uses something is itself, not its maker."""
    return actors(Slot(slot.start, slot.end, slot.sign, Actor(slot.thing, slot.actor.found)) if slot.thing and relation == "uses" else slot
                  for slot in slots)


@cache
def bare() -> re.Pattern[str]:
    """Words that stand for a vehicle, a work or a firm spoken of, by kind."""
    return re.compile("|".join(f"(?P<{kind}>{any_of(knowledge('ties')['bare'][kind].split())})" for kind in BARE))
