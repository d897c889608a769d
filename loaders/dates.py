"""Dates as documents write them. An unreadable one is None, never guessed."""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

DIGITS = "〇一二三四五六七八九"
HAN_DIGITS = "[〇零一二三四五六七八九]"
HAN_COUNT = "[一二三四五六七八九十]"
HAN = re.compile(rf"({HAN_DIGITS}{{4}}) ?年 ?({HAN_COUNT}{{1,2}}) ?月 ?({HAN_COUNT}{{1,3}}) ?日")
NUMERIC = re.compile(r"(?<!\d)(\d{4}) ?[年.\-/] ?(\d{1,2}) ?[月.\-/] ?(\d{1,2})(?!\d)(?: ?日)?")
COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")
LOOSE = re.compile(r"(?<!\d)(?:19|20)\d{2}[\d年月日.\-/]{1,10}(?!\d)"
                   rf"|{HAN_DIGITS}{{4}}年(?:{HAN_COUNT}|[〇月日]){{0,9}}")


@dataclass(frozen=True, slots=True)
class Day:
    """A date in folded text: ISO, and where it stands there."""

    iso: str
    start: int
    end: int


def find_day(text: str) -> Day | None:
    """The first date of folded text; None where it has none, or one that no calendar has."""
    for form in (NUMERIC, COMPACT, HAN):
        if match := form.search(text):
            day = han_day(match) if form is HAN else valid(*map(int, match.groups()))
            return Day(day, *match.span()) if day else None
    return None


def iso(text: str) -> str | None:
    """The first date of folded text as `YYYY-MM-DD`."""
    day = find_day(text)
    return day.iso if day else None


def han_day(match: re.Match[str]) -> str | None:
    """二〇二二年九月五日."""
    year = int("".join(str(DIGITS.index(char.replace("零", "〇"))) for char in match[1]))
    return valid(year, counted(match[2]), counted(match[3]))


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
