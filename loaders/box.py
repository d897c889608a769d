"""The box of a page: labels such as 索引号, 发文字号, 成文日期 with their values, over or beside the document.

Boxes come in many flattenings: `[ 成文日期 ]` on a line and the value on the next, `发布时间:2023-12-04`, several
pairs on one line, with bars, bullets or nothing between. A label without a value has none: what stands under the next
label is not taken for it.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.dates import LOOSE
from loaders.layout import layout
from loaders.lines import Line, Reading, found

DATES = ("written", "published", "valid_from", "valid_to")
LONGEST = 60  # characters of a value on a line of its own; what is longer is text
EDGES = " |•·丨"


@dataclass(frozen=True, slots=True)
class BoxField:
    """A labelled value: what it is, the characters that say it, and the lines (by index) that are used up."""

    key: str
    reading: Reading | None
    rows: tuple[int, ...]


@cache
def label_pattern() -> re.Pattern[str]:
    """A label in brackets, or before a colon."""
    names = "|".join(" *".join(name) for name in sorted(layout().box, key=len, reverse=True))
    return re.compile(rf"(?:(?<![^ \]】|;•·丨\d日])|^)(?:[\[【] *({names}) *[\]】] *:?|({names}) *:)")


@cache
def bare_pattern() -> re.Pattern[str]:
    """A label between spaces, as a table's cells leave it."""
    names = "|".join(" *".join(name) for name in sorted(layout().box, key=len, reverse=True) if len(name) > 2)
    return re.compile(rf"(?:^|(?<= ))()({names}|标题)(?= |$)")


def box_fields(text: str, rows: list[Line]) -> Iterator[BoxField]:
    """The labelled values among the lines, in order."""
    for index, row in enumerate(rows):
        labels = labels_of(row)
        ends = [label.start() for label in labels[1:]] + [len(row.text)]
        for label, end in zip(labels, ends, strict=False):
            key = layout().box[(label[1] or label[2]).replace(" ", "")]
            value = valued(text, row, label.end(), end)
            used: tuple[int, ...] = (index,)
            if not value and index + 1 < len(rows) and is_value(key, rows[index + 1]):
                value = valued(text, rows[index + 1], 0, len(rows[index + 1].text))
                used = (index, index + 1)
            if key == "number" and value and not value.value.endswith("号"):  # 字号: [大] [小]
                key = "other"
            yield BoxField(key, value, used)


def labels_of(row: Line) -> list[re.Match[str]]:
    """The labels of a line that begins with one; bare ones only where two or more stand together, or before a title."""
    for form, least in ((label_pattern(), 1), (bare_pattern(), 2)):
        labels = list(form.finditer(row.text))
        enough = len(labels) >= least or (labels and labels[0][2] == "标题" and len(row.text) > 12)
        if labels and enough and not row.text[:labels[0].start()].strip(EDGES):
            return labels
    return []


def valued(text: str, row: Line, start: int, end: int) -> Reading | None:
    """A part of a line as a value, bars and bullets around it left out."""
    part = row.text[start:end]
    left = start + len(part) - len(part.lstrip(EDGES))
    place = found(text, row.start + left, row.start + start + len(part.rstrip(EDGES)))
    return Reading(place.text, place) if place.text else None


def is_value(key: str, row: Line) -> bool:
    """Whether a line can be the value of the label above it."""
    if labels_of(row) or len(row.text) > LONGEST or row.plain.endswith(("。", ":")):
        return False
    if key in DATES:
        return LOOSE.match(row.text) is not None
    if key == "number":
        return row.plain.endswith("号") and "关于" not in row.plain
    return "关于" not in row.plain or key == "title"
