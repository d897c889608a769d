"""A policy by name or number: who issued it, what it is based on, its provisions, money, indicators."""
from __future__ import annotations

from reports.desk import Desk
from reports.entity import dossier
from reports.page import Page

GROUPS = {"policy-issuers": ("ISSUES", "APPROVES", "CONTRIBUTES_TO")}


def page(desk: Desk, name: str) -> Page:
    policy = desk.find(name, of="Policy")
    of_policy = {"policy": policy.id}
    return desk.page("policy", policy.name, *dossier(desk, policy.id, GROUPS), desk.table("policy-family", **of_policy),
                     desk.table("provisions", **of_policy), desk.table("policy-money", **of_policy),
                     desk.table("policy-indicators", **of_policy))
