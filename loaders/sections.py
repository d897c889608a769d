"""A document's body as a tree of sections and a run of blocks, the pieces that the next stages read.

Sections follow official numbering, and their path keeps the numbers (`"二/(一)/3"`, `"附件1/4"`, `"三/(二)/专栏2"`); a
path that would come twice gets `#2`. A paragraph that opens with a short title of its own, beside others that do so, is
a section with the title as path (`"一/(二)/创新驱动、开放发展"`), in which `/` is written `／`. The first section, path
`""`, is the whole document.
"""
from __future__ import annotations

import re
from dataclasses import replace

from loaders.blocks import Block, Draft, Outline
from loaders.contents import contents
from loaders.fields import pieces
from loaders.headings import CLAUSE, TITLE_SENTENCE, first_clause, has_title, heading_length, heading_title
from loaders.letter import ANNEX
from loaders.lines import Line, fold, lines, unspaced
from loaders.metadata import Header
from loaders.numbering import Number, numbered
from loaders.page import is_paragraph
from loaders.tables import NAMED, TASKS, Cell, Table, read_table
from loaders.titles import genre_of
from ontology.records import Section

__all__ = ["Block", "Cell", "Outline", "outline"]

NORMATIVE = ("plan", "measures", "regulation", "notice", "agreement", "annex", "other")
RUNS = ("title", "signature", "noise")  # kinds whose neighbouring lines are one block
TITLED, ANNEXED = 90, -1  # ranks beside those of numbering.yaml: innermost and outermost
CALLED = re.compile("^(?:政策|事项|措施|补贴|奖励|项目)(?:名称|事项)[:：] *")
ANSWER = re.compile(r"答复? ?: ?")
CLOSING = re.compile(r"(?:以上|上述|本)[^。,]{0,12}自[^。]{0,24}起?(?:施行|实施|执行|生效|有效)")


def outline(text: str, start: int, end: int, header: Header) -> Outline:
    """The sections and blocks of the document in text[start:end]."""
    draft = Draft(text, start)
    marks = {mark.start: mark for mark in header.marks}
    rows = [row for row in lines(text, start, end) if row.start not in marks and not in_digest_head(row, header)]
    draft.blocks += [Block(mark.kind, "", mark.start, mark.end, mark.label) for mark in header.marks]
    listed = contents(rows)
    if listed:
        draft.add("noise", rows[listed[0]].start, rows[listed[-1]].end, "contents")
        rows = [row for place, row in enumerate(rows) if place not in listed]
    at = 0
    while at < len(rows):
        at += read_rows(draft, rows, at, header.genre in NORMATIVE)
    whole = Section("", header.name, start, end)
    sections = (Section(part.path, part.title, part.start, part.end) for part in draft.sections)
    return Outline((whole, *sections), tuple(merged(sorted(draft.blocks, key=lambda block: block.start))))


def in_digest_head(row: Line, header: Header) -> bool:
    return header.kind == "digest" and row.start < header.marks[0].end


def read_rows(draft: Draft, rows: list[Line], at: int, normative: bool) -> int:
    """Read the lines from one on into the draft; how many were used."""
    row = rows[at]
    if table := read_table(draft.text, rows, at):
        return read_table_rows(draft, rows[at:], table)
    if (annex := ANNEX.match(row.text)) and is_annex(row, annex):
        return read_annex(draft, rows, at, annex)
    if is_part(draft, row):
        title = unspaced(draft.text[row.start:row.end])
        draft.arabic.clear()
        draft.open(ANNEXED, fold(title).replace("/", "／"), title, row.start, row.end)
        draft.add("heading", row.start, row.end)
        return 1
    number = numbered(row, draft.arabic.get(parent_path(draft)))
    if number:
        return read_numbered(draft, row, number, rows[at + 1] if at + 1 < len(rows) else None)
    if normative and has_title(rows, at):
        read_titled(draft, row)
        return 1
    if CLOSING.match(row.text):
        draft.close(ANNEXED + 1)
    length = wrapped(draft.text, rows, at)
    answer = ANSWER.match(row.text)
    read_text(draft, row.start + (answer.end() if answer else 0), rows[at + length - 1].end)
    return length


def is_part(draft: Draft, row: Line) -> bool:
    """The title of a further plan that a notice carries: a line of its own that was announced in 《》 above."""
    if len(row.plain) < 8 or re.search("[。,;:]", row.plain) or genre_of(row.plain) is None:
        return False
    return f"《{row.plain}》" in fold(draft.text[draft.start:row.start]).replace(" ", "")


def is_annex(row: Line, annex: re.Match[str]) -> bool:
    """The line over an annex: 附件, 附件2, 附件2:标题; not a sentence about one."""
    rest = row.text[annex.end():].strip()
    return not rest or (len(rest) < 50 and genre_of(rest) is not None and not is_paragraph(row))


def read_annex(draft: Draft, rows: list[Line], at: int, annex: re.Match[str]) -> int:
    """Open an annex; its title stands on the same line or on the next ones."""
    row = rows[at]
    name = "".join(row.text[:annex.end()].split()).rstrip(":.")
    heads: list[Line] = []
    if row.text[annex.end():].strip():
        start = row.start + annex.end() + len(row.text[annex.end():]) - len(row.text[annex.end():].lstrip())
        heads = [Line(start, row.end, row.text[annex.end():].strip(), 0)]
        used = 1
    else:
        used = 1
        for line in rows[at + 1:at + 4]:
            if is_paragraph(line) or numbered(line) or ANNEX.fullmatch(line.text):
                break
            if read_table(draft.text, rows, at + used):
                break
            heads.append(line)
            used += 1
            if genre_of("".join(head.plain for head in heads)):
                break
        else:
            heads, used = heads[:1], 1 + len(heads[:1])
    title = unspaced(draft.text[heads[0].start:heads[-1].end]) if heads else ""
    draft.arabic.clear()
    draft.open(ANNEXED, name, title, row.start, heads[-1].end if heads else row.end)
    if heads:
        draft.add("heading", heads[0].start, heads[-1].end)
    return used


def read_table_rows(draft: Draft, rows: list[Line], table: Table) -> int:
    """A table's rows as sections and blocks; the names of its columns are noise."""
    body = min(table.rows[0].start, table.heads[0].start if table.heads else table.rows[0].start)
    heads = [line for line in rows if line.end <= body]
    if heads:
        draft.add("noise", heads[0].start, heads[-1].end, "columns")
    for line in table.heads:
        draft.add("heading", line.start, line.end)
    for row in table.rows:
        content = next((cell for cell in row.cells if cell.column in NAMED | TASKS), None)
        title = first_clause(draft.text[content.start:content.end]) if content else ""
        draft.open(TITLED, row.number, title, row.start, row.end)
        draft.blocks.append(Block("row", draft.path, row.start, row.end, None, row.cells))
    draft.close(TITLED)
    return table.length


def parent_path(draft: Draft) -> str:
    """The path that an arabic number would stand under."""
    parents = [section.path for section in draft.stack if section.rank < 8]
    return parents[-1] if parents else ""


def read_numbered(draft: Draft, row: Line, number: Number, following: Line | None) -> int:
    """Open a numbered section; its heading is a short first sentence, else the whole line is text.

    A chapter's title may stand on the next line, which is then used too.
    """
    if number.start >= row.end:
        alone = following is None or is_paragraph(following) or numbered(following) or len(following.plain) > CLAUSE
        title = None if alone else following
        draft.open(number.style.rank, number.path, unspaced(draft.text[title.start:title.end]) if title else "",
                   row.start, title.end if title else row.end)
        draft.arabic.clear()
        if title:
            draft.add("heading", title.start, title.end)
        return 2 if title else 1
    rest = row.text[number.start - row.start:]
    if pieces(rest)[:1] and pieces(rest)[0].label:  # (二)支持标准:…
        draft.close(number.style.rank)
        read_text(draft, number.start, row.end)
        return 1
    said = draft.text[number.start:row.end]
    length = heading_length(rest, number.style, following)
    draft.open(number.style.rank, number.path, CALLED.sub("", heading_title(said[:length]) if length else first_clause(said)),
               row.start, row.end)
    if number.style.name == "arabic":
        draft.arabic[parent_path(draft)] = number.path
    if length:
        draft.add("heading", number.start, number.start + len(said[:length].rstrip()))
    read_text(draft, number.start + length, row.end)
    return 1


def read_titled(draft: Draft, row: Line) -> None:
    """A paragraph with a title of its own."""
    match = TITLE_SENTENCE.match(row.text)
    assert match is not None
    title = unspaced(draft.text[row.start + match.start(1):row.start + match.end(1)])
    draft.open(TITLED, fold(title).replace("/", "／"), title, row.start, row.end)
    draft.add("heading", row.start + match.start(1), row.start + match.end())
    read_text(draft, row.start + match.end(), row.end)
    draft.close(TITLED)


def wrapped(text: str, rows: list[Line], at: int) -> int:
    """How many lines a paragraph takes: one, or more where a line breaks off within a sentence."""
    length = 1
    while at + length < len(rows):
        line, following = rows[at + length - 1], rows[at + length]
        if len(line.plain) < 20 or re.search(r"[。;:!?”》)…]$", line.plain) or following.gap or numbered(following):
            break
        if text[line.end:following.start].strip():  # something that is no text stands between
            break
        if ANNEX.match(following.text) or (pieces(following.text)[:1] and pieces(following.text)[0].label):
            break
        length += 1
    return length


def read_text(draft: Draft, start: int, end: int) -> None:
    """Running text as text blocks and labelled values."""
    for piece in pieces(fold(draft.text[start:end])):
        draft.add("field" if piece.label else "text", start + piece.start, start + piece.end, piece.label, piece.said)


def merged(blocks: list[Block]) -> list[Block]:
    """Neighbouring lines of one title, signature or stretch of noise as one block; what lies within a row is the row's."""
    done: list[Block] = []
    for block in blocks:
        last = done[-1] if done else None
        if last and block.start < last.end:
            continue
        if last and block.kind in RUNS and (block.kind, block.label) == (last.kind, last.label):
            done[-1] = replace(last, end=block.end)
        else:
            done.append(block)
    return done
