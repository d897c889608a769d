"""Statements against a gold set: which of them its rows confirm, which they contradict, of which it is silent.

The folder holds `texts.tsv` (key, source file, first and last character of the part that was annotated) and for each
key `KEY.triples.jsonl`, one row a triple with `quote`, `s`, `p`, `o`; sides have `label`, `class` and `accept`, other
wordings. A row confirms a statement that stands near its quote with the same two sides and the same relation (or one
that implies it); the same two sides in another relation, or turned round, contradict it.
"""
from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from graph.folder import Folder
from ontology.errors import ChuanyuError
from ontology.records import Entity, Evidence, Statement
from ontology.vocabulary import vocabulary

NEAR = 150  # characters between a quote of ours and one of the gold
PHRASES = {"AgentGroup", "Provision", "Indicator", "Project", "Technology", "Platform", "Event", "Policy", "Instrument"}
COUNTS_AS = {"assists": "responsibleFor"}  # the gold tells them apart by role
DROPPED = re.compile(r"[\s《》〈〉“”\"'‘’「」()（）\[\]【】、，,。.；;：:·•\-—–~〔〕]")
DEEPEST = 6  # provisions within provisions

Names = frozenset[str]


@dataclass(frozen=True)
class Row:
    """A triple of the gold, and where its quote stands."""

    relations: frozenset[str]
    subject: Names
    object: Names
    phrases: tuple[bool, bool]
    places: tuple[tuple[int, int], ...]

    def near(self, evidence: Evidence) -> bool:
        return any(evidence.start - NEAR < end and start < evidence.end + NEAR for start, end in self.places)


@dataclass(frozen=True)
class Part:
    """The annotated part of a source, with its rows."""

    source: str
    start: int
    end: int
    rows: tuple[Row, ...]

    def holds(self, source: str, start: int) -> bool:
        return source == self.source and self.start <= start < self.end


def verdicts(folder: Folder, gold: Path) -> dict[str, str]:
    """`confirmed`, `contradicted` or `silent` by id, for what the texts of the gold say in relations that it has."""
    parts = list(read_gold(folder, gold))
    sides = Sides(folder)
    asked = {relation for part in parts for row in part.rows for relation in row.relations}
    found = {}
    for one in folder.statements:
        evidence = one.evidence
        part = next((part for part in parts if evidence and part.holds(evidence.source, evidence.start)), None)
        if part and evidence and one.status in ("asserted", "proposed") and said(one) & asked:
            found[one.id] = verdict(one, evidence, part, sides)
    return found


def verdict(one: Statement, evidence: Evidence, part: Part, sides: Sides) -> str:
    subject = sides.names(one, evidence, "subject", part)
    object_ = sides.names(one, evidence, "object", part)
    near = [row for row in part.rows if row.near(evidence)]
    straight = [row for row in near if joins(row, subject, object_)]
    turned = [row for row in near if joins(row, object_, subject)]
    same = said(one)
    symmetric = any(vocabulary().relations[name].symmetric for name in one.relations)
    if any(same & row.relations for row in [*straight, *(turned if symmetric else [])]):
        return "confirmed"
    return "contradicted" if straight or turned else "silent"


def said(one: Statement) -> frozenset[str]:
    return frozenset((*one.relations, COUNTS_AS.get(one.relation, one.relation)))


def joins(row: Row, subject: Names, object_: Names) -> bool:
    return like(subject, row.subject, row.phrases[0]) and like(object_, row.object, row.phrases[1])


def like(ours: Names, theirs: Names, phrases: bool) -> bool:
    """Whether two things have a name in common; where names are phrases one may contain the other."""
    if ours & theirs:
        return True
    pairs = (sorted(pair, key=len) for pair in ((a, b) for a in ours for b in theirs)) if phrases else ()
    return any(len(short) >= 4 and short in long and len(short) >= 0.4 * len(long) for short, long in pairs)


def forms(texts: Iterable[str]) -> Names:
    plain = (DROPPED.sub("", unicodedata.normalize("NFKC", text)).lower() for text in texts)
    return frozenset(text for text in plain if text)


class Sides:
    """The names by which the sides of a statement may be known within a part."""

    def __init__(self, folder: Folder) -> None:
        self.entities: Mapping[str, Entity] = {one.id: one for one in folder.entities}
        self.said = [one for one in folder.statements if one.status in ("asserted", "proposed")]

    @cached_property
    def behind(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """Relation -> object -> subjects: who issues, who answers for, what holds a provision."""
        table: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        for one in self.said:
            subjects = table[one.relation].get(one.object.id, ())
            table[one.relation][one.object.id] = (*subjects, one.subject.id)
        return table

    def names(self, one: Statement, evidence: Evidence, side: str, part: Part) -> Names:
        """Names, aliases, wordings in the part; a provision as subject also goes by what stands behind it."""
        id_ = one.subject.id if side == "subject" else one.object.id
        found = evidence.subject if side == "subject" else evidence.object
        known = [self.entity(id_, part), forms([found.text] if found else [])]
        if side == "subject":
            known += [self.entity(holder, part) for holder in self.holders(id_)]
        return frozenset().union(*known)

    def entity(self, id_: str, part: Part) -> Names:
        one = self.entities[id_]
        inside = (mention.text for mention in one.mentions if part.holds(mention.source, mention.start))
        return forms((one.name, *one.aliases, *inside))

    def holders(self, provision: str, depth: int = 0) -> Iterator[str]:
        """Who answers for a provision, what holds it, and who issued that."""
        if "Provision" not in self.entities[provision].classes or depth > DEEPEST:
            return
        yield from self.behind["responsibleFor"].get(provision, ())
        for holder in self.behind["hasProvision"].get(provision, ()):
            yield from (holder, *self.behind["issues"].get(holder, ()), *self.holders(holder, depth + 1))


def read_gold(folder: Folder, gold: Path) -> Iterator[Part]:
    """The parts whose source the graph holds. Raises ChuanyuError where the folder is no gold set."""
    sources = {PurePosixPath(document.source).name: document.source for document in folder.documents}
    try:
        with (gold / "texts.tsv").open(encoding="utf-8", newline="") as table:
            listed = [(key, name, int(start), int(end)) for key, name, start, end in csv.reader(table, delimiter="\t")]
        for key, name, start, end in listed:
            if name in sources:
                text = folder.text(sources[name])
                lines = (gold / f"{key}.triples.jsonl").read_text(encoding="utf-8").split("\n")
                rows = tuple(_row(json.loads(line), text, start, end) for line in lines if line.strip())
                yield Part(sources[name], start, end, rows)
    except (OSError, ValueError, KeyError) as error:
        raise ChuanyuError(f"{gold} is no gold set (texts.tsv, KEY.triples.jsonl): {error}.",
                           f"{gold}不是标注集（texts.tsv、KEY.triples.jsonl）：{error}。") from error


def _row(row: Mapping[str, Any], text: str, start: int, end: int) -> Row:
    places, quote, at = [], row["quote"], start
    while quote and (at := text.find(quote, at, end)) >= 0:
        places.append((at, at + len(quote)))
        at += 1
    subject, object_ = (forms([side["label"], *side.get("accept", [])]) for side in (row["s"], row["o"]))
    return Row(frozenset((row["p"], *row.get("accept_p", []))), subject, object_,
               (row["s"]["class"] in PHRASES, row["o"]["class"] in PHRASES), tuple(places))
