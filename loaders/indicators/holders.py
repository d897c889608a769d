"""Holders: what is measured, where it stands in front of the measure's name (滨江机场|旅客吞吐量, 全市|灯具产值).

A holder is a place, a firm, a plant or another thing with a name of its own. A class of things (灯具企业, 灯具行业) is
part of the measure's name, for it is how much of the place's or the policy's that is counted.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from loaders.indicators.edges import SHORTEST, Span, cleaned, ends_in, one_of, place_of, verbs, without_plan
from loaders.knowledge import knowledge, listed
from loaders.lexicon import lexicon

LONGEST_HOLDER = 26
OWNERS = ("Region", "Park", "Agency", "Firm", "Institution", "Platform", "Project", "Product")
CLASSES = ("", "AgentGroup", "Technology", "Product")
NAMED = 5  # characters of the name of a fund or an event, at least
ACTS = "实现|完成|累计|形成|拥有|现有"
FIELDS = ("领域", "方面", "环节")  # where something is done, no one who does it (在物流领域|投放重卡)
POINTING = ("这", "该", "其", "此")

COMPANY = re.compile("[\u4e00-\u9fff()]{0,12}?有限(?:责任)?公司")
RANKED = re.compile("[\u4e00-\u9fff]{2,5}?[省市区](?:工业|制造业|民营企业|企业|民营)?[0-9]+强")  # 重庆市工业50强企业|2家: a rank
SINCE = re.compile("上市(?:以来|至今|首|一个|后|即|当|半年|不到|仅)")  # 甲型|上市以来|累计交付
EACH = re.compile(r"(?P<what>每[辆台座个家条户吨套块艘架][\u4e00-\u9fff]{2,10}?)"
                  r"(?:每年|每天|每月|每次|可以|可|能(?![耗源量效级力])|约|平均|将)+(?=.{2})")

Divided = tuple[Span | None, str, int]


def fronted(folded: str, span: Span, known: Sequence[Span]) -> tuple[Span | None, Span]:
    """The known name that opens the words, with the plant behind it (甲公司渝北工厂), and the words after it; of names in
    a row the last one (甲市|乙公司)."""
    start, end = cleaned(folded, span)[0]
    start += 1 if folded.startswith("经", start) and any(one[0] == start + 1 for one in known) else 0  # 经甲港|出口的整车
    set_to = re.match("推动了?|促进了?|支持|助推|助力|推进|引导|帮助|确保|力促|带动了?|拉动了?", folded[start:end])
    start += set_to.end() if set_to and any(one[0] == start + set_to.end() for one in known) else 0  # 推动|甲园扩区
    at, last, several = start, None, False
    if RANKED.match(folded, start, end):
        return None, (start, end)
    while name := next((one for one in known if one[0] == at and one[1] <= end), None):
        at, last = name[1], name
        if folded[at:at + 1] in ("、", "和", "及") and any(one[0] == at + 1 for one in known):
            at, several = at + 1, True
    if last and folded[at:at + 1] == "、" and (rest := re.match(rf"(?:、[^、,]{{1,8}}?)+(?={verbs()})", folded[at:end])):
        at, several = at + rest.end(), True  # 在甲地、乙地|新建换电站
    if several and last:  # what several have together is none's own (甲公司、乙公司|产值)
        group = re.match(r"等[\u4e00-\u9fff]{0,8}?(?:企业|公司|城市|园区|地|商圈|片区|区县|场所|枢纽|港口|品牌)", folded[at:end])
        plant = plants().match(folded, at, end)
        return None, cleaned(folded, (group.end() + at if group else plant.end() if plant else at, end))[0]
    company = COMPANY.match(folded, at, end) if last else None
    if company:  # 四川|甲汽车|制造有限公司
        return (start, company.end()), cleaned(folded, (company.end() + len(of(folded, company.end(), end)), end))[0]
    if last is None or (re.match(one_of("joins_name"), folded[at:end]) and not SINCE.match(folded, at, end)):
        return None, (start, end)
    at += len("口岸") if folded.startswith("口岸", at) else 0  # 甲市口岸|出口
    plant = plants().match(folded, at, end)
    holder = (start, plant.end()) if plant else last
    begin = max(at, holder[1])
    begin += 1 if folded.startswith("以", begin) and ends_in(folded[begin:end], "measures") else 0  # 甲省|以|产量9万辆位列第一
    return holder, cleaned(folded, (begin + len(of(folded, begin, end)), end))[0]


def of(folded: str, start: int, end: int) -> str:
    return "的" if folded[start:min(end, start + 1)] == "的" else ""


@cache
def plants() -> re.Pattern[str]:
    """What belongs to a firm or a place and is measured itself: its plant, airport or brand, not a number of them."""
    return re.compile(rf"[\u4e00-\u9fff]{{0,6}}?{one_of('facilities')}(?=.{{2}})(?!数|个数|总数)")


def placed(folded: str, span: Span) -> tuple[Span | None, Span]:
    """The place that a word such as 全市 or 示范区 shows in front, and the words after it."""
    start, end = span
    place = re.match(rf"[^{''.join(listed('indicators', 'not_places'))}]{{0,14}}?{one_of('places')}"
                     rf"(?![{knowledge('indicators')['continues']}])", folded[start:end])
    if place is None or end - start - place.end() < SHORTEST or re.match(verbs(), folded[start:end]):
        return None, span
    return place_of(folded, start, start + place.end()), cleaned(folded, (start + place.end(), end))[0]


def divided(folded: str, body: Span) -> Divided:
    """The thing measured, the class of things that opens the name from afar (灯具企业|累计|…), and where the name begins:
    机场|实现吞吐量, 示范区|研发投入, 零部件领域的|企业."""
    start, end = body
    words = folded[start:end]
    if each := EACH.match(words):
        rest = cleaned(folded, (start + each.end(), end))[0]
        return place_of(folded, start + each.start("what"), start + each.end("what")), "", rest[0]
    for verb in re.finditer(rf"(?<=..)(?:{verbs()}|{ACTS})", words):
        rest = cleaned(folded, (start + verb.start(), end))[0]
        said = folded[rest[0]:rest[1]]
        growing = re.fullmatch(rf"(?:{verbs()}|净增)?{one_of('changes')}|新增|净增", said)
        who = without_plan(words[:verb.start()])
        if ends_in(who, "holders") and len(said) >= SHORTEST and not growing and not is_compound(words, verb):
            return (None, "", rest[0]) if who.endswith(FIELDS) else (*held(folded, (start, start + len(who))), rest[0])
    if turned := re.search(r"(?:^|(?<=..))(?:刚刚?|已经?|又|再|也)把(?=.{2,})", words):  # 甲公司刚把|产能从2万吨提升到3万吨
        name = cleaned(folded, (start + turned.end(), end))[0][0]
        bare = lexicon().has("generic", words[:turned.start()])
        return None if bare else place_of(folded, start, start + turned.start()), "", name
    modal = re.search(r"(?<=..)(?:将(?!来)|力争|已累计|已(?!有)|预计)(?=.{2,})", words)
    if modal and modal.start() < LONGEST_HOLDER:
        return (*held(folded, (start, start + modal.start())), cleaned(folded, (start + modal.end(), end))[0][0])
    if (at := of_splits(words)) is not None:
        return place_of(folded, start, start + at), "", cleaned(folded, (start + at + 1, end))[0][0]
    if at := glued(words):
        return place_of(folded, start, start + at), "", start + at
    place, rest = placed(folded, body)
    return place, "", rest[0]


def glued(words: str) -> int:
    """Where a fund or an event ends that stands before its measure without 的 (甲产业基金|总规模), 0 where none does."""
    measure = re.search(rf"(?<=.{{{NAMED}}}){one_of('measures')}$", words)
    sizes = range(measure.start(), NAMED - 1, -1) if measure else ()
    return next((n for n in sizes if (head := lexicon().head(words[:n])) and head[1] in ("Instrument", "Event")), 0)


def held(folded: str, span: Span) -> tuple[Span | None, str]:
    """Who acts, as the holder or as the class of things that goes to the name: 全市|灯具企业, 灯具集团|."""
    if not is_class(folded[slice(*span)]):
        return place_of(folded, *span), ""
    place, rest = placed(folded, span)
    kept = place_of(folded, *rest)
    return place, folded[slice(*kept)] if kept else ""


def is_class(words: str) -> bool:
    """Whether words end in a class of things and are no proper name."""
    head = lexicon().head(words.strip())
    return head is not None and head[1] in CLASSES and head[0] not in lexicon().proper


def is_compound(words: str, verb: re.Match[str]) -> bool:
    """Whether the verb stands inside the name of a class of actors (灯具|销售企业年销售额)."""
    return re.match(rf"{one_of('actors')}", words[verb.end():]) is not None and is_class(words[:verb.start()])


def of_splits(words: str) -> int | None:
    """Where the last 的 parts holder and name: after a place, an actor or a thing that has a measure; not in 占…的比重,
    before a bare class word, after 这类, 该 or a verb."""
    at = words.rfind("的")
    if min(at, len(words) - at - 1) < SHORTEST or words.startswith(POINTING):
        return None
    before = words[:at]
    kept = re.match(rf"{one_of('compared')}|{verbs()}", words) or "占" in before or lexicon().has("generic", words[at + 1:]) or (
        re.fullmatch(one_of("bare"), words[at + 1:]))
    head = lexicon().head(before)
    short = head is None and re.fullmatch(r"[\u4e00-\u9fff]{2,4}", before) and ends_in(words, "measures")
    owns = ends_in(before, "places") or short or (head is not None and head[1] in OWNERS and "等" not in before)
    return at if owns and not kept else None
