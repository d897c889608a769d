"""Abreast: places that headlines and news list without a join (甲市乙市共建丙走廊)."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.words import Mark
from ontology.names import Gazetteer, kind_sign


def abreast(marks: Sequence[Mark], names: Gazetteer) -> list[Mark]:
    """The marks, each region that touches another which neither holds it nor stands in it listed with that one."""
    kept = list(marks[:1])
    for before, mark in pairwise(marks):
        both = before.end == mark.start and all(
            one.kind == "name" and one.classes[0] == "Region" and len(one.keys) == 1 for one in (before, mark))
        kept.append(replace(mark, beside=True) if both and parted(names, before.keys[0], mark.keys[0]) else mark)
    return kept


def parted(names: Gazetteer, one: str, other: str) -> bool:
    """Whether two places lie side by side."""
    if one == other or not all(key in names.entries and kind_sign(names.entries[key]) for key in (one, other)):
        return False
    return one not in around(names, other) and other not in around(names, one)


def around(names: Gazetteer, key: str) -> set[str]:
    """The places that hold a place."""
    found: set[str] = set()
    while (key := dict(names.entries[key].links).get("within", "")) in names.entries and key not in found:
        found.add(key)
    return found
