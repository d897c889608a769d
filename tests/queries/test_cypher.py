"""Every query keeps to what both engines run and to the names of the ontology, and forgets no sub-relation."""
from __future__ import annotations

import re

import pytest

from ontology.vocabulary import vocabulary
from queries.reader import Query, catalogue

OURS = {"NAMES", "IN", "TEXT_OF"}  # types of the store, not of the ontology
MARKERS = {"Name", "Section", "Document", "Chuanyu"}
PATTERN_TYPES = re.compile(r"\[\w*:([A-Z_|]+)")
LABELS = re.compile(r"\(\w*:([A-Z]\w+)|NOT \w+:([A-Z]\w+)")
UNSHARED = {  # what only one engine runs, or runs otherwise
    "block comments": r"/\*", "properties()": r"\bproperties\(", "keys()": r"\bkeys\(", "map projection": r"\{\s*\.",
    "COLLECT {}": r"\bCOLLECT\s*\{", "quantified paths": r"\)\)\s*[+*{]", "procedures": r"\bCALL\s+\w+\.",
    "ids of relationships matched in place": r"\{\w+:\s*\w+\.\w+\}", "reserved words as names": r"\bAS end\b",
}


@pytest.fixture(params=catalogue().values(), ids=lambda query: query.name)
def query(request: pytest.FixtureRequest) -> Query:
    asked: Query = request.param
    return asked


def texts(query: Query) -> str:
    return f"{query.cypher}\n{query.picture or ''}"


def test_types_and_labels_are_of_the_ontology(query: Query) -> None:
    types = {name for found in PATTERN_TYPES.findall(texts(query)) for name in found.split("|")}
    assert types <= {vocabulary().cypher_type(name) for name in vocabulary().relations} | OURS
    labels = {name for found in LABELS.findall(texts(query)) for name in found if name}
    assert labels <= vocabulary().classes.keys() | MARKERS


def forgotten(cypher: str) -> list[str]:
    """The types of sub-relations that a pattern leaves out though it asks for the relation above them."""
    relations = {vocabulary().cypher_type(name): name for name in vocabulary().relations}
    missing = []
    for found in PATTERN_TYPES.findall(cypher):
        asked = set(found.split("|"))
        for type_ in asked - OURS:
            missing += [vocabulary().cypher_type(name) for name in vocabulary().narrower(relations[type_])
                        if vocabulary().cypher_type(name) not in asked]
    return missing


def test_no_sub_relation_is_forgotten(query: Query) -> None:
    assert forgotten(texts(query)) == []


def test_a_forgotten_sub_relation_is_found() -> None:
    assert forgotten("MATCH (a)-[r:SUPPORTS]->(b) RETURN r") == ["SUBSIDIZES"]
    assert forgotten("MATCH (a)-[r:SUPPORTS|SUBSIDIZES]->(b) RETURN r") == []


@pytest.mark.parametrize("way", UNSHARED, ids=str)
def test_only_what_both_engines_run(query: Query, way: str) -> None:
    assert not re.search(UNSHARED[way], texts(query))


def test_a_shown_statement_is_cited(query: Query) -> None:
    columns = {column.name for column in query.columns}
    if "quote" in columns:
        assert {"title", "number", "date", "section", "url", "kind", "statement"} <= columns


def test_there_are_thirty_or_more_in_ten_topics() -> None:
    assert len(catalogue()) >= 30
    assert {query.topic for query in catalogue().values()} == {
        "support", "money", "duty", "policy", "place", "platform", "chain", "indicator", "evidence", "network"}
