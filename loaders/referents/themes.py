"""Themes: the one thing that a profile is of (甲园简介, 乙联盟概况), and the words that take it up there (园区, 本中心)."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.borders import word_borders
from loaders.items import top
from loaders.knowledge import any_of
from loaders.lexicon import lexicon, load
from loaders.mentions import merged
from loaders.words import Mark
from ontology.records import Found

if TYPE_CHECKING:
    from loaders.course import Ref
    from loaders.resolution import Cast

BRACKETS = re.compile(r"[（(](?P<inner>[^（）()]*)[）)]")
THIS = "(?:本届|本次|此次|这届|该届|[本该我])"
HEADED = ("Park", "Platform", "Project", "Institution")
SEVERAL = re.compile("[、，, 和与及]")
FRESH = re.compile(  # what a word that stands alone follows
    r"(?:^|[\s,，。;；:：、“”—…]|目前|现|如今|近年来|今年|去年|年|月|日|了|全|由|为|在|对|向|与|和|及)$")


def theme(cast: Cast, title: Found) -> Ref | None:
    """The thing that a title says the text is a profile of, or that is all of a title under which the text goes on with 园区;
    the text may call it without its place, or as a bracket says."""
    ending = profiles().search(title.text)
    goes_on = re.compile(r"\s*" + calls("Park").pattern).match(cast.text, title.end)
    if ending is None and not (goes_on and (lexicon().head(title.text) or ("", ""))[1] == "Park"):
        return occasion(cast, title)
    end = ending.start() if ending else len(title.text)
    found = Found(title.start, title.start + end, title.text[:end])
    plain = BRACKETS.sub("", found.text)
    known = cast.names.lookup(found.text) or cast.names.lookup(plain)
    head = lexicon().head(plain)
    class_ = known[0].classes[0] if len(known) == 1 else lexicon().proper.get(head[0], head[1]) if head and plain != head[0] else ""
    if top(class_) not in load("themes")["calls"]:
        return None
    ref = cast.known(known[0]) if len(known) == 1 else cast.made(found.text, class_)
    cast.mention(ref, found.start, found.end)
    for name in shorter(cast, found):
        if cast.text.find(name, title.end) >= 0 and not cast.names.lookup(name):
            cast.define(name, ref)
    return ref


def headline(cast: Cast, title: Found) -> None:
    """Remember the park, work or platform that opens a headline and that the text names by the same words again (甲园授牌
    …甲园…): 园区, 平台 and 工厂 may mean it, whether or not anything else is said of it."""
    words = [title.text[first:last] for first, last in pairwise(sorted(word_borders(title.text)))]
    first_verb = next((n for n, word in enumerate(words) if lexicon().kinds.get(word) in ("verb", "preposition")), len(words))
    for end in range(first_verb, 1, -1):
        name = "".join(words[:end])
        head = lexicon().head(name)
        if head and head[1] in HEADED and name != head[0] and not SEVERAL.search(name) and cast.text.find(name, title.end) >= 0:
            known = cast.names.lookup(name)
            ref = cast.known(known[0]) if len(known) == 1 else cast.made(name, head[1])
            cast.mention(ref, title.start, title.start + len(name))
            return


def occasion(cast: Cast, title: Found) -> Ref | None:
    """The event that a press conference is held on."""
    ending = meetings().search(title.text)
    name = title.text[:ending.start()] if ending else ""
    head = lexicon().head(name)
    if head is None or head[1] != "Event" or len(name) < len(head[0]) + 4:
        return None
    ref = cast.made(name, "Event")
    cast.mention(ref, title.start, title.start + len(name))
    return ref


def shorter(cast: Cast, found: Found) -> Iterator[str]:
    """The name without its place, without its bracket, and the name in the bracket."""
    plain = BRACKETS.sub("", found.text)
    place = next((mark for mark in cast.marks if mark.start == found.start and mark.classes[0] == "Region"), None)
    short = BRACKETS.sub("", found.text[len(place.text):]) if place else ""
    for name in (plain, short, *(one["inner"] for one in BRACKETS.finditer(found.text))):
        head = lexicon().head(name)
        if head and name != head[0] and name != found.text:
            yield name


def taken_up(cast: Cast, start: int, end: int) -> None:
    """Mark where a profile takes up what it is of."""
    if cast.theme is None:
        return
    class_ = cast.theme.class_
    borders = {start + border for border in word_borders(cast.text[start:end])}
    marks: list[Mark] = []
    for said in calls(top(class_)).finditer(cast.text, start, end):
        bare = said["this"] is None
        if bare and class_ == "Event":
            continue
        if said.end() in borders and (not bare or FRESH.search(cast.text, max(start, said.start() - 3), said.start())):
            marks.append(Mark(said.start(), said.end(), said.group(), (), (class_,), "pointer"))
    cast.marks = merged(cast.marks, marks)


def retold(cast: Cast, start: int, end: int) -> None:
    """Mark where an interpretation takes up what it explains by its class word alone (方案提出…)."""
    if cast.told is None:
        return
    name = BRACKETS.sub("", cast.told.name)
    marks = [Mark(said.start("word"), said.end("word"), said["word"], (), ("Policy",), "pointer")
             for said in papers().finditer(cast.text, start, end)
             if name.endswith(said["word"]) and FRESH.search(cast.text, max(start, said.start() - 3), said.start())]
    cast.marks = merged(cast.marks, marks)


@cache
def papers_called() -> frozenset[str]:
    """The class words by which an interpretation takes up a paper."""
    return frozenset(load("themes")["papers"].split())


@cache
def papers() -> re.Pattern[str]:
    """A class word of papers, and what is said to it."""
    said = load("themes")
    return re.compile(f"(?P<word>{any_of(said['papers'].split())})(?={any_of(said['saying'].split())})")


def retells(cast: Cast, text: str) -> bool:
    """Whether a class word is that of the paper that an interpretation explains."""
    return cast.told is not None and text in papers_called() and BRACKETS.sub("", cast.told.name).endswith(text)


def names_theme(cast: Cast, text: str) -> bool:
    """Whether words of a profile take up what it is of."""
    return cast.theme is not None and calls(top(cast.theme.class_)).fullmatch(text) is not None


@cache
def profiles() -> re.Pattern[str]:
    """How the title of a profile ends."""
    return re.compile(f"{any_of(load('themes')['profiles'].split())}(?:{BRACKETS.pattern.replace('?P<inner>', '?:')})?$")


@cache
def meetings() -> re.Pattern[str]:
    """How the title of a press conference goes on behind the event."""
    return re.compile(any_of(load("themes")["meetings"].split()))


@cache
def calls(class_: str) -> re.Pattern[str]:
    """What a thing of a class is called in its profile."""
    return re.compile(f"(?P<this>{THIS})?{any_of(load('themes')['calls'][class_].split())}")
