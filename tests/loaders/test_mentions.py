"""Mentions: where a text names things; a mark holds candidates, its document decides."""
from __future__ import annotations

import pytest

from loaders.mentions import mentions
from ontology.names import gazetteer


def marks(text: str) -> list[tuple[str, str, str]]:
    """Each mark as (characters, kind, class)."""
    return [(mark.text, mark.kind, mark.classes[0]) for mark in mentions(text, 0, len(text), gazetteer())]


@pytest.mark.parametrize(("text", "found"), [
    ("支持长安汽车", [("长安汽车", "name", "Automaker")]),
    ("长 安 汽 车的平台", [("长 安 汽 车", "name", "Automaker")]),  # blanks of a scrape
    ("ＢＹＤ的车型", [("ＢＹＤ", "name", "Automaker")]),  # full width
    ("根据《甲办法》(渝府办发〔2024〕5号)", [("《甲办法》", "title", "Policy"), ("渝府办发〔2024〕5号", "number", "Policy")]),
    ("印发重庆市汽车方案》的通知", [("重庆市汽车方案》", "title", "Policy")]),  # the opening 《 was lost
    ("江津区经济信息委", [("江津区经济信息委", "organ:经济和信息化委员会", "Agency")]),
    ("我委和我市", [("我委", "pointer", "Agency"), ("我市", "pointer", "Region")]),
    ("该公司", [("该公司", "pointer", "Firm")]),
])
def test_what_is_marked(text: str, found: list[tuple[str, str, str]]) -> None:
    assert marks(text) == found


@pytest.mark.parametrize("text", [
    "长安街两侧",  # 长安 is a short name that must stand alone
    "ABYDC接口",  # a Latin name inside a longer one
    "某某有限公司",  # 公司 points only where it stands alone
    "《》",
])
def test_what_is_no_mark(text: str) -> None:
    assert marks(text) == []


def test_a_title_wins_over_the_names_inside_it() -> None:
    assert marks("《长安汽车发展办法》") == [("《长安汽车发展办法》", "title", "Policy")]


def test_a_short_name_of_several_offices_keeps_them_all() -> None:
    [mark] = mentions("市科技局", 0, 4, gazetteer())
    assert mark.keys == ("@chengdu.science", "@cq.science")


def test_the_longest_name_is_marked() -> None:
    assert [mark[0] for mark in marks("长安汽车金融和长安汽车")] == ["长安汽车金融", "长安汽车"]
