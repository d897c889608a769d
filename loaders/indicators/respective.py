"""Figures said respectively: 甲、乙、丙进口分别增长1倍、2倍、3倍 is one figure for each of the three."""
from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.indicators.carried import Named, carry
from loaders.indicators.edges import Span, cleaned, ends_in, one_of
from loaders.indicators.holders import divided, fronted
from loaders.knowledge import listed
from loaders.values import Quantity

RESPECTIVELY = re.compile(r"(?P<list>.*?)(?:分别|依次)(?P<change>[^,]{0,12})$")
SUBJECT = re.compile(r"(?P<list>[^,;]+?)(?:实现|保持|均|都|呈|继续|持续|紧随|列|分列|位列|位居|居|排|包揽|领跑|领先)[^,;]*,$")


def respective(folded: str, left: Span, following: Sequence[Quantity], own: Sequence[Named],
               dealt: Sequence[Named], known: Sequence[Span] = ()) -> list[Named]:
    """The names of the figures that follow in a row, one each, where 分别 or their kinds deal them out, else none. Where it names no
    list, the figures go to those that the last list named (`dealt`), or to the last ones named (`own`)."""
    said = RESPECTIVELY.match(folded[left[0]:left[1]])
    row = in_a_row(folded, following)
    if said is None or row < 2:
        return beside(folded, left, following[:row], known) if row > 1 else []
    (start, end), _ = cleaned(folded, (left[0], left[0] + said.end("list")))
    (first, last), _ = cleaned(folded, (left[0] + said.start("change"), left[1]))
    change, measure = folded[first:last], folded[start:end].removeprefix("同比").removeprefix("环比")
    if change.endswith(listed("indicators", "given")):
        return []
    if items := parted(folded, start, end, row):
        return [each_of(folded, span, shared_tail(folded[slice(*span)], measure) + change, own, known) for span in items]
    before = list(dealt) if len(dealt) == row else list(own[-row:]) if len(own) >= row and not measure else []
    if not before and (subject := SUBJECT.search(folded[:left[0]])):
        items = parted(folded, *subject.span("list"), row)
        if any(span in known for span in items) and (measure or change or own):
            return [each_of(folded, span, measure + change, own, known) for span in items]
        before = [Named(folded[a:b], a, b) for a, b in items]
    return [Named(carry(one, measure + change), one.start, one.end, one.holder) for one in before]


def each_of(folded: str, item: Span, measure: str, own: Sequence[Named], known: Sequence[Span]) -> Named:
    """One of a list with its measure: what is named there by itself is what is measured (甲区、乙区产量)."""
    start, end = item
    holder = next((one for one in known if one[0] == start and folded[one[1]:end] in ("", measure)), None)
    if holder is None:
        return Named(folded[start:end] + measure, start, end)
    if measure in ("", "生产", "为", "销售", "出口") and own:
        measure = own[-1].name
    return Named(folded[holder[1]:end] or measure, start, end, holder)


def beside(folded: str, left: Span, following: Sequence[Quantity], known: Sequence[Span]) -> list[Named]:
    """The names of figures of different kinds side by side, whose list has as many items (旅客、货邮|吞吐量9万人次、8万吨)."""
    if len({quantity.unit for quantity in following}) < len(following):
        return []
    whose, (start, end) = fronted(folded, left, known)
    items = parted(folded, start, end, len(following)) if ends_in(folded[start:end], "measures") else []
    if items and whose is None:
        whose, _, first = divided(folded, items[0])
        items[0] = (first, items[0][1])
    return [Named(folded[a:b] + shared_tail(folded[a:b], folded[start:end]), a, b, whose) for a, b in items]


def shared_tail(item: str, whole: str) -> str:
    """What an item shares with the last one: its measure (甲、乙出口), or all behind its rank (国家级、市级中心)."""
    rank = re.search("[级类型]$", item)
    if rank and (last := re.search(rf"[^、和及与]{{1,4}}{rank.group()}(?P<tail>[^、级]+)$", whole)):
        return last["tail"]
    measure = re.search(rf"{one_of('measures')}$", whole)
    return "" if ends_in(item, "measures") or measure is None else measure.group()


def in_a_row(folded: str, following: Sequence[Quantity]) -> int:
    """How many quantities stand side by side."""
    count = 1
    for before, after in pairwise(following):
        if folded[before.end:after.start].strip() not in ("", "、", "和", "及", "与", ","):
            break
        count += 1
    return count


def parted(folded: str, start: int, end: int, count: int) -> list[Span]:
    """The list cut into so many items, by 、 first and by 和 or 及 where that is not enough; none where it cannot."""
    for joint in ("、", "[、和与]", "[、和与及]"):
        cuts = [start - 1, *(start + match.start() for match in re.finditer(joint, folded[start:end])), end]
        spans = [(a + 1, b) for a, b in pairwise(cuts) if b > a + 1]
        if len(spans) == count == len(cuts) - 1:
            return spans
    return []
