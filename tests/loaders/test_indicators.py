"""Indicators as plans, replies and news say them: the name, the holder, the figure, the time; and what is none."""
import pytest

from loaders.indicators import Horizon, indicators, last_horizon


def read(text, **given):
    """Each figure as (holder, name, operator, value, unit, year, kind)."""
    return [(text[slice(*f.holder)] if f.holder else "", f.name, f.operator, f.value, f.unit, f.year, f.kind)
            for f in indicators(text, **given)]


def names(text, **given):
    return [(f.name, f.value) for f in indicators(text, **given)]


def test_targets_share_the_date_and_the_holder_stands_in_front():
    assert read("到2030年,滨江机场实现旅客吞吐量800万人次、货邮吞吐量5万吨,通航城市超过60个。") == [
        ("滨江机场", "旅客吞吐量", "=", 8000000, "人次", 2030, "target"),
        ("滨江机场", "货邮吞吐量", "=", 50000, "吨", 2030, "target"),
        ("滨江机场", "通航城市", ">", 60, "个", 2030, "target"),
    ]


@pytest.mark.parametrize(("text", "name", "value"), [
    ("全市灯具产业产值达到90亿元", "灯具产业产值", 9000000000),
    ("灯具产业占工业总产值比重超过8%", "灯具产业占工业总产值比重", 0.08),
    ("灯具本地配套率提高15个百分点", "灯具本地配套率提高", 0.15),  # a change keeps its verb
    ("灯具本地配套率提高到65%", "灯具本地配套率", 0.65),  # a level does not
    ("累计新增灯具企业近40家", "新增灯具企业", 40),
    ("引进6家灯具企业", "引进灯具企业", 6),
    ("推动30家传统企业转型", "推动传统企业转型", 30),
    ("培养灯具设计人才300名", "培养灯具设计人才", 300),
    ("灯具企业有52家", "灯具企业", 52),
    ("全区有52家灯具企业", "灯具企业", 52),
    ("规上灯具企业75家", "规上灯具企业", 75),
    ("工厂设计产能为45JPH", "工厂设计产能", 45),
    ("灯具用户累计超过20万", "灯具用户", 200000),
    ("这类灯具的产量占到一半", "这类灯具的产量", 0.5),
    ("推动实现使用闲置厂房面积4万平方米", "使用闲置厂房面积", 40000),
    ("具备年举办灯会12场的能力", "年举办灯会", 12),
    ("灯丝等零件的本地配套率在七成以上", "灯丝等零件的本地配套率", 0.7),
    ("新增灯具商户上万家", "新增灯具商户", 10000),
])
def test_frames(text, name, value):
    assert names(text) == [(name, value)]


def test_two_counts_share_their_verb():
    assert names("新建4家智能工厂和9个数字化车间") == [("新建智能工厂", 4), ("数字化车间", 9)]


def test_growth_and_share_speak_of_what_was_named_before():
    assert read("2023年,灯具出口12亿元,增长9.5%,占全市出口总值的3%") == [
        ("", "灯具出口", "=", 1200000000, "CNY", 2023, "achieved"),
        ("", "灯具出口增长", "=", 0.095, "1", 2023, "achieved"),
        ("", "灯具出口占全市出口总值", "=", 0.03, "1", 2023, "achieved"),
    ]


def test_figures_dealt_out_respectively():
    assert names("灯具、伞具、茶具出口分别增长1.5倍、2倍、2.5倍") == [
        ("灯具出口增长", 1.5), ("伞具出口增长", 2), ("茶具出口增长", 2.5)]


def test_a_change_from_a_base():
    [found] = indicators("灯具产量占全区产量的比重由上一年的4.5%跃升到31%", year=2023)
    assert (found.name, found.baseline, found.value) == ("灯具产量占全区产量的比重", 0.045, 0.31)


def test_what_a_region_holds():
    [found] = indicators("2021年上半年,滨江新区灯具产业产值增长12%")
    assert (found.name, found.holder, found.year, found.date) == ("灯具产业产值增长", (9, 13), 2021, "2021-06")


def test_goals_without_a_figure_need_a_date():
    assert [(f.name, f.level) for f in indicators("到2030年,灯具产业配套能力显著增强,产业规模进入全国前列")] == [
        ("灯具产业配套能力", "显著增强"), ("产业规模", "进入全国前列")]
    assert indicators("近年来灯具产业配套能力显著增强") == []


@pytest.mark.parametrize(("text", "expected"), [
    ("灯具产值90亿元,伞具产值8亿元,分别增长9%、4%", [("灯具产值增长", 0.09), ("伞具产值增长", 0.04)]),
    ("灯具业和伞具业实现较快增长,增速分别为9%、4%", [("灯具业增速", 0.09), ("伞具业增速", 0.04)]),
    ("国家级、市级灯具中心分别达到2个、9个", [("国家级灯具中心", 2), ("市级灯具中心", 9)]),
])
def test_dealt_out_without_a_list_beside_it(text, expected):
    assert names(text)[-2:] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("灯具产值比上年增长9%,较去年同期提高2个百分点", ["灯具产值比上年增长", "灯具产值较去年同期提高"]),
    ("灯具产值增长9%,增速高于全市平均水平2个百分点", ["灯具产值增长", "灯具产值增速高于全市平均水平"]),
    ("建成充电桩90个,其中,2021年建成20个", ["建成充电桩", "建成充电桩"]),
    ("收入超过10亿元的灯具企业突破40家", ["收入超过10亿元的灯具企业"]),  # the first figure is part of the name
    ("灯具厂将力争灯具产量突破3万盏", ["灯具产量"]),
    ("我市计划2024年建设90个充电桩", ["建设充电桩"]),
])
def test_names_built_from_what_stands_around(text, expected):
    assert [name for name, _ in names(text)] == expected


def test_the_clause_before_tells_of_the_holder():
    assert read("2019年,滨江灯厂投产,设计产能为45JPH,今后有望增至90JPH") == [
        ("滨江灯厂", "设计产能", "=", 45, "JPH", 2019, "achieved"),
        ("滨江灯厂", "设计产能", "=", 90, "JPH", 2019, "target"),
    ]


def test_a_place_or_thing_owns_its_measure_and_a_class_of_things_is_part_of_the_name():
    assert [row[:2] for row in read("新产业园的灯具产能为9万盏")] == [("新产业园", "灯具产能")]
    assert [row[:2] for row in read("灯管、灯丝等零件的配套率为9%")] == [("", "灯管、灯丝等零件的配套率")]


def test_an_actor_goes_on_to_act():
    assert [row[:2] for row in read("8月,灯具集团生产灯管300支,销售280支;伞具产值8亿元")] == [
        ("灯具集团", "灯管产量"), ("灯具集团", "销量"), ("", "伞具产值")]


@pytest.mark.parametrize(("text", "names", "expected"), [
    ("滨江市灯具产量5万盏", ["滨江市"], ("滨江市", "灯具产量")),
    ("明亮灯具滨江工厂设计产能为9万盏", ["明亮灯具", "滨江"], ("明亮灯具滨江工厂", "设计产能")),  # a firm's plant
    ("滨江市明亮灯具产量5万盏", ["滨江市", "明亮灯具"], ("明亮灯具", "产量")),  # the last of names in a row
    ("滨江有灯具企业5家", ["滨江"], ("滨江", "灯具企业")),
    ("滨江的灯具产量5万盏", ["滨江"], ("滨江", "灯具产量")),
    ("滨江市级灯具中心达到5个", ["滨江市"], ("", "滨江市级灯具中心")),  # the name goes on
    ("灯具产量占滨江市比重达到5%", ["滨江市"], ("", "灯具产量占滨江市比重")),  # only compared with
])
def test_a_known_name_in_front_holds_the_measure(text, names, expected):
    known = [(text.index(name), text.index(name) + len(name)) for name in names]
    [(holder, name, *_)] = read(text, known=known)
    assert (holder, name) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("灯具销售企业年销售额达到5亿元", ("", "灯具销售企业年销售额")),
    ("全市灯具企业累计新建9家智能工厂", ("全市", "灯具企业新建智能工厂")),
    ("全区灯具行业累计引进企业9家", ("全区", "灯具行业引进企业")),
])
def test_a_class_of_things_is_part_of_the_name(text, expected):
    assert [row[:2] for row in read(text)] == [expected]


@pytest.mark.parametrize(("text", "expected"), [
    ("8月生产节能灯300支", "节能灯产量"),
    ("8月生产企业300家", "生产企业"),  # the verb names the thing
    ("8月销售网点300个", "销售网点"),
    ("8月生产能力300支", "生产能力"),
])
def test_what_is_made_or_sold_is_an_output(text, expected):
    assert [name for name, _ in names(text, year=2023)] == [expected]


@pytest.mark.parametrize("text", [
    "提出了20条工作举措",  # counts words
    "支持灯厂、伞厂等8家单位联合攻关",  # a list's length
    "建设用时3年",  # a duration
    "占地约24万平方米",  # belongs to what is built
    "合同投资额达到2亿元以上的项目优先供地",  # restricts the noun behind it
    "单灯功率不低于350瓦的路灯全部更换",  # restricts too
    "对新开灯会给予50万元奖励,单个企业不超过100万元",  # a grant
    "按照第0134号提案办理",  # a number of a paper
    "推动千亿级灯具产业园建设",  # a class of size
    "建设灯具园、伞具园和茶具园三个平台",  # a list's length again
    "整灯企业有3家,分别是明亮、光华和灯塔",  # the length of a list that follows
    "开展灯具专项检查9次",  # how often something was done
    "其中一款灯具的功率是9千瓦",  # one thing that is shown, not the place
    "暂退比例提升至90%",  # the term of a rule
    "灯具是3个主导产业之一",  # one of several
    "其中伞具企业投入15亿元购置设备",  # money spent
    "市级按照灯具投资额的30%予以配套",  # the rate of a grant, of its base
    "灯具杯决赛的比分为3:1",  # a score
])
def test_no_indicator(text):
    assert indicators(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("到2027年,灯具产值达到9亿元", (2027, "target")),
    ("2021年,灯具产值达到9亿元", (2021, "achieved")),
    ("2027年,灯具产值达到9亿元", (2027, "target")),  # later than the document
    ("力争灯具产值达到9亿元", (None, "target")),
    ("截至2021年底,灯具产值达到9亿元", (2021, "achieved")),
    ("2025年前灯具产值达到9亿元", (2025, "target")),
    ("《灯具规划(2021—2035年)》提出,灯具产值达到9亿元", (None, "achieved")),  # a title dates nothing
])
def test_time_and_kind(text, expected):
    [found] = indicators(text, year=2023)
    assert (found.year, found.kind) == expected


def test_a_horizon_goes_on_through_the_paragraph_until_the_next_date():
    paragraph = "到2025年,灯具产值达到9亿元。灯具企业达到40家。2020年,灯具产值2亿元。"
    assert [(f.year, f.kind) for f in indicators(paragraph, year=2021)] == [
        (2025, "target"), (2025, "target"), (2020, "achieved")]
    assert last_horizon("到2025年,灯具产值达到9亿元", year=2021) == Horizon(2025, None, "target")


@pytest.mark.parametrize("mutated", [
    "到２０２５年，全市灯具产值达到９０亿元",  # width
    "到 2025 年,全市灯具产值达到 90 亿元",  # spaces
])
def test_width_and_spaces_change_nothing(mutated):
    assert names(mutated) == names("到2025年,全市灯具产值达到90亿元") == [("灯具产值", 9000000000)]


def test_a_lost_comma_before_a_name():
    assert names("现有整灯企业45零件企业达600家") == [("零件企业", 600)]


def test_names_stand_where_they_say():
    text = "到2025年,滨江新区灯具产值达到9亿元,引进6家灯具企业。"
    assert [text[f.name_start:f.name_end] for f in indicators(text)] == ["灯具产值", "灯具企业"]
