"""Doubles: statements that another statement of the same words already makes."""
from __future__ import annotations

from collections.abc import Iterable

from loaders.statements.atoms import Atom

COUNTING = frozenset({"memberOf", "builds", "uses", "produces"})


def inside(atom: Atom, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether the object stands in a grant: its terms are no statements of their own."""
    found = atom.object_found
    return found is not None and any(start <= found.start and found.end <= end for start, end in spans)


def joined(figure: Atom, read: Iterable[Atom]) -> bool:
    """Whether the figure only counts what another statement of the sentence counts (接入充电企业37家, 建成换电站12座), or how
    often an event is held (举办对接会6场)."""
    found, said = figure.object_found, figure.qualifiers
    counting = {*(COUNTING if said.get("kind") == "achieved" else ()), "organizes"}
    for atom in read if found and "year" not in said else ():
        other = atom.subject_found if atom.relation == "memberOf" else atom.object_found
        if found and other and atom.relation in counting and atom.qualifiers.get("value") == said.get("value") and (
                found.start <= other.start and other.end <= found.end):
            return True
    return False
