"""The gazetteer: who is called what, what is told apart, and what a file of names must not say."""
from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import ChuanyuError
from ontology.names import Name, gazetteer, kind_sign, normal

HEAD = "source: 某公报\ndate: 2024-01\nofficial: false\nentries:\n"


def with_entries(folder: Path, entries: str) -> tuple[Path, ...]:
    (folder / "names").mkdir(exist_ok=True)
    (folder / "names" / "ours.yaml").write_text(HEAD + entries, encoding="utf-8")
    return (folder,)


def keys(text: str) -> list[str]:
    return [entry.key for entry in gazetteer().lookup(text)]


@pytest.mark.parametrize(("text", "key"), [
    ("重庆市经济信息委", "cq.jingxin"),
    ("重庆市地方金融监督管理局", "cq.local.finance"),  # renamed in 2024, texts before say it so
    ("中国人民银行重庆营业管理部", "cq.pboc"),
    ("银保监会", "cn.nfra"),
    ("四川省经济和信息化厅", "sc.jingxin"),
    ("成都市经信局市新经济委", "chengdu.jingxin"),  # one office with two name plates
    ("重庆市渝北区", "cq.yubei"),
    ("渝北", "cq.yubei"),
    ("成渝双城经济圈", "cy.circle"),
    ("两江新区管委会", "cq.liangjiang.committee"),
    ("西部科学城重庆高新区", "cq.gaoxin"),  # not the Science City, which is larger
    ("西部(重庆)科学城", "cq.science.city"),
    ("仙桃数据谷", "cq.xiantao"),
    ("中航锂电", "calb"),
    ("中国汽研", "caeri"),
    ("国办发〔2020〕39号", "cn.nev.plan"),
])
def test_a_name_finds_its_entry(text: str, key: str) -> None:
    assert keys(text) == [key]


def test_width_space_and_quotes_do_not_matter() -> None:
    assert normal("“一区 两群”") == normal("一区两群")
    assert keys("双城\u3000经济圈") == ["cy.circle"]


def test_homonyms_stay_visible() -> None:
    assert keys("中心城区") == ["cq.center", "sc.chengdu.center"]


def test_seres_is_four_things() -> None:
    entries = gazetteer().entries
    group, maker, brand, dfsk = (entries[key] for key in ("seres.group", "seres.auto", "brand.seres", "dfsk"))
    assert keys("小康股份") == [group.key] and group.identifiers == {"stock": "601127.SH"}
    assert keys("金康新能源") == [maker.key] and ("subsidiaryOf", "seres.group") in maker.links
    assert keys("东风小康") == [dfsk.key] and dfsk.classes == ("Automaker",)
    assert keys("赛力斯") == [brand.key, group.key], "a short name of the group and the brand's own"
    assert Name("赛力斯", "brand") in brand.names and brand.classes == ("Product",)
    assert keys("赛力斯集团") == ["seres.group"] and keys("赛力斯汽车") == ["seres.auto"]


def test_a_shared_name_is_no_alias() -> None:
    """赛力斯 finds the group and its brand, but names neither of them by itself."""
    names = gazetteer()
    assert names.shared("赛力斯") and not names.shared("赛力斯集团")
    assert names.aliases(names.entries["brand.seres"]) == ("SERES",)
    assert "赛力斯集团" in names.aliases(names.entries["seres.group"])
    assert "赛力斯" not in names.aliases(names.entries["seres.group"])


@pytest.mark.parametrize(("text", "other"), [
    ("龙头企业", "领军企业"),
    ("各区县政府", "有关区县政府"),
    ("市级有关部门", "市政府各部门"),
    ("配套企业", "零部件企业"),
    ("航空企业", "航空公司"),
    ("基地航空公司", "航空公司"),
    ("银行保险机构", "金融机构"),
    ("科研机构", "研发机构"),
    ("互联网企业", "软件企业"),
    ("成渝两地", "成渝地区双城经济圈"),
    ("成渝双城", "成渝地区双城经济圈"),
    ("川渝地区", "成渝地区"),
    ("充电桩", "充电站"),
    ("充电桩", "充电基础设施"),
    ("燃油汽车", "传统能源汽车"),
    ("线控制动", "制动系统"),
    ("固态电池", "全固态电池"),
    ("龙兴工业园", "龙兴新城"),
    ("再贷款", "再贴现"),
])
def test_what_is_wider_narrower_or_only_near_is_another_entry(text: str, other: str) -> None:
    assert keys(text) and keys(other) and not set(keys(text)) & set(keys(other))


@pytest.mark.parametrize("names", [
    ("整车企业", "汽车整车企业", "整车生产企业", "整车制造企业", "整车厂", "主机厂"),
    ("高校", "高等院校", "高等学校"),
    ("各区县政府", "各区县人民政府", "各区县（自治县）人民政府"),
    ("有关部门", "相关部门"),
])
def test_wordings_of_one_group(names: tuple[str, ...]) -> None:
    assert len({tuple(keys(name)) for name in names}) == 1


def test_a_joint_venture_is_nobodys_subsidiary() -> None:
    assert [relation for relation, _ in gazetteer().entries["changan.ford"].links] == ["locatedIn"]
    assert ("subsidiaryOf", "changan") in gazetteer().entries["deepal"].links


def test_a_group_tells_who_may_belong_to_it() -> None:
    assert gazetteer().lookup("主机厂")[0].members == {"classes": ("Automaker",)}
    assert gazetteer().entries["group.parts.match"].like == "group.parts"
    assert gazetteer().lookup("配套企业")[0].members == gazetteer().lookup("汽车零部件企业")[0].members
    assert gazetteer().entries["group.fuel.cell"].members["produces"] == ("tech.fuel.cell",)


def test_what_only_a_document_can_tell_is_no_name() -> None:
    for mention in ("我市", "我委", "全市", "市经信委", "市科技局", "省经济和信息化厅", "市政府", "两地"):
        assert keys(mention) == [], mention


@pytest.mark.parametrize(("key", "forms"), [
    ("cq.science", {"市科技局", "市科学技术局", "市科委"}),
    ("sc.jingxin", {"省经济和信息化厅", "省经信厅"}),
    ("chengdu.jingxin", {"市经信局", "市新经济委", "市经信局市新经济委"}),
    ("cq.tax", {"市税务局"}),
    ("cq.gov", {"市政府", "市人民政府"}),
])
def test_local_forms_are_computed(key: str, forms: set[str]) -> None:
    assert forms <= set(gazetteer().local_forms(gazetteer().entries[key]))


def test_no_local_form_without_the_regions_full_name() -> None:
    """重庆海关 is not called 市海关, a ministry has no local form."""
    assert gazetteer().local_forms(gazetteer().entries["cn.miit"]) == ()
    assert "市海关" not in gazetteer().local_forms(gazetteer().entries["cq.chief.customs"])


@pytest.mark.parametrize(("key", "sign"), [
    ("cq", "市"), ("sc", "省"), ("cq.yubei", "区"), ("cq.shizhu", "县"), ("sc.aba", "州"), ("cy.circle", None)])
def test_the_sign_of_a_region(key: str, sign: str | None) -> None:
    assert kind_sign(gazetteer().entries[key]) == sign


def test_a_district_is_within_its_city_by_reference() -> None:
    yubei = gazetteer().entries["cq.yubei"]
    assert yubei.links == (("within", "cq"),)
    assert yubei.identifiers == {"gb2260": "500112"}
    assert (yubei.file, yubei.official) == ("regions.yaml", True)


def test_all_districts_and_prefectures_are_there() -> None:
    def inside(region: str) -> int:
        return sum(("within", region) in entry.links and "gb2260" in entry.identifiers
                   for entry in gazetteer().entries.values())

    assert (inside("cq"), inside("sc"), inside("sc.chengdu"), inside("cn")) == (38, 21, 20, 34)


def test_former_names_have_their_year_and_risky_ones_stand_alone() -> None:
    assert Name("开县", "former", "2016") in gazetteer().entries["cq.kaizhou"].names
    assert Name("长寿", "short", whole=True) in gazetteer().entries["cq.changshou"].names  # 长寿命电池


def test_the_unofficial_part_can_be_switched_off(tmp_path: Path) -> None:
    both = gazetteer(with_entries(tmp_path, "  my.firm: {name: 某某汽车, classes: [Automaker], locatedIn: cq}\n"))
    assert [entry.key for entry in both.lookup("某某汽车")] == ["my.firm"]
    assert both.official().lookup("某某汽车") == ()
    assert both.official().lookup("重庆")[0].key == "cq"


@pytest.mark.parametrize(("entries", "message"), [
    ("  cq: {name: 甲市, classes: [Region]}\n", "entry cq: the key is taken by regions.yaml"),
    ("  a: {name: 甲厂, classes: [Factory]}\n", "entry a: needs classes of the ontology, has Factory"),
    ("  a: {name: 甲厂}\n", "entry a: needs classes of the ontology, has none"),
    ("  a: {classes: [Firm]}\n", "entry a: needs a name"),
    ("  a: {name: 甲厂, classes: [Firm], alias: 甲}\n", "entry a: 'alias' is no kind of a name"),
    ("  a: {name: 甲厂, classes: [Firm], short: [甲厂]}\n", "entry a: the name '甲厂' is empty or stands there twice"),
    ("  a: {name: \"甲\\x07厂\", classes: [Firm]}\n", "entry a: the name '甲\\x07厂' holds the control character U+0007"),
    ("  a: {name: 甲厂, classes: [Firm], former: {甲: 去年}}\n", "entry a: '去年' is no date"),
    ("  a: {name: 甲厂, classes: [Firm], former: [甲]}\n", "entry a: former must be a mapping"),
    ("  a: {name: 甲厂, classes: [Firm], stock: '625'}\n", "entry a: '625' is no stock"),
    ("  a: {name: 甲县, classes: [Region], gb2260: 50}\n", "entry a: '50' is no gb2260"),
    ("  a: {name: 甲厂, classes: [Firm], subsidiaryOf: b}\n", "entry a: points to 'b', which is in no file"),
    ("  a: {name: 甲厂, classes: [Firm], subsidiaryOf: cq}\n", "entry a: subsidiaryOf cq does not fit: cq is none of"),
    ("  a: {name: 甲局, classes: [Agency], jurisdiction: b}\n", "entry a: points to 'b', which is in no file"),
    ("  a: {name: 甲类, classes: [AgentGroup], members: {colour: [red]}}\n", "members cannot be told by 'colour'"),
    ("  a: {name: 甲类, classes: [AgentGroup], like: cq}\n", "entry a: is like 'cq', which has no members"),
    ("  a: {name: 甲类, classes: [AgentGroup], like: b, members: {classes: [Firm]}}\n", "entry a: has members of its own"),
    ("  a: {name: 渝北区, classes: [Region]}\n", "entry a: 渝北区 is already the full name of cq.yubei"),
    ("  a: {name: 甲厂, classes: [Firm]}\n  a: {name: 乙厂, classes: [Firm]}\n", "the same key twice"),
    ("  - a\n", "needs source, date, official and entries"),
])
def test_a_bad_file_is_refused_by_file_and_key(tmp_path: Path, entries: str, message: str) -> None:
    with pytest.raises(ChuanyuError) as refused:
        gazetteer(with_entries(tmp_path, entries))
    assert message in str(refused.value)
    assert "ours.yaml" in str(refused.value)
    assert "ours.yaml" in refused.value.zh != str(refused.value)


def test_our_files_are_sorted() -> None:
    entries = list(gazetteer().entries.values())
    for file in sorted({entry.file for entry in entries}):
        text = (Path(__file__).parents[2] / "ontology" / "names" / file).read_text(encoding="utf-8")
        found = [line.split(":")[0].strip() for line in text.splitlines() if line[:2] == "  " and line[2] not in " #"]
        assert found == sorted(found), file
