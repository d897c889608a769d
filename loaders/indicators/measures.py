"""Measures: whether words may carry a figure of its kind, and how they are spelled as the name of an indicator."""
from __future__ import annotations

import re

from loaders.indicators.edges import SHORTEST, ends_in, verbs
from loaders.knowledge import knowledge
from loaders.lexicon import lexicon
from loaders.values import Quantity

AGAINST = re.compile(r"占(?:全国|全市|全省|全球|全区)$|(?:高于|低于|快于|高出|低)(?:全市|全国|全省|全区|[^,]{0,4}平均(?:水平)?|同期)$")
NOTE = re.compile(r"(?<=..)\([^()]*\)$")  # 研究中心(实验室)2个
TRADED = re.compile("(?<![全各主行])(?:产业|产业集群|工业|制造业|服务业|经济|产业链|板块|赛道)$")  # 汽车产业突破千亿元
YIELD = re.compile("(?:可|能|能够|设计|规划|合计|总)*(?:每?[年月日]|每天|一年|一天|日均|年均)(?:最多|可以|可|能)*"
                   "(?:产出|产能|产|造出|造|供应|供)(?=..)")
ABLE = re.compile("^(?P<per>单?日均?|每日|每天|一天|全天|单[月年]|月均?|年均?|每[月年]|每小时|24小时内?)"
                  "(?:最多|至多|最高|可以|可望|可|能够|能)+")
CAPACITY = re.compile("^(?:年|日|月|每年|每天|每日|日均|年均|每小时|(?:24|12)小时内?)(?:最多|可以|可|能)*")
AREAS = ("平方公里", "平方千米", "亩", "公顷", "平方米")
LONG_MEASURE = 4
DRIVEN = ("跑出", "跑了", "行驶", "安全行驶", "安全运行")
MADE = ("Product", "Technology")


def spelled(name: str, quantity: Quantity) -> str:
    """The name without the words of being able, and with the measure that its unit shows (日均可服务9车次, 规划9平方公里)."""
    name = ABLE.sub(lambda said: said["per"], name)
    if quantity.unit.endswith("次") and re.search(f"{verbs()}$", name):
        return name + quantity.unit
    if name in DRIVEN:
        return "行驶里程"
    if quantity.unit in AREAS and name.endswith(("规划", "扩区", "扩园", "开发", "建成区")):
        return name + "面积"
    return re.sub("贡献(?![率度额值])", "", name, count=1) if ends_in(name, "measures") and len(name) > LONG_MEASURE else name


def output(name: str) -> str:
    """What is made or sold, as a measure: 生产灯管 counts 灯管产量, 生产企业 only itself."""
    outputs: dict[str, str] = knowledge("indicators")["outputs"]
    for verb, measure in outputs.items():
        rest = name.removeprefix(verb)
        head = lexicon().head(rest)
        thing = (head is None or head[1] in MADE) and not ends_in(rest, "things", "measures")
        if rest != name and (thing or not rest) and re.match(verbs(), name):
            return rest + measure
    return name


def measurable(name: str, kind: str, alone: bool) -> bool:
    """Whether a name can carry a figure of the kind: counts need a thing, the others a measure. A verb before and
    nothing behind the figure make a thing of words that no list holds (建成灯杆9根)."""
    if ends_in(name, "measures", "changes") or AGAINST.search(name) or (kind == "money" and TRADED.search(name)):
        return True
    if CAPACITY.match(name) and re.match(rf"{verbs()}..", CAPACITY.sub("", name)):
        return True
    if YIELD.match(name) and alone:  # 年产正极材料9万吨
        return True
    if kind == "measure" and (re.search("(?:规划|扩区|扩园|建成区)$", name) or name in DRIVEN):
        return True
    name = NOTE.sub("", name)
    verb, counts = re.search(verbs(), name), kind in ("count", "bare")
    rest = name[verb.end():] if verb else name
    if counts and verb and not rest and alone:  # 软件企业新增9家
        rest = name[:verb.start()]
    thing = lexicon().head(rest) is not None or ends_in(rest, "things") or (counts and alone and (name != rest or is_noun(rest)))
    long = kind == "measure" and rest.endswith(("道路", "线路", "路段", "跑道", "管道", "公路", "铁路", "管廊", "绿道"))
    return len(rest) >= SHORTEST and thing and (verb is not None or counts or long)


def is_noun(words: str) -> bool:
    """Whether words before a count are a noun that no list holds (短板车间9个): nothing in them is said of it."""
    plain = re.fullmatch("[\u4e00-\u9fff“”A-Za-z0-9]{2,14}", words) and not re.search(
        "[的了在与和及为由从向对将把被让是不每第各之其]", words)
    return bool(plain) and lexicon().kinds.get(words[-2:], "noun") in ("noun", "either") and not (
        ends_in(words, "not_nouns", "pieces") or words[-1] in "里中内上间下后前外侧时")
