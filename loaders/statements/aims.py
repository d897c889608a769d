"""Aims: the sections of a plan that only orient, where one thing is said all the same: what will stand in the end."""
from __future__ import annotations

from dataclasses import replace

from loaders.clauses import Sentence
from loaders.statements.acts.predicates import Predicates
from loaders.statements.atoms import Atom

TITLES = ("目标", "愿景")
REACHED = "建成"


def aims(title: str) -> bool:
    """Whether the title is that of a section of aims."""
    return title.endswith(TITLES)


def reached(predicates: Predicates, sentence: Sentence, title: str) -> list[Atom]:
    """到2030年,建成甲产业高地: built, unless it is what the document's title names already or only counted (建成平台15个)."""
    text = predicates.cast.text
    clauses = tuple(clause for clause in sentence.clauses if REACHED in text[clause.start:clause.end])
    if not clauses or not predicates.scene.normative:
        return []
    return [atom for atom in predicates.read(replace(sentence, clauses=clauses)) if atom.relation == "builds"
            and "value" not in atom.qualifiers and atom.object.name[-6:] not in title]
