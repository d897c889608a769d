"""Annex tables come back from their flattening, whatever their columns are called and in whatever order they stand."""
from __future__ import annotations

import pytest

from loaders.metadata import header
from loaders.sections import outline

Table = list[tuple[str, dict[str, str]]]
HEAD = "甲市任务清单\n\n"


def read(text: str) -> Table:
    """The rows: path and the cells by column."""
    result = outline(text, 0, len(text), header(text))
    return [(block.section, {cell.column: text[cell.start:cell.end] for cell in block.cells})
            for block in result.blocks if block.kind == "row"]


def test_one_cell_a_line_with_broken_column_names_and_an_empty_cell() -> None:
    text = (HEAD + "附件\n\n\n政策清单\n\n序号\n\n政策\n\n类别\n\n主    要    内    容\n\n责任单位\n\n完成时限\n\n"
            "1\n\n支持航空运输\n\n支持基地航空公司培育,给予重点支持。\n\n市财政局、乙区政府\n\n2022年\n\n"
            "2\n\n\n支持新开航线,给予培育期奖励。\n\n市政府口岸物流办\n\n持续推进\n\n文件下载\n")
    assert read(text) == [
        ("附件/1", {"number": "1", "category": "支持航空运输", "content": "支持基地航空公司培育,给予重点支持。",
                  "responsible": "市财政局、乙区政府", "deadline": "2022年"}),
        ("附件/2", {"number": "2", "category": "支持航空运输", "content": "支持新开航线,给予培育期奖励。",  # the one above
                  "responsible": "市政府口岸物流办", "deadline": "持续推进"})]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\n\n\n"])
def test_the_lines_between_cells_do_not_matter(gap: str) -> None:
    cells = ["序号", "工作任务", "牵头单位", "配合单位", "时间节点", "1", "编制充电设施布局规划", "市发展改革委", "各区县政府",
             "2024年12月底前", "2", "建设公共换电站", "市经济信息委", "2027年"]
    assert read(HEAD + gap.join(cells)) == [
        ("1", {"number": "1", "content": "编制充电设施布局规划", "responsible": "市发展改革委", "assisting": "各区县政府",
               "deadline": "2024年12月底前"}),
        ("2", {"number": "2", "content": "建设公共换电站", "responsible": "市经济信息委", "deadline": "2027年"})]  # nobody assists


def test_columns_in_another_order() -> None:
    text = HEAD + "序号\n责任部门\n完成时间\n工作内容\n目标\n1\n市商务局\n6月底前\n开展汽车下乡活动,发放消费券。\n促进销售增长百分之五\n"
    assert read(text) == [("1", {"number": "1", "responsible": "市商务局", "deadline": "6月底前",
                                 "content": "开展汽车下乡活动,发放消费券。", "goal": "促进销售增长百分之五"})]


def test_cells_that_end_in_bars() -> None:
    text = (HEAD + "序号 |\n重点工作 |\n责任领导 |\n责任单位 |\n完成时限 |\n"
            "1 |\n服务重大项目落地见效。 |\n张某 |\n招商局、改革办 |\n全年 |\n")
    assert read(text) == [("1", {"number": "1", "content": "服务重大项目落地见效。", "other": "张某",
                                 "responsible": "招商局、改革办", "deadline": "全年"})]


@pytest.mark.parametrize(("head", "rule", "first", "second"), [
    ("序号\t任务\t责任单位\t完成时限", "", "1\t建设换电站\t市经济信息委\t2025年", "2\t建设加氢站\t\t2026年"),
    ("| 序号 | 任务 | 责任单位 | 完成时限 |", "|---|---|---|---|\n",
     "| 1 | 建设换电站 | 市经济信息委 | 2025年 |", "| 2 | 建设加氢站 | | 2026年 |"),
])
def test_one_row_a_line(head: str, rule: str, first: str, second: str) -> None:
    assert read(f"{HEAD}{head}\n{rule}{first}\n{second}\n") == [
        ("1", {"number": "1", "category": "建设换电站", "responsible": "市经济信息委", "deadline": "2025年"}),
        ("2", {"number": "2", "category": "建设加氢站", "responsible": "市经济信息委", "deadline": "2026年"})]


def test_a_table_without_numbers_counts_its_cells() -> None:
    text = HEAD + "重点领域\n具体措施\n责任单位\n整车\n引进整车项目\n市招商投资局\n零部件\n培育零部件企业\n市经济信息委\n"
    assert read(text) == [("1", {"category": "整车", "content": "引进整车项目", "responsible": "市招商投资局"}),
                          ("2", {"category": "零部件", "content": "培育零部件企业", "responsible": "市经济信息委"})]


def test_a_number_before_the_first_cell_and_a_cell_over_two_lines() -> None:
    text = HEAD + "序号\n主要内容\n责任单位\n1 支持整车企业扩大规模。\n支持零部件企业转型。\n市经济信息委\n2 支持出口。\n市商务委\n"
    assert read(text) == [
        ("1", {"number": "1", "content": "支持整车企业扩大规模。\n支持零部件企业转型。", "responsible": "市经济信息委"}),
        ("2", {"number": "2", "content": "支持出口。", "responsible": "市商务委"})]


def test_a_line_between_rows_groups_them() -> None:
    text = (HEAD + "序号\n任务内容\n责任单位\n1\n建设充电桩,覆盖全部乡镇。\n市能源局\n二、优化服务\n"
            "2\n建设监测平台,统一数据接口。\n市大数据局\n注:排第一位的为牵头单位\n")
    assert read(text) == [("1", {"number": "1", "content": "建设充电桩,覆盖全部乡镇。", "responsible": "市能源局"}),
                          ("2", {"number": "2", "content": "建设监测平台,统一数据接口。", "responsible": "市大数据局"})]
    result = outline(text, 0, len(text), header(text))
    assert "二、优化服务" in [text[block.start:block.end] for block in result.blocks if block.kind == "heading"]


def test_a_figure_in_a_cell_begins_no_row() -> None:
    text = HEAD + "序号\n项目名称\n总投资(亿元)\n责任单位\n1\n整车工厂\n2\n乙区政府\n2\n电池工厂\n30\n丙区政府\n"
    assert [cells["investment"] for _, cells in read(text)] == ["2", "30"]


def test_words_that_name_columns_are_no_table_by_themselves() -> None:
    assert read("甲市发展规划\n\n目标\n到2025年产量明显提高,结构持续优化。\n任务\n建设产业集群,培育领军企业。\n") == []


def test_a_list_of_projects_has_owners_places_and_sums() -> None:
    text = (HEAD + "序号\n项目名称\n建设单位\n建设地点\n总投资(亿元)\n2024年计划投资(亿元)\n"
            "1\n座椅骨架基地\n甲市海川座椅有限公司\n甲高新区\n2.5\n1.2\n2\n临江换电站\n甲市供电公司\n\n0.4\n—\n")
    assert read(text) == [
        ("1", {"number": "1", "project": "座椅骨架基地", "owner": "甲市海川座椅有限公司", "place": "甲高新区",
               "investment": "1.2"}),  # of two columns of a kind the last one
        ("2", {"number": "2", "project": "临江换电站", "owner": "甲市供电公司", "investment": "—"})]  # 2.5 begins no row


def test_without_owners_places_and_sums_a_project_is_a_task() -> None:
    text = HEAD + "序号\n项目\n主要内容\n责任单位\n1\n专用车\n建设专用车产业园,引进整车企业。\n市经济信息委\n"
    assert read(text) == [("1", {"number": "1", "category": "专用车", "content": "建设专用车产业园,引进整车企业。",
                                 "responsible": "市经济信息委"})]


def test_cells_parted_by_spaces_find_their_columns_where_one_is_empty() -> None:
    text = HEAD + "序号 项目名称 业主单位 总投资(万元)\n1 换电站项目 乙能源有限公司 900\n2 加氢站项目 800\n现予公布。\n"
    assert read(text) == [
        ("1", {"number": "1", "project": "换电站项目", "owner": "乙能源有限公司", "investment": "900"}),
        ("2", {"number": "2", "project": "加氢站项目", "investment": "800"})]


def test_words_with_spaces_between_them_are_no_table() -> None:
    assert read(HEAD + "项目 名称 企业\n换电站和加氢站都要建。\n") == []


def test_one_project_after_the_other_in_labelled_lines() -> None:
    text = HEAD + "项目名称:换电站项目\n建设单位:乙能源有限公司\n总投资:3亿元\n\n项目名称:加氢站项目\n建设单位:丙氢能有限公司\n"
    assert read(text) == [("1", {"project": "换电站项目", "owner": "乙能源有限公司", "investment": "3亿元"}),
                          ("2", {"project": "加氢站项目", "owner": "丙氢能有限公司"})]


def test_figures_by_places_need_units() -> None:
    assert read(HEAD + "区县\t充电桩(个)\n乙区\t12\n") == [("1", {"area": "乙区", "measure": "12"})]
    assert read(HEAD + "区县\t情况\n乙区\t12\n") == []


def test_heads_between_rows_of_one_line_group_them_and_a_dash_is_an_empty_cell() -> None:
    text = HEAD + ("序号 | 项目名称 | 总投资(亿元) | 牵头单位\n--- | --- | --- | ---\n一、产业项目\n1 | 换电站项目 | 3 | 乙区政府\n"
                   "二、设施项目\n2 | 加氢站项目 | — | 丙区政府\n")
    assert read(text) == [
        ("1", {"number": "1", "project": "换电站项目", "investment": "3", "responsible": "乙区政府"}),
        ("2", {"number": "2", "project": "加氢站项目", "responsible": "丙区政府"})]
