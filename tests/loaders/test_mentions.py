"""Where a text names what the gazetteer knows: quotes, blanks and the borders of words."""
from __future__ import annotations

import pytest

from loaders.mentions import mentions
from ontology.names import gazetteer


def found(text: str) -> list[tuple[str, str]]:
    """(wording, key) of every name; the wording stands at its offsets."""
    marks = mentions(text, 0, len(text), gazetteer())
    assert all(text[mark.start:mark.end] == mark.text for mark in marks)
    return [(mark.text, mark.keys[0]) for mark in marks if mark.kind == "name"]


@pytest.mark.parametrize(("text", "name"), [
    ("培育“小巨人”企业", ("“小巨人”企业", "group.enterprise.giant")),  # the quotes belong to the name
    ("培育专精特新“小巨人”企业", ("专精特新“小巨人”企业", "group.enterprise.giant")),
    ("上线“渝快办”", ("“渝快办”", "cq.gov.app")),
    ("上线“渝快办”平台", ("“渝快办”", "cq.gov.app")),
    ("落户“两江新 区”", ("“两江新 区”", "cq.liangjiang")),
    ("（“渝惠融”）", ("“渝惠融”", "cq.credit.yuhuirong")),  # a name that must stand alone does so in quotes
])
def test_quotes_are_no_part_of_the_comparison_but_of_the_wording(text: str, name: tuple[str, str]) -> None:
    assert found(text) == [name]


def test_two_things_in_quotes_are_two() -> None:
    assert found("培育“专精特新”“小巨人”企业") == [("“小巨人”企业", "group.enterprise.giant")]


@pytest.mark.parametrize(("text", "names"), [
    ("重庆银行放款", [("重庆银行", "bank.chongqing")]),
    ("重庆银行业放款", [("重庆", "cq"), ("银行业", "industry.banking")]),  # the trade of the city, not the bank
    ("重庆大学招生", [("重庆大学", "cqu")]),
    ("重庆大学生创业", [("重庆", "cq")]),  # students of the city
    ("金融业增长", [("金融业", "industry.finance")]),
    ("金融业务增长", []),  # a word that begins inside the name
    ("汽车产业园开工", []),  # a park, no industry
    ("智能网联汽车产量增长", [("智能网联汽车", "product.connected")]),  # two whole words that the segmenter joins
    ("渝北区内的企业", [("渝北区", "cq.yubei")]),  # what stands inside a place leaves it its name
    ("重庆市级资金", [("重庆市", "cq")]),
    ("长寿命电池", [("电池", "tech.battery.any")]),
])
def test_a_name_does_not_end_inside_another_word(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names
