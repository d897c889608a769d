"""Shortened: what the text named before by a longer name that ends so (甲高速乙停车区充电站: 乙停车区充电站)."""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.items import top
from loaders.lexicon import lexicon, load
from loaders.referents.firms import short_firm
from loaders.referents.spoken import named_so

if TYPE_CHECKING:
    from loaders.course import Ref
    from loaders.resolution import Cast

DOERS = re.compile("(?P<doing>[\u4e00-\u9fff]{2})(?:企业|单位|主体|机构|公司)")
STOPS = re.compile("[,，;；:：。的]|企业|单位|机构")
RANK = re.compile("^(?:[百千万]亿级|国家级|世界级)")
BASE = "基地"
PLANTS = ("工厂", BASE)
BUILT = ("Project", "Platform", "Park")
SHORT = 6  # characters of a name that is no mere kind (充换电站)


def shortened(cast: Cast, text: str, class_: str) -> Ref | None:
    """A thing by a short form of the name that the text gave it: firms and what lacks only the place of the document
    everywhere, other works, plants and parks in news."""
    if cast.telling and class_ == "Park" and text in load("endings"):
        return park_ending(cast, text, class_)
    if class_ == "Firm":
        return short_firm(cast, text)
    if home := at_home(cast, text, class_):
        return home
    if not cast.telling:
        return None
    plant = named_so(cast, text, len(cast.text)) if len(text) > len(BASE) and text.endswith(PLANTS) else None
    return plant or (work_ending(cast, text, class_) if len(text) >= SHORT else None)


def fuller(cast: Cast, text: str, at: int) -> str:
    """A class of actors named by what they do alone, by what the heading of its clause says that they do it to: 运营企业 under
    换电站运营奖励 are 换电站运营企业."""
    said = DOERS.fullmatch(text)
    above = next((one.title for one in reversed(cast.sections) if one.path and one.start <= at < one.end), "")
    thing, found, _ = above.partition(said["doing"]) if said else ("", "", "")
    known = lexicon()
    opens = any(known.kinds.get(thing[:size]) in ("verb", "adverb", "preposition") for size in (2, 3, 4))
    doing = said is not None and known.kinds.get(said["doing"]) in ("verb", "either", "nominal")
    return thing + text if doing and found and len(thing) > 1 and not opens and not STOPS.search(thing) else text


def at_home(cast: Cast, text: str, class_: str) -> Ref | None:
    """A work, platform or park that the text named with the place whose document it is, now without, or the other way
    round (重庆空港型枢纽, 空港型枢纽); how large or high it shall become changes nothing (千亿级空港型枢纽)."""
    if top(class_) not in BUILT:
        return None
    places = {name.text for key in cast.chain() for name in cast.names.entries[key].names}
    bare = RANK.sub("", text)
    own = [entry for place in sorted(places) for entry in cast.names.lookup(place + bare) if top(entry.classes[0]) == top(class_)]
    if own and own[0].key in cast.drafts and cast.drafts[own[0].key].mentions:
        return cast.known(own[0])
    forms = {bare, *(place + bare for place in places), *(bare.removeprefix(place) for place in places)}
    forms = {form for form in forms if form != text and min(len(form), len(text)) >= SHORT}
    name = next((form for form in sorted(forms) for _, draft in cast.drafts.ending(form) if draft.name == form and draft.mentions
                 and class_ in draft.classes), None)
    return cast.named(name, class_) if name else None


def park_ending(cast: Cast, text: str, class_: str) -> Ref | None:
    """The park named last one of whose names ends so (新区 of 甲新区)."""
    return next((ref for _, ref in reversed(cast.spoken) if ref.class_ == class_ and any(
        name.endswith(text) and name != text for name in (ref.name, *cast.drafts[ref.id].aliases))), None)


def work_ending(cast: Cast, text: str, class_: str) -> Ref | None:
    """The first work, platform or park that no list holds whose name ends so."""
    if top(class_) not in BUILT:
        return None
    name = next((draft.name for key, draft in cast.drafts.ending(text) if len(draft.name) > len(text) + 1
                 and draft.mentions and class_ in draft.classes and key not in cast.names.entries), None)
    return cast.named(name, class_) if name else None
