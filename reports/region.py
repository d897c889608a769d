"""A region with what lies in it: parks, firms, projects, what is said of it, and what both sides do together."""
from __future__ import annotations

from reports.desk import Desk
from reports.page import Page


def page(desk: Desk, name: str) -> Page:
    region = desk.find(name, of="Place")
    joint = desk.table("shared-work").where(lambda row: region.name in (*row["left"], *row["right"]), "joint",
                                            desk.word("region-joint"))
    ties = desk.table("bridges").where(lambda row: region.name in (row["subject"], row["object"]), "ties",
                                       desk.word("region-ties"))
    return desk.page("region", region.name, desk.table("entity", entity=region.id),
                     *(desk.table(question, region=region.id) for question in ("parks", "projects", "place-profile")),
                     joint, ties)
