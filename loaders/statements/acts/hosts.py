"""Hosts: who hosts, helps and guides the event that a sentence of what rules announces, and where it is held."""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

from loaders.clauses import Sentence
from loaders.course import Ref
from loaders.items import top
from loaders.knowledge import group_of, knowledge, listed
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.fields import units
from loaders.statements.naming import place, read_span, refer, some
from ontology.records import Found

words = partial(group_of, "hosts")  # a group of the words under a key

@cache
def hosting() -> re.Pattern[str]:
    """甲局主办."""
    return re.compile(r"(?P<who>[^,，;；。:：\n]*?[^,，;；。:：\n的由])(?:共同|联合)?"
                      rf"(?P<verb>{words('does')})(?=[,，;；。、的]|$)")


@cache
def listing() -> re.Pattern[str]:
    """主办单位为甲局."""
    return re.compile(rf"(?P<verb>{words('offices')})(?:单位|方|机构)(?:分别)?(?:为|是|有|包括|[:：])(?P<who>[^,，;；。\n]+)")


@cache
def calling() -> re.Pattern[str]:
    """甲会牵头,会同|乙行、丙公司|等单位举办."""
    return re.compile(r"(?:会同|联合|携手|联手)(?P<who>[^,，;；。:：\n]{2,60}?)(?:等(?:有关|相关)?(?:单位|部门|企业|机构)?)?(?:共同)?"
                      rf"(?:[,，]|{words('does')}|举办|召开|组织|开展)")


@cache
def holding() -> re.Pattern[str]:
    """在甲馆举行."""
    return re.compile(r"(?:在|于|移师)(?P<where>[^,，;；。在于]{2,24}?)(?:隆重|盛大|正式|如期)?"
                      rf"{words('held')}(?=[,，;；。]|$)")


def relation_of(role: str) -> str:
    """Who guides or supports an event contributes to it."""
    return "contributesTo" if role in listed("hosts", "lends") else "organizes"


def hosted(voice: Voice, sentence: Sentence, said: Sequence[Atom]) -> list[Atom]:
    """The atoms of a sentence with those about an event that it names, else about the one named last. Where a clause lists
    its hosts, nobody whom another clause names is one of them."""
    text = voice.cast.text[sentence.start:sentence.end]
    found = [*hosting().finditer(text), *listing().finditer(text)]
    event = announced(voice, sentence, bool(found))
    if event is None:
        return list(said)
    spans = {match["verb"]: (sentence.start + match.start("who"), sentence.start + match.end("who")) for match in found}
    kept = [atom for atom in said if not (atom.rule == "organizes.task" and elsewhere(atom, spans))]
    return [*kept, *hosts(voice, sentence, found, event, kept)]


@cache
def lending() -> re.Pattern[str]:
    """甲局指导; 甲院提供学术支持."""
    return re.compile(rf"(?P<who>[^,，;；。]+?)(?:共同|联合|全程|特别|独家)*(?:提供[^,，;；。]{{0,6}})?(?P<verb>{words('lends')})"
                      "(?=[,，;；。、]|$)")


def lent(voice: Voice, sentence: Sentence, said: Sequence[Atom]) -> Iterator[Atom]:
    """In news, those who lend a hand to the event that the sentence names hosts of (由甲局指导,乙会主办,丙院提供学术支持)."""
    event = next((atom.object for atom in reversed(said) if atom.relation == "organizes"), None)
    known = {atom.subject.id for atom in said if atom.relation in ("organizes", "contributesTo")}
    for clause in sentence.clauses if event else ():
        match = lending().match(voice.cast.text, clause.start, clause.end)
        start = match.start("who") + match["who"].rfind("由") + 1 if match else 0
        for ref, where in units(voice.cast, start, match.end("who")) if match else ():
            if event and match and ref.id not in known and ref.id != event.id and fits("contributesTo", ref.class_, event.class_):
                known.add(ref.id)
                yield voice.tie("contributesTo", Actor(ref, where), Actor(event, None), "contributesTo.lent", {"role": match["verb"]})


def elsewhere(atom: Atom, spans: Mapping[str, tuple[int, int]]) -> bool:
    """Whether who is said to host stands outside of the lists of hosts: of its own role's, where there is one."""
    role, where = str(atom.qualifiers.get("role")), atom.subject_found
    own = [spans[role]] if role in spans else list(spans.values())
    return bool(own) and where is not None and not any(first <= where.start < last for first, last in own)


def hosts(voice: Voice, sentence: Sentence, found: Sequence[re.Match[str]], event: Actor, said: Sequence[Atom]) -> Iterator[Atom]:
    """Who hosts or helps the event and where it is held, where that is not said already."""
    text = voice.cast.text[sentence.start:sentence.end]
    told = {(atom.relation, atom.subject.id, atom.object.id) for atom in said}
    for match in found:
        start = max(match.start("who"), match.start("who") + match["who"].rfind("由") + 1)
        for ref, where in units(voice.cast, sentence.start + start, sentence.start + match.end("who")):
            relation = relation_of(match["verb"])
            if (relation, ref.id, event.ref.id) not in told and fits(relation, ref.class_, event.ref.class_):
                told.add((relation, ref.id, event.ref.id))
                yield voice.tie(relation, Actor(ref, where), event, f"{relation}.hosts", {"role": match["verb"]})
    for match in calling().finditer(text) if any(atom.relation == "organizes" for atom in said) else ():
        for ref, where in units(voice.cast, sentence.start + match.start("who"), sentence.start + match.end("who")):
            if ("organizes", ref.id, event.ref.id) not in told and fits("organizes", ref.class_, event.ref.class_):
                told.add(("organizes", ref.id, event.ref.id))
                yield voice.tie("organizes", Actor(ref, where), event, "organizes.hosts")
    for held in holding().finditer(text):
        start, end = sentence.start + held.start("where"), sentence.start + held.end("where")
        spots = some(voice.cast, read_span(voice.cast, start, end), ("Park", "Region", "Place"))
        if not spots and not re.search(r"\d", held["where"]) and (venue := voice.cast.named(held["where"], "Place")):
            spots = (Actor(venue, Found(start, end, held["where"])),)
        for spot in spots[-1:]:
            if ("locatedIn", event.ref.id, spot.ref.id) not in told and fits("locatedIn", event.ref.class_, spot.ref.class_):
                yield voice.tie("locatedIn", event, spot, "locatedIn.held")


def announced(voice: Voice, sentence: Sentence, hosted: bool) -> Actor | None:
    """The event that a sentence names, else, where it names hosts, the one that the text named last."""
    for clause in sentence.clauses:
        for item in (item for part in clause.parts if part.phrase for item in part.phrase.named):
            if not item.generic and (ref := refer(voice.cast, item, ("Event",))):
                return Actor(ref, place(voice.cast, item))
    last = voice.cast.last("Event", at=sentence.start) if hosted else None
    return Actor(last, None) if last else None


def labelled(voice: Voice, start: int, end: int, label: str) -> Iterator[Atom]:
    """主办单位:甲局, under an event that the text has named."""
    event: Ref | None = voice.cast.last("Event", at=start)
    role = knowledge("organizes")["hosts"].get(label, "")
    for ref, where in units(voice.cast, start, end) if event and role else ():
        relation = relation_of(role)
        if event and top(event.class_) == "Event" and fits(relation, ref.class_, event.class_):
            yield voice.tie(relation, Actor(ref, where), Actor(event, None), f"{relation}.label", {"role": role})
