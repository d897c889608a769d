"""Presence: what stands where, who is one of whom, whose project it is; said with 是, 有 and 在, or by a name alone."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.clauses import Clause, Part
from loaders.items import ACTORS, Item, top
from loaders.phrases import Phrase
from loaders.resolution import Cast, Ref
from loaders.statements.atoms import Actor, Atom, Scene, fits
from loaders.statements.frames import frames
from loaders.statements.naming import QUOTES, place, refer, some
from loaders.values import quantities
from loaders.words import Mark, load
from ontology.records import Found, Value

PLACES = frozenset({"Region", "Park"})
BUILDING = frozenset({"加快", "建设", "在建", "新建", "推进", "加快建设", "集聚"})
THINGS = ACTORS | {"Project", "Product", "Event", "Technology"}


@dataclass(frozen=True)
class Words:
    """The words of `presence.yaml`."""

    be: frozenset[str]
    present: frozenset[str]
    held: frozenset[str]
    here: tuple[str, ...]
    nouns: tuple[tuple[str, str], ...]
    branches: tuple[str, ...]
    membership: tuple[str, ...]
    under: tuple[str, ...]


@cache
def known() -> Words:
    data = load("presence")
    nouns = [(noun, relation) for relation, words in data["nouns"].items() for noun in words.split()]
    return Words(frozenset(data["be"].split()), frozenset(data["present"]), frozenset(data["held"].split()),
                 tuple(data["here"].split()), tuple(sorted(nouns, key=lambda pair: -len(pair[0]))),
                 tuple(data["branches"].split()), tuple(data["membership"].split()), tuple(data["under"].split()))


class Presence:
    """Reads the clauses of news in their order; remembers the place and the group that they speak of."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.place: Ref | None = None
        self.group: Actor | None = None
        self.front: tuple[Actor, ...] = ()
        self.span = (0, 0)

    @property
    def cast(self) -> Cast:
        return self.scene.cast

    def clause(self, clause: Clause, span: tuple[int, int]) -> Iterator[Atom]:
        """The atoms of a clause."""
        self.span = span
        parts = clause.parts
        self.locate(parts)
        for part in parts:
            if part.phrase:
                yield from self.names(part.phrase)
        yield from self.held(parts)
        yield from self.settled(parts)
        yield from self.equated(parts)

    def locate(self, parts: Sequence[Part]) -> None:
        """The place and the group that the next clauses speak of: named first, or where something is."""
        for at, part in enumerate(parts):
            if part.phrase is None:
                continue
            for item in part.phrase.named:
                where = item.owner if item.owner and item.owner.classes[0] in PLACES else item.mark
                ref = self.cast.of_mark(where) if where else None
                home = self.scene.actor is not None and ref is not None and ref.id == self.scene.actor.id
                first = at == 0 or parts[at - 1].text in ("在", "位于") or (self.place is None and (home or item.owner))
                if ref and top(ref.class_) in PLACES and first:
                    self.place = ref
            groups = some(self.cast, part.phrase, ("AgentGroup",))
            if at == 0 and groups:
                self.group = groups[-1]
            if at == 0:
                self.front = some(self.cast, part.phrase, THINGS)

    def names(self, phrase: Phrase) -> Iterator[Atom]:
        """What a name says by itself: whose project, whose product, where a park lies, of what a branch is part."""
        for item in phrase.named:
            yield from self.owned(item)
            yield from self.opened(item)
        if phrase.summary and top(phrase.summary.class_) == "Project":
            yield from self.listed(phrase)

    def listed(self, phrase: Phrase) -> Iterator[Atom]:
        """甲、乙等14个软件项目: 甲's project, 乙's project."""
        firms = [refer(self.cast, item, ("Firm",)) for item in phrase.items]
        for item, firm in zip(phrase.items, firms, strict=True):
            if firm is None and any(firms) and not item.class_:
                firm = self.cast.named(item.text, "Firm")
            project = refer(self.cast, item, ("Project",))
            if firm and project:
                yield self.atom("undertakes", Actor(firm, place(self.cast, item)), project, item, "list")

    def owned(self, item: Item) -> Iterator[Atom]:
        """甲公司的商用车; 渝北的数据谷."""
        owner = self.cast.of_mark(item.owner) if item.owner else None
        thing = refer(self.cast, item, THINGS) if owner else None
        if owner is None or thing is None or item.owner is None:
            return
        whose = Actor(owner, Found(item.owner.start, item.owner.end, item.owner.text))
        kind = top(owner.class_)
        if kind == "Firm" and top(thing.class_) == "Product":
            yield self.atom("produces", whose, thing, item, "owner")
        elif kind == "Firm" and top(thing.class_) in ("Platform", "Project"):
            yield self.atom("builds", whose, thing, item, "owner")
        elif kind in PLACES and top(thing.class_) in ("Park", "Platform", "Project", "Firm"):
            yield self.located(Actor(thing, place(self.cast, item)), owner, whose.found, "owner")

    def opened(self, item: Item) -> Iterator[Atom]:
        """甲公司二期项目 is 甲公司's; 某协会某分会 is part of 某协会."""
        first = self.cast.of_mark(item.first) if item.first else None
        if first is None or item.first is None:
            return
        kind = top(item.shared or item.class_)
        if first.class_ == "FinancialInstitution" and item.class_ == "?":
            product = self.cast.named(item.text.strip(QUOTES), "Instrument")
            if product:
                yield self.atom("offers", Actor(first, found(item.first)), product, item, "name")
        elif top(first.class_) == "Firm" and kind == "Project":
            project = refer(self.cast, item, ("Project",))
            if project:
                whose = Actor(first, found(item.first))
                yield self.atom("undertakes", whose, project, item, "name")
                for mark in self.cast.marks:
                    if item.first.end <= mark.start and mark.end <= item.end and mark.classes[0] in PLACES:
                        where = self.cast.of_mark(mark)
                        if where:
                            yield self.located(Actor(project, place(self.cast, item)), where, found(mark), "name")
        elif top(first.class_) in ("Association", "Institution") and item.text.endswith(known().branches):
            branch = self.cast.named(item.text, first.class_)
            if branch:
                self.cast.mention(branch, item.start, item.end)
                yield Atom("partOf", branch, first, "partOf.name", *self.span, self.scene.section,
                           subject_found=place(self.cast, item), object_found=found(item.first))

    def held(self, parts: Sequence[Part]) -> Iterator[Atom]:
        """论坛在X举行; 质检中心就在这里."""
        at = next((n for n, part in enumerate(parts) if part.text == "在"), None)
        if at is None or at + 1 >= len(parts) or parts[at + 1].phrase is None:
            return
        rest = [part.text for part in parts[at + 2:] if part.kind == "verb"]
        here = parts[at + 1].text.startswith(known().here)
        made = rest and any(frame.relation == "produces" for frame in frames().called("object", "verbs", rest[0]))
        for maker in self.front if here and made else ():
            for part in parts[:at]:
                for product in some(self.cast, part.phrase, ("Product",)):
                    who = maker.ref if fits("produces", maker.ref.class_, "Product") else self.cast.owners.get(maker.ref.id)
                    if who:
                        self.note(product)
                        yield Atom("produces", who, product.ref, "produces.here", *self.span,
                                   self.scene.section, object_found=product.found)
                        return
        things = [actor for part in parts[:at] for actor in some(self.cast, part.phrase, THINGS - PLACES | {"Park"})]
        last = parts[at + 1].text
        if last.startswith(known().here) and self.place:
            yield from (self.located(thing, self.place, None, "here") for thing in things)
            return
        where = some(self.cast, parts[at + 1].phrase, PLACES)
        if rest and rest[0] in known().held and where:
            events = [thing for thing in things if top(thing.ref.class_) in ("Event", "Project", "Platform", "Park")]
            yield from (self.located(thing, where[-1].ref, where[-1].found, "held") for thing in events[:1])

    def settled(self, parts: Sequence[Part]) -> Iterator[Atom]:
        """The centre 落户: in the place that the text speaks of."""
        verbs = [part for part in parts if part.kind == "verb"]
        if not verbs or self.place is None or any(part.phrase and part.start >= verbs[-1].end for part in parts):
            return
        if any(True for _ in frames().called("place", "verbs", verbs[-1].text)):
            front = next((some(self.cast, part.phrase, THINGS) for part in parts if part.phrase), ()) or self.front
            yield from (self.located(thing, self.place, None, "settled") for thing in front[:1]
                        if top(thing.ref.class_) not in PLACES)

    def equated(self, parts: Sequence[Part]) -> Iterator[Atom]:
        """3家客车企业是A、B; 园内有A、B; A是B的子公司."""
        at = next((n for n, part in enumerate(parts) if part.kind == "verb" and part.text in known().be), None)
        if at is None:
            return
        front = next((part.phrase for part in reversed(parts[:at]) if part.phrase), None)
        after = next((part.phrase for part in parts[at + 1:] if part.phrase), None)
        if front:
            yield from self.counted(front, parts[at].end)
        if after is None:
            return
        things = some(self.cast, after, known().present)
        if front and front.named[-1].text.endswith(known().membership):
            yield from self.joined(things)
            return
        if front and front.named[-1].text.endswith("产品"):
            yield from self.made(after)
        yield from self.related(front, after)
        group = some(self.cast, front, ("AgentGroup",))[-1:] if front else ()
        if not group and self.group and parts[at].text.startswith("分别"):
            group = (self.group,)
        firms = [thing for thing in things if top(thing.ref.class_) != "AgentGroup"]
        if group:
            yield from (Atom("memberOf", thing.ref, group[0].ref, "memberOf.is", *self.span, self.scene.section,
                             subject_found=thing.found, object_found=group[0].found) for thing in firms
                        if fits("memberOf", thing.ref.class_, "AgentGroup"))
            self.note(*group, *firms)
        others = {part.text for part in parts[:at] if part.kind == "verb"} - BUILDING
        places = some(self.cast, front, PLACES) if front else ()
        place_first = bool(places)
        self.place = places[-1].ref if places else self.place
        existing = (parts[at].text not in ("是", "拥有", "属于") or bool(group) or place_first) and not others
        if place_first and parts[at].text == "有" and not others and len(things) == 1 and not firms:
            self.group = things[0]
            yield from self.counted(after, parts[at].end)
        if self.place and existing and not (front and some(self.cast, front, ("Firm", "Platform", "Event"))):
            there = firms if place_first and not group else things
            yield from (self.located(thing, self.place, None, "has") for thing in there)

    def joined(self, things: Sequence[Actor]) -> Iterator[Atom]:
        """联盟成员包括A、B: A and B are members of the alliance spoken of."""
        whole = self.cast.last("Platform") or self.cast.last("Association")
        for thing in things if whole else ():
            if whole and fits("memberOf", thing.ref.class_, whole.class_):
                self.note(thing)
                yield Atom("memberOf", thing.ref, whole, "memberOf.members", *self.span, self.scene.section,
                           subject_found=thing.found)

    def made(self, after: Phrase) -> Iterator[Atom]:
        """产品涉及A、B: the group spoken of makes A and B."""
        for thing in some(self.cast, after, ("Technology", "Product")) if self.group else ():
            if self.group and thing.found:
                self.note(self.group, thing)
                yield Atom("produces", self.group.ref, thing.ref, "produces.range", *self.span, self.scene.section,
                           subject_found=self.group.found, object_found=thing.found)

    def counted(self, front: Phrase, at: int) -> Iterator[Atom]:
        """规上企业超过75家: so many of the group are in the place spoken of."""
        said = next((one for one in quantities(self.cast.text[at:self.span[1]]) if one.unit in ("家", "户", "个")), None)
        if said is None or self.place is None or said.start > 8:
            return
        for group in some(self.cast, front, ("AgentGroup",))[-1:]:
            atom = self.located(group, self.place, None, "count")
            values: dict[str, Value] = {"value": said.value, "unit": said.unit} if said.value is not None else {}
            yield Atom(atom.relation, atom.subject, atom.object, atom.rule, atom.start, atom.end, atom.section,
                       atom.status, values, atom.subject_found)

    def related(self, front: Phrase | None, after: Phrase) -> Iterator[Atom]:
        """A是B的子公司: the noun names the relation."""
        item = after.named[0]
        owner = self.cast.of_mark(item.owner) if item.owner else None
        if owner is None and item.condition.endswith(known().under):
            yield from self.under(front, item)
            return
        relation = next((relation for noun, relation in known().nouns if item.text.endswith(noun)), "")
        if owner is None or item.owner is None or not relation:
            return
        for actor in some(self.cast, front, THINGS) if front else self.front:
            if fits(relation, actor.ref.class_, owner.class_):
                self.note(actor)
                self.cast.mention(owner, item.owner.start, item.owner.end)
                yield Atom(relation, actor.ref, owner, f"{relation}.noun", *self.span, self.scene.section,
                           subject_found=actor.found, object_found=found(item.owner))

    def under(self, front: Phrase | None, item: Item) -> Iterator[Atom]:
        """A是B旗下的公司: A is B's."""
        mark = next((mark for mark in self.cast.marks if mark.start == item.whole[0]), None)
        owner = self.cast.of_mark(mark) if mark else None
        for actor in some(self.cast, front, THINGS) if front and owner else ():
            if owner and mark and fits("subsidiaryOf", actor.ref.class_, owner.class_):
                self.note(actor)
                self.cast.mention(owner, mark.start, mark.end)
                yield Atom("subsidiaryOf", actor.ref, owner, "subsidiaryOf.under", *self.span, self.scene.section,
                           subject_found=actor.found, object_found=found(mark))

    def located(self, thing: Actor, where: Ref, at: Found | None, rule: str) -> Atom:
        self.note(thing)
        if at:
            self.cast.mention(where, at.start, at.end)
        return Atom("locatedIn", thing.ref, where, f"locatedIn.{rule}", *self.span, self.scene.section,
                    subject_found=thing.found, object_found=at)

    def atom(self, relation: str, actor: Actor, ref: Ref, item: Item, rule: str) -> Atom:
        self.note(actor)
        self.cast.mention(ref, item.start, item.end)
        return Atom(relation, actor.ref, ref, f"{relation}.{rule}", *self.span, self.scene.section,
                    subject_found=actor.found, object_found=place(self.cast, item))

    def note(self, *actors: Actor) -> None:
        for actor in actors:
            if actor.found:
                self.cast.mention(actor.ref, actor.found.start, actor.found.end)


def found(mark: Mark) -> Found:
    return Found(mark.start, mark.end, mark.text)
