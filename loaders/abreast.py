"""Abreast: which place holds which, and places that headlines and news list without a join (甲市乙市共建丙走廊)."""
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
    return one not in upward(names, other) and other not in upward(names, one)


def upward(names: Gazetteer, key: str | None) -> list[str]:
    """A place and those that hold it, innermost first."""
    found: list[str] = []
    while key and key in names.entries and key not in found:
        found.append(key)
        key = dict(names.entries[key].links).get("within")
    return found
