"""Items: one thing that a phrase names, its name kept apart from what restricts, counts and praises it."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from loaders.knowledge import listed as words_of
from loaders.lexicon import lexicon
from loaders.makeup import is_coined, is_counter, is_firm, is_proper, is_title, keeps, opens, own, sized, without_count
from loaders.words import Mark, Word
from loaders.words.word import is_region
from ontology.vocabulary import vocabulary

ACTORS = frozenset({"Agency", "Firm", "Institution", "Association", "AgentGroup", "Region", "Park", "Platform",
                    "Person"})
MODEL = re.compile(r"[\u4e00-\u9fff]{1,6}[A-Z][A-Za-z-]{0,5}[0-9]{1,3}[A-Za-z]{0,4}(?:-[A-Z])?")
NUMBERED = re.compile(r"[A-Z]{0,5}-?[0-9]{1,3}[A-Za-z+-]{0,6}|[A-Z][A-Z0-9-]{1,6}")
ORDINAL = re.compile("第[一二三四五六七八九十]+[条个家座款]")  # 第三条同类线路 names nothing
LINE = re.compile("[\u4e00-\u9fff]*(?:公交|巴士|专线|轨道交通|地铁|观光|环)[\u4e00-\u9fff]*[A-Z]?[0-9]{1,4}(?:路|号?线)")  # 公交3路
APPOSED = ("Product", "Platform", "Event", "Project", "Instrument")  # 平台“甲通”
CLASSES = ("企业", "代工企业", "车企", "巨头", "龙头", "厂商", "供应商", "制造商", "生产商", "独角兽", "厂家",
           "服务商", "运营商", "集成商", "开发商", "配套商", "公司", "上市公司", "合资公司", "合资企业", "项目公司",
           "子公司", "新公司")
PLACE = re.compile("[（(](?:[\u4e00-\u9fff]{2,3}[市省区县]?)[)）]")
TOGETHER = ("双方", "两方", "三方", "四方", "五方", "多方", "各方")
AFFILIATES = ("科技", "金融科技", "物流", "资本", "投资", "控股", "实业", "集团", "出行", "智能科技",
              "新能源科技")  # 甲汽车|金融科技
PARTIES = ("一方", "方面", "方", "两家", "三家", "两地", "三地", "四地", "五地", "两市", "三市", "两区", "三区", "两县", "三县", *TOGETHER)
CLOSED = ("”", "」", "』", '"')
WORKS = (("项目", "Project"), ("工程", "Project"), ("生产线", "Project"), ("产线", "Project"))
ISSUING = ("出台", "发布", "推出", "印发", "制定", "出台了", "发布了", "推出了", "印发了")  # 出台|科技创新十条
OUTER = " 　的"
LONE = OUTER + '“”"—–'


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a phrase names: the characters of its name, its class ("" where none shows), its restriction.

    `shared` is the class that only the list's last word gives (…等项目), `generic` says that the name alone
    names nothing (企业), `whole` are the characters with restriction and count, `name` is the name where it takes
    words from its neighbours (展会、论坛), `owner` the one name before 的 (甲公司的工厂), `first` the name that opens a
    longer wording (甲公司二期项目).
    """

    start: int
    end: int
    text: str
    class_: str
    mark: Mark | None = None
    condition: str = ""
    whole: tuple[int, int] = (0, 0)
    generic: bool = False
    shared: str = ""
    count: str = ""
    proper: bool = False
    join: str = ""
    name: str = ""
    owner: Mark | None = None
    first: Mark | None = None

    @property
    def quoted(self) -> bool:
        """Whether quotation marks make the wording a name (“九横九纵”路网)."""
        return any(sign in self.text for sign in "“「『")

    @property
    def called(self) -> str:
        """The name, else the characters."""
        return self.name or self.text


def top(class_: str) -> str:
    """The class that heads and frames speak of: Automaker is a Firm."""
    return tops().get(class_, class_)


@cache
def tops() -> dict[str, str]:
    """Each subclass of a class that has head nouns of its own, and that class."""
    spoken = set(lexicon().heads.values()) | {"Association", "Person"}
    return {name: upper for name, term in vocabulary().classes.items() if name not in spoken
            for upper in term.supers[:1] if upper in spoken}


def strip(words: Sequence[Word]) -> Sequence[Word]:
    """Without joins, 的, spaces and lone quotation marks at either end."""
    first, last = 0, len(words)
    while first < last and (words[first].kind in ("join", "etc", "stop") or not words[first].text.strip(LONE)):
        first += 1
    while last > first and (words[last - 1].kind in ("join", "of", "preposition", "stop")
                            or not words[last - 1].text.strip(LONE)):
        last -= 1
    return words[first:last]


def single(words: Sequence[Word], text: str) -> Item | None:
    """One thing: restriction (up to the last 的), count and praise taken off its name."""
    words = strip(words)
    if not words:
        return None
    whole = (words[0].start, words[-1].end)
    after = next((n + 1 for n in range(len(words) - 1, -1, -1) if words[n].kind == "of"), 0)
    if after > 2 and words[after - 2].text.endswith("间") and any(word.text in ("与", "和") for word in words[:after]):
        after = 0  # 车辆与道路设施间的通信
    body = list(words[after:])
    articles = len(body) > 1 and body[-1].kind == "number" and body[-1].text.endswith("条") and (
        not body[-1].text[0].isdigit() and text.endswith(ISSUING, 0, words[0].start))
    while len(body) > 1 and not articles and not branch(body, text) and (
            body[-1].kind in ("bracket", "number") or (body[-1].text == "各" and words[-1].kind == "number")):
        body.pop()  # 示范线各1条
    while len(body) > 1 and (lexicon().has("beside", body[-1].text) or (
            body[-1].text == "里" and body[0].mark and top(body[0].mark.classes[0]) in ("Firm", "Project"))):
        body.pop()
    crowd = next((n for n in range(len(body) - 2, 0, -1) if body[n].kind == "number" and body[n].text[-1] in "家户"), 0)
    body = body[crowd:]
    body, count = without_count(body)
    if body and is_title(body[-1]):
        body = body[-1:]
    if len(body) > 1 and all(word.mark and word.mark.classes[0] == "Region" for word in body):
        body = body[-2:-1] if body[-1].text in PARTIES else body[-1:]  # 甲区、乙区|两地
    if len(body) > 1 and is_region(body[-1]) and (lexicon().head(text[body[0].start:body[-1].end]) or ("", ""))[1] == "Region":
        body = body[-1:]  # 会议|荣昌区
    if len(body) > 1 and is_somebody(body[-1]) and not any(is_somebody(word) or is_place(word) for word in body[:-1]):
        body = body[-1:]
    if len(body) > 1 and body[0].mark and text[body[0].end:body[-1].end] in (
            (*PARTIES, "总部") if body[0].mark.kind == "pointer" else PARTIES):
        body = body[:1]
    if len(body) > 2 and body[-1].text in TOGETHER:
        body = body[:-1]  # 甲市|投资|集团|三方
    if len(body) == 2 and told_kind(body):
        body = body[:1]
    numbered = next((n for n in range(1, len(body) - 1) if body[n].kind == "number" and body[n].text[-1] in "辆台套"), 0)
    if numbered and body[numbered - 1].text in ("年产", "日产") and lexicon().head(body[-1].text) in WORKS:
        numbered = 0  # 年产9万套电机项目
    if numbered:
        body = body[:numbered - (body[numbered - 1].text == "第")] or body
    told = len(body)
    body = apposition(body)
    told -= len(body)
    full = body
    while len(body) > 1 and body[1].text != "发展" and not sized(body) and (
            opens(body) or own(body) or (count and is_counter(body))):
        body = body[1:]
    vehicle = 0
    while vehicle < len(body) - 1 and lexicon().has("vehicles", body[vehicle].text):
        vehicle += 1
    if vehicle and not body[vehicle].mark and lexicon().head(text[body[vehicle].start:body[-1].end]):
        vehicle = 0
    body = body[vehicle:]
    if not body or not text[body[0].start:body[-1].end].strip() or (len(words) == 1 and body[0].kind == "measure" and body[0].mark is None):
        return None
    class_, _, generic = class_of(body, text[body[0].start:body[-1].end])
    if generic and class_ == "AgentGroup" and keeps(full):
        body = full
    start, end = body[0].start, body[-1].end
    name = text[start:end].strip()
    class_, mark, generic = class_of(body, name)
    class_ = "Policy" if articles else class_ or ("Product" if vehicle else "Firm" if told and is_coined(body) else "")
    apposed = ""
    if body[-1].kind == "quote" and len(body) > 1:
        start, name = body[-1].start, text[body[-1].start:end]
        ahead = lexicon().head(text[body[0].start:body[-2].end])
        apposed = ahead[1] if ahead and ahead[1] in APPOSED and body[-2].mark is None else ""
    if after and not class_ and 2 <= len(name) <= 8 and any(lexicon().has("owned", word.text) for word in words[max(after - 2, 0):after]):
        class_ = "Firm"
    if after and (generic or not class_) and top(class_) not in ("AgentGroup", "Event", "Product") and not any(
            word.kind in ("verb", "preposition") for word in words[:after]):
        before = single(words[:after - 1], text)
        if before and before.class_ not in ("", "abstract") and not before.generic:
            return before
    opening = words[after - 1].start if after and lexicon().has("firsts", words[after - 1].text) else words[after - 1].end
    condition = text[words[0].start:opening].strip(OUTER) if after else ""
    bare = class_ == "Policy" and (lexicon().head(name) or ("",))[0] == name
    if bare and condition.startswith(tuple(lexicon().traits["purposes"])):
        start, name, generic = words[0].start, text[words[0].start:end], False  # 支持甲产业发展的|若干措施
        condition = ""
    if settled(body, class_, mark):
        condition, owned = body[0].text, body[0].mark
        start, name, body = body[1].start, text[body[1].start:end].strip(), body[1:]
        mark = body[0].mark if len(body) == 1 else None
        return Item(start, end, name, class_, mark, condition, whole, generic, "", count, is_proper(body), owner=owned)
    whose = [word for word in words[:max(after - 1, 0)] if word.kind not in ("praise", "measure", "number", "of")
             and not word.text.isdigit()]
    under = after > 2 and words[1].kind == "of" and lexicon().has("owned", words[1].text)
    owner = whose[0].mark if len(whose) == 1 or (whose and under) else None
    places = list(takewhile(is_region, body[:-1]))
    first = places[-1].mark if places and not name.startswith("·", places[-1].end - start) else body[0].mark if len(body) > 1 else None
    return Item(start, end, name, class_, mark, condition, whole, generic, apposed, count, is_proper(body), owner=owner,
                first=first)


def told_kind(body: Sequence[Word]) -> bool:
    """Whether a class word only says again what a known name in quotes is (“甲中心”|平台)."""
    mark, head = body[0].mark, lexicon().head(body[1].text)
    return mark is not None and mark.text.endswith(CLOSED) and head is not None and head[0] == body[1].text and (
        head[1] in APPOSED and top(head[1]) == top(mark.classes[0]))


def settled(body: Sequence[Word], class_: str, mark: Mark | None) -> bool:
    """Whether a district or park opens the name of a firm or project of its own (甲区|乙公司, 甲高新区|乙座椅项目)."""
    first = body[0].mark
    coined = len(body) == 2 and body[1].mark is not None and body[1].mark.kind == "defined"
    if mark or first is None or top(first.classes[0]) not in ("Region", "Park") or not (coined or (len(body) > 2 and is_proper(body[1:]))):
        return False
    return first.text.endswith(("区", "县", "园")) and (top(class_) == "Firm" or (class_ == "Project" and body[-1].text == "项目"))


def apposition(body: list[Word]) -> list[Word]:
    """The firm behind the class of firms that it is one of (汽车代工企业|瑞悦汽车)."""
    at = next((n for n in range(len(body) - 2, -1, -1) if body[n].text in CLASSES and body[n].kind == "noun"), None)
    if at is None:
        return body
    rest = body[at + 1:]
    firm = (len(rest) == 1 and is_somebody(rest[0])) or is_firm(rest) or is_coined(rest) or rest[-1].text.endswith(("集团", "公司"))
    return rest if firm and rest[0].text not in CLASSES else body


def branch(body: Sequence[Word], text: str) -> bool:
    """Whether a place in brackets ends the name of a park or a platform (自动驾驶测试基地（甲市）)."""
    class_ = (lexicon().head(text[body[0].start:body[-2].end]) or ("", ""))[1]
    return PLACE.fullmatch(body[-1].text) is not None and top(class_) in ("Park", "Platform", "Institution") and len(body) > 3


def is_somebody(word: Word) -> bool:
    """Whether a word is a proper name of an actor: nouns before it tell what it is (项目业主|甲公司, 财政|两地政府)."""
    if word.mark is None:
        return False
    bodies = ("AgentGroup",) if word.mark.kind == "pointer" else ("Agency", "Firm", "Institution", "Association")
    return top(word.mark.classes[0]) in bodies


def is_place(word: Word) -> bool:
    """Whether a word is the name of a place, or of what stands for one: a body's name may open with it."""
    return word.mark is not None and word.mark.kind == "name" and top(word.mark.classes[0]) not in (
        "Product", "Technology", "AgentGroup", "Instrument")


def class_of(body: Sequence[Word], name: str) -> tuple[str, Mark | None, bool]:
    """Class, mark and whether the name is generic."""
    if len(body) > 1 and body[-1].kind == "bracket":
        return class_of(body[:-1], name[:body[-1].start - body[0].start])
    last = body[-1]
    if len(body) == 3 and body[1].text in ("至", "到") and body[0].mark and last.mark:
        return "Project", None, False  # 甲地至乙地: a line
    where = top(body[0].mark.classes[0]) if len(body) == 2 and body[0].mark else ""
    placed = where in ("Region", "Park") and last.mark and top(last.mark.classes[0]) == "Firm"  # 甲区|乙汽车
    if last.mark and (len(body) == 1 or placed or not lexicon().head(name)):
        whole = len(body) == 1
        return last.mark.classes[0] if last.mark.classes else "", last.mark if whole else None, False
    if last.kind == "quote":
        return "?", None, False
    if is_firm(body):
        return "Firm", None, False
    if len(body) > 1 and body[0].mark and top(body[0].mark.classes[0]) == "Firm" and name[body[0].end - body[0].start:] in AFFILIATES:
        return "Firm", None, False
    if len(body) > 1 and body[0].mark and NUMBERED.fullmatch(name, body[0].end - body[0].start) and top(
            body[0].mark.classes[0]) in ("Firm", "Product"):
        return "Product", None, False
    if LINE.fullmatch(name):
        return "Project", None, False
    found = lexicon().head(name)
    if found is None:
        return "Product" if MODEL.fullmatch(name) else "", None, False
    head, class_ = found
    if not class_ and body[0].kind == "quote" and len(body) > 1 and head in words_of("lists", "systems"):
        return "Project", None, False  # “1+3”产业体系
    if not class_:
        return "abstract", None, True
    if head == "系统" and body[0].kind == "quote":
        return "Platform", None, False
    if head in lexicon().proper and len(name) > len(head) and is_proper(body):
        return lexicon().proper[head], None, False
    return class_, None, lexicon().has("generic", name) or ORDINAL.match(name) is not None
