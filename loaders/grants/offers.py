"""Offers: what the object of a grant's verb gives: its sums, its rate, its limits and what it is called."""
from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.grants.context import Context
from loaders.grants.sums import UPPER, Qualifiers, base_of, money_in, rate_of_object, rates_in
from loaders.grants.triggers import Span, Trigger, clause_start, one_of
from loaders.values import Quantity

BRACKET = re.compile(r"\([^()]*\)")
EXCEPTION = re.compile(r"\((?P<said>[^()]*(?:不得|除外|不含|不包括)[^()]*)\)$")
MEASURE = re.compile(r"^(?:以内|以下|以上|标准|等|左右|的|为|一定|分别|/\S{1,3}(?=的)|[\s,)])+"
                     r"|(?:等|[\s,(]|最高|不超过|\([^()]*\))+$")


@dataclass(frozen=True, slots=True)
class Offer:
    """What is given: sums (one, or one a tier), the terms that price it, ceilings, the rate in the object, the name,
    and an exception in brackets."""

    sums: list[Quantity]
    prices: list[Span]
    limits: list[Quantity]
    rate: Qualifiers
    instrument: str
    exception: str


def offers_of(folded: str, trigger: Trigger, context: Context, limits: list[Quantity], end: int) -> list[Offer]:
    """The offer of a trigger, or several where each sum has a name of its own (9万元安家补贴和5万元启动经费).
    `limits` stand in the clauses behind it, which end at `end`."""
    whole = offer_of(folded, trigger, context, limits, end)
    stops = [q.start for q in whole.sums[1:]] + [trigger.close]
    names = [re.match(rf"[^,;、\d]{{0,12}}?{one_of('money')}", folded[q.end:stop]) for q, stop in zip(whole.sums, stops, strict=False)]
    if len(names) < 2 or not all(names):
        return [whole]
    return [replace(whole, sums=[q], instrument=MEASURE.sub("", name.group()))
            for q, name in zip(whole.sums, names, strict=True) if name]


def offer_of(folded: str, trigger: Trigger, context: Context, limits: list[Quantity], end: int) -> Offer:
    """The one offer of a trigger with all its sums."""
    prices = priced(folded, context)
    sums = money_in(folded, trigger.end, trigger.close) or list(prices.values())
    brackets = [(m.start(), m.end()) for m in BRACKET.finditer(folded, trigger.end, trigger.close)]
    inside = [q for q in sums if any(a <= q.start < b for a, b in brackets)]
    sums = [q for q in sums if q not in inside] or list(prices.values())
    if len(sums) == 2 and sums[1].operator in UPPER and sums[0].operator not in UPPER:
        sums, inside = sums[:1], [*sums[1:], *inside]
    best = folded[:trigger.start].endswith(("最高", "最高可")) or folded.startswith("最高", trigger.start)
    if sums and (best or (len(sums) > 1 and sums[0].operator in UPPER)):
        sums = [replace(q, operator="<=") for q in sums]
    if not sums:  # 按投资额的20%、最高3000万元给予补助
        inside += [q for span in context.terms if rates_in(folded, *span) for q in money_in(folded, *span) if q.operator in UPPER]
    instrument, exception = named(folded, trigger, context, sums, end)
    return Offer(sums, list(prices), [*inside, *limits], rate_of_object(folded, trigger.end, trigger.close), instrument, exception)


def priced(folded: str, context: Context) -> dict[Span, Quantity]:
    """The unit prices among the terms: 按0.2元/千瓦时给予…"""
    return {(start, end): q for start, end in context.terms for q in money_in(folded, start, end)
            if re.fullmatch(rf"{one_of('bases')}(?P<each>每\S{{1,3}})?", folded[start:q.start].strip())
            and (q.per or "每" in folded[start:q.start])}


def named(folded: str, trigger: Trigger, context: Context, sums: list[Quantity], end: int) -> tuple[str, str]:
    """What is given, as said, without sums, receiver and words of measure; and an exception in brackets behind it."""
    if trigger.form == "exempt":
        return folded[trigger.start:trigger.close], ""
    receivers = [target.span for target in context.targets if target.span]
    inside = [b for a, b in receivers if trigger.end <= a and b <= trigger.close]
    if trigger.form == "announce" and inside:
        return MEASURE.sub("", folded[trigger.end:receivers[0][0]]), ""
    said = folded[trigger.end:trigger.close]
    exception = EXCEPTION.search(said)
    figures = [*sums, *rates_in(folded, trigger.end, trigger.close)]
    ends = [q.end for q in figures if q.end <= trigger.close] + (inside if trigger.form == "give" else [])
    begin = max([trigger.end, *ends])
    before = folded[trigger.end:figures[0].start] if figures else ""
    places = (folded[begin:trigger.close], folded[trigger.close:end], before)
    for words in reversed(places) if trigger.form == "spend" else places:
        words = re.sub(rf"(?<=..){one_of('each')}[^,]*(?:不超过|最高).*", "", words)  # a lost comma before a ceiling
        words = re.sub(r".*元(?:/\S{1,3}?)?(?=的)", "", MEASURE.sub("", words))
        for a, b in receivers:
            words = words.removeprefix(folded[a:b])
        name = MEASURE.sub("", words)
        if re.search(one_of("money", "support"), name) and not re.search("不超过|最高", name):
            return name, exception["said"] if exception else ""
    verb = folded[trigger.start:trigger.end]
    return (MEASURE.sub("", folded[begin:trigger.close]) or verb) if trigger.form == "perform" else verb, ""


def limit_start(folded: str, limit: Quantity) -> int:
    """Where the words of a ceiling begin."""
    inner = max(folded.rfind("(", 0, limit.start), folded.rfind("、", 0, limit.start)) + 1
    return max(clause_start(folded, limit.start), inner)


def further(folded: str, limits: list[Quantity]) -> list[Span]:
    """The ceilings behind the first, as said: a grant has room for one, the others are terms."""
    return [(limit_start(folded, limit), limit.end) for limit in limits[1:]]


def capped(folded: str, said: Qualifiers, limits: list[Quantity]) -> Qualifiers:
    """The sum with the first ceiling; its own upper limit then is the amount's."""
    found = dict(said)
    if limits and "cap" in found:
        found["amountMax"] = found.pop("cap")
        found |= {"per": per} if (per := found.pop("capPer", "")) else {}
    for limit in limits[:1]:
        per = base_of(folded, limit, limit_start(folded, limit))
        found |= {"cap": limit.value, "unit": limit.unit or "CNY"} | ({"capPer": per} if per else {})
    return found
