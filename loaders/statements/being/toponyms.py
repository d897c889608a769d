"""Toponyms: what the name of a work or park says of where it stands and whose it is (甲公司乙区工厂, 丙服务区超充站)."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.course import Ref
from loaders.items import Item, top
from loaders.phrases import Phrase
from loaders.resolution import Cast
from loaders.statements.atoms import Actor, Atom
from loaders.statements.being.sites import COUNTRY, WIDE, placed_in, words
from loaders.statements.being.witness import PLACES, Witness, found
from loaders.statements.naming import place, refer
from loaders.words import marks_in

TOWNS = ("街道", "镇", "乡")
WORKS_OF = re.compile("(?P<firm>[\u4e00-\u9fff]{2,20}?(?:公司|集团))[\u4e00-\u9fff]{0,10}(?:工厂|基地|项目|生产线)")
ROOM = re.compile("(?P<firm>[\u4e00-\u9fffA-Za-z]{2,20}?(?:公司|集团))(?P<room>[\u4e00-\u9fff]{0,8})")
LINE = re.compile("[—–至到]|高速公路|铁路|高铁|专线")


def by_name(witness: Witness, phrase: Phrase, before: str) -> Iterator[Atom]:
    """甲公司乙市工厂, 丙服务区超充站: the last place of a work's name is where it stands; a line between two stands in none."""
    for item in phrase.named if before not in words("aiming") else ():
        if item.mark or top(item.class_) != "Project" or not item.text.endswith(tuple(words("fixed"))):
            continue
        inside = [mark for mark in marks_in(witness.cast.marks, item.start, item.end - 1)
                  if top(mark.classes[0]) in PLACES and mark.kind == "name"]
        ref = witness.cast.of_mark(inside[-1]) if inside and not LINE.search(item.text) else None
        apart = ref is None or WIDE.search(ref.name) or inside[-1].text.endswith(("市", "省"))
        work = None if apart else refer(witness.cast, item, ("Project",))
        if ref and work and top(work.class_) == "Project":
            yield from placed_in(witness, Actor(work, place(witness.cast, item)), Actor(ref, found(inside[-1])), "name")


def within_name(witness: Witness, item: Item, park: Ref) -> Iterator[Atom]:
    """甲市乙公司丙市基地 is in 丙市: the last place of a park's name tells where it is, those before it whose it is."""
    marks = [mark for mark in marks_in(witness.cast.marks, item.start, item.end - 1) if mark.classes[0] == "Region"]
    where = witness.cast.of_mark(marks[-1]) if marks else None
    town = where is not None and where.name.endswith(TOWNS) and not marks[-1].text.endswith(TOWNS)  # 西永组团
    if where and where.id != COUNTRY and not WIDE.search(where.name) and not town:
        yield witness.located(Actor(park, place(witness.cast, item)), where, found(marks[-1]), "name")


def works_of(witness: Witness, item: Item) -> Iterator[Atom]:
    """乙公司丙区工厂, where no list holds 乙公司: it is 乙公司's, and in 丙区."""
    said = WORKS_OF.fullmatch(item.text) if top(item.class_) == "Project" and not item.mark else None
    firm = witness.cast.named(said["firm"], "Firm") if said and item.proper else None
    work = refer(witness.cast, item, ("Project",)) if firm else None
    if firm is None or work is None:
        return
    yield witness.atom("undertakes", Actor(firm, None), work, item, "name")
    for mark in marks_in(witness.cast.marks, item.start + 1, item.end - 1):
        if mark.classes[0] in PLACES and (where := witness.cast.of_mark(mark)):
            yield witness.located(Actor(work, place(witness.cast, item)), where, found(mark), "name")


def tenant(cast: Cast, atom: Atom) -> Atom:
    """甲公司生产车间|位于乙园: who has his rooms there is there."""
    name = atom.subject.name
    if atom.relation != "locatedIn" or top(atom.subject.class_) != "Project" or not name.endswith(tuple(words("rooms"))):
        return atom
    said = ROOM.fullmatch(name)
    named = cast.named(said["firm"], "Firm") if said else None
    firm = named or cast.owners.get(atom.subject.id)
    return replace(atom, subject=firm) if firm and top(firm.class_) == "Firm" else atom
