"""Tables whose columns have no names: rows of cells parted by tabs, bars or wide spaces, as many in each row.

A note under the rows may name the columns (注:各列依次为…); else they are told by what all their cells look like.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.lines import Line
from loaders.masthead import ORGAN
from loaders.tables.cells import Columns, Table, make_row
from loaders.tables.columns import columns_of
from loaders.tables.lined import parting, split_row
from loaders.tables.placement import SITE, SUM, WHEN

FEWEST = 3  # columns
LONGEST = 40  # characters of a cell
NOTE = re.compile(r"[(]?(?:注|备注|说明|填表说明)?:?(?:本?表中?)?(?:各列|各栏|列|栏目|各项)(?:从左至右|自左至右|从左到右|内容|名称)?"
                  r"依次(?:分别)?[为是]:?(?P<names>[^。)]+)[。)]*")
FIRM = re.compile(r"(?:公司|集团|厂|工厂|医院|大学|学院|研究院|研究所|银行|合作社|中心)(?:\([^()]+\))?$")
WORK = re.compile(r"(?:项目|工程|基地|产线|生产线|示范线|平台|实验室|一期|二期|三期|园|站|中心|车间|工厂)$")
GIVING = re.compile("补助|补贴|奖励|奖补|资金|资助|贴息")
BACK = 300  # characters before a table that say what its sums are for
NUMBER = re.compile(r"\d{1,3}[.、]?")
KINDS = ("number", "grant", "deadline", "responsible", "area", "project", "category")
NAMES = {"number": "序号", "grant": "补助资金", "investment": "总投资", "deadline": "完成时限", "responsible": "牵头单位",
         "assisting": "配合单位", "owner": "建设单位", "area": "所在地", "project": "项目名称", "category": "任务"}
ENOUGH = ({"project", "owner"}, {"owner", "grant"}, {"category", "responsible"}, {"project", "responsible"})
SURE = ({"project", "owner", "grant"}, {"category", "responsible", "deadline"}, {"project", "responsible", "deadline"})  # of one row alone


def headless(text: str, lines: list[Line]) -> Table | None:
    """The table whose first row is the first line, None where the cells show no kind."""
    parted = parting(text, lines[0])
    rows: list[Sequence[Line]] = []
    for line in lines if parted.strip() or parted == "  " else ():
        cells = split_row(text, line, parted)
        if len(cells) < FEWEST or (rows and len(cells) != len(rows[0])) or any(map(is_text, cells)):
            break
        rows.append(cells)
    if not rows:
        return None
    note = NOTE.fullmatch(lines[len(rows)].plain) if len(lines) > len(rows) else None
    columns = columns_of(re.split("[、,]", note["names"])) if note else told(text, rows)
    if not columns or len(columns) != len(rows[0]):
        return None
    made = [make_row(list(zip(columns, cells, strict=True)), [], columns) for cells in rows]
    made = [row if columns[0][0] == "number" else replace(row, number=str(at)) for at, row in enumerate(made, start=1)]
    return Table(tuple(made), (), len(rows) + bool(note))


def is_text(cell: Line) -> bool:
    """Whether words are running text."""
    return len(cell.text) > LONGEST or "。" in cell.text


def told(text: str, rows: Sequence[Sequence[Line]]) -> Columns | None:
    """The columns by what their cells look like, None where they are no table's."""
    kinds: list[str] = []
    for column in zip(*rows, strict=True):
        cells = [cell.plain for cell in column]
        kind = next((kind for kind in KINDS if all(like(kind, cell) for cell in cells)), "")
        firms = sum(all(FIRM.search(name) for name in re.split("[、,]", cell)) for cell in cells)
        if kind in ("", "responsible", "project", "category") and firms * 2 > len(cells):  # one of them may be called otherwise
            kind = "owner" if kind != "responsible" or firms == len(cells) else kind
        if kind == "responsible" and kind in kinds:
            kind = "assisting"
        if not kind or kind in kinds:
            return None
        kinds.append(kind)
    if not any(wanted <= set(kinds) for wanted in (ENOUGH if len(rows) > 1 else SURE)):
        return None
    before = text[max(rows[0][0].start - BACK, 0):rows[0][0].start]
    return [(kind, NAMES[kind]) for kind in ("investment" if kind == "grant" and not GIVING.search(before) else kind for kind in kinds)]


def like(kind: str, cell: str) -> bool:
    """Whether a cell looks like one of a kind of columns."""
    match kind:
        case "number":
            return NUMBER.fullmatch(cell) is not None
        case "grant":
            return SUM.fullmatch(cell) is not None and "元" in cell
        case "deadline":
            return WHEN.search(cell) is not None and len(cell) < 12
        case "responsible":
            return all(ORGAN.search(name) for name in re.split("[、,]", cell))
        case "area":
            return SITE.search(cell) is not None
        case "project":
            return WORK.search(cell) is not None
    return len(cell) > 5 and not re.fullmatch(r"[\d.%]+", cell)
