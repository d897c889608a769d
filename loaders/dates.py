"""Dates as documents write them. An unreadable one is None, never guessed."""
from __future__ import annotations

import re
from datetime import date

DIGITS = "〇一二三四五六七八九"
HAN = re.compile(r"([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日")
NUMERIC = re.compile(r"(\d{4}) ?[年.\-/] ?(\d{1,2}) ?[月.\-/] ?(\d{1,2})(?!\d) ?日?")
COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")
LOOSE = re.compile(r"(?<!\d)(?:19|20)\d{2}[\d年月日.\-/ ]{1,10}(?!\d)|[〇零一二三四五六七八九]{4}年[〇一二三四五六七八九十月日]{0,9}")


def iso(text: str) -> str | None:
    """The first date of folded text as `YYYY-MM-DD`; None where it has none or one that no calendar has."""
    squeezed = re.sub(r"(?<=[年月日]) +| +(?=[年月日])", "", text)
    if match := NUMERIC.search(squeezed) or COMPACT.search(squeezed):
        return valid(*map(int, match.groups()))
    if match := HAN.search(squeezed):
        year = int("".join(str(DIGITS.index(char.replace("零", "〇"))) for char in match[1]))
        return valid(year, counted(match[2]), counted(match[3]))
    return None


def counted(han: str) -> int:
    """一 to 三十一 as a number."""
    tens, _, ones = han.rpartition("十")
    if "十" not in han:
        return DIGITS.index(han) if len(han) == 1 else 0
    return (DIGITS.index(tens) if tens else 1) * 10 + (DIGITS.index(ones) if ones else 0)


def valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
