"""Derived policies: 根据《甲》,…制定《乙》 says that 乙 rests on 甲, whoever drew it up."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses import Part, Sentence
from loaders.items import top
from loaders.phrases import Phrase
from loaders.statements.acts.relatives import before_of
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom
from loaders.statements.frames import frames
from loaders.statements.naming import some

KINDS = {"object": "verbs", "preposition": "prepositions"}


def derived(voice: Voice, sentence: Sentence, atoms: Sequence[Atom]) -> Iterator[Atom]:
    """The atoms of a sentence with what they rest on put upon the policy that it draws up, else upon the one explained."""
    parts = [part for clause in sentence.clauses for part in clause.parts]
    made = [actor for at, part in enumerate(parts) if part.kind == "verb" and calls("issues", part)
            and not before_of(voice, part)
            for actor in policies(voice, behind(parts, at))]
    told = voice.scene.told
    subject = made[0] if made else Actor(told, None) if told else None
    bases = [actor for clause in sentence.clauses for at, part in enumerate(clause.parts)
             if part.kind in ("verb", "preposition") and calls("basedOn", part)
             for following in listed(clause.parts[at + 1:]) for actor in policies(voice, following)]
    for atom in atoms:
        own = subject is None or atom.relation != "basedOn"
        if own or (subject and atom.object.id != subject.ref.id):
            yield atom if own or subject is None else replace(atom, subject=subject.ref, subject_found=subject.found)
    said = {atom.object.id for atom in atoms if atom.relation == "basedOn"}
    for base in bases if subject else ():
        if subject and base.ref.id not in said and all(base.ref.id != one.ref.id for one in (subject, *made)):
            yield voice.tie("basedOn", subject, base, "basedOn.derived")


def listed(parts: Sequence[Part]) -> Iterator[Phrase]:
    """The phrases behind a word, over adverbs and verbs that it is chained with: all that its list names (根据甲部等部门《乙》
    和《丙》)."""
    first = next((n for n, part in enumerate(parts) if part.phrase), len(parts))
    for part in parts[first:]:
        if part.kind in ("verb", "preposition"):
            return
        if part.phrase:
            yield part.phrase


def calls(relation: str, part: Part) -> bool:
    """Whether a word calls a frame of the relation."""
    return any(frame.relation == relation and "ending" not in frame.words for construction, place in KINDS.items()
               for frame in frames().called(construction, place, part.text))


def behind(parts: Sequence[Part], at: int) -> Phrase | None:
    """The phrase behind a verb or preposition, over adverbs and verbs that it is chained with."""
    following = next((part for part in parts[at + 1:] if part.kind not in ("adverb", "verb")), None)
    return following.phrase if following else None


def policies(voice: Voice, phrase: Phrase | None) -> tuple[Actor, ...]:
    """The titles and events that a phrase names; what only a class word calls (实施细则) rests on nothing here."""
    whole = replace(phrase, items=(*phrase.items, *((phrase.summary,) if phrase.summary else ())), summary=None) if phrase else None
    found = some(voice.cast, whole, ("Policy", "Event"))
    own = voice.cast.policy
    return tuple(actor for actor in found if actor.found and (
        top(actor.ref.class_) == "Event" or "《" in actor.found.text or (own and actor.ref.id == own.id)))
