"""What the graph covers, and what it therefore cannot say: silence is a finding only where documents would speak."""
from __future__ import annotations

from collections import Counter

from queries.reader import label
from reports.desk import Desk
from reports.page import Page, Table


def page(desk: Desk) -> Page:
    documents = desk.table("coverage")
    records = documents.records()
    regions = Counter(name for row in records for name in row["regions"])
    counted = {"coverage-genres": Counter(row["genre"] for row in records),
               "coverage-years": Counter(str(row["date"] or "—")[:4] for row in records), "coverage-regions": regions}
    columns = {"coverage-genres": "genre", "coverage-years": "date", "coverage-regions": "regions"}
    tables = [Table(key, desk.word(key), (label(columns[key]), label("documents")), tuple(sorted(counts.items())))
              for key, counts in counted.items()]
    silent = [desk.word("coverage-silence", region=region) for region in desk.word("coverage-expected").split()
              if not regions[region]]
    return desk.page("coverage", desk.word("report-coverage"), *tables, documents,
                     notes=(desk.word("silence-note"), *silent))
