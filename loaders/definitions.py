"""Definitions: names that a document gives (以下简称X), and what they stand for from there on."""
from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.clauses import read_sentence
from loaders.course import Ref
from loaders.mentions import merged
from loaders.resolution import Cast
from loaders.words import Mark
from ontology.names import normal

BRACKETED = re.compile(r"[（(](?:[^（）()]{0,40}?[,，;；])?\s*(?:以下)?(?:简称|统称|下称)(?:为|“|:|：)?"
                       r"\s*(?P<name>[^（）()\n]{1,24}?)\s*[)）]")
SPOKEN = re.compile(r"[,，]\s*(?:以下)?简称(?:为)?\s*[“\"](?P<name>[^”\"\n]{1,16})[”\"]")
WRAPPING = "“”\"《》‘’"


def define(text: str, start: int, end: int, cast: Cast) -> None:
    """Read the definitions of the document and mark every place where it uses them.

    A、B(以下统称X) makes X a thing of its own, A(以下简称X) another name of A.
    """
    for pattern in (BRACKETED, SPOKEN):
        for said in pattern.finditer(text, start, end):
            name = said["name"].strip(WRAPPING)
            ref = defined_before(text, start, said.start(), cast)
            if ref and "统称" in said.group() and several(text, start, said.start()):
                ref = cast.named(name, ref.class_)
            if ref and name:
                cast.define(name, ref)
                cast.mention(ref, said.start("name"), said.end("name"))
    cast.marks = merged(cast.marks, list(uses(text, start, end, cast)))


def defined_before(text: str, start: int, at: int, cast: Cast) -> Ref | None:
    """What stands directly before the bracket: a mark, else the last name of the clause."""
    before = [mark for mark in cast.marks if mark.start >= start and mark.end <= at]
    if before and (before[-1].end == at or (before[-1].kind == "title" and "。" not in text[before[-1].end:at]
                   and at - before[-1].end < 4)):
        return cast.of_mark(before[-1])
    first = max(text.rfind(stop, start, at) for stop in "。\n,，") + 1
    sentence = read_sentence(text, max(first, start), at, cast.marks)
    parts = sentence.clauses[-1].parts if sentence.clauses else ()
    phrase = parts[-1].phrase if parts else None
    if phrase is None:
        return None
    item = phrase.named[-1]
    if item.mark:
        return cast.of_mark(item.mark)
    ref = cast.named(item.text, item.class_) if item.class_ and not item.generic else None
    if ref:
        cast.mention(ref, item.start, item.end)
    return ref


def several(text: str, start: int, at: int) -> bool:
    """Whether a list stands before the bracket."""
    first = max(text.rfind(stop, start, at) for stop in "。\n") + 1
    return any(join in text[first:at] for join in "、和与及")


def uses(text: str, start: int, end: int, cast: Cast) -> Iterator[Mark]:
    """Every place where a defined name stands."""
    names = {name: ref for name, ref in cast.defined.items() if len(name) > 1}
    if not names:
        return
    pattern = re.compile("|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))))
    for found in pattern.finditer(text, start, end):
        ref = names.get(normal(found.group()))
        if ref:
            yield Mark(found.start(), found.end(), found.group(), (ref.id,), (ref.class_,), "defined")
