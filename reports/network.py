"""The whole graph as a network: who is most connected, who stands between the two sides, who belongs together."""
from __future__ import annotations

from graph.folder import Folder
from graph.network import FACTS, Ranked, brokers, communities, most_connected, network
from ontology.records import Entity
from queries.reader import label
from reports.desk import Desk
from reports.page import Page, Table

SHOWN = 20
SIDES = ("cq", "sc")  # keys of the two regions in the gazetteer


def page(desk: Desk) -> Page:
    folder = Folder(desk.records())
    entities = {entity.id: entity for entity in folder.entities}
    graph = network(entities.values(), folder.statements, desk.standing.get("status") or FACTS)
    near, far = (_side(entities, key) for key in SIDES)
    groups = [group for group in communities(graph) if len(group) > 2][:SHOWN]
    columns = tuple(map(label, ("size", "members")))
    rows = tuple((len(group), [entities[id_].name for id_ in sorted(group, key=lambda id_: (-graph.degree(id_), id_))][:10])
                 for group in groups)
    return desk.page("network", desk.word("report-network"),
                     _ranking(desk, "network-most", most_connected(graph, SHOWN), entities, "neighbours"),
                     _ranking(desk, "network-brokers", brokers(graph, near, far, SHOWN), entities),
                     Table("communities", desk.word("network-groups"), columns, rows))


def _side(entities: dict[str, Entity], key: str) -> list[str]:
    """Who belongs to a region: by jurisdiction, or because its key lies below the region's."""
    return [id_ for id_, one in entities.items()
            if f"{one.properties.get('jurisdiction', id_)}.".startswith(f"{key}.")]


def _ranking(desk: Desk, key: str, ranked: list[Ranked], entities: dict[str, Entity], counted: str = "weight") -> Table:
    rows = tuple((entities[one.id].name, entities[one.id].classes[0], round(one.weight, 1)) for one in ranked)
    return Table(key, desk.word(key), tuple(map(label, ("entity", "class", counted))), rows)
