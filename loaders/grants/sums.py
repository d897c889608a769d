"""Sums: the amount, rate, ceiling and shares that the words around a trigger say."""
from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from loaders.grants.triggers import Span, one_of
from loaders.values import Quantity, quantities

Qualifiers = dict[str, str | int | float]
UPPER = ("<=", "<")


def money_in(folded: str, start: int, end: int) -> list[Quantity]:
    """The sums of money between two offsets; a bare 500万 counts as yuan."""
    return [shifted(q, start) for q in quantities(folded[start:end]) if q.kind in ("money", "bare")]


def rates_in(folded: str, start: int, end: int) -> list[Quantity]:
    return [shifted(q, start) for q in quantities(folded[start:end]) if q.kind == "rate"]


def shifted(q: Quantity, by: int) -> Quantity:
    return replace(q, start=q.start + by, end=q.end + by)


def base_of(folded: str, quantity: Quantity, floor: int) -> str:
    """What one sum is for: 元/千瓦, 每千瓦…元, 单个企业最高…元, joined to 年 by · where it is yearly; 合计 for all."""
    before = folded[floor:quantity.start]
    each = quantity.per
    if not each and (found := each_frame().search(before)):
        each = found["one"] or found["each"][1:]
    yearly = "年" if re.search(one_of("yearly"), before) else ""
    parts = [part for part in (each, yearly) if part and part != "年度"]
    if not parts and re.search(one_of("all_together"), before):
        return "合计"
    return "·".join(dict.fromkeys(parts))


@cache
def each_frame() -> re.Pattern[str]:
    """单个企业…, 每辆…: the thing behind the word, else the word's own (单站, 每户)."""
    stop = rf"{one_of('yearly')}|{one_of('direct')}|给予|最高|总|累计|按|不超过|,|$"
    return re.compile(rf"(?!单位)(?P<each>{one_of('each')})(?!年)(?P<one>[\u4e00-\u9fff]{{0,6}}?)(?={stop})")


def amount_of(folded: str, sums: list[Quantity], n: int, floor: int) -> Qualifiers:
    """The qualifiers of one of the granted sums: an upper limit is a cap, anything else an amount."""
    if not sums:
        return {}
    quantity = sums[min(n, len(sums) - 1)]
    unit = quantity.unit or "CNY"
    before = [q.end for q in sums if q.end <= quantity.start]
    yearly = re.search(r"每年度?(?:最高|可)?[\u4e00-\u9fff]{2}$", folded[max(0, floor - 12):floor])
    words = max([floor - len(yearly.group()) if yearly else floor, *before])
    if quantity.start < floor:  # 按每人…元给予: what it is for stands directly before the price
        each = re.search(r"每\S{1,3}$", folded[:quantity.start])
        words = each.start() if each else quantity.start
    per = base_of(folded, quantity, words) or per_head(folded, floor)
    if quantity.operator in UPPER:
        return {"cap": quantity.value, "unit": unit} | ({"capPer": per} if per else {})
    found: Qualifiers = {"amount": quantity.value, "unit": unit}
    if quantity.value_max is not None:
        found["amountMax"] = quantity.value_max
    return found | ({"per": per} if per else {})


@cache
def heads() -> re.Pattern[str]:
    unit = "[辆台座个家户人名位项吨套度条列班站桩枪车次件亩]|千瓦时|千瓦|公里|平方米"
    return re.compile(rf"(?:^|[,;:、])\s*(?:对?按?|[^,;:、\d]{{3,16}}?)每{one_of('gains')}*"
                      rf"(?P<unit>{unit})[^,;\d]{{0,14}}?(?P<time>每[年月])?"
                      rf"(?:一次性|分别|发放|给予|予以|可|最高|{one_of('direct')}|奖|补){{1,4}}$")


def per_head(folded: str, floor: int) -> str:
    """What a sum is for where its clause says so before the verb: 每辆补贴…, 每新建1座换电站补助…"""
    said = heads().search(folded[:floor])
    return "·".join(part for part in (said["unit"], (said["time"] or "")[1:]) if part) if said else ""


BASE_EDGE = re.compile(r"^(?:[照其\s]|不超过|最高|不低于|不高于)+|(?:的|不超过|最高|不高于|比例|一定)+$")


def rate_of_term(folded: str, start: int, end: int) -> Qualifiers:
    """按实际投资的30%: the rate and what it is a part of; nothing where a term only sets a threshold."""
    found = rates_in(folded, start, end)
    said = re.match(rf"\s*{one_of('bases')}(?P<base>[^,;]*)$", folded[start:found[0].start]) if found else None
    return with_base(found[0], said["base"]) if said else {}


def rate_of_object(folded: str, start: int, end: int) -> Qualifiers:
    """给予设备金额30%的补贴: the rate in what is given."""
    found = rates_in(folded, start, end)
    return with_base(found[0], re.split("[,;、]", folded[start:found[0].start])[-1]) if found else {}


def with_base(rate: Quantity, words: str) -> Qualifiers:
    base = BASE_EDGE.sub("", words.strip())
    named = re.fullmatch(r"[^\d%]{2,40}", base)
    found: Qualifiers = {"rate": rate.value} if rate.value_max is None else {"rate": rate.value_max}
    return found | ({"rateBase": base} if named else {})


JOINT = re.compile("、|(?<=[局委厅办府会院政团司])(?:联合|会同|携手)"
                   "|(?<=[局委厅办府会级政省市区县业位门行团心司厂])[和及与]")  # not that of 经济和信息化委员会


@dataclass(frozen=True, slots=True)
class Share:
    """A span of who pays and the part that it bears, None where only who is said."""

    start: int
    end: int
    share: float | None


def shares(folded: str, start: int, end: int) -> list[Share]:
    """甲、乙各按50%承担; 甲、乙分别按60%、40%比例; 两级按1:1分担; 甲、乙各承担一半; 所需资金由甲承担 (with no share)."""
    clause = folded[start:end]
    said = next((found for frame in share_frames() if (found := frame.match(clause))), None)
    if said is None or not re.search(rf"{one_of('payers')}$", said["who"].strip()):
        return []
    who = split_payers(folded, start + said.start("who"), start + said.end("who"), shared=True)
    if "parts" not in said.groupdict():
        return [Share(a, b, None) for a, b in who]
    parts = read_parts(said["parts"])
    if len(parts) == 1:
        parts = parts * len(who)
    return [Share(a, b, part) for (a, b), part in zip(who, parts, strict=False)]


@cache
def share_frames() -> tuple[re.Pattern[str], ...]:
    """The parts before the verb, one half each behind it, no part at all."""
    part, who = r"\d+(?:\.\d+)?%", r"(?P<who>[^,;]+?)"
    return (re.compile(rf"[\s,]*(?:其中)?(?:[^,;由]{{0,6}}由)?{who}(?:各自?|分别)?(?:按照?|{one_of('shares')})?"
                       rf"(?P<parts>{part}(?:[、和:]{part})*|\d+:\d+)(?:的?比例)?(?:(?:共同|予以)?{one_of('shares')}|$)"),
            re.compile(rf"[\s,]*(?:[^,;由]{{0,8}}由)?{who}各自?{one_of('shares')}(?P<parts>一半|50%)$"),
            re.compile(rf"[\s,]*[^,;由]{{0,6}}(?:资金|经费|费用|补贴|奖励)由{who}(?:全额|统筹|自行|共同)?(?:承担|负担|解决|列支|保障)$"))


def read_parts(said: str) -> list[float]:
    if said == "一半":
        return [0.5]
    if "%" in said:
        return [q.value for q in quantities(said.replace(":", "、"))]
    numbers = [int(number) for number in said.split(":")]
    return [round(number / sum(numbers), 4) for number in numbers]


def split_payers(folded: str, start: int, end: int, shared: bool = False) -> list[Span]:
    """A span for each who pays: 市、区县两级财政 are two, and so are 市、区两级 where each has a share; else they are one."""
    words = folded[start:end]
    if re.search("[两三]级(?!财政)", words) and not shared:
        return [(start, end)]
    joints = ((start + match.start(), start + match.end()) for match in re.finditer(JOINT, words))
    cuts = [(start, start), *joints, (end, end)]
    return [(a, b) for (_, a), (b, _) in pairwise(cuts) if b > a]
