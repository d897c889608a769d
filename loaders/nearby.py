"""Nearby: what a pointing word of news means: the place, the things and the two that were spoken of before it."""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.items import top
from loaders.lexicon import lexicon, load, segmenter
from loaders.mentions import organs
from loaders.naming import OWN
from loaders.words import Mark
from ontology.names import kind_sign

if TYPE_CHECKING:
    from loaders.resolution import Cast, Ref

THIS = re.compile("^(?:该批|这批|这座|这家|这个|这些|这款|这条|该条|该座|该款|该)")
COUNTED = "一二三四五六七八九十"
ASKING = re.compile(rf"^[\s　【\[(（\d{COUNTED}、.．]*(?:问|Q|记者问?)(?:题?[{COUNTED}\d]{{0,2}})?[】\])）]?[:：]", re.MULTILINE)
LABEL = re.compile(r"[\s　【\[]*(?P<who>[^:：,，。\n]{1,24})[:：]")
ANSWER = re.compile(r"(?:回?答|A|答记者问)[】\]]?")
SPEAKERS = ("Agency", "Firm", "Institution", "Association")
RECENT = 400  # the last mentions, among which what news point at stands
YEARS = re.compile(r"[(（][^()（）]*\d{4}[^()（）]*[)）]$")  # (2021—2025年)
SIGNS = "市省区县州"
BASE = "基地"
FORM = re.compile("[（(][^（）()]{2,6}[）)]|(?:股份|集团|有限责任|有限)+公司$|集团公司$|公司$")
PLACED = (0, 2, 3)  # characters of the place before a firm's own syllables (弘喜, 重庆弘喜, 四川省弘喜)
SYLLABLES = 2
SHORT = 6  # characters of a name that is no mere kind (充换电站)
PIECES = re.compile("(?:部件|配件|设备|装置|系统|电池|电堆|电机|电控|芯片|座椅|玻璃|产品|轮胎)$")


def latest(said: Iterable[tuple[int, Ref]]) -> Ref | None:
    """What was named last, of things with the places where they were named."""
    return max(said, key=lambda pair: pair[0], default=(0, None))[1]


def region(cast: Cast, sign: str, at: int | None) -> str | None:
    """The key of the place of a kind (市, 省) that the paragraph named last, or whose organ it named; None in texts that
    are a government's own."""
    if at is None or not cast.telling:
        return None
    line = cast.text.rfind("\n", 0, at) + 1
    recent = [pair for pair in cast.spoken[-RECENT:] if line <= pair[0] < at]
    for _, ref in sorted(recent, key=lambda pair: -pair[0]):
        entry = cast.names.entries.get(ref.id)
        key = ref.id if top(ref.class_) == "Region" else entry.jurisdiction if entry else None
        if key is None and ref.id in cast.drafts:
            key = cast.drafts[ref.id].jurisdiction
        place = cast.names.entries.get(key or "")
        if place and kind_sign(place) == sign:
            return place.key
    return None


def local(cast: Cast, mark: Mark, homes: Sequence[str | None]) -> Mark | None:
    """A bare organ of the place that the paragraph named last (在绵阳,市经信局), where no name that we know is that place's."""
    key = region(cast, mark.text[0], mark.start) if all(key.startswith(OWN) for key in mark.keys) else None
    full = dict(organs()).get(mark.text[1:])
    return replace(mark, keys=(key,), kind="organ:" + full) if key and full and key not in homes else None


def shortened(cast: Cast, text: str, class_: str) -> Ref | None:
    """What the text named before by a longer name that ends so (甲高速乙停车区充电站: 乙停车区充电站; in news), or a firm's short
    name."""
    if cast.telling and class_ == "Park" and text in load("endings"):
        return next((ref for _, ref in reversed(cast.spoken) if ref.class_ == class_ and any(
            name.endswith(text) and name != text for name in (ref.name, *cast.drafts[ref.id].aliases))), None)
    if class_ == "Firm":
        placed = any(entry.classes[0] == "Region" for entry in cast.names.lookup(text[:SYLLABLES]))
        own = len(text) >= 2 * SYLLABLES and lexicon().head(text) is None and not placed
        return latest((start, ref) for start, ref in cast.spoken[-RECENT:] if top(ref.class_) == "Firm" and (
            shortens(text, (ref.name, *cast.drafts[ref.id].aliases))
            or (own and ref.name.startswith(text) and ref.name.endswith("公司"))))
    if cast.telling and len(text) > len(BASE) and text.endswith(("工厂", BASE)) and (plant := cast.named_so(text, len(cast.text))):
        return plant
    if not cast.telling or len(text) < SHORT or top(class_) not in ("Project", "Platform", "Park"):
        return None
    named = next((key for key, draft in cast.drafts.items() if draft.name.endswith(text) and len(draft.name) > len(text) + 1
                  and draft.mentions and class_ in draft.classes and key not in cast.names.entries), None)
    return cast.named(cast.drafts[named].name, class_) if named else None


def retitled(cast: Cast, title: str) -> Ref | None:
    """A policy that the text names by another form of its title: without its years (甲规划 of 甲规划(2021—2025年)), or by its
    kind alone (《规划》)."""
    said = {ref.id: ref for _, ref in cast.spoken if top(ref.class_) == "Policy"}
    head, bare = lexicon().head(title), YEARS.sub("", title)
    if head and head[0] == title and head[1] == "Policy":
        return next((ref for ref in reversed(said.values()) if "《" not in ref.name and YEARS.sub("", ref.name).endswith(title)), None)
    same = [ref for ref in said.values() if YEARS.sub("", ref.name) == bare and bare in (title, ref.name)]
    return same[0] if len(same) == 1 else None


def shortens(text: str, names: Iterable[str]) -> bool:
    """Whether a wording is a short name of a firm: the coined syllables that its full name opens with, behind its place, with
    or without its trade (重庆弘喜汽车科技有限公司: 弘喜, 弘喜科技)."""
    placed = len(text) == 2 * SYLLABLES and len(segmenter().cut(text[SYLLABLES:], False)) > 1 and any(
        name.startswith(text) and name.endswith("公司") for name in names)
    if placed or len(segmenter().cut(text[:SYLLABLES], False)) < SYLLABLES:  # 四川弘喜; a word of the dictionary
        return placed
    for name in names:
        core = FORM.sub("", name) if name.endswith("公司") and name != text else ""
        for own in (core[n:] for n in PLACED):
            shared = next((n for n in range(min(len(own), len(text)), 1, -1) if own.startswith(text[:n])), 0)
            if shared and (shared == len(text) or own.endswith(text[shared:])):
                return True
    return False


def thing(cast: Cast, class_: str, text: str, at: int | None) -> Ref | None:
    """What 该项目, 该站 or 这批车 means: the last thing of the class whose name ends so (a 基地 may be a plant or a park), else
    the last one of all where the word alone names nothing."""
    word = THIS.sub("", text)
    if class_ == "Region":
        return cast.last(class_, word, at)
    if class_ == "Agency":
        return organ_before(cast, at)
    if class_ == "Firm" and cast.telling and (firm := cast.company(at) or introduced(cast, at)):
        return firm
    kinds = ("Project", "Park") if word == BASE else (class_,)
    if class_ in ("Platform", "Project") and (found := next((ref for kind in kinds if (ref := cast.last(kind, word, at))), None)):
        return found
    if text == "该项目" and (park := based(cast, at)):
        return park
    if class_ == "Product":
        said = [(start, ref) for start, ref in cast.spoken[-RECENT:] if (at is None or start < at) and ref.class_ == class_
                and not PIECES.search(ref.name)]
        return latest(said)
    return cast.last(class_, "", at) if class_ != "Platform" and lexicon().has("generic", word) else None


def interviewed(cast: Cast, at: int | None) -> Ref | None:
    """Who says 我委 and 我们 in an interview (问:…答:…, 王立:…): the body that the paragraph's label names, or whose officer it
    names, else the one whose officer was named last."""
    if at is None or not cast.telling or not ASKING.search(cast.text):
        return None
    label = LABEL.match(cast.text, cast.text.rfind("\n", 0, at) + 1)
    bodies = [mark for mark in cast.marks if mark.start < at and mark.kind != "pointer" and top(mark.classes[0]) in SPEAKERS]
    for mark in bodies if label else ():
        if label and label.start("who") <= mark.start and mark.end <= label.end("who"):
            return cast.of_mark(mark)
    officer = rf"[^,，。:：\n]{{0,12}}?(?:{'|'.join(load('speech')['offices'].split())})"
    person = label["who"] if label and not ANSWER.fullmatch(label["who"]) else ""
    named = [mark for mark in bodies if re.match(officer + re.escape(person), cast.text[mark.end:mark.end + 30])]
    return cast.of_mark(named[-1]) if named else None


def based(cast: Cast, at: int | None) -> Ref | None:
    """The plant, park or centre that a paragraph named last, where it names no project (甲集团生产基地开工,该项目…)."""
    line = cast.text.rfind("\n", 0, at) + 1
    said = [(start, ref) for start, ref in cast.spoken[-RECENT:] if line <= start < (at or 0)]
    if any(top(ref.class_) == "Project" for _, ref in said):
        return None
    return latest((start, ref) for start, ref in said if ref.name.endswith((BASE, "园", "中心")))


def organ_before(cast: Cast, at: int | None) -> Ref | None:
    """The agency that the sentences of a paragraph named last before a place (记者从甲局获悉,该局…)."""
    line = cast.text.rfind("\n", 0, at) + 1
    named = [mark for mark in cast.marks if line <= mark.start < (at or 0) and mark.classes[0] == "Agency" and mark.kind != "pointer"]
    return cast.of_mark(named[-1]) if named else None


def introduced(cast: Cast, at: int | None) -> Ref | None:
    """The firm that a paragraph before named last in full (…有限公司)."""
    said = [(start, ref) for start, ref in cast.spoken[-RECENT:] if (at is None or start < at) and top(ref.class_) == "Firm" and any(
        mention.start == start and mention.text.endswith("有限公司") for mention in cast.drafts[ref.id].mentions)]
    return latest(said)


def twin(cast: Cast, at: int | None) -> Ref | None:
    """What 两地 means: the region of two governments that the text named last, alone or in a longer name (川渝物流通道)."""
    twins = load("deictics")["twins"].split()
    _, word = max((cast.text.rfind(word, 0, len(cast.text) if at is None else at), word) for word in twins)
    regions = [entry for entry in cast.names.lookup(word) if entry.classes[0] == "Region"] if word in cast.text[:at] else []
    return cast.known(regions[0]) if len(regions) == 1 else None
