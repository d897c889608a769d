"""What a figure without a name of its own carries from before: 同比增长9%, 占全市比重, 出口值创新高,共计9亿元, 新厂投产,产能为9万台."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.indicators.edges import Span, one_of, place_of, without_plan
from loaders.indicators.holders import fronted


@dataclass(frozen=True, slots=True)
class Named:
    """A name beside a figure, before time and value are known."""

    name: str
    start: int
    end: int
    holder: Span | None = None


def is_carried(words: str) -> bool:
    """Whether the words speak of what was named before: 同比增长, 占全市比重, 增长."""
    return not words or bool(re.match(rf"{one_of('compared')}|{one_of('same_as_change')}(?:比|较|高于|低于)", words)
                             or re.fullmatch(rf"{one_of('places')}?{one_of('changes', 'same_as_change')}", words))


def carry(base: Named, words: str) -> str:
    """The full name: the base without its own change, and the words."""
    words = words.rstrip("的")
    level = re.sub(rf"(?:同比|环比|年均|[比较][^,]{{1,8}})?{one_of('changes')}$|(?:占(?!比)|高于|低于)[^,]{{1,16}}$", "", base.name)
    level = level or base.name
    shared = next((n for n in range(min(len(level), len(words)), 1, -1) if level.endswith(words[:n])), 0)
    return level + words[shared:]


def topic_before(folded: str, end: int, known: Sequence[Span]) -> Named | None:
    """The measure that an earlier clause speaks of without a figure: 出口值创历史新高,共计…, 甲区产量居首,为…"""
    topic = re.compile(rf".{{2,40}}?{one_of('measures')}(?={one_of('moved')})")
    for clause in reversed(list(re.finditer(r"[^,;:]+", folded[:end]))):
        if match := topic.match(clause.group()):
            holder, body = fronted(folded, (clause.start(), clause.start() + match.end()), known)
            return Named(folded[body[0]:body[1]], *body, holder)
    return None


def topic_acting(folded: str, end: int) -> Span | None:
    """What the clause before tells of (新厂投产,产能为…): the thing that the figure is one of."""
    start = max(folded.rfind(",", 0, max(end - 1, 0)), folded.rfind(";", 0, max(end - 1, 0))) + 1
    said = re.match(rf"(?P<what>[^,;]{{2,}}?)(?:已|正式|全面|顺利|将)*{one_of('happens')},?$", folded[start:end])
    return place_of(folded, start, start + len(without_plan(said["what"]))) if said else None
