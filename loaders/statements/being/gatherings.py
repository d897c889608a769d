"""Gatherings: what a body holds for its own is named after it: 甲协会第四届会员大会, 2025甲公司供应商大会."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.items import Item, top
from loaders.knowledge import any_of, knowledge
from loaders.phrases import Phrase
from loaders.statements.atoms import Actor, Atom
from loaders.statements.being.witness import Witness
from loaders.statements.naming import refer
from ontology.records import Found

EDITION = re.compile("(?:20[0-9]{2}年?|首届|第[一二三四五六七八九十0-9]{1,3}届)+")
SHAPED = re.compile("(?P<body>[\u4e00-\u9fff（）()]{2,20}?(?P<kind>协会|学会|商会|联合会|促进会|联盟|公司|集团))(?!展|会)")
FIRMS = ("公司", "集团")
HOSTS = ("Firm", "Association", "Institution")
LONGEST = 16  # characters of a name that opens an event's


@cache
def own_event() -> re.Pattern[str]:
    """How what a body holds for its own is called."""
    return re.compile(f"{any_of(knowledge('organizes')['own'].split())}(?:活动|暨.+)?$")


def gatherings(witness: Witness, phrase: Phrase) -> Iterator[Atom]:
    """The atoms of the events that a phrase names."""
    for item in phrase.named:
        event = refer(witness.cast, item, ("Event",)) if top(item.class_) == "Event" and (
            own_event().search(item.text) or civic_event().search(item.text)) else None
        host = (host_of(witness, item, HOSTS) if own_event().search(item.text) else host_of(witness, item, ("Region",))) if event else None
        if event and host:
            yield witness.atom("organizes", host, event, item, "name")


@cache
def civic_event() -> re.Pattern[str]:
    """How what a place holds for its own is called."""
    return re.compile(f"{any_of(knowledge('organizes')['civic'].split())}(?:活动)?$")


def host_of(witness: Witness, item: Item, hosts: tuple[str, ...]) -> Actor | None:
    """The body whose name opens that of an event, behind its year or edition: a known one, else one by its form."""
    edition = EDITION.match(item.text)
    name = item.text[edition.end():] if edition else item.text
    start = item.end - len(name)
    for size in range(min(len(name) - 2, LONGEST), 1, -1):
        known = [entry for entry in witness.cast.names.lookup(name[:size]) if top(entry.classes[0]) in hosts]
        if len(known) == 1 and (hosts == HOSTS or name[size - 1] in "市区县州"):
            return Actor(witness.cast.known(known[0]), Found(start, start + size, name[:size]))
    said = SHAPED.match(name) if hosts == HOSTS else None
    body = witness.cast.named(said["body"], "Firm" if said["kind"] in FIRMS else "Association") if said else None
    return Actor(body, Found(start, start + said.end("body"), said["body"])) if said and body else None
