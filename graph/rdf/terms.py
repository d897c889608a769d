"""Addresses and literals of the RDF: where records stand, and how their values are written and read again.

An id with any characters becomes an address by percent-encoding; numbers are written as their qualifier's datatype
says, ISO dates as the date, month or year that they are.
"""
from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Final
from urllib.parse import quote, unquote

import pyoxigraph as ox

from ontology.records import Value
from ontology.vocabulary import vocabulary

TERMS: Final = vocabulary().namespace
BASE: Final = vocabulary().base
RECORD: Final = BASE + "record#"
PROPERTY: Final = BASE + "property#"
ENTITY: Final = BASE + "id/"
DOCUMENT: Final = BASE + "document/"
STATEMENT: Final = BASE + "statement/"

DCTERMS: Final = "http://purl.org/dc/terms/"
PROV: Final = "http://www.w3.org/ns/prov#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Final = {
    "chy": TERMS, "rec": RECORD, "prop": PROPERTY, "id": ENTITY, "st": STATEMENT,
    "dcterms": DCTERMS, "prov": PROV, "rdf": RDF, "rdfs": RDFS, "skos": SKOS, "xsd": XSD}

DATES: Final = {"gYear": re.compile(r"\d{4}"), "gYearMonth": re.compile(r"\d{4}-(0[1-9]|1[0-2])"),
                "date": re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")}
NUMBERS: Final = {XSD + name for name in ("decimal", "integer", "double")}


def address(base: str, id_: str) -> ox.NamedNode:
    """The address of a record: `渝府〔2023〕1号` under `document/` is `document/%E6%B8%9D…`."""
    return ox.NamedNode(base + quote(id_, safe=""))


def section_address(document: str, path: str) -> ox.NamedNode:
    """A section is a fragment of its document; the section `""` is the document itself."""
    return ox.NamedNode(address(DOCUMENT, document).value + ("#" + quote(path, safe="") if path else ""))


def identifier(node: ox.NamedNode, base: str) -> str:
    """The id that an address under this base was made of."""
    return unquote(node.value.removeprefix(base))


def typed(text: str, datatype: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(XSD + datatype))


def number(value: float) -> ox.Literal:
    """An integer as it is, another number as a decimal with a point."""
    if isinstance(value, int):
        return typed(str(value), "integer")
    if not math.isfinite(value):
        return typed({math.inf: "INF", -math.inf: "-INF"}.get(value, "NaN"), "double")
    return decimal(value)


def decimal(value: float) -> ox.Literal:
    text = format(Decimal(repr(value)), "f")
    return typed(text if "." in text else f"{text}.0", "decimal")


def moment(text: str) -> ox.Literal:
    """A date, month or year; anything else stays text, for the shapes to find."""
    kind = next((name for name, form in DATES.items() if form.fullmatch(text)), None)
    return typed(text, kind) if kind else ox.Literal(text)


def qualifier(name: str, value: Value) -> ox.Literal:
    """A qualifier's value in the datatype that the ontology gives it."""
    datatype = vocabulary().qualifiers[name].datatype
    if datatype == "date":
        return moment(str(value))
    if datatype == "decimal" and not isinstance(value, str) and math.isfinite(value):
        return decimal(value)
    return plain(value)


def plain(value: Value) -> ox.Literal:
    """Text, a truth value or a number without a word on its datatype."""
    if isinstance(value, bool):
        return typed("true" if value else "false", "boolean")
    return ox.Literal(value) if isinstance(value, str) else number(value)


def read_value(literal: ox.Literal) -> Value:
    """The value of a literal: a whole number as int, another number as float, else text."""
    datatype = literal.datatype.value
    if datatype == XSD + "boolean":
        return literal.value in ("true", "1")
    if datatype not in NUMBERS:
        return literal.value
    value = float(literal.value)
    return int(literal.value.split(".")[0]) if value.is_integer() else value
