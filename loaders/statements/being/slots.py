"""Slots: a clause with its firms and goods as single signs, so that a pattern may speak of them whatever they are called.

甲公司已为乙、丙供应座椅 is 甲公司已为乙、丙供应座椅 to a reader, and Ｆ已为Ｆ、Ｆ供应Ｇ to a pattern. A model stands for who makes it.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from loaders.clauses import Part
from loaders.course import Ref
from loaders.items import Item, top
from loaders.knowledge import any_of, group_of, knowledge, listed
from loaders.makeup import behind_syllables
from loaders.phrases import Phrase
from loaders.resolution import Cast
from loaders.statements.acts.transfers import without_maker
from loaders.statements.atoms import Actor
from loaders.statements.being.brands import branded, brands
from loaders.statements.naming import place, read_span, refer, some
from loaders.statements.wordings import is_fragment, is_name
from loaders.words import Mark, marks_in, words
from ontology.errors import ChuanyuError
from ontology.records import Found

FIRM, GOODS, CROWD, REGION, INSTITUTE = "Ｆ", "Ｇ", "Ｃ", "Ｒ", "Ｉ"
MAKING = f"[{FIRM}{INSTITUTE}]"
GOVERNING = tuple("为由给向与从在被将把对")
WARES = ("Product", "Technology")
OPENINGS = (6, 5, 4, 3, 2)  # characters of a firm that opens a plant's name
NAMED = re.compile("(?<!P)<(?P<name>[a-z]+)>")  # a slot or family in a pattern
BRAND = "brand."  # keys of brands in the gazetteer
ROLES = ("子公司", "供应商", "配套商", "客户", "服务商", "制造商")  # what a firm is to others
FIRST = re.compile("(?:首款|首辆|首台|首批|首个|第[0-9一二三四五六七八九十百千万]+[辆台套]|一[款辆批]|新一代|全新|最新款?)*$")
FIRMS = ("企业", "公司", "厂商", "车企", "供应商", "品牌", "厂家")
LONGEST = 8  # characters of a firm that only its list shows
NUMBER = re.compile("[A-Z]{0,4}[0-9]{0,3}[A-Za-z]{0,4}")
SHORTEST = 4  # syllables of a firm that only its trade shows (弘喜动力)


@dataclass(frozen=True, slots=True)
class Slot:
    """Who or what stands at `start`-`end` of the text; `thing` is the model that stands for its maker."""

    start: int
    end: int
    sign: str
    actor: Actor
    thing: Ref | None = None


@dataclass(frozen=True, slots=True)
class Spelled:
    """A clause in signs, and for each character of it the slot, or None, and its place in the text."""

    text: str
    slots: tuple[Slot | None, ...]
    places: tuple[int, ...]

    def within(self, span: tuple[int, int], sign: str) -> list[Slot]:
        """The slots of a kind in a span of the spelled text."""
        return [slot for slot in self.slots[slice(*span)] if slot and slot.sign == sign]


def spelled(cast: Cast, parts: Sequence[Part], start: int, end: int, more: Iterable[Slot] = ()) -> Spelled:
    """The clause at `text[start:end]` in signs, with `more` than its firms and goods; where names overlap the longer stands."""
    text, slots, places = "", [], []
    found = [*standing(cast, parts, start, end), *more]
    found = sorted([*found, *syllables(cast, start, end, found)], key=lambda slot: (slot.start, -slot.end, slot.sign))
    at = start
    while at < end:
        while found and found[0].start < at:
            found.pop(0)
        slot = found[0] if found and found[0].start == at else None
        text += slot.sign if slot else cast.text[at]
        slots.append(slot)
        places.append(at)
        at = slot.end if slot else at + 1
    return Spelled(text, tuple(slots), tuple(places))


def standing(cast: Cast, parts: Sequence[Part], start: int, end: int) -> Iterator[Slot]:
    """The firms, models and goods named between two places."""
    for said in brands().finditer(cast.text, start, end):
        if ref := branded(cast, said.group()):
            yield Slot(*said.span(), FIRM, Actor(ref, Found(*said.span(), said.group())))
    yield from (slot for mark in marks_in(cast.marks, start, end) if (slot := marked(cast, mark)))
    for phrase in (part.phrase for part in parts if part.phrase):
        for item in (*phrase.items, *([phrase.summary] if phrase.summary else [])):
            yield from itemised(cast, item)
        yield from listed_firms(cast, phrase)


def listed_firms(cast: Cast, phrase: Phrase) -> Iterator[Slot]:
    """The names of a list that shows no class of theirs, where its last word says that they are firms (甲锐芯、乙科技等企业)."""
    firms = phrase.summary is not None and phrase.summary.text.endswith(FIRMS)
    for item in phrase.items if firms else ():
        plain = item.class_ in ("", *WARES) and not (item.mark or item.condition or item.generic or item.count)
        named = 3 <= len(item.text) <= LONGEST and is_name(item.text) and not is_fragment(item.text)
        if plain and named and (ref := cast.named(item.text, "Firm")):
            yield Slot(item.start, item.end, FIRM, Actor(ref, place(cast, item)))


def marked(cast: Cast, mark: Mark) -> Slot | None:
    """The firm that a mark names, or that makes the brand or model named."""
    kind = top(mark.classes[0])
    if kind == "Institution" and (school := cast.of_mark(mark)):
        return Slot(mark.start, mark.end, INSTITUTE, Actor(school, Found(mark.start, mark.end, mark.text)))
    if kind == "Region" and (place_ := cast.of_mark(mark)):
        return Slot(mark.start, mark.end, REGION, Actor(place_, None))
    ref = cast.of_mark(mark) if kind in ("Firm", "Product") else plant(cast, mark) if kind == "Project" else None
    firm = cast.maker(ref) if ref else None
    if ref is None or firm is None or top(firm.class_) != "Firm":
        return None
    model = ref if top(ref.class_) == "Product" and re.search("[0-9A-Z]", ref.name) else None  # no brand
    return Slot(mark.start, mark.end, FIRM, Actor(firm, Found(mark.start, mark.end, mark.text)), model)


def plant(cast: Cast, mark: Mark) -> Ref | None:
    """The firm whose name opens that of a plant (甲汽车超级工厂)."""
    if not mark.text.endswith(("工厂", "基地")):
        return None
    entries = next((found for n in OPENINGS if (found := cast.names.lookup(mark.text[:n]))), ())
    return cast.known(entries[0]) if entries and top(entries[0].classes[0]) in ("Firm", "Product") else None


def itemised(cast: Cast, item: Item) -> Iterator[Slot]:
    """The firm that an item names, or the firm before 的 and the goods behind it."""
    if owner := owning(cast, item):
        yield owner
    if versioned := model_of(cast, item):
        yield versioned
        return
    bare = without_maker(item)
    if (verb := doing().search(item.text)) and not item.mark:  # 产品配套甲, 甲公司年产电机: no name
        firms = own(cast, item.start, item.start + verb.start())
        yield from (Slot(one.found.start, one.found.end, FIRM, one) for one in firms if one.found)
        return
    if re.search("配套|供货|代工|供应", item.condition) and item.generic and (crowd := refer(cast, item, ("AgentGroup",))):
        yield Slot(item.start, item.end, CROWD, Actor(crowd, place(cast, item)))
    firm = refer(cast, item, ("Firm",)) if not item.mark and bare is item and not (
        item.text.startswith(GOVERNING) or item.text.endswith(ROLES)) else None
    if firm:
        yield Slot(item.start, item.end, FIRM, Actor(firm, place(cast, item)))
        return
    goods = refer(cast, replace(bare, owner=None), WARES) if top(item.class_) in (*WARES, "") or bare is not item else None
    if goods and not (bare.mark and bare.mark.kind == "model") and not goods.id.startswith(BRAND) and not bare.generic:
        yield Slot(bare.start, bare.end, GOODS, Actor(goods, Found(bare.start, bare.end, bare.text)))


def model_of(cast: Cast, item: Item) -> Slot | None:
    """The model that a brand and a number name (甲7X), which stands for who makes it."""
    brand = cast.of_mark(item.first) if item.first and not item.mark and top(item.first.classes[0]) in ("Firm", "Product") else None
    firm = cast.maker(brand) if brand and item.first and NUMBER.fullmatch(cast.text, item.first.end, item.end) else None
    model = refer(cast, item, ("Product",)) if firm and top(firm.class_) == "Firm" else None
    return Slot(item.start, item.end, FIRM, Actor(firm, place(cast, item)), model) if firm and model else None


def owning(cast: Cast, item: Item) -> Slot | None:
    """The firm that opens what stands before 的, which owns what stands behind it."""
    span = item.restriction(cast.text)
    firm = firm_in(cast, *span) if span else None
    if firm is None or firm.found is None:
        return None
    if thing := refer(cast, replace(item, condition=""), WARES):
        cast.owners.setdefault(thing.id, firm.ref)
    return Slot(firm.found.start, firm.found.end, FIRM, firm)


def firm_in(cast: Cast, start: int, end: int) -> Actor | None:
    """The one firm that the words between two places name, by its class or by its trade alone (弘喜动力|的座椅)."""
    read, name = read_span(cast, start, end), cast.text[start:end]
    firms = some(cast, read, ("Firm",))
    if len(firms) == 1 and firms[0].found and not (
            firms[0].found.text.startswith(GOVERNING) or firms[0].found.text.endswith(ROLES)):
        return firms[0]
    coined = len(name) >= SHORTEST and name.endswith(listed("supplies", "trades")) and is_name(name) and read and len(read.named) == 1
    ref = cast.named(name, "Firm") if coined else None
    return Actor(ref, Found(start, end, name)) if ref else None


def opening(cast: Cast, read: Spelled) -> Actor | None:
    """The firm that opens a clause by a name that only its trade shows (弘喜座椅|已与甲公司…)."""
    said = coined().match(cast.text, read.places[0])
    name = said["name"] if said else ""
    trade = next((one for one in listed("supplies", "trades") if name.endswith(one)), "")
    known = said and any(slot and slot.sign == FIRM and slot.start < said.end("name") for slot in read.slots)
    ref = cast.named(name, "Firm") if said and not known and is_name(name.removesuffix(trade)) else None
    return Actor(ref, Found(*said.span("name"), name)) if said and ref else None


def syllables(cast: Cast, start: int, end: int, found: Iterable[Slot]) -> Iterator[Slot]:
    """The firm that opens a clause by syllables which make no word, with its trade (弘喜底盘|从乙起步)."""
    said = coined().match(cast.text, start, end)
    if said is None or any(slot.sign == FIRM and slot.start < said.end("name") for slot in found):
        return
    body = words(cast.text, *said.span("name"), ())
    if behind_syllables(body) == 2 and (ref := cast.named(said["name"], "Firm")):
        yield Slot(*said.span("name"), FIRM, Actor(ref, Found(*said.span("name"), said["name"])))


@cache
def coined() -> re.Pattern[str]:
    """A short name and what may follow it."""
    return re.compile("(?:如今|目前|去年|今年|同时|而|园内|园区企业|本地企业|企业)*"
                      f"(?P<name>(?![为由给向与从在被将把对和等的])[\u4e00-\u9fff]{{2,4}}?{group_of('supplies', 'trades')})"
                      f"{group_of('supplies', 'follows')}")


@cache
def doing() -> re.Pattern[str]:
    """What is said of goods and is no part of a name."""
    return re.compile(group_of("supplies", "doing") + "|[一二三四五六七八九]成(?:产品|以上)")


def own(cast: Cast, start: int, end: int) -> tuple[Actor, ...]:
    """The firm that the words between two places name, but for what says of its goods that they are the first."""
    text = cast.text[start:end]
    text = re.sub("(?:旗下|的|自主|生产)+$", "", FIRST.sub("", text))
    read = read_span(cast, start, start + len(text)) if text else None
    return some(cast, read, ("Firm",)) if read and len(read.named) == 1 else ()


def actors(slots: Iterable[Slot]) -> list[Actor]:
    """Who the slots name, each once."""
    return list({slot.actor.ref.id: slot.actor for slot in slots}.values())


def templates(file: str, key: str, slots: Mapping[str, str]) -> tuple[re.Pattern[str], ...]:
    """The patterns under a key of `patterns/FILE.yaml`, with each <name> replaced by its slot or its family of words; raises
    naming file and name."""
    data = knowledge(file)
    families = {name: any_of(words.split()) for name, words in data["families"].items()} | dict(slots)
    unknown = sorted({said["name"] for one in data[key] for said in NAMED.finditer(one)} - families.keys())
    if unknown:
        raise ChuanyuError(f"{file}.yaml: {key} speaks of <{unknown[0]}>, which is no family there.")
    return tuple(re.compile(NAMED.sub(lambda said: families[said["name"]], one)) for one in data[key])
