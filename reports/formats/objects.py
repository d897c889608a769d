"""JSON, values exactly as the graph holds them: a list of rows for one table, else an object of tables by name."""
from __future__ import annotations

import json
from typing import TextIO

from reports.page import Page


def write(page: Page, out: TextIO) -> None:
    rows = {table.name: table.records() for table in page.tables}
    content = rows[page.name] if list(rows) == [page.name] else {
        "report": page.name, "title": page.title, "facts": dict(page.facts), "notes": list(page.notes), "tables": rows}
    json.dump(content, out, ensure_ascii=False, indent=1)
    out.write("\n")
