"""The terminal: columns that fit its width, the sentence and its source below each row; colour only on a terminal.

What documents say is shown without the characters that could steer a terminal.
"""
from __future__ import annotations

import shutil
from typing import TextIO

import click

from reports.cells import word
from reports.layout import Layout, Line, layout
from reports.page import Page, Table
from reports.width import cells, fold, pad, visible

GAP = 2
LEGIBLE = 18  # cells that a column needs at most to be read


def write(page: Page, out: TextIO) -> None:
    width = shutil.get_terminal_size((80, 24)).columns
    colour = out.isatty()
    if page.title:
        out.writelines(_style(line, colour, bold=True) + "\n" for line in fold(visible(page.title), width))
    for note in page.notes:
        out.writelines(line + "\n" for line in fold(visible(note), width))
    for i, table in enumerate(page.tables):
        if i or page.title:
            out.write("\n")
        if len(page.tables) > 1:
            out.writelines(_style(line, colour, bold=True, underline=True) + "\n"
                           for line in fold(visible(table.title), width))
        _write_table(table, page.language, width, colour, out)


def _write_table(table: Table, language: str, width: int, colour: bool, out: TextIO) -> None:
    if not table.rows:
        out.write(word("none", language) + "\n")
        return
    laid = layout(table, language)
    widths = _widths(laid, width)
    out.writelines(_style(row, colour, bold=True) + "\n" for row in _rows(laid.headings, widths))
    out.write("─" * min(width, sum(widths) + GAP * (len(widths) - 1)) + "\n")
    for line in laid.lines:
        out.writelines(row + "\n" for row in _rows(line.cells, widths))
        below = [*_rest(laid.headings, line, len(widths)), *_evidence(line)]
        out.writelines("    " + _style(row, colour, dim=True) + "\n" for text in below for row in fold(text, width - 4))
    if table.cut:
        out.write(word("cut", language, shown=len(table.rows)) + "\n")


def _rest(headings: tuple[str, ...], line: Line, shown: int) -> list[str]:
    """The cells of the columns that found no room, each under its heading."""
    return [f"{heading}: {visible(text)}" for heading, text in zip(headings[shown:], line.cells[shown:], strict=True)
            if text]


def _evidence(line: Line) -> list[str]:
    """The sentence, its source with the statement's id, and the address."""
    quote = f"“{visible(line.quote)}”" if line.quote else ""
    source = " ".join(filter(None, (visible(line.source), f"[{visible(line.statement)}]" if line.statement else "")))
    return [text for text in (quote, source, visible(line.url)) if text]


def _widths(laid: Layout, width: int) -> list[int]:
    """Widths of the first columns that fit legibly; what is left over goes to the column that lacks it most."""
    rows = [laid.headings, *(line.cells for line in laid.lines)]
    wanted = [max(cells(visible(row[i])) for row in rows) for i in range(len(laid.headings))]
    whole = [any("://" in row[i] for row in rows) for i in range(len(wanted))]  # an address that is cut leads nowhere
    legible = [size if kept else min(size, LEGIBLE) for size, kept in zip(wanted, whole, strict=True)]
    shown = max(i for i in range(1, len(wanted) + 1) if i == 1 or sum(legible[:i]) + GAP * (i - 1) <= width)
    widths = legible[:shown]
    for _ in range(width - sum(widths) - GAP * (shown - 1)):
        lacks = [want - size for size, want in zip(widths, wanted, strict=False)]
        widths[lacks.index(max(lacks))] += max(lacks) > 0
    return widths


def _rows(texts: tuple[str, ...], widths: list[int]) -> list[str]:
    """The cells side by side, each folded to its width."""
    columns = [fold(visible(text), size) for text, size in zip(texts, widths, strict=False)]
    height = max(map(len, columns))
    return [(" " * GAP).join(pad(column[i] if i < len(column) else "", size)
                             for column, size in zip(columns, widths, strict=True)).rstrip() for i in range(height)]


def _style(text: str, colour: bool, **style: bool) -> str:
    return click.style(text, **style) if colour else text
