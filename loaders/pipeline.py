"""The pipeline on one screen: a file -> text -> documents -> mentions -> clauses -> statements with evidence."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loaders.associations import associate
from loaders.definitions import define
from loaders.documents import Paper, identify, spoken_for
from loaders.formats import read
from loaders.mentions import mentions
from loaders.metadata import header
from loaders.referents.homes import mark_organs
from loaders.referents.policies import number_titles
from loaders.referents.themes import retold, taken_up
from loaders.resolution import Cast
from loaders.sections import outline
from loaders.shortnames import shorten
from loaders.split import split
from loaders.statements.body import body
from loaders.statements.papers import papers
from loaders.statements.parties import concluded, parties
from loaders.statements.statement import statements
from ontology.entries import control
from ontology.errors import ChuanyuError
from ontology.names import Gazetteer
from ontology.records import Reading

SHOWN = 40  # characters of a name that an error repeats


def read_file(path: Path, source: str, names: Gazetteer) -> tuple[str, list[Reading]]:
    """The text of a file and what its documents say. Raises ChuanyuError where the file cannot be read."""
    text = read(path).content
    return text, list(read_text(text, source, names))


def read_text(text: str, source: str, names: Gazetteer) -> Iterator[Reading]:
    """The documents of a text, in their order."""
    for start, end in split(text):
        yield read_document(text, start, end, source, names)


def read_document(text: str, start: int, end: int, source: str, names: Gazetteer) -> Reading:
    """One document: its head, its parts, whom it names, what it says."""
    head = header(text, start, end)
    parts = outline(text, start, end, head)
    cast = Cast(names, "", source, text)
    cast.marks = mentions(text, start, end, names)
    paper: Paper = identify(text, head, parts, cast)
    mark_organs(cast, start, end)
    agreed = parties(text, head, cast)
    cast.parties = tuple(ref for ref, _ in agreed)
    define(text, start, end, cast)
    associate(text, start, end, cast)
    shorten(text, start, end, cast)
    taken_up(cast, start, end)
    retold(cast, start, end)
    number_titles(cast)
    paper = spoken_for(text, head, cast, paper)
    atoms = [*concluded(cast, paper.policy, () if paper.issuers else agreed),
             *papers(text, head, cast, paper.policy, paper.issuers), *body(text, parts, paper, cast)]
    said = tuple(statements(atoms, cast))
    sides = {side.id for one in said for side in (one.subject, one.object)}
    kept = sides | set(paper.document.issuers) | ({paper.policy.id} if paper.policy else set())
    return Reading(paper.document, tuple(cast.entities(kept)), said, tuple(cast.unresolved), head.unreadable)


def unfit(reading: Reading) -> ChuanyuError | None:
    """Why a document cannot enter a graph: its title, a heading or a name in it holds a control character."""
    document = reading.document
    names = [document.title or "", *(section.title for section in document.sections),
             *(name for entity in reading.entities for name in (entity.name, *entity.aliases))]
    for name in names:
        if sign := control(name):
            shown = name if len(name) <= SHOWN else name[:SHOWN] + "…"
            return ChuanyuError(f"“{shown}” holds the control character {sign}: take it out of the document.",
                                f"“{shown}”含有控制字符 {sign}：请从文件中删去。")
    return None
