"""A name as people type it -> the entity that it names: by any of its names or by id.

An unknown name is answered with the nearest ones, a homonym with its candidates, each with the id that chooses it.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from graph.stores.property_graph import name_key
from graph.stores.protocol import Store
from ontology.errors import ChuanyuError
from ontology.vocabulary import vocabulary

SHOWN = 60  # characters of an unknown name that the error repeats
BY_NAME = """
MATCH (:Name {key: $key})-[:NAMES]->(e)
WHERE $of IS NULL OR $of IN labels(e)
RETURN DISTINCT e.id AS id, e.name AS name, e.class AS class
ORDER BY id
"""
ALL_NAMES = """
MATCH (n:Name)-[:NAMES]->(e)
WHERE n.kind <> 'id' AND ($of IS NULL OR $of IN labels(e))
RETURN DISTINCT n.key AS key, n.text AS text
ORDER BY key, text
"""


class UnknownName(ChuanyuError):
    """No entity of the wanted class bears the name."""


class Homonym(ChuanyuError):
    """Several entities bear the name."""


@dataclass(frozen=True, slots=True)
class Named:
    """An entity that a name means."""

    id: str
    name: str
    kind: str


def resolve(store: Store, text: str, of: str | None = None, prefers: str | None = None) -> Named:
    """The one entity (of the class `of`) that bears the name; of several, the one of the class that is preferred.

    Raises UnknownName with up to five near names, or Homonym with all candidates.
    """
    key = name_key(text)
    found = [Named(*row) for row in store.run(BY_NAME, {"key": key, "of": of}).rows]
    if not found:
        raise _unknown(text, near(store, key, of))
    if len(found) > 1 and prefers:
        found = [one for one in found if prefers in (one.kind, *vocabulary().classes[one.kind].supers)] or found
    if len(found) > 1:
        raise _homonym(text, found)
    return found[0]


def near(store: Store, key: str, of: str | None = None, most: int = 5) -> list[str]:
    """The names nearest to a key, best first."""
    names = {str(row[0]): str(row[1]) for row in store.run(ALL_NAMES, {"of": of}).rows}
    shared = sorted(names, key=lambda name: (-_overlap(name, key), name))[:200]
    rated = sorted((-_likeness(name, key), name) for name in shared)
    return [names[name] for rate, name in rated[:most] if -rate >= 0.4]


def _overlap(name: str, key: str) -> float:
    """A quick estimate of likeness: the characters shared, against all that there are."""
    return len(set(name) & set(key)) / len(set(name) | set(key)) if key else 0.0


def _likeness(name: str, key: str) -> float:
    return 0.9 if key in name and len(key) > 1 else SequenceMatcher(None, name, key, autojunk=False).ratio()


def _unknown(text: str, names: Iterable[str]) -> UnknownName:
    hints = list(names)
    text = text if len(text) <= SHOWN else text[:SHOWN] + "…"
    if not hints:
        return UnknownName(f"The graph has no {text!r} here, nor anything like it.",
                           f"图谱中没有“{text}”，也没有相近的名称。")
    return UnknownName(f"The graph has no {text!r} here. Do you mean {', '.join(hints)}?",
                       f"图谱中没有“{text}”。是否指：{'、'.join(hints)}？")


def _homonym(text: str, candidates: Iterable[Named]) -> Homonym:
    english, zh = ("; ".join(f"{one.name} [{getattr(vocabulary().classes[one.kind], code)}] {one.id}"
                             for one in candidates) for code in ("en", "zh"))
    return Homonym(f"{text!r} names several things, choose one by its id: {english}.",
                   f"“{text}”有多个所指，请用编号指明：{zh}。")
