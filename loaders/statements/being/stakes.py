"""Stakes: who owns the greater part of a firm: 收购B公司51%的股权, 对B持股60%, 完成对B的收购, B被A收购."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses import Part
from loaders.items import top
from loaders.statements.atoms import Actor, Atom
from loaders.statements.being.slots import own
from loaders.statements.being.witness import Witness
from loaders.statements.modality import modality
from loaders.statements.naming import read_span, some
from loaders.statements.wordings import is_name
from ontology.records import Found

SHARE = r"(?P<share>[0-9]+(?:\.[0-9]+)?)[%％]|(?P<all>全部|控股权|控制权|多数股权|全资|剩余)"
TAKES = "收购|并购|持有|拥有|取得|获得|受让|购得|购买|拿下|持股|占股|控股|斩获|接手"
NAME = r"[\u4e00-\u9fffA-Za-z（）()]{2,30}?"
BOUGHT = re.compile(rf"(?:{TAKES})了?(?P<firm>(?!比例|股份|股权|股比|其){NAME})的?(?:{SHARE})(?:的?股[权份比]|$|[,，])?")
GREATER = r"(?:(?:100|[5-9]\d)[\d.]*[%％]的?股[权份]的?)?"
DONE = re.compile(rf"完成了?对(?P<firm>{NAME})的?{GREATER}(?:全资|战略|正式)?(?:收购|并购|控股|股权收购)")
TAKEN = re.compile(rf"(?:被|为(?=[^,，。;；]{{2,30}}所))(?P<firm>{NAME})所?(?:全资|正式)?(?:收购|并购|控股|兼并|(?<=全资)持有)")
HOLDS = re.compile(rf"(?:持股|占股|控股|持股比例为?|股比为?|出资占比)(?:比例)?(?:达|为)?(?:{SHARE})")
BY = re.compile(rf"由(?P<firm>{NAME})(?:持股|占股|控股|持有)(?:比例)?(?:达|为)?(?:{SHARE})")
BESIDE = re.compile(  # 由甲公司(持股比例51%)与乙公司(49%)共同出资
    rf"(?P<firm>[^,，。;；、()（）与和由]{{2,24}})[(（](?:股权|持股|出资|占股|股比|认缴)[^()（）,，]{{0,8}}?{SHARE}[)）]")
EACH = re.compile(rf"分别(?:持股|占股|出资|持有)(?:比例)?(?:为|占)?{SHARE}[^和、与,，。]{{0,2}}[和、与,，]")
FOUNDED = re.compile("(?:出资|投资|合资|共同|联合)[^,，;；。]{0,6}(?:成立|设立|组建)")
MOST, LONGEST = 50, 12


def stakes(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """The firm that a clause says somebody owns the greater part of is his."""
    said = {part.text for part in parts if part.kind in ("verb", "adverb")}
    if modality().denied & said:
        return
    hoped = modality().wishes(said)
    text, start, end = witness.cast.text, parts[0].start, parts[-1].end
    front = some(witness.cast, parts[0].phrase, ("Firm",)) or tuple(one for one in witness.opening if top(one.ref.class_) == "Firm")
    taken, bought = TAKEN.search(text, start, end), BOUGHT.search(text, start, end)
    told = taken or DONE.search(text, start, end) or (bought if bought and most(bought) else None)
    firms = (own(witness.cast, *told.span("firm")) or coined(witness, *told.span("firm"))) if told else ()
    by = BY.search(text, start, end)
    holder_ = own(witness.cast, *by.span("firm")) if by and most(by) else ()
    if holder_:
        yield from (tied(witness, one, holder_[0]) for one in witness.opening[:1]
                    if top(one.ref.class_) == "Firm" and one.ref != holder_[0].ref)
    elif firms:
        atoms = (tied(witness, one, firms[0]) if taken else tied(witness, firms[0], one) for one in front[:1] if one.ref != firms[0].ref)
        yield from (replace(atom, status="proposed") for atom in atoms) if hoped else atoms
    elif not hoped and (several := shared(witness, start, end)):
        yield several
    elif not hoped and (holds := HOLDS.search(text, start, end)) and most(holds) and FOUNDED.search(text, witness.span[0], start):
        made = next((one for one in witness.opening if top(one.ref.class_) == "Firm"), None)
        named = own(witness.cast, start, holds.start()) or some(witness.cast, parts[0].phrase, ("Firm",))
        holder = next(iter(named), None)
        holder = holder or next((one for part in parts for one in some(witness.cast, part.phrase, ("Firm",))), None)
        if made and holder and made.ref != holder.ref:
            yield tied(witness, made, holder)


def coined(witness: Witness, start: int, end: int) -> tuple[Actor, ...]:
    """The firm that only its being bought shows (收购|重庆甲锂|60%股权)."""
    name = witness.cast.text[start:end]
    read = read_span(witness.cast, start, end)
    plain = read and len(read.named) == 1 and read.named[0].class_ == "" and read.named[0].text == name
    ref = witness.cast.named(name, "Firm") if plain and 3 < len(name) <= LONGEST and is_name(name) else None
    return (Actor(ref, Found(start, end, name)),) if ref else ()


def shared(witness: Witness, start: int, end: int) -> Atom | None:
    """Of those who found a firm together the one whose share is the greater part."""
    firms = [one for one in (*witness.opening, *witness.named) if top(one.ref.class_) == "Firm"]
    text = witness.cast.text
    if beside := next((said for said in BESIDE.finditer(text, start, end) if most(said)), None):
        holder = next(iter(own(witness.cast, *beside.span("firm"))), None)
    else:
        each = EACH.search(text, start, end)
        pair = firms[-2:] if each and most(each) and FOUNDED.search(text, witness.span[0], end) else []
        holder = pair[0] if len(pair) == 2 else None
        firms = firms[:-2] if pair else []
    made = next((one for one in firms if holder and one.ref != holder.ref), None)
    return tied(witness, made, holder) if made and holder else None


def most(said: re.Match[str]) -> bool:
    """Whether the share is the greater part."""
    return said["share"] is None or float(said["share"]) > MOST


def tied(witness: Witness, firm: Actor, owner: Actor) -> Atom:
    return witness.tied("subsidiaryOf", firm, owner, "stake")
