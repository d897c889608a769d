"""Owners: whose a thing is that a phrase names: the name before 的 or 旗下, a firm that no list holds, the firm that 其 takes up."""
from __future__ import annotations

import re
from functools import cache

from loaders.course import Ref
from loaders.items import Item, top
from loaders.knowledge import any_of, group_of, listed
from loaders.phrases import Phrase, phrase
from loaders.statements.atoms import Actor
from loaders.statements.being.witness import Witness, found, known
from loaders.statements.naming import place, read_span, some
from loaders.words import mark_at, words

CLAUSES = ("verb", "preposition")
FIRMS = ("公司", "集团")  # a name that ends so is a firm's


def owner_of(witness: Witness, item: Item) -> Actor | None:
    """Who owns what an item names: the name before 的 or 旗下; of 其子公司乙公司 the firm before it in the sentence."""
    ref = witness.cast.of_mark(item.owner) if item.owner else None
    if ref and item.owner:
        return Actor(ref, found(item.owner))
    opening = mark_at(witness.cast.marks, item.whole[0])
    if opening and opening.end < item.start and top(opening.classes[0]) == "Firm" and below().match(item.condition, len(opening.text)) and (
            firm := witness.cast.of_mark(opening)):
        return Actor(firm, found(opening))  # 甲集团旗下主攻换电的子公司乙
    if parent := parent_of(witness, item):
        return parent
    named = shaped(witness, item) if item.condition and not item.owner else None
    if named:
        return named
    bare = item.condition.removeprefix("其") in known().under
    firms = [actor for actor in (*witness.opening, *witness.named) if top(actor.ref.class_) == "Firm"
             and actor.found and actor.found.end <= item.start]
    return firms[-1] if bare and firms else None


def parent_of(witness: Witness, item: Item) -> Actor | None:
    """The firm that no list holds, behind whose name 旗下 or 全资子公司 stands (甲动力全资子公司|乙科技)."""
    said = levels().fullmatch(item.condition) if item.condition.endswith(known().under) else None
    span = item.restriction(witness.cast.text)
    if said is None or span is None:
        return None
    read = read_span(witness.cast, span[0], span[0] + said.end("whose"))
    firms = some(witness.cast, read, ("Firm",)) if read and len(read.named) == 1 else ()
    return firms[0] if firms else None


@cache
def levels() -> re.Pattern[str]:
    """A firm, and by what it has the one behind (甲动力|全资子公司)."""
    return re.compile(f"(?P<whose>[^，,。的]{{2,20}}?)的?{group_of('belonging', 'levels')}+")


@cache
def below() -> re.Pattern[str]:
    """What stands between a firm and one of its own (旗下, 的全资子公司)."""
    return re.compile(f"的?{any_of(known().under)}|的全资|的控股")


def shaped(witness: Witness, item: Item) -> Actor | None:
    """The firm before 的 that no list holds (丙轨道交通公司的电车)."""
    span = item.restriction(witness.cast.text)
    if span is None or item.condition.removeprefix("其").endswith(known().under):
        return None
    read = read_span(witness.cast, *span) if item.condition.endswith(FIRMS) else restriction(witness, item)
    firms = some(witness.cast, read, ("Firm",)) if read and len(read.named) == 1 else ()
    if not firms and read and len(read.named) == 1 and item.condition.endswith("集团") and len(item.condition) > 3 and (
            ref := witness.cast.named(item.condition, "Firm")):
        return Actor(ref, place(witness.cast, read.named[0]))  # 甲电动车集团的乙项目
    return firms[0] if firms else None


def restriction(witness: Witness, item: Item) -> Phrase | None:
    """What stands before 的 as a phrase, None where it is a clause (甲公司研发的)."""
    span = item.restriction(witness.cast.text)
    if span is None:
        return None
    said = words(witness.cast.text, *span, witness.cast.marks)
    return None if any(word.kind in CLAUSES for word in said) else phrase(said, witness.cast.text)


def is_part(thing: Ref) -> bool:
    """Whether a technology is a thing that a firm makes (甲公司的电池), no trade and no art."""
    return top(thing.class_) == "Technology" and not thing.name.endswith(listed("belonging", "trades"))
