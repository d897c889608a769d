"""Alliances: who is in one: 联盟成员包括A, A当选理事长单位, 秘书处设在A."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.clauses import Part
from loaders.items import ACTORS, Item, top
from loaders.phrases import Phrase
from loaders.resolution import Cast, Ref
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.naming import some
from loaders.statements.witness import Witness, known
from loaders.words import load

BODIES = ("Platform", "Association")


@dataclass(frozen=True)
class Terms:
    """The words of `alliances.yaml`."""

    leagues: tuple[str, ...]
    posts: tuple[str, ...]
    serves: frozenset[str]
    seats: frozenset[str]
    seated: frozenset[str]


@cache
def terms() -> Terms:
    """Read once; the longest post first."""
    data = {name: str(words).split() for name, words in load("alliances").items() if name != "near_misses"}
    return Terms(tuple(data["leagues"]), tuple(sorted(data["posts"], key=lambda word: (-len(word), word))),
                 frozenset(data["serves"]), frozenset(data["seats"]), frozenset(data["seated"]))


def league(cast: Cast) -> Ref | None:
    """The alliance or association that was spoken of last."""
    return next((ref for _, ref in reversed(cast.spoken) if top(ref.class_) in BODIES and ref.name.endswith(terms().leagues)), None)


def alliance(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """The members that a clause names."""
    for at, part in enumerate(parts):
        front = next((one.phrase for one in reversed(parts[:at]) if one.phrase), None)
        after = next((one.phrase for one in parts[at + 1:] if one.phrase), None)
        if part.kind not in ("verb", "preposition") or front is None or after is None:
            continue
        if front.named[-1].text in terms().seats and part.text in terms().seated:
            yield from joined(witness, some(witness.cast, after, ACTORS), None, "秘书处")
        elif part.text in terms().serves:
            yield from serving(witness, parts[:at], after.named[0])
        if part.text in known().be and post(front.named[-1]):
            yield from joined(witness, some(witness.cast, after, ACTORS), body(witness, front.named[-1]), "")


def serving(witness: Witness, before: Sequence[Part], item: Item) -> Iterator[Atom]:
    """A、B任副理事长单位."""
    role = post(item)
    front: Phrase | None = next((part.phrase for part in reversed(before) if part.phrase), None)
    if role and front:
        yield from joined(witness, some(witness.cast, front, ("Firm", "Institution", "Association", "Agency")),
                          body(witness, item), role)


def post(item: Item) -> str:
    """The post that an item names, "" for none."""
    return next((word for word in terms().posts if item.text.endswith(word)), "")


def body(witness: Witness, item: Item) -> Ref | None:
    """The alliance that an item names before the post (甲联盟理事长单位, 甲联盟的成员)."""
    mark = item.owner or item.first
    ref = witness.cast.of_mark(mark) if mark else None
    return ref if ref and top(ref.class_) in BODIES else None


def joined(witness: Witness, things: Sequence[Actor], whole: Ref | None, role: str) -> Iterator[Atom]:
    """Each is a member of the alliance named, else of the one spoken of."""
    whole = whole or league(witness.cast)
    for thing in things if whole else ():
        if whole and thing.ref.id != whole.id and fits("memberOf", thing.ref.class_, whole.class_):
            yield witness.tied("memberOf", thing, Actor(whole, None), "alliance", said={"role": role} if role else None)
