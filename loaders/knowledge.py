"""What the loaders know of the language: the YAML files in `patterns/`, read once, and expressions made of them."""
from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from ontology.errors import ChuanyuError

FOLDER = Path(__file__).with_name("patterns")


@cache
def knowledge(name: str) -> dict[str, Any]:
    """The mapping in `patterns/NAME.yaml`; raises where the file is no mapping."""
    import yaml

    path = FOLDER / f"{name}.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict):
        raise ChuanyuError(f"{path.name} must be a mapping of keys to words.", f"{path.name} 必须是键到词语的映射。")
    return data


@cache
def words(name: str, key: str) -> tuple[str, ...]:
    """The list of words under a key of `patterns/NAME.yaml`, the longest first; raises naming file and key."""
    found = knowledge(name).get(key)
    if not isinstance(found, list) or not all(isinstance(word, str) and word for word in found):
        raise ChuanyuError(f"{name}.yaml: {key} must be a list of words.", f"{name}.yaml:{key} 必须是词语列表。")
    return tuple(sorted(set(found), key=lambda word: (-len(word), word)))


def any_of(items: Iterable[str]) -> str:
    """A group that matches any of the words, the longest first."""
    longest = sorted(set(items), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in longest) + ")"
