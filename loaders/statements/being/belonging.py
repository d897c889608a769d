"""Belonging: what a name says by itself or with a noun: whose project and product, who is whose subsidiary.

Whose a thing is, `owners` tells; the words are in `belonging.yaml`.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from loaders.course import Ref
from loaders.items import Item, top
from loaders.knowledge import group_of, listed
from loaders.phrases import Phrase
from loaders.referents.firms import is_piece
from loaders.statements.acts.doings import relations
from loaders.statements.acts.openings import measured
from loaders.statements.acts.works import lines
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.being.owners import is_part, owner_of, restriction
from loaders.statements.being.sites import COUNTRY, WIDE, words
from loaders.statements.being.toponyms import within_name, works_of
from loaders.statements.being.witness import PLACES, THINGS, Witness, found, known
from loaders.statements.naming import place, refer, some
from loaders.statements.wordings import QUOTES
from loaders.words import marks_in

SHORT = 4  # characters of a firm's short name with its trade
MODEL = re.compile("[“「\"]|.{0,4}[A-Za-z0-9]")
NEAR = 12  # characters before a name in which it is told that it was begun


def names(witness: Witness, phrase: Phrase, before: str) -> Iterator[Atom]:
    """What a name says by itself: whose project, whose product, where a park lies, of what a branch is part; of works that
    the word `before` only has to do with (向甲公司乙工厂|供货) it does not say whose they are."""
    for item in phrase.named:
        yield from owned(witness, item)
        if beside := shares_owner(phrase, item):
            yield from owned(witness, replace(item, owner=beside.owner, condition=beside.condition))
        yield from (atom for atom in opened(witness, item) if atom.relation != "undertakes" or before not in words("aiming"))
        yield from sizeable(witness, phrase, item)
        yield from begun(witness, item)
        if around := restriction(witness, item):
            yield from (atom for inner in around.named for atom in opened(witness, inner))
    if phrase.summary and top(phrase.summary.class_) == "Project":
        yield from apiece(witness, phrase)
    elif phrase.summary:
        yield from called(witness, phrase, phrase.summary)


def shares_owner(phrase: Phrase, item: Item) -> Item | None:
    """The first of a list of one kind whose owner is theirs all (甲公司的门板、|座椅; 甲园的乙公司、|丙公司)."""
    first = phrase.items[0] if phrase.items else item
    alone = not (item.count or item.condition or item.owner or (item.first and not item.mark)) and item.join in ("、", "和", "及", "与")
    alone = alone and not (item.join == "与" and kind_of(item) == "Firm")  # 甲集团旗下的乙公司|与丙公司签约
    return first if item is not first and item in phrase.items and alone and first.owner and kind_of(first) == kind_of(item) else None


def kind_of(item: Item) -> str:
    """The kind of a thing; goods are parts and products alike."""
    kind = top(item.class_ or item.shared)
    return "Product" if kind == "Technology" else kind


def sizeable(witness: Witness, phrase: Phrase, item: Item) -> Iterator[Atom]:
    """甲公司乙项目|总投资: the project is 甲公司's."""
    work = next(iter(measured(witness.cast, phrase)), None) if item is phrase.named[0] and item.first else None
    owner = witness.cast.of_mark(item.first) if work and item.first and top(item.first.classes[0]) == "Firm" else None
    if work and owner and item.first and top(work.ref.class_) == "Project" and work.found and work.found.start == item.first.start:
        yield witness.tied("undertakes", Actor(owner, found(item.first)), work, "name")


def apiece(witness: Witness, phrase: Phrase) -> Iterator[Atom]:
    """甲、乙等14个软件项目: 甲's project, 乙's project."""
    firms = [refer(witness.cast, item, ("Firm",)) for item in phrase.items]
    for item, firm in zip(phrase.items, firms, strict=True):
        short = item.class_ == "Product" and item.mark is None and len(item.text) <= SHORT  # 乙客车 beside 甲公司
        if firm is None and any(firms) and (not item.class_ or (item.proper and item.class_ == "Product") or short):
            firm = witness.cast.named(item.text, "Firm")
        project = refer(witness.cast, item, ("Project",))
        if firm and project:
            yield witness.atom("undertakes", Actor(firm, place(witness.cast, item)), project, item, "list")


def called(witness: Witness, phrase: Phrase, summary: Item) -> Iterator[Atom]:
    """甲、乙等丙公司的供应商: 甲 and 乙 supply 丙公司."""
    mark = summary.owner or summary.first
    ref = witness.cast.of_mark(mark) if mark else None
    relation = next((relation for noun, relation in known().nouns if summary.text.endswith(noun)), "")
    for thing in (actor for item in phrase.items for actor in some_of(witness, item)) if relation else ():
        if ref and mark and top(ref.class_) == "Firm" and fits(relation, thing.ref.class_, ref.class_):
            yield witness.tied(relation, thing, Actor(ref, found(mark)), "noun")


def some_of(witness: Witness, item: Item) -> Iterator[Actor]:
    ref = refer(witness.cast, item, THINGS)
    if ref:
        yield Actor(ref, place(witness.cast, item))


def owned(witness: Witness, item: Item) -> Iterator[Atom]:
    """甲公司的商用车, 甲学会的年会; 渝北的数据谷; 甲集团旗下乙公司."""
    whose = owner_of(witness, item)
    firm = not item.mark and not item.generic and item.condition.endswith(listed("belonging", "companies"))
    thing = (witness.cast.named(item.text, "Firm") if firm else refer(witness.cast, item, THINGS)) if whose else None
    if whose is None and item.condition and (around := parked(witness, item)):
        yield around
    if whose is None or thing is None:
        return
    owner, kind = whose.ref, top(whose.ref.class_)
    if kind in PLACES and part_played(witness, item):
        return
    if kind in PLACES and whose.found and whose.found.text.startswith("全") and item.condition != whose.found.text:
        return  # 全市重要的基地: how it ranks there
    behind = item.condition[len(whose.found.text):] if whose.found and item.condition.startswith(whose.found.text) else ""
    if kind == top(thing.class_) == "Firm" and (item.condition.endswith(known().under) or behind.startswith(known().under)):
        yield witness.tied("subsidiaryOf", Actor(thing, place(witness.cast, item)), whose, "under")
    elif kind == "Firm" and not witness.cast.text.startswith(listed("belonging", "ordered"), item.end) and (
            top(thing.class_) == "Product" or is_part(thing)) and not (owner.class_ == "Automaker" and is_piece(thing.name)):
        yield witness.atom("produces", whose, thing, item, "owner")
    elif kind == "Firm" and top(thing.class_) in ("Platform", "Project") and not thing.name.endswith(listed("belonging", "premises")):
        witness.cast.owners.setdefault(thing.id, owner)
        if relations().get(behind.removesuffix("的")) == "responsibleFor":
            return  # 甲公司运维的乙站
        atom = witness.atom("undertakes" if thing.name.endswith("项目") else "builds", whose, thing, item, "owner")
        yield atom
        yield from lines(witness.cast, [atom])
    elif kind in PLACES and not scoped(witness, item, owner) and top(thing.class_) in ("Park", "Platform", "Project", "Firm"):
        yield witness.located(Actor(thing, place(witness.cast, item)), owner, whose.found, "owner")


def scoped(witness: Witness, item: Item, owner: Ref) -> bool:
    """Whether a whole country or province only says among whose works one is the first (甲省首个产业园)."""
    start = item.whole[0] + len(item.condition)
    first = witness.cast.text.startswith(listed("belonging", "ranked"), start)
    return owner.id == COUNTRY or (first and WIDE.search(owner.name) is not None)


def part_played(witness: Witness, item: Item) -> bool:
    """Whether an item says what somebody is to a place (作为|甲区的核心承载区), and is nothing that stands there."""
    return not item.proper and witness.cast.text[:item.whole[0]].endswith(listed("belonging", "playing"))


def parked(witness: Witness, item: Item) -> Atom | None:
    """甲集中发展区的乙工业园: a park or firm in a park that no list holds."""
    read = restriction(witness, item)
    parks = some(witness.cast, read, ("Park",)) if read and len(read.named) == 1 else ()
    thing = refer(witness.cast, item, ("Park", "Firm")) if parks else None
    if thing is None or thing.id == parks[0].ref.id:
        return None
    return witness.located(Actor(thing, place(witness.cast, item)), parks[0].ref, parks[0].found, "owner")


def begun(witness: Witness, item: Item) -> Iterator[Atom]:
    """在甲区创办的|乙公司: it is there."""
    said = foundings().search(witness.cast.text, max(item.start - NEAR, 0), item.start) if top(item.class_) == "Firm" else None
    mark = next((mark for mark in witness.cast.marks if said and mark.end == said.start() and mark.classes[0] in PLACES), None)
    where = witness.cast.of_mark(mark) if mark and witness.cast.text[mark.start - 1] in "在于到" else None
    firm = refer(witness.cast, item, ("Firm",)) if where else None
    if mark and where and firm and where.id != "cn":
        yield witness.located(Actor(firm, place(witness.cast, item)), where, found(mark), "begun")


def opened(witness: Witness, item: Item) -> Iterator[Atom]:
    """甲公司二期项目 is 甲公司's; 某协会某分会 is part of 某协会."""
    cast = witness.cast
    if item.mark and item.mark.kind == "model" and (model := cast.of_mark(item.mark)) and (maker := cast.maker(model)):
        yield witness.atom("produces", Actor(maker, None), model, item, "name")
    first = cast.of_mark(item.first) if item.first else None
    if first is None or item.first is None or first.class_ == "Region":
        yield from works_of(witness, item)
    if first is None or item.first is None:
        return
    kind = top(item.shared or item.class_)
    if first.class_ == "FinancialInstitution" and item.class_ == "?":
        product = cast.named(item.text.strip(QUOTES), "Instrument")
        if product:
            yield witness.atom("offers", Actor(first, found(item.first)), product, item, "name")
    elif top(first.class_) == "Firm" and kind == "Product" and MODEL.match(cast.text, item.first.end, item.end):
        product = refer(cast, item, ("Product",))
        if product:
            yield witness.atom("produces", Actor(first, found(item.first)), product, item, "name")
    elif top(first.class_) == "Firm" and kind == "Project" and not item.text.endswith((*listed("belonging", "premises"), "总部")):
        yield from titled(witness, item, Actor(first, found(item.first)), item.first.end)
    elif first.class_ == "Region" and first.id != "cn" and kind == "Park" and (
            park := refer(cast, item, ("Park",))) and park.id not in cast.names.entries and (
            not re.search("集团|公司", item.text)) and not any(
            item.first.end <= mark.start < item.end and top(mark.classes[0]) == "Firm" for mark in cast.marks):
        yield from within_name(witness, item, park)
    elif top(first.class_) in ("Association", "Institution") and item.text.endswith(known().branches):
        branch = cast.named(item.text, first.class_)
        if branch:
            yield witness.tied("partOf", Actor(branch, place(cast, item)), Actor(first, found(item.first)), "name")


def titled(witness: Witness, item: Item, whose: Actor, start: int) -> Iterator[Atom]:
    """甲公司|乙市二期项目: it is 甲公司's, and in the place that its name shows last from `start` on."""
    cast = witness.cast
    project = refer(cast, item, ("Project",))
    if project is None:
        return
    yield witness.atom("undertakes", whose, project, item, "name")
    inside = [mark for mark in marks_in(cast.marks, start, item.end) if mark.classes[0] in PLACES]
    if inside and (where := cast.of_mark(inside[-1])):
        yield witness.located(Actor(project, place(cast, item)), where, found(inside[-1]), "name")


@cache
def foundings() -> re.Pattern[str]:
    """What is said of a firm before its name where it was founded (在甲区|投资创办的)."""
    return re.compile(f"(?:投资|合资|共同|联合|全资)?{group_of('belonging', 'foundings')}了?的$")
