"""A digest says its facts in a header of its own; the text is read as any other."""
from __future__ import annotations

import pytest

from loaders.digest import DigestError
from loaders.metadata import header
from loaders.sections import outline
from loaders.split import split

DIGEST = """---
标题: 甲市支持汽车产业若干措施
通知标题：关于印发甲市支持汽车产业若干措施的通知
发布机构: 甲市经济信息委、甲市财政局
文号: 甲经信〔2022〕7号
成文日期: 2022-07-28
有效期止: 2022-12-31
网址: https://example.org/1.html
体裁: 措施
---

一、研发奖励
(一)新车型奖励。对新车型给予一次性奖励。(责任单位:市经济信息委)

来源:甲市经济信息委
"""


def test_the_header_gives_the_values_and_where_they_stand() -> None:
    head = header(DIGEST)
    assert (head.kind, head.genre, head.name) == ("digest", "measures", "甲市支持汽车产业若干措施")
    assert [issuer.value for issuer in head.issuers] == ["甲市经济信息委", "甲市财政局"]
    assert head.issuers[1].found.start == DIGEST.index("甲市财政局")
    assert head.written and head.valid_to and (head.written.value, head.valid_to.value) == ("2022-07-28", "2022-12-31")
    assert head.url and head.url.value == "https://example.org/1.html"
    assert head.notice_title and head.notice_title.value.startswith("关于印发")


def test_the_text_is_read_as_any_other_with_offsets_of_the_whole_file() -> None:
    result = outline(DIGEST, 0, len(DIGEST), header(DIGEST))
    assert [section.path for section in result.sections] == ["", "一", "一/(一)"]
    field = next(block for block in result.blocks if block.label == "responsible")
    assert DIGEST[field.start:field.end] == "市经济信息委"


def test_a_digest_is_one_document_even_with_a_source_line_within() -> None:
    text = DIGEST + "\n九月一日,新工厂在乙区投产,年产能达到十万辆。\n"
    assert split(text) == [(0, len(text))]


@pytest.mark.parametrize(("old", "new", "sentence"), [
    ("体裁: 措施\n", "", "lacks 体裁"),
    ("体裁: 措施", "体裁: 诗歌", "must give 体裁 as one of"),
    ("2022-07-28", "2022年7月28日", "must write 成文日期 as a date"),
    ("文号:", "编号:", "cannot say '编号"),
    ("文号: 甲经信〔2022〕7号", "文号:", "gives 文号 no value"),
    ("网址: https", "标题: 又一个\n网址: https", "twice"),
    ("体裁: 措施\n---", "体裁: 措施\n", "cannot say|no end"),
])
def test_a_broken_header_is_refused_in_a_sentence(old: str, new: str, sentence: str) -> None:
    with pytest.raises(DigestError, match=sentence):
        header(DIGEST.replace(old, new))
