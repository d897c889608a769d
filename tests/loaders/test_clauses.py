"""Clauses: predicates, noun phrases and adjuncts in their order; a word that may be a verb is one where it acts."""
from __future__ import annotations

import pytest

from loaders.clauses import read_sentence, sentences
from loaders.mentions import mentions
from ontology.names import gazetteer

SIGNS = {"verb": "V", "adverb": "A", "preposition": "P", "join": "J", "phrase": "N"}


def read(text: str) -> list[str]:
    """Each clause as `V支持 N长安汽车`: verb, adverb, preposition, join, noun phrase."""
    found = read_sentence(text, 0, len(text), mentions(text, 0, len(text), gazetteer()))
    return [" ".join(SIGNS[part.kind] + part.text for part in clause.parts) for clause in found.clauses]


@pytest.mark.parametrize(("text", "clauses"), [
    ("支持长安汽车建设软件平台。", ["V支持 N长安汽车 V建设 N软件平台"]),
    ("市财政局要加快建设换电站,推动汽车产业发展。", ["N市财政局 A要 V加快 V建设 N换电站", "V推动 N汽车产业发展"]),
    ("由两江新区管委会牵头,市科技局配合。", ["P由 N两江新区管委会 V牵头", "N市科技局 V配合"]),
    ("为企业提供服务。", ["P为 N企业 V提供 N服务"]),
    ("以两江新区为核心。", ["P以 N两江新区 P为 N核心"]),
])
def test_parts_of_clauses(text: str, clauses: list[str]) -> None:
    assert read(text) == clauses


@pytest.mark.parametrize(("text", "clauses"), [
    ("建设换电站。", ["V建设 N换电站"]),
    ("推进换电站建设。", ["V推进 N换电站建设"]),  # behind its object it is a noun
    ("企业发展。", ["N企业发展"]),  # no object follows
])
def test_a_word_that_may_be_verb_or_noun(text: str, clauses: list[str]) -> None:
    assert read(text) == clauses


def test_a_clause_before_的_predicates_nothing() -> None:
    assert read("建设具有影响力的平台。") == ["V建设 N具有影响力的平台"]


def test_sentences_end_at_full_stops_and_line_ends() -> None:
    text = " 支持企业。\n打造园区!建设平台"
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == ["支持企业。", "打造园区!", "建设平台"]


def test_what_has_no_full_stop_is_cut_at_commas_into_what_a_quote_may_hold() -> None:
    text = "支持" + "甲公司的" * 400 + "，" + "乙" * 500 + "，建设丙园。"
    pieces = [text[start:end] for start, end in sentences(text, 0, len(text))]
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= 600
    assert pieces[-1].endswith("，建设丙园。")
