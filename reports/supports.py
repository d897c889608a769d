"""Who supports whom: agencies also by way of the policies that they issue and the provisions that they answer for."""
from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from ontology.vocabulary import vocabulary
from queries.reader import Label, label
from reports.desk import Desk
from reports.layout import CITATION, MONEY, TERMS
from reports.page import Page, Row, Table

COLUMNS = ("supporter", "way", "via", "relation", "beneficiary", *MONEY, *TERMS, "deadline", "status", *CITATION)


def page(desk: Desk, by: str | None = None, of: str | None = None, matrix: bool = False) -> Page:
    """All support, or that `by` an agency, `of` a beneficiary, or between the two; as a list or a matrix."""
    agency = desk.find(by, of="Actor") if by else None
    beneficiary = desk.find(of, prefers="Actor") if of else None
    if agency:
        answer = desk.ask("supported-by", agency=agency.id, **({"beneficiary": beneficiary.id} if beneficiary else {}))
    else:
        answer = desk.ask("supporters", beneficiary=beneficiary.id) if beneficiary else desk.ask("who-supports-whom")
    sure = [record for record in answer.records() if record.get("basis") != "candidate"]
    rows = sorted(map(_row, sure), key=_order)
    key = "supports-" + ("between" if by and of else "by" if by else "of" if of else "all")
    title = desk.word(key, by=agency and agency.name, of=beneficiary and beneficiary.name)
    table = Table("supports", title, tuple(map(label, COLUMNS)), tuple(rows), answer.cut)
    if matrix:
        return desk.page("supports", title, _matrix(table))
    perhaps = len(answer.rows) - len(sure)
    notes = (desk.word("supports-perhaps", count=perhaps, of=beneficiary.name),
             f"chuanyu query claims --param firm={beneficiary.name}") if perhaps and beneficiary else ()
    return desk.page("supports", title, table, notes=notes)


def _matrix(table: Table) -> Table:
    """How many statements tie each supporter, a row, to each beneficiary, a column; the busiest first."""
    counts = Counter((who, record["beneficiary"]) for record in table.records() for who in record["supporter"])
    sums = [Counter[str](), Counter[str]()]
    for pair, count in counts.items():
        for total, name in zip(sums, pair, strict=True):
            total[name] += count
    rows, columns = ([name for name, _ in sorted(total.items(), key=lambda item: (-item[1], item[0]))] for total in sums)
    labels = (label("supporter"), *(Label(name, name, name) for name in columns))
    return Table("supports", table.title, labels,
                 tuple((who, *(counts[who, name] or None for name in columns)) for who in rows))


def _row(record: Mapping[str, Any]) -> Row:
    ways = _ways(record)
    via = None if ways.get(record["supporter"]) == ["SUPPORTS"] else record["supporter"]
    way = sorted({way for found in ways.values() for way in found})
    row = {**record, "supporter": list(ways) or [record["supporter"]], "way": way, "via": via if ways else None}
    return tuple(row[name] for name in COLUMNS)


def _ways(record: Mapping[str, Any]) -> dict[str, list[str]]:
    """Who supports -> in which ways: directly, as the one responsible, as the issuer."""
    if "agency" in record:
        return {record["agency"]: record["way"]}
    term = vocabulary().classes.get(record["supporterClass"])
    if term and "Actor" in (term.name, *term.supers):
        return {record["supporter"]: ["SUPPORTS"]}
    ways: dict[str, list[str]] = {}
    for way, names in (("RESPONSIBLE_FOR", record["responsible"]), ("ISSUES", record["issuers"])):
        for name in names:
            ways.setdefault(name, []).append(way)
    return ways


def _order(row: Row) -> tuple[Any, ...]:
    record = dict(zip(COLUMNS, row, strict=True))
    return record["supporter"], record["via"] or "", record["beneficiary"], record["statement"]
