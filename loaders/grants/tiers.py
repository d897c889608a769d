"""Tiers: the conditions that amounts are dealt out to, one each (达到1万辆、5万辆的,分别给予1万元、5万元)."""
from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from loaders.grants.sums import money_in
from loaders.grants.triggers import Span, clauses, one_of
from loaders.values import Quantity, fold, quantities

NOT_NAME = re.compile(r"^[、,和及\s]+|(?:分别|每[辆台个家户]?|的?一次性|给予|奖励|补贴|最高)+$")


@dataclass(frozen=True, slots=True)
class Dealt:
    """What a clause behind a grant deals out: so many names, as many sums, and where it ends."""

    names: tuple[str, ...]
    sums: tuple[Quantity, ...]
    end: int


def dealt_behind(text: str, folded: str, start: int, end: int) -> Dealt | None:
    """2024年、2025年分别为5元/公斤、3元/公斤: the tiers of a grant that said no sum, None where the clause deals none."""
    said = re.match(r"[\s,]*(?:标准|补贴标准|奖励标准|其中)?(?P<names>[^,;]+?(?:[、和及][^,;、]+?)+)(?:分别|依次)(?:为|是|按照?|给予)?",
                    folded[start:end])
    if said is None:
        return None
    names = tuple(re.split("[、和及]", text[start + said.start("names"):start + said.end("names")]))
    sums = tuple(money_in(folded, start + said.end(), end))
    alike = len({name[-1:] for name in names}) == 1
    return Dealt(names, sums, end) if alike and len(names) == len(sums) else None


def named_tiers(folded: str, start: int, sums: list[Quantity]) -> list[str]:
    """The names before the sums (充电车型0.2万元、换电车型0.3万元), none unless each has one."""
    names, at = [], start
    for quantity in sums:
        names.append(NOT_NAME.sub("", folded[at:quantity.start]))
        at = quantity.end
    return names if all(re.fullmatch(r"[^,;\d]{2,16}", name) for name in names) else []


def dealt_tiers(text: str, folded: str, start: int, end: int, count: int) -> tuple[list[str], Span | None]:
    """What so many sums are dealt out to in the words before 分别, and where it stands; count 0 takes what is there."""
    for find in (listed_figures, listed_conditions, listed_honours, listed_owners, listed_places):
        tiers, span = find(text, folded, start, end)
        if len(tiers) > 1 and count in (0, len(tiers)):
            return tiers, span
    return [], None


def listed_figures(text: str, folded: str, start: int, end: int) -> tuple[list[str], Span | None]:
    """年产量达1万辆、5万辆: each figure with the words before the first."""
    found = quantities(folded[start:end])
    for _, run in groupby(enumerate(found), lambda pair: (pair[1].unit, chain(folded[start:end], found, pair[0]))):
        row = [quantity for _, quantity in run]
        if len(row) > 1:
            first, last = start + row[0].start, start + row[-1].end
            clause = next(span for span in clauses(folded, start, end) if span[0] <= first < span[1] or span[1] == end)
            said = [text[start + q.start:start + q.end] for q in row]
            bound = shared_bound(said)
            head = re.sub(r"^[\s,]*[且并]?", "", fold(text[clause[0]:first])) + bound
            return [head + one.removeprefix(bound) for one in said], (clause[0], max(last, clause[1]))
    return [], None


def shared_bound(said: list[str]) -> str:
    """The bounding words of the first figure where the others have none: 突破10亿元、20亿元."""
    bound = re.match(r"\D*", said[0])
    return "" if bound is None or any(re.match(r"\D", one) for one in said[1:]) else bound.group()


def chain(words: str, found: list[Quantity], n: int) -> int:
    """The number of the first quantity of the row in which one stands."""
    while n and re.fullmatch(r"\s?[、和及]\s?", words[found[n - 1].end:found[n].start]):
        n -= 1
    return n


def listed_conditions(text: str, folded: str, start: int, end: int) -> tuple[list[str], Span | None]:
    """甲达到…的、乙达到…的: each condition."""
    for a, b in clauses(folded, start, end):
        if folded[a:b].count("的、") and folded[a:b].rstrip().endswith("的"):
            return [piece.strip(" 的") for piece in re.split("的、|的和", text[a:b])], (a, b)
    return [], None


def each_of(text: str, start: int, found: re.Match[str] | None) -> tuple[list[str], Span | None]:
    """The things of the list that a pattern found behind `start`."""
    if found is None:
        return [], None
    span = (start + found.start("list"), start + found.end("list"))
    return ranked(re.split("[、和及]", text[span[0]:span[1]])), span


def ranked(names: list[str]) -> list[str]:
    """国家级、省级|技术中心: the ranks, where the last name alone says of what."""
    last = re.match("[^级]{1,4}级(?=.)", names[-1])
    return [*names[:-1], last.group()] if last and all(name.endswith("级") for name in names[:-1]) else names


def listed_honours(text: str, folded: str, start: int, end: int) -> tuple[list[str], Span | None]:
    """获得甲奖、乙奖的: each of them."""
    found = re.search(rf"{one_of('enters')}(?P<list>[^,;的]{{2,60}}?[、和及][^,;的]+)的", folded[start:end])
    return each_of(text, start, found)


def listed_owners(text: str, folded: str, start: int, end: int) -> tuple[list[str], Span | None]:
    """甲平台、乙平台的运维主体: whose each is."""
    found = re.match(r"[\s,]*(?P<list>[^,;的]{2,60}?[、和及][^,;的]{2,60})的[^,;的]{2,12}(?=,|$)", folded[start:end])
    return each_of(text, start, found)


def listed_places(text: str, folded: str, start: int, end: int) -> tuple[list[str], Span | None]:
    """在甲和乙新建…, 国家级、市级…: each place or rank."""
    place = re.match(r"[\s,]*在?(?P<list>[^,的]{2,40}?[、和及与][^,的]{2,40}?)(?=新建|建设|设立|购|销售|$)",
                     folded[start:end])
    ranks = re.search(r"(?P<list>[^,、的]{1,8}级(?:[、和及][^,、的]{1,8}级)+)", folded[start:end])
    found = ranks or place
    if found is None:
        return [], None
    span = (start + found.start("list"), start + found.end("list"))
    return re.split("[、和及与]", text[span[0]:span[1]]), span
