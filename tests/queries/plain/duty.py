"""Who answers for what, until when."""
from __future__ import annotations

from collections.abc import Iterable

from tests.queries.plain.world import Row, World, row, type_


def duties(world: World, agency: str) -> Iterable[Row]:
    for one in world.said("responsibleFor", "assists", subject=world.find(agency).id):
        yield row(one, relation=type_(one), role=one.qualifiers.get("role"), task=one.object.name,
                  policy=world.policy(one.object.id), deadline=one.qualifiers.get("deadline"))


def shared_duties(world: World) -> Iterable[Row]:
    for id_, one in world.entities.items():
        units = sorted({said.subject.name for said in world.said("responsibleFor", object_=id_)})
        if "Provision" in one.classes and len(units) > 1:
            yield {"policy": world.policy(id_), "task": one.name, "units": len(units), "responsible": units}


def due_before(world: World, before: str) -> Iterable[Row]:
    for one in world.said("responsibleFor", "assists"):
        if str(one.qualifiers.get("deadline", "9999")) <= before:
            others = {said.evidence.document for said in world.about(one.object.id) if said.evidence} & world.documents.keys()
            dates = (world.documents[id_].written or world.documents[id_].published or "" for id_ in others)
            yield row(one, deadline=one.qualifiers["deadline"], task=one.object.name, agency=one.subject.name,
                      role=one.qualifiers.get("role"), later=sum(date > before for date in dates))


def unanswered(world: World) -> Iterable[Row]:
    for id_, one in world.entities.items():
        if "Provision" in one.classes and not list(world.said("responsibleFor", object_=id_)):
            yield {"policy": world.policy(id_), "task": one.name, "statements": len(list(world.said(subject=id_)))}
