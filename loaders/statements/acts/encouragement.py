"""Encouragement: who is set to work by a verb, and for how long he acts: supported, drawn in, asked, allowed, founded."""
from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace

from loaders.clauses import Part
from loaders.items import ACTORS, top
from loaders.knowledge import listed
from loaders.phrases import WAYS, Phrase
from loaders.statements.acts.cooperation import divided, leads
from loaders.statements.acts.joint import among, builds
from loaders.statements.acts.relatives import PLACES
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom
from loaders.statements.frames import bare, frames
from loaders.statements.modality import modality
from loaders.statements.naming import actors, some
from loaders.verbs.objects import TRADES

SUM = re.compile("[0-9万亿]+(?:多|余)?(?:美|欧|日|港)?元")


def carry(voice: Voice, parts: Sequence[Part], named: bool) -> None:
    """An encouraged actor stays the subject of the next clause unless that clause opens a new line of action; who is
    drawn in (引进A设立B,打造C) acts in its own clause only; in news 并 goes back to who encourages."""
    memory, rules = voice.memory, voice.scene.normative
    opening = next((part.text for part in parts if part.kind in ("verb", "adverb")), "")
    first = next((part.text for part in parts if part.kind == "verb"), "")  # 优先|组织
    back = opening in ("并", "并且") and bool(memory.actors) and not rules
    parties = parts[0].phrase is not None and parts[0].text in modality().parties
    places = [actor for actor in memory.encouraged if top(actor.ref.class_) in PLACES]
    over = rules and (memory.drawn or parties or len(places) > 2)  # 支持甲、乙、丙等市承接A,打造B: B is the plan's
    if named or back or over or {opening, first} & modality().govern:
        memory.encouraged, memory.drawn = (), False
    if named or opening not in modality().govern:
        return
    if memory.asked and opening not in modality().support:  # 希望甲支持乙建设X,|支持丙: 甲 is to help both
        memory.actors, memory.asked = (), False
    if memory.permitting:
        memory.actors = memory.permitting


def encouraged(voice: Voice, parts: Sequence[Part], at: int) -> tuple[Actor, ...]:
    """The actors that verb `at` sets to work, when another verb follows them."""
    words_of = modality()
    if parts[at].text not in words_of.encourage or at + 2 >= len(parts):
        return ()
    if not any(part.kind in ("verb", "preposition", "join") for part in parts[at + 2:]):
        found = voice.workers(parts[at + 1].phrase) if parts[at].text in words_of.support else ()
        return tuple(replace(actor, encouraged=True) for actor in found)
    phrase = parts[at + 1].phrase
    sides = divided(phrase, parts[at + 2:]) if phrase and not builds(parts[at + 2:]) else None
    found = voice.workers(sides[0] if sides else phrase)
    with_, others = parts[at + 2], parts[at + 3].phrase if len(parts) > at + 3 else None
    found += voice.workers(others) if with_.kind == "join" else some(voice.cast, others, ACTORS) if found and leads(with_) else ()
    duty = parts[at].text in words_of.appoints and parts[at + 2].text.startswith(("负责", "承担", *listed("acts", "running")))
    return tuple(replace(actor, encouraged=not duty) for actor in found)


def likewise(voice: Voice, parts: Sequence[Part]) -> Generator[Atom, None, bool]:
    """支持A建设X,B建设Y: B is helped too, where rules and what explains them go on with who does what; returns whether
    they do."""
    verb, helpers = voice.memory.helper
    said = parts[1] if len(parts) > 1 and parts[0].phrase and parts[1].kind == "verb" else None
    if not verb or not (voice.scene.normative or voice.scene.told):
        return False
    if said is None:
        return parts[0].phrase is not None
    if said.text in modality().encourage | frozenset(listed("acts", "results")):
        return False
    counted = re.search(r"\d", voice.cast.text[parts[0].start:parts[-1].end])  # …,园内配套率提升至38%
    found = () if counted else voice.workers(parts[0].phrase)
    if not found or any(top(actor.ref.class_) in ("Agency", "Person", "Platform") for actor in found):
        phrase = None if counted or found else parts[0].phrase
        bare = phrase is not None and all(item.generic and item.class_ == "AgentGroup" for item in phrase.items)
        voice.memory.unknown = voice.memory.unknown or bare  # 支持A建设X,|企业提升Y,|B建设Z: the row goes on
        return bare
    for frame in frames().called("object", "verbs", verb):
        if frame.relation == "supports" and "Region" in frame.classes and parts[0].phrase:
            yield from [voice.tie("supports", helper, actor, frame.rule, {"strength": frames().strength.get(verb[:2], 4)})
                        for helper in voice.admitted("supports", helpers) for actor in found]
    voice.memory.actors = tuple(helper for helper in helpers if helper.found)
    voice.memory.encouraged, voice.memory.unknown = tuple(replace(actor, encouraged=True) for actor in found), False
    return True


def help_on(voice: Voice, parts: Sequence[Part], went_on: bool) -> None:
    """Remember who helped by which verb, for as long as the clauses behind tell of others that are helped."""
    first = next((part for part in parts if part.kind != "adverb"), parts[0])
    if first.text in modality().support:
        voice.memory.helper = first.text, voice.subjects()
    elif not went_on:
        voice.memory.helper = "", ()


def handed(phrase: Phrase | None, rest: Sequence[Part]) -> bool:
    """Whether the last of a list acts in the verb behind it (指导甲市创建乙园、|丙市|创建丁园)."""
    if phrase is None or len(phrase.items) < 2 or not rest or rest[0].kind != "verb" or len(rest) < 2:
        return False
    last, others = phrase.items[-1], phrase.items[:-1]
    somebody = last.mark is not None and last.join == "、" and top(last.class_) in ("Region", "Firm", "Institution", "Agency")
    return somebody and all(top(item.class_) not in ("Region", "Firm", "Institution", "Agency", "AgentGroup") for item in others)


def passed_on(voice: Voice, parts: Sequence[Part], at: int) -> Iterator[Atom]:
    """指导甲市创建乙园、丙市|创建丁园: 丙市 is helped too, and acts from here on."""
    phrase = parts[at - 1].phrase if at else None
    helped = at > 1 and parts[at - 2].text in modality().encourage  # 支持甲园、乙市|共建丙园: both are helped
    if phrase is None or helped or not voice.memory.encouraged or not handed(phrase, parts[at:]):
        return
    next_ones = actors(voice.cast, replace(phrase, items=phrase.items[-1:], summary=None), ACTORS)
    voice.memory.encouraged = tuple(replace(actor, encouraged=True) for actor in next_ones)
    for one in voice.admitted("supports", voice.subjects()):
        for other in next_ones:
            yield voice.tie("supports", one, other, "supports.handed", {"strength": 4})


def ask(voice: Voice, parts: Sequence[Part]) -> None:
    """建议B做X, 向B请求支持X: B is asked to act from here on; where nobody is named, the act itself is only asked for."""
    at = next((n for n, part in enumerate(parts) if part.kind == "verb" and part.text in modality().asked
               and voice.cast.text[part.start - 1] != "的"), len(parts))
    behind = parts[at + 1:]
    own = at < len(parts) and parts[at].text == "申请" and builds(behind)  # who applies to build builds
    if at == len(parts) and dangling(parts):
        voice.memory.asked = True
    if voice.scene.normative or own or not any(part.kind in ("verb", "preposition") for part in behind):
        return
    towards = [parts[n + 1].phrase for n in range(at - 1) if parts[n].text in ("向", "请") and parts[n + 1].phrase]
    verb = next((part.text for part in behind if part.kind == "verb"), "")
    if towards and verb not in modality().encourage | modality().granted:
        towards = []
        behind = parts[at + 1:at + 1]
    named = actors(voice.cast, towards[-1] if towards else behind[0].phrase if behind else None, ACTORS)
    voice.memory.asked, voice.memory.actors = True, named or voice.memory.actors
    voice.memory.unknown = voice.memory.unknown and not named


def dangling(parts: Sequence[Part]) -> bool:
    """Whether a clause ends with the way in which somebody wants to act (拟|通过|协议方式,与乙公司…), or with what he wants to
    spend on it (拟|投资|9亿元,建设…): the next says what."""
    at = next((n for n, part in enumerate(parts) if part.kind == "verb" and modality().wishes([part.text])), len(parts))
    spent = [part for part in parts[at + 1:] if part.kind in ("verb", "phrase")][-2:]
    once = sum(part.kind == "verb" for part in parts[at + 1:]) == 1
    if len(spent) == 2 and once and spent[0].text in listed("acts", "spending") and SUM.search(spent[1].text):
        return True
    way = at + 2 < len(parts) and parts[at + 1].kind == "preposition"
    return way and (parts[-1].text.endswith(WAYS) or not any(part.kind == "verb" for part in parts[at + 1:]))


def permit(voice: Voice, parts: Sequence[Part], at: int) -> None:
    """A同意B建设C: B acts from here on, by leave of A."""
    after = parts[at + 1].phrase if at + 1 < len(parts) else None
    paper = parts[-1].phrase is not None and parts[-1].phrase.named[0].generic and parts[-1].phrase.named[0].class_ == "Policy"
    acting = any(part.kind == "verb" for part in parts[at + 2:]) and not paper  # 批复甲示范区|建设|方案
    named = actors(voice.cast, after, ACTORS) if parts[at].text in modality().permit and acting else ()
    if named:
        voice.memory.allowing = voice.memory.permitting = voice.memory.actors
        voice.memory.actors = named


def founding(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲公司成立乙公司,…: what the sentence goes on to say is 乙公司's, unless 并 goes back to 甲公司."""
    last = next((part.phrase for part in reversed(parts) if part.kind != "adverb"), None)
    verb = next((part.text for part in reversed(parts) if part.kind == "verb"), "")
    firms = actors(voice.cast, last, ("Firm",)) if bare(verb) in modality().founding else ()
    if len(firms) == 1 and not voice.scene.normative and voice.memory.actors:
        yield from among(voice, [actor for actor in voice.memory.actors if top(actor.ref.class_) == "Firm"])
        voice.memory.founders, voice.memory.actors = voice.memory.actors, firms


def somebody(parts: Sequence[Part], at: int) -> bool:
    """Whether verb `at` sets somebody unnamed to work (支持企业在甲园建设X): whoever supports does not build it."""
    rest = parts[at + 1:]
    return parts[at].text in modality().encourage and len(rest) > 2 and rest[0].phrase is not None and (
        top(rest[0].phrase.named[0].class_) in ACTORS) and any(part.kind == "verb" for part in rest[1:])


def by_trade(parts: Sequence[Part], at: int) -> bool:
    """Whether a trade is called upon to do what verb `at` says (引导公交领域|使用X): nobody named does it."""
    phrase = parts[at - 1].phrase if at > 1 and parts[at - 2].text in modality().encourage else None
    return phrase is not None and phrase.named[-1].text.endswith(TRADES) and not phrase.named[-1].mark


def uses(rest: Sequence[Part]) -> bool:
    """Whether the next verb says that something is used or relied on (支持区县|用好债券, 指导区县|发挥甲平台作用)."""
    verb = next((part.text for part in rest if part.kind == "verb"), "")
    return any(frame.relation in ("uses", "reliesOn") for construction in ("object", "tail")
               for frame in frames().called(construction, "verbs", verb))


def jointly_set(voice: Voice, parts: Sequence[Part], at: int, found: Sequence[Actor]) -> Iterator[Atom]:
    """支持|甲、乙|共同|申报丙: those encouraged to do it together work together."""
    if len(found) > 1 and parts[at + 2].text.startswith((*listed("cooperates", "jointly"), "共建", "联手")) and not leads(parts[at + 2]):
        yield from among(voice, [actor for actor in found if top(actor.ref.class_) != "AgentGroup"])


def set_to_work(voice: Voice, parts: Sequence[Part], at: int, found: tuple[Actor, ...]) -> bool:
    """Whoever verb `at` sets to work acts from here on; True where it is nobody named, to the end of the clause only."""
    if found:
        voice.memory.encouraged, voice.memory.drawn = found, parts[at].text in modality().draws
    elif somebody(parts, at) and (voice.cast.telling or (not voice.scene.normative and uses(parts[at + 2:]))):
        voice.memory.unknown = True
        return not voice.cast.telling
    return False
