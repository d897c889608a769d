"""Modality: the words that wish, deny, encourage and join, as `patterns/modality.yaml` lists them."""
from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from loaders.lexicon import load


@dataclass(frozen=True)
class Modality:
    """The words by what they do to a clause."""

    encourage: frozenset[str]
    support: frozenset[str]
    draws: frozenset[str]
    appoints: frozenset[str]
    becomes: frozenset[str]
    heads: frozenset[str]
    betters: frozenset[str]
    cares: frozenset[str]
    shapes: frozenset[str]
    wished: tuple[str, ...]
    things: tuple[str, ...]
    about: tuple[str, ...]
    asked: frozenset[str]
    granted: frozenset[str]
    denied: frozenset[str]
    perfect: frozenset[str]
    ought: frozenset[str]
    hearsay: frozenset[str]
    govern: frozenset[str]
    joint: frozenset[str]
    attending: frozenset[str]
    meets: frozenset[str]
    equal: frozenset[str]
    list: frozenset[str]
    parties: frozenset[str]
    signing: frozenset[str]
    permit: frozenset[str]
    occasions: frozenset[str]
    sizes: frozenset[str]
    founding: frozenset[str]
    besides: frozenset[str]
    advise: frozenset[str]
    care: frozenset[str]
    drafted: frozenset[str]
    gathers: frozenset[str]
    here: frozenset[str]
    says: frozenset[str]
    elsewhere: frozenset[str]
    manners: frozenset[str]
    sides: frozenset[str]

    def unreal(self, words: Collection[str]) -> bool:
        """Whether one of the words denies what is said, or only wishes for it."""
        return not self.denied.isdisjoint(words) or self.wishes(words)

    def wishes(self, words: Iterable[str]) -> bool:
        """Whether one of the words, or the head of one, only wishes."""
        return any(word.startswith(self.wished) and word not in self.drafted for word in words)


@cache
def modality() -> Modality:
    """Read once."""
    sets = {name: frozenset(words.split()) for name, words in load("modality").items()}
    wished, things, about = (tuple(sorted(sets.pop(name))) for name in ("wished", "things", "about"))
    sets["govern"] |= sets["encourage"]
    return Modality(wished=wished, things=things, about=about, **sets)
