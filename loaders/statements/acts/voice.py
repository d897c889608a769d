"""Voice: who acts in a sentence, and atoms in their name.

The actor is the one that the sentence names, else the topic of news, else the scene's default (provision, policy or
speaker). An actor that is encouraged (支持A建设B) is the subject of its own verb, as proposed.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.items import ACTORS, Item, top
from loaders.phrases import Phrase
from loaders.resolution import Cast, Ref
from loaders.statements.atoms import Actor, Atom, Scene, admits_subject, fits
from loaders.statements.bare import spoken_of
from loaders.statements.frames import Frame, frames
from loaders.statements.modality import modality
from loaders.statements.naming import actors, place, refer, some
from loaders.statements.wordings import QUOTES
from loaders.values import quantities
from ontology.records import Value


@dataclass
class Memory:
    """Who acts in the sentence so far, the topic that news carry from sentence to sentence, and what was last said."""

    actors: tuple[Actor, ...] = ()
    encouraged: tuple[Actor, ...] = ()
    topic: tuple[Actor, ...] = ()
    event: Ref | None = None
    thing: tuple[Item, Ref] | None = None
    things: tuple[tuple[int, Ref], ...] = ()
    said: tuple[Frame, tuple[Actor, ...]] | None = None
    unknown: bool = False
    wishing: bool = False
    waiting: tuple[tuple[str, str, Actor], ...] = ()
    parties: tuple[Actor, ...] = ()
    two: tuple[Actor, ...] = ()
    allowing: tuple[Actor, ...] = ()
    permitting: tuple[Actor, ...] = ()
    history: tuple[tuple[int, tuple[Actor, ...]], ...] = ()
    asked: bool = False
    joined: tuple[Actor, ...] = ()
    founders: tuple[Actor, ...] = ()
    chain: tuple[str, ...] = ()
    drawn: bool = False
    led: tuple[tuple[str, str, Actor], ...] = ()
    lister: tuple[Actor, ...] = ()


BY = re.compile("由[^,，;；。]{0,6}$")
LEADING = ("会同", "联合", "携手", "协同")
SIZED = re.compile(r"(?:总|首期|目标|基金)?规模(?:为|达|约|不低于|不少于|超过)?[\d.]+[万亿]+元?")

ITSELF = re.compile("本(?![市省区县州])")  # 制定|本激励办法
FUND = re.compile(r"[,，](?:总|首期|目标|基金)?规模(?:为|达|约|不低于|不少于|超过)*[\d.]+[万亿]+元")
COUNTED = re.compile(r"(?:不少于|不低于|不超过|超过|达到?|约)\d[^,，;；。、]*")  # 对接会|不少于6场


class Voice:
    """Makes the atoms of one scene; `memory` lasts for a paragraph."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.memory = Memory()
        self.span = (0, 0)
        self.begged: set[int] = set()

    @property
    def cast(self) -> Cast:
        """The entities of the document."""
        return self.scene.cast

    def begin(self, start: int, end: int) -> None:
        """A sentence begins: nobody acts in it yet."""
        self.span = (start, end)
        self.memory = replace(self.memory, actors=(), encouraged=(), said=None, waiting=(), unknown=False, wishing=False,
                              allowing=(), permitting=(), asked=False, joined=(), things=(), led=(), drawn=False)

    def passed(self, start: int) -> None:
        """Remember who acted in the clause that begins at a place, and whether it was only asked for."""
        self.memory.history += ((start, self.memory.actors),)
        if self.memory.asked:
            self.begged.add(start)

    def acting(self, at: int) -> tuple[tuple[Actor, ...], bool]:
        """Who acted in the clause around a place, and whether it was only asked for."""
        start, actors = next(((start, actors) for start, actors in reversed(self.memory.history) if start <= at), (0, ()))
        return actors, start in self.begged

    def rest(self, opening: str) -> None:
        """Who waits for a task (由A牵头,B配合,) does not do it itself; who joins the provision (联合A共建X,) does that alone."""
        if self.memory.waiting and opening in LEADING:  # A牵头,会同B,制定X: A does it
            self.memory.waiting, self.memory.led = (), self.memory.waiting
        if self.memory.waiting or (self.memory.joined and any(actor.found is None for actor in self.memory.actors[:1])):
            self.memory.actors, self.memory.joined = (), ()

    def anew(self, start: int, alone: bool = False) -> None:
        """Behind a semicolon another measure begins: nobody is encouraged to it, and in what rules and explains the
        actor of the one before does not act in it; nor in news where a phrase stands there `alone` as what is spoken of."""
        if self.cast.text[:start].rstrip()[-1:] not in (";", "；"):
            return
        self.memory.encouraged = ()
        if any(actor.found and BY.search(self.cast.text, self.span[0], actor.found.start) for actor in self.memory.actors[:1]):
            self.memory.actors = ()  # 由甲承担;支持…
        self.memory.actors = tuple(actor for actor in self.memory.actors if actor not in self.memory.joined)
        if self.scene.normative or self.scene.told or alone:
            self.memory.actors, self.memory.unknown = (), self.memory.unknown or alone

    def subjects(self) -> tuple[Actor, ...]:
        """Who acts here."""
        if self.memory.unknown and not self.scene.normative:
            return ()
        if self.memory.actors:
            return self.memory.actors
        if listed := self.listed(self.span[0]):
            return listed
        if self.scene.topical and self.memory.topic:
            return self.memory.topic
        return (Actor(self.scene.default, None),) if self.scene.default else ()

    def listed(self, at: int) -> tuple[Actor, ...]:
        """Whose measures the paragraph lists around a place (甲局提出3条措施:一是…。二是…)."""
        found = self.memory.lister[0].found if self.memory.lister else None
        return self.memory.lister if found and found.end < at and "\n" not in self.cast.text[found.end:at] else ()

    def workers(self, phrase: Phrase | None) -> tuple[Actor, ...]:
        """Who is set to work: in what rules a bare class of actors too (鼓励|企业|建设X)."""
        found = actors(self.cast, phrase, ACTORS, crowds=self.scene.normative)
        return found or (some(self.cast, phrase, ACTORS) if phrase and len(phrase.items) > 1 else ())  # 甲大学与乙工厂共建X

    def admitted(self, relation: str, subjects: Sequence[Actor]) -> Iterator[Actor]:
        """The subjects that the relation admits; an actor stands for a provision that cannot act, a bank makes no goods."""
        for actor in subjects:
            if relation == "produces" and actor.ref.class_ == "FinancialInstitution":
                continue
            if admits_subject(relation, actor.ref.class_):
                yield actor
            elif actor.found is None and self.scene.actor and admits_subject(relation, self.scene.actor.class_):
                yield Actor(self.scene.actor, None, actor.encouraged)
            elif (owner := self.cast.owners.get(actor.ref.id)) and admits_subject(relation, owner.class_):
                yield replace(actor, ref=owner, found=None)

    def atoms(self, frame: Frame, relation: str, phrase: Phrase, chain: tuple[str, ...],
              subjects: Sequence[Actor]) -> Iterator[Atom]:
        """One atom for each subject and each thing that the phrase names."""
        for item in (self.owner(frame, item) for item in phrase.named):
            if not item.mark and item.text.endswith(tuple(frame.words.get("without", ()))):
                continue
            ref = refer(self.cast, item, frame.classes, frame.unnamed) or self.product(item, relation, subjects) or (
                self.buyer(item) if frame.construction == "toward" and relation == "suppliesTo" else
                spoken_of(self.cast, item, ("Event",)) if relation == "organizes" else
                spoken_of(self.cast, item, ("Project", "Platform")) if relation == "supports" and self.cast.telling else None)
            if ref is None or (relation == "issues" and self.cast.policy and (
                    ref.id == self.cast.policy.id or (not self.scene.told and ITSELF.match(self.cast.text, item.whole[0])))):
                continue
            if relation == "basedOn" and item.quoted and ref.name.endswith(("标准", "政策", "要求")):
                continue  # 按照“拎包入住”标准: a slogan, no text
            for actor in self.admitted(relation, subjects):
                if frame.construction == "place" and top(actor.ref.class_) in ("Provision", "Policy"):
                    continue  # a text stands nowhere
                if frame.construction == "place" and actor.encouraged and top(actor.ref.class_) == "AgentGroup":
                    continue  # 吸引企业落户X
                told = self.told(frame, relation, ref, actor)
                if frame.subject and top(actor.ref.class_) not in frame.subject:
                    continue
                if fits(told, actor.ref.class_, ref.class_):
                    yield self.atom(told, actor, ref, item, frame.rule, chain)

    def product(self, item: Item, relation: str, subjects: Sequence[Actor]) -> Ref | None:
        """甲银行推出“乙通”: what a bank or insurer brings out under a name of its own."""
        banks = subjects and all("FinancialInstitution" in self.cast.drafts[actor.ref.id].classes for actor in subjects)
        named = relation == "offers" and item.class_ == "?" and item.quoted and banks
        return self.cast.named(item.text.strip(QUOTES), "Instrument") if named else None

    def owner(self, frame: Frame, item: Item) -> Item:
        """为甲公司重庆工厂供货 supplies 甲公司; 服务甲区建设和乙区建设 serves 甲区."""
        first = item.first
        if frame.relation == "supports" and first and item.class_ == "" and item.text in (first.text + "建设", first.text + "发展"):
            return replace(item, text=first.text, end=first.end, class_=first.classes[0], mark=first, first=None)
        if frame.relation != "suppliesTo" or not first or top(item.class_) not in ("Project", "Park"):
            return item
        return replace(item, start=first.start, end=first.end, text=first.text, class_=first.classes[0], mark=first, first=None)

    def buyer(self, item: Item) -> Ref | None:
        """为甲型车供应座椅 supplies who makes the car."""
        product = refer(self.cast, item, ("Product",)) if self.cast.telling else None
        return self.cast.maker(product) if product else None

    def inverse(self, frame: Frame, phrase: Phrase, chain: tuple[str, ...], subjects: Sequence[Actor]) -> Iterator[Atom]:
        """A控股B: the relation leads from what the phrase names to who acts."""
        for item in phrase.named:
            ref = refer(self.cast, item, frame.classes)
            for actor in subjects if ref else ():
                if ref and actor.found and fits(frame.relation, ref.class_, actor.ref.class_):
                    found = place(self.cast, item)
                    self.note(Actor(ref, found))
                    self.note(actor)
                    yield Atom(frame.relation, ref, actor.ref, frame.rule, *self.span, self.scene.section,
                               self.status(actor, chain), self.qualifiers((), item, "") if frame.relation == "memberOf" else {},
                               found, actor.found)

    def told(self, frame: Frame, relation: str, ref: Ref, actor: Actor) -> str:
        """推进甲公司项目建设 supports the project, which is 甲公司's to build."""
        owner = self.cast.owners.get(ref.id)
        pushed = relation == "builds" and frame.construction == "tail" and owner is not None
        return "supports" if pushed and owner and owner.id != actor.ref.id else relation

    def atom(self, relation: str, actor: Actor, ref: Ref, item: Item, rule: str, chain: tuple[str, ...]) -> Atom:
        """One triple; both sides are remembered as named here."""
        self.note(actor)
        found = place(self.cast, item)
        self.cast.mention(ref, found.start, found.end)
        return Atom(relation, actor.ref, ref, rule, *self.span, self.scene.section, self.status(actor, chain),
                    self.qualifiers(chain, item, relation), actor.found, found)

    def pair(self, one: Actor, other: Actor, rule: str) -> Atom:
        """Two that work together."""
        self.note(one)
        self.note(other)
        self.cast.couple = one.ref, other.ref
        if any(word in self.cast.text[slice(*self.span)] for word in modality().signing):
            self.memory.two = (one, other)
            here = [party for party in self.memory.parties if party.found and self.span[0] <= party.found.start]
            self.memory.parties = (*here, *(new for new in (one, other) if all(new.ref.id != old.ref.id for old in here)))
        return Atom("cooperatesWith", one.ref, other.ref, rule, *self.span, self.scene.section,
                    self.status(one, self.memory.chain), {},
                    one.found, other.found)

    def offered(self, item: Item) -> dict[str, Value]:
        """The money of a fund or of loans, said before or behind the name in its clause."""
        text = self.cast.text
        end = next((n for n in range(item.end, len(text)) if text[n] in ",，;；。、\n"), len(text))
        behind = FUND.match(text, end) if item.text.endswith("基金") else None
        end = behind.end() if behind else end  # 设立甲基金,首期规模10亿元
        found = [one for one in quantities(text[item.whole[0]:end]) if one.kind == "money" and one.value is not None]
        if not found or found[0].value is None:
            return {}
        said: dict[str, Value] = {"amount": found[0].value, "unit": found[0].unit or "CNY"}
        return said | ({"operator": found[0].operator} if found[0].operator != "=" else {})

    def status(self, actor: Actor, chain: Sequence[str]) -> str:
        """Proposed when wished for, asked for, when it is what an encouraged actor is encouraged to do, and what news say
        ought to be done."""
        ought = self.scene.topical and bool(modality().ought & set(chain))
        hoped = actor.encouraged or self.memory.asked or self.memory.wishing or ought or modality().wishes(chain)
        return "proposed" if hoped else "asserted"

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
        if relation in ("responsibleFor", "organizes") and chain:
            said["role"] = chain[-1]
        if item.condition:
            said["condition"] = item.condition
        if relation == "offers" and (offered := self.offered(item)):
            said |= offered
            said = {key: value for key, value in said.items() if key != "condition" or not SIZED.fullmatch(item.condition)}
        end = max(item.whole[1], item.end)
        behind = COUNTED.match(self.cast.text, end)
        text, last = self.cast.text, behind.end() if behind else end
        beside = text[item.whole[0]:item.start] + text[item.end:last] if item.mark else text[item.whole[0]:last]
        counted = next(iter(quantities(beside)), None)
        if counted and counted.unit not in ("CNY", "1", "") and counted.value is not None:
            said |= {"value": counted.value, "unit": counted.unit}
            if counted.operator != "=":
                said["operator"] = counted.operator
        return said
