"""Every format of a page, and what hostile text becomes in each: nothing that runs, steers or misleads."""
from __future__ import annotations

import csv
import io
import json

import pytest

from ontology.errors import ChuanyuError
from queries.reader import Label, label
from reports.formats import FORMATS, write
from reports.page import Page, Table
from reports.width import cells, visible
from tests.reports.tags import Tags

HOSTILE = "=cmd|'/c calc'!A1 <script>alert(1)</script> \x1b[31mred\x07 \u202eevil\u2066 | `x` [a](javascript:1)\nnext"
NAMES = ["引号'\"“”", "`反引号`", "花括号{}{{$x}}", "两\n行", "反斜杠\\", "a,b;c\td", "很长" * 5000, "𠮷🚗é", "&lt;<b>"]
COLUMNS = ("supporter", "amount", "unit", "relation", "status", "quote", "title", "number", "date", "section", "url",
           "kind", "statement")
ROW = ("市财政局", 5000000, "CNY", "SUBSIDIZES", "asserted", "奖励500万元。", "某办法", "渝府〔2025〕1号", "2025-01-01", "一",
       "https://example.org/a", "text", "s1")


def page(*rows: tuple[object, ...], language: str = "zh") -> Page:
    return Page("grants", "奖补", language, (Table("grants", "奖补", tuple(map(label, COLUMNS)), rows),))


def text(made: Page, form: str) -> str:
    out = io.StringIO()
    write(made, form, out)
    return out.getvalue()


def test_table_folds_money_and_puts_the_evidence_below() -> None:
    assert text(page(ROW), "table") == """奖补

支持者    金额     关系
───────────────────────
市财政局  500万元  补贴
    “奖励500万元。”
    《某办法》 渝府〔2025〕1号 2025-01-01 一 [s1]
    https://example.org/a
"""


def test_english_table() -> None:
    lines = text(page(ROW, language="en"), "table").splitlines()
    assert lines[2].split() == ["Supporter", "Money", "Relation"]
    assert lines[4] == "市财政局   CNY 5,000,000  subsidizes"


def test_markdown() -> None:
    assert text(page(ROW), "md") == """# 奖补

| 支持者 | 金额 | 关系 | 依据 |
| --- | --- | --- | --- |
| 市财政局 | 500万元 | 补贴 | “奖励500万元。” 《某办法》 渝府〔2025〕1号 2025-01-01 一 <https://example.org/a> |

"""


def test_csv_keeps_every_column_as_it_is() -> None:
    header, row = csv.reader(io.StringIO(text(page(ROW), "csv")))
    assert header[:5] == ["支持者", "金额", "单位", "关系", "状态"]
    assert row == [str(value) for value in ROW]


def test_json_is_exact() -> None:
    assert json.loads(text(page((*ROW[:5], HOSTILE, *ROW[6:])), "json")) == [
        dict(zip(COLUMNS, (*ROW[:5], HOSTILE, *ROW[6:]), strict=True))]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_name_comes_back_as_it_went_in(name: str) -> None:
    made = page((name, *ROW[1:]))
    assert list(csv.reader(io.StringIO(text(made, "csv"), newline="")))[1][0] == name
    assert json.loads(text(made, "json"))[0]["supporter"] == name
    assert Tags(text(made, "html")).cells[0] == visible(name), "on a page on one line, all else as it is"


def test_a_digest_says_so() -> None:
    assert "摘要·《某办法》" in text(page((*ROW[:11], "digest", "s1")), "table")


def test_proposed_rows_are_marked() -> None:
    assert "提议" in text(page((*ROW[:4], "proposed", *ROW[5:])), "table")


def test_nothing_found_is_said() -> None:
    assert text(page(), "table") == "奖补\n\n没有符合的结果。\n"


@pytest.mark.parametrize("form", ["table", "md"])
def test_hostile_text_steers_no_terminal(form: str) -> None:
    out = text(page((HOSTILE, *ROW[1:5], HOSTILE, HOSTILE, *ROW[7:])), form)
    assert not set("\x1b\x07\u202e\u2066") & set(out)


def test_hostile_text_is_no_markup_in_markdown() -> None:
    out = text(page((HOSTILE, *ROW[1:5], HOSTILE, *ROW[6:])), "md")
    assert "\\<script\\>" in out and "\\[a\\](javascript:1)" in out and "\\`x\\`" in out and len(out.splitlines()) == 6


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_becomes_a_formula(start: str) -> None:
    out = text(page((start + "1+1", -5, *ROW[2:])), "csv")
    row = list(csv.reader(io.StringIO(out, newline="")))[1]
    assert row[0] == "'" + start.replace("\r", "\n") + "1+1"
    assert row[1] == "-5", "a number stays a number"


def test_hostile_text_is_inert_in_html() -> None:
    bad = 'x" onmouseover="alert(1)" <img src=x onerror=alert(1)>'
    row = (bad, *ROW[1:5], bad, bad, *ROW[7:10], "javascript:alert(1)", *ROW[11:])
    tags = Tags(text(page(row), "html")).found
    assert not {tag for tag, _ in tags} & {"script", "img", "iframe", "form", "object", "link"}
    assert not [name for _, attributes in tags for name in attributes if name.startswith("on")]
    assert not [attributes for tag, attributes in tags if tag == "a"], "only addresses of the web become links"


def test_a_table_under_its_own_title_has_no_second_one() -> None:
    html = text(page(ROW), "html")
    assert "<h1>奖补</h1>" in html and "<h2" not in html and '<section aria-label="奖补">' in html
    named = Page("grants", "资金", "zh", page(ROW).tables)
    assert '<h2 id="part-0">奖补</h2>' in text(named, "html")


def test_dates_and_figures_are_not_broken_and_many_columns_move_sideways() -> None:
    columns = tuple(Label(f"c{number}", f"第{number}栏", f"c{number}") for number in range(14))
    made = Page("wide", "", "zh", (Table("wide", "宽表", columns, (("2025-01-01", "很长的文字", *["1"] * 12),)),))
    html = text(made, "html")
    assert '<td class="short" data-label="第0栏">2025-01-01</td><td data-label="第1栏">很长的文字</td>' in html
    assert '<div class="wide" tabindex="0" role="group" aria-label="宽表">' in html and 'class="wide"' not in text(page(ROW), "html")


def test_an_address_is_not_broken_in_a_column() -> None:
    columns = tuple(Label(name, name, name) for name in ("甲", "乙", "网址"))
    rows = (("很长的文字" * 9, "很长的文字" * 9, "https://example.org/a/long/way/to/a/page"),)
    assert "https://example.org/a/long/way/to/a/page" in text(Page("x", "", "zh", (Table("x", "", columns, rows),)), "table")


def test_an_unknown_format_is_told() -> None:
    with pytest.raises(ChuanyuError, match="There is no format pdf; there are table, md, csv, json, html"):
        write(page(), "pdf", io.StringIO())
    assert list(FORMATS) == ["table", "md", "csv", "json", "html"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(language: str) -> None:
    long = "一段没有任何标点也没有空格的很长很长的文字" * 9
    made = page((long, *ROW[1:5], long + "https://example.org/" + "a" * 200, long, *ROW[7:]), language=language)
    assert max(cells(line) for line in text(made, "table").splitlines()) <= 80
    tables = (Table("x", long, made.tables[0].columns, ()),) * 2
    assert max(cells(line) for line in text(Page("x", long, language, tables), "table").splitlines()) <= 80


def test_columns_that_find_no_room_stand_below() -> None:
    columns = tuple(Label(f"c{number}", f"第{number}栏", f"c{number}") for number in range(8))
    made = Page("wide", "", "zh", (Table("wide", "", columns, (tuple("很长的文字很长的文字" for _ in columns),)),))
    lines = text(made, "table").splitlines()
    assert lines[0].split() == ["第0栏", "第1栏", "第2栏", "第3栏"]
    assert lines[-1] == "    第7栏: 很长的文字很长的文字"
