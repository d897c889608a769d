"""Resolution: a name in its document becomes an entity; homonyms stay apart, and what is ambiguous stays open."""
from __future__ import annotations

import pytest

from loaders.course import Ref
from loaders.mentions import mentions
from loaders.referents.homes import settle
from loaders.referents.policies import policy_named
from loaders.resolution import Cast
from ontology.names import gazetteer


def cast(text: str, place: str) -> Cast:
    """The cast of a text of a place, `cq`, `sc.chengdu` …"""
    names = gazetteer()
    found = Cast(names, "document", "text.txt", text)
    found.marks = mentions(text, 0, len(text), names)
    found.jurisdiction = place
    return found


def meant(text: str, place: str = "cq") -> list[str | None]:
    """What each mark of the text stands for."""
    found = cast(text, place)
    return [ref.name if (ref := found.of_mark(mark)) else None for mark in found.marks]


@pytest.mark.parametrize(("place", "name"), [("cq", "重庆市科学技术局"), ("sc.chengdu", "成都市科学技术局")])
def test_the_same_short_name_is_another_office_elsewhere(place: str, name: str) -> None:
    assert meant("市科技局", place) == [name]


def test_a_group_its_maker_and_another_maker_are_three() -> None:
    assert meant("赛力斯集团、赛力斯汽车、东风小康") == ["赛力斯集团股份有限公司", "赛力斯汽车有限公司", "东风小康汽车有限公司"]


def test_former_names_lead_to_what_bears_the_new_one() -> None:
    assert meant("小康股份、金康新能源") == ["赛力斯集团股份有限公司", "赛力斯汽车有限公司"]


def test_a_joint_venture_is_none_of_its_parents() -> None:
    assert meant("长安福特、长安汽车") == ["长安福特汽车有限公司", "重庆长安汽车股份有限公司"]


def test_a_district_with_an_organ_is_that_office() -> None:
    assert meant("江津区经济信息委") == ["重庆市江津区经济和信息化委员会"]


@pytest.mark.parametrize(("place", "name"), [("cq", "重庆市"), ("cq.yubei", "重庆市"), ("sc.chengdu", "成都市")])
def test_our_city_is_the_one_above_a_district(place: str, name: str) -> None:
    assert meant("我市", place) == [name]


def test_our_county_is_nothing_in_a_text_of_the_city() -> None:
    assert meant("我县", "cq") == [None]


def test_we_are_whoever_writes() -> None:
    found = cast("我委", "cq")
    found.speaker = Ref("cq.jingxin", "重庆市经济和信息化委员会", "Agency")
    assert found.of_mark(found.marks[0]) == found.speaker


def test_that_company_is_the_last_one_named() -> None:
    text = "长安汽车与比亚迪合作,该公司"
    found = cast(text, "cq")
    for mark in found.marks[:2]:
        ref = found.of_mark(mark)
        assert ref
        found.mention(ref, mark.start, mark.end)
    assert meant("该公司") == [None], "nothing was named before"
    last = found.of_mark(found.marks[2])
    assert last and last.name == "比亚迪股份有限公司"


def test_an_entity_that_no_list_holds_has_an_id_of_its_name() -> None:
    first, second = cast("", "cq"), cast("", "sc.chengdu")
    assert first.made("渝涪轴承有限公司", "Firm").id == second.made("渝涪轴承有限公司", "Firm").id
    assert first.made("汽车产业园", "Park").id != second.made("汽车产业园", "Park").id, "parks belong to their place"


def test_a_title_is_what_the_document_calls_so() -> None:
    found = cast("", "cq")
    plan = found.made("重庆市汽车产业规划", "Policy")
    found.define("《规划》", plan)
    found.define("规划", plan)
    assert policy_named(found, "规划") == plan
    assert policy_named(found, "成都市汽车产业规划") != plan


@pytest.mark.parametrize(("text", "place"), [
    ("先在渝北区、江津区、永川区试点。", "重庆市"),  # districts named as often: of what holds them
    ("先在渝北区、江津区、永川区试点,渝北区已动工。", "渝北区"),  # one is named more often
])
def test_a_text_of_many_districts_is_their_city_s(text: str, place: str) -> None:
    found = cast(text, "")
    settle(found, found.marks, ())
    assert found.jurisdiction and found.names.entries[found.jurisdiction].name == place
