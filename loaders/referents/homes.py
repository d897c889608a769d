"""Homes: whose document it is, and which place the sign of a kind (市, 区) means in it."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from loaders.abreast import upward
from loaders.items import top
from loaders.mentions import merged, own_organs
from loaders.naming import OWN
from loaders.referents.spoken import RECENT, latest
from loaders.words import Mark
from ontology.names import Entry, Gazetteer, kind_sign

if TYPE_CHECKING:
    from loaders.course import Ref
    from loaders.resolution import Cast

SEVERAL = 3
SIGNS = "市省区县州"


def holders(names: Gazetteer, entry: Entry) -> list[str]:
    """The places where an entry stands, innermost first."""
    links = dict(entry.links)
    return upward(names, links.get("locatedIn") or links.get("within"))


def settle(cast: Cast, marks: Iterable[Mark], issuers: Iterable[Ref]) -> None:
    """Decide whose document it is: its issuers' jurisdiction, else the place that it names most, else that of the park
    that it names most."""
    entries = cast.names.entries
    keys = [entries[ref.id].jurisdiction if ref.id in entries else cast.drafts[ref.id].jurisdiction for ref in issuers]
    named = [key.lstrip(OWN) for mark in marks for key in mark.keys]
    places = [key for key in named if kind_sign(entries[key])]
    around = [key for park in named for relation, key in entries[park].links
              if top(entries[park].classes[0]) == "Park" and relation in ("within", "locatedIn") and kind_sign(entries[key])]
    ranked = [foremost(cast.names, Counter(some)) for some in (places, around) if some]
    cast.jurisdiction = next((key for key in (*keys, *ranked) if key), None)


def foremost(names: Gazetteer, counted: Counter[str]) -> str:
    """The place named most; of many named as often that one place holds, that one (甲区、乙区、丙区…)."""
    most = max(counted.values())
    first = sorted(key for key, count in counted.items() if count == most)
    around = {dict(names.entries[key].links).get("within") for key in first}
    whole = around.pop() if len(first) >= SEVERAL and len(around) == 1 else None
    return whole if whole and kind_sign(names.entries[whole]) else first[0]


def mark_organs(cast: Cast, start: int, end: int) -> None:
    """Mark the organs of the places whose document it is (区财政局), where no name of the gazetteer holds them."""
    places = [(sign, key) for key in cast.chain() if (sign := kind_sign(cast.names.entries[key]))]
    kept: list[Mark] = []
    nobody: list[Mark] = []
    for mark in cast.marks:
        (nobody if mark.keys and mark.kind == "name" and not cast.candidates(mark) else kept).append(mark)
    cast.marks = merged(merged(kept, list(own_organs(cast.text, start, end, places))), nobody)


def near_chain(cast: Cast, sign: str, at: int | None) -> list[str]:
    """The places that a sign may mean, first the one of news named last before a place in the text."""
    near = near_place(cast, sign, at)
    return [near, *cast.chain()] if near else cast.chain()


def near_place(cast: Cast, sign: str, at: int | None) -> str | None:
    """The key of the place of a kind (市, 省) that the paragraph named last, or whose organ it named; None in texts that
    are a government's own."""
    if at is None or not cast.telling or sign not in SIGNS:
        return None
    for _, ref in sorted(cast.paragraph(at, RECENT), key=lambda pair: -pair[0]):
        entry = cast.names.entries.get(ref.id)
        key = ref.id if top(ref.class_) == "Region" else entry.jurisdiction if entry else None
        if key is None and ref.id in cast.drafts:
            key = cast.drafts[ref.id].jurisdiction
        place = cast.names.entries.get(key or "")
        if place and kind_sign(place) == sign:
            return place.key
    return None


def signed_place(cast: Cast, sign: str, at: int | None = None) -> Ref | None:
    """The place of the given kind: the 市 of a district's document is the city above it; in news the one named last before
    a place in the text comes first, and where none is of the kind the park called so."""
    for key in near_chain(cast, sign, at):
        if kind_sign(cast.names.entries[key]) == sign:
            return cast.known(cast.names.entries[key])
    parks = [(start, ref) for start, ref in cast.paragraph(at) if ref.class_ == "Park" and ref.name.endswith(sign)]
    return latest(parks) if cast.telling and at is not None else None
