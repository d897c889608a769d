"""Titles: which lines over a text are one, which bodies stand over it, what genre it names, and what it carries.

A masthead comes in any order and in several lines: bodies, 关于印发…, the years, 的通知; navigation may stand over it,
and the page may say it twice. The lines from 关于 (or from the body whose name runs into it) to the last one are the
title; without 关于 a title reaches up as far as no line is a body's name, a title by itself, or something labelled.
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.layout import layout
from loaders.lines import Line, Reading, fold
from loaders.masthead import NUMBER, is_organ
from loaders.page import Page

LABEL = re.compile(r"(?:附(?:件|表|录)|专栏|表) ?[\d一二三四五六七八九十]{0,2}(?:-\d)?(?: *[::]| +) *(?=\S)")  # what a title stands behind
TAIL = re.compile(r"(?:\((?!以下)[^()]{1,20}\))+$")
CARRIED = re.compile(r"关于(?:公开)?(?:印发|发布|转发|下发)(?:实施)?(.+?)的(?:通知|公告|通告|函)$")
SUBTITLE = re.compile(r"[-—]{1,2}[^-—]")
BRACKETED = re.compile(r"\([^()]{2,20}\)")  # years or 试行 under a title
TELLS = re.compile("(?<!关于)(?<!关于联合)(?:印发|出台|推出|审议通过)[^的]{0,12}《.*(?<!通知)(?<!解读)$")  # a headline: 甲市印发《乙方案》
# a headline that tells who does what with a paper: 甲市出台乙措施, 甲公司与乙区签订合作协议
HEADLINE = re.compile(
    r"^(?!.*(?:关于|《))(?P<who>.{2,24}?)(?<!信息)(?<!标准)(?<!合同)(?<!产品)(?<!数据)(?<!政策)(?<!公开)"
    r"(?:出台|印发|发布|推出|公布|签订|签署|签下|达成|启动实施)(?!(?:平台|机制|工作|管理|会))[^的]*.{4,}(?<!通知)(?<!解读)(?<!函)$")
EXPLAINED = re.compile(" *[《〈].*[》〉](?:[^》〉]{0,12})(?:解读|问答|图解|说明)")
SPEAKING = re.compile("^(?!.*(?:关于|印发|《)).{2,12}[::,].*[“,].*(?:行动|计划|方案|规划|办法|条例)$")  # 甲市:建“乙都”,有行动
# what a headline says that a firm has in view: no paper
INTENDED = re.compile("^(?!.*(?:关于|《|印发)).*"
                      "(?:工厂|新车|建厂|设厂|扩产|产品|车型|产能|上市|出海|裁员|复产|投产|销售|销量|量产|新品|分拆|收购|并购|融资)计划$")
EXPLAINS = re.compile(  # 专家解读|读懂《甲方案》
    "(?:[\u4e00-\u9fff]{0,4}解读|图解|一图读懂|一图看懂|一问一答|政策问答)[|丨:].*|(?:图解|图说|漫画|一图解读|速读|快读)[^《]{0,4}《.*|.*(?:读懂|看懂)《[^》]+$")
TALLEST = 6  # lines of a title


@dataclass(frozen=True, slots=True)
class Titled:
    """A title run read: the bodies over it, the title, and the lines that it takes."""

    issuers: tuple[Reading, ...]
    title: Reading
    rows: tuple[int, ...]


def genre_of(title: str) -> str | None:
    """The genre that a title's last words say, None where they say none."""
    plain = TAIL.sub("", fold(title).replace(" ", "").rstrip("》”"))
    if EXPLAINS.match(plain):
        return "interpretation"
    if SPEAKING.match(plain):
        return None
    if TELLS.search(plain) or HEADLINE.match(plain) or INTENDED.match(plain):
        return None
    return next((genre for genre, ends in layout().genres if ends.search(plain)), None)


def carried_title(title: str) -> str | None:
    """The title of what a notice carries, as the notice's own title says it."""
    match = CARRIED.search(TAIL.sub("", fold(title).replace(" ", "").rstrip("》")))
    return match[1].strip("《》〈〉<>") if match else None


def same_title(one: str, other: str | None) -> bool:
    """Whether two wordings are one title, layout, quotes and book brackets aside."""
    if other is None:
        return False
    first, second = (re.sub(r"[\s《》〈〉<>“”\"'—\-~–()]", "", fold(title)) for title in (one, other))
    return bool(first) and first == second


def read_title(page: Page, run: list[int]) -> Titled | None:
    """A run of lines over a text as masthead and title, None where it is bodies' names only."""
    about = [place for place, index in enumerate(run) if about_at(page.rows[index]) is not None]
    first = about[-1] if about else topmost(page, run)
    if first is None:
        return None
    last = next((place for place in range(first, len(run)) if SUBTITLE.match(page.rows[run[place]].text)), len(run))
    last = max(last, first + 1)
    heads = first
    while heads > 0 and is_organ(page.rows[run[heads - 1]]):
        heads -= 1
    row = page.rows[run[first]]
    issuers = [name for index in run[heads:first] for name in page.bodies(index)]
    explained = EXPLAINED.match(row.text) is not None  # who gave out what is explained does not explain it
    issuers += page.bodies_in(*before_about(row)) if about and not explained else []
    if len(issuers) == 1 and heads < first and about:  # a body's name over 关于… is the title's beginning
        row = page.rows[run[heads]]
    label = LABEL.match(row.text)
    start = row.start + (label.end() if label else (about_at(row) or 0) if len(issuers) > 1 else 0)
    return Titled(tuple(issuers), page.reading(start, page.rows[run[last - 1]].end), tuple(run))


def about_at(row: Line) -> int | None:
    """Where 关于 stands in a line that begins with it, or with bodies' names before it."""
    start = row.text.find("关于")
    before = NUMBER.sub("", row.text[:max(start, 0)]).strip(" 《")
    if start < 0 or (before and not is_organ(Line(row.start, row.start + start, before, 0))):
        return None
    return start


def before_about(row: Line) -> tuple[int, int]:
    """The span of the bodies' names in a line that 关于 follows."""
    start = about_at(row) or 0
    match = NUMBER.match(row.text)
    left = row.text[:start].rfind("《") + 1 or (match.end() if match else 0)
    return row.start + min(left, start), row.start + start


def topmost(page: Page, run: list[int]) -> int | None:
    """The place in a run where a title without 关于 begins; None where the run is bodies' names only."""
    lines = [page.rows[index] for index in run]
    bottom = next((place for place in range(len(lines) - 1, -1, -1)
                   if not is_organ(lines[place]) or genre_of(lines[place].text) == "agreement"), None)
    if bottom is None:
        return None
    if not genre_of("".join(line.plain for line in lines[:bottom + 1])):
        return next(place for place, line in enumerate(lines) if not is_organ(line))
    top = bottom
    while top > 0 and bottom - top < TALLEST - 1 and (BRACKETED.fullmatch(lines[top].plain) or can_begin(lines[top - 1])):
        top -= 1
    return top


def can_begin(row: Line) -> bool:
    """Whether a line can be the upper part of a broken title."""
    annex = re.fullmatch(r"附(?:件|表|录)?\d{0,2}", row.plain)
    return not (annex or is_organ(row) or genre_of(row.text) or re.search(r"[。:;|]", row.text))


def best_title(page: Page, runs: list[list[int]], boxed: str | None, letter: bool) -> Titled | None:
    """The title among the runs: the one that the box gives, else the last that names a genre, else the first.

    Over a page that is no letter even a line that ends like a body's name (…参观某公司) is a title.
    """
    titles = [title for run in runs if (title := read_title(page, run))]
    if not titles and runs and not letter:
        return Titled((), page.between(runs[0][0], runs[0][-1]), tuple(runs[0]))
    named = [title for title in titles if genre_of(title.title.value)]
    agreed = [title for title in titles if same_title(title.title.value, boxed)]
    return next(iter(agreed or named[-1:] or titles), None)


def continues(row: Line) -> bool:
    """Whether a line can be the rest of a title: years in brackets, or a last word such as 实施方案."""
    return bool(BRACKETED.fullmatch(row.plain)) or (len(row.plain) < 20 and genre_of(row.plain) is not None)
