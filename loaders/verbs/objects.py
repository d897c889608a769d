"""Objects: whether a word that can be verb or noun has one behind it, and before it what lets it have one."""
from __future__ import annotations

from loaders.items import top
from loaders.lexicon import lexicon
from loaders.verbs.spots import EITHER, INSIDE, OPENING, Spot, acts
from loaders.words import END

TRADES = ("行业", "领域", "系统")


def governs(spot: Spot) -> bool:
    """Whether what follows is the object of the word, and what stands before it lets it have one."""
    before, after = spot.before, spot.after
    if spot.head is None and before.kind == "preposition":
        return after.mark is not None and after.mark.kind == "pointer"  # 为|配套|该项目
    restricted = after.text in ("以", "由") and any(word.kind == "of" for word in spot.run[spot.at + 2:])  # 建设|以甲为核心的X
    if not restricted and after.kind not in (*OPENING, "verb", *EITHER):
        return False
    if spot.head is not None:
        return acts(spot.head) or any(sees(spot) for sees in (carried, listed, serves, placed, urged))
    if spot.word.kind == "weak":
        return before.kind == "adverb"
    beside = before.kind == "bracket" and spot.at > 1 and acts(spot.run[spot.at - 2])  # 成都（甲新区）|建设X
    return before is END or beside or before.kind in ("verb", "adverb", "either", "praise", "join", "number") or listed(spot)


def carried(spot: Spot) -> bool:
    """Whether a word behind the object of 依托 or 利用 is the verb that it serves (利用旧厂房|建设|停车场)."""
    known = lexicon()
    if not known.has("building", spot.word.text) or known.has("generic", spot.after.text):
        return False
    opener = next((word for word in reversed(spot.run[:spot.at - 1]) if word.kind in ("verb", "preposition", "adverb")), END)
    return known.has("carrying", opener.text)


def listed(spot: Spot) -> bool:
    """Whether a verb behind 等 says what those listed make (甲、乙等|建设|检测平台), not what class of things they are."""
    known = lexicon()
    makes = spot.at > 1 and spot.before.kind == "etc" and known.has("making", spot.word.text)
    return makes and acts(spot.run[spot.at - 2]) and not known.has("generic", spot.after.text)


def serves(spot: Spot) -> bool:
    """Whether a verb behind 为 says what is made for what stands before it (为甲车型|配套|电机)."""
    return lexicon().has("supplying", spot.word.text) and any(
        word.kind == "preposition" and word.text in ("为", "给") for word in spot.run[:spot.at])


def placed(spot: Spot) -> bool:
    """Whether a word behind a place is the verb of what is done there (在甲港|应用|无人卡车, 在园区内|使用|乙平台)."""
    known, head = lexicon(), spot.before
    opener = next((word for word in reversed(spot.run[:spot.at]) if word.kind not in INSIDE), END)
    if opener.text != "在" or known.has("generic", spot.after.text):
        return False
    class_ = head.mark.classes[0] if head.mark and head.mark.classes else (known.head(head.text) or ("", ""))[1]
    return head.text in ("中", "上", "里", "等地") or head.text.endswith("内") or top(class_) in ("Region", "Park", "Project")


def urged(spot: Spot) -> bool:
    """Whether a trade that is called upon is to do something (鼓励重点行业|开放|应用场景, 引导公交领域|使用|电动客车)."""
    known = lexicon()
    opener = next((word for word in reversed(spot.run[:spot.at]) if word.kind == "verb"), END)
    called_on = known.has("urging", opener.text) and spot.before.text.endswith(TRADES)
    return called_on and not known.has("generic", spot.after.text) and spot.after.kind != "nominal"
