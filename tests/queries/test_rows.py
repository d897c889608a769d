"""Every question on the hand-made graph: the rows written out, the plain Python answer and each engine say the same."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.stores.embedded import EmbeddedStore
from queries.asking import ask
from queries.reader import catalogue
from tests.handmade import Handmade
from tests.queries import plain

CITING = ("quote", "title", "number", "date", "section", "url", "kind")
EXPECTED: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("rows.yaml").read_text(encoding="utf-8"))


@pytest.fixture(params=EXPECTED)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def bare(record: dict[str, Any]) -> dict[str, Any]:
    """A row without what is empty, and for a cited one without what its statement's id stands for."""
    cited = CITING if "quote" in record else ()
    plainly = {"status"} if record.get("status") == "asserted" else set()
    return {key: value for key, value in record.items()
            if value not in (None, []) and key not in cited and key not in plainly}


def test_every_question_has_its_rows_written_out() -> None:
    assert EXPECTED.keys() == catalogue().keys()


def test_the_embedded_engine_answers_as_written(name: str, embedded: EmbeddedStore) -> None:
    answer = ask(embedded, catalogue()[name], EXPECTED[name]["given"])
    assert [bare(record) for record in answer.records()] == EXPECTED[name]["rows"]


def test_plain_python_answers_the_same(name: str, made: Handmade) -> None:
    rows = getattr(plain, name.replace("-", "_"))(plain.World(made), **EXPECTED[name]["given"])
    assert sorted(map(_sortable, rows)) == sorted(map(_sortable, EXPECTED[name]["rows"]))


def _sortable(row: dict[str, Any]) -> str:
    return str(sorted(row.items()))


def test_every_statement_is_cited_as_its_document_says(name: str, embedded: EmbeddedStore, made: Handmade) -> None:
    statements = {one.id: one for one in made.statements}
    documents = {one.id: one for one in made.documents}
    for record in ask(embedded, catalogue()[name], EXPECTED[name]["given"]).records():
        if "quote" in record:
            evidence = statements[record["statement"]].evidence
            assert evidence
            document = documents.get(evidence.document)
            assert (record["quote"], record["section"]) == (evidence.quote, evidence.section)
            assert [record[key] for key in ("title", "number", "date", "url", "kind")] == ([
                document.title, document.number, document.written or document.published, document.url, document.kind,
            ] if document else [None] * 5)
