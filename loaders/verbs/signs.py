"""Signs beside a word that can be verb or noun which decide what it is, before its object is asked for."""
from __future__ import annotations

from collections.abc import Callable

from loaders.lexicon import lexicon
from loaders.verbs.spots import EITHER, INSIDE, OPENING, Spot, acts, wishing
from loaders.words import END


def leads(spot: Spot) -> bool:
    """Whether the word says what an agency behind it is for (甲先行区|建设|领导小组)."""
    return spot.head is not None and lexicon().heads.get(spot.after.text) == "Agency"


def in_firm(spot: Spot) -> bool:
    """Whether the word is the trade in a registered name (汽车|销售|有限公司, 绵阳|富临|精工股份有限公司)."""
    if spot.word.kind == "either":
        return spot.after.text.endswith("有限公司") and spot.after.mark is None and len(spot.after.text) < 8
    for word in spot.run[spot.at + 1:]:
        if word.kind not in (*INSIDE, *EITHER):
            return False
        if word.text.endswith("有限公司"):
            return True
    return False


def is_done(spot: Spot) -> bool:
    """Whether 了 follows (建设|了), or 基于 where the phrase begins (建设|基于甲技术的乙平台)."""
    return lexicon().has("done", spot.after.text) or (spot.head is None and spot.after.text == "基于")


def closes(spot: Spot) -> bool:
    """Whether the last word of a clause says what happens in a place or what an actor does (在甲区|注册, 由甲公司|建设)."""
    run, at, mark = spot.run, spot.at, spot.before.mark
    if at < 2 or spot.after is not END:
        return False
    first = next((n for n in range(at - 1, -1, -1) if run[n].kind not in INSIDE), 0)
    if run[first].text == "由":
        return acts(spot.before)
    return first == at - 2 and run[first].text in ("在", "到", "于") and (
        mark is not None and mark.classes[0] in ("Region", "Park"))


def behind_done(spot: Spot) -> bool:
    """Whether 了 stands before it: it is the object (完成了|建设)."""
    return lexicon().has("done", spot.before.text)


def spends(spot: Spot) -> bool:
    """Whether 投资 behind the syllables of a short name, a wish or the means is a verb: a sum follows (弘喜|投资|2亿元,
    拟|投资|不超过2亿元, 以自有资金|投资|2亿元)."""
    before, after = spot.before, spot.after
    coined = before.kind == "noun" and len(before.text) == 1 and not lexicon().has("sense", before.text)
    freely = before.text.endswith(("资金", "现金")) or before.text in wishing()
    about = after.kind == "adverb" and spot.at + 2 < len(spot.run)
    sum_ = spot.run[spot.at + 2] if about else after
    return spot.word.text == "投资" and (coined or freely) and sum_.kind == "number" and sum_.text.endswith(("元", "亿"))


def sizes(spot: Spot) -> bool:
    """Whether 建设 behind a work is a verb: how many or how large follows (一期|建设|9条产线)."""
    works = spot.head is not None and spot.before.text.endswith(("期", "项目", "基地", "工厂", "产业园"))
    return works and spot.word.text in ("建设", "布局") and spot.after.text[:1].isdigit()


def ends(spot: Spot) -> bool:
    """Whether it ends the clause behind an adverb or a sum (正在|建设, 2亿元|建设)."""
    before = spot.before
    return spot.after is END and (before.kind == "adverb" or (before.kind == "number" and before.text.endswith("元")))


def founded(spot: Spot) -> bool:
    """Whether it names the sort of what is founded (设立|研发|总部)."""
    known = lexicon()
    if spot.head is not None or not known.has("generic", spot.after.text):
        return False
    founds = next((word for word in reversed(spot.run[:spot.at]) if word.kind not in ("praise", "measure", "number")), END)
    return known.has("founding", founds.text)


def paired(spot: Spot) -> bool:
    """Whether two trades share their object (研发|和生产电机, 建设|和运营平台)."""
    known, rest = lexicon(), spot.run[spot.at + 2:spot.at + 4]
    trades = spot.head is None and spot.after.kind == "join" and len(rest) == 2 and rest[1].kind in OPENING
    return trades and any(known.has(trait, spot.word.text) and known.has(trait, rest[0].text) for trait in ("manufacturing", "operating"))


def shared(spot: Spot) -> bool:
    """Whether it says what is shared in a seat (毗邻地区|合作|平台)."""
    known = lexicon()
    return spot.head is not None and known.has("sharing", spot.word.text) and known.has("seats", spot.after.text)


# What decides whether a word that can be both is a verb, the first that is seen.
SIGNS: tuple[tuple[Callable[[Spot], bool], bool], ...] = (
    (leads, False),  # 甲先行区|建设|领导小组
    (in_firm, False),  # 汽车|销售|有限公司
    (is_done, True),  # 建设|了
    (closes, True),  # 由甲公司|建设
    (behind_done, False),  # 完成了|建设
    (spends, True),  # 弘喜|投资|2亿元
    (sizes, True),  # 一期|建设|9条产线
    (ends, True),  # 正在|建设
    (founded, False),  # 设立|研发|总部
    (paired, True),  # 研发|和生产电机
    (shared, False),  # 毗邻地区|合作|平台
)
