"""Tables with one row a line: the cells parted by tabs, by bars or by spaces."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.lines import Line, fold, found
from loaders.numbering import numbered
from loaders.tables.cells import Row, Table, make_row
from loaders.tables.columns import columns_of
from loaders.tables.placement import place_cells

EMPTY = re.compile("[—–/无-]*")
RULE = re.compile(r":?-+:?")
SIGNS = {"\t": r"\t", "|": r"[|｜]", "  ": r"[ \u3000]*\u3000[ \u3000]*| {2,}", " ": r"\s+"}
FEWEST = 3  # columns that spaces alone make sure of


def lined(text: str, lines: list[Line]) -> Table | None:
    """The table whose head is the first line, None where that is no head of one row a line."""
    parted = parting(text, lines[0])
    columns = columns_of([cell.plain for cell in split_row(text, lines[0], parted)])
    if not columns or (not parted.strip(" ") and len(columns) < FEWEST):
        return None
    rows: list[Row] = []
    heads: list[Line] = []
    length = 1
    for at, line in enumerate(lines[1:], start=1):
        cells = split_row(text, line, parted)
        goes_on = at + 1 < len(lines) and len(split_row(text, lines[at + 1], parted)) > 1
        if len(cells) == 1 and parted.strip(" ") and goes_on and numbered(line):
            heads.append(line)  # 一、重大产业项目
            length += 1
            continue
        whole = bool(parted.strip(" ")) or len(cells) == len(columns)
        if len(cells) == 1 or not (whole or (columns[0][0] == "number" and cells[0].plain == str(len(rows) + 1))):
            break
        length += 1
        if all(RULE.fullmatch(cell.plain) for cell in cells):
            continue
        placed = zip(cells, columns, strict=False) if whole else [
            (cells[0], columns[0]), *((cell, columns[column]) for cell, column in place_cells(columns, list(cells), 0))]
        rows.append(make_row([(column, cell) for cell, column in placed if not EMPTY.fullmatch(cell.plain)], rows, columns))
    return Table(tuple(rows), tuple(heads), length) if rows else None


def parting(text: str, line: Line) -> str:
    """What parts the cells of a line: tabs, bars, wide spaces, else single ones."""
    said = text[line.start:line.end]
    return "\t" if "\t" in said else "|" if "|" in line.text else "  " if re.search(r"\S(?:\u3000| {2,})\S", said) else " "


@lru_cache(maxsize=4096)
def split_row(text: str, line: Line, parted: str) -> tuple[Line, ...]:
    """The cells of a line, empty ones included where a sign parts them; the whole line where nothing does."""
    cells = tuple(pieces(text, line, SIGNS[parted]))
    edged = parted == "|" and line.text.startswith("|")
    return cells[1:-1] if edged and line.text.endswith("|") else cells[1:] if edged else cells


def pieces(text: str, line: Line, sign: str) -> Iterator[Line]:
    """The parts of a line between the places where a pattern holds."""
    at = line.start
    for match in [*re.compile(sign).finditer(text, line.start, line.end), None]:
        place = found(text, at, match.start() if match else line.end)
        yield Line(place.start, place.end, fold(place.text), 0)
        at = match.end() if match else line.end
