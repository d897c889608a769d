"""What a question or a report answers, before it is laid out: tables of rows, each row with its citation."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from queries.reader import Label

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under labelled columns; `cut` says that the limit left rows out, `empty` what it means if there is none."""

    name: str
    title: str
    columns: tuple[Label, ...]
    rows: tuple[Row, ...]
    cut: bool = False
    empty: str = ""

    def records(self) -> list[dict[str, Any]]:
        """The rows as JSON objects, values untouched."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Page:
    """Tables under one title, with notes that say how to read them; its words are in `language`."""

    name: str
    title: str
    language: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
