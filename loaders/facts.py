"""The single facts of a document's head, each from the places that may say it, the surest first."""
from __future__ import annotations

import re

from loaders.box import DATES
from loaders.dates import find_day
from loaders.layout import layout
from loaders.letter import ANNEX_LIST, Signature
from loaders.lines import Reading, fold, found, lines, unspaced
from loaders.masthead import NUMBER, bodies, number
from loaders.page import Page, is_paragraph
from loaders.titles import Titled, carried_title
from ontology.records import Found

QUOTED = re.compile(r"《([^《》]+(?:《[^《》]*》[^《》]*)*)》")
ASKED = re.compile(r"(?:[“\"]|提出的)(关于[^“”\"。，,；;（()]{4,60}?(?:建议|提案|议案))(?:[”\"]|(?=已?收悉|[，,（(]))")
PROPOSAL = re.compile(r"\(? ?第 ?(\d{1,5}) ?号(?:提案|建议)?\)?|\((\d{3,5}) ?号\)")
REPORTING = re.compile(  # 甲局对…的答复, 乙局2024年工作总结: whose text it is
    r"《?(?P<who>[\u4e00-\u9fff（）()]{3,26}?(?:[局委办厅院署会处]|办公室|中心|专班|集团|公司))(?=(?:关于)?对|(?:19|20)\d\d ?年)")
REPORTS = re.compile(r"(?:总结|打算|要点|报告|计划|安排|回顾|汇报|答复|复函|答复的函|情况|回复)(?:[（(][^（()）]{1,12}[)）])*$")
ANNEX_ITEM = re.compile(r"\d{1,2}[.、] ?(?=\S)")
NUMBERED = re.compile(r"第[一二三四五六七八九十]+[章条]|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)")


def read_issuers(text: str, by_key: dict[str, Reading], notice: Titled | None, signed: Signature | None
                 ) -> tuple[Reading, ...]:
    """The bodies over the title, else those that signed, else those in the box; each once."""
    boxed = by_key.get("issuers")
    names = (notice.issuers if notice else ()) or (signed.bodies if signed else ())
    if not names and boxed:
        names = tuple(bodies(text, boxed.found.start, boxed.found.end))
    if not names and notice:
        names = reporting(text, notice.title.found)
    return tuple({name.value: name for name in reversed(names)}.values())[::-1]


def reporting(text: str, title: Found) -> tuple[Reading, ...]:
    """The body that opens the title of a reply or of a report on its own work."""
    who = REPORTING.match(text, title.start, title.end)
    if who is None or not REPORTS.search(title.text):
        return ()
    place = found(text, *who.span("who"))
    return (Reading(unspaced(place.text), place),)


def carried_in(text: str, title: Reading) -> Reading:
    """The plan's own title inside a notice's, the title itself where it carries none."""
    carried = carried_title(title.value)
    if carried is None:
        return title
    shown = fold(title.found.text)
    opening = re.search(r"关于\s*(?:公开)?\s*(?:印\s*发|发\s*布|转\s*发|下\s*发)\s*(?:实施)?[\s《]*", shown)
    if opening is None:
        return title
    place = found(text, title.found.start + opening.end(), title.found.start + shown.rindex("的"))
    place = found(text, place.start, place.start + len(place.text.rstrip("》")))
    return Reading(unspaced(place.text), place)


def genre_of_body(page: Page, notice: Titled | None) -> str:
    """The genre of a document whose title does not say it."""
    free = [page.rows[i].plain for i in page.free()]
    if any("收悉" in line for line in free[:2]):
        return "reply"
    labelled = sum(1 for line in free if line.partition(":")[0] in layout().fields)
    if notice is None and labelled >= 3:
        return "annex"
    return "news" if free and (is_prose(free) or not RULING.search(page.text, page.rows[0].start, page.rows[-1].end)) else "other"


RULING = re.compile(  # what only a text that rules says
    "(?:特|现)?制定(?:本|如下)|(?:责任|牵头|主管|配合)单位|本(?:方案|办法|措施|意见|细则|政策|规划|计划|规定|条例|通知)|印发给你们|贯彻执行|第[一二三]条|"
    "各(?:区县|市州|有关单位)[^。\n]{0,12}[::]|自(?:印发|发布|公布)之日")


def is_prose(plain: list[str]) -> bool:
    """Paragraphs without the numbered parts of an official text: news."""
    return not any(NUMBERED.match(line) for line in plain)


def read_dates(text: str, by_key: dict[str, Reading], signed: Signature | None
               ) -> tuple[Reading | None, Reading | None, tuple[str, ...]]:
    """Written and published, and the wordings that are no date."""
    written, published = dated(text, by_key.get("written")), dated(text, by_key.get("published"))
    bad = [by_key[key].found.text for key in DATES if key in by_key and dated(text, by_key[key]) is None]
    if signed and signed.date:
        written = written or (signed.date if signed.date.value else None)
        bad += [] if signed.date.value else [signed.date.found.text]
    return written, published, tuple(bad)


def dated(text: str, boxed: Reading | None) -> Reading | None:
    """A box's date as ISO, placed at the characters of the date alone."""
    day = find_day(fold(boxed.found.text)) if boxed else None
    if boxed is None or day is None:
        return None
    return Reading(day.iso, found(text, boxed.found.start + day.start, boxed.found.start + day.end))


def read_number(page: Page, by_key: dict[str, Reading]) -> Reading | None:
    """The number in the box, else on a line of its own, else before the title."""
    boxed = by_key.get("number")
    rows = lines(page.text, boxed.found.start, boxed.found.end) if boxed else []
    rows += [page.rows[i] for i in sorted(page.roles) if page.roles[i] == ("field", "number")]
    titles = [page.rows[i] for i in sorted(page.roles) if page.roles[i][0] == "title"]
    rows += [row for row in titles if NUMBER.match(row.text)]
    return next((reading for row in rows if (reading := number(page.text, row))), None)


def read_annexes(page: Page) -> tuple[Reading, ...]:
    """The annexes that the text lists: 附件:1.… 2.…, marked as labelled lines."""
    annexes: list[Reading] = []
    for index in list(page.free()):
        row = page.rows[index]
        opening = ANNEX_LIST.match(row.text) or (ANNEX_ITEM.match(row.text) if follows(page, index) else None)
        if opening is None or is_paragraph(row):
            continue
        place = found(page.text, row.start + opening.end(), row.end)
        annexes.append(Reading(unspaced(place.text), place))
        page.mark([index], "field", "annex")
    return tuple(annexes)


def follows(page: Page, index: int) -> bool:
    """Whether the line above lists an annex."""
    return page.roles.get(index - 1) == ("field", "annex")


def cited(text: str, title: Reading | None, paragraph: Found) -> Reading | None:
    """The first title in 《》 of the title, else of the first paragraph; a proposal may stand in quotation marks."""
    for place in (title.found if title else None, paragraph):
        if place and (match := QUOTED.search(place.text)):
            inner = found(text, place.start + match.start(1), place.start + match.end(1))
            return Reading(unspaced(inner.text), inner)
    if match := ASKED.search(paragraph.text):
        inner = found(text, paragraph.start + match.start(1), paragraph.start + match.end(1))
        return Reading(unspaced(inner.text), inner)
    return None


def proposal(text: str, paragraph: Found) -> Reading | None:
    """The title of the proposal that a reply answers: not that of a plan that its first paragraph names."""
    said = cited(text, None, paragraph)
    if said is None:
        return None
    around = text[max(0, said.found.start - 8):said.found.start] + text[said.found.end:said.found.end + 16]
    asked = said.value.endswith(("建议", "提案", "议案", "意见", "请示", "诉求", "问题"))
    return said if asked or re.search("收悉|提出|提案", around) else None


def first_title(text: str, start: int, end: int) -> Reading | None:
    """The first title in 《》 of a document: what a page explains whose own title does not say it."""
    match = QUOTED.search(text, start, end)
    return Reading(unspaced(match[1]), found(text, *match.span(1))) if match else None


def read_proposal(text: str, title: Reading | None, paragraph: Found) -> Reading | None:
    """The number of the proposal that a reply answers, as 第0134号."""
    for place in (paragraph, title.found if title else None):
        if place and (match := PROPOSAL.search(fold(place.text))):
            said = found(text, place.start + match.start(), place.start + match.end())
            return Reading(f"第{match[1] or match[2]}号", said)
    return None


def split_names(text: str, value: Reading) -> tuple[Reading, ...]:
    """The names of a list with 、."""
    start = value.found.start
    spans = (part.span() for part in re.finditer("[^、]+", value.found.text))
    parts = [found(text, start + first, start + last) for first, last in spans]
    return tuple(Reading(part.text, part) for part in parts)
