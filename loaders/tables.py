"""Tables that a scrape flattened: one cell a line, or one row a line with tabs or bars; columns in any order.

A table opens with the names of its columns (`layout/columns.yaml`), which may be broken over lines. Where a column
numbers the rows, the numbers in sequence part them; else every so many cells make a row. Cells find their columns by
what such cells look like and by the empty lines that empty cells leave; an empty category, unit or date means the one
above. A list of projects, with their owners, places or sums, is told from a list of tasks by these columns.
"""
from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from loaders.layout import layout
from loaders.lines import Line, found
from loaders.numbering import numbered
from loaders.placement import Columns, place_cells

ROW_NUMBER = re.compile(r"(\d{1,3})(?!\.\d)(?:[.、]? |[.、]?$|[.、])")  # 2.5 is a sum
NOTE = re.compile(r"(?:注|备注|说明|填表说明|联系人)\d?:.*")
LONGEST_HEAD = 30  # lines that the names of columns take at most
INHERITED = ("category", "responsible", "deadline", "basis")
BESIDE = re.compile(r"^20\d{2}年|\([^()]*\)$")  # the year and the unit in a column's name
WORKS = {"owner", "place", "investment"}  # what is said of works alone
ELSEWHERE = {"project": "category", "owner": "responsible", "place": "other", "investment": "other"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: its column (one of layout.COLUMNS), its span, and the column's name as written."""

    column: str
    start: int
    end: int
    said: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number or ordinal, the span of its own cells, and all cells with those taken over from above."""

    number: str
    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table, and how many lines it takes. `heads` are lines between rows that group them."""

    rows: tuple[Row, ...]
    heads: tuple[Line, ...]
    length: int


def read_table(text: str, rows: list[Line], at: int) -> Table | None:
    """The table that begins at a line, None where none does."""
    if at >= len(rows) or not may_begin(rows[at]):
        return None
    lines = rows[at:]
    bars = columns_of([cell.plain for cell in split_row(text, lines[0])])
    if bars:
        table = barred(text, lines, bars)
        return table if table.rows else None
    columns, length = column_lines([unbarred(line) for line in lines[:LONGEST_HEAD]])
    if not columns:
        return None
    body = [unbarred(line) for line in lines[length:]]
    table = (numbered_table if columns[0][0] == "number" else unnumbered_table)(columns, body, length)
    return table if table.rows else None


def may_begin(row: Line) -> bool:
    """Whether a line can begin a table: it names a column, or the first part of one."""
    first = re.split(r"[|\s]", row.text.lstrip("| "), maxsplit=1)[0]
    return any(name.startswith(first) for name in layout().columns) if first else False


def unbarred(line: Line) -> Line:
    """A cell on a line of its own without the bar that follows it."""
    text = line.text.rstrip(" |")
    return Line(line.start, line.start + len(text), text, line.gap) if text else line


def columns_of(names: list[str]) -> Columns | None:
    """The columns that names stand for, None where they are no table's head."""
    kinds = [kind_of(name) for name in names]
    sure = {kind for kind in kinds if kind}
    works = "project" in sure and bool(sure & WORKS)
    columns = [(kind if works else ELSEWHERE.get(kind, kind), name) for kind, name in
               zip((kind or "other" for kind in kinds), names, strict=True)]
    told = [kind for kind, _ in columns]
    if told.count("content") > 1 and "category" not in told:  # 工作任务, 具体措施: the first says what the row is
        first = told.index("content")
        columns[first] = ("category", columns[first][1])
    enough = len(sure) >= 2 and len(names) >= 3 and sure & {"content", "category", "goal", "project"}
    return columns if enough and sum(kind is not None for kind in kinds) * 3 >= len(names) * 2 else None


def kind_of(name: str) -> str | None:
    """What stands in a column of that name, whatever year or unit is said with it; None where the name is none."""
    known = layout().columns
    return known.get(name) or known.get(BESIDE.sub("", BESIDE.sub("", name)))


def column_lines(lines: list[Line]) -> tuple[Columns, int]:
    """Columns named one a line from the first line on, a name perhaps over several, and how many lines they take."""
    names: list[str] = []
    at = 0
    while at < len(lines):
        for width in (3, 2, 1):
            joined = "".join(line.plain for line in lines[at:at + width])
            if kind_of(joined) and at + width <= len(lines):
                names.append(joined)
                at += width
                break
        else:
            break
    return (columns_of(names) or [], at)


def split_row(text: str, line: Line) -> list[Line]:
    """The cells of a line with tabs or bars, empty ones included; the whole line where it has neither."""
    raw = text[line.start:line.end]
    bar = "\t" if "\t" in raw else "|"
    if bar not in raw:
        return [line]
    cells, at = [], line.start
    for part in raw.split(bar):
        place = found(text, at, at + len(part))
        cells.append(Line(place.start, place.end, place.text, 0))
        at += len(part) + 1
    edged = bar == "|" and raw.startswith("|")
    return cells[1:-1] if edged and raw.endswith("|") else cells[1:] if edged else cells


def barred(text: str, lines: list[Line], columns: Columns) -> Table:
    """A table with one row a line."""
    rows: list[Row] = []
    length = 1
    for line in lines[1:]:
        cells = split_row(text, line)
        if len(cells) == 1:
            break
        length += 1
        if all(re.fullmatch(r":?-+:?", cell.plain) for cell in cells):
            continue
        placed = [(column, cell) for column, cell in zip(columns, cells, strict=False) if cell.plain]
        rows.append(make_row(placed, rows, columns))
    return Table(tuple(rows), (), length)


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


def make_row(placed: list[tuple[tuple[str, str], Line]], above: list[Row], columns: Columns) -> Row:
    """A row of placed cells; a column's lines become one cell, and what is inherited comes from the row above."""
    cells: dict[tuple[str, str], Cell] = {}
    for (column, said), line in placed:
        start = cells[column, said].start if (column, said) in cells else line.start
        cells[column, said] = Cell(column, start, line.end, said)
    if above:
        for cell in above[-1].cells:
            if cell.column in INHERITED:
                cells.setdefault((cell.column, cell.said), cell)
    number = next((line.plain.rstrip(".、") for (column, _), line in placed if column == "number"), str(len(above) + 1))
    ordered = tuple(cells[column] for column in dict.fromkeys(columns) if column in cells)
    return Row(number, min(line.start for _, line in placed), max(line.end for _, line in placed), ordered)


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
