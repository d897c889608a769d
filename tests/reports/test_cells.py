"""Values as people read them, in both languages."""
from __future__ import annotations

from typing import Any

import pytest

from reports.cells import cell, citation, figure, money, quantity
from reports.width import cells, fold, visible


@pytest.mark.parametrize(("grant", "zh", "en"), [
    ({"amount": 5000000, "unit": "CNY"}, "500万元", "CNY 5,000,000"),
    ({"amount": 2000, "unit": "CNY", "per": "辆"}, "2000元/辆", "CNY 2,000/辆"),
    ({"amount": 1000000, "amountMax": 3000000, "unit": "CNY"}, "100万元–300万元", "CNY 1,000,000–CNY 3,000,000"),
    ({"rate": 0.1, "rateBase": "设备投资", "cap": 10000000, "capPer": "企业·年"}, "10%（设备投资），最高1000万元/企业·年",
     "10% (设备投资), up to CNY 10,000,000/企业·年"),
    ({"share": 0.5}, "承担50%", "bears 50%"),
    ({}, "", ""),
])
def test_money(grant: dict[str, Any], zh: str, en: str) -> None:
    assert (money(grant, "zh"), money(grant, "en")) == (zh, en)


@pytest.mark.parametrize(("measure", "zh"), [
    ({"value": 700000000000, "unit": "CNY", "operator": ">=", "year": 2027, "kind": "target"}, "≥7000亿元（2027年，目标）"),
    ({"value": 0.3, "unit": "1", "operator": "="}, "30%"),
    ({"value": 1234.5678, "unit": "吨"}, "1234.5678吨"),
    ({"value": 305000, "unit": "辆", "kind": "achieved"}, "30.5万辆（实绩）"),
    ({"year": 2027}, ""),
])
def test_figures(measure: dict[str, Any], zh: str) -> None:
    assert figure(measure, "zh") == zh


def test_numbers_keep_all_their_digits() -> None:
    assert quantity(123456789, "辆", "zh") == "1.23456789亿辆"
    assert quantity(123456789, "辆", "en") == "123,456,789 辆"


@pytest.mark.parametrize(("value", "shown", "zh"), [
    (None, "text", ""), (["甲", "乙"], "text", "甲、乙"), ("SUBSIDIZES", "relation", "补贴"), ("Agency", "class", "党政机关"),
    ("proposed", "status", "提议"), (0.857142857, "rate", "85.71%"), (2025, "year", "2025"),
    ({"labels": ["Firm"], "properties": {"name": "甲厂"}}, "text", "甲厂"), ({"a": 1}, "text", '{"a": 1}'),
])
def test_cells(value: Any, shown: str, zh: str) -> None:
    assert cell(value, shown, "zh") == zh


def test_a_title_within_a_title() -> None:
    assert citation({"title": "《甲方案》解读", "date": "2025"}, "zh") == "《〈甲方案〉解读》 2025"


def test_width_counts_chinese_twice_and_combining_signs_not() -> None:
    assert (cells("汽车ab"), cells("e\u0301")) == (6, 1)


def test_lines_break_between_characters_but_not_before_a_comma() -> None:
    assert fold("汽车产业，很好", 8) == ["汽车产", "业，很好"]
    assert fold("two words here", 9) == ["two words", "here"]
    assert fold("https://example.org/long", 10) == ["https://ex", "ample.org/", "long"]


def test_what_could_steer_a_terminal_is_replaced() -> None:
    assert visible("a\x1b[2Jb\u202ec\nd\ud800") == "a\ufffd[2Jb\ufffdc d\ufffd"
