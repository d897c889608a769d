"""Outposts: what somebody has in a place, told of by 是: 甲基地是乙公司在丙市的唯一工厂, 甲中心系乙实验室在丙区的分支机构."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.clauses import Part
from loaders.items import top
from loaders.knowledge import any_of
from loaders.lexicon import lexicon, load
from loaders.phrases import Phrase
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.bare import spoken_of
from loaders.statements.being.witness import PLACES, Witness, found
from loaders.statements.naming import place, read_span, some
from loaders.words import marks_in

POSTS = ("Project", "Platform", "Park", "Institution", "Firm")
OWNERS = ("Firm", "Institution", "Platform", "Agency", "Association")


@cache
def words(key: str) -> tuple[str, ...]:
    """The words under a key of `outposts.yaml`."""
    return tuple(load("outposts")[key].split())


@cache
def telling() -> re.Pattern[str]:
    """是甲公司在乙市(设立)的首个丙."""
    return re.compile(f"(?:{any_of(words('being'))})(?P<who>[^,，。;；的]{{2,24}}?)在(?P<where>[^,，。;；的]{{1,16}}?)"
                      f"(?:{any_of(words('founding'))})?的(?:{any_of(words('degrees'))})*(?P<what>[^,，。;；的]{{2,12}})$")


def outposts(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """Where it stands, whose it is."""
    said = telling().search(witness.cast.text, parts[0].end, parts[-1].end)
    front = parts[0].phrase
    head = lexicon().head(said["what"]) if said else None
    kind = lexicon().proper.get(head[0], head[1]) if head else ""
    if said is None or front is None or not (kind in POSTS or said["what"].endswith(words("branches"))):
        return
    spots = [mark for mark in marks_in(witness.cast.marks, *said.span("where")) if top(mark.classes[0]) in PLACES and "cn" not in mark.keys]
    owner = owning(witness, *said.span("who"))
    for thing in things(witness, front) if spots and owner else ():
        ref = witness.cast.of_mark(spots[-1])
        if ref and ref.id != thing.ref.id and fits("locatedIn", thing.ref.class_, ref.class_):
            yield witness.located(thing, ref, found(spots[-1]), "outpost")
        if owner:
            yield from belonging(witness, thing, owner, said["what"])


def things(witness: Witness, front: Phrase) -> tuple[Actor, ...]:
    """What is spoken of: named, or meant by its class word."""
    named = some(witness.cast, front, POSTS)
    meant = tuple(Actor(ref, place(witness.cast, item)) for item in front.named if (ref := spoken_of(witness.cast, item, POSTS)))
    return named or meant


def owning(witness: Witness, start: int, end: int) -> Actor | None:
    """Whose it is."""
    read = read_span(witness.cast, start, end)
    return next(iter(some(witness.cast, read, OWNERS)), None) if read else None


def belonging(witness: Witness, thing: Actor, owner: Actor, what: str) -> Iterator[Atom]:
    """A branch is part of its whole, a firm of its group; works and institutes are built."""
    relation = "partOf" if what.endswith(words("branches")) else "subsidiaryOf" if top(thing.ref.class_) == "Firm" else ""
    if owner.ref.id == thing.ref.id:
        return
    if relation and fits(relation, thing.ref.class_, owner.ref.class_):
        yield witness.tied(relation, thing, owner, "outpost")
    elif not relation and fits("builds", owner.ref.class_, thing.ref.class_):
        yield witness.tied("builds", owner, thing, "outpost")
