"""Bytes to text with offsets, one file a format.

A new format is one file with `read(path) -> Text` and one line in `FORMATS`; whatever heavy package it needs is
imported inside that file.
"""
from __future__ import annotations

from importlib import import_module
from pathlib import Path

from loaders.formats.base import Text, UnreadableError

__all__ = ["FORMATS", "Text", "UnreadableError", "read"]

FORMATS = {
    ".txt": "loaders.formats.plain",
    ".md": "loaders.formats.plain",
}


def read(path: Path) -> Text:
    """The text of a file, by its suffix. Raises UnreadableError where there is none to be had."""
    module = FORMATS.get(path.suffix.lower())
    if module is None:
        raise UnreadableError(f"It is of no kind that can be read: give one of {', '.join(sorted(FORMATS))}.",
                              f"不是能读的文件类型，请改用 {'、'.join(sorted(FORMATS))}。")
    text = import_module(module).read(path)
    assert isinstance(text, Text)
    return text
