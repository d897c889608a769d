"""Drafts: an entity while its documents are read, before it is a record, and the id of one that no list holds."""
from __future__ import annotations

import hashlib
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
