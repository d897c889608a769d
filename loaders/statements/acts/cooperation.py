"""Cooperation: A与B合作, 联合B, 加强与B的合作, A、B联合…: each pair once."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from loaders.clauses import Part
from loaders.items import ACTORS, top
from loaders.knowledge import knowledge, listed
from loaders.phrases import Phrase
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, admits_subject, fits
from loaders.statements.bare import spoken_of
from loaders.statements.frames import Frame, bare, frames
from loaders.statements.modality import modality
from loaders.statements.naming import actors, place, refer, some
from loaders.words import Mark
from ontology.records import Found

SEVERAL = re.compile("(?:[两二三四五六七八九多])(?:地|省市|市|省|区|县|州)(?!联盟|政府|企业|部门|高校|园区|协会)")
MUTUAL = re.compile("互[认通联设派补]|共[享建用]|协[同作]|联动|合作|一体化|同城化|对接")
WRITING = re.compile("制定|制订|起草|编制|印发|出台")
WORKING = re.compile("[,，](?:在[^,，。;；]{2,16})?(?:共同|联合)?(?:建设|布点|布局|打造|举办|组建|设立|建立|成立|建成|搭建|发起|开发|推出)")
KEEPING = frozenset("保持 开展 建立 建立了 深化 加强 维持 形成 拥有 有 展开 结成 结下".split())
PARTIES = 5  # more than these have no agreement of one with one
TOGETHER = ("联合", "合资", "合建", "联手", "携手", "合作", "牵手")
SUMMED = ("双方", "三方", "四方", "五方", "两方", "两家", "三家")
JOINTLY = ("联合", "共同", "合作")  # 联合研制, 共同开发


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
    yield from several(voice, parts)
    said = {part.text for part in parts if part.kind in ("verb", "adverb")}
    few = len(voice.memory.actors) <= PARTIES and any(
        part.text.startswith(TOGETHER) and builds(parts[n:]) for n, part in enumerate(parts))  # 甲、乙|联合建设|X
    jointly = (said & modality().joint or (few and voice.cast.telling)) and not said & modality().attending and parts[0].kind == "phrase"
    at_once = voice.cast.telling and not said.isdisjoint(("同时", "同步", "一起", "一同")) and parts[0].phrase is not None and all(
        actor.ref.class_ == "Region" and actor.found for actor in voice.memory.actors)
    agreed = voice.cast.telling and signed(parts) and len(voice.memory.actors) <= PARTIES
    if voice.cast.telling and (all_parties := named_parties(voice, parts)):
        yield from among(voice, all_parties)
    elif (jointly or agreed or at_once) and len(voice.memory.actors) > 1:
        yield from among(voice, voice.memory.actors)


def couples(voice: Voice, parts: Sequence[Part]) -> list[tuple[Actor, ...]]:
    """甲与乙、丙与丁分别签约: each with his own partner; empty where a list does not go two by two."""
    phrase = next((part.phrase for part, after in pairwise(parts) if part.phrase and after.text in ("分别", "各自", "两两")), None)
    items = phrase.items if phrase else ()
    if len(items) < 4 or len(items) % 2 or any(one.join not in ("与", "和", "同") for one in items[1::2]) or any(
            one.join != "、" for one in items[2::2]):
        return []
    return [tuple(Actor(ref, place(voice.cast, item)) for item in pair if (ref := refer(voice.cast, item, ACTORS)))
            for pair in zip(items[::2], items[1::2], strict=True)]


def signed(parts: Sequence[Part]) -> bool:
    """Whether a list with 、 signs one agreement (甲、乙、丙签署三方协议, 甲、乙双方在丙地签订《丁协议》)."""
    said = [part for part in parts if part.kind != "adverb"]
    phrase = said[0].phrase if said else None
    at = next((n for n, part in enumerate(said) if part.kind == "verb"), 0)
    row = phrase is not None and len(phrase.items) > 1 and all(item.join in ("", "、", "和") for item in phrase.items)
    alone = all(part.phrase or part.text == "在" for part in said[1:at])  # with nobody else
    return row and alone and 0 < at < len(said) - 1 and said[at].text in listed("acts", "signing") and (
        said[-1].text.strip("》”").endswith(listed("acts", "agreements")))


def named_parties(voice: Voice, parts: Sequence[Part]) -> tuple[Actor, ...]:
    """Those of a list that a number of parties sums up, where they sign or meet (甲、乙、丙三方签约)."""
    said = [part for part in parts if part.kind != "adverb"]
    phrase: Phrase | None = said[0].phrase if said else None
    verb = said[1].text if len(said) > 1 else ""
    meeting = verb in listed("acts", "signing") or verb in modality().meets or verb.startswith(TOGETHER)
    told = phrase and meeting and voice.cast.text[phrase.start:phrase.end].endswith(SUMMED)
    return some(voice.cast, phrase, ACTORS) if told and phrase and len(phrase.items) > 1 else ()


def leads(part: Part) -> bool:
    """Whether a verb names whom somebody acts with (联合|B|做C)."""
    return any(part.text in frame.words.get("leading", ()) for frame in with_frames())


def several(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲市与乙市、丙市三地测试牌照互认: places in a row that a number sums up do something mutual, two by two."""
    start, end = parts[0].start, parts[-1].end
    row: list[Mark] = []
    for mark in voice.cast.marks:
        if start <= mark.start and mark.end <= end and mark.classes[0] == "Region":
            row = [*row, mark] if row and voice.cast.text[row[-1].end:mark.start] in ("、", "和", "与", "及") else [mark]
            summed = SEVERAL.match(voice.cast.text, mark.end)
            if len(row) > 1 and summed and MUTUAL.search(voice.cast.text, summed.end(), end):
                places = [Actor(ref, Found(one.start, one.end, one.text)) for one in row if (ref := voice.cast.of_mark(one))]
                yield from among(voice, wished(tuple(places), [part for part in parts if part.end <= row[0].start]))


def with_frames() -> Iterator[Frame]:
    return (frame for frame in frames().all if frame.construction == "with")


def company(voice: Voice, frame: Frame, parts: Sequence[Part], at: int, phrase: Phrase) -> Iterator[Atom]:
    """The pairs that the phrase at `at` makes with who stands before it."""
    before = parts[at - 1] if at else None
    others = some_one(some(voice.cast, phrase, frame.classes)) or meant(voice, phrase, frame) or branded(voice, phrase)
    if "leading" in frame.words:
        if before and leads(before) and not phrase.named[-1].text.endswith(modality().things):
            acting = doers(voice, parts[:at - 1])
            yield from meet(voice, frame, acting, others)
            encouraged = not voice.memory.encouraged and any(actor.encouraged for actor in acting)  # the verb before them joins them
            able = any(actor.found is None or admits_subject("cooperatesWith", actor.ref.class_) for actor in acting)  # no fund
            goes_on = any(part.kind == "verb" for part in parts[at + 1:]) or (
                not parts[at + 1:] and (WRITING.search(voice.cast.text, parts[at].end, voice.span[1])  # 甲局会同乙局,…制定
                                        or WORKING.match(voice.cast.text, parts[at].end, voice.span[1])))
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
    return verb in KEEPING and rest[-1].text.endswith(("合作", "关系", "协作", "对接", "往来", "联系"))


def meant(voice: Voice, phrase: Phrase, frame: Frame) -> tuple[Actor, ...]:
    """The park or platform that a class word alone points at (与基地合作)."""
    item = phrase.named[-1]
    ref = spoken_of(voice.cast, item, frame.classes) if voice.cast.telling and item.generic and "joins" in frame.words else None
    return (Actor(ref, place(voice.cast, item)),) if ref else ()


def branded(voice: Voice, phrase: Phrase) -> tuple[Actor, ...]:
    """The firms whose brands a phrase names (牵手甲品牌)."""
    brands = [(item, voice.cast.of_mark(item.mark)) for item in phrase.named if item.mark and item.mark.classes[0] == "Product"]
    return tuple(Actor(firm, place(voice.cast, item)) for item, ref in brands if voice.cast.telling and ref and (
        firm := voice.cast.maker(ref)) and top(firm.class_) == "Firm")


def partners(voice: Voice, side: Phrase, frame: Frame) -> tuple[Actor, ...]:
    """Those of one side that may work with somebody; in what rules a bare class of actors too (高校与企业共建X)."""
    return some_one(some(voice.cast, side, frame.classes)) or voice.workers(side)


def some_one(named: Sequence[Actor]) -> tuple[Actor, ...]:
    """Those that somebody may be said to work with: 有关部门 is nobody."""
    return tuple(actor for actor in named if not actor.ref.name.startswith(("有关", "相关", "各有关", "各相关")))


def divided(phrase: Phrase, rest: Sequence[Part]) -> tuple[Phrase, Phrase] | None:
    """A and B of A与B合作, None where the two do not work together."""
    for frame in with_frames():
        if "joins" not in frame.words or len(phrase.items) < 2 or not cooperates(phrase, rest, frame):
            continue
        split = next((n for n, item in enumerate(phrase.items) if item.join in frame.words["joins"]), 0)
        if split and not phrase.items[split - 1].name:  # 软件与芯片企业: the class word is lent, nobody stands on either side
            return (replace(phrase, items=phrase.items[:split], summary=None), replace(phrase, items=phrase.items[split:]))
    return None


def builds(rest: Sequence[Part]) -> bool:
    """Whether what follows A与B is something that both build or make."""
    verb = next((part.text for part in rest if part.kind == "verb"), "")
    return any(frame.relation in ("builds", "produces") for frame in frames().called("object", "verbs", verb)) and bool(rest[-1].phrase)


def begins(verb: str) -> bool:
    """Whether a verb begins or brings out all manner of things (启动, 推出), events among them."""
    return bare(verb) in knowledge("organizes")["alone"].split() and verb not in listed("acts", "light")


def shared(rest: Sequence[Part]) -> bool:
    """Whether what follows 与B is built, issued or held by both (与B|共建|X, 和B|一起|打造X)."""
    verb = next((part.text for part in rest if part.kind == "verb"), "")
    said = {frame.relation for frame in frames().called("object", "verbs", verb)} - ({"organizes"} if begins(verb) else set())
    both = builds(rest) or (bool(said & {"issues", "organizes"}) and rest[-1].phrase is not None)
    told = any(part.kind == "adverb" and part.text in listed("acts", "joint") for part in rest)
    return (told or verb in modality().joint or verb.startswith(JOINTLY)) and both and "produces" not in said


def wished(left: tuple[Actor, ...], before: Sequence[Part]) -> tuple[Actor, ...]:
    """Who is encouraged to work with others only may do so."""
    first = min((actor.found.start for actor in left if actor.found), default=0)
    verb = next((part.text for part in reversed(before) if part.kind == "verb" and (part.start < first or not first)), "")
    return tuple(replace(actor, encouraged=True) for actor in left) if verb in modality().encourage else left


def doers(voice: Voice, before: Sequence[Part]) -> tuple[Actor, ...]:
    """Who works with the partner: named before it in the clause, else who acts."""
    named: tuple[Actor, ...] = ()
    verb = ""
    for part in before:
        verb = part.text if part.kind == "verb" else verb
        encouraged = verb in modality().encourage  # 鼓励|A|加强与B的合作
        found = voice.workers(part.phrase) if encouraged else actors(voice.cast, part.phrase, ACTORS)
        named += tuple(replace(actor, encouraged=True) for actor in found) if encouraged else found
    return named or voice.memory.encouraged or voice.subjects()


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


def among(voice: Voice, together: Sequence[Actor]) -> Iterator[Atom]:
    """Those who do something jointly, two by two."""
    for n, one in enumerate(together):
        for other in together[n + 1:]:
            if fits("cooperatesWith", one.ref.class_, other.ref.class_):
                yield voice.pair(one, other, "cooperatesWith.joint")


def cooperates(phrase: Phrase, rest: Sequence[Part], frame: Frame) -> bool:
    """Whether what follows B says that A and B work together; hosting an event side by side does not."""
    if any(noun in phrase.tail for noun in frame.words["nouns"]):
        return True
    hosts = any(frame.relation == "organizes" and not begins(part.text) and (
        part.text not in listed("acts", "light") or (after and after.phrase)) for part, after in zip_longest(rest, rest[1:])
                for frame in frames().called("object", "verbs", part.text))
    for part in rest:
        if part.kind in ("verb", "adverb") and (part.text in frame.words["verbs"] or part.text.startswith(JOINTLY)):
            return not hosts
        if part.kind == "verb" and part.text not in listed("acts", "light"):
            return False
        if part.phrase and any(noun in part.text for noun in frame.words["nouns"]):
            return True
    return False
