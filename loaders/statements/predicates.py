"""Predicates: the clauses of a sentence, verb by verb, as atoms.

The subject is the actor that the sentence names, else the scene's default (provision, policy or speaker). An actor
that is encouraged (支持A建设B) is the subject of its own verb, as proposed.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.clauses import Clause, Part, Sentence
from loaders.phrases import ACTORS, Item, Phrase, top
from loaders.resolution import Cast, Ref, deictics
from loaders.statements.atoms import Atom, Scene
from loaders.statements.frames import Frame, frames
from loaders.words import lexicon
from ontology.records import Found, Value

ENCOURAGE = frozenset("支持 鼓励 引导 推动 促进 指导 助推 助力 组织 争取 吸引 引进 推进 带动 扶持 号召 动员".split())
WISHED = frozenset("建议 希望 请求 呼吁 争取 洽谈 谋划 拟 拟定 计划 有望 考虑 研究 探讨 期待 拟于 计划于 积极争取".split())
NEGATED = frozenset("不 未 没有 不得 不再 无".split())
GOVERN = frozenset("加快 推进 推动 探索 大力 积极 培育 引进 支持 鼓励 引导 加快推进 促进 助推 着力 大力推进 力争".split())
PROPOSED_VERBS = ENCOURAGE - {"组织"}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the entity and where the text names it (None where it names nobody)."""

    ref: Ref
    found: Found | None
    encouraged: bool = False


@dataclass
class Memory:
    """Who acts in the sentence so far, and the topic that news carry from sentence to sentence."""

    actors: tuple[Actor, ...] = ()
    encouraged: tuple[Actor, ...] = ()
    topic: tuple[Actor, ...] = ()


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
        self.memory.actors = ()
        self.memory.encouraged = ()
        for clause in sentence.clauses:
            yield from self.clause(clause)
        if self.memory.actors:
            self.memory.topic = self.memory.actors

    def clause(self, clause: Clause) -> Iterator[Atom]:
        """The atoms of a clause."""
        parts = clause.parts
        first = self.subject(parts)
        yield from self.adjuncts(parts)
        yield from self.together(parts)
        self.carry(parts, first)
        owners: tuple[Actor, ...] = ()
        for at in range(len(parts)):
            if parts[at].kind != "verb":
                continue
            chain = chain_before(parts, at)
            if NEGATED & set(chain):
                continue
            subjects = owners or self.memory.encouraged or self.subjects()
            yield from self.verb(parts, at, chain, subjects)
            found = self.encouraged(parts, at)
            if found:
                owners = self.memory.encouraged = found

    def carry(self, parts: Sequence[Part], subject: int | None) -> None:
        """An encouraged actor stays the subject of the next clause unless that clause opens a new line of action."""
        opening = next((part.text for part in parts if part.kind in ("verb", "adverb")), "")
        if subject is not None or opening in GOVERN:
            self.memory.encouraged = ()

    def subjects(self) -> tuple[Actor, ...]:
        """Who acts here: named in the sentence, else the topic of news, else the scene's default."""
        if self.memory.actors:
            return self.memory.actors
        if not self.scene.normative and self.memory.topic:
            return self.memory.topic
        return (Actor(self.scene.default, None),) if self.scene.default else ()

    def subject(self, parts: Sequence[Part]) -> int | None:
        """Find the actor that opens the clause (市财政局要…, 由A牵头…) and remember it; its place among the parts."""
        for at, part in enumerate(parts):
            if part.kind == "verb":
                return None
            if part.kind == "preposition" and part.text != "由" and not (at + 2 < len(parts)):
                return None
            if part.kind != "phrase" or part.phrase is None:
                continue
            before = parts[at - 1].text if at else ""
            if before and parts[at - 1].kind in ("preposition", "join") and before != "由":
                continue
            if not any(after.kind == "verb" for after in parts[at + 1:]):
                continue
            actors = self.actors(part.phrase)
            if actors:
                self.memory.actors = actors
                return at
        return None

    def actors(self, phrase: Phrase) -> tuple[Actor, ...]:
        """The actors that a phrase names."""
        found = [Actor(ref, place(item)) for item in phrase.named if (ref := self.refer(item, ACTORS))]
        return tuple(found) if len(found) == len(phrase.named) else ()

    def encouraged(self, parts: Sequence[Part], at: int) -> tuple[Actor, ...]:
        """The actors that verb `at` sets to work, when another verb follows them."""
        if parts[at].text not in ENCOURAGE or at + 2 >= len(parts) or not parts[at + 1].phrase:
            return ()
        phrase = parts[at + 1].phrase
        if phrase is None or not any(part.kind == "verb" for part in parts[at + 2:]):
            return ()
        return tuple(replace(actor, encouraged=parts[at].text in PROPOSED_VERBS) for actor in self.actors(phrase))

    def verb(self, parts: Sequence[Part], at: int, chain: tuple[str, ...],
             subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """The atoms that verb `at` says of its object."""
        after = next((part for part in parts[at + 1:] if part.kind != "adverb"), None)
        phrase = after.phrase if after else None
        verb = parts[at].text
        if phrase is None:
            return
        tail = phrase.tail or verbal_tail(parts, at)
        supported = next((word for word in chain if word in ("支持", "鼓励", "引导")), "")
        done: set[tuple[str, str]] = set()
        for construction in ("tail", "object", "preposition", "place", "duty"):
            place_of_cue = "prepositions" if construction == "preposition" else "verbs"
            for frame in frames().called(construction, place_of_cue, verb):
                if construction == "tail" and not ends_with(tail, frame.words["tails"]):
                    continue
                relation = "supports" if supported and frame.relation == "builds" else frame.relation
                for atom in self.atoms(frame, relation, phrase, chain, verb, subjects):
                    if (atom.subject.id, atom.object.id) not in done:
                        done.add((atom.subject.id, atom.object.id))
                        yield atom
                        continue
            if done:
                return

    def atoms(self, frame: Frame, relation: str, phrase: Phrase, chain: tuple[str, ...], verb: str,
              subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """One atom for each subject and each thing that the phrase names."""
        for item in phrase.named:
            ref = self.refer(item, frame.classes)
            if ref is None:
                continue
            for actor in subjects:
                if frame.subject and top(actor.ref.class_) not in frame.subject:
                    continue
                yield self.atom(relation, actor, ref, item, frame.rule, self.status(chain, actor, relation),
                                qualifiers(chain, verb, item, relation))

    def atom(self, relation: str, actor: Actor, ref: Ref, item: Item, rule: str, status: str,
             said: dict[str, Value]) -> Atom:
        self.note(actor)
        self.cast.mention(ref, item.start, item.end)
        return Atom(relation, actor.ref, ref, rule, *self.span, self.scene.section, status, said, actor.found,
                    place(item))

    def note(self, actor: Actor) -> None:
        if actor.found:
            self.cast.mention(actor.ref, actor.found.start, actor.found.end)

    def status(self, chain: tuple[str, ...], actor: Actor, relation: str) -> str:
        """Proposed when wished for, or when it is what an encouraged actor is encouraged to do."""
        return "proposed" if actor.encouraged or WISHED & set(chain) else "asserted"

    def adjuncts(self, parts: Sequence[Part]) -> Iterator[Atom]:
        """以X为核心; 为X提供服务."""
        for at in range(len(parts) - 2):
            phrase = parts[at + 1].phrase
            if parts[at].kind != "preposition" or phrase is None:
                continue
            rest = parts[at + 2:]
            if parts[at].text == "以" and rest[0].text == "为":
                yield from self.role(phrase, rest)
            yield from self.toward(parts[at].text, phrase, rest, parts[:at])

    def role(self, phrase: Phrase, rest: Sequence[Part]) -> Iterator[Atom]:
        """以X为核心: what acts relies on X."""
        named = rest[1].text if len(rest) > 1 else ""
        for frame in frames().all:
            if frame.construction == "as" and any(named.startswith(word) for word in frame.words["roles"]):
                yield from self.atoms(frame, frame.relation, phrase, (), "", self.subjects())

    def toward(self, preposition: str, phrase: Phrase, rest: Sequence[Part], before: Sequence[Part]) -> Iterator[Atom]:
        """为X提供服务; 加大对X的支持: support of X."""
        verbs = {part.text for part in (*rest, *before) if part.kind == "verb"}
        nouns = phrase.tail + "".join(part.text for part in rest)
        for frame in frames().called("toward", "prepositions", preposition):
            if verbs & frame.words["verbs"] and any(noun in nouns for noun in frame.words["nouns"]):
                yield from self.atoms(frame, frame.relation, phrase, (), "支持", self.memory.encouraged or self.subjects())

    def together(self, parts: Sequence[Part]) -> Iterator[Atom]:
        """A与B合作; 联合B; 加强与B的合作: each pair once."""
        for at, part in enumerate(parts):
            phrase = part.phrase
            if phrase is None:
                continue
            for frame in frames().all:
                if frame.construction != "with":
                    continue
                before = parts[at - 1] if at else None
                if before and "leading" in frame.words and before.text in frame.words["leading"]:
                    partners = self.encouraged_or_subject(parts[:at])
                    yield from self.pairs(frame, partners, self.partners(phrase, frame), ())
                elif before and "joins" in frame.words and before.kind == "join" and before.text in frame.words["joins"]:
                    if cooperates(phrase, parts[at + 1:], frame):
                        left = parts[at - 2].phrase if at > 1 else None
                        found = self.partners(left, frame) if left else self.encouraged_or_subject(parts[:at])
                        yield from self.pairs(frame, found, self.partners(phrase, frame), ())
                elif "joins" in frame.words and len(phrase.items) > 1 and cooperates(phrase, parts[at + 1:], frame):
                    split = next((n for n, item in enumerate(phrase.items)
                                  if item.join in frame.words["joins"]), 0)
                    if split:
                        left_items = self.partners(replace(phrase, items=phrase.items[:split]), frame)
                        right = self.partners(replace(phrase, items=phrase.items[split:]), frame)
                        yield from self.pairs(frame, left_items, right, ())

    def encouraged_or_subject(self, before: Sequence[Part]) -> tuple[Actor, ...]:
        named = [actor for part in before if part.phrase for actor in self.actors(part.phrase)]
        return tuple(named) or self.memory.encouraged or self.subjects()

    def partners(self, phrase: Phrase | None, frame: Frame) -> tuple[Actor, ...]:
        if phrase is None:
            return ()
        return tuple(Actor(ref, place(item)) for item in phrase.named if (ref := self.refer(item, frame.classes)))

    def pairs(self, frame: Frame, left: Sequence[Actor], right: Sequence[Actor], chain: tuple[str, ...]) -> Iterator[Atom]:
        for one in left:
            for other in right:
                if one.ref.id != other.ref.id and other.found:
                    self.note(one)
                    self.note(other)
                    status = "proposed" if one.encouraged else "asserted"
                    yield Atom(frame.relation, one.ref, other.ref, frame.rule, *self.span, self.scene.section, status,
                               {}, one.found, other.found)

    def refer(self, item: Item, classes: frozenset[str]) -> Ref | None:
        """The entity that an item names, None where its class is not wanted or it names nothing."""
        if item.mark:
            ref = self.cast.of_mark(item.mark)
            return ref if ref and (top(ref.class_) in classes) else None
        if item.text in deictics():
            ref = self.cast.pointed(item.text)
            return ref if ref and top(ref.class_) in classes else None
        name, class_ = item.text, item.class_
        if class_ == "?":
            name = item.text.strip("“”「」『』‘’")
            class_ = (lexicon().head(name) or ("", ""))[1] or item.shared
        class_ = class_ or item.shared
        if not class_ or class_ == "abstract" or top(class_) not in classes:
            return None
        if item.generic:
            if not item.condition or top(class_) != "AgentGroup":
                return None
            name = self.cast.text[item.whole[0]:item.whole[1]]
        return self.cast.named(name, class_) if 1 < len(name) <= 60 else None


def place(item: Item) -> Found:
    return Found(item.start, item.end, item.text)


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
    for part in rest:
        if part.kind in ("verb", "adverb") and part.text in frame.words["verbs"]:
            return True
        if part.kind == "verb" and part.text not in ("开展", "加强", "建立", "深化", "进行", "签订", "签署"):
            return False
        if part.phrase and any(noun in part.text for noun in frame.words["nouns"]):
            return True
    return False


def qualifiers(chain: tuple[str, ...], verb: str, item: Item, relation: str) -> dict[str, Value]:
    """The strength of support and the restriction of its object."""
    said: dict[str, Value] = {}
    if relation == "supports":
        scale = frames().strength
        said["strength"] = next((scale[word] for word in chain if word in scale), 4)
    if item.condition:
        said["condition"] = item.condition
    return said
