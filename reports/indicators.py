"""What is measured: figures by indicator and year, targets against achievements, values that contradict each other."""
from __future__ import annotations

from reports.desk import Desk
from reports.page import Page


def page(desk: Desk) -> Page:
    return desk.page("indicators", desk.word("report-indicators"), desk.table("indicators"), desk.table("targets-met"),
                     desk.table("contradictions"))
