"""Relatives: verbs that stand before 的 and only say which thing is meant (甲公司生产的车型, 由甲研发的X, 引进的人才)."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses import Part
from loaders.knowledge import listed
from loaders.lexicon import lexicon
from loaders.phrases import Phrase
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom
from loaders.statements.frames import frames
from loaders.statements.modality import modality
from loaders.statements.naming import actors, joined, some

PLACES = ("Region", "Park")
SUM = re.compile(r"[近约超逾]?\d[\d.]*[万亿]*(?:美|欧)?元")
MAKERS = ("Firm", "Institution")
TOWARDS = ("为", "给", "对")  # whom or what something is done for
WHICH = re.compile("[这那该某](?:家|款|座|个|所|支|项|辆|片|条)$")


def verbal(phrase: Phrase | None) -> str:
    """The verb that is all the restriction of a thing (建设|的|基地), "" for none."""
    condition = phrase.items[0].condition if phrase and phrase.items else ""
    return condition if lexicon().kinds.get(condition) in ("either", "nominal") else ""


def before_of(voice: Voice, part: Part) -> bool:
    """Whether 的 follows."""
    return voice.cast.text[part.end:part.end + 1] == "的"


def head(voice: Voice, parts: Sequence[Part], at: int) -> int | None:
    """The index of what is spoken of where the actor at `at` only stands in a clause before 的 (由甲公司研发的|X), None
    where it acts itself (甲公司|为|共建的乙中心|揭牌); normative texts have no such subjects."""
    verb = next((n for n in range(at + 1, len(parts)) if parts[n].kind == "verb"), len(parts))
    if voice.scene.normative or any(part.text in TOWARDS for part in parts[at + 1:verb]):
        return None
    bare = next((n for n in range(at + 1, min(verb + 2, len(parts) - 1)) if verbal(parts[n].phrase)), None)
    behind = verb + 1 < len(parts) - 1 and parts[verb + 1].phrase is not None and (
        before_of(voice, parts[verb]) or (spends(parts, verb) and any(part.kind == "verb" for part in parts[verb + 2:])))
    return bare if bare is not None else verb + 1 if behind else None


def spends(parts: Sequence[Part], at: int) -> bool:
    """Whether the verb and a sum stand before 的 (甲公司|投资|9亿元的乙项目): they tell whose the work is."""
    phrase = parts[at + 1].phrase if at + 1 < len(parts) and parts[at].text in listed("acts", "spending") else None
    return phrase is not None and bool(phrase.items) and SUM.match(phrase.items[0].condition) is not None


def relative(voice: Voice, parts: Sequence[Part], at: int) -> tuple[Actor, ...]:
    """Who does what a verb before 的 says (甲公司生产|的|车型)."""
    if voice.scene.normative or not (verbal(parts[at].phrase) or before_of(voice, parts[at]) or spends(parts, at)):
        return ()
    by = next((n + 1 for n in range(at) if parts[n].text in ("由", "经")), 0)
    front = [n for n in range(by, at) if parts[n].kind not in ("adverb", "preposition") and parts[n].text not in listed("acts", "heading")]
    if front and parts[front[-1]].phrase and any(parts[n].kind == "verb" for n in front):  # 采用|甲公司|研发|的|设备
        verbs = [n for n in front if parts[n].kind == "verb"]
        own = [n for n in verbs if not lexicon().has("carrying", parts[n].text)]  # 是甲公司|围绕|乙产业|打造|的平台
        last = max(own or verbs)
        maker = next((n for n in front if n > last and parts[n].phrase and parts[n - 1].kind != "preposition"), front[-1])
        return actors(voice.cast, parts[maker].phrase, MAKERS)
    own = [n for n in front[1:] if parts[n].phrase and parts[n - 1].kind == "adverb" and any(
        part.kind == "preposition" for part in parts[front[0]:n])]  # 《甲》依据《乙》和去年|丙地|签订|的《丁》
    first = own[-1:] or front[:1]
    return joined(voice.cast, parts, first[0]) if first and parts[first[0]].phrase and not any(
        parts[n].kind == "verb" for n in front) else ()


def tells_which(voice: Voice, part: Part) -> bool:
    """Whether a verb or preposition behind 这家 only tells which one is meant (这家|背靠甲、乙的品牌): nobody named does it."""
    return WHICH.search(voice.cast.text, max(voice.span[0], part.start - 3), part.start) is not None


def resting(voice: Voice, parts: Sequence[Part], at: int) -> bool:
    """Whether a verb before 的 only says which text something rests on (根据|去年|印发|的《甲》): whoever acts next did not do it."""
    first = next((n for n in range(at - 1, -1, -1) if parts[n].kind != "adverb"), None)
    called = frames().called("preposition", "prepositions", parts[first].text) if first is not None else ()
    return any(frame.relation == "basedOn" for frame in called) and voice.cast.telling and before_of(voice, parts[at])


def by_nobody(voice: Voice, parts: Sequence[Part], at: int) -> bool:
    """Whether a paper was given out by nobody that is named (在2016年印发的《甲》中, 今年|出台|的《甲》提出…), or what a verb
    that opens the clause made does something there itself (上线运行|的甲平台发布…)."""
    relations = {frame.relation for frame in frames().called("object", "verbs", parts[at].text)}
    issued = "issues" in relations or (parts[at].text.startswith("上线") and any(part.kind == "verb" for part in parts[at + 1:]))
    front = any(part.phrase for part in parts[:at])
    opens = voice.cast.text[parts[0].start] == "在" and "中" in voice.cast.text[parts[-1].end - 1:parts[-1].end + 1]
    first = voice.cast.telling and all(part.kind == "adverb" for part in parts[:at])
    this = voice.cast.text[parts[0].start - 1] in "这那" and parts[0].text in ("是", "也是", "就是", "正是")
    if this and voice.cast.telling and "builds" in relations and before_of(voice, parts[at]):
        return True  # 这是全国首个跨省|共建|的新区
    return issued and (opens or first) and not front and before_of(voice, parts[at])


def beside(voice: Voice, parts: Sequence[Part], at: int) -> bool:
    """Whether a verb before 的 only says which others somebody is joined to (甲基地|与|已经|建成|的乙基地,…): nobody named did it."""
    front = [part for part in parts[:at] if part.kind not in ("adverb", "preposition")]
    joined_to = bool(front) and front[-1].kind == "join" and (len(front) == 1 or front[-2].phrase is not None)
    return voice.cast.telling and joined_to and before_of(voice, parts[at])


def inner(voice: Voice, parts: Sequence[Part], at: int) -> tuple[Actor, ...]:
    """Who does it where what is listed is a clause of its own (其中包括|甲公司|投资2亿元的X)."""
    lists = at > 1 and parts[at - 2].text in modality().list and not voice.scene.normative
    phrase = parts[at + 1].phrase if at + 1 < len(parts) else None
    plays = at == 2 and parts[0].text == "作为" and phrase and voice.cast.text[phrase.named[-1].end] == "的"  # 作为甲城|发展|乙产业的主阵地
    return actors(voice.cast, parts[at - 1].phrase, MAKERS) if lists else actors(voice.cast, parts[1].phrase) if plays else ()


def elsewhere(voice: Voice, parts: Sequence[Part], at: int) -> bool:
    """Whether a verb before 的 says what is done in a place named before it (采购自甲市|生产|的电池): nobody is named."""
    if voice.scene.normative or at < 2 or not before_of(voice, parts[at]) or not parts[at - 1].phrase:
        return False
    return parts[at - 2].kind == "verb" and not actors(voice.cast, parts[at - 1].phrase, MAKERS) and bool(
        some(voice.cast, parts[at - 1].phrase, PLACES))


def beyond(voice: Voice, parts: Sequence[Part], at: int) -> int:
    """The index of the object at `at`, past who only does what stands before 的 (采用甲公司|研发的|设备)."""
    rest = parts[at + 1:at + 3]
    made = len(rest) > 1 and rest[0].text in listed("acts", "making") and before_of(voice, rest[0]) and rest[1].phrase is not None
    named = parts[at].phrase
    if made and named and len(named.named) == 1 and named.named[0].class_ == "" and not voice.scene.normative:
        return at + 2  # 搭载|云脉|自研的|电池
    if voice.scene.normative or not rest or not actors(voice.cast, parts[at].phrase, MAKERS):
        return at
    if rest[0].phrase and verbal(rest[0].phrase):
        return at + 1
    return at + 2 if len(rest) > 1 and rest[0].kind == "verb" and before_of(voice, rest[0]) and rest[1].phrase else at


def passive_of(voice: Voice, parts: Sequence[Part], at: int) -> bool:
    """Whether 由 names who does what a verb before 的 says (由甲主办、乙承办|的|大会): `passive` reads it."""
    return not voice.scene.normative and before_of(voice, parts[at]) and parts[at].kind == "verb" and any(
        part.text == "由" for part in parts[:at]) and sum(part.kind == "verb" for part in parts[:at]) > 0


def nominal(voice: Voice, parts: Sequence[Part], at: int) -> bool:
    """Whether a verb only says which thing or what for: behind 的 (繁忙的|生产|景象), what the conditions are there for
    (具备|建设甲园的条件), or what somebody is to what is built (是|建设甲城的一号工程)."""
    behind = parts[at + 1].phrase if at + 1 < len(parts) else None
    first = behind.items[0] if behind and behind.items else None
    ranked = at > 0 and first is not None and parts[at - 1].text in ("是", "也是", "成为", "作为")
    if ranked and first and first.condition and voice.cast.text[first.start - 1] in "的首一" and not voice.scene.normative:
        return voice.cast.text[first.whole[0] + len(first.condition)] == "的"
    able = at > 0 and parts[at - 1].text in listed("acts", "able") and voice.cast.text[parts[-1].start:parts[-1].end].endswith("条件")
    of = voice.cast.text[parts[at].start - 1:parts[at].start] == "的"
    scene = voice.cast.telling and of and parts[at].text in listed("acts", "scenes") and at + 1 < len(parts)
    return able or (scene and parts[at + 1].start == parts[at].end)


def told_of(voice: Voice, parts: Sequence[Part], at: int) -> bool:
    """Whether the verb only stands before 的 with another (上线|运行的平台): it tells which thing is spoken of."""
    phrase = parts[at + 1].phrase if at + 1 < len(parts) else None
    return not voice.scene.normative and phrase is not None and bool(verbal(phrase)) and phrase.start == parts[at].end


def placed(phrase: Phrase) -> str:
    """The verb that ends what stands before 的 behind a place that no list holds (泰国罗勇府|建设|的基地)."""
    said = phrase.items[0].condition
    return next((said[n:] for n in range(2, len(said) - 1) if said[n - 1] in "国府州省市县区园" and any(
        frame.relation == "builds" for frame in frames().called("object", "verbs", said[n:]))), "")


def restricting(voice: Voice, parts: Sequence[Part], at: int) -> Iterator[Atom]:
    """甲公司在乙区建设的基地: 甲公司 builds it, also where no list holds the place."""
    phrase = parts[at].phrase
    away = placed(phrase) if phrase and at > 1 and parts[at - 1].text == "在" and not voice.scene.normative else ""
    verb = away or verbal(phrase)
    doers = actors(voice.cast, parts[at - 2].phrase, MAKERS) if away else relative(voice, parts, at)
    for frame in frames().called("object", "verbs", verb) if verb and phrase else ():
        if phrase:
            bare = replace(phrase, items=tuple(replace(item, condition="") for item in phrase.items))
            yield from voice.atoms(frame, frame.relation, bare, (verb,), doers)
