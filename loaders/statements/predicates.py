"""Predicates: the clauses of a sentence, verb by verb, as atoms.

The subject is the actor that the sentence names, else the scene's default (provision, policy or speaker). An actor
that is encouraged (支持A建设B) is the subject of its own verb, as proposed.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.clauses import Clause, Part, Sentence
from loaders.phrases import ACTORS, Item, Phrase, top
from loaders.phrases import phrase as make_phrase
from loaders.resolution import Cast, Ref
from loaders.statements.atoms import Actor, Atom, Scene, admits_subject, fits
from loaders.statements.frames import Frame, frames
from loaders.statements.naming import actors, place, refer, some
from loaders.values import quantities
from loaders.words import words
from ontology.records import Value

ENCOURAGE = frozenset("支持 鼓励 引导 推动 促进 指导 助推 助力 组织 争取 吸引 引进 推进 带动 扶持 号召 动员 鼓励和支持 支持和鼓励 "
                      "鼓励和引导 引导和支持 引导支持 支持引导 重点支持 优先支持 大力支持 支持推动 支持和推动".split())
WISHED = frozenset("建议 希望 请求 呼吁 争取 洽谈 谋划 拟 拟定 计划 有望 考虑 研究 探讨 期待 拟于 计划于".split())
NEGATED = frozenset("不 未 没有 不得 不再 无".split())
GOVERN = ENCOURAGE | frozenset("加快 推进 推动 探索 大力 积极 培育 引进 加快推进 促进 助推 着力 大力推进 力争 引育 大力发展 "
                               "积极引进".split())
SUPPORTED = frozenset("支持 鼓励 引导 鼓励和支持 支持和鼓励 引导和支持".split())
EQUAL = frozenset("是 有 分别是 分别为".split())
LISTING = frozenset("包括 包含 涵盖".split())
JOINT = frozenset("联合 联合发布 联合印发 联合编制 联合打造 联合共建 共建 共同打造 联手 携手 联合编制印发 联合制定 联合开展".split())


@dataclass
class Memory:
    """Who acts in the sentence so far, the topic that news carry from sentence to sentence, and what was last said."""

    actors: tuple[Actor, ...] = ()
    encouraged: tuple[Actor, ...] = ()
    topic: tuple[Actor, ...] = ()
    event: Ref | None = None
    thing: tuple[Item, Ref] | None = None
    said: tuple[Frame, tuple[Actor, ...]] | None = None


class Predicates:
    """Reads the sentences of one scene after another; `memory` lasts for a paragraph."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.memory = Memory()
        self.span = (0, 0)

    @property
    def cast(self) -> Cast:
        return self.scene.cast

    def read(self, sentence: Sentence) -> Iterator[Atom]:
        """The atoms of a sentence."""
        self.span = (sentence.start, sentence.end)
        self.memory = replace(self.memory, actors=(), encouraged=(), said=None)
        for clause in sentence.clauses:
            yield from self.clause(clause)
        if self.memory.actors:
            self.memory.topic = self.memory.actors

    def clause(self, clause: Clause) -> Iterator[Atom]:
        """The atoms of a clause."""
        parts = clause.parts
        yield from self.passive(parts)
        named = self.subject(parts)
        self.carry(parts, named)
        yield from self.adjuncts(parts)
        yield from self.together(parts)
        for at, part in enumerate(parts):
            if part.kind == "phrase" and part.phrase:
                yield from self.members(part.phrase)
                yield from self.restricted(part.phrase)
                self.recall(part.phrase)
            if part.kind != "verb":
                continue
            chain = chain_before(parts, at)
            if NEGATED & set(chain):
                continue
            yield from self.verb(parts, at, chain, self.memory.encouraged or self.subjects())
            found = self.encouraged(parts, at)
            if found:
                self.memory.encouraged = found

    def recall(self, phrase: Phrase) -> None:
        """Remember the event and the thing spoken of last: 甲主办 and 参与打造的有甲 do not name them again."""
        for item in phrase.named:
            event = refer(self.cast, item, ("Event",))
            self.memory.event = event or self.memory.event
            built = refer(self.cast, item, ("Park", "Platform", "Project"))
            if built:
                self.memory.thing = item, built

    def restricted(self, phrase: Phrase) -> Iterator[Atom]:
        """做电机的企业: what the restriction says of the group."""
        for item in phrase.named:
            start, end = item.whole[0], item.whole[0] + len(item.condition)
            if not item.condition or self.cast.text[start:end] != item.condition:
                continue
            inside = words(self.cast.text, start, end, [mark for mark in self.cast.marks if start <= mark.start < end])
            object_ = make_phrase(inside[1:], self.cast.text) if len(inside) > 1 else None
            who = refer(self.cast, item, ("AgentGroup", "Firm"))
            for frame in frames().called("object", "verbs", inside[0].text if inside else ""):
                if frame.relation == "produces" and object_ and who:
                    yield from self.atoms(frame, "produces", object_, (), (Actor(who, place(item)),))

    def carry(self, parts: Sequence[Part], named: bool) -> None:
        """An encouraged actor stays the subject of the next clause unless that clause opens a new line of action."""
        opening = next((part.text for part in parts if part.kind in ("verb", "adverb")), "")
        if named or opening in GOVERN:
            self.memory.encouraged = ()

    def subjects(self) -> tuple[Actor, ...]:
        """Who acts here: named in the sentence, else the topic of news, else the scene's default."""
        if self.memory.actors:
            return self.memory.actors
        if not self.scene.normative and self.memory.topic:
            return self.memory.topic
        return (Actor(self.scene.default, None),) if self.scene.default else ()

    def subject(self, parts: Sequence[Part]) -> bool:
        """Find the actor that opens the clause (市财政局要…, 由A牵头…) and remember it."""
        for at, part in enumerate(parts):
            if part.kind == "verb":
                return False
            if part.phrase is None or not any(after.kind == "verb" for after in parts[at + 1:]):
                continue
            before = parts[at - 1] if at else None
            if before and before.kind in ("preposition", "join") and before.text != "由":
                continue
            joined = self.joined(parts, at)
            if joined:
                self.memory.actors = joined
                return True
        return False

    def joined(self, parts: Sequence[Part], at: int) -> tuple[Actor, ...]:
        """The actors of the phrase at `at`, with those that 和 or 与 joins to it (A等与B共同…)."""
        first = actors(self.cast, parts[at].phrase)
        after = parts[at + 1:at + 4]
        if not first or len(after) < 3 or after[0].kind != "join" or not after[1].phrase:
            return first
        together = after[2].kind in ("verb", "adverb") and (after[2].text in ("共同", "联合") or after[2].text in JOINT)
        return first + actors(self.cast, after[1].phrase) if together else first

    def encouraged(self, parts: Sequence[Part], at: int) -> tuple[Actor, ...]:
        """The actors that verb `at` sets to work, when another verb follows them."""
        if parts[at].text not in ENCOURAGE or at + 2 >= len(parts):
            return ()
        if not any(part.kind in ("verb", "preposition", "join") for part in parts[at + 2:]):
            found = actors(self.cast, parts[at + 1].phrase, ACTORS) if parts[at].text in SUPPORTED else ()
            return tuple(replace(actor, encouraged=True) for actor in found)
        found = actors(self.cast, parts[at + 1].phrase, ACTORS)
        if len(parts) > at + 3 and parts[at + 2].kind == "join" and parts[at + 3].phrase:
            found += actors(self.cast, parts[at + 3].phrase, ACTORS)
        return tuple(replace(actor, encouraged=True) for actor in found)

    def verb(self, parts: Sequence[Part], at: int, chain: tuple[str, ...],
             subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """The atoms that verb `at` says of its object."""
        after = next((part for part in parts[at + 1:] if part.kind != "adverb"), None)
        phrase = after.phrase if after else None
        verb = parts[at].text
        if verb in LISTING and self.memory.said and phrase:
            frame, subjects = self.memory.said
            yield from self.atoms(frame, frame.relation, phrase, chain, subjects)
            return
        if phrase is None:
            yield from self.bare(verb, parts[at + 1:], subjects)
            return
        if verb in EQUAL:
            yield from self.equal(parts, at, phrase)
            return
        for frame in self.called(parts, at, phrase, chain):
            relation = "supports" if SUPPORTED & set(chain) and frame.relation == "builds" else frame.relation
            built = self.built(parts, at) if frame.relation == "reliesOn" else ()
            if built and len(built) == len(phrase.items) > 1:
                found = [atom for one, item in zip(built, phrase.items, strict=True) for atom in self.atoms(
                    frame, relation, replace(phrase, items=(item,), summary=None), chain, (one,))]
            else:
                found = list(self.atoms(frame, relation, phrase, chain, built or subjects))
            if found:
                self.memory.said = (frame, subjects)
                if frame.relation == "organizes":
                    self.memory.event = found[-1].object
                yield from found
                return

    def built(self, parts: Sequence[Part], at: int) -> tuple[Actor, ...]:
        """What a clause that relies on something builds (依托A建立X): that is what relies."""
        for n in range(at + 2, len(parts)):
            if parts[n].kind == "verb":
                after = next((part.phrase for part in parts[n + 1:] if part.kind != "adverb"), None)
                for frame in frames().called("object", "verbs", parts[n].text):
                    if frame.relation == "builds" and after:
                        return some(self.cast, after, frame.classes)
        return ()

    def called(self, parts: Sequence[Part], at: int, phrase: Phrase, chain: tuple[str, ...]) -> Iterator[Frame]:
        """The frames that verb `at` calls with this object, the most telling construction first."""
        tail = phrase.tail or verbal_tail(parts, at)
        nested = any(part.kind == "verb" for part in parts[at + 2:])
        for construction in ("tail", "object", "preposition", "place", "duty"):
            cue = "prepositions" if construction == "preposition" else "verbs"
            for frame in frames().called(construction, cue, parts[at].text):
                if construction == "tail" and not ends_with(tail, frame.words["tails"]):
                    continue
                if (frame.nested and not nested) or ("after" in frame.words and not frame.words["after"] & set(chain)):
                    continue
                yield frame

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

    def bare(self, verb: str, rest: Sequence[Part], subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """A主办, B承办: the object is the event spoken of."""
        event = self.memory.event or self.cast.latest.get("Event")
        if event is None or any(part.kind in ("verb", "phrase") for part in rest):
            return
        for frame in frames().called("object", "verbs", verb):
            if frame.relation == "organizes":
                for actor in subjects:
                    if actor.found and fits("organizes", actor.ref.class_, event.class_):
                        self.note(actor)
                        yield Atom("organizes", actor.ref, event, frame.rule, *self.span, self.scene.section,
                                   qualifiers={"role": verb}, subject_found=actor.found)

    def atoms(self, frame: Frame, relation: str, phrase: Phrase, chain: tuple[str, ...],
              subjects: Sequence[Actor]) -> Iterator[Atom]:
        """One atom for each subject and each thing that the phrase names."""
        for item in phrase.named:
            ref = refer(self.cast, item, frame.classes, frame.unnamed)
            if ref is None or (relation == "issues" and self.cast.policy and ref.id == self.cast.policy.id):
                continue
            for actor in self.admitted(relation, subjects):
                if frame.subject and top(actor.ref.class_) not in frame.subject:
                    continue
                if fits(relation, actor.ref.class_, ref.class_):
                    yield self.atom(relation, actor, ref, item, frame.rule, chain)

    def admitted(self, relation: str, subjects: Sequence[Actor]) -> Iterator[Actor]:
        """The subjects that the relation admits; an actor stands for a provision that cannot act."""
        for actor in subjects:
            if admits_subject(relation, actor.ref.class_):
                yield actor
            elif actor.found is None and self.scene.actor and admits_subject(relation, self.scene.actor.class_):
                yield Actor(self.scene.actor, None)

    def atom(self, relation: str, actor: Actor, ref: Ref, item: Item, rule: str, chain: tuple[str, ...]) -> Atom:
        self.note(actor)
        self.cast.mention(ref, item.start, item.end)
        status = "proposed" if actor.encouraged or WISHED & set(chain) else "asserted"
        return Atom(relation, actor.ref, ref, rule, *self.span, self.scene.section, status,
                    self.qualifiers(chain, item, relation), actor.found, place(item))

    def note(self, actor: Actor) -> None:
        """Remember where an actor is named."""
        if actor.found:
            self.cast.mention(actor.ref, actor.found.start, actor.found.end)

    def qualifiers(self, chain: tuple[str, ...], item: Item, relation: str) -> dict[str, Value]:
        """The strength of support, the restriction and the count of the object, the role of who answers."""
        said: dict[str, Value] = {}
        if relation == "supports":
            scale = frames().strength
            said["strength"] = next((scale[word] for word in chain if word in scale), 4)
        if relation in ("responsibleFor", "organizes"):
            said["role"] = chain[-1]
        if item.condition:
            said["condition"] = item.condition
        counted = next(iter(quantities(self.cast.text[item.whole[0]:item.end])), None)
        if counted and counted.unit not in ("CNY", "1") and counted.value is not None:
            said |= {"value": counted.value, "unit": counted.unit}
            if counted.operator != "=":
                said["operator"] = counted.operator
        return said

    def members(self, phrase: Phrase) -> Iterator[Atom]:
        """A、B等C企业: A and B are C; A、B等C路网: they are part of it."""
        whole = phrase.summary
        if whole is None or whole.generic or not phrase.items or not (
                whole.quoted or top(whole.class_) == "AgentGroup"):
            return
        group = refer(self.cast, whole, ("AgentGroup", "Park", "Project", "Platform"))
        if group is None:
            return
        relation = "memberOf" if top(group.class_) == "AgentGroup" else "partOf"
        for item in phrase.items:
            ref = refer(self.cast, item, ACTORS if relation == "memberOf" else (top(group.class_),))
            if ref and ref.id != group.id and fits(relation, ref.class_, group.class_) and (
                    relation == "partOf" or top(ref.class_) != "AgentGroup"):
                self.cast.mention(ref, item.start, item.end)
                self.cast.mention(group, whole.start, whole.end)
                yield Atom(relation, ref, group, f"{relation}.list", *self.span, self.scene.section,
                           subject_found=place(item), object_found=place(whole))

    def passive(self, parts: Sequence[Part]) -> Iterator[Atom]:
        """P由A建设: the object stands in front."""
        at = next((n for n, part in enumerate(parts) if part.kind == "preposition" and part.text == "由"), None)
        if at is None or at + 2 >= len(parts):
            return
        verb = next((part for part in parts[at + 2:] if part.kind == "verb"), None)
        last = [part for part in parts if part.kind in ("verb", "phrase")][-1]
        front = parts[at - 1].phrase if at else None
        doers = self.joined(parts, at + 1)
        if verb is None or last is not verb or front is None or not doers:
            return
        for construction in ("object", "duty"):
            for frame in frames().called(construction, "verbs", verb.text):
                yield from self.atoms(frame, frame.relation, front, (verb.text,), doers)
        yield from self.pairs(doers, verb.text)

    def adjuncts(self, parts: Sequence[Part]) -> Iterator[Atom]:
        """以X为核心; 根据X; 为X提供服务."""
        for at in range(len(parts) - 1):
            phrase = parts[at + 1].phrase
            if parts[at].kind != "preposition" or phrase is None:
                continue
            rest = parts[at + 2:]
            if parts[at].text == "以" and rest and rest[0].text == "为":
                yield from self.role(phrase, rest)
            for frame in frames().called("preposition", "prepositions", parts[at].text):
                yield from self.atoms(frame, frame.relation, phrase, (), self.policy_or(self.subjects()))
            yield from self.toward(parts[at].text, phrase, rest, parts[:at])

    def policy_or(self, subjects: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """What rests on a policy is the provision or policy itself, never an actor named in the clause."""
        default = self.scene.default
        return (Actor(default, None),) if default and self.scene.normative else subjects

    def role(self, phrase: Phrase, rest: Sequence[Part]) -> Iterator[Atom]:
        """以X为核心: what acts relies on X."""
        named = rest[1].text if len(rest) > 1 else ""
        for frame in frames().all:
            if frame.construction == "as" and any(named.startswith(word) for word in frame.words["roles"]):
                yield from self.atoms(frame, frame.relation, phrase, (), self.subjects())

    def toward(self, preposition: str, phrase: Phrase, rest: Sequence[Part], before: Sequence[Part]) -> Iterator[Atom]:
        """为X提供服务; 加大对X的支持: support of X."""
        verbs = {part.text for part in (*rest, *before) if part.kind == "verb"}
        nouns = phrase.tail + "".join(part.text for part in rest)
        for frame in frames().called("toward", "prepositions", preposition):
            if verbs & frame.words["verbs"] and any(noun in nouns for noun in frame.words["nouns"]):
                yield from self.atoms(frame, frame.relation, phrase, ("支持",), self.memory.encouraged or self.subjects())

    def together(self, parts: Sequence[Part]) -> Iterator[Atom]:
        """A与B合作; 联合B; 加强与B的合作; A、B联合…: each pair once."""
        for frame in frames().all:
            if frame.construction == "with":
                for at, part in enumerate(parts):
                    if part.phrase:
                        yield from self.company(frame, parts, at, part.phrase)
        verb = next((part.text for part in parts if part.kind in ("verb", "adverb") and part.text in JOINT), "")
        if verb and len(self.memory.actors) > 1 and parts[0].kind == "phrase":
            yield from self.pairs(self.memory.actors, verb)

    def company(self, frame: Frame, parts: Sequence[Part], at: int, phrase: Phrase) -> Iterator[Atom]:
        before = parts[at - 1] if at else None
        if "leading" in frame.words:
            if before and before.text in frame.words["leading"]:
                others = some(self.cast, phrase, frame.classes)
                yield from self.meet(frame, self.doers(parts[:at]), others)
                if self.memory.actors and any(part.kind == "verb" for part in parts[at + 1:]):
                    self.memory.actors += tuple(one for one in others if one not in self.memory.actors)
        elif before and before.kind == "join" and before.text in frame.words["joins"]:
            if cooperates(phrase, parts[at + 1:], frame):
                left = some(self.cast, parts[at - 2].phrase if at > 1 else None, frame.classes)
                yield from self.meet(frame, left or self.doers(parts[:at]), some(self.cast, phrase, frame.classes))
        elif len(phrase.items) > 1 and cooperates(phrase, parts[at + 1:], frame):
            split = next((n for n, item in enumerate(phrase.items) if item.join in frame.words["joins"]), 0)
            if split:
                left = some(self.cast, replace(phrase, items=phrase.items[:split], summary=None), frame.classes)
                right = some(self.cast, replace(phrase, items=phrase.items[split:]), frame.classes)
                yield from self.meet(frame, left, right)

    def doers(self, before: Sequence[Part]) -> tuple[Actor, ...]:
        """Who works with the partner: named before it in the clause, else who acts."""
        named = [actor for part in before if part.phrase for actor in actors(self.cast, part.phrase, ACTORS)]
        return tuple(named) or self.memory.encouraged or self.subjects()

    def meet(self, frame: Frame, left: Sequence[Actor], right: Sequence[Actor]) -> Iterator[Atom]:
        """Each of the one side with each of the other."""
        for one in self.admitted(frame.relation, left):
            for other in right:
                if one.ref.id != other.ref.id:
                    yield self.pair(one, other, frame.rule)

    def pairs(self, doers: Sequence[Actor], verb: str) -> Iterator[Atom]:
        """Those who do something jointly, two by two."""
        if verb not in JOINT and verb != "打造":
            return
        for n, one in enumerate(doers):
            for other in doers[n + 1:]:
                if fits("cooperatesWith", one.ref.class_, other.ref.class_):
                    yield self.pair(one, other, "cooperatesWith.joint")

    def pair(self, one: Actor, other: Actor, rule: str) -> Atom:
        self.note(one)
        self.note(other)
        status = "proposed" if one.encouraged else "asserted"
        return Atom("cooperatesWith", one.ref, other.ref, rule, *self.span, self.scene.section, status, {}, one.found,
                    other.found)


def chain_before(parts: Sequence[Part], at: int) -> tuple[str, ...]:
    """Verb `at` and the verbs and adverbs that stand directly before it."""
    first = at
    while first and parts[first - 1].kind in ("verb", "adverb"):
        first -= 1
    return tuple(part.text for part in parts[first:at + 1])


def verbal_tail(parts: Sequence[Part], at: int) -> str:
    """A verb that ends the clause behind the object (加强企业|引育)."""
    rest = [part for part in parts[at + 2:] if part.kind != "adverb"]
    return rest[0].text if len(rest) == 1 and rest[0].kind == "verb" else ""


def ends_with(tail: str, tails: frozenset[str]) -> bool:
    return bool(tail) and any(tail == word or tail.startswith(word) or tail.endswith(word) for word in tails)


def cooperates(phrase: Phrase, rest: Sequence[Part], frame: Frame) -> bool:
    """Whether what follows B says that A and B work together."""
    if any(noun in phrase.tail for noun in frame.words["nouns"]):
        return True
    hosts = any(frame.relation == "organizes" for part in rest for frame in frames().called("object", "verbs", part.text))
    for part in rest:
        if part.kind in ("verb", "adverb") and part.text in frame.words["verbs"]:
            return not hosts
        if part.kind == "verb" and part.text not in ("开展", "加强", "建立", "深化", "进行", "签订", "签署", "围绕"):
            return False
        if part.phrase and any(noun in part.text for noun in frame.words["nouns"]):
            return True
    return False
