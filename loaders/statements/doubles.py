"""Doubles: statements that another statement of the same words already makes."""
from __future__ import annotations

from collections.abc import Iterable

from loaders.statements.atoms import Atom
from ontology.records import Found

READ_AGAIN = (".deal", ".made", ".tie")  # rules that only say again what a verb said already
BRAND = 2  # characters of a brand at the head of a model's name
COUNTING = frozenset({"memberOf", "builds", "uses", "produces"})


def inside(atom: Atom, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether the object stands in a grant: its terms are no statements of their own."""
    found = atom.object_found
    return found is not None and any(start <= found.start and found.end <= end for start, end in spans)


def told(read: Iterable[Atom]) -> list[Atom]:
    """Without the maker that a model's name alone gives where the sentence says that one of that name, or a branch, makes
    it (甲汽车成都分公司生产甲07), without what a deal says again, and without the cooperation that supply is."""
    said = list(read)
    pairs = {(atom.subject_found, atom.object_found) for atom in said if atom.relation == "suppliesTo"}
    said = [atom for atom in said if not (
        (atom.relation == "cooperatesWith" and {(atom.subject_found, atom.object_found), (atom.object_found, atom.subject_found)} & pairs)
        or again(atom, said))]
    # 甲、乙等企业联合丙: not 甲 and these firms
    inside = {(atom.subject.id, atom.object.id) for atom in said if atom.relation == "memberOf"}
    said = [atom for atom in said if atom.relation != "cooperatesWith" or not {
        (atom.subject.id, atom.object.id), (atom.object.id, atom.subject.id)} & inside]
    made = [atom for atom in said if atom.relation == "produces" and atom.rule != "produces.name"]
    return [atom for atom in said if atom.rule != "produces.name" or not any(
        other.object.id == atom.object.id and other.subject.name != atom.subject.name and (
            atom.subject.name in other.subject.name or atom.object.name[:BRAND] in other.subject.name) for other in made)]


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


def again(atom: Atom, read: Iterable[Atom]) -> bool:
    """Whether a verb said it before, or said it of characters that hold the object (甲技术 of 乙甲技术)."""
    return atom.rule.endswith(READ_AGAIN) and any(
        (one.relation, one.subject.id) == (atom.relation, atom.subject.id) and not one.rule.endswith(READ_AGAIN) and (
            one.object.id == atom.object.id or overlap(one.object_found, atom.object_found)) for one in read)


def overlap(one: Found | None, other: Found | None) -> bool:
    """Whether two names stand on the same characters."""
    return one is not None and other is not None and one.start < other.end and other.start < one.end
