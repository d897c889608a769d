"""Baring: what restricts, counts and praises one thing is taken off its name, and so is what only says what kind it is."""
from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from loaders.items import Item, top
from loaders.kinds import class_of, is_place, is_somebody
from loaders.knowledge import listed
from loaders.lexicon import lexicon
from loaders.makeup import is_coined, is_counter, is_firm, is_proper, is_title, keeps, opens, own, sized, without_count
from loaders.words import Mark, Word
from loaders.words.word import is_region

APPOSED = ("Product", "Platform", "Event", "Project", "Instrument")  # 平台“甲通”
PLACE = re.compile("[（(](?:[\u4e00-\u9fff]{2,3}[市省区县]?)[)）]")
CLOSED = ("”", "」", "』", '"')
OUTER = " 　的"
LONE = OUTER + '“”"—–'
LONGEST_OWNED = 8  # characters of a firm's name behind 旗下的


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
    whole, after = (words[0].start, words[-1].end), restricted(words)
    body, articles = list(words[after:]), in_articles(words[after:], text, words[0].start)
    body = shortened(body, words, text, articles)
    body, count = without_count(body)
    body = without_kind(body, text)
    named = apposition(body)
    told = len(named) < len(body)
    body = without_praise(named, count)
    driven = vehicles(body, text)
    body = body[driven:]
    if not body or not text[body[0].start:body[-1].end].strip() or (
            len(words) == 1 and body[0].kind == "measure" and body[0].mark is None):
        return None
    class_, _, generic = class_of(body, text[body[0].start:body[-1].end])
    if generic and class_ == "AgentGroup" and keeps(named):
        body = named
    start, end = body[0].start, body[-1].end
    name = text[start:end].strip()
    class_, mark, generic = class_of(body, name)
    class_ = "Policy" if articles else class_ or ("Product" if driven else "Firm" if told and is_coined(body) else "")
    apposed = ""
    if body[-1].kind == "quote" and len(body) > 1:
        start, name = body[-1].start, text[body[-1].start:end]
        ahead = lexicon().head(text[body[0].start:body[-2].end])
        apposed = ahead[1] if ahead and ahead[1] in APPOSED and body[-2].mark is None else ""
    if not class_ and 2 <= len(name) <= LONGEST_OWNED and any(
            lexicon().has("owned", word.text) for word in words[max(after - 2, 0):after]):
        class_ = "Firm"
    if whose := only_of(words[:after], text, generic or not class_, class_):
        return whose
    condition = condition_of(words, after, text)
    bare = class_ == "Policy" and (lexicon().head(name) or ("",))[0] == name
    if bare and condition.startswith(tuple(lexicon().traits["purposes"])):
        start, name, generic = words[0].start, text[words[0].start:end], False  # 支持甲产业发展的|若干措施
        condition = ""
    if settled(body, class_, mark):
        condition, owned = body[0].text, body[0].mark
        start, name, body = body[1].start, text[body[1].start:end].strip(), body[1:]
        mark = body[0].mark if len(body) == 1 else None
        return Item(start, end, name, class_, mark, condition, whole, generic, "", count, is_proper(body), owner=owned)
    return Item(start, end, name, class_, mark, condition, whole, generic, apposed, count, is_proper(body),
                owner=owner_of(words, after), first=first_of(body, name, start))


def restricted(words: Sequence[Word]) -> int:
    """The index behind the last 的, 0 where none restricts the name."""
    after = next((n + 1 for n in range(len(words) - 1, -1, -1) if words[n].kind == "of"), 0)
    between = after > 2 and words[after - 2].text.endswith("间") and any(word.text in ("与", "和") for word in words[:after])
    return 0 if between else after  # 车辆与道路设施间的通信


def in_articles(body: Sequence[Word], text: str, start: int) -> bool:
    """Whether a number of articles behind a verb of issuing is what the paper is called (出台|科技创新十条)."""
    return len(body) > 1 and body[-1].kind == "number" and body[-1].text.endswith("条") and (
        not body[-1].text[0].isdigit() and text.endswith(listed("items", "issuing"), 0, start))


def shortened(body: list[Word], words: Sequence[Word], text: str, articles: bool) -> list[Word]:
    """Without brackets, numbers and places behind the name (甲公司|里), and without what is before a crowd's number."""
    while len(body) > 1 and not articles and not branch(body, text) and (
            body[-1].kind in ("bracket", "number") or (body[-1].text == "各" and words[-1].kind == "number")):
        body.pop()  # 示范线各1条
    while len(body) > 1 and (lexicon().has("beside", body[-1].text) or (
            body[-1].text == "里" and body[0].mark and top(body[0].mark.classes[0]) in ("Firm", "Project"))):
        body.pop()
    return body[next((n for n in range(len(body) - 2, 0, -1) if body[n].kind == "number" and body[n].text[-1] in "家户"), 0):]


def without_kind(body: list[Word], text: str) -> list[Word]:
    """Without what says before or behind a proper name what it is, or that it is meant, and without numbered goods."""
    parties = listed("items", "parties")
    if body and is_title(body[-1]):
        body = body[-1:]
    if len(body) > 1 and all(word.mark and word.mark.classes[0] == "Region" for word in body):
        body = body[-2:-1] if body[-1].text in parties else body[-1:]  # 甲区、乙区|两地
    if len(body) > 1 and is_region(body[-1]) and (lexicon().head(text[body[0].start:body[-1].end]) or ("", ""))[1] == "Region":
        body = body[-1:]  # 会议|荣昌区
    if len(body) > 1 and is_somebody(body[-1]) and not any(is_somebody(word) or is_place(word) for word in body[:-1]):
        body = body[-1:]
    if len(body) > 1 and body[0].mark and text[body[0].end:body[-1].end] in (
            (*parties, "总部") if body[0].mark.kind == "pointer" else parties):
        body = body[:1]
    if len(body) > 2 and body[-1].text in listed("items", "together"):
        body = body[:-1]  # 甲市|投资|集团|三方
    if len(body) == 2 and told_kind(body):
        body = body[:1]
    if len(body) > 1 and body[0].text in listed("items", "others") and body[1].mark and (
            top(body[1].mark.classes[0]) == "Technology") and not body[0].mark:
        body = body[1:]  # 其他|区县|零部件产业
    return without_numbered(body)


def without_numbered(body: list[Word]) -> list[Word]:
    """Without what a number of goods counts (甲车型|第9万辆|下线)."""
    numbered = next((n for n in range(1, len(body) - 1) if body[n].kind == "number" and body[n].text[-1] in "辆台套"), 0)
    head = lexicon().head(body[-1].text) if numbered else None
    if not numbered or (body[numbered - 1].text in listed("items", "yearly") and head and head[0] in listed("items", "works")):
        return body  # 年产9万套电机项目
    return body[:numbered - (body[numbered - 1].text == "第")] or body


def without_praise(body: list[Word], count: str) -> list[Word]:
    """Without what counts, points and praises before the name."""
    while len(body) > 1 and body[1].text != "发展" and not sized(body) and (
            opens(body) or own(body) or (count and is_counter(body))):
        body = body[1:]
    return body


def vehicles(body: Sequence[Word], text: str) -> int:
    """How many words before a model's name say what vehicle it is (纯电轿车|甲)."""
    n = 0
    while n < len(body) - 1 and lexicon().has("vehicles", body[n].text):
        n += 1
    return 0 if n and not body[n].mark and lexicon().head(text[body[n].start:body[-1].end]) else n


def only_of(words: Sequence[Word], text: str, nameless: bool, class_: str) -> Item | None:
    """The thing before 的 where what stands behind it names nothing (甲平台的|优势)."""
    if not words or not nameless or top(class_) in ("AgentGroup", "Event", "Product") or any(
            word.kind in ("verb", "preposition") for word in words):
        return None
    before = single(words[:-1], text)
    return before if before and before.class_ not in ("", "abstract") and not before.generic else None


def condition_of(words: Sequence[Word], after: int, text: str) -> str:
    """The characters that restrict the name, up to 的."""
    opening = words[after - 1].start if after and lexicon().has("firsts", words[after - 1].text) else words[after - 1].end
    return text[words[0].start:opening].strip(OUTER) if after else ""


def owner_of(words: Sequence[Word], after: int) -> Mark | None:
    """The one name that stands before 的."""
    whose = [word for word in words[:max(after - 1, 0)] if word.kind not in ("praise", "measure", "number", "of")
             and not word.text.isdigit()]
    under = after > 2 and words[1].kind == "of" and lexicon().has("owned", words[1].text)
    return whose[0].mark if len(whose) == 1 or (whose and under) else None


def first_of(body: Sequence[Word], name: str, start: int) -> Mark | None:
    """The name that opens a longer one: the last of the places there, else whatever is known."""
    places = list(takewhile(is_region, body[:-1]))
    if places and not name.startswith("·", places[-1].end - start):
        return places[-1].mark
    return body[0].mark if len(body) > 1 else None


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
    at = next((n for n in range(len(body) - 2, -1, -1) if body[n].text in listed("items", "firms") and body[n].kind == "noun"), None)
    if at is None:
        return body
    rest = body[at + 1:]
    firm = (len(rest) == 1 and is_somebody(rest[0])) or is_firm(rest) or is_coined(rest) or rest[-1].text.endswith(("集团", "公司"))
    return rest if firm and rest[0].text not in listed("items", "firms") else body


def branch(body: Sequence[Word], text: str) -> bool:
    """Whether a place in brackets ends the name of a park or a platform (自动驾驶测试基地（甲市）)."""
    class_ = (lexicon().head(text[body[0].start:body[-2].end]) or ("", ""))[1]
    return PLACE.fullmatch(body[-1].text) is not None and top(class_) in ("Park", "Platform", "Institution") and len(body) > 3
