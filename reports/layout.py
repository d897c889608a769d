"""A table as people read it: money and figures in one column each, the sentence and its source below the row."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from queries.reader import Label
from reports.cells import cell, citation, figure, money, word
from reports.page import Table

MONEY = ("amount", "amountMax", "unit", "per", "rate", "rateBase", "cap", "capPer", "share")
TERMS = ("tier", "condition")
FIGURE = ("value", "valueMax", "operator", "unit", "year", "measure")
CITATION = ("quote", "title", "number", "date", "section", "url", "kind", "statement")


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its cells, and behind it the sentence with source, address and statement id (each may be empty)."""

    cells: tuple[str, ...]
    quote: str = ""
    source: str = ""
    url: str = ""
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Headings and lines; `cited` says that some lines have a source."""

    headings: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def cited(self) -> bool:
        return any(line.source for line in self.lines)

    def with_evidence(self, language: str) -> tuple[str, ...]:
        """The headings of a table that holds its evidence in a last column, where there is any."""
        return (*self.headings, word("evidence", language)) if self.cited else self.headings


def layout(table: Table, language: str) -> Layout:
    """The table with columns folded; columns that are empty in every row are left out."""
    columns = {column.name: column for column in table.columns}
    records = table.records()
    groups = _groups(columns, language)
    grid = [[_text(group, record, columns, language) for group in groups.values()] for record in records]
    used = [i for i, heading in enumerate(groups) if not grid or any(row[i] for row in grid)]
    if all(record.get("status", "") == "asserted" for record in records):
        used = [i for i in used if list(groups.values())[i] != ("status",)]
    lines = tuple(_line(tuple(row[i] for i in used), record, columns, language)
                  for row, record in zip(grid, records, strict=True))
    return Layout(tuple(list(groups)[i] for i in used), lines)


def _groups(columns: Mapping[str, Label], language: str) -> dict[str, tuple[str, ...]]:
    """Heading -> the columns that it holds, in the table's order."""
    groups: dict[str, tuple[str, ...]] = {}
    folded = {name: word("money", language) for name in MONEY} if "amount" in columns else {}
    folded |= {name: word("figure", language) for name in FIGURE} if "value" in columns else {}
    folded |= {name: word("terms", language) for name in TERMS}
    for name, label in columns.items():
        if "quote" in columns and name in CITATION:
            continue
        heading = folded.get(name, label.text(language))
        groups[heading] = (*groups.get(heading, ()), name)
    return groups


def _text(names: tuple[str, ...], record: Mapping[str, Any], columns: Mapping[str, Label], language: str) -> str:
    if "amount" in names:
        return money(record, language)
    if "value" in names:
        return figure({**record, "kind": record.get("measure")}, language)
    return " ".join(filter(None, (cell(record[name], columns[name].shown, language) for name in names)))


def _line(texts: tuple[str, ...], record: Mapping[str, Any], columns: Mapping[str, Label], language: str) -> Line:
    if "quote" not in columns:
        return Line(texts)
    return Line(texts, record["quote"] or "", citation(record, language), record.get("url") or "",
                record.get("statement") or "")
