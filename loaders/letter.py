"""What stands over a document's text, under it, and between a notice and the plan that it carries.

A page opens with navigation, perhaps a box, and a masthead (bodies, title, number, addressee, in any order); a letter
closes with the bodies' names and a date; a notice is then followed by the plan that it carries, under its own title.
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.box import BoxField, box_fields, labels_of
from loaders.dates import LOOSE, find_day, iso
from loaders.lines import Line, Reading, found
from loaders.masthead import NUMBER, is_addressee, is_date, is_number_line, is_organ
from loaders.numbering import numbered
from loaders.page import Page, is_paragraph
from loaders.tables import read_table
from loaders.titles import BRACKETED, Titled, continues, genre_of, same_title

BYLINE = re.compile(r"[•·* ]*(?P<source>[^\d。,:;()]{2,16} )?(?P<day>(?:19|20)\d{2} ?[-年./] ?\d{1,2} ?[-月./] ?\d{1,2} ?日?)"
                    r"(?: ?\d{1,2}:\d{2}(?::\d{2})?)?(?P<tail>[ |【(来].{0,60})?")
IMPRINTED = (("number", "number"), ("issuers", "issuers"), ("day", "written"))  # what an imprint says, by its place in the box
AFTER = re.compile(r"(?:来源|稿源) ?: ?([^ :|]{2,20})")
EXTRAS = re.compile(r"日报|晚报|晨报|新闻网|新华社|融媒|来源|稿源|作者|编辑|浏览|点击|阅读|字号|字体|星期|[大中小]字|\d版"
                    r"|[\u4e00-\u9fff]{2}(?:网|报|在线)$")
ADOPTED = re.compile(r"\((?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日[^()。]{0,60}\)")
ANNEX = re.compile(r"附(?:(?:件|表|录) ?[\d一二三四五六七八九十]{0,2}[:.]?|:)")
ANNEX_LIST = re.compile(r"附(?:件|表)? ?:? ?(?:\d{1,2}[.、:]|:) ?(?=\S)")
SOURCE = re.compile(r"(?:信息|文章|稿件|文件|资料|新闻|消息)?(?:来源|稿源) ?: ?(?=\S)")
DATELINE = re.compile(r"\(?(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?\)?")
IMPRINT = re.compile(rf"(?P<number>{NUMBER.pattern})? *(?P<issuers>[^\d。,:;!?《》“”]{{4,60}}?) *(?P<day>{LOOSE.pattern})?")
EARLY = 6  # lines over the signature of an order that puts a regulation into force
SIGNER = re.compile(r"(?:代理?)?(?:省长|市长|州长|区长|县长|主任|厅长|局长|部长):?[\u4e00-\u9fff]{2,4}")


def front_end(page: Page) -> int:
    """The index of the first line of text: an addressee, a numbered heading, a paragraph, a table or an annex."""
    titled = False
    for index in page.free():
        row = page.rows[index]
        if labels_of(row):
            continue
        if is_paragraph(row) or is_addressee(row) or (numbered(row) and (titled or not genre_of(row.text))):
            return index
        titled = titled or genre_of(row.text) is not None
        if read_table(page.text, page.rows, index) or (ANNEX.fullmatch(row.text) and next(page.free()) < index):
            return index
    return len(page.rows)


def read_box(page: Page, end: int) -> list[BoxField]:
    """The labelled values over the text, the byline of news, and source lines wherever they stand."""
    boxes = list(box_fields(page.text, page.rows[:end]))
    for box in boxes:
        page.mark(box.rows, *(("field", box.key) if box.reading and box.key != "other" else ("noise", None)))
    for index in list(page.free()):
        row = page.rows[index]
        if index < end and (byline := read_byline(page, index)):
            boxes += byline
            page.mark([index], "field", byline[-1].key)
        elif len(row.text) < 60 and (match := SOURCE.match(row.text)):
            boxes.append(boxed(page, "source", index, match.end(), len(row.text)))
            page.mark([index], "field", "source")
    return boxes


def read_byline(page: Page, index: int) -> list[BoxField]:
    """A line under a title that says when the text was adopted, or where and when it was published."""
    row = page.rows[index]
    if ADOPTED.fullmatch(row.text) and (day := find_day(row.text)):
        return [boxed(page, "written", index, day.start, day.end)]
    if said := imprint(row):
        return [boxed(page, key, index, *said.span(group)) for group, key in IMPRINTED if said[group]]
    match = BYLINE.fullmatch(row.text)
    if match is None or (match["tail"] and not EXTRAS.search(match["tail"])):
        return []
    after = AFTER.search(row.text)
    sources = [match.span("source")] if match["source"] else [after.span(1)] if after else []
    return [*(boxed(page, "source", index, *span) for span in sources), boxed(page, "published", index, *match.span("day"))]


def imprint(row: Line) -> re.Match[str] | None:
    """A line under a title of nothing but the paper's number, who gave it out, and when: 甲府发〔2025〕3号　甲市人民政府."""
    said = IMPRINT.fullmatch(row.text)
    known = said is not None and (said["number"] or said["day"])
    return said if said and known and is_organ(Line(row.start, row.end, said["issuers"], 0)) else None


def boxed(page: Page, key: str, index: int, start: int, end: int) -> BoxField:
    """A value of a line, by its offsets in it."""
    place = found(page.text, page.rows[index].start + start, page.rows[index].start + end)
    return BoxField(key, Reading(place.text, place), (index,))


def title_runs(page: Page, start: int, end: int) -> list[list[int]]:
    """Runs of neighbouring lines that may be a title, masthead included; a number or a box parts them."""
    runs: list[list[int]] = []
    for index in page.free(start, end):
        row = page.rows[index]
        if is_number_line(row):
            page.mark([index], "field", "number")
        elif runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, and the date line: readable or not, None where there is none."""

    bodies: tuple[Reading, ...]
    date: Reading | None
    rows: tuple[int, ...]


def signature(page: Page, start: int, letter: bool) -> Signature | None:
    """The first sign-off from a line on: bodies' names, then a date.

    In a page that is no letter it counts only near its beginning, at its end or before annexes.
    """
    cells = tabled(page)
    free = [index for index in page.free(start) if index not in cells]
    for place, index in enumerate(free):
        row = page.rows[index]
        if not is_date(row) or (iso(row.plain) is None and len(re.findall(r"\d", row.text)) < 6):
            continue
        heads: list[int] = []
        while place - len(heads) > 0 and signs(page.rows[free[place - len(heads) - 1]]):
            heads.insert(0, free[place - len(heads) - 1])
        after = free[place + 1:]
        if not heads and not (letter and iso(row.plain)):
            continue
        if not (letter or len(after) < 4 or place < EARLY or ANNEX.match(page.rows[after[0]].text)):
            continue
        names = tuple(name for head in heads if is_organ(page.rows[head]) for name in page.bodies(head))
        day = found(page.text, row.start, row.end)
        return Signature(names, Reading(iso(row.plain) or "", day), (*heads, index))
    last = free[-1] if letter and free else 0
    if last and is_organ(page.rows[last]):  # a letter may be signed without a date
        return Signature(tuple(page.bodies(last)), None, (last,))
    return None


def tabled(page: Page) -> set[int]:
    """The lines that are cells of tables: units and a date may end a row."""
    cells: set[int] = set()
    at = 0
    while at < len(page.rows):
        table = read_table(page.text, page.rows, at)
        length = table.length if table else 1
        cells.update(range(at, at + length) if table else ())
        at += length
    return cells


def signs(row: Line) -> bool:
    """A line over the date of a letter: bodies, or who heads one."""
    return is_organ(row) or SIGNER.fullmatch(row.plain) is not None


def plan_title(page: Page, start: int, carried: str | None) -> Titled | None:
    """The title of the plan that follows a notice's sign-off, on the next lines of their own."""
    run: list[int] = []
    labels = []
    for index in page.free(start):
        row = page.rows[index]
        if not run and ANNEX.fullmatch(row.text):
            labels.append(index)
        elif is_paragraph(row) or numbered(row) or len(run) == 5 or (run and row.gap > 3):
            break
        else:
            run.append(index)
            joined = page.between(run[0], index).value
            later = next(page.free(index + 1), None)
            if same_title(joined, carried) or (genre_of(joined) and not (later and continues(page.rows[later]))):
                if later and BRACKETED.fullmatch(page.rows[later].plain) and not joined.endswith(")"):
                    continue
                page.mark([later] if later and DATELINE.fullmatch(page.rows[later].plain) else [], "noise")
                return Titled((), page.between(run[0], index), (*labels, *run))
    return None


