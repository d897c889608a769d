"""Brands: the short ones that are words of the language elsewhere, and the firms that they mean among firms (理想, 小鹏)."""
from __future__ import annotations

import re
from functools import cache

from loaders.course import Ref
from loaders.items import top
from loaders.knowledge import group_of, listed
from loaders.resolution import Cast


def branded(cast: Cast, word: str) -> Ref | None:
    """The firm that a short brand means among firms (理想 is 理想汽车)."""
    entries = [entry for entry in cast.names.lookup(word + "汽车") if top(entry.classes[0]) == "Firm"] or [
        entry for entry in cast.names.lookup(word) if top(entry.classes[0]) in ("Firm", "Product")]
    return cast.maker(cast.known(entries[0])) if entries else None


@cache
def brands() -> re.Pattern[str]:
    """Short brands that are words of the language elsewhere, where a name may begin and end."""
    before, behind = (listed("supplies", key)[0] for key in ("before", "behind"))
    return re.compile(f"(?<=[{before}]){group_of('supplies', 'brands')}(?=[{behind}]|$)")
