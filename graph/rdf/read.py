"""Turtle back into records: what `write` wrote, and what others write in the same terms.

Plain triples are not read: a statement comes with its status and its place, or not at all. RDF knows no order and only
counts mentions, so issuers and aliases come sorted, and the entities without mentions.
"""
from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from graph.rdf import terms
from graph.rdf.terms import DCTERMS, DOCUMENT, ENTITY, PROPERTY, PROV, RDF, RDFS, RECORD, SKOS, STATEMENT, TERMS
from ontology.errors import ChuanyuError
from ontology.records import Document, Entity, Evidence, Found, Section, Side, Statement
from ontology.vocabulary import vocabulary

IDENTIFIERS = ("number", "gb2260", "creditCode", "stock")
Facts = dict[str, list[Any]]  # objects by predicate


@dataclass(frozen=True, slots=True)
class Records:
    """What a Turtle file holds, each sorted by id."""

    documents: list[Document]
    entities: list[Entity]
    statements: list[Statement]


def read(turtle: str) -> Records:
    """The records of a Turtle text. Raises ChuanyuError where it is no Turtle, or a record lacks what it must have."""
    facts: dict[Any, Facts] = {}
    try:
        for triple in ox.parse(turtle, ox.RdfFormat.TURTLE):
            facts.setdefault(triple.subject, {}).setdefault(triple.predicate.value, []).append(triple.object)
    except SyntaxError as error:
        raise ChuanyuError(f"This is no Turtle that can be read: {error}.", f"无法按Turtle读取：{error}。") from error
    reader = _Reader(facts)
    return Records(
        sorted((reader.document(node) for node in reader.of_type(RECORD + "Document")), key=lambda one: one.id),
        sorted((reader.entity(node) for node in reader.entities()), key=lambda one: one.id),
        sorted((reader.statement(node) for node in reader.of_type(TERMS + "Statement")), key=lambda one: one.id))


class _Reader:
    """Records out of triples that are kept by subject and predicate."""

    def __init__(self, facts: dict[Any, Facts]) -> None:
        self.facts = facts
        self.parts: dict[Any, list[ox.NamedNode]] = defaultdict(list)
        self.texts: dict[Any, list[str]] = defaultdict(list)
        for node in facts:
            for whole in self.all(node, DCTERMS + "isPartOf"):
                self.parts[whole].append(node)
            for policy in self.all(node, RECORD + "textOf"):
                self.texts[policy].append(terms.identifier(node, DOCUMENT))

    def of_type(self, type_: str) -> list[ox.NamedNode]:
        wanted = ox.NamedNode(type_)
        return [node for node in self.facts if wanted in self.all(node, RDF + "type")]

    def entities(self) -> list[ox.NamedNode]:
        return [node for node in self.facts if RDFS + "label" in self.facts[node] and node.value.startswith(ENTITY)]

    def document(self, node: ox.NamedNode) -> Document:
        title, url = self.must(node, DCTERMS + "title").value, self.one(node, DCTERMS + "source")
        return Document(
            terms.identifier(node, DOCUMENT), self.must(node, RECORD + "source").value, title,
            self.must(node, RECORD + "genre").value,
            tuple(sorted(terms.identifier(one, ENTITY) for one in self.all(node, DCTERMS + "publisher"))),
            self.text(node, RECORD + "number"), self.text(node, DCTERMS + "created"),
            self.text(node, DCTERMS + "issued"), url.value if url else None, self.must(node, RECORD + "kind").value,
            (*self.section(node, "", title), *self.sections(node)))

    def sections(self, document: ox.NamedNode) -> list[Section]:
        found = [section for node in self.parts.get(document, ()) for section in self.section(
            node, terms.identifier(node, document.value + "#"), self.must(node, DCTERMS + "title").value)]
        return sorted(found, key=lambda one: (one.start, -one.end, one.path))

    def section(self, node: ox.NamedNode, path: str, title: str) -> list[Section]:
        if self.one(node, RECORD + "start") is None:
            return []
        return [Section(path, title, self.count(node, RECORD + "start"), self.count(node, RECORD + "end"))]

    def entity(self, node: ox.NamedNode) -> Entity:
        facts = self.facts[node]
        classes = [one.value.removeprefix(TERMS) for one in self.all(node, RDF + "type") if one.value.startswith(TERMS)]
        properties = {name.removeprefix(TERMS): facts[name][0].value
                      for name in (TERMS + "validFrom", TERMS + "validTo") if name in facts}
        for predicate, (value, *_) in facts.items():
            if predicate.startswith(PROPERTY):
                properties[terms.identifier(ox.NamedNode(predicate), PROPERTY)] = _property(value)
        if region := self.one(node, RECORD + "jurisdiction"):
            properties["jurisdiction"] = terms.identifier(region, ENTITY)
        if node in self.texts:
            properties["documents"] = sorted(self.texts[node])
        return Entity(
            terms.identifier(node, ENTITY), self.must(node, RDFS + "label").value, vocabulary().leaf_first(classes),
            tuple(sorted(one.value for one in self.all(node, SKOS + "altLabel"))),
            {key: self.must(node, RECORD + key).value for key in IDENTIFIERS if RECORD + key in facts}, properties)

    def statement(self, node: ox.NamedNode) -> Statement:
        relation = self.must(node, RDF + "predicate").value.removeprefix(TERMS)
        qualifiers = {name: terms.read_value(self.facts[node][TERMS + name][0])
                      for name in vocabulary().qualifiers if TERMS + name in self.facts[node]}
        premises = sorted(terms.identifier(one, STATEMENT) for one in self.all(node, PROV + "wasDerivedFrom"))
        return Statement(
            terms.identifier(node, STATEMENT), relation, vocabulary().relations_up(relation),
            self.side(node, "subject"), self.side(node, "object"), qualifiers, self.must(node, RECORD + "status").value,
            self.evidence(node) if self.one(node, DCTERMS + "source") else None, tuple(premises))

    def side(self, node: ox.NamedNode, name: str) -> Side:
        entity = self.must(node, RDF + name)
        return Side(terms.identifier(entity, ENTITY), self.must(entity, RDFS + "label").value)

    def evidence(self, node: ox.NamedNode) -> Evidence:
        document, section = self.must(node, DCTERMS + "source"), self.must(node, PROV + "wasQuotedFrom")
        quoted = self.one(node, RECORD + "quote") is not None
        start, end = (self.count(node, RECORD + name) if quoted else 0 for name in ("start", "end"))
        return Evidence(
            terms.identifier(document, DOCUMENT), self.must(document, RECORD + "source").value,
            terms.identifier(section, document.value).removeprefix("#"), start, end,
            self.text(node, RECORD + "quote") or "", self.must(node, RECORD + "rule").value,
            self.found(node, "subject"), self.found(node, "object"))

    def found(self, node: ox.NamedNode, side: str) -> Found | None:
        text = self.text(node, f"{RECORD}{side}Found")
        if text is None:
            return None
        start, end = (self.count(node, f"{RECORD}{side}{name}") for name in ("Start", "End"))
        return Found(start, end, text)

    def all(self, node: Any, predicate: str) -> list[Any]:
        return self.facts.get(node, {}).get(predicate, [])

    def one(self, node: Any, predicate: str) -> Any:
        return next(iter(self.all(node, predicate)), None)

    def text(self, node: Any, predicate: str) -> str | None:
        value = self.one(node, predicate)
        return None if value is None else str(value.value)

    def count(self, node: Any, predicate: str) -> int:
        value = self.must(node, predicate).value
        if not str(value).isdecimal():
            raise ChuanyuError(f"{node} has {value!r} as <{predicate}>; give a whole number.",
                               f"{node}的<{predicate}>为{value!r}，请改为整数。")
        return int(value)

    def must(self, node: Any, predicate: str) -> Any:
        value = self.one(node, predicate)
        if value is None:
            raise ChuanyuError(f"{node} lacks <{predicate}>; add it.", f"{node}缺少<{predicate}>，请补上。")
        return value


def _property(value: ox.Literal) -> Any:
    return json.loads(value.value) if value.datatype.value == RDF + "JSON" else terms.read_value(value)
