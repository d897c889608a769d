"""Supply: who supplies whom by a noun: A成为B、C的一级供应商, 进入B的供应链, 拿到B的订单, B的供应商A."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.clauses import Part
from loaders.items import top
from loaders.knowledge import any_of
from loaders.lexicon import load
from loaders.phrases import Phrase
from loaders.resolution import Ref
from loaders.statements.atoms import Actor, Atom
from loaders.statements.being.belonging import shaped
from loaders.statements.being.witness import Witness, found, known
from loaders.statements.frames import frames
from loaders.statements.modality import modality
from loaders.statements.naming import place, read_span, refer, some
from loaders.words import Mark

SUPPLIES = "suppliesTo"
FIRST = re.compile("(?:首款|首辆|首台|首批|首个|第[0-9一二三四五六七八九十百千万]+[辆台套]|一[款辆批]|新一代|全新|最新款?)*$")
OPENS = re.compile("[\u4e00-\u9fff]{2,16}?公司")
SERVING = re.compile("(?:为|给)(?P<buyers>[^,，;；。]{2,60}?)(?:做|提供|进行|从事|开展)?(?:一二级|一级|二级|直接|间接|就近)?"
                     "(?:配套|供货|代工|供应)的[\u4e00-\u9fff]{0,8}?(?:企业|厂商|厂家|公司|供应商)")
PRIZE = "(?:的?(?:大?奖项?|称号|奖牌|奖杯|荣誉|殊荣|表彰))?"
TOLD = "之一|的?(?:体系|行列|名录|名单|队伍|认可|认证)"


@dataclass(frozen=True)
class Wording:
    """Verbs, and what ends the clause behind them: the noun, which the buyers stand before."""

    verbs: frozenset[str]
    end: re.Pattern[str]


@cache
def wordings() -> tuple[Wording, ...]:
    """The `nouns` of `supplies.yaml`."""
    return tuple(Wording(frozenset(one["verbs"].split()), re.compile(
        rf"(?:{any_of(one['ends'].split())})(?:{TOLD})*[”」]?{PRIZE}$")) for one in load("supplies")["nouns"])


def supplying(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """A成为B、C等车企的一级供应商: A supplies B and C; 作为B的供应商,A…: whoever the next clause opens with."""
    said = {part.text for part in parts if part.kind in ("verb", "adverb")}
    if modality().unreal(said):
        return
    if witness.awaited:
        said_first = OPENS.match(witness.cast.text, parts[0].start, parts[0].end)
        firms = own(witness, *said_first.span()) if said_first else front_firms(witness, parts[0].phrase)
        yield from tied(witness, firms[:1], witness.awaited)
        witness.awaited = ()
    yield from serving(witness, parts)
    yield from delivered(witness, parts)
    for at, part in enumerate(parts[:-1]):
        end = parts[-1].end
        wording = next((one for one in wordings() if part.text in one.verbs and one.end.search(
            witness.cast.text, part.end, end)), None)
        if wording is None:
            continue
        buyers = bought(witness, parts[at + 1:], part.end, end)
        front = next((one.phrase for one in reversed(parts[:at]) if one.phrase), None)
        wares = front is not None and all(item.generic and top(item.class_) == "Product" for item in front.named)
        makers = front_firms(witness, front) if front else ()
        if (front is None and (part.text != "作为" or at)) or (wares and not makers):  # 产品进入甲公司的供应链
            makers = witness.opening
        if part.text == "作为" and not makers:
            witness.awaited = buyers
        yield from tied(witness, [one for one in makers if top(one.ref.class_) == "Firm"][:1], buyers)
        return


def serving(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """为甲、乙做一二级配套的企业: the class of firms that does so supplies them."""
    told = SERVING.search(witness.cast.text, parts[0].start, parts[-1].end)
    group = next((item for part in parts if part.phrase for item in part.phrase.named
                  if told and item.end == told.end() and top(item.class_) == "AgentGroup"), None)
    ref = refer(witness.cast, group, ("AgentGroup",)) if group else None
    if told and group and ref:
        inside = [part for part in parts if told.start("buyers") <= part.start and part.end <= told.end("buyers")]
        yield from tied(witness, [Actor(ref, place(witness.cast, group))], bought(witness, inside, *told.span("buyers")))


def delivered(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲公司迁到乙区,座椅供给丙公司: the firm that the sentence opens with makes them and supplies 丙公司."""
    at = next((n for n, part in enumerate(parts[1:-1], 1) if part.kind == "verb" and any(
        frame.relation == SUPPLIES for frame in frames().called("object", "verbs", part.text))), None)
    goods = parts[0].phrase
    makers = [one for one in witness.opening if top(one.ref.class_) == "Firm" and one.found and one.found.end < parts[0].start]
    if at is None or goods is None or not makers or some(witness.cast, goods, ("Firm",)):
        return
    buyers = some(witness.cast, parts[at + 1].phrase, ("Firm",))
    yield from tied(witness, makers[:1], buyers)
    for thing in some(witness.cast, goods, ("Product", "Technology")) if buyers else ():
        yield witness.tied("produces", makers[0], thing, "delivered")


def front_firms(witness: Witness, front: Phrase | None) -> tuple[Actor, ...]:
    """The firms that a phrase names, or whose product it names (甲公司的产品)."""
    firms = some(witness.cast, front, ("Firm",))
    owners = [item.owner or item.first for item in front.named] if front and not firms else []
    told = tuple(Actor(ref, found(mark)) for mark in owners if mark and (ref := witness.cast.of_mark(mark))
                 and top(ref.class_) == "Firm")
    return firms or told or tuple(one for item in (front.named if front else ()) if item.condition and not item.owner
                                  if (one := shaped(witness, item)))


def own(witness: Witness, start: int, end: int) -> tuple[Actor, ...]:
    """The firm that the words between two places name, but for what says of its goods that they are the first."""
    text = witness.cast.text[start:end]
    text = re.sub("(?:旗下|的|自主|生产)+$", "", FIRST.sub("", text))
    read = read_span(witness.cast, start, start + len(text)) if text else None
    return some(witness.cast, read, ("Firm",)) if read and len(read.named) == 1 else ()


def bought(witness: Witness, parts: Sequence[Part], start: int, end: int) -> tuple[Actor, ...]:
    """The firms that the end of a clause names, and those that make the vehicles named there."""
    cast = witness.cast
    named = {one.found.start: one for part in parts for one in some(cast, part.phrase, ("Firm",)) if one.found}
    for mark in cast.marks:
        if start <= mark.start and mark.end <= end and (firm := maker(witness, mark)) and mark.kind != "pointer":
            named.setdefault(mark.start, Actor(firm, found(mark)))
    return tuple(named[at] for at in sorted(named))


def maker(witness: Witness, mark: Mark) -> Ref | None:
    """The firm that a mark names, or that makes the model named."""
    ref = witness.cast.of_mark(mark) if top(mark.classes[0]) in ("Firm", "Product") else None
    return ref if ref is None or top(ref.class_) == "Firm" else witness.cast.maker(ref)


def tied(witness: Witness, makers: Sequence[Actor], buyers: Sequence[Actor]) -> Iterator[Atom]:
    """The maker supplies each buyer."""
    for one in makers:
        yield from (witness.tied(SUPPLIES, one, buyer, "supplier") for buyer in buyers if buyer.ref.id != one.ref.id)


def supplies(listed: Phrase) -> bool:
    """Whether a list ends in the supplier of those listed (甲、乙等车企的供应商)."""
    nouns = tuple(noun for noun, relation in known().nouns if relation == SUPPLIES)
    return listed.summary is not None and listed.summary.condition != "" and listed.summary.text.endswith(nouns)
