"""The frames of `patterns/*.yaml`: which words, in which construction, say which relation of which classes.

A pattern file names its relation and lists frames by construction:

    object       verb + object (打造X)
    tail         verb + object + verbal noun (推进X建设)
    preposition  verb or preposition + object + the rest of the clause (依托X开展…)
    as           以X为核心
    toward       为X提供服务, 加大对X的支持
    with         A与B合作, 联合B
    place        落户X
    duty         X牵头推进Y
    inverse      verb + object, and the relation leads from the object to who acts (A控股B)
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from loaders.lexicon import PATTERNS, load
from loaders.statements.modality import modality
from ontology.errors import ChuanyuError
from ontology.vocabulary import vocabulary

CONSTRUCTIONS = ("object", "tail", "preposition", "as", "toward", "with", "place", "duty", "inverse")
WORDS = ("verbs", "tails", "prepositions", "roles", "nouns", "joins", "leading", "after", "without", "ending", "goes", "acts")


@dataclass(frozen=True, slots=True)
class Frame:
    """One construction of a relation: the cue words by their place, and the classes that the sides must have.

    `nested` frames need another verb behind the object (推动A|做B), frames with `after` words one of them before the
    verb (支持|开展X), frames with `goes` words one of them behind the object, frames `without` words no object that only
    ends so (按X标准), frames with an `ending` only such (开展X试点), `untitled` ones none that is known by its title; items
    that show no class are of class `unnamed`, where a frame has one. `acts` are verbs that also stand inside names (调度):
    no clause is cut at them.
    """

    relation: str
    construction: str
    words: Mapping[str, frozenset[str]]
    classes: frozenset[str]
    subject: frozenset[str]
    rule: str
    nested: bool = False
    unnamed: str = ""
    untitled: bool = False


@dataclass(frozen=True)
class Frames:
    """All frames, and those that a cue word calls."""

    all: tuple[Frame, ...]
    strength: Mapping[str, int]

    def called(self, construction: str, place: str, word: str) -> Iterator[Frame]:
        """The frames of a construction whose words at `place` hold `word`."""
        said = self.index.get((construction, place, word), ())
        base = bare(word) if place == "verbs" else word
        more = self.index.get((construction, place, base), ()) if base != word else ()
        yield from (self.all[n] for n in sorted({*said, *more}))

    @cached_property
    def index(self) -> Mapping[tuple[str, str, str], Sequence[int]]:
        """Construction, place and cue word -> the places of the frames in `all`."""
        found: dict[tuple[str, str, str], list[int]] = {}
        for n, frame in enumerate(self.all):
            for place, words in frame.words.items():
                for word in words:
                    found.setdefault((frame.construction, place, word), []).append(n)
        return found


@cache
def bare(verb: str) -> str:
    """A verb without what only says with whom or how it is done (共同建设, 投资新建)."""
    base = verb
    while len(base) > 3 and (opening := next((one for one in modality().manners if base.startswith(one)), "")):
        base = base.removeprefix(opening)
    return base


@cache
def frames() -> Frames:
    """Read and checked once: relation and classes must be terms of the ontology."""
    found: list[Frame] = []
    strength: dict[str, int] = {}
    for path in sorted(PATTERNS.glob("*.yaml")):
        data = load(path.stem)
        if "relation" not in data or "frames" not in data:
            continue
        strength.update(data.get("strength", {}))
        found += read_frames(path.name, data)
    return Frames(tuple(found), strength)


def read_frames(file: str, data: Mapping[str, Any]) -> Iterator[Frame]:
    terms = vocabulary()
    relation = data["relation"]
    if relation not in terms.relations:
        raise ChuanyuError(f"{file}: the ontology has no relation {relation}.")
    for construction, entries in data["frames"].items():
        if construction not in CONSTRUCTIONS:
            raise ChuanyuError(f"{file}: no construction {construction}; there are {', '.join(CONSTRUCTIONS)}.")
        for number, entry in enumerate(entries, 1):
            classes = frozenset(entry.get("classes", data.get("classes", ())))
            subject = frozenset(entry.get("subject", ()))
            unknown = sorted((classes | subject) - set(terms.classes))
            if unknown:
                raise ChuanyuError(f"{file}: the ontology has no class {unknown[0]}.")
            words = {place: frozenset(str(entry[place]).split()) for place in WORDS if place in entry}
            yield Frame(relation, construction, words, classes, subject, f"{relation}.{construction}.{number}",
                        bool(entry.get("nested")), str(entry.get("unnamed", "")), bool(entry.get("untitled")))
