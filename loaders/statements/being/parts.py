"""Parts: what a whole has of its own: 建有A、B等九大功能区, 规划有两条城际线路."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.clauses import Part
from loaders.items import ACTORS, top
from loaders.phrases import Phrase
from loaders.statements.atoms import Actor, Atom, admits_subject
from loaders.statements.bare import spoken_of
from loaders.statements.being.witness import Witness
from loaders.statements.naming import place, refer, some

BUILT = ("Project", "Platform", "Park")
HAVING = ("建有", "设有", "拥有", "有", "规划有", "布局有", "配有", "形成", "建成", "打造", "分为", "划分为", "包括", "包含", "布局",
          "规划", "设置", "涵盖", "建设", "规划建设")
SHARING = ("规划有", "有", "包括", "包含", "分为", "涵盖", "设有", "划分为", "共有")
NUMBERED = re.compile("等(?P<many>[0-9一二两三四五六七八九十]+大)$")
WHOLES = ("Project", "Park")


def own_parts(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """What a clause says that a whole has."""
    yield from featured(witness, parts)
    yield from shared(witness, parts)


def featured(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """建有A、B等九大功能区: it has the nine, and A and B are of them; 甲、乙两大车间 are all that there are."""
    at = next((n for n, part in enumerate(parts[:-1]) if part.kind == "verb" and part.text in HAVING and parts[n + 1].phrase), None)
    phrase = parts[at + 1].phrase if at is not None else None
    if at is None or phrase is None or phrase.summary is None or top(phrase.summary.class_) not in BUILT:
        return
    number = NUMBERED.search(witness.cast.text, phrase.items[-1].end if phrase.items else phrase.start, phrase.summary.start)
    if number is None:
        return
    front = next((part.phrase for part in reversed(parts[:at]) if part.phrase), None)
    pointed = whole_of(witness, front) if front else None
    owners = (some(witness.cast, front, ACTORS) or ((pointed,) if pointed else ())) if front else witness.opening
    summary = phrase.summary
    whole = witness.cast.made(number["many"] + summary.text, summary.class_)
    found = Actor(whole, place(witness.cast, summary))
    for owner in owners[:1]:
        if admits_subject("builds", owner.ref.class_) and owner.ref.id != whole.id:
            yield witness.tied("builds", owner, found, "featured")
    for item in phrase.items:
        ref = refer(witness.cast, item, BUILT)
        if ref and ref.id != whole.id and top(ref.class_) == top(whole.class_):
            yield witness.tied("partOf", Actor(ref, place(witness.cast, item)), found, "featured")


def shared(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲走廊规划有两条城际线路和一条干线: they are parts of it."""
    if len(parts) != 3 or parts[1].text not in SHARING or parts[0].phrase is None or parts[2].phrase is None or (
            parts[2].phrase.summary is not None):
        return
    whole = whole_of(witness, parts[0].phrase)
    for thing in some(witness.cast, parts[2].phrase, (top(whole.ref.class_),)) if whole else ():
        if whole and thing.ref.id != whole.ref.id and whole.ref.name not in thing.ref.name:
            yield witness.tied("partOf", thing, whole, "has")


def whole_of(witness: Witness, front: Phrase) -> Actor | None:
    """The work or park that a phrase names or points at."""
    item = front.named[-1]
    ref = refer(witness.cast, item, WHOLES) or (spoken_of(witness.cast, item, WHOLES) if witness.cast.telling else None)
    return Actor(ref, place(witness.cast, item)) if ref and len(front.named) == 1 else None
