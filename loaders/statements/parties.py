"""Parties: who concludes an agreement, told by its title (甲 乙合作协议, 甲与乙战略合作协议) or by labels (甲方:甲, 乙方:乙).

They are 甲方 and 乙方 from there on, 双方 together, and what a clause agrees without naming anybody is theirs.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from loaders.course import Ref
from loaders.lines import fold
from loaders.metadata import Header
from loaders.resolution import Cast
from loaders.statements.atoms import Atom, fits
from loaders.statements.fields import units
from ontology.records import Found

LABEL = re.compile(r"(?m)^[ ]*(?P<side>[甲乙丙丁]方)(?:\([^()\n]*\))?:[ ]*(?P<who>[^\n,;。(]{2,40})")
TITLE = re.compile(r"(?P<all>.+?(?:[ 、]+|[与和同暨]).+?)(?P<what>.*?(?:协议书?|备忘录|协定|合同|意向书))")
SPLIT = re.compile(r"[ 、]+|(?<=[会府局委司团行厂学院所区县市协盟])[与和同暨](?=..)")
SIDES = ("甲方", "乙方", "丙方", "丁方")
FEWEST = 2


def parties(text: str, header: Header, cast: Cast) -> tuple[tuple[Ref, Found], ...]:
    """Those who conclude the agreement, each with where it names them; none for any other document."""
    if header.genre != "agreement":
        return ()
    folded = fold(text)
    found = [(said["side"], one) for said in LABEL.finditer(folded, header.start, header.end)
             for one in named(cast, *said.span("who"))[:1]]
    if len(found) < FEWEST and header.title:
        found = list(zip(SIDES, titled(folded, header, cast), strict=False))
    if len(found) < FEWEST:
        return ()
    for side, (ref, where) in found:
        cast.define(side, ref)
        cast.mention(ref, where.start, where.end)
    return tuple(one for _, one in found)


def titled(folded: str, header: Header, cast: Cast) -> list[tuple[Ref, Found]]:
    """The bodies that open a title."""
    assert header.title is not None
    start, end = header.title.found.start, header.title.found.end
    start = min([start, *(issuer.found.start for issuer in header.issuers if issuer.found.start > header.start - 1)])
    said = TITLE.match(folded, start, end)
    if said is None:
        return []
    at = start
    found: list[tuple[Ref, Found]] = []
    for gap in [*(gap for gap in SPLIT.finditer(folded, start, end) if gap.end() < said.end("all")), None]:
        stop = gap.start() if gap else opening(cast, at, end) or said.end("all")
        found += named(cast, at, stop)[:1]
        at = gap.end() if gap else end
    return found


def opening(cast: Cast, start: int, end: int) -> int | None:
    """Where a name ends that the rest of a title opens with: a known one, or one of a firm."""
    known = max((mark.end for mark in cast.marks if mark.start == start and mark.end < end), default=None)
    firm = re.match(r".{2,30}?(?:公司|集团|大学|学院|研究院|委员会|管委会|人民政府|协会|银行)", cast.text[start:end])
    return max(known or 0, start + firm.end() if firm else 0) or None


def named(cast: Cast, start: int, end: int) -> list[tuple[Ref, Found]]:
    """The body of a span: as a list of units names it, else whatever stands there as a firm."""
    found = units(cast, start, end)
    name = cast.text[start:end].strip()
    firm = cast.named(name, "Firm") if not found and len(name) > 3 else None
    return found or ([(firm, Found(start, start + len(name), name))] if firm else [])


def concluded(cast: Cast, policy: Ref | None, sides: tuple[tuple[Ref, Found], ...]) -> Iterator[Atom]:
    """All of them issue the agreement, and each works with each other."""
    for ref, where in sides:
        if policy and fits("issues", ref.class_, policy.class_):
            yield Atom("issues", ref, policy, "issues.party", *line(cast.text, where), "", subject_found=where)
    for (one, here), (other, there) in combinations(sides, 2):
        if one.id != other.id and fits("cooperatesWith", one.class_, other.class_):
            yield Atom("cooperatesWith", one, other, "cooperatesWith.party", *line(cast.text, there), "",
                       subject_found=here, object_found=there)


def line(text: str, found: Found) -> tuple[int, int]:
    """The line around a place."""
    end = text.find("\n", found.end)
    return text.rfind("\n", 0, found.start) + 1, end if end >= 0 else len(text)
