"""Launches: what comes off the line where, and whose it is: 甲项目的首辆客车在乙市下线, 甲公司是乙电池的首发地."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses import Part
from loaders.items import Item, top
from loaders.phrases import Phrase
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.being.owners import is_part, restriction
from loaders.statements.being.witness import PLACES, Witness, known
from loaders.statements.modality import modality
from loaders.statements.naming import some

GOODS = ("Product", "Technology")
PLANTS = ("Firm", "Park", "Project", "Institution")
COUNTRY = "cn"


def plants(witness: Witness, item: Item) -> tuple[Actor, ...]:
    """The works and firms whose goods an item names (甲公司乙项目的|客车)."""
    read = restriction(witness, item)
    return some(witness.cast, read, PLANTS) if read and len(read.named) == 1 else ()


def maker(witness: Witness, plant: Actor) -> Actor | None:
    """Who makes what a plant makes: itself where it can act, else whose it is."""
    if fits("produces", plant.ref.class_, "Product"):
        return plant
    owner = witness.cast.owners.get(plant.ref.id)
    return Actor(owner, plant.found) if owner else None


def launched(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """The atoms of a clause that closes with goods off the line."""
    at = next((n for n, part in enumerate(parts) if part.kind == "verb" and part.text in known().launched), None)
    if at is None or modality().denied & {part.text for part in parts}:
        return
    where = [spot for n in range(at) if parts[n].text in ("在", "于") for spot in some(witness.cast, parts[n + 1].phrase, PLACES)]
    fronts = [part.phrase for n, part in enumerate(parts[:at]) if part.phrase and not (n and parts[n - 1].text in ("在", "于", "从"))]
    greeted = next((n for n, part in enumerate(parts[:at]) if part.text in known().greets), None)
    for item in (item for front in fronts[-1:] for item in front.named):
        goods = some(witness.cast, replace(fronts[-1], items=(item,), summary=None), GOODS)
        of = plants(witness, item) or (some(witness.cast, fronts[0], PLANTS)[-1:] if greeted is not None and len(fronts) > 1 else ())
        makers = [who for plant in of if (who := maker(witness, plant))]
        yield from (witness.tied("produces", who, thing, "launch") for who in makers for thing in goods
                    if thing.ref.class_ == "Product" or is_part(thing.ref))
        yield from (witness.located(plant, spot.ref, spot.found, "launch") for plant in of for spot in where
                    if top(plant.ref.class_) in ("Project", "Park") and spot.ref.id not in (plant.ref.id, COUNTRY))


def homes(witness: Witness, front: Phrase | None, after: Phrase, end: int) -> Iterator[Atom]:
    """甲公司是乙电池的首发地: 甲公司 makes it."""
    if not witness.cast.text.endswith(known().sources, after.start, end):
        return
    item = after.named[-1]
    read = restriction(witness, item) if item.text.endswith(known().sources) else after
    for thing in some(witness.cast, read, GOODS):
        makers = [maker(witness, one) for one in (some(witness.cast, front, PLANTS) if front else witness.front)]
        yield from (witness.tied("produces", who, thing, "source") for who in makers if who and top(who.ref.class_) in PLANTS)
