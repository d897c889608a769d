"""The catalogue as saved Cypher of Neo4j Browser: a click runs a question, its example standing where a value belongs.

Browser asks for parameters one by one before it runs a query that has any, so the values are written into the text
of a saved one, with a line that says which they are.
"""
from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from graph.stores.property_graph import name_key
from queries.reader import Parameter, Query, opening, topic_label, topic_names

GRAPH, TABLE = {"zh": "图", "en": "graph"}, {"zh": "表", "en": "table"}
CHANGE = {"zh": "可以改的值", "en": "Values to change"}
AS_KEYS = {"zh": "（名称写小写字母，不带空格、引号和书名号）",
           "en": " (names in lower case, without spaces, quotes and title marks)"}
HEAD = ("name", "description", "query", "id", "parentId", "isFolder")


@dataclass(frozen=True, slots=True)
class Script:
    """A saved query: its folder, its file, and its text, which begins with the title that Browser lists it under."""

    folder: str
    file: str
    text: str

    @property
    def title(self) -> str:
        return self.text.splitlines()[0].removeprefix("// ")


def saved(questions: Iterable[Query], language: str) -> tuple[Script, ...]:
    """By topic the pictures of the questions that have one, then all as tables; numbered, for Browser sorts by title."""
    topics: dict[str, list[Query]] = {name: [] for name in topic_names()}
    for query in sorted(questions, key=lambda query: (query.name != opening(query.topic), query.name)):
        topics.setdefault(query.topic, []).append(query)
    return tuple(_script(query, cypher, f"{number:02} {form}", language) for queries in topics.values()
                 for number, (query, cypher, form) in enumerate(_forms(queries, language), 1))


def _forms(queries: list[Query], language: str) -> list[tuple[Query, str, str]]:
    return [*((query, query.picture, GRAPH[language]) for query in queries if query.picture),
            *((query, query.cypher, TABLE[language]) for query in queries)]


def saved_zip(scripts: Iterable[Script]) -> bytes:
    """A folder a topic and a file a script, as Browser 5 exports and imports them."""
    held = io.BytesIO()
    with ZipFile(held, "w") as archive:
        for script in scripts:
            file = ZipInfo(f"{script.folder}/{script.file}")  # its date is always 1980-01-01
            file.compress_type = ZIP_DEFLATED
            archive.writestr(file, script.text)
    return held.getvalue()


def saved_table(scripts: Iterable[Script]) -> str:
    """One row a folder and a script, as the Browser after 5 exports and imports them."""
    scripts = list(scripts)
    folders = {name: number for number, name in enumerate(dict.fromkeys(script.folder for script in scripts))}
    held = io.StringIO()
    table = csv.writer(held, lineterminator="\n")
    table.writerow(HEAD)
    table.writerows((name, "", "", number, "", "true") for name, number in folders.items())
    table.writerows((script.title, "", script.text, number, folders[script.folder], "false")
                    for number, script in enumerate(scripts, len(folders)))
    return held.getvalue()


def _script(query: Query, cypher: str, mark: str, language: str) -> Script:
    values = {parameter.name: literal(parameter) for parameter in query.parameters}
    head = [f"// {mark} {query.question(language)}"]
    shown = [parameter for parameter in query.parameters if re.search(rf"\${parameter.name}\b", cypher)]
    if shown:
        named = "; ".join(f"{parameter.label.text(language)} {values[parameter.name]}" for parameter in shown)
        note = AS_KEYS[language] if any(parameter.type == "name" for parameter in shown) else ""
        head.append(f"// {CHANGE[language]}: {named}{note}")
    body = re.sub(r"\$(\w+)", lambda found: values[found[1]], cypher)
    return Script(topic_label(query.topic, language), f"{mark} {query.name}.cypher", "\n".join([*head, body, ""]))


def literal(parameter: Parameter) -> str:
    """The default or else the example of a parameter as Cypher; a name in the form that it is looked up by."""
    value = parameter.example if parameter.required else parameter.default
    return _literal(name_key(value) if parameter.type == "name" and value is not None else value)


def _literal(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_literal, value)) + "]"
    return json.dumps(value, ensure_ascii=False) if not isinstance(value, str) else (
        "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'")
