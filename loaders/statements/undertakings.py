"""Undertakings: a row of a list of projects, products or platforms: who undertakes, makes or builds each, where it
stands, for how much, until when, and what is granted; and a row of figures: what is told or granted of a place or firm."""
from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import itemgetter

from loaders.course import Ref
from loaders.documents import Paper
from loaders.resolution import Cast
from loaders.statements.atoms import Atom, Scene, fits
from loaders.statements.fields import units
from loaders.statements.naming import read_span, some
from loaders.tables import Cell
from loaders.values import fold, quantities
from ontology.records import Found, Value

LONGEST_SITE = 16
SITE = re.compile("[区园城镇乡路村道站港岛馆场]$|街道$|组团$|基地$|中心$|口岸$|沿线$")
OF_OWNER = ("product", "instrument")  # where and how much is said of whoever makes or offers it
GOODS = re.compile(r"[^\s、,，;；/]{2,}")
PLACES = ("Region", "Park", "Place")
DONE = {"project": ("Project", "undertakes"), "product": ("Product", "produces"), "platform": ("Platform", "builds"),
        "event": ("Event", "organizes"), "instrument": ("Instrument", "offers")}
UNIT = re.compile(r"单位 ?: ?(?P<unit>[十百千]?[万亿]?元)")
OWN = re.compile(r"\((?P<unit>[^()]+)\)$")
YEAR = re.compile(r"^(?P<year>20\d{2})年")
RECOGNISING = re.compile("关于(?:认定|确认|授予|命名|批准|批复|同意|公布|确定)")
AIMS = ("目标", "任务", "计划", "规划", "指标")
AHEAD = ("目标", "规划", "计划", "预")
PLANNED = ("年度", "计划投资", "当年", "本年", "目标", "任务", "拟")


def work_of(cast: Cast, cells: tuple[Cell, ...]) -> tuple[Ref, Cell] | None:
    """The project, product or platform that a row names, and where."""
    for cell in cells:
        ref = cast.named("".join(cast.text[cell.start:cell.end].split()), DONE[cell.column][0]) if cell.column in DONE else None
        if ref:
            cast.mention(ref, cell.start, cell.end)
            return ref, cell
    return None


def undertaken(scene: Scene, cells: tuple[Cell, ...], work: tuple[Ref, Cell], giver: Ref | None,
               said: Mapping[str, Value]) -> Iterator[Atom]:
    """One atom for each owner, place, figure and grant of the work of a row; `said` holds until when, and `giver` is the
    policy that grants."""
    cast = scene.cast
    ref, name = work
    where = Found(name.start, name.end, cast.text[name.start:name.end])
    owners = owned(cast, cells)
    for owner, found in owners:
        based = "依托" in next(cell.said for cell in cells if cell.start <= found.start < cell.end)
        relation = "reliesOn" if based else DONE[name.column][1]
        sides = ((ref, owner), (where, found)) if based else ((owner, ref), (found, where))
        if fits(relation, sides[0][0].class_, sides[0][1].class_):
            yield Atom(relation, *sides[0], f"{relation}.owner", *around(where, found), scene.section,
                       qualifiers=said if relation == "undertakes" else {}, subject_found=sides[1][0], object_found=sides[1][1])
    things = owners if owners and name.column in OF_OWNER else [(ref, where)]
    for thing, spot in things:
        for site, found in placed(cast, cells):
            if fits("locatedIn", thing.class_, site.class_):
                yield Atom("locatedIn", thing, site, "locatedIn.place", *around(spot, found), scene.section, subject_found=spot,
                           object_found=found)
    yield from told(scene, cells, things, giver)
    yield from given(scene, cells, owners or [(ref, where)], giver)


def recognised(scene: Scene, work: tuple[Ref, Cell], paper: Paper) -> Iterator[Atom]:
    """Whoever announces a list of works that were examined (关于认定…的通知) approves each of them."""
    ref, cell = work
    issuer = paper.issuers[0][0] if paper.issuers else None
    if issuer and RECOGNISING.search(paper.document.title) and fits("approves", issuer.class_, ref.class_):
        yield Atom("approves", issuer, ref, "approves.listed", cell.start, cell.end, scene.section,
                   object_found=Found(cell.start, cell.end, scene.cast.text[cell.start:cell.end]))


def tallied(scene: Scene, cells: tuple[Cell, ...], giver: Ref | None) -> Iterator[Atom]:
    """One atom for each figure and grant of the firm of a row, else of its place; and where the firm is."""
    yield from dealings(scene, cells)
    yield from indicated(scene, cells, giver)
    firms, sites = owned(scene.cast, cells), placed(scene.cast, cells)
    yield from told(scene, cells, firms or sites, giver)
    yield from given(scene, cells, firms or sites, giver)
    for firm, where in firms:
        for site, found in sites:
            if fits("locatedIn", firm.class_, site.class_):
                yield Atom("locatedIn", firm, site, "locatedIn.place", *around(where, found), scene.section, subject_found=where,
                           object_found=found)


def dealings(scene: Scene, cells: tuple[Cell, ...]) -> Iterator[Atom]:
    """Who supplies whom, and makes what he supplies; what else the row counts is his."""
    cast = scene.cast
    suppliers, customers = owned(cast, cells, "supplier"), owned(cast, cells, "customer")
    goods = [(ref, Found(name.start() + cell.start, name.end() + cell.start, name[0])) for cell in cells if cell.column == "goods"
             for name in GOODS.finditer(cast.text[cell.start:cell.end]) if (ref := cast.named(name[0].removesuffix("等"), "Product"))]
    for relation, things in (("suppliesTo", customers), ("produces", goods)):
        for supplier, where in suppliers:
            for thing, found in things:
                cast.mention(thing, found.start, found.end)
                if fits(relation, supplier.class_, thing.class_):
                    yield Atom(relation, supplier, thing, f"{relation}.row", *around(where, found), scene.section,
                               subject_found=where, object_found=found)
    yield from told(scene, cells, suppliers, None)


def indicated(scene: Scene, cells: tuple[Cell, ...], paper: Ref | None) -> Iterator[Atom]:
    """The figures of an indicator, one a year: targets are the paper's, what was reached is the place's whose paper it is."""
    cast = scene.cast
    name = next((cell for cell in cells if cell.column == "indicator"), None)
    unit_ = next((cast.text[cell.start:cell.end].strip() for cell in cells if cell.column == "unit"), "")
    values = [cell for cell in cells if cell.column == "value"] if name else []
    first = min((int(year[0]) for cell in values if (year := re.search(r"20\d\d", cell.said))), default=0)
    for cell in values:
        said = fold(cell.said)
        year = re.search(r"20\d\d", said)
        own = OWN.search(fold(cast.text[name.start:name.end])) if name else None
        figure = next(iter(quantities(cast.text[cell.start:cell.end].strip() + (unit_ or (own["unit"] if own else "")))), None)
        aim = any(word in said for word in AHEAD) or (year is not None and int(year[0]) > first)
        holder = (paper or scene.actor) if aim else (scene.actor or paper)
        if figure is None or name is None or holder is None:
            continue
        called = OWN.sub("", fold("".join(cast.text[name.start:name.end].split())))
        measure = cast.made(called, "Indicator", key=f"{scene.section}/{holder.id}/{called}")
        cast.mention(measure, name.start, name.end)
        figures: dict[str, Value] = {"value": figure.value, "unit": figure.unit, "operator": figure.operator,
                                     "kind": "target" if aim else "achieved"}
        yield Atom("hasIndicator", holder, measure, "hasIndicator.row", *around(Found(name.start, name.end, ""), cell), scene.section,
                   qualifiers=figures | ({"year": int(year[0])} if year else {}),
                   object_found=Found(name.start, name.end, cast.text[name.start:name.end]))


def owned(cast: Cast, cells: tuple[Cell, ...], column: str = "owner") -> list[tuple[Ref, Found]]:
    """The firms and bodies that own what a row tells of, or stand in another column."""
    found = [pair for cell in cells if cell.column == column for pair in parties(cast, cell, column)]
    for owner, place in found:
        cast.mention(owner, place.start, place.end)
    return found


def parties(cast: Cast, cell: Cell, column: str) -> list[tuple[Ref, Found]]:
    """The bodies of a cell; where firms alone can stand, whatever it names is one."""
    found = units(cast, cell.start, cell.end)
    if found or (column == "owner" and not re.search("企业|公司|厂|商", cell.said)):
        return found
    name = "".join(cast.text[cell.start:cell.end].split())
    firm = cast.named(name, "Firm") if len(name) > 1 else None
    return [(firm, Found(cell.start, cell.end, cast.text[cell.start:cell.end]))] if firm else []


def placed(cast: Cast, cells: tuple[Cell, ...]) -> list[tuple[Ref, Found]]:
    """The innermost place that each cell for places names."""
    found: list[tuple[Ref, Found]] = []
    for cell in (cell for cell in cells if cell.column in ("place", "area")):
        text = cast.text[cell.start:cell.end]
        sites = [(site.ref, site.found) for site in some(cast, read_span(cast, cell.start, cell.end), PLACES)[-1:] if site.found]
        own = cast.named(text, "Place") if not sites and SITE.search(text) and len(text) < LONGEST_SITE else None
        found += sites or ([(own, Found(cell.start, cell.end, text))] if own else [])
    for ref, where in found:
        cast.mention(ref, where.start, where.end)
    return found


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


def unit_above(text: str, at: int) -> str:
    """The unit of the last line before a place that names one (单位:万元), "" where none does."""
    named = units_named(text)
    before = bisect_right(named, at, key=itemgetter(0))
    return named[before - 1][1] if before else ""


@lru_cache(maxsize=1)
def units_named(text: str) -> list[tuple[int, str]]:
    """The units that a text names for its tables, and where each name ends."""
    return [(match.end(), match["unit"]) for match in UNIT.finditer(fold(text))]


def around(name: Found, cell: Cell | Found) -> tuple[int, int]:
    """The span of a row from a name to another cell."""
    return min(name.start, cell.start), max(name.end, cell.end)


def worth(text: str, cell: Cell) -> dict[str, Value]:
    """The qualifiers of a figure, whose unit its column's name says, else the last line above that names one; empty where
    the cell holds none."""
    said = fold(cell.said)
    own = OWN.search(said)
    unit = own["unit"] if own else unit_above(text, cell.start)
    figure = next(iter(quantities(text[cell.start:cell.end].strip() + unit)), None)
    if figure is None or (cell.column != "measure" and figure.unit != "CNY"):
        return {}
    year = YEAR.match(said)
    found: dict[str, Value] = {"value": figure.value, "unit": figure.unit, "operator": figure.operator,
                               "kind": "target" if any(word in said for word in PLANNED) else "achieved"}
    return found | ({"year": int(year["year"])} if year else {})
