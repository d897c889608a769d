"""Figures said respectively: 甲、乙、丙进口分别增长1倍、2倍、3倍 is one figure for each of the three."""
from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.indicators.names import Named, Span, cleaned, ends_in, one_of
from loaders.values import Quantity

RESPECTIVELY = re.compile(r"(?P<list>.+?)分别(?P<change>[^,]{0,6})$")


def respective(folded: str, left: Span, following: Sequence[Quantity]) -> list[Named]:
    """The names of the figures that follow in a row, one each, where 分别 deals them out; else none."""
    said = RESPECTIVELY.match(folded[left[0]:left[1]])
    row = in_a_row(folded, following)
    if said is None or row < 2:
        return []
    (start, end), _ = cleaned(folded, (left[0], left[0] + said.end("list")))
    items = parted(folded, start, end, row)
    change = re.search(rf"{one_of('changes')}$", said["change"])
    return [Named(folded[a:b] + shared_tail(folded[a:b], folded[start:end]) + (change.group() if change else ""), a, b)
            for a, b in items]


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
        if len(cuts) == count + 1:
            return [(a + 1, b) for a, b in pairwise(cuts)]
    return []
