"""Slogans: which headings say something of somebody (甲公司建成乙工厂), and which only call upon whoever reads (共建创新平台)."""
from __future__ import annotations

from loaders.blocks import Block
from loaders.clauses import read_sentence
from loaders.items import top
from loaders.statements.acts.charges import ANSWERING
from loaders.statements.measures.awards import granted
from loaders.statements.naming import actors
from loaders.statements.speaking import Speaking
from loaders.words import Mark

SPECIAL = ("Project", "Platform", "Park", "Firm", "Institution", "Event")
LONG = 26  # characters of a heading with a comma in it, at most: what is longer is a sentence
KINDS = "infra."  # keys of kinds of works (换电站) in the gazetteer


def alone(speaking: Speaking, block: Block) -> bool:
    """Whether the heading is all that its section says."""
    return not any(other.section.startswith(block.section) and other is not block
                   and other.kind in ("text", "row", "heading") for other in speaking.parts.blocks) or names(speaking, block)


def names(speaking: Speaking, block: Block) -> bool:
    """Whether a heading is a sentence about somebody named, or of what somebody does, not a slogan."""
    if any(block.start <= mark.start < block.end and top(mark.classes[0]) in ("Firm", "Institution") for mark in speaking.cast.marks):
        return True
    if granted(speaking.text, block.start, block.end):
        return True
    clauses = read_sentence(speaking.text, block.start, block.end, speaking.cast.marks).clauses
    if len(clauses) > 1 and (block.end - block.start > LONG or special(speaking, block.start, block.end)):
        return True
    parts = clauses[0].parts if clauses else ()
    return len(clauses) > 1 and any(part.kind == "verb" for part in parts[1:]) and bool(actors(speaking.cast, parts[0].phrase, ANSWERING))


def special(speaking: Speaking, start: int, end: int) -> bool:
    """Whether a slogan speaks of one work, firm or the like by its name (建设甲走廊), not of a kind (共建创新平台)."""
    sentence = read_sentence(speaking.text, start, end, speaking.cast.marks)
    items = [item for clause in sentence.clauses for part in clause.parts if part.phrase for item in part.phrase.named]
    return any(top(item.class_) in SPECIAL and (item.proper or (item.mark and not is_kind(item.mark))) for item in items)


def is_kind(mark: Mark) -> bool:
    """Whether a name is that of a kind of works (换电站), of none of them alone."""
    return any(key.startswith(KINDS) for key in mark.keys)
