"""Predicates: a sentence clause by clause, a clause verb by verb, a verb by the frame that its object fits, as atoms."""
from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from loaders.clauses import Clause, Part, Sentence
from loaders.items import ACTORS, top
from loaders.knowledge import listed
from loaders.phrases import Phrase
from loaders.statements.acts.adjuncts import adjuncts, built, replied
from loaders.statements.acts.approvals import approvals, granted, passed, renamed
from loaders.statements.acts.bodies import chosen, composed, enlisted
from loaders.statements.acts.charges import charged, entrusted, keeper, taken
from loaders.statements.acts.choice import called, object_of
from loaders.statements.acts.cooperation import cooperation
from loaders.statements.acts.copula import equal, fronted
from loaders.statements.acts.derived import derived
from loaders.statements.acts.drafts import drafts
from loaders.statements.acts.encouragement import (
    ask,
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
from loaders.statements.acts.groups import comprised, members, restricted, supplies
from loaders.statements.acts.handed import handed
from loaders.statements.acts.hearsay import asked_until, done, gather, quote, quoted, told
from loaders.statements.acts.hosts import hosted
from loaders.statements.acts.memory import recall
from loaders.statements.acts.passive import inside, passive
from loaders.statements.acts.priorities import priorities
from loaders.statements.acts.relatives import beside, beyond, by_nobody, inner, relative, resting, restricting
from loaders.statements.acts.selections import selections
from loaders.statements.acts.sources import borrowed, carried, sources
from loaders.statements.acts.subjects import acted_upon, jointly, listing, parted, pivot, shown, standing, subject
from loaders.statements.acts.tasks import hosting, tasks
from loaders.statements.acts.transfers import transfers, without_maker
from loaders.statements.acts.verbs import brought_forward, chain_before, continued, held_in_common, said
from loaders.statements.acts.voice import Voice
from loaders.statements.acts.works import agreed, ahead, beside_work, brought_to, here, investing, piloted, unnamed
from loaders.statements.atoms import Actor, Atom
from loaders.statements.frames import Frame, frames
from loaders.statements.modality import modality

CONDITION = re.compile("的[,，]")  # 企业落户甲园的,给予补助: nothing is done yet
TOPICS = ACTORS | {"Policy"}
COUNTED = re.compile("[^,，。;；]{0,4}[0-9]")


class Predicates(Voice):
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
            if clause is sentence.clauses[0] and clause.parts[0].text in ("为", "为了") and self.cast.telling:
                any(subject(self, later.parts) for later in sentence.clauses[1:])  # 为推动X,甲局制定Y: what for is 甲局's
            said += done(self, clause, list(self.clause(clause)))
            yield from founding(self, clause.parts)
            parted(self, clause, after)
            told(self, clause)
        said += unnamed(self, said)
        said = [*hosted(self, sentence, said), *enlisted(self, sentence)] if self.scene.normative else said
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
            yield from chosen(self, parts)
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
        self.memory.asked = self.memory.asked and not named
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
        yield from renamed(self, parts)
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
        subjects = () if told or resting(self, parts, at) or beside(self, parts, at) else subjects
        read = list(self.verb(parts, at, chain, subjects))
        yield from read or charged(self, parts, at, subjects) if not (kept := list(keeper(self, parts, at))) else kept

    def verb(self, parts: Sequence[Part], at: int, chain: tuple[str, ...],
             subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """The atoms that verb `at` says of its object."""
        after = next((n for n in range(at + 1, len(parts)) if parts[n].kind != "adverb"), None)
        after = held_in_common(parts, at) or after
        phrase = continued(parts, beyond(self, parts, after)) if after is not None else None
        verb = parts[at].text
        if moved := brought_forward(parts, at):
            yield from self.moved(parts, at, moved, chain, subjects)
            if phrase and (settled := list(brought_to(self, parts[at].text, moved, phrase))):
                yield from settled
                return
        office = after is not None and parts[after].text in listed("acts", "offices")  # 以甲公司为牵头|单位
        if phrase is None or office:
            yield from tasks(self, verb, parts[at + 1 + office:], subjects)
            yield from taken(self, parts, at, subjects)
        elif verb in modality().list and self.memory.said and self.memory.said[0].construction != "place" and not any(
                part.phrase for part in parts[:at]):
            frame, subjects = self.memory.said
            yield from self.atoms(frame, frame.relation, phrase, chain, subjects)
        elif verb in modality().equal:
            yield from equal(self, parts, at, phrase)
            if verb != "有" and (clause := fronted(self, parts, at)):
                yield from self.framed(*clause, phrase, (clause[0][clause[1]].text,), subjects)
        else:
            yield from self.framed(parts, at, phrase, chain, subjects)

    def moved(self, parts: Sequence[Part], at: int, phrase: Phrase, chain: tuple[str, ...],
              subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """The atoms of a verb with what 将 brings before it: a paper that is issued, a work that is built."""
        for frame in frames().called("object", "verbs", parts[at].text):
            if frame.relation in ("issues", "builds", "organizes") and not parts[at].text.endswith(("为", "成", "成为")):
                yield from self.of_frame(frame, frame.relation, parts, at, phrase, chain, subjects)

    def framed(self, parts: Sequence[Part], at: int, phrase: Phrase, chain: tuple[str, ...],
               subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """The atoms of the first frame that the verb calls and the object fits."""
        helping = modality().support & set(chain)
        acting = subjects
        for frame in called(self, parts, at, phrase, chain):
            if frame.relation == "organizes" and helping:  # 支持举办甲大赛: who helps is no host yet
                subjects = tuple(replace(actor, encouraged=True) for actor in subjects)
            if "投向" in frame.words.get("verbs", ()) and not self.scene.normative:
                subjects = self.made("Instrument") or subjects
            if frame.relation == "uses" and "接入" in frame.words.get("verbs", ()) and not any(part.phrase for part in parts[:at]):
                subjects = self.made("Platform", "Project") or subjects
            subjects = self.subjects() if "after" in frame.words else subjects  # 支持A|开展试点 helps it, as whoever helps A
            subjects = investing(self, frame, chain, replied(self, frame, phrase, subjects))
            object_ = object_of(frame, phrase, parts[at + 2:])
            if frame.relation == "uses" and self.cast.telling:
                yield from borrowed(self, object_, subjects)
            if "搭载" in frame.words.get("verbs", ()) and self.cast.telling:
                yield from carried(self, object_, subjects)
                object_ = replace(object_, items=tuple(without_maker(item) for item in object_.items))
            if found := list(self.of_frame(frame, self.relation(frame, chain), parts, at, object_, chain, subjects)):
                yield from self.read_on(frame, parts, at, found, chain, subjects)
                if any(top(atom.object.class_) != "Firm" for atom in found):
                    return
                break  # 甲公司成立乙公司: it is 甲公司's own too
        for frame in frames().called("inverse", "verbs", parts[at].text):
            self.memory.taking = frame, acting, self.span[0]
            yield from self.inverse(frame, phrase, chain, acting)

    def made(self, *classes: str) -> tuple[Actor, ...]:
        """设立甲基金,重点投向乙; 搭建甲平台,接入乙系统: what the sentence spoke of last, where it is of these classes."""
        thing = self.memory.thing
        here = thing is not None and self.span[0] <= thing[0].start and top(thing[1].class_) in classes
        return (Actor(thing[1], None),) if thing and here else ()

    def relation(self, frame: Frame, chain: tuple[str, ...]) -> str:
        """支持建设X supports X; 参与编制X contributes to it."""
        if modality().support & set(chain) and frame.relation in ("builds", "offers"):
            return "supports"
        if frame.relation == "uses" and not self.scene.normative and not self.memory.encouraged and modality().support & set(chain):
            return "supports"  # 鼓励应用甲技术
        helping = frame.relation == "issues" and not self.scene.normative and not set(listed("acts", "helping")).isdisjoint(chain)
        return "contributesTo" if helping else frame.relation

    def read_on(self, frame: Frame, parts: Sequence[Part], at: int, found: Sequence[Atom], chain: tuple[str, ...],
                subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """The atoms of a frame with what else they tell, remembered for the clauses behind."""
        self.memory.said = (frame, subjects)
        if frame.relation == "organizes":
            self.memory.event = found[-1].object
            yield from here(self, parts, at, found, chain)
        if frame.relation == "builds":
            yield from beside_work(self, parts, at, found, chain)
        if frame.relation == "issues":
            yield from agreed(self, found)
        yield from found

    def of_frame(self, frame: Frame, relation: str, parts: Sequence[Part], at: int, phrase: Phrase,
                 chain: tuple[str, ...], subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """The atoms of one frame; what relies on something is what the clause builds on it."""
        works = built(self, parts, at) if frame.relation == "reliesOn" else ()
        works = tuple(replace(work, encouraged=True) for work in works) if self.memory.encouraged else works
        dealt = works or (subjects if "分别" in chain and len(subjects) > 1 else ())  # 甲、乙分别生产丙、丁
        if dealt and len(dealt) == len(phrase.items) > 1:
            for one, item in zip(dealt, phrase.items, strict=True):
                yield from self.atoms(frame, relation, replace(phrase, items=(item,), summary=None), chain, (one,))
        elif works or not dealt or len(phrase.items) == 1:
            yield from self.atoms(frame, relation, phrase, chain, works or subjects)
