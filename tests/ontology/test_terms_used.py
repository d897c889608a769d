"""Nothing names a class, a relation, a qualifier or a relationship type that the ontology lacks."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ontology.vocabulary import vocabulary
from tests.ontology.terms_used import Use, in_cypher, in_names, in_patterns, in_python

ROOT = Path(__file__).parents[2]
ROOMS = ("ontology", "loaders", "graph", "queries", "reports", "chuanyu", "benchmarks")
WORDS = vocabulary()
CLASSES, RELATIONS, QUALIFIERS = set(WORDS.classes), set(WORDS.relations), set(WORDS.qualifiers)
KNOWN = {
    "class": CLASSES, "relation": RELATIONS, "qualifier": QUALIFIERS, "relation or qualifier": RELATIONS | QUALIFIERS,
    "label": CLASSES | {"Chuanyu", "Name", "Section", "Document"},  # the store's own
    "type": {WORDS.cypher_type(name) for name in RELATIONS} | {"NAMES", "IN", "TEXT_OF"},
}


def unknown(uses: set[Use]) -> set[Use]:
    return {(kind, word) for kind, word in uses if word not in KNOWN[kind]}


def files(pattern: str, *folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob(pattern))


@pytest.mark.parametrize(("paths", "reader"), [
    (files("*.cypher", "queries"), in_cypher),
    (files("*.py", *ROOMS), in_python),
    (files("*.yaml", "loaders"), in_patterns),
    (files("*.yaml", "ontology/names"), in_names),
], ids=["cypher", "python", "patterns", "names"])
def test_every_term_used_is_one_of_the_ontology(paths: list[Path], reader: Callable[[str], set[Use]]) -> None:
    strange = {(str(path.relative_to(ROOT)), *use) for path in paths for use in unknown(reader(path.read_text("utf-8")))}
    assert strange == set()


@pytest.mark.parametrize(("cypher", "strange"), [
    ("MATCH (a:Agency)-[r:ISSUES|HAS_PROVISION*0..3]->(:Plan {name: $n}) WHERE a.kind = ':Ship' RETURN a", set()),
    ("MATCH (a:Agencie)-->(b)", {("label", "Agencie")}),
    ("MATCH (a)-[:SUPPORT|SUBSIDIZES]->(b)", {("type", "SUPPORT")}),
    ("MATCH (a) WHERE a:Firm OR a:Ship RETURN {kind: a.name, to: [x IN a.list | x]}", {("label", "Ship")}),
    ("MATCH (a) WHERE EXISTS { MATCH (a)-[:SINKS]->(:Firm) } RETURN a", {("type", "SINKS")}),
    ("// firm: {type: name, of: Frim}\nMATCH (:Name {key: $firm})-[:NAMES]->(f)", {("label", "Frim")}),
])
def test_a_strange_word_in_cypher_is_found(cypher: str, strange: set[Use]) -> None:
    assert unknown(in_cypher(cypher)) == strange


@pytest.mark.parametrize(("python", "strange"), [
    ('if one.relation in ("issues", "isues"): pass', {("relation", "isues")}),
    ('if "Polcy" in entity.classes: pass', {("class", "Polcy")}),
    ('vocabulary().narrower("support")', {("relation", "support")}),
    ('qualifiers["amout"] = 5', {("qualifier", "amout")}),
    ('atom(relation="isues", text="isues")', {("relation", "isues")}),
    ('yield Atom("isues", agency, "someone")', {("relation", "isues")}),
    ('ACTORS = ("Firm", "Agancy", "x")', {("class", "Agancy")}),
    ('__all__ = ["Block", "Cell"]', set()),
    ('run("MATCH (n:Ship) RETURN n")', {("label", "Ship")}),
    ('run(f"MATCH (n:{label})-[:SINKS]->(m) RETURN n")', {("type", "SINKS")}),
    ('title = "MATCH of the day: Ships (all)"', set()),
    ('def ask():\n    """As in MATCH (a:Ship)."""', set()),
])
def test_a_strange_word_in_code_is_found(python: str, strange: set[Use]) -> None:
    assert unknown(in_python(python)) == strange


def test_a_strange_word_in_yaml_is_found() -> None:
    assert unknown(in_patterns("relation: isues\nframes: {object: [{classes: [Polcy, Plan], verbs: 印发}]}")) == {
        ("relation", "isues"), ("class", "Polcy")}
    assert unknown(in_patterns("Agancy: 委员会\nhasIndicater: 达到")) == {
        ("class", "Agancy"), ("relation or qualifier", "hasIndicater")}
    assert unknown(in_patterns("subject: [Firm, Agancy]\nunits: [Mbps, kWh]")) == {("class", "Agancy")}
    assert unknown(in_names("classes: [Frim]\nentries: {a: {name: 甲, english: [Ship], classes: [Park]}}")) == {
        ("class", "Frim")}
