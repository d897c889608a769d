"""What documents seek against who has it: two wordings match where they share a term of three characters or more."""
from __future__ import annotations

from difflib import SequenceMatcher

from ontology.names import normal
from queries.reader import label
from reports.desk import Desk
from reports.layout import CITATION
from reports.page import Page, Record, Row, Table

SHORTEST = 3
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
    """The longest term that two names share, None where it is too short to mean something.

    >>> shared("车规级芯片研发", "高端车规级芯片")
    '车规级芯片'
    >>> shared("汽车电子", "汽车座椅") is None
    True
    """
    first, second = normal(one), normal(other)
    found = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    term = first[found.a:found.a + found.size]
    return term if len(term) >= SHORTEST else None


def _row(one: Record, other: Record, term: str) -> Row:
    row = {**one, "term": term, "holder": other["maker"], "offer": other["technology"],
           "offerStatement": other["statement"]}
    return tuple(row[name] for name in COLUMNS)
