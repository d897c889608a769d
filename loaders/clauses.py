"""Clauses: a sentence as predicates, noun phrases and adjuncts in their order.

Official prose puts the verb first and strings clauses with commas: [adjunct] [subject] [adverb] verb object [verb
object …]. A word that can be verb or noun (建设, 发展) is read by where it stands.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.items import ACTORS, top
from loaders.lexicon import lexicon, load
from loaders.phrases import Phrase, phrase
from loaders.words import Mark, Word, words

SENTENCE_END = re.compile(r"[。!！?？\n]+[”’」』]?")
CLAUSE_END = frozenset(",，;；:：")
INSIDE = frozenset({"noun", "mark", "quote", "bracket", "measure", "praise", "of", "join", "number", "etc", "nominal"})
REPORTERS = r"[ \u3000]*(?:[（(](?:[^（）()\n]{0,16}(?:记者|通讯员|实习生)[^（）()\n]{0,30}|[\u4e00-\u9fff]{2,4})[）)])?"
DATELINE = re.compile(
    r"[\s\u3000]*(?:(?:[\u4e00-\u9fff]{2,8}(?:社|网|报|台|客户端)[\u4e00-\u9fff]{0,8}[0-9]{1,2}月[0-9]{1,2}日[电讯]|[\u4e00-\u9fff]{0,6}本报讯"
    r"|[\u4e00-\u9fff]{2,6}(?:日报|晚报|都市报|新闻网|社|网)讯)" + REPORTERS + r")")
MAKING = ("建设", "布局", "开发", "研发")
PARTS = ("核心", "支撑", "依托", "载体", "主体", "基础", "龙头", "重点", "抓手", "目标", "引领", "牵引", "导向", "主线", "契机",
         "突破口", "中心", "纽带", "平台", "主导")
OPENING = frozenset({"noun", "mark", "quote", "measure", "praise", "number", "nominal"})
BUILT = ("建设", "布局", "开发", "承接")
MADE = ("研发", "生产", "制造", "开发", "销售", "设计")
SUPPLIED = ("供应", "供货", "配套", "配套供应")
FOUNDING = ("建设成为", "建设为", "打造成", "打造为", "设立", "成立", "组建", "打造", "新建", "建成", "设置", "搭建", "共建", "创建",
            "建有", "布局")
MATCHING = ("接轨", "衔接", "适应", "匹配", "配套", "一致", "媲美", "兼容")
DESCRIBING = ("辐射", "覆盖", "服务", "面向", "联通", "具有", "拥有", "具备", "带动", "引领", "支撑", "涵盖")
SHARED, SEATS = ("合作", "服务", "共享", "开放", "研发"), ("平台", "中心", "基地", "园区", "机制")
NEGATING = ("不", "未", "尚未", "没有")
RESTRICTING = ("在", "由", "以", "与", "基于")
DONE = ("了", "过", "着")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a clause: a verb, adverb, preposition or phrase."""

    kind: str
    start: int
    end: int
    text: str
    phrase: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands between two commas, `text[start:end]`, as parts."""

    start: int
    end: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """What stands between two full stops."""

    start: int
    end: int
    clauses: tuple[Clause, ...]


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of `text[start:end]`, white space and the dateline of news outside (新华社成都3月2日电)."""
    opening = DATELINE.match(text, start, end)
    at = opening.end() if opening else start
    for stop in SENTENCE_END.finditer(text, start, end):
        if text.rfind("《", at, stop.start()) > text.rfind("》", at, stop.start()):
            continue
        yield from trimmed(text, at, stop.end())
        at = stop.end()
    yield from trimmed(text, at, end)


def trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def read_sentence(text: str, start: int, end: int, marks: Sequence[Mark]) -> Sentence:
    """The sentence at `text[start:end]` with its clauses read."""
    clauses: list[Clause] = []
    run: list[Word] = []
    for word in [*words(text, start, end, marks), Word(end, end, "。", "stop")]:
        if word.kind == "stop":
            if run and (read := tuple(parts(run, text))):
                clauses.append(Clause(run[0].start, run[-1].end, read))
            run = []
        elif word.text.strip():
            run.append(word)
    return Sentence(start, end, tuple(clauses))


def parts(run: Sequence[Word], text: str) -> Iterator[Part]:
    """The parts of one clause."""
    at, predicate = 0, -1
    while at < len(run):
        word = run[at]
        stop = relative_end(run, at) if word.kind in ("verb", "preposition", "either", "weak") or matches(run, at) or (
            word.text in NEGATING) else 0
        if at != predicate and (stop or opens(run, at)):
            close = phrase_end(run, stop or at)
            predicate = close if cast_as(run, stop or at, close) else -1
            made = phrase(run[at:close], text)
            if made:
                yield Part("phrase", made.start, made.end, text[made.start:made.end], made)
            at = max(close, at + 1)
        else:
            kind = "verb" if word.kind in ("either", "weak", "nominal") else word.kind
            done = kind == "verb" and at + 1 < len(run) and run[at + 1].text == "了"  # 研究制定了X: it has been drawn up
            if kind in ("verb", "adverb", "preposition", "join"):
                yield Part(kind, word.start, word.end, word.text.removeprefix("研究") or word.text if done else word.text)
            at += 1


def relative_end(run: Sequence[Word], at: int) -> int:
    """Where a clause before 的 ends when one begins here (具有影响力的|平台), else 0."""
    if all(word.kind in ("adverb", "measure") for word in run[:at]):
        of = next((n for n in range(1, len(run) - 1) if run[n].kind == "of" and n > at), 0)
        return of + 1 if of and lexicon().has("leading", run[at].text) else 0
    previous = run[at - 1].kind
    if previous not in ("verb", "either", "measure", "number", "preposition", "noun", "praise") and not (
            previous == "join" and run[at].text in DESCRIBING):
        return 0
    opener = run[at + 1] if run[at].text in NEGATING and at + 1 < len(run) else run[at]  # 新建|不符合要求的|项目
    if run[at - 1].text in wishing() or (not lexicon().has("relative", opener.text) and opener.text not in RESTRICTING):
        return 0
    if previous == "noun" and not (len(run[at - 1].text) == 1 and at > 1):
        return 0
    ends = [n for n in range(at + 1, len(run) - 1) if run[n].kind == "of"]
    while len(ends) > 1 and (lexicon().has("relative", run[ends[0] + 1].text) or run[ends[0] + 1].text == "有"):
        ends = ends[1:]  # 符合规划的|有技术优势的|企业
    return ends[0] + 1 if ends else 0


def matches(run: Sequence[Word], at: int) -> bool:
    """Whether 与 behind a verb opens what its object is to match (建立|与国际接轨的|平台)."""
    of = next((n for n in range(at + 1, len(run)) if run[n].kind == "of"), 0)
    return run[at].text == "与" and at > 0 and run[at - 1].kind == "verb" and any(
        word.text.startswith("相") or word.text in MATCHING for word in run[at + 1:of])


@cache
def wishing() -> frozenset[str]:
    """The verbs whose object is what is wished to be done (谋划|设立X)."""
    return frozenset(str(load("modality")["wished"]).split())


def opens(run: Sequence[Word], at: int) -> bool:
    """Whether a phrase begins here."""
    word = run[at]
    if at and run[at - 1].text == "为" and word.text in PARTS:
        return True
    if word.kind in ("praise", "measure", "number") and at + 1 < len(run) and is_verb(run, at + 1, None):
        return False
    head = run[at - 1] if at and run[at - 1].kind in OPENING - {"praise"} and not run[at - 1].text.endswith(("元", "%")) else None
    if word.kind in ("either", "weak", "nominal"):
        return not is_verb(run, at, head)
    return word.kind in OPENING or (word.kind == "of" and word.text != "的")


def is_verb(run: Sequence[Word], at: int, head: Word | None) -> bool:
    """Whether the word is a predicate here; `head` is the last word of the phrase before it, None at its start."""
    word = run[at]
    if word.kind in ("verb", "adverb", "preposition"):
        return True
    following = run[at + 1] if at + 1 < len(run) else None
    if word.text in SUPPLIED and at and following is not None and following.mark and top(following.mark.classes[0]) == "Firm":
        return True
    if word.kind == "nominal" and brings(run, at):
        return True
    if word.kind == "nominal" and following is not None and following.text in DONE:
        return True
    if word.kind == "nominal":
        return head is None and following is not None and following.kind in OPENING and (
            at == 0 or run[at - 1].kind == "adverb" or run[at - 1].text in wishing()) and not lexicon().has("generic", following.text)
    if head is not None and following is not None and lexicon().heads.get(following.text) == "Agency":
        return False  # 甲先行区|建设|领导小组
    if word.kind not in ("either", "weak") or (names_firm(run, at) if word.kind == "weak" else in_firm(following)):
        return False
    if (following is not None and (following.text in DONE or (head is None and following.text == "基于"))) or closes(run, at):
        return True  # 建设|基于甲技术的乙平台
    before = run[at - 1] if at else None
    if before is not None and before.text in DONE:
        return False
    if word.text == "投资" and spends(run, at):
        return True
    if following is None and before is not None and (
            before.kind == "adverb" or (before.kind == "number" and before.text.endswith("元"))):
        return True
    founds = next((one for one in reversed(run[:at]) if one.kind not in ("praise", "measure", "number")), None)
    if head is None and founds and founds.text in FOUNDING and following and lexicon().has("generic", following.text):
        return False  # 设立|研发|总部
    object_follows = following is not None and (following.kind in (*OPENING, "verb", "either", "weak") or (
        following.text in ("以", "由") and any(later.kind == "of" for later in run[at + 2:])))  # 建设|以甲为核心的X
    if head is None and following is not None and following.kind == "join" and at + 3 < len(run) and (
            run[at + 2].text in MADE and run[at + 3].kind in OPENING and word.text in MADE):
        return True
    if head is not None and word.text in SHARED and following is not None and following.text in SEATS:
        return False  # 毗邻地区|合作|平台
    if head is not None:
        return object_follows and (acts(head) or carried(run, at) or listed_before(run, at) or serves(run, at)
                                   or placed(run, at))
    if before is not None and before.kind == "preposition":
        return following is not None and following.mark is not None and following.mark.kind == "pointer"  # 为|配套|该项目
    if word.kind == "weak":
        return object_follows and before is not None and before.kind == "adverb"
    beside = before is not None and before.kind == "bracket" and at > 1 and acts(run[at - 2])  # 重庆（两江新区）|建设X
    return object_follows and (before is None or beside or before.kind in (
        "verb", "adverb", "either", "praise", "join", "number") or listed_before(run, at))


def spends(run: Sequence[Word], at: int) -> bool:
    """Whether 投资 behind the syllables of a short name is a verb: a sum follows (弘喜|投资|2亿元)."""
    before, after = run[at - 1] if at else None, run[at + 1] if at + 1 < len(run) else None
    coined = before is not None and before.kind == "noun" and len(before.text) == 1 and not lexicon().has("sense", before.text)
    return coined and after is not None and after.kind == "number" and after.text.endswith(("元", "亿"))


def listed_before(run: Sequence[Word], at: int) -> bool:
    """Whether a verb behind 等 says what those listed make (甲、乙等|建设|检测平台), not what class of things they are."""
    return at > 1 and run[at - 1].kind == "etc" and run[at].text in MAKING and acts(run[at - 2]) and not lexicon().has(
        "generic", run[at + 1].text)


def serves(run: Sequence[Word], at: int) -> bool:
    """Whether a verb behind 为 says what is made for what stands before it (为甲车型|配套|电机)."""
    return run[at].text in SUPPLIED and any(word.kind == "preposition" and word.text in ("为", "给") for word in run[:at])


def brings(run: Sequence[Word], at: int) -> bool:
    """Whether a verbal noun between an actor and a name in quotes is what the actor does (甲银行|创新|“乙贷”)."""
    if run[at].kind != "nominal" or not 0 < at < len(run) - 1:
        return False
    meets = run[at].text in ("联动", "协同", "对接") and run[at + 1].mark is not None and acts(run[at + 1])  # 甲区|联动|乙区
    return (meets or run[at + 1].kind == "quote") and run[at - 1].mark is not None and acts(run[at - 1])


def in_firm(following: Word | None) -> bool:
    """Whether the word is the trade in a registered name (汽车|销售|有限公司)."""
    return following is not None and following.text.endswith("有限公司") and following.mark is None and len(following.text) < 8


def names_firm(run: Sequence[Word], at: int) -> bool:
    """Whether the run goes on to the end of a registered name (绵阳|富临|精工股份有限公司)."""
    for word in run[at + 1:]:
        if word.kind not in INSIDE and word.kind not in ("either", "weak"):
            return False
        if word.text.endswith("有限公司"):
            return True
    return False


def does(run: Sequence[Word], at: int) -> bool:
    """Whether a verb before 的 says what the actor before it does (与甲公司|合作|的产品)."""
    after = run[at + 1] if at + 1 < len(run) else None
    mark = run[at - 1].mark
    return after is not None and after.kind == "of" and mark is not None and acts(run[at - 1])


def closes(run: Sequence[Word], at: int) -> bool:
    """Whether the last word of a clause says what happens in a place or what an actor does (在甲区|注册, 由甲公司|建设)."""
    if at < 2 or at != len(run) - 1:
        return False
    first = next((n for n in range(at - 1, -1, -1) if run[n].kind not in INSIDE), 0)
    mark = run[at - 1].mark
    if run[first].text == "由":
        return acts(run[at - 1])
    return first == at - 2 and run[first].text in ("在", "到", "于") and (
        mark is not None and mark.classes[0] in ("Region", "Park"))


def placed(run: Sequence[Word], at: int) -> bool:
    """Whether a word behind a place is the verb of what is done there (在甲港|应用|无人卡车, 在园区内|使用|乙平台)."""
    opener = next((word for word in reversed(run[:at]) if word.kind not in INSIDE), None)
    if opener is None or opener.text != "在" or lexicon().has("generic", run[at + 1].text):
        return False
    head = run[at - 1]
    class_ = head.mark.classes[0] if head.mark and head.mark.classes else (lexicon().head(head.text) or ("", ""))[1]
    return head.text in ("中", "上", "里", "等地") or head.text.endswith("内") or top(class_) in ("Region", "Park", "Project")


def carried(run: Sequence[Word], at: int) -> bool:
    """Whether a word behind the object of 依托 or 利用 is the verb that it serves (利用旧厂房|建设|停车场)."""
    if run[at].text not in BUILT or lexicon().has("generic", run[at + 1].text):
        return False
    opener = next((word for word in reversed(run[:at - 1]) if word.kind in ("verb", "preposition", "adverb")), None)
    return opener is not None and lexicon().has("carrying", opener.text)


def cast_as(run: Sequence[Word], at: int, n: int) -> bool:
    """Whether the phrase only names the part that something plays (以甲园为重点|建设乙线路)."""
    return n == at + 1 < len(run) and run[n].kind == "either" and at > 1 and run[at - 1].text == "为" and run[at].text in PARTS and any(
        word.text == "以" for word in run[:at - 1])


def acts(head: Word) -> bool:
    """Whether a word names something that can be the subject of a verb."""
    if head.mark:
        return bool(head.mark.classes) and top(head.mark.classes[0]) in ACTORS
    found = lexicon().head(head.text)
    return found is not None and found[1] in ACTORS and not (found[1] == "Region" and lexicon().has("generic", head.text))


def phrase_end(run: Sequence[Word], at: int) -> int:
    """The index after the last word of the phrase that begins at `at`."""
    n = at
    while n < len(run):
        word = run[n]
        if word.kind in ("either", "weak") or brings(run, n):
            before = run[n - 2] if n - 1 > at and run[n - 1].kind == "bracket" else run[n - 1]
            if n > at and (is_verb(run, n, before) or does(run, n)
                          or cast_as(run, at, n)):
                break
        elif word.kind not in INSIDE or (word.kind == "join" and (splits(run, at, n) or run[min(n + 1, len(run) - 1)].kind not in (
                *INSIDE, "either", "weak"))):
            break
        n += 1
    return n


def splits(run: Sequence[Word], at: int, n: int) -> bool:
    """Whether the join stands between two lists (甲、乙等学校|与|丙、丁等企业) or two doings (放款2亿元|、服务企业9家;
    打造甲港|和|建设乙港)."""
    following = run[n + 1] if n + 1 < len(run) else None
    if following and following.kind in ("either", "weak") and n + 2 < len(run) and run[n + 2].kind in OPENING:
        counted = run[n - 1].kind == "number"
        built = following.text in BUILT and not lexicon().has("generic", run[n + 2].text)
        if counted or built:
            return True
    if run[n].text in ("与", "同") and run[n - 1].kind == "number":
        return True
    ended = any(word.kind == "etc" for word in run[at:n])
    return ended and (run[n].text in ("与", "同") or (run[n].text in ("和", "及", "以及") and any(word.kind == "etc" for word in run[n:])))
