"""The hand-made graph of `handmade.yaml` as records, for every test that asks questions."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ontology.records import Document, Entity, Evidence, Mention, Section, Side, Statement
from ontology.vocabulary import vocabulary


@dataclass(frozen=True)
class Handmade:
    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    texts: dict[str, str]


def handmade() -> Handmade:
    """The records; the quote of every statement stands in its document's text at the place that it names."""
    content = yaml.safe_load(Path(__file__).with_name("handmade.yaml").read_text(encoding="utf-8"))
    texts = {f"{key}.txt": row["text"] for key, row in content["documents"].items()}
    ids = {key: row["id"] for key, row in content["documents"].items()}
    names = {key: row["name"] for key, row in content["entities"].items()}
    return Handmade(
        tuple(_document(key, row) for key, row in content["documents"].items()),
        tuple(_entity(key, row, texts, ids) for key, row in content["entities"].items()),
        tuple(_statement(key, row, names, texts, ids) for key, row in content["statements"].items()),
        texts,
    )


def _document(key: str, row: dict[str, Any]) -> Document:
    text = row["text"]
    starts = [text.index(f"{path}、") for path in row["sections"] if path]
    sections = tuple(Section(path, title, start, end) for (path, title), start, end in zip(
        row["sections"].items(), [0, *starts], [len(text), *starts[1:], len(text)], strict=False))
    return Document(row["id"], f"{key}.txt", row["title"], row["genre"], tuple(row["issuers"]), row.get("number"),
                    row.get("written"), row["published"], row["url"], row.get("kind", "text"), sections)


def _entity(key: str, row: dict[str, Any], texts: dict[str, str], ids: dict[str, str]) -> Entity:
    aliases = tuple(row.get("aliases", ()))
    mentions = tuple(Mention(ids[source.removesuffix(".txt")], source, start, start + len(name), name)
                     for source, text in texts.items() for name in (row["name"], *aliases)
                     if (start := text.find(name)) >= 0)
    return Entity(key, row["name"], vocabulary().leaf_first(row["classes"]), aliases, row.get("identifiers", {}),
                  row.get("properties", {}), mentions)


def _statement(key: str, row: list[Any], names: dict[str, str], texts: dict[str, str],
               ids: dict[str, str]) -> Statement:
    subject, relation, target, document, section, quote, qualifiers, *status = row
    said = status[0] if status else "asserted"
    sides = Side(subject, names[subject]), Side(target, names[target])
    relations = vocabulary().relations_up(relation)
    if said == "inferred":
        return Statement(key, relation, relations, *sides, qualifiers, said, None, tuple(quote))
    if said == "reference":
        evidence = Evidence("reference:parks", "names/parks.yaml", section, 0, 0, "", "reference")
    else:
        start = texts[f"{document}.txt"].index(quote)
        evidence = Evidence(ids[document], f"{document}.txt", section, start, start + len(quote), quote, relation)
    return Statement(key, relation, relations, *sides, qualifiers, said, evidence)
