"""The property graph made from the records, once, for every engine: labelled nodes and typed relationships with ids.

Every node carries the marker label, an `id`, a `name`, its leaf class as `class` and a `caption` that pictures show;
every relationship an `id`. Both carry `hash`, 40 bits of their content, so that two stores tell what differs by adding hashes up.
"""
from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, TypeVar

from ontology.entries import control
from ontology.errors import ChuanyuError
from ontology.names import Gazetteer, normal
from ontology.records import Document, Entity, Section, Statement
from ontology.vocabulary import vocabulary

MARKER = "Chuanyu"
KEY_LENGTH = 200
CAPTION_LENGTH, LINE_LENGTH = 20, 5  # characters of a caption, and of each of its lines
LARGEST = 2**63 - 1

Properties = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Node:
    """Labels, the leaf class first and the marker last, and flat properties with `id`, `name`, `class` and `hash`."""

    labels: tuple[str, ...]
    properties: Properties

    @property
    def id(self) -> str:
        return str(self.properties["id"])


@dataclass(frozen=True, slots=True)
class Relationship:
    """A type, the ids of its two nodes, and flat properties with `id` and `hash`."""

    type: str
    start: str
    end: str
    properties: Properties

    @property
    def id(self) -> str:
        return str(self.properties["id"])


Part = TypeVar("Part", Node, Relationship)


@dataclass(frozen=True, slots=True)
class PropertyGraph:
    """Nodes and relationships in the order of their ids; no id stands twice, every end is there."""

    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]


def property_graph(documents: Iterable[Document], entities: Iterable[Entity], statements: Iterable[Statement],
                   names: Gazetteer | None = None) -> PropertyGraph:
    """The graph of these records; `names` tells the kinds of the names that the gazetteer has.

    Raises ChuanyuError where an id stands twice, a statement's side is no entity, or a name holds control characters.
    """
    documents, entities = list(documents), list(entities)
    sections = {document.id: _section_ids(document) for document in documents}
    bearers = _bearers(entities, names)
    nodes = _by_id([*_document_nodes(documents, sections), *map(_entity_node, entities), *_name_nodes(bearers)])
    relationships = _by_id([
        *_section_links(documents, sections), *_text_links(entities, sections), *_name_links(bearers),
        *(_statement_link(statement, sections) for statement in statements)])
    for link in relationships.values():
        for end in (link.start, link.end):
            if end not in nodes:
                raise ChuanyuError(f"{link.type} {link.id} points to {end!r}, which is no entity: build anew.",
                                   f"{link.type} {link.id}指向的{end!r}不是任何实体：请重新构建图谱。")
    return PropertyGraph(tuple(nodes.values()), tuple(relationships.values()))


def name_key(name: str) -> str:
    """What a name is looked up by: its normal form, cut to a length that every engine can index."""
    return normal(name)[:KEY_LENGTH]


def caption(name: str) -> str:
    """A name as Neo4j Browser fits it into a circle: it breaks lines at spaces only, so Chinese gets some, in equal parts."""
    shown = name if name.isascii() or len(name) <= CAPTION_LENGTH else name[:CAPTION_LENGTH - 1] + "…"
    return " ".join(part for run in re.findall(r"[!-~]+|[^\s!-~]+", shown) for part in _parts(run))


def _parts(run: str) -> Iterator[str]:
    """The characters in lines as equal as can be: up to six in one, else at most five in each."""
    count = 1 if run.isascii() or len(run) <= LINE_LENGTH + 1 else -(-len(run) // LINE_LENGTH)
    size, longer = divmod(len(run), count)
    for number in range(count):
        start = number * size + min(number, longer)
        yield run[start:start + size + (number < longer)]


def _document_nodes(documents: Iterable[Document], sections: Mapping[str, Mapping[Section, str]]) -> Iterator[Node]:
    for document in documents:
        yield _node(("Document",), document.id, document.title or document.source, {
            "title": document.title, "genre": document.genre, "number": document.number, "written": document.written,
            "published": document.published, "url": document.url, "kind": document.kind, "source": document.source})
        for section, id_ in sections[document.id].items():
            yield _node(("Section",), id_, section.title or section.path or document.title, {
                "title": section.title, "path": section.path, "document": document.id,
                "start_char": section.start, "end_char": section.end})


def _entity_node(entity: Entity) -> Node:
    properties = {key: value for key, value in entity.properties.items() if key != "documents"}
    return _node(vocabulary().leaf_first(entity.classes), entity.id, entity.name, {**properties, **entity.identifiers})


def _name_nodes(bearers: Mapping[tuple[str, str], Iterable[str]]) -> Iterator[Node]:
    for text, kind in bearers:
        yield _node(("Name",), _name_id(text, kind), text, {"key": name_key(text), "text": text, "kind": kind})


def _bearers(entities: Iterable[Entity], names: Gazetteer | None) -> dict[tuple[str, str], list[str]]:
    """(text, kind) of every name, the id among them, -> the ids of the entities that bear it: an id picks a homonym.

    Of names that are looked up by the same key (BYD and byd) an entity bears the first, or a look-up would find it twice.
    """
    bearers: dict[tuple[str, str], list[str]] = {}
    for entity in entities:
        entry = names.entries.get(entity.id) if names else None
        kinds = {entity.name: "full"} | dict.fromkeys(entity.aliases, "alias")
        kinds |= {name.text: name.kind for name in entry.names} if entry else {}
        kinds |= {entity.identifiers["number"]: "number"} if "number" in entity.identifiers else {}
        seen: set[str] = set()
        for text, kind in (*kinds.items(), (entity.id, "id")):
            _refuse_control(text, entity)
            if (key := name_key(text)) not in seen:
                bearers.setdefault((text, kind), []).append(entity.id)
            seen.add(key)
    return bearers


def _refuse_control(text: str, entity: Entity) -> None:
    if sign := control(text):
        raise ChuanyuError(f"A name of {entity.id} holds the control character {sign}: take it out of the document.",
                           f"{entity.id}的名称含有控制字符 {sign}：请从文件中删去。")


def _name_id(text: str, kind: str) -> str:
    return "name:" + _digest([text, kind], 12)


def _name_links(bearers: Mapping[tuple[str, str], Iterable[str]]) -> Iterator[Relationship]:
    for (text, kind), ids in bearers.items():
        yield from (_store_link("NAMES", _name_id(text, kind), id_) for id_ in ids)


def _section_ids(document: Document) -> dict[Section, str]:
    """Every section's id: its document's and its path; a path that stands twice is counted."""
    ids: dict[Section, str] = {}
    times: dict[str, int] = {}
    for section in document.sections:
        times[section.path] = times.get(section.path, 0) + 1
        ids[section] = f"{document.id}#{section.path}" + (f"~{times[section.path]}" if times[section.path] > 1 else "")
    return ids


def _section_links(documents: Iterable[Document],
                   sections: Mapping[str, Mapping[Section, str]]) -> Iterator[Relationship]:
    for document in documents:
        yield from (_store_link("IN", id_, document.id) for id_ in sections[document.id].values())


def _text_links(entities: Iterable[Entity], known: Mapping[str, object]) -> Iterator[Relationship]:
    for entity in entities:
        yield from (_store_link("TEXT_OF", id_, entity.id) for id_ in entity.properties.get("documents", ())
                    if id_ in known)


def _statement_link(statement: Statement, sections: Mapping[str, Mapping[Section, str]]) -> Relationship:
    properties: Properties = {**statement.qualifiers, "id": statement.id, "status": statement.status}
    if statement.premises:
        properties["premises"] = list(statement.premises)
    if (evidence := statement.evidence) is not None:
        inside = [id_ for section, id_ in sections.get(evidence.document, {}).items()
                  if section.path == evidence.section and section.start <= evidence.start < section.end]
        properties |= {"document": evidence.document, "section": evidence.section,
                       "section_id": inside[0] if inside else None, "quote": evidence.quote, "rule": evidence.rule,
                       "start_char": evidence.start, "end_char": evidence.end}
    return _link(vocabulary().cypher_type(statement.relation), statement.subject.id, statement.object.id, properties)


def _store_link(type_: str, start: str, end: str) -> Relationship:
    return _link(type_, start, end, {"id": f"{type_}:" + _digest([start, end], 12)})


def _node(classes: tuple[str, ...], id_: str, name: str, properties: Mapping[str, Any]) -> Node:
    labels = (*classes, MARKER)
    flat = {**_flat(properties), "id": id_, "name": name, "class": classes[0], "caption": caption(name)}
    return Node(labels, {**flat, "hash": _hash([labels, flat])})


def _link(type_: str, start: str, end: str, properties: Mapping[str, Any]) -> Relationship:
    flat = _flat(properties)
    return Relationship(type_, start, end, {**flat, "hash": _hash([type_, start, end, flat])})


def _flat(properties: Mapping[str, Any]) -> Properties:
    """What both engines hold: text, numbers of 64 bits and lists of text; absent values and empty lists are left out."""
    return {key: _scalar(value) for key, value in sorted(properties.items()) if value not in (None, [], ())}


def _scalar(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [item if isinstance(item, str) else json.dumps(item, ensure_ascii=False) for item in value]
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return float(value) if isinstance(value, int) and abs(value) > LARGEST else value


def _hash(content: Any) -> int:
    return int(_digest(content, 5), 16)


def _digest(content: Any, size: int) -> str:
    return blake2b(json.dumps(content, ensure_ascii=False, sort_keys=True).encode(), digest_size=size).hexdigest()


def _by_id(items: Iterable[Part]) -> dict[str, Part]:
    found: dict[str, Part] = {}
    for item in items:
        if found.setdefault(item.id, item) is not item:
            raise ChuanyuError(f"The id {item.id!r} stands for two things: {item} and {found[item.id]}.",
                               f"标识{item.id!r}重复：{item}与{found[item.id]}。")
    return dict(sorted(found.items()))
