"""Crafts: who makes what, told by the words around both: 雷达厂商A, 做电机的A, A年产电机, A的电机出货, 电机在A下线, 采用A的电机.

The patterns are in `produces.yaml`; `slots` lets them speak of firms and goods, `<wares>` is a run of words that names goods.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.items import top
from loaders.knowledge import any_of, knowledge, listed
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.being.deals import front, spoken, stranger
from loaders.statements.being.owners import is_part
from loaders.statements.being.slots import GOODS, MAKING, WARES, Spelled, actors, templates
from loaders.statements.being.witness import Witness
from loaders.statements.naming import place, read_span, refer

NOBODY = 2  # characters left of a front that names nobody
RANKED = "位[居列]|稳居|[名跃高]居|名列|连续|荣登|跻身|蝉联|居全|居行|排名"  # 甲商用车连续三年位居全国客车|销量第一
RUN = f"(?:(?!{RANKED}|首[辆台款批]|下线)(?![的了是在已将为与和及占从被把有均都括])[\u4e00-\u9fffA-Za-z0-9+“”·/-]|{GOODS})"
GROWS = re.compile("(?:再|又|续|新|拟)?(?:扩大?|增加?|提升|加码|释放)(?=.)"  # 甲公司|再扩|电池产能
                   "|(?:中国|国际|全球|世界|国内|本土|外资|民营|老牌|知名|领先|本地|当地)+(?=.)")  # 国际|电池巨头甲公司
LISTED = f"(?![销量值额率]){RUN}{{1,14}}?(?:(?:、|和|及|与){RUN}{{1,14}}?)*?"  # 产|销, 产|量: no goods


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """The `crafts` of `produces.yaml`, their slots and families of words filled in."""
    return templates("produces", "crafts", {
        "makers": f"(?P<makers>{MAKING}(?:[、和与及]{MAKING})*)", "wares": f"(?P<wares>{LISTED})", "things": f"(?P<things>{LISTED})",
        "goods": f"(?P<goods>{GOODS}(?:[、和及]{GOODS})*)"})


@cache
def cues() -> re.Pattern[str]:
    """Words without which no clause tells of a craft."""
    return re.compile(any_of(knowledge("produces")["cues"].split()))


def crafting(witness: Witness, read: Spelled, acting: Sequence[Actor]) -> Iterator[Atom]:
    """What a clause says of making; `acting` are those who act in it."""
    if not cues().search(read.text) or "分别" in read.text:  # 甲、乙分别生产丙、丁: `predicates` reads it
        return
    for pattern in patterns():
        for said in pattern.finditer(read.text):
            groups = said.groupdict()
            things = goods(witness, read, said)
            named = [slot for slot in read.slots[slice(*said.span("makers"))] if slot] if groups.get("makers") else []
            makers = actors(named) if "makers" in groups else front(read, said.start()) if things else []
            if things and "makers" not in groups and witness.cast.telling and not stranger(read, said.start(), NOBODY):
                makers = makers or [one for one in spoken(witness, read, said.start(), acting, set()) if one.found]
            for one in makers[:1] if leagued(said) else makers:
                yield from (witness.tied("produces", one, thing, "made") for thing in things
                            if one.ref.class_ != "FinancialInstitution" and fits("produces", one.ref.class_, thing.ref.class_))


def leagued(said: re.Match[str]) -> bool:
    """Whether what firms are only tells of the first of two (电池巨头|甲公司与乙公司|签约)."""
    groups = said.groupdict()
    two = "与" in (groups.get("makers") or "") and bool(groups.get("wares"))
    return two and said.start("wares") < said.start("makers")


def goods(witness: Witness, read: Spelled, said: re.Match[str]) -> list[Actor]:
    """The goods that a pattern names: as a slot, or by the words of a run."""
    if said.groupdict().get("goods"):
        return actors(slot for slot in read.within(said.span("goods"), GOODS) if concrete(slot.actor))
    named_so = "things" in said.re.groupindex  # whatever it is called, it is made
    first, last = said.span("things" if named_so else "wares")
    grows = GROWS.match(read.text, first, last)
    first = grows.end() if grows else first
    end = read.slots[last - 1]
    named = read_span(witness.cast, read.places[first], end.end if end else read.places[last - 1] + 1)
    if named is None or named.tail:
        return []
    things = [(item, refer(witness.cast, item, WARES, "Product" if named_so else "")) for item in named.named if not item.generic]
    return [one for item, ref in things if ref and concrete(one := Actor(ref, place(witness.cast, item)))]


def concrete(thing: Actor) -> bool:
    """Whether a thing is made, no trade and no art."""
    return (top(thing.ref.class_) == "Product" or is_part(thing.ref)) and not thing.ref.name.endswith(listed("produces", "arts"))
