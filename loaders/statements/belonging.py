"""Belonging: what a name says by itself or with a noun: whose project and product, who is whose subsidiary."""
from __future__ import annotations

from collections.abc import Iterator

from loaders.items import Item, top
from loaders.phrases import Phrase
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.naming import QUOTES, place, refer, some
from loaders.statements.witness import PLACES, THINGS, Witness, found, known


def names(witness: Witness, phrase: Phrase) -> Iterator[Atom]:
    """What a name says by itself: whose project, whose product, where a park lies, of what a branch is part."""
    for item in phrase.named:
        yield from owned(witness, item)
        yield from opened(witness, item)
    if phrase.summary and top(phrase.summary.class_) == "Project":
        yield from listed(witness, phrase)


def listed(witness: Witness, phrase: Phrase) -> Iterator[Atom]:
    """甲、乙等14个软件项目: 甲's project, 乙's project."""
    firms = [refer(witness.cast, item, ("Firm",)) for item in phrase.items]
    for item, firm in zip(phrase.items, firms, strict=True):
        if firm is None and any(firms) and not item.class_:
            firm = witness.cast.named(item.text, "Firm")
        project = refer(witness.cast, item, ("Project",))
        if firm and project:
            yield witness.atom("undertakes", Actor(firm, place(witness.cast, item)), project, item, "list")


def owned(witness: Witness, item: Item) -> Iterator[Atom]:
    """甲公司的商用车; 渝北的数据谷."""
    owner = witness.cast.of_mark(item.owner) if item.owner else None
    thing = refer(witness.cast, item, THINGS) if owner else None
    if owner is None or thing is None or item.owner is None:
        return
    whose = Actor(owner, found(item.owner))
    kind = top(owner.class_)
    if kind == "Firm" and top(thing.class_) == "Product":
        yield witness.atom("produces", whose, thing, item, "owner")
    elif kind == "Firm" and top(thing.class_) in ("Platform", "Project"):
        yield witness.atom("builds", whose, thing, item, "owner")
    elif kind in PLACES and top(thing.class_) in ("Park", "Platform", "Project", "Firm"):
        yield witness.located(Actor(thing, place(witness.cast, item)), owner, whose.found, "owner")


def opened(witness: Witness, item: Item) -> Iterator[Atom]:
    """甲公司二期项目 is 甲公司's; 某协会某分会 is part of 某协会."""
    cast = witness.cast
    first = cast.of_mark(item.first) if item.first else None
    if first is None or item.first is None:
        return
    kind = top(item.shared or item.class_)
    if first.class_ == "FinancialInstitution" and item.class_ == "?":
        product = cast.named(item.text.strip(QUOTES), "Instrument")
        if product:
            yield witness.atom("offers", Actor(first, found(item.first)), product, item, "name")
    elif top(first.class_) == "Firm" and kind == "Project":
        project = refer(cast, item, ("Project",))
        if project:
            whose = Actor(first, found(item.first))
            yield witness.atom("undertakes", whose, project, item, "name")
            for mark in cast.marks:
                if item.first.end <= mark.start and mark.end <= item.end and mark.classes[0] in PLACES:
                    where = cast.of_mark(mark)
                    if where:
                        yield witness.located(Actor(project, place(cast, item)), where, found(mark), "name")
    elif top(first.class_) in ("Association", "Institution") and item.text.endswith(known().branches):
        branch = cast.named(item.text, first.class_)
        if branch:
            yield witness.tied("partOf", Actor(branch, place(cast, item)), Actor(first, found(item.first)), "name")


def related(witness: Witness, front: Phrase | None, after: Phrase) -> Iterator[Atom]:
    """A是B的子公司: the noun names the relation."""
    item = after.named[0]
    owner = witness.cast.of_mark(item.owner) if item.owner else None
    if owner is None and item.condition.endswith(known().under):
        yield from under(witness, front, item)
        return
    relation = next((relation for noun, relation in known().nouns if item.text.endswith(noun)), "")
    if owner is None or item.owner is None or not relation:
        return
    for actor in some(witness.cast, front, THINGS) if front else witness.front:
        if fits(relation, actor.ref.class_, owner.class_):
            yield witness.tied(relation, actor, Actor(owner, found(item.owner)), "noun")


def under(witness: Witness, front: Phrase | None, item: Item) -> Iterator[Atom]:
    """A是B旗下的公司: A is B's."""
    mark = next((mark for mark in witness.cast.marks if mark.start == item.whole[0]), None)
    owner = witness.cast.of_mark(mark) if mark else None
    for actor in some(witness.cast, front, THINGS) if front and owner else ():
        if owner and mark and fits("subsidiaryOf", actor.ref.class_, owner.class_):
            yield witness.tied("subsidiaryOf", actor, Actor(owner, found(mark)), "under")
