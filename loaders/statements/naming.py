"""Naming: the entity that an item of a phrase names, where the frame that asks wants its class."""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from loaders.clauses import Part
from loaders.items import ACTORS, Item, top
from loaders.lexicon import lexicon, load
from loaders.nearby import latest, shortened
from loaders.phrases import Phrase
from loaders.resolution import Cast, Ref
from loaders.statements.atoms import Actor
from loaders.statements.modality import modality
from ontology.records import Found

SUBJECTS = ACTORS | {"Policy", "Instrument", "Project", "Product"}
POINTING = ("Platform", "Park", "Project", "Product", "Event")
LATEST = ("新车", "全新车型", "新款车型")
ONE_OF_TWO = {"前者": 0, "后者": 1}
PLANTS = ("工厂", "厂区")
WORKSHOPS = re.compile("(?:总装|焊装|涂装|冲压|装配)(?:生产)?(?:线|车间)")  # of the plant spoken of
ARTICLES = re.compile(r".{2,12}[一二三四五六七八九十0-9]+条(?:措施|政策|意见)?")
AMOUNT = re.compile(r"[约近超]?[\d.,]+[万亿]?[^\dA-Z]{0,3}(?:以上|左右|以内)?")  # 200台以上
PIECE = re.compile(  # what no name holds: it is a piece of a sentence
    "了(?!解)|我们|他们|没有|不敢|如果|因为|怎么|什么|这么|足以"
    "|一[辆座台批款条项种][\u4e00-\u9fff]|[这那][辆批家个些座款条]")
STANDARDS = re.compile("(?:(?:国家|行业|地方|团体|国际|企业)(?:级|标准)?(?:、|和|或|及|以及)?)+标准")  # 国家、行业标准: no paper of its own
GOVERNED = re.compile("[两二三四五六七八九](?:地|市|省市|区|县)(?:人民政府|政府|党委政府)?")
EACH = re.compile("每[辆台座套家个户条款项]")  # 每辆车: no vehicle of its own
VERSIONED = re.compile("[0-9]+(?:[.][0-9]+)?$")  # “战略2.0”
VERSION = re.compile("(?:增程|纯电|插混|混动|四驱|两驱|长续航|标准续航|高配|低配|顶配|旗舰|豪华|运动|性能|入门|换电|燃油)"
                     "版(?:车型|本)?")  # of the model spoken of
LOAN = re.compile("[“「\"]([^”」\"]{1,10}贷)[”」\"](?:专属|特色|专项|系列|信贷|金融|贷款)*产品")  # “甲贷”专属产品
COMPANY = re.compile("[^,，、的]{4,24}?有限公司")
DELEGATE = re.compile("[\u4e00-\u9fff]{0,6}?(?:(?:人大|政协|人民代表大会|党代会)(?:代表|委员)|代表团)")  # speaks for himself
KIND = re.compile(  # which vehicles, none itself
    r"(?:[充插增换燃油]\w{0,3}式|电动|混动|混合动力|增程|燃料|[两四]驱|[大中小微轻重]型|[ABCD]级)$")
QUOTES = "“”「」『』‘’"
SEAT = "总部"


def refer(cast: Cast, item: Item, classes: Iterable[str], unnamed: str = "") -> Ref | None:
    """The entity of an item, None where its class is not wanted or it names nothing.

    `unnamed` is the class of a wording that shows none.
    """
    wanted = frozenset(classes)
    if "Firm" in wanted and (firm := seated(cast, item)):
        return firm
    item = within(item)
    name, class_ = item.text, item.class_
    if item.name and item.shared and top(item.shared) in wanted and top(class_) != top(item.shared):
        name, class_ = item.name, item.shared
    elif item.mark:
        ref = cast.of_mark(item.mark)
        return ref if ref and top(ref.class_) in wanted else None
    elif item.name and item.shared in ("", class_):
        name = item.name
    if class_ == "Product" and (loan := LOAN.fullmatch(name)):
        name, class_ = loan[1], "Instrument"
    if class_ == "?":
        name = name.strip(QUOTES)
        lends = name.endswith(("贷", "保", "险", "券")) and wanted == {"Instrument"}
        class_ = "Instrument" if lends else "Policy" if ARTICLES.fullmatch(name) else (
            lexicon().head(VERSIONED.sub("", name)) or ("", ""))[1] or item.shared
    if not class_ and not item.mark and top(item.shared) == "Product" and KIND.search(name):
        return None
    if unnamed and class_ == "Firm" and item.first and top(item.first.classes[0]) == "Firm":
        class_ = unnamed
    if class_ in ("", "Firm") and "Firm" in wanted and not item.mark and (firm := shortened(cast, name, "Firm")):
        return firm
    class_ = class_ or item.shared or (unnamed if is_name(name) else "")
    if not class_ or class_ == "abstract" or top(class_) not in wanted or EACH.match(name) or STANDARDS.fullmatch(name):
        return None
    if name.startswith(("在", "到", "于")) and top(class_) in ("Region", "Park"):
        return None
    if item.generic and name == item.text:
        if not item.condition or top(class_) != "AgentGroup":
            return None
        name = cast.text[item.whole[0]:item.whole[1]]
    ref = cast.named(name.strip(), class_) if 1 < len(name) <= 60 and not PIECE.search(name) and not AMOUNT.fullmatch(name) else None
    maker = item.first or (item.owner if top(class_) in ("Product", "Technology") else None)
    if ref and maker and top(maker.classes[0]) == "Firm" and (firm := cast.of_mark(maker)):
        cast.owners.setdefault(ref.id, firm)
    return ref


def within(item: Item) -> Item:
    """先导区内 is in the 先导区."""
    if item.first and not item.mark and GOVERNED.fullmatch(item.text[item.first.end - item.first.start:]):  # 甲市、乙市两地政府
        return replace(item, text=item.first.text, end=item.first.end, class_=item.first.classes[0], mark=item.first, first=None)
    inner = item.text.removesuffix("范围").removesuffix("内").removesuffix("范围")
    head = lexicon().head(inner) if inner != item.text and len(inner) > 3 and not item.mark else None
    return replace(item, text=inner, class_=head[1], end=item.end - (len(item.text) - len(inner)),
                   name="") if head and head[1] in ("Park", "Region") else item


def seated(cast: Cast, item: Item) -> Ref | None:
    """甲公司总部, 甲公司的总部: where it is 甲公司 is."""
    mark = item.first if item.first and item.text == item.first.text + SEAT else item.owner if item.text == SEAT else None
    firm = cast.of_mark(mark) if mark else None
    return firm if firm and top(firm.class_) == "Firm" else None


def is_name(name: str) -> bool:
    """Whether a wording without a class word may be a name at all: neither abstract nor a number nor a single character."""
    head = lexicon().head(name)
    return len(name) > 1 and not name[0].isdigit() and (head is None or bool(head[1])) and name not in lexicon().kinds


def place(cast: Cast, item: Item) -> Found:
    """The characters that name an item: with its restriction where the class word alone names nothing."""
    start, end = item.whole if item.generic and item.condition else (item.start, item.end)
    return Found(start, end, cast.text[start:end])


def actors(cast: Cast, phrase: Phrase | None, classes: Iterable[str] = SUBJECTS, crowds: bool = False) -> tuple[Actor, ...]:
    """The actors that a phrase names; none unless everything in it is one. With `crowds` a bare class of them is one
    (鼓励|企业|…: whatever firms there are)."""
    if phrase is None or (phrase.tail and phrase.named[-1].class_ == "?"):  # “甲贷”|数据服务 acts, not 甲贷
        return ()
    found = [Actor(ref, None if WORKSHOPS.fullmatch(item.text) else place(cast, item)) for item in phrase.named
             if (ref := refer(cast, item, classes) or spoken_of(cast, item, classes) or (crowd(cast, item) if crowds else None))]
    named = [item for item in phrase.named if not item.generic]
    return tuple(found) if found and len(found) >= len(named) else ()


def crowd(cast: Cast, item: Item) -> Ref | None:
    """The class of actors that a bare class word names."""
    return cast.named(item.text, item.class_) if item.generic and item.class_ == "AgentGroup" else None


def joined(cast: Cast, parts: Sequence[Part], at: int) -> tuple[Actor, ...]:
    """The actors of the phrase at `at`, with those that 和 or 与 joins to it (A等与B共同…)."""
    first = actors(cast, parts[at].phrase)
    after = parts[at + 1:at + 4]
    if not first or len(after) < 3 or after[0].kind != "join" or not after[1].phrase:
        return first
    together = after[2].text in ("共同", "联合") or after[2].text in modality().joint
    return first + actors(cast, after[1].phrase) if together else first


def spokesman(cast: Cast, phrase: Phrase) -> tuple[Actor, ...]:
    """Who lets somebody speak (甲公司总裁李明, 渝北区有关负责人): the firm, body or place whose name opens the phrase."""
    if DELEGATE.match(cast.text, phrase.start, phrase.end):
        return ()
    office = offices().search(cast.text, phrase.start, phrase.end)
    if office and (firm := shortened(cast, cast.text[phrase.start:office.start()].strip(), "Firm")):
        return (Actor(firm, Found(phrase.start, office.start(), cast.text[phrase.start:office.start()])),)
    mark = next((mark for mark in cast.marks if mark.start == phrase.start), None)
    company = COMPANY.match(cast.text, phrase.start, office.start()) if office and mark else None
    if company and mark and company.end() > mark.end:  # 重庆甲|新能源汽车有限公司市场部总经理
        firm = cast.named(company[0], "Firm")
        return (Actor(firm, Found(company.start(), company.end(), company[0])),) if firm else ()
    if office and (mark is None or mark.end < office.start()) and (body := titled(cast, Found(
            phrase.start, office.start(), cast.text[phrase.start:office.start()]))):
        return (body,)
    if mark is None or top(mark.classes[0]) not in ACTORS or not offices().search(cast.text, mark.end, phrase.end):
        return ()
    ref = cast.of_mark(mark)
    return (Actor(ref, Found(mark.start, mark.end, mark.text)),) if ref else ()


def titled(cast: Cast, found: Found) -> Actor | None:
    """The association or firm that no list holds, whose name goes before an office (甲市汽车商会|秘书长李明)."""
    head = lexicon().head(found.text)
    class_ = lexicon().proper.get(head[0], head[1]) if head and len(found.text) > len(head[0]) + 2 else ""
    ref = cast.named(found.text, class_) if class_ in ("Association", "Firm", "Institution", "Alliance") else None
    return Actor(ref, found) if ref else None


@cache
def endings() -> dict[str, tuple[str, ...]]:
    """How the names end that a bare class word may point at: 大赛 is a …挑战赛."""
    return {word: tuple(ends.split()) for word, ends in load("endings").items()}


@cache
def offices() -> re.Pattern[str]:
    """The offices of those who speak for somebody."""
    return re.compile("|".join(load("speech")["offices"].split()))


def spoken_of(cast: Cast, item: Item, classes: Iterable[str]) -> Ref | None:
    """A bare class word as subject (平台, 基地) is the last thing spoken of that is called so."""
    if item.text in ONE_OF_TWO:
        one = cast.couple[ONE_OF_TWO[item.text]] if cast.couple else None
        return one if one and top(one.class_) in classes else None
    if item.text == SEAT:
        return latest(cast.firms(item.start)) or cast.before(cast.topic, item.start)
    if item.class_ == "?" and len(item.text) > 3:
        return cast.holding(item.text.strip(QUOTES), classes, item.start)
    if VERSION.fullmatch(item.text) and "Product" in classes:
        return cast.last("Product", "", item.start)
    if item.text in PLANTS and item.generic and (plant := cast.named_so(item.text, item.start)):
        return plant if top(plant.class_) in classes else None
    if WORKSHOPS.fullmatch(item.text) and (plant := cast.named_so("工厂", item.start)):
        return plant if top(plant.class_) in classes else None
    bare = item.generic and not item.condition and not item.count and top(item.class_) in POINTING
    if not bare or top(item.class_) not in classes or (top(item.class_) == "Product" and not item.text.startswith(LATEST)):
        return None
    kind = ("项目", "") if item.text == "项目" else (item.text if top(item.class_) in ("Platform", "Event") else "",)
    called = endings().get(item.text) or kind
    return next((ref for end in called if (ref := cast.last(top(item.class_), end, item.start))), None)


def some(cast: Cast, phrase: Phrase | None, classes: Iterable[str]) -> tuple[Actor, ...]:
    """The things of these classes that a phrase names beside others."""
    if phrase is None:
        return ()
    return tuple(Actor(ref, place(cast, item)) for item in phrase.named if (ref := refer(cast, item, classes)))
