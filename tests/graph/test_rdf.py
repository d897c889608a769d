"""The graph as RDF: what becomes a triple, what comes back, and what the shapes find."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib

from graph.inference import infer
from graph.rdf import terms
from graph.rdf.read import Records, read
from graph.rdf.validate import validate
from graph.rdf.write import write
from ontology.errors import ChuanyuError
from ontology.records import Document, Entity, Section, Side, Statement
from ontology.vocabulary import vocabulary
from tests.graph.tiny_graph import DOCUMENTS, ENTITIES, STATEMENTS, entity

ALL = [*STATEMENTS, *infer(STATEMENTS, {one.id: one for one in ENTITIES})]
pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning:rdflib")  # its own affair with pyshacl
HOSTILE = ['a"b', "a\\b", "a>b <c>", "a\nb\r\tc", "'''\"\"\"", "\x00\x07\x1b[31m", "𠮷🚗", "é", "%E6%20",
           "http://x.example/#a b", "`{$x}` {{}}", "很长" * 5000]


def tiny(changed: dict[str, Statement] | None = None) -> str:
    return write(DOCUMENTS, ENTITIES, [(changed or {}).get(one.id, one) for one in ALL])


def parsed(turtle: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(turtle, ox.RdfFormat.TURTLE)}


def plain(turtle: str) -> set[tuple[str, str, str]]:
    """Subject, relation and object of the plain triples of relations."""
    return {(terms.identifier(one.subject, terms.ENTITY), one.predicate.value.removeprefix(terms.TERMS),
             terms.identifier(one.object, terms.ENTITY))
            for one in parsed(turtle) if one.predicate.value.removeprefix(terms.TERMS) in vocabulary().relations}


def test_a_statement_is_told_with_its_qualifiers_quote_and_place() -> None:
    turtle = write([], [], [STATEMENTS[3]])
    document = "<https://chuanyu.example/document/%E6%B8%9D%E5%BA%9C%E3%80%942023%E3%80%951%E5%8F%B7"
    assert turtle[turtle.index("id:reward"):] == f"""\
id:reward chy:subsidizes id:makers ;
	chy:supports id:makers .
st:a4 a chy:Statement ;
	dcterms:source {document}> ;
	rdf:object id:makers ;
	rdf:predicate chy:subsidizes ;
	rdf:subject id:reward ;
	prov:wasQuotedFrom {document}#%E4%B8%80> ;
	chy:cap 5000000.0 ;
	chy:condition "整车企业" ;
	chy:rate 0.05 ;
	chy:strength 4 ;
	rec:end 32 ;
	rec:objectEnd 17 ;
	rec:objectFound "整车企业" ;
	rec:objectStart 13 ;
	rec:quote "对整车企业按5%给予最高500万元奖励。" ;
	rec:rule "subsidizes.cue" ;
	rec:start 12 ;
	rec:status "asserted" .
"""


def test_only_what_is_asserted_or_of_reference_is_a_plain_triple() -> None:
    assert plain(tiny()) == {
        ("miit", "issues", "plan"), ("plan", "hasProvision", "reward"), ("plan", "hasProvision", "building"),
        ("reward", "subsidizes", "makers"), ("reward", "supports", "makers"),  # the wider relation too
        ("building", "builds", "platform"), ("building", "supports", "jia"), ("district", "responsibleFor", "building"),
        ("jia", "cooperatesWith", "yi"),  # symmetric: stored once
        ("yi", "locatedIn", "yubei"),  # of reference:
        ("yubei", "within", "chongqing"), ("yubei", "locatedIn", "chongqing"), ("yubei", "partOf", "chongqing"),
    }  # and not that 甲车公司 is in 成都, which is proposed, nor that 市经济信息委 supports it, which is inferred


def test_the_records_come_back_save_the_places_of_mentions() -> None:
    assert read(tiny()) == Records(
        sorted(DOCUMENTS, key=lambda one: one.id),
        sorted((replace(one, mentions=()) for one in ENTITIES), key=lambda one: one.id),
        sorted(ALL, key=lambda one: one.id))


def test_both_libraries_read_it_and_count_the_same_triples() -> None:
    turtle = tiny()
    assert len(rdflib.Graph().parse(data=turtle, format="turtle")) == len(parsed(turtle)) == 299


def test_the_order_of_records_does_not_matter() -> None:
    assert write(DOCUMENTS[::-1], ENTITIES[::-1], ALL[::-1]) == tiny()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_and_ids_come_back_and_add_no_triple(text: str) -> None:
    def records(word: str) -> tuple[list[Document], list[Entity], list[Statement]]:
        document = Document(word, word, word, "news", issuers=(word,), number=word, url=word,
                            sections=(Section("", word, 0, 9), Section(word, word, 1, 2)))
        thing = entity(word, word, "Firm", aliases=(word,), identifiers={"stock": word}, properties={word: word})
        evidence = replace(STATEMENTS[0].evidence, document=word, source=word, section=word, quote=word, rule=word)
        told = Statement(word, "suppliesTo", ("suppliesTo", "cooperatesWith"), Side(word, word), Side(word, word),
                         {"condition": word, "unit": word, "date": word}, evidence=evidence)
        return [document], [thing], [told]

    turtle = write(*records(text))
    assert read(turtle) == Records(*records(text))
    assert len(parsed(turtle)) == len(parsed(write(*records("plain"))))
    assert len(rdflib.Graph().parse(data=turtle, format="turtle")) == len(parsed(turtle))


@pytest.mark.parametrize(("name", "value", "literal"), [
    ("amount", 5000000, '"5000000.0"^^xsd:decimal'), ("amount", 1e-7, '"0.0000001"^^xsd:decimal'),
    ("value", 1e22, '"10000000000000000000000.0"^^xsd:decimal'), ("value", -3, '"-3.0"^^xsd:decimal'),
    ("year", 2025, '"2025"^^xsd:integer'), ("strength", 4, '"4"^^xsd:integer'), ("unit", "1", '"1"'),
    ("deadline", "2025", '"2025"^^xsd:gYear'), ("deadline", "2025-06", '"2025-06"^^xsd:gYearMonth'),
    ("deadline", "2025-06-30", '"2025-06-30"^^xsd:date'),
    ("deadline", "2025-13", '"2025-13"'), ("amount", "许多", '"许多"'),  # no month, no number: text, for the shapes
])
def test_values_are_written_in_the_datatype_that_the_ontology_gives(name: str, value: Any, literal: str) -> None:
    written = terms.qualifier(name, value)
    assert str(written).replace(f"<{terms.XSD}", "xsd:").rstrip(">") == literal.rstrip(">")
    assert terms.read_value(written) == value


def test_properties_of_any_form_come_back() -> None:
    properties = {"listed": True, "staff": 3, "share": 0.5, "地址": "某路", "areas": ["甲", {"乙": 1}]}
    thing = entity("x", "某", "Firm", properties=properties)
    assert read(write([], [thing], [])).entities == [thing]


def test_a_word_that_the_ontology_lacks_is_refused() -> None:
    with pytest.raises(ChuanyuError, match="Statement 'a1' has the qualifier 'colour', which the ontology lacks"):
        write([], [], [replace(STATEMENTS[0], qualifiers={"colour": "red"})])
    with pytest.raises(ChuanyuError, match="Entity 'x' has the class 'Ship', which the ontology lacks"):
        write([], [Entity("x", "某", ("Ship",))], [])


@pytest.mark.parametrize(("turtle", "message"), [
    ("<a> <b> .", "no Turtle that can be read"),
    ("@prefix chy: <https://chuanyu.example/ontology#> . <https://chuanyu.example/statement/s> a chy:Statement .",
     r"statement/s> lacks <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate>; add it"),
])
def test_turtle_that_is_none_of_ours_is_refused_with_what_it_lacks(turtle: str, message: str) -> None:
    with pytest.raises(ChuanyuError, match=message):
        read(turtle)


def test_a_clean_graph_passes_the_shapes() -> None:
    assert validate(tiny()) == []


def with_qualifiers(**qualifiers: Any) -> Statement:
    return replace(STATEMENTS[3], qualifiers=qualifiers)


@pytest.mark.parametrize(("changed", "finding"), [
    (with_qualifiers(rate=5.0), "整车奖励 subsidizes 整车企业): has one rate from 0 to 1; found 5.0"),
    (with_qualifiers(strength=9), "has one strength from 1 to 5; found 9"),
    (with_qualifiers(cap="许多"), "has one cap, a number; found 许多"),
    (with_qualifiers(operator="≥"), "has one operator of = >= <= > < ~; found ≥"),
    (with_qualifiers(kind="wish"), "has one kind, target or achieved; found wish"),
    (with_qualifiers(deadline="年底"), "has one deadline: a day, a month or a year; found 年底"),
    (with_qualifiers(amount=9, amountMax=5), "has an amount not above its upper amount; found 9.0"),
    (replace(STATEMENTS[4], object=Side("makers", "整车企业")),
     "statement/a5 (平台建设 builds 整车企业): builds has as object: Platform, Park, Project, Institution, Agency, Firm; "
     "found id/makers (整车企业)"),
    (replace(STATEMENTS[9], object=Side("yi", "乙件公司")),  # also of what is only proposed
     "statement/b3 (甲车公司 locatedIn 乙件公司): locatedIn has as object: Place; found id/yi (乙件公司)"),
    (replace(STATEMENTS[5], evidence=None),
     "statement/a6 (平台建设 supports 甲车公司): has one quote"),
    (replace(STATEMENTS[6], status="perhaps"),
     "has one status: asserted, proposed, reference or inferred; found perhaps"),
    (replace(ALL[-1], premises=("b3", "a1")),  # b3 is only proposed
     "is inferred only from what is asserted or of reference; found proposed"),
    (replace(ALL[-1], premises=("a1",)), "is inferred from at least two statements of the graph"),
    (replace(ALL[-1], premises=("a1", "gone")), "is inferred from at least two statements of the graph"),
    (replace(ALL[-1], evidence=STATEMENTS[0].evidence), "has no quote, as no text says it"),
    (replace(STATEMENTS[1], premises=("a1", "a3")), "has no premises, as it is not inferred"),
])
def test_the_shapes_find_what_is_wrong_and_say_what_would_be_right(changed: Statement, finding: str) -> None:
    found = validate(tiny({changed.id: changed}))
    assert any(finding in line for line in found), found


def test_the_shapes_find_a_thing_of_two_kinds_and_dates_where_none_belong() -> None:
    both = entity("jia", "甲车公司", "Automaker", "Plan")
    dated = entity("yi", "乙件公司", "PartsMaker", properties={"validTo": "2025"})
    others = [one for one in ENTITIES if one.id not in ("jia", "yi")]
    found = validate(write(DOCUMENTS, [*others, both, dated], ALL))
    assert "id/jia (甲车公司): is one of actor, policy, provision and indicator, not two" in found
    assert "id/yi (乙件公司): only policies and provisions are valid from or to a day" in found


def test_a_dangling_side_or_document_is_found() -> None:
    found = validate(write(DOCUMENTS[1:], ENTITIES[1:], ALL))  # without the plan's text and without 重庆市
    assert "id/chongqing: has one name" in found
    assert any("stands in one document of the graph" in line for line in found)


def test_what_is_no_turtle_cannot_be_validated() -> None:
    with pytest.raises(ChuanyuError, match="no Turtle that can be read"):
        validate("<a> <b> .")
