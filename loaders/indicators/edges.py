"""The edges of names: what goes before and behind the words that name an indicator or its holder."""
from __future__ import annotations

import re
from functools import cache, partial

from loaders.knowledge import group_of, knowledge
from loaders.lexicon import lexicon
from loaders.values import dates

Span = tuple[int, int]
SHORTEST, LONGEST_DATE = 2, 24
BESIDE = 4  # characters of what opens a bracket before a figure (含, 共计)
RANK = re.compile("(?:全[国省市区球])?第[一二三四五六七八九十0-9]+[位名]?[、,]")
SHARED = ("共建", "共享", "共用", "共创")
HAVING = ("有", "是", "为", "拥有", "共有")
one_of = partial(group_of, "indicators")  # a group of the words under these keys


@cache
def verbs() -> str:
    return rf"{one_of('verbs')}(?![{knowledge('indicators')['not_verb_before']}]|商(?![家户铺品业])|费)"


def ends_in(words: str, *keys: str) -> bool:
    return re.search(rf"{one_of(*keys)}$", words.strip()) is not None


@cache
def edges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What goes before a name and what goes after it."""
    # 前 and 在 inside words; 前海新区
    words = ("来自|前[者沿景端往茅列]|(?<![\u4e00-\u9fff0-9])前(?=[\u4e00-\u9fff])|"
             "在[校建册研手职岗线谈用产售场园库途营租网役编]|再[生制]")
    return (re.compile(rf"[\s“”]*(?!{words})(?:与[^,、]{{2,10}}?(?:共同|联合|合作)|使(?!用)|{one_of('leaders')})"),
            re.compile(rf"(?:{one_of('predicates')}|{one_of('moves')}了?[到至为成在]|连续[一二两三四五六七八九十\d]+(?:年|个?月|季度?|个季度))\s*$"))


def cleaned(folded: str, span: Span) -> tuple[Span, bool]:
    """The span without time, leading words and predicates; and whether a word of having or aiming was taken."""
    start, end = span
    if rank := RANK.match(folded, start, end):  # …位列全国|第一、|汽车产量
        start = rank.end()
    start += len(folded[start:end]) - len(re.split(one_of("breaks"), folded[start:end])[-1])
    shown = start > span[0]
    lead, trail = edges()
    while True:
        if when := date_first(folded, start, end):  # 前9个月 before 前
            start = when
        elif (match := lead.match(folded, start, end)) and not folded.startswith(SHARED, start):
            start, shown = match.end(), True
        else:
            break
    while (match := trail.search(folded, start, end)) and match.end() == end:
        end, shown = match.start(), shown or match.group().strip() in HAVING
    while start < end and folded[start] in " ,、的":
        start += 1
    if (aside := folded.rfind("(", start, end)) > start and ")" not in folded[aside:end] and end - aside <= BESIDE:
        end = aside  # 充电站(共|9座)
    while end > start and folded[end - 1] == ")" and "(" not in folded[start:end]:
        end -= 1
    return (after_glued(folded, start, end), end), shown


def date_first(folded: str, start: int, end: int) -> int | None:
    """Where a date that opens the words ends."""
    found = dates(folded[start:min(end, start + LONGEST_DATE)], 2000)
    return start + found[0].end if found and not folded[start:start + found[0].start].strip(" (") else None


def after_glued(folded: str, start: int, end: int) -> int:
    """Where the name begins when a comma before it was lost: 整车企业45零部件企业…"""
    glued = re.search(r"(?<=[\u4e00-\u9fff])\d+(?=[\u4e00-\u9fff])(?!\d*[强年月日万亿千百])", folded[start:end])
    return start + glued.end() if glued and lexicon().head(folded[start:start + glued.start()]) else start


def without_plan(who: str) -> str:
    """Who acts, without 计划2025年 and the like before the verb, and without whom or what he acts on (向甲公司, 在乙地)."""
    who = re.split(rf"(?<=..)(?:{one_of('modals')}(?=..)|{one_of('adjuncts')}(?=.{{2}}))", who)[0]
    who = re.sub(r"(?:当月|当年|全年|年内)$", "", who)
    dated = [when for when in dates(who, 2000) if when.end == len(who)]
    return re.sub(rf"(?:{one_of('predicates', 'modals')}|计划|拟)+$", "", who[:dated[-1].start] if dated else who)


def place_of(folded: str, start: int, end: int) -> Span | None:
    """The span without verbs, connectives and brackets at its edges, None where nothing is left."""
    lead = re.match(r"(?:推动|拉动|带动|助推|撬动|支持|促进|引导|帮助|指导|内(?!蒙)|[ ,、和及“])+", folded[start:end])
    start += lead.end() if lead else 0
    end -= len(folded[start:end]) - len(re.sub(r"(?:\([^()]*\)|[ 的]|(?:建成|达产|投产|运营)+后)+$", "", folded[start:end]))
    return (start, end) if end - start >= SHORTEST else None
