"""Two builds compared: statements that are new, dropped or changed, document by document."""
from __future__ import annotations

from pathlib import Path
from typing import Any

from graph.folder import Folder
from ontology.records import Document, Statement
from queries.reader import label
from reports.desk import Desk
from reports.page import Page, Row, Table

COLUMNS = ("title", "subject", "relation", "object", "changes", "status", "quote", "number", "date", "section", "url",
           "kind", "statement")


def page(desk: Desk, old: Path) -> Page:
    """What changed from the graph in `old` to that of the desk."""
    before, after = Folder(old), Folder(desk.records())
    documents = {one.id: one for folder in (before, after) for one in folder.documents}
    first, second = ({one.id: one for one in folder.statements} for folder in (before, after))
    kinds: dict[str, list[Row]] = {
        "new": [_row(second[id_], documents) for id_ in second.keys() - first.keys()],
        "dropped": [_row(first[id_], documents) for id_ in first.keys() - second.keys()],
        "changed": [_row(second[id_], documents, _changes(first[id_], second[id_]))
                    for id_ in first.keys() & second.keys() if first[id_] != second[id_]]}
    tables = [Table(kind, desk.word(f"diff-{kind}"), tuple(map(label, COLUMNS)), tuple(sorted(rows, key=_order)))
              for kind, rows in kinds.items()]
    counts: dict[str, Any] = {kind: len(rows) for kind, rows in kinds.items()}
    return desk.page("diff", desk.word("report-diff"), *tables, **counts)


def _changes(old: Statement, new: Statement) -> list[str]:
    """What differs, as `qualifier: old -> new`."""
    before, after = ({"status": one.status, "object": one.object.name, "subject": one.subject.name,
                      "quote": one.evidence.quote if one.evidence else None, **one.qualifiers} for one in (old, new))
    return [f"{key}: {before.get(key)} -> {after.get(key)}" for key in sorted(before.keys() | after.keys())
            if before.get(key) != after.get(key)]


def _row(one: Statement, documents: dict[str, Document], changes: list[str] | None = None) -> Row:
    evidence = one.evidence
    document = documents.get(evidence.document) if evidence else None
    return (document and document.title, one.subject.name, one.relation, one.object.name, changes or [], one.status,
            evidence and evidence.quote, document and document.number,
            document and (document.written or document.published), evidence and evidence.section,
            document and document.url, document and document.kind, one.id)


def _order(row: Row) -> tuple[str, ...]:
    return tuple(str(value or "") for value in (row[0], *row[1:4], row[-1]))
