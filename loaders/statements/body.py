"""The body: block by block, who speaks there and what is said."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from loaders.blocks import Block, Outline
from loaders.clauses import Sentence, read_sentence, sentences
from loaders.documents import Paper
from loaders.fields import Convention, convention
from loaders.indicators import Horizon, last_horizon
from loaders.items import top
from loaders.knowledge import knowledge
from loaders.resolution import Cast
from loaders.statements.acts.charges import ANSWERING
from loaders.statements.acts.hosts import labelled
from loaders.statements.acts.predicates import Predicates
from loaders.statements.aims import reached
from loaders.statements.atoms import Actor, Atom
from loaders.statements.bases import bases, rested, until
from loaders.statements.being.presence import Presence
from loaders.statements.being.toponyms import tenant
from loaders.statements.being.wholes import wholes
from loaders.statements.circumstances import circumstances
from loaders.statements.doubles import inside, joined, told
from loaders.statements.fields import directed, duties, explained
from loaders.statements.measures.awards import awarded, behind_work, granted, span_of
from loaders.statements.measures.figures import measured
from loaders.statements.measures.holders import Holders
from loaders.statements.measures.outputs import outputs, settled
from loaders.statements.measures.projects import sized
from loaders.statements.measures.receipts import paid_out, receipts
from loaders.statements.measures.traits import traits
from loaders.statements.modality import modality
from loaders.statements.named import named
from loaders.statements.naming import actors
from loaders.statements.speaking import Speaking
from loaders.statements.spokesmen import said_by
from loaders.statements.undertakings import recognised, tallied, undertaken, work_of
from loaders.tables import TASKS
from ontology.records import Value

TOPIC = re.compile(  # what a reply turns to
    r"(?:第?[一二三四五六七八九十\d]+[是、.,，]?)?(?:关于|针对|对于|就)[^。]{2,80}的(?:建议|问题|意见|诉求|提议)[。:：]?")
PURPOSE = re.compile(  # why a plan is made supports nobody: 为推动甲产业发展,制定本方案
    r"为(?!企业|其)[^。\n]*(?:制定|制订|编制|提出)(?:了|出)?(?:本(?![市省区县州])|如下|以下)")
ADVISING = re.compile("(?:建议|呼吁)(?:如下)?[——:：]+\\s*$")
PAPERS = frozenset({"issues", "basedOn", "approves"})  # what the background of an interpretation says
DOUBLED = frozenset({"organizes", "locatedIn", "builds", "supports", "produces", "uses", "offers"})
SPECIAL = ("Project", "Platform", "Park", "Firm", "Institution", "Event")
COUNTED = ("个", "家", "座", "项", "款")  # 甲公司两个项目|动工: what acts, no figure
HEADLINE = re.compile(r"[^\s|｜—]+(?: (?=[A-Za-z0-9])[^\s|｜—]+)*")
LONG = 26  # characters of a heading with a comma in it, at most: what is longer is a sentence
KINDS = "infra."  # keys of kinds of works (换电站) in the gazetteer
LONGEST_TITLE = 14
DOING = ("undertakes", "responsibleFor", "assists")
PROMISING = ("content", "standard", "goal")  # labels behind which a policy says what it grants or does
DUTY_COLUMNS = ("responsible", "lead", "assisting")


@dataclass(kw_only=True)
class Body(Speaking):
    """What is remembered from block to block."""

    presence: Presence = field(init=False)
    holders: Holders = field(init=False)
    advice: bool = False  # whether the text only advises from here on

    def basis(self, block: Block) -> Iterator[Atom]:
        """What an interpretation lists under 起草依据 as what the text rests on."""
        titles = [section.title.rstrip("。:：") for path in (block.section, block.section.rpartition("/")[0])
                  if (section := self.section(path))]
        if self.paper.told and any(title.endswith("依据") and len(title) < LONGEST_TITLE for title in titles):
            yield from rested(self.scene(block.section), block.start, block.end, self.paper.told, "basedOn.listed")

    def read(self) -> Iterator[Atom]:
        predicates: Predicates | None = None
        self.presence = Presence(self.scene(""))
        self.holders = Holders(self.cast, self.paper.normative, self.presence, self.provision)
        for block in self.parts.blocks:
            yield from self.basis(block)
            if block.kind == "text" or (block.kind == "heading" and self.alone(block)):
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
        self.presence = Presence(self.scene(""))
        self.holders = Holders(self.cast, self.paper.normative, self.presence, self.provision)

    def run(self, predicates: Predicates, start: int, end: int, receiver: tuple[int, int] | None = None) -> Iterator[Atom]:
        """What a run of text grants, measures and states; `receiver` is the label over it that says who receives."""
        oriented = self.orients(predicates.scene.section)
        given = [] if oriented else granted(self.text, start, end, receiver)
        topics = [span for span in sentences(self.text, start, end) if TOPIC.fullmatch(self.text, *span)]
        given = [grant for grant in given if not any(first <= start + grant.start < last for first, last in topics)]
        named_there = [(span_of(grant, start), grant) for grant in given]
        named_there = [(span, grant) for span, grant in named_there
                       if not (self.cast.telling and (grant.spent or self.tells_of_firm(span)))]
        spans = [span for span, _ in named_there]
        narrow = [behind_work(self.text, span, start + grant.verb[0]) for span, grant in named_there]
        plain: list[Atom] = []  # money told without its sum, which a grant may say better
        horizon: Horizon | None = None
        self.holders.whole = None
        for first, last in sentences(self.text, start, end):
            sentence = read_sentence(self.text, first, last, self.cast.marks)
            named(self.cast, sentence)
            self.holders.sentence = sentence
            if self.cast.telling and self.text[first:last].lstrip("　 “").startswith(tuple(modality().hearsay)):
                continue
            self.holders.speaker = said_by(self.cast, first, last) if self.cast.telling else None
            if self.holders.speaker and self.text[first] == "“":
                predicates.memory.topic = (self.holders.speaker,)
            silent = (oriented and self.paper.normative) or (first, last) in topics
            read = [] if silent else [*predicates.read(sentence), *self.present(sentence, predicates),
                                      *wholes(predicates.scene, sentence)]
            read = [tenant(self.cast, atom) for atom in read]
            if not self.paper.normative and not silent:
                read += [atom for atom in receipts(predicates, sentence) if not any(
                    (one.relation, one.subject, one.object) == (atom.relation, atom.subject, atom.object) for one in read)]
            read = [atom for atom in read if atom.relation in PAPERS] if oriented else read
            if self.paper.normative and PURPOSE.match(self.text, first, last):
                read = [atom for atom in read if atom.relation != "supports"]
            read += reached(predicates, sentence, self.paper.document.title) if oriented else []
            kept = [atom for atom in told(read) if not (atom.relation in DOUBLED and inside(
                atom, spans if atom.relation == "supports" else narrow))]
            plain += [paid_out(atom, self.text) for atom in kept if atom.rule.startswith("subsidizes.toward")]
            kept = [atom for atom in kept if not atom.rule.startswith("subsidizes.toward")]
            yield from circumstances(kept, sentence, self.text, self.paper.year)
            figures = list(measured(predicates.scene, first, last, partial(self.holders.of, predicates), horizon))
            self.holders.remember(figures)
            made = list(outputs(predicates.scene, first, last, start, predicates.memory.history)) if self.cast.telling else []
            kept, made = settled([figure for figure in figures if not joined(figure, read)], made)
            yield from made
            yield from wished(kept) if self.cast.telling and predicates.memory.wishing else kept
            if self.cast.telling:
                yield from traits(predicates.scene, sentence)
                yield from sized(predicates.scene, first, last, start, predicates.memory.history,
                                 [atom.object_found for atom in (*figures, *made) if atom.object_found])
            horizon = last_horizon(self.text[first:last], year=self.paper.year, before=horizon)
        awards = [atom for grant in given for atom in awarded(predicates, grant, start, end)]
        yield from awards
        yield from (atom for atom in plain if not self.paper.normative and all(atom.start != one.start for one in awards))

    def tells_of_firm(self, span: tuple[int, int]) -> bool:
        """Whether a span names a firm: news tell of what it got, not of what a paper grants."""
        return any(span[0] <= mark.start < span[1] and top(mark.classes[0]) in ("Firm", "Institution", "Project", "Platform")
                   and not any(key.startswith(KINDS) for key in mark.keys) for mark in self.cast.marks)

    @cached_property
    def convention(self) -> Convention | None:
        """What the document says of the order of its responsible units."""
        return convention(self.text[self.parts.sections[0].start:self.parts.sections[0].end])

    def present(self, sentence: Sentence, predicates: Predicates) -> Iterator[Atom]:
        """What the sentence says of places and members; normative texts say it of nothing real."""
        if self.paper.normative:
            return
        self.presence.scene = predicates.scene
        for clause in sentence.clauses:
            yield from self.presence.clause(clause, (sentence.start, sentence.end), predicates.acting(clause.start)[0])

    def alone(self, block: Block) -> bool:
        """Whether the heading is all that its section says."""
        return not any(other.section.startswith(block.section) and other is not block
                       and other.kind in ("text", "row", "heading") for other in self.parts.blocks) or self.names(block)

    def names(self, block: Block) -> bool:
        """Whether a heading is a sentence about somebody named, or of what somebody does, not a slogan."""
        if any(block.start <= mark.start < block.end and top(mark.classes[0]) in ("Firm", "Institution") for mark in self.cast.marks):
            return True
        if granted(self.text, block.start, block.end):
            return True
        clauses = read_sentence(self.text, block.start, block.end, self.cast.marks).clauses
        if len(clauses) > 1 and (block.end - block.start > LONG or self.special(block.start, block.end)):
            return True
        parts = clauses[0].parts if clauses else ()
        return len(clauses) > 1 and any(part.kind == "verb" for part in parts[1:]) and bool(actors(self.cast, parts[0].phrase, ANSWERING))

    def special(self, start: int, end: int) -> bool:
        """Whether a slogan speaks of one work, firm or the like by its name (建设甲走廊), not of a kind (共建创新平台)."""
        sentence = read_sentence(self.text, start, end, self.cast.marks)
        items = [item for clause in sentence.clauses for part in clause.parts if part.phrase for item in part.phrase.named]
        return any(top(item.class_) in SPECIAL and (item.proper or (item.mark and not any(
            key.startswith(KINDS) for key in item.mark.keys))) for item in items)

    def note(self, start: int, end: int) -> None:
        """Remember what a run names without reading it."""
        for first, last in sentences(self.text, start, end):
            named(self.cast, read_sentence(self.text, first, last, self.cast.marks))

    def row(self, block: Block) -> Iterator[Atom]:
        """A row of an annex table: its task or project, who answers for it or undertakes it, until when."""
        cells = {cell.column: cell for cell in block.cells}
        giver = self.provision(block.section.rpartition("/")[0])
        work = work_of(self.cast, block.cells)
        if not work and not cells.keys() & TASKS:
            yield from tallied(self.scene(block.section.rpartition("/")[0]), block.cells, giver)
            return
        if work:
            self.provisions[block.section] = work[0]
        target = self.provision(block.section)
        if target is None:
            return
        said: dict[str, Value] = {}
        if "deadline" in cells:
            said = until(self.text[cells["deadline"].start:cells["deadline"].end], self.paper.year)
        scene = self.scene(block.section)
        charged: list[Atom] = []
        for column, cell in ((cell.column, cell) for cell in block.cells if cell.column in DUTY_COLUMNS):  # 牵头单位 and 责任单位
            charged += duties(scene, column, cell.start, cell.end, target, said, (cell.start, cell.end), cell.said,
                              self.convention)
        if work:
            charged = [*undertaken(scene, block.cells, work, giver, said), *charged, *recognised(scene, work, self.paper)]
        yield from charged
        doers = [atom.subject for atom in charged if atom.relation in (("undertakes",) if work else DOING)]
        if work or (doers and not self.paper.issuers):  # whoever answers for a project does not build it
            scene = replace(scene, actor=doers[0] if doers else None)
        predicates = Predicates(scene)
        task = "content" if "content" in cells else "category"
        for cell in block.cells:
            inside = block.start <= cell.start < block.end  # not the cell of a row above
            own = cell.column == "goal" or (cell.column == "category" and self.special(cell.start, cell.end))
            if cell.column in (task, "other") or (own and inside):
                yield from self.run(predicates, cell.start, cell.end)

    def labelled(self, block: Block) -> Iterator[Atom]:
        """责任单位:…, 政策依据:…, 执行期限:…, and 解读机构:…, who wrote an interpretation."""
        if block.label == "explains" and self.paper.policy:
            yield from explained(self.scene(""), block.start, block.end, self.paper.policy)
        if block.label == "explains":
            return
        target = self.provision(block.section)
        if target is None:
            return
        if block.said and block.said in knowledge("organizes")["hosts"] and (hosting := list(
                labelled(Predicates(self.scene(block.section)), block.start, block.end, block.said))):
            yield from hosting
        elif block.label in DUTY_COLUMNS:
            term = next((other for other in self.parts.blocks if other.kind == "field" and other.label == "deadline"
                         and other.section == block.section), None)
            said = until(self.text[term.start:term.end], self.paper.year) if term else {}
            yield from duties(self.scene(block.section), block.label, block.start, block.end, target, said,
                              (block.start, block.end), block.said, self.convention)
        elif block.label in ("favoured", "limited"):
            yield from directed(self.scene(block.section), block.label, block.start, block.end, target)
        elif block.label == "basis":
            yield from bases(self.scene(block.section), block.start, block.end, target)
        elif block.label in PROMISING:
            whom = next((other for other in self.parts.blocks if other.kind == "field" and other.label == "target"
                         and other.section == block.section), None)
            yield from self.run(Predicates(self.scene(block.section)), block.start, block.end, (whom.start, whom.end) if whom else None)


def body(text: str, parts: Outline, paper: Paper, cast: Cast) -> Iterator[Atom]:
    """The atoms of a document's running text, tables and fields."""
    yield from Body(text=text, parts=parts, paper=paper, cast=cast).read()


def advised(atoms: Iterable[Atom], start: int) -> Iterator[Atom]:
    """What a list of advice says of those whom it names (…,建议:一、…): none of it is done."""
    for atom in atoms:
        if atom.subject_found and atom.subject_found.start >= start:
            yield replace(atom, status="proposed")


def wished(figures: Iterable[Atom]) -> Iterator[Atom]:
    """Figures that somebody only advises (专家建议,…规模不低于100亿元)."""
    for figure in figures:
        yield replace(figure, status="proposed", qualifiers={**figure.qualifiers, "kind": "target"})
