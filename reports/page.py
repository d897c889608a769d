"""What a question or a report answers, before it is laid out: tables of rows, each row with its citation."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from queries.reader import Label

Row = tuple[Any, ...]
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under labelled columns; `cut` says that the limit left rows out."""

    name: str
    title: str
    columns: tuple[Label, ...]
    rows: tuple[Row, ...]
    cut: bool = False

    def records(self) -> list[Record]:
        """The rows as JSON objects, values untouched."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]

    def where(self, holds: Callable[[Record], bool], name: str, title: str) -> Table:
        """The rows for which something holds, as a table of its own."""
        kept = tuple(row for row, record in zip(self.rows, self.records(), strict=True) if holds(record))
        return replace(self, name=name, title=title, rows=kept)

    def without(self, column: str) -> Table:
        """The table without one column."""
        at = [label.name for label in self.columns].index(column)
        return replace(self, columns=(*self.columns[:at], *self.columns[at + 1:]),
                       rows=tuple((*row[:at], *row[at + 1:]) for row in self.rows))


@dataclass(frozen=True, slots=True)
class Page:
    """Tables under one title, with notes that say how to read them; its words are in `language`."""

    name: str
    title: str
    language: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
