"""Passes over what is carried out or founded under a name that holds verbs of its own (实施|甲产业提升|工程)."""
from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from loaders.knowledge import listed as words_of
from loaders.lexicon import load
from loaders.words.insides import OUTSIDE
from loaders.words.word import Word, is_group


@cache
def trials() -> tuple[frozenset[str], frozenset[str]]:
    """Verbs of those who try something out, and what it is called at the end."""
    data = load("acts")
    works = ("示范工程", "工程", "行动", "专项行动", "提升行动")
    return frozenset((*data["trying"], "包括", "包含", "涵盖")), frozenset((*data["trials"], *works))


def trying(found: Sequence[Word], n: int) -> str:
    """What is tried out is one name up to the word for it (开展|金融服务乡村振兴|试点, 实施|甲产业提升|工程)."""
    if found[n].kind not in ("verb", "either"):
        return ""
    verbs, ends = trials()
    start = next((m + 1 for m in range(n - 1, max(n - 10, 0), -1) if found[m].text in verbs or found[m].kind in OUTSIDE or (
        found[m].text in ends and found[m + 1].kind == "join")), n)
    last = found[n + 1].text in ends  # 实施|链主企业|引育|工程
    listed_on = found[start - 1].text in ends and found[start].kind == "join" and any(
        word.text in verbs for word in takewhile(lambda word: word.kind not in OUTSIDE, reversed(found[:start])))  # 实施甲工程、|乙提升工程
    alone = not any(acts(word) and not (last and crowd(word)) for word in found[start:n])
    opened = start < n and (found[start - 1].text in verbs or listed_on) and alone
    rest = list(takewhile(lambda word: word.kind not in OUTSIDE, found[n + 1:]))
    return "nominal" if opened and rest and rest[-1].text in ends else ""


def crowd(word: Word) -> bool:
    """Whether a word names a class of actors (链主企业|引育|工程)."""
    return is_group(word) or (word.mark is not None and word.mark.classes[0] == "AgentGroup")


def acts(word: Word) -> bool:
    """Whether a word names somebody who does what comes behind him."""
    return is_group(word) or (word.mark is not None and word.mark.classes[0] not in ("Technology", "Product"))


def stating(found: Sequence[Word], n: int) -> str:
    """What is said of a thing before 的 predicates nothing (打造|研发实力强、配套完善|的基地)."""
    if found[n].kind not in ("verb", "either", "weak", "nominal"):
        return ""
    opened = [m for m in range(n - 1, max(n - 12, 0), -1) if found[m].kind in OUTSIDE or found[m].text in words_of("lists", "founds")]
    start = opened[0] + 1 if opened else n
    if not opened or found[opened[0]].kind in OUTSIDE:
        return ""
    rest = list(takewhile(lambda word: word.kind not in OUTSIDE, found[n + 1:]))
    if len(found) <= n + 1 + len(rest) or found[n + 1 + len(rest)].text != "的":
        return ""
    said = "".join(word.text for word in (*found[start:n + 1], *rest)).split("、")
    states = words_of("lists", "states")
    alone = len(said) == 1 and "最" in said[0]
    return "noun" if not alone and all(len(one) > 3 and one.endswith(states) for one in said) else ""
