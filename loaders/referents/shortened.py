"""Shortened: what the text named before by a longer name that ends so (甲高速乙停车区充电站: 乙停车区充电站)."""
from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.items import top
from loaders.lexicon import load
from loaders.referents.firms import short_firm
from loaders.referents.spoken import named_so

if TYPE_CHECKING:
    from loaders.resolution import Cast, Ref

BASE = "基地"
PLANTS = ("工厂", BASE)
SHORT = 6  # characters of a name that is no mere kind (充换电站)


def shortened(cast: Cast, text: str, class_: str) -> Ref | None:
    """A thing by a short form of the name that the text gave it: firms everywhere, works, plants and parks in news."""
    if cast.telling and class_ == "Park" and text in load("endings"):
        return park_ending(cast, text, class_)
    if class_ == "Firm":
        return short_firm(cast, text)
    if not cast.telling:
        return None
    plant = named_so(cast, text, len(cast.text)) if len(text) > len(BASE) and text.endswith(PLANTS) else None
    return plant or (work_ending(cast, text, class_) if len(text) >= SHORT else None)


def park_ending(cast: Cast, text: str, class_: str) -> Ref | None:
    """The park named last one of whose names ends so (新区 of 甲新区)."""
    return next((ref for _, ref in reversed(cast.spoken) if ref.class_ == class_ and any(
        name.endswith(text) and name != text for name in (ref.name, *cast.drafts[ref.id].aliases))), None)


def work_ending(cast: Cast, text: str, class_: str) -> Ref | None:
    """The first work, platform or park that no list holds whose name ends so."""
    if top(class_) not in ("Project", "Platform", "Park"):
        return None
    name = next((draft.name for key, draft in cast.drafts.items() if draft.name.endswith(text) and len(draft.name) > len(text) + 1
                 and draft.mentions and class_ in draft.classes and key not in cast.names.entries), None)
    return cast.named(name, class_) if name else None
