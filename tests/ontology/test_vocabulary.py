"""The vocabulary as the code sees it, and the sentence that a broken Turtle gets."""
from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import ChuanyuError
from ontology.turtle import read_vocabulary
from ontology.vocabulary import SOURCE, Chain, vocabulary


def test_the_names_that_others_rely_on_are_there() -> None:
    words = vocabulary()
    assert sorted(words.classes) == sorted(
        "Actor Agent Agency Firm Institution Association Person AgentGroup Place Region Park Platform Policy Provision "
        "Indicator Statement Project Product Technology Instrument Event "
        "Automaker PartsMaker FinancialInstitution LogisticsFirm MobilityFirm Dealer "
        "Plan Measures Notice Reply Interpretation Agreement Regulation "
        "Alliance Laboratory InnovationCentre InformationPlatform FinancePlatform".split())
    assert sorted(words.relations) == sorted(
        "issues approves basedOn interprets repliesTo contributesTo hasProvision responsibleFor assists supports "
        "restricts subsidizes builds reliesOn cooperatesWith suppliesTo memberOf locatedIn partOf within subsidiaryOf "
        "hasIndicator produces undertakes organizes uses offers".split())
    assert sorted(words.qualifiers) == sorted(
        "amount amountMax unit per rate rateBase cap capPer share tier condition value valueMax operator year baseline "
        "kind role strength date deadline deadlineText validFrom validTo".split())


def test_a_class_knows_all_above_it_nearest_first() -> None:
    automaker = vocabulary().classes["Automaker"]
    assert (automaker.zh, automaker.en) == ("整车企业", "automaker")
    assert automaker.supers == ("Firm", "Agent", "Actor")


def test_leaf_classes_come_first_and_each_super_after_all_below_it() -> None:
    assert vocabulary().leaf_first(["PartsMaker", "Automaker"]) == ("Automaker", "PartsMaker", "Firm", "Agent", "Actor")
    assert vocabulary().leaf_first(["Actor", "Firm"]) == ("Firm", "Agent", "Actor")  # Actor is above Firm: no leaf
    assert vocabulary().leaf_first(["Region", "Agency"]) == ("Agency", "Region", "Agent", "Place", "Actor")


def test_sub_relations_imply_those_above_and_are_matched_with_them() -> None:
    assert vocabulary().relations_up("subsidizes") == ("subsidizes", "supports")
    assert vocabulary().relations_up("within") == ("within", "locatedIn", "partOf")
    assert vocabulary().narrower("supports") == ("subsidizes", "supports")
    assert vocabulary().narrower("restricts") == ("restricts",)


def test_cypher_types_are_the_names_in_capitals() -> None:
    assert vocabulary().cypher_type("responsibleFor") == "RESPONSIBLE_FOR"
    assert vocabulary().cypher_type("within") == "WITHIN"


def test_a_relation_takes_the_union_of_classes_or_any() -> None:
    restricts = vocabulary().relations["restricts"]
    assert restricts.domain == ("Actor", "Policy", "Provision")
    assert restricts.range == ()


def test_transitive_and_symmetric_are_said_of_the_right_ones() -> None:
    relations = vocabulary().relations.values()
    assert {term.name for term in relations if term.transitive} == {"locatedIn", "partOf", "within"}
    assert {term.name for term in relations if term.symmetric} == {"cooperatesWith"}


def test_support_passes_down_from_issuers_answerers_and_whole_policies() -> None:
    assert vocabulary().chains == tuple(
        Chain(first, "supports", "supports") for first in ("hasProvision", "issues", "responsibleFor"))


def test_qualifiers_know_what_they_hold() -> None:
    held = {name: term.datatype for name, term in vocabulary().qualifiers.items()}
    assert (held["rate"], held["strength"], held["unit"], held["deadline"]) == ("decimal", "integer", "string", "date")
    assert vocabulary().qualifiers["kind"].choices == ("target", "achieved")


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ChuanyuError, match=r"no relation 'supprots'; it has approves, assists"):
        vocabulary().relations_up("supprots")


@pytest.mark.parametrize(("right", "wrong", "message"), [
    ('rdfs:label "发布"@zh , "issues"@en', 'rdfs:label "issues"@en', r"'issues' has 0 of label@zh; give it one"),
    ("rdfs:domain :Actor ; rdfs:range :Policy", "rdfs:domain :Actor ; rdfs:range :Polcy", r"'issues' names .*Polcy"),
    (":Dealer a owl:Class ; rdfs:subClassOf :Firm", ":Dealer a owl:Class ; rdfs:subClassOf :issues",
     r"'Dealer' stands under 'issues', which is no Class"),
    (":Actor a owl:Class ;", ":Actor a owl:Class ; rdfs:subClassOf :Dealer ;", r"stands under itself"),
    ("( :issues :supports )", "( :issues :supprots )", r"'supports' has a chain that is not two relations of ours"),
    ("rdfs:range xsd:integer", "rdfs:range xsd:gYear", r"'year' has the range .*gYear"),
    ("rdfs:domain :Actor ; rdfs:range :Event", "rdfs:domain :Actor , :Policy ; rdfs:range :Event",
     r"'organizes' has two of rdfs:domain"),
    ("a owl:Ontology ;", "a owl:Ontology", r"cannot be read as Turtle"),
])
def test_a_broken_turtle_names_file_and_term(right: str, wrong: str, message: str, tmp_path: Path) -> None:
    text = SOURCE.read_text("utf-8")
    assert right in text
    broken = tmp_path / "broken.ttl"
    broken.write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(ChuanyuError, match=rf"(?s)broken\.ttl.*{message}"):
        read_vocabulary(broken)
