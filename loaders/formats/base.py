"""What every reader of a file format returns, and how it says that it cannot."""
from __future__ import annotations

from dataclasses import dataclass

from ontology.errors import ChuanyuError


class UnreadableError(ChuanyuError):
    """A file that gives no text: empty, binary, of an unknown kind, or in no encoding that we know. Who reads names it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A file's characters: the byte-order mark left out, line ends untouched. All offsets count these characters."""

    content: str
    encoding: str
