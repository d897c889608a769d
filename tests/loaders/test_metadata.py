"""What a document says of itself, read from the many ways in which pages lay it out."""
from __future__ import annotations

import pytest

from loaders.lines import Reading
from loaders.metadata import Header, header

NOTICE = """首页>政务公开>政策文件

甲市经济和信息化委员会
甲  市   财  政  局
关于印发甲市支持汽车产业
若干措施的通知
甲经信规范〔2022〕7号

各区县人民政府,有关单位:

现将《甲市支持汽车产业若干措施》印发给你们,请认真执行。

甲市经济和信息化委员会       甲市财政局
2022年7月28日
(此件公开发布)

甲市支持汽车产业若干措施

一、支持技术改造

对技术改造项目按投资的百分之十给予补助。

本措施自印发之日起施行,有效期至2024年12月31日。

来源:甲市经济信息委
"""
REPLY = """乙市商务局关于市政协五届五次会议第0042号提案的复函

日期: 2022-06-17
字体:

陈小明委员:

您提出的《关于扩大汽车消费的建议》(第0042号)已收悉。经与市财政局研究办理,现答复如下:

我局已开展汽车下乡活动。

此复函已经我局李某局长审签。请填写回执。

乙市商务局
202267
邮政编码:401121
人:王小二
"""


def read(text: str) -> Header:
    head = header(text)
    for reading in readings(head):
        assert text[reading.found.start:reading.found.end] == reading.found.text
    return head


def readings(head: Header) -> list[Reading]:
    values = (getattr(head, name) for name in Header.__slots__)
    flat = [item for value in values for item in (value if isinstance(value, tuple) else (value,))]
    return [item for item in flat if isinstance(item, Reading)]


def values(items: tuple[Reading, ...]) -> list[str]:
    return [item.value for item in items]


def test_a_notice_gives_the_title_of_its_plan() -> None:
    head = read(NOTICE)
    assert head.title and head.title.value == "甲市支持汽车产业若干措施"
    assert head.title.found.start == NOTICE.index("甲市支持汽车产业若干措施\n")  # the plan's own title line
    assert head.notice_title and head.notice_title.value == "关于印发甲市支持汽车产业若干措施的通知"
    assert (head.genre, head.kind) == ("measures", "text")


def test_the_bodies_of_a_joint_masthead_are_read_through_the_spaces() -> None:
    head = read(NOTICE)
    assert values(head.issuers) == ["甲市经济和信息化委员会", "甲市财政局"]
    assert head.issuers[1].found.text == "甲  市   财  政  局"


def test_a_masthead_gives_number_addressees_and_dates() -> None:
    head = read(NOTICE)
    assert head.number and head.number.value == "甲经信规范〔2022〕7号"
    assert values(head.addressees) == ["各区县人民政府", "有关单位"]
    assert head.written and (head.written.value, head.written.found.text) == ("2022-07-28", "2022年7月28日")
    assert head.published is None
    assert head.source_line and head.source_line.value == "甲市经济信息委"


def test_one_body_over_关于_begins_the_title() -> None:
    head = read(NOTICE.replace("甲  市   财  政  局\n", ""))
    assert head.notice_title and head.notice_title.value == "甲市经济和信息化委员会关于印发甲市支持汽车产业若干措施的通知"


@pytest.mark.parametrize("line", [
    "甲市经济和信息化委员会 甲市财政局关于印发甲市支持汽车产业若干措施的通知",
    "甲市经济和信息化委员会甲市财政局关于印发甲市支持汽车产业若干措施的通知",  # run together
])
def test_joint_issuers_in_the_title_line_are_told_apart(line: str) -> None:
    masthead = NOTICE[NOTICE.index("甲市经济"):NOTICE.index("甲经信")]
    head = read(NOTICE.replace(masthead, line + "\n"))
    assert values(head.issuers) == ["甲市经济和信息化委员会", "甲市财政局"]
    assert head.notice_title and head.notice_title.value.startswith("关于印发")


def test_a_letter_without_masthead_has_its_signers_as_issuers() -> None:
    head = read("乙市人民政府:\n《乙市绿色金融总体方案》已经同意,现予以印发,请认真执行。\n附件:乙市绿色金融总体方案\n"
                "中国人民银行 发展改革委\n财 政 部\n2022年8月19日\n附件\n乙市绿色金融总体方案\n为落实部署,制定本方案。\n")
    assert values(head.issuers) == ["中国人民银行", "发展改革委", "财政部"]
    assert head.title and head.title.value == "乙市绿色金融总体方案"  # the one annex is the plan itself
    assert values(head.annexes) == ["乙市绿色金融总体方案"]


def test_a_reply_names_its_proposal_and_the_person_without_the_role() -> None:
    head = read(REPLY)
    assert head.genre == "reply"
    assert values(head.proposers) == ["陈小明"] and head.addressees == ()
    assert head.proposal_title and head.proposal_title.value == "关于扩大汽车消费的建议"
    assert head.proposal_number and head.proposal_number.value == "第0042号"
    assert head.speaker and head.speaker.value == "乙市商务局"


def test_an_unreadable_date_is_listed_and_not_guessed() -> None:
    head = read(REPLY)
    assert head.written is None and head.unreadable == ("202267",)
    assert head.published and head.published.value == "2022-06-17"


def test_a_reply_to_a_body_has_an_addressee_and_no_proposer() -> None:
    head = read(REPLY.replace("陈小明委员:", "市侨联:"))
    assert values(head.addressees) == ["市侨联"] and head.proposers == ()


@pytest.mark.parametrize(("line", "names"), [
    ("各县、区人民政府,有关单位:", ["各县、区人民政府", "有关单位"]),
    ("各省、自治区、直辖市人民政府:", ["各省、自治区、直辖市人民政府"]),
    ("各区县(自治县)人民政府，两江新区、万盛经开区管委会：", ["各区县(自治县)人民政府", "两江新区", "万盛经开区管委会"]),
])
def test_addressees_are_told_apart(line: str, names: list[str]) -> None:
    assert values(read(NOTICE.replace("各区县人民政府,有关单位:", line)).addressees) == names


def test_a_reply_whose_title_is_lost_is_still_a_reply() -> None:
    head = read(REPLY[REPLY.index("陈小明"):])
    assert (head.genre, head.title, head.name) == ("reply", None, "关于第0042号建议的答复")


def test_an_interpretation_takes_neither_number_nor_term_from_what_it_interprets() -> None:
    head = read("《甲市汽车零部件行动方案(2023—2027年)》政策解读\n发布时间:2023-12-04 16:15\n"
                "近日,市政府办公厅印发了《甲市汽车零部件行动方案(2023—2027年)》(甲府办发〔2023〕90号),现解读如下。\n")
    assert head.genre == "interpretation"
    assert head.interprets and head.interprets.value == "甲市汽车零部件行动方案(2023—2027年)"
    assert (head.number, head.valid_from, head.valid_to) == (None, None, None)
    assert head.published and head.published.value == "2023-12-04"


@pytest.mark.parametrize("box", [
    "[ 发文字号 ]\n甲府发〔2021〕6号\n[ 成文日期 ]\n[ 发布日期 ]\n2021-03-01\n",
    "[ 索引号 ]1150/2021 [ 发文字号 ]甲府发〔2021〕6号 [ 成文日期 ] [ 发布日期 ]2021-03-01\n",
    "[ 发文字号 ] | 甲府发〔2021〕6号 | [ 发布日期 ] | 2021-03-01 |\n[ 成文日期 ] | |\n",
    "  • 文  号:甲府发〔2021〕6号\n  • 发布日期:2021-03-01\n  • 成文日期:\n",
    "索引号 1150/2021 主题分类 规划\n成文日期 发布日期 2021-03-01\n发文字号 甲府发〔2021〕6号 有 效 性\n",
    "【字号】甲府发〔2021〕6号•【公布日期】•【发布日期】2021.03.01\n",
])
def test_a_box_is_read_in_every_flattening_and_an_empty_label_takes_nothing(box: str) -> None:
    head = read(f"{box}甲市人民政府关于加快汽车产业发展的意见\n各区县人民政府:\n为加快汽车产业发展,提出以下意见,请认真贯彻。\n")
    assert head.number and head.number.value == "甲府发〔2021〕6号"
    assert head.published and head.published.value == "2021-03-01"
    assert head.written is None
    assert head.title and head.title.value == "甲市人民政府关于加快汽车产业发展的意见"


@pytest.mark.parametrize(("written", "number"), [
    ("甲府办[2022]5号", "甲府办〔2022〕5号"), ("甲府办（2022）5号", "甲府办〔2022〕5号"), ("甲府办【2022】 第5号", "甲府办〔2022〕5号"),
    ("甲市人民政府令第253号", "甲市人民政府令第253号"),
])
def test_a_number_is_written_one_way(written: str, number: str) -> None:
    head = read(NOTICE.replace("甲经信规范〔2022〕7号", written))
    assert head.number and head.number.value == number


@pytest.mark.parametrize(("sentence", "first", "last"), [
    ("本措施自2022年8月1日起施行,有效期5年。", "2022-08-01", "2027-07-31"),
    ("本措施自发布之日起30日后施行,试行期为两年。", "2022-08-27", None),  # 两年: no figure, not guessed
    ("本措施自发布之日起30日后施行,试行期为二年。", "2022-08-27", "2024-08-26"),
    ("规划期为2022—2030年。", "2022-07-28", "2030-12-31"),  # not in force before it was written
    ("规划期为2023—2030年。", "2023-01-01", "2030-12-31"),
    ("《丙办法》自2020年1月1日起废止。", None, None),  # the end of something else
])
def test_validity_is_what_the_text_says(sentence: str, first: str | None, last: str | None) -> None:
    head = read(NOTICE.replace("本措施自印发之日起施行,有效期至2024年12月31日。", sentence))
    assert (head.valid_from.value if head.valid_from else None, head.valid_to.value if head.valid_to else None) == (first, last)


def test_the_years_in_a_title_are_its_term() -> None:
    head = read("甲市充电设施建设方案\n(2022—2025年)\n为推进充电设施建设,制定本方案,请认真执行。\n")
    assert head.title and head.title.value == "甲市充电设施建设方案(2022—2025年)"
    assert head.valid_to and head.valid_to.value == "2025-12-31"


def test_news_has_a_title_even_where_it_ends_like_a_firm() -> None:
    head = read("某国总理参观甲氢动力系统有限公司\n某国总理昨天到访,参观了甲氢动力系统有限公司的新工厂和实验室。\n")
    assert head.title and head.title.value == "某国总理参观甲氢动力系统有限公司"
    assert (head.genre, head.issuers) == ("news", ())


@pytest.mark.parametrize("byline", [
    "2015-08-24 10:00:24 来源:乙日报",
    "2015年08月24日 09:55 | 作者:张某 | 来源:乙日报", "  • 乙日报 2015-08-24 09:51", "乙日报 2015年8月24日",
    "时间:2015-08-24 22:31:35 来源: 乙日报 作者:张某 阅读:8308", "发布日期:2015年08月24日来源:乙日报",
])
def test_a_byline_gives_date_and_source_and_a_subtitle_is_no_title(byline: str) -> None:
    head = read(f"新工厂投产\n——年产能十万辆\n{byline}\n一家整车企业的新工厂昨天投产,年产能十万辆。\n")
    assert head.title and head.title.value == "新工厂投产"
    assert head.published and head.published.value == "2015-08-24"
    assert head.source_line and head.source_line.value == "乙日报"


def test_a_title_that_begins_with_a_date_is_a_title() -> None:
    head = read("2022年5月6日 甲市车展开幕\n甲市车展昨天开幕,一百家企业参展,为期十天。\n")
    assert head.title and head.title.value == "2022年5月6日甲市车展开幕"


def test_an_order_puts_a_regulation_into_force() -> None:
    head = read("甲市充电设施管理办法\n甲市人民政府令第129号\n《甲市充电设施管理办法》已经会议通过,现予公布。\n"
                "市长 张某\n二O一一年八月十日\n第一章 总则\n第一条 为规范管理,制定本办法。\n")
    assert head.genre == "regulation"
    assert head.written and head.written.value == "2011-08-10"


def test_full_width_and_windows_line_ends_change_no_value() -> None:
    plain = read(NOTICE)
    wide = read(NOTICE.translate(str.maketrans("(),:", "（），：")).replace("\n", "\r\n"))
    for name in ("title", "number", "written", "valid_from", "valid_to"):
        assert getattr(plain, name).value == getattr(wide, name).value
    assert values(plain.issuers) == values(wide.issuers)
