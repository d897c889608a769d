"""The box of a page: labels such as 索引号, 发文字号, 成文日期 with their values, over or beside the document.

Boxes come in many flattenings: `[ 成文日期 ]` on a line and the value on the next, `发布时间:2023-12-04`, several
pairs on one line. A label without a value has none: what stands under the next label is not taken for it.
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
LONGEST = 60  # characters of a value; what is longer is text


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
    return re.compile(rf"(?:(?<![^ \]】|;])|^)(?:[\[【] *({names}) *[\]】]:?|({names}) *:)")


def box_fields(text: str, rows: list[Line]) -> Iterator[BoxField]:
    """The labelled values among the lines, in order."""
    for index, row in enumerate(rows):
        labels = list(label_pattern().finditer(row.text))
        if not labels or row.text[:labels[0].start()].strip():
            continue
        ends = [label.start() for label in labels[1:]] + [len(row.text)]
        for label, end in zip(labels, ends, strict=True):
            key = layout().box[(label[1] or label[2]).replace(" ", "")]
            value = found(text, row.start + label.end(), row.start + end)
            used: tuple[int, ...] = (index,)
            if not value.text and index + 1 < len(rows) and is_value(key, rows[index + 1]):
                value = found(text, rows[index + 1].start, rows[index + 1].end)
                used = (index, index + 1)
            yield BoxField(key, Reading(value.text, value) if value.text else None, used)


def is_value(key: str, row: Line) -> bool:
    """Whether a line can be the value of the label above it."""
    if label_pattern().match(row.text) or len(row.text) > LONGEST or row.plain.endswith(("。", ":")):
        return False
    if key in DATES:
        return LOOSE.match(row.text) is not None
    if key == "number":
        return row.plain.endswith("号") and "关于" not in row.plain
    return "关于" not in row.plain or key == "title"
