"""Witness: the place, the group and the things that news speak of, and atoms of what they show by 是, 有 and 在."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.clauses import Clause
from loaders.course import Ref
from loaders.items import ACTORS, Item
from loaders.lexicon import load
from loaders.phrases import Phrase
from loaders.resolution import Cast
from loaders.statements.atoms import Actor, Atom, Scene
from loaders.statements.naming import place
from loaders.words import Mark
from ontology.records import Found, Value

PLACES = frozenset({"Region", "Park"})
SETS = ("be", "held", "founded", "entering", "launched", "such", "trades", "landing", "greets", "ranking", "parting", "settle", "rolls",
        "touring", "works", "among")
THINGS = ACTORS | {"Project", "Product", "Event", "Technology"}


@dataclass(frozen=True)
class Words:
    """The words of `presence.yaml`."""

    be: frozenset[str]
    present: frozenset[str]
    held: frozenset[str]
    founded: frozenset[str]
    entering: frozenset[str]
    such: frozenset[str]
    trades: frozenset[str]
    landing: frozenset[str]
    launched: frozenset[str]
    greets: frozenset[str]
    ranking: frozenset[str]
    parting: frozenset[str]
    settle: frozenset[str]
    rolls: frozenset[str]
    touring: frozenset[str]
    works: frozenset[str]
    here: tuple[str, ...]
    among: frozenset[str]
    nouns: tuple[tuple[str, str], ...]
    holders: tuple[str, ...]
    branches: tuple[str, ...]
    under: tuple[str, ...]
    sources: tuple[str, ...]
    sites: tuple[str, ...]
    moves: tuple[str, ...]
    coming: Mapping[str, str]
    roles: tuple[tuple[str, str], ...]


@cache
def known() -> Words:
    data = load("presence")
    said: dict[str, Any] = {name: longest_first(data[name]) for name in ("nouns", "roles")}
    said |= {name: frozenset(data[name].split()) for name in SETS}
    said |= {name: tuple(data[name].split()) for name in ("here", "holders", "branches", "under", "sources", "moves", "sites")}
    coming = {word: key for key, words in data["coming"].items() for word in words.split()}
    return Words(present=frozenset(data["present"]), coming=coming, **said)


def longest_first(lists: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Words with the list in which each stands, the longer before those that end them."""
    return tuple(sorted(((word, name) for name, words in lists.items() for word in words.split()), key=lambda pair: -len(pair[0])))


class Witness:
    """What the clauses read so far leave behind; `span` is the sentence, `opening` the things that it opens with,
    `named` those that the clauses before named, `listing` the alliance whose members it lists, `awaited` those whose
    supplier the next clause names, `sellers` those who supply in the sentence, `parties` the firms that the clause before named,
    `before` that clause, `within` the event of which it names a part, `ground` the place whose ground is built on,
    `posing` as what the one acts whom the next clause names."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.place: Ref | None = None
        self.stale = False
        self.group: Actor | None = None
        self.crowd: tuple[Actor, Ref] | None = None
        self.front: tuple[Actor, ...] = ()
        self.opening: tuple[Actor, ...] = ()
        self.named: tuple[Actor, ...] = ()
        self.listing: Ref | None = None
        self.fronted: Actor | None = None
        self.awaited: tuple[Actor, ...] = ()
        self.sellers: list[Actor] = []
        self.parties: list[Actor] = []
        self.before: Clause | None = None
        self.within: Actor | None = None
        self.ground: Actor | None = None
        self.posing: Phrase | None = None
        self.span = (0, 0)

    @property
    def cast(self) -> Cast:
        """The entities of the document."""
        return self.scene.cast

    def tied(self, relation: str, one: Actor, other: Actor, rule: str, status: str = "asserted",
             said: Mapping[str, Value] | None = None) -> Atom:
        """One triple of two things, each remembered where it is named."""
        self.note(one, other)
        return Atom(relation, one.ref, other.ref, f"{relation}.{rule}", *self.span, self.scene.section, status,
                    said or {}, one.found, other.found)

    def located(self, thing: Actor, where: Ref, at: Found | None, rule: str) -> Atom:
        """A thing in a place."""
        return self.tied("locatedIn", thing, Actor(where, at), rule)

    def atom(self, relation: str, actor: Actor, ref: Ref, item: Item, rule: str) -> Atom:
        """What an actor does to the thing of an item."""
        self.cast.mention(ref, item.start, item.end)
        return self.tied(relation, actor, Actor(ref, place(self.cast, item)), rule)

    def note(self, *actors: Actor) -> None:
        """Remember where things are named."""
        for actor in actors:
            if actor.found:
                self.cast.mention(actor.ref, actor.found.start, actor.found.end)


def found(mark: Mark) -> Found:
    """The characters of a mark."""
    return Found(mark.start, mark.end, mark.text)
