"""Bases and terms: the titles that a labelled basis names (政策依据:…), and the date that a labelled deadline says."""
from __future__ import annotations

from collections.abc import Iterator

from loaders.clauses import read_sentence, sentences
from loaders.course import Ref
from loaders.statements.acts.predicates import Predicates
from loaders.statements.atoms import Atom, Scene
from loaders.values import deadline
from ontology.records import Found, Value


def bases(scene: Scene, start: int, end: int, target: Ref) -> Iterator[Atom]:
    """The policies that a provision rests on, and who issued them."""
    cast = scene.cast
    yield from rested(scene, start, end, target, "basedOn.field")
    for first, last in sentences(cast.text, start, end):
        for atom in Predicates(scene).read(read_sentence(cast.text, first, last, cast.marks)):
            if atom.subject_found:
                yield atom


def rested(scene: Scene, start: int, end: int, target: Ref, rule: str) -> Iterator[Atom]:
    """The titles that a text rests on."""
    for mark in scene.cast.marks:
        ref = scene.cast.of_mark(mark) if mark.kind == "title" and start <= mark.start < end else None
        if ref and ref.id != target.id:
            scene.cast.mention(ref, mark.start, mark.end)
            yield Atom("basedOn", target, ref, rule, start, end, scene.section,
                       object_found=Found(mark.start, mark.end, mark.text))


def until(text: str, year: int | None) -> dict[str, Value]:
    """The deadline of a task as qualifiers."""
    iso, words = deadline(text, year)
    said: dict[str, Value] = {}
    if iso:
        said["deadline"] = iso
    if words:
        said["deadlineText"] = words
    return said
