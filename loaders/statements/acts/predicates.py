"""Predicates: the clauses of a sentence, verb by verb, as atoms."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from loaders.clauses import Clause, Part, Sentence
from loaders.items import ACTORS, top
from loaders.phrases import Phrase
from loaders.statements.acts.adjuncts import adjuncts, built
from loaders.statements.acts.charges import charged
from loaders.statements.acts.cooperation import JOINTLY, among, builds, cooperation, divided, leads
from loaders.statements.acts.derived import derived
from loaders.statements.acts.drafts import drafts
from loaders.statements.acts.groups import members, restricted
from loaders.statements.acts.hearsay import asked_until, done, gather, quote, quoted, told
from loaders.statements.acts.passive import passive
from loaders.statements.acts.sources import sources
from loaders.statements.acts.subjects import Subjects, verbal
from loaders.statements.acts.tasks import tasks
from loaders.statements.acts.transfers import transfers, without_maker
from loaders.statements.acts.verbs import chain_before, continued, described, ends_with, inside_name, verbal_tail
from loaders.statements.acts.works import agreed, allowed, assigned, founded, here, lines, piloted, unnamed
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.bare import spoken_of
from loaders.statements.being.belonging import supplies
from loaders.statements.frames import Frame, frames
from loaders.statements.modality import modality
from loaders.statements.naming import refer, some
from ontology.records import Found

HELPING = frozenset({"参与", "配合", "协助", "协同"})
MEANWHILE = ("的同时", "的基础上", "过程中")  # 在推动甲转型的同时,招引乙: not 甲 does
ABLE = ("具备", "具有")
SCENES = ("生产", "制造", "建设")
TOPICS = ACTORS | {"Policy"}


class Predicates(Subjects):
    """Reads the sentences of one scene after another."""

    def read(self, sentence: Sentence) -> Iterator[Atom]:
        """The atoms of a sentence."""
        self.begin(sentence.start, sentence.end)
        said: list[Atom] = []
        heard = asked_until(self, sentence)
        for clause, after in zip_longest(sentence.clauses, sentence.clauses[1:]):
            if clause.start < heard:
                continue
            self.enumerate(clause.start)
            if after and clause.parts[0].text == "以" and not self.scene.normative:
                self.subject(after.parts)
            said += done(self, clause, list(self.clause(clause)))
            yield from self.found(clause.parts)
            self.parted(clause, after)
            told(self, clause)
        said += unnamed(self, said)
        yield from derived(self, sentence, said)
        if text := quoted(self, sentence):
            self.memory.topic = text
        elif self.memory.actors and top(self.memory.actors[0].ref.class_) in TOPICS:
            self.memory.topic = self.memory.actors

    def clause(self, clause: Clause) -> Iterator[Atom]:
        """The atoms of a clause; a denied encouragement (不支持A建设B) says nothing at all."""
        parts = clause.parts
        self.anew(clause.start, self.cast.telling and len(parts) == 1 and parts[0].phrase is not None)
        self.rest(parts[0].text)
        yield from passive(self, parts)
        stood = self.standing(parts)
        named = self.subject(parts)
        named = self.shown(parts) or named
        self.memory.asked = self.memory.asked and not named
        self.jointly(parts, named)
        self.carry(parts, named)
        quote(self, parts, named)
        gather(self, parts)
        self.ask(parts)
        yield from adjuncts(self, parts)
        yield from drafts(self, parts)
        yield from piloted(self, parts)
        self.memory.chain = tuple(part.text for part in parts if part.kind in ("verb", "adverb"))
        yield from cooperation(self, parts)
        if not self.scene.normative:
            yield from transfers(self, parts)
        if self.cast.telling:
            yield from sources(self, parts, stood)
        unsure = False
        for at, part in enumerate(parts):
            if part.kind == "phrase" and part.phrase:
                yield from members(self, part.phrase) if not supplies(part.phrase) else ()
                yield from restricted(self, part.phrase)
                yield from self.verbal(parts, at)
                self.recall(part.phrase, parts[at - 1].text if at else "")
            if part.kind != "verb" or self.passive_of(parts, at) or (at and parts[at - 1].text in ("对", "对于")):
                continue
            if self.scene.normative and (self.before_of(part) or inside_name(parts, at)):  # 引进的人才: who they are, not what is done
                continue
            if self.elsewhere(parts, at) or favoured(parts, at) or self.nominal(parts, at):
                continue
            chain = chain_before(parts, at)
            if modality().denied & set(chain):
                if part.text in modality().encourage:
                    return
                continue
            subjects = self.relative(parts, at) or self.inner(parts, at) or self.memory.encouraged or self.subjects()
            said = list(self.verb(parts, at, chain, subjects))
            yield from said or charged(self, parts, at, subjects)
            found = self.encouraged(parts, at)
            if len(found) > 1 and parts[at + 2].text.startswith((*JOINTLY, "共建", "联手")) and not leads(parts[at + 2]):
                yield from among(self, [actor for actor in found if top(actor.ref.class_) != "AgentGroup"])  # 支持|甲、乙|共同|申报丙
            if found:
                self.memory.encouraged, self.memory.drawn = found, part.text in modality().draws
            elif self.somebody(parts, at) and (self.cast.telling or (not self.scene.normative and uses(parts[at + 2:]))):
                unsure, self.memory.unknown = not self.cast.telling, True
            self.permit(parts, at)
        self.memory.unknown = self.memory.unknown and not unsure
        if self.cast.text[clause.start:clause.end].endswith(MEANWHILE):
            self.memory.encouraged = ()
        self.memory.actors = stood or self.memory.actors
        self.passed(clause.start)

    def verbal(self, parts: Sequence[Part], at: int) -> Iterator[Atom]:
        """甲公司在乙区建设的基地: 甲公司 builds it."""
        verb, phrase = verbal(parts[at].phrase), parts[at].phrase
        for frame in frames().called("object", "verbs", verb) if verb and phrase else ():
            if phrase:
                bare = replace(phrase, items=tuple(replace(item, condition="") for item in phrase.items))
                yield from self.atoms(frame, frame.relation, bare, (verb,), self.relative(parts, at))

    def recall(self, phrase: Phrase, before: str) -> None:
        """Remember the event and the thing spoken of last: 甲主办 and 参与打造的有甲 do not name them again; where
        something is it is not what is spoken of. The two of a phrase are 前者 and 后者."""
        two = some(self.cast, phrase, ACTORS)
        if len(two) == 2:
            self.cast.couple = two[0].ref, two[1].ref
        elif len(phrase.items) == 2 and len(two) == 1:
            self.cast.couple = None
        for item in phrase.named:
            event = refer(self.cast, item, ("Event",)) or spoken_of(self.cast, item, ("Event",))
            self.memory.event = event or self.memory.event
            built = refer(self.cast, item, ("Park", "Platform", "Project", "Instrument"))
            where = before in ("在", "于", "到") or any(True for _ in frames().called("place", "verbs", before))
            if built and not (where and built.class_ in ("Park", "Region")):
                self.memory.thing = item, built
                self.memory.things += ((item.start, built),)

    def verb(self, parts: Sequence[Part], at: int, chain: tuple[str, ...],
             subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """The atoms that verb `at` says of its object."""
        after = next((n for n in range(at + 1, len(parts)) if parts[n].kind != "adverb"), None)
        if [part.kind for part in parts[at + 1:at + 4]] == ["join", "verb", "phrase"] and parts[at + 2].text in modality().cares:
            after = at + 3  # 建立|和|优化|甲系统
        phrase = continued(parts, self.beyond(parts, after)) if after is not None else None
        verb = parts[at].text
        if phrase is None:
            yield from tasks(self, verb, parts[at + 1:], subjects)
            yield from self.charge(parts, at, subjects)
        elif verb in modality().list and self.memory.said and not any(part.phrase for part in parts[:at]):
            frame, subjects = self.memory.said
            yield from self.atoms(frame, frame.relation, phrase, chain, subjects)
        elif verb in modality().equal:
            yield from self.equal(parts, at, phrase)
            if verb != "有":
                yield from self.cleft(parts, at, phrase, subjects)
        else:
            yield from self.framed(parts, at, phrase, chain, subjects)

    def charge(self, parts: Sequence[Part], at: int, subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """甲公司负责|接入|专线: whoever has to do something to a thing answers for it."""
        rest = parts[at + 1:at + 3]
        if not self.cast.telling or len(rest) < 2 or rest[0].kind != "verb" or rest[1].phrase is None:
            return
        for frame in frames().called("duty", "verbs", parts[at].text):
            if parts[at].text.endswith("负责"):
                yield from self.atoms(frame, frame.relation, rest[1].phrase, (parts[at].text,), subjects)

    def cleft(self, parts: Sequence[Part], at: int, phrase: Phrase, subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """用的是X, 与甲公司签的是X: 是 only brings the object behind the verb."""
        before = next((n for n in range(at - 1, -1, -1) if parts[n].kind != "adverb"), None)
        if before is not None and parts[before].kind == "verb" and "的" in (
                parts[before].text[-1], self.cast.text[parts[before].end]):
            verb = replace(parts[before], text=parts[before].text.removesuffix("的"))
            yield from self.framed((*parts[:before], verb, *parts[at + 1:]), before, phrase, (verb.text,), subjects)

    def framed(self, parts: Sequence[Part], at: int, phrase: Phrase, chain: tuple[str, ...],
               subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """The atoms of the first frame that the verb calls and the object fits."""
        for frame in self.called(parts, at, phrase, chain):
            relation = "supports" if modality().support & set(chain) and frame.relation in ("builds", "offers") else frame.relation
            if relation == "issues" and HELPING & set(chain) and not self.scene.normative:  # 参与编制X
                relation = "contributesTo"
            if frame.relation == "organizes" and modality().support & set(chain):  # 支持举办甲大赛: who helps is no host yet
                subjects = tuple(replace(actor, encouraged=True) for actor in subjects)
            object_ = without_next(self.first_side(frame, phrase, parts[at + 2:]), parts[at + 2:])
            subjects = self.subjects() if "after" in frame.words else subjects  # 支持A|开展试点 helps it, as whoever helps A
            if frame.relation == "uses" and self.cast.telling:
                yield from self.borrowed(object_, subjects)
            if "搭载" in frame.words.get("verbs", ()) and self.cast.telling:
                yield from self.makers(object_)
                object_ = replace(object_, items=tuple(without_maker(item) for item in object_.items))
            found = list(self.of_frame(frame, relation, parts, at, object_, chain, subjects))
            if found:
                self.memory.said = (frame, subjects)
                if frame.relation == "organizes":
                    self.memory.event = found[-1].object
                if frame.relation == "builds":
                    yield from here(self, parts, at, found, chain)
                    yield from lines(self.cast, found) if self.cast.telling else ()
                    yield from assigned(self, found)
                    yield from allowed(self, found)
                    yield from founded(self, found, chain)
                if frame.relation == "issues":
                    yield from agreed(self, found)
                yield from found
                return
        for frame in frames().called("inverse", "verbs", parts[at].text):
            yield from self.inverse(frame, phrase, chain, subjects)

    def borrowed(self, phrase: Phrase, subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """用的是甲公司的换电技术: 甲公司 makes what another uses, be it an art or a vehicle's platform."""
        for item in phrase.items:
            firm = self.cast.of_mark(item.owner) if item.owner and top(item.owner.classes[0]) == "Firm" else None
            platform = item.class_ == "Platform" and any(top(actor.ref.class_) == "Product" for actor in subjects)
            ref = refer(self.cast, replace(item, class_="Technology") if platform else item, ("Technology",)) if firm else None
            if firm and ref and item.owner and (platform or ref.name.endswith("技术")) and all(
                    actor.ref.id != firm.id for actor in subjects):
                whose = Actor(firm, Found(item.owner.start, item.owner.end, item.owner.text))
                yield self.atom("produces", whose, ref, replace(item, condition=""), "produces.borrowed", ())

    def makers(self, phrase: Phrase) -> Iterator[Atom]:
        """搭载甲公司|磷酸铁锂电池: 甲公司 makes it."""
        for item in phrase.items:
            bare = without_maker(item)
            ref = refer(self.cast, bare, ("Product", "Technology"), "Technology") if bare is not item else None
            firm = self.cast.of_mark(item.first) if ref and item.first else None
            if ref and firm and item.first and fits("produces", firm.class_, ref.class_):
                whose = Actor(firm, Found(item.first.start, item.first.end, item.first.text))
                yield self.atom("produces", whose, ref, bare, "produces.maker", ())

    @staticmethod
    def first_side(frame: Frame, phrase: Phrase, rest: Sequence[Part]) -> Phrase:
        """支持A与B合作 supports A, 支持A与B共建C both."""
        sides = divided(phrase, rest) if frame.relation == "supports" and frame.construction != "tail" and not builds(rest) else None
        return sides[0] if sides else phrase

    def of_frame(self, frame: Frame, relation: str, parts: Sequence[Part], at: int, phrase: Phrase,
                 chain: tuple[str, ...], subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """The atoms of one frame; what relies on something is what the clause builds on it."""
        works = built(self, parts, at) if frame.relation == "reliesOn" else ()
        works = tuple(replace(work, encouraged=True) for work in works) if self.memory.encouraged else works
        if works and len(works) == len(phrase.items) > 1:
            for one, item in zip(works, phrase.items, strict=True):
                yield from self.atoms(frame, relation, replace(phrase, items=(item,), summary=None), chain, (one,))
        else:
            yield from self.atoms(frame, relation, phrase, chain, works or subjects)

    def called(self, parts: Sequence[Part], at: int, phrase: Phrase, chain: tuple[str, ...]) -> Iterator[Frame]:
        """The frames that verb `at` calls with this object, the most telling construction first."""
        if described(parts, at):
            return
        tail = phrase.tail + verbal_tail(parts, at)
        nested = any(part.kind == "verb" for part in parts[at + 2:])
        helps = any(frame.relation == "supports" for frame in frames().called("object", "verbs", parts[at].text))
        barred = (*(part.text for part in parts[:at] if part.kind == "verb"), *chain) if helps else chain  # 严控资金投向X
        restricting = [frame for word in barred for frame in frames().called("object", "verbs", word)
                       if frame.relation == "restricts"]
        if restricting:
            yield restricting[0]
            return
        for construction in ("tail", "object", "preposition", *self.settling(), "duty"):
            cue = "prepositions" if construction == "preposition" else "verbs"
            for frame in frames().called(construction, cue, parts[at].text):
                if frame.relation == "builds" and (headed(parts, at) or self.told_of(parts, at)):
                    continue
                if construction == "tail" and not ends_with(tail, frame.words["tails"]):
                    continue
                if parts[at].text in modality().draws and any(part.text in modality().attending for part in parts[at + 2:]):
                    continue  # 吸引A参会 helps nobody
                if frame.nested and frame.relation == "supports" and divided(phrase, parts[at + 2:]) and not builds(parts[at + 2:]):
                    continue  # 推进A和B深度合作 helps neither
                if frame.nested and any(part.text in modality().becomes for part in parts[at + 2:]):
                    continue  # 推动A成为B says what A shall be
                if frame.unnamed and parts[at].text.startswith("推广") and [part.kind for part in parts[at + 2:at + 3]] == ["verb"]:
                    continue  # 推广绿色低碳|生产|生活方式 is cut too early to be a name
                if construction == "object" and tail.endswith(modality().things):
                    continue  # 建立重大项目推介机制, 落实负面清单制度: what stands before 机制 is not the object
                if (frame.nested and not nested) or ("after" in frame.words and not self.helps(frame, parts[:at])):
                    continue
                yield frame

    def nominal(self, parts: Sequence[Part], at: int) -> bool:
        """Whether a verb only says which thing or what for: behind 的 (繁忙的|生产|景象), what the conditions are there for
        (具备|建设甲园的条件)."""
        able = at > 0 and parts[at - 1].text in ABLE and self.cast.text[parts[-1].start:parts[-1].end].endswith("条件")
        of = self.cast.text[parts[at].start - 1:parts[at].start] == "的"
        scene = self.cast.telling and of and parts[at].text in SCENES and at + 1 < len(parts)
        return able or (scene and parts[at + 1].start == parts[at].end)

    def told_of(self, parts: Sequence[Part], at: int) -> bool:
        """Whether the verb only stands before 的 with another (上线|运行的平台): it tells which thing is spoken of."""
        phrase = parts[at + 1].phrase if at + 1 < len(parts) else None
        return not self.scene.normative and phrase is not None and bool(verbal(phrase)) and phrase.start == parts[at].end

    @staticmethod
    def helps(frame: Frame, before: Sequence[Part]) -> bool:
        """Whether one of the frame's words stands before the verb, whoever it names (支持|甲区|开展试点)."""
        return any(part.text in frame.words["after"] for part in before)

    def settling(self) -> tuple[str, ...]:
        """Where encouraged classes of firms are to settle (吸引企业落户X) is no fact about them, a named one's is."""
        groups = bool(self.memory.encouraged) and all(top(actor.ref.class_) == "AgentGroup" for actor in self.memory.encouraged)
        return () if groups else ("place",)

    def equal(self, parts: Sequence[Part], at: int, phrase: Phrase) -> Iterator[Atom]:
        """分别是A、B: A and B act from here on; 参与打造的有A、B: A and B build what was spoken of."""
        named = some(self.cast, phrase, ACTORS)
        before = parts[at - 1] if at else None
        if parts[at].text.startswith("分别") and named:
            self.memory.actors = named
        if not before or before.kind != "verb" or not self.memory.thing:
            return
        item, thing = self.memory.thing
        for frame in frames().called("object", "verbs", before.text.removeprefix("参与")):
            for actor in named if frame.relation == "builds" else ():
                if fits("builds", actor.ref.class_, thing.class_):
                    yield self.atom("builds", actor, thing, item, frame.rule, ())


def uses(rest: Sequence[Part]) -> bool:
    """Whether the next verb says that something is used (支持区县|用好债券)."""
    verb = next((part.text for part in rest if part.kind == "verb"), "")
    return any(frame.relation == "uses" for frame in frames().called("object", "verbs", verb))


def headed(parts: Sequence[Part], at: int) -> bool:
    """Whether what looks like the object goes on to a head of its own (启动设施建设|奖励|申报)."""
    rest = parts[at + 2:at + 3]
    return bool(rest) and rest[0].text in modality().heads and rest[0].start == parts[at + 1].end


def favoured(parts: Sequence[Part], at: int) -> bool:
    """Whether a verb only says what is given support (对扩大产量、打造集群等|给予支持)."""
    return any(part.text in ("对", "对于") for part in parts[:at]) and any(
        part.kind == "verb" and part.text.startswith(("给予", "予以")) for part in parts[at + 1:])


def without_next(phrase: Phrase, rest: Sequence[Part]) -> Phrase:
    """The phrase without its last item where that is what the next verb speaks of (打造甲枢纽、|乙港|建成丙港)."""
    goes_on = len(phrase.items) > 1 and phrase.items[-1].join == "、" and rest and rest[0].text in modality().becomes
    return replace(phrase, items=phrase.items[:-1], summary=None) if goes_on else phrase
