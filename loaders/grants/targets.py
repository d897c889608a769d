"""Targets: who or what a grant is for, as the head with what says its kind, apart from what restricts it."""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.grants.things import (
    in_place,
    is_bare,
    is_phrase,
    is_whole,
    items,
    opens_with_verb,
    parted,
    without_bracket,
)
from loaders.grants.triggers import Span, clauses, one_of
from loaders.lexicon import lexicon

ACTORS = ("AgentGroup", "Region", "Agency", "Park", "Institution", "Firm", "Platform", "Project")
NAMED_BY_VERB = ("Platform", "Project", "Park", "Event", "Product", "AgentGroup")
CHOSEN = re.compile(r"\s*(?:每年度?)?(?:择优|分批|评选|遴选|评选出|组织实施)+(?:不超过|不少于|最多)?"
                    r"(?:[\d一二三四五六七八九十]+[个家项条座名批])?(?=[^的,]{2})")
TAKEN = re.compile(r"(?:牵头承担|联合承担|参与|承担|开展|牵头实施)(?=[^的,]{3,}$)")
JOINTLY = re.compile(r"..(?:联合|会同|携手)[^,的]{2,30}?(?:组建|共建|建设|设立|打造|创建|建立|成立|搭建)(?P<what>[^,的]{4,})$")
RESTING = re.compile("(?:根据|依据)《[^》]+》(?:等?(?:有关|相关)?(?:文件|规定|要求|精神)*)")  # on what paper it rests
EDGE = re.compile(r"(?:分别|均|可申请|可|按规定|择优|一次性|再|将|[,\s]|在[^,的]{1,6}环节|(?:优惠|有序|重点|优先)?(?:开放|倾斜)"
                  r"|前?[一二三四五六\d]+年内?|等?(?:通过|采取|以)[^,的]{2,30}方式|(?:建设|工作)?情况开展[^,]*)$")


@dataclass(frozen=True, slots=True)
class Target:
    """The span of the one who receives (None where only a condition says who), and the spans that restrict it."""

    span: Span | None
    terms: tuple[Span, ...] = ()

    def kept(self) -> Target:
        """The target as a later clause takes it up: with what restricts it, without the terms of its grant."""
        at = self.span
        return Target(at, tuple(term for term in self.terms if at and term[0] < at[1]))


def targets(folded: str, start: int, end: int) -> list[Target]:
    """Who stands in `folded[start:end]`, the words between 对 and the verb; further clauses there are terms."""
    spans = [span for span in clauses(folded, start, end) if folded[span[0]:span[1]].strip(" ,")]
    if not spans:
        return []
    pieces, rest = opened(folded, spans)
    pieces = [part for piece in pieces for part in restricted_apart(folded, piece)]
    terms = tuple(term for span in rest if (term := tidy(folded, *span)))
    return [Target(found.span, found.terms + terms) for piece in pieces for found in phrase_targets(folded, *piece)]


def restricted_apart(folded: str, span: Span) -> list[Span]:
    """…超过10亿元的|甲项目、超过5亿元的|乙项目: each with what restricts it."""
    found = parted(folded, *span, "、")
    each = [folded[a:b] for a, b in found]
    return found if len(found) > 1 and all("的" in words.strip() and is_whole(words) for words in each) else [span]


def opened(folded: str, spans: list[Span]) -> tuple[list[Span], list[Span]]:
    """The clauses that are one noun phrase (…并上牌,且联合…的|企业) or two of one kind, and the clauses after them."""
    (start, end), rest = spans[0], spans[1:]
    while rest and not is_phrase(folded[start:end]) and continues(folded, (start, end), rest[0]):
        whole = folded[start:end].strip()[-2:]
        if folded[slice(*rest[0])].startswith("以及") and folded[slice(*rest[0])].endswith(whole):
            return [(start, end), (rest[0][0] + 2, rest[0][1])], rest[1:]
        end, rest = rest[0][1], rest[1:]
    return [(start, end)], rest


def continues(folded: str, before: Span, after: Span) -> bool:
    """Whether a clause goes on with the noun phrase that the one before it began."""
    words = folded[slice(*after)].strip()
    joined = re.match("且|并|以及|或|和|及", words)
    return bool(joined or (opens_with_verb(folded[slice(*before)]) and "的" in words and is_whole(words)))


def phrase_targets(folded: str, start: int, end: int) -> list[Target]:
    """The targets of one noun phrase."""
    (start, end), manner = edged(folded, start, end)
    chosen = CHOSEN.match(folded, start, end)  # 遴选不超过20个|应用场景
    start = chosen.end() if chosen else start
    taken = TAKEN.match(folded, start, end)  # 参与|甲攻关、乙项目
    start = taken.end() if taken else start
    words = folded[start:end]
    if re.search(r"等\d*[个大]?(?:方面|领域|环节)$", words):  # 对车型研发、充电设施建设等9个方面
        return []
    if words.endswith("的"):
        return entered(folded, start, end)
    if (joint := JOINTLY.search(words)) and is_whole(joint["what"]):  # 甲公司联合乙大学组建|丙中心
        return [Target((start + joint.start("what"), end), manner)]
    if place := in_place(words):
        return [Target((start + place.start("noun"), end), ((start, start + place.start("noun")), *manner))]
    of = last_of(words)
    if of is not None and re.fullmatch(rf"[^,、\d]{{0,6}}?{one_of('owned')}", words[of + 1:]):
        return phrase_targets(folded, start, start + of)
    if of is not None and is_activity(words[of + 1:]):
        return [Target(found.span, (*found.terms, (start + of + 1, end), *manner)) for found in phrase_targets(folded, start, start + of)]
    if made := re.match(rf"{one_of('places_verbs')}+(?=[^的,]+$)", words):
        return [Target((start + made.end(), end), ((start, start + made.end()), *manner))]
    owner = re.search(rf"(?<=..){one_of('owned')}$", words)
    if owner and of is None:  # 落户企业前三年|租金
        (start, end), _ = edged(folded, start, end - len(owner.group()))
    terms: tuple[Span, ...] = ((start, start + of), *manner) if of is not None else manner
    head = (start + of + 1, end) if of is not None else (start, end)
    head, doing = until_doing(folded, *head)
    terms += (doing,) if doing else ()
    if of is not None and is_bare(folded[slice(*head)]):
        begin = lead_end(folded, start)
        return [Target((start if is_bare(folded[begin:head[1]]) else begin, head[1]), terms)]
    return [Target(item, terms) for item in items(folded, *head)]


def is_activity(words: str) -> bool:
    """Whether words only say what is done to the thing before 的 (充电站的|建设, 企业的|智能化改造)."""
    return re.fullmatch(rf"[^,、的]{{0,8}}{one_of('activities')}", words.strip()) is not None and not is_whole(words)


def edged(folded: str, start: int, end: int) -> tuple[Span, tuple[Span, ...]]:
    """The span without connectives in front and adverbials behind, and the manner that stood there (通过…方式)."""
    manner: tuple[Span, ...] = ()
    while match := EDGE.search(folded[start:end]):
        if match.group().endswith("方式"):
            manner = ((start + match.start() + len(match.group()) - len(match.group().removeprefix("等")), end),)
            end = manner[0][0]
        else:
            end = start + match.start()
    number = re.match(r"[\s,、]*(?:\d+[.﹒、])?", folded[start:end])
    return (start + (number.end() if number else 0), end), manner


def last_of(words: str) -> int | None:
    """The last 的 outside brackets and quotes that leaves a head behind it."""
    for at in range(len(words) - 2, 0, -1):
        before = words[:at]
        if words[at] == "的" and before.count("(") == before.count(")") and before.count("“") == before.count("”"):
            return at
    return None


@cache
def lead() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s、,]|\d+[.﹒、]|{one_of('opens')}|本|各|每个|单个|符合条件的|首批(?!次)|其(?![他它余])|凡是|凡"
                      r"|前\d+[家个座名位])+")


def lead_end(folded: str, start: int) -> int:
    match = lead().match(folded, start)
    return match.end() if match else start


def until_doing(folded: str, start: int, end: int) -> tuple[Span, Span | None]:
    """The one who acts, and what it does: 运营企业|新增或更新公交车."""
    start = lead_end(folded, start)
    words = folded[start:end]
    for verb in re.finditer(rf"(?<=..){one_of('does')}(?![性线量额业率类])", words):
        if words[:verb.start()].endswith("等") and "、" in words[:verb.start()]:  # 甲、乙等|建设…
            return (start, start + verb.start()), (start + verb.start(), end)
        head = lexicon().head(without_bracket(words[:verb.start()]))
        stands = verb.group() == "在" and head is not None and head[1] == "Product"
        if head and (head[1] in ACTORS or stands) and not names_with(words, verb.group(), words[:verb.start()]):
            return (start, start + verb.start()), (start + verb.start(), end)
    return (start, end), None


def names_with(words: str, verb: str, before: str) -> bool:
    """Whether the verb stands inside a name (充电设施运营企业); a bare class word before it acts (企业投资…)."""
    head = lexicon().head(without_bracket(words))
    actor = lexicon().head(before)
    firm = actor is not None and actor[1] == "Firm"  # 甲有限公司|建设乙中心
    alone = actor is not None and actor[1] == "AgentGroup" and actor[0] == without_bracket(before) and len(actor[0]) > 3  # 企事业单位|建设X
    plain = "或" not in words and not lexicon().has("generic", before) and not firm and not alone
    inside = head is not None and head[1] in NAMED_BY_VERB and plain
    bare = head is not None and lexicon().has("generic", head[0]) and words.endswith(verb + head[0])  # 企业|研发项目
    made = head is not None and actor is not None and actor[1] == "AgentGroup" and head[1] == "Product"
    return lexicon().kinds.get(verb) in ("either", "nominal") and (inside or bare) and not made


def entered(folded: str, start: int, end: int) -> list[Target]:
    """进入A、B名单的: those on the list, with the words as the term."""
    (start, end), _ = edged(folded, start, end)
    words = folded[start:end]
    term = (start, end - 1)
    acting = re.match(rf"(?P<who>[^,]{{2,16}}?){one_of('enters')}", words)
    if acting and is_whole(acting["who"]):  # 整车企业|获得上述贷款的
        who = (start, start + acting.end("who"))
        return [Target(who, ((who[1], term[1]),))]
    found = re.match(rf"(?:[^,]*?{one_of('enters')}|{one_of('places_verbs')}+)"
                     rf"(?P<who>[^,]+?)(?:{one_of('lists')})?(?:等)?的$", words)
    if found is None or not is_whole(found["who"]):
        who, doing = until_doing(folded, *term)
        if not doing and (size := measured_head(words)):
            who, doing = (start, start + size), (start + size, term[1])
        return [Target(who if doing else None, (doing or term,))]
    return [Target(item, (term,)) for item in items(folded, start + found.start("who"), start + found.end("who"))]


def measured_head(words: str) -> int | None:
    """The length of the thing that opens a condition on it (全新车型|指导价不超过15万元的)."""
    if opens_with_verb(words):
        return None
    return next((n for n in range(3, 13) if is_whole(words[:n]) and not is_bare(words[:n]) and not is_whole(words[:n + 1])
                 and re.search(r"\d", words[n:])), None)


def tidy(folded: str, start: int, end: int) -> Span | None:
    """A term without connectives in front and 的 behind; None for 按规定 and the like."""
    match = re.match(r"[\s,、]*(?:\d+[.﹒、])?(?:且|并|同时)?", folded[start:end])
    start += match.end() if match else 0
    while end > start and folded[end - 1] in " ,的再":
        end -= 1
    plain = re.fullmatch(one_of("plain_terms"), folded[start:end]) or RESTING.fullmatch(folded, start, end)
    return None if end - start < 2 or plain else (start, end)
