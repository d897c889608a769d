"""Drafts: an entity while its documents are read, before it is a record, and the id of one that no list holds."""
from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from ontology.records import Mention


def digest(*parts: str) -> str:
    """A short id from its parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


@dataclass
class Draft:
    """An entity while its documents are read."""

    name: str
    classes: set[str]
    aliases: set[str] = field(default_factory=set)
    identifiers: dict[str, str] = field(default_factory=dict)
    properties: dict[str, object] = field(default_factory=dict)
    mentions: set[Mention] = field(default_factory=set)

    @property
    def jurisdiction(self) -> str | None:
        """The key of the place whose organ it is."""
        key = self.properties.get("jurisdiction")
        return key if isinstance(key, str) else None


class Drafts(dict[str, Draft]):
    """The drafts of a document by id, in the order in which they were begun; what they are called finds them, too."""

    def __init__(self) -> None:
        super().__init__()
        self._ending: dict[str, list[str]] = {}

    def begin(self, id_: str, draft: Draft) -> None:
        """Take in an entity that the document has not named before."""
        self[id_] = draft
        for first in range(len(draft.name)):
            self._ending.setdefault(draft.name[first:], []).append(id_)

    def ending(self, text: str) -> Iterator[tuple[str, Draft]]:
        """The drafts whose names end so, the first begun first."""
        return ((id_, self[id_]) for id_ in self._ending.get(text, ()))
