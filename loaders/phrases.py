"""Noun phrases: a run of words as the list of things that it names.

Official prose writes lists (A、B、C等企业), shares heads (客、货运航空公司) and modifiers (航空制造、飞机维修等项目), counts
(20家企业) and praises (全国领先的平台).
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.baring import OUTER, branch, single, strip
from loaders.extents import ends_in_state, in_one
from loaders.items import ACTORS, Item, top
from loaders.knowledge import listed as known
from loaders.lexicon import lexicon
from loaders.lists import examples, listed
from loaders.makeup import cited, is_firm, is_tally
from loaders.runs import crowd, split_list
from loaders.sharing import served
from loaders.whereabouts import standing, used
from loaders.words import Word

WAYS = ("方式", "形式", "手段", "途径", "渠道", "举措", "措施", "行为")
FIELDS = ("领域", "行业", "产业", "环节", "方向", "类")
COUNTS = {sign: n for n, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2} | {str(n): n for n in range(2, 10)}
VERBAL = frozenset({"either", "nominal", "weak"})
ENDS = VERBAL | {"noun", "join", "of", "bracket", "number"}  # what may stand at the end of a phrase behind its head
SORTS = ("技术", "战略", "产业", "业务", "经贸", "产学研")
WHERE = ("地区", "城市", "区域", "省市", "区县")
MEETING = ("合作", "协作", "交流", "对接")
ADVANCING = ("创新", "改造", "研发", "升级", "进步", "攻关")
CHANGED = ("发展", "改造", "应用", "推广", "运营", "化")
CHANGING = ("发展", "改造", "转型", "升级", "提升", "转型升级")
MUTUAL = ("衔接", "连接", "联通", "对接", "交汇", "贯通")  # 甲通道、乙走廊和丙带|衔接的枢纽: what it joins is listed
WHOSE = ("内部", "所属", "区域", "地区", "片区", "城市", "企业", "园区", "行业", "领域", "单位", "平台", "路段", "建成区")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The things that a run of words names, the class word that ends their list (…等汽车生产企业), and the verbal noun
    after them (…项目|建设)."""

    start: int
    end: int
    items: tuple[Item, ...]
    summary: Item | None = None
    tail: str = ""

    @property
    def named(self) -> tuple[Item, ...]:
        """Every item that names something: the list, and its class word where that is a name or a group of actors."""
        if self.summary is None:
            return self.items
        if self.summary.class_ in ("", "abstract", "Project") and self.summary.text.startswith(WHOSE) and len(self.summary.text) > 3:
            return (self.summary,)  # 甲区、乙路等区域景观照明: the things listed only say whose
        group = top(self.summary.class_) == "AgentGroup" and not self.summary.generic
        return (*self.items, self.summary) if not self.items or group or self.summary.quoted else self.items


def phrase(words: Sequence[Word], text: str) -> Phrase | None:
    """The phrase that `words` make, None where they name nothing."""
    words = examples(cited(strip(words)), text)
    body = strip(without_tail(words, text)) if words else words
    if not body:
        return None
    tail = text[body[-1].end:words[-1].end].strip(OUTER)
    if tail and len(body) > 2 and body[-1].kind in ("number", "measure") and any(word.kind == "join" for word in body):
        body = strip(body[:-1])  # 甲、乙三个|方向
    body, condition = restricted(body, text)
    etcs = [n for n, word in enumerate(body) if word.kind == "etc"]
    if not etcs and (count := counted(body)):
        etcs = [count]
    summary, more = summed(body[etcs[-1] + 1:], text) if etcs else (None, [])
    runs = split_list(body[:etcs[0]] if etcs else body)
    placed = None if etcs else standing(runs, text)
    items = [placed] if placed else listed(runs, text, summary) + more
    if summary and (thing := used(items, summary, text)):
        items, summary = [thing], None
    if etcs and body[etcs[0]].kind == "number" and COUNTS.get(body[etcs[0]].text[0]) == len(items) > 1 and summary and (
            top(summary.class_) == "AgentGroup" and summary.text in known("lists", "plain")):
        summary = None  # 甲、乙、丙三家骨干企业: these are all
    if items and summary and is_tally(summary.text):
        summary = None  # 甲部、乙部等五部门: how many they are, no group
    if etcs and ((summary.text if summary else "") + tail).startswith(known("lists", "sectors")):
        items = [sector(item) for item in items]
    if summary and summary.text.startswith(known("lists", "beside")):
        items = served(items, summary, text)
    if etcs and (summary.text if summary else tail).endswith(WAYS):
        items = [item for item in items if item.mark or item.quoted]  # 认购基金、参股等方式: what is listed are doings
    if summary and summary.condition and top(summary.class_) == "Policy" and not any(top(item.class_) in ACTORS for item in items):
        return None  # 加氢站、充电站等设施建设的规划: what is listed is not the papers
    if summary and items and summary.class_ == "AgentGroup" and summary.text.startswith(WHERE) and len(summary.text) > 4 and all(
            item.mark is not None and item.mark.classes[0] == "Region" for item in items):
        summary = replace(summary, start=summary.start + 2, text=summary.text[2:])  # 甲、乙等地区|零部件企业: theirs alone
        items = []
    if summary and "一体" in summary.condition and any(word.text.startswith("集") for word in words[:3]):
        items = []  # 集充电、加油等多位一体的服务站: what is listed is in it
    if summary and not items and (summary.generic or summary.text.startswith(FIELDS)) and top(summary.class_) == "AgentGroup":
        start = next(word.start for word in body if word.kind not in ("measure", "number"))
        # 工业软件、区块链等领域企业: what is listed says of which kind
        summary = replace(summary, start=start, text=text[start:summary.end], generic=False, whole=(start, summary.end))
    if not items and summary is None:
        return None
    if summary is None and len(items) > 1 and whose(items):
        items = items[-1:]  # 甲区、乙区特色资源
    items = items[next((n for n, item in enumerate(items) if n and item.join and item.condition.endswith(MUTUAL)), 0):]
    if condition:
        items = [replace(item, condition=text[words[0].start:item.start].strip(OUTER) if n == 0 and item.condition else condition,
                         whole=(words[0].start, item.end)) for n, item in enumerate(items)]
    return Phrase(words[0].start, words[-1].end, tuple(items), summary, tail)


def sector(item: Item) -> Item:
    """What is listed before 等领域 is a trade, whatever its last word says by itself (航空航天、轨道交通等领域)."""
    plain = item.class_ in ("", "abstract") or (item.generic and top(item.class_) not in ACTORS)
    return replace(item, class_="", shared="Technology", generic=False) if plain and not item.mark else item


def whose(items: Sequence[Item]) -> bool:
    """Whether the places listed only say whose the last thing is, which names nothing by itself."""
    last = items[-1]
    return last.class_ in ("", "abstract") and last.first is not None and all(
        item.mark is not None and top(item.mark.classes[0]) in ("Region", "Park") for item in (*items[:-1], replace(last, mark=last.first)))


def summed(words: Sequence[Word], text: str) -> tuple[Item | None, list[Item]]:
    """The class word behind 等, and what a count of its own sets beside it (等10家整车企业|和200家零部件企业)."""
    runs = split_list(words)
    if len(runs) > 1 and all(run[0].kind == "number" for _, run in runs[1:2]):
        found = [single(strip(run), text) for _, run in runs]
        return found[0], [item for item in found[1:] if item]
    if len(runs) == 2 and runs[0][1][0].kind == "number" and crowd(runs[0][1][-1]) and not crowd(runs[1][1][-1]):
        found = [single(strip(run), text) for _, run in runs]
        return found[0], [item for item in found[1:] if item]
    return single(strip(words), text), []


def restricted(words: Sequence[Word], text: str) -> tuple[Sequence[Word], str]:
    """A clause that opens the phrase (具有影响力的…) is the restriction of all that follows its 的."""
    of = next((n for n, word in enumerate(words) if word.kind == "of"), 0)
    if not of or not (words[0].kind in ("verb", "preposition", "either", "weak") or praised(words[:of]) or in_one(words[:of])):
        return words, ""
    first = next(n for n, word in enumerate(words) if word.kind not in ("measure", "number"))
    return words[of + 1:], text[words[first].start:words[of].start].strip(OUTER)


def praised(words: Sequence[Word]) -> bool:
    """Whether several words of praise stand side by side (产业链条完整、技术水平先进)."""
    runs = split_list(words)
    return len(runs) > 1 and all(ends_in_state(run[-1]) for _, run in runs)


def counted(words: Sequence[Word]) -> int | None:
    """The count that sums a list up before its class word (甲园、乙园和丙园|三大|片区), not that of its last item alone
    (11家整车企业和|500家|零部件企业, 甲厂与四川|8家企业)."""
    for n in range(1, len(words) - 1):
        before = words[n - 1]
        last = before.kind == "join" or (before.mark and before.mark.classes[0] == "Region" and words[n].text[-1] == "家")
        number = words[n].kind == "number" or (words[n].kind == "measure" and words[n].text[0] in COUNTS)
        if not last and number and words[n].text[-1] in "大家个座款" and words[n + 1].kind != "join" and any(
                word.kind == "join" for word in words[:n]):
            return n
    return None


def without_tail(words: Sequence[Word], text: str) -> Sequence[Word]:
    """The words before a verbal noun at the end (建设, 发展及验收工作), all of them where a name would lose its head."""
    body = list(words)
    last, alone = words[-1] if words else None, not any(word.kind == "etc" for word in words)
    changing = last is not None and (last.text.endswith(CHANGED) or (last.kind == "praise" and alone))
    ends = ENDS | {"praise"} if changing else ENDS  # 高质量|一体化|发展
    while len(body) > 1 and body[-1].kind in ends:
        if body[-1].kind == "number" or (body[-1].kind == "bracket" and branch(body, text)):
            return body
        name = text[body[0].start:body[-1].end]
        head = lexicon().head(name)
        abstract = head is not None and not head[1] and body[-1].text.endswith(head[0]) and not (
            body[0].kind == "quote" and head[0] in known("lists", "systems"))  # “1+3”产业体系
        if body[-1].kind == "of" and words[0].kind == "preposition":
            return words  # 基于甲技术的|服务
        if body[-1].kind in ("join", "of", "bracket", "praise") or abstract or (head is None and (
                body[-1].kind in VERBAL or (len(body) < len(words) and lexicon().has("beside", body[-1].text)))):
            body.pop()  # 软件企业|内部|孵化
            continue
        bare = body[-1].kind in ("either", "nominal") and head is not None and head[0] == body[-1].text and len(head[0]) == 2
        if bare and head and head[1] != "Event" and not trial(body, text):
            body.pop()
            continue
        behind = words[len(body)] if words[len(body):] else None
        if body[-1].text.endswith("化") and head is None and (behind is None or behind.text in CHANGING or behind.kind == "join"):
            body.pop()  # 装备制造业|高端化、智能化|改造
            continue
        if len(body) > 1 and body[-1].text in SORTS and words[len(body):] and (words[len(body)].text in MEETING or (
                crowd(body[-2]) and words[len(body)].text.startswith(ADVANCING))):
            body.pop()  # 领军企业|技术|合作, 企业|技术|创新能力
            continue
        break
    kept = text[body[0].start:body[-1].end]
    listed_before = any(word.kind == "etc" for word in body)
    named = body[-1].mark is not None or body[-1].kind == "quote" or listed_before or is_firm(split_list(body)[-1][1])
    runs = split_list(body)  # 甲基地、乙农业带|建设: one of them is a name with a head
    heads = [] if body[-1].text.endswith("化") else [lexicon().head(text[run[0].start:run[-1].end]) for _, run in runs[:-1]]
    return body if named or any(head and head[1] for head in (*heads, lexicon().head(kept))) else words


def trial(body: Sequence[Word], text: str) -> bool:
    """Whether a verbal noun behind a quoted name is what is called so (“甲通”改革|试点, but “甲脑”项目|试点), and a trial
    that is held is one (开展|服务外包|试点)."""
    before = lexicon().head(text[body[0].start:body[-2].end])
    held = body[-1].text == "试点" and text[:body[0].start].endswith(known("lists", "held"))
    return held or (any(word.kind == "quote" for word in body) and not (before and before[1]))
