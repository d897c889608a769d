"""Passes over words that stand inside a name or before a noun, and say nothing of what is done."""
from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from loaders.knowledge import listed as words_of
from loaders.lexicon import lexicon, load
from loaders.words.word import INSIDE, OBJECTS, Word, is_group, is_region

LINES = ("有", "拥有", "包括", "涵盖", "共有", "现有", "已有", "推出", "打造", "布局")  # 旗下|拥有甲车型
ENLARGING = ("扩能", "扩产", "增产", "技改扩能", "扩能增效", "增资", "增资扩产", "迁建", "技改", "升级", "转型升级", "扩能上量")
ONCE = ("一场", "一次", "首场", "首届", "一届", "首次")
WIDE = ("全国", "全球", "国内", "世界", "国际", "行业", "业内", "西部", "西南", "同类", "中国", "我国")  # 全国首个
JOINING = ("、", "与", "和", "及")
FIRMS = ("Firm", "Automaker", "PartsMaker", "LogisticsFirm", "MobilityFirm", "FinancialInstitution", "Institution")
OUTSIDE = ("stop", "of", "preposition", "adverb")
BOUNDS = ("stop", "of", "join", "preposition", "adverb")


def deed(found: Sequence[Word], n: int) -> str:
    """What is signed is one name up to the word for it (签署|甲品牌深化合作备忘录)."""
    if found[n].kind != "verb":
        return ""
    known = lexicon()
    start = next((m + 1 for m in range(n) if known.has("signing", found[m].text)), n)
    inside = start < n and all(word.kind not in BOUNDS for word in found[start:n])
    rest = takewhile(lambda word: word.kind not in BOUNDS, found[n + 1:])
    return "noun" if inside and any(known.has("deeds", word.text) for word in rest) else ""


def honoured(found: Sequence[Word], n: int) -> str:
    """What somebody is counted among is one name up to its class word (入选|进口贸易促进创新示范区)."""
    word = found[n]
    if word.kind not in ("verb", "either") or len(word.text) < 2:
        return ""
    start = next((m for m in range(n - 1, max(n - 8, 0), -1) if found[m].kind not in INSIDE), 0)
    rest = list(takewhile(lambda one: one.kind in (*INSIDE, "praise"), found[n + 1:]))
    last = (lexicon().head(rest[-1].text) or ("", ""))[1] if rest else ""
    return "noun" if start + 1 < n and found[start].text in words_of("lists", "honours") and last == "Park" else ""


def spanning(found: Sequence[Word], n: int) -> str:
    """至 between two places belongs to the name of a line (甲地|至|乙地高速公路)."""
    between = found[n].text in ("至", "到") and is_region(found[n - 1]) and is_region(found[n + 1])
    return "noun" if between and not any(word.text in ("从", "自", "由", "经") for word in found[max(n - 4, 0):n]) else ""


def occasion(found: Sequence[Word], n: int) -> str:
    """What is held is one name up to its class word (办了一场|推进甲产业发展交流活动)."""
    if found[n].kind not in ("verb", "either", "weak", "adverb", "praise"):
        return ""
    start = next((m for m in range(n - 1, max(n - 12, 1), -1) if found[m].text in ONCE and found[m - 1].kind in ("verb", "adverb")), 0)
    inside = start and all(word.kind not in ("stop", "of", "preposition") for word in found[start:n])
    rest = list(takewhile(lambda word: word.kind not in ("stop", "of", "preposition"), found[n + 1:]))
    held = rest and lexicon().heads.get(rest[-1].text) == "Event"
    return "noun" if inside and held and (start + 1 < n or found[n].kind == "verb") else ""


def producing(found: Sequence[Word], n: int) -> str:
    """生产 and 扩能 before the class word of a work say what is done there (甲电池|生产|一期项目, 甲公司一期|扩能|项目)."""
    known, (before, word, after) = lexicon(), found[n - 1:n + 2]
    run = list(takewhile(lambda later: later.kind not in (*BOUNDS, "etc"), found[n + 1:]))
    if before.text == "、" and word.text == "生产" and run and run[-1].text.endswith(("软件", "系统", "设备", "技术", "装备")):
        return "noun"  # 设计软件、|生产|控制软件
    work = known.heads.get(after.text) == "Project" and known.has("generic", after.text)
    does = known.has("manufacturing", word.text) or (word.text in ENLARGING and before.end == word.start)
    return "noun" if work and word.kind == "verb" and does and before.kind in INSIDE else ""


def elsewhere(found: Sequence[Word], n: int) -> str:
    """地 behind 等 belongs to it where places are listed (甲区、乙区等|地|电网)."""
    return "etc" if found[n].text == "地" and found[n - 1].kind == "etc" and is_region(found[n - 2]) else ""


def owned(found: Sequence[Word], n: int) -> str:
    """旗下 and 全资子公司 before a name part it from its owner like 的 (甲集团|旗下|乙公司), before a verb it is none
    (甲集团|旗下|拥有乙品牌)."""
    known, word, after = lexicon(), found[n], found[n + 1]
    if not known.has("owned", word.text):
        return ""
    if word.text in ("旗下", "麾下") and after.text in LINES:
        return "adverb"
    if n and found[n - 1].kind in ("verb", "either", "weak", "adverb") and word.text in ("旗下", "麾下", "下属", "属下", "所属"):
        return "measure"  # 整合|旗下|资源
    thing = known.heads.get(after.text, "Product") == "Product" or word.text == "所属"
    return "of" if after.kind in ("mark", "quote", "of") or (after.kind in ("noun", "weak") and thing) else ""


def firsts(found: Sequence[Word], n: int) -> str:
    """首辆 and 首个 behind a name part what it has from it like 的 (甲项目|首辆|客车, 乙公司|首款|轿车)."""
    before, word, after = found[n - 1:n + 2]
    own = before.kind in ("noun", "mark", "quote") and before.end == word.start and before.text not in WIDE and not (
        before.mark and before.mark.kind == "pointer")
    return "of" if own and lexicon().has("firsts", word.text) and after.kind in ("noun", "mark", "quote", "praise", "nominal") else ""


def beside(found: Sequence[Word], n: int) -> str:
    """内 and 以外 behind a place part what is there from it like 的 (园区|内|企业)."""
    before, word, after = found[n - 1:n + 2]
    if not lexicon().has("within", word.text) or before.end != word.start or after.kind not in ("noun", "mark", "praise"):
        return ""
    return "of" if before.text.endswith(tuple("区园市县镇圈省域")) or is_region(before) else ""


def standing(found: Sequence[Word], n: int) -> str:
    """How far a project is says of which sort it is (甲、乙等|在建|项目)."""
    before, word, after = found[n - 1:n + 2]
    stage = lexicon().has("standing", word.text) and before.kind in ("etc", "verb")
    return "praise" if stage and after.text.startswith(("项目", "工程")) else ""


@cache
def celebrated() -> tuple[frozenset[str], frozenset[str]]:
    """What is celebrated, and the ceremonies that it is held for (首发|仪式)."""
    data = load("organizes")
    return frozenset(data["celebrates"].split()), frozenset(data["ceremonies"].split()) - {"暨"}


def ceremony(found: Sequence[Word], n: int) -> str:
    """How something is celebrated belongs to the name of the ceremony (甲车型|正式|首发仪式)."""
    before, word, after, beyond = found[n - 1:n + 3]
    how = word.kind == "adverb" and word.text in ("集中", "正式") and before.kind in INSIDE
    return "noun" if how and after.text in celebrated()[0] and beyond.text in celebrated()[1] else ""


def celebrating(found: Sequence[Word], n: int) -> str:
    """What is celebrated belongs to the name of the ceremony (甲车型|首发|仪式)."""
    before, word, after, beyond = found[n - 1:n + 3]
    celebrates = word.kind == "verb" and word.text in celebrated()[0] and (before.kind in INSIDE or before.text in celebrated()[0])
    both = after.text in celebrated()[0] and beyond.text in celebrated()[1]  # 甲项目|签约|入驻|仪式
    return "noun" if celebrates and (after.text in celebrated()[1] or both) else ""


def modifying(found: Sequence[Word], n: int) -> str:
    """奖励 in 评价奖励办法 is no verb: inside a phrase, before the class word of a policy or a fund; nor is 培育 before the
    seat where it is done (甲产业|培育|基地)."""
    known, (before, word, after) = lexicon(), found[n - 1:n + 2]
    inside = before.kind in INSIDE or (before.kind == "number" and before.text[-1] in "条项个")
    if not known.has("modifying", word.text) or not inside:
        return ""
    paper = known.heads.get(after.text) in ("Policy", "Instrument")
    return "nominal" if paper or (known.has("housing", after.text) and not is_group(before)) else ""


def programme(found: Sequence[Word], n: int) -> str:
    """计划 behind a name in quotes or at the end of a phrase is a noun (“甲”|计划, 实施甲|计划); a firm plans with another
    (甲公司|计划|与乙公司签约)."""
    before, word, after = found[n - 1:n + 2]
    plans = before.mark is not None and before.mark.classes[0] in FIRMS and after.text in ("与", "和", "同")
    closing_ = before.kind in INSIDE and after.kind in ("stop", "join", "etc") and not plans
    return "noun" if word.text == "计划" and (before.kind == "quote" or closing_) else ""


def attribute(found: Sequence[Word], n: int) -> str:
    """An adverb before a noun that no verb follows is part of a name (推进甲区|集中|供热项目), and so is 联合 behind a verb
    that founds (组建|联合|研究机构); 将 before a noun brings the object forward (将X打造为Y)."""
    known, (before, word, after) = lexicon(), found[n - 1:n + 2]
    if after.kind not in OBJECTS or word.kind not in ("adverb", "verb"):
        return ""
    if word.text == "将" and (before.kind in ("stop", "adverb") or taken(found[n + 1:])):
        return "preposition"
    if word.text == "科学" and word.kind == "adverb" and after.kind == "noun":  # 甲市科学会堂
        return "noun"
    if word.text == "联合" and known.has("allying", before.text):
        return "noun"
    named = known.has("attributes", word.text) or (word.text in ("科学", "统一", "规范") and after.kind == "noun")
    return "noun" if named and before.kind in (*INSIDE, "verb") and closing(found[n + 1:]) else ""


def changing(found: Sequence[Word], n: int) -> str:
    """How things change is a noun in a list and before one (领域|集群化|、融合化发展)."""
    word, after = found[n:n + 2]
    return "noun" if word.kind == "adverb" and word.text.endswith("化") and after.kind == "join" else ""


def listed(found: Sequence[Word], n: int) -> str:
    """A verb behind its noun is one itself in a list of nouns (支持|清洁能源|替代|、废料回收)."""
    before, word, after, beyond = found[n - 1:n + 3]
    joins = JOINING if word.text in words_of("lists", "halves") else ("、",)
    row = after.kind == "etc" or (after.text in joins and beyond.kind in ("noun", "mark", "bracket", "nominal", "weak"))
    noun = before.kind in ("noun", "nominal") and before.end == word.start
    return "nominal" if word.kind == "verb" and len(word.text) > 1 and row and noun else ""


def existing(found: Sequence[Word], n: int) -> str:
    """现有 behind a verb says which are meant (推动|现有|整机企业)."""
    before, word, after = found[n - 1:n + 2]
    return "praise" if word.text == "现有" and before.kind == "verb" and after.kind in OBJECTS else ""


@cache
def entering() -> frozenset[str]:
    """The verbs of what is counted among others (甲市|将|乙产业列入丙体系)."""
    data = load("priorities")
    return frozenset((data["entering"] + " " + data["ranking"]).split())


def taken(rest: Sequence[Word]) -> bool:
    """Whether the first verb of the clause counts what stands before it among others."""
    return next((word.text for word in takewhile(lambda word: word.kind != "stop", rest) if word.kind == "verb"), "") in entering()


def closing(rest: Sequence[Word]) -> bool:
    """Whether no verb follows in the clause."""
    return all(word.kind != "verb" for word in takewhile(lambda word: word.kind != "stop", rest))
