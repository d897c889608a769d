"""Hosts: who hosts, helps and guides the event that a sentence of what rules announces, and where it is held."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.clauses import Sentence
from loaders.items import top
from loaders.knowledge import knowledge
from loaders.resolution import Ref
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.fields import units
from loaders.statements.naming import place, read_span, refer, some
from ontology.records import Found

HOSTING = re.compile(r"(?P<who>[^,，;；。:：\n]*?[^,，;；。:：\n的由])(?:共同|联合)?"
                     r"(?P<verb>主办|承办|协办|指导|联办)(?=[,，;；。、的]|$)")
LISTED = re.compile(r"(?P<verb>主办|承办|协办|支持|指导|联合主办|组织|举办)(?:单位|方|机构)"
                    r"(?:分别)?(?:为|是|有|包括|[:：])(?P<who>[^,，;；。\n]+)")
HELD = re.compile(r"(?:在|于|移师)(?P<where>[^,，;；。在于]{2,24}?)(?:隆重|盛大|正式|如期)?"
                  r"(?:举行|举办|召开|开幕|启幕|开展)(?=[,，;；。]|$)")
RELATIONS = {"协办": "contributesTo", "指导": "contributesTo", "支持": "contributesTo"}


def hosted(voice: Voice, sentence: Sentence, said: Sequence[Atom]) -> list[Atom]:
    """The atoms of a sentence with those about an event that it names, else about the one named last. Where a clause lists
    its hosts, nobody whom another clause names is one of them."""
    text = voice.cast.text[sentence.start:sentence.end]
    found = [*HOSTING.finditer(text), *LISTED.finditer(text)]
    event = announced(voice, sentence, bool(found))
    if event is None:
        return list(said)
    listed = {match["verb"]: (sentence.start + match.start("who"), sentence.start + match.end("who")) for match in found}
    kept = [atom for atom in said if not (atom.rule == "organizes.task" and listed and atom.subject_found and not any(
        first <= atom.subject_found.start < last for first, last in listed.values()))]
    kept = [atom for atom in kept if not (atom.rule == "organizes.task" and (span := listed.get(str(atom.qualifiers.get("role"))))
                                          and atom.subject_found and not span[0] <= atom.subject_found.start < span[1])]
    return [*kept, *hosts(voice, sentence, found, event, kept)]


def hosts(voice: Voice, sentence: Sentence, found: Sequence[re.Match[str]], event: Actor, said: Sequence[Atom]) -> Iterator[Atom]:
    """Who hosts or helps the event and where it is held, where that is not said already."""
    text = voice.cast.text[sentence.start:sentence.end]
    told = {(atom.relation, atom.subject.id, atom.object.id) for atom in said}
    for match in found:
        start = max(match.start("who"), match.start("who") + match["who"].rfind("由") + 1)
        for ref, where in units(voice.cast, sentence.start + start, sentence.start + match.end("who")):
            relation = RELATIONS.get(match["verb"], "organizes")
            if (relation, ref.id, event.ref.id) not in told and fits(relation, ref.class_, event.ref.class_):
                told.add((relation, ref.id, event.ref.id))
                yield voice.tie(relation, Actor(ref, where), event, f"{relation}.hosts", {"role": match["verb"]})
    for held in HELD.finditer(text):
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
        relation = RELATIONS.get(role, "organizes")
        if event and top(event.class_) == "Event" and fits(relation, ref.class_, event.class_):
            yield voice.tie(relation, Actor(ref, where), Actor(event, None), f"{relation}.label", {"role": role})
