"""Reads the vocabulary's Turtle, and says which file and term is at fault where it does not hold together."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import pyoxigraph as ox

from ontology.errors import ChuanyuError
from ontology.vocabulary import Chain, ClassTerm, QualifierTerm, RelationTerm, Vocabulary

OWL = "http://www.w3.org/2002/07/owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
VANN = "http://purl.org/vocab/vann/preferredNamespaceUri"
URI_SPACE = "http://rdfs.org/ns/void#uriSpace"
INVERSE = "record#inverseLabel"  # under the base

Node = Any  # a named node, blank node or literal of pyoxigraph
DATATYPES: dict[str, Literal["decimal", "integer", "string"]] = {
    XSD + "decimal": "decimal", XSD + "integer": "integer", XSD + "string": "string"}


def read_vocabulary(path: Path) -> Vocabulary:
    """The vocabulary in a Turtle file. Raises ChuanyuError naming file and term where it is broken."""
    return _Reader(path).vocabulary()


class _Reader:
    """The triples of one file by subject and predicate, and the terms that they spell."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.triples: dict[Node, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        try:
            for triple in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                self.triples[triple.subject][triple.predicate.value].append(triple.object)
        except (OSError, SyntaxError) as error:
            raise ChuanyuError(f"{path}: cannot be read as Turtle: {error}") from error
        self.header = next(self.of_type("Ontology"), None)
        if self.header is None:
            raise ChuanyuError(f"{path}: lacks an owl:Ontology header.")
        self.namespace = self.text(self.header, VANN)
        self.base = self.text(self.header, URI_SPACE)

    def vocabulary(self) -> Vocabulary:
        classes = {name: self.class_term(node) for name, node in sorted(self.own("Class").items())}
        relations = {name: self.relation_term(node) for name, node in sorted(self.own("ObjectProperty").items())}
        qualifiers = {name: self.qualifier_term(node) for name, node in sorted(self.own("DatatypeProperty").items())}
        version = self.text(self.header, OWL + "versionInfo")
        return Vocabulary(self.namespace, self.base, version, classes, relations, qualifiers, tuple(self.chains()))

    def class_term(self, node: Node) -> ClassTerm:
        return ClassTerm(*self.spoken(node), self.supers(node, RDFS + "subClassOf", "Class"))

    def relation_term(self, node: Node) -> RelationTerm:
        kinds, inverse = self.triples[node][RDF + "type"], self.base + INVERSE
        return RelationTerm(
            *self.spoken(node), self.supers(node, RDFS + "subPropertyOf", "ObjectProperty"),
            domain=self.union(node, "domain"), range=self.union(node, "range"),
            transitive=ox.NamedNode(OWL + "TransitiveProperty") in kinds,
            symmetric=ox.NamedNode(OWL + "SymmetricProperty") in kinds,
            inverse_zh=self.text(node, inverse, "zh"), inverse_en=self.text(node, inverse, "en"))

    def qualifier_term(self, node: Node) -> QualifierTerm:
        supers = self.supers(node, RDFS + "subPropertyOf", "DatatypeProperty")
        ranges = self.triples[node][RDFS + "range"]
        if not ranges:  # a date: OWL 2 has no such datatype
            return QualifierTerm(*self.spoken(node), supers, self.union(node, "domain"), "date", ())
        choices = tuple(literal.value for literal in self.members(ranges[0], OWL + "oneOf"))
        base = self.triples[ranges[0]].get(OWL + "onDatatype", ranges)[0]
        datatype = "string" if choices else DATATYPES.get(getattr(base, "value", ""))
        if datatype is None:
            raise self.fault(node, f"has the range {base}; give it decimal, integer, string or a list of words")
        return QualifierTerm(*self.spoken(node), supers, self.union(node, "domain"), datatype, choices)

    def chains(self) -> Iterator[Chain]:
        for name, node in sorted(self.own("ObjectProperty").items()):
            for head in self.triples[node][OWL + "propertyChainAxiom"]:
                links = [self.local(link) for link in self.items(head)]
                if len(links) != 2 or not all(link in self.own("ObjectProperty") for link in links):
                    raise self.fault(node, "has a chain that is not two relations of ours")
                yield Chain(links[0], links[1], name)

    def spoken(self, node: Node) -> tuple[str, str, str, str, str]:
        return (self.local(node), self.text(node, RDFS + "label", "zh"), self.text(node, RDFS + "label", "en"),
                self.text(node, RDFS + "comment", "en"), self.text(node, RDFS + "comment", "zh"))

    def supers(self, node: Node, predicate: str, kind: str) -> tuple[str, ...]:
        """All terms of ours above, nearest first, each after everything below it."""
        depth: dict[str, int] = {}
        level, step = [node], 0
        while level:
            level = sorted({upper for below in level for upper in self.triples[below][predicate]
                            if isinstance(upper, ox.NamedNode) and upper.value.startswith(self.namespace)}, key=str)
            for upper in level:
                if self.local(upper) not in self.own(kind):
                    raise self.fault(node, f"stands under {self.local(upper)!r}, which is no {kind}")
                if upper == node:
                    raise self.fault(node, "stands under itself")
                depth[self.local(upper)] = step
            step += 1
        return tuple(sorted(depth, key=lambda name: (depth[name], name)))

    def union(self, node: Node, side: str) -> tuple[str, ...]:
        """The classes of a domain or range; empty where any will do."""
        given = self.triples[node][RDFS + side]
        if len(given) > 1:
            raise self.fault(node, f"has two of rdfs:{side}; join them with owl:unionOf")
        nodes = [member for one in given for member in self.members(one, OWL + "unionOf") or [one]]
        for member in nodes:
            if self.local(member) not in self.own("Class"):
                raise self.fault(node, f"names {member} as {side}, which is no class of ours")
        return tuple(self.local(member) for member in nodes)

    def members(self, node: Node, predicate: str) -> list[Node]:
        return [item for head in self.triples[node].get(predicate, []) for item in self.items(head)]

    def items(self, head: Node) -> list[Node]:
        found = []
        while head.value != RDF + "nil":
            found.append(self.triples[head][RDF + "first"][0])
            head = self.triples[head][RDF + "rest"][0]
        return found

    def of_type(self, kind: str) -> Iterator[Node]:
        wanted = ox.NamedNode(OWL + kind)
        return (node for node in list(self.triples) if wanted in self.triples[node][RDF + "type"])

    @cached_property
    def _own(self) -> dict[str, dict[str, Node]]:
        kinds = ("Class", "ObjectProperty", "DatatypeProperty")
        return {kind: {self.local(node): node for node in self.of_type(kind)
                       if isinstance(node, ox.NamedNode) and node.value.startswith(self.namespace)} for kind in kinds}

    def own(self, kind: str) -> dict[str, Node]:
        return self._own[kind]

    def local(self, node: Node) -> str:
        return str(getattr(node, "value", node)).removeprefix(self.namespace)

    def text(self, node: Node, predicate: str, language: str | None = None) -> str:
        found = [one.value for one in self.triples[node][predicate] if language in (None, one.language)]
        if len(found) != 1:
            name = predicate.rsplit("#")[-1] + (f"@{language}" if language else "")
            raise self.fault(node, f"has {len(found)} of {name}; give it one")
        return str(found[0])

    def fault(self, node: Node, what: str) -> ChuanyuError:
        return ChuanyuError(f"{self.path.name}: {self.local(node)!r} {what}.")
