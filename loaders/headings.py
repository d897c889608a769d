"""How much of a line is a heading, and what a part without one is called.

Headings run on into text (推动外贸稳中提质。2020年…), stand alone, come in brackets (第二条【适用范围】) or before a colon, and
may be followed by who answers for the part. A numbered sentence that nothing stands under is an item, not a heading.
"""
from __future__ import annotations

import re

from loaders.fields import pieces
from loaders.layout import Style
from loaders.lexicon import lexicon
from loaders.lines import Line, unspaced
from loaders.numbering import numbered
from loaders.page import is_paragraph

HEADING = 45  # characters of a heading at most
CLAUSE = 30  # characters of a title that is the beginning of a clause
TITLE_SENTENCE = re.compile(r"(?:[-—]{1,2} ?)?([^。;:!?\d\-—]{4,18})。(?=.{15})")
COLON_TITLE = re.compile(r"([^,。;:、]{3,24}):(?=.{10})")
BRACKET_TITLE = re.compile(r"[\[【(]([^】)\]]{2,20})[】)\]] ?(?=.{8})")


def heading_length(rest: str, style: Style, following: Line | None) -> int:
    """How many characters of a numbered line, its number left out, are its heading: 0 where the line is an item."""
    if match := BRACKET_TITLE.match(rest) or COLON_TITLE.match(rest):
        return match.end()
    if style.name == "article":  # 第一条 is followed by its text at once, or by a slogan (第一条 支持技术攻关。对…)
        slogan = TITLE_SENTENCE.match(rest)
        return slogan.end() if slogan and opens_with_verb(slogan[1]) else 0
    runs = pieces(rest)
    said = rest[:runs[0].end] if runs and not runs[0].label else rest
    sentence, stop, more = said.partition("。")
    if more.strip() and not more.startswith("”"):
        return len(sentence) + 1 if len(sentence) <= HEADING else 0
    if len(runs) > 1:  # only a duty follows
        return len(said) if len(sentence) <= CLAUSE and "," not in sentence else 0
    if len(rest) > HEADING or re.search("[;:]$", rest):
        return 0
    return len(rest) if not stop or is_under(sentence, style, following) else 0


def opens_with_verb(sentence: str) -> bool:
    """Whether a sentence begins with what is to be done, and names nobody who does it."""
    kinds = lexicon().kinds
    return "," not in sentence and any(kinds.get(sentence[:size]) == "verb" for size in (4, 3, 2))


def is_under(sentence: str, style: Style, following: Line | None) -> bool:
    """Whether the next line stands under a sentence: a part of it, or running text without a label."""
    if following is None:
        return False
    number = numbered(following)
    if number:
        return number.style.rank > style.rank
    text = is_paragraph(following) and not pieces(following.text)[0].label
    return text or len(sentence) <= CLAUSE


def heading_title(said: str) -> str:
    """A heading without the brackets and the punctuation around it."""
    bare = unspaced(said.strip().strip("。.:：;；【】[]").strip())
    return re.sub(r"^[(（](.*)[)）]$", r"\1", bare)


def first_clause(said: str) -> str:
    """What an item without a heading is called: its first clause."""
    clauses = re.split(r"[,，。.:：;；](?!\d)", unspaced(said.strip()), maxsplit=2)
    timed = len(clauses) > 1 and re.fullmatch(r"(?:从|自|到|截至)?[\d年月日季度至到起底末前—\-]+", clauses[0])
    return clauses[1 if timed else 0][:CLAUSE]


def has_title(rows: list[Line], at: int) -> bool:
    """Whether a paragraph opens with a title of its own, and one beside it does too."""
    if not TITLE_SENTENCE.match(rows[at].text):
        return False
    beside = [rows[index] for index in (at - 1, at + 1) if 0 <= index < len(rows)]
    return any(TITLE_SENTENCE.match(row.text) and not numbered(row) for row in beside)
