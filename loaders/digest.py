"""Digests: a policy document retold in our own words, with the facts of the original in a header.

A digest is a `.txt` or `.md` file that begins with a header between two lines of three hyphens, one `键: 值` a line
(colon of either width), and then the text, read as any other:

    ---
    标题: 某市支持汽车产业若干措施
    通知标题: 某市人民政府办公厅关于印发某市支持汽车产业若干措施的通知
    发布机构: 某市经济信息委、某市财政局
    文号: 某府办〔2022〕1号
    成文日期: 2022-07-28
    发布日期: 2022-08-01
    有效期起: 2022-07-28
    有效期止: 2022-12-31
    主送: 各区县人民政府
    来源: 某市经济信息委
    网址: https://example.org/1.html
    体裁: 措施
    ---

标题 and 体裁 must be there, the others may; a title may stand in 《》. 通知标题 is the title of the notice that carried the
plan, 解读对象 the title that an interpretation explains, 提案 and 提案号 (第0134号) the proposal that a reply answers.
体裁 is one of the keys of `GENRE_NAMES`. Dates are ISO. The text does not repeat the title. Offsets count the whole
file.
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.dates import iso
from loaders.lines import Line, Reading, fold, found, lines
from ontology.errors import ChuanyuError

RULE = "---"
BRACKETED = re.compile("《[^《》]+》")
GENRE_NAMES = {
    "复函": "reply", "通知": "notice", "规划": "plan", "方案": "plan", "计划": "plan", "意见": "plan",
    "措施": "measures", "政策": "measures", "法规": "regulation", "办法": "regulation", "协议": "agreement",
    "解读": "interpretation", "清单": "annex", "新闻": "news", "其他": "other",
}
KEYS = {
    "标题": "title", "通知标题": "notice_title", "发布机构": "issuers", "文号": "number", "成文日期": "written",
    "发布日期": "published", "有效期起": "valid_from", "有效期止": "valid_to", "主送": "addressees",
    "来源": "source_line", "网址": "url", "体裁": "genre", "解读对象": "interprets", "提案": "proposal_title",
    "提案号": "proposal_number",
}
NEEDED = ("标题", "体裁")
TITLES = ("title", "notice_title", "interprets", "proposal_title")
DATES = ("written", "published", "valid_from", "valid_to")


class DigestError(ChuanyuError):
    """A digest whose header breaks the rules; says which line."""


@dataclass(frozen=True, slots=True)
class DigestHeader:
    """The values by their English key, and where the text begins."""

    values: dict[str, Reading]
    end: int


def is_digest(text: str) -> bool:
    return bool(rows := lines(text[:20])) and rows[0].text == RULE and rows[0].start == 0


def digest_header(text: str) -> DigestHeader:
    """The header of a digest. Raises DigestError where a key is unknown, missing, doubled or has no proper value."""
    values: dict[str, Reading] = {}
    for line in lines(text)[1:]:
        if line.text == RULE:
            missing = [key for key in NEEDED if KEYS[key] not in values]
            if missing:
                raise DigestError(f"The digest's header lacks {', '.join(missing)}: add it.",
                                  f"摘要的文件头缺少 {'、'.join(missing)}，请补上。")
            return DigestHeader(values, line.end)
        key, reading = read_line(text, line)
        if key in values:
            raise DigestError(f"The digest's header says {line.text!r} twice: drop one.",
                              f"摘要的文件头重复了“{line.text}”，请删去一行。")
        values[key] = reading
    raise DigestError("The digest's header has no end: write a line --- before the text.",
                      "摘要的文件头没有结束，请在正文前加一行 ---。")


def read_line(text: str, line: Line) -> tuple[str, Reading]:
    name, colon, _ = line.text.partition(":")
    key = KEYS.get(name.strip())
    if not colon or key is None:
        raise DigestError(f"A digest's header cannot say {line.text[:20]!r}; its keys are {', '.join(KEYS)}.",
                          f"摘要的文件头不认识“{line.text[:20]}”，能用的是 {'、'.join(KEYS)}。")
    place = found(text, line.start + len(name) + 1, line.end)
    if key in TITLES and BRACKETED.fullmatch(place.text):
        place = found(text, place.start + 1, place.end - 1)
    if not place.text:
        raise DigestError(f"The digest's header gives {name} no value: fill it in or drop it.",
                          f"摘要的文件头里“{name}”没有值，请填上或删去。")
    if key in DATES and iso(fold(place.text)) != place.text:
        raise DigestError(f"The digest's header must write {name} as a date like 2022-07-28.",
                          f"摘要的文件头里“{name}”要写成 2022-07-28 这样的日期。")
    if key == "genre" and place.text not in GENRE_NAMES:
        raise DigestError(f"The digest's header must give {name} as one of {', '.join(GENRE_NAMES)}.",
                          f"摘要的文件头里“{name}”只能是 {'、'.join(GENRE_NAMES)}。")
    return key, Reading(GENRE_NAMES[place.text] if key == "genre" else place.text, place)
