"""Seats: where somebody sits, as a sentence tells it in passing: 厂址在甲园, 建成乙中心,位于甲区; and the
place with which a sentence opens."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.clauses import Part
from loaders.items import Item, top
from loaders.referents.spoken import named_before, project_told
from loaders.statements.atoms import Actor, Atom
from loaders.statements.bare import SEAT
from loaders.statements.being.sites import COUNTRY, SITTERS, WIDE, WORKS, placed_in, spots, words
from loaders.statements.being.witness import PLACES, Witness, found
from loaders.statements.modality import modality
from loaders.statements.naming import read_span, some

INNER = re.compile("里|内|中|境内|上")


def seats(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """The atoms of a clause that says in passing where somebody sits."""
    if modality().denied & {part.text for part in parts}:
        return
    yield from seated(witness, parts)
    yield from lying(witness, parts)


def seated(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """厂址|在甲园, 注册地|为乙区: whose seat that is is there."""
    if len(parts) < 3 or parts[0].phrase is None:
        return
    verb = next((n for n, part in enumerate(parts[1:], 1) if part.kind != "adverb"), len(parts) - 1)
    item = parts[0].phrase.named[-1]
    seat = next((word for word in sorted(words("seats"), key=len, reverse=True) if parts[0].text.endswith(word)), "")
    if not seat or parts[verb].text not in words("sited") or (seat == SEAT and item.first):
        return
    last = next((part.phrase for part in parts[verb + 1:] if part.phrase), None)
    where = spots(witness, last) if last is not None else ()
    thing = sitter(witness, item, seat) if where else None
    yield from placed_in(witness, thing, where[-1], "seat") if thing else ()


def sitter(witness: Witness, item: Item, seat: str) -> Actor | None:
    """Whose seat it is: named with it, else what the sentence, or the text, speaks of."""
    mark = item.first or item.owner
    ref = witness.cast.of_mark(mark) if mark and top(mark.classes[0]) in SITTERS else None
    if ref and mark:
        return Actor(ref, found(mark))
    if item.text not in (seat, "其" + seat):
        read = read_span(witness.cast, item.start, item.end - len(seat))  # 甲公司|厂址
        return next(iter(some(witness.cast, read, SITTERS)), None)
    told = project_told(witness.cast, item.start) if seat in words("chosen") else None
    before = [one for one in (*witness.opening, *witness.named) if top(one.ref.class_) in SITTERS
              and one.found and one.found.end <= item.start]
    topic = named_before(witness.cast, witness.cast.topic, item.start)
    return Actor(told, None) if told else before[0] if before else Actor(topic, None) if topic else None


def lying(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """建成甲中心,|位于乙街道: what the clause before ended with lies there."""
    said = [part for part in parts if part.kind != "adverb"]
    before = witness.named[-1] if witness.named else None
    if len(said) < 2 or said[0].text not in words("lying") or before is None or before.found is None:
        return
    apart = witness.cast.text[before.found.end:said[0].start]
    if top(before.ref.class_) in WORKS and len(apart) <= 1:
        for spot in spots(witness, said[1].phrase)[-1:]:
            yield from placed_in(witness, before, spot, "lying")


def heading(witness: Witness, parts: Sequence[Part]) -> Actor | None:
    """The park or district that a clause does no more than name (在甲园,…; 走进甲园,…; 甲园内,…)."""
    said = [part for part in parts if part.kind != "adverb"]
    leads = len(said) == 2 and said[0].text in words("leading")
    if not leads and (len(said) != 1 or not INNER.match(witness.cast.text, said[0].phrase.named[-1].end if said[0].phrase else 0)):
        return None
    named = some(witness.cast, said[-1].phrase, PLACES)
    return named[0] if len(named) == 1 and not WIDE.search(named[0].ref.name) and named[0].ref.id != COUNTRY else None
