"""Official numbers at the start of a line: 一、 (一) 1. ① 第一条 专栏, in both widths and with lost punctuation."""
from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.layout import Style, layout
from loaders.lines import Line

# A digit whose full stop was lost (1持续扩大…): a figure with its unit is no number of a part.
QUESTION = re.compile(r" *(?:问题?: *)?")
TITLELESS = ("part", "chapter", "division")  # their title may stand on the next line
UNITS = "年月日个家亿万元项号条岁倍类种台辆名人次大届位版款级路纳时小周分层楼至多余点把场"
BARE = re.compile(rf"(?P<n>\d{{1,2}}) ?(?=[\u4e00-\u9fff“《])(?![{UNITS}])")


@dataclass(frozen=True, slots=True)
class Number:
    """A part's number: its style, what the path keeps of it, and where the heading begins in the source."""

    style: Style
    path: str
    start: int


def numbered(row: Line, previous: str | None = None) -> Number | None:
    """The number that opens a line. `previous` is the last arabic number: a bare digit counts only as its successor."""
    for style in layout().styles:
        match = style.number.match(row.text)
        if match and (len(row.text) > match.end() or style.name in TITLELESS):
            return Number(style, style.path.format(n=match["n"]), row.start + skipped(row.text, match.end()))
    match = BARE.match(row.text)
    if match and int(match["n"]) == int(previous or 0) + 1 and "。" in row.text[:60]:
        arabic = next(style for style in layout().styles if style.name == "arabic")
        return Number(arabic, match["n"], row.start + skipped(row.text, match.end()))
    return None


def skipped(text: str, offset: int) -> int:
    """The offset behind spaces, and behind 问: where a question is numbered."""
    match = QUESTION.match(text, offset)
    return match.end() if match else offset
