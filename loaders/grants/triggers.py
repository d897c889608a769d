"""Triggers: where a sentence grants something, and what it calls that."""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial

from loaders.knowledge import group_of

Span = tuple[int, int]
MATCHED = re.compile(r"(?:等额|同等|相应|一定|资金|经费|比例)*配套")  # 按国家资助的30%予以配套
EACH = "(?:千瓦|公里|平方米|立方米|吨|[度台辆座站家户个位名桩枪套件亩车次])"  # what a sum is for each of (每千瓦奖9元)
LONGEST = 400  # characters of a clause: what is longer is no prose
one_of = partial(group_of, "grants")  # a group of the words under these keys


@dataclass(frozen=True, slots=True)
class Trigger:
    """`text[start:end]` is the verb, `text[end:close]` its object, to the end of the clause; `relation` is subsidizes
    or supports; `form` names the frame: give, direct, exempt, perform, spend or announce."""

    form: str
    start: int
    end: int
    close: int
    relation: str


@cache
def forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The frames in the order in which they are tried; the group `verb` is the verb."""
    sum_ = r"(?:[^,;]{0,6}?(?:最高|不超过|不低于)|[^,;的\d]{0,6}\d+(?:\.\d+)?[万亿]?元)"
    return (
        ("give", re.compile(rf"(?P<verb>{one_of('gives')})")),
        ("exempt", re.compile(rf"(?P<verb>{one_of('exempts')})(?=[^,;、。]{{2,}})"
                              rf"|(?P<rated>{one_of('waived')})(?=(?:\d+[个]?(?:小时|天|日|年|月))?(?:[,;]|$))")),
        ("perform", re.compile(rf"(?P<verb>{one_of('performs')})(?=[^,;]{{0,12}}{one_of('performed')})"
                               rf"|(?P<rated>进行)(?=[^,;的]{{0,8}}{one_of('direct')}(?:[,;]|$))")),
        ("spend", re.compile(rf"(?P<verb>{one_of('spends')})(?=[^,;]{{0,14}}?{one_of('funds')}[^,;]{{0,4}}?\d"
                             rf"|[^,;\d的]{{0,4}}\d[\d.]*[万亿]*元[^,;\d]{{0,6}}?,?{one_of('spent_for')})")),
        ("direct", re.compile(rf"(?P<verb>(?:一次性)?{one_of('direct')})(?={sum_})"
                              rf"|(?<=,)(?P<part>{one_of('direct')})(?=[^,;的\d]{{2,10}}的\d+(?:\.\d+)?%)"
                              rf"|每{EACH}(?P<short>奖|补)(?=\d)"
                              rf"|(?:(?<=[%元])|(?<=:\d))(?:的?标准)?(?P<rated>(?:给予|予以)?(?:一次性|配套)?{one_of('direct')})"
                              rf"|(?<=\d)元/[^\d,;、]{{1,4}}?的?标准(?P<priced>(?:给予|予以)?{one_of('direct')})"
                              rf"|(?<=的,)(?P<again>最高)(?:可|不超过)?(?=\d)")),
        ("announce", re.compile(rf"(?P<verb>{one_of('announces')})(?=[^,;]*?{one_of('direct')}等[^,;]{{2,20}}?政策)")),
    )


def triggers(folded: str) -> list[Trigger]:
    """Every trigger of a sentence in its order, none inside another's object."""
    found: list[Trigger] = []
    for form, pattern in forms():
        for match in pattern.finditer(folded):
            trigger = read_trigger(folded, form, match.span(match.lastgroup or 0))
            if trigger and not any(t.start <= trigger.start < t.close for t in found):
                found.append(trigger)
    return sorted(found, key=lambda trigger: trigger.start)


def read_trigger(folded: str, form: str, verb: Span) -> Trigger | None:
    """The trigger of a frame, None where it denies, restricts a noun, or gives nothing that we name."""
    start, end = verb
    close = clause_end(folded, end)
    rest = folded[end:close]
    if re.search(rf"(?:{one_of('never')}[^,;]{{0,4}}|不)$", folded[max(0, start - 10):start]) or inside_title(folded, start):
        return None
    clause = folded[clause_start(folded, start):start]
    if re.search(r"(?:不|不再|未|没有|暂不)(?:对|向|给)", clause) or (form == "give" and lent().search(clause)):
        return None
    if re.match(one_of("spoken"), rest):
        return None
    if re.search("恳请|请求|呼吁|期盼|商请", clause) and not re.search(r"\d", rest):
        return None  # 恳请省级层面|给予资金倾斜: asked for, and no sum is said
    again = folded.startswith("最高", start)  # …的,最高9万元: a further tier
    if form == "direct" and not again and (is_ceiling(folded, start) or received(folded, start)):
        return None
    if form in ("give", "spend") and re.match(rf"[^,;\d]*{one_of('loans')}[^,;]{{0,3}}\d", rest) and "贴息" not in rest:
        return None
    if form == "direct" and (other := next_item().search(rest)):
        close = end + other.start()
    relation = given(rest) if form == "give" else "subsidizes"
    if relation == "supports" and folded[start:end] == "享受":
        return None
    return Trigger(form, start, end, close, relation) if relation else None


@cache
def lent() -> re.Pattern[str]:
    """Whether what is given out is lent (信用贷款累计|发放220亿元)."""
    return re.compile(rf"{one_of('loans')}(?:余额|业务)?(?:已|累计|共|合计|新增)*$")


def received(folded: str, at: int) -> bool:
    """Whether somebody has received it (获得国家补贴9万元)."""
    return re.search(rf"{one_of('receives')}[^,;的]{{0,8}}$", folded[max(0, at - 12):at]) is not None


@cache
def next_item() -> re.Pattern[str]:
    """Where the next receiver with a sum of its own begins: 甲奖励9万元、乙奖励5万元."""
    return re.compile(rf"、(?=[^,;、\d]{{2,24}}{one_of('direct')}[^,;、的]{{0,4}}\d)")


def given(rest: str) -> str | None:
    """What 给予 gives: money, support, or nothing of the kind; None too where the words restrict a noun."""
    money = list(re.finditer(one_of("money"), rest))
    other = list(re.finditer(one_of("support"), rest))
    last = max([*money, *other], key=lambda match: match.end(), default=None)
    if last is None:
        return "subsidizes" if re.search(r"\d[万亿]?元", rest) or MATCHED.fullmatch(rest) else None
    if re.match(r"(?:的|等的)[\u4e00-\u9fff]", rest[last.end():]):
        return None
    return "subsidizes" if money or re.search(r"\d[万亿]?元", rest) else "supports"


def clause_end(folded: str, start: int) -> int:
    """Where the clause ends: at the next comma or semicolon outside brackets and quotes."""
    depth, last = 0, min(len(folded), start + LONGEST)
    for at in range(start, last):
        depth += (folded[at] in "(“《") - (folded[at] in ")”》")
        if folded[at] in ",;。" and depth <= 0:
            return at
    return last


def clause_start(folded: str, at: int) -> int:
    """Where the clause that holds the offset begins."""
    depth = 0
    for n in range(at - 1, max(at - LONGEST, 0) - 1, -1):
        depth += (folded[n] in ")”》") - (folded[n] in "(“《")
        if folded[n] in ",;。" and depth <= 0:
            return n + 1
    return max(at - LONGEST, 0)


def clauses(folded: str, start: int, end: int) -> list[Span]:
    """The spans between commas and semicolons that stand outside brackets and quotes; the last may be empty."""
    found, at = [], start
    while (close := clause_end(folded, at)) < end:
        found.append((at, close))
        at = close + 1
    return [*found, (at, end)]


def is_ceiling(folded: str, at: int) -> bool:
    """Whether the clause only caps a grant: 单个企业年度奖励资金不超过…"""
    clause = folded[clause_start(folded, at):clause_end(folded, at)]
    return bool(re.match(rf"\s*(?:{one_of('each', 'all_together', 'yearly')}|最高)", clause)
                and re.search("不超过|不高于|不多于|不得超过|最高|上限|封顶", clause)) and clause_start(folded, at) > 0


def inside_title(folded: str, at: int) -> bool:
    return folded.rfind("《", 0, at) > folded.rfind("》", 0, at)
