"""Organs: the offices of a place, by the place and what they do (江津区|经济信息委), and its committees' sessions."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.mentions import organs
from loaders.naming import OWN
from loaders.referents.homes import near_place, signed_place
from loaders.sessions import session_name
from loaders.words import Mark
from ontology.names import Entry, kind_sign

if TYPE_CHECKING:
    from loaders.course import Ref
    from loaders.resolution import Cast

PREFIXED = {("市", "区"), ("市", "县")}  # 什邡市 stands without 德阳市
SHORT = 5  # characters of a place's name from which on it stands without the city above it


def organ(cast: Cast, mark: Mark) -> Ref:
    """A district's organ: 江津区经济信息委 is 重庆市江津区经济和信息化委员会."""
    place = cast.names.entries[near_place(cast, mark.text[0], mark.start) or mark.keys[0].lstrip(OWN)]
    full = place.name + mark.kind.removeprefix("organ:")
    for entry in cast.names.lookup(full):
        return cast.known(entry)
    said = () if cast.names.lookup(mark.text) else (mark.text,)  # 甲区、乙区管委会: 甲区 alone names the place
    return cast.made(city_above(cast, place) + full, "Agency", aliases=(full, *said), jurisdiction=place.key)


def city_above(cast: Cast, place: Entry) -> str:
    """The name of the city that goes before a short district's name, else ""."""
    within = cast.names.entries.get(dict(place.links).get("within", ""))
    prefixed = within and len(place.name) < SHORT and (kind_sign(within), kind_sign(place)) in PREFIXED
    return within.name if within and prefixed else ""


def office_of(cast: Cast, role: str, sign: str, at: int | None) -> Ref | None:
    """The government (区级) or the treasury (市财政) of the place that a sign means."""
    place = signed_place(cast, sign, at)
    suffix = "人民政府" if role == "government" else "财政厅" if sign == "省" else "财政局"
    return organ(cast, Mark(0, 0, place.name + suffix, (place.id,), ("Agency",), "organ:" + suffix)) if place else None


def local_organ(cast: Cast, mark: Mark, homes: Sequence[str | None]) -> Ref | None:
    """A bare organ of the place that the paragraph named last (在绵阳,市经信局), where no name that we know is that place's."""
    bare = all(key.startswith(OWN) for key in mark.keys)
    key = near_place(cast, mark.text[0], mark.start) if bare else None
    full = dict(organs()).get(mark.text[1:])
    return organ(cast, replace(mark, keys=(key,), kind="organ:" + full)) if key and full and key not in homes else None


def session(cast: Cast, mark: Mark) -> Ref | None:
    """A session of the Party: 市委六届四次全会 is that of the city whose document it is."""
    sign, rest = session_name(mark.text)
    place = signed_place(cast, sign, mark.start) if sign else None
    if sign and place is None:
        return cast.made(mark.text, "Event")
    full = "中国共产党" + (place.name if place else "") + rest
    known = cast.names.lookup(full)
    return cast.known(known[0]) if known else cast.made(full, "Event")
