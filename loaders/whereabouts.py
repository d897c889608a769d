"""Whereabouts: places and fields listed before a thing only say where it stands or is used (商场、医院和景区停车场|充电桩;
公务、环卫等领域|新能源汽车)."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.baring import single, strip
from loaders.items import Item, top
from loaders.knowledge import any_of, listed
from loaders.lexicon import lexicon
from loaders.words import Word

THINGS = ("Product", "Technology", "Project")


def standing(runs: Sequence[tuple[str, list[Word]]], text: str) -> Item | None:
    """What stands in the places that a list names, where the last of them is followed by it."""
    if len(runs) < 2 or not all(is_spot(run, text) for _, run in runs[:-1]):
        return None
    last = runs[-1][1]
    if len(last) == 1 or not text[last[0].start:last[-1].end].endswith(listed("lists", "stands")):
        return None
    for at in range(len(last) - 1, 0, -1):
        item = single(strip(last[at:]), text) if text[last[0].start:last[at].start].endswith(listed("lists", "spots")) else None
        if item and text[item.start:item.end].endswith(listed("lists", "stands")):
            return within(item, runs[0][1][0].start, last[at].start, text)
    return None


def is_spot(run: Sequence[Word], text: str) -> bool:
    """Whether a run names places of a kind."""
    plain = all(word.mark is None or word.mark.classes[0] in ("AgentGroup", "Project", "Technology") for word in run)
    return plain and text[run[0].start:run[-1].end].endswith(listed("lists", "spots"))


def used(items: Sequence[Item], summary: Item | None, text: str) -> Item | None:
    """The thing behind the class word of the fields that a list names."""
    field = re.match(rf"(?:公共|重点|各|细分|主要|典型|特定)?{any_of(listed('lists', 'uses'))}(?=..)", summary.text) if summary else None
    if summary is None or field is None or not items or any(item.mark and item.mark.kind == "title" for item in items):
        return None
    name = summary.text[field.end():]
    head = lexicon().head(name)
    if head is None or top(head[1]) not in THINGS or lexicon().has("generic", name):
        return None
    thing = replace(summary, start=summary.start + field.end(), text=name, class_=head[1], name="", first=None, mark=None)
    return within(thing, items[0].whole[0], summary.start + field.end(), text)


def within(item: Item, start: int, end: int, text: str) -> Item:
    """The thing with what is listed before it as its restriction."""
    return replace(item, condition=text[start:end].strip("的 "), whole=(start, item.end))
