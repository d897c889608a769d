"""A page that strings documents together comes apart where a new one begins, and nowhere else."""
from __future__ import annotations

import pytest

from loaders.split import split

PLAN = """甲市人民政府办公厅

关于印发甲市充电设施建设方案的通知

甲府办〔2022〕5号

各区县人民政府:

现将《甲市充电设施建设方案》印发给你们,请认真执行。

甲市人民政府办公厅

2022年3月1日

甲市充电设施建设方案

一、总体要求

到2025年,建成公共充电桩一万个,覆盖全部乡镇。

附件:任务分工表

附件

任务分工表

1.编制布局规划,每年更新一次,并向社会公布。

"""
NEWS = """记者从乙区获悉,一家整车企业的新工厂日前投产,年产能十万辆。

新工厂主要生产纯电动汽车,带动周边三十家配套企业扩产。

"""
REPLY = """丙市商务局关于市政协第12号提案的复函
张明委员:
您提出的《关于扩大汽车消费的建议》收悉。现答复如下,请予支持。
丙市商务局
2022年5月6日
"""


def parts(text: str) -> list[str]:
    spans = split(text)
    assert "".join(text[start:end] for start, end in spans) == text  # the spans tile the page
    return [text[start:end].lstrip().split("\n")[0] for start, end in spans]


def test_a_source_line_ends_a_document_and_news_may_follow() -> None:
    page = f"您当前的位置:首页招商政策\n\n{PLAN}来源:甲市人民政府\n{NEWS}来源:乙日报\n\n{NEWS}"
    assert parts(page) == ["您当前的位置:首页招商政策", NEWS.split("\n")[0], NEWS.split("\n")[0]]


def test_a_notice_its_plan_and_the_plans_annex_are_one_document() -> None:
    assert len(split(PLAN)) == 1


def test_the_paragraphs_of_news_are_one_document() -> None:
    assert len(split(NEWS + NEWS)) == 1


def test_a_masthead_begins_a_letter_also_where_no_foot_stands_before() -> None:
    assert parts(NEWS + PLAN + REPLY) == [NEWS.split("\n")[0], "甲市人民政府办公厅", "丙市商务局关于市政协第12号提案的复函"]


def test_a_new_pages_box_begins_a_document() -> None:
    assert parts(f"{REPLY}[ 索引号 ]\n11500/2022-1\n[ 发布日期 ]\n2022-06-01\n{REPLY}")[1] == "[ 索引号 ]"


@pytest.mark.parametrize("foot", [
    "文件下载\n\n来源:甲市人民政府\n",  # two lines of foot are one foot
    "来源:甲市人民政府\n\n微信二维码\n\nCopyright 2012 版权所有 甲ICP备1200号\n",  # a site's foot is no document
])
def test_what_closes_a_page_belongs_to_its_last_document(foot: str) -> None:
    assert len(split(PLAN + foot)) == 1


def test_a_source_under_the_title_is_no_foot() -> None:
    assert len(split("新工厂投产\n来源:乙日报\n" + NEWS)) == 1


def test_a_form_letter_in_an_annex_begins_no_document() -> None:
    assert len(split(PLAN + "附件2\n关于申报补贴的通知\n各区县经济信息委:\n请按要求组织申报,逾期不予受理。\n")) == 1


def test_line_ends_of_any_kind_cut_alike() -> None:
    page = f"{PLAN}来源:甲市人民政府\n{NEWS}"
    windows = page.replace("\n", "\r\n")
    assert [windows[start:end].replace("\r", "") for start, end in split(windows)] == [
        page[start:end] for start, end in split(page)]
