"""Projects told one after the other, each in lines of its own: 项目名称:甲 / 建设单位:乙 / 总投资:3亿元."""
from __future__ import annotations

import re
from dataclasses import replace

from loaders.lines import Line
from loaders.tables.cells import Columns, Table, make_row
from loaders.tables.columns import NAMED, columns_of, kind_of

LABELLED = re.compile(r"(?:\(?\d{1,2}[.、)] ?)?(?P<name>[^:,。;]{2,14}) ?: ?(?P<value>\S.*)")


def carded(lines: list[Line]) -> Table | None:
    """The projects of which the first line names the first; None where it names none, or no more is said of it."""
    cards: list[list[tuple[str, Line]]] = []
    length = 0
    for line in lines:
        match = LABELLED.fullmatch(line.text)
        if match is None or (not cards and kind_of(plain(match["name"])) not in NAMED):
            break
        value = Line(line.start + match.start("value"), line.end, match["value"], line.gap)
        if kind_of(plain(match["name"])) in NAMED:
            cards.append([])
        cards[-1].append((plain(match["name"]), value))
        length += 1
    columns: Columns | None = columns_of(list(dict.fromkeys(name for card in cards for name, _ in card)))
    if not columns:
        return None
    kinds = {said: (kind, said) for kind, said in columns}
    rows = [make_row([(kinds[name], value) for name, value in card], [], columns) for card in cards]
    return Table(tuple(replace(row, number=str(place)) for place, row in enumerate(rows, start=1)), (), length)


def plain(name: str) -> str:
    return name.replace(" ", "")
