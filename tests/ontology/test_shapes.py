"""The shapes are well-formed and repeat the ontology without a slip."""
from __future__ import annotations

import pyshacl
import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH

from ontology.vocabulary import SOURCE, vocabulary

SHAPES = Graph().parse(SOURCE.with_name("shapes.ttl"))
SHAPE = Namespace("https://chuanyu.example/shapes#")


def local(node: object) -> str:
    return str(node).removeprefix(vocabulary().namespace)


def classes(relation: str, side: URIRef) -> tuple[str, ...]:
    """The classes that a relation's shape admits on a side; empty where it says nothing."""
    for part in SHAPES.objects(SHAPE[relation], SH.property):
        *_, last = Collection(SHAPES, SHAPES.value(part, SH.path))
        if last == side:
            either = SHAPES.value(part, SH["or"])
            nodes = Collection(SHAPES, either) if either else [part]
            return tuple(local(SHAPES.value(node, SH["class"])) for node in nodes)
    return ()


@pytest.mark.parametrize("relation", sorted(vocabulary().relations))
def test_a_relation_admits_the_classes_of_its_domain_and_range(relation: str) -> None:
    term = vocabulary().relations[relation]
    assert classes(relation, RDF.subject) == term.domain
    assert classes(relation, RDF.object) == term.range
    if term.domain or term.range:
        assert SHAPES.value(SHAPE[relation], SH.targetNode) == URIRef(vocabulary().namespace + relation)


def test_all_relations_are_listed() -> None:
    listed = Collection(SHAPES, SHAPES.value(SHAPE.Relation, SH["in"]))
    assert sorted(map(local, listed)) == sorted(vocabulary().relations)


@pytest.mark.parametrize("qualifier", sorted(vocabulary().qualifiers))
def test_every_qualifier_is_checked_with_its_values(qualifier: str) -> None:
    term = vocabulary().qualifiers[qualifier]
    parts = list(SHAPES.subjects(SH.path, URIRef(vocabulary().namespace + qualifier)))
    assert parts
    datatypes = {str(one).partition("#")[2] for part in parts for one in SHAPES.objects(part, SH.datatype)}
    lists = [Collection(SHAPES, head) for part in parts for head in SHAPES.objects(part, SH["in"])]
    assert tuple(str(word) for words in lists for word in words) == term.choices
    if not term.choices and term.datatype != "date":
        assert datatypes == {term.datatype}


def test_the_shapes_are_shacl() -> None:
    conforms, _, said = pyshacl.validate(Graph(), shacl_graph=SHAPES, meta_shacl=True)
    assert conforms, said


def test_every_shape_says_what_would_be_right() -> None:
    """Save those that only lead on to other shapes."""
    parts = {*SHAPES.objects(predicate=SH.property), *SHAPES.subjects(RDF.type, SH.PropertyShape)}
    assert len(parts) > 90
    assert [part for part in parts if not (SHAPES.value(part, SH.message) or SHAPES.value(part, SH.property))] == []
