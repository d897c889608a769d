"""Trades: what a park or place has chosen to further, told without a verb of help: 甲园主导产业为乙、丙, 形成乙、丙两大支柱产业,
聚焦乙、丙两条赛道."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from loaders.clauses import Clause, Sentence
from loaders.items import top
from loaders.knowledge import group_of
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom
from loaders.statements.naming import read_span, some

PLACES = ("Park", "Region")
GOODS = ("Technology", "Product")
words = partial(group_of, "trades")  # a group of the words under a key


@cache
def forms() -> tuple[re.Pattern[str], ...]:
    """主导产业为|乙、丙; 形成|乙、丙|两大支柱产业; 聚焦|乙、丙|两条赛道."""
    count = "(?:等)?(?:[一二两三四五六七八九十0-9N]+[大条个类张])?"
    return (re.compile(f"(?P<front>.*?){words('trades')}{words('being')}(?P<what>.+)$"),
            re.compile(f"(?P<front>.*?){words('forming')}了?(?:以)?(?P<what>.+?){count}(?:为)?{words('trades')}$"),
            re.compile(f"(?P<front>.*?){words('aiming')}(?P<what>.+?){count}{words('fields')}$"))


def trades(voice: Voice, sentence: Sentence, said: list[Atom]) -> Iterator[Atom]:
    """The atoms of the clauses that tell what a place is about, where no verb has said so."""
    known = {(atom.subject.id, atom.object.id) for atom in said if atom.relation == "supports"}
    told = [atom.object_found.start for atom in said if atom.relation == "supports" and atom.object_found]
    for clause in sentence.clauses:
        if any(clause.start <= at < clause.end for at in told):
            continue
        end = clause.end - (voice.cast.text[clause.end - 1] in "。；;,，")
        match = next((found for form in forms() if (found := form.match(voice.cast.text, clause.start, end))), None)
        place = whose(voice, sentence, clause, match) if match else None
        for thing in some(voice.cast, read_span(voice.cast, *match.span("what")), GOODS) if match and place else ():
            if place and (place.ref.id, thing.ref.id) not in known and place.ref.id != thing.ref.id:
                known.add((place.ref.id, thing.ref.id))
                yield voice.tie("supports", place, thing, "supports.trade", {"strength": 4})


def whose(voice: Voice, sentence: Sentence, clause: Clause, match: re.Match[str]) -> Actor | None:
    """The one place named in front, else the one that acts, else the last park that the sentence named."""
    front = some(voice.cast, read_span(voice.cast, *match.span("front")), PLACES) if match["front"] else ()
    told = tuple(one for one in voice.acting(clause.start)[0] if top(one.ref.class_) in PLACES and one.found)
    earlier = [ref for start, ref in voice.cast.earlier(clause.start) if start >= sentence.start and top(ref.class_) == "Park"]
    park = earlier[-1] if earlier else None
    found = front or (told if len(told) == 1 else ()) or ((Actor(park, None),) if park else ())
    return found[0] if found else None
