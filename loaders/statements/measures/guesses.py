"""Guesses: whether what a figure is taken to measure, where its own clause names nothing, may be that: it can have such a
measure, and nothing else that the sentence names stands in between."""
from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.course import Ref
from loaders.indicators.edges import one_of
from loaders.items import top
from loaders.lexicon import lexicon
from loaders.referents.spoken import latest
from loaders.resolution import Cast

ACTING = frozenset({"Firm", "Institution", "AgentGroup"})
OTHERS = ACTING | {"Project", "Park", "Platform", "Region"}  # in news; an agency that replies goes on speaking of its own
COUNTED = re.compile(r"[0-9一二两三四五六七八九十百千]+[余多]?[万亿]?[个家座项条户处][^,，。;；、]{0,12}$")
COUNT = re.compile("[0-9]|(?:已|现|共|约|近|超|达|有|为)+[0-9]|只有|仅有")
BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
ASIDE = re.compile("(?<![理缘自])(?:是|系|成为|作为|即|由|向|被|给)[^,，。;；]*$")
LISTED = re.compile("[^,，。;；]*等$")  # 甲公司、乙公司等|企业12家
SHORT = 40  # characters before a name within which 是 makes it what another thing is, and 由 who made that one
GRADE = re.compile("[0-9十百千万亿]+元?级(?:重大|重点|产业)?项目")  # how large many are, no work
GUESTS = re.compile("(?:代表|嘉宾|记者|领导|来宾|客商|观众|负责人|人士|干部|同志)$")  # who comes is no measure of whom he comes for
HEARD = re.compile("[^,，。;；、]{2,24}?上?(?:获悉|了解到|宣布|透露|表示|介绍)")  # 记者从甲发布会上获悉: what is told there
PART = re.compile("(?:大会|论坛|峰会|车展|展会|活动)(?:还|将|同期|期间)*(?:举办|设置|设有|安排)了?$")  # 大会举办|甲论坛
NEAR = 12
OPENING = re.compile("(?:开幕式|开幕会|开幕大会|闭幕式|闭幕会|启动仪式)$")
FIRMS = re.compile("(?:企业|公司|厂商|车企|机构|研究院|研究所)$")


def can_have(ref: Ref, name: str) -> bool:
    """Whether a thing of the class has such a measure: goods have no income and no land, and a work has no firms but those
    that go there."""
    there = re.match(one_of("verbs"), name) is not None  # 入驻企业
    guests = GUESTS.search(name) and not there and top(ref.class_) in ("Firm", "Institution", "Association")
    if GRADE.fullmatch(ref.name) or ref.name.startswith(("以上", "上述", "这些", "此类")) or guests:
        return False
    kind = top(ref.class_) == "Product" and not any(sign.isdigit() for sign in ref.name)
    if kind and name.endswith("配套率"):  # 汽车零部件的本地配套率: of a place
        return False
    if top(ref.class_) == "Product" and re.search(one_of("of_firms") + "(?:增长|下降|增幅|增速|占.*)?$", name):
        return False
    return there or top(ref.class_) not in ("Project", "Product") or FIRMS.search(name) is None


def contradicted(cast: Cast, ref: Ref, start: int, at: int) -> bool:
    """Whether the words from a place on name another that may have the figure (甲公司研制的发动机装车700辆,|里程…: not of the
    place); what is counted there, what stands in brackets, what it is itself (甲区是乙市最大的基地) and who made it
    (由甲公司设立) is none."""
    aside = [said.span() for said in BRACKETS.finditer(cast.text, start, at)]
    return any(not any(first <= place < last for first, last in aside) for place, other in others(cast, start, at) if other != ref)


def others(cast: Cast, start: int, at: int) -> Iterator[tuple[int, Ref]]:
    """The firms, works and places that a text names between two places, without those that it counts."""
    wanted = OTHERS if cast.telling else ACTING
    for place, ref in cast.between(start, at):
        if top(ref.class_) in wanted and not counted(cast, ref, place) and (
                ASIDE.search(cast.text, max(place - SHORT, start), place) is None and LISTED.fullmatch(cast.text, place, at) is None):
            yield place, ref


def counted(cast: Cast, ref: Ref, place: int) -> bool:
    """Whether a thing is how many of them there are (引进23个项目, 配套企业11家, 企业有30家)."""
    end = max((one.end for one in cast.drafts[ref.id].mentions if one.start == place), default=place)
    return COUNTED.search(cast.text, max(place - 16, 0), place) is not None or COUNT.match(cast.text, end) is not None


def counts_firms(name: str) -> bool:
    """Whether a figure counts firms or people: a place has them."""
    head = lexicon().head(name)
    return head is not None and head[1] == "AgentGroup"


def event_told(cast: Cast, at: int) -> Ref | None:
    """The event that the paragraph named last before a place in the text, but for what is only a part of one or where one
    hears of it, else the one that all of it is of, else the last of the text."""
    theme = cast.theme if cast.theme and top(cast.theme.class_) == "Event" else None
    said = [(start, ref) for start, ref in cast.backward(("Event",), at) if not HEARD.match(cast.text, start)
            and not PART.search(cast.text, max(start - NEAR, 0), start)]
    line = cast.text.rfind("\n", 0, at) + 1
    told = latest(one for one in said if line <= one[0]) or theme or latest(said)
    whole = OPENING.sub("", told.name) if told else ""
    return next((ref for _, ref in cast.backward(("Event",), at) if whole and ref.name == whole), None) or told
