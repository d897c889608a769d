"""Numbers as Chinese official texts write them: 1,234.5, 100余万, 三千, 二○三五, 上万; folded width, exact values."""
from __future__ import annotations

import re
from decimal import Decimal

SIGNS = ("零〇○", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
DIGITS = {sign: value for value, signs in enumerate(SIGNS) for sign in signs}
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20, 0x2236: 0x3A}  # ∶ of ratios

HAN = r"(?<![\d零〇○一二两三四五六七八九十百千万亿])[零〇○一二两三四五六七八九十百千万亿]+"
ARABIC = r"(?<![\dA-Za-z.])(?:\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
SCALE = r"(?:万亿|[十百千]?[万亿]|[十百千](?= ?[元家人名个亩辆户台件]))"
MORE = "[余多]"
NUMBER = re.compile(rf"(?P<arabic>{ARABIC})(?P<m1>{MORE})? ?(?P<scale>{SCALE})?(?P<m2>{MORE})?"
                    rf"|(?P<han>{HAN})(?P<m3>{MORE})?")


def fold(text: str) -> str:
    """The text with full-width signs made half-width, character by character: offsets stay."""
    return text.translate(FOLD)


def plain(value: Decimal) -> int | float:
    """The number as JSON takes it: an int where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def scaled(scale: str) -> Decimal:
    """What a word such as 千万 or 万亿 multiplies by; 1 for the empty word."""
    value = Decimal(1)
    for sign in scale:
        value *= SCALES[sign]
    return value


def chinese(numeral: str) -> Decimal:
    """The value of a Chinese numeral, by place (三千二百) or digit by digit (二○三五)."""
    if len(numeral) > 1 and all(sign in DIGITS for sign in numeral):
        return Decimal("".join(str(DIGITS[sign]) for sign in numeral))
    total, section, digit = 0, 0, 0
    for sign in numeral:
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif SCALES[sign] < 10**4:
            section, digit = section + (digit or 1) * SCALES[sign], 0
        elif total >= SCALES[sign]:  # 三亿五千万: the second part stands beside the first
            total, section, digit = total + (section + digit) * SCALES[sign], 0, 0
        else:
            total, section, digit = (total + section + digit or 1) * SCALES[sign], 0, 0
    return Decimal(total + section + digit)


def arabic(numeral: str, scale: str = "") -> Decimal:
    """The value of an Arabic numeral with its scale: ("6,350", "万") is 63500000."""
    return Decimal(re.sub("[, ]", "", numeral)) * scaled(scale or "")
