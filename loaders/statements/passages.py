"""Passages: what a run of text grants, measures and states, sentence by sentence.

A sentence under a heading that only orients rests on papers and aims at goals, and says no more; what turns to the topic of a
proposal says nothing; what lies within a grant is among its terms.
"""
from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from loaders.clauses import Sentence, read_sentence, sentences
from loaders.grants import Grant
from loaders.indicators import Horizon, last_horizon
from loaders.items import top
from loaders.statements.acts.predicates import Predicates
from loaders.statements.aims import reached
from loaders.statements.atoms import Atom
from loaders.statements.being.presence import Presence
from loaders.statements.being.toponyms import tenant
from loaders.statements.being.wholes import wholes
from loaders.statements.circumstances import circumstances
from loaders.statements.doubles import inside, joined, told
from loaders.statements.measures.aid import aid
from loaders.statements.measures.awards import awarded, behind_work, granted, span_of
from loaders.statements.measures.figures import measured
from loaders.statements.measures.holders import Holders
from loaders.statements.measures.outputs import outputs, settled
from loaders.statements.measures.projects import sized
from loaders.statements.measures.receipts import paid_out, provides, receipts
from loaders.statements.measures.spending import spending
from loaders.statements.measures.traits import traits
from loaders.statements.modality import modality
from loaders.statements.named import named
from loaders.statements.slogans import is_kind
from loaders.statements.speaking import Speaking
from loaders.statements.spokesmen import said_by

TOPIC = re.compile(  # what a reply turns to
    r"(?:第?[一二三四五六七八九十\d]+[是、.,，]?)?(?:关于|针对|对于|就)[^。]{2,80}的(?:建议|问题|意见|诉求|提议)[。:：]?")
PURPOSE = re.compile(  # why a plan is made supports nobody: 为推动甲产业发展,制定本方案
    r"为(?!企业|其)[^。\n]*(?:制定|制订|编制|提出)(?:了|出)?(?:本(?![市省区县州])|如下|以下)")
PAPERS = frozenset({"issues", "basedOn", "approves"})  # what the background of an interpretation says
DOUBLED = frozenset({"organizes", "locatedIn", "builds", "supports", "produces", "uses", "offers"})
TOLD = ("Firm", "Institution", "Project", "Platform")  # news tell of what they got, not of what a paper grants


@dataclass(kw_only=True)
class Passages(Speaking):
    """What is remembered from run to run: what is where, and what figures measure."""

    presence: Presence = field(init=False)
    holders: Holders = field(init=False)

    def begin(self) -> None:
        """Remember nothing of what was read."""
        self.presence = Presence(self.scene(""))
        self.holders = Holders(self.cast, self.paper.normative, self.presence, self.provision)

    def run(self, predicates: Predicates, start: int, end: int, receiver: tuple[int, int] | None = None) -> Iterator[Atom]:
        """What a run of text grants, measures and states; `receiver` is the label over it that says who receives."""
        oriented = self.orients(predicates.scene.section)
        topics = [span for span in sentences(self.text, start, end) if TOPIC.fullmatch(self.text, *span)]
        given = [] if oriented else self.given(start, end, receiver, topics)
        spans, narrow = self.terms(start, given)
        plain: list[Atom] = []  # money told without its sum, which a grant may say better
        horizon: Horizon | None = None
        self.holders.whole = None
        for first, last in sentences(self.text, start, end):
            sentence = read_sentence(self.text, first, last, self.cast.marks)
            named(self.cast, sentence)
            self.holders.sentence = sentence
            if self.cast.telling and self.text[first:last].lstrip("　 “").startswith(tuple(modality().hearsay)):
                continue
            self.listen(predicates, first, last)
            read = self.stated(predicates, sentence, oriented, (first, last) in topics)
            kept = [atom for atom in told(read) if not (atom.relation in DOUBLED and inside(
                atom, spans if atom.relation == "supports" else narrow))]
            plain += [paid_out(atom, self.text) for atom in kept if atom.rule.startswith("subsidizes.toward")]
            kept = [atom for atom in kept if not atom.rule.startswith("subsidizes.toward")]
            yield from circumstances(kept, sentence, self.text, self.paper.year)
            yield from self.counted(predicates, sentence, start, read, horizon)
            horizon = last_horizon(self.text[first:last], year=self.paper.year, before=horizon)
        awards = [atom for grant in given for atom in awarded(predicates, grant, start, end)]
        yield from awards
        yield from (atom for atom in plain if not self.paper.normative and all(atom.start != one.start for one in awards))

    def given(self, start: int, end: int, receiver: tuple[int, int] | None, topics: Collection[tuple[int, int]]) -> list[Grant]:
        """What a run grants, outside of the topics that it only turns to."""
        return [grant for grant in granted(self.text, start, end, receiver)
                if not any(first <= start + grant.start < last for first, last in topics)]

    def terms(self, start: int, given: Iterable[Grant]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """The spans of grants, and the same without the work that is paid for: what stands there is no statement of its own."""
        pairs = [(span_of(grant, start), grant) for grant in given]
        pairs = [(span, grant) for span, grant in pairs if not (self.cast.telling and (grant.spent or self.tells_of_firm(span)))]
        return [span for span, _ in pairs], [behind_work(self.text, span, start + grant.verb[0]) for span, grant in pairs]

    def tells_of_firm(self, span: tuple[int, int]) -> bool:
        """Whether a span names a firm, or what is built like one."""
        return any(span[0] <= mark.start < span[1] and top(mark.classes[0]) in TOLD
                   and not is_kind(mark) for mark in self.cast.marks)

    def listen(self, predicates: Predicates, first: int, last: int) -> None:
        """Remember who says the sentence, in news; what he says of himself is his act."""
        self.holders.speaker = said_by(self.cast, first, last) if self.cast.telling else None
        if self.holders.speaker and self.text[first] == "“":
            predicates.memory.topic = (self.holders.speaker,)

    def stated(self, predicates: Predicates, sentence: Sentence, oriented: bool, turning: bool) -> list[Atom]:
        """What a sentence states; nothing where it only orients rules, or is `turning` to a topic."""
        silent = turning or (oriented and self.paper.normative)
        read = [] if silent else [*predicates.read(sentence), *self.present(sentence, predicates), *wholes(predicates.scene, sentence)]
        read = [tenant(self.cast, atom) for atom in read]
        if not self.paper.normative and not silent:
            more = (*receipts(predicates, sentence), *aid(predicates, sentence), *spending(predicates, sentence))
            read += [atom for atom in more if not any(
                (one.relation, one.subject, one.object) == (atom.relation, atom.subject, atom.object) for one in read)]
        elif not silent:
            read += (*provides(predicates, sentence), *spending(predicates, sentence))
        read = [atom for atom in read if atom.relation in PAPERS] if oriented else read
        if self.paper.normative and PURPOSE.match(self.text, sentence.start, sentence.end):
            read = [atom for atom in read if atom.relation != "supports"]
        return read + (list(reached(predicates, sentence, self.paper.document.title)) if oriented else [])

    def present(self, sentence: Sentence, predicates: Predicates) -> Iterator[Atom]:
        """What the sentence says of places and members; normative texts say it of nothing real."""
        if self.paper.normative:
            return
        self.presence.scene = predicates.scene
        for clause in sentence.clauses:
            yield from self.presence.clause(clause, (sentence.start, sentence.end), predicates.acting(clause.start)[0])

    def counted(self, predicates: Predicates, sentence: Sentence, start: int, read: Sequence[Atom],
                horizon: Horizon | None) -> Iterator[Atom]:
        """What a sentence measures, in news also outputs, traits and sizes; `start` is where its run begins, `read` what it
        states, `horizon` the year that the sentence before set."""
        scene, history, span = predicates.scene, predicates.memory.history, (sentence.start, sentence.end)
        figures = list(measured(scene, *span, partial(self.holders.of, predicates), horizon))
        self.holders.remember(figures)
        made = list(outputs(scene, *span, start, history)) if self.cast.telling else []
        kept, made = settled([figure for figure in figures if not joined(figure, read)], made)
        yield from made
        yield from wished(kept) if self.cast.telling and predicates.memory.wishing else kept
        if self.cast.telling:
            yield from traits(scene, sentence)
        yield from sized(scene, *span, start, history, [atom.object_found for atom in (*figures, *made) if atom.object_found])


def wished(figures: Iterable[Atom]) -> Iterator[Atom]:
    """Figures that somebody only advises (专家建议,…规模不低于100亿元)."""
    for figure in figures:
        yield replace(figure, status="proposed", qualifiers={**figure.qualifiers, "kind": "target"})
