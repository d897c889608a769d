"""The graph as Turtle, for those who take RDF: one traversal, sorted, the same bytes for the same graph.

Entities carry all their classes, statements are told by `chy:Statement` nodes with qualifiers, status, quote and place.
Asserted statements and those of reference are plain triples too, under their relation and all above it; proposed and
inferred ones are not, so that nobody takes a wish for a fact. The ontology says what `rec:` means.
"""
from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

import pyoxigraph as ox

from graph.rdf import terms
from graph.rdf.terms import DCTERMS, DOCUMENT, ENTITY, PROPERTY, PROV, RDF, RDFS, RECORD, SKOS, STATEMENT, TERMS
from ontology.errors import ChuanyuError
from ontology.records import Document, Entity, Evidence, Found, Statement
from ontology.vocabulary import vocabulary

Node = ox.NamedNode | ox.Literal
FACTS = ("asserted", "reference")
DATES = ("validFrom", "validTo")


def write(documents: Iterable[Document], entities: Iterable[Entity], statements: Iterable[Statement]) -> str:
    """The records as Turtle. Mentions are counted, not listed. Raises ChuanyuError on a term the ontology lacks."""
    found = {*_header()}
    for document in documents:
        found.update(_document(document))
    for entity in entities:
        found.update(_entity(entity))
    for statement in statements:
        found.update(_statement(statement))
    turtle = BytesIO()
    ox.serialize(sorted(found, key=_order), turtle, ox.RdfFormat.TURTLE, prefixes=terms.PREFIXES)
    return turtle.getvalue().decode()


def _order(triple: ox.Triple) -> tuple[str, bool, str, str]:
    """By subject; its types first, then by predicate and object."""
    return (str(triple.subject), triple.predicate.value != RDF + "type", triple.predicate.value, str(triple.object))


def _triple(subject: ox.NamedNode, predicate: str, object_: Node) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(predicate), object_)


def _header() -> Iterator[ox.Triple]:
    version = ox.NamedNode(f"{TERMS.rstrip('#')}/{vocabulary().version}")
    yield _triple(ox.NamedNode(terms.BASE + "graph"), DCTERMS + "conformsTo", version)


def _document(document: Document) -> Iterator[ox.Triple]:
    node = terms.address(DOCUMENT, document.id)
    yield _triple(node, RDF + "type", ox.NamedNode(RECORD + "Document"))
    yield _triple(node, DCTERMS + "title", ox.Literal(document.title))
    for name in ("source", "genre", "kind", "number"):
        if value := getattr(document, name):
            yield _triple(node, RECORD + name, ox.Literal(value))
    for name, date in (("created", document.written), ("issued", document.published)):
        if date:
            yield _triple(node, DCTERMS + name, terms.moment(date))
    if document.url:
        yield _triple(node, DCTERMS + "source", _web_address(document.url))
    for issuer in document.issuers:
        yield _triple(node, DCTERMS + "publisher", terms.address(ENTITY, issuer))
    for section in document.sections:
        part = terms.section_address(document.id, section.path)
        yield _triple(part, RECORD + "start", terms.number(section.start))
        yield _triple(part, RECORD + "end", terms.number(section.end))
        if section.path:
            yield _triple(part, RDF + "type", ox.NamedNode(RECORD + "Section"))
            yield _triple(part, DCTERMS + "isPartOf", node)
            yield _triple(part, DCTERMS + "title", ox.Literal(section.title))


def _web_address(url: str) -> Node:
    """A link where the address is one, else its text."""
    try:
        return ox.NamedNode(url) if url.startswith(("http://", "https://")) else ox.Literal(url)
    except ValueError:
        return ox.Literal(url)


def _entity(entity: Entity) -> Iterator[ox.Triple]:
    node = terms.address(ENTITY, entity.id)
    yield _triple(node, RDFS + "label", ox.Literal(entity.name))
    for name in entity.classes:
        if name not in vocabulary().classes:
            raise ChuanyuError(f"Entity {entity.id!r} has the class {name!r}, which the ontology lacks.")
        yield _triple(node, RDF + "type", ox.NamedNode(TERMS + name))
    for alias in entity.aliases:
        yield _triple(node, SKOS + "altLabel", ox.Literal(alias))
    for key, value in entity.identifiers.items():
        yield _triple(node, RECORD + key, ox.Literal(value))
    for key, value in entity.properties.items():
        yield from _property(node, key, value)
    if entity.mentions:
        yield _triple(node, RECORD + "mentions", terms.number(len(entity.mentions)))


def _property(node: ox.NamedNode, key: str, value: Any) -> Iterator[ox.Triple]:
    if key == "documents":
        for document in value:
            yield _triple(terms.address(DOCUMENT, document), RECORD + "textOf", node)
    elif key == "jurisdiction":
        yield _triple(node, RECORD + key, terms.address(ENTITY, value))
    elif key in DATES:
        yield _triple(node, TERMS + key, terms.moment(value))
    elif isinstance(value, str | int | float):
        yield _triple(node, terms.address(PROPERTY, key).value, terms.plain(value))
    elif value is not None:
        text = json.dumps(value, ensure_ascii=False, sort_keys=True)
        literal = ox.Literal(text, datatype=ox.NamedNode(RDF + "JSON"))
        yield _triple(node, terms.address(PROPERTY, key).value, literal)


def _statement(statement: Statement) -> Iterator[ox.Triple]:
    node = terms.address(STATEMENT, statement.id)
    subject, object_ = terms.address(ENTITY, statement.subject.id), terms.address(ENTITY, statement.object.id)
    for relation in vocabulary().relations_up(statement.relation) if statement.status in FACTS else ():
        yield _triple(subject, TERMS + relation, object_)
    yield _triple(node, RDF + "type", ox.NamedNode(TERMS + "Statement"))
    yield _triple(node, RDF + "subject", subject)
    yield _triple(node, RDF + "predicate", ox.NamedNode(TERMS + statement.relation))
    yield _triple(node, RDF + "object", object_)
    yield _triple(node, RECORD + "status", ox.Literal(statement.status))
    for name, value in statement.qualifiers.items():
        if name not in vocabulary().qualifiers:
            raise ChuanyuError(f"Statement {statement.id!r} has the qualifier {name!r}, which the ontology lacks.")
        yield _triple(node, TERMS + name, terms.qualifier(name, value))
    for premise in statement.premises:
        yield _triple(node, PROV + "wasDerivedFrom", terms.address(STATEMENT, premise))
    if statement.evidence:
        yield from _evidence(node, statement.evidence, statement.status)


def _evidence(node: ox.NamedNode, evidence: Evidence, status: str) -> Iterator[ox.Triple]:
    document = terms.address(DOCUMENT, evidence.document)
    yield _triple(node, DCTERMS + "source", document)
    yield _triple(node, PROV + "wasQuotedFrom", terms.section_address(evidence.document, evidence.section))
    yield _triple(node, RECORD + "rule", ox.Literal(evidence.rule))
    if status == "reference":  # an entry of our own names: nothing to quote
        yield _triple(document, RDF + "type", ox.NamedNode(RECORD + "Gazetteer"))
        yield _triple(document, RECORD + "source", ox.Literal(evidence.source))
        return
    yield _triple(node, RECORD + "quote", ox.Literal(evidence.quote))
    yield _triple(node, RECORD + "start", terms.number(evidence.start))
    yield _triple(node, RECORD + "end", terms.number(evidence.end))
    yield from _found(node, "subject", evidence.subject)
    yield from _found(node, "object", evidence.object)


def _found(node: ox.NamedNode, side: str, found: Found | None) -> Iterator[ox.Triple]:
    if found:
        yield _triple(node, f"{RECORD}{side}Found", ox.Literal(found.text))
        yield _triple(node, f"{RECORD}{side}Start", terms.number(found.start))
        yield _triple(node, f"{RECORD}{side}End", terms.number(found.end))
