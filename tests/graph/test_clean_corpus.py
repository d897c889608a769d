"""What the digests give obeys the shapes, and goes through RDF and back unharmed."""
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.build import Graph, build
from graph.rdf.read import read
from graph.rdf.validate import validate
from graph.rdf.write import write
from loaders.pipeline import read_file
from ontology.names import gazetteer

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def graph() -> Graph:
    read_files = {path.name: read_file(path, path.name, gazetteer()) for path in sorted(CORPUS.glob("*.txt"))}
    return build([one for _, readings in read_files.values() for one in readings],
                 {source: text for source, (text, _) in read_files.items()}, gazetteer())


@pytest.fixture(scope="module")
def turtle(graph: Graph) -> str:
    return write(graph.documents, graph.entities, graph.statements)


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning:rdflib")
def test_the_graph_of_the_digests_is_clean(turtle: str) -> None:
    assert validate(turtle) == []


def test_it_comes_back_from_rdf(graph: Graph, turtle: str) -> None:
    again = read(turtle)
    assert again.statements == list(graph.statements)
    assert again.entities == [replace(one, mentions=()) for one in graph.entities]
    assert again.documents == [replace(one, issuers=tuple(sorted(one.issuers))) for one in graph.documents]
