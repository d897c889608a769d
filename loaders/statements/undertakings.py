"""Undertakings: a row of a list of projects: who undertakes the project, where it stands, for how much, until when, and
what it is granted; and a row of figures: what is told or granted of a place or firm."""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from loaders.phrases import phrase
from loaders.resolution import Cast, Ref
from loaders.statements.atoms import Atom, Scene, fits
from loaders.statements.fields import units
from loaders.statements.naming import some
from loaders.tables import Cell
from loaders.values import fold, quantities
from loaders.words import words
from ontology.records import Found, Value

PLACES = ("Region", "Park")
UNIT = re.compile(r"单位 ?: ?(?P<unit>[十百千]?[万亿]?元)")
OWN = re.compile(r"\((?P<unit>[^()]+)\)$")
YEAR = re.compile(r"^(?P<year>20\d{2})年")
AIMS = ("目标", "任务", "计划", "规划", "指标")
PLANNED = ("年度", "计划投资", "当年", "本年", "目标", "任务", "拟")


def read_name(cast: Cast, cell: Cell, class_: str) -> Ref | None:
    """The project or product that a cell names."""
    ref = cast.named("".join(cast.text[cell.start:cell.end].split()), class_)
    if ref:
        cast.mention(ref, cell.start, cell.end)
    return ref


def undertaken(scene: Scene, cells: tuple[Cell, ...], work: Ref, giver: Ref | None, said: Mapping[str, Value]) -> Iterator[Atom]:
    """One atom for each owner, place, figure and grant of the project `work`; `said` holds until when, and `giver` is
    the policy that grants."""
    cast = scene.cast
    name = next(cell for cell in cells if cell.column == "project")
    where = Found(name.start, name.end, cast.text[name.start:name.end])
    owners = [pair for cell in cells if cell.column == "owner" for pair in owned(cast, cell)]
    for owner, found in owners:
        if fits("undertakes", owner.class_, work.class_):
            yield Atom("undertakes", owner, work, "undertakes.owner", *around(where, found), scene.section, qualifiers=said,
                       subject_found=found, object_found=where)
    for cell in cells:
        if cell.column in ("place", "area"):
            for site, found in placed(cast, cell):
                yield Atom("locatedIn", work, site, "locatedIn.place", *around(where, found), scene.section,
                           subject_found=where, object_found=found)
    yield from told(scene, cells, [(work, where)], giver)
    yield from given(scene, cells, owners or [(work, where)], giver)


def tallied(scene: Scene, cells: tuple[Cell, ...], giver: Ref | None) -> Iterator[Atom]:
    """One atom for each figure and grant of the firm of a row, else of its place; where the firm is, what it makes."""
    cast = scene.cast
    firms = [pair for cell in cells if cell.column == "owner" for pair in owned(cast, cell)]
    sites = [pair for cell in cells if cell.column in ("area", "place") for pair in placed(cast, cell)]
    yield from told(scene, cells, firms or sites, giver)
    yield from given(scene, cells, firms or sites, giver)
    for firm, where in firms:
        for site, found in sites:
            if fits("locatedIn", firm.class_, site.class_):
                yield Atom("locatedIn", firm, site, "locatedIn.cell", *around(where, found), scene.section, subject_found=where,
                           object_found=found)
        for cell in cells:
            if cell.column == "product" and (made := read_name(cast, cell, "Product")):
                yield Atom("produces", firm, made, "produces.cell", *around(where, cell), scene.section, subject_found=where,
                           object_found=Found(cell.start, cell.end, cast.text[cell.start:cell.end]))


def owned(cast: Cast, cell: Cell) -> list[tuple[Ref, Found]]:
    """The firms and bodies that a cell names."""
    found = units(cast, cell.start, cell.end)
    for owner, place in found:
        cast.mention(owner, place.start, place.end)
    return found


def placed(cast: Cast, cell: Cell) -> list[tuple[Ref, Found]]:
    """The innermost place that a cell names."""
    sites = some(cast, phrase(words(cast.text, cell.start, cell.end, cast.marks), cast.text), PLACES)[-1:]
    return [(site.ref, site.found) for site in sites if site.found]


def told(scene: Scene, cells: tuple[Cell, ...], holders: list[tuple[Ref, Found]], paper: Ref | None) -> Iterator[Atom]:
    """The figures of a row, of each holder; those of a paper of targets are targets."""
    aims = paper is not None and any(word in paper.name for word in AIMS)
    for cell in cells:
        figure = worth(scene.cast.text, cell) if cell.column in ("investment", "measure", *(() if paper else ("grant",))) else {}
        if figure and aims and cell.column == "measure":
            figure["kind"] = "target"
        for holder, where in holders if figure else []:
            name = YEAR.sub("", OWN.sub("", fold(cell.said)))
            measure = scene.cast.made(name, "Indicator", key=f"{scene.section}/{holder.id}/{name}")
            yield Atom("hasIndicator", holder, measure, "hasIndicator.cell", *around(where, cell), scene.section, qualifiers=figure,
                       subject_found=where, object_found=Found(cell.start, cell.end, scene.cast.text[cell.start:cell.end]))


def given(scene: Scene, cells: tuple[Cell, ...], receivers: list[tuple[Ref, Found]], giver: Ref | None) -> Iterator[Atom]:
    """What a policy grants in a row, to each receiver."""
    for cell in cells:
        sums = worth(scene.cast.text, cell) if cell.column == "grant" and giver else {}
        for receiver, where in receivers if sums else []:
            if giver and fits("subsidizes", giver.class_, receiver.class_):
                said = {"amount": sums["value"], "unit": sums["unit"]}
                yield Atom("subsidizes", giver, receiver, "subsidizes.cell", *around(where, cell), scene.section,
                           qualifiers=said, object_found=where)


def around(name: Found, cell: Cell | Found) -> tuple[int, int]:
    """The span of a row from a name to another cell."""
    return min(name.start, cell.start), max(name.end, cell.end)


def worth(text: str, cell: Cell) -> dict[str, Value]:
    """The qualifiers of a figure, whose unit its column's name says, else the last line above that names one; empty where
    the cell holds none."""
    said = fold(cell.said)
    units_ = [match["unit"] for match in UNIT.finditer(fold(text[:cell.start]))]
    own = OWN.search(said)
    unit = own["unit"] if own else units_[-1] if units_ else ""
    figure = next(iter(quantities(text[cell.start:cell.end].strip() + unit)), None)
    if figure is None or (cell.column != "measure" and figure.unit != "CNY"):
        return {}
    year = YEAR.match(said)
    found: dict[str, Value] = {"value": figure.value, "unit": figure.unit, "operator": figure.operator,
                               "kind": "target" if any(word in said for word in PLANNED) else "achieved"}
    return found | ({"year": int(year["year"])} if year else {})
