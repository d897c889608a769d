"""Verbs: what stands around one in its clause: whether it is done at all, what it is chained with, what closes it."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from loaders.clauses import Part
from loaders.knowledge import listed
from loaders.lexicon import lexicon
from loaders.phrases import Phrase
from loaders.statements.acts.relatives import before_of, elsewhere, nominal, passive_of
from loaders.statements.acts.voice import Voice
from loaders.statements.modality import modality

LISTING = ("、", "和", "及", "以及")
TRADED = ("进口", "出口", "消费", "采购", "投资", "销售")
EFFORTS = ("力度", "步伐", "进程", "进度", "工作", "水平", "能力", "规模", "速度", "节奏", "作用")
ABOUT = re.compile("规划|方案|标准|规范|指南|编制|审批|备案|监管|补贴|奖补|资金|成本|经验|情况|要求|条件|模式|机制|政策|主体|企业|需求"
                   "|用地|难题|问题|困难|人才|管理|任务|资质|手续")  # 推进充电桩|建设规划编制: a paper, no work
SLOGAN = re.compile("的?(?:重大|总体|工作|发展|战略)*(?:部署|战略|要求|目标|理念|思路|精神|主题|口号|定位|愿景|使命|任务)")
PROPOSALS = ("建议", "提案", "议案", "意见", "诉求", "来信", "请示", "报告", "函")
MEANS = ("使用", "利用", "运用", "通过", "依托", "借助", "采用", "投资", "出资", "斥资", "投入", "耗资")  # 拟|使用|自有资金|建设X
WHITHER = ("向", "往", "朝", "在", "由", "从", "按", "按照", "如")


def said(voice: Voice, parts: Sequence[Part], at: int) -> bool:
    """Whether verb `at` says what somebody does, rather than of which thing or of what kind the clause speaks."""
    part = parts[at]
    if part.kind != "verb" or passive_of(voice, parts, at) or (at and parts[at - 1].text in ("对", "对于")):
        return False
    if at > 1 and parts[at - 2].text == "被" and parts[at - 1].phrase and part.text in listed("approves", "titles"):
        return False  # 被甲局授予X: `approvals` reads it
    if called_so(voice, part):
        return False
    if any(one.text == "关于" for one in parts[:at]) and any(one.text in PROPOSALS for one in parts[at + 1:]):
        return False  # 关于|加快|充电桩建设的|建议收悉
    if voice.scene.normative and (before_of(voice, part) or inside_name(parts, at)):  # 引进的人才: who they are, not what is done
        return False
    return not (elsewhere(voice, parts, at) or favoured(parts, at) or nominal(voice, parts, at))


def called_so(voice: Voice, part: Part) -> bool:
    """Whether a verb stands in quotation marks that only say what a policy is called (“打造甲市,建设乙城”重大部署)."""
    text = voice.cast.text
    first = text.rfind("“", voice.span[0], part.start)
    last = text.find("”", part.end, voice.span[1]) if first >= 0 else -1
    return last > 0 and "”" not in text[first:part.start] and SLOGAN.match(text, last + 1) is not None


def favoured(parts: Sequence[Part], at: int) -> bool:
    """Whether a verb only says what is given support (对扩大产量、打造集群等|给予支持)."""
    return any(part.text in ("对", "对于") for part in parts[:at]) and any(
        part.kind == "verb" and part.text.startswith(("给予", "予以")) for part in parts[at + 1:])


def described(parts: Sequence[Part], at: int) -> bool:
    """Whether 新建 and the like only say of which things a rule or a rate speaks (新建停车场|按10%的比例配建…, 新建小区…率达到…)."""
    rest = parts[at + 1:at + 3]
    phrase = rest[1].phrase if len(rest) == 2 and rest[0].text in ("且", "并", "并且") else None
    if phrase and phrase.items and phrase.items[0].condition:
        return at + 3 < len(parts)  # 建成投运|且符合条件的|项目|可申报补贴
    if parts[at].text not in listed("acts", "new") or at + 2 >= len(parts):
        return False
    following = parts[at + 2]
    ruled = following.text in listed("acts", "rules") and any(part.kind == "verb" for part in parts[at + 2:])
    return ruled or (following.kind == "verb" and parts[at + 1].text.endswith(("比例", "率", "占比", "比重")))


def inside_name(parts: Sequence[Part], at: int) -> bool:
    """Whether the verb belongs to the name of what is to be made better (完善园区|开发建设|联席会议…), or says what an
    atmosphere or a mechanism is for (营造全社会|支持|甲产业发展的氛围)."""
    if at > 1 and parts[at - 1].phrase and parts[at - 2].text in modality().betters:
        return True
    if at + 1 == len(parts) or parts[-1].phrase is None or not any(part.text in modality().shapes for part in parts[:at]):
        return False
    of = any("的" in part.text or part.phrase.named[0].condition for part in parts[at:] if part.phrase)
    return parts[-1].text.endswith("机制") or (of and (lexicon().head(parts[-1].text) or ("", "?"))[1] == "")


def continued(parts: Sequence[Part], at: int) -> Phrase | None:
    """The phrase at `at` with what a join adds to its list behind a clause before 的 (打造甲中心、|辐射全国的乙中心)."""
    phrase = parts[at].phrase
    following = parts[at + 1:at + 3]
    if phrase is None or len(following) < 2 or following[0].kind != "join" or following[0].text not in LISTING:
        return phrase
    more = continued(parts, at + 2)
    if more is None or not more.items or not more.items[0].condition:
        return phrase
    return replace(phrase, end=more.end, items=phrase.items + more.items, tail=more.tail)


def held_in_common(parts: Sequence[Part], at: int) -> int | None:
    """Where the object stands that verb `at` shares with the verb joined to it (建立|和|优化|甲系统, 出台|并|推进|甲方案)."""
    rest = list(enumerate(parts))[at + 1:]
    if not rest or rest[0][1].text not in (*LISTING, "与", "并", "并且"):
        return None
    behind = [(n, part) for n, part in rest[1:] if part.kind != "adverb"]
    verbs = next((n for n, (_, part) in enumerate(behind) if part.kind != "verb"), len(behind))
    return behind[verbs][0] if 0 < verbs < len(behind) and behind[verbs][1].phrase else None


def brought_forward(parts: Sequence[Part], at: int) -> Phrase | None:
    """What 将 or 把 brings before the verb (将|《甲规划》|印发各区县)."""
    moved = at > 1 and parts[at - 2].text in ("将", "把") and parts[at - 2].kind == "preposition"
    return parts[at - 1].phrase if moved else None


def chain_before(parts: Sequence[Part], at: int) -> tuple[str, ...]:
    """Verb `at` with the verbs and adverbs that stand before it, over adjuncts (拟|在X|建设, 拟|与A|签署)."""
    chain = [parts[at].text]
    first = at
    while first:
        if parts[first - 1].kind in ("verb", "adverb"):
            first -= 1
            chain.insert(0, parts[first].text)
        elif first > 1 and parts[first - 1].kind == "phrase" and (
                parts[first - 2].kind == "preposition" or wishing(parts[:first - 1]) or by_means(parts[:first - 1])):
            first -= 2
        else:
            break
    return tuple(chain)


def wishing(before: Sequence[Part]) -> bool:
    """Whether a join stands between a wish and with whom it is to be done (拟|与|乙公司|签署)."""
    return len(before) > 1 and before[-1].kind == "join" and modality().wishes([before[-2].text])


def by_means(before: Sequence[Part]) -> bool:
    """Whether a verb stands there that only says with what a wish is to be carried out (拟|使用|自有资金|建设X)."""
    return before[-1].text in MEANS and any(modality().wishes([part.text]) for part in before[:-1] if part.kind == "verb")


def verbal_tail(parts: Sequence[Part], at: int) -> str:
    """The verbs that end the clause behind the object, over where or whither it goes (加强企业|引育|力度,
    推动甲产业|向|高端化|迈进, 加快乙项目|按期|投产), or how it is to be (推动丙航线|常态化)."""
    rest = [part for part in parts[at + 2:] if part.kind != "adverb"]
    if not rest and parts[-1].kind == "adverb" and parts[-1].text.endswith("化"):
        return parts[-1].text
    while len(rest) > 2 and rest[0].text in WHITHER and rest[1].phrase:
        rest = rest[2:]
    verbs = list(takewhile(lambda part: part.kind == "verb", rest))
    behind = rest[len(verbs):]
    done = not behind or behind[0].kind == "join" or (len(behind) == 1 and behind[0].text in EFFORTS)
    return "".join(part.text for part in (*verbs, *behind)) if verbs and done else ""


def ends_with(tail: str, tails: frozenset[str]) -> bool:
    spent = tail.endswith("投入") or tail.startswith(TRADED)  # 加大|研发投入 spends money, on what it is done for
    return bool(tail) and not spent and any(tail == word or (tail.startswith(word) and not ABOUT.match(tail, len(word)))
                                            or tail.endswith(word) for word in tails)
