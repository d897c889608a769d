"""Extents: where a phrase begins and ends in the words of a clause, and what clause before 的 opens it."""
from __future__ import annotations

from collections.abc import Sequence

from loaders.knowledge import listed
from loaders.lexicon import lexicon
from loaders.verbs import EITHER, INSIDE, OPENING, Spot, acts, brings, is_verb, wishing
from loaders.words import Word

NEGATING = ("不", "未", "尚未", "没有")
RESTRICTING = ("在", "由", "以", "与", "基于", "为")
MADE = ("建成", "新建", "设立", "实现")  # what comes into being, if it is not said to be there already
INCLUDING = ("包括", "包含", "含")  # 包括甲公司在内的|9家企业
SERVING = ("供货", "配套", "供应", "服务", "提供", "配套供应", "代工", "配套供货")


def relative_end(run: Sequence[Word], at: int) -> int:
    """Where a clause before 的 ends when one begins here (具有影响力的|平台), else 0."""
    known = lexicon()
    if all(word.kind in ("adverb", "measure") for word in run[:at]):
        of = next((n for n in range(1, len(run) - 1) if run[n].kind == "of" and n > at), 0)
        within = of and run[at].text in INCLUDING and "".join(word.text for word in run[at:of]).endswith("在内")
        return of + 1 if of and (within or known.has("leading", run[at].text)) else 0
    if run[at].text == "以" and (of := exemplary(run, at)):
        return of + 1
    previous = run[at - 1].kind
    if previous not in ("verb", "either", "measure", "number", "preposition", "noun", "praise") and not (
            previous == "join" and known.has("describing", run[at].text)):
        return 0
    opener = run[at + 1] if run[at].text in NEGATING and at + 1 < len(run) else run[at]  # 新建|不符合要求的|项目
    if (of := gathers(run, at)) and run[at - 1].kind in ("verb", "either", "measure", "number", "praise"):
        return of + 1
    if run[at - 1].text in wishing() or not (known.has("relative", opener.text) or opener.text in RESTRICTING):
        return 0
    if previous == "noun" and not (len(run[at - 1].text) == 1 and at > 1):
        return 0
    if run[at].text == "为" and not serves(run, at):
        return 0
    ends = [n for n in range(at + 1, len(run) - 1) if run[n].kind == "of"]
    while len(ends) > 1 and (known.has("relative", run[ends[0] + 1].text) or run[ends[0] + 1].text == "有"):
        ends = ends[1:]  # 符合规划的|有技术优势的|企业
    if ends and run[at].text in MADE and (describes(run[ends[0] - 1]) or known.has("building", run[at + 1].text)
                                          or run[at + 1].kind == "verb"):
        return 0  # 力争|建成|布局合理的|网络, 助力|实现|打造甲集群的|目标
    return ends[0] + 1 if ends else 0


def describes(word: Word) -> bool:
    """Whether a word before 的 says what the thing behind it is like (布局合理|的网络)."""
    return word.kind == "praise" or ends_in_state(word)


def ends_in_state(word: Word) -> bool:
    """Whether a word ends in what something is like (布局|合理)."""
    return word.mark is None and word.text.endswith(listed("lists", "states"))


def exemplary(run: Sequence[Word], at: int) -> int:
    """Where 的 stands behind those who stand for a group (以甲、乙为代表|的|企业), 0 where none do."""
    by = next((n for n in range(at + 2, len(run) - 2) if run[n].text == "为" and run[n + 1].text in listed("lists", "exemplary")), 0)
    return by + 2 if by and run[by + 2].kind == "of" and not any(word.kind in ("verb", "of") for word in run[at + 1:by]) else 0


def gathers(run: Sequence[Word], at: int) -> int:
    """Where 集…于一体的 ends when it begins here (打造|集研发、生产于一体的|基地), else 0."""
    if not run[at].text.startswith("集"):
        return 0
    of = next((n for n in range(at + 2, len(run) - 1) if run[n].kind == "of"), 0)
    return of if of and in_one(run[at:of]) else 0


def in_one(words: Sequence[Word]) -> bool:
    """Whether words tell of all that is done in one place (集|研发、生产于一体|的基地)."""
    said = "".join(word.text for word in words)
    return said.startswith("集") and said.endswith(("一体", "一身", "一身化", "一体化"))


def serves(run: Sequence[Word], at: int) -> bool:
    """Whether 为 opens a clause before 的 that tells whom somebody supplies (支持|为整车企业供货的|企业)."""
    of = next((n for n in range(at + 2, len(run) - 1) if run[n].kind == "of"), 0)
    return bool(of) and any(word.text in SERVING for word in run[at + 2:of]) and not any(
        word.kind == "verb" and word.text not in SERVING for word in run[at + 1:of])


def matches(run: Sequence[Word], at: int) -> bool:
    """Whether 与 behind a verb opens what its object is to match (建立|与国际接轨的|平台)."""
    of = next((n for n in range(at + 1, len(run)) if run[n].kind == "of"), 0)
    return run[at].text == "与" and at > 0 and run[at - 1].kind == "verb" and any(
        word.text.startswith("相") or lexicon().has("matching", word.text) for word in run[at + 1:of])


def opens(run: Sequence[Word], at: int) -> bool:
    """Whether a phrase begins here."""
    word = run[at]
    if at and run[at - 1].text == "为" and lexicon().has("roles", word.text):
        return True
    if word.kind in ("praise", "measure", "number") and at + 1 < len(run) and is_verb(run, at + 1, None):
        return False
    head = run[at - 1] if at and run[at - 1].kind in OPENING - {"praise"} and not run[at - 1].text.endswith(("元", "%")) else None
    if word.kind in ("either", "weak", "nominal"):
        return not is_verb(run, at, head)
    return word.kind in OPENING or (word.kind == "of" and word.text != "的")


def phrase_end(run: Sequence[Word], at: int) -> int:
    """The index after the last word of the phrase that begins at `at`."""
    n = at
    while n < len(run):
        word = run[n]
        if n > at and (of := under_end(run, n) or again(run, n)):
            n = of
        elif word.kind in EITHER or brings(Spot(run, n)):
            before = run[n - 2] if n - 1 > at and run[n - 1].kind == "bracket" else run[n - 1]
            if n > at and (is_verb(run, n, before) or does(run, n) or cast_as(run, at, n)):
                break
        elif word.kind not in INSIDE or (word.kind == "join" and splits(run, at, n)):
            break
        n += 1
    return n


def under_end(run: Sequence[Word], at: int) -> int:
    """Where 的 stands when a verb here says what one of somebody's firms does (甲集团旗下|生产电池|的子公司), else 0."""
    if not lexicon().has("owned", run[at - 1].text) or run[at].kind not in ("verb", "either", "weak"):
        return 0
    return next((n for n in range(at + 1, len(run) - 1) if run[n].kind == "of"), 0)


def again(run: Sequence[Word], at: int) -> int:
    """Where 的 stands when a second restriction opens behind the first (国家重要的|以甲为主的|基地), else 0."""
    of = next((n for n in range(at + 1, len(run) - 1) if run[n].kind == "of"), 0)
    if run[at].text != "以" or run[at - 1].kind != "of":
        return 0
    return of if of and run[of - 1].text.startswith("为") else 0


def does(run: Sequence[Word], at: int) -> bool:
    """Whether a verb before 的 says what the actor before it does (与甲公司|合作|的产品)."""
    before = run[at - 1]
    return at + 1 < len(run) and run[at + 1].kind == "of" and before.mark is not None and acts(before)


def cast_as(run: Sequence[Word], at: int, n: int) -> bool:
    """Whether the phrase only names the part that something plays (以甲园为重点|建设乙线路)."""
    last = n == at + 1 < len(run) and run[n].kind == "either"
    cast = last and at > 1 and run[at - 1].text == "为" and lexicon().has("roles", run[at].text)
    return cast and any(word.text == "以" for word in run[:at - 1])


def splits(run: Sequence[Word], at: int, n: int) -> bool:
    """Whether the join stands between two lists (甲、乙等学校|与|丙、丁等企业) or two doings (放款2亿元|、服务企业9家;
    打造甲港|和|建设乙港), or before what is no phrase."""
    known, join = lexicon(), run[n].text
    following = run[n + 1] if n + 1 < len(run) else run[n]
    counted = run[n - 1].kind == "number"
    if following.kind not in (*INSIDE, *EITHER) or (join in ("与", "同") and counted):
        return True
    if following.kind in EITHER and n + 2 < len(run) and run[n + 2].kind in OPENING and (
            counted or (known.has("building", following.text) and not known.has("generic", run[n + 2].text))):
        return True
    lists = any(word.kind == "etc" for word in run[at:n])
    return lists and (join in ("与", "同") or (join in ("和", "及", "以及") and any(word.kind == "etc" for word in run[n:])))
