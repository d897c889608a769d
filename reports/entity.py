"""One entity: its names and identifiers, the documents that speak of it, and what is stated, relation by relation."""
from __future__ import annotations

import json
from collections import Counter
from itertools import groupby
from pathlib import Path

from queries.reader import label
from reports.cells import relation, word
from reports.desk import Desk
from reports.page import Page, Table


def page(desk: Desk, name: str, records: Path | None = None) -> Page:
    """The page of the entity that bears the name; `records` is the graph's folder, where mentions are listed."""
    about = desk.ask("entity", entity=name)
    facts = about.records()[0]
    found = desk.table("statements-about", entity=name)
    documents = desk.table("documents", entity=name)
    at = [column.name for column in found.columns].index("relation")
    columns = (*found.columns[:at], *found.columns[at + 1:])
    groups = [Table(f"statements-{type_}", relation(type_, desk.language), columns,
                    tuple((*row[:at], *row[at + 1:]) for row in rows), found.cut)
              for type_, rows in groupby(found.rows, key=lambda row: str(row[at]))]
    mentioned = (_mentions(records, str(facts["id"]), desk.language),) if records else ()
    names = Table("entity", about.query.question(desk.language), about.query.columns, about.rows)
    return Page("show", str(facts["entity"]), desk.language, (names, *mentioned, documents, *groups), facts=facts)


def _mentions(records: Path, id_: str, language: str) -> Table:
    """How often each document mentions the entity: its one line of the records is read, not all of them."""
    mark = f'"id": {json.dumps(id_, ensure_ascii=False)}'
    with (records / "entities.jsonl").open(encoding="utf-8", newline="\n") as lines:
        row = next(row for line in lines if mark in line and (row := json.loads(line))["id"] == id_)
    with (records / "documents.jsonl").open(encoding="utf-8", newline="\n") as lines:
        titles = {one["id"]: one["title"] for one in map(json.loads, lines)}
    times = Counter(mention["document"] for mention in row["mentions"])
    forms = {document: sorted({mention["text"] for mention in row["mentions"] if mention["document"] == document})
             for document in times}
    rows = tuple((titles[document], document, times[document], forms[document]) for document in sorted(times))
    return Table("mentions", word("mentions", language), tuple(map(label, ("title", "document", "times", "aliases"))), rows)
