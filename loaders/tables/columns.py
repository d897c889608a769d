"""What stands in a table's columns, told by their names (`layout/columns.yaml`), which may be broken over lines.

A list of projects, with their owners, places or sums, is told from a list of tasks by these columns; figures by places
from both by the units that the columns' names end with (充电桩(个)). Figures of several years stand beside their
indicator; whoever supplies stands beside whom he supplies.
"""
from __future__ import annotations

import re

from loaders.layout import layout
from loaders.lines import Line
from loaders.tables.cells import Columns
from loaders.values import quantities

BESIDE = re.compile(r"^20\d{2}年|\([^()]*\)$")  # the year and the unit in a column's name
MEASURE = re.compile(r"[^\d、,。:;()]{2,20}\((?P<unit>[^()\d]{1,5})\)")
GRANT = re.compile(r"(?P<past>已|应|累计)?"
                   r"(?:拟|本次|本批|实际|计划|财政|市级|省级|中央|区级|市财政|省财政|区财政)?"
                   r"(?:补助|补贴|奖励|奖补|支持|资助|扶持|安排|下达|兑现|拨付|清算|贴息)"
                   r"(?:补助|补贴|奖励|奖补)?(?:资金|金额|额度|经费|标准|总额|额)")
VALUE = re.compile(r"20\d{2}年?\(?(?:实际|目标|预期|规划|计划|完成|基期|现状|预计)?值?\)?"
                   r"|(?:现状|基期|基准|目标|当前|规划|预期|完成)[值数]")
UNIT = ("单位", "计量单位")
NAMED = {"project", "product", "platform", "event", "instrument"}
OF_WORKS = {"owner", "place", "area", "investment", "grant"}  # what is said of works alone
HOLDERS = {"area", "owner"}
FIGURES = {"measure", "grant", "investment", "place"}  # what is said of a place or firm beside no work
OWN = {*NAMED, *OF_WORKS, "measure"}
TASKS = {"content", "category", "goal"}
ELSEWHERE = {"project": "category", "event": "category", "indicator": "category", "owner": "responsible"}  # the others: "other"
BESIDE_NAMED = {"host": "event", "lender": "instrument"}  # who is an owner where such things are listed
UNNAMED = {"host": "responsible", "lender": "owner", "supplier": "owner", "customer": "owner"}


def columns_of(names: list[str]) -> Columns | None:
    """The columns that names stand for, None where they are no table's head."""
    kinds = [kind_of(name) for name in names]
    if "indicator" in kinds and {"value", "goal"} & set(kinds):
        return [(valued(kind, name), name) for kind, name in zip(kinds, names, strict=True)]
    if {"supplier", "customer"} <= set(kinds):
        return [("goods" if kind == "product" else kind or "other", name) for kind, name in zip(kinds, names, strict=True)]
    kinds = [beside(kind, kinds) for kind in kinds]
    sure = {kind for kind in kinds if kind}
    works = bool(sure & NAMED and sure & OF_WORKS)
    figures = bool(sure & HOLDERS and sure & FIGURES) and not sure & (NAMED | TASKS)
    columns = [(kind if works or figures else ELSEWHERE.get(kind, "other") if kind in OWN else kind, name) for kind, name in
               zip((kind or "other" for kind in kinds), names, strict=True)]
    told = [kind for kind, _ in columns]
    if told.count("content") > 1 and "category" not in told:  # 工作任务, 具体措施: the first says what the row is
        first = told.index("content")
        columns[first] = ("category", columns[first][1])
    enough = len(sure) >= 2 and len(names) >= (2 if figures else 3) and (works or figures or sure & (TASKS | {"project"}))
    return columns if enough and sum(kind is not None for kind in kinds) * 3 >= len(names) * 2 else None


def valued(kind: str | None, name: str) -> str:
    """What a column of a table of indicators holds."""
    return "unit" if name in UNIT else "value" if kind == "goal" else kind if kind in ("number", "indicator", "value") else "other"


def beside(kind: str | None, kinds: list[str | None]) -> str | None:
    """What a column holds beside others: whoever holds an event or lends owns what is listed; a year alone says nothing."""
    if kind in BESIDE_NAMED and BESIDE_NAMED[kind] in kinds:
        return "owner"
    if "event" in kinds and kind in ("responsible", "assisting"):
        return "owner" if kind == "responsible" else kind
    return None if kind == "value" else UNNAMED.get(kind, kind) if kind else None


def kind_of(name: str) -> str | None:
    """What stands in a column of that name, whatever year or unit is said with it; None where the name is none."""
    return known(name) or ("measure" if is_measure(name) else "value" if VALUE.fullmatch(name) else None)


def known(name: str) -> str | None:
    """What stands in a column whose name, without year and unit, is listed."""
    listed = layout().columns
    bare = BESIDE.sub("", BESIDE.sub("", name))
    grant = GRANT.fullmatch(bare)
    return listed.get(name) or listed.get(bare) or (grant and ("investment" if grant["past"] else "grant"))


def is_measure(name: str) -> bool:
    """Whether a name ends with the unit of its figures."""
    measure = MEASURE.fullmatch(name)
    return measure is not None and bool(quantities("1" + measure["unit"]))


def may_begin(row: Line) -> bool:
    """Whether a line can begin a table: it names a column, or the first part of one."""
    first = re.split(r"[|\s:]", row.text.lstrip("| "), maxsplit=1)[0]
    return any(name.startswith(first) for name in layout().columns) if first else False


def column_lines(lines: list[Line]) -> tuple[Columns, int]:
    """Columns named one a line from the first line on, a name perhaps over several, and how many lines they take."""
    names: list[str] = []
    at = 0
    while at < len(lines):
        joined = ["".join(line.plain for line in lines[at:at + width]) for width in range(1, min(4, len(lines) - at + 1))]
        name = next((name for name in reversed(joined) if known(name)), None) or next(
            filter(lambda name: is_measure(name) or VALUE.fullmatch(name), joined), None)
        if name is None:
            break
        names.append(name)
        at += joined.index(name) + 1
    return (columns_of(names) or [], at)
