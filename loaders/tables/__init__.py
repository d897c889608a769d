"""Tables, in the forms that a scrape leaves: one row a line (`lined`), one cell a line (`stacked`), one project after
the other in labelled lines (`cards`). What stands in a column is told by its name (`columns`), where it has none by its
cells (`headless`)."""
from __future__ import annotations

from loaders.lines import Line
from loaders.tables.cards import carded
from loaders.tables.cells import Cell, Row, Table
from loaders.tables.columns import NAMED, TASKS, may_begin
from loaders.tables.headless import headless
from loaders.tables.lined import lined
from loaders.tables.stacked import stacked

__all__ = ["NAMED", "TASKS", "Cell", "Row", "Table", "read_table"]


def read_table(text: str, rows: list[Line], at: int) -> Table | None:
    """The table that begins at a line, None where none does."""
    if at >= len(rows):
        return None
    named = lined(text, rows[at:]) or stacked(rows[at:]) or carded(rows[at:]) if may_begin(rows[at]) else None
    return named or headless(text, rows[at:])
