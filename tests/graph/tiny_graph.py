"""A graph that a reader can hold in mind: one plan of a city, two clauses, two firms, and what a news page says.

    市经济信息委 issues 智车计划 (2023-2025), which has the provisions 整车奖励 and 平台建设
    整车奖励 subsidizes 整车企业, 平台建设 builds 智车平台 and supports 甲车公司; 区政府 answers for 平台建设
    甲车公司 cooperates with 乙件公司, which lies in 渝北区, which lies within 重庆市
"""
from __future__ import annotations

from typing import Any

from ontology.records import Document, Entity, Evidence, Found, Mention, Section, Side, Statement
from ontology.vocabulary import vocabulary

PLAN_TEXT = """智车计划
一、整车奖励
对整车企业按5%给予最高500万元奖励。
二、平台建设
由区政府建设智车平台,支持甲车公司。
"""
NEWS_TEXT = "甲车公司与渝北区的乙件公司合作,拟在成都建厂。\n"
TEXTS = {"plan.txt": PLAN_TEXT, "news.txt": NEWS_TEXT}


def entity(id_: str, name: str, *classes: str, **more: Any) -> Entity:
    return Entity(id_, name, vocabulary().leaf_first(classes), **more)


ENTITIES = [
    entity("chongqing", "重庆市", "Region", aliases=("渝", "重庆"), identifiers={"gb2260": "500000"},
           mentions=(Mention("news", "news.txt", 5, 8, "渝北区"),)),
    entity("yubei", "渝北区", "Region"),
    entity("chengdu", "成都市", "Region"),
    entity("miit", "重庆市经济和信息化委员会", "Agency", aliases=("市经济信息委",), properties={"jurisdiction": "chongqing"}),
    entity("district", "渝北区人民政府", "Agency"),
    entity("plan", "智车计划", "Plan", identifiers={"number": "渝府〔2023〕1号"},
           properties={"documents": ["渝府〔2023〕1号"], "validFrom": "2023-01-01", "validTo": "2025-12-31"}),
    entity("reward", "整车奖励", "Provision"),
    entity("building", "平台建设", "Provision"),
    entity("makers", "整车企业", "AgentGroup"),
    entity("platform", "智车平台", "InformationPlatform"),
    entity("jia", "甲车公司", "Automaker", "PartsMaker"),
    entity("yi", "乙件公司", "PartsMaker"),
]

DOCUMENTS = [
    Document("渝府〔2023〕1号", "plan.txt", "智车计划", "plan", issuers=("miit",), number="渝府〔2023〕1号",
             written="2023-01-01", published="2023-01", url="https://city.example/plan",
             sections=(Section("", "智车计划", 0, 59), Section("一", "整车奖励", 5, 33),
                       Section("二", "平台建设", 33, 59))),
    Document("news", "news.txt", "甲乙合作", "news", published="2024", kind="digest",
             sections=(Section("", "甲乙合作", 0, 24),)),
]


def said(id_: str, subject: str, relation: str, object_: str, quote: str = "", status: str = "asserted",
         source: str = "plan.txt", **qualifiers: Any) -> Statement:
    """A statement that a text of ours says, with the sentence around it."""
    names = {one.id: one.name for one in ENTITIES}
    document = DOCUMENTS[0].id if source == "plan.txt" else "news"
    start = TEXTS[source].index(quote)
    place = TEXTS[source].find(names[object_])
    found = Found(place, place + len(names[object_]), names[object_]) if place >= 0 else None
    return Statement(
        id_, relation, vocabulary().relations_up(relation), Side(subject, names[subject]),
        Side(object_, names[object_]), qualifiers, status,
        Evidence(document, source, "一" if "整车" in quote else "", start, start + len(quote), quote, f"{relation}.cue",
                 object=found))


def known(id_: str, subject: str, relation: str, object_: str) -> Statement:
    """A statement of our own gazetteer."""
    names = {one.id: one.name for one in ENTITIES}
    return Statement(
        id_, relation, vocabulary().relations_up(relation), Side(subject, names[subject]),
        Side(object_, names[object_]), {}, "reference",
        Evidence("reference:regions", "names/regions.yaml", subject, 0, 0, "", "reference"))


STATEMENTS = [
    said("a1", "miit", "issues", "plan", "智车计划", date="2023-01-01"),
    said("a2", "plan", "hasProvision", "reward", "一、整车奖励"),
    said("a3", "plan", "hasProvision", "building", "二、平台建设"),
    said("a4", "reward", "subsidizes", "makers", "对整车企业按5%给予最高500万元奖励。", rate=0.05, cap=5000000,
         strength=4, condition="整车企业"),
    said("a5", "building", "builds", "platform", "由区政府建设智车平台"),
    said("a6", "building", "supports", "jia", "支持甲车公司", strength=4),
    said("a7", "district", "responsibleFor", "building", "由区政府建设智车平台", role="由"),
    said("b1", "jia", "cooperatesWith", "yi", "甲车公司与渝北区的乙件公司合作", source="news.txt", date="2024"),
    said("b2", "yi", "locatedIn", "yubei", "渝北区的乙件公司", source="news.txt"),
    said("b3", "jia", "locatedIn", "chengdu", "拟在成都建厂。", "proposed", source="news.txt"),
    known("r1", "yubei", "within", "chongqing"),
]
