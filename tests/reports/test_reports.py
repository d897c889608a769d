"""Reports on the hand-made graph: what each page holds, and what it refuses to say."""
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.folder import Folder, write_folder
from ontology.errors import ChuanyuError
from reports import agency, chain, coverage, deadlines, diff, firm, indicators, money, network, policy, region, supports
from reports import match as matching
from reports.desk import Desk
from reports.page import Page
from tests.handmade import Handmade


@pytest.fixture(scope="module")
def desk(folder: Path) -> Desk:
    return Desk(Folder(folder).store(), "zh", folder=folder)


def column(page: Page, table: str, name: str) -> list[object]:
    """One column of a page's table."""
    return [row[name] for row in next(one for one in page.tables if one.name == table).records()]


def test_support_by_way_of_policies_and_provisions(desk: Desk) -> None:
    page = supports.page(desk, by="重庆市经信委")
    assert page.title == "重庆市经济和信息化委员会支持谁"
    assert list(zip(*(column(page, "supports", name) for name in ("beneficiary", "way", "via", "statement")), strict=True)) == [
        ("曙光电控", ["SUPPORTS"], None, "s15"),
        ("整车企业", ["ISSUES", "RESPONSIBLE_FOR"], "支持整车上量", "s08"),
        ("整车企业", ["ISSUES", "RESPONSIBLE_FOR"], "支持整车上量", "s09"),
        ("桥河汽车", ["ISSUES", "RESPONSIBLE_FOR"], "支持整车上量", "s10"),
        ("动力电池", ["ISSUES"], "补齐零部件短板", "s13")]


def test_support_between_two(desk: Desk) -> None:
    assert column(supports.page(desk, by="重庆市经信委", of="桥河汽车"), "supports", "statement") == ["s10"]


def test_wishes_count_only_when_asked_for(desk: Desk) -> None:
    asking = replace(desk, standing={"status": ["proposed"]})
    assert column(supports.page(asking, of="桥河汽车"), "supports", "supporter") == [["四川省经济和信息化厅"]]


def test_before_its_date_and_after_its_end_a_policy_supports_nobody(desk: Desk) -> None:
    for day, count in (("2025-01-09", 0), ("2025-01-10", 1), ("2027-12-31", 1), ("2028-01-01", 0)):
        page = supports.page(replace(desk, standing={"as_of": day}), of="桥河汽车")
        assert len(page.tables[0].rows) == count, day


def test_matrix(desk: Desk) -> None:
    table = supports.page(desk, matrix=True).tables[0]
    assert [label.zh for label in table.columns] == ["支持者", "整车企业", "动力电池", "桥河汽车", "曙光电控"]
    assert table.rows == (("重庆市经济和信息化委员会", 2, 1, 1, 1), ("四川省经济和信息化厅", 2, None, 1, None),
                          ("国务院", None, 1, None, None))


def test_a_firm(desk: Desk) -> None:
    page = firm.page(desk, "桥河汽车")
    assert column(page, "firm-places", "statement") == ["s22"]
    assert column(page, "firm-partners", "statement") == ["s20", "s26"]
    assert column(page, "claims", "statement") == ["s08", "s09"], "not what names it: that is support already"
    assert any("未核实" in note for note in page.notes)


def test_an_agency(desk: Desk) -> None:
    page = agency.page(desk, "四川省经济和信息化厅")
    assert column(page, "duties", "relation") == ["RESPONSIBLE_FOR", "ASSISTS"]
    assert column(page, "supports", "statement") == ["s08", "s09", "s10"], "assisting is no support"


def test_a_policy_by_its_number(desk: Desk) -> None:
    page = policy.page(desk, "渝经信发〔2025〕7号")
    assert page.title == "重庆市汽车提升行动计划"
    assert column(page, "policy-money", "amount") == [5000000, 10000000]
    assert column(page, "policy-indicators", "value") == [1200000]


def test_a_region(desk: Desk) -> None:
    page = region.page(desk, "重庆市")
    assert column(page, "parks", "park") == ["空港汽车园"]
    assert column(page, "joint", "common") == ["川渝汽车协同平台"]


def test_only_what_texts_declare_is_added_up(desk: Desk) -> None:
    page = money.page(desk)
    assert page.facts["declared"] == {"空港汽车园近况": 2000000000}
    assert page.notes == ("最高额只是上限，不作加总；合计只含文件写明的总额，不同文件可能说的是同一笔。",
                          "《空港汽车园近况》写明的金额合计 20亿元。")


def test_deadlines_from_a_day(desk: Desk) -> None:
    for day, full in (("2026-12-31", "due"), ("2027-01-01", "silent")):
        page = deadlines.page(replace(desk, standing={"as_of": day}))
        assert {table.name: len(table.rows) for table in page.tables} == {"due": 0, "past": 0, "silent": 0, full: 2}
    with pytest.raises(ChuanyuError, match="--as-of"):
        deadlines.page(desk)


def test_indicators(desk: Desk) -> None:
    assert column(indicators.page(desk), "contradictions", "values") == [[1000000, 1050000]]


def test_the_chain_shows_what_nobody_makes(desk: Desk) -> None:
    page = chain.page(desk)
    assert column(page, "missing-links", "technology") == ["动力电池"]
    assert column(page, "links", "makers") == [[], ["桥河汽车"]]


def test_what_is_sought_is_matched_by_a_shared_term(desk: Desk) -> None:
    page = matching.page(replace(desk, standing={"words": ["桥河"], "status": ["asserted"]}))
    assert list(zip(column(page, "match", "sought"), column(page, "match", "term"), strict=True)) == [
        ("桥河E1", "桥河e1"), ("桥河智慧工厂", "桥河智慧工厂")]
    assert matching.shared("汽车电子", "汽车座椅") is None, "two characters mean too little"
    assert matching.shared("新能源汽车产业", "电动汽车产品") is None, "汽车产 cuts two words"
    assert matching.shared("氢燃料电池汽车示范", "氢燃料发动机") == "氢燃料", "a word within 燃料电池"


def test_the_network(desk: Desk) -> None:
    page = network.page(desk)
    assert column(page, "network-most", "entity")[:2] == ["重庆市汽车提升行动计划", "桥河汽车"]
    with pytest.raises(ChuanyuError, match="leave --uri out"):
        network.page(replace(desk, folder=None))


def test_coverage_says_what_silence_means(desk: Desk) -> None:
    page = coverage.page(desk)
    assert page.notes[1:] == ("没有一份文件由四川省的机构印发：关于四川省的沉默不说明任何问题。",)
    assert column(page, "coverage-genres", "documents") == [1, 2]


def test_two_builds_compared(desk: Desk, made: Handmade, tmp_path: Path) -> None:
    first, *rest = made.statements
    changed = [replace(one, qualifiers={**one.qualifiers, "amount": 6000000}) if one.id == "s08" else one for one in rest]
    new = replace(first, id="s99")
    write_folder(tmp_path / "new", made.documents, made.entities, [*changed, new], made.texts, {})
    page = diff.page(replace(desk, folder=tmp_path / "new"), desk.records())
    assert page.facts == {"new": 1, "dropped": 1, "changed": 1}
    assert column(page, "new", "statement") == ["s99"] and column(page, "dropped", "statement") == ["s01"]
    assert column(page, "changed", "changes") == [["amount: 5000000 -> 6000000"]]
