"""Which column of a table each cell of a row belongs to, when only the cells' order has come through.

Every way to keep the order is scored by what the cells look like (bodies, dates, sentences, titles) and by the columns
that it leaves empty; the best one wins (dynamic programming over cells and columns).
"""
from __future__ import annotations

import re

from loaders.lines import Line
from loaders.masthead import GROUP, ORGAN
from loaders.tables.cells import Columns

WHEN = re.compile(r"(?:19|20)\d{2}|年底|季度|月底|月前|持续|长期|常年|全年|常态|每年|分年|即时|按时|适时|[近中远]期")

SUM = re.compile(r"约?\d[\d.,]*(?:[万亿]?元|%)?|[—–\-/]+")
SITE = re.compile(r"(?:[区县市园镇乡城港站村]|街道|组团|基地|两地|沿线|境内)$")


def place_cells(columns: Columns, cells: list[Line], base: int) -> list[tuple[Line, int]]:
    """The column of each cell after the number: the best order-keeping placement (dynamic programming)."""
    best: dict[int, tuple[float, list[tuple[Line, int]]]] = {0: (0.0, [])}
    for cell in cells[1:]:
        empties = max(cell.gap - base, 0)
        following: dict[int, tuple[float, list[tuple[Line, int]]]] = {}
        for last, (score, placed) in best.items():
            for column in range(max(last, 1), len(columns)):
                total = score + likeness(cell, columns[column][0]) + step(columns, last, column, empties)
                if column not in following or total > following[column][0]:
                    following[column] = (total, [*placed, (cell, column)])
        best = following
    ends = ((score + step(columns, last, len(columns), 0), placed) for last, (score, placed) in best.items())
    return max(ends, key=lambda end: end[0])[1]


def step(columns: Columns, last: int, column: int, empties: int) -> float:
    """The cost of going from one column to a later one: columns left empty, a cell broken over lines."""
    if column == last:
        return -0.3 if columns[column][0] in ("content", "goal") else -1.5
    skipped = [columns[index][0] for index in range(last + 1, column)]
    if empties:
        return -0.3 * abs(len(skipped) - empties)
    return -sum(0.5 if name in ("category", "other", "assisting") else 1.5 for name in skipped)


def likeness(cell: Line, column: str) -> float:
    """How much a cell looks like one of the column, about -3 to 3."""
    plain = cell.plain
    if column in ("responsible", "assisting"):
        names = re.split(r"[、,;]", plain)
        bodies = sum(1 for name in names if ORGAN.search(name) or GROUP.search(name) or name[-1:] in ("区", "县", "市"))
        return 3 * bodies / len(names) - (2 if "。" in plain else 0) - (1 if bodies * 2 < len(names) else 0)
    if column == "deadline":
        return 2.0 if WHEN.search(plain) and len(plain) <= 40 else -2.0
    if column in ("content", "goal"):
        return 1.0 * (len(plain) >= 15) + ("。" in plain) + (0 if len(plain) >= 8 else -1)
    if column == "owner":
        return -2.0 if SUM.fullmatch(plain) else 2.0 if ORGAN.search(plain) else 0.0
    if column in ("place", "area"):
        return -2.0 if SUM.fullmatch(plain) or "公司" in plain else 2.0 if SITE.search(plain) else 0.0
    if column in ("investment", "grant", "measure"):
        return 3.0 if SUM.fullmatch(plain) else -3.0
    if column in ("category", "project", "product", "platform"):
        return 1.0 if len(plain) <= 20 and "。" not in plain else -2.0
    if column == "basis":
        return 2.0 if re.search("[《〔]", plain) else -1.0
    if column == "contact":
        return 2.0 if re.search(r"\d{5,}", plain) else -1.0
    return 0.0
