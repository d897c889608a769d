"""An annotated document as one self-contained HTML page: its text in sentences, beside each what was read from it.

Mentions are coloured by class and show their entity when pointed at or focused; the sections lead through the page.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TextIO

from ontology.colours import PAPER, colours, mixed
from ontology.records import Document, Side, Statement
from ontology.vocabulary import vocabulary
from reports.annotation import Annotation, Group, Piece, Sheet, grouped
from reports.cells import cell, figure, kind, money, relation, status, word
from reports.formats.html import opening, stylesheet, text
from reports.formats.marks import COLOURED, colour, marked
from reports.layout import FIGURE, MONEY

TITLE = 60  # a section's first piece is a heading if it is no longer


def write(made: Annotation, language: str, out: TextIO) -> None:
    documents = [sheet.document for sheet in made.sheets if sheet.document]
    title = documents[0].title if len(documents) == 1 else made.source
    out.write(opening(f"{title} · {word('annotation', language)}", language,
                      stylesheet("page.css") + palette() + stylesheet("annotated.css")))
    out.write(f'<nav aria-label="{text(word("annotation-sections", language))}">\n<ul>\n')
    for number, sheet in enumerate(made.sheets):
        out.writelines(_contents(sheet, number, language))
    out.write(f"</ul>\n</nav>\n<main>\n<h1>{text(title)}</h1>\n")
    out.writelines(_legend(made, language))
    for number, sheet in enumerate(made.sheets):
        out.writelines(_sheet(made, sheet, number, language))
    out.write("</main>\n</body>\n</html>\n")


def palette() -> str:
    """Styles of the classes: the mark behind a name and the edge below it, on a light page and on a dark one."""
    tones = {**{name: colours()[name] for name in COLOURED}, "none": "#6b6b6b"}
    light = "\n".join(_tone(name, mixed(tone, PAPER, 0.84), tone) for name, tone in tones.items())
    dark = "\n".join(_tone(name, mixed(tone, "#000000", 0.6), mixed(tone, PAPER, 0.35)) for name, tone in tones.items())
    return f"{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n"


def _tone(name: str, mark: str, edge: str) -> str:
    return f".c-{name} {{ --mark: {mark}; --edge: {edge}; }}"


def _contents(sheet: Sheet, number: int, language: str) -> Iterator[str]:
    """The document and its sections as links, each with how many statements it holds."""
    title = sheet.document.title if sheet.document else word("annotation-unread", language)
    yield f'<li class="document"><a href="#d{number}">{text(title)}</a> <span>{len(sheet.statements)}</span></li>\n'
    for index, section in enumerate(section for piece in sheet.pieces for section in piece.sections):
        count = sum(section.start <= one.evidence.start < section.end for one in sheet.statements if one.evidence)
        step = section.path.rpartition("/")[2]
        name = section.title if section.title.startswith(step) else f"{step} {section.title}"
        yield (f'<li class="depth-{min(section.path.count("/"), 4)}"><a href="#d{number}-{index}">{text(name)}</a>'
               f" <span>{count}</span></li>\n")


def _legend(made: Annotation, language: str) -> Iterator[str]:
    """What the colours and signs mean, how much was read, and the mentions that stayed open."""
    pieces = [piece for sheet in made.sheets for piece in sheet.pieces]
    marks = [mark for piece in pieces for mark in piece.marks]
    shown = Counter(colour(made.entities.get(mark.entities[0])) for mark in marks if mark.entities)
    said = [one for piece in pieces for one in piece.statements]
    proposed = sum(one.status == "proposed" for one in said)
    yield f"<p>{text(word('annotation-counts', language, marks=len(marks), statements=len(said), proposed=proposed))}</p>\n"
    yield '<ul class="legend">\n'
    yield from (f'<li class="c-{name}">{text(kind(name, language))} {shown[name]}</li>\n' for name in COLOURED if shown[name])
    yield f"</ul>\n<p>{text(word('annotation-signs', language))}</p>\n"
    unsure = [(number, mark) for number, piece in enumerate(pieces) for mark in piece.marks if mark.open]
    if unsure:
        yield f"<p>{text(word('annotation-unsure', language))} "
        yield " ".join(f'<a href="#p{number}">{text(made.text[mark.start:mark.end])}</a>' for number, mark in unsure)
        yield "</p>\n"


def _sheet(made: Annotation, sheet: Sheet, number: int, language: str) -> Iterator[str]:
    """A document under its title, which the page itself bears where it is the only one."""
    first = sum(len(one.pieces) for one in made.sheets[:number])
    title = text(sheet.document.title if sheet.document else word("annotation-unread", language))
    style = "" if sheet.document else ' class="unread"'
    yield f'<section id="d{number}" aria-label="{title}"{style}>\n'
    yield f"<h2>{title}</h2>\n" if len(made.sheets) > 1 else ""
    yield _facts(made, sheet.document, language) if sheet.document else ""
    index = 0
    for offset, piece in enumerate(sheet.pieces):
        anchors = "".join(f'<span id="d{number}-{index + step}"></span>' for step in range(len(piece.sections)))
        index += len(piece.sections)
        yield _row(made, piece, f"p{first + offset}", anchors, language)
    yield "</section>\n"


def _facts(made: Annotation, document: Document, language: str) -> str:
    issuers = [made.entities[id_].name for id_ in document.issuers if id_ in made.entities]
    own_id = document.id if document.id != document.number else None
    rows = {"genre": word(f"genre-{document.genre}", language), "issuers": "、".join(issuers), "number": document.number,
            "written": document.written, "published": document.published, "url": document.url, "id": own_id}
    cells = "".join(f"<dt>{text(word(f'annotation-{key}', language))}</dt><dd>{text(value)}</dd>"
                    for key, value in rows.items() if value)
    return f"<dl>{cells}</dl>\n"


def _row(made: Annotation, piece: Piece, anchor: str, anchors: str, language: str) -> str:
    """A sentence, and beside it what it says."""
    body = made.text[piece.start:piece.end]
    start = piece.start + len(body) - len(body.lstrip())
    end = piece.start + len(body.rstrip())
    said = marked(made, start, end, piece.marks, language)
    heading = bool(piece.sections) and end - start <= TITLE
    tag = "p" if not heading else "h2" if len(made.sheets) == 1 else "h3"
    facts = "".join(_group(made, group, language) for group in grouped(piece.statements))
    beside = f'<ul class="facts">\n{facts}</ul>\n' if facts else ""
    style = "row bare" if piece.bare else "row"
    return f'<div class="{style}" id="{anchor}">{anchors}<{tag} class="said">{said}</{tag}>\n{beside}</div>\n'


def _group(made: Annotation, group: Group, language: str) -> str:
    """What a sentence says, in one line; its rule opens to the statements' ids."""
    one = group.statements[0]
    evidence = one.evidence
    rule = evidence.rule if evidence else ""
    subjects = _sides(made, group.subjects, evidence is not None and evidence.subject is None)
    objects = _sides(made, group.objects, evidence is not None and evidence.object is None)
    mark = "" if one.status == "asserted" else f' <span class="status">{text(status(one.status, language))}</span>'
    more = " ".join(f"<span>{text(label)} <b>{text(value)}</b></span>" for label, value in _qualifiers(one, language))
    ids = "".join(f"<li><code>{text(each.id)}</code> {text(each.subject.name)} → {text(each.object.name)}</li>"
                  for each in group.statements)
    return (f'<li class="fact {text(one.status)}">{subjects} <b class="relation">{text(relation(one.relation, language))}</b> '
            f'{objects}{mark}<div class="more">{more}<details><summary>{text(rule)}</summary><ul>{ids}</ul></details></div></li>\n')


def _sides(made: Annotation, sides: tuple[Side, ...], unsaid: bool) -> str:
    return " ".join(_side(made, side, unsaid) for side in sides)


def _side(made: Annotation, side: Side, unsaid: bool) -> str:
    """An end of a statement; one that its sentence does not name is told apart."""
    style = f"side c-{colour(made.entities.get(side.id))}{' unsaid' if unsaid else ''}"
    return f'<span class="{style}">{text(side.name)}</span>'


def _qualifiers(one: Statement, language: str) -> Iterator[tuple[str, str]]:
    """Money and figures in one phrase each, the others under their own labels."""
    given = dict(one.qualifiers)
    phrases = (("money", money(given, language), MONEY), ("figure", figure(given, language), (*FIGURE, "kind")))
    shown: set[str] = set()
    for label, phrase, names in phrases:
        if phrase:
            shown |= {name for name in names if name in given}
            yield word(label, language), phrase
    for name, value in sorted(given.items()):
        if name not in shown:
            term = vocabulary().qualifiers.get(name)
            label = name if term is None else term.zh if language == "zh" else term.en
            yield label, cell(value, "", language)
