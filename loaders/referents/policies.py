"""Policies: a paper is called by its title, its number, a shorter form of its title or its kind alone (《意见》)."""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.items import top
from loaders.lexicon import lexicon
from loaders.words import Mark
from ontology.names import normal

if TYPE_CHECKING:
    from loaders.course import Ref
    from loaders.resolution import Cast

YEARS = re.compile(r"[(（][^()（）]*\d{4}[^()（）]*[)）]$")  # (2021—2025年)
ISSUED = ("印发", "发布", "出台")
OWN_TITLE = 8  # characters of a title that is no class word alone
BEHIND, AHEAD = 2, 4  # characters between a title and its number behind it, and a number and its title behind that


def policy_named(cast: Cast, title: str) -> Ref:
    """A policy by its title; 《意见》 is what the document calls so."""
    known = cast.defined.get(normal(title))
    if known:
        return known
    entries = cast.names.lookup(title)
    if entries:
        return cast.known(entries[0])
    if cast.policy and normal(title) == normal(cast.policy.name):
        return cast.policy
    return retitled(cast, title) or cast.made(title, "Policy")


def retitled(cast: Cast, title: str) -> Ref | None:
    """A policy that the text names by another form of its title: without its years (甲规划 of 甲规划(2021—2025年)), or by its
    kind alone (《规划》)."""
    said = {ref.id: ref for _, ref in cast.spoken if top(ref.class_) == "Policy"}
    head, bare = lexicon().head(title), YEARS.sub("", title)
    if head and head[0] == title and head[1] == "Policy":
        return next((ref for ref in reversed(said.values()) if "《" not in ref.name and YEARS.sub("", ref.name).endswith(title)), None)
    same = [ref for ref in said.values() if YEARS.sub("", ref.name) == bare and bare in (title, ref.name)]
    return same[0] if len(same) == 1 else None


def number_titles(cast: Cast) -> None:
    """A number in brackets behind a title is the policy's, and names it elsewhere."""
    titles = [mark for mark in cast.marks if mark.kind == "title"]
    for number in [mark for mark in cast.marks if mark.kind == "number"]:
        title = next((one for one in titles if belongs(cast.text, number, one)), None)
        ref = cast.of_mark(title) if title else None
        if ref:
            cast.drafts[ref.id].identifiers.setdefault("number", normal(number.text))
            cast.define(number.text, ref)


def belongs(text: str, number: Mark, title: Mark) -> bool:
    """Whether a number is the title's: right behind it, or before it where it was issued under it (甲发〔2022〕9号印发《X》)."""
    issued = text[number.end:title.start].endswith(ISSUED)
    return 0 <= number.start - title.end <= BEHIND or (0 < title.start - number.end <= AHEAD and issued)


def own_paper(cast: Cast, text: str) -> Ref | None:
    """The document itself, called without the place that its title opens with (实施制造业提升行动计划 in 甲市制造业提升行动计划)."""
    own = cast.policy
    return own if own and len(text) >= OWN_TITLE and own.name.endswith(text) else None
