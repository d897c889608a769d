"""The body: block by block, who speaks there and what is said."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from loaders.blocks import Block, Outline
from loaders.clauses import read_sentence, sentences
from loaders.documents import Paper
from loaders.resolution import Cast
from loaders.statements.acts.predicates import Predicates
from loaders.statements.atoms import Actor, Atom
from loaders.statements.bases import rested
from loaders.statements.entries import Entries
from loaders.statements.named import named
from loaders.statements.rosters import roster
from loaders.statements.slogans import alone

ADVISING = re.compile("(?:建议|呼吁)(?:如下)?[——:：]+\\s*$")
COUNTED = ("个", "家", "座", "项", "款")  # 甲公司两个项目|动工: what acts, no figure
HEADLINE = re.compile(r"[^\s|｜—]+(?: (?=[A-Za-z0-9])[^\s|｜—]+)*")
LONGEST_TITLE = 14


@dataclass(kw_only=True)
class Body(Entries):
    """What is remembered from block to block."""

    advice: bool = False  # whether the text only advises from here on

    def basis(self, block: Block) -> Iterator[Atom]:
        """What an interpretation lists under 起草依据 as what the text rests on."""
        titles = [section.title.rstrip("。:：") for path in (block.section, block.section.rpartition("/")[0])
                  if (section := self.section(path))]
        if self.paper.told and any(title.endswith("依据") and len(title) < LONGEST_TITLE for title in titles):
            yield from rested(self.scene(block.section), block.start, block.end, self.paper.told, "basedOn.listed")

    def read(self) -> Iterator[Atom]:
        predicates: Predicates | None = None
        self.begin()
        for block in self.parts.blocks:
            yield from self.basis(block)
            yield from roster(self, block) if block.kind in ("heading", "text", "row") else ()
            if block.kind == "text" or (block.kind == "heading" and alone(self, block)):
                if predicates is None or predicates.scene.section != block.section or self.paper.normative:
                    news = self.paper.document.genre == "news"
                    topic = predicates.memory.topic if predicates and news else ()
                    predicates = Predicates(self.scene(block.section))
                    predicates.memory.topic = topic
                said = self.run(predicates, block.start, block.end)
                yield from advised(said, block.start) if self.advice else said
                self.advice = self.advice or (not self.paper.normative and ADVISING.search(self.text, block.start, block.end) is not None)
            elif block.kind == "title" and self.paper.document.genre == "news":
                yield from self.headline(block)
            elif block.kind == "heading":
                self.note(block.start, block.end)
            elif block.kind == "row":
                yield from self.row(block)
            elif block.kind == "field":
                yield from self.labelled(block)
        yield from self.atoms

    def headline(self, block: Block) -> Iterator[Atom]:
        """What the title of news says, between its blanks: they part what a body would part by commas. Papers go by short
        names there. The body begins anew."""
        acting: tuple[Actor, ...] = ()
        for part in HEADLINE.finditer(self.text, block.start, block.end):
            predicates = Predicates(self.scene(block.section))
            predicates.memory.topic = acting  # 甲市、乙市签约 共建丙园
            said = list(self.run(predicates, part.start(), part.end()))
            acting = predicates.memory.topic
            yield from (atom for atom in said if atom.relation not in ("issues", "basedOn") and (
                atom.relation != "hasIndicator" or atom.qualifiers.get("unit") not in COUNTED))
        self.begin()

    def note(self, start: int, end: int) -> None:
        """Remember what a run names without reading it."""
        for first, last in sentences(self.text, start, end):
            named(self.cast, read_sentence(self.text, first, last, self.cast.marks))


def body(text: str, parts: Outline, paper: Paper, cast: Cast) -> Iterator[Atom]:
    """The atoms of a document's running text, tables and fields."""
    yield from Body(text=text, parts=parts, paper=paper, cast=cast).read()


def advised(atoms: Iterable[Atom], start: int) -> Iterator[Atom]:
    """What a list of advice says of those whom it names (…,建议:一、…): none of it is done."""
    for atom in atoms:
        if atom.subject_found and atom.subject_found.start >= start:
            yield replace(atom, status="proposed")
