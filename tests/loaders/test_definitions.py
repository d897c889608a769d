"""Definitions: a name that the document gives stands for its entity from there on."""
from __future__ import annotations

import pytest

from loaders.definitions import define
from loaders.mentions import mentions
from loaders.resolution import Cast
from ontology.names import gazetteer


def defined(text: str) -> dict[str, str]:
    """The names that a text defines, and the entity of each."""
    names = gazetteer()
    cast = Cast(names, "document", "text.txt", text)
    cast.jurisdiction = "cq"
    cast.marks = mentions(text, 0, len(text), names)
    define(text, 0, len(text), cast)
    return {name: ref.name for name, ref in cast.defined.items()}


@pytest.mark.parametrize(("text", "found"), [
    ("落实《甲市汽车产业规划》(以下简称《规划》)。", {"规划": "甲市汽车产业规划"}),
    ("重庆临空经济示范区(下称示范区)位于渝北区。", {"示范区": "重庆临空经济示范区"}),
    ("长安汽车(简称“长汽”)位于江北区。", {"长汽": "重庆长安汽车股份有限公司"}),
    ("长安汽车(以下统称为长汽)位于江北区。", {"长汽": "重庆长安汽车股份有限公司"}),
    ("打造巴山轴承检测中心,简称“轴检中心”。", {"轴检中心": "巴山轴承检测中心"}),
])
def test_names_given(text: str, found: dict[str, str]) -> None:
    assert defined(text) == found


@pytest.mark.parametrize("text", [
    "长安汽车(位于江北区)。",  # a bracket without 简称
    "提高效率(以下简称提效)。",  # what stands before is no thing
])
def test_no_definition(text: str) -> None:
    assert defined(text) == {}


def test_every_later_use_is_marked() -> None:
    text = "重庆临空经济示范区(以下简称示范区)扩区。示范区引进企业。"
    names = gazetteer()
    cast = Cast(names, "document", "text.txt", text)
    cast.marks = mentions(text, 0, len(text), names)
    define(text, 0, len(text), cast)
    used = [mark for mark in cast.marks if mark.kind == "defined"]
    assert text.rindex("示范区") in [mark.start for mark in used]
    assert {ref.name for mark in used if (ref := cast.of_mark(mark))} == {"重庆临空经济示范区"}
