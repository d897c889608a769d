"""The industry chain: what is made, supported, planned here, what is supported though nobody is named as its maker."""
from __future__ import annotations

from reports.desk import Desk
from reports.page import Page


def page(desk: Desk) -> Page:
    return desk.page("chain", desk.word("report-chain"), desk.table("links"), desk.table("missing-links"),
                     desk.table("makers"), notes=(desk.word("silence-note"),))
