"""Predicates: a sentence clause by clause, a clause verb by verb, as atoms."""
from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from itertools import zip_longest

from loaders.clauses import Clause, Part, Sentence
from loaders.items import ACTORS, top
from loaders.knowledge import listed
from loaders.statements.acts.adjuncts import adjuncts
from loaders.statements.acts.approvals import approvals, granted, passed
from loaders.statements.acts.bans import bans
from loaders.statements.acts.bodies import composed, enlisted
from loaders.statements.acts.charges import charged, entrusted, keeper
from loaders.statements.acts.cooperation import cooperation
from loaders.statements.acts.derived import derived
from loaders.statements.acts.drafts import drafts
from loaders.statements.acts.encouragement import (
    ask,
    by_trade,
    carry,
    encouraged,
    founding,
    help_on,
    jointly_set,
    likewise,
    passed_on,
    permit,
    set_to_work,
)
from loaders.statements.acts.framing import Framing
from loaders.statements.acts.groups import classed, comprised, members, restricted, supplies
from loaders.statements.acts.handed import handed
from loaders.statements.acts.hearsay import asked_until, done, gather, quote, quoted, told
from loaders.statements.acts.hosts import hosted, lent
from loaders.statements.acts.memory import recall
from loaders.statements.acts.passive import inside, passive
from loaders.statements.acts.priorities import priorities
from loaders.statements.acts.relatives import beside, by_nobody, inner, relative, resting, restricting, tells_which
from loaders.statements.acts.selections import selections
from loaders.statements.acts.sources import sources
from loaders.statements.acts.subjects import acted_upon, jointly, listing, parted, pivot, shown, standing, subject
from loaders.statements.acts.tasks import hosting
from loaders.statements.acts.titles import titles
from loaders.statements.acts.trades import trades
from loaders.statements.acts.transfers import transfers
from loaders.statements.acts.verbs import chain_before, said
from loaders.statements.acts.works import ahead, piloted, unnamed
from loaders.statements.atoms import Actor, Atom
from loaders.statements.modality import modality

CONDITION = re.compile("的[,，]")  # 企业落户甲园的,给予补助: nothing is done yet
TOPICS = ACTORS | {"Policy"}
COUNTED = re.compile("[^,，。;；]{0,4}[0-9]")


class Predicates(Framing):
    """Reads the sentences of one scene after another."""

    def read(self, sentence: Sentence) -> Iterator[Atom]:
        """The atoms of a sentence."""
        self.begin(sentence.start, sentence.end)
        said: list[Atom] = []
        heard = asked_until(self, sentence)
        for clause, after in zip_longest(sentence.clauses, sentence.clauses[1:]):
            if clause.start < heard:
                continue
            listing(self, clause.start)
            if after and clause.parts[0].text == "以" and not self.scene.normative:
                subject(self, after.parts)
            first = clause is sentence.clauses[0] if self.cast.telling else not (self.scene.normative or self.memory.actors)
            if first and clause.parts[0].text in ("为", "为了"):
                later = (one for one in sentence.clauses if one.start > clause.start)
                any(subject(self, one.parts) for one in later)  # 为推动X,甲局制定Y: what for is 甲局's
            said += done(self, clause, list(self.clause(clause)))
            yield from founding(self, clause.parts)
            parted(self, clause, after)
            told(self, clause)
        said += unnamed(self, said)
        said = [*hosted(self, sentence, said), *enlisted(self, sentence)] if self.scene.normative else [*said, *lent(self, sentence, said)]
        said = titles(self, sentence, [*said, *bans(self, sentence, said), *trades(self, sentence, said)])
        yield from derived(self, sentence, said)
        if text := quoted(self, sentence):
            self.memory.topic = text
        elif self.memory.actors and top(self.memory.actors[0].ref.class_) in TOPICS:
            self.memory.topic = () if self.tallied(self.memory.actors[0]) else self.memory.actors
        if len(self.memory.topic) == 1:
            self.cast.actors.append((sentence.start, self.memory.topic[0].ref))

    def tallied(self, actor: Actor) -> bool:
        """Whether a crowd was only counted (零部件企业达到9家。|产品与甲公司配套): the text does not go on with it."""
        found = actor.found
        return actor.ref.class_ == "AgentGroup" and found is not None and COUNTED.match(self.cast.text, found.end) is not None

    def clause(self, clause: Clause) -> Iterator[Atom]:
        """The atoms of a clause; a denied encouragement (不支持A建设B) says nothing at all."""
        parts = clause.parts
        before = self.memory.actors
        aside = self.cast.telling and (parts[0].text == "其中" or self.cast.text[clause.start - 1] == "、")
        self.anew(clause.start, self.cast.telling and len(parts) == 1 and parts[0].phrase is not None)
        self.rest(parts[0].text)
        yield from passive(self, parts)
        stood = standing(self, parts)
        if listed_on := list(self.list_on(parts)):
            yield from listed_on
            return
        self.turn(parts)
        having = pivot(self, parts)
        if self.scene.normative and CONDITION.match(self.cast.text, clause.end - 1):
            return
        yield from self.constructions(parts, stood)
        if self.scene.normative:
            yield from composed(self, clause)
        if self.scene.normative or self.scene.told:
            yield from handed(self, clause)
        followed = yield from likewise(self, parts)
        denied = yield from self.verbs(parts)
        help_on(self, parts, followed)
        if denied:
            return
        if self.cast.text[clause.start:clause.end].endswith(listed("acts", "meanwhile")):
            self.memory.encouraged = ()
        if having or stood:
            self.memory.actors, self.memory.unknown = having or stood, False
        elif acted_upon(self, parts):
            self.act(())
        self.passed(clause.start)
        if aside and before:  # 园区由甲公司建设、乙公司运营,面积…: what the sentence speaks of goes on
            self.memory.actors = before

    def list_on(self, parts: Sequence[Part]) -> Iterator[Atom]:
        """突破甲、乙等技术,以及丙等关键技术: the list goes on over a comma."""
        rest = [part for part in parts if part.kind != "join"]
        phrase = rest[0].phrase if len(rest) == 1 else None
        taking = self.memory.taking
        if phrase and taking and taking[2] == self.span[0] and parts[0].text in ("以及", "及", "和", "与"):
            yield from self.inverse(taking[0], phrase, (), taking[1])
        if phrase and self.cast.text[parts[0].start - 1] in ":：" and len(phrase.items) > 1:
            frame, subjects = self.memory.said or (self.counted(parts[0].start), self.subjects())
            listed_ = classed(self.cast.text[self.span[0]:parts[0].start - 1], phrase)
            if frame and frame.relation in ("builds", "supports"):
                yield from self.atoms(frame, frame.relation, listed_, (), subjects)
                return
        if phrase is None or self.memory.said is None or not self.scene.normative:
            return
        frame, subjects = self.memory.said
        arts = frame.unnamed == "Technology" and phrase.summary and top(phrase.summary.class_) == "Technology"
        if arts or (parts[0].text == "以及" and frame.relation in ("supports", "builds")):
            yield from self.atoms(frame, frame.relation, phrase, (), subjects)

    def turn(self, parts: Sequence[Part]) -> None:
        """Who acts in a clause: named in it, else handed on from the one before."""
        named = subject(self, parts)
        named = shown(self, parts) or named
        self.memory.asked = self.memory.asked and not named and all(part.text not in modality().perfect for part in parts[:3])
        jointly(self, parts, named)
        carry(self, parts, named)
        quote(self, parts, named)
        gather(self, parts)
        ask(self, parts)

    def constructions(self, parts: Sequence[Part], stood: Sequence[Actor]) -> Iterator[Atom]:
        """What a clause says as a whole, whatever frames its verbs call; `stood` is what the sentence speaks of."""
        yield from adjuncts(self, parts)
        yield from drafts(self, parts)
        yield from approvals(self, parts)
        yield from selections(self, parts)
        yield from passed(self, parts)
        yield from granted(self, parts)
        yield from comprised(self, parts)
        yield from entrusted(self, parts)
        yield from piloted(self, parts)
        yield from ahead(self, parts)
        yield from hosting(self, parts)
        self.memory.chain = tuple(part.text for part in parts if part.kind in ("verb", "adverb"))
        yield from cooperation(self, parts)
        if not self.scene.normative:
            yield from transfers(self, parts)
        if self.cast.telling:
            yield from sources(self, parts, stood)
            yield from priorities(self, parts)

    def verbs(self, parts: Sequence[Part]) -> Generator[Atom, None, bool]:
        """What a clause says phrase by phrase and verb by verb; returns whether it denies that somebody is encouraged."""
        unsure = False
        for at, part in enumerate(parts):
            if part.kind == "phrase" and part.phrase:
                yield from members(self, part.phrase) if not supplies(part.phrase) else ()
                yield from restricted(self, part.phrase)
                yield from restricting(self, parts, at)
                yield from inside(self, part.phrase)
                recall(self.cast, self.memory, part.phrase, parts[at - 1].text if at else "")
            if not said(self, parts, at):
                continue
            if part.text in modality().support and parts[at - 1].kind == "join":  # 支持甲扩产、支持创建X: not 甲's
                self.memory.encouraged = ()
            yield from passed_on(self, parts, at)
            chain = chain_before(parts, at)
            if not modality().denied & set(chain):
                yield from self.predicate(parts, at, chain)
                found = encouraged(self, parts, at)
                yield from jointly_set(self, parts, at, found)
                unsure = set_to_work(self, parts, at, found) or unsure
                permit(self, parts, at)
            elif part.text in modality().encourage:
                return True
        self.memory.unknown = self.memory.unknown and not unsure
        return False

    def predicate(self, parts: Sequence[Part], at: int, chain: tuple[str, ...]) -> Iterator[Atom]:
        """What verb `at` says of whoever does it: in a clause before 的, encouraged to it, or acting in the clause."""
        subjects = relative(self, parts, at) or inner(self, parts, at) or self.memory.encouraged or self.subjects()
        told = self.scene.normative and not modality().perfect.isdisjoint(chain) and all(
            top(actor.ref.class_) in ("Provision", "Policy") for actor in subjects)  # 目前已掌握甲技术
        told = told or (by_nobody(self, parts, at) and not self.scene.normative)
        subjects = () if told or resting(self, parts, at) or beside(self, parts, at) or by_trade(parts, at) or (
            tells_which(self, parts[at])) else subjects
        read = list(self.verb(parts, at, chain, subjects))
        yield from read or charged(self, parts, at, subjects) if not (kept := list(keeper(self, parts, at))) else kept
