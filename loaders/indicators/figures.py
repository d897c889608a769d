"""Figures: each quantity of a sentence with the name, the holder and the time that the frame around it gives."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from loaders.grants import grants
from loaders.grants.sums import shares
from loaders.indicators.carried import Named, is_carried, topic_acting
from loaders.indicators.edges import Span, one_of
from loaders.indicators.holders import fronted
from loaders.indicators.names import RESTRICTS, name_of
from loaders.indicators.respective import respective
from loaders.indicators.times import CLAUSE, Horizon, governing, last_horizon, set_by, timed
from loaders.values import Quantity, When, fold, quantities

SENTENCE = re.compile(r"[^。!?\n]+")
LASTING = re.compile("连续[0-9两三四五六七八九十]+(?:年|个?月|个?季度)(?=[^,;]*[0-9百千万亿])")  # 产值连续两年突破9亿元
CHANGE = re.compile(r"的?[\u4e00-\u9fff]{1,5}[到至为]了?(?:(?:19|20)\d\d年(?:年?[底末初])?的?|去年的?|上年的?|目前的?|如今的?|现在的?)?")
SEVERALLY = re.compile(r"(?:分别|依次)[^,;0-9]{0,6}$")
JOINED = ("、", "和", "及", "与")
SHORTEST_GOAL, LONGEST_GOAL = 4, 80


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of an indicator. `text[name_start:name_end]` is the wording of `name` that stands beside it;
    `holder` is the span of the thing measured where it is named in front. A goal without a figure has `level`, the
    words that say it, and no value. `date` is an ISO month or day (the end of a span) where one is said. Units and
    operators are those of `Quantity`; `kind` is target or achieved."""

    start: int
    end: int
    name: str
    name_start: int
    name_end: int
    holder: Span | None
    value: int | float | None
    value_max: int | float | None
    unit: str
    operator: str
    year: int | None
    date: str | None
    baseline: int | float | None
    kind: str
    level: str = ""


def indicators(text: str, *, year: int | None = None, kind: str = "achieved",
               horizon: Horizon | None = None, known: Sequence[Span] = ()) -> list[Figure]:
    """The figures of indicators in a sentence or paragraph. `year` is the document's year, `kind` what a figure is
    where nothing tells (target in a plan), `horizon` the time set by a sentence before (see `last_horizon`), `known`
    the spans of places, firms and the like that are named: one in front of a measure is what is measured."""
    found: list[Figure] = []
    for sentence in SENTENCE.finditer(fold(text)):
        said = text[sentence.start():sentence.end()]
        here = [(start - sentence.start(), end - sentence.start()) for start, end in known]
        found += [shifted(figure, sentence.start()) for figure in read_sentence(said, year, kind, horizon, here)]
        horizon = last_horizon(said, year=year, before=horizon)
    return found


def shifted(figure: Figure, by: int) -> Figure:
    """The figure with its offsets moved."""
    holder = (figure.holder[0] + by, figure.holder[1] + by) if figure.holder else None
    return replace(figure, start=figure.start + by, end=figure.end + by, name_start=figure.name_start + by,
                   name_end=figure.name_end + by, holder=holder)


def read_sentence(sentence: str, year: int | None, kind: str, horizon: Horizon | None,
                  known: Sequence[Span]) -> Iterator[Figure]:
    """The figures of one sentence in order; one without a noun of its own speaks of the one before."""
    folded = fold(sentence)
    dated = governing(sentence, year)
    terms = [(grant.start, grant.end) for grant in grants(sentence) if grant.relation == "subsidizes"]
    terms += [match.span() for match in re.finditer("“[^”]*”|[0-9一二三四五六七八九十两]+年前的", folded)]
    terms += [clause.span() for clause in re.finditer("[^,;]+", folded) if shares(folded, *clause.span())]
    terms += [match.span() for match in LASTING.finditer(folded)]
    found = [q for q in quantities(sentence) if not any(start <= q.start < end for start, end in terms)]
    own: list[Named] = []
    dealt: list[Named] = []
    waiting: list[Named] = []
    previous: Named | None = None
    baseline: Quantity | None = None
    for n, quantity in enumerate(found):
        left, right = around(folded, found, n)
        left = (max(left[0], previous.end), left[1]) if previous and previous.end <= left[1] else left
        if not waiting and (row := respective(folded, left, found[n:], own, dealt, known)):
            waiting, dealt = list(row), row
        if n + 1 < len(found) and starts_change(folded, left, quantity, found[n + 1]):
            baseline = quantity
            continue
        if baseline is not None:
            left = before_change(folded, around(folded, found, n - 1)[0])
        if not waiting and is_unsorted(folded, left, found, n):
            previous = None
            continue
        base = own[-1] if own else None
        named = waiting.pop(0) if waiting else name_of(folded, quantity, left, right, base, previous, known)
        if named is not None:
            named = inherited(folded, named, own, left[0])
            yield figure_of(named, quantity, baseline, timed(sentence, dated, quantity.start, year, kind, horizon))
            own += [] if base and is_carried(folded[named.start:named.end]) else [named]
        previous, baseline = named, None
    yield from goals(sentence, dated, year, horizon, known)


def is_unsorted(folded: str, left: Span, found: list[Quantity], n: int) -> bool:
    """Whether a figure is one of several dealt out to nothing that is listed (产销量分别为9辆和|8辆)."""
    if SEVERALLY.search(folded[left[0]:left[1]]):
        return n + 1 < len(found) and folded[found[n].end:found[n + 1].start].strip() in JOINED
    return n > 0 and folded[found[n - 1].end:found[n].start].strip() in JOINED and is_unsorted(
        folded, around(folded, found, n - 1)[0], found, n - 1)


def inherited(folded: str, named: Named, own: list[Named], clause: int) -> Named:
    """The name with the holder of the one before it, or with what the clause before tells of, where it has none."""
    if named.holder is not None:
        return named
    before = own[-1].holder if own and ";" not in folded[own[-1].start:named.start] else None
    return replace(named, holder=before or topic_acting(folded, clause))


def figure_of(named: Named, quantity: Quantity, baseline: Quantity | None, time: Horizon) -> Figure:
    return Figure(min(named.start, quantity.start), max(named.end, quantity.end), named.name, named.start, named.end,
                  named.holder, quantity.value, quantity.value_max, quantity.unit, quantity.operator, time.year,
                  time.date, baseline.value if baseline else None, time.kind)


def around(folded: str, found: list[Quantity], n: int) -> tuple[Span, Span]:
    """What stands before and after a quantity within its clause, up to its neighbours."""
    start = found[n - 1].end if n else 0
    if n and RESTRICTS.match(folded[start:]):  # 收入超过10亿元的企业突破100家: the first is part of the name
        start = around(folded, found, n - 1)[0][0]
    stops = [match.end() for match in CLAUSE.finditer(folded, start, found[n].start)]
    end = found[n + 1].start if n + 1 < len(found) else len(folded)
    stop = CLAUSE.search(folded, found[n].end, end)
    return (stops[-1] if stops else start, found[n].start), (found[n].end, stop.start() if stop else end)


def starts_change(folded: str, left: Span, quantity: Quantity, following: Quantity) -> bool:
    """Whether a quantity is where a change starts: 由…9%上升到…"""
    return bool(re.search(r"(?:由|从)[^,]{0,14}$", folded[left[0]:left[1]])
                and CHANGE.fullmatch(folded[quantity.end:following.start]))


def before_change(folded: str, left: Span) -> Span:
    """What stands before 由 or 从."""
    return left[0], left[0] + len(re.split("由|从", folded[left[0]:left[1]])[0])


def goals(sentence: str, dated: Sequence[When], year: int | None, horizon: Horizon | None,
          known: Sequence[Span]) -> Iterator[Figure]:
    """What is wanted better without a figure: a rank (规模进入全国前列), and in a sentence that names the target date
    itself also a manner (配套能力显著增强)."""
    folded = fold(sentence)
    aims = [aim for when in dated if (aim := set_by(sentence, when, year)).kind == "target"]
    time = aims[-1] if aims else horizon
    if time is None or time.kind != "target":
        return
    for clause in re.finditer(r"[^,;:]+", folded):
        at = clause.start()
        for match in goal_pattern(bool(aims)).finditer(clause.group()):
            holder, (start, end) = fronted(folded, (at + match.start("name"), at + match.end("name")), known)
            if SHORTEST_GOAL <= end - start <= LONGEST_GOAL and not quantities(folded[start:at + match.end()]):
                yield Figure(start, at + match.end(), folded[start:end], start, end, holder, None, None, "", "=",
                             time.year, time.date, None, "target", match["level"])


@cache
def goal_pattern(manners: bool) -> re.Pattern[str]:
    reach = rf"{one_of('reaches')}[^、]{{0,12}}?“?{one_of('ranks')}”?"
    level = rf"{reach}|{one_of('manners')}{one_of('goals')}" if manners else reach
    return re.compile(rf"(?P<name>.{{2,}}?)(?P<level>{level})(?=、|$)")
