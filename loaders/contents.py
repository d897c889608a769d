"""Tables of contents: short lines at the head of a text that all come again below as headings."""
from __future__ import annotations

import re

from loaders.lines import Line
from loaders.numbering import numbered

LEADER = re.compile(r"[.…·\-]*\d{0,3}$")  # dots and page number behind an entry
LABEL = re.compile(r"目录:?")
FEWEST = 3


def contents(rows: list[Line]) -> range:
    """The places of the lines that are a table of contents, 目录 included; empty where there is none."""
    last = {heading(row): place for place, row in enumerate(rows)}
    start = next((place for place, row in enumerate(rows) if LABEL.fullmatch(row.plain)), None)
    again = (place for place, row in enumerate(rows) if last[heading(row)] > place and numbered(row))
    first = next(again, None) if start is None else start + 1
    if first is None:
        return range(0)
    end = first
    while end < len(rows) and len(rows[end].plain) < 60 and "。" not in rows[end].plain and not repeats(rows, first, end):
        end += 1
    while end > first and last[heading(rows[end - 1])] < end:
        end -= 1
    if sum(last[heading(row)] >= end for row in rows[first:end]) < FEWEST:
        return range(start, start + 1) if start is not None else range(0)
    return range(first if start is None else start, end)


def repeats(rows: list[Line], first: int, end: int) -> bool:
    """Whether the entries begin anew here: the text itself."""
    return end > first and heading(rows[end]) == heading(rows[first])


def heading(row: Line) -> str:
    return LEADER.sub("", row.plain)
