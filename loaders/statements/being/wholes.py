"""Wholes: what a bracket or a restriction says of the parts of a place or a group: 甲区(包括乙园、丙园), 我市所在的经济圈."""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.clauses import Sentence, read_sentence
from loaders.definitions import defined_before
from loaders.items import ACTORS, top
from loaders.statements.atoms import Actor, Atom, Scene, fits
from loaders.statements.being.witness import found
from loaders.statements.naming import some
from loaders.words import marks_in

ASIDE = re.compile(r"[(（](?:主要|具体)?(?:包括|包含|涵盖|下辖)(?:但不限于|了)?(?P<parts>[^()（）]{2,120})[)）]")
BOARDS = re.compile("的?(?:(?:各个|各大|各)(?:功能)?|功能|[两三四五六七八九十]大|[0-9]个)(?:板块|片区|组团|分区|功能区)[^。；;\n]*?其中")
PLACES = ("Region", "Park")


def wholes(scene: Scene, sentence: Sentence) -> Iterator[Atom]:
    """The atoms of a sentence's brackets and restrictions."""
    for aside in ASIDE.finditer(scene.cast.text, sentence.start, sentence.end):
        whole = defined_before(scene.cast.text, sentence.start, aside.start(), scene.cast)
        listed = read_sentence(scene.cast.text, *aside.span("parts"), scene.cast.marks)
        phrases = [part.phrase for clause in listed.clauses for part in clause.parts if part.phrase]
        for part in (actor for phrase in phrases for actor in some(scene.cast, phrase, ACTORS)) if whole else ():
            if whole:
                yield from belongs(scene, sentence, part, Actor(whole, None))
    yield from boards(scene, sentence)
    for inner, outer in pairwise(marks_in(scene.cast.marks, sentence.start, sentence.end)):
        if scene.cast.text[inner.end:outer.start] in ("所在的", "所在"):
            place, around = scene.cast.of_mark(inner), scene.cast.of_mark(outer)
            if place and around:
                yield from belongs(scene, sentence, Actor(place, found(inner)), Actor(around, found(outer)))


def boards(scene: Scene, sentence: Sentence) -> Iterator[Atom]:
    """甲新区各片区错位发展,其中乙片区…,丙片区…: the parks named behind are parts of it; where a park of the gazetteer lies is
    known."""
    for mark in marks_in(scene.cast.marks, sentence.start, sentence.end):
        said = BOARDS.match(scene.cast.text, mark.end, sentence.end) if top(mark.classes[0]) in PLACES else None
        whole = scene.cast.of_mark(mark) if said else None
        named = [part.phrase for clause in sentence.clauses for part in clause.parts
                 if said and part.phrase and part.start >= said.end()]
        for part in (actor for phrase in named for actor in some(scene.cast, phrase, ("Park",))) if whole else ():
            if whole and part.ref.id not in scene.cast.names.entries:
                yield from belongs(scene, sentence, part, Actor(whole, found(mark)))


def belongs(scene: Scene, sentence: Sentence, part: Actor, whole: Actor) -> Iterator[Atom]:
    """A place is part of a place, a firm or agency a member of a group or platform."""
    relation = "partOf" if top(part.ref.class_) in PLACES and top(whole.ref.class_) in PLACES else "memberOf"
    if part.ref.id == whole.ref.id or top(part.ref.class_) == "AgentGroup" or not fits(relation, part.ref.class_, whole.ref.class_):
        return
    for actor in (part, whole):
        if actor.found:
            scene.cast.mention(actor.ref, actor.found.start, actor.found.end)
    yield Atom(relation, part.ref, whole.ref, f"{relation}.aside", sentence.start, sentence.end, scene.section,
               subject_found=part.found, object_found=whole.found)
