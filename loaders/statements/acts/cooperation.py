"""Cooperation: A与B合作, 联合B, 加强与B的合作: each pair once.

Who the two sides are, `partners` tells; what those of one list do together, `joint`. The words are in `cooperates.yaml`.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from loaders.clauses import Part
from loaders.items import top
from loaders.knowledge import group_of, knowledge, listed
from loaders.phrases import Phrase
from loaders.statements.acts.joint import among, builds, couples, jointly
from loaders.statements.acts.partners import branded, doers, meant, partners, some_one, wished
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, admits_subject
from loaders.statements.frames import Frame, bare, frames
from loaders.statements.modality import modality
from loaders.statements.naming import some


def cooperation(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """The pairs of a clause."""
    silent = (*modality().denied, *listed("acts", "handling"))
    if any(part.text in silent for part in parts if part.kind in ("adverb", "verb", "phrase")):
        return
    wish = modality().wishes(part.text for part in parts if part.kind in ("adverb", "verb"))
    if two_by_two := couples(voice, parts):
        for couple in two_by_two:
            yield from among(voice, couple)
        return
    for frame in with_frames():
        for at, part in enumerate(parts):
            for atom in company(voice, frame, parts, at, part.phrase) if part.phrase else ():
                yield replace(atom, status="proposed") if wish else atom
    yield from jointly(voice, parts)


def leads(part: Part) -> bool:
    """Whether a verb names whom somebody acts with (联合|B|做C)."""
    return any(part.text in frame.words.get("leading", ()) for frame in with_frames())


def with_frames() -> Iterator[Frame]:
    return (frame for frame in frames().all if frame.construction == "with")


def company(voice: Voice, frame: Frame, parts: Sequence[Part], at: int, phrase: Phrase) -> Iterator[Atom]:
    """The pairs that the phrase at `at` makes with who stands before it."""
    before = parts[at - 1] if at else None
    others = some_one(some(voice.cast, phrase, frame.classes)) or meant(voice, phrase, frame) or branded(voice, phrase)
    if "leading" in frame.words:
        if before and before.text == "协调" and any(part.kind == "verb" for part in parts[at + 1:]) and not any(
                top(actor.ref.class_) == "Agency" for actor in others):
            return  # 协调银行|加大投放: who does it is asked to
        if before and leads(before) and not phrase.named[-1].text.endswith(modality().things):
            acting = doers(voice, parts[:at - 1])
            yield from meet(voice, frame, acting, others)
            encouraged = not voice.memory.encouraged and any(actor.encouraged for actor in acting)  # the verb before them joins them
            able = any(actor.found is None or admits_subject("cooperatesWith", actor.ref.class_) for actor in acting)  # no fund
            goes_on = any(part.kind == "verb" for part in parts[at + 1:]) or (
                not parts[at + 1:] and (writing().search(voice.cast.text, parts[at].end, voice.span[1])  # 甲局会同乙局,…制定
                                        or working().match(voice.cast.text, parts[at].end, voice.span[1])))
            if goes_on and able and not encouraged:
                join(voice, others)
    elif before and before.kind in ("join", "preposition") and before.text in frame.words["joins"]:
        if cooperates(phrase, parts[at + 1:], frame):
            adjunct = 2 if at > 3 and parts[at - 3].kind == "preposition" else 0  # 甲|在成都|与乙签约
            left = wished(some(voice.cast, parts[at - 2 - adjunct].phrase if at > 1 else None, frame.classes), parts[:at - 2])
            acting = left or doers(voice, parts[:at - adjunct])
            yield from meet(voice, frame, acting, others)
            if shared(parts[at + 1:]) and not voice.scene.normative and not any(actor.encouraged for actor in acting):
                voice.memory.joined = tuple(one for one in others if one not in acting)
                voice.memory.actors = (*acting, *voice.memory.joined)
    elif sides := divided(phrase, parts[at + 1:]):
        where = before is not None and before.text in ("在", "于")  # 甲|在|成都与乙签约
        left = doers(voice, parts[:at - 1]) if where else wished(partners(voice, sides[0], frame), parts[:at])
        yield from meet(voice, frame, left, partners(voice, sides[1], frame))
        if voice.cast.telling and keeps_up(parts[at + 1:]):
            voice.memory.actors = left
        if len(sides[1].items) == 1 and sides[1].items[0].join in ("和", "及", "以及") and len(left) == len(sides[0].items):
            yield from among(voice, left)


def keeps_up(rest: Sequence[Part]) -> bool:
    """Whether what follows A与B only tells that they stand together (保持|合作关系, 开展|深度合作): what the sentence goes on to
    say is A's."""
    verb = next((part.text for part in rest if part.kind == "verb"), "")
    return verb in listed("cooperates", "keeping") and rest[-1].text.endswith(listed("cooperates", "bonds"))


def divided(phrase: Phrase, rest: Sequence[Part]) -> tuple[Phrase, Phrase] | None:
    """A and B of A与B合作, None where the two do not work together."""
    for frame in with_frames():
        if "joins" not in frame.words or len(phrase.items) < 2 or not cooperates(phrase, rest, frame):
            continue
        split = next((n for n, item in enumerate(phrase.items) if item.join in frame.words["joins"]), 0)
        if split and not phrase.items[split - 1].name:  # 软件与芯片企业: the class word is lent, nobody stands on either side
            return (replace(phrase, items=phrase.items[:split], summary=None), replace(phrase, items=phrase.items[split:]))
    return None


def begins(verb: str) -> bool:
    """Whether a verb begins or brings out all manner of things (启动, 推出), events among them."""
    return bare(verb) in knowledge("organizes")["alone"].split() and verb not in listed("acts", "light")


def shared(rest: Sequence[Part]) -> bool:
    """Whether what follows 与B is built, issued or held by both (与B|共建|X, 和B|一起|打造X)."""
    verb = next((part.text for part in rest if part.kind == "verb"), "")
    said = {frame.relation for frame in frames().called("object", "verbs", verb)} - ({"organizes"} if begins(verb) else set())
    both = builds(rest) or (bool(said & {"issues", "organizes"}) and rest[-1].phrase is not None)
    told = any(part.kind == "adverb" and part.text in listed("acts", "joint") for part in rest)
    return (told or verb in modality().joint or verb.startswith(listed("cooperates", "jointly"))) and both and "produces" not in said


def join(voice: Voice, others: Sequence[Actor]) -> None:
    """A会同B制定X: B acts with A from here on."""
    memory = voice.memory
    if memory.encouraged:
        memory.encouraged += tuple(replace(one, encouraged=True) for one in others)
    elif not memory.actors and not (voice.scene.topical or memory.unknown or voice.lists(voice.span[0])) and voice.scene.default:
        memory.joined = tuple(others)
        memory.actors = (Actor(voice.scene.default, None), *others)
    elif memory.actors:
        memory.joined = tuple(one for one in others if one not in memory.actors)
        memory.actors += memory.joined


def meet(voice: Voice, frame: Frame, left: Sequence[Actor], right: Sequence[Actor]) -> Iterator[Atom]:
    """Each of the one side with each of the other."""
    for one in voice.admitted(frame.relation, left):
        for other in right:
            if one.ref.id != other.ref.id:
                yield voice.pair(one, other, frame.rule)


def cooperates(phrase: Phrase, rest: Sequence[Part], frame: Frame) -> bool:
    """Whether what follows B says that A and B work together; hosting an event side by side does not."""
    if any(noun in phrase.tail for noun in frame.words["nouns"]):
        return True
    hosts = any(frame.relation == "organizes" and not begins(part.text) and (
        part.text not in listed("acts", "light") or (after and after.phrase)) for part, after in zip_longest(rest, rest[1:])
                for frame in frames().called("object", "verbs", part.text))
    for part in rest:
        if part.kind in ("verb", "adverb") and (part.text in frame.words["verbs"] or part.text.startswith(listed("cooperates", "jointly"))):
            return not hosts
        if part.kind == "verb" and part.text not in listed("acts", "light"):
            return False
        if part.phrase and any(noun in part.text for noun in frame.words["nouns"]):
            return True
    return False


@cache
def writing() -> re.Pattern[str]:
    """What is written by those whom a verb joins (甲局会同乙局,…制定)."""
    return re.compile(group_of("cooperates", "writing"))


@cache
def working() -> re.Pattern[str]:
    """What the next clause says that those do whom a verb joins (联合乙,在丙地打造)."""
    return re.compile(f"[,，](?:在[^,，。;；]{{2,16}})?(?:共同|联合)?{group_of('cooperates', 'working')}")
