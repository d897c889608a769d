"""A text changed in one place changes its statements there and nowhere else: the ids of everything else stay."""
from __future__ import annotations

from collections.abc import Mapping

import pytest

from loaders.pipeline import read_text
from ontology.names import gazetteer

PLAN = """\
重庆市渝北区人民政府办公室
关于印发渝北区智能网联汽车产业方案(2024—2026年)的通知
渝北府办发〔2024〕7号

各镇人民政府,区政府各部门:
现将《渝北区智能网联汽车产业方案(2024—2026年)》印发给你们,请抓好落实。

重庆市渝北区人民政府办公室
2024年3月1日

渝北区智能网联汽车产业方案(2024—2026年)

一、总体目标

到2026年,智能网联汽车产量达到50万辆,零部件企业超过200家。

二、重点任务

(一)壮大企业。

支持长安汽车建设汽车软件平台。鼓励赛力斯汽车与重庆大学共建电驱动实验室,方便企业就近试验。(责任单位:区经济信息委)

(二)完善设施。

打造智能网联汽车示范区。淘汰老旧公交车。支持庆铃汽车开拓市场。

三、扶持政策

对零部件企业,给予最高不超过300万元奖励。(责任单位:区财政局)
"""
NEWS = """\
成都汽车产业再添新动能
2024-04-18 来源:成都日报

4月18日,吉利汽车落户龙泉驿区。宁德时代为吉利汽车供货动力电池。2023年,成都市汽车产量75万辆。
"""

Fact = tuple[str, str, str, str, tuple[tuple[str, object], ...]]


def facts(text: str) -> dict[str, Fact]:
    """Each statement by its id: sides, relation, status and qualifiers; where it stands is left aside."""
    return {one.id: (one.subject.name, one.relation, one.object.name, one.status, tuple(sorted(one.qualifiers.items())))
            for reading in read_text(text, "text.txt", gazetteer()) for one in reading.statements}


def lines(found: Mapping[str, Fact], ids: set[str]) -> set[str]:
    return {" ".join(found[id_][:3]) for id_ in ids}


def changed(text: str, old: str, new: str) -> tuple[set[str], set[str], set[str]]:
    """What went, what came and what kept its id but says something else, as `subject relation object`."""
    assert text.count(old) == 1, f"{old} must stand once in the text"
    before, after = facts(text), facts(text.replace(old, new))
    same = set(before) & set(after)
    return (lines(before, set(before) - same), lines(after, set(after) - same),
            lines(after, {id_ for id_ in same if before[id_] != after[id_]}))


@pytest.mark.parametrize("text", [PLAN, NEWS], ids=["plan", "news"])
def test_the_text_says_something_and_always_the_same(text: str) -> None:
    assert len(facts(text)) >= 3
    assert facts(text) == facts(text)


def test_a_name_swapped() -> None:
    gone, come, altered = changed(PLAN, "支持长安汽车建设", "支持比亚迪建设")
    assert gone == {"壮大企业 supports 重庆长安汽车股份有限公司", "重庆长安汽车股份有限公司 builds 汽车软件平台"}
    assert come == {"壮大企业 supports 比亚迪股份有限公司", "比亚迪股份有限公司 builds 汽车软件平台"}
    assert altered == set()


def test_another_short_name_of_the_same_firm_says_the_same() -> None:
    gone, come, altered = changed(PLAN, "支持长安汽车建设", "支持重庆长安汽车建设")
    assert (gone, altered) == (come, set()), "the ids follow the wording, the statements do not"


def test_support_denied() -> None:
    assert changed(PLAN, "支持庆铃汽车", "不支持庆铃汽车") == ({"完善设施 supports 庆铃汽车股份有限公司"}, set(), set())


def test_support_turned_into_restriction() -> None:
    gone, come, altered = changed(PLAN, "打造智能网联汽车示范区", "取消智能网联汽车示范区")
    assert gone == {"完善设施 builds 智能网联汽车示范区"}
    assert come == {"完善设施 restricts 智能网联汽车示范区"}
    assert altered == set()


@pytest.mark.parametrize(("old", "new", "line"), [
    ("达到50万辆", "达到60万辆", "总体目标 hasIndicator 智能网联汽车产量"),
    ("超过200家", "超过250家", "总体目标 hasIndicator 零部件企业"),
    ("不超过300万元", "不超过500万元", "扶持政策 subsidizes 汽车零部件企业"),
])
def test_a_figure_changed_keeps_the_id(old: str, new: str, line: str) -> None:
    assert changed(PLAN, old, new) == (set(), set(), {line})


def test_a_bound_changed() -> None:
    assert changed(PLAN, "企业超过200家", "企业不少于200家") == (set(), set(), {"总体目标 hasIndicator 零部件企业"})


@pytest.mark.parametrize(("old", "new"), [
    ("实验室,方便企业就近试验", "实验室方便企业就近试验"),  # a comma before a clause that says nothing
    ("到2026年,智能", "到2026年智能"),
    ("对零部件企业,给予", "对零部件企业给予"),
    ("(责任单位:区财政局)", "（责任单位：区财政局）"),
    ("(一)壮大企业", "（一）壮大企业"),
    ("渝北府办发〔2024〕7号", "渝北府办发[2024]7号"),
    ("最高不超过300万元", "最高不超过３００万元"),
    ("打造智能网联汽车示范区。", "打造 智能网联汽车示范区 。"),
    ("抓好落实。\n", "抓好落实。\n\n打印 关闭\n"),
])
def test_signs_that_change_nothing(old: str, new: str) -> None:
    assert changed(PLAN, old, new) == (set(), set(), set())


def test_a_sentence_moved_to_another_section() -> None:
    said = "淘汰老旧公交车。"
    moved = PLAN.replace(said, "").replace("三、扶持政策\n\n", f"三、扶持政策\n\n{said}")
    before, after = facts(PLAN), facts(moved)
    assert lines(before, set(before) - set(after)) == {"完善设施 restricts 老旧公交车"}
    assert lines(after, set(after) - set(before)) == {"扶持政策 restricts 老旧公交车"}
    assert all(before[id_] == after[id_] for id_ in set(before) & set(after))


def test_a_sentence_added_before_the_others() -> None:
    gone, come, altered = changed(PLAN, "支持长安汽车建设", "打造汽车电子产业园。支持长安汽车建设")
    assert (gone, come, altered) == (set(), {"壮大企业 builds 汽车电子产业园"}, set())


def test_a_document_before_another_changes_no_id() -> None:
    before = facts(PLAN)
    assert {id_: fact for id_, fact in facts(f"{NEWS}\n\n{PLAN}").items() if id_ in before} == before


@pytest.mark.parametrize(("old", "new", "gone", "come"), [
    ("供货动力电池", "介绍动力电池", {"宁德时代新能源科技股份有限公司 suppliesTo 吉利汽车控股有限公司",
                                "宁德时代新能源科技股份有限公司 produces 动力电池"}, set()),
    ("落户龙泉驿区", "落户新都区", {"吉利汽车控股有限公司 locatedIn 龙泉驿区"}, {"吉利汽车控股有限公司 locatedIn 新都区"}),
    ("宁德时代为", "弗迪电池为", {"宁德时代新能源科技股份有限公司 suppliesTo 吉利汽车控股有限公司",
                          "宁德时代新能源科技股份有限公司 produces 动力电池"},
     {"弗迪电池有限公司 suppliesTo 吉利汽车控股有限公司", "弗迪电池有限公司 produces 动力电池"}),
])
def test_a_word_changed_in_news(old: str, new: str, gone: set[str], come: set[str]) -> None:
    before, after = facts(NEWS), facts(NEWS.replace(old, new))
    assert (lines(before, set(before)) - lines(after, set(after)), lines(after, set(after)) - lines(before, set(before))) == (gone, come)
