"""Tasks by deadline, seen from a day: still due, past, and past without any later document that speaks of them."""
from __future__ import annotations

from ontology.errors import ChuanyuError
from reports.desk import Desk
from reports.page import Page, Record

LAST = "9999-12-31"


def page(desk: Desk) -> Page:
    """Raises ChuanyuError where the desk has no day: nothing here reads the clock."""
    day = desk.standing.get("as_of")
    if not day:
        raise ChuanyuError("Say from which day to look: --as-of 2025-06-30.", "请用 --as-of 指明基准日，如 --as-of 2025-06-30。")
    tasks = desk.table("due-before", before=LAST)

    def past(row: Record) -> bool:
        return str(row["deadline"]) < str(day)[:len(str(row["deadline"]))]

    return desk.page(
        "deadlines", desk.word("report-deadlines", day=day),
        tasks.where(lambda row: not past(row), "due", desk.word("deadlines-due", day=day)),
        tasks.where(lambda row: past(row) and row["later"] > 0, "past", desk.word("deadlines-past", day=day)),
        tasks.where(lambda row: past(row) and not row["later"], "silent", desk.word("deadlines-silent", day=day)))
