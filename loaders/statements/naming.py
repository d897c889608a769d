"""Naming: the entity that an item of a phrase names, where the frame that asks wants its class."""
from __future__ import annotations

from collections.abc import Iterable

from loaders.items import ACTORS, Item, top
from loaders.phrases import Phrase
from loaders.resolution import Cast, Ref
from loaders.statements.atoms import Actor
from loaders.words import lexicon
from ontology.records import Found

SUBJECTS = ACTORS | {"Policy", "Instrument", "Project", "Product"}
QUOTES = "“”「」『』‘’"


def refer(cast: Cast, item: Item, classes: Iterable[str], unnamed: str = "") -> Ref | None:
    """The entity of an item, None where its class is not wanted or it names nothing.

    `unnamed` is the class of a wording that shows none.
    """
    wanted = frozenset(classes)
    name, class_ = item.text, item.class_
    if item.name and item.shared and top(item.shared) in wanted and top(class_) != top(item.shared):
        name, class_ = item.name, item.shared
    elif item.mark:
        ref = cast.of_mark(item.mark)
        return ref if ref and top(ref.class_) in wanted else None
    elif item.name and item.shared in ("", class_):
        name = item.name
    if class_ == "?":
        name = name.strip(QUOTES)
        class_ = (lexicon().head(name) or ("", ""))[1] or item.shared
    class_ = class_ or item.shared or (unnamed if is_name(name) else "")
    if not class_ or class_ == "abstract" or top(class_) not in wanted:
        return None
    if item.generic and name == item.text:
        if not item.condition or top(class_) != "AgentGroup":
            return None
        name = cast.text[item.whole[0]:item.whole[1]]
    ref = cast.named(name.strip(), class_) if 1 < len(name) <= 60 else None
    if ref and item.first and top(item.first.classes[0]) == "Firm" and (firm := cast.of_mark(item.first)):
        cast.owners.setdefault(ref.id, firm)
    return ref


def is_name(name: str) -> bool:
    """Whether a wording without a class word may be a name at all: neither abstract nor a single character."""
    head = lexicon().head(name)
    return len(name) > 1 and (head is None or bool(head[1]))


def place(cast: Cast, item: Item) -> Found:
    """The characters that name an item: with its restriction where the class word alone names nothing."""
    start, end = item.whole if item.generic and item.condition else (item.start, item.end)
    return Found(start, end, cast.text[start:end])


def actors(cast: Cast, phrase: Phrase | None, classes: Iterable[str] = SUBJECTS) -> tuple[Actor, ...]:
    """The actors that a phrase names; none unless everything in it is one."""
    if phrase is None:
        return ()
    found = [Actor(ref, place(cast, item)) for item in phrase.named
             if (ref := refer(cast, item, classes) or spoken_of(cast, item, classes))]
    named = [item for item in phrase.named if not item.generic]
    return tuple(found) if found and len(found) >= len(named) else ()


def spoken_of(cast: Cast, item: Item, classes: Iterable[str]) -> Ref | None:
    """A bare class word as subject (平台, 基地) is the last thing spoken of that is called so."""
    if item.text == "总部":
        return cast.topic
    bare = item.generic and not item.condition and not item.count and top(item.class_) in ("Platform", "Park", "Project")
    called = item.text if top(item.class_) == "Platform" else ""
    return cast.last(top(item.class_), called) if bare and top(item.class_) in classes else None


def some(cast: Cast, phrase: Phrase | None, classes: Iterable[str]) -> tuple[Actor, ...]:
    """The things of these classes that a phrase names beside others."""
    if phrase is None:
        return ()
    return tuple(Actor(ref, place(cast, item)) for item in phrase.named if (ref := refer(cast, item, classes)))
