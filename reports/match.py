"""What documents seek against who has it: two wordings match where they share words of three characters or more."""
from __future__ import annotations

from functools import cache
from typing import Any

from ontology.names import normal
from queries.reader import label
from reports.desk import Desk
from reports.layout import CITATION
from reports.page import Page, Record, Row, Table

SHORTEST, LONGEST = 3, 8  # characters, and words, of a term
COLUMNS = ("sought", "seeker", "term", "holder", "offer", "offerStatement", "status", *CITATION)


def page(desk: Desk) -> Page:
    wanted, had = desk.table("sought"), desk.table("makers")
    rows = [_row(one, other, term) for one in wanted.records() for other in had.records()
            if (term := shared(one["sought"], other["technology"]))]
    matches = Table("match", desk.word("match-found"), tuple(map(label, COLUMNS)), tuple(rows))
    unmet = {row[0] for row in rows}
    rest = wanted.where(lambda row: row["sought"] not in unmet, "unmatched", desk.word("match-none"))
    return desk.page("match", desk.word("report-match"), matches, rest, notes=(desk.word("match-note"),))


def shared(one: str, other: str) -> str | None:
    """The longest term of whole words that two names share, None where it is too short to mean something.

    >>> shared("车规级芯片研发", "高端车规级芯片")
    '车规级芯片'
    >>> shared("新能源汽车产业", "电动汽车产品") is None
    True
    """
    return max(_terms(normal(one)) & _terms(normal(other)), key=lambda term: (len(term), term), default=None)


@cache
def _terms(name: str) -> frozenset[str]:
    """The runs of words of a name, as the dictionary cuts it, words within words too (汽车产业, 汽车, 产业)."""
    ends = sorted({end for _, *span in _segmenter().tokenize(name, "search", False) for end in span})
    return frozenset(name[start:end] for n, start in enumerate(ends) for end in ends[n + 1:n + 1 + LONGEST]
                     if end - start >= SHORTEST)


@cache
def _segmenter() -> Any:
    from rjieba import Jieba

    return Jieba()


def _row(one: Record, other: Record, term: str) -> Row:
    row = {**one, "term": term, "holder": other["maker"], "offer": other["technology"],
           "offerStatement": other["statement"]}
    return tuple(row[name] for name in COLUMNS)
