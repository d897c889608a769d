"""What a document says of itself: title, issuers, number, dates, addressee, validity, genre.

Every line that is no running text gets a `Mark` here (title, addressee, signature, labelled value, noise); what is left
is the body, which `loaders.sections` reads. Names are as found: which entity they mean is decided later.
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.box import BoxField
from loaders.digest import DigestHeader, digest_header, is_digest
from loaders.facts import (
    QUOTED,
    carried_in,
    cited,
    dated,
    first_title,
    genre_of_body,
    proposal,
    read_annexes,
    read_dates,
    read_issuers,
    read_number,
    read_proposal,
    split_names,
)
from loaders.layout import layout
from loaders.letter import Signature, front_end, plan_title, read_box, signature, title_runs
from loaders.lines import Reading, lines, unspaced
from loaders.masthead import addressees, is_addressee, person
from loaders.page import Page
from loaders.titles import Titled, best_title, carried_title, genre_of, same_title
from loaders.validity import validity
from ontology.records import Found

TELLING = ("interpretation", "news", "reply")  # genres that tell of the terms of others


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
    first, last = (None, None) if genre in TELLING else validity(page.text, *body, title, written)
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
        interprets=cited(page.text, title, first_text) or first_title(page.text, start, end) if genre == "interpretation" else None,
        proposal_title=proposal(page.text, first_text) if genre == "reply" else None,
        proposal_number=read_proposal(page.text, title, first_text) if genre == "reply" else None,
        annexes=annexes,
        marks=tuple(Mark(kind, page.rows[i].start, page.rows[i].end, label)
                    for i, (kind, label) in sorted(page.roles.items())),
        name=title.value if title else named_by(page.text, genre, first_text),
    )


def named_by(text: str, genre: str, first: Found) -> str:
    """What a document without a title is called: a reply by the proposal that it answers, else by its first words."""
    number, proposal = read_proposal(text, None, first), cited(text, None, first)
    if genre == "reply" and (number or proposal):
        kind = "提案" if "提案" in first.text else "建议"
        return f"关于{number.value}{kind}的答复" if number else f"对《{proposal.value}》的答复" if proposal else ""
    return re.split(r"[。;!?]", unspaced(first.text))[0][:40]


def digest(text: str, end: int, head: DigestHeader) -> Header:
    """The header of a digest as its author wrote it."""
    values = head.values
    issuers, addressees = (split_names(text, values[key]) if key in values else () for key in ("issuers", "addressees"))
    persons = [(name, person(name)) for name in addressees]
    genre = values["genre"].value
    term = (None, None) if genre in TELLING else validity(text, head.end, end, values["title"], values.get("written"))
    return Header(
        start=0, end=end, kind="digest", genre=genre, issuers=issuers,
        addressees=tuple(name for name, who in persons if who is None),
        proposers=tuple(who for _, who in persons if who),
        speaker=issuers[0] if genre == "reply" and issuers else None,
        title=values["title"], notice_title=values.get("notice_title"), number=values.get("number"),
        written=values.get("written"), published=values.get("published"),
        valid_from=values.get("valid_from") or term[0], valid_to=values.get("valid_to") or term[1],
        url=values.get("url"), source_line=values.get("source_line"), interprets=values.get("interprets"),
        proposal_title=values.get("proposal_title"), proposal_number=values.get("proposal_number"),
        marks=(Mark("noise", 0, head.end),), name=values["title"].value)


