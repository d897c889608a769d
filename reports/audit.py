"""What resolution and rules did: every wording put on an entity, every mention left open, every rule by its statements."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from graph.folder import Folder
from ontology.records import Document
from queries.reader import label
from reports.cells import word
from reports.gold import verdicts
from reports.page import Page, Row, Table

VERDICTS = ("confirmed", "contradicted", "silent")
PLACE = ("quote", "title", "number", "date", "section", "url", "kind", "statement")


def page(folder: Folder, language: str, gold: Path | None = None, limit: int | None = None) -> Page:
    """Tables `rules`, `unresolved`, `merges` and `decisions`; with a gold set the rules are judged by it."""
    judged = verdicts(folder, gold) if gold else {}
    counts = {verdict: sum(found == verdict for found in judged.values()) for verdict in VERDICTS}
    notes = (word("audit-gold", language, judged=len(judged), **counts),) if gold else ()
    tables = (rules(folder, judged if gold else None), unresolved(folder), merges(folder), decisions(folder))
    return Page("audit", word("report-audit", language), language,
                tuple(cut(table, limit, language) for table in tables), notes, counts if gold else {})


def cut(table: Table, limit: int | None, language: str) -> Table:
    """The table with its title, and no more rows than asked for."""
    return Table(table.name, word(f"audit-{table.name}", language), table.columns, table.rows[:limit],
                 limit is not None and len(table.rows) > limit)


def rules(folder: Folder, judged: Mapping[str, str] | None) -> Table:
    """Every rule with its relations and how many statements it made, by status, most first; and what the gold says."""
    made: dict[str, list[str]] = defaultdict(list)
    relations: dict[str, set[str]] = defaultdict(set)
    for one in folder.statements:
        if one.evidence:
            made[one.evidence.rule].append(one.id)
            relations[one.evidence.rule].add(one.relation)
    rows: list[Row] = []
    for rule, ids in sorted(made.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        said = Counter(judged[id_] for id_ in ids if id_ in judged) if judged is not None else {}
        rows.append((rule, sorted(relations[rule]), len(ids), *(said[name] for name in VERDICTS if judged is not None)))
    return table("rules", ("rule", "relations", "statements", *(VERDICTS if judged is not None else ())), rows)


def unresolved(folder: Folder) -> Table:
    """Every mention left open, with the candidates by name and id, and the provisional entity that it stands on."""
    documents = {one.id: one for one in folder.documents}
    rows = [(one["text"], one["reason"], [f"{name} [{id_}]" for id_, name in zip(one["candidates"], one["names"], strict=True)],
             one["entity"], *place(one, documents)) for one in folder.report.get("unresolved", ())]
    return table("unresolved", ("wording", "reason", "candidates", "id", *PLACE), rows)


def merges(folder: Folder) -> Table:
    """Every wording that became an entity of another name, or a name of no list that several documents bear."""
    documents = {one.id: one for one in folder.documents}
    rows = [(one["name"], one["wording"], one["reason"], one["documents"], one["mentions"], one["entity"],
             *place(one, documents)) for one in folder.report.get("merges", ())]
    return table("merges", ("entity", "wording", "reason", "documents", "times", "id", *PLACE), rows)


def decisions(folder: Folder) -> Table:
    """Every decision with how many things it changed, then those that fit nothing."""
    rows: list[Row] = [(one["entry"], "applied", len(one["changes"]), one["reason"])
                       for one in folder.report.get("decisions", ())]
    rows += [(one["entry"], one["why"], None, one["what"]) for one in folder.report.get("unfit_decisions", ())]
    return table("decisions", ("entry", "effect", "changes", "decision"), rows)


def place(row: Mapping[str, Any], documents: Mapping[str, Document]) -> Row:
    """The sentence and the document that it stands in."""
    one = documents[row["document"]]
    return row["context"], one.title, one.number, one.written or one.published, None, one.url, one.kind, None


def table(name: str, columns: Iterable[str], rows: Iterable[Row]) -> Table:
    return Table(name, "", tuple(map(label, columns)), tuple(rows))
