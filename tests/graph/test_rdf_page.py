"""The SPARQL of `docs/rdf.md` runs and answers what the page shows."""
from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.rdf.terms import STATEMENT
from graph.rdf.write import write
from ontology.vocabulary import SOURCE
from tests.handmade import handmade

PAGE = Path(__file__).parents[2] / "docs" / "rdf.md"
SHOWN = re.compile(r"^```sparql\n(.*?)^```\n+((?:^\|[^\n]*\n)+)", re.MULTILINE | re.DOTALL)


def rows(store: ox.Store, question: str) -> str:
    """The answer as a Markdown table."""
    answer = store.query(question)
    assert isinstance(answer, ox.QuerySolutions)
    head = [variable.value for variable in answer.variables]
    cells = [["" if value is None else str(value.value).removeprefix(STATEMENT) for value in row] for row in answer]
    return "".join(f"| {' | '.join(line)} |\n" for line in (head, ["---"] * len(head), *cells))


@pytest.mark.parametrize(("question", "shown"), SHOWN.findall(PAGE.read_text("utf-8")))
def test_the_page_shows_what_its_questions_answer(question: str, shown: str) -> None:
    graph = handmade()
    store = ox.Store()
    store.load(write(graph.documents, graph.entities, graph.statements), ox.RdfFormat.TURTLE)
    store.load(path=str(SOURCE), format=ox.RdfFormat.TURTLE)
    assert rows(store, question) == shown
    assert shown.count("\n") > 2
