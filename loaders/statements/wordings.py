"""Wordings: what an item is called and of which class by its words alone, and which wordings are nobody's name."""
from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from loaders.items import Item, top
from loaders.knowledge import group_of, listed
from loaders.lexicon import lexicon

ARTICLES = re.compile(r".{2,12}[一二三四五六七八九十0-9]+条(?:措施|政策|意见)?")
AMOUNT = re.compile(r"[约近超]?[\d.,]+[万亿]?[^\dA-Z]{0,3}(?:以上|左右|以内)?")  # 200台以上
NUMERAL = re.compile("[十百千万亿]+(?:[元级辆台套家个人吨亩]|大关|台阶|规模|公里)")  # 突破千亿元
PIECE = re.compile(
    "[0-9.]+[万亿][辆台套]|为(?:核心|主|辅|重点|主导)|[0-9]余?[人名家位]$"
    "|^其(?!他|余|它|林)|了(?!解)|一[辆座台批款条项种][\u4e00-\u9fff]|[这那][辆批家个些座款条]")  # a piece of a sentence
WORK = re.compile("[一-鿿]{0,8}[年日]产[0-9.]+[万亿]?[辆台套吨件只块支片颗][一-鿿]{1,14}(?:项目|工程|生产线|基地)")  # 年产9万套电机项目
EACH = re.compile("每[辆台座套家个户条款项]")  # 每辆车: no vehicle of its own
STANDARDS = re.compile("(?:(?:国家|行业|地方|团体|国际|企业)(?:级|标准)?(?:、|和|或|及|以及)?)+标准")  # 国家、行业标准: no paper of its own
GOVERNED = re.compile("[两二三四五六七八九](?:地|市|省市|区|县)(?:人民政府|政府|党委政府)?")
LAYOUT = re.compile("[一二两三四五六七八九十]+(?:核|心|区|极|园|城|谷|港|片区|组团)")  # “三核”: places in the plan of one
VERSIONED = re.compile("[0-9]+(?:[.][0-9]+)?$")  # “战略2.0”
LOAN = re.compile("[“「\"]([^”」\"]{1,10}贷)[”」\"](?:专属|特色|专项|系列|信贷|金融|贷款)*产品")  # “甲贷”专属产品
SEATS = ("研究机构", "研发机构", "科研机构", "检测机构", "培训机构", "分支机构", "院校", "学校")  # what is founded
QUOTES = "“”「」『』‘’"


def wording(item: Item, wanted: Container[str], lent: bool) -> tuple[str, str]:
    """What an item is called and its class; a `lent` class is that of the list which it stands in."""
    name, class_ = item.text, item.class_
    if lent:
        name, class_ = item.name, item.shared
    elif item.name and item.shared in ("", class_):
        name = item.name
    if class_ == "AgentGroup" and class_ not in wanted and "Institution" in wanted and name.endswith(SEATS) and len(name) > 4:
        class_ = "Institution"
    if class_ == "Product" and (loan := LOAN.fullmatch(name)):
        name, class_ = loan[1], "Instrument"
    if class_ != "?":
        return name, class_
    name = name.strip(QUOTES)
    return name, quoted_class(name, wanted) or item.shared


def quoted_class(name: str, wanted: Container[str]) -> str:
    """The class that a name in quotes shows by its end, "" where it shows none."""
    if wanted == {"Instrument"} and name.endswith(listed("wordings", "instruments")):
        return "Instrument"
    if "Park" in wanted and LAYOUT.fullmatch(name):
        return "Park"
    if ARTICLES.fullmatch(name):
        return "Policy"
    if name.endswith("制") and lexicon().head(name) is None:
        return "Policy"  # “链长制”
    return (lexicon().head(VERSIONED.sub("", name)) or ("", ""))[1]


def is_name(name: str) -> bool:
    """Whether a wording without a class word may be a name at all: neither abstract nor a number nor a single character."""
    head = lexicon().head(name)
    counted = name[0].isdigit() or NUMERAL.match(name)
    return len(name) > 1 and not counted and (head is None or bool(head[1])) and name not in lexicon().kinds


def is_fragment(name: str) -> bool:
    """Whether a wording is an amount or a piece of a sentence, which nothing is called."""
    if WORK.fullmatch(name):
        return False
    return bool(fragment().search(name) or PIECE.search(name) or AMOUNT.fullmatch(name))


@cache
def fragment() -> re.Pattern[str]:
    """Words that stand in sentences and in no name."""
    return re.compile(group_of("wordings", "spoken"))


def each_or_any(name: str, class_: str) -> bool:
    """Whether a wording means each or any of a kind (每辆车, 国家标准), or where something is (在甲区)."""
    where = name.startswith(("在", "到", "于")) and top(class_) in ("Region", "Park")
    return where or bool(EACH.match(name) or STANDARDS.fullmatch(name))
