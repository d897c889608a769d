"""CSV files for `neo4j-admin database import full`: the fastest way into an empty Neo4j, the same graph as a push makes.

A file holds nodes of one set of labels, or relationships of one type, that have the same properties of the same types,
so that no cell is empty by absence; all text is quoted. What the tool needs to be told stands in a file of arguments.
"""
from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from graph.stores.protocol import Store

ARGUMENTS = "arguments.txt"
SEPARATOR = "\x1f"  # between the items of a list; no text of ours holds it
KINDS = {bool: "boolean", int: "long", float: "double", str: "string", list: "string[]"}

Row = dict[str, Any]


def write_bulk(store: Store, out: Path) -> str:
    """Write the files into the new folder `out`; the command that imports them from there, into a database not yet made.

    Raises OSError where `out` is there already or cannot be written.
    """
    out.mkdir(parents=True)
    arguments = ["--multiline-fields=true", "--array-delimiter=U+001F"]
    for name, (labels, rows) in _files("nodes", _nodes(store)):
        _write(out / name, rows, {"id": "id:ID"})
        arguments.append(f"--nodes={labels}=./{name}")
    for name, (type_, rows) in _files("relationships", _relationships(store)):
        _write(out / name, rows, {":START_ID": ":START_ID", ":END_ID": ":END_ID"})
        arguments.append(f"--relationships={type_}=./{name}")
    (out / ARGUMENTS).write_text("\n".join(arguments) + "\n", encoding="utf-8")
    return f"cd {out} && neo4j-admin database import full neo4j @{ARGUMENTS}"


def _nodes(store: Store) -> Iterator[tuple[str, Row]]:
    for (node,) in store.run("MATCH (n:Chuanyu) RETURN n ORDER BY n.id").rows:
        yield ":".join(node["labels"]), node["properties"]


def _relationships(store: Store) -> Iterator[tuple[str, Row]]:
    asked = "MATCH (a:Chuanyu)-[r]->(b:Chuanyu) WHERE r.hash IS NOT NULL RETURN a.id, b.id, r ORDER BY r.id"
    for start, end, link in store.run(asked).rows:
        yield link["type"], {":START_ID": start, ":END_ID": end, **link["properties"]}


def _files(kind: str, items: Iterable[tuple[str, Row]]) -> Iterator[tuple[str, tuple[str, list[Row]]]]:
    """File name, labels or type, and the rows that have the same columns."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for group, row in items:
        columns = (f"{key}:{KINDS[type(value)]}" for key, value in sorted(row.items()))
        groups.setdefault((group, *columns), []).append(row)
    for number, (signature, rows) in enumerate(sorted(groups.items()), 1):
        yield f"{kind}-{number:04}.csv", (signature[0], rows)


def _write(path: Path, rows: list[Row], special: dict[str, str]) -> None:
    first = rows[0]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(special.get(key) or f"{key}:{KINDS[type(first[key])]}" for key in sorted(first)) + "\n")
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerows([_cell(row[key]) for key in sorted(first)] for row in rows)


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return SEPARATOR.join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)
