"""The time that figures speak of: the dates before them in their sentence, else the horizon set by an earlier one."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.indicators.edges import one_of
from loaders.values import COMPARED, When, dates, fold

CLAUSE = re.compile(r"[,;:]")
AIM = re.compile(r"(?<![截年月日0-9])(?:到|至)$")  # 1月至|2月: a span
AIMED = re.compile(r"的?目标|年?底?前|之前|以前")
PLAN = re.compile(r"“?十.五”?(?:规划)?")
SINCE = re.compile("[^,;。]{0,16}?(?:以来|至今|起)")  # 自1969年建厂以来|,累计产车9万辆: up to now
SO_FAR = re.compile("(?:目前|如今|现|已|至今|累计|迄今|截至目前)")
FOUNDED = re.compile(  # the clause of a date behind which another begins
    "[^,，;；。]{0,16}?(?:成立|建立|批准|批复|落户|落地|投产|开工|始建|创办|入驻|开园|奠基|设立|投运|投用)[^,，;；。]{0,4}[,，]")
PURPOSE = re.compile("以[^,，;；]{1,24}为目标")  # what is done now
PARTED = re.compile(r"\s*其中")
COMING = re.compile(r"(?:达产|投产|建成|投用|投运|满产|完工|竣工)(?:之|以)?后[,，]?"
                    r"(?:将|预计|有望|(?:每年|年)?可(?!比)|年(?=产|税|销|营|收|利|新增))")
QUOTED = re.compile("“[^”]*”")  # “国家人才计划”: no plan
HIDDEN = re.compile(r"《[^》]*》|\([^)]*\)|〔[^〕]*〕")


@dataclass(frozen=True, slots=True)
class Horizon:
    """The time of figures: the year, the finer ISO date (the end of a span), and target or achieved."""

    year: int | None
    date: str | None
    kind: str


def last_horizon(sentence: str, *, year: int | None = None, before: Horizon | None = None) -> Horizon | None:
    """The time that holds after a sentence: its last target date, else its last date; the one before where it names
    none."""
    if before and PARTED.match(sentence):  # its years are parts of the time before
        return before
    named = [set_by(sentence, when, year) for when in governing(sentence, year)]
    targets = [horizon for horizon in named if horizon.kind == "target"]
    return next(reversed(targets or named), before)


def governing(sentence: str, year: int | None) -> list[When]:
    """The dates that time what follows: none in titles and brackets, no base of a comparison (由上一年的…)."""
    folded = fold(sentence)
    hidden = [match.span() for match in HIDDEN.finditer(folded)]
    return [when for when in dates(sentence, year)
            if not any(start <= when.start < end for start, end in hidden)
            and not folded.endswith(COMPARED, 0, when.start) and not PLAN.fullmatch(when.text)
            and not (folded.endswith(("自", "从"), 0, when.start) and SINCE.match(folded, when.end))]


def set_by(sentence: str, when: When, year: int | None) -> Horizon:
    """The horizon that a date sets: a target after 到, before 前 or 目标, or later than the document."""
    aimed = AIM.search(sentence[max(0, when.start - 3):when.start]) or AIMED.match(sentence[when.end:])
    ahead = when.year > year if year is not None and when.year != year else bool(aimed)
    return Horizon(when.year, (when.last or when.iso) if when.finer else None, "target" if ahead else "achieved")


def timed(sentence: str, dated: Sequence[When], at: int, year: int | None, kind: str, horizon: Horizon | None) -> Horizon:
    """The time of a figure that stands at an offset of the sentence, whose governing dates are `dated`; a time that is
    past goes on only into the parts of what was counted then (2021年产值9亿元。其中,…)."""
    named = [when for when in dated if when.end <= at]
    carried = horizon if horizon and (horizon.kind == "target" or PARTED.match(sentence)) else None
    now = set_by(sentence, named[-1], year) if named else carried or Horizon(None, None, kind)
    if named and kind == "target" and year is not None and named[-1].year >= year and not cue(
            "achieved", sentence[:at]):  # the plan's own year: 2022年,新增换电站90座
        now = replace(now, kind="target")
    if named and kind == "target" and year is None and named[-1].last and not cue("achieved", sentence[:at]):
        now = replace(now, kind="target")  # an undated plan's years: 2023—2025年,新增车辆9万辆
    clause = QUOTED.sub("", CLAUSE.split(fold(sentence[:at]))[-1])
    if not named and cue("achieved", clause):
        return Horizon(None, None, "achieved")
    if named and SO_FAR.match(clause.lstrip()) and FOUNDED.match(sentence, named[-1].end):
        return Horizon(None, None, "achieved")  # 甲园2003年建立,|已建成厂房9万平方米
    coming = list(COMING.finditer(sentence, 0, at))
    if coming and (not named or now.kind == "achieved"):  # 2023年建成,投产后将…: the year is that of what came before
        return Horizon(None, None, "target")
    undated = not named or year is None or named[-1].year >= year
    if undated and (cue("target", clause) or cue("aims", sentence[:at])):
        return replace(now, kind="target")
    return now


def cue(key: str, words: str) -> bool:
    words = PURPOSE.sub("", words)
    return re.search(one_of(key), words) is not None
