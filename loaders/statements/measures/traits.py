"""Traits: what the restriction of a thing measures of it (年产9万辆的工厂, 续航500公里的重卡, 日加氢能力1吨的加氢站)."""
from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.clauses import Sentence
from loaders.indicators import indicators
from loaders.items import Item
from loaders.statements.atoms import Atom, Scene
from loaders.statements.measures.figures import said_of
from loaders.statements.naming import place, refer
from ontology.records import Found

COUNTED = re.compile("^[一两二三四五六七八九十几多数]{1,2}[条座个家款台种间处栋套支批](?=..)")  # 一座|年产能9万辆的工厂
MEASURED = ("Project", "Platform", "Park", "Product", "Technology")


def traits(scene: Scene, sentence: Sentence) -> Iterator[Atom]:
    """One atom for each figure of a restriction that is a measure by itself and names nobody else."""
    for item in (item for clause in sentence.clauses for part in clause.parts if part.phrase for item in part.phrase.items):
        ref = refer(scene.cast, item, MEASURED) if any(sign.isdigit() for sign in item.condition) else None
        if ref:
            scene.cast.mention(ref, item.start, item.end)
            yield from (Atom("hasIndicator", ref, scene.cast.made(name, "Indicator", key=f"{scene.section or '/'}/{ref.id}"),
                             "hasIndicator.trait", sentence.start, sentence.end, scene.section, qualifiers=values,
                             subject_found=place(scene.cast, item), object_found=found)
                        for name, values, found in sizes(scene, item))


def sizes(scene: Scene, item: Item) -> Iterator[tuple[str, dict[str, str | int | float], Found]]:
    """The measures of a restriction; the count of another thing in it is none."""
    said = COUNTED.sub("", item.condition)
    at = scene.cast.text.index(item.condition, item.whole[0]) + len(item.condition) - len(said)
    for figure in indicators(said, year=scene.year):
        alone = figure.holder is None and figure.unit not in ("1", "") and figure.value is not None
        if alone and figure.name_start <= 1 and figure.name_end <= figure.end:
            yield figure.name, said_of(figure), Found(at + figure.name_start, at + figure.name_end,
                                                      scene.cast.text[at + figure.name_start:at + figure.name_end])
