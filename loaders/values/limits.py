"""Until when something is to be done, and from when to when it holds."""
from __future__ import annotations

import re
from datetime import date, timedelta

from loaders.values.dates import When, dates
from loaders.values.numerals import chinese, fold

STANDING = re.compile(r"持续(?:推进|实施|开展|进行|深化|落实)?|长期(?:坚持|推进|实施)?|常态化(?:推进|开展)?"
                      r"|每年(?:推进|实施)?|全年|适时|暂无")
UNTIL = re.compile(r"(?:到|至|截止|截止到|延长至|执行至|确定为|不晚于|不迟于)$")


def deadline(text: str, year: int | None = None) -> tuple[str | None, str | None]:
    """Until when something is to be done: (ISO date or year, the words that say it); (None, words) for a standing
    task (持续推进); (None, None) where nothing is said. A short text that is a table's cell counts whole."""
    cell = text.strip()
    said = [(when, limit_words(text, when)) for when in dates(text, year)]
    limits = [(when, words) for when, words in said if words]
    if limits:
        when, words = max(limits, key=lambda pair: pair[0].last or pair[0].iso)
        return (when.last or when.iso), cell if len(limits) > 1 else words
    if said and said[0][0].text == cell:
        return said[0][0].last or said[0][0].iso, cell
    standing = STANDING.fullmatch(cell)
    return (None, cell) if standing else (None, None)


def limit_words(text: str, when: When) -> str | None:
    """The date with the words that make it a limit (到…, …前, …底前), None where it only dates something."""
    before = UNTIL.search(fold(text[:when.start]))
    after = re.match(r"\s?(?:之前|以前|前|年?底前|末前|内(?=完成|实现|建成|[,,。;;]|$))", text[when.end:])
    if (not before and not after) or text[:when.start].endswith("截至"):
        return None
    start = before.start() if before else when.start
    return text[start:when.end + (after.end() if after else 0)]


YEARS = re.compile(r"有效期(?:限)?(?:为|:|:)?\s?(?P<years>\d+|[一二两三五十])\s?年")


def period(text: str, issued: str | None = None) -> tuple[str | None, str | None]:
    """From when to when something holds: 2022年4月11日至2023年3月31日, 至2022年12月31日, 自2023年1月1日起,有效期3年.
    `issued` is the day that 自印发之日起 means."""
    found = dates(text)
    start = issued if re.search(r"自(?:印发|发布|公布|下发)之日", text) else None
    if found and found[0].last:
        return found[0].iso, found[0].last
    begun = [when for when in found if text[when.end:].lstrip().startswith(("起", "-", "—", "–", "~", "至", "到"))]
    ends = [when for when in found if when not in begun]
    if begun:
        start = begun[0].iso
    if ends:
        return start, ends[-1].iso
    if start and len(start) == 10 and (years := YEARS.search(fold(text))):
        said = years["years"]
        return start, day_before(start, int(said) if said.isdigit() else int(chinese(said)))
    return start, None


def day_before(iso: str, years: int) -> str:
    """The last day of a term of so many years that begins on the day."""
    last = date.fromisoformat(iso) - timedelta(days=1)
    return f"{last.year + years}{last.isoformat()[4:]}".replace("-02-29", "-02-28")
