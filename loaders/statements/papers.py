"""Papers: what a document states by being what it is: who issued and approved it, whom it answers, what it explains."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.clauses import LONGEST
from loaders.course import Ref
from loaders.documents import issuing
from loaders.items import top
from loaders.metadata import Header
from loaders.referents.organs import organ
from loaders.referents.pointing import pointed
from loaders.referents.policies import policy_named
from loaders.resolution import Cast
from loaders.statements.atoms import Atom
from loaders.statements.fields import units
from loaders.statements.leave import leave
from loaders.words import Mark
from ontology.names import normal
from ontology.records import Found, Value

MEETING = (r"(?:(?:19|20)\d\d年)?(?:第?[一二三四五六七八九十0-9]+届)?(?:第[^,，。会]{1,8}次|[0-9一二三四五六七八九十百]{1,4}次)?"
           r"(?:常务|党组|常委|办公|全体|专题|主任|局长|区长|市长)?(?:会议|会)?")
SITTING = re.compile("(?P<sign>[市区县])第?[一二三四五六七八九十]+届(?:人民)?政府")  # 区十九届人民政府
TERM = r"(?:第?[一二三四五六七八九十]+届)?"  # 第三届区政府
APPROVED = re.compile(rf"(?:已?经|报[请经送]?|(?<=[》法])由){TERM}(?P<who>[^,，。;；《》\n]{{2,24}}?){MEETING}(?:审议|研究|讨论|审查)?"
                      "(?:同意|批准|通过|审定)")
HANDLED = re.compile(r"(?:经与|经商|经会同|经会(?=[省市区县州])|会同|征求|综合|结合|(?<=[委局办厅会院部])商)了?(?P<who>[^。;；\n]{2,120}?)"
                     r"(?:等)?(?:协办|会办)?(?:单位|部门)?(?:的?(?:会办|协办|书面|反馈)?意见"
                     r"|(?:进行|开展)?了?(?:认真|共同|联合|专题|深入|多次|反复)*(?:研究|会商|商议|协商|沟通|调研)*(?:办理|会办|研究|会商|协商|沟通|调研))")
CONSULTED = re.compile(r"(?:经商|经研究[,，]?并?商|并商|经会商|经会同?|会同|商)(?P<who>[^。;；\n]{2,120}?)[,，](?:现|就|答复|回复|函复)")
JOINED = re.compile(r"(?:主办|牵头)[,，](?P<who>[^,，。;；\n]{2,80}?)(?:会办|协办|配合办理)(?=[,，。;；])")
TOGETHER = re.compile(r"(?<=[,，。:：委局厅办])(?:与|联合|协同)(?P<who>[^。;；,，\n]{2,120}?)(?:等(?:部门|单位)?)?(?:进行|开展)?"
                      r"(?:共同|联合|一起|协同)+(?:进行|开展)?了?(?:认真|专题|深入)*(?:研究)?(?:办理|会办)")
PASSED = re.compile(rf"{APPROVED.pattern}(?:[^。\n]{{0,60}}?(?:印发|发布|出台|施行|实施)|(?<=会议审议通过))")
INNER = re.compile(r"(?:贯彻|落实|实施|执行)[^〈<]{0,4}[〈<](?P<title>[^〉>]{4,80})[〉>]")
COMMITTEE = re.compile("(?:管委会|管理委员会)$")
ANNEX = re.compile(r"(?m)^[ 　]*附[ 　]*件[:：][ 　]*(?P<listed>[^\n]+(?:\n\s*[0-9]{1,2}[.．、][^\n]+)*)")
ANNEXED = re.compile(r"(?m)(?:^|(?<=[:：]))\s*(?:[0-9]{1,2}[.．、])?[ 　]*(?P<title>[^\n]{4,60}"
                     r"(?:清单|方案|目录|名单|细则|办法|指南|计划|标准|要点|措施|分工表?|任务表))\s*$")
ISSUED = re.compile(r"[^。\n]*(?:印发给你们|予以印发|予以公布|予以发布|现予(?:印发|发布|公布|公告)"
                    r"|现(?:将[^。\n]{2,80})?(?:印发|转发|发布|公布))[^。\n]*。?")


OPENING = re.compile(rf"(?m)^[^。\n]{{0,60}}{APPROVED.pattern}(?=[,，])[^。\n]*。?")  # 经甲同意,认定…: what it rules is allowed
RULING = ("notice", "plan", "measures", "regulation")


def papers(text: str, header: Header, cast: Cast, policy: Ref | None,
           issuers: Sequence[tuple[Ref, Found]]) -> Iterator[Atom]:
    """The atoms of the masthead, the covering letter and the titles cited."""
    yield from cited(text, header, cast)
    if policy is None:
        return
    addressed(header, cast)
    yield from issued(text, header, cast, policy, issuers)
    yield from approved(text, header, cast, policy)
    yield from leave(header, cast, policy, issuers)
    yield from annexed(text, header, cast, policy)
    if header.genre == "reply":
        yield from replied(text, header, cast, policy)
        yield from handled(text, header, cast, policy)
    if header.interprets and header.genre == "interpretation":
        target = policy_named(cast, header.interprets.value)
        found = header.interprets.found
        cast.mention(target, found.start, found.end)
        yield Atom("interprets", policy, target, "interprets.title", *line(text, found), "", object_found=found)
        yield from passed(text, header, cast, target)


def cited(text: str, header: Header, cast: Cast) -> Iterator[Atom]:
    """A cited title that opens with its issuers (《甲部 乙部关于…的通知》), or that carries out another (贯彻〈…〉)."""
    for mark in cast.marks:
        if mark.kind != "title" or normal(mark.text) in cast.defined:
            continue
        ref = cast.of_mark(mark)
        if ref is None or (cast.policy and ref.id == cast.policy.id):
            continue
        place = sentence(text, mark.start, header)
        found = Found(mark.start, mark.end, mark.text)
        opening = mark.text.find("关于")
        for agency, named in units(cast, mark.start + 1, mark.start + opening) if opening > 2 else ():
            if top(agency.class_) == "Agency":
                cast.mention(agency, named.start, named.end)
                cast.mention(ref, mark.start, mark.end)
                yield Atom("issues", agency, ref, "issues.title", *place, "", subject_found=named, object_found=found)
        for before in issuing(cast, mark):
            if not (issuer := cast.of_mark(before)):
                continue
            cast.mention(issuer, before.start, before.end)
            cast.mention(ref, mark.start, mark.end)
            yield Atom("issues", issuer, ref, "issues.title", *place, "", object_found=found,
                       subject_found=Found(before.start, before.end, before.text))
        inner = INNER.search(mark.text)
        if inner:
            basis = policy_named(cast, inner["title"])
            first = mark.start + inner.start("title")
            cast.mention(basis, first, first + len(inner["title"]))
            yield Atom("basedOn", ref, basis, "basedOn.title", *place, "", subject_found=found,
                       object_found=Found(first, first + len(inner["title"]), inner["title"]))


def issued(text: str, header: Header, cast: Cast, policy: Ref, issuers: Sequence[tuple[Ref, Found]]) -> Iterator[Atom]:
    """Who issued the document: its masthead or signature, dated by it."""
    if header.genre == "news" or not issuers:
        return
    letter = ISSUED.search(text, header.start, header.end)
    dated = header.written or header.published
    said: dict[str, Value] = {"date": dated.value} if dated else {}
    for ref, found in issuers:
        cast.mention(ref, found.start, found.end)
        place = trim(text, *letter.span()) if letter else line(text, found)
        yield Atom("issues", ref, policy, "issues.masthead", *place, "", qualifiers=said, subject_found=found)


def approved(text: str, header: Header, cast: Cast, policy: Ref) -> Iterator[Atom]:
    """《X》已经市政府同意."""
    letter = ISSUED.search(text, header.start, header.end) or (
        OPENING.search(text, header.start, header.end) if header.genre in RULING else None)
    if not letter:
        return
    for said in APPROVED.finditer(text, *letter.span()):
        sitting = SITTING.fullmatch(said["who"])
        own = pointed(cast, sitting["sign"] + "人民政府", said.start()) if sitting else committee(cast, said["who"])
        for ref, found in [(own, Found(*said.span("who"), said["who"]))] if own else units(cast, *said.span("who")):
            cast.mention(ref, found.start, found.end)
            yield Atom("approves", ref, policy, "approves.letter", *trim(text, *letter.span()), "", subject_found=found)


def committee(cast: Cast, who: str) -> Ref | None:
    """已经管委会会议审议: the management committee whose paper it is."""
    entry = cast.names.entries.get(next(iter(cast.chain()), ""))
    if entry is None or who not in ("管委会", "管委会主任"):
        return None
    if COMMITTEE.search(entry.name):
        return cast.known(entry)
    name = entry.name + "管理委员会"
    return organ(cast, Mark(0, 0, name, (entry.key,), ("Agency",), "organ:管理委员会")) if top(entry.classes[0]) == "Park" else None


def addressed(header: Header, cast: Cast) -> None:
    """Remember whom a notice is sent to, and the parks whose committees are meant (甲新区、乙高新区管委会)."""
    if header.genre == "reply" or not header.addressees:
        return
    first, last = header.addressees[0].found.start, header.addressees[-1].found.end
    for ref, found in units(cast, first, last):
        if "有关" not in found.text and "相关" not in found.text:
            cast.mention(ref, found.start, found.end)
    for mark in cast.marks:
        if first <= mark.start and mark.end <= last:
            name = COMMITTEE.sub("", mark.text)
            parks = [entry for entry in cast.names.lookup(name) if top(entry.classes[0]) == "Park"]
            if len(parks) == 1:
                cast.mention(cast.known(parks[0]), mark.start, mark.start + len(name))


def passed(text: str, header: Header, cast: Cast, target: Ref) -> Iterator[Atom]:
    """What is explained was passed before it was issued (经市政府常务会议审议通过后印发)."""
    said = PASSED.search(text, header.start, header.end)
    opening = max(text.rfind(stop, header.start, said.start()) for stop in "。\n") if said else 0
    named = [ref for mark in cast.marks if said and mark.kind == "title" and opening < mark.start < said.start()
             and (ref := cast.of_mark(mark))]
    own = said is not None and any(mark.kind == "pointer" and opening < mark.start < said.start() and pointed(cast, 
        mark.text, mark.start) == target for mark in cast.marks)  # 制定了本方案,报经市政府同意
    target = target if own or not named or target in named else named[-1]
    for ref, found in units(cast, *said.span("who")) if said else ():
        if said and top(ref.class_) == "Agency":
            cast.mention(ref, found.start, found.end)
            yield Atom("approves", ref, target, "approves.passed", *sentence(text, said.start(), header), "", subject_found=found)


def annexed(text: str, header: Header, cast: Cast, policy: Ref) -> Iterator[Atom]:
    """附件:1.甲目录 2.乙清单: what is listed behind a paper is part of it; one whose title names no place is that paper's alone."""
    said = ANNEX.search(text, header.start, header.end)
    for one in ANNEXED.finditer(text, *said.span("listed")) if said else ():
        first, last = one.span("title")
        own = any(mark.kind == "name" and first <= mark.start and mark.end <= last for mark in cast.marks)
        annex = policy_named(cast, one["title"]) if own else cast.made(one["title"], "Policy", key="annex " + one["title"])
        if annex.id != policy.id:
            found = Found(first, last, one["title"])
            cast.mention(annex, first, last)
            yield Atom("partOf", annex, policy, "partOf.annex", *line(text, found), "", subject_found=found)


def replied(text: str, header: Header, cast: Cast, policy: Ref) -> Iterator[Atom]:
    """Whom a reply answers, and which proposal."""
    for reading in (*header.addressees, *header.proposers):
        class_ = "Person" if reading in header.proposers else "Association"
        known = cast.names.lookup(reading.value)
        own = cast.of_text(reading.found)
        target = own or (cast.known(known[0]) if known else cast.made(reading.value, class_))
        cast.mention(target, reading.found.start, reading.found.end)
        yield Atom("repliesTo", policy, target, "repliesTo.addressee", *line(text, reading.found), "",
                   object_found=reading.found)
    if header.proposal_title:
        found = header.proposal_title.found
        proposal = policy_named(cast, header.proposal_title.value)
        cast.mention(proposal, found.start, found.end)
        yield Atom("basedOn", policy, proposal, "basedOn.proposal", *line(text, found), "", object_found=found)


def helpers(text: str, header: Header, cast: Cast) -> list[tuple[Ref, Found]]:
    """Who helped to handle a proposal: of the wordings that may say so the first that names somebody."""
    for said in sorted((match for wording in (HANDLED, JOINED, CONSULTED, TOGETHER) for match in wording.finditer(
            text, header.start, header.end)), key=lambda match: match.start()):
        found = [(ref, found) for ref, found in units(cast, *said.span("who")) if not found.text.endswith(("会办", "协办", "主办"))]
        if found:
            return found
    return []


def handled(text: str, header: Header, cast: Cast, policy: Ref) -> Iterator[Atom]:
    """经与A、B等协办单位共同研究办理."""
    for ref, found in helpers(text, header, cast):
        cast.mention(ref, found.start, found.end)
        yield Atom("contributesTo", ref, policy, "contributesTo.handled", *sentence(text, found.start, header), "",
                   qualifiers={"role": "协办"}, subject_found=found)


def line(text: str, found: Found) -> tuple[int, int]:
    """The line that holds the wording, without blanks around it."""
    first = text.rfind("\n", 0, found.start) + 1
    last = text.find("\n", found.end)
    return trim(text, first, len(text) if last < 0 else last)


def sentence(text: str, at: int, header: Header) -> tuple[int, int]:
    """The sentence around a place."""
    first = max(text.rfind(stop, header.start, at) for stop in "。\n") + 1
    ends = [place for stop in "。\n" if (place := text.find(stop, at)) >= 0]
    return trim(text, max(first, header.start), min(ends) + 1 if ends else header.end)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without white space at either end, at most as long as a quote may be."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, min(end, start + LONGEST)
