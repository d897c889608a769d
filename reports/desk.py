"""Where a report asks its questions: a store, the catalogue, and what holds for every question of the report."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.stores.protocol import Store
from ontology.errors import ChuanyuError
from queries.asking import Answer, ask
from queries.lookup import Named, resolve
from queries.reader import Query, catalogue, question
from reports.cells import word
from reports.page import Page, Table


@dataclass(frozen=True)
class Desk:
    """`standing` are values for parameters that many questions share, such as `status`; None means the default.

    `folder` is where the graph's records lie on disk, None where the store is a server.
    """

    store: Store
    language: str
    standing: Mapping[str, Any] = field(default_factory=dict)
    limit: int | None = None
    timeout: float | None = None
    questions: Mapping[str, Query] = field(default_factory=catalogue)
    folder: Path | None = None

    def ask(self, name: str, **given: Any) -> Answer:
        """The answer to a question of the catalogue."""
        query = question(name, self.questions)
        takes = {parameter.name for parameter in query.parameters}
        shared = {key: value for key, value in self.standing.items() if key in takes and value is not None}
        return ask(self.store, query, {**shared, **given}, limit=self.limit, timeout=self.timeout)

    def find(self, name: str, of: str | None = None, prefers: str | None = None) -> Named:
        """The entity that a name means."""
        return resolve(self.store, name, of, prefers)

    def table(self, name: str, title: str | None = None, **given: Any) -> Table:
        """The answer as a table under its question, or under a title of `words.yaml`."""
        return answer_table(self.ask(name, **given), self.language, title)

    def page(self, name: str, title: str, *tables: Table, notes: tuple[str, ...] = (), **facts: Any) -> Page:
        """A page in the language of the desk."""
        return Page(name, title, self.language, tables, notes, facts)

    def word(self, key: str, **values: Any) -> str:
        return word(key, self.language, **values)

    def records(self) -> Path:
        """The folder of the graph. Raises ChuanyuError where the graph is on a server."""
        if self.folder is None:
            raise ChuanyuError("This report reads the graph's own records: leave --uri out.",
                               "此报告须读取图谱的本地记录：请去掉 --uri。")
        return self.folder


def answer_table(answer: Answer, language: str, title: str | None = None) -> Table:
    heading = word(title, language) if title else answer.query.question(language)
    return Table(answer.query.name, heading, answer.query.columns, answer.rows, answer.cut)


def answer_page(answer: Answer, language: str) -> Page:
    """A page of one table."""
    table = answer_table(answer, language)
    return Page(table.name, table.title, language, (table,))
