"""Deals: who supplies whom, told by the words around the names of both: 为B供货, 客户有B, 拿下B的订单, 打入B供应链, B采用A的X.

The patterns are in `supplies.yaml`; `slots` lets them speak of firms and goods. Who supplies is named by the pattern, else
the firm in front of it, else whoever acts in the clause or is spoken of. What it supplies it makes.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from loaders.clauses import Clause
from loaders.items import top
from loaders.knowledge import any_of, knowledge
from loaders.referents.pointing import pointed
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.being.slots import CROWD, FIRM, GOODS, REGION, Spelled, actors, opening, own, templates
from loaders.statements.being.witness import Witness
from loaders.statements.modality import modality

SUPPLIES = "suppliesTo"
ONE = f"{REGION}?{FIRM}(?:[A-Z0-9]{{1,4}})?(?:{REGION}?(?:新|超级|第[一二三])?(?:工厂|基地|分公司))?"
STRANGER = "[\u4e00-\u9fff]{2,4}(?=[、和及等与的])"  # one of a list that is not known
LIST = f"{ONE}(?:、(?:{ONE}|{STRANGER}))*(?:(?:和|及|以及|与){ONE})?"
CLIENTS = "等?(?:[^,，。；Ｆ]{0,8}?)(?:车企|整车厂商?|整车企业|主机厂商?|汽车(?:厂商|企业|品牌|公司)|品牌|客户|整机厂|大厂)"
GOVERNED = "向为给与同跟和从由被对获替帮经"  # in front of a firm that does not act
CHAINED = ("体系", "供应链", "配套", "名录", "名单")  # behind the vehicles of him who buys
SUPPLY = re.compile("供货|供应|配套|采购")
CARS = re.compile("[0-9][余多]?[辆台][^,，。]{0,12}(?:车|卡|巴)")
TOGETHER = "与同和跟"  # who signs with whom does not show who supplies
MAKER = "Automaker"
OPENS = re.compile("[\u4e00-\u9fff]{2,16}?公司")
LONGEST_GOODS = 6  # characters of goods that may be called so
UNKNOWN = 4  # characters that may be left of a front that names nobody
BOTH = ("不仅", "不但", "不只", "不光", "不止")  # deny nothing


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """The `deals` of `supplies.yaml`, their slots and families of words filled in."""
    return templates("supplies", "deals", {
        "makers": f"(?P<makers>{LIST})", "group": f"(?P<makers>{CROWD})", "clients": f"(?P<buyers>{LIST}){CLIENTS}",
        "buyers": f"(?P<buyers>{LIST}){knowledge('supplies')['crowd']}",
        "goods": f"(?P<goods>{GOODS}(?:[、和及]{GOODS})*)"})


@cache
def cues() -> re.Pattern[str]:
    """Words without which no clause tells of a deal."""
    return re.compile(any_of(knowledge("supplies")["cues"].split()))


def dealing(witness: Witness, clause: Clause, read: Spelled, acting: Sequence[Actor]) -> Iterator[Atom]:
    """What a clause says of supply; `acting` are those who act in it."""
    cast = witness.cast
    if not (witness.awaited or witness.sellers or cues().search(cast.text, clause.start, clause.end)):
        return
    if witness.awaited:  # 为乙配套的,还有甲
        named = OPENS.match(cast.text, clause.start, clause.end)
        firms = actors(read.within((0, len(read.text)), FIRM)) or (own(witness.cast, *named.span()) if named else ())
        yield from tied(witness, firms[:1], witness.awaited)
        witness.awaited = ()
    for pattern in patterns():
        for said in pattern.finditer(read.text):
            yield from dealt(witness, read, said, acting)
    witness.parties = actors(read.within((0, len(read.text)), FIRM)) or witness.parties


def denied(witness: Witness, clause: Clause) -> bool:
    """Whether a clause denies what it says, or only wishes for it."""
    return modality().unreal([part.text for part in clause.parts if part.kind in ("verb", "adverb")
                              and witness.cast.text[part.end - 1:part.end + 1] not in BOTH])


def dealt(witness: Witness, read: Spelled, said: re.Match[str], acting: Sequence[Actor]) -> Iterator[Atom]:
    """The atoms of one deal."""
    groups: Mapping[str, str | None] = said.groupdict()
    bought = read.within(said.span("buyers"), FIRM) if groups.get("buyers") else []
    if groups.get("more") and not witness.sellers:
        return
    buyers = actors(bought) if "buyers" in groups else witness.parties[1:]
    sellers = actors(slot for sign in (FIRM, CROWD) for slot in read.within(said.span("makers"), sign)) if groups.get("makers") else (
        front(read, said.start()))
    others = [one for one in acting if one.found is None or one.found.start not in {slot.start for slot in bought}]
    sellers = sellers or spoken(witness, read, said.start(), others, {one.ref.id for one in buyers})
    if not sellers and (read.text.endswith("的", said.start()) or read.text.startswith("作为")):
        witness.awaited = tuple(buyers)
    if not {one.ref.id for one in sellers}.isdisjoint(one.ref.id for one in buyers):
        return
    if read.text[said.start()] in TOGETHER and carmakers(sellers) != carmakers(buyers):
        first, last = (read.places[n] for n in (said.start(), said.end() - 1))
        sold_cars = CARS.search(witness.cast.text, first, last) is not None
        if carmakers(sellers) != sold_cars and (sold_cars or SUPPLY.search(said.group())):
            sellers, buyers = buyers, sellers  # 车企|与甲公司|签订供货协议, 甲公司|与车企|签订重卡采购协议
    sold = list(tied(witness, sellers, buyers))
    yield from sold
    wares = goods(read, said)
    if sold:
        witness.sellers = sellers
        yield from (witness.tied("produces", one, thing, "deal") for one in sellers for thing in wares)
    for slot in bought:
        if slot.thing and fits("uses", slot.thing.class_, "Technology"):
            yield from (witness.tied("uses", Actor(slot.thing, slot.actor.found), thing, "deal") for thing in wares)


def carmakers(firms: Iterable[Actor]) -> bool:
    """Whether all of them make cars."""
    return {one.ref.class_ for one in firms} == {MAKER}


def tied(witness: Witness, sellers: Sequence[Actor], buyers: Sequence[Actor]) -> Iterator[Atom]:
    """Each of the sellers supplies each of the buyers; a bank supplies nobody."""
    for one in sellers:
        yield from (witness.tied(SUPPLIES, one, other, "deal") for other in buyers if one.ref.id != other.ref.id
                    and one.ref.class_ != "FinancialInstitution" and fits(SUPPLIES, one.ref.class_, other.ref.class_))


def front(read: Spelled, at: int) -> list[Actor]:
    """The firms that stand last before a place of the clause, where no preposition governs them."""
    runs = [run for run in re.finditer(LIST, read.text[:at]) if not run.start() or read.text[run.start() - 1] not in GOVERNED]
    return actors(slot for slot in read.within(runs[-1].span(), FIRM) if slot.thing is None) if runs else []


def spoken(witness: Witness, read: Spelled, at: int, acting: Sequence[Actor], buyers: set[str]) -> list[Actor]:
    """Who supplies where the words do not say it: who did so in the clause before, a name that opens the clause and shows only
    a trade, the firm that acts or the sentence opens with, whoever makes what acts, else the one that the text calls 公司."""
    told = max((one.found.end for one in witness.sellers if one.found), default=0)
    newer = any(one.found and one.found.start >= told and top(one.ref.class_) == "Firm" and one.ref.id not in buyers for one in acting)
    if witness.sellers and not newer:
        return [one for one in witness.sellers if one.ref.id not in buyers]
    if coined := opening(witness.cast, read):
        return [coined]
    if stranger(read, at):
        return []
    for among in (acting, witness.opening):
        for one in among:
            firm = witness.cast.maker(one.ref) if top(one.ref.class_) in ("Firm", "Product", "Technology") else None
            if firm == one.ref and firm.id not in buyers:
                return [other for other in among if top(other.ref.class_) == "Firm" and other.ref.id not in buyers]
            if firm and top(firm.class_) == "Firm" and firm.id not in buyers:
                return [Actor(firm, None)]
        if any(top(one.ref.class_) not in ("Firm", "Product", "Technology") for one in among):
            return []
    ref = pointed(witness.cast, "公司", read.places[at])
    return [Actor(ref, None)] if ref and ref.id not in buyers else []


def stranger(read: Spelled, at: int, allowed: int = UNKNOWN) -> bool:
    """Whether the front of a clause names somebody that is not known (某某公司的车间为乙供货)."""
    goods = [slot.actor.found.text[:-LONGEST_GOODS] for slot in read.slots[:at] if slot and slot.sign == GOODS and slot.actor.found]
    places = [slot for n, slot in enumerate(read.slots[:at]) if slot and slot.sign == REGION and read.text[n + 1] not in "的、在等，市区"]
    said = "".join(read.text[n] for n, slot in enumerate(read.slots[:at]) if slot is None) + "".join(goods) + "".join(
        REGION * (slot.end - slot.start) for slot in places)  # 北碚|某某
    return len(light().sub("", said)) > allowed


@cache
def light() -> re.Pattern[str]:
    """What may stand in the front of a clause and names nobody."""
    return re.compile(any_of(knowledge("supplies")["light"].split()) + "|[0-9.%]+|[、的“”]")


def goods(read: Spelled, said: re.Match[str]) -> list[Actor]:
    """What is supplied: the goods that the pattern names, else those in front of its end."""
    if said.groupdict().get("goods"):
        return actors(read.within(said.span("goods"), GOODS))
    return actors(slot for slot in read.within((0, said.end()), GOODS) if not (
        slot.actor.ref.name.endswith("车") and slot.start > read.places[said.start()] and read.text[:said.end()].endswith(CHAINED)))
