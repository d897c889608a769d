"""Does an export obey `shapes.ttl`? The findings come as lines that a reader understands."""
from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ontology.errors import ChuanyuError
from ontology.vocabulary import SOURCE, vocabulary

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

SHAPES = SOURCE.with_name("shapes.ttl")


def validate(turtle: str) -> list[str]:
    """What a Turtle text breaks, one line a finding, sorted; empty where it is clean.

    A line names the record, says what would be right, and what stands there instead.
    """
    import pyshacl
    from rdflib import Graph
    from rdflib.namespace import SH

    data = _parse(turtle)
    _, report, said = pyshacl.validate(data, shacl_graph=str(SHAPES), ont_graph=str(SOURCE))
    if not isinstance(report, Graph):
        raise ChuanyuError(f"{SHAPES.name} cannot be applied: {said}", f"{SHAPES.name}无法应用：{said}")
    lines: set[str] = set()
    for finding in report.objects(predicate=SH.result):
        focus, value = report.value(finding, SH.focusNode), report.value(finding, SH.value)
        message = report.value(finding, SH.resultMessage)
        stands = "" if value in (None, focus) else f"; found {_called(data, value)}"
        lines.update(f"{_called(data, record)}: {message}{stands}" for record in _records(data, focus, value))
    return sorted(lines)


def _parse(turtle: str) -> Graph:
    from rdflib import Graph
    from rdflib.plugins.parsers.notation3 import BadSyntax

    try:
        return Graph().parse(data=turtle, format="turtle")
    except BadSyntax as error:
        raise ChuanyuError(f"This is no Turtle that can be read: {error}", f"无法按Turtle读取：{error}") from error


def _records(data: Graph, focus: Node | None, value: Node | None) -> Iterable[Node | None]:
    """The record at fault; for a relation whose sides are checked, the statements with this side."""
    from rdflib.namespace import RDF

    told = {statement for statement in data.subjects(RDF.predicate, focus)
            if value in (data.value(statement, RDF.subject), data.value(statement, RDF.object))}
    return told or {focus}


def _called(data: Graph, node: Node | None) -> str:
    """Id and name of a record, `subject relation object` of a statement, the text of a literal."""
    from rdflib.namespace import RDF, RDFS

    if isinstance(name := data.value(node, RDFS.label), str):
        return f"{_short(node)} ({name})"
    sides = [data.value(node, part) for part in (RDF.subject, RDF.predicate, RDF.object)]
    if None in sides:
        return _short(node)
    return f"{_short(node)} ({' '.join(str(data.value(side, RDFS.label) or _short(side)) for side in sides)})"


def _short(node: Node | None) -> str:
    words = vocabulary()
    text = str(node)
    return unquote(text.removeprefix(words.namespace).removeprefix(words.base)) if text.startswith(words.base) else text
