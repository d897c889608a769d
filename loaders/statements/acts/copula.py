"""Copula: what 是 and 有 say of deeds (分别是A、B; 参与打造的有A、B; 用的是X)."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses import Part
from loaders.items import ACTORS, top
from loaders.phrases import Phrase
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Atom, fits
from loaders.statements.frames import frames
from loaders.statements.naming import some


def equal(voice: Voice, parts: Sequence[Part], at: int, phrase: Phrase) -> Iterator[Atom]:
    """分别是A、B: A and B act from here on; 参与打造的有A、B: A and B build what was spoken of."""
    named = some(voice.cast, phrase, ACTORS)
    before = parts[at - 1] if at else None
    if parts[at].text.startswith("分别") and named:
        voice.memory.actors = named
    if len(named) == 2 and parts[at].text in ("是", "为") and all(top(actor.ref.class_) == "Firm" for actor in named):
        voice.memory.two = voice.memory.parties = named  # 投资方是甲和乙,两家…
    if not before or before.kind != "verb" or not voice.memory.thing:
        return
    item, thing = voice.memory.thing
    for frame in frames().called("object", "verbs", before.text.removeprefix("参与")):
        for actor in named if frame.relation == "builds" else ():
            if fits("builds", actor.ref.class_, thing.class_):
                yield voice.atom("builds", actor, thing, item, frame.rule, ())


def fronted(voice: Voice, parts: Sequence[Part], at: int) -> tuple[tuple[Part, ...], int] | None:
    """用的是X, 与甲公司签的是X: 是 only brings the object behind the verb; the clause without it, and where its verb is."""
    before = next((n for n in range(at - 1, -1, -1) if parts[n].kind != "adverb"), None)
    if before is None or parts[before].kind != "verb" or "的" not in (parts[before].text[-1], voice.cast.text[parts[before].end]):
        return None
    verb = replace(parts[before], text=parts[before].text.removesuffix("的"))
    return (*parts[:before], verb, *parts[at + 1:]), before
