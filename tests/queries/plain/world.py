"""The hand-made graph with the small questions that all the others are made of."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ontology.records import Entity, Statement
from ontology.vocabulary import vocabulary
from tests.handmade import Handmade

Row = dict[str, Any]
FACTS = ("asserted", "reference")
GRANT = ("amount", "amountMax", "unit", "per", "rate", "rateBase", "cap", "capPer", "share", "tier", "condition",
         "deadline")

FIGURES = ("role", "value", "valueMax", "operator", "year", "baseline")


class World:
    """The hand-made graph with the small questions that all the others are made of."""

    def __init__(self, made: Handmade) -> None:
        self.entities = {entity.id: entity for entity in made.entities}
        self.documents = {document.id: document for document in made.documents}
        self.facts = [one for one in made.statements if one.status in FACTS]

    def find(self, name: str) -> Entity:
        return next(one for one in self.entities.values() if name in (one.name, *one.aliases))

    def name(self, id_: str) -> str:
        return self.entities[id_].name

    def leaf(self, id_: str) -> str:
        return self.entities[id_].classes[0]

    def said(self, *relations: str, subject: str | None = None, object_: str | None = None) -> Iterator[Statement]:
        """Facts of these relations or below, with these ends."""
        wanted = {name for relation in relations for name in vocabulary().narrower(relation)}
        for one in self.facts:
            if (not wanted or one.relation in wanted) and subject in (None, one.subject.id) \
                    and object_ in (None, one.object.id):
                yield one

    def about(self, id_: str) -> Iterator[Statement]:
        return (one for one in self.facts if id_ in (one.subject.id, one.object.id))

    def is_a(self, id_: str, class_: str) -> bool:
        return class_ in self.entities[id_].classes

    def above(self, id_: str) -> set[str]:
        """The provision or policy itself and all that have it as a provision."""
        return {id_}.union(*(self.above(one.subject.id) for one in self.said("hasProvision", object_=id_)))

    def policy(self, id_: str) -> str | None:
        return min((self.name(one) for one in self.above(id_) - {id_} if self.is_a(one, "Policy")), default=None)

    def inside(self, id_: str) -> set[str]:
        """The place and all places within it."""
        return {id_}.union(*(self.inside(one.subject.id) for one in self.said("within", object_=id_)))

    def behind(self, id_: str) -> Row:
        """Who issues, and who answers for, a provision or what it belongs to."""
        ends = self.above(id_)
        return {key: sorted({one.subject.name for one in self.said(relation) if one.object.id in ends})
                for key, relation in (("issuers", "issues"), ("responsible", "responsibleFor"))}


def row(statement: Statement, **columns: Any) -> Row:
    """The columns with the statement's id, and its status where it is not simply asserted."""
    status = {} if statement.status == "asserted" else {"status": statement.status}
    return shown({**columns, **status, "statement": statement.id})


def shown(columns: Row) -> Row:
    return {name: value for name, value in columns.items() if value not in (None, [])}


def type_(statement: Statement) -> str:
    return vocabulary().cypher_type(statement.relation)


def triple(one: Statement) -> Row:
    return row(one, subject=one.subject.name, relation=type_(one), object=one.object.name)


def measured(one: Statement) -> Row:
    """The triple with what qualifies it: role, figures, money and terms."""
    figures = {name: one.qualifiers.get(name) for name in FIGURES}
    return shown({**triple(one), **figures, **grant(one), "measure": one.qualifiers.get("kind")})


def grant(one: Statement) -> Row:
    return {name: one.qualifiers.get(name) for name in GRANT}


def bases(world: World, firm: str) -> dict[str, str]:
    """What a firm may be supported as: itself, a group that it is in, a group whose classes it has."""
    candidates = {id_: "candidate" for id_, one in world.entities.items()
                  if set(one.properties.get("memberClasses", ())) & set(world.entities[firm].classes)}
    groups = {one.object.id: "member" for one in world.said("memberOf", subject=firm)
              if world.is_a(one.object.id, "AgentGroup")}
    return {**candidates, **groups, firm: "named"}
