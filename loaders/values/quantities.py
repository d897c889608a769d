"""Quantities in a text: counts, measures, money and rates as plain numbers, with the unit said and their bound."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from loaders.knowledge import any_of, knowledge, listed, longest_first
from loaders.values.numerals import ARABIC, NUMBER, SCALE, SCALES, arabic, chinese, fold, plain, scaled

DASH = r" ?[-—–―~～−至到]{1,2} ?"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. `value` (and `value_max` of a range) is multiplied out, rates are 0-1 with unit `"1"`,
    money has the currency's code as unit; `operator` is one of `= >= <= > < ~`; `per` is the base of a unit price
    (元/千瓦 gives 千瓦); `kind` is count, measure, time, money, rate, multiple or bare; `text` is all of it as said."""

    start: int
    end: int
    value: int | float
    value_max: int | float | None
    unit: str
    operator: str
    text: str
    kind: str
    per: str = ""


@cache
def units() -> dict[str, tuple[str, str]]:
    """Every unit as written -> (its kind, the unit that a quantity carries)."""
    data = knowledge("units")
    table = {unit: (kind, unit) for key, kind in (("counters", "count"), ("measures", "measure"), ("times", "time"),
                                                  ("multiples", "multiple")) for unit in listed("units", key)}
    return table | {unit: ("rate", "1") for unit in data["rates"]} | {
        unit: ("money", code) for unit, code in data["money"].items()}


def unit_pattern() -> str:
    """A group that matches a unit where it is one (次 is none in 一次性)."""
    guards = knowledge("units")["not_before"]

    def one(unit: str) -> str:
        latin = "(?![A-Za-z])" if unit[-1].isascii() and unit[-1].isalpha() else ""
        return re.escape(unit) + latin + (f"(?![{guards[unit]}])" if unit in guards else "")

    return "(?:" + "|".join(one(unit) for unit in longest_first(units())) + ")"


@cache
def operators(side: str) -> dict[str, str]:
    """The bounding words before or after a number -> their operator."""
    return {word: sign for sign, said in knowledge("units")[side].items() for word in said}


@cache
def pattern() -> re.Pattern[str]:
    """One quantity: bounding words, a number or a range of two, unit, base, bounding words."""
    inside = knowledge("units")["inside_words"]
    before = "|".join((f"(?<![{inside[w]}])" if w in inside else "") + re.escape(w)
                      for w in longest_first(operators("before")))
    number = re.sub(r"\?P<\w+>", "?:", NUMBER.pattern)
    return re.compile(
        rf"(?P<before>(?:(?:{before}) ?)*){bracket('c')}(?<!第)(?:(?<!前)|(?<=[目当此之以提]前))"
        rf"(?P<of>[百千]分之)?(?P<a>{number})(?:{unit_with_base('a')})?{bracket('ca')}"
        rf"(?:{DASH}(?:{before})?(?P<b>{number}){unit_with_base('b')}{bracket('cb')})?(?P<after>{any_of(operators('after'))})?")


def bracket(name: str) -> str:
    """An optional (含) or (不含), caught under the name."""
    return rf"(?: ?\((?P<{name}>不?含)[^()]{{0,4}}\))?"


def unit_with_base(name: str) -> str:
    """A unit and what it is counted by (元/千瓦), caught as u and p with the name."""
    bases = any_of([*listed("units", "bases"), *listed("units", "counters"), *listed("units", "measures")])
    return rf" ?(?P<u{name}>{unit_pattern()})(?: ?[/每] ?(?P<p{name}>{bases}))?"


@cache
def shared_unit() -> re.Pattern[str]:
    """What follows the first of several numbers that share scale and unit: 100、200、500万元."""
    return re.compile(rf"(?: ?[、和或] ?{ARABIC}){{0,9}} ?[、和或及] ?{ARABIC}"
                      rf"(?P<scale>{SCALE})? ?(?P<unit>{unit_pattern()})")


LARGE = 10**9  # 达到千亿元
HALF = re.compile(r"(?P<before>超过?|近|约)?(?:(?<!另)一半|半数|(?P<over>过半)(?![年月天径]))(?P<after>以上|左右)?")


COEFFICIENT = re.compile(r"(?:系数|评分|得分|指数)[一-鿿]{0,6}?(?P<a>\d+(?:\.\d+)?)(?=[,;。、)]|$)")
RATIO = re.compile(r"比(?:例|值)?[为是达到至约已降升优化成]{0,4}(?P<whole>(?P<a>\d+(?:\.\d+)?) ?: ?1)(?![\d:.])")


def quantities(text: str) -> list[Quantity]:
    """Every quantity of the text in its order. Years, ordinals, model names and numbers without a unit are none."""
    folded = fold(text)
    found = [q for match in pattern().finditer(folded) for q in read_match(text, folded, match)]
    found += [half(text, match) for match in HALF.finditer(folded)]
    found += [ratio(text, match, "whole") for match in RATIO.finditer(folded)]
    found += [ratio(text, match, "a") for match in COEFFICIENT.finditer(folded)]
    return sorted(found, key=lambda q: q.start)


def half(text: str, match: re.Match[str]) -> Quantity:
    sign = {"超": ">", "超过": ">", "近": "~", "约": "~"}.get(match["before"] or "", ">" if match["over"] else "=")
    sign = {"以上": ">=", "左右": "~"}.get(match["after"] or "", sign)
    return Quantity(match.start(), match.end(), 0.5, None, "1", sign, text[match.start():match.end()], "rate")


def ratio(text: str, match: re.Match[str], group: str) -> Quantity:
    """A number without a unit: how many there are of one thing for each of another (车桩比为1.8:1), 库存系数为1.3."""
    start, end = match.span(group)
    return Quantity(start, end, plain(Decimal(match["a"])), None, "1", "=", text[start:end], "rate")


def read_match(text: str, folded: str, match: re.Match[str]) -> Iterator[Quantity]:
    """The quantity of a match; two where 由 or 从 makes a range a change."""
    unit, scale = match["ua"] or match["ub"] or "", ""
    if not unit and (shared := shared_unit().match(folded, match.end("a"))):
        unit, scale = shared["unit"], shared["scale"] or ""
    first = number(match["a"], scale)
    second = number(match["b"]) if match["b"] else None
    kind, carried = ("rate", "1") if match["of"] else units().get(unit, ("bare", ""))
    if kind == "bare" and round_sum(folded, match):
        kind, carried = "money", "CNY"
    if not sound(folded, match, kind, unit):
        return
    if second is not None and not match["ua"] and bare_scale(match["a"]) == "" and first < second:
        first *= scaled(bare_scale(match["b"]))  # 1—2万辆: the scale belongs to both
    factor = rate_factor(match["of"], unit)
    start, operator = bound(match)
    whole = Quantity(start, match.end(), plain(first * factor), None if second is None else plain(second * factor),
                     carried, operator, text[start:match.end()], kind, match["pa"] or match["pb"] or "")
    if second is not None and folded[:start].endswith(("由", "从")):
        middle = match.start("b")
        yield replace(whole, end=match.end("ua") if match["ua"] else match.end("a"), value_max=None,
                      text=text[start:match.end("ua") if match["ua"] else match.end("a")])
        yield replace(whole, start=middle, value=plain((second or Decimal(0)) * factor), value_max=None,
                      text=text[middle:match.end()])
    else:
        yield whole


def rate_factor(of: str | None, unit: str) -> Decimal:
    if of:
        return Decimal("0.01") if of == "百分之" else Decimal("0.001")
    return Decimal(str(knowledge("units")["rates"].get(unit, 1)))


def number(said: str, scale: str = "") -> Decimal:
    """The value of one number as matched, 余 and 多 left out."""
    match = NUMBER.fullmatch(said)
    assert match is not None
    return chinese(match["han"]) if match["han"] else arabic(match["arabic"], match["scale"] or scale)


def bare_scale(said: str) -> str:
    match = NUMBER.fullmatch(said)
    return (match["scale"] or "") if match else ""


def sound(folded: str, match: re.Match[str], kind: str, unit: str) -> bool:
    """Whether the match counts: no year, no 一个, no 零件, no 千亿级, no lone 万, no bare numeral."""
    said, value = match["a"], number(match["a"])
    han = not said[0].isdigit()
    before = match["before"]
    if folded[match.end("a"):match.end("a") + 1] == "级" or folded[match.end():match.end() + 1] == "级":
        return False
    if kind == "bare":
        return vague(match) or (not han and bool(bare_scale(said)))
    if (unit == "年" and value >= 1000) or (unit == "成" and value > 10):
        return False
    if han and (value == 0 or (said.rstrip("余多") == "一" and unit not in ("成", "倍"))):
        return False
    lone = han and all(sign in SCALES and sign != "十" for sign in said)
    reached = kind == "money" and value >= LARGE and re.search("(?:达到|达|实现|冲刺|至|到)$", folded[:match.start()])
    return not lone or bool(before) or bool(reached and not re.match("[\u4e00-\u9fff]", folded[match.end():]))


def round_sum(folded: str, match: re.Match[str]) -> bool:
    """Whether a numeral of a hundred 百亿 or more that something passes is money without its unit (产值突破百亿)."""
    passes = match["before"] or re.search("(?:达到?|迈[上入]|跨[上入越过]|站上|冲[上刺]|[至到])$", folded[:match.start()])
    goes_on = re.match("级|大关以?[下内]|[\u4e00-\u9fff]{0,2}[台辆吨度个]|次|里", folded[match.end():])
    return bool(re.fullmatch("(?:[一二三四五六七八九两]?[百千万]|\\d+(?:\\.\\d+)?千?)亿", match["a"]) and passes and not goes_on)


def vague(match: re.Match[str]) -> bool:
    """Whether 上 or 数 stands before a bare 百, 千, 万 or 亿."""
    return match["before"].strip().endswith(listed("units", "vague")) and all(sign in SCALES for sign in match["a"])


def bound(match: re.Match[str]) -> tuple[int, str]:
    """Where the quantity starts with its bounding words, and its operator."""
    before = match["before"].strip()
    start = match.start()
    if before.endswith(listed("units", "vague")) and not vague(match):
        start, before = match.start("a"), ""
    sign = ">" if match["a"].endswith(("余", "多")) or re.search("[余多]", match["a"]) else "="
    for word in longest_first(operators("before")):
        if before.startswith(word):
            sign = operators("before")[word]
            break
    if match["after"] and sign in "=~":
        sign = operators("after")[match["after"]]
    if match["c"] == "含" and sign in "<>":
        sign += "="
    return start, sign
