"""Markdown: a table a table, the sentence and its source in the last column; nothing of a document is markup."""
from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TextIO

from reports.cells import word
from reports.layout import Line, layout
from reports.page import Page, Table
from reports.width import visible

MARKUP = re.compile(r"([\\`*_\[\]<>|~&$])")


def write(page: Page, out: TextIO) -> None:
    if page.title:
        out.write(f"# {escape(page.title)}\n\n")
    for note in page.notes:
        out.write(f"{escape(note)}\n\n")
    for table in page.tables:
        _write_table(table, page, out)


def _write_table(table: Table, page: Page, out: TextIO) -> None:
    if len(page.tables) > 1:
        out.write(f"## {escape(table.title)}\n\n")
    if not table.rows:
        out.write(f"{escape(word('none', page.language))}\n\n")
        return
    laid = layout(table, page.language)
    headings = laid.with_evidence(page.language)
    _row(headings, out)
    out.write("|" + " --- |" * len(headings) + "\n")
    for line in laid.lines:
        out.write("| " + " | ".join([*map(escape, line.cells), *([_evidence(line)] if laid.cited else [])]) + " |\n")
    out.write("\n")


def _row(texts: Iterable[str], out: TextIO) -> None:
    out.write("| " + " | ".join(map(escape, texts)) + " |\n")


def _evidence(line: Line) -> str:
    quote = f"“{escape(line.quote)}” " if line.quote else ""
    address = re.sub(r"[\s<>\\|]", "", line.url)
    link = f" <{address}>" if re.match(r"https?://", address) else ""
    return f"{quote}{escape(line.source)}{link}"


def escape(text: str) -> str:
    """The text on one line, every sign of markup with a backslash before it."""
    return MARKUP.sub(r"\\\1", visible(text))
