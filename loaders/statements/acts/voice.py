"""Voice: who acts in a sentence, and atoms in their name.

The actor is the one that the sentence names, else the topic of news, else the scene's default (provision, policy or
speaker). An actor that is encouraged (支持A建设B) is the subject of its own verb, as proposed.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from loaders.course import Ref
from loaders.items import ACTORS, Item, top
from loaders.knowledge import listed
from loaders.phrases import Phrase
from loaders.resolution import Cast
from loaders.statements.acts.memory import Memory, goes_on, going_on, is_hand
from loaders.statements.acts.objects import meant, part_of, pushed, served
from loaders.statements.acts.qualifiers import qualifiers
from loaders.statements.atoms import Actor, Atom, Scene, admits_subject, fits
from loaders.statements.frames import Frame
from loaders.statements.modality import modality
from loaders.statements.naming import actors, place, refer, some
from loaders.statements.wordings import QUOTES
from ontology.records import Value

BY = re.compile("由[^,，;；。]{0,6}$")
ARTS = frozenset({"Technology", "Product", "Platform"})
ITSELF = re.compile("本(?![市省区县州])")  # 制定|本激励办法
RANK = re.compile(  # 经甲部批准的国家级新区
    "(?:国家|省|市)级?(?:级|经济技术|高新技术产业|高新技术)?(?:经开区|高新区|开发区|新区|综保区|园区|示范区|产业园区|工业园区|保税区)")
BOTH = ("两地", "双方", "两省市", "两市", "两区", "三地", "各地", "各方")
CHECKING = frozenset("进行 开展 审查 审核 复核 评审 调研 检查 研究 会商 审议 论证".split())
NO_MAKERS = {"produces": ("FinancialInstitution", "Agency"), "suppliesTo": ("FinancialInstitution", "Agency")}
STAKE = re.compile("的?[0-9.]+%的?(?:股权|股份|股本|权益)")


class Voice:
    """Makes the atoms of one scene; `memory` lasts for a paragraph."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        sides = tuple(Actor(ref, None) for ref in scene.cast.parties)
        self.memory = Memory(two=sides, parties=sides)
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
                              allowing=(), permitting=(), asked=False, joined=(), things=(), led=(), drawn=False, helper=("", ()))

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
        if self.memory.waiting and opening in listed("acts", "calling"):  # A牵头,会同B,制定X: A does it
            self.memory.waiting, self.memory.led = (), self.memory.waiting
        leading = [actor for relation, _, actor in self.memory.waiting if relation == "responsibleFor"]
        if self.memory.waiting and opening.startswith(listed("acts", "joint")) and not self.scene.normative:
            self.memory.actors = tuple(actor for _, _, actor in self.memory.waiting)  # A牵头,B配合,共同制定X
            self.memory.waiting = ()
        elif leading and opening in modality().support and not self.scene.normative and not self.scene.told:
            self.memory.actors, self.memory.waiting = tuple(leading), ()  # A牵头,引导B投放X
        looked = not CHECKING.isdisjoint(self.memory.chain) and not opening.startswith(listed("acts", "joint"))
        if self.memory.joined and self.cast.telling and looked:
            self.memory.actors = tuple(one for one in self.memory.actors if one not in self.memory.joined)
            self.memory.joined = ()  # A会同B审查X,决定Y: A decides
        if self.memory.waiting and self.cast.telling:  # 由A发起,建设X: not of whom the news told before
            self.memory.unknown = True
        if self.memory.waiting or (self.memory.joined and any(actor.found is None for actor in self.memory.actors[:1])):
            self.memory.actors, self.memory.joined = (), ()

    def anew(self, start: int, alone: bool = False) -> None:
        """Behind a semicolon another measure begins: nobody is encouraged to it, and in what rules and explains the
        actor of the one before does not act in it; nor in news where a phrase stands there `alone` as what is spoken of."""
        if self.cast.text[:start].rstrip()[-1:] not in (";", "；"):
            return
        self.memory.encouraged, self.memory.helper = (), ("", ())
        if any(actor.found and BY.search(self.cast.text, self.span[0], actor.found.start) for actor in self.memory.actors[:1]):
            self.memory.actors = ()  # 由甲承担;支持…
        self.memory.actors = tuple(actor for actor in self.memory.actors if actor not in self.memory.joined)
        if (self.scene.normative or self.scene.told or alone) and not goes_on(self.memory.actors, self.cast.text, self.span[0], start):
            self.memory.actors, self.memory.unknown = (), self.memory.unknown or alone

    def act(self, named: tuple[Actor, ...]) -> None:
        """Those named act from here on; where there are none, nobody known does."""
        self.memory.actors, self.memory.unknown = named, not named

    def subjects(self) -> tuple[Actor, ...]:
        """Who acts here."""
        if self.memory.unknown and not self.scene.normative:
            return ()
        if self.memory.actors:
            return self.memory.actors
        if lister := self.lists(self.span[0]):
            return lister
        if self.scene.topical and self.memory.topic:
            return going_on(self.cast, self.memory.topic, self.span[0])
        if self.scene.normative and self.cast.parties:
            return tuple(Actor(ref, None) for ref in self.cast.parties)
        return (Actor(self.scene.default, None),) if self.scene.default else ()

    def lists(self, at: int) -> tuple[Actor, ...]:
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
            if actor.ref.class_ in NO_MAKERS.get(relation, ()) or is_hand(actor, relation):
                continue
            if admits_subject(relation, actor.ref.class_):
                yield actor
            elif self.about(actor, relation) and self.scene.default:
                yield Actor(self.scene.default, None, actor.encouraged)
            elif actor.found is None and relation == "approves" and self.cast.speaker:  # who issues a list of what is recognised
                yield Actor(self.cast.speaker, None, actor.encouraged)
            elif actor.found is None and self.scene.actor and admits_subject(relation, self.scene.actor.class_):
                yield Actor(self.scene.actor, None, actor.encouraged)
            elif (firm := self.cast.owners.get(actor.ref.id)) and admits_subject(relation, firm.class_):
                yield replace(actor, ref=firm, found=None)

    def about(self, actor: Actor, relation: str) -> bool:
        """Whether a thing in the place of who acts only says of what a plan speaks (乘用车|重点发展甲车)."""
        thing = top(actor.ref.class_) in ("Product", "Technology") and not self.cast.telling and relation in ("supports", "builds")
        return thing and bool(self.scene.default and admits_subject(relation, self.scene.default.class_))

    def planning(self, frame: Frame, subjects: Sequence[Actor]) -> Sequence[Actor]:
        """支持企业攻关甲技术: in a plan it is the plan that furthers the art, by those whom it encourages."""
        arts = frame.relation == "supports" and frame.classes <= ARTS and "Provision" in frame.subject and self.scene.normative
        others = all(actor.encouraged and top(actor.ref.class_) not in frame.subject for actor in subjects)
        return (Actor(self.scene.default, None),) if arts and others and subjects and self.scene.default else subjects

    def atoms(self, frame: Frame, relation: str, phrase: Phrase, chain: tuple[str, ...],
              subjects: Sequence[Actor]) -> Iterator[Atom]:
        """One atom for each subject and each thing that the phrase names."""
        subjects = self.planning(frame, subjects)
        for item in (served(frame, part_of(frame, item)) for item in phrase.named):
            if (frame.untitled and item.mark) or (not item.mark and item.text.endswith(tuple(frame.words.get("without", ())))):
                continue
            if "ending" in frame.words and not item.text.strip(QUOTES).endswith(tuple(frame.words["ending"])):
                continue
            listed_so = bool(item.name) and item.shared in ("Project", "Event", "Policy")  # 发布甲、乙等攻关项目: says of which
            if relation == "produces" and (listed_so or (not item.mark and item.text.endswith(listed("produces", "deeds")))):
                continue
            ref = meant(self.cast, frame, relation, item, subjects)
            if ref is None or self.empty(relation, item, ref):
                continue
            for actor in self.admitted(relation, subjects):
                if relation == "supports" and item.text in BOTH and top(actor.ref.class_) == "Region":
                    continue  # 甲乙推动|两地|共建X: they are the two
                told = pushed(self.cast, frame, relation, ref, actor)
                apt = not frame.subject or top(actor.ref.class_) in frame.subject
                if apt and stands(frame, actor, self.scene.normative) and fits(told, actor.ref.class_, ref.class_):
                    yield self.atom(told, actor, ref, item, frame.rule, chain)

    def empty(self, relation: str, item: Item, ref: Ref) -> bool:
        """Whether a text would issue itself (制定|本办法), or would rest on what is a slogan and no text
        (按照“拎包入住”标准)."""
        if relation == "approves" and RANK.fullmatch(item.text):
            return True
        if relation == "issues" and self.cast.policy:
            itself = not self.scene.told and ITSELF.match(self.cast.text, item.whole[0]) is not None
            return itself or ref.id == self.cast.policy.id
        return relation == "basedOn" and item.quoted and ref.name.endswith(("标准", "政策", "要求"))

    def inverse(self, frame: Frame, phrase: Phrase, chain: tuple[str, ...], subjects: Sequence[Actor]) -> Iterator[Atom]:
        """A控股B: the relation leads from what the phrase names to who acts; what several found is nobody's own."""
        joint = any(word.startswith(tuple(listed("acts", "joint"))) for word in chain)
        if frame.relation == "subsidiaryOf" and (joint or len({actor.ref.id for actor in subjects}) > 1):
            return
        for item in phrase.named:
            only = item.text.endswith(listed("belonging", "bought")) or STAKE.match(self.cast.text, item.end)
            ref = None if only else refer(self.cast, item, frame.classes, frame.unnamed)
            for actor in subjects if ref else ():
                if ref and actor.found and fits(frame.relation, ref.class_, actor.ref.class_):
                    said = qualifiers(self.cast, (), item, "") if frame.relation == "memberOf" else {}
                    yield self.tie(frame.relation, Actor(ref, place(self.cast, item)), actor, frame.rule, said, self.status(actor, chain))

    def atom(self, relation: str, actor: Actor, ref: Ref, item: Item, rule: str, chain: tuple[str, ...]) -> Atom:
        """One triple; both sides are remembered as named here."""
        self.note(actor)
        found = place(self.cast, item)
        self.cast.mention(ref, found.start, found.end)
        return Atom(relation, actor.ref, ref, rule, *self.span, self.scene.section, self.status(actor, chain),
                    qualifiers(self.cast, chain, item, relation), actor.found, found)

    def tie(self, relation: str, one: Actor, other: Actor, rule: str, said: Mapping[str, Value] | None = None,
            status: str = "asserted") -> Atom:
        """One triple of two sides that are remembered where they are named, as it stands in the words of a construction."""
        self.note(one)
        self.note(other)
        return Atom(relation, one.ref, other.ref, rule, *self.span, self.scene.section, status, said or {},
                    one.found, other.found)

    def pair(self, one: Actor, other: Actor, rule: str) -> Atom:
        """Two that work together."""
        self.cast.couple = one.ref, other.ref
        crowds = "AgentGroup" in (top(one.ref.class_), top(other.ref.class_))
        if not crowds and not any({one.ref.id, other.ref.id} <= {actor.ref.id for actor in group} for group in self.memory.groups[-1:]):
            self.memory.groups = (*self.memory.groups, (one, other))
        if any(word in self.cast.text[slice(*self.span)] for word in modality().signing):
            self.memory.two = (one, other)
            here = [party for party in self.memory.parties if party.found and self.span[0] <= party.found.start]
            self.memory.parties = (*here, *(new for new in (one, other) if all(new.ref.id != old.ref.id for old in here)))
        return self.tie("cooperatesWith", one, other, rule, status=self.status(one, self.memory.chain))

    def status(self, actor: Actor, chain: Sequence[str]) -> str:
        """Proposed when wished for, asked for, when it is what an encouraged actor is encouraged to do, and what news say
        ought to be done."""
        ought = self.scene.topical and bool(modality().ought & set(chain))
        proposal = actor.ref.class_ == "Policy" and actor.ref.name.endswith(("建议", "提案", "议案"))
        hoped = proposal or actor.encouraged or self.memory.asked or self.memory.wishing or ought or modality().wishes(chain)
        return "proposed" if hoped else "asserted"

    def note(self, actor: Actor) -> None:
        """Remember where an actor is named."""
        if actor.found:
            self.cast.mention(actor.ref, actor.found.start, actor.found.end)


def stands(frame: Frame, actor: Actor, rules: bool) -> bool:
    """Whether an actor can be said to be somewhere: a text stands nowhere, 吸引企业落户X places none of them yet, and what
    rules puts nobody anywhere whom it does not name."""
    kind = top(actor.ref.class_)
    if rules and actor.found is None and frame.construction == "place":
        return False
    return frame.construction != "place" or not (kind in ("Provision", "Policy") or (actor.encouraged and kind == "AgentGroup"))
