"""Things: whether words end in a thing that can receive, and the spans of those that a list names."""
from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from loaders.grants.triggers import Span, one_of
from loaders.lexicon import lexicon

NO_TARGETS = ("", "Policy")


def is_whole(words: str) -> bool:
    """Whether words end in a thing that can receive."""
    head = lexicon().head(without_bracket(words))
    return head is not None and head[1] not in NO_TARGETS


def is_phrase(words: str) -> bool:
    """Whether words are a noun phrase with such a thing at the end, and no predicate."""
    return is_whole(words) and ("的" in words or in_place(words) is not None or not opens_with_verb(words))


def opens_with_verb(words: str) -> bool:
    kinds = lexicon().kinds
    return any(kinds.get(words.strip()[:size]) in ("verb", "either") for size in (4, 3, 2))


def without_bracket(words: str) -> str:
    return re.sub(r"\([^()]*\)$", "", words.strip())


@cache
def place_frame() -> re.Pattern[str]:
    return re.compile(rf"在(?P<where>[^,的]{{2,40}}?){one_of('places_verbs')}(?P<noun>[^,的]{{2,}})$")


def in_place(words: str) -> re.Match[str] | None:
    """在中心城区新建|慢充桩: the place and the verb restrict the thing."""
    return place_frame().match(words.strip())


def is_bare(head: str) -> bool:
    """Whether a head says no kind by itself (企业, 车型) and needs what restricts it."""
    return lexicon().has("generic", head.strip()) or len(head.strip()) < 2


def items(folded: str, start: int, end: int) -> list[Span]:
    """A span for each listed: A、B等项目 names A and B, A、B等运营企业 one group; A或B are two where both are whole."""
    words = folded[start:end]
    etc = re.search(r"等(?P<head>[^、等]*)$", words)
    if etc and "、" in words and (not etc["head"] or lexicon().has("generic", etc["head"])):
        found = parted(folded, start, start + etc.start(), "、")
        if not etc["head"] or "分别" in folded or all(is_whole(folded[a:b]) for a, b in found):
            return [unfounded(folded, *one) for one in found]
    if etc:
        return [(start, end)]
    for joint in ("、", "或", "[、或和及]"):
        found = parted(folded, start, end, joint)
        found = [part for piece in found for part in halves(folded, piece)]
        whole = len(found) > 1 and all(is_whole(folded[a:b]) for a, b in found)
        found = [unfounded(folded, *one) for one in found] if whole else found
        if whole and (joint == "或" or alike(folded, found)):
            return found
    return [(start, end)]


def unfounded(folded: str, start: int, end: int) -> Span:
    """One of a list without the verb that founds it (创建|甲中心、新建|乙机构)."""
    verb = re.match(rf"{one_of('places_verbs')}+(?=[^的,]{{3,}}$)", folded[start:end])
    return (start + verb.end(), end) if verb and is_whole(folded[start + verb.end():end]) else (start, end)


def halves(folded: str, span: Span) -> list[Span]:
    """甲、乙|和|丙: the last two, where both are whole."""
    found = parted(folded, *span, "[和及]")
    return found if len(found) > 1 and all(is_whole(folded[a:b]) for a, b in found) and alike(folded, found) else [span]


def alike(folded: str, spans: list[Span]) -> bool:
    """Whether the spans end in things of one class."""
    heads = [lexicon().head(without_bracket(folded[a:b])) for a, b in spans]
    return len({head[1] for head in heads if head}) == 1


def parted(folded: str, start: int, end: int, joint: str) -> list[Span]:
    """The span cut at the joints outside brackets."""
    words = folded[start:end]
    joints = [match.start() for match in re.finditer(joint, words)]
    outside = [at for at in joints if words[:at].count("(") == words[:at].count(")")]
    cuts = [start - 1, *(start + at for at in outside), end]
    return [(a + 1, b) for a, b in pairwise(cuts) if b > a + 1]
