"""Statements: atoms with ids, in the order of the text."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from loaders.clauses import LONGEST
from loaders.drafts import digest
from loaders.resolution import Cast
from loaders.statements.atoms import Atom
from ontology.records import Evidence, Side, Statement
from ontology.vocabulary import vocabulary


def statements(atoms: Iterable[Atom], cast: Cast) -> Iterator[Statement]:
    """One statement an atom; the same atom read twice in one place is one."""
    seen: set[tuple[object, ...]] = set()
    ordinals: Counter[str] = Counter()
    for atom in sorted(atoms, key=lambda atom: (atom.start, atom.section, atom.relation, atom.rule)):
        once = (atom.relation, atom.subject.id, atom.object.id, atom.start, tuple(sorted(atom.qualifiers.items())))
        if once in seen or atom.subject.id == atom.object.id:
            continue
        seen.add(once)
        start, end = quoted(atom)
        parts = (cast.document, atom.section, atom.relation, wording(atom, "subject"), wording(atom, "object"))
        key = "\x1f".join(parts)
        ordinals[key] += 1
        yield Statement(
            digest(*parts, str(ordinals[key])), atom.relation, vocabulary().relations_up(atom.relation),
            Side(atom.subject.id, atom.subject.name), Side(atom.object.id, atom.object.name), atom.qualifiers,
            atom.status, Evidence(cast.document, cast.source, atom.section, start, end, cast.text[start:end],
                                  atom.rule, atom.subject_found, atom.object_found))


def wording(atom: Atom, side: str) -> str:
    """The side as found, else what it stands for."""
    found = atom.subject_found if side == "subject" else atom.object_found
    return found.text if found else (atom.subject if side == "subject" else atom.object).id


def quoted(atom: Atom) -> tuple[int, int]:
    """The evidence, cut around the wordings where a sentence is too long to quote."""
    if atom.end - atom.start <= LONGEST:
        return atom.start, atom.end
    places = [found for found in (atom.subject_found, atom.object_found) if found]
    first = max(atom.start, min((found.start for found in places), default=atom.start) - 200)
    return first, min(atom.end, first + LONGEST)
