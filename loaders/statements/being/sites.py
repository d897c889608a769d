"""Sites: what stands where, by typed sides. In one clause a thing, a place and a word of `patterns/sites.yaml`: 在甲区设有乙,
甲区建起乙, 甲区引进乙公司; over a comma the ground on which something is built."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from loaders.clauses import Part
from loaders.items import Item, top
from loaders.knowledge import any_of
from loaders.lexicon import load
from loaders.phrases import Phrase
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.bare import spoken_of
from loaders.statements.being.witness import PLACES, Witness, found
from loaders.statements.frames import frames
from loaders.statements.modality import modality
from loaders.statements.naming import place, refer, some
from loaders.words import Mark, marks_in

WORKS = ("Project", "Platform", "Park", "Institution")
DRAWN = ("Firm", "Institution", "Platform", "Project")
SITTERS = ("Firm", "Institution", "Association", "Platform", "Project", "Park")
COUNTRY = "cn"
NAMED = ("Firm", "Institution", "Product", "Technology")  # whose names do not say where
AROUND = 16  # characters behind a place in which it is said that its ground is meant
WIDE = re.compile("(?:省|自治区|地区|经济圈|经济区|都市圈|川渝|成渝|两地|重庆市|北京市|上海市|天津市)$")
MANY = re.compile("总数|[约近超逾共]?[0-9]")
FEW = re.compile("(?:[一两二三1-3](?!\\d)|首)?[座个条家处栋期]?")


@cache
def words(key: str) -> frozenset[str]:
    """The words under a key of `sites.yaml`."""
    return frozenset(load("sites")[key].split())


@cache
def ground() -> re.Pattern[str]:
    """甲园的|闲置厂房, 甲园|200亩土地."""
    return re.compile(any_of(words("ground")))


def sites(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """The atoms of a clause that says where something stands; what is only wished for is proposed."""
    said = [part.text for part in parts if part.kind in ("verb", "adverb")]
    if modality().denied & set(said):
        return
    helped = bool(modality().encourage & set(said) - words("drawing"))
    for read in (raised,) if helped else (standing, raised, drawn, grounded):
        for atom in read(witness, parts):
            yield replace(atom, status="proposed") if helped or modality().wishes(said) else atom


def spots(witness: Witness, phrase: Phrase | None) -> tuple[Actor, ...]:
    """The places of a phrase that says where; a spot whose name opens with a place lies in it (在|甲新区|湖畔)."""
    named = tuple(one for one in some(witness.cast, phrase, PLACES) if one.ref.id != COUNTRY)
    if named or phrase is None:
        return named
    opening = [mark for item in phrase.named if not item.mark and top(item.class_) not in NAMED
               if (mark := item.first or head_of(witness, item)) and top(mark.classes[0]) in PLACES]
    known = [(mark, witness.cast.of_mark(mark)) for mark in opening]
    return tuple(Actor(ref, found(mark)) for mark, ref in known if ref and ref.id != COUNTRY)


def head_of(witness: Witness, item: Item) -> Mark | None:
    """The name with which an item opens."""
    return next((mark for mark in marks_in(witness.cast.marks, item.start, item.end)[:1] if mark.start == item.start), None)


def things(witness: Witness, phrase: Phrase | None, classes: Sequence[str]) -> Iterator[Actor]:
    """What stands somewhere: no line that runs between places."""
    for one in some(witness.cast, phrase, classes):
        if not one.ref.name.endswith(tuple(words("running"))):
            yield one


def stands(verb: str) -> bool:
    """Whether what the verb has for its object is there then."""
    return verb.removesuffix("了") in words("standing") or any(
        frame.relation == "builds" for frame in frames().called("object", "verbs", verb))


def placed_in(witness: Witness, thing: Actor, spot: Actor, rule: str) -> Iterator[Atom]:
    """The atom, where the sides fit and are two."""
    if thing.ref.id != spot.ref.id and fits("locatedIn", thing.ref.class_, spot.ref.class_):
        witness.note(spot)
        yield witness.located(thing, spot.ref, spot.found, rule)


def standing(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲公司在乙区|设有丙: 丙 stands in 乙区."""
    at = next((n for n, part in enumerate(parts[:-2]) if part.text in words("towards") and parts[n + 1].phrase), None)
    where = spots(witness, parts[at + 1].phrase) if at is not None else ()
    if at is None or not where or any(part.text in ("为", "给") for part in parts[:at]):
        return
    for part, after in pairs(parts[at + 2:]):
        if part.kind == "preposition":
            return
        if part.kind == "verb" and stands(part.text):
            for thing in things(witness, after.phrase, WORKS):
                for spot in where:
                    yield from placed_in(witness, thing, spot, "standing")


def pairs(parts: Sequence[Part]) -> Iterator[tuple[Part, Part]]:
    """Each part with the one behind it, adverbs left out."""
    told = [part for part in parts if part.kind != "adverb"]
    yield from pairwise(told)


def hosts(witness: Witness, parts: Sequence[Part]) -> tuple[tuple[Actor, ...], Sequence[Part]]:
    """The places that a clause opens with, whoever supports them, and what is said of them."""
    first = next((n for n, part in enumerate(parts) if part.kind != "adverb" and part.text not in modality().encourage), len(parts))
    phrase = parts[first].phrase if first < len(parts) - 1 else None
    found_ = [Actor(ref, place(witness.cast, item)) for item in (phrase.named if phrase else ())
              if (ref := refer(witness.cast, item, PLACES) or spoken_of(witness.cast, item, ("Park",))) and ref.id != COUNTRY]
    return (tuple(found_), parts[first + 1:]) if phrase and len(found_) == len(phrase.named) else ((), ())


def raised(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲区|加快|建设乙: it stands there; of a whole province that says too little, of many of a kind nothing."""
    where, rest = hosts(witness, parts)
    if any(WIDE.search(spot.ref.name) for spot in where):
        return
    for part, after in pairs(rest) if where else ():
        if part.kind != "verb" or not (after.phrase or after.kind == "verb"):
            return
        if after.phrase is None and part.text.removesuffix("了") not in words("raising"):
            continue  # 甲区|加快|建设
        if part.text.removesuffix("了") in words("raising") and after.phrase and after.phrase.summary is None:
            few = [item.start for item in after.phrase.named if not several(witness, item)]
            for thing in things(witness, after.phrase, WORKS):
                for spot in where if thing.found and thing.found.start in few else ():
                    yield from placed_in(witness, thing, spot, "raised")
        if after.phrase:
            return


def several(witness: Witness, item: Item) -> bool:
    """Whether many of a kind are meant (建成换电站|60座, 60座换电站), a rank (重要的|基地), or no park by its name."""
    behind = MANY.match(witness.cast.text, item.end)
    return bool(behind) or not FEW.fullmatch(item.count) or item.condition.endswith(tuple(words("ranking"))) or (
        top(item.class_) == "Park" and not item.proper)


def drawn(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲区|引进乙公司、丙公司: they are there."""
    where, rest = hosts(witness, parts)
    if not where and parts[0].phrase is None and witness.opening and top(witness.opening[0].ref.class_) in PLACES:
        where, rest = witness.opening[:1], parts  # 甲区聚焦乙产业,先后引进丙公司
    spot = where[0] if len(where) == 1 else None
    for n, (part, after) in enumerate(told := list(pairs(rest)) if spot else []):
        if part.kind == "preposition":
            return
        if part.kind == "verb" and part.text in words("drawing") and not any(one.kind == "verb" for _, one in told[n + 1:]):
            for item in after.phrase.named if after.phrase else ():
                named = item.mark or item.proper or top(item.class_) == "Firm" or item.shared
                for thing in things(witness, replace(after.phrase, items=(item,), summary=None), DRAWN) if after.phrase and named else ():
                    yield from placed_in(witness, thing, spot, "drawn") if spot and thing.ref.class_ != "FinancialInstitution" else ()
            return


def grounded(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """租下甲园的旧厂房,改造出乙线; 在甲园划出300亩地,建设乙场: it stands there."""
    inside = any(part.text in words("towards") for part in parts)
    spot = ground_of(witness, parts)
    if inside:
        witness.ground = spot or witness.ground
        return
    witness.ground = spot or witness.ground
    taken = witness.ground.found if witness.ground else None
    if witness.ground is None or taken is None or taken.start < witness.span[0]:
        return
    for part, after in pairs(parts):
        for thing in things(witness, after.phrase, WORKS) if part.kind == "verb" and stands(part.text) else ():
            if thing.found and thing.found.start > taken.end:
                yield from placed_in(witness, thing, witness.ground, "ground")


def ground_of(witness: Witness, parts: Sequence[Part]) -> Actor | None:
    """The place whose ground or buildings a clause says to be taken."""
    taking = next((part for part in parts if part.text.removesuffix("了") in words("grounding") or part.text in words("towards")), None)
    settling = taking is not None and taking.kind == "verb" and taking.text in words("towards")  # 落子甲市,建设乙工厂
    for mark in marks_in(witness.cast.marks, taking.start, parts[-1].end) if taking else ():
        ref = witness.cast.of_mark(mark) if top(mark.classes[0]) in PLACES else None
        if ref and ref.id != COUNTRY and settling:
            return Actor(ref, found(mark))
        if ref and ref.id != COUNTRY and ground().search(witness.cast.text, mark.end, min(mark.end + AROUND, witness.span[1])):
            return Actor(ref, found(mark))
    return None
