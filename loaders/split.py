"""A page that strings documents together, cut into its documents.

Three things end a document, each after it has had some text: a foot (来源:…, 文件下载, 责任编辑) behind which
something else begins; the navigation or the box of a new page; and a new masthead, title lines that end as a letter's
do (…的通知) with a number or an addressee below. A notice with its plan, a plan with its annexes and the paragraphs of
one news text stay together.
"""
from __future__ import annotations

import re
from itertools import pairwise

from loaders.box import labels_of
from loaders.digest import is_digest
from loaders.layout import layout
from loaders.letter import ANNEX, SOURCE
from loaders.lines import Line, lines
from loaders.masthead import is_addressee, is_date, is_number_line, is_organ
from loaders.numbering import numbered
from loaders.page import is_paragraph
from loaders.titles import genre_of

FOOT = re.compile(r"(?:文件|附件)下载:?|\(?(?:责任编辑|责编|编辑|审核|校对):.{1,12}\)?")
PLACE = re.compile(r"(?:您|你)?(?:当前|现在|所在)的?(?:所在)?位置:?.*|(?:网站)?首页[>›»].*")
LETTER = ("reply", "notice", "interpretation")
MASTHEAD = 9  # lines at most between the first body's name and the number or the addressee


def split(text: str) -> list[tuple[int, int]]:
    """The spans of a page's documents; together they are the whole text. A digest is one document."""
    rows = lines(text)
    if is_digest(text) or not rows:
        return [(0, len(text))]
    starts = [0]
    for index in range(1, len(rows)):
        if index - starts[-1] > 1 and begins(rows, starts[-1], index):
            starts.append(index)
    cuts = [0, *(line_start(text, rows[index - 1].end) for index in starts[1:]), len(text)]
    return list(pairwise(cuts))


def begins(rows: list[Line], first: int, index: int) -> bool:
    """Whether a line begins a document of its own, the one before it having begun at `first`."""
    if not any(is_paragraph(row) for row in rows[first:index]):
        return False
    if ends(rows[index]):
        return False
    if ends(rows[index - 1]):
        return any(has_text(row) for row in rows[index:index + 12])
    return is_new_page(rows[index]) or is_masthead(rows, index)


def ends(row: Line) -> bool:
    """The foot of a document."""
    return bool(FOOT.fullmatch(row.plain)) or (SOURCE.match(row.text) is not None and len(row.text) < 60)


def has_text(row: Line) -> bool:
    """A line that a document may begin with: no navigation, no foot."""
    return not is_noise(row) and len(row.plain) > 4 and not labels_of(row)


def is_noise(row: Line) -> bool:
    return layout().noise.fullmatch(row.plain) is not None


def is_annex(row: Line) -> bool:
    """The line over an annex, which may be a form of letter."""
    return ANNEX.fullmatch(row.text) is not None


def is_new_page(row: Line) -> bool:
    return PLACE.fullmatch(row.plain) is not None or bool(re.match(r"[\[【]? *索 *引 *号 *[\]】:]", row.text))


def is_masthead(rows: list[Line], index: int) -> bool:
    """Whether bodies and a title begin here that end in a number or an addressee, as a letter's do."""
    if is_annex(rows[index - 1]) or is_organ(rows[index - 1]):
        return False
    joined = ""
    for row in rows[index:index + MASTHEAD]:
        if is_number_line(row) or is_addressee(row):
            return genre_of(joined) in LETTER and "关于" in joined
        if any(test(row) for test in (is_paragraph, numbered, is_date, labels_of, is_noise, is_annex)):
            return False
        joined += row.plain
    return False


def line_start(text: str, offset: int) -> int:
    """The offset behind the line end that follows."""
    match = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?").match(text, offset)
    return match.end() if match else offset
