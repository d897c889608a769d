"""Bare: a class word alone (平台, 基地, 总部, 前者) stands for the last thing spoken of that is called so."""
from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from loaders.course import Ref
from loaders.items import Item, top
from loaders.knowledge import group_of, listed
from loaders.lexicon import lexicon, load
from loaders.referents.pointing import pointed
from loaders.referents.spoken import RECENT, firms, latest, named_before, named_so, project_told
from loaders.resolution import Cast, ends
from loaders.statements.wordings import QUOTES

POINTING = ("Platform", "Park", "Project", "Product", "Event", "Institution", "Association")
NAMELESS = ("Park", "Project", "Product")  # what goes by other words too: 园区 is any park
ONE_OF_TWO = {"前者": 0, "后者": 1}
SITES = ("Park", "Platform", "Project")
SEATED = ("基地", "中心")  # which platforms, parks and works may be called
SITED = ("产业园", "工业园", "园区", "科技园", "片区", "新城", "工厂", "基地")
SEAT = "总部"
PLANT = "工厂"
AGAIN = ("Platform", "Institution", "Association", "Project", "Event")
NEAR = 8  # characters before a class word in which a verb says that what it names is new
REACH = 24  # characters before a class word in which the word stands that points at it
THIS_ONE = re.compile("[这该](?P<unit>[座个家条处片款项场届台支一])(?:[^,，。;；:：、\n]{2,20}的)?$")
UNITS = {"Park": "座个片处一", "Project": "座个条处项一", "Platform": "座个家一", "Event": "场届项个一",
         "Product": "款台", "AgentGroup": "家个"}
PHASE = re.compile("(?:项目)?[一二三四五六首]期(?:项目|工程)?")


def spoken_of(cast: Cast, item: Item, classes: Iterable[str]) -> Ref | None:
    """A bare class word as subject (平台, 基地) is the last thing spoken of that is called so."""
    if item.text in ONE_OF_TWO:
        return of_class(cast.couple[ONE_OF_TWO[item.text]] if cast.couple else None, classes)
    if item.text == SEAT:
        return next((ref for _, ref in firms(cast, item.start)), None) or named_before(cast, cast.topic, item.start)
    if item.class_ == "?" and len(item.text) > 3:
        return cast.holding(item.text.strip(QUOTES), classes, item.start)
    if cast.telling and PHASE.fullmatch(item.text) and not item.condition:
        return of_class(phase(cast, item.text, item.start), classes)
    if item.text == "产品" and "Instrument" in classes and cast.text[item.start - 1:item.start] in ("该", "款"):
        return latest((start, ref) for start, ref in cast.paragraph(item.start) if top(ref.class_) == "Instrument")
    if version().fullmatch(item.text) and "Product" in classes:
        return cast.last("Product", "", item.start)
    if plant := plant_of(cast, item):
        return of_class(plant, classes)
    return called_so(cast, item) if points(item) and top(item.class_) in classes else None


def this_one(cast: Cast, item: Item) -> Ref | None:
    """这座占地9公顷的专业园区, 这家由甲集团孵化的企业: the last thing spoken of that is of the kind."""
    said = None if item.mark else THIS_ONE.search(cast.text, max(item.start - REACH, 0), item.start)
    if said is None or said["unit"] not in UNITS.get(top(item.class_), ""):
        return None
    if top(item.class_) == "AgentGroup":
        return pointed(cast, "这家企业", item.start) if item.generic else None
    head = lexicon().head(item.text)
    if head is None or top(item.class_) not in POINTING:
        return None
    return cast.last(top(item.class_), head[0], said.start()) or (
        cast.last(top(item.class_), "", said.start()) if lexicon().has("generic", head[0]) or head[0].endswith(SITED) else None)


def again(cast: Cast, item: Item) -> Ref | None:
    """研究院, 创新中心 behind a thing whose name ends so: that one, where the word is not what somebody founds anew."""
    kind = top(item.class_)
    if kind not in AGAIN or item.generic or item.mark or item.condition or item.count or item.first or item.owner or (
            item.text not in lexicon().heads or founding().search(cast.text, max(item.start - NEAR, 0), item.start)):
        return None
    return latest((start, ref) for start, ref in cast.earlier(item.start, RECENT) if top(ref.class_) == kind
                  and ends(ref.name, item.text) and ref.name != item.text)


def of_class(ref: Ref | None, classes: Iterable[str]) -> Ref | None:
    """The entity where it is of one of the classes."""
    return ref if ref and top(ref.class_) in classes else None


def phase(cast: Cast, words: str, at: int) -> Ref | None:
    """A phase of the project spoken of, and that project where it is called by its class word (一期总投资, 项目总投资)."""
    whole = (based(cast, at) if words == "项目" else None) or project_told(cast, at)
    return whole if whole is None or words == "项目" else cast.made(f"{whole.name}{words.removeprefix('项目')}", "Project")


def plant_of(cast: Cast, item: Item) -> Ref | None:
    """The plant spoken of, by 工厂 or by one of its workshops (总装车间)."""
    if item.text in listed("bare", "plants") and item.generic and (plant := named_so(cast, item.text, item.start)):
        return plant
    return named_so(cast, PLANT, item.start) if workshop().fullmatch(item.text) else None


def points(item: Item) -> bool:
    """Whether a class word stands alone and may point at something; a product's only where it is new (新车)."""
    bare = item.generic and not item.condition and not item.count and top(item.class_) in POINTING
    return bare and (top(item.class_) != "Product" or item.text.startswith(listed("bare", "latest")))


def called_so(cast: Cast, item: Item) -> Ref | None:
    """The last thing of the class that is called so, by the endings that the word stands for."""
    kind = ("项目", "") if item.text == "项目" else ("" if top(item.class_) in NAMELESS else item.text,)
    called = endings().get(item.text) or kind
    if item.text == "项目" and cast.telling and (opened := based(cast, item.start)):
        return opened
    site = next((ref for _, ref in cast.backward(SITES, item.start) if ref.name.endswith(item.text)),
                None) if item.text in SEATED else None
    return site or next((ref for end in called if (ref := cast.last(top(item.class_), end, item.start))), None)


def based(cast: Cast, at: int) -> Ref | None:
    """The plant or park that the sentence of a bare 项目 named last, where it names no project (甲基地位于乙园,项目总投资3亿元)."""
    start = max(cast.text.rfind(sign, 0, at) for sign in "。;；\n") + 1
    said = cast.between(start, at)
    if any(top(ref.class_) == "Project" for _, ref in said):
        return None
    return next((ref for _, ref in said if top(ref.class_) in ("Park", "Platform") and ref.name.endswith(SEATED)
                 and ref.id not in cast.names.entries), None)


@cache
def endings() -> dict[str, tuple[str, ...]]:
    """How the names end that a bare class word may point at: 大赛 is a …挑战赛."""
    return {word: tuple(ends.split()) for word, ends in load("endings").items()}


@cache
def version() -> re.Pattern[str]:
    """A version of the model spoken of (长续航版)."""
    return re.compile(group_of("bare", "versions") + "版(?:车型|本)?")


@cache
def founding() -> re.Pattern[str]:
    """What says that the class word behind it names something new (建设一座|创新中心)."""
    return re.compile(f"(?:{group_of('bare', 'founding')}|一[个家座所]|[两三四五六七八九十]+[个家座所])(?:了|一[个家座所])?$")


@cache
def workshop() -> re.Pattern[str]:
    """A workshop of the plant spoken of (总装车间, 涂装生产线)."""
    return re.compile(group_of("bare", "workshops") + "(?:生产)?(?:线|车间)")
