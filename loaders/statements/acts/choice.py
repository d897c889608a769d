"""Choice: which frames a verb calls with its object, the most telling construction first, and which it may not call."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.clauses import Part
from loaders.items import top
from loaders.knowledge import listed
from loaders.phrases import WAYS, Phrase
from loaders.statements.acts.cooperation import divided
from loaders.statements.acts.encouragement import handed
from loaders.statements.acts.joint import builds
from loaders.statements.acts.relatives import before_of, told_of
from loaders.statements.acts.verbs import described, ends_with, verbal_tail
from loaders.statements.acts.voice import Voice
from loaders.statements.bare import SEAT
from loaders.statements.frames import Frame, frames
from loaders.statements.modality import modality


def called(voice: Voice, parts: Sequence[Part], at: int, phrase: Phrase, chain: tuple[str, ...]) -> Iterator[Frame]:
    """The frames that verb `at` calls with this object, the most telling construction first."""
    if described(parts, at) or lifted(parts, at, phrase.tail):
        return
    if held := restrained(parts, at, chain):
        yield held
        return
    tail = phrase.tail + verbal_tail(parts, at) or measured(phrase)
    behind = voice.cast.text[phrase.items[-1].end:phrase.end] if phrase.items else ""
    for construction in ("tail", "object", "preposition", *settling(voice, parts[:at]), "duty"):
        if construction == "object" and tail.endswith(modality().things):
            continue  # 建立重大项目推介机制, 落实负面清单制度: what stands before 机制 is not the object
        if construction == "tail" and before_of(voice, parts[at]):
            continue  # 凭借丰富的甲产业布局: the verb only says which
        if construction == "tail" and formed(parts, at) and tail.endswith(modality().things):
            continue  # 形成龙头带动甲产业融合发展的格局: nobody furthers it
        cue = "prepositions" if construction == "preposition" else "verbs"
        for frame in frames().called(construction, cue, parts[at].text):
            if construction == "tail" and not ends_with(tail, frame.words["tails"]):
                continue
            if construction == "place" and behind.startswith(("的项目", "的工厂", "的基地", "的工程", "的生产")):
                continue  # 甲公司|位于|乙市的项目总投资
            if frame.relation == "uses" and frame.unnamed and (tail or behind).endswith(WAYS):
                continue  # 采用一次性建设补贴方式: a way, no technology
            about = (tail or behind).endswith(modality().about) or any(part.text in modality().about for part in parts[at + 2:at + 3])
            if frame.relation in ("uses", "supports") and construction == "object" and about:
                continue  # 满足使用新能源汽车的需求, 吸引整车企业的目光
            if frame.relation == "builds" and (headed(parts, at) or told_of(voice, parts, at) or served(parts, at)):
                continue
            if not barred(frame, parts[at].text, phrase, parts[at + 2:]) and helps(frame, parts[:at]):
                yield frame


def lifted(parts: Sequence[Part], at: int, tail: str) -> bool:
    """取消甲车进城限制, 取消甲车限购: what restricted it is taken back."""
    limits = listed("acts", "limits")
    return parts[at].text in listed("acts", "lifting") and (tail.endswith(limits) or any(
        part.text.endswith(limits) for part in parts[at + 2:at + 4]))


def measured(phrase: Phrase) -> str:
    """What of a thing is spoken of, where one wording holds both (发挥|甲院检测优势)."""
    item = phrase.items[-1] if phrase.items else None
    return item.text[item.first.end - item.first.start:] if item and item.first and item.class_ == "abstract" else ""


def restrained(parts: Sequence[Part], at: int, chain: tuple[str, ...]) -> Frame | None:
    """The frame of a verb before that restricts what this one does, or helps (严控资金投向X)."""
    helping = any(frame.relation == "supports" for frame in frames().called("object", "verbs", parts[at].text))
    said = (*(part.text for part in parts[:at] if part.kind == "verb"), *chain) if helping else chain
    return next((frame for word in said for frame in frames().called("object", "verbs", word)
                 if frame.relation == "restricts"), None)


def barred(frame: Frame, verb: str, phrase: Phrase, rest: Sequence[Part]) -> bool:
    """Whether what stands behind the object says that the frame is not meant."""
    if verb in modality().draws and any(part.text in modality().attending for part in rest):
        return True  # 吸引A参会 helps nobody
    if frame.unnamed and verb.startswith("推广") and [part.kind for part in rest[:1]] == ["verb"]:
        return True  # 推广绿色低碳|生产|生活方式 is cut too early to be a name
    if not frame.nested:
        return False
    if frame.relation == "supports" and rest and rest[0].text in listed("acts", "counting") and all(
            top(item.class_) == "Region" for item in phrase.named):
        return True  # 推动两地|新增|企业9家: what came of it
    if "goes" in frame.words and not any(part.text in frame.words["goes"] for part in rest):
        return True  # 推动甲产业|纳入目录
    if frame.relation == "supports" and divided(phrase, rest) and not builds(rest):
        return True  # 推进A和B深度合作 helps neither
    if any(part.text in modality().becomes for part in rest):
        return True  # 推动A成为B says what A shall be
    return not any(part.kind == "verb" or (part.phrase and part.phrase.tail) for part in rest)  # 允许甲车在乙区|通行


def settling(voice: Voice, before: Sequence[Part]) -> tuple[str, ...]:
    """Where encouraged classes of firms are to settle (吸引企业落户X) is no fact about them nor about who encourages them, a
    named one's is."""
    if any(one.text in ("把", "将") and two.phrase and not two.text.endswith(SEAT) for one, two in pairwise(before)):
        return ()  # 甲公司把研发中心设在乙区: the centre is there
    acting = voice.memory.actors
    if acting and not any(part.phrase for part in before) and all(top(actor.ref.class_) == "Region" for actor in acting):
        return ()  # 甲市建成乙中心,位于丙街道: the centre lies there
    groups = all(top(actor.ref.class_) == "AgentGroup" for actor in voice.memory.encouraged)
    set_to = voice.memory.encouraged or any(
        one.text in modality().encourage and two.phrase for one, two in pairwise(before))
    return () if groups and set_to else ("place",)


def served(parts: Sequence[Part], at: int) -> bool:
    """Whether the verb is what somebody is helped to do (为甲公司在乙市|设立|研发中心|提供用地)."""
    whom = any(one.text in ("为", "给") and other.phrase for one, other in pairwise(parts[:at]))
    return whom and any(part.kind == "verb" and part.text in listed("acts", "helps") for part in parts[at + 1:])


def formed(parts: Sequence[Part], at: int) -> bool:
    """Whether what the verb says is what has come to be (形成龙头|带动|甲产业发展格局)."""
    return any(part.text in listed("acts", "forming") for part in parts[:at])


def headed(parts: Sequence[Part], at: int) -> bool:
    """Whether what looks like the object goes on to a head of its own (启动设施建设|奖励|申报)."""
    rest = parts[at + 2:at + 3]
    return bool(rest) and rest[0].text in modality().heads and rest[0].start == parts[at + 1].end


def helps(frame: Frame, before: Sequence[Part]) -> bool:
    """Whether one of the words that the frame wants before the verb stands there, whoever it names (支持|甲区|开展试点)."""
    return "after" not in frame.words or any(part.text in frame.words["after"] for part in before)


def object_of(frame: Frame, phrase: Phrase, rest: Sequence[Part]) -> Phrase:
    """What of a phrase is the object: of 支持A与B合作 A alone, of 支持A与B共建C both; not the last item where that is what
    the next verb speaks of (打造甲枢纽、|乙港|建成丙港)."""
    apart = frame.relation == "supports" and frame.construction != "tail" and not builds(rest)
    sides = divided(phrase, rest) if apart else None
    phrase = sides[0] if sides else phrase
    becomes = len(phrase.items) > 1 and phrase.items[-1].join == "、" and rest and rest[0].text in modality().becomes
    goes_on = becomes or (frame.relation != "supports" and handed(phrase, rest))
    return replace(phrase, items=phrase.items[:-1], summary=None) if goes_on else phrase
