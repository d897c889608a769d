"""The section tree follows official numbering in every width and with lost punctuation; blocks keep their place."""
from __future__ import annotations

import pytest

from loaders.metadata import header
from loaders.sections import Outline, outline

HEAD = "甲市汽车产业发展规划\n\n"


def read(text: str) -> Outline:
    result = outline(text, 0, len(text), header(text))
    ends = [0, *(block.end for block in result.blocks)]
    assert all(end <= block.start < block.end for end, block in zip(ends, result.blocks, strict=False))  # no overlap
    return result


def tree(text: str) -> list[tuple[str, str]]:
    return [(section.path, section.title) for section in read(text).sections[1:]]


def blocks(text: str) -> list[tuple[str, str, str]]:
    """Kind (with the label of a field), section and characters of each block behind the title."""
    return [(f"{block.kind}:{block.label}" if block.label else block.kind, block.section, text[block.start:block.end])
            for block in read(text).blocks if block.kind != "title"]


def test_numbers_nest_by_their_style() -> None:
    assert tree(HEAD + "一、重点任务\n(一)扩大规模。\n1.支持技术改造。对改造项目给予补助,按年度兑现。\n(1)提高标准。\n"
                "2.支持新产品。加快新产品投放市场,扩大销售。\n(二)优化布局。\n推动各区县错位发展,形成特色园区。\n二、保障措施\n") == [
        ("一", "重点任务"), ("一/(一)", "扩大规模"), ("一/(一)/1", "支持技术改造"), ("一/(一)/1/(1)", "提高标准"),
        ("一/(一)/2", "支持新产品"), ("一/(二)", "优化布局"), ("二", "保障措施")]


@pytest.mark.parametrize("one", ["1.", "1、", "1．", "1﹒", "１.", "1)"])
def test_a_digit_numbers_a_part_in_every_punctuation(one: str) -> None:
    text = f"{HEAD}一、重点任务\n{one}扩大生产规模。引进整车项目,提高产能利用率。\n"
    assert tree(text)[1] == ("一/1", "扩大生产规模")


def test_a_digit_that_lost_its_full_stop_counts_only_in_sequence() -> None:
    assert tree(HEAD + "一、任务\n1扩大生产规模。引进整车项目,提高产能利用率。\n2提升研发能力。建设研发机构,培养研发人才。\n"
                "5家企业获得补助。这些企业都是整车企业,分布在三个区。\n") == [
        ("一", "任务"), ("一/1", "扩大生产规模"), ("一/2", "提升研发能力")]  # 5家 is a figure


def test_a_figure_at_the_start_of_a_line_is_no_number() -> None:
    assert tree(HEAD + "2.5万元以内的项目由区县审批,超过的报市级审批。\n2022年,全市产量增长。\n") == []


def test_a_number_before_a_year_is_a_number() -> None:
    assert tree(HEAD + "1﹒2022年,对受影响的企业给予贷款贴息支持。\n") == [("1", "对受影响的企业给予贷款贴息支持")]


def test_articles_chapters_and_their_titles() -> None:
    assert tree("甲市充电设施管理办法\n第一章 总 则\n第一条 为规范管理,制定本办法。\n第二条(适用范围)本办法适用于本市的充电设施。\n"
                "第二章\n监督管理\n第三条【检查】主管部门每年检查两次,并公布结果。\n(一)查设施;\n(二)查台账。\n") == [
        ("第一章", "总则"), ("第一章/第一条", "为规范管理"), ("第一章/第二条", "适用范围"), ("第二章", "监督管理"),
        ("第二章/第三条", "检查"), ("第二章/第三条/(一)", "查设施"), ("第二章/第三条/(二)", "查台账")]


def test_boxes_stand_beside_the_tasks_and_may_have_lost_their_number() -> None:
    paths = [path for path, _ in tree(
        HEAD + "(一)提升整车水平。\n1.扩大规模。引进整车项目,提高产能利用率。\n专栏加快突破关键技术\n攻关整车平台,突破节能技术。\n"
        "专栏2 重点项目\n建设三个整车项目,形成新的产能。\n(二)完善供应链。\n")]
    assert paths == ["(一)", "(一)/1", "(一)/专栏", "(一)/专栏2", "(二)"]


def test_paragraphs_with_titles_of_their_own_are_sections_where_there_are_several() -> None:
    text = (HEAD + "(一)基本原则。\n政府引导,市场主导。发挥市场配置资源的决定性作用,规范秩序。\n"
            "——创新驱动。完善企业主体的技术创新体系,突破核心技术。\n(二)目标。\n稳步增长。到2025年产量明显提高,质量稳步提升。\n")
    assert tree(text) == [("(一)", "基本原则"), ("(一)/政府引导,市场主导", "政府引导,市场主导"), ("(一)/创新驱动", "创新驱动"),
                          ("(二)", "目标")]  # 稳步增长 stands alone: a short sentence, no title
    assert ("heading", "(一)/创新驱动", "创新驱动。") in blocks(text)


def test_the_width_of_signs_changes_no_path() -> None:
    text = (HEAD + "一、任务\n(一)原则\n政府引导,市场主导。发挥市场配置资源的作用,规范秩序。\n"
            "开放包容,合作共赢。扩大对外开放,促进国际合作。\n")
    assert [path for path, _ in tree(text.translate(str.maketrans("(),", "（），")))] == [path for path, _ in tree(text)]


def test_a_heading_block_is_the_sentence_without_its_number() -> None:
    assert blocks(HEAD + "一、稳外贸\n(一)推动外贸稳中提质。2020年,出口增长明显,结构优化。\n") == [
        ("heading", "一", "稳外贸"), ("heading", "一/(一)", "推动外贸稳中提质。"),
        ("text", "一/(一)", "2020年,出口增长明显,结构优化。")]


def test_a_numbered_sentence_that_nothing_stands_under_is_text() -> None:
    assert blocks(HEAD + "1.引导企业优化采购体制,建立便利化机制。\n2.支持企业建设采购系统。\n") == [
        ("text", "1", "引导企业优化采购体制,建立便利化机制。"), ("text", "2", "支持企业建设采购系统。")]


def test_一是_opens_no_section() -> None:
    assert tree(HEAD + "一是加强整零协同,扩大配套。\n二是加快转型升级,建设智能工厂。\n") == []


@pytest.mark.parametrize(("behind", "fields"), [
    ("(责任单位:市经济信息委、市财政局)", [("responsible", "市经济信息委、市财政局")]),
    ("（责任单位：市经济信息委，中心城区各区政府）", [("responsible", "市经济信息委，中心城区各区政府")]),
    ("(牵头单位:市交通局;配合单位:市公安局、市财政局)", [("responsible", "市交通局"), ("assisting", "市公安局、市财政局")]),
    ("责任单位:市科技局", [("responsible", "市科技局")]),
    ("(市经济信息委牵头,市财政局、市科技局配合)", [("responsible", "市经济信息委"), ("assisting", "市财政局、市科技局")]),
    ("(市教委、市人力社保局按职责分工负责)", [("responsible", "市教委、市人力社保局")]),
    ("(责任单位:各区县(自治县)政府;完成时限:2025年)", [("responsible", "各区县(自治县)政府"), ("deadline", "2025年")]),
])
def test_who_answers_stands_behind_a_paragraph(behind: str, fields: list[tuple[str, str]]) -> None:
    found = blocks(f"{HEAD}1.加强招商。引进上下游企业,集聚发展。{behind}\n")
    assert found == [("heading", "1", "加强招商。"), ("text", "1", "引进上下游企业,集聚发展。"),
                     *((f"field:{label}", "1", value) for label, value in fields)]


def test_a_duty_may_stand_behind_a_heading() -> None:
    assert blocks(HEAD + "一、强化创新(市科技局牵头)\n建设创新平台,培育创新主体,突破关键技术。\n")[:2] == [
        ("heading", "一", "强化创新"), ("field:responsible", "一", "市科技局")]


@pytest.mark.parametrize("sentence", [
    "支持领军(链主)企业开放供应链,带动配套企业发展。",
    "发展新能源汽车(以下简称新能源车)产业,由各区负责。",
    "对中型车辆(含专用车)按每辆一万元给予奖励,单个企业不超过上限。",
])
def test_other_brackets_are_text(sentence: str) -> None:
    assert blocks(HEAD + sentence + "\n") == [("text", "", sentence)]


def test_labelled_lines_are_fields_of_the_item_above() -> None:
    assert blocks("1﹒免征图书增值税。对出版物实行先征后退政策,比例另定。\n政策依据:《财政部公告》(2021年第10号)\n"
                  "执行期限:至2023年12月31日\n责 任 单 位:市税务局\n咨询电话:12366\n2﹒发放补贴。\n") == [
        ("heading", "1", "免征图书增值税。"), ("text", "1", "对出版物实行先征后退政策,比例另定。"),
        ("field:basis", "1", "《财政部公告》(2021年第10号)"), ("field:period", "1", "至2023年12月31日"),
        ("field:responsible", "1", "市税务局"), ("field:contact", "1", "12366"), ("text", "2", "发放补贴。")]


def test_questions_and_answers() -> None:
    text = "《甲市若干措施》政策解读\n一、问:为什么出台?\n答:为扩大汽车消费,市商务委制定了措施。\n问:谁出资?\n答:市区两级各半。\n"
    assert tree(text) == [("一", "为什么出台?"), ("一/问", "谁出资?")]
    assert ("text", "一", "为扩大汽车消费,市商务委制定了措施。") in blocks(text)


def test_the_last_paragraph_that_sets_the_term_belongs_to_the_whole() -> None:
    assert blocks(HEAD + "一、补助\n对新车型给予补助,一次性兑现。\n以上政策自印发之日起施行,有效期两年。\n")[-1] == (
        "text", "", "以上政策自印发之日起施行,有效期两年。")


def test_a_second_plan_that_a_notice_carries_is_a_part_of_its_own() -> None:
    text = ("各县、区人民政府:\n《甲市制造业实施方案》《甲市财政支持措施》已经研究通过,现印发给你们,请认真执行。\n2020年11月17日\n"
            "甲市制造业实施方案\n一、总体要求\n聚焦制造业高端化和智能化,壮大规模。\n甲市财政支持措施\n一、支持项目建设\n对新建项目给予补助。\n")
    assert tree(text) == [("一", "总体要求"), ("甲市财政支持措施", "甲市财政支持措施"), ("甲市财政支持措施/一", "支持项目建设")]


def test_a_table_of_contents_is_noise() -> None:
    text = (HEAD + "目 录\n第一章 形势\n第二章 方针\n第三章 任务\n第一章 形势\n产业规模不断壮大,体系不断完善。\n"
            "第二章 方针\n坚持创新驱动。\n第三章 任务\n")
    assert [path for path, _ in tree(text)] == ["第一章", "第二章", "第三章"]
    assert blocks(text)[0][0] == "noise:contents"


def test_a_path_that_comes_twice_is_counted() -> None:
    text = HEAD + "一、任务\n壮大规模,提升质量,优化布局。\n一、任务\n扩大开放,深化合作,联动发展。\n"
    assert [path for path, _ in tree(text)] == ["一", "一#2"]


def test_sections_lie_within_their_parents() -> None:
    text = (HEAD + "一、任务\n(一)规模。\n扩大整车产量,提高质量,优化布局。\n二、保障\n加强领导,落实责任,严格考核。\n"
            "附件\n重点项目清单\n1.整车项目。\n")
    sections = {section.path: section for section in read(text).sections}
    assert text[sections["一"].start:sections["一"].end] == "一、任务\n(一)规模。\n扩大整车产量,提高质量,优化布局。"
    assert sections["一"].start < sections["一/(一)"].start <= sections["一/(一)"].end == sections["一"].end
    assert text[sections["附件"].start:sections["附件"].end] == "附件\n重点项目清单\n1.整车项目。"


def test_a_paragraph_broken_within_a_sentence_is_one_block() -> None:
    text = HEAD + "推动整车企业加快向新能源化和智能网联化转型升级,\n扩大产销规模。\n支持零部件企业发展。\n"
    assert [block[2] for block in blocks(text)] == [
        "推动整车企业加快向新能源化和智能网联化转型升级,\n扩大产销规模。", "支持零部件企业发展。"]


@pytest.mark.parametrize("line", [
    "您当前的位置: 首页>政务公开 > 建议提案", "字号: [小] [大] 【打印正文】", "分享到:", "扫一扫在手机打开当前页", "返回顶部",
    "(此件公开发布)", "联系电话:67570000", "邮政编码:401121",
    "责任编辑:张某",
    "Copyright 2012 版权所有 甲ICP备1200号", "文件下载:", "继续访问 放 弃",
])
def test_what_a_site_adds_is_noise(line: str) -> None:
    assert blocks(HEAD + "加强领导,落实责任,严格考核。\n" + line + "\n")[-1] == ("noise", "", line)


@pytest.mark.parametrize("line", [
    "分享到更多企业的经验要及时总结。", "打印设备制造业要加快发展。",
    "首页推荐不得收费。", "扫码支付等应用加快推广。",
    "位置优越的园区优先供地。", "更多企业参与建设。",
    "相关政策由市经济信息委解释。", "微信小程序要方便企业办事。", "建设语音播报、导航等车载应用。",
])
def test_a_sentence_that_begins_like_noise_is_text(line: str) -> None:
    assert blocks(HEAD + line + "\n")[-1] == ("text", "", line)
