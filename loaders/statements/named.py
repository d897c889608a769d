"""Named: the things that a sentence names, whether or not it says anything of them."""
from __future__ import annotations

import re
from functools import cache

from loaders.clauses import Sentence, read_sentence
from loaders.course import Ref
from loaders.items import Item, top
from loaders.lexicon import lexicon, load
from loaders.referents.shortened import shortened
from loaders.referents.speakers import offices
from loaders.resolution import Cast
from loaders.statements.naming import refer
from loaders.statements.wordings import is_fragment
from loaders.words import marks_in

NAMED = frozenset({"AgentGroup", "Product", "Agency", "Firm", "Institution", "Association", "Event", "Platform", "Instrument", "Project"})
INNER = frozenset({"Region", "Park", "Platform", "Institution", "Event", "Firm", "Association", "Agency"})
BODIES = frozenset({"Firm", "Institution", "Association"})
COUNTRY = "cn"
SOMEWHERE = re.compile("^(?:国内|国外|海外|境外|全国|当地|对方)")
PLANS = ("规划", "条例")
JOINS = ("和", "与", "及")
PERSON = re.compile("(?:博士|先生|女士|同志|院士|教授)$")  # 公司总经理某某博士
QUOTED = re.compile("[“「](?P<name>[^”」]{4,20})[”」]")
SPIRIT = re.compile("(?:[、和及与][^，,。；;]{2,14}?)?的?精神")  # 甲大会和历次全会精神
SHORT, LONG = 3, 5


def named(cast: Cast, sentence: Sentence) -> None:
    """Remember the known names of a sentence, and the wordings whose class word makes them names."""
    phrases = [part.phrase for clause in sentence.clauses for part in clause.parts if part.phrase]
    items = [item for phrase in phrases for item in phrase.named if phrase.tail == "方面" or not offices().search(phrase.tail)]
    for item in items:
        ref = own_name(cast, item)
        if ref:
            cast.mention(ref, item.start, item.end)
        if item.condition:
            at = cast.text.index(item.condition, item.whole[0])
            named(cast, read_sentence(cast.text, at, at + len(item.condition), cast.marks))
        celebrated(cast, item)
        inside(cast, item)
    within(cast, sentence, items)


def own_name(cast: Cast, item: Item) -> Ref | None:
    """What an item names by itself; a trade (汽车产业) is named where something is said of it, a thing whose class word
    comes later (电池、电机企业) not at all."""
    lent = item.name and item.shared
    mark = None if lent and (item.shared == "AgentGroup" or not item.class_) else item.mark
    if item.class_ == "Event" and SPIRIT.match(cast.text, item.end):
        return None
    if mark and item.class_ == "Technology" and lexicon().has("topics", (lexicon().head(mark.text) or ("", ""))[0]):
        return None
    known = cast.of_mark(mark) if mark else None
    class_ = item.shared if lent else item.class_
    if class_ == "?":
        return refer(cast, item, NAMED)
    if known is None and class_ == "Policy" and cast.text[item.end:item.end + 1] in JOINS:  # 甲市产业规划|和发展情况
        return None
    return known or (cast.named(item.called, class_) if names_itself(item, class_) else shortened(cast, item.text, item.class_))


def within(cast: Cast, sentence: Sentence, items: list[Item]) -> None:
    """Remember the known names inside longer ones: whose plant, whose product. What opens the name of a body (四川某某学校,
    甲汽车销售公司) is a piece of that name, and so is the country's in any."""
    for mark in marks_in(cast.marks, sentence.start, sentence.end):
        if mark.kind != "title" and (mark.kind not in ("name", "defined") or top(mark.classes[0]) not in INNER):
            continue
        longer = [item for item in items if item.start <= mark.start and mark.end <= item.end and item.mark != mark]
        if top(mark.classes[0]) == "Event" and SPIRIT.match(cast.text, mark.end):
            continue  # whose spirit is invoked is named where a text rests on it
        if not any(top(item.class_) in BODIES or listed_firm(item) or COUNTRY in mark.keys for item in longer):
            ref = cast.of_mark(mark)
            if ref:
                cast.mention(ref, mark.start, mark.end)


def listed_firm(item: Item) -> bool:
    """Whether only the end of its list says that a wording is a firm's name (四川某某、成都某某等车企)."""
    return not item.class_ and top(item.shared) in ("Firm", "AgentGroup")


def celebrated(cast: Cast, item: Item) -> None:
    """Remember what a ceremony is held for (甲联盟成立大会)."""
    said = ceremony().search(item.text) if top(item.class_) == "Event" else None
    head = lexicon().head(item.text[:said.start()]) if said and said.start() >= LONG else None
    thing = cast.named(item.text[:said.start()], lexicon().proper.get(*head)) if said and head and head[1] in NAMED else None
    if said and thing:
        cast.mention(thing, item.start, item.start + said.start())


def inside(cast: Cast, item: Item) -> None:
    """Remember what is named in quotes inside a wording that names nothing (在支线产品“甲·乙快线”基础上)."""
    said = QUOTED.search(item.text) if item.class_ == "abstract" else None
    head = lexicon().head(said["name"]) if said else None
    if said and head and head[0] != said["name"] and head[1] in NAMED:
        start = item.start + said.start()
        cast.mention(cast.made(said["name"], head[1]), start, start + len(said.group()))


def names_itself(item: Item, class_: str) -> bool:
    """Whether a wording is a name by its class word alone: long enough, and no mere kind of works or people (货运航线)."""
    own = bool(item.first or item.proper or item.quoted)
    plan = class_ == "Policy" and item.first is not None and item.text.endswith(PLANS)
    told = plan or (own and class_ == "Park") or (class_ == "Technology" == item.shared)
    if (top(class_) not in NAMED and not told) or (class_ == "Product" and not (own or item.text.endswith("车"))) or item.generic or len(
            SOMEWHERE.sub("", item.text)) < (SHORT if own and class_ == "Park" else LONG):
        return False
    if is_fragment(item.text) or opens_with_verb(item.text) or (PERSON.search(item.text) and offices().search(item.text)):
        return False
    head = lexicon().head(item.called)
    holder = item.first and class_ == "AgentGroup" and top(item.first.classes[0]) in BODIES  # 甲院院士: an office, no group
    return head is None or not lexicon().has("common", head[0]) or (item.proper and not holder) or item.quoted


def opens_with_verb(text: str) -> bool:
    """Whether a wording begins with what is done (面向中小微企业), not with what a fund is for (引导基金)."""
    known = lexicon()
    first = next((text[:size] for size in (4, 3, 2) if known.kinds.get(text[:size]) == "verb"), "")
    return bool(first) and not known.has("modifying", first)


@cache
def ceremony() -> re.Pattern[str]:
    """成立大会, 开工仪式: what a ceremony is held for."""
    data = load("organizes")
    return re.compile(f"(?:{'|'.join(data['celebrates'].split())})(?:{'|'.join(data['ceremonies'].split())})")
