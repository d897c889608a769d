"""Aims: the sections of a plan that only orient, where one thing is said all the same: what will stand in the end, and which
sorts of actors there shall be."""
from __future__ import annotations

import re
from dataclasses import replace

from loaders.clauses import Sentence
from loaders.items import top
from loaders.statements.acts.predicates import Predicates
from loaders.statements.atoms import Atom

REACHED = re.compile("建成|打造|创建|搭建|引育|建设[^、,]{4,}|[三四五六七八]大[^,。]{2,8}建设$")


def reached(predicates: Predicates, sentence: Sentence, title: str) -> list[Atom]:
    """打造甲产业高地, 引育一批乙企业: built and helped, unless it is what the document's title names already, a slogan
    without a name, or only counted (建成平台15个)."""
    text = predicates.cast.text
    clauses = tuple(clause for clause in sentence.clauses if REACHED.search(text, clause.start, clause.end))
    if not clauses or not predicates.scene.normative:
        return []
    return [atom for atom in predicates.read(replace(sentence, clauses=clauses)) if "value" not in atom.qualifiers
            and (atom.relation == "builds" or (atom.relation == "supports" and top(atom.object.class_) == "AgentGroup"))
            and atom.object.name[-6:] not in title]
