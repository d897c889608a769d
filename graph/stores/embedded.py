"""The embedded engine, kglite: the graph in one file that opens in milliseconds and answers Cypher in the process.

Its ways: the first label of a node is its type, and only the type's `id` is indexed, so relationships are loaded by the
leaf classes of their ends. A node's `title` and `type` come back invented where absent, so they are taken off. A pattern
`{id: r.document}` that takes its value from a relationship silently finds nothing, so such a query is refused. Only a
limit that is a plain number spares it sorting all rows, so one that parameters make is worked out first.
"""
from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from itertools import groupby
from pathlib import Path
from typing import Any

from graph.stores.cypher import check, code, fault, named_place, place, read_only, too_slow
from graph.stores.property_graph import Properties, PropertyGraph
from graph.stores.protocol import QueryError, Rows
from ontology.errors import ChuanyuError

BATCH = 5000
TITLED = ("Document", "Section")
NODE = {"id", "labels", "properties"}
LINK = {"id", "start", "end", "type", "properties"}
PATH = {"nodes", "relationships"}
LINK_VARIABLE = re.compile(r"-\[\s*(\w+)\s*[\]:*{]")
MADE_LIMIT = re.compile(r"\bLIMIT[ \t]+(?P<value>[^\n]*\$[^\n]*)$", re.MULTILINE | re.IGNORECASE)
TAKEN_VALUE = re.compile(r"\(\w*(?::[^(){}]*)?\{[^{}]*:\s*(?P<variable>\w+)\.\w+")


class EmbeddedStore:
    """A graph of kglite in memory; `path` is where it was read from and where writing queries save it."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the graph of a file, or an empty one. Raises ChuanyuError where the file is no graph."""
        import kglite

        kglite.set_query_warning_policy("silent")
        self.path = path
        try:
            self._graph = kglite.load(str(path)) if path else kglite.KnowledgeGraph()
        except kglite.KgError as error:
            raise ChuanyuError(f"{path} is no graph that can be opened: build it anew with `chuanyu build`.",
                               f"无法打开图谱{path}：请用`chuanyu build`重新构建。") from error

    def load(self, graph: PropertyGraph) -> None:
        """Hold exactly this graph, in memory until `save`."""
        import kglite

        self._graph = kglite.KnowledgeGraph()
        for labels, nodes in _groups(graph.nodes, lambda node: node.labels):
            self._load(f"UNWIND $rows AS row CREATE (n:{':'.join(labels)} {{id: row.id}}) SET n += row",
                       [node.properties for node in nodes])
        types = {node.id: node.labels[0] for node in graph.nodes}
        for (type_, start, end), links in _groups(
                graph.relationships, lambda link: (link.type, types[link.start], types[link.end])):
            self._load(f"UNWIND $rows AS row MATCH (a:{start} {{id: row.subject}}), (b:{end} {{id: row.object}}) "
                       f"CREATE (a)-[r:{type_}]->(b) SET r += row.properties",
                       [{"subject": link.start, "object": link.end, "properties": link.properties} for link in links])
        if "Name" in types.values():
            self._graph.create_index("Name", "key")

    def _load(self, cypher: str, rows: list[Properties]) -> None:
        for start in range(0, len(rows), BATCH):
            self._graph.cypher(cypher, params={"rows": rows[start:start + BATCH]}, timeout_ms=0)

    def save(self, path: Path) -> None:
        """Write the graph to a file, whole and flushed. Raises OSError where the system does not let it."""
        import kglite

        try:
            self._graph.save(str(path))
        except kglite.FileIoError as error:
            number = re.search(r"os error (\d+)", str(error))
            code = int(number[1]) if number else errno.EIO
            raise OSError(code, os.strerror(code), str(path)) from error
        self.path = path

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None, *, write: bool = False,
            limit: int | None = None, timeout: float | None = None) -> Rows:
        """The answer of the query; a writing one is saved to the file that the graph came from."""
        parameters = dict(parameters or {})
        check(cypher, parameters)
        _refuse_taken_value(cypher)
        self._graph.read_only(not write)
        result = self._answer(self._with_plain_limits(cypher, parameters), parameters, limit, timeout)
        if write and self.path:
            self.save(self.path)
        if isinstance(result, str):
            raise fault("FORMAT CSV is not allowed; leave it out", "不允许用FORMAT CSV，请去掉")
        rows = [tuple(plain(value) for value in row.values()) for row in result]
        return Rows(tuple(result.columns), rows, (result.diagnostics or {}).get("total_rows") is not None)

    def _answer(self, cypher: str, parameters: Properties, limit: int | None, timeout: float | None) -> Any:
        import kglite

        try:
            return self._graph.cypher(cypher, params=parameters, row_limit=limit,
                                      timeout_ms=None if timeout is None else max(1, round(timeout * 1000)))
        except kglite.ReadOnlyError as error:
            raise read_only(cypher) from error
        except kglite.CypherTimeoutError as error:
            raise too_slow(timeout or 180) from error
        except (kglite.KgError, ValueError, TypeError, OverflowError, RecursionError) as error:
            raise _complaint(cypher, error) from error

    def _with_plain_limits(self, cypher: str, parameters: Properties) -> str:
        """The query with every limit that ends a line and is made of parameters as the number that it comes to."""
        for found in reversed([*MADE_LIMIT.finditer(code(cypher))]):
            [row] = self._answer(f"RETURN {cypher[found.start('value'):found.end('value')]} AS most", parameters, None, None)
            if type(row["most"]) is int and row["most"] >= 0:
                cypher = cypher[:found.start("value")] + str(row["most"]) + cypher[found.end("value"):]
        return cypher

    def close(self) -> None:
        """Let go of the graph."""
        import kglite

        self._graph = kglite.KnowledgeGraph()


def _refuse_taken_value(cypher: str) -> None:
    """Refuse a pattern of a node that takes a value from a relationship."""
    text = code(cypher)
    links = set(LINK_VARIABLE.findall(text))
    for found in TAKEN_VALUE.finditer(text):
        if (variable := found["variable"]) in links:
            raise fault(f"the embedded engine finds nothing by a value of the relationship {variable} in a pattern; "
                        f"carry it over first: WITH {variable}.… AS value",
                        f"内嵌引擎不能在模式中使用关系{variable}的属性；请先用WITH {variable}.… AS value取出",
                        place(cypher, found.start("variable")))


def _complaint(cypher: str, error: Exception) -> QueryError:
    """The first line of the engine's message, without what the sentence says already."""
    said = str(error).splitlines()[0]
    line, column = getattr(error, "line", None), getattr(error, "col", None)
    where = (line, column) if line and column else named_place(cypher, said)
    for opening in ("Cypher syntax error", "Cypher execution error", "Schema error", f" at line {line}, col {column}"):
        said = said.removeprefix(opening)
    said = said.removeprefix(": ").rstrip(".")
    return fault(f"the query cannot be run: {said}", f"查询无法执行：{said}", where)


def plain(value: Any) -> Any:
    """A value of kglite as the protocol wants it."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, date | time):
        return value.isoformat()
    if not isinstance(value, dict):
        return value
    if value.keys() == NODE:
        return _node(value)
    if value.keys() == LINK:
        return {"type": value["type"], "properties": value["properties"]}
    return _path(value) if value.keys() == PATH else {key: plain(item) for key, item in value.items()}


def _node(value: Mapping[str, Any]) -> dict[str, Any]:
    """A node without the properties that the engine invents."""
    invented = {"type"} if value["labels"][0] in TITLED else {"type", "title"}
    return {"labels": sorted(value["labels"]),
            "properties": {key: item for key, item in value["properties"].items() if key not in invented}}


def _path(value: Mapping[str, Any]) -> dict[str, Any]:
    ids = {node["id"]: node["properties"]["id"] for node in value["nodes"]}
    links = [{"type": link["type"], "start": ids[link["start"]], "end": ids[link["end"]],
              "properties": link["properties"]} for link in value["relationships"]]
    return {"nodes": [_node(node) for node in value["nodes"]], "relationships": links}


def _groups(items: Iterable[Any], key: Any) -> Iterator[tuple[tuple[str, ...], list[Any]]]:
    for group, members in groupby(sorted(items, key=key), key):
        yield group, list(members)
