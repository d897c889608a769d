"""Running: who runs a work, park or platform, said by a noun: 甲园运营方乙公司, 运营单位为乙公司, 乙公司是甲园的运营商."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.clauses import Part
from loaders.items import top
from loaders.knowledge import group_of, listed
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.bare import spoken_of
from loaders.statements.being.alliances import terms
from loaders.statements.being.witness import Witness
from loaders.statements.naming import leading, read_span, some

WORKS = ("Project", "Platform", "Park", "Institution")
RUNNERS = ("Firm", "Institution", "Agency", "Association")
BEING = re.compile("(?:为|是|系|由|即|[:：]|——)?")
PLAYING = re.compile("(?:为|是|系|作为|担任|出任|成为|任)")
OPENING = re.compile("(?:据|从|由|向|对|与|和|在|了|，|,)")


@cache
def running_noun() -> re.Pattern[str]:
    return re.compile(f"的?(?P<noun>{group_of('runs', 'running', 'bare')})(?!式|制)")


def running(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """The atoms of a clause that names who runs what by such a noun."""
    for said in running_noun().finditer(witness.cast.text, parts[0].start, parts[-1].end):
        runners, things = sides(witness, parts, said)
        for runner in runners:
            yield from (witness.tied("responsibleFor", runner, thing, "running", said={"role": said["noun"]}) for thing in things
                        if runner.ref.id != thing.ref.id and fits("responsibleFor", runner.ref.class_, thing.ref.class_))


def sides(witness: Witness, parts: Sequence[Part], said: re.Match[str]) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Who runs and what is run, as the noun stands between them."""
    text, start = witness.cast.text, parts[0].start
    verbs = [one.end() for one in PLAYING.finditer(text, start, said.start())]
    if text.startswith("的", said.end()) and verbs and parts[0].text == "以":  # 以甲公司为牵头单位的乙中心
        last = next((part.phrase for part in parts if part.phrase and part.start <= said.end() < part.end), None)
        return before(witness, parts, verbs[-1]), some(witness.cast, last, WORKS)
    if said.end() == parts[-1].end and verbs and parts[0].text in ("作为", "身为"):  # 作为乙园的运营方,甲公司…
        behind = said.end() + 1
        stops = [at for stop in ",，;；。\n" if (at := text.find(stop, behind)) >= 0]
        named = some(witness.cast, leading(witness.cast, behind, min(stops, default=len(text))), RUNNERS)
        return named[:1], work(witness, verbs[0], said)
    if said.end() == parts[-1].end and verbs:  # 甲公司是乙园的运营方
        return before(witness, parts, verbs[-1]), work(witness, verbs[-1], said)
    opens = BEING.match(text, said.end())
    first = max([start, *(one.end() for one in OPENING.finditer(text, start, said.start()))])
    return directly(witness, parts, opens.end() if opens else said.end()), work(witness, first, said)


def before(witness: Witness, parts: Sequence[Part], end: int) -> tuple[Actor, ...]:
    """Who is named in front of the verb that ends there."""
    return tuple(one for part in parts if part.end < end for one in some(witness.cast, part.phrase, RUNNERS))


def directly(witness: Witness, parts: Sequence[Part], start: int) -> tuple[Actor, ...]:
    """Who is named directly behind the noun."""
    end = next((part.end for part in parts if part.phrase and part.start <= start < part.end), start)
    found = some(witness.cast, read_span(witness.cast, start, end), RUNNERS) if start < end else ()
    return found if found and found[0].found and found[0].found.start == start else ()


def work(witness: Witness, first: int, said: re.Match[str]) -> tuple[Actor, ...]:
    """What is run: named before the noun, else, where 其 or nothing stands there, what the paragraph spoke of last."""
    name = witness.cast.text[first:said.start()].strip(" “”")
    if name in ("", "其", "项目", "该项目"):
        told = [ref for _, ref in witness.cast.paragraph(said.start()) if top(ref.class_) in WORKS]
        return (Actor(told[-1], None),) if told and (name or said["noun"] in listed("runs", "bare")) else ()
    read = read_span(witness.cast, first, said.start())
    named = [one for one in some(witness.cast, read, WORKS) if one.found and one.found.end >= said.start() - 1]
    if not named and read and read.named and (pointed := spoken_of(witness.cast, read.named[-1], WORKS)):
        return (Actor(pointed, None),)
    return tuple(one for one in named[-1:] if not one.ref.name.endswith(terms().leagues))
