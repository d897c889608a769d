"""Where a report asks its questions: a store, the catalogue, and what holds for every question of the report."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.stores.protocol import Store
from queries.asking import Answer, ask
from queries.reader import Query, catalogue, question
from reports.page import Page, Table


@dataclass(frozen=True)
class Desk:
    """`standing` are values for parameters that many questions share, such as `status`; None means the default."""

    store: Store
    language: str
    standing: Mapping[str, Any] = field(default_factory=dict)
    limit: int | None = None
    timeout: float | None = None
    questions: Mapping[str, Query] = field(default_factory=catalogue)

    def ask(self, name: str, **given: Any) -> Answer:
        """The answer to a question of the catalogue."""
        query = question(name, self.questions)
        takes = {parameter.name for parameter in query.parameters}
        shared = {key: value for key, value in self.standing.items() if key in takes and value is not None}
        return ask(self.store, query, {**shared, **given}, limit=self.limit, timeout=self.timeout)

    def table(self, name: str, **given: Any) -> Table:
        """The answer as a table under its question."""
        return answer_table(self.ask(name, **given), self.language)


def answer_table(answer: Answer, language: str) -> Table:
    return Table(answer.query.name, answer.query.question(language), answer.query.columns, answer.rows, answer.cut)


def answer_page(answer: Answer, language: str) -> Page:
    """A page of one table."""
    table = answer_table(answer, language)
    return Page(table.name, table.title, language, (table,))
