"""Lists: what the runs between joins name; words are lent and shared among them (客、货运航空公司; 展会、论坛等活动)."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.baring import OUTER, single, strip
from loaders.extents import exemplary
from loaders.items import ACTORS, Item, top
from loaders.knowledge import listed as words_of
from loaders.lexicon import lexicon
from loaders.sharing import KINDS, SHORTEST, SITES, headed, is_quality, is_state, sorted_out, spread
from loaders.waiting import kinds_of_one, waits, whole_kind
from loaders.words import Word

RANKS = re.compile("(?P<ranks>[国省市区县州][家级内]?级?(?:[、和及][国省市区县州][家级]?级?)+)(?<=级)(?P<head>[^、和及]{2,})")
RANKED = re.compile("^(?:重点|重大|标志性|龙头|优质)(?=项目|工程)")  # 甲、乙等|重点|项目
SUM = re.compile("(?P<own>[^两三四五六七八九十]{1,12})[两三四五六七八九十]大(?P<kind>[^的]{2,8})$")
GROUPS = ("集团", "集团公司")
EDITION = re.compile("第[0-9一二三四五六七八九十百]+届")


def listed(runs: list[tuple[str, list[Word]]], text: str, summary: Item | None) -> list[Item]:
    """The items of a list; a run without a class of its own is a modifier shared with the run after it."""
    if work := one_work(runs, text):
        return [work]
    items: list[Item] = []
    held: list[Word] = []
    praised = len(text)  # where the row of what is said of the next thing begins
    sorts = all(run[-1].text.endswith("型") and lexicon().head(run[-1].text) is None for _, run in runs[:-1])
    for number, (join, run) in enumerate(runs):
        item = single(strip([*held, *run]), text)
        if edition := editions(run, runs[number + 1][1] if number + 1 < len(runs) else [], text):
            items.append(replace(edition, join=join))
            continue
        restricts = any(word.kind == "of" for _, after in runs[number + 1:] for word in after)
        if number + 1 < len(runs) and item and (is_quality(item) or (restricts and is_state(item))):
            praised = min(praised, run[0].start) if restricts else praised
            continue
        if item is None:
            continue
        if (said := item.restriction(text)) and praised < said[0]:
            item = replace(item, condition=text[praised:said[1]], whole=(praised, item.whole[1]))
        praised = len(text)
        item = undone(item) if len(runs) > 1 else item
        rest = [replace(undone(found), join=after[0]) for after in runs[number + 1:] if (found := single(strip(after[1]), text))]
        alone = sorts or whole_kind(run, text)
        here = replace(item, join=join)
        if summary is None and rest and waits(here, rest) and not alone and (kinds_of_one(here, rest) or not spread(here, rest)):
            held += run
            continue
        held = []
        items += [replace(one, join=join) for one in ranked(item)]
    items = of_a_sort(lend(summed(items)))
    if summary is None:
        return inherit(headed(sorted_out(items)))
    if top(summary.class_) == "AgentGroup":
        items = [own_firm(item) for item in items] if any(top(item.class_) == "Firm" for item in items) else items
        items = [item for item in items if item.mark or not given(item.text)]
        known = any(top(item.class_) in ("Firm", "Institution") for item in items) or 2 * sum(item.proper for item in items) >= len(items)
        firms = sum(top(item.class_) in ("Firm", "Product") and item.mark is not None for item in items)
        return [named for item in items if (named := member(item, firms > 1)) and (known or named.shared != "Firm")]
    return [share(item, summary) for item in items]


def examples(words: Sequence[Word], text: str) -> Sequence[Word]:
    """以甲、乙为代表的一批企业 as 甲、乙等一批企业: those who stand for a group of actors are some of it."""
    of = exemplary(words, 0) if words and words[0].text == "以" else 0
    group = single(strip(words[of + 1:]), text) if of else None
    if group is None or top(group.class_) != "AgentGroup":
        return words
    etc = words[of - 3] if words[of - 3].kind == "etc" else replace(words[of], kind="etc")
    return [*words[1:of - 2 - (etc is words[of - 3])], etc, *words[of + 1:]]


def one_work(runs: list[tuple[str, list[Word]]], text: str) -> Item | None:
    """甲公司电池|及|储能系统乙项目: the work of a firm, named by all that it makes."""
    if len(runs) != 2 or runs[1][0] not in ("及", "和", "与", "、"):
        return None
    (_, first), (join, last) = runs
    one, other = single(strip(first), text), single(strip(last), text)
    firm = one and one.first and top(one.first.classes[0]) == "Firm" and top(one.class_) in KINDS and not one.condition
    work = other and not other.mark and not other.condition and not other.count and other.text.endswith(("项目", "基地", "工程"))
    own = other and other.first and top(other.first.classes[0]) == "Firm"
    if not (firm and work) or own or len(other.text if other else "") <= 4:
        return None
    return single(strip([*first, Word(first[-1].end, last[0].start, join, "noun"), *last]), text)


def summed(items: list[Item]) -> list[Item]:
    """甲、乙|两大平台: how many there are of a kind is in nobody's name."""
    said = SUM.match(items[-1].text) if len(items) > 1 and not items[-1].mark else None
    if said is None:
        return items
    last = replace(items[-1], text=items[-1].text[:said.end("own")] + items[-1].text[said.start("kind"):], end=items[-1].end)
    return [*items[:-1], replace(last, text=items[-1].text, name=last.text)]


def editions(run: list[Word], after: list[Word], text: str) -> Item | None:
    """第三届 before 第四届年会 is 第三届年会."""
    said = EDITION.search(text, run[0].start, run[-1].end)
    other = EDITION.match(text, after[0].start, after[-1].end) if after else None
    last = single(strip(after), text) if said and said.end() == run[-1].end and other and other.end() < after[-1].end else None
    if said is None or other is None or last is None or last.class_ != "Event":
        return None
    return replace(last, start=said.start(), end=said.end(), text=said.group(), whole=(run[0].start, said.end()), generic=False,
                   name=said.group() + text[other.end():last.end], condition=text[run[0].start:said.start()].strip(OUTER))


def undone(item: Item) -> Item:
    """山地农业 in a list of what is done to things (支持甲园建设、山地农业发展、节水技术创新)."""
    deed = next((word for word in words_of("lists", "deeds") if item.text.endswith(word)), "")
    name = item.text.removesuffix(deed)
    head = lexicon().head(name) if deed and item.class_ in ("", "abstract") and not item.mark and len(name) > 2 else None
    return replace(item, text=name, end=item.end - len(deed), class_=head[1], generic=lexicon().has("generic", name),
                   whole=(item.whole[0], item.whole[1] - len(deed))) if head and top(head[1]) in (*KINDS, *SITES, "Instrument") else item


def given(name: str) -> bool:
    """Whether a wording says what somebody is given, and is nobody's name (购置税补贴)."""
    return lexicon().has("modifying", name[-2:]) or name.endswith(("赠送", "优惠"))


def ranked(item: Item) -> list[Item]:
    """国家级、市级创新中心 are two: each rank has the class word."""
    said = RANKS.fullmatch(item.text) if item.class_ and not item.mark else None
    if said is None:
        return [item]
    places = [found.span() for found in re.finditer("[^、和及]+", said["ranks"])]
    return [replace(item, start=item.start + first, text=item.text[first:], name=said["ranks"][first:last] + said["head"])
            for first, last in places]


def of_a_sort(items: list[Item]) -> list[Item]:
    """初创型、中小型及潜力较大的|软件企业: each sort has the class word."""
    if len(items) < 2 or not items[-1].class_ or any(item.class_ or not item.text.endswith("型") for item in items[:-1]):
        return items
    last = items[-1]
    own = re.match("[^、和及的]{1,4}型(?=..)", last.text)
    head = last.text[own.end() if own else 0:]
    whole_name = f"{last.condition}的{last.text}"
    named = replace(last, start=last.end - len(whole_name), name=whole_name, condition="", mark=None) if last.condition else last
    return [*(replace(item, name=item.text + head, class_=last.class_) for item in items[:-1]), named]


def share(item: Item, summary: Item) -> Item:
    """An item whose own words say another class, or none, is one of what the list's class word says (维修、仓储等项目)."""
    if item.class_ == summary.class_ or item.class_ == "?":
        named = item.class_ == "?" and summary.class_ == "Policy"  # “甲”“乙”等人才政策
        return replace(item, shared=summary.class_, name=item.text + summary.text if named else item.name)
    if top(summary.class_) in ("Project", "Platform", "Park") and not whole(item):
        return replace(item, shared=summary.class_, name=overlapped(item.text, RANKED.sub("", summary.text)))
    if summary.class_ == "Policy" and not is_titled(item) and not summary.generic and len(summary.text) > 2:
        return replace(item, shared="Policy", name=item.text + summary.text, generic=False)  # 甲、乙等专项规划
    if top(summary.class_) == "Event":
        return item if item.class_ or not item.proper else replace(item, shared="Event")
    if top(summary.class_) in KINDS and item.class_ == "abstract" and len(item.text) > 2:
        return replace(item, class_="", shared=summary.class_, generic=False)  # 车身控制、电池管理等应用软件
    return replace(item, shared=summary.class_) if not item.class_ else item


def overlapped(name: str, head: str) -> str:
    """A name with the class word behind it; what ends the one and opens the other is said once (甲汽车|汽车项目)."""
    same = next((size for size in range(min(len(name), len(head)) - 1, 1, -1) if name.endswith(head[:size])), 0)
    return name + head[same:]


def is_titled(item: Item) -> bool:
    """Whether an item is a paper by its title or its class word."""
    return item.class_ == "Policy" or (item.mark is not None and item.mark.kind == "title")


def whole(item: Item) -> bool:
    """Whether an item of a list is a named place or platform by itself (甲产业园、乙创新中心等重点项目)."""
    return top(item.class_) in ("Park", "Platform") and not item.generic


def own_firm(item: Item) -> Item:
    """金岭曲轴 beside firms is one: what ends with a part's name may be a firm's name as well as a part."""
    part = top(item.class_) in KINDS and not (item.mark or item.generic or item.first or item.quoted)
    return replace(item, class_="Firm") if part and len(item.text) <= SHORTEST else item


def called_group(item: Item) -> Item:
    """天原集团 beside firms is one, no class of them: two syllables that the lexicon does not know before its class word, and
    perhaps a trade between (绿野资本集团)."""
    head = lexicon().head(item.text)
    rest = item.text[:-len(head[0])] if head else ""
    coined = rest[:2] not in lexicon().kinds and not lexicon().head(rest[:2]) and (not rest[2:] or lexicon().has("trades", rest[2:]))
    if item.class_ == "AgentGroup" and head and head[0] in GROUPS and len(rest) >= 2 and coined:
        return replace(item, class_=lexicon().proper[head[0]])
    return item


def member(item: Item, beside: bool) -> Item | None:
    """A member of a list that ends in a class of actors: a known thing, or one whose wording may be a proper name; `beside`
    firms that are known it may be short (甲、理想、乙等车企), or a brand of one."""
    if item.mark:
        brand = beside and top(item.class_) == "Product"
        return item if top(item.class_) in ACTORS else replace(item, shared="Firm") if brand else None
    if top(item.class_) in ACTORS:
        return None if item.generic else called_group(item)
    if (item.class_ in ("", "Instrument") and (item.proper or beside or len(item.text) > 3)) or (
            item.class_ == "Product" and item.first and top(item.first.classes[0]) == "Firm"):
        return replace(item, class_="", shared="Firm")
    return None


def lend(items: list[Item]) -> list[Item]:
    """A bare class word takes the modifier of the item before it (软件业展会、论坛), a quote the class word after it."""
    given: list[Item] = []
    modifier = head = ""
    for number, item in enumerate(items):
        found = lexicon().head(item.text)
        if item.class_ == "?" and number + 1 < len(items) and (after := lexicon().head(items[number + 1].text)):
            if items[number + 1].text.startswith(("“", "「")) and after[1]:
                item = replace(item, class_=after[1], name=item.text + after[0])
        elif item.class_ == "Event" and modifier and head == "Event" and found and found[0] == item.text:
            item = replace(item, name=modifier + item.text, generic=False)
        elif found and found[1] and len(item.text) > len(found[0]) and not item.mark:
            modifier, head = item.text[:-len(found[0])], found[1]
        given.append(item)
    return given


def inherit(items: list[Item]) -> list[Item]:
    """Items without a class word take the class of those beside them (电机、电池、电控; 甲汽车、乙专用车)."""
    items = [called_group(item) for item in items] if any(top(item.class_) == "Firm" for item in items) else items
    firms = sum(top(item.class_) == "Firm" for item in items)
    if firms > 1:  # 甲公司、乙公司、丙牌: the firm behind the brand
        items = [replace(item, shared="Firm") if item.mark and top(item.class_) == "Product" and item.text.isalpha() else item
                 for item in items]
    if firms * 2 >= len(items) > firms:
        return [replace(item, class_="Firm", generic=False) if item.class_ in ("", "Product") and not item.mark
                and not item.owner and (item.proper or not item.class_) and not (item.first and item.first.classes[0] == "Agency") else item
                for item in items]
    classes = {top(item.class_) for item in items if item.class_}
    if len(items) > 1 and len(classes) == 1 and (shared := classes.pop()) in ("Technology", "Product", "Firm"):
        return [replace(item, shared=shared) if not item.class_ else item for item in items]
    return items
