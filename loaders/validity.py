"""From when and until when a document holds, as it says itself.

A date that is named wins (自2022年8月1日起施行, 有效期至2022年12月31日); 自印发之日起 counts from the day it was
written; a term (有效期5年) ends the day before its last anniversary; a planning period (规划期为2022—2030年, or the
years in the title) holds to the end of its last year, and from its first day or that of writing, whichever is later.
"""
from __future__ import annotations

import re
from datetime import date, timedelta

from loaders.dates import iso, numeral
from loaders.lines import Reading, fold, found

DAY = r"\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日"
FORCE = "(?:正式)?(?:施行|实施|执行|生效|试行)"
SPAN = r"((?:19|20)\d{2}) ?年?[—\-–~至到]{1,2} ?((?:19|20)\d{2}) ?年"
FROM_DAY = re.compile(rf"自 ?({DAY}) ?起{FORCE}")
FROM_ISSUE = re.compile(r"自(?:本[\u4e00-\u9fff]{1,4})?(?:印发|发布|公布|签署|颁布|发文)之?日?起?"
                        rf"(?:(\d{{1,3}})日后)?起?{FORCE}")
TO_DAY = re.compile(rf"(?:有效期|执行期|实施期|试行期)限?(?:截止|截)?(?:至|到) ?({DAY})")
TERM = re.compile(r"(?:有效期|试行期|执行期|实施期|暂行期|试行)限?(?:为|暂定)? ?"
                  r"(\d{1,2}|[一二三四五六七八九十]{1,2}) ?(年|个月)")
PERIOD = re.compile(rf"(?:规划|实施|方案|行动)期限?(?:为|是)? ?{SPAN}")
YEARS = re.compile(rf"\({SPAN}\)")


def validity(text: str, start: int, end: int, title: Reading | None, dated: Reading | None
             ) -> tuple[Reading | None, Reading | None]:
    """First and last day on which the document holds (both ISO, inclusive), None where it does not say."""
    part = fold(text[start:end])
    written = dated.value if dated else None
    first = named(text, part, start, FROM_DAY) or from_issue(text, part, start, written)
    last = named(text, part, start, TO_DAY) or term(text, part, start, first.value if first else written)
    years = period(text, part, start, title)
    if years is None:
        return first, last
    opening = max(f"{years.value[:4]}-01-01", written or "")
    return first or Reading(opening, years.found), last or Reading(f"{years.value[5:]}-12-31", years.found)


def named(text: str, part: str, start: int, form: re.Pattern[str]) -> Reading | None:
    match = form.search(part)
    day = iso(match[1]) if match else None
    return Reading(day, found(text, start + match.start(), start + match.end())) if match and day else None


def from_issue(text: str, part: str, start: int, written: str | None) -> Reading | None:
    match = FROM_ISSUE.search(part)
    if match is None or written is None:
        return None
    day = date.fromisoformat(written) + timedelta(days=int(match[1] or 0))
    return Reading(day.isoformat(), found(text, start + match.start(), start + match.end()))


def term(text: str, part: str, start: int, first: str | None) -> Reading | None:
    match = TERM.search(part)
    if match is None or first is None:
        return None
    months = numeral(match[1]) * (12 if match[2] == "年" else 1)
    last = later(date.fromisoformat(first), months) - timedelta(days=1)
    return Reading(last.isoformat(), found(text, start + match.start(), start + match.end()))


def later(day: date, months: int) -> date:
    """The same day so many months on; the month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def period(text: str, part: str, start: int, title: Reading | None) -> Reading | None:
    """The planning period as `2022-2030`."""
    if match := PERIOD.search(part):
        return Reading(f"{match[1]}-{match[2]}", found(text, start + match.start(), start + match.end()))
    if title and (match := YEARS.search(fold(title.value))):
        return Reading(f"{match[1]}-{match[2]}", title.found)
    return None
