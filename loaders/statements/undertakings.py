"""Undertakings: a row of a list of projects: who undertakes the project, where it stands, for how much, until when."""
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
OWN = re.compile(r"\((?P<unit>[十百千]?[万亿]?元)\)$")
YEAR = re.compile(r"^(?P<year>20\d{2})年")
PLANNED = ("年度", "计划投资", "当年", "本年")


def project(cast: Cast, cell: Cell) -> Ref | None:
    """The project of a row."""
    ref = cast.named("".join(cast.text[cell.start:cell.end].split()), "Project")
    if ref:
        cast.mention(ref, cell.start, cell.end)
    return ref


def undertaken(scene: Scene, cells: tuple[Cell, ...], target: Ref, said: Mapping[str, Value]) -> Iterator[Atom]:
    """One atom for each owner, place and sum of the project `target`; `said` holds until when."""
    cast = scene.cast
    name = next(cell for cell in cells if cell.column == "project")
    for cell in cells:
        quote = (min(name.start, cell.start), max(name.end, cell.end))
        where = Found(name.start, name.end, cast.text[name.start:name.end])
        if cell.column == "owner":
            for owner, found in units(cast, cell.start, cell.end):
                cast.mention(owner, found.start, found.end)
                if fits("undertakes", owner.class_, target.class_):
                    yield Atom("undertakes", owner, target, "undertakes.owner", *quote, scene.section, qualifiers=said,
                               subject_found=found, object_found=where)
        elif cell.column == "place":
            read = phrase(words(cast.text, cell.start, cell.end, cast.marks), cast.text)
            for site in some(cast, read, PLACES)[-1:]:
                yield Atom("locatedIn", target, site.ref, "locatedIn.place", *quote, scene.section,
                           subject_found=where, object_found=site.found)
        elif cell.column == "investment" and (sums := worth(cast.text, cell)):
            measure = cast.made(YEAR.sub("", OWN.sub("", fold(cell.said))), "Indicator", key=f"{scene.section}/{target.id}")
            yield Atom("hasIndicator", target, measure, "hasIndicator.sum", *quote, scene.section, qualifiers=sums,
                       subject_found=where, object_found=Found(cell.start, cell.end, cast.text[cell.start:cell.end]))


def worth(text: str, cell: Cell) -> dict[str, Value]:
    """The qualifiers of a sum, whose unit its column's name says, else the last line above that names one; empty where
    the cell holds none."""
    said = fold(cell.said)
    units_ = [match["unit"] for match in UNIT.finditer(fold(text[:cell.start]))]
    own = OWN.search(said)
    unit = own["unit"] if own else units_[-1] if units_ else ""
    figure = next((one for one in quantities(text[cell.start:cell.end].strip() + unit) if one.unit == "CNY"), None)
    if figure is None:
        return {}
    year = YEAR.match(said)
    found: dict[str, Value] = {"value": figure.value, "unit": figure.unit, "operator": figure.operator,
                               "kind": "target" if any(word in said for word in PLANNED) else "achieved"}
    return found | ({"year": int(year["year"])} if year else {})
