"""What a document's body becomes: blocks of text in a tree of sections; and the draft in which they are collected."""
from __future__ import annotations

from dataclasses import dataclass, field

from loaders.tables import Cell
from ontology.records import Section


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text: title, heading, text, row, field, addressee, signature or noise.

    `label` says what a field is (layout.FIELDS, or what the header took), `said` the label as written; rows have
    `cells`.
    """

    kind: str
    section: str
    start: int
    end: int
    label: str | None = None
    cells: tuple[Cell, ...] = ()
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """Sections in the order of their beginnings, blocks in the order of the text; blocks never overlap."""

    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class Open:
    """A section while it is being read."""

    rank: int
    path: str
    title: str
    start: int
    end: int


@dataclass(slots=True)
class Draft:
    """The outline while it grows."""

    text: str
    start: int
    stack: list[Open] = field(default_factory=list)
    sections: list[Open] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    arabic: dict[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        return self.stack[-1].path if self.stack else ""

    def close(self, rank: int) -> None:
        """End the sections of that rank and all within."""
        while self.stack and self.stack[-1].rank >= rank:
            self.stack.pop()

    def open(self, rank: int, name: str, title: str, start: int, end: int) -> None:
        self.close(rank)
        path = f"{self.path}/{name}" if self.stack else name
        self.counts[path] = self.counts.get(path, 0) + 1
        if self.counts[path] > 1:
            path = f"{path}#{self.counts[path]}"
        section = Open(rank, path, title, start, end)
        self.stack.append(section)
        self.sections.append(section)
        self.extend(end)

    def extend(self, end: int) -> None:
        for section in self.stack:
            section.end = max(section.end, end)

    def add(self, kind: str, start: int, end: int, label: str | None = None, said: str | None = None) -> None:
        """A block of the body in the section that is open."""
        self.blocks.append(Block(kind, self.path, start, end, label, (), said))
        self.extend(end)
