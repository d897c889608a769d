"""Dates in a text: days, months, years, spans of them, plan periods, and those relative to the document's year."""
from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from loaders.values.numerals import chinese, fold

YEAR = r"(?:(?<!\d)(?:19|20)\d\d|[一二][零〇○一二三四五六七八九]{3})"
RELATIVE = {"今年": 0, "本年度": 0, "本年": 0, "当年": 0, "去年": -1, "上一年": -1, "上年": -1, "上年度": -1,
            "前年": -2, "明年": 1, "后年": 2, "次年": 1}
PART = {"上半年": ("01", "06"), "下半年": ("07", "12"), "前三季度": ("01", "09"), "一季度": ("01", "03"),
        "二季度": ("04", "06"), "三季度": ("07", "09"), "四季度": ("10", "12")}
COMPARED = ("比", "较", "由", "从")
DATE = re.compile(
    rf"(?P<iso>(?<!\d)(?:19|20)\d\d([-./])(?:0?[1-9]|1[0-2])\2(?:0?[1-9]|[12]\d|3[01]))(?!\d)"
    rf"|(?P<from>{YEAR}) ?年? ?[-—–―~～至到]{{1,2}} ?(?P<to>{YEAR}) ?年"
    rf"|(?:(?P<year>{YEAR}) ?年度?|于(?P<bare>{YEAR})(?=[\u4e00-\u9fff])(?![年个家亿万多余])"
    rf"|(?<![产成用运营工改造级])(?P<relative>{'|'.join(RELATIVE)}))"
    rf" ?(?:(?P<firstmonth>1[0-2]|0?[1-9]) ?[-—–~～至] ?(?P<lastmonth>1[0-2]|0?[1-9]) ?月份?"
    rf"|(?P<month>1[0-2]|0?[1-9]) ?月份?(?: ?(?P<day>[12]\d|3[01]|0?[1-9]) ?[日号])?|(?P<part>第?(?:{'|'.join(PART)}))"
    rf"|(?P<first>前(?P<months>1[0-2]|[1-9])个?月))?(?P<edge>底|末|年底|年末|年内)?"
    rf"|“?(?P<plan>十[三四五六])五”?(?P<period>末|期末|期间|时期|规划)?"
    rf"|(?<![\d.])(?P<monthfrom>1[0-2]|[1-9]) ?[-—–~～至] ?(?P<monthto>1[0-2]|[1-9]) ?月份?"
    rf"|(?P<onlymonth>(?<!\d)(?:1[0-2]|[1-9])) ?月份?(?: ?(?P<onlyday>[12]\d|3[01]|[1-9]) ?[日号])?"
    rf"(?P<onlyedge>底|末)?(?!度)"
    rf"|(?P<onlypart>{'|'.join(PART)})|(?P<onlyfirst>前(?P<firstmonths>1[0-2]|[1-9])个?月)")


@dataclass(frozen=True, slots=True)
class When:
    """A date as said: `iso` is a day, month or year (`2022-08-19`, `2022-08`, `2022`), `last` the end of a span,
    None for a single date; `finer` tells that the text says more than the year."""

    start: int
    end: int
    iso: str
    last: str | None
    text: str

    @property
    def year(self) -> int:
        """The year in which it ends."""
        return int((self.last or self.iso)[:4])

    @property
    def finer(self) -> bool:
        return len(self.iso) > 4


def dates(text: str, year: int | None = None) -> list[When]:
    """Every date of the text in its order. `year` is the document's year: without it, and without a year named
    before, relative dates and bare months are left out. Unreadable dates (202255日) are left out."""
    found: list[When] = []
    folded, known = fold(text), year
    for match in DATE.finditer(folded):
        if (span := read_date(match, year, known)) is None:
            continue
        found.append(When(match.start(), match.end(), *span, text[match.start():match.end()]))
        if not folded.endswith(COMPARED, 0, match.start()):
            known = found[-1].year if year is None or found[-1].year <= year else year
    return [shifted(when) if when.text.startswith("于") else when for when in found]


def shifted(when: When) -> When:
    return When(when.start + 1, when.end, when.iso, when.last, when.text[1:])


def read_date(match: re.Match[str], base: int | None, known: int | None) -> tuple[str, str | None] | None:
    """The ISO date, or first and last of a span; None where the year is not known."""
    if match["iso"]:
        return "-".join(f"{int(part):02d}" for part in re.split("[-./]", match["iso"])), None
    if match["from"]:
        return str(year_of(match["from"])), str(year_of(match["to"]))
    if match["plan"]:
        end = 2020 + 5 * ("三四五六".index(match["plan"][1]))
        return (str(end), None) if match["period"] in ("末", "期末") else (str(end - 4), str(end))
    if match["monthfrom"]:
        return None if known is None else (f"{known}-{int(match['monthfrom']):02d}", f"{known}-{int(match['monthto']):02d}")
    if match["onlymonth"] or match["onlypart"] or match["onlyfirst"]:
        return None if known is None else within(known, match["onlymonth"], match["onlyday"], match["onlypart"],
                                                  match["firstmonths"], match["onlyedge"])
    if match["relative"]:
        start = known if match["relative"] in ("当年", "次年", "上一年", "上年", "上年度") else base
        if start is None:
            return None
        named = start + RELATIVE[match["relative"]]
    else:
        named = year_of(match["year"] or match["bare"])
    if match["lastmonth"]:
        return f"{named}-{int(match['firstmonth']):02d}", f"{named}-{int(match['lastmonth']):02d}"
    return within(named, match["month"], match["day"], match["part"], match["months"], match["edge"])


def year_of(said: str) -> int:
    return int(said) if said.isdigit() and said.isascii() else int(chinese(said))


def within(year: int, month: str | None, day: str | None, part: str | None, months: str | None,
           edge: str | None) -> tuple[str, str | None] | None:
    """The part of a year that is said, as ISO date or span; None for a day that the month lacks."""
    if part:
        first, last = PART[part.removeprefix("第")]
        return f"{year}-{first}", f"{year}-{last}"
    if months:
        return f"{year}-01", f"{year}-{int(months):02d}"
    if month and day:
        if int(day) > monthrange(year, int(month))[1]:
            return None
        return f"{year}-{int(month):02d}-{int(day):02d}", None
    if month:
        return last_day(f"{year}-{int(month):02d}") if edge else f"{year}-{int(month):02d}", None
    return f"{year}-12-31" if edge else str(year), None


def last_day(iso: str) -> str:
    """The last day of a year, month or day given in ISO."""
    if len(iso) == 4:
        return f"{iso}-12-31"
    if len(iso) == 7:
        return f"{iso}-{monthrange(int(iso[:4]), int(iso[5:]))[1]:02d}"
    return iso
