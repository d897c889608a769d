"""What the loaders know of the language: the YAML files in `patterns/`, read once, and expressions made of them."""
from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from loaders.lexicon import load
from ontology.errors import ChuanyuError


@cache
def knowledge(name: str) -> dict[str, Any]:
    """The mapping in `patterns/NAME.yaml`, read once."""
    return load(name)


@cache
def listed(name: str, key: str) -> tuple[str, ...]:
    """The list of words under a key of `patterns/NAME.yaml`, the longest first; raises naming file and key."""
    found = knowledge(name).get(key)
    if not isinstance(found, list) or not all(isinstance(word, str) and word for word in found):
        raise ChuanyuError(f"{name}.yaml: {key} must be a list of words.", f"{name}.yaml:{key} 必须是词语列表。")
    return longest_first(found)


def longest_first(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(items), key=lambda word: (-len(word), word)))


def any_of(items: Iterable[str]) -> str:
    """A group that matches any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in longest_first(items)) + ")"


@cache
def group_of(name: str, *keys: str) -> str:
    """A group that matches any of the words under these keys of `patterns/NAME.yaml`, made once."""
    return any_of([word for key in keys for word in listed(name, key)])
