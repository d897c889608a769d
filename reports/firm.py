"""A firm's dossier: names and group, places, projects, products, who supports it, what it may claim, partners."""
from __future__ import annotations

from reports.desk import Desk
from reports.entity import dossier
from reports.page import Page
from reports.supports import page as supports

GROUPS = {
    "firm-group": ("SUBSIDIARY_OF", "PART_OF", "MEMBER_OF"),
    "firm-partners": ("COOPERATES_WITH", "SUPPLIES_TO", "RELIES_ON", "USES"),
    "firm-places": ("LOCATED_IN", "WITHIN"),
    "firm-projects": ("UNDERTAKES", "BUILDS", "CONTRIBUTES_TO", "ORGANIZES"),
    "firm-products": ("PRODUCES", "OFFERS"),
    "firm-indicators": ("HAS_INDICATOR",),
}


def page(desk: Desk, name: str) -> Page:
    firm = desk.find(name, of="Firm")
    claims = desk.table("claims", firm=firm.id).where(lambda row: row["basis"] == "candidate", "claims",
                                                   desk.word("firm-claims"))
    policies = desk.table("policies-of-firm", "firm-policies", firm=firm.id)
    return desk.page("firm", firm.name, *dossier(desk, firm.id, GROUPS), *supports(desk, of=firm.id).tables, policies, claims,
                     notes=(desk.word("claims-note"),))
