"""Noun phrases: a list is its items, a name is its head with its kind, and what restricts it stands beside."""
from __future__ import annotations

import pytest

from loaders.items import top
from loaders.mentions import mentions
from loaders.phrases import Phrase, phrase
from loaders.words import words
from ontology.names import gazetteer


def read(text: str) -> Phrase:
    found = phrase(words(text, 0, len(text), mentions(text, 0, len(text), gazetteer())), text)
    assert found is not None
    return found


def items(text: str) -> list[tuple[str, str]]:
    return [(item.called, item.class_ or item.shared) for item in read(text).items]


@pytest.mark.parametrize(("text", "found"), [
    ("长安汽车、比亚迪和庆铃汽车", [("长安汽车", "Automaker"), ("比亚迪", "Automaker"), ("庆铃汽车", "Automaker")]),
    ("动力电池、驱动电机", [("动力电池", "Technology"), ("驱动电机", "Technology")]),
    ("航空制造、飞机维修等项目", [("航空制造项目", "Project"), ("飞机维修项目", "Project")]),  # the class word serves all
    ("软件展会、论坛", [("软件展会", "Event"), ("软件论坛", "Event")]),  # a bare class word takes the modifier
    ("“智行”平台", [("“智行”平台", "Platform")]),
    ("营商环境", [("营商环境", "abstract")]),
])
def test_items_and_their_classes(text: str, found: list[tuple[str, str]]) -> None:
    assert items(text) == found


def test_the_class_word_behind_a_list_names_a_group() -> None:
    found = read("长安汽车、比亚迪等整车企业")
    assert found.summary and (found.summary.text, found.summary.class_) == ("整车企业", "AgentGroup")
    assert [item.text for item in found.named] == ["长安汽车", "比亚迪", "整车企业"]


def test_a_bare_class_word_behind_a_list_names_nothing_itself() -> None:
    assert [item.called for item in read("航空制造、飞机维修等项目").named] == ["航空制造项目", "飞机维修项目"]


@pytest.mark.parametrize(("text", "name", "condition"), [
    ("具有全国影响力的检测中心", "检测中心", "具有全国影响力"),
    ("年产1万辆的整车企业", "整车企业", "年产1万辆"),
    ("国内领先的电池企业", "电池企业", "国内领先"),
])
def test_what_restricts_a_name_stands_beside_it(text: str, name: str, condition: str) -> None:
    [item] = read(text).items
    assert (item.text, item.condition) == (name, condition)


def test_a_count_is_no_part_of_the_name() -> None:
    [item] = read("20家汽车零部件企业").items
    assert (item.text, item.count) == ("汽车零部件企业", "20家")


def test_a_verbal_noun_behind_the_name_is_its_tail() -> None:
    found = read("换电站建设")
    assert ([item.text for item in found.items], found.tail) == (["换电站"], "建设")


def test_a_class_word_alone_is_generic() -> None:
    assert [item.generic for item in read("企业").items] == [True]
    assert [item.generic for item in read("电池企业").items] == [False]


def test_who_owns_and_who_opens_a_name() -> None:
    [owned] = read("长安汽车的试验场").items
    assert owned.owner and (owned.text, owned.owner.text) == ("试验场", "长安汽车")
    [opened] = read("长安汽车二期工程").items
    assert opened.first and (opened.text, opened.first.text) == ("长安汽车二期工程", "长安汽车")


def test_a_leaf_stands_under_the_class_that_frames_speak_of() -> None:
    assert (top("Automaker"), top("Plan"), top("Region")) == ("Firm", "Policy", "Region")
