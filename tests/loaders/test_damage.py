"""However words are thrown together, a text is read: no rule stumbles, and all that it says stands in the text."""
from __future__ import annotations

import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.reading import SHAPES, repeated
from loaders.pipeline import read_text
from ontology.names import gazetteer

WORDS = [
    "支持", "鼓励", "建设", "打造", "投资", "签约", "发布", "生产", "合作", "联合", "牵头", "配合", "给予", "奖励", "补贴",
    "落户", "入驻", "成立", "控股", "加入", "包括", "依托", "围绕", "印发", "达到", "不", "将", "拟", "已", "由", "对",
    "为", "在", "与", "和", "、", ",", ";", "。", "的", "等", "其中", "以及", "并", "长安汽车", "赛力斯", "比亚迪",
    "两江新区", "重庆市", "市经济信息委", "我市", "我委", "公司", "平台", "联盟", "双方", "这里", "该方案", "前者", "整车企业",
    "产业园", "研发中心", "试验场", "动力电池", "战略合作协议", "《汽车办法》", "“小巨人”", "展会", "理事长单位", "秘书处", "5家",
    "20亿元", "30%", "2025年", "到2027年底", "6月3日", "每辆", "最高不超过", "一次性", "三年", "(包括", ")",
    "总投资", "年产能", "(责任单位:", "\n",
]
FRAMES = [
    "甲市新闻\n2024-04-18 来源:甲日报\n\n{}",
    "重庆市经济信息委关于印发重庆市汽车办法的通知\n各区县人民政府:\n现将办法印发给你们。\n一、支持\n{}",
    "重庆市科学技术局关于第12号提案的复函\n王明委员:\n您提出的建议收悉。现答复如下:\n{}",
    "{}",
]


@pytest.mark.parametrize("frame", FRAMES)
@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_words_can_be_read(frame: str, words: list[str]) -> None:
    text = frame.format("".join(words))
    for read in read_text(text, "a.txt", gazetteer()):
        for mention in (mention for entity in read.entities for mention in entity.mentions):
            assert text[mention.start:mention.end] == mention.text
        for statement in read.statements:
            place = statement.evidence
            assert place is None or text[place.start:place.end] == place.quote


def test_a_sentence_without_end_is_read() -> None:
    text = "长安汽车支持" + "瑞通公司的" * 1200 + "项目。\n重庆市支持长安汽车。"
    [reading] = read_text(text, "endless.txt", gazetteer())
    said = {(one.subject.name, one.relation, one.object.name) for one in reading.statements}
    assert ("重庆市", "supports", "重庆长安汽车股份有限公司") in said


@pytest.mark.parametrize("shape", SHAPES)
def test_what_was_named_is_looked_up_not_searched_for(shape: str) -> None:
    list(read_text(repeated(shape, 2), "warm.txt", gazetteer()))
    short, long = calls(repeated(shape, 40)), calls(repeated(shape, 160))
    assert long < 4.6 * short, "four times the text takes four times the calls: nothing goes through all that was named before"


def calls(text: str) -> int:
    """How many functions are called while a text is read."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        list(read_text(text, "calls.txt", gazetteer()))
    finally:
        sys.setprofile(None)
    return count
