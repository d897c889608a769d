"""What a table is made of: named columns, cells, rows."""
from __future__ import annotations

from dataclasses import dataclass

from loaders.lines import Line

Columns = list[tuple[str, str]]  # what stands in each column (layout.COLUMNS), and its name as written
INHERITED = ("category", "responsible", "deadline", "basis")


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
