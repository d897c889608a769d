"""Charges: in a plan or in measures, who 负责 or 牵头 something that no name stands for answers for the provision itself."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses import Part
from loaders.course import Ref
from loaders.items import top
from loaders.knowledge import knowledge, listed
from loaders.statements.acts.doings import relations
from loaders.statements.acts.tasks import helping
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.bare import spoken_of
from loaders.statements.frames import frames
from loaders.statements.naming import actors, read_span, some, strangers
from ontology.records import Found

RUN = ("Platform", "Park", "Project", "Institution")
ANSWERING = ("Agency", "AgentGroup", "Institution", "Association", "Firm")


def charged(voice: Voice, parts: Sequence[Part], at: int, subjects: Sequence[Actor]) -> Iterator[Atom]:
    """A负责受理X; A承担日常工作: the provision is A's to carry out, in the words said."""
    target = voice.scene.default if voice.scene.normative else built(voice, parts) or voice.scene.told
    behind = parts[at + 1:at + 2]
    if behind and behind[0].text in listed("acts", "unbound"):
        rules = voice.cast.policy if voice.scene.normative else voice.scene.told
        target = rules if behind[0].text in listed("acts", "explaining") else None
    if things := kept(voice, parts, at):
        yield from (voice.tie("responsibleFor", actor, thing, "responsibleFor.kept", {"role": parts[at].text}) for actor in subjects
                    for thing in things if actor.found and parts[0].start <= actor.found.start and fits(
                        "responsibleFor", actor.ref.class_, thing.ref.class_))
        return
    if target is None or not behind or not is_charge(parts, at) or draws(voice, parts, at, target) or (at and charges(parts, at - 1)):
        return
    if parts[at].text == "牵头" and not voice.scene.normative and makes(parts[at + 1:]):
        return  # 由甲公司牵头|搭建乙平台: that is what it does
    by = next((n + 1 for n in range(at) if parts[n].text == "由"), 0)
    if by and all(top(actor.ref.class_) == "Policy" for actor in subjects):  # 本办法由甲局会同乙局负责解释
        subjects = [actor for part in parts[by:at] if part.phrase for actor in actors(voice.cast, part.phrase, ANSWERING)]
    doing = behind[0].text not in listed("acts", "nouns") and (behind[0].kind == "verb" or behind[0].text in listed("acts", "explaining"))
    role = parts[at].text + (behind[0].text if doing else "")
    labelled = voice.cast.text[parts[0].start - 1:parts[0].start] in (":", "：")  # 市交通局:负责道路改造
    first = voice.span[0] if labelled else parts[0].start
    for actor in subjects:
        if actor.found and first <= actor.found.start < parts[at].start and not actor.encouraged and (
                top(actor.ref.class_) in ANSWERING) and fits("responsibleFor", actor.ref.class_, target.class_):
            yield voice.tie("responsibleFor", actor, Actor(target, None), "responsibleFor.charge", {"role": role})


def kept(voice: Voice, parts: Sequence[Part], at: int) -> tuple[Actor, ...]:
    """承担|甲平台的日常运维, 运营|甲平台: what is kept running."""
    phrase = parts[at + 1].phrase if at + 2 == len(parts) else None
    if parts[at].text in listed("runs", "verbs"):
        return some(voice.cast, phrase, RUN)
    if phrase is None or parts[at].text not in listed("acts", "taking") or not phrase.items or not (
            parts[at + 1].text + phrase.tail).endswith(tuple(knowledge("passive")["works"].split())):
        return ()
    mark = phrase.items[0].owner or phrase.items[0].first
    ref = voice.cast.of_mark(mark) if mark else None
    if ref and mark and top(ref.class_) in RUN:
        return (Actor(ref, Found(mark.start, mark.end, mark.text)),)
    return some(voice.cast, phrase, RUN)


def makes(rest: Sequence[Part]) -> bool:
    """Whether the next verb builds or founds something that is named."""
    return rest[0].kind == "verb" and len(rest) > 1 and rest[1].phrase is not None and any(
        frame.relation == "builds" for frame in frames().called("object", "verbs", rest[0].text))


def taken(voice: Voice, parts: Sequence[Part], at: int, subjects: Sequence[Actor]) -> Iterator[Atom]:
    """甲公司负责|接入|专线: whoever has to do something to a thing answers for it."""
    rest = parts[at + 1:at + 3]
    if not voice.cast.telling or len(rest) < 2 or rest[0].kind != "verb" or rest[1].phrase is None:
        return
    for frame in frames().called("duty", "verbs", parts[at].text):
        if parts[at].text.endswith("负责"):
            yield from voice.atoms(frame, frame.relation, rest[1].phrase, (parts[at].text,), subjects)


def entrusted(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲平台日常运营委托给乙, 甲平台交由乙管理: 乙 answers for 甲平台."""
    at = next((n for n, part in enumerate(parts[:-1]) if part.kind == "verb" and part.text in listed("acts", "entrusting")), None)
    said = "".join(part.text for part in parts)
    role = next((word for word in listed("acts", "running") if word in said), "")
    if at is None or not role or voice.scene.normative:
        return
    bodies = next((found for part in parts[at + 1:at + 3] if (
        found := actors(voice.cast, part.phrase, ANSWERING) or strangers(voice.cast, part.phrase))), ())
    front = next((part.phrase for part in reversed(parts[:at]) if part.phrase), None)
    named = [item.first or item.mark or item.owner for item in front.items] if front else []
    things = [ref for mark in named if mark and (ref := voice.cast.of_mark(mark)) and top(ref.class_) in RUN]
    things = things or [actor.ref for actor in voice.memory.actors if top(actor.ref.class_) in RUN]
    if not things and voice.memory.thing and voice.span[0] <= voice.memory.thing[0].start:
        things = [voice.memory.thing[1]]
    for body in bodies:
        for thing in things:
            if fits("responsibleFor", body.ref.class_, thing.class_):
                yield voice.tie("responsibleFor", body, Actor(thing, None), "responsibleFor.entrusted", {"role": role})


def keeper(voice: Voice, parts: Sequence[Part], at: int) -> Iterator[Atom]:
    """负责运营|甲平台的乙公司|表示: 乙公司 answers for 甲平台."""
    phrase = parts[at + 1].phrase if at + 1 < len(parts) else None
    item = phrase.items[0] if phrase and len(phrase.items) == 1 else None
    keeps = relations().get(parts[at].text) == "responsibleFor" or any(True for _ in frames().called("duty", "verbs", parts[at].text))
    if item is None or not item.condition or not keeps or not voice.cast.telling or top(item.class_) not in ANSWERING:
        return
    read = read_span(voice.cast, item.whole[0], item.whole[0] + len(item.condition))
    things = some(voice.cast, read, RUN)
    if not things and read and read.named and (told := spoken_of(voice.cast, read.named[-1], RUN)):
        things = (Actor(told, None),)
    for body in some(voice.cast, replace(phrase, items=(replace(item, condition=""),)) if phrase else None, ANSWERING) if things else ():
        yield from (voice.tie("responsibleFor", body, thing, "responsibleFor.keeper", {"role": parts[at].text}) for thing in things
                    if fits("responsibleFor", body.ref.class_, thing.ref.class_))


def built(voice: Voice, parts: Sequence[Part]) -> Ref | None:
    """The platform or work that the sentence named before, where 由 hands over what is to be done with it (建立X平台,由A牵头归集…)."""
    thing = voice.memory.thing
    here = thing is not None and voice.span[0] <= thing[0].start < parts[0].start and parts[0].text == "由"
    return thing[1] if thing and here and top(thing[1].class_) == "Platform" else None


def draws(voice: Voice, parts: Sequence[Part], at: int, target: Ref) -> bool:
    """Whether what somebody leads is drawing up another paper, which the clause names (牵头|制定|《甲办法》)."""
    named = [paper.ref.id for part in parts[at + 2:] for paper in some(voice.cast, part.phrase, ("Policy",))]
    return parts[at + 1].text.endswith(listed("acts", "drawing")) and bool(named) and target.id not in named


def charges(parts: Sequence[Part], at: int) -> bool:
    """Whether the verb before gives the duty already (负责|统筹推进X)."""
    return parts[at].kind == "verb" and is_charge(parts, at)


def is_charge(parts: Sequence[Part], at: int) -> bool:
    """Whether the verb gives a duty; 承担 and the like do where what they take is one."""
    verb, phrase = parts[at].text, parts[at + 1].phrase
    if verb in listed("acts", "taking"):
        return any(text.endswith(listed("acts", "duties")) for text in (parts[at + 1].text, phrase.tail if phrase else "", parts[-1].text))
    called = helping(verb) == "responsibleFor" or any(True for _ in frames().called("duty", "verbs", verb))
    return called and parts[at + 1].text not in listed("acts", "offices")
