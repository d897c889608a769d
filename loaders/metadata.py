"""What a document says of itself: title, issuers, number, dates, addressee, validity, genre.

Every line that is no running text gets a `Mark` here (title, addressee, signature, labelled value, noise); what is left
is the body, which `loaders.sections` reads. Names are as found: which entity they mean is decided later.
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.box import DATES, BoxField
from loaders.dates import find_day
from loaders.digest import DigestHeader, digest_header, is_digest
from loaders.layout import layout
from loaders.letter import ANNEX_LIST, Signature, front_end, plan_title, read_box, signature, title_runs
from loaders.lines import Reading, fold, found, lines, unspaced
from loaders.masthead import NUMBER, addressees, bodies, is_addressee, number, person
from loaders.page import Page, is_paragraph
from loaders.titles import Titled, best_title, carried_title, genre_of, same_title
from loaders.validity import validity
from ontology.records import Found

QUOTED = re.compile(r"《([^《》]+(?:《[^《》]*》[^《》]*)*)》")
PROPOSAL = re.compile(r"\(? ?第 ?(\d{1,5}) ?号(?:提案|建议)?\)?|\((\d{3,5}) ?号\)")
ANNEX_ITEM = re.compile(r"\d{1,2}[.、] ?(?=\S)")


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters that are no running text: title, addressee, signature, field (with its label) or noise."""

    kind: str
    start: int
    end: int
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a document. Dates are ISO; what cannot be read as a date is None and listed in `unreadable`.

    `title` is the plan's own where a notice carries one, the notice's is then `notice_title`; both None where the page
    has none (`name` then says what the document is). `issuers` are from the masthead, else the signature, else the box.
    `proposers` are persons that a reply addresses, `addressees` everybody else.
    """

    start: int
    end: int
    kind: str
    genre: str
    title: Reading | None = None
    notice_title: Reading | None = None
    number: Reading | None = None
    issuers: tuple[Reading, ...] = ()
    addressees: tuple[Reading, ...] = ()
    proposers: tuple[Reading, ...] = ()
    speaker: Reading | None = None
    written: Reading | None = None
    published: Reading | None = None
    unreadable: tuple[str, ...] = ()
    valid_from: Reading | None = None
    valid_to: Reading | None = None
    url: Reading | None = None
    source_line: Reading | None = None
    interprets: Reading | None = None
    proposal_title: Reading | None = None
    proposal_number: Reading | None = None
    annexes: tuple[Reading, ...] = ()
    marks: tuple[Mark, ...] = ()
    name: str = ""


def header(text: str, start: int = 0, end: int | None = None) -> Header:
    """What the document in text[start:end] says of itself. Raises DigestError for a digest with a broken header."""
    end = len(text) if end is None else end
    if start == 0 and is_digest(text):
        return digest(text, end, digest_header(text))
    page = Page(text, lines(text, start, end))
    page.mark((i for i, row in enumerate(page.rows) if layout().noise.fullmatch(row.plain)), "noise")
    lead = front_end(page)
    boxes = read_box(page, lead)
    names = read_addressees(page, lead)
    runs = title_runs(page, 0, lead)
    titled = next((box.reading for box in boxes if box.key == "title" and box.reading), None)
    notice = best_title(page, runs, titled.value if titled else None, bool(names))
    if notice:
        page.mark(notice.rows, "title")
    elif titled:
        notice = Titled((), titled, ())
    page.mark(list(page.free(0, lead)), "noise")
    signed = signature(page, lead, bool(names))
    if signed:
        page.mark(signed.rows, "signature")
    plan = read_plan(page, notice, signed, bool(names))
    return assemble(page, start, end, boxes, notice, plan, names, signed)


def read_addressees(page: Page, lead: int) -> list[Reading]:
    """The addressee line, at the head of the text."""
    if lead >= len(page.rows) or not is_addressee(page.rows[lead]):
        return []
    page.mark([lead], "addressee")
    return addressees(page.text, page.rows[lead])


def read_plan(page: Page, notice: Titled | None, signed: Signature | None, letter: bool) -> Titled | None:
    """The plan that a notice or a letter carries; its title must be one that the letter announces."""
    if signed is None or not letter:
        return None
    carried = carried_title(notice.title.value) if notice else None
    plan = plan_title(page, signed.rows[-1] + 1, carried)
    cited = QUOTED.findall(page.text[page.rows[0].start:page.rows[signed.rows[0]].start])
    if plan is None or not any(same_title(plan.title.value, title) for title in (*cited, carried)):
        return None
    page.mark(plan.rows, "title")
    return plan


def assemble(page: Page, start: int, end: int, boxes: list[BoxField], notice: Titled | None, plan: Titled | None,
             names: list[Reading], signed: Signature | None) -> Header:
    by_key = {box.key: box.reading for box in reversed(boxes) if box.reading}
    annexes = read_annexes(page)
    free = list(page.free())
    title = plan.title if plan else carried_in(page.text, notice.title) if notice else None
    issuers = read_issuers(page.text, by_key, notice, signed)
    genre = (genre_of(title.value) if title else None) or genre_of_body(page, notice)
    written, published, unreadable = read_dates(page.text, by_key, signed)
    body = (page.rows[free[0]].start, page.rows[free[-1]].end) if free else (end, end)
    told = genre not in ("interpretation", "news", "reply")  # these tell of the terms of others
    first, last = validity(page.text, *body, title, written.value if written else None) if told else (None, None)
    persons = [(name, person(name)) for name in names]
    first_text = page.between(free[0], free[0]).found if free else Found(end, end, "")
    return Header(
        start=start, end=end, kind="text", genre=genre, title=title,
        notice_title=notice.title if notice and title != notice.title else None,
        number=read_number(page, by_key), issuers=issuers,
        addressees=tuple(name for name, who in persons if who is None),
        proposers=tuple(who for _, who in persons if who),
        speaker=issuers[0] if issuers and genre == "reply" else None,
        written=written, published=published, unreadable=unreadable,
        valid_from=dated(page.text, by_key.get("valid_from")) or first,
        valid_to=dated(page.text, by_key.get("valid_to")) or last,
        url=by_key.get("url"), source_line=by_key.get("source"),
        interprets=cited(page.text, title, first_text) if genre == "interpretation" else None,
        proposal_title=cited(page.text, None, first_text) if genre == "reply" else None,
        proposal_number=read_proposal(page.text, title, first_text) if genre == "reply" else None,
        annexes=annexes,
        marks=tuple(Mark(kind, page.rows[i].start, page.rows[i].end, label)
                    for i, (kind, label) in sorted(page.roles.items())),
        name=title.value if title else re.split(r"[。;!?]", unspaced(first_text.text))[0][:40],
    )


def read_issuers(text: str, by_key: dict[str, Reading], notice: Titled | None, signed: Signature | None
                 ) -> tuple[Reading, ...]:
    """The bodies over the title, else those that signed, else those in the box; each once."""
    boxed = by_key.get("issuers")
    names = (notice.issuers if notice else ()) or (signed.bodies if signed else ())
    if not names and boxed:
        names = tuple(bodies(text, boxed.found.start, boxed.found.end))
    return tuple({name.value: name for name in reversed(names)}.values())[::-1]


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
    return "news" if free and is_prose(free) else "other"


def is_prose(plain: list[str]) -> bool:
    """Paragraphs without the numbered parts of an official text: news."""
    numbers = r"第[一二三四五六七八九十]+[章条]|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)"
    return not any(re.match(numbers, line) for line in plain)


def read_dates(text: str, by_key: dict[str, Reading], signed: Signature | None
               ) -> tuple[Reading | None, Reading | None, tuple[str, ...]]:
    """Written and published, and the wordings that are no date."""
    written, published = dated(text, by_key.get("written")), dated(text, by_key.get("published"))
    bad = [by_key[key].found.text for key in DATES if key in by_key and dated(text, by_key[key]) is None]
    if signed:
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
    """The first title in 《》 of the title, else of the first paragraph."""
    for place in (title.found if title else None, paragraph):
        if place and (match := QUOTED.search(place.text)):
            inner = found(text, place.start + match.start(1), place.start + match.end(1))
            return Reading(unspaced(inner.text), inner)
    return None


def read_proposal(text: str, title: Reading | None, paragraph: Found) -> Reading | None:
    """The number of the proposal that a reply answers, as 第0134号."""
    for place in (paragraph, title.found if title else None):
        if place and (match := PROPOSAL.search(fold(place.text))):
            said = found(text, place.start + match.start(), place.start + match.end())
            return Reading(f"第{match[1] or match[2]}号", said)
    return None


def digest(text: str, end: int, head: DigestHeader) -> Header:
    """The header of a digest as its author wrote it."""
    values = head.values
    issuers, addressees = (split_names(text, values[key]) if key in values else () for key in ("issuers", "addressees"))
    persons = [(name, person(name)) for name in addressees]
    genre = values["genre"].value
    return Header(
        start=0, end=end, kind="digest", genre=genre, issuers=issuers,
        addressees=tuple(name for name, who in persons if who is None),
        proposers=tuple(who for _, who in persons if who),
        speaker=issuers[0] if genre == "reply" and issuers else None,
        title=values["title"], notice_title=values.get("notice_title"), number=values.get("number"),
        written=values.get("written"), published=values.get("published"),
        valid_from=values.get("valid_from"), valid_to=values.get("valid_to"),
        url=values.get("url"), source_line=values.get("source_line"), interprets=values.get("interprets"),
        proposal_title=values.get("proposal_title"), proposal_number=values.get("proposal_number"),
        marks=(Mark("noise", 0, head.end),), name=values["title"].value)


def split_names(text: str, value: Reading) -> tuple[Reading, ...]:
    """The names of a list with 、."""
    start = value.found.start
    spans = (part.span() for part in re.finditer("[^、]+", value.found.text))
    parts = [found(text, start + first, start + last) for first, last in spans]
    return tuple(Reading(part.text, part) for part in parts)
