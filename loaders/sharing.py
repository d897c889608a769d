"""Sharing: which items of a list have the class word of a later one: 固态、半固态电池; 整车、电池、电机企业."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.items import ACTORS, Item, top
from loaders.knowledge import listed as words_of
from loaders.lexicon import lexicon

SHORTEST = 5  # characters of a firm's short name with its trade
TOGETHER = ("和", "与", "及", "以及")
KIND = re.compile(r"(?:[充插增换燃油]\w{0,3}式|[两四]驱|[大中小微轻重]型|[ABCD]级)$")  # which vehicles, none itself
KINDS = ("Product", "Technology")
SITES = ("Platform", "Park", "Project")
SHARED = ("企业", "厂商", "供应商", "公司", "项目")


def own_word(item: Item, following: Item, last: Item) -> bool:
    """Whether a wording without a class stands for itself: as long as the last item with its class word rather than
    without (智能商铺、智慧商圈、智慧社区, but 软件开发、信息服务企业), or before a bare class word (空港、高速公路)."""
    head = lexicon().head(last.text)
    near = lexicon().head(following.text)
    joins = ("、", *TOGETHER) if top(last.class_) in KINDS else ("、",)  # 电芯制造和智能终端, but 开放测试和示范运营基地
    if following.join not in joins or len(item.text) < 2 or head is None:
        return False
    bare_word = near is not None and near[0] == following.text
    if following.join == "、" and bare_word and near and (not following.generic or lexicon().has("common", near[0])):
        return True
    bare = len(last.text) - len(head[0])
    goods = top(last.class_) in KINDS and len(item.text) > 3  # 车架纵梁、铝合金油箱
    return abs(len(item.text) - len(last.text)) < abs(len(item.text) - bare) + goods


def is_quality(item: Item) -> bool:
    """Whether a wording only praises what the list goes on with (高可靠、低时延的边缘计算技术)."""
    short = item.class_ in ("", "abstract") and not item.mark and len(item.text) < SHORTEST
    return short and item.text.startswith(("高", "低", "长", "强", "多")) and item.text.endswith(words_of("lists", "qualities"))


def is_state(item: Item) -> bool:
    """Whether a wording before 的 only says what the thing behind it is like (结构合理、供给充足的充电网络)."""
    return not item.mark and not item.quoted and len(item.text) <= SHORTEST and item.text.endswith(words_of("lists", "states"))


def spread(item: Item, rest: Sequence[Item]) -> Item | None:
    """The next thing of a list with whose class word a wording before it is one of several sorts (固态、半固态电池;
    再生铝、再生铜产业); with 和 alone it may be half a name (软件和信息服务业)."""
    last = next((after for after in rest if after.class_ not in ("", "abstract")), rest[-1])
    head = lexicon().head(last.text)
    plain = item.class_ in ("", "abstract") and not item.mark and len(item.text) > 1
    served = item.class_ == "Technology" and head is not None and head[0].endswith(words_of("lists", "serving"))  # 储能、光伏设施
    if not (plain or served) or item.text.endswith(("化", "性", "级")) or head is None or top(last.class_) not in (*KINDS, *SITES):
        return None
    row = "、" in (item.join, rest[0].join) or len(rest) > 1
    lends = len(last.text) > len(head[0]) and (head[0].endswith(words_of("lists", "lent")) or is_kind(item.text))
    return last if row and lends else None


def is_kind(name: str) -> bool:
    """Whether a wording only says which vehicles are meant (增程式, 四驱)."""
    return bool(KIND.search(name)) or name.endswith(words_of("wordings", "kinds"))


def sorted_out(items: list[Item]) -> list[Item]:
    """Each of the sorts that wait for a class word has it (纯电动、增程式汽车)."""
    found: list[Item] = []
    for n, item in enumerate(items):
        lender = spread(item, items[n + 1:]) if n + 1 < len(items) else None
        head = lexicon().head(lender.text) if lender else None
        if lender and head and not own_word(item, items[n + 1], lender):
            item = replace(item, name=item.text + head[0], class_="", shared=lender.class_, generic=False)
        found.append(item)
    return found


def headed(items: list[Item]) -> list[Item]:
    """Things before a class of actors or projects that are made or done share its class word (整车、电池、电机企业), and so do
    trades before a seat of theirs (新型显示、功率半导体产业基地)."""
    last = items[-1] if len(items) > 1 else None
    head = lexicon().head(last.text) if last else None
    if last and head and top(last.class_) == "Park" and not last.mark and head[0].endswith(words_of("lists", "housed")):
        trades = [item.class_ in ("", "abstract") or top(item.class_) in KINDS for item in items[:-1]]
        known = any(top(item.class_) in KINDS for item in items[:-1]) and len(last.text) > len(head[0])
        row = any(item.join == "、" for item in items)  # 关键材料|和|整车研发制造基地 is one seat
        return [*(replace(item, name=item.text + head[0], shared=last.class_, generic=False) for item in items[:-1]), last] if (
            known and all(trades) and row) else items
    if last is None or head is None or top(last.class_) not in ("AgentGroup", "Project") or head[0] not in SHARED:
        return items
    kind = lexicon().head(last.text.removesuffix(head[0]))
    if kind is None or kind[1] not in ("Product", "Technology") or any(
            top(item.class_) not in ("Product", "Technology") for item in items[:-1]):
        return items
    return [*(replace(item, name=item.text + head[0], shared=last.class_) for item in items[:-1]), last]


def served(items: Sequence[Item], summary: Item, text: str) -> list[Item]:
    """What is listed before 等配套设施 says what they serve (教育、医疗等配套设施 are one thing), unless it is works by itself."""
    uses = [item for item in items if top(item.class_) not in SITES and not (item.mark and top(item.class_) in ACTORS)]
    if not uses or summary.class_ not in ("", "Project") or items[-1] is not uses[-1]:
        return list(items)
    start = uses[0].start
    one = replace(summary, start=start, text=text[start:summary.end], class_="Project", generic=False, join=uses[0].join,
                  whole=(start, summary.end))
    return [*(item for item in items if item not in uses), one]
