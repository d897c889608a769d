"""Firms: short names (弘喜科技 of 重庆弘喜汽车科技有限公司), names with their place, and who makes a product."""
from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from loaders.items import top
from loaders.knowledge import group_of, listed
from loaders.lexicon import lexicon, segmenter
from loaders.referents.homes import holders
from loaders.referents.spoken import RECENT, latest
from loaders.words import Mark
from ontology.names import Entry, Gazetteer

if TYPE_CHECKING:
    from loaders.course import Ref
    from loaders.resolution import Cast

FORM = re.compile(r"[（(][^（）()]{2,6}[）)]|(?:股份|集团|有限责任|有限)+公司$|公司$")
BRANCHES = ("分公司", "分行", "支行", "分厂")
SYLLABLES = 2
PLACED = (0, 2, 3)  # characters of the place before a firm's own syllables (弘喜, 重庆弘喜, 四川省弘喜)
FIRM_PLACES, PARK_PLACES = (2, 3, 4), (2,)  # characters of a place that goes before a known name


def model(cast: Cast, mark: Mark) -> Ref:
    """A model by its brand and number (甲牌07, 甲牌新07 Pro); the brand's firm makes it."""
    older = cast.names.lookup(edition().sub("", mark.text))
    ref = cast.known(older[0]) if older else cast.made(mark.text, "Product")
    brands = cast.candidates(mark)
    firm = maker(cast, cast.known(brands[0])) if brands else None
    if firm:
        cast.owners.setdefault(ref.id, firm)
    return ref


@cache
def edition() -> re.Pattern[str]:
    """What makes a newer edition of a model."""
    return re.compile(rf"{group_of('firms', 'newer')}(?=[A-Z0-9])| ?{group_of('firms', 'editions')}$")


def is_piece(text: str) -> bool:
    """Whether a product is a part of a vehicle or goods at large, no vehicle itself."""
    return text.endswith(listed("firms", "pieces"))


def maker(cast: Cast, ref: Ref) -> Ref | None:
    """The firm that makes a product: itself, the one that the text told of, else the one that the gazetteer knows."""
    if top(ref.class_) == "Firm" or ref.id in cast.owners:
        return cast.owners.get(ref.id, ref)
    makers = producers(cast.names).get(ref.id, [])
    return cast.known(makers[0]) if len(makers) == 1 else None


@lru_cache(maxsize=4)
def producers(names: Gazetteer) -> dict[str, list[Entry]]:
    """The entries that produce a thing, by its key."""
    found: dict[str, list[Entry]] = {}
    for entry in names.entries.values():
        for thing in {thing for relation, thing in entry.links if relation == "produces"}:
            found.setdefault(thing, []).append(entry)
    return found


def placed(cast: Cast, text: str, class_: str) -> Ref | None:
    """A firm or park that is called with the place where it stands (重庆长安福特), None where it stands elsewhere: 成都比亚迪 is
    another."""
    for size in FIRM_PLACES if top(class_) == "Firm" else PARK_PLACES:
        places = {entry.key for entry in cast.names.lookup(text[:size]) if entry.classes[0] == "Region"}
        found = [entry for entry in cast.names.lookup(text[size:]) if top(entry.classes[0]) == top(class_)] if places else []
        if len(found) == 1 and places & set(holders(cast.names, found[0])):
            return cast.known(found[0])
    return None


def short_firm(cast: Cast, text: str) -> Ref | None:
    """The firm whose short name a wording is, of those named so far; a branch may go without its firm (成都分公司)."""
    if text.endswith(BRANCHES):
        return latest((start, ref) for start, ref in cast.spoken[-RECENT:] if ref.name.endswith(text) and len(ref.name) > len(text))
    region = any(entry.classes[0] == "Region" for entry in cast.names.lookup(text[:SYLLABLES]))
    coined = len(text) >= 2 * SYLLABLES and lexicon().head(text) is None and not region
    if not (coined or several_words(text[:SYLLABLES]) or several_words(text[SYLLABLES:])):
        return None
    return next((ref for _, _, ref in cast.opening.get(text[:SYLLABLES], ()) if shortens(text, (ref.name, *cast.drafts[ref.id].aliases))
                 or (coined and ref.name.startswith(text) and ref.name.endswith("公司"))), None)


def remember(cast: Cast, ref: Ref, start: int) -> None:
    """Note a firm where it is named, by the syllables that its short names open with, the last in the text first."""
    names = (ref.name, *cast.drafts[ref.id].aliases)
    for syllables in {one[:SYLLABLES] for name in names if name.endswith("公司") for one in (name, *cores(name))}:
        insort(cast.opening.setdefault(syllables, []), (-start, len(cast.spoken), ref))


def shortens(text: str, names: Iterable[str]) -> bool:
    """Whether a wording is a short name of a firm: the coined syllables that its full name opens with, behind its place, with
    or without its trade (重庆弘喜汽车科技有限公司: 弘喜, 弘喜科技)."""
    names = [name for name in names if name.endswith("公司")]
    if len(text) == 2 * SYLLABLES and several_words(text[SYLLABLES:]) and any(name.startswith(text) for name in names):
        return True  # 四川弘喜
    if not several_words(text[:SYLLABLES]):  # a word of the dictionary
        return False
    return any(opens(own, text) for name in names if name != text for own in cores(name))


@lru_cache(maxsize=4096)
def cores(name: str) -> tuple[str, ...]:
    """What a full name is without its form, behind a place of each length."""
    core = FORM.sub("", name)
    return tuple(core[size:] for size in PLACED)


@lru_cache(maxsize=4096)
def several_words(text: str) -> bool:
    """Whether the dictionary knows some syllables only one by one: they are coined."""
    return len(segmenter().cut(text, False)) > 1


def opens(own: str, text: str) -> bool:
    """Whether a short name is the opening of a firm's own syllables, with the end of its trade behind it or without."""
    if own[:SYLLABLES] != text[:SYLLABLES]:
        return False
    shared = next((size for size in range(min(len(own), len(text)), 1, -1) if own.startswith(text[:size])), 0)
    return bool(shared) and (shared == len(text) or own.endswith(text[shared:]))
