"""Whatever lines a page has, in whatever order: it comes apart without a gap, and nothing overlaps."""
from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.metadata import header
from loaders.sections import outline
from loaders.split import split

LINES = [
    "首页>政务公开>政策文件", "[ 发文字号 ]", "甲府办〔2022〕5号", "[ 成文日期 ] 2022-05-06 [ 发布日期 ]",
    "发布时间:2022-05-06 来源: 甲日报", "甲市人民政府办公厅", "甲  市   财  政  局",
    "关于印发甲市充电设施建设方案的通知", "甲市充电设施建设方案", "(2022—2025年)", "各区县人民政府:", "张明委员:",
    "现将《甲市充电设施建设方案》印发给你们,请认真执行。", "2022年3月1日", "202231日", "(此件公开发布)",
    "附件:1.任务分工表", "附件1", "附件", "任务分工表", "序号", "工作任务", "牵头单位", "配合单位", "完成时限", "1",
    "2", "3", "建设充电桩", "市经济信息委、市财政局", "持续推进", "第一章 总则", "第一章",
    "第一条 为规范管理,制定本办法。", "一、总体要求", "(一)指导思想。",
    "1.支持技术改造。对改造项目给予补助,按年度兑现。(责任单位:市经济信息委)", "1支持技术改造。按年度兑现。", "①整车",
    "专栏2 重点项目", "政府引导,市场主导。发挥市场配置资源的决定性作用。", "政策依据:《财政部公告》", "问:谁出资?",
    "答:市区各半。", "推动整车企业加快向新能源化和智能网联化转型升级,", "扩大产销规模。",
    "| 序号 | 任务 | 责任单位 |", "| 1 | 建设换电站 | 市能源局 |", "目 录", "来源:甲市人民政府", "文件下载",
    "返回顶部", "本措施自印发之日起施行,有效期5年。", "", "  ", "\t",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=40), st.sampled_from(["\n", "\n\n", "\r\n", "\r"]))
def test_every_page_can_be_read(lines: list[str], end: str) -> None:
    text = end.join(lines)
    spans = split(text)
    assert "".join(text[start:stop] for start, stop in spans) == text
    for start, stop in spans:
        read = outline(text, start, stop, header(text, start, stop))
        at = start
        for block in read.blocks:
            assert at <= block.start < block.end <= stop
            at = block.end
        sections = {section.path: section for section in read.sections}
        assert len(sections) == len(read.sections)  # every path once
        assert {block.section for block in read.blocks} <= sections.keys()
        for path, section in sections.items():
            parent = sections[path.rpartition("/")[0]]
            assert parent.start <= section.start <= section.end <= parent.end
