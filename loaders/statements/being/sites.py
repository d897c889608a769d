"""Sites: what stands where, by typed sides. In one clause a thing, a place and a word of `patterns/sites.yaml`: 在甲区设有乙,
甲区建起乙, 甲区引进乙公司, 厂址在甲园; over a comma the ground on which something is built, and the place that a sentence opens with."""
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
from loaders.referents.spoken import named_before, project_told
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.bare import SEAT, spoken_of
from loaders.statements.being.witness import PLACES, Witness, found
from loaders.statements.frames import frames
from loaders.statements.modality import modality
from loaders.statements.naming import place, read_span, refer, some
from loaders.words import Mark, marks_in

WORKS = ("Project", "Platform", "Park", "Institution")
DRAWN = ("Firm", "Institution", "Platform", "Project")
SITTERS = ("Firm", "Institution", "Association", "Platform", "Project", "Park")
COUNTRY = "cn"
NAMED = ("Firm", "Institution", "Product", "Technology")  # whose names do not say where
LINE = re.compile("[—–至到]|高速公路|铁路|高铁|专线")
INNER = re.compile("里|内|中|境内|上")
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
    for read in (raised,) if helped else (standing, raised, drawn, seated, grounded):
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


def seated(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """厂址|在甲园, 注册地|为乙区: whose seat that is is there."""
    if len(parts) < 3 or parts[0].phrase is None:
        return
    verb = next((n for n, part in enumerate(parts[1:], 1) if part.kind != "adverb"), len(parts) - 1)
    item = parts[0].phrase.named[-1]
    seat = next((word for word in sorted(words("seats"), key=len, reverse=True) if parts[0].text.endswith(word)), "")
    if not seat or parts[verb].text not in words("sited") or (seat == SEAT and item.first):
        return
    last = next((part.phrase for part in parts[verb + 1:] if part.phrase), None)
    where = spots(witness, last) if last is not None else ()
    thing = sitter(witness, item, seat) if where else None
    yield from placed_in(witness, thing, where[-1], "seat") if thing else ()


def sitter(witness: Witness, item: Item, seat: str) -> Actor | None:
    """Whose seat it is: named with it, else what the sentence, or the text, speaks of."""
    mark = item.first or item.owner
    ref = witness.cast.of_mark(mark) if mark and top(mark.classes[0]) in SITTERS else None
    if ref and mark:
        return Actor(ref, found(mark))
    if item.text not in (seat, "其" + seat):
        read = read_span(witness.cast, item.start, item.end - len(seat))  # 甲公司|厂址
        return next(iter(some(witness.cast, read, SITTERS)), None)
    told = project_told(witness.cast, item.start) if seat in words("chosen") else None
    before = [one for one in (*witness.opening, *witness.named) if top(one.ref.class_) in SITTERS
              and one.found and one.found.end <= item.start]
    topic = named_before(witness.cast, witness.cast.topic, item.start)
    return Actor(told, None) if told else before[0] if before else Actor(topic, None) if topic else None


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
    for mark in marks_in(witness.cast.marks, taking.start, parts[-1].end) if taking else ():
        ref = witness.cast.of_mark(mark) if top(mark.classes[0]) in PLACES else None
        if ref and ref.id != COUNTRY and ground().search(witness.cast.text, mark.end, min(mark.end + AROUND, witness.span[1])):
            return Actor(ref, found(mark))
    return None


def heading(witness: Witness, parts: Sequence[Part]) -> Actor | None:
    """The park or district that a clause does no more than name (在甲园,…; 走进甲园,…; 甲园内,…)."""
    said = [part for part in parts if part.kind != "adverb"]
    leads = len(said) == 2 and said[0].text in words("leading")
    if not leads and (len(said) != 1 or not INNER.match(witness.cast.text, said[0].phrase.named[-1].end if said[0].phrase else 0)):
        return None
    named = some(witness.cast, said[-1].phrase, PLACES)
    return named[0] if len(named) == 1 and not WIDE.search(named[0].ref.name) and named[0].ref.id != COUNTRY else None


def by_name(witness: Witness, phrase: Phrase) -> Iterator[Atom]:
    """甲公司乙市工厂, 丙服务区超充站: the last place of a work's name is where it stands; a line between two stands in none."""
    for item in phrase.named:
        if item.mark or top(item.class_) != "Project" or not item.text.endswith(tuple(words("fixed"))):
            continue
        inside = [mark for mark in marks_in(witness.cast.marks, item.start, item.end - 1)
                  if top(mark.classes[0]) in PLACES and mark.kind == "name"]
        ref = witness.cast.of_mark(inside[-1]) if inside and not LINE.search(item.text) else None
        apart = ref is None or WIDE.search(ref.name) or inside[-1].text.endswith(("市", "省"))
        work = None if apart else refer(witness.cast, item, ("Project",))
        if ref and work and top(work.class_) == "Project":
            yield from placed_in(witness, Actor(work, place(witness.cast, item)), Actor(ref, found(inside[-1])), "name")
