"""A text as lines that can be compared: the same characters at the same offsets, in one width.

Scrapes mix full and half width and break words with spaces. `fold` maps the first away without moving a character, so
a pattern is written once, in half width, and its match counts for the source text; `Line.plain` is the line without
any spaces, for names and titles that were spread out.
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from ontology.records import Found

WIDE = "".join(map(chr, range(0xFF01, 0xFF5F)))
NARROW = "".join(map(chr, range(0x21, 0x7F)))
SPACES = "\u3000\xa0\u2002\u2003\u2009\u200b\ufeff\t"
FOLD = str.maketrans(WIDE + "﹒〇○﹝﹞［］" + SPACES, NARROW + ".〇〇〔〕[]" + " " * len(SPACES))
LINE = re.compile(r"[^\r\n]+")
GAPS = re.compile(r" +")


def fold(text: str) -> str:
    """The text in half width and with plain spaces, character for character."""
    return text.translate(FOLD)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the spaces around it: its span in the source, and its folded text."""

    start: int
    end: int
    text: str
    gap: int  # empty lines above it

    @property
    def plain(self) -> str:
        return GAPS.sub("", self.text)


@dataclass(frozen=True, slots=True)
class Reading:
    """A value as it is to be written, and the characters that say it."""

    value: str
    found: Found


def lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of a part of a text that hold more than spaces. `\\n`, `\\r\\n` and `\\r` end a line."""
    end = len(text) if end is None else end
    folded = fold(text[start:end])
    rows: list[Line] = []
    last = 0
    for match in LINE.finditer(folded):
        body = match[0].strip()
        if not body:
            continue
        left = match.start() + len(match[0]) - len(match[0].lstrip())
        breaks = folded[last:match.start()].replace("\r\n", "\n")
        gap = max(breaks.count("\n") + breaks.count("\r") - 1, 0) if rows else 0
        rows.append(Line(start + left, start + left + len(body), body, gap))
        last = match.end()
    return rows


def found(text: str, start: int, end: int) -> Found:
    """The characters from start to end, without the spaces around them."""
    part = text[start:end]
    left = start + len(part) - len(part.lstrip())
    right = start + len(part.rstrip())
    return Found(left, max(left, right), text[left:max(left, right)])


def unspaced(text: str) -> str:
    """A name or title of Chinese words without the spaces and line breaks that a layout put in."""
    return re.sub(r"(?<=[^\x21-\x7e])\s+|\s+(?=[^\x21-\x7e])", "", " ".join(text.split()))
