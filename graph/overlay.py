"""The user's decisions laid on what was read: after merging, before what is known by reference and what follows.

What resolution found stays visible: an entity that others were joined to lists their ids as `merged`, as-found wordings
stay with their statements, and the build's report keeps what each decision changed, as it was before.
"""
from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from graph.decisions import Decision
from graph.merge import from_entry, merge
from ontology.names import Gazetteer, normal
from ontology.records import Document, Entity, Side, Statement
from ontology.vocabulary import vocabulary

Json = dict[str, Any]


@dataclass
class Overlay:
    """Decisions at work on the records of a build. `same` leads from an id as found to the one that stays."""

    decisions: tuple[Decision, ...]
    names: Gazetteer
    documents: list[Document]
    entities: dict[str, Entity]
    same: dict[str, str] = field(default_factory=dict)
    changes: dict[str, list[Json]] = field(default_factory=dict)
    unfit: list[Json] = field(default_factory=list)

    def identify(self, statements: Iterable[Statement]) -> list[Statement]:
        """The statements after every not_same_as, then every same_as; documents and entities change with them."""
        said = list(statements)
        for one in self._of("not_same_as"):
            said = self._split(one, said)
        for one in self._of("same_as"):
            said = self._join(one, said)
        return said

    def classify(self) -> None:
        """Classes rejected and corrected, of the entities that are there by now."""
        for one in self._of("reject", "correct"):
            for id_ in one.entities:
                entity = self.entities.get(self.same.get(id_, id_))
                if entity and not self._done(one):
                    self._classes(one, entity)

    def judge(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        """The statements without those rejected, and as corrected."""
        about = {one.statement: one for one in self._of("reject", "correct") if one.statement}
        for statement in statements:
            one = about.get(statement.id)
            if one is None:
                yield statement
            elif one.kind == "reject":
                self._note(one, statement=statement.id, subject=statement.subject.id, relation=statement.relation,
                           object=statement.object.id)
            else:
                yield self._corrected(one, statement)

    def redirect(self, statements: Iterable[Statement]) -> list[Statement]:
        """The statements between the ids that stay; one that says nothing but a thing of itself is left out."""
        moved = [replace(one, subject=self._side(one.subject), object=self._side(one.object)) for one in statements]
        return [one for one in moved if one.subject.id != one.object.id]

    def report(self, inferred: Iterable[str]) -> Json:
        """What every decision changed, and those that fit nothing."""
        follows = set(inferred)
        for one in self.decisions:
            if not self._done(one):
                self._miss(one, "inferred" if one.statement in follows else "absent",
                           one.statement or " ".join(filter(None, (*one.entities, one.wording, one.document))))
        return {"decisions": [{"entry": one.place, "reason": one.reason, "changes": self.changes[one.key]}
                              for one in self.decisions if one.key in self.changes],
                "unfit_decisions": sorted(self.unfit, key=lambda row: (row["file"], row["entry"], row["what"]))}

    def _of(self, *kinds: str) -> list[Decision]:
        return [one for one in self.decisions if one.kind in kinds]

    def _note(self, one: Decision, **change: Any) -> None:
        self.changes.setdefault(one.key, []).append(change)

    def _miss(self, one: Decision, why: str, what: str) -> None:
        self.unfit.append({"file": one.file, "entry": one.place, "why": why, "what": what})

    def _done(self, one: Decision) -> bool:
        return one.key in self.changes or any((row["file"], row["entry"]) == (one.file, one.place) for row in self.unfit)

    def _side(self, side: Side) -> Side:
        return Side(self.same.get(side.id, side.id), side.name)

    def _split(self, one: Decision, said: list[Statement]) -> list[Statement]:
        """What the wording, or the document, names is an entity of its own."""
        old = self.entities.get(one.entities[0])
        if old is None:
            return said
        taken = tuple(mention for mention in old.mentions if _meant(one, mention.document, mention.text))
        id_ = hashlib.sha256("\x1f".join((old.id, one.wording, one.document)).encode()).hexdigest()[:16]
        moved = [self._moved(one, statement, old.id, id_) for statement in said]
        if not taken and moved == said:
            return said
        forms = Counter(mention.text for mention in taken)
        name = one.wording or max(forms, key=lambda text: (forms[text], text), default=old.name)
        left = tuple(mention for mention in old.mentions if mention not in taken)
        emptied = {mention.document for mention in taken} - {mention.document for mention in left}
        texts = old.properties.get("documents", ())
        gone = [document for document in texts if document in emptied]
        self.entities[old.id] = replace(old, mentions=left, properties=_texts(old, [t for t in texts if t not in gone]))
        self.entities[id_] = Entity(id_, name, old.classes, tuple(sorted(set(forms) - {name})), {},
                                    {"documents": gone} if gone else {}, taken)
        self.documents[:] = [_issued(document, old.id, id_) if document.id in emptied else document
                             for document in self.documents]
        self._note(one, entity=id_, entity_as_found=old.id, mentions=len(taken))
        return moved

    def _moved(self, one: Decision, statement: Statement, old: str, new: str) -> Statement:
        """The statement with the sides that the decision means on the new entity."""
        evidence = statement.evidence
        before: Json = {}
        if evidence is None:
            return statement
        for name, side, found in (("subject", statement.subject, evidence.subject), ("object", statement.object, evidence.object)):
            if side.id == old and _meant(one, evidence.document, found.text if found else None):
                before[name] = old
        if before:
            self._note(one, statement=statement.id, **before)
        return replace(statement, subject=Side(new, "") if "subject" in before else statement.subject,
                       object=Side(new, "") if "object" in before else statement.object)

    def _join(self, one: Decision, said: list[Statement]) -> list[Statement]:
        """Several entities as the first of them."""
        ids = list(dict.fromkeys(self.same.get(id_, id_) for id_ in one.entities))
        there = [id_ for id_ in ids if id_ in self.entities or id_ in self.names.entries]
        for id_ in ids:
            if id_ not in there:
                self._miss(one, "absent", id_)
        if len(there) < 2:
            return said
        first, *others = (self.entities.get(id_) or from_entry(id_, self.names) for id_ in there)
        for other in others:
            self._note(one, entity=first.id, merged=other.id, name=other.name)
            self.entities.pop(other.id, None)
        gone = {other.id for other in others}
        self.same |= {id_: first.id for id_, kept in self.same.items() if kept in gone} | dict.fromkeys(gone, first.id)
        self.entities[first.id] = joined(first, others)
        for statement in said:
            before = {side: id_ for side in ("subject", "object") if (id_ := getattr(statement, side).id) in gone}
            if before:
                self._note(one, statement=statement.id, **before)
        for old in sorted(gone):
            self.documents[:] = [_issued(document, old, first.id) for document in self.documents]
            self.entities |= {id_: replace(entity, properties={**entity.properties, "jurisdiction": first.id})
                              for id_, entity in self.entities.items() if entity.properties.get("jurisdiction") == old}
        return self.redirect(said)

    def _classes(self, one: Decision, entity: Entity) -> None:
        words = vocabulary()
        if one.kind == "reject" and not set(one.classes) & set(entity.classes):
            return self._miss(one, "absent", f"{entity.id} {' '.join(one.classes)}")
        left = [name for name in entity.classes if not {name, *words.classes[name].supers} & set(one.classes)]
        if one.kind == "reject" and not left:
            return self._miss(one, "classes", entity.id)
        classes = words.leaf_first(left if one.kind == "reject" else one.classes)
        self._note(one, entity=entity.id, classes=list(entity.classes))
        self.entities[entity.id] = replace(entity, classes=classes)

    def _corrected(self, one: Decision, statement: Statement) -> Statement:
        """The statement as the decision says it; its rule says that it was corrected."""
        subject = self._decided(one, "subject", statement.subject)
        object_ = self._decided(one, "object", statement.object)
        if subject is None or object_ is None:
            return statement
        relation = one.fields.get("relation", statement.relation)
        if not _joins(relation, subject, object_):
            self._miss(one, "relation", f"{subject.id} {relation} {object_.id}")
            return statement
        before = {"relation": statement.relation, "subject": statement.subject.id, "object": statement.object.id,
                  "status": statement.status, "qualifiers": dict(statement.qualifiers)}
        said = {*one.fields, *(["qualifiers"] if one.qualifiers else [])}
        self._note(one, statement=statement.id, **{key: value for key, value in before.items() if key in said})
        qualifiers = {**statement.qualifiers, **one.qualifiers}
        evidence = statement.evidence and replace(statement.evidence, rule=f"{statement.evidence.rule} (corrected)")
        return replace(
            statement, relation=relation, relations=vocabulary().relations_up(relation), evidence=evidence,
            subject=Side(subject.id, subject.name), object=Side(object_.id, object_.name),
            status=one.fields.get("status", statement.status),
            qualifiers={key: value for key, value in qualifiers.items() if value is not None})

    def _decided(self, one: Decision, name: str, side: Side) -> Entity | None:
        """The entity that a corrected statement has on a side; None, and told, where neither graph nor names know it."""
        given = one.fields.get(name, side.id)
        id_ = self.same.get(given, given)
        if id_ not in self.entities and id_ in self.names.entries:
            self.entities[id_] = from_entry(id_, self.names)
        if id_ not in self.entities:
            self._miss(one, "absent", id_)
        return self.entities.get(id_)


def joined(first: Entity, others: Iterable[Entity]) -> Entity:
    """One entity of several: the first one's id and name, the names, classes and mentions of all."""
    others = list(others)
    same = [replace(one, id=first.id, name=first.name, aliases=(*one.aliases, one.name)) for one in (*others, first)]
    merged = sorted({*first.properties.get("merged", ()), *(id_ for one in others for id_ in (
        one.id, *one.properties.get("merged", ())))})
    one = next(merge(same))
    return replace(one, identifiers={**one.identifiers, **first.identifiers},
                   properties={**one.properties, **{key: value for key, value in first.properties.items()
                                                    if key != "documents"}, "merged": merged})


def _meant(one: Decision, document: str, wording: str | None) -> bool:
    """Whether a not_same_as speaks of this wording in this document; no wording is found where a clause names none."""
    if one.document and one.document != document:
        return False
    return not one.wording or (wording is not None and normal(wording) == normal(one.wording))


def _issued(document: Document, old: str, new: str) -> Document:
    return replace(document, issuers=tuple(dict.fromkeys(new if id_ == old else id_ for id_ in document.issuers)))


def _texts(entity: Entity, documents: list[str]) -> Json:
    """The properties of an entity that keeps only these of its texts."""
    rest = {key: value for key, value in entity.properties.items() if key != "documents"}
    return rest | ({"documents": documents} if documents else {})


def _joins(relation: str, subject: Entity, object_: Entity) -> bool:
    """Whether the ontology lets the relation hold between the two."""
    term = vocabulary().relations[relation]
    return subject.id != object_.id and all(not allowed or set(allowed) & set(side.classes) for side, allowed in (
        (subject, term.domain), (object_, term.range)))
