"""Circumstances: when a thing is done or until when, and the money that goes into it: 到2025年建成X, 投资10亿元新建Y."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from loaders.clauses import Clause, Sentence
from loaders.indicators import governing, set_by
from loaders.lexicon import load
from loaders.statements.atoms import Atom
from loaders.values import When, quantities
from ontology.records import Value

WORKING = ("builds", "undertakes")  # what a firm spends on
NEAR = 4  # characters around a sum (投资约2亿元左右)


@dataclass(frozen=True)
class Terms:
    """The words of `circumstances.yaml`."""

    relations: frozenset[str]
    funded: frozenset[str]
    invests: frozenset[str]
    ahead: frozenset[str]
    times: frozenset[str]


@cache
def terms() -> Terms:
    """Read once."""
    return Terms(**{name: frozenset(words.split() if isinstance(words, str) else words)
                    for name, words in load("circumstances").items()})


def circumstances(atoms: Iterable[Atom], sentence: Sentence, text: str, year: int | None) -> Iterator[Atom]:
    """The atoms of a sentence with the date or deadline and the money that hold where their object is named; money for
    several things of a clause is nobody's own."""
    times = dict(timed(sentence, text, year))
    placed = [(atom, around(atom, sentence)) for atom in atoms]
    for atom, clause in placed:
        at = atom.object_found or atom.subject_found
        if at and clause and not atom.rule.endswith(".grant"):
            said: dict[str, Value] = times.get(clause.start, {}) if atom.relation in terms().relations else {}
            beside = {one.object.id for one, other in placed if other is clause and one.relation == atom.relation}
            if atom.relation in terms().funded and len(beside) == 1:
                said = {**said, **(money(clause, text, at.start) or ahead(atom, clause, sentence, text, placed))}
            if not {"date", "deadline"} & set(atom.qualifiers):
                atom = replace(atom, qualifiers={**said, **atom.qualifiers})
        yield atom


def ahead(atom: Atom, clause: Clause, sentence: Sentence, text: str, placed: Iterable[tuple[Atom, Clause | None]]) -> dict[str, Value]:
    """The sum that a clause of its own says is spent, on what the next clause tells that the same one makes
    (投资2亿元,占地90亩,|建设X)."""
    number = sentence.clauses.index(clause)
    for n in range(number - 1, max(number - 4, -1), -1):
        before = sentence.clauses[n]
        if any(other is before and atom.relation in terms().funded for atom, other in placed) or (
                text[before.end:before.end + 1] in (";", "；")):
            return {}
        if said := spent(before, text):
            same = atom.relation in WORKING and (atom.subject_found is None or atom.subject_found.start < before.end)
            opens = same and clause.parts[0].kind in ("verb", "adverb", "preposition")
            return said if opens else {}
    return {}


def spent(clause: Clause, text: str) -> dict[str, Value]:
    """The sum that closes a clause, behind the verb that spends it."""
    verbs = [part for part in clause.parts if part.kind == "verb"]
    rest = text[verbs[-1].end:clause.end] if verbs and verbs[-1].text in terms().invests else ""
    one = next(iter(quantities(rest)), None)
    whole = one is not None and one.unit == "CNY" and one.value is not None and one.start <= NEAR and len(rest) - one.end <= NEAR
    if one is None or one.value is None or not whole:
        return {}
    return {"amount": one.value, "unit": "CNY", **({"operator": one.operator} if one.operator != "=" else {})}


def around(atom: Atom, sentence: Sentence) -> Clause | None:
    """The clause that names the object of an atom."""
    at = atom.object_found or atom.subject_found
    return next((one for one in sentence.clauses if at and one.start <= at.start < one.end), None)


def timed(sentence: Sentence, text: str, year: int | None) -> Iterator[tuple[int, dict[str, Value]]]:
    """For each clause where one holds, its start and the date or deadline.

    A date before the verb times its clause; one that fills a clause the next one too, a deadline all that follow.
    """
    dated = governing(text[sentence.start:sentence.end], year)
    held: dict[str, Value] = {}
    for number, clause in enumerate(sentence.clauses):
        opening, bare = before_verb(clause), not any(part.kind in ("verb", "phrase") for part in clause.parts)
        whens = [when for when in dated if clause.start <= sentence.start + when.start < opening
                 and free(clause, sentence.start + when.start)]
        now = said(whens[-1], clause, sentence, text, year) if whens else held
        if whens:
            leads = text[clause.start:sentence.start + whens[0].start].strip("到至在于从自截 ") == ""
            held = now if bare or (leads and number == 0 and "deadline" in now) else {}
        elif text[clause.start - 1:clause.start] in (";", "；") and not bare:
            held, now = {}, {}
        if now and not bare:
            yield clause.start, now
            held = held if "deadline" in held else {}


def before_verb(clause: Clause) -> int:
    """Where the words end that may time a clause: its first verb that says more than what is aimed at."""
    verbs = (part for part in clause.parts if part.kind == "verb" and part.text not in terms().ahead)
    return next((part.start for part in verbs), clause.end)


def free(clause: Clause, at: int) -> bool:
    """Whether a date stands by itself, not in what a preposition speaks of (对2022年新建的工厂)."""
    before = next((part for part in reversed(clause.parts) if part.end <= at), None)
    return before is None or before.kind != "preposition" or before.text in terms().times


def said(when: When, clause: Clause, sentence: Sentence, text: str, year: int | None) -> dict[str, Value]:
    """The date of what has happened, the deadline of what is to come; none for a span that is past."""
    horizon = set_by(text[sentence.start:sentence.end], when, year)
    coming = horizon.kind == "target" or any(part.text in terms().ahead for part in clause.parts)
    if coming:
        return {"deadline": when.last or when.iso}
    return {} if when.last else {"date": when.iso}


def money(clause: Clause, text: str, at: int) -> dict[str, Value]:
    """The sum that stands between 投资 and the verb that says for what."""
    verbs = [part for part in clause.parts if part.kind == "verb"]
    for part, after in pairwise(verbs):
        if part.text in terms().invests and part.end <= at:
            sums = [one for one in quantities(text[part.end:after.start]) if one.unit == "CNY" and one.value is not None]
            if sums and sums[0].value is not None:
                more: dict[str, Value] = {"operator": sums[0].operator} if sums[0].operator != "=" else {}
                return {"amount": sums[0].value, "unit": "CNY", **more}
    return {}
