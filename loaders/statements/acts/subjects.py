"""Subjects: who acts in a clause: named in front, by 由, before 的, pointed at by 双方 and 这里, or set to work by a verb."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses import Clause, Part
from loaders.items import ACTORS, Item, top
from loaders.lexicon import lexicon
from loaders.phrases import Phrase
from loaders.referents.firms import is_piece
from loaders.resolution import Cast
from loaders.statements.acts.cooperation import JOINTLY, among, builds, divided, leads
from loaders.statements.acts.doings import is_act
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom
from loaders.statements.frames import bare
from loaders.statements.modality import modality
from loaders.statements.naming import SUBJECTS, actors, joined, some
from loaders.statements.spokesmen import spokesman
from ontology.records import Found

LISTING = re.compile(r"[^:：]{0,3}[:：]\s*(?:一是|其一|一要|第一[,，])")
PLACES = ("Region", "Park")
MAKERS = ("Firm", "Institution")
WORKS = ("Project", "Platform")
SIZE = re.compile("(?:计划|规划|预计|总)*(?:投资额|投资|占地面积|占地|建筑面积|用地面积|全长|产能)$")
BACK = ("其", "它", "它们")
HEADS = SUBJECTS | {"Technology", "Event"}


class Subjects(Voice):
    """Finds who acts and remembers it."""

    def subject(self, parts: Sequence[Part]) -> bool:
        """Find the actor that opens the clause (市财政局要…, 由A牵头…) and remember it."""
        if self.memory.founders and parts[0].text in modality().besides:
            self.memory.actors = self.memory.founders
        self.memory.founders = ()
        advice = [at for at in range(len(parts)) if not self.scene.normative and self.advises(parts, at)]
        self.memory.wishing = self.memory.wishing or bool(advice)
        for at, part in enumerate(parts):
            if at in advice:
                continue
            if part.kind == "verb":
                return False
            if part.phrase is None or not predicated(parts, at):
                alone = len(parts) == 1 and self.cast.telling and part.phrase is not None and part.phrase.named[0].proper
                if alone and part.phrase and part.phrase.named[0].class_ in ("", "?"):
                    self.memory.actors, self.memory.unknown = (), True
                continue
            before = parts[at - 1] if at else None
            if before and before.text == "据" and (speaking := spokesman(self.cast, part.phrase)):
                self.memory.actors, self.memory.unknown = speaking, False
                return True
            if before and before.kind in ("preposition", "join") and before.text not in ("由", "除了", "除"):
                continue
            if self.side_of(part.phrase):
                continue  # 座舱|用上X: of the vehicle that acts
            if self.cast.telling and (part.text in BACK or (part.text.endswith("方面") and not actors(self.cast, part.phrase))):
                continue  # 其搭载X, 座舱方面用上X: who acted acts
            head = self.head(parts, at)
            spoken = actors(self.cast, parts[head].phrase, HEADS) if head is not None else ()
            self.own(spoken, actors(self.cast, part.phrase, MAKERS))
            if spoken or (head is not None and before and before.text == "由"):
                self.memory.actors, self.memory.unknown = spoken, not spoken
                return True
            named = (spokesman(self.cast, part.phrase) or joined(self.cast, parts, at) or self.both(part.phrase)
                     or measured(self.cast, part.phrase))
            if named:
                self.memory.actors, self.memory.unknown = named, False
                return True
            if self.cast.telling and sized(part.text):
                continue  # 续航里程达到X: of who acted
            opens = all(one.kind == "adverb" for one in parts[:at])
            if opens and not self.scene.normative and (unnamed(part.phrase.named[0]) or nobody(part.phrase.named[0])):
                self.memory.actors, self.memory.unknown = (), True
            elif opens and not part.phrase.named[0].generic and not part.text.endswith(tuple(modality().occasions)):
                self.memory.unknown = self.cast.telling or (
                    part.phrase.named[0].proper and part.phrase.named[0].class_ in ("", "?"))
        return False

    def enumerate(self, start: int) -> None:
        """甲局提出3条措施:一是…。二是…: what is listed is 甲局's to the end of the paragraph."""
        opening = LISTING.match(self.cast.text, max(start - 3, 0))
        named = tuple(actor for actor in self.memory.actors if actor.found and self.span[0] <= actor.found.start)
        if opening and opening.end() >= start and named and not self.memory.encouraged:
            self.memory.lister = named

    def own(self, things: Sequence[Actor], makers: Sequence[Actor]) -> None:
        """甲公司生产的|电池: what it does is what 甲公司 does with it."""
        for thing in things if len(makers) == 1 else ():
            if top(thing.ref.class_) in ("Product", "Technology"):
                self.cast.owners.setdefault(thing.ref.id, makers[0].ref)

    def advises(self, parts: Sequence[Part], at: int) -> bool:
        """专家建议,… and 建议由甲公司…: what follows is only wished for."""
        opens = all(part.kind == "adverb" for part in parts[:at])
        return parts[at].kind == "verb" and parts[at].text in modality().advise and (opens or at == len(parts) - 1)

    def standing(self, parts: Sequence[Part]) -> tuple[Actor, ...]:
        """该工厂…,由甲公司建设,年产…; 甲项目由乙公司建设,…: who acts on a work or firm does not take its place as what the
        sentence speaks of."""
        opens = next((part for part in parts if part.kind != "adverb"), None)
        done = parts[-1].kind == "verb" or is_act(parts[-1].text)
        passive = opens is not None and opens.text == "由" and done and not self.scene.normative
        by = next((n for n, part in enumerate(parts) if n and part.text == "由"), 0)
        built = actors(self.cast, parts[by - 1].phrase, ("Project", "Platform", "Park")) if by and done and self.cast.telling else ()
        if built:
            return built
        kept = [actor for actor in self.memory.actors if top(actor.ref.class_) in ("Project", "Park", "Firm", "Product")]
        return tuple(kept) if passive or any(self.side_of(part.phrase) for part in parts[:1] if part.phrase) else ()

    def side_of(self, phrase: Phrase) -> bool:
        """Whether a phrase names only parts or sides of the model spoken of (这款车…,发动机由甲公司提供,座舱用上X)."""
        acting = self.memory.actors
        return self.cast.telling and bool(acting) and all(
            top(actor.ref.class_) == "Product" and self.cast.maker(actor.ref) for actor in acting) and all(
            item.text in modality().sides or top(item.class_) == "Technology" or (
                item.class_ == "Product" and is_piece(item.text)) for item in phrase.named)

    def head(self, parts: Sequence[Part], at: int) -> int | None:
        """The index of what is spoken of where the actor at `at` only stands in a clause before 的 (由甲公司研发的|X), None
        where it acts itself; normative texts have no such subjects."""
        verb = next((n for n in range(at + 1, len(parts)) if parts[n].kind == "verb"), len(parts))
        if self.scene.normative:
            return None
        bare = next((n for n in range(at + 1, min(verb + 2, len(parts) - 1)) if verbal(parts[n].phrase)), None)
        behind = verb + 1 < len(parts) - 1 and parts[verb + 1].phrase is not None and self.before_of(parts[verb])
        return bare if bare is not None else verb + 1 if behind else None

    def relative(self, parts: Sequence[Part], at: int) -> tuple[Actor, ...]:
        """Who does what a verb before 的 says (甲公司生产|的|车型)."""
        if self.scene.normative or not (verbal(parts[at].phrase) or self.before_of(parts[at])):
            return ()
        by = next((n + 1 for n in range(at) if parts[n].text in ("由", "经")), 0)
        front = [n for n in range(by, at) if parts[n].kind not in ("adverb", "preposition")]
        if front and parts[front[-1]].phrase and any(parts[n].kind == "verb" for n in front):  # 采用|甲公司|研发|的|设备
            last = max(n for n in front if parts[n].kind == "verb")
            maker = next((n for n in front if n > last and parts[n].phrase and parts[n - 1].kind != "preposition"), front[-1])
            return actors(self.cast, parts[maker].phrase, MAKERS)
        return joined(self.cast, parts, front[0]) if front and parts[front[0]].phrase and not any(
            parts[n].kind == "verb" for n in front) else ()

    def inner(self, parts: Sequence[Part], at: int) -> tuple[Actor, ...]:
        """Who does it where what is listed is a clause of its own (其中包括|甲公司|投资2亿元的X)."""
        lists = at > 1 and parts[at - 2].text in modality().list and not self.scene.normative
        return actors(self.cast, parts[at - 1].phrase, MAKERS) if lists else ()

    def elsewhere(self, parts: Sequence[Part], at: int) -> bool:
        """Whether a verb before 的 says what is done in a place named before it (采购自甲市|生产|的电池): nobody is named."""
        if self.scene.normative or at < 2 or not self.before_of(parts[at]) or not parts[at - 1].phrase:
            return False
        return parts[at - 2].kind == "verb" and not actors(self.cast, parts[at - 1].phrase, MAKERS) and bool(
            some(self.cast, parts[at - 1].phrase, PLACES))

    def beyond(self, parts: Sequence[Part], at: int) -> int:
        """The index of the object at `at`, past who only does what stands before 的 (采用甲公司|研发的|设备)."""
        rest = parts[at + 1:at + 3]
        if self.scene.normative or not rest or not actors(self.cast, parts[at].phrase, MAKERS):
            return at
        if rest[0].phrase and verbal(rest[0].phrase):
            return at + 1
        return at + 2 if len(rest) > 1 and rest[0].kind == "verb" and self.before_of(rest[0]) and rest[1].phrase else at

    def passive_of(self, parts: Sequence[Part], at: int) -> bool:
        """Whether 由 names who does what a verb before 的 says (由甲主办、乙承办|的|大会): `passive` reads it."""
        return not self.scene.normative and self.before_of(parts[at]) and parts[at].kind == "verb" and any(
            part.text == "由" for part in parts[:at]) and sum(part.kind == "verb" for part in parts[:at]) > 0

    def before_of(self, part: Part) -> bool:
        return self.cast.text[part.end:part.end + 1] == "的"

    def both(self, phrase: Phrase) -> tuple[Actor, ...]:
        """双方 are the two that met last, 这里 is the place spoken of last."""
        word = phrase.named[0].text
        if word == "这里" and len(self.memory.topic) == 1 and self.plant(self.memory.topic[0]):
            return (replace(self.memory.topic[0], found=None),)
        if word in modality().here and not self.scene.normative:
            place = next((ref for start, ref in reversed(self.cast.spoken) if ref.class_ in PLACES and start < phrase.start), None)
            return (Actor(place, None),) if place else ()
        if word == "集团" and (group := self.cast.holding("集团", ("Firm",), phrase.start)):
            return (Actor(group, None),)
        pointed = word in modality().parties
        return tuple(replace(actor, found=Found(phrase.start, phrase.end, phrase.named[0].text)) if not actor.found else actor
                     for actor in (self.memory.two if word[0] in "双两" else self.memory.parties)) if pointed else ()

    def jointly(self, parts: Sequence[Part], named: bool) -> None:
        """甲与乙洽谈,拟合作建设X: the two that met in the sentence do it."""
        verb = next((part.text for part in reversed(parts) if part.kind == "verb"), "")
        met = [actor for actor in self.memory.two if actor.found and self.span[0] <= actor.found.start < self.span[1]]
        if len(met) == 2 and not named and verb.startswith(JOINTLY) and not self.scene.normative:
            self.memory.actors, self.memory.unknown = tuple(met), False

    def shown(self, parts: Sequence[Part]) -> bool:
        """这是甲线,由乙公司运营,…: what the sentence shows is what it goes on to speak of."""
        if self.scene.normative or len(parts) != 2 or parts[0].text != "是" or self.cast.text[parts[0].start - 1] not in "这那":
            return False
        named = actors(self.cast, parts[1].phrase, ("Project", "Platform", "Park", "Product"))
        if len(named) == 1:
            self.memory.actors, self.memory.unknown = named, False
        return len(named) == 1

    def plant(self, actor: Actor) -> bool:
        """Whether an actor is a plant, or a firm that the text names by one (甲汽车成都分公司, 甲汽车乙工厂)."""
        said = actor.found.text if actor.found else actor.ref.name
        return top(actor.ref.class_) in ("Project", "Firm") and said.endswith(("工厂", "基地", "分公司", "厂区"))

    def parted(self, clause: Clause, after: Clause | None) -> None:
        """A comma may part a subject from what is said of it (甲车型、乙车型,用的是…; 甲主办的展会,去年带动…)."""
        verbs = [part for part in clause.parts if part.kind == "verb"]
        said = [part for part in clause.parts if part.kind != "adverb"]
        said_of = bool(verbs) and said[0].kind != "preposition" and clause.parts[-1].phrase and all(
            self.before_of(verb) for verb in verbs)
        told = said_of or (len(said) == 1 and self.cast.text[clause.start - 1:clause.start] != "—")
        alone = told and after is not None and after.parts and after.parts[0].phrase is None
        if alone and (phrase := said[-1].phrase) and re.search(r"\d", self.cast.text[phrase.named[-1].end:said[-1].end]):
            return  # 研究中心9个,积极创建X: of who has them
        named = actors(self.cast, said[-1].phrase, ("Event", "Firm", "Project") if verbs else SUBJECTS) if alone else ()
        labelled = named and self.cast.text[clause.end:clause.end + 1] in (":", "：")  # 市交通局:负责道路改造
        if labelled and all(top(actor.ref.class_) in ("Agency", "AgentGroup", "Firm") for actor in named):
            self.memory.actors, self.memory.unknown = named, False
        whole = bool(named) and named[-1].found is not None and named[-1].found.end == clause.end
        if whole and not self.scene.normative and all(top(actor.ref.class_) != "AgentGroup" for actor in named):
            self.memory.actors, self.memory.unknown = named, False

    def carry(self, parts: Sequence[Part], named: bool) -> None:
        """An encouraged actor stays the subject of the next clause unless that clause opens a new line of action; who is
        drawn in (引进A设立B,打造C) acts in its own clause only; in news 并 goes back to who encourages."""
        opening = next((part.text for part in parts if part.kind in ("verb", "adverb")), "")
        first = next((part.text for part in parts if part.kind == "verb"), "")  # 优先|组织
        drawn = self.memory.drawn and self.scene.normative
        back = opening in ("并", "并且") and bool(self.memory.actors) and not self.scene.normative
        parties = parts[0].phrase is not None and parts[0].text in modality().parties and self.scene.normative
        places = [actor for actor in self.memory.encouraged if top(actor.ref.class_) in PLACES]
        crowd = len(places) > 2 and self.scene.normative  # 支持甲、乙、丙等市承接A,打造B: B is the plan's
        if named or back or drawn or parties or crowd or {opening, first} & modality().govern:
            self.memory.encouraged, self.memory.drawn = (), False
        if self.memory.asked and not named and opening in modality().govern:
            self.memory.actors, self.memory.asked = (), False
        if self.memory.permitting and not named and opening in modality().govern:
            self.memory.actors = self.memory.permitting

    def encouraged(self, parts: Sequence[Part], at: int) -> tuple[Actor, ...]:
        """The actors that verb `at` sets to work, when another verb follows them."""
        words_of = modality()
        if parts[at].text not in words_of.encourage or at + 2 >= len(parts):
            return ()
        if not any(part.kind in ("verb", "preposition", "join") for part in parts[at + 2:]):
            found = self.workers(parts[at + 1].phrase) if parts[at].text in words_of.support else ()
            return tuple(replace(actor, encouraged=True) for actor in found)
        phrase = parts[at + 1].phrase
        sides = divided(phrase, parts[at + 2:]) if phrase and not builds(parts[at + 2:]) else None
        found = self.workers(sides[0] if sides else phrase)
        with_, others = parts[at + 2], parts[at + 3].phrase if len(parts) > at + 3 else None
        found += self.workers(others) if with_.kind == "join" else some(self.cast, others, ACTORS) if found and leads(with_) else ()
        return tuple(replace(actor, encouraged=True) for actor in found)

    def ask(self, parts: Sequence[Part]) -> None:
        """建议B做X, 向B请求支持X: B is asked to act from here on; where nobody is named, the act itself is only asked for."""
        at = next((n for n, part in enumerate(parts) if part.kind == "verb" and part.text in modality().asked
                   and self.cast.text[part.start - 1] != "的"), len(parts))
        behind = parts[at + 1:]
        own = at < len(parts) and parts[at].text == "申请" and builds(behind)  # who applies to build builds
        if self.scene.normative or own or not any(part.kind in ("verb", "preposition") for part in behind):
            return
        towards = [parts[n + 1].phrase for n in range(at - 1) if parts[n].text in ("向", "请") and parts[n + 1].phrase]
        verb = next((part.text for part in behind if part.kind == "verb"), "")
        if towards and verb not in modality().encourage | modality().granted:
            towards = []
            behind = parts[at + 1:at + 1]
        named = actors(self.cast, towards[-1] if towards else behind[0].phrase if behind else None, ACTORS)
        self.memory.asked, self.memory.actors = True, named or self.memory.actors
        self.memory.unknown = self.memory.unknown and not named

    def found(self, parts: Sequence[Part]) -> Iterator[Atom]:
        """甲公司成立乙公司,…: what the sentence goes on to say is 乙公司's, unless 并 goes back to 甲公司."""
        last = next((part.phrase for part in reversed(parts) if part.kind != "adverb"), None)
        verb = next((part.text for part in reversed(parts) if part.kind == "verb"), "")
        firms = actors(self.cast, last, ("Firm",)) if bare(verb) in modality().founding else ()
        if len(firms) == 1 and not self.scene.normative and self.memory.actors:
            yield from among(self, [actor for actor in self.memory.actors if top(actor.ref.class_) == "Firm"])
            self.memory.founders, self.memory.actors = self.memory.actors, firms

    def somebody(self, parts: Sequence[Part], at: int) -> bool:
        """Whether verb `at` sets somebody unnamed to work (支持企业在甲园建设X): whoever supports does not build it."""
        rest = parts[at + 1:]
        return parts[at].text in modality().encourage and len(rest) > 2 and rest[0].phrase is not None and (
            top(rest[0].phrase.named[0].class_) in ACTORS) and any(part.kind == "verb" for part in rest[1:])

    def permit(self, parts: Sequence[Part], at: int) -> None:
        """A同意B建设C: B acts from here on, by leave of A."""
        after = parts[at + 1].phrase if at + 1 < len(parts) else None
        acting = any(part.kind == "verb" for part in parts[at + 2:])
        named = actors(self.cast, after, ACTORS) if parts[at].text in modality().permit and acting else ()
        if named:
            self.memory.allowing = self.memory.permitting = self.memory.actors
            self.memory.actors = named


def verbal(phrase: Phrase | None) -> str:
    """The verb that is all the restriction of a thing (建设|的|基地), "" for none."""
    condition = phrase.items[0].condition if phrase and phrase.items else ""
    return condition if lexicon().kinds.get(condition) in ("either", "nominal") else ""


def sized(words: str) -> bool:
    """Whether the words speak of a size (占地面积, 总投资)."""
    return any(word in words for word in modality().sizes)


def measured(cast: Cast, phrase: Phrase) -> tuple[Actor, ...]:
    """What a measure opens with (甲工厂|占地面积, 甲公司乙项目|总投资)."""
    item = phrase.named[0]
    if item.class_ not in ("abstract", "") or not sized(item.text):
        return ()
    name = SIZE.sub("", item.text)
    head = lexicon().head(name)
    opening = item.first.text if item.first else ""
    work = cast.named(name, head[1]) if head and head[1] in WORKS and name != head[0] and len(name) > len(opening) + 4 else None
    if work:
        firm = cast.of_mark(item.first) if item.first and top(item.first.classes[0]) == "Firm" else None
        if firm:
            cast.owners.setdefault(work.id, firm)
        return (Actor(work, Found(item.start, item.start + len(name), name)),)
    if item.first is None or top(item.first.classes[0]) not in SUBJECTS:
        return ()
    ref = cast.of_mark(item.first) if item.first.classes[0] != "Region" else None
    return (Actor(ref, Found(item.first.start, item.first.end, item.first.text)),) if ref else ()


def unnamed(item: Item) -> bool:
    """A work, product or event by its class word alone, which nothing named before explains."""
    if item.text in ("系统", "技术", "集团"):
        return True
    return item.generic and not item.condition and not item.text.endswith("产品") and top(item.class_) in (
        "Project", "Park", "Platform", "Product", "Event")


def nobody(item: Item) -> bool:
    """Whether who acts is no one in particular (企业可…, 区县可…, 全国累计…)."""
    return item.text in modality().elsewhere or (
        item.generic and not item.condition and not item.count and top(item.class_) == "AgentGroup")


def predicated(parts: Sequence[Part], at: int) -> bool:
    """Whether the phrase at `at` is what the clause speaks of: a verb follows, or it opens the clause and an adverb or
    preposition follows (甲公司|还|在成都…)."""
    after = parts[at + 1:]
    return any(part.kind == "verb" for part in after) or (
        at == 0 and bool(after) and after[0].kind in ("adverb", "preposition")) or (
        at == 0 and not after and (sized(parts[0].text) or together(parts[0].phrase)))


def together(phrase: Phrase | None) -> bool:
    """Whether a phrase is all of a clause whose verb closes it (甲与乙|合作)."""
    return phrase is not None and phrase.tail in modality().meets
