"""Grants as measures say them: receiver, sum, rate, ceiling, tier, terms and payers; and what only looks like one."""
import pytest

from loaders.grants import grants


def read(text):
    """Each grant as (receiver, instrument, qualifiers)."""
    return [(text[slice(*g.beneficiary)] if g.beneficiary else None, g.instrument, dict(g.qualifiers))
            for g in grants(text)]


def payers(text):
    return [[(text[p.start:p.end], p.share) for p in g.payers] for g in grants(text)]


@pytest.mark.parametrize(("text", "receiver", "instrument", "qualifiers"), [
    ("对灯具企业给予50万元的一次性奖励", "灯具企业", "一次性奖励", {"amount": 500000, "unit": "CNY"}),
    ("对灯具企业,给予最高不超过200万元奖励", "灯具企业", "奖励", {"cap": 2000000, "unit": "CNY"}),
    ("对灯具企业,按照实际投资额的10%给予补助,单个企业年度补助不超过300万元", "灯具企业", "补助",
     {"rate": 0.1, "rateBase": "实际投资额", "cap": 3000000, "unit": "CNY", "capPer": "企业·年"}),
    ("对公用路灯,给予150元/千瓦的建设补贴,单站补贴最高不超过50万元", "公用路灯", "建设补贴",
     {"amount": 150, "unit": "CNY", "per": "千瓦", "cap": 500000, "capPer": "站"}),
    ("对灯具企业给予每年100万—500万元的资金奖励", "灯具企业", "资金奖励",
     {"amount": 1000000, "amountMax": 5000000, "unit": "CNY", "per": "年"}),
    ("给予灯具企业租金补贴", "灯具企业", "租金补贴", {}),
    ("对灯具项目免征配套费", "灯具项目", "免征配套费", {}),
])
def test_sums_rates_and_ceilings(text, receiver, instrument, qualifiers):
    assert read(text) == [(receiver, instrument, qualifiers)]


@pytest.mark.parametrize(("text", "receiver", "condition"), [
    ("对年产灯1万盏以上的灯具企业,给予20万元奖励", "灯具企业", "年产灯1万盏以上"),
    ("对运营企业新增节能灯,给予20万元奖励", "运营企业", "新增节能灯"),
    ("对在本市开店的企业,年销售达2亿元以上的,给予20万元奖励", "在本市开店的企业", "在本市开店,年销售达2亿元以上"),
    ("对在本市开店,且参加灯会的灯具企业,给予20万元奖励", "灯具企业", "在本市开店,且参加灯会"),
    ("对进入灯具百强企业名单的,给予20万元奖励", "灯具百强企业", "进入灯具百强企业名单"),
    ("根据服务绩效,对灯具服务平台给予20万元奖励", "灯具服务平台", "根据服务绩效"),
    ("支持建设灯具服务平台,根据服务绩效,择优给予单个平台20万元奖励", "灯具服务平台", "根据服务绩效,择优"),
    ("鼓励灯具协会落户本区,经区级备案的,由所在区给予20万元补助", "灯具协会", "落户本区,经区级备案"),
])
def test_the_head_receives_and_the_rest_is_condition(text, receiver, condition):
    [(found, _, qualifiers)] = read(text)
    assert (found, qualifiers["condition"]) == (receiver, condition)


def test_one_grant_a_tier():
    assert read("对新灯型,年销量达1万盏、5万盏,分别给予10万元、50万元的研发奖励") == [
        ("新灯型", "研发奖励", {"amount": 100000, "unit": "CNY", "tier": "年销量达1万盏"}),
        ("新灯型", "研发奖励", {"amount": 500000, "unit": "CNY", "tier": "年销量达5万盏"}),
    ]


def test_tiers_of_kinds_and_of_places():
    assert [(g[2]["tier"], g[2]["amount"]) for g in read("对灯具企业给予路灯20元/盏、台灯30元/盏补贴")] == [
        ("路灯", 20), ("台灯", 30)]
    found = read("对在城区和郊区新建充电桩分别给予15元/千瓦、20元/千瓦补贴")
    assert [(g[0], g[2]["tier"], g[2]["amount"]) for g in found] == [
        ("充电桩", "城区", 15), ("充电桩", "郊区", 20)]


def test_two_conditions_deal_out_one_sum():
    found = read("对灯具企业,台灯出口达1万盏的、路灯出口达2万盏的,分别给予5万元奖励")
    assert [(g[2]["tier"], g[2]["amount"]) for g in found] == [
        ("台灯出口达1万盏", 50000), ("路灯出口达2万盏", 50000)]


def test_a_list_keeps_the_class_word_that_its_items_need():
    assert [g[0] for g in read("对灯具制造、灯具维修等项目给予20万元补助")] == ["灯具制造、灯具维修等项目"]
    assert [g[0] for g in read("对灯具企业、灯具协会等单位给予20万元补助")] == ["灯具企业", "灯具协会"]
    assert [g[0] for g in read("对台灯、路灯等灯具运营企业给予20万元补助")] == ["台灯、路灯等灯具运营企业"]


def test_the_bound_of_the_first_figure_belongs_to_every_tier():
    found = read("对灯具企业营收首次突破1亿元、5亿元的,分别给予最高20万元、50万元奖励")
    assert [(g[0], g[2]["tier"], g[2]["cap"]) for g in found] == [
        ("灯具企业", "灯具企业营收首次突破1亿元", 200000), ("灯具企业", "灯具企业营收首次突破5亿元", 500000)]


def test_tiers_in_clauses_of_their_own():
    found = read("对灯具企业,台灯奖励2元/盏,路灯奖励9元/盏,单个企业每年不超过30万元")
    assert [(g[0], g[2]["tier"], g[2]["amount"]) for g in found] == [("灯具企业", "台灯", 2), ("灯具企业", "路灯", 9)]
    assert found[1][2]["capPer"] == "企业·年"


@pytest.mark.parametrize(("text", "receiver", "qualifiers"), [
    ("对灯具企业,按照国家到位经费15%,最高给予200万元配套资助", "灯具企业",
     {"rate": 0.15, "rateBase": "国家到位经费", "cap": 2000000, "unit": "CNY"}),
    ("对灯具中心给予设备金额30%的补贴", "灯具中心", {"rate": 0.3, "rateBase": "设备金额"}),
    ("对灯具站给予10元/千克、最高500万元的补贴", "灯具站", {"amount": 10, "unit": "CNY", "per": "千克", "cap": 5000000}),
    ("对灯具站按0.2元/千瓦时给予补贴(单站每年不超过20万元)", "灯具站",
     {"amount": 0.2, "unit": "CNY", "per": "千瓦时", "cap": 200000, "capPer": "站·年"}),
    ("对灯具企业,每年给予100万元奖励", "灯具企业", {"amount": 1000000, "unit": "CNY", "per": "年"}),
    ("按照中央补贴额的50%对氢能路灯进行市级配套补贴", "氢能路灯", {"rate": 0.5, "rateBase": "中央补贴额"}),
    ("图书批发和零售免征增值税", "图书批发和零售", {}),
    ("投入财政资金2亿元", None, {"amount": 200000000, "unit": "CNY"}),
])
def test_other_frames(text, receiver, qualifiers):
    [(found, _, said)] = read(text)
    assert (found, said) == (receiver, qualifiers)


@pytest.mark.parametrize(("text", "receiver", "condition"), [
    ("对按期开工的,给予项目方20万元奖励", "项目方", "按期开工"),
    ("灯具产值每增长5%,给予灯具企业5万元奖励", "灯具企业", "灯具产值每增长5%"),
    ("2022年建成并经认定的示范站,给予20万元补贴", "示范站", "2022年建成并经认定"),
    ("对灯具企业通过揭榜方式给予资金支持", "灯具企业", "通过揭榜方式"),
    ("对软灯企业给予补贴(迁移企业不得享受)", "软灯企业", "迁移企业不得享受"),
    ("在园区对灯具企业给予补贴", "灯具企业", "在园区"),
])
def test_receivers_and_terms_in_other_places(text, receiver, condition):
    [(found, _, said)] = read(text)
    assert (found, said["condition"]) == (receiver, condition)


def test_each_receiver_and_each_instrument_has_its_own_sum():
    assert [(g[0], g[2]["amount"]) for g in read("对首次认定的国家级灯具中心、市级灯具中心,分别给予100万元、50万元奖励")] == [
        ("国家级灯具中心", 1000000), ("市级灯具中心", 500000)]
    assert [(g[0], g[2]["amount"]) for g in read("对新获批的灯具企业奖励100万元、伞具企业奖励50万元")] == [
        ("灯具企业", 1000000), ("伞具企业", 500000)]
    assert [(g[1], g[2]["cap"]) for g in read("对引进的人才,给予最高30万元安家补贴和10万元启动经费")] == [
        ("安家补贴", 300000), ("启动经费", 100000)]


def test_terms_behind_the_grant():
    [(_, _, found)] = read("对灯具企业给予贷款贴息,贴息比例不超过50%,期限最长3年")
    assert found == {"condition": "贴息比例不超过50%,期限最长3年"}


def test_a_lost_comma_before_the_ceiling():
    assert read("对灯具企业给予50万元奖励单个企业不超过300万元") == [
        ("灯具企业", "奖励", {"amount": 500000, "unit": "CNY", "cap": 3000000, "capPer": "企业"})]


def test_the_year_of_a_grant():
    [(_, _, found)] = read("2022年,对灯具企业给予补贴")
    assert found["date"] == "2022"
    [(_, _, other)] = read("对2022年4月12日以后开店的灯具企业给予补贴")
    assert "date" not in other  # a day in a condition


def test_shares_of_payers():
    assert payers("对灯具企业给予补贴,市商务委、市财政局各按50%比例承担") == [[("市商务委", 0.5), ("市财政局", 0.5)]]
    assert payers("市级财政、企业所在区县财政分别按60%、40%比例,给予合计不超过500万元的补贴资金") == [
        [("市级财政", 0.6), ("企业所在区县财政", 0.4)]]
    assert payers("市、区县两级对灯具企业给予补贴") == [[("市、区县两级", None)]]
    assert payers("对灯具企业,由区财政局给予补贴") == [[("区财政局", None)]]
    assert payers("对灯具企业给予补贴,由市级财政、区级财政按7:3分担") == [[("市级财政", 0.7), ("区级财政", 0.3)]]


def test_a_sentence_without_receiver_goes_on_with_the_one_before():
    assert [(g[0], g[2].get("capPer")) for g in read("对灯具企业给予补贴。给予合计不超过500万元的补贴资金。")] == [
        ("灯具企业", None), ("灯具企业", "合计")]


def test_support_without_money_is_support():
    assert [g.relation for g in grants("对灯具企业,给予用地、人才等方面的重点支持")] == ["supports"]
    assert [g.relation for g in grants("对灯具企业给予一定资金支持")] == ["subsidizes"]


@pytest.mark.parametrize("text", [
    "上述奖励资金纳入年度预算",  # speaks of the grant
    "奖励申报办法另行通知",  # announces a paper
    "对违规企业不予补贴",  # denied
    "对灯具企业不给予奖励",  # one character more, and nothing is granted
    "取消给予灯具企业的补贴",  # taken away
    "灯具企业去年获得国家补贴500万元",  # received
    "获得奖励10万元以上的项目须公示",  # restricts
    "对获得市级奖励的灯具企业不再给予区级奖励",  # denied
    "发放创业贷款5亿元",  # lent
    "对骗取补贴资金的,追回已发放资金",  # taken back
    "依据《灯具企业给予补贴办法》",  # a title
    "授予灯具企业示范称号",  # an honour
    "推动灯具企业对接市场",  # 对 of another word
])
def test_no_grant(text):
    assert grants(text) == []


@pytest.mark.parametrize("mutated", [
    "对灯具企业，按照投资额的１０％给予补助，单个企业不超过３００万元",
    "对灯具企业,按照投资额的 10% 给予补助,单个企业不超过 300 万元",
])
def test_width_and_spaces_change_no_figure(mutated):
    [(receiver, _, found)] = read(mutated)
    assert (receiver, found["rate"], found["cap"], found["capPer"]) == ("灯具企业", 0.1, 3000000, "企业")


@pytest.mark.parametrize(("text", "receiver", "qualifiers"), [
    ("对换灯站运营企业,给予9万元奖励", "换灯站运营企业", {"amount": 90000, "unit": "CNY"}),  # the verb stands in the name
    ("对灯具企业运营换灯站,给予9万元奖励", "灯具企业", {"amount": 90000, "unit": "CNY", "condition": "运营换灯站"}),
    ("出台中心城区灯具业发展奖励办法,根据排名给予最高9万元的奖励", "中心城区", {"cap": 90000, "unit": "CNY", "condition": "根据排名"}),
    ("对路灯,给予300元/千瓦的补贴,单灯最高不超过6万元,单个企业年度不超过90万元", "路灯",
     {"amount": 300, "unit": "CNY", "per": "千瓦", "cap": 60000, "capPer": "灯", "condition": "单个企业年度不超过90万元"}),
])
def test_receivers_named_by_their_trade_or_their_rules(text, receiver, qualifiers):
    assert [(found, said) for found, _, said in read(text)] == [(receiver, qualifiers)]


def test_money_laid_out_by_the_subject_of_the_clause():
    [grant] = grants("市财政每年安排2亿元支持灯具企业发展")
    assert (grant.spent, dict(grant.qualifiers)) == (True, {"amount": 200000000, "unit": "CNY", "per": "年"})
    assert [grant.spent for grant in grants("由市财政对灯具企业给予9万元奖励")] == [False]
    assert grants("灯具企业每年安排2亿元采购灯管") == []  # bought, not given
