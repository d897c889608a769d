"""Holders: what a figure measures where its own clause names nothing: the provision, who acts, the place spoken of."""
from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.clauses import Sentence
from loaders.course import Ref
from loaders.items import top
from loaders.knowledge import listed
from loaders.referents.pointing import pointed
from loaders.referents.spoken import latest, project_told
from loaders.resolution import Cast
from loaders.statements.acts.memory import NUMBERED
from loaders.statements.acts.predicates import Predicates
from loaders.statements.atoms import Actor, Atom
from loaders.statements.being.presence import Presence
from loaders.statements.measures.guesses import can_have, contradicted, counts_firms, event_told, others
from loaders.statements.naming import refer
from loaders.words import marks_in

HOLDING = frozenset({"Firm", "Project", "Park", "Region", "Platform", "Event", "Institution", "Instrument"})
FOUNDED = ("Project", "Park", "Platform", "Institution", "Instrument")
NAMED_SO = frozenset({"Product"})
MANY = re.compile(  # 引进甲、乙等17个项目|总投资, 涵盖甲、乙等项目,建成后|产值: of all of them
    "等(?:[^,，。;；]{0,24}?[0-9]+余?[个家座项]|[^,，。;；]{0,10}?(?:项目|工程))")
PHASE = re.compile("[一二三四五六首]期")
PREDICATED = re.compile("(?:定位[于为]|位于|地处|坐落[于在]|属于)[^,，;；。]*$")  # 甲园定位于乙产业的基地,|规划面积9平方公里
STAGED = re.compile("[,，、](?:[一首]期|首批)(?:将|已|可|共|计划)*$")  # 打造甲社区,首期|提供公寓9套
AIMS = re.compile("[,，](?:力争|争取|确保|预计|预期|实现)[^,，]*$")
STAGE = re.compile("[一二三四五六七八九]期")
READY = re.compile(  # 建设甲项目,达产后|年产值30亿元,|年税收2亿元
    r"(?:达产|建成|投产|投用|投运|运营)(?:之|以)?后(?:[^,，;；。]{0,8}|[^;；。]*(?:年产值|产值|年税收|税收|利税|就业|营收|产能)[^,，;；。]*[,，][^,，;；。]{0,8}|[,，][^,，;；。]{0,8})$")


@dataclass
class Holders:
    """What is remembered from figure to figure: what the last ones of the paragraph (`whole`) and of the document (`last`)
    measure; `provision` gives the provision of a section, `speaker` is who says the sentence."""

    cast: Cast
    normative: bool
    presence: Presence
    provision: Callable[[str], Ref | None]
    whole: Ref | None = None
    last: Ref | None = None
    speaker: Actor | None = None
    sentence: Sentence | None = None

    def remember(self, figures: Sequence[Atom]) -> None:
        """What a sentence has measured last."""
        self.whole = figures[-1].subject if figures else self.whole
        self.last = self.whole or self.last

    @cached_property
    def place(self) -> Ref | None:
        """The thing that a profile is of, else the place whose document it is."""
        return self.cast.theme or self.cast.home()

    def of(self, predicates: Predicates, name: str, at: int) -> Ref | None:
        """What a figure at a place in the text measures where nothing is named, None where that cannot have such a measure."""
        guess = self.guessed(predicates, name, at)
        return guess if guess and can_have(guess, name) else None

    def guessed(self, predicates: Predicates, name: str, at: int) -> Ref | None:
        """What a figure at a place in the text measures where nothing is named: the provision, in news who acts or the
        place. A mere size (规模) is that of the thing named before it, or of nothing; so is what there will be once that
        is ready. 其中 parts what was measured before. The place is the one that news show in the sentence itself, else the
        one measured last in the paragraph, else the document's own."""
        if self.cast.telling and name in listed("indicators", "of_models") and (
                model := next((ref for _, ref in self.cast.backward(("Product",), at) if is_model(self.cast, ref)), None)):
            return model
        if not self.normative and any(word in name for word in listed("indicators", "of_events")) and (held := event_told(self.cast, at)):
            return held
        if name in listed("indicators", "of_instruments"):
            return next((ref for _, ref in self.cast.backward(("Instrument",), at)), None)
        things = [(start, thing) for start, thing in predicates.memory.things if start < at and not (
            self.cast.telling and PREDICATED.search(self.cast.text, predicates.span[0], start))]
        before = [thing for start, thing in things if not MANY.search(self.cast.text, start, at)]
        size = name in listed("indicators", "sizes")
        ready = READY.search(self.cast.text, predicates.span[0], at)
        phase = 2 if PHASE.match(self.cast.text, at) else 0  # 一期|占地面积
        own = ready or self.cast.text.startswith(tuple(listed("indicators", "of_things")), at + phase)
        if things and not before and (ready or own or size):
            return None
        if ready and self.cast.telling and (not before or self.phase(predicates, at)):
            work = self.phase(predicates, at) or project_told(self.cast, at)
            return None if work and self.overtaken(work, at) else work
        if founded := self.founded(predicates.span[0], at):
            return founded
        if size or (before and own):
            return before[-1] if before else None
        if self.normative:
            return self.provision(predicates.scene.section)
        if self.cast.telling and not self.speaker and any(mark.kind == "pointer" and predicates.span[0] <= mark.start < at and pointed(
                self.cast, mark.text, mark.start) is None for mark in self.cast.marks):
            return None
        then = next(predicates.memory.acted(0, at), ())
        acting = [actor for actor in then if actor.found is None or (actor.found.end <= at and not self.aside(actor, at))]
        by = acting[0].found if len(acting) == 1 and self.cast.telling else None
        if by and self.cast.text[by.start - 1] == "由" and (
                opener := self.opener(name, at)):
            return opener  # 甲院由乙市出资,|已转化成果9项
        if len(acting) == 1 and top(acting[0].ref.class_) in HOLDING:
            return acting[0].ref
        if self.cast.telling and not acting and (opener := self.opener(name, at)):
            return opener
        if len(acting) == 1 and self.cast.telling and self.particular(acting[0]):
            return acting[0].ref
        if len(acting) > 1 and not self.normative and all(top(actor.ref.class_) in ("Firm", "Region") for actor in acting):
            return None  # what several firms or places have together is none's own
        if len(acting) == 1 and self.cast.telling and acting[0].ref.class_ == "Agency":
            home = self.spoken_for(predicates.span[0], at) or self.home(acting[0].ref)
            start = self.part(predicates, at)
            aims = AIMS.search(self.cast.text, start, at)  # 某局支持甲公司扩产,力争全年|产量9万辆
            return None if home and not aims and contradicted(self.cast, home, start, at) else home
        if self.speaker and not acting:
            return self.speaker.ref
        there = self.presence.place
        if shown := [start for start, ref in self.cast.between(predicates.span[0], at) if ref == there]:
            aims = AIMS.search(self.cast.text, shown[-1], at)
            return there if aims or there is None or not contradicted(self.cast, there, shown[-1], at) else None
        return self.topic(predicates, name, at)

    def topic(self, predicates: Predicates, name: str, at: int) -> Ref | None:
        """What the sentences before speak of: what was measured last in the paragraph, else who acted last in it, else the
        document's place; nothing where the sentence names another."""
        local = any(mark.classes[0] == "Region" for mark in marks_in(self.cast.marks, predicates.span[0], at))
        going = self.cast.telling and not self.cast.reporting  # a report goes on speaking of its place
        goes_on = self.whole and (top(self.whole.class_) in ("Region", "Park") or (
            going and top(self.whole.class_) in ("Firm", "Project") and not local and not counts_firms(name)))
        if self.cast.telling and not self.whole and name.startswith(listed("indicators", "of_places")) and (ground := self.ground(at)):
            return ground
        spoken = self.spoken_of(predicates, at) if going and not local and not counts_firms(name) else None
        if self.cast.telling and not goes_on and not spoken and self.last != self.place and not self.told_of(predicates.span):
            return self.seat(predicates.scene.default)
        line = self.cast.text.rfind("\n", 0, at) + 1
        park = self.last if self.last and top(self.last.class_) == "Park" and NUMBERED.match(self.cast.text, line) else None
        guess = self.whole if goes_on else spoken or park or self.place
        if guess is None:
            return predicates.scene.default
        start = self.part(predicates, at)
        nobody = self.cast.telling and predicates.memory.unknown and not (  # 集群的发展|带动9万人就业: of the 集群
            goes_on or "其中" in self.cast.text[start:at] or any(ref == guess for _, ref in self.cast.between(start, at)))
        return None if nobody or contradicted(self.cast, guess, start, at) else guess

    def ground(self, at: int) -> Ref | None:
        """The place that the paragraph before a place in the text spoke of last, else the one that acted last in the text
        (经开区经济稳中向好。|实现地区生产总值9亿元)."""
        line = self.cast.text.rfind("\n", 0, at) + 1
        ours = [mark for mark in self.cast.marks if line <= mark.start < at and mark.kind == "pointer" and mark.classes[0] == "Region"]
        if ours and (here := pointed(self.cast, ours[-1].text, ours[-1].start)):
            return here
        said = next(((start, ref) for start, ref in self.cast.backward(("Region", "Park"), at) if ref.id != "cn"), None)
        acted = next((ref for _, ref in reversed(self.cast.actors) if top(ref.class_) in ("Region", "Park") and ref.id != "cn"), None)
        told = self.last if self.last and top(self.last.class_) in ("Region", "Park") else None
        return said[1] if said and line <= said[0] else acted or told or self.place

    def part(self, predicates: Predicates, at: int) -> int:
        """Where the part of the sentence begins, behind its last semicolon, that holds a place in the text."""
        return max(predicates.span[0], *(self.cast.text.rfind(sign, 0, at) + 1 for sign in ";；"))

    def phase(self, predicates: Predicates, at: int) -> Ref | None:
        """The work that the clauses before a place in the text speak of (一期投资3亿元,达产后|年产值5亿元)."""
        then = next(predicates.memory.acted(predicates.span[0], at), ())
        return then[0].ref if len(then) == 1 and top(then[0].ref.class_) in ("Project", "Park") else None

    def overtaken(self, work: Ref, at: int) -> bool:
        """Whether the sentence has gone on to another work (一期已投产,二期在建,项目达产后|产值9亿元: of all of them)."""
        line = max(self.cast.text.rfind(sign, 0, at) for sign in "。\n") + 1
        said = max((start for start, ref in self.cast.between(line, at) if ref == work), default=at)
        later = STAGE.search(self.cast.text, said + len(work.name), at) if STAGE.search(work.name) else None
        return later is not None or any(ref != work and top(ref.class_) == "Project" for _, ref in others(self.cast, said, at))

    def aside(self, actor: Actor, at: int) -> bool:
        """Whether who acts was only named aside (企业9家,其中甲总部设在乙地,|研究院3家): the sentence goes back to its own."""
        start = actor.found.start if actor.found else at
        return self.cast.text.endswith("其中", 0, start) and re.search("[,，;；]", self.cast.text[start:at]) is not None

    def spoken_of(self, predicates: Predicates, at: int) -> Ref | None:
        """The one that acted last in the sentences of the paragraph before a place in the text."""
        topic = predicates.memory.topic
        found = topic[0].found if len(topic) == 1 else None
        text = self.cast.text
        if found is None or not text.rfind("\n", 0, at) <= found.start < predicates.span[0] or (
                text[found.end] == "的" or text[found.start - 1] == "由"):
            return None
        return topic[0].ref if top(topic[0].ref.class_) in ("Firm", "Park", "Platform", "Region") else None

    def told_of(self, span: tuple[int, int]) -> bool:
        """Whether a sentence of news names the place whose news it is (全区, 甲市), or the paragraph is of a plan: else its
        figures may be anybody's."""
        line = self.cast.text.rfind("\n", 0, span[0]) + 1
        if any(top(ref.class_) == "Policy" for _, ref in self.cast.between(line, span[0])):
            return True
        here = [mark for mark in marks_in(self.cast.marks, *span) if mark.classes[:1] == ("Region",)]
        return any(self.place == (pointed(self.cast, mark.text, mark.start) if mark.kind == "pointer" else self.cast.of_mark(mark))
                   for mark in here)

    def particular(self, actor: Actor) -> bool:
        """Whether a product is a model or pointed at (该车…,续航500公里): a kind of goods is what a place sells."""
        return top(actor.ref.class_) == "Product" and (self.cast.maker(actor.ref) is not None or (actor.found is not None and any(
            mark.kind == "pointer" and mark.start == actor.found.start for mark in self.cast.marks)))

    def founded(self, start: int, at: int) -> Ref | None:
        """The work or school that the clauses before a place in the text named last as what is made (组建甲学院,首期|招生90人)."""
        if not STAGED.search(self.cast.text, start, at) and not self.cast.text.startswith(("首期", "首批", "一期"), at):
            return None
        return latest((place, ref) for place, ref in self.cast.between(start, at) if top(ref.class_) in FOUNDED
                      and self.cast.text[place - 1] not in "由在")

    def opener(self, name: str, at: int) -> Ref | None:
        """The one thing by name that opens the sentence or its last clause before a place in the text (甲大会昨日闭幕,|签约9个项目);
        a model has no firms."""
        wanted = HOLDING if counts_firms(name) else HOLDING | NAMED_SO
        for clause in reversed(self.sentence.clauses if self.sentence else ()):
            first = next((part for part in clause.parts if part.kind != "adverb"), None)
            if clause.parts[0].text == "其中" or first is None or first.phrase is None or first.start > at or len(first.phrase.named) != 1:
                continue
            item = first.phrase.named[0]
            ref = refer(self.cast, item, wanted) if item.mark or item.proper or (item.quoted and item.class_) else None
            if ref and item.end <= at and not item.generic and self.cast.text[item.end] not in "(（":  # 甲市(乙县)丙项目,占地…
                return ref
        return None

    def spoken_for(self, start: int, at: int) -> Ref | None:
        """The place that opens a clause before the figure (某局介绍,甲乙两地产业链韧性增强,集聚企业9家)."""
        opening = [mark for mark in self.cast.marks if start <= mark.start < at and mark.classes[0] == "Region"
                   and self.cast.text[mark.start - 1] in ",，;；"]
        last = opening[-1] if opening else None
        return (pointed(self.cast, last.text, last.start) if last.kind == "pointer" else self.cast.of_mark(last)) if last else None

    def seat(self, default: Ref | None) -> Ref | None:
        """What an agency reports of is measured in its place."""
        return self.home(default) if default and default.class_ == "Agency" else default

    def home(self, agency: Ref) -> Ref | None:
        """The place whose organ an agency is: what it tells of is measured there."""
        entry, draft = self.cast.names.entries.get(agency.id), self.cast.drafts.get(agency.id)
        key = entry.jurisdiction if entry else draft.jurisdiction if draft else None
        region = self.cast.names.entries.get(key or "")
        return self.cast.known(region) if region else agency


def is_model(cast: Cast, ref: Ref) -> bool:
    """Whether a product is one model: it has a maker and a number in its name."""
    return top(ref.class_) == "Product" and any(sign.isdigit() for sign in ref.name) and cast.maker(ref) is not None
