"""Targets and achievements."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import product
from typing import Any

from ontology.records import Statement
from tests.queries.plain.world import Row, World, row


def indicators(world: World) -> Iterable[Row]:
    for one in world.said("hasIndicator"):
        names = ("value", "operator", "unit", "year")
        yield row(one, indicator=one.object.name, subject=one.subject.name, measure=one.qualifiers["kind"],
                  **{name: one.qualifiers[name] for name in names})


def targets_met(world: World) -> Iterable[Row]:
    said = [*world.said("hasIndicator")]
    for goal, fact in product(said, said):
        kinds = goal.qualifiers["kind"], fact.qualifiers["kind"]
        issuers = (world.entities[one.subject.id] for one in world.said("issues", object_=goal.subject.id))
        theirs = {goal.subject.id, *(one.properties.get("jurisdiction") for one in issuers)}
        if kinds == ("target", "achieved") and fact.subject.id in theirs:
            want, have = goal.qualifiers["value"], fact.qualifiers["value"]
            yield {"indicator": goal.object.name, "unit": goal.qualifiers["unit"],
                   "targetYear": goal.qualifiers["year"], "target": want, "targetOf": goal.subject.name,
                   "achievedYear": fact.qualifiers["year"], "achieved": have, "achievedOf": fact.subject.name,
                   "ratio": float(have) / float(want)}


def contradictions(world: World) -> Iterable[Row]:
    groups: dict[tuple[Any, ...], list[Statement]] = defaultdict(list)
    for one in world.said("hasIndicator"):
        key = (one.subject.name, one.object.name, *(one.qualifiers[name] for name in ("year", "kind", "unit")))
        groups[key].append(one)
    for (subject, indicator, year, measure, unit), found in groups.items():
        if len({one.qualifiers["value"] for one in found}) > 1:
            yield {"subject": subject, "indicator": indicator, "year": year, "measure": measure, "unit": unit,
                   "values": sorted(one.qualifiers["value"] for one in found),
                   "statements": [one.id for one in found]}
