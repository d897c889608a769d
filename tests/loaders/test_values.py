"""Figures and dates as official texts write them, and what only looks like one."""
import pytest

from loaders.values import dates, deadline, period, quantities


def figures(text):
    return [(q.value, q.unit, q.operator) for q in quantities(text)]


@pytest.mark.parametrize(("text", "expected"), [
    ("全市桥梁36座", [(36, "座", "=")]),
    ("产量2.1万辆以上", [(21000, "辆", ">=")]),
    ("出口1,250.5亿元", [(125050000000, "CNY", "=")]),
    ("营收1万亿元", [(1000000000000, "CNY", "=")]),
    ("三亿五千万元", [(350000000, "CNY", "=")]),
    ("合同外资800万美元", [(8000000, "USD", "=")]),
    ("占比七成以上", [(0.7, "1", ">=")]),
    ("过半企业", [(0.5, "1", ">")]),
    ("提高12个百分点", [(0.12, "1", "=")]),
    ("百分之三十五", [(0.35, "1", "=")]),
    ("增长3.4倍", [(3.4, "倍", "=")]),
    ("用户超过500万", [(5000000, "", ">")]),
    ("节拍60JPH", [(60, "JPH", "=")]),
    ("上万家商户", [(10000, "家", ">")]),
    ("40余家门店", [(40, "家", ">")]),
    ("约24万平方米", [(240000, "平方米", "~")]),
    ("近20家", [(20, "家", "~")]),
    ("10家左右", [(10, "家", "~")]),
    ("不低于70千瓦", [(70, "千瓦", ">=")]),
    ("最高不超过300万元", [(3000000, "CNY", "<=")]),
    ("低于(含)15万元", [(150000, "CNY", "<=")]),
    ("高于（不含）15万元", [(150000, "CNY", ">")]),
    ("5000次及以上", [(5000, "次", ">=")]),
])
def test_value_unit_and_bound(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(("text", "low", "high", "unit"), [
    ("新建1—2家", 1, 2, "家"),
    ("100万—500万元", 1000000, 5000000, "CNY"),
    ("2.1万至3万辆", 21000, 30000, "辆"),
    ("5-10亿元", 500000000, 1000000000, "CNY"),  # the scale belongs to both
    ("30%~50%", 0.3, 0.5, "1"),
])
def test_ranges_fill_both_ends(text, low, high, unit):
    [found] = quantities(text)
    assert (found.value, found.value_max, found.unit) == (low, high, unit)


def test_from_to_is_a_change_and_no_range():
    assert figures("由5天到15天") == [(5, "天", "="), (15, "天", "=")]


def test_numbers_of_a_list_share_scale_and_unit():
    assert figures("分别为100、200、500万元") == [(1000000, "CNY", "="), (2000000, "CNY", "="), (5000000, "CNY", "=")]


def test_unit_price_keeps_its_base():
    [found] = quantities("每座桥补150元/千瓦")
    assert (found.value, found.unit, found.per, found.text) == (150, "CNY", "千瓦", "150元/千瓦")


@pytest.mark.parametrize("text", [
    "第0134号提案",  # an ordinal
    "前10座桥",  # a rank
    "2022年",  # a year
    "二○三五年",  # a year
    "5G基站",  # a name
    "问界M5",  # a model
    "C4地块",  # a plot
    "千亿级园区",  # a class of size
    "一次性奖励",  # a word
    "一个桥头堡",  # an article
    "2021成都车展",  # 成 of 成都
    "“9+3+5”格局",  # a slogan
    "电话67575783",  # no unit
    "万州",  # a place
    "灯丝等零件",  # 零 of a word
])
def test_no_quantity(text):
    assert quantities(text) == []


@pytest.mark.parametrize(("text", "mutated"), [
    ("达到1000家以上", "达到１０００家以上"),
    ("旅客6350万人次", "旅客 6350 万人次"),
    ("补贴500元/辆", "补贴５００元／辆"),
    ("占比40%", "占比４０％"),
])
def test_width_and_spaces_change_nothing(text, mutated):
    assert figures(text) == figures(mutated)
    [found] = quantities(mutated)
    assert mutated[found.start:found.end] == found.text


@pytest.mark.parametrize(("text", "expected"), [
    ("2022年8月19日", [("2022-08-19", None)]),
    ("2022 年 8 月", [("2022-08", None)]),
    ("到二○三五年", [("2035", None)]),
    ("2021—2035年", [("2021", "2035")]),
    ("“十四五”期间", [("2021", "2025")]),
    ("“十四五”末", [("2025", None)]),
    ("2022年上半年", [("2022-01", "2022-06")]),
    ("今年前8个月", [("2024-01", "2024-08")]),
    ("去年", [("2023", None)]),
    ("2022年为基数,上一年不计", [("2022", None), ("2021", None)]),  # relative to the year just named
    ("9月18日", [("2024-09-18", None)]),
    ("2022年1—9月", [("2022-01", "2022-09")]),
    ("1-10月份", [("2024-01", "2024-10")]),
    ("比去年提高,10月份", [("2023", None), ("2024-10", None)]),  # a comparison sets no year
    ("2021年底", [("2021-12-31", None)]),
    ("于2021上线", [("2021", None)]),  # 年 was lost
    ("202255日", []),  # unreadable
    ("2022年2月31日", []),  # no such day
    ("12个月", []),  # a duration
])
def test_dates(text, expected):
    assert [(when.iso, when.last) for when in dates(text, year=2024)] == expected


def test_relative_dates_need_a_year():
    assert dates("今年8月") == []


@pytest.mark.parametrize(("text", "expected"), [
    ("到2027年,建成桥梁", ("2027", "到2027年")),
    ("2022年12月底前完成", ("2022-12-31", "2022年12月底前")),
    ("本政策执行至2023年12月31日", ("2023-12-31", "执行至2023年12月31日")),
    ("2025年", ("2025", "2025年")),  # a table's cell
    ("持续推进", (None, "持续推进")),
    ("2023年前修桥;2024年前通车", ("2024", "2023年前修桥;2024年前通车")),
    ("截至2021年底,有桥100座", (None, None)),  # a state, no limit
    ("2022年8月19日印发", (None, None)),  # an event
])
def test_deadline(text, expected):
    assert deadline(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("2022年4月11日至2023年3月31日", ("2022-04-11", "2023-03-31")),
    ("2021年1月1日-2022年6月30日", ("2021-01-01", "2022-06-30")),
    ("至2022年12月31日", (None, "2022-12-31")),
    ("自印发之日起施行,有效期至2024年12月31日", ("2022-07-28", "2024-12-31")),
    ("自2023年1月1日起施行,有效期3年", ("2023-01-01", "2025-12-31")),
    ("长期", (None, None)),
])
def test_period(text, expected):
    assert period(text, issued="2022-07-28") == expected
