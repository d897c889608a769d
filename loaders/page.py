"""A document's lines and the role of each that is no running text."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from loaders.lines import Line, Reading, found, unspaced
from loaders.masthead import bodies

ANNOUNCING = re.compile("(?:如下|以下)[^:,。]{0,12}:$")  # 双方达成以下一致:
LONGEST_TITLE, SHORTEST = 90, 8  # characters of a title at most, of a sentence at least


@dataclass(slots=True)
class Page:
    """The lines, and kind and label of those with a role, by index."""

    text: str
    rows: list[Line]
    roles: dict[int, tuple[str, str | None]] = field(default_factory=dict)

    def mark(self, indexes: Iterable[int], kind: str, label: str | None = None) -> None:
        self.roles.update({index: (kind, label) for index in indexes})

    def free(self, start: int = 0, end: int | None = None) -> Iterator[int]:
        """The indexes without a role."""
        return (index for index in range(start, len(self.rows) if end is None else end) if index not in self.roles)

    def bodies(self, index: int) -> list[Reading]:
        """The bodies that a line names."""
        return bodies(self.text, self.rows[index].start, self.rows[index].end)

    def bodies_in(self, start: int, end: int) -> list[Reading]:
        """The bodies named between two offsets."""
        return bodies(self.text, start, end)

    def reading(self, start: int, end: int) -> Reading:
        """The characters between two offsets as one text."""
        place = found(self.text, start, end)
        return Reading(unspaced(place.text), place)

    def between(self, first: int, last: int) -> Reading:
        """Two lines, by index, and all between them as one text."""
        return self.reading(self.rows[first].start, self.rows[last].end)


def is_paragraph(row: Line) -> bool:
    """Running text: a sentence, or something too long for a title."""
    plain = row.plain
    if len(plain) > LONGEST_TITLE and re.search("[。,;]", plain):
        return True
    if len(plain) >= SHORTEST and plain.endswith(("。", ";", "。”", ",")):
        return True
    return (len(plain) >= 25 and "。" in plain) or ANNOUNCING.search(plain) is not None
