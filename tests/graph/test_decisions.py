"""Decisions: each changes what it names and nothing else, what was found stays visible, one taken away is undone."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.build import Graph, build
from graph.decisions import read_decisions
from graph.rdf.read import read
from graph.rdf.write import write
from ontology.errors import ChuanyuError
from ontology.names import gazetteer
from ontology.records import (
    Document,
    Entity,
    Evidence,
    Found,
    Mention,
    Reading,
    Section,
    Side,
    Statement,
    to_lines,
)
from ontology.vocabulary import vocabulary

TEXTS = {"plan.txt": "渝北智车计划。支持星桥公司建设星桥园。奖励甲件厂5万元。\n",
         "news.txt": "星桥公司与甲件厂合作。星桥公司即星桥科技，落户渝北区。\n"}
NAMES = {"plan": "渝北智车计划", "xq": "星桥公司", "xq2": "星桥科技", "park": "星桥园", "jia": "甲件厂", "cq.yubei": "渝北区"}
CLASSES = {"plan": ["Plan"], "xq": ["Firm"], "xq2": ["PartsMaker"], "park": ["Platform", "Park"], "jia": ["Firm"],
           "cq.yubei": ["Region"]}
ATOMS = {
    "p1": ("plan.txt", "plan", "supports", "xq", "支持星桥公司建设星桥园。", {"strength": 4}),
    "p2": ("plan.txt", "xq", "builds", "park", "支持星桥公司建设星桥园。", {}),
    "p3": ("plan.txt", "plan", "subsidizes", "jia", "奖励甲件厂5万元。", {"amount": 50000, "strength": 4}),
    "n1": ("news.txt", "xq", "cooperatesWith", "jia", "星桥公司与甲件厂合作。", {}),
    "n2": ("news.txt", "xq2", "locatedIn", "cq.yubei", "星桥公司即星桥科技，落户渝北区。", {}),
}


def reading(source: str, issuers: tuple[str, ...] = ()) -> Reading:
    """What a text of ours says; every name is mentioned wherever it stands."""
    text, id_ = TEXTS[source], source.removesuffix(".txt")
    entities = [Entity(key, name, vocabulary().leaf_first(CLASSES[key]), properties={"documents": ["plan"]} if key == id_
                       else {}, mentions=tuple(Mention(id_, source, at, at + len(name), name) for at in range(len(text))
                                               if text.startswith(name, at)))
                for key, name in NAMES.items() if name in text]
    return Reading(Document(id_, source, id_, "other", issuers, sections=(Section("", id_, 0, len(text)),)),
                   tuple(entities), tuple(statement(key, *row) for key, row in ATOMS.items() if row[0] == source))


def statement(key: str, source: str, subject: str, relation: str, object_: str, quote: str,
              qualifiers: dict[str, int]) -> Statement:
    start = TEXTS[source].index(quote)

    def found(side: str) -> Found | None:
        at = quote.find(NAMES[side])
        return Found(start + at, start + at + len(NAMES[side]), NAMES[side]) if at >= 0 else None

    evidence = Evidence(source.removesuffix(".txt"), source, "", start, start + len(quote), quote, f"{relation}.1",
                        found(subject), found(object_))
    return Statement(key, relation, vocabulary().relations_up(relation), Side(subject, ""), Side(object_, ""), qualifiers,
                     "asserted", evidence)


def graph(tmp_path: Path, decisions: str = "") -> Graph:
    """The graph of the two texts under these decisions."""
    (tmp_path / "decisions.yaml").write_text(decisions, encoding="utf-8")
    return build([reading("plan.txt"), reading("news.txt", ("xq",))], TEXTS, gazetteer(), {},
                 read_decisions(tmp_path / "decisions.yaml"))


def lines(made: Graph) -> set[str]:
    """Statements that the texts say, and which follow by reference, on a line each."""
    return {f"{one.id}: {one.subject.id} {one.relation} {one.object.id}" for one in made.statements}


def changed(tmp_path: Path, decisions: str) -> tuple[set[str], set[str]]:
    """What the decisions take away and what they bring."""
    before, after = lines(graph(tmp_path)), lines(graph(tmp_path, decisions))
    return before - after, after - before


def test_same_as_joins_under_the_first_id_and_keeps_what_was_found(tmp_path: Path) -> None:
    decision = "same_as: [{entities: [xq, xq2], reason: 文中说明}]"
    gone, new = changed(tmp_path, decision)
    assert {line for line in gone if line.startswith("n")} == {"n2: xq2 locatedIn cq.yubei"}
    assert {line for line in new if line.startswith("n")} == {"n2: xq locatedIn cq.yubei"}
    made = graph(tmp_path, decision)
    assert "xq2" not in {one.id for one in made.entities}
    kept = next(one for one in made.entities if one.id == "xq")
    assert (kept.name, kept.aliases, kept.properties, kept.classes[0]) == (
        "星桥公司", ("星桥科技",), {"merged": ["xq2"]}, "PartsMaker")
    assert next(one for one in made.statements if one.id == "n2").evidence.subject.text == "星桥科技"
    assert made.report["decisions"] == [{"entry": "same_as 1", "reason": "文中说明", "changes": [
        {"entity": "xq", "merged": "xq2", "name": "星桥科技"}, {"statement": "n2", "subject": "xq2"}]}]


def test_same_as_with_an_entry_of_the_names_takes_what_is_known_of_it(tmp_path: Path) -> None:
    _, new = changed(tmp_path, "same_as: [{entities: [cq.jiangbei, cq.yubei], reason: 测试}]")
    assert {"n2: xq2 locatedIn cq.jiangbei", "cq.jiangbei/within/cq: cq.jiangbei within cq"} <= new


def test_same_as_leaves_no_statement_of_a_thing_with_itself(tmp_path: Path) -> None:
    assert "n1: xq cooperatesWith jia" in changed(tmp_path, "same_as: [{entities: [jia, xq], reason: 更名}]")[0]


def test_not_same_as_gives_what_a_document_names_an_entity_of_its_own(tmp_path: Path) -> None:
    made = graph(tmp_path, "not_same_as: [{entity: xq, document: news, reason: 同名的另一家}]")
    apart = next(one for one in made.entities if one.name == "星桥公司" and one.id != "xq")
    assert {(mention.document, mention.text) for mention in apart.mentions} == {("news", "星桥公司")}
    assert {f"n1: {apart.id} cooperatesWith jia", "p1: plan supports xq", "p2: xq builds park"} <= lines(made)
    assert made.documents[0].issuers == (apart.id,)
    again = f"not_same_as: [{{entity: xq, document: news, reason: a}}]\nsame_as: [{{entities: [jia, {apart.id}], reason: b}}]"
    assert "n1" not in {one.id for one in graph(tmp_path, again).statements}, "the new entity can be joined to another"


def test_not_same_as_by_wording_leaves_other_wordings(tmp_path: Path) -> None:
    both = "same_as: [{entities: [xq, xq2], reason: a}]\nnot_same_as: [{entity: xq, wording: 星桥科技, reason: b}]"
    made = graph(tmp_path, both)
    assert [row["what"] for row in made.report["unfit_decisions"]] == ["xq 星桥科技"], "what stands apart is decided first"


def test_reject_takes_a_statement_out_with_what_follows_from_it(tmp_path: Path) -> None:
    gone, new = changed(tmp_path, "reject: [{statement: n2, reason: 未落户}]")
    assert "n2: xq2 locatedIn cq.yubei" in gone and not new
    assert any(line.endswith("xq2 locatedIn cq") for line in gone), "inferred from it"
    gone, new = changed(tmp_path, "reject: [{statement: cq.yubei/within/cq, reason: 测试}]")
    assert "cq.yubei/within/cq: cq.yubei within cq" in gone and "n2: xq2 locatedIn cq.yubei" not in gone


def test_correct_changes_what_it_names_of_a_statement(tmp_path: Path) -> None:
    made = graph(tmp_path, """correct:
      - {statement: p3, relation: supports, object: xq, status: proposed, qualifiers: {amount: , cap: 60000}, reason: 见附表}
      - {statement: n1, object: changan, reason: 名录中有而文中没有的企业也可以}
    """)
    by_id = {one.id: one for one in made.statements}
    assert by_id["p3"].to_json() | {"evidence": None} == {
        "id": "p3", "relation": "supports", "relations": ["supports"], "subject": {"id": "plan", "name": "渝北智车计划"},
        "object": {"id": "xq", "name": "星桥公司"}, "qualifiers": {"cap": 60000, "strength": 4}, "status": "proposed",
        "evidence": None, "premises": []}
    assert by_id["p3"].evidence.rule == "subsidizes.1 (corrected)" and by_id["p3"].evidence.object.text == "甲件厂"
    assert by_id["n1"].object == Side("changan", "重庆长安汽车股份有限公司")
    assert made.report["decisions"][0]["changes"] == [{
        "statement": "p3", "relation": "subsidizes", "object": "jia", "status": "asserted",
        "qualifiers": {"amount": 50000, "strength": 4}}]


def test_classes_are_rejected_with_the_narrower_ones_and_corrected(tmp_path: Path) -> None:
    made = graph(tmp_path, """
reject: [{entity: park, classes: [Platform], reason: 是园区}, {entity: xq2, classes: [Firm], reason: 未查明}]
correct: [{entity: jia, classes: [PartsMaker], reason: 产零部件}]
""")
    classes = {one.id: one.classes for one in made.entities}
    assert classes["park"] == ("Park", "Place", "Actor")
    assert classes["xq2"] == ("Agent", "Actor"), "a PartsMaker is a Firm"
    assert classes["jia"][:2] == ("PartsMaker", "Firm")
    assert lines(made) == lines(graph(tmp_path))


def test_without_decisions_the_graph_is_as_before_byte_for_byte(tmp_path: Path) -> None:
    def bytes_of(decisions: str) -> list[str]:
        made = graph(tmp_path, decisions)
        return [to_lines(made.documents), to_lines(made.entities), to_lines(made.statements), repr(made.report)]

    plain = bytes_of("")
    assert bytes_of("same_as: [{entities: [xq, xq2], reason: 误}]\nreject: [{statement: p2, reason: 误}]") != plain
    assert bytes_of("") == plain


@pytest.mark.parametrize(("decision", "why", "what"), [
    ("same_as: [{entities: [xq, nobody], reason: a}]", "absent", "nobody"),
    ("not_same_as: [{entity: xq, wording: 别名, reason: a}]", "absent", "xq 别名"),
    ("not_same_as: [{entity: nobody, document: news, reason: a}]", "absent", "nobody news"),
    ("reject: [{statement: p9, reason: a}]", "absent", "p9"),
    ("reject: [{entity: jia, classes: [Park], reason: a}]", "absent", "jia Park"),
    ("reject: [{entity: plan, classes: [Policy], reason: a}]", "classes", "plan"),
    ("correct: [{statement: p1, object: nobody, reason: a}]", "absent", "nobody"),
    ("correct: [{statement: p1, relation: locatedIn, reason: a}]", "relation", "plan locatedIn xq"),
    ("correct: [{entity: nobody, classes: [Park], reason: a}]", "absent", "nobody"),
])
def test_what_fits_nothing_changes_nothing_and_is_told(tmp_path: Path, decision: str, why: str, what: str) -> None:
    made = graph(tmp_path, decision)
    assert [(row["why"], row["what"]) for row in made.report["unfit_decisions"]] == [(why, what)]
    assert made.statements == graph(tmp_path).statements and made.entities == graph(tmp_path).entities


def test_an_inferred_statement_cannot_be_rejected_only_its_premises(tmp_path: Path) -> None:
    inferred = next(one.id for one in graph(tmp_path).statements if one.status == "inferred")
    made = graph(tmp_path, f"reject: [{{statement: '{inferred}', reason: a}}]")
    assert [row["why"] for row in made.report["unfit_decisions"]] == ["inferred"]


@pytest.mark.parametrize(("decision", "problem"), [
    ("same_as: [{entities: [xq, xq2]}]", "same_as 1: needs a reason"),
    ("same_as: [{entities: [xq], reason: a}]", "same_as 1: needs two entities or more"),
    ("same_as: [{entities: xq, reason: a}]", r"same_as 1: entities must be a list, as in \[a, b\]"),
    ("not_same_as: [{entity: xq, reason: a}]", "must hold reason and entity \\+ wording/document"),
    ("reject: [{statement: p1, because: a, reason: a}]", "reject 1: holds statement, because, reason, but must hold"),
    ("correct: [{statement: p1, relation: helps, reason: a}]", "'helps' is no relation of the ontology"),
    ("correct: [{statement: p1, status: inferred, reason: a}]", "the status is one of asserted, proposed"),
    ("correct: [{statement: p1, qualifiers: {amount: 五万}, reason: a}]", "amount needs a number, not '五万'"),
    ("correct: [{statement: p1, qualifiers: {kind: hoped}, reason: a}]", "kind is one of target, achieved"),
    ("correct: [{statement: p1, qualifiers: {colour: red}, reason: a}]", "'colour' is no qualifier"),
    ("correct: [{entity: xq, classes: [Shop], reason: a}]", "'Shop' is no class of the ontology"),
    ("reject: [{statement: p1, reason: a}]\ncorrect: [{statement: p1, status: proposed, reason: a}]",
     r"correct 1: p1 is decided in .*decisions.yaml, reject 1 already, keep one"),
    ("merge: []", "holds 'merge'; a decision is one of same_as, not_same_as, reject, correct"),
    ("reject: []\nreject: []", "the same key twice"),
    ("- p1", "must hold lists under same_as"),
])
def test_a_mistake_is_told_with_file_and_entry(tmp_path: Path, decision: str, problem: str) -> None:
    with pytest.raises(ChuanyuError, match=rf"decisions.yaml.*{problem}"):
        graph(tmp_path, decision)


def test_an_id_of_digits_is_text(tmp_path: Path) -> None:
    (tmp_path / "decisions.yaml").write_text("reject: [{statement: 0123456701234567, reason: 1}]")
    assert read_decisions(tmp_path / "decisions.yaml")[0].statement == "0123456701234567"


def test_what_was_merged_goes_through_rdf(tmp_path: Path) -> None:
    made = graph(tmp_path, "same_as: [{entities: [xq, xq2], reason: a}]")
    again = read(write(made.documents, made.entities, made.statements))
    assert next(one for one in again.entities if one.id == "xq").properties == {"merged": ["xq2"]}
