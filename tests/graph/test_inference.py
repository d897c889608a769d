"""What follows from a few statements, with which premises, and what does not."""
from __future__ import annotations

import pytest

from graph.inference import infer
from ontology.records import Entity, Evidence, Side, Statement
from ontology.vocabulary import vocabulary
from tests.graph.tiny_graph import ENTITIES, STATEMENTS, entity

Line = tuple[str, str, str, tuple[str, ...]]


def lines(statements: list[Statement], entities: list[Entity] = ENTITIES) -> list[Line]:
    """Subject, relation, object and premises of what is inferred, sorted."""
    drawn = infer(statements, {one.id: one for one in entities})
    return sorted((one.subject.id, one.relation, one.object.id, one.premises) for one in drawn)


def atom(id_: str, subject: str, relation: str, object_: str, status: str = "asserted",
         document: str = "d") -> Statement:
    return Statement(id_, relation, vocabulary().relations_up(relation), Side(subject, subject), Side(object_, object_),
                     status=status, evidence=Evidence(document, "d.txt", "", 0, 1, "字", "rule"))


def test_the_tiny_graph_gives_support_by_way_of_issue_clause_and_duty_and_places_within_places() -> None:
    assert lines(STATEMENTS) == [
        ("district", "supports", "jia", ("a6", "a7")),
        ("miit", "supports", "jia", ("a1", "a3", "a6")),
        ("miit", "supports", "makers", ("a1", "a2", "a4")),  # the clause subsidizes; the issuer is said to support
        ("plan", "supports", "jia", ("a3", "a6")),
        ("plan", "supports", "makers", ("a2", "a4")),
        ("yi", "locatedIn", "chongqing", ("b2", "r1")),
    ]


def test_an_inferred_statement_has_names_relations_and_premises_but_no_evidence() -> None:
    drawn = infer([atom("1", "a", "within", "b"), atom("2", "b", "within", "c")], {})
    assert drawn == [Statement(
        "5531484037272071", "within", ("within", "locatedIn", "partOf"), Side("a", "a"), Side("c", "c"),
        status="inferred", evidence=None, premises=("1", "2"))]


@pytest.mark.parametrize(("first", "second", "drawn"), [
    ("within", "within", "within"),
    ("locatedIn", "within", "locatedIn"),  # within is narrower than locatedIn
    ("subsidiaryOf", "subsidiaryOf", "partOf"),  # not transitive itself, but partOf above it is
    ("issues", "subsidizes", "supports"),
])
def test_two_steps_give_one(first: str, second: str, drawn: str) -> None:
    assert lines([atom("1", "a", first, "b"), atom("2", "b", second, "c")]) == [("a", drawn, "c", ("1", "2"))]


@pytest.mark.parametrize(("first", "second"), [
    ("assists", "supports"),  # who assists is never taken for responsible
    ("supports", "supports"),  # support of a supporter is no support
    ("issues", "restricts"),
    ("hasProvision", "builds"),
    ("memberOf", "memberOf"),
    ("cooperatesWith", "cooperatesWith"),
    ("within", "supports"),
])
def test_near_misses_give_nothing(first: str, second: str) -> None:
    assert lines([atom("1", "a", first, "b"), atom("2", "b", second, "c")]) == []


def test_what_is_only_proposed_is_no_premise() -> None:
    assert lines([atom("1", "a", "within", "b"), atom("2", "b", "within", "c", "proposed")]) == []
    assert lines([atom("1", "a", "within", "b"), atom("2", "b", "within", "c", "reference")]) != []


def test_what_is_said_already_is_not_inferred_nor_is_the_wider_relation_of_it() -> None:
    ways = [atom("1", "a", "issues", "b"), atom("2", "b", "supports", "c")]
    assert lines([*ways, atom("3", "a", "supports", "c")]) == []
    assert lines([*ways, atom("3", "a", "subsidizes", "c")]) == []
    assert lines([*ways, atom("3", "a", "supports", "c", "proposed")]) == [("a", "supports", "c", ("1", "2"))]


def test_the_shortest_way_is_named_and_of_equal_ones_the_first() -> None:
    long = [atom("1", "a", "within", "b"), atom("2", "b", "within", "c"), atom("3", "c", "within", "d")]
    assert ("a", "within", "d", ("1", "2", "3")) in lines(long)
    assert ("a", "within", "d", ("1", "4")) in lines([*long, atom("4", "b", "within", "d")])
    twice = [atom("7", "a", "issues", "b"), atom("5", "a", "issues", "b"), atom("6", "b", "supports", "c")]
    assert lines(twice) == lines(twice[::-1]) == [("a", "supports", "c", ("5", "6"))]


def test_a_circle_ends_and_nothing_is_within_itself() -> None:
    assert lines([atom("1", "a", "partOf", "b"), atom("2", "b", "partOf", "a")]) == []


def dated(id_: str, start: str | None, end: str | None) -> Entity:
    properties = {"validFrom": start, "validTo": end, "documents": [f"text of {id_}"]}
    return entity(id_, id_, "Policy", properties={key: value for key, value in properties.items() if value})


@pytest.mark.parametrize(("old", "new", "drawn"), [
    (("2020-01-01", "2021-12-31"), ("2022-01-01", None), False),
    (("2020-01-01", "2022-06-30"), ("2022-01-01", None), True),
    (("2020", "2022"), ("2022-03-01", "2023"), True),  # a year as the end lasts to its last day
    ((None, None), ("2022-01-01", "2022-12-31"), True),
])
def test_premises_must_be_valid_at_the_same_time(
        old: tuple[str | None, str | None], new: tuple[str | None, str | None], drawn: bool) -> None:
    entities = [dated("old", *old), dated("new", *new)]
    by_side = [atom("1", "old", "hasProvision", "new"), atom("2", "new", "supports", "c")]
    assert bool(lines(by_side, entities)) is drawn
    by_document = [atom("1", "a", "responsibleFor", "park", document="text of old"),
                   atom("2", "park", "supports", "c", document="text of new")]
    assert bool(lines(by_document, entities)) is drawn


def test_a_later_premise_serves_where_the_first_is_not_valid_in_time() -> None:
    entities = [dated("gone", None, "2020"), dated("plan", "2022", None)]
    ways = [atom("1", "a", "responsibleFor", "park", document="text of gone"),
            atom("2", "a", "responsibleFor", "park", document="text of plan"),
            atom("3", "park", "supports", "c", document="text of plan")]
    assert lines(ways, entities) == [("a", "supports", "c", ("2", "3"))]
