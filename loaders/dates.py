"""The days that letters and boxes bear, in every way they are written. An unreadable one is None, never guessed."""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from loaders.values.numerals import chinese

DIGIT = "[〇零oO一二三四五六七八九]"  # scrapes write the letter O for 〇
COUNT = "[一二三四五六七八九十]"
HAN = re.compile(rf"({DIGIT}{{4}}) ?年 ?({COUNT}{{1,2}}) ?月 ?({COUNT}{{1,3}}) ?日")
NUMERIC = re.compile(r"(?<!\d)(\d{4}) ?[年.\-/] ?(\d{1,2}) ?[月.\-/] ?(\d{1,2})(?!\d)(?: ?日)?")
COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")
LOOSE = re.compile(rf"(?<!\d)(?:19|20)\d{{2}}[\d年月日.\-/]{{1,10}}(?!\d)|{DIGIT}{{4}}年(?:{COUNT}|[〇月日]){{0,9}}")


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
            day = valid(*(numeral(part) for part in match.groups()))
            return Day(day, *match.span()) if day else None
    return None


def iso(text: str) -> str | None:
    """The first date of folded text as `YYYY-MM-DD`."""
    day = find_day(text)
    return day.iso if day else None


def numeral(said: str) -> int:
    """The value of a part of a date, in either script."""
    return int(said) if said.isdecimal() else int(chinese(re.sub("[oO]", "〇", said)))


def valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
