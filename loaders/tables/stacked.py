"""Tables that a scrape flattened to one cell a line, columns in any order.

Where a column numbers the rows, the numbers in sequence part them; else every so many cells make a row. Cells find
their columns by what such cells look like and by the empty lines that empty cells leave; an empty category, unit or
date means the one above.
"""
from __future__ import annotations

import re
from collections import Counter

from loaders.lines import Line
from loaders.numbering import numbered
from loaders.tables.cells import Columns, Row, Table, make_row
from loaders.tables.columns import column_lines
from loaders.tables.placement import place_cells

ROW_NUMBER = re.compile(r"(\d{1,3})(?!\.\d)(?:[.、]? |[.、]?$|[.、])")  # 2.5 is a sum
NOTE = re.compile(r"(?:注|备注|说明|填表说明|联系人)\d?:.*")
LONGEST_HEAD = 30  # lines that the names of columns take at most


def stacked(lines: list[Line]) -> Table | None:
    """The table whose first column the first line names, None where the lines name no columns."""
    columns, length = column_lines([unbarred(line) for line in lines[:LONGEST_HEAD]])
    if not columns:
        return None
    body = [unbarred(line) for line in lines[length:]]
    table = (numbered_table if columns[0][0] == "number" else unnumbered_table)(columns, body, length)
    return table if table.rows else None


def unbarred(line: Line) -> Line:
    """A cell on a line of its own without the bar that follows it."""
    text = line.text.rstrip(" |")
    return Line(line.start, line.start + len(text), text, line.gap) if text else line


def numbered_table(columns: Columns, body: list[Line], length: int) -> Table:
    """A table whose rows begin with the numbers 1, 2, 3 … on lines of their own or before the first cell."""
    body = body[:next((index for index, line in enumerate(body) if is_end(line)), len(body))]
    starts = row_starts(body, len(columns))
    base = usual_gap(body)
    rows: list[Row] = []
    heads: list[Line] = []
    taken = 0
    for start, stop in zip(starts, [*starts[1:], len(body)], strict=False):
        cells = cells_of(body[start:stop])
        if stop == len(body):
            cells = cells[:last_row(columns, cells, base)]
        elif len(cells) > 2 and (head := numbered(cells[-1])) and head.style.name in ("han", "bracketed"):
            heads.append(cells.pop())
        taken = start + len(cells) if cells[0].end == body[start].end else start + len(cells) - 1
        others = ((columns[column], cell) for cell, column in place_cells(columns, cells, base))
        placed = [(columns[0], cells[0]), *others]
        rows.append(make_row(placed, rows, columns))
    return Table(tuple(rows), tuple(heads), length + taken)


def row_starts(body: list[Line], width: int) -> list[int]:
    """Where the rows 1, 2, 3 … begin. A figure in a cell is no row: the same number right behind a full row is."""
    starts: list[int] = []
    for index, line in enumerate(body):
        if not is_number(line, len(starts) + 1) or (starts and index - starts[-1] < 2):
            continue
        full = starts[-1] + width if starts else index
        if index < full < len(body) and is_number(body[full], len(starts) + 1):
            continue
        starts.append(index)
    return starts


def is_number(line: Line, number: int) -> bool:
    """Whether a line is a row's number, or begins with it."""
    match = ROW_NUMBER.match(line.text)
    return match is not None and int(match[1]) == number


def cells_of(lines: list[Line]) -> list[Line]:
    """The lines of a row as cells: a number before the first cell is a cell of its own."""
    first = lines[0]
    match = ROW_NUMBER.match(first.text)
    if match is None or match.end() == len(first.text):
        return lines
    number = Line(first.start, first.start + len(match[1]), match[1], first.gap)
    rest = first.text[match.end():]
    start = first.start + match.end() + len(rest) - len(rest.lstrip())
    return [number, Line(start, first.end, rest.strip(), 0), *lines[1:]]


def is_end(line: Line) -> bool:
    """What can stand in no cell: a note under the table, the next annex."""
    return bool(NOTE.fullmatch(line.plain) or re.fullmatch(r"附(?:件|表)\d{0,2}[:.]?", line.plain))


def usual_gap(lines: list[Line]) -> int:
    """How many empty lines part neighbouring cells."""
    return Counter(line.gap for line in lines[1:]).most_common(1)[0][0] if len(lines) > 1 else 0


def last_row(columns: Columns, cells: list[Line], base: int) -> int:
    """How many cells the last row has: as many as there are columns, empty ones counted by their empty lines."""
    left = len(columns) - 1
    for index, cell in enumerate(cells[1:], start=1):
        left -= 1 + max(cell.gap - base, 0)
        if left <= 0:
            return index + 1
    return len(cells)


def unnumbered_table(columns: Columns, body: list[Line], length: int) -> Table:
    """A table without numbers: so many cells a row, an extra empty line being an empty cell."""
    body = body[:next((index for index, line in enumerate(body) if is_end(line)), len(body))]
    base = usual_gap(body)
    rows: list[Row] = []
    placed: list[tuple[tuple[str, str], Line]] = []
    column = taken = 0
    for index, line in enumerate(body):
        column += max(line.gap - base, 0) if index else 0
        if column >= len(columns):
            rows.append(make_row(placed, rows, columns))
            placed, column, taken = [], column % len(columns), index
        placed.append((columns[column], line))
        column += 1
    if placed and column >= len(columns):
        rows.append(make_row(placed, rows, columns))
        taken = len(body)
    return Table(tuple(rows), (), length + taken)
