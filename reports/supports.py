"""Who supports whom: agencies also by way of the policies that they issue and the provisions that they answer for."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ontology.vocabulary import vocabulary
from queries.reader import label
from reports.cells import word
from reports.desk import Desk
from reports.layout import CITATION, MONEY, TERMS
from reports.page import Page, Row, Table

COLUMNS = ("supporter", "way", "via", "relation", "beneficiary", *MONEY, *TERMS, "status", *CITATION)


def page(desk: Desk, by: str | None = None, of: str | None = None) -> Page:
    """All support, or that `by` an agency, `of` a beneficiary, or between the two."""
    if by:
        answer = desk.ask("supported-by", agency=by, **({"beneficiary": of} if of else {}))
    else:
        answer = desk.ask("supporters", beneficiary=of) if of else desk.ask("who-supports-whom")
    sure = [record for record in answer.records() if record.get("basis") != "candidate"]
    rows = sorted(map(_row, sure), key=_order)
    key = "supports-" + ("between" if by and of else "by" if by else "of" if of else "all")
    title = word(key, desk.language, by=by, of=of)
    table = Table("supports", title, tuple(map(label, COLUMNS)), tuple(rows), answer.cut)
    perhaps = len(answer.rows) - len(sure)
    notes = (word("supports-perhaps", desk.language, count=perhaps, of=of),) if perhaps else ()
    return Page("supports", title, desk.language, (table,), notes)


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
