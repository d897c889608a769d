"""Making: what a firm makes, told without a verb of making: 主要产品是A, 旗下有A、B等车型, 首款A下线, 在甲公司车间里A下线."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.clauses import Part
from loaders.items import Item, top
from loaders.phrases import Phrase
from loaders.referents.pointing import pointed
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.being.slots import own
from loaders.statements.being.witness import Witness, found, known
from loaders.statements.modality import modality
from loaders.statements.naming import place, read_span, refer, some

MAKERS = ("Firm", "Project", "Park", "Institution")
GOODS = ("Technology", "Product")
OFFERED = re.compile(
    "(?<!适配)(?<!兼容)(?<!支持)(?<!换电)(?<!对标)(?:主要|主打|核心|主导|代表|拳头|系列|旗下)*(?:产品线?|车型|品类|产品体系)$|"
    "(?:配套|供应|生产|制造|供货|主打|主营|研发|在售)的$")
OF_TRADE = re.compile(  # 甲区汽车产业…,产品涵盖乙: of no firm
    "[^,，。;；公司]{2,16}(?:产业|行业|产业链|产业集群|园区|全区|全市)(?![\u4e00-\u9fff]{0,4}(?:公司|企业))")
LINES = ("车型", "品牌", "车系", "系列", "产品", "系列产品", "车型产品", "家族", "新车", "主力车型")
DESCRIBED = re.compile(
    "(?:集|以|从事|生产|研发|专注于?|专攻|主攻|主营|制造|设计|做|提供)(?P<goods>[\u4e00-\u9fffA-Za-z0-9、]{2,40}?)"
    "(?:(?:等|的|、|和|及|与|产品|业务|领域)*(?:研发|研制|生产|制造|销售|设计|开发|服务|加工|组装|检测|售后|供应|研究|创新|集成|运营|贸易|技术)"
    "+)*(?:等?(?:于|为)一[体身]|为主业?|为核心|为主要业务|等)?的(?:[\u4e00-\u9fff“”]{0,14})(?:企业|公司|厂商|工厂|集团|供应商|服务商)$")
TRADED = re.compile("(?P<goods>[\u4e00-\u9fffA-Za-z0-9、和及]{2,24}?)"
                    "(?:制造商|生产商|生产企业|制造企业|生产厂家|供应商|生产基地)(?:之一)?$")
OPENED = re.compile("(?:一家|一个|国内|国际|全国|全球|世界|西南地?区?|西部|中国|本土|第[一二三四五]大?|最早|前[0-9一二三四五六七八九十]+强?"
                    "|头部|龙头|领先|知名|著名|重要|主要|最大|首家|唯一|专业|的)+")
SHOP = re.compile("(?:总装|焊装|冲压|涂装|生产|装配|智能|数字化|自动化|智慧)*(?:车间|生产线|产线|工厂|厂区|基地|厂房)[里内上中]?$")


def making(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """What a clause says of what is made."""
    said = {part.text for part in parts if part.kind in ("verb", "adverb")}
    if modality().unreal(said):
        return
    yield from ranged(witness, parts)
    yield from lined(witness, parts)
    yield from finished(witness, parts)
    yield from described(witness, parts)


def ranged(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """产品涵盖A、B; 配套的有A、B: the firm that the front names, or that the text speaks of, makes them."""
    at = next((n for n, part in enumerate(parts[1:-1], 1) if part.kind in ("verb", "preposition") and (
        part.text in known().be or part.text in modality().list or part.text in ("覆盖", "以", "为"))), None)
    after = parts[-1].phrase
    if at is None or after is None or parts[0].phrase is None:
        return
    front = witness.cast.text[parts[0].start:parts[at].start].rstrip("主要也还已均都")
    if front.endswith(("产品", "车型")) and parts[at].text in known().be and parts[at].kind == "verb":
        return  # what 是 and 有 say, `presence` reads
    offered = OFFERED.search(front)
    if offered:
        yield from made(witness, parts[0].phrase, after, witness.cast.text[parts[0].start:parts[0].start + offered.start()])


def lined(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """旗下有A、B等车型: it makes them."""
    after = parts[-1].phrase
    if len(parts) < 3 or after is None or after.summary is None or not after.summary.text.endswith(LINES):
        return
    verb = next((part.text for part in reversed(parts[:-1]) if part.kind == "verb"), "")
    if verb not in ("有", "拥有", "包括", "涵盖", "打造", "形成", "布局", "共有", "现有", "已有"):
        return
    firms = some(witness.cast, parts[0].phrase, ("Firm",)) or own(witness.cast, parts[0].start, parts[0].end)
    for firm in firms[:1]:
        for thing in some(witness.cast, after, ("Product",)):
            if len(after.items) > 1 or thing.ref.id in witness.cast.names.entries:
                yield witness.tied("produces", firm, thing, "line")


def finished(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲公司首款A下线: 甲公司 makes it; so does the firm in whose workshop it rolls off, or workers make it."""
    verb = parts[-1] if parts[-1].kind == "verb" else parts[-2] if parts[-1].phrase and len(parts) > 1 else None
    goods: Phrase | None = parts[0].phrase
    if verb is None or goods is None or verb.kind != "verb" or not (verb.text in known().rolls or verb.text in known().works):
        return
    shop = workshop(witness)
    if verb.text in known().works:
        hands = goods.named[-1].text in ("工人", "机器人", "机械臂", "员工", "技术人员", "工人们")
        for thing in some(witness.cast, parts[-1].phrase, GOODS) if shop and hands else ():
            yield witness.tied("produces", shop or thing, thing, "shop")
        return
    for item in goods.named[:1]:
        thing_ref = refer(witness.cast, item, GOODS) if not item.text.endswith(("首款", "首台", "首辆", "首批")) else None
        maker = next(iter(own(witness.cast, parts[0].start, item.start)), None) or opening(witness, item) or shop
        if thing_ref and maker and fits("produces", maker.ref.class_, thing_ref.class_):
            yield witness.tied("produces", maker, Actor(thing_ref, place(witness.cast, item)), "rolls")


def described(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲公司是一家生产A、B的企业, 是国内领先的A制造商: it makes A and B."""
    at = next((n for n, part in enumerate(parts[:-1]) if part.text in ("是", "为", "系", "作为", "也是", "成为", "就是")), None)
    if at is None:
        return
    front = next((part.phrase for part in reversed(parts[:at]) if part.phrase), None)
    makers = some(witness.cast, front, ("Firm",)) if front else witness.opening[:1]
    text = witness.cast.text[parts[at].end:parts[-1].end]
    opened = OPENED.match(text)
    told = DESCRIBED.search(text) or TRADED.fullmatch(text, opened.end() if opened else 0)
    first, last = (parts[at].end + one for one in told.span("goods")) if told else (0, 0)
    read = read_span(witness.cast, first, last) if told else None
    for maker in makers[:1]:
        for thing in some(witness.cast, read, GOODS) if top(maker.ref.class_) == "Firm" else ():
            yield witness.tied("produces", maker, thing, "described")


def opening(witness: Witness, item: Item) -> Actor | None:
    """The firm whose name opens the name of a product."""
    ref = witness.cast.of_mark(item.first) if item.first and top(item.first.classes[0]) == "Firm" else None
    return Actor(ref, found(item.first)) if ref and item.first else None


def workshop(witness: Witness) -> Actor | None:
    """The firm in whose workshop the sentence is (走进甲公司车间,…; 甲公司的生产线上,…)."""
    start = witness.span[0]
    clause = re.match("[^,，;；。]*(?=[,，])", witness.cast.text[start:witness.span[1]])
    said = re.sub("^(?:[^,，]{0,6}?(?:走进|来到|步入|记者在|在|进入|位于))", "", clause.group()) if clause else ""
    shop = SHOP.search(said)
    first = start + clause.end() - len(said) if clause else start
    return next(iter(own(witness.cast, first, first + shop.start())), None) if shop else None


def made(witness: Witness, front: Phrase | None, after: Phrase, words_: str = "") -> Iterator[Atom]:
    """主要产品是A、B: the firm or plant that the clause or sentence opens with, else the group spoken of or, in news, the
    company that the paragraph tells of, makes A and B."""
    own_ = some(witness.cast, front, MAKERS) if front else ()
    if front and words_:
        own_ = own_ or own(witness.cast, front.start, front.start + len(words_))
    makers = own_ or tuple(one for one in witness.opening if top(one.ref.class_) in MAKERS)[:1] or (
        (witness.group,) if witness.group else ())
    trade = OF_TRADE.match(witness.cast.text, witness.span[0], after.start)
    told = pointed(witness.cast, "公司", after.start) if not makers and witness.cast.telling and not trade else None
    makers = (Actor(told, None),) if told else makers
    for thing in some(witness.cast, after, GOODS):
        yield from (witness.tied("produces", maker, thing, "range") for maker in makers
                    if fits("produces", maker.ref.class_, thing.ref.class_))
