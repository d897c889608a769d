"""An agency: what it issues, answers for and assists, whom it supports, with whom it works."""
from __future__ import annotations

from reports.desk import Desk
from reports.entity import dossier
from reports.page import Page
from reports.supports import page as supports

GROUPS = {
    "agency-policies": ("ISSUES", "APPROVES", "CONTRIBUTES_TO", "REPLIES_TO"),
    "agency-builds": ("BUILDS", "ORGANIZES", "UNDERTAKES", "OFFERS"),
    "agency-partners": ("COOPERATES_WITH", "PART_OF", "MEMBER_OF"),
    "agency-restricts": ("RESTRICTS",),
}


def page(desk: Desk, name: str) -> Page:
    agency = desk.find(name, of="Agent")
    return desk.page("agency", agency.name, *dossier(desk, agency.id, GROUPS), desk.table("duties", agency=agency.id),
                     *supports(desk, by=agency.id).tables)
