"""Merging: what several documents say of one id is one entity."""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from ontology.names import Gazetteer
from ontology.records import Entity
from ontology.vocabulary import vocabulary


def merge(entities: Iterable[Entity]) -> Iterator[Entity]:
    """Entities of one id as one: names, classes and mentions of all."""
    groups: dict[str, list[Entity]] = {}
    for entity in entities:
        groups.setdefault(entity.id, []).append(entity)
    for id_ in sorted(groups):
        group = sorted(groups[id_], key=lambda entity: (entity.name, entity.mentions))
        name = group[0].name
        documents = sorted({doc for entity in group for doc in entity.properties.get("documents", ())})
        properties = {key: value for entity in group for key, value in sorted(entity.properties.items())}
        yield Entity(
            id_, name, vocabulary().leaf_first(class_ for entity in group for class_ in entity.classes),
            tuple(sorted({alias for entity in group for alias in (*entity.aliases, entity.name)} - {name})),
            {key: value for entity in group for key, value in sorted(entity.identifiers.items())},
            properties | ({"documents": documents} if documents else {}),
            tuple(sorted({mention for entity in group for mention in entity.mentions})))


def from_entry(key: str, names: Gazetteer) -> Entity:
    """An entry of the gazetteer as an entity that no document names yet."""
    entry = names.entries[key]
    return Entity(key, entry.name, vocabulary().leaf_first(entry.classes), tuple(sorted(names.aliases(entry))),
                  entry.identifiers)
