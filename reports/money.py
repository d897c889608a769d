"""The menu of subsidies and what texts declare as budgets, loans and investments. Caps are never added up."""
from __future__ import annotations

from reports.cells import quantity
from reports.desk import Desk
from reports.page import Page


def page(desk: Desk) -> Page:
    subsidies, budgets = desk.table("subsidies"), desk.table("budgets")
    sums: dict[str, float] = {}
    for row in budgets.records():
        if row["unit"] == "CNY" and row["per"] is None:
            sums[row["title"] or ""] = sums.get(row["title"] or "", 0) + row["amount"]
    notes = [desk.word("money-declared", title=title, total=quantity(total, "CNY", desk.language))
             for title, total in sorted(sums.items())]
    return desk.page("money", desk.word("report-money"), subsidies, budgets,
                     notes=(desk.word("money-note"), *notes), declared=dict(sorted(sums.items())))
