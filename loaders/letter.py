"""The lines of a page by their role: what stands over a document's text, under it, and between a notice and its plan.

A page opens with navigation, perhaps a box, and a masthead (bodies, title, number, addressee, in any order); a letter
closes with the bodies' names and a date; a notice is then followed by the plan that it carries, under its own title.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from loaders.box import BoxField, box_fields
from loaders.dates import iso
from loaders.layout import layout
from loaders.lines import Line, Reading, fold, found, unspaced
from loaders.masthead import bodies, is_addressee, is_date, is_number_line, is_organ
from loaders.numbering import numbered

TAIL = re.compile(r"(?:\((?!以下)[^()]{1,20}\))+$")
CARRIED = re.compile(r"关于(?:公开)?(?:印发|发布|转发|下发)(?:实施)?(.+?)的(?:通知|公告|通告|函)$")
BYLINE = re.compile(r"((?:19|20)\d{2} ?[-年./] ?\d{1,2} ?[-月./] ?\d{1,2} ?日?)(?: ?\d{1,2}:\d{2}(?::\d{2})?)?(?: .*)?")
ANNEX = re.compile(r"附(?:件|表|录) ?[\d一二三四五六七八九十]{0,2}[:.]?")
ANNEX_LIST = re.compile(r"附(?:件|表)? ?:? ?(?:\d{1,2}[.、:]|:) ?(?=\S)")
SOURCE = re.compile(r"(?:信息|文章|稿件|文件|资料)?(?:来源|稿源) ?: ?(?=\S)")
LONGEST_TITLE = 90


@dataclass(slots=True)
class Page:
    """A document's lines, and the role of each that is no running text: kind and label, by index."""

    text: str
    rows: list[Line]
    roles: dict[int, tuple[str, str | None]] = field(default_factory=dict)

    def mark(self, indexes: Iterable[int], kind: str, label: str | None = None) -> None:
        self.roles.update({index: (kind, label) for index in indexes})

    def free(self, start: int = 0, end: int | None = None) -> Iterator[int]:
        """The indexes without a role."""
        return (index for index in range(start, len(self.rows) if end is None else end) if index not in self.roles)

    def bodies(self, index: int) -> list[Reading]:
        """The bodies that a line names."""
        return bodies(self.text, self.rows[index].start, self.rows[index].end)

    def reading(self, first: int, last: int) -> Reading:
        place = found(self.text, self.rows[first].start, self.rows[last].end)
        return Reading(unspaced(place.text), place)


def genre_of(title: str) -> str | None:
    """The genre that a title's last words say, None where they say none."""
    plain = TAIL.sub("", fold(title).replace(" ", "").rstrip("》”"))
    return next((genre for genre, ends in layout().genres if ends.search(plain)), None)


def carried_title(title: str) -> str | None:
    """The title of what a notice carries, as the notice's own title says it."""
    match = CARRIED.search(TAIL.sub("", fold(title).replace(" ", "")))
    return match[1].strip("《》") if match else None


def is_paragraph(row: Line) -> bool:
    """Running text: a sentence, or something too long for a title."""
    plain = row.plain
    if len(plain) > LONGEST_TITLE or (len(plain) >= 15 and plain.endswith(("。", ";", "。”"))):
        return True
    return len(plain) >= 25 and "。" in plain[:-1]


def front_end(page: Page) -> int:
    """The index of the first line of text: an addressee, a numbered heading or a paragraph."""
    for index in page.free():
        row = page.rows[index]
        if is_paragraph(row) or is_addressee(row) or (numbered(row) and not genre_of(row.text)):
            return index
    return len(page.rows)


def read_box(page: Page, end: int) -> list[BoxField]:
    """The labelled values over the text, the byline of news, and source lines wherever they stand."""
    boxes = list(box_fields(page.text, page.rows[:end]))
    for box in boxes:
        page.mark(box.rows, *(("field", box.key) if box.reading and box.key != "other" else ("noise", None)))
    for index in list(page.free()):
        row = page.rows[index]
        if index < end and (match := BYLINE.fullmatch(row.text)):
            day = found(page.text, row.start, row.start + match.end(1))
            boxes.append(BoxField("published", Reading(day.text, day), (index,)))
            page.mark([index], "field", "published")
        elif len(row.text) < 60 and (match := SOURCE.match(row.text)):
            place = found(page.text, row.start + match.end(), row.end)
            boxes.append(BoxField("source", Reading(place.text, place), (index,)))
            page.mark([index], "field", "source")
    return boxes


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
class Titled:
    """A title run read: the bodies over it, the title, and the lines that it takes."""

    issuers: tuple[Reading, ...]
    title: Reading
    rows: tuple[int, ...]


def read_title(page: Page, run: list[int]) -> Titled | None:
    """A run of lines as masthead and title, None where it is bodies' names only."""
    heads = 0
    while heads < len(run) and is_organ(page.rows[run[heads]]):
        heads += 1
    if heads == len(run):
        return None
    issuers = [name for index in run[:heads] for name in page.bodies(index)]
    first, last = run[heads], run[-1]
    row = page.rows[first]
    about = row.text.find("关于")
    if about > 0 and is_organ(Line(row.start, row.start + about, row.text[:about].strip(), 0)):
        issuers += bodies(page.text, row.start, row.start + about)
    if len(issuers) == 1 and heads and about == 0:  # a body's name over 关于… is the title's beginning
        first = run[heads - 1]
    return Titled(tuple(issuers), page.reading(first, last), tuple(run))


def best_title(page: Page, runs: list[list[int]], letter: bool) -> Titled | None:
    """The title among the runs: the fullest that names a genre, else the first.

    Over a page that is no letter even a line that ends like a body's name (…参观某公司) is a title.
    """
    titles = [title for run in runs if (title := read_title(page, run))]
    if not titles and runs and not letter:
        return Titled((), page.reading(runs[0][0], runs[0][-1]), tuple(runs[0]))
    named = [title for title in titles if genre_of(title.title.value)]
    return max(named, key=lambda title: len(title.title.value), default=titles[0] if titles else None)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, and the date line: readable or not."""

    bodies: tuple[Reading, ...]
    date: Reading
    rows: tuple[int, ...]


def signature(page: Page, start: int, letter: bool) -> Signature | None:
    """The first sign-off from a line on: bodies' names, then a date.

    In a page that is no letter it counts only at the end or before annexes.
    """
    free = list(page.free(start))
    for place, index in enumerate(free):
        row = page.rows[index]
        if not is_date(row) or (iso(row.plain) is None and len(re.findall(r"\d", row.text)) < 6):
            continue
        heads: list[int] = []
        while place - len(heads) > 0 and is_organ(page.rows[free[place - len(heads) - 1]]):
            heads.insert(0, free[place - len(heads) - 1])
        after = free[place + 1:]
        if not heads or not (letter or len(after) < 4 or ANNEX.match(page.rows[after[0]].text)):
            continue
        names = tuple(name for head in heads for name in page.bodies(head))
        day = found(page.text, row.start, row.end)
        return Signature(names, Reading(iso(row.plain) or "", day), (*heads, index))
    return None


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
            joined = page.reading(run[0], index).value
            later = next(page.free(index + 1), None)
            if same_title(joined, carried) or (genre_of(joined) and not (later and continues(page.rows[later]))):
                if later and re.fullmatch(r"\([^()]{2,20}\)", page.rows[later].plain) and not joined.endswith(")"):
                    continue
                return Titled((), page.reading(run[0], index), (*labels, *run))
    return None


def continues(row: Line) -> bool:
    """Whether a line can be the rest of a title: years in brackets, or a last word such as 实施方案."""
    return bool(re.fullmatch(r"\([^()]{2,20}\)", row.plain)) or (len(row.plain) < 20 and genre_of(row.plain) is not None
                                                                  and not is_paragraph(row))


def same_title(one: str, other: str | None) -> bool:
    """Whether two wordings are one title, layout, quotes and book brackets aside."""
    if other is None:
        return False
    first, second = (re.sub(r"[\s《》“”\"'—\-~–()]", "", fold(title)) for title in (one, other))
    return bool(first) and first == second
