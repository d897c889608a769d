"""The forms that official pages take: what is noise, how parts are numbered, what labels and columns are called.

The knowledge stands in the YAML files beside this one; here it is read, checked and compiled, once. All patterns are
written for folded text (`loaders.lines.fold`).
"""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ontology.errors import ChuanyuError
from ontology.records import GENRES

FOLDER = Path(__file__).parent
BOX_KEYS = ("number", "issuers", "written", "published", "title", "valid_from", "valid_to", "url", "source", "other")
COLUMNS = ("number", "category", "indicator", "project", "product", "platform", "event", "instrument", "content", "goal", "owner", "host",
           "lender", "supplier", "customer", "responsible", "assisting", "deadline", "place", "area", "investment", "grant", "measure",
           "basis", "contact", "other")
FIELDS = ("responsible", "assisting", "basis", "period", "deadline", "contact", "content", "target", "condition", "explains",
          "standard", "goal", "favoured", "limited")


class LayoutError(ChuanyuError):
    """A layout file that cannot be used; says which file and key."""


@dataclass(frozen=True, slots=True)
class Style:
    """A way to number parts. `rank` 0 is the outermost; `path` is a template with `{n}`."""

    name: str
    rank: int
    number: re.Pattern[str]
    path: str


@dataclass(frozen=True, slots=True)
class Layout:
    """All forms, ready to use. Dictionaries go from the wording without spaces to its kind."""

    noise: re.Pattern[str]
    box: Mapping[str, str]
    columns: Mapping[str, str]
    fields: Mapping[str, str]
    genres: tuple[tuple[str, re.Pattern[str]], ...]
    styles: tuple[Style, ...]


@cache
def layout() -> Layout:
    """The forms that ship. Raises LayoutError where a file breaks its own rules."""
    styles = tuple(Style(row["style"], rank, pattern("numbering.yaml", row["style"], row["number"]), row["path"])
                   for rank, row in enumerate(rows("numbering.yaml", "style", "number", "path")))
    genres = tuple((row["genre"], pattern("genres.yaml", row["genre"], f"(?:{'|'.join(row['ends'])})$"))
                   for row in rows("genres.yaml", "genre", "ends"))
    for genre, _ in genres:
        if genre not in GENRES:
            raise LayoutError(f"genres.yaml: {genre}: must be one of {', '.join(GENRES)}.")
    noise = [line for row in rows("noise.yaml", "what", "patterns") for line in row["patterns"]]
    return Layout(pattern("noise.yaml", "patterns", "|".join(f"(?:{line})" for line in noise)),
                  names("box.yaml", BOX_KEYS), names("columns.yaml", COLUMNS), names("fields.yaml", FIELDS),
                  genres, styles)


def names(file: str, kinds: tuple[str, ...]) -> dict[str, str]:
    """Wording to kind, from a file of lists by kind; a wording may stand under one kind only."""
    table: dict[str, str] = {}
    for kind, wordings in content(file).items():
        if kind not in kinds:
            raise LayoutError(f"{file}: {kind}: must be one of {', '.join(kinds)}.")
        for wording in wordings:
            if wording in table:
                raise LayoutError(f"{file}: {kind}: {wording} stands under {table[wording]} already.")
            table[wording] = kind
    return table


def rows(file: str, *keys: str) -> list[dict[str, Any]]:
    """The entries of a file that is a list; each has just these keys."""
    entries: list[dict[str, Any]] = content(file)
    for entry in entries:
        if set(entry) != set(keys):
            raise LayoutError(f"{file}: {entry.get(keys[0])}: must have just {', '.join(keys)}.")
    return entries


def pattern(file: str, key: str, text: str) -> re.Pattern[str]:
    try:
        return re.compile(text)
    except re.error as problem:
        raise LayoutError(f"{file}: {key}: no regular expression: {problem}.") from problem


def content(file: str) -> Any:
    import yaml  # heavy

    return yaml.safe_load((FOLDER / file).read_text(encoding="utf-8"))
