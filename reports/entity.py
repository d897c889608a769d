"""One entity: its names and identifiers, the documents that speak of it, and what is stated, relation by relation."""
from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from queries.reader import label
from reports.cells import relation
from reports.desk import Desk
from reports.page import Page, Table

Groups = Mapping[str, tuple[str, ...]]


def page(desk: Desk, name: str) -> Page:
    """The page of the entity that bears the name."""
    about = desk.table("entity", entity=name)
    facts = about.records()[0]
    found = desk.table("statements-about", entity=name)
    groups = [found.where(lambda row, type_=type_: row["relation"] == type_, f"statements-{type_}",  # type: ignore[misc]
                          relation(type_, desk.language)).without("relation")
              for type_, _ in groupby(row["relation"] for row in found.records())]
    mentioned = [_mentions(desk, desk.folder, str(facts["id"]))] if desk.folder else []
    return desk.page("show", str(facts["entity"]), about, *mentioned, desk.table("documents", entity=name), *groups,
                     **facts)


def dossier(desk: Desk, id_: str, groups: Groups) -> list[Table]:
    """An entity's names, and what is stated of it, in groups of relations (Cypher types) by title."""
    about = desk.table("entity", entity=id_)
    found = desk.table("statements-about", entity=id_)
    tables = [found.where(lambda row, types=types: row["relation"] in types, key, desk.word(key))  # type: ignore[misc]
              for key, types in groups.items()]
    return [about, *tables]


def _mentions(desk: Desk, folder: Path, id_: str) -> Table:
    """How often each document mentions the entity: its one line of the records is read, not all of them."""
    mark = f'"id": {json.dumps(id_, ensure_ascii=False)}'
    with (folder / "entities.jsonl").open(encoding="utf-8", newline="\n") as lines:
        row = next(row for line in lines if mark in line and (row := json.loads(line))["id"] == id_)
    with (folder / "documents.jsonl").open(encoding="utf-8", newline="\n") as lines:
        titles = {one["id"]: one["title"] for one in map(json.loads, lines)}
    times = Counter(mention["document"] for mention in row["mentions"])
    forms = {document: sorted({mention["text"] for mention in row["mentions"] if mention["document"] == document})
             for document in times}
    rows = tuple((titles[document], document, times[document], forms[document]) for document in sorted(times))
    return Table("mentions", desk.word("mentions"), tuple(map(label, ("title", "document", "times", "aliases"))), rows)
