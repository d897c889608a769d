"""Presence: what news show with 是, 有 and 在 rather than with a verb of their own, or by a name alone."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses import Clause, Part
from loaders.course import Ref
from loaders.items import Item, top
from loaders.statements.acts.openings import measured, sized
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.bare import spoken_of
from loaders.statements.being.alliances import alliance, members, post
from loaders.statements.being.belonging import names
from loaders.statements.being.crafts import crafting
from loaders.statements.being.crowds import among, counted, grouped
from loaders.statements.being.deals import dealing, denied
from loaders.statements.being.gatherings import gatherings
from loaders.statements.being.launches import homes, launched
from loaders.statements.being.making import made, making
from loaders.statements.being.occasions import occasions
from loaders.statements.being.outposts import outposts
from loaders.statements.being.owners import shaped
from loaders.statements.being.parts import own_parts
from loaders.statements.being.places import COUNTRY, placed, sited
from loaders.statements.being.ranks import WHOLE, ranked
from loaders.statements.being.roles import as_such, holding, playing, related, role, started
from loaders.statements.being.running import running
from loaders.statements.being.seats import heading, seats
from loaders.statements.being.sites import SITTERS, sites
from loaders.statements.being.slots import spelled
from loaders.statements.being.sorts import landed, of_sort, such, trades
from loaders.statements.being.stakes import stakes
from loaders.statements.being.ties import tied
from loaders.statements.being.toponyms import by_name
from loaders.statements.being.witness import PLACES, THINGS, Witness, known
from loaders.statements.modality import modality
from loaders.statements.naming import refer, some

BEING = ("是", "就是", "正是", "为", "系", "拥有", "属于", "成为")  # what one is or has, not what there is
EQUAL = ("是", "就是", "正是", "为", "系")  # 甲基地是|乙公司|在国内|布局的项目: 乙公司 is not what it is
EVERYWHERE = ("全国", "国内", "全球", "我国", "世界", "海外", "国外", "行业")
TRADE = ("产业", "行业", "产业链", "工业")
TENANTS = ("业主", "租户", "入驻企业", "入驻商户", "入园企业", "住户", "入驻者")  # 甲公司成为首批|业主
SHORTEST = 6  # characters by which a park is called again
BUILDING = frozenset({"形成", "加快", "建设", "在建", "新建", "推进", "加快建设", "集聚"})


class Presence(Witness):
    """Reads the clauses of news in their order."""

    def clause(self, clause: Clause, span: tuple[int, int], acting: Sequence[Actor] = ()) -> Iterator[Atom]:
        """The atoms of a clause; `acting` are those who act in it, and what it speaks of where nothing opens its sentence."""
        parts = clause.parts
        if span != self.span:
            if "\n" in self.cast.text[self.span[0]:span[0]]:
                self.stale = True
            self.span, self.crowd, self.opening, self.named = span, None, (), ()
            self.listing, self.fronted, self.awaited, self.within, self.ground = None, None, (), None, None
            self.sellers, self.parties, self.posing, self.before = [], [], None, None
        spoken = self.front
        self.locate(parts)
        yield from as_such(self, parts, spoken)
        if not self.opening and len(acting) == 1 and parts[0].phrase is None:
            self.opening = tuple(acting)
        if posted := list(outposts(self, parts)):
            yield from posted
            return
        for before, part in zip((None, *parts), parts, strict=False):
            if part.phrase:
                yield from names(self, part.phrase, before.text if before else "")
                yield from gatherings(self, part.phrase)
                yield from by_name(self, part.phrase, before.text if before else "")
        yield from self.below(parts)
        yield from placed(self, parts)
        yield from sites(self, parts)
        yield from seats(self, parts)
        yield from launched(self, parts)
        yield from ranked(self, parts)
        told = list(occasions(self, parts))
        yield from told
        yield from among(self, parts)
        yield from such(self, parts)
        yield from trades(self, parts)
        yield from landed(self, parts)
        if not denied(self, clause):
            read = spelled(self.cast, parts, clause.start, clause.end)
            yield from dealing(self, clause, read, acting)
            yield from crafting(self, read, acting)
            yield from tied(self, clause, acting)
        yield from running(self, parts)
        yield from making(self, parts)
        yield from own_parts(self, parts)
        yield from stakes(self, parts)
        yield from alliance(self, parts)
        yield from members(self, parts)
        if self.listing is None and not told:
            yield from self.equated(parts)
        self.named += tuple(actor for part in parts for actor in some(self.cast, part.phrase, THINGS))

    def locate(self, parts: Sequence[Part]) -> None:
        """The place and the group that the next clauses speak of: named first, or where something is."""
        for at, part in enumerate(parts):
            if part.phrase is None:
                continue
            for item in part.phrase.named:
                park = self.park(item) if at == 0 or parts[at - 1].kind == "adverb" else None
                self.settle(park)
                where = item.owner if item.owner and item.owner.classes[0] in PLACES else item.mark or (
                    item.first if (item.class_ == "abstract" and not sized(item.text)) or item.text.endswith(TRADE) else None)
                bare = item if where is None and item.class_ == "Park" and not item.first else None
                ref = self.cast.of_mark(where) if where else (
                    refer(self.cast, bare, ("Park",)) or spoken_of(self.cast, bare, ("Park",)) if bare else None)
                home = self.scene.actor is not None and ref is not None and ref.id == self.scene.actor.id
                opens = not any(part.kind == "verb" or part.phrase for part in parts[:at])
                first = opens or parts[at - 1].text in ("在", "位于") or (self.place is None and (home or item.owner))
                if ref and top(ref.class_) in PLACES and first and ref.id != COUNTRY:
                    self.settle(ref)
            groups = some(self.cast, part.phrase, ("AgentGroup",))
            if at == 0 and groups:
                self.group = groups[-1]
            if at == 0:
                self.front = some(self.cast, part.phrase, THINGS) or measured(self.cast, part.phrase)
                self.opening = self.opening or self.front

    def gatherer(self, at: int) -> Ref | None:
        """The park that the sentence began to speak of (甲产业园集聚态势彰显,|集聚乙公司), else the place whose document it is."""
        said = self.cast.text[self.span[0]:at]
        parks = (ref for start, ref in self.cast.backward(("Park",), at) if start >= self.span[0] or ref.name[-SHORTEST:] in said)
        return next(parks, None) or self.cast.home()

    def below(self, parts: Sequence[Part]) -> Iterator[Atom]:
        """在甲园,乙公司的生产线…: a park in front of a firm's works is where they are."""
        phrase, before = parts[0].phrase, self.fronted
        self.fronted = heading(self, parts)
        if before is None or phrase is None:
            return
        works = some(self.cast, phrase, ("Project", "Platform", "Event")) if any(part.text in known().held for part in parts[1:]) else ()
        yield from (self.located(work, before.ref, before.found, "fronted") for work in works if fits(
            "locatedIn", work.ref.class_, before.ref.class_) and not any(part.text in ("在", "于") for part in parts))
        told_of = any(part.kind == "verb" and self.cast.text[part.end:part.end + 1] == "的" for part in parts)  # 甲园里,乙公司建的站投运
        for item in phrase.named[:1] if not works and not told_of else ():
            owner = self.cast.of_mark(item.owner) if item.owner else None
            firm = owner if owner and top(owner.class_) == "Firm" else None
            whose = Actor(firm, None) if firm else shaped(self, item) if item.condition else None
            whose = whose or next(iter(some(self.cast, replace(phrase, items=(item,), summary=None), SITTERS)), None)
            if whose and fits("locatedIn", whose.ref.class_, before.ref.class_):
                yield self.located(whose, before.ref, before.found, "fronted")

    def settle(self, ref: Ref | None) -> None:
        """The place that is spoken of from here on; one of an earlier paragraph is only what 这里 and 落户 mean."""
        if ref:
            self.place, self.stale = ref, False

    def park(self, item: Item) -> Ref | None:
        """园区 by itself is the park spoken of last."""
        return self.cast.last("Park", "", item.start) if item.text == "园区" and not item.condition else None

    def equated(self, parts: Sequence[Part]) -> Iterator[Atom]:
        """3家客车企业是A、B; 园内有A、B; A是B的子公司."""
        at = next((n for n, part in enumerate(parts) if part.kind == "verb" and part.text in known().be), None)
        if at is None:
            at = next((n for n in range(1, len(parts) - 1) if parts[n].text == "为" and n == len(parts) - 2), None)
        if at is None or parts[0].text == "以" or not modality().denied.isdisjoint(part.text for part in parts[:at]):
            return
        front = next((part.phrase for part in reversed(parts[:at]) if part.phrase), None)
        after = next((part.phrase for part in parts[at + 1:] if part.phrase), None)
        if front:
            yield from counted(self, front, parts[at].end)
        passing = at + 1 < len(parts) and parts[at + 1].kind == "preposition" and parts[at + 1].text in ("经", "经由", "从", "由", "通过")
        if after is None or passing or (front and front.named[0].text.startswith(EVERYWHERE)):
            return
        if front and front.named[-1].text.endswith(("产品", "车型")):
            yield from made(self, next((part.phrase for part in parts if part.phrase is not front and part.phrase), None)
                            if parts[0].phrase is not front else None, after)
        if self.cast.text.endswith("之一", parts[at].end, parts[-1].end) and WHOLE.fullmatch(self.cast.text, parts[at].end, parts[-1].end):
            return  # 甲基地是乙公司的三大基地之一: `ranked` reads it
        told = list(related(self, front, after))
        yield from told
        if any(atom.relation == "partOf" for atom in told):
            return
        yield from homes(self, front, after, parts[-1].end)
        yield from started(self, front, parts[at + 1:])
        things = some(self.cast, after, known().present)
        group = some(self.cast, front, ("AgentGroup",))[-1:] if front else ()
        if not group and self.group and parts[at].text.startswith("分别"):
            group = (self.group,)
        firms = [thing for thing in things if top(thing.ref.class_) != "AgentGroup"]
        if front:
            yield from holding(self, front, parts[at].start, after)
            yield from sited(self, front, after)
        if front and role(self, front):
            yield from playing(self, front, firms)
            return
        yield from of_sort(self, front, after) if parts[at].text.endswith("有") else ()
        behind = parts[at].text in EQUAL and any(part.kind in ("verb", "preposition") for part in parts[at + 2:])  # 企业是甲公司引进的
        yield from grouped(self, group, firms) if not (behind or (front and post(front.named[-1]))) else ()
        if front and parts[at].text in ("成为", "是") and after.named[-1].text.endswith(TENANTS) and (
                park := self.cast.last("Park", "", parts[0].start)):
            yield from (self.located(one, park, None, "tenant") for one in some(self.cast, front, ("Firm", "Institution", "Platform")))
            return
        others = {part.text for part in parts[:at] if part.kind == "verb"} - BUILDING
        places = tuple(one for one in some(self.cast, front, PLACES) if one.ref.id != COUNTRY) if front else ()
        self.settle(places[-1].ref if places else None)
        if places and not others and not firms and parts[at].text != "拥有":
            found = list(counted(self, after, parts[at].end))
            yield from found
            if found:
                return
        if front and post(front.named[-1]):
            return
        if self.cast.text.startswith("的", after.named[-1].end) and after.named[-1].end < after.end:
            return  # 甲区是乙走廊的受益者: not the corridor itself
        told_of = any(part.kind == "verb" and self.cast.text[part.end:part.end + 1] == "的" for part in parts[at + 1:])
        told_of = told_of or behind
        existing = (parts[at].text not in BEING or (bool(group or places) and not told_of)) and not others  # 甲园是乙公司打造的丙园
        where = None if self.stale else self.place
        if parts[at].text in known().entering:
            where = self.cast.last("Park", "", parts[at].start) or where
        where = where or (self.gatherer(parts[0].start) if front is None and parts[at].text in modality().gathers else None)
        doings = at == 0 and all(thing.ref.name.endswith(("工程", "行动")) for thing in things)  # 实施五大工程,|包括甲工程、乙工程
        if where and existing and not doings and not (front and some(self.cast, front, ("Firm", "Platform", "Event"))):
            found = list(counted(self, after, parts[at].end)) if not places else []
            yield from found
            many = {item.start for item in after.named if item.count and top(item.class_) != "AgentGroup"}
            there = [thing for thing in (firms if places and not group else things)
                     if (thing.found is None or thing.found.start not in many) and (thing in firms or not firms)]
            yield from (self.located(thing, where, None, "has") for thing in there
                        if all(atom.subject.id != thing.ref.id for atom in found))
