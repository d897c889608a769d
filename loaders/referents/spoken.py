"""Spoken: what the text named before a place in it, which a short or bare word there takes up again."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from loaders.items import top

if TYPE_CHECKING:
    from loaders.course import Ref
    from loaders.resolution import Cast

RECENT = 400  # the last mentions, among which what news point at stands
PHASED = re.compile("[一二三四五六首]期(?:项目|工程)?$")
KIND = re.compile("(?:全资|控股|参股|合资|控股)?(?:子|孙|分|合资|合营)?公司|合资企业")  # what a firm is, no name
OTHER = re.compile("的[\u4e00-\u9fff]{0,6}项目(?![库部组名])")
BUILT = ("Firm", "Project", "Park")
SHORT = 40  # characters before a name within which 是 makes it what another thing is
BEING = re.compile(r"(?:是|为|系|成为|作为)[^,，。;；\n]*(?:首个|首条|第一个|最大的?|唯一的?|规模最大|的)$")


def latest(said: Iterable[tuple[int, Ref]]) -> Ref | None:
    """What was named last, of things with the places where they were named."""
    return max(said, key=lambda pair: pair[0], default=(0, None))[1]


def firms(cast: Cast, at: int | None) -> Iterator[tuple[int, Ref]]:
    """The firms that a paragraph has named before a place, with where, the last first."""
    line = cast.text.rfind("\n", 0, at) + 1
    said = takewhile(lambda one: line <= one[0], islice(cast.backward(("Firm",), at), RECENT))
    return ((start, ref) for start, ref in said if not KIND.fullmatch(ref.name))


def company(cast: Cast, at: int | None) -> Ref | None:
    """The last firm that the paragraph has called a company by name (甲有限公司…公司…)."""
    return next((ref for start, ref in firms(cast, at) if any("公司" in said for said in cast.wordings(ref, start))), None)


def introduced(cast: Cast, at: int | None) -> Ref | None:
    """The firm that a paragraph before named last in full (…有限公司)."""
    return next((ref for start, ref in islice(cast.backward(("Firm",), at), RECENT)
                 if any(said.endswith("有限公司") for said in cast.wordings(ref, start))), None)


def named_so(cast: Cast, word: str, at: int) -> Ref | None:
    """The last firm or work before a place that was named by words that end so (甲汽车乙工厂 …工厂)."""
    return next((ref for _, ref in cast.ending(word, at) if top(ref.class_) in BUILT), None)


def project_told(cast: Cast, at: int) -> Ref | None:
    """The project that news speak of before a place: the last one of the paragraph, else the only one of the text."""
    line = cast.text.rfind("\n", 0, at) + 1
    told = itself(cast, takewhile(lambda one: line <= one[0], projects(cast, at))) or only(ref for _, ref in projects(cast, at))
    return None if told and overtaken(cast, told, at) else told


def overtaken(cast: Cast, ref: Ref, at: int) -> bool:
    """Whether the paragraph speaks of another project before a place that it gives no name (建设年产9万台电机的|项目): what
    follows is not of the one named before."""
    line = cast.text.rfind("\n", 0, at) + 1
    last = next((said.end() - len("项目") for said in reversed(list(OTHER.finditer(cast.text, line, at)))), -1)
    mentions = cast.drafts[ref.id].mentions if ref.id in cast.drafts else ()
    return last >= 0 and not any(one.start <= last < one.end or last < one.start < at for one in mentions)


def projects(cast: Cast, at: int) -> Iterator[tuple[int, Ref]]:
    """What was called a project before a place, with where, the last first; no phase of one."""
    return ((start, ref) for start, ref in cast.backward(("Project",), at) if "项目" in ref.name and not PHASED.search(ref.name))


def only(said: Iterable[Ref]) -> Ref | None:
    """The one thing that all these are, None where they are several."""
    found: Ref | None = None
    for ref in said:
        if found and ref.id != found.id:
            return None
        found = ref
    return found


def itself(cast: Cast, said: Iterable[tuple[int, Ref]]) -> Ref | None:
    """The first of the things that is not only what another is (甲项目是乙市最大的|制造业项目), else the first."""
    found: Ref | None = None
    for start, ref in said:
        if not BEING.search(cast.text, max(start - SHORT, 0), start):
            return ref
        found = found or ref
    return found


def named_before(cast: Cast, ref: Ref | None, at: int) -> Ref | None:
    """The entity where the text named it before a place."""
    return ref if any(one == ref for _, one in cast.earlier(at)) else None
