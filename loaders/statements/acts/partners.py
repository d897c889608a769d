"""Partners: who works with whom: whom the phrase names, points at by a class word or by a brand, and who does it with them.

Who is only encouraged to work with others keeps that with him.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.clauses import Part
from loaders.items import ACTORS, top
from loaders.knowledge import listed
from loaders.phrases import Phrase
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor
from loaders.statements.bare import spoken_of
from loaders.statements.frames import Frame
from loaders.statements.modality import modality
from loaders.statements.naming import actors, place, some


def meant(voice: Voice, phrase: Phrase, frame: Frame) -> tuple[Actor, ...]:
    """The park or platform that a class word alone points at (与基地合作)."""
    item = phrase.named[-1]
    ref = spoken_of(voice.cast, item, frame.classes) if voice.cast.telling and item.generic and "joins" in frame.words else None
    return (Actor(ref, place(voice.cast, item)),) if ref else ()


def branded(voice: Voice, phrase: Phrase) -> tuple[Actor, ...]:
    """The firms whose brands a phrase names (牵手甲品牌)."""
    brands = [(item, voice.cast.of_mark(item.mark)) for item in phrase.named if item.mark and item.mark.classes[0] == "Product"]
    return tuple(Actor(firm, place(voice.cast, item)) for item, ref in brands if voice.cast.telling and ref and (
        firm := voice.cast.maker(ref)) and top(firm.class_) == "Firm")


def partners(voice: Voice, side: Phrase, frame: Frame) -> tuple[Actor, ...]:
    """Those of one side that may work with somebody; in what rules a bare class of actors too (高校与企业共建X)."""
    return some_one(some(voice.cast, side, frame.classes)) or voice.workers(side)


def some_one(named: Sequence[Actor]) -> tuple[Actor, ...]:
    """Those that somebody may be said to work with: 有关部门 is nobody."""
    return tuple(actor for actor in named if not actor.ref.name.startswith(listed("cooperates", "nobody")))


def wished(left: tuple[Actor, ...], before: Sequence[Part]) -> tuple[Actor, ...]:
    """Who is encouraged to work with others only may do so."""
    first = min((actor.found.start for actor in left if actor.found), default=0)
    verb = next((part.text for part in reversed(before) if part.kind == "verb" and (part.start < first or not first)), "")
    return tuple(replace(actor, encouraged=True) for actor in left) if verb in modality().encourage else left


def doers(voice: Voice, before: Sequence[Part]) -> tuple[Actor, ...]:
    """Who works with the partner: named before it in the clause, else who acts."""
    named: tuple[Actor, ...] = ()
    verb = ""
    for part in before:
        verb = part.text if part.kind == "verb" else verb
        encouraged = verb in modality().encourage  # 鼓励|A|加强与B的合作
        found = voice.workers(part.phrase) if encouraged else actors(voice.cast, part.phrase, ACTORS)
        named += tuple(replace(actor, encouraged=True) for actor in found) if encouraged else found
    return named or voice.memory.encouraged or voice.subjects()
