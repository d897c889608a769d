"""One self-contained HTML page: no script, no request, readable on a phone; whatever a document says is inert text.

On a narrow screen every row becomes a card whose cells carry their heading.
"""
from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TextIO

from reports.cells import word
from reports.layout import Line, layout
from reports.page import Page, Table
from reports.width import visible

WIDE = 12  # a table of more columns is moved sideways within the page
SHORT = re.compile(r"[\w.,%:-]{1,16}", re.ASCII)
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write(page: Page, out: TextIO) -> None:
    title = page.title or page.name
    out.write(f"{opening(title, page.language, stylesheet('page.css'))}<main>\n<h1>{text(title)}</h1>\n")
    out.writelines(f"<p>{text(note)}</p>\n" for note in page.notes)
    if len(page.tables) > 2:
        _write_contents(page, out)
    for number, table in enumerate(page.tables):
        _write_table(table, number, page, out)
    out.write("</main>\n</body>\n</html>\n")


def stylesheet(name: str) -> str:
    """A file of styles beside this one."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def opening(title: str, language: str, style: str) -> str:
    """A page up to its body, with its styles: no script and no request is allowed in it."""
    code = "zh-CN" if language == "zh" else "en"
    return (f'<!DOCTYPE html>\n<html lang="{code}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
            '<meta name="color-scheme" content="light dark">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{text(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n")


def text(value: str) -> str:
    """A text as inert HTML."""
    return escape(visible(value), quote=True)


def _write_contents(page: Page, out: TextIO) -> None:
    out.write(f'<nav aria-label="{text(word("contents", page.language))}">\n<ul>\n')
    out.writelines(f'<li><a href="#part-{number}">{text(table.title)}</a> <span>{len(table.rows)}</span></li>\n'
                   for number, table in enumerate(page.tables))
    out.write("</ul>\n</nav>\n")


def _write_table(table: Table, number: int, page: Page, out: TextIO) -> None:
    title = text(table.title)
    if len(page.tables) == 1 and table.title == page.title:  # it stands above the section already
        out.write(f'<section aria-label="{title}">\n')
    else:
        out.write(f'<section aria-labelledby="part-{number}">\n<h2 id="part-{number}">{title}</h2>\n')
    if not table.rows:
        out.write(f"<p>{text(word('none', page.language))}</p>\n</section>\n")
        return
    laid = layout(table, page.language)
    headings = laid.with_evidence(page.language)
    klass = ' class="cited"' if laid.cited else ""
    wide = len(headings) > WIDE
    out.write(f'<div class="wide" tabindex="0" role="group" aria-label="{title}">\n' if wide else "")
    out.write(f"<table{klass}>\n<thead>\n<tr>" + "".join(f'<th scope="col">{text(name)}</th>' for name in headings)
              + "</tr>\n</thead>\n<tbody>\n")
    for line in laid.lines:
        cells = [*map(_cell, headings, line.cells), *([_td(headings[-1], _evidence(line))] if laid.cited else [])]
        out.write(f"<tr>{''.join(cells)}</tr>\n")
    out.write("</tbody>\n</table>\n" + ("</div>\n" if wide else ""))
    if table.cut:
        out.write(f"<p>{text(word('cut', page.language, shown=len(table.rows)))}</p>\n")
    out.write("</section>\n")


def _cell(heading: str, value: str) -> str:
    """A cell; a date, a figure or an id in it is not broken."""
    return _td(heading, text(value), ' class="short"' if SHORT.fullmatch(value) else "")


def _td(heading: str, content: str, klass: str = "") -> str:
    return f'<td{klass} data-label="{text(heading)}">{content}</td>'


def _evidence(line: Line) -> str:
    """The sentence and its source; the source is a link where the address is one of the web."""
    quote = f"<q>{text(line.quote)}</q> " if line.quote else ""
    source = text(line.source)
    if re.match(r"https?://[^\s\"'<>]+$", line.url):
        source = f'<a href="{text(line.url)}" rel="noreferrer">{source}</a>'
    statement = f" <code>{text(line.statement)}</code>" if line.statement else ""
    return f"{quote}<cite>{source}</cite>{statement}"
