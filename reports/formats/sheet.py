"""CSV: one header row of labels; several tables follow one another with their titles between.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises; numbers stay numbers.
A carriage return in a cell becomes a line feed.
"""
from __future__ import annotations

import csv
from typing import Any, TextIO

from reports.page import Page, Table

FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def write(page: Page, out: TextIO) -> None:
    rows = csv.writer(out, lineterminator="\n")
    for i, table in enumerate(page.tables):
        if len(page.tables) > 1:
            rows.writerows([[], [safe(table.title)]] if i else [[safe(table.title)]])
        _write_table(table, page.language, rows)


def _write_table(table: Table, language: str, rows: Any) -> None:
    rows.writerow([column.text(language) for column in table.columns])
    rows.writerows([safe(value) for value in row] for row in table.rows)


def safe(value: Any) -> Any:
    """The value as a cell: lists joined, texts never a formula."""
    if isinstance(value, list | tuple):
        return safe("\uff1b".join(str(item) for item in value))
    if isinstance(value, str):
        return ("'" if value.startswith(FORMULA) else "") + value.replace("\r\n", "\n").replace("\r", "\n")
    return "" if value is None else value
