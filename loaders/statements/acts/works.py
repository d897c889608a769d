"""Works: what else a clause says of what somebody builds: where it stands, who has the task, who allowed it."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses import Part
from loaders.items import top
from loaders.knowledge import listed
from loaders.lexicon import lexicon
from loaders.phrases import Phrase
from loaders.resolution import Cast
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.being.alliances import terms
from loaders.statements.frames import Frame, frames
from loaders.statements.modality import modality
from loaders.statements.naming import some
from ontology.records import Found

PLACES = ("Region", "Park")
THINGS = ("Project", "Platform", "Firm", "Institution", "Event", "Park", "Association")
JOINT = ("共", "联合", "合作", "合力", "携手", "联手", "合建", "双方")
OUTPUT = re.compile("^年产[0-9.]+(?:万|亿)?[A-Za-z\u4e00-\u9fff]{1,3}?(?=动力|电|燃|汽|发|锂|储)|^(?:国家|省|市)级|^全球|^全国|^西南|^西部")
PLANNED = re.compile("将(?!来)|拟|计划|力争|预计")
LINE = re.compile("(?:智能|自动化|柔性|数字化)*(?:生产线|产线|生产基地|制造基地|生产工厂|制造工厂)$")
COUNTRY = "cn"  # no place that a work is known by
AGREED = re.compile("(.{3,40}?项目)(?:投资|合作|战略|框架|入园|入驻|招商|补充|建设|开发|落户|正式)*(?:协议|协议书|合同|备忘录)")


def here(voice: Voice, parts: Sequence[Part], at: int, built: Sequence[Atom], chain: Sequence[str]) -> Iterator[Atom]:
    """在X建设Y: Y stands in X."""
    where = next((some(voice.cast, parts[n + 1].phrase, PLACES) for n in range(at - 1)
                  if parts[n].text in ("在", "正在") and parts[n + 1].phrase), ())
    for atom in {atom.object.id: atom for atom in built
                 if atom.status == "asserted" or voice.memory.wishing or modality().wishes(chain) or helped(voice, atom)}.values():
        for spot in where:
            if spot.ref.id not in (atom.object.id, COUNTRY):
                voice.note(spot)
                yield replace(atom, relation="locatedIn", subject=atom.object, object=spot.ref, qualifiers={},
                              rule="locatedIn.built", subject_found=atom.object_found, object_found=spot.found)


def brought_to(voice: Voice, verb: str, moved: Phrase, where: Phrase) -> Iterator[Atom]:
    """把X搬到P: X stands in P, not who brings it there."""
    for frame in frames().called("place", "verbs", verb):
        for thing in some(voice.cast, moved, THINGS) if not all(item.text in lexicon().heads for item in moved.items) else ():
            yield from (voice.tie("locatedIn", thing, spot, frame.rule) for spot in some(voice.cast, where, PLACES)
                        if fits("locatedIn", thing.ref.class_, spot.ref.class_))


def piloted(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """在A、B开展X试点: the trial is held there."""
    at = next((n for n, part in enumerate(parts) if part.text in listed("acts", "trying") and 1 < n < len(parts) - 1), None)
    if at is None or parts[at - 2].text != "在" or modality().denied & {part.text for part in parts}:
        return
    trials = [actor for actor in some(voice.cast, parts[at + 1].phrase, ("Project",)) if actor.ref.name.endswith(listed("acts", "trials"))]
    for trial in trials:
        for spot in some(voice.cast, parts[at - 1].phrase, PLACES):
            yield voice.tie("locatedIn", trial, spot, "locatedIn.trial", status=voice.status(trial, [part.text for part in parts]))


def ahead(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """开展甲试点,在乙区先行先试: the trial spoken of last in the sentence is held there."""
    at = next((n for n, part in enumerate(parts) if n > 1 and part.text in listed("acts", "ahead")), 0)
    if not at or parts[at - 2].text != "在" or at + 1 < len(parts):
        return
    trials = [ref for start, ref in voice.memory.things if start >= voice.span[0] and top(ref.class_) == "Project"]
    for spot in some(voice.cast, parts[at - 1].phrase, PLACES) if trials else ():
        yield voice.tie("locatedIn", Actor(trials[-1], None), spot, "locatedIn.trial")


def lines(cast: Cast, built: Sequence[Atom]) -> Iterator[Atom]:
    """甲公司建设座椅生产线: it makes seats there, once the line is more than planned."""
    for atom in built:
        found = atom.object_found
        line = LINE.search(found.text) if found and atom.status == "asserted" and top(atom.subject.class_) == "Firm" else None
        if found is None or line is None or PLANNED.search(cast.text, atom.start, found.start):
            continue
        opening = OUTPUT.match(found.text)
        first = opening.end() if opening else 0
        goods = found.text[first:line.start()]
        head = lexicon().head(goods)
        ref = cast.named(goods, head[1]) if head and head[1] in ("Product", "Technology") and not lexicon().has("generic", goods) else None
        if ref:
            place = Found(found.start + first, found.start + line.start(), goods)
            cast.mention(ref, place.start, place.end)
            yield replace(atom, relation="produces", object=ref, rule="produces.line", qualifiers={}, object_found=place)


def beside_work(voice: Voice, parts: Sequence[Part], at: int, built: Sequence[Atom], chain: Sequence[str]) -> Iterator[Atom]:
    """What a clause says of what is built in it, beside who builds it."""
    yield from here(voice, parts, at, built, chain)
    yield from lines(voice.cast, built) if voice.cast.telling else ()
    yield from assigned(voice, built)
    yield from allowed(voice, built)
    yield from founded(built, chain)


def helped(voice: Voice, atom: Atom) -> bool:
    """Whether news tell of a firm that a government helps to build it there (某市支持甲公司在乙园建设X)."""
    return voice.cast.telling and top(atom.subject.class_) == "Firm"


def assigned(voice: Voice, built: Sequence[Atom]) -> Iterator[Atom]:
    """由A牵头,B配合,建设X: who waits for the task has it."""
    tasks = [(relation, role, actor, atom) for relation, role, actor in voice.memory.waiting for atom in built
             if fits(relation, actor.ref.class_, atom.object.class_)]
    for relation, role, actor, atom in tasks:
        voice.note(actor)
        yield replace(atom, relation=relation, subject=actor.ref, rule=f"{relation}.waiting",
                      qualifiers={"role": role}, subject_found=actor.found)
    voice.memory.waiting = () if tasks else voice.memory.waiting  # 甲专班统筹,区县成立专班: no work that could be meant


def unnamed(voice: Voice, said: Sequence[Atom]) -> Iterator[Atom]:
    """由A牵头,B配合,推动数据开放: where the sentence names no work, they answer for the provision itself."""
    drawn = any(atom.relation in ("issues", "responsibleFor") for atom in said)  # A牵头,会同B起草《甲》
    target = voice.scene.default if voice.scene.normative else None if drawn else voice.scene.told
    busy = {atom.subject.id for atom in said if atom.relation in ("issues", "builds", "organizes", "responsibleFor")}
    led = tuple(task for task in voice.memory.led if task[2].ref.id not in busy)  # A牵头,会同B,评选人才
    for relation, role, actor in (*voice.memory.waiting, *led) if target else ():
        charged = any(atom.relation == relation and atom.subject.id == actor.ref.id for atom in said)  # 由A负责解释
        if target and relation != "memberOf" and not charged and fits(relation, actor.ref.class_, target.class_):
            yield voice.tie(relation, actor, Actor(target, None), f"{relation}.unnamed", {"role": role})
    voice.memory.waiting = ()


def investing(voice: Voice, frame: Frame, chain: Sequence[str], subjects: Sequence[Actor]) -> tuple[Actor, ...]:
    """甲公司与乙市政府签约,将建设丙项目: of those who signed it is 甲公司 that builds a work, where they do not say that both do."""
    met = {party.ref.id for party in voice.memory.parties if party.found and voice.span[0] <= party.found.start}
    jointly = any(word.startswith(JOINT) or word in modality().joint for word in chain)
    firms = tuple(actor for actor in subjects if top(actor.ref.class_) == "Firm")
    both = firms and all(actor.ref.id in met for actor in subjects) and not jointly and voice.cast.telling
    return firms if both and "Project" in frame.classes and frame.relation in ("builds", "undertakes") else tuple(subjects)


def founded(built: Sequence[Atom], chain: Sequence[str]) -> Iterator[Atom]:
    """Who 发起 an alliance is in it."""
    if any("发起" in word for word in chain):
        yield from (replace(atom, relation="memberOf", rule="memberOf.founder") for atom in built
                    if atom.object.name.endswith(terms().leagues) and fits("memberOf", atom.subject.class_, atom.object.class_))


def beside(voice: Voice, party: Found, signed: Atom) -> bool:
    """Whether a party is named in the clause of what was signed."""
    found = signed.object_found
    return found is not None and voice.span[0] <= party.start < found.start and not re.search(
        "[,，;；:：]", voice.cast.text[party.end:found.start])


def agreed(voice: Voice, signed: Sequence[Atom]) -> Iterator[Atom]:
    """甲公司签署乙项目投资协议: the project is 甲公司's."""
    partners = [(party, atom) for atom in signed[:1] for party in voice.memory.parties
                if party.found and beside(voice, party.found, atom) and all(party.ref.id != one.subject.id for one in signed)]
    more = [replace(atom, subject=party.ref, subject_found=party.found) for party, atom in partners
            if fits("issues", party.ref.class_, atom.object.class_)]
    yield from more
    for atom in (*signed, *more):
        found = atom.object_found
        named = AGREED.fullmatch(found.text.strip("《》“”")) if found else None
        if not named or not found or voice.scene.normative or top(atom.subject.class_) != "Firm":
            continue
        project = voice.cast.named(named[1], "Project")
        if project:
            place = Found(found.start + found.text.index(named[1]), found.start + found.text.index(named[1]) + len(named[1]), named[1])
            voice.cast.mention(project, place.start, place.end)
            yield replace(atom, relation="undertakes", object=project, rule="undertakes.agreed", object_found=place)


def allowed(voice: Voice, built: Sequence[Atom]) -> Iterator[Atom]:
    """What A lets B build A approves."""
    for actor in voice.memory.allowing:
        for atom in built:
            if actor.ref.id != atom.object.id and fits("approves", actor.ref.class_, atom.object.class_):
                voice.note(actor)
                yield replace(atom, relation="approves", subject=actor.ref, rule="approves.nested", qualifiers={},
                              subject_found=actor.found)
    voice.memory.allowing = ()
