"""What follows from the statements, each with the premises that it follows from.

The rules are the ontology's: transitive relations, and chains such as `issues` o `supports` -> `supports`. Premises
are asserted or reference, never proposed. A chain takes a narrower relation too and still concludes the wider one: who
issues a policy that subsidizes a firm supports the firm, and is not called its payer. No statement is repeated under a
wider relation, which its own `relations` already name.

A statement is valid while the policies and provisions that it speaks of are; one that speaks of none inherits from the
policy in whose document it stands. An inference whose premises are never valid at the same time is not drawn.
"""
from __future__ import annotations

import heapq
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from ontology.records import Entity, Side, Statement
from ontology.vocabulary import vocabulary

DATED = {"Policy", "Provision"}


class Triple(NamedTuple):
    """A subject's id, a relation, an object's id."""

    subject: str
    relation: str
    object: str


class Span(NamedTuple):
    """From one ISO date to another, both included; `""` and `"9999"` where open."""

    start: str = ""
    end: str = "9999"

    def meet(self, other: Span) -> Span:
        return Span(max(self.start, other.start), min(self.end, other.end))

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    @property
    def empty(self) -> bool:
        return self.start[:len(self.end)] > self.end  # a year as the end lasts to its last day


class Proof(NamedTuple):
    """The premises of a triple, sorted, and when all of them are valid; ordered by how few they are."""

    size: int
    premises: tuple[str, ...]
    span: Span

    def join(self, other: Proof) -> Proof:
        premises = tuple(sorted({*self.premises, *other.premises}))
        return Proof(len(premises), premises, self.span.meet(other.span))


Fact = tuple[Proof, Triple]


@dataclass(frozen=True, slots=True)
class Rule:
    """`first` followed by `second` means `result`; a transitive relation is followed by itself."""

    first: str
    second: str
    results: tuple[str, ...]  # with the relations above it
    transitive: bool


def infer(statements: Iterable[Statement], entities: Mapping[str, Entity]) -> list[Statement]:
    """The inferred statements, one a triple with its fewest premises, sorted by id. Entities are by id."""
    premises = [one for one in statements if one.status in ("asserted", "reference")]
    given = {Triple(one.subject.id, name, one.object.id) for one in premises for name in one.relations}
    proofs = _Closure(_rules()).of(_facts(premises, entities))
    new = {triple: found[0] for triple, found in proofs.items() if triple not in given}
    names = {side.id: side.name for one in premises for side in (one.subject, one.object)}
    told = [_statement(triple, proof, names) for triple, proof in new.items() if not _told_narrower(triple, new, given)]
    return sorted(told, key=lambda one: one.id)


def _rules() -> list[Rule]:
    words = vocabulary()
    rules = [Rule(name, name, words.relations_up(name), True)
             for name, term in words.relations.items() if term.transitive]
    return rules + [Rule(one.first, one.second, words.relations_up(one.result), False) for one in words.chains]


def _facts(premises: Iterable[Statement], entities: Mapping[str, Entity]) -> Iterator[Fact]:
    """Each premise as a proof of itself, under its relation and all above it."""
    policies = {document: _span(entity) for entity in entities.values()
                for document in entity.properties.get("documents", ())}
    for one in premises:
        sides = [entities[side.id] for side in (one.subject, one.object) if side.id in entities]
        spans = [_span(side) for side in sides if DATED.intersection(side.classes)]
        if not spans and one.evidence:
            spans = [policies.get(one.evidence.document, Span())]
        span = Span()
        for other in spans:
            span = span.meet(other)
        for relation in one.relations:
            yield Proof(1, (one.id,), span), Triple(one.subject.id, relation, one.object.id)


def _span(entity: Entity) -> Span:
    return Span(entity.properties.get("validFrom") or "", entity.properties.get("validTo") or "9999")


def _told_narrower(triple: Triple, new: Mapping[Triple, Proof], given: set[Triple]) -> bool:
    """Whether a narrower relation of the same two says it already."""
    narrower = (triple._replace(relation=name) for name in vocabulary().narrower(triple.relation))
    return any(other != triple and (other in new or other in given) for other in narrower)


def _statement(triple: Triple, proof: Proof, names: Mapping[str, str]) -> Statement:
    code = sha256(json.dumps([triple.relation, triple.subject, triple.object]).encode()).hexdigest()[:16]
    return Statement(
        id=code, relation=triple.relation, relations=vocabulary().relations_up(triple.relation),
        subject=Side(triple.subject, names[triple.subject]), object=Side(triple.object, names[triple.object]),
        status="inferred", premises=proof.premises)


class _Closure:
    """All that rules draw from facts, taken up in the order of fewest premises, so the first proof of a triple is best.

    A later proof is kept only where it is valid at a time when no better one is.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.after: dict[str, list[Rule]] = defaultdict(list)
        self.before: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            self.after[rule.first].append(rule)
            self.before[rule.second].append(rule)
        self.proofs: dict[Triple, list[Proof]] = {}
        self.starting: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        self.ending: dict[tuple[str, str], list[Fact]] = defaultdict(list)

    def of(self, facts: Iterable[Fact]) -> dict[Triple, list[Proof]]:
        queue = [fact for fact in facts if fact[1].relation in self.after or fact[1].relation in self.before]
        heapq.heapify(queue)
        while queue:
            proof, triple = heapq.heappop(queue)
            known = self.proofs.setdefault(triple, [])
            if any(better.span.covers(proof.span) for better in known):
                continue
            known.append(proof)
            self.starting[triple.relation, triple.subject].append((proof, triple))
            self.ending[triple.relation, triple.object].append((proof, triple))
            for drawn in self._drawn(proof, triple):
                heapq.heappush(queue, drawn)
        return self.proofs

    def _drawn(self, proof: Proof, triple: Triple) -> Iterator[Fact]:
        """What a new fact gives with those known, as first and as second half of a rule."""
        for rule in self.after[triple.relation]:
            for other in self.starting[rule.second, triple.object]:
                yield from _conclusion(rule, (proof, triple), other)
        for rule in self.before[triple.relation]:
            for other in self.ending[rule.first, triple.subject]:
                yield from _conclusion(rule, other, (proof, triple))


def _conclusion(rule: Rule, first: Fact, second: Fact) -> Iterator[Fact]:
    """What a rule draws from two facts: nothing of a thing to itself, and nothing that is never valid."""
    subject, object_ = first[1].subject, second[1].object
    if subject == object_ or (rule.transitive and first[0].size > 1):  # a single step and a way reach every way
        return
    proof = first[0].join(second[0])
    if not proof.span.empty:
        yield from ((proof, Triple(subject, result, object_)) for result in rule.results)
