"""Documents: which document a text is, whose it is, and who speaks in it."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.blocks import Outline
from loaders.course import Ref
from loaders.drafts import digest
from loaders.facts import REPORTS
from loaders.items import top
from loaders.lines import Reading
from loaders.metadata import Header
from loaders.naming import OWN, named
from loaders.referents.homes import settle
from loaders.referents.pointing import pointed
from loaders.referents.policies import policy_named
from loaders.referents.themes import headline, theme
from loaders.resolution import Cast
from loaders.statements.fields import unit
from loaders.words import Mark
from ontology.names import kind_sign, normal
from ontology.records import Document, Found

GROUPED = re.compile(r"等(?:\d{1,2}|[一二三四五六七八九十]{1,3}|多)?个?(?:国家|有关|相关)?(?:部门|部委|单位)$")  # 甲部等17部门《X》
AIMED = re.compile(  # why and on what a text was drawn up
    r"\s*(?:为|根据|按照|依据|按|贯彻|落实|深入|全面|认真|对照|结合|积极|响应|充分|围绕|聚焦|服务)")
SPEECH = re.compile("政府工作报告|上的(?:讲话|致辞|发言|主持词|报告)|^(?:致辞|讲话)")  # who speaks there speaks for the place
LONGEST_GROUP = 12
TITLED = re.compile("20[0-9]{2}(?=年|[—–-]+20[0-9]{2}年)")
NORMATIVE = frozenset({"notice", "plan", "measures", "regulation", "annex", "agreement", "other"})


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with the policy that it is (None for news), its issuers, and who its clauses speak for."""

    document: Document
    policy: Ref | None
    issuers: tuple[tuple[Ref, Found], ...]
    voice: Ref | None
    normative: bool
    year: int | None
    told: Ref | None = None


def identify(text: str, header: Header, parts: Outline, cast: Cast) -> Paper:
    """The document's record; the cast learns whose document it is."""
    cast.telling = header.genre == "news"
    cast.sections = parts.sections
    settle(cast, [*titled(text, header, cast)] or cast.marks, ())
    issuers = tuple((ref, reading.found) for reading in header.issuers if (ref := issuer(cast, reading)))
    if issuers:
        settle(cast, cast.marks, (ref for ref, _ in issuers))
    issuers = tuple((ref, reading.found) for reading in header.issuers if (ref := issuer(cast, reading)))
    title = value(header.title) or value(header.notice_title) or header.name
    dated = value(header.written) or value(header.published)
    cast.document = document_id(text, header, title, issuers, dated)
    cast.speaker = issuers[0][0] if issuers else None
    policy = the_policy(header, cast, title) if header.genre != "news" and title else None
    cast.policy = policy
    document = Document(cast.document, cast.source, title, header.genre, tuple(ref.id for ref, _ in issuers),
                        value(header.number), value(header.written), value(header.published), value(header.url),
                        header.kind, parts.sections)
    voice = policy if header.genre in NORMATIVE else cast.speaker
    told = policy_named(cast, header.interprets.value) if header.genre == "interpretation" and header.interprets else None
    cast.told = told
    for ref, found in issuers if cast.telling else ():
        cast.mention(ref, found.start, found.end)
    cast.reporting = cast.telling and bool(issuers) and header.title is not None and REPORTS.search(header.title.value) is not None
    cast.theme = theme(cast, header.title.found) if header.title and cast.telling and not issuers else None
    if header.title and cast.telling and not cast.theme:
        headline(cast, header.title.found)
    speech = cast.telling and not issuers and header.title is not None and SPEECH.search(header.title.value) is not None
    cast.reporting = cast.reporting or speech
    voice = cast.theme or voice
    if cast.reporting and issuers and (park := seat(cast, issuers[0][0])):
        cast.theme = park
    voice = (cast.home() if speech else None) or voice
    return Paper(document, policy, issuers, voice, header.genre in NORMATIVE, year_of(dated, title), told)


def year_of(dated: str | None, title: str | None) -> int | None:
    """The year of a document, else the first that its title plans for (甲市2024年工作方案, 乙方案(2024—2026年))."""
    said = TITLED.search(title or "")
    return int(dated[:4]) if dated else int(said.group()) if said else None


def seat(cast: Cast, issuer_: Ref) -> Ref | None:
    """The park whose committee or bureau reports on its own work: 园区 and 高新区 are that one."""
    entries, draft = cast.names.entries, cast.drafts.get(issuer_.id)
    key = entries[issuer_.id].jurisdiction if issuer_.id in entries else draft.jurisdiction if draft else None
    entry = entries.get(key or "")
    return cast.known(entry) if entry and top(entry.classes[0]) == "Park" else None


def spoken_for(text: str, header: Header, cast: Cast, paper: Paper) -> Paper:
    """An interpretation with the issuer of what it explains as who speaks in it; any other document as it is."""
    if header.genre != "interpretation":
        return paper
    issuer_ = interpreted_issuer(text, header, cast)
    cast.speaker = cast.speaker or issuer_
    return replace(paper, voice=issuer_ or paper.told or paper.policy)


def titled(text: str, header: Header, cast: Cast) -> Iterator[Mark]:
    """The places that the title names: the text is theirs where nobody signs it."""
    for reading in (header.title, header.notice_title):
        for mark in named(text, reading.found.start, reading.found.end, cast.names) if reading else ():
            if mark.classes[0] == "Region" and kind_sign(cast.names.entries[mark.keys[0].lstrip(OWN)]):
                yield mark


def value(reading: Reading | None) -> str | None:
    return reading.value if reading else None


def issuer(cast: Cast, reading: Reading) -> Ref | None:
    """The entity of an issuing body."""
    known = cast.names.lookup(reading.value)
    if len(known) == 1:
        return cast.known(known[0])
    mark = next((mark for mark in cast.marks if mark.start <= reading.found.start and reading.found.end <= mark.end), None)
    return unit(cast, reading.value, mark, "")


def document_id(text: str, header: Header, title: str | None, issuers: tuple[tuple[Ref, Found], ...],
                dated: str | None) -> str:
    """Its official number, else issuers, title and date, else its text."""
    prefix = "digest:" if header.kind == "digest" else ""
    if header.number:
        return prefix + header.number.value
    if title and header.genre != "news" and (issuers or dated):
        return prefix + digest(*(ref.id for ref, _ in issuers), title, dated or "")
    return prefix + digest(text[header.start:header.end])


def the_policy(header: Header, cast: Cast, title: str) -> Ref:
    """The policy that the document is: named by the plan's own title, the notice's as alias."""
    known = cast.names.lookup(title)
    ref = cast.known(known[0]) if known else cast.made(title, policy_class(header.genre))
    draft = cast.drafts[ref.id]
    draft.classes.add(policy_class(header.genre))
    draft.properties["documents"] = [cast.document]
    if header.notice_title and header.notice_title.value != title:
        draft.aliases.add(header.notice_title.value)
    if header.number:
        draft.identifiers["number"] = header.number.value
        cast.define(header.number.value, ref)
    for key, reading in (("validFrom", header.valid_from), ("validTo", header.valid_to)):
        if reading:
            draft.properties[key] = reading.value
    for reading in (header.title, header.notice_title, header.number):
        if reading:
            cast.mention(ref, reading.found.start, reading.found.end)
    cast.define(title, ref)
    return ref


def policy_class(genre: str) -> str:
    return {"plan": "Plan", "measures": "Measures", "notice": "Notice", "reply": "Reply", "agreement": "Agreement",
            "interpretation": "Interpretation", "regulation": "Regulation"}.get(genre, "Policy")


def issuing(cast: Cast, title: Mark) -> list[Mark]:
    """The agencies that stand as issuers before a title (甲部、乙部《X》, 甲部等17部门《X》), in their order."""
    found: list[Mark] = []
    at = title.start
    while True:
        more = GROUPED.search(cast.text, max(0, at - LONGEST_GROUP), at) if not found else None
        at = more.start() if more else at
        before = next((mark for mark in cast.marks if mark.end == at and mark.classes[0] == "Agency"), None)
        if before is None:
            return found[::-1]
        found.append(before)
        at = before.start - 1 if cast.text[before.start - 1:before.start] in ("、", "和", " ") else before.start


def clause_of(text: str, at: int) -> str:
    """The words of a clause before a place in it and behind it, up to the next comma."""
    first = max(text.rfind(stop, 0, at) for stop in "。\n,，;；") + 1
    return text[first:at + 1]


def interpreted_issuer(text: str, header: Header, cast: Cast) -> Ref | None:
    """The agency that issued what is interpreted: the first of those named in a sentence before its title, or the short
    form of it (市经信局会同市财政局起草了《X》), else the last one named before the title. Who issued another title is none."""
    if not header.interprets:
        return None
    wanted = normal(header.interprets.value)
    titles = [mark for mark in cast.marks if mark.kind == "title"]
    others = {agency.start for mark in titles if not wanted.endswith(normal(mark.text)) for agency in issuing(cast, mark)}
    agencies = [mark for mark in cast.marks if mark.classes[0] == "Agency" and mark.start not in others]
    own = [mark for mark in cast.marks if (mark in titles and wanted.endswith(normal(mark.text)))
           or (mark.kind == "pointer" and cast.told and pointed(cast, mark.text, mark.start) == cast.told)]
    for mark in own:
        opening = max(text.rfind(stop, 0, mark.start) for stop in "。\n")
        if said := next((agency for agency in agencies if opening < agency.start < mark.start
                         and not AIMED.match(clause_of(text, agency.start))), None):
            return cast.of_mark(said)
    before = [agency for agency in agencies if own and agency.end <= own[-1].start and not AIMED.match(clause_of(text, agency.start))]
    return cast.of_mark(before[-1]) if before else None
