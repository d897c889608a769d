"""Companies: the firm that 公司, 新公司, 标的公司, 集团 or 企业 stands for."""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from loaders.items import top
from loaders.referents.speakers import saying
from loaders.referents.spoken import company, firms, introduced, latest
from loaders.words import marks_in

if TYPE_CHECKING:
    from loaders.course import Ref
    from loaders.resolution import Cast

SAYS = re.compile("(?:方面)?[^,，。]{0,10}?(?:称|表示|介绍|披露|公告|透露|说|指出)[,，:：]")
FOUNDED = re.compile("(?:设立|成立|组建|新设|注册|创办|合资公司|合资企业|项目公司|新公司|子公司)[^，,。；;：:\n]{0,14}$")
TAKEN_OVER = re.compile("(?:收购|并购|受让|购买|购得|重组|增资|入股|参股|控股)[^，,。；;：:\n]{0,14}$")
HELD = re.compile(r"的?[\d.]+[%％]的?股")  # 甲有限公司|60%股权
JOINS = ("与", "和", "、", "及", "同", "以及", "携手", "联合")
WIDE = 24  # characters before a firm in which it is told what was done to it


def firm_told(cast: Cast, at: int | None) -> Ref | None:
    """What 公司 means: who says the sentence, the last firm called so, else the one that the text is about."""
    if (said := telling(cast, at) or company(cast, at)) or incorporated(cast) or not cast.telling:
        return said or cast.topic
    return introduced(cast, at) or cast.acted(at, ("Firm",)) or cast.topic


def telling(cast: Cast, at: int | None) -> Ref | None:
    """The firm that says the sentence in which 公司 stands (甲汽车方面称,公司…; “公司…。”甲有限公司总经理说)."""
    if not cast.telling or at is None:
        return None
    if firm := saying(cast, at):
        return firm
    start = max(cast.text.rfind(sign, 0, at) for sign in "。！？\n") + 1
    here = [mark for mark in marks_in(cast.marks, start, at) if top(mark.classes[0]) == "Firm" and mark.kind != "pointer"]
    return cast.of_mark(here[-1]) if here and SAYS.match(cast.text, here[-1].end, at) else None


def incorporated(cast: Cast) -> bool:
    """Whether the firm that a text is about is called a company in it."""
    return cast.topic is not None and any("公司" in one.text for one in cast.drafts[cast.topic.id].mentions)


def venture(cast: Cast, text: str, at: int | None) -> Ref | None:
    """What 新公司 and 合资公司 mean: the firm that the text told the founding of; a venture without a name goes by that word."""
    founded = next((ref for start, ref in named_firms(cast, at) if FOUNDED.search(cast.text, max(start - WIDE, 0), start)), None)
    return founded or (cast.made(text, "Firm") if text.startswith("合") else None)


def bought(cast: Cast, at: int | None) -> Ref | None:
    """What 标的公司 means: the firm that somebody buys or holds a share of."""
    return next((ref for start, ref in named_firms(cast, at) if TAKEN_OVER.search(cast.text, max(start - WIDE, 0), start)
                 or any(HELD.match(cast.text, start + len(said)) for said in cast.wordings(ref, start))), None)


def group(cast: Cast, at: int | None) -> Ref | None:
    """What 集团 means: the last firm that the text calls a group, the one of the paragraph before others."""
    return next((ref for start, ref in named_firms(cast, at) if any("集团" in one for one in (ref.name, *cast.wordings(ref, start)))), None)


def only_one(cast: Cast, at: int | None) -> Ref | None:
    """What 企业 means in front of a clause: the one firm that the paragraph and the one before it name."""
    if at is None or not cast.telling:
        return None
    line = cast.text.rfind("\n", 0, at)
    before = cast.text.rfind("\n", 0, len(cast.text[:max(line, 0)].rstrip())) + 1
    said = {ref.id: ref for _, ref in takewhile(lambda one: before <= one[0], named_firms(cast, at))}
    return next(iter(said.values())) if len(said) == 1 else None


def other_one(cast: Cast, at: int | None) -> Ref | None:
    """What 其 means behind 为 or 向: of the firms that the sentence named the one that does not act (甲建厂,乙为其配套: 甲; 甲与乙
    合作,为其供货: 乙)."""
    if at is None or not cast.telling:
        return None
    start = max(cast.text.rfind(sign, 0, at) for sign in "。！？\n；;") + 1
    clause = max(cast.text.rfind(sign, start, at) for sign in ",，") + 1
    said = sorted(takewhile(lambda one: start <= one[0], named_firms(cast, at)), key=lambda pair: pair[0])
    before = list(dict.fromkeys(ref.id for first, ref in said if first < clause))
    acting = {ref.id for first, ref in said if first >= clause}
    others = [id_ for id_ in before if id_ not in acting] if acting else before[1:] if len(before) == 2 else []
    return next(ref for _, ref in said if ref.id == others[0]) if len(others) == 1 else None


def named_firms(cast: Cast, at: int | None) -> Iterator[tuple[int, Ref]]:
    """The firms that the text named before a place, with where, the last first."""
    return cast.backward(("Firm",), at)


def this_firm(cast: Cast, at: int | None) -> Ref | None:
    """What 该公司 means in news: the last one of the paragraph called a company, else the last one introduced in full, else
    who acted last, else the last one of the paragraph; of two such named side by side neither."""
    said = list(firms(cast, at))
    if (full := company(cast, at) or introduced(cast, at)) or side_by_side(cast, said):
        return full
    return cast.acted(at, ("Firm",)) or latest(said) or next((ref for _, ref in named_firms(cast, at)), None)


def side_by_side(cast: Cast, said: list[tuple[int, Ref]]) -> bool:
    """Whether the last two firms stand in one row (甲与乙签约,该公司…)."""
    ranked = sorted({start: ref for start, ref in said}.items(), key=lambda pair: pair[0])
    if len(ranked) < 2 or ranked[-1][1].id == ranked[-2][1].id:
        return False
    (first, one), (second, _) = ranked[-2:]
    return any(cast.text[first + len(words):second] in JOINS for words in cast.wordings(one, first))
