"""Figures: what a paragraph measures and grants, as atoms."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from loaders.clauses import sentences
from loaders.grants import Grant, grants
from loaders.indicators import Figure, Horizon, indicators
from loaders.items import Item, single, top
from loaders.knowledge import any_of, listed
from loaders.phrases import phrase
from loaders.resolution import Cast, Ref
from loaders.statements.atoms import Atom, Scene, fits
from loaders.statements.naming import place, refer
from loaders.words import Mark, lexicon, words
from ontology.records import Found, Value
from ontology.vocabulary import vocabulary

NAMED = frozenset({"Region", "Park", "Firm", "Project", "Platform", "Institution"})
WORKS, BRAND = ("Project", "Platform", "Product"), "brand."
SETS = re.compile("(?:明确|确定|还|同时|并|对此)*(?:提出|指出|要求|规定|明确|确定|设定|定下|把|将|的)")
HOLDERS = frozenset({"Region", "Park", "Firm", "Project", "Platform", "AgentGroup", "Institution", "Agency", "Product",
                     "Technology", "Policy", "Event"})


def measured(scene: Scene, start: int, end: int, holder: Callable[[int], Ref | None],
             horizon: Horizon | None) -> Iterator[Atom]:
    """One atom for each figure of an indicator in a sentence; `holder` finds what is measured where the sentence names
    nothing before a place in the text, `horizon` is the time that the sentences before set."""
    cast = scene.cast
    kind = "target" if scene.normative else "achieved"
    setter, firm = announcing(cast, start, end), owning(cast, start, end)
    for figure in indicators(cast.text[start:end], year=scene.year, kind=kind, horizon=horizon,
                             known=known(cast, start, end)):
        first, last = start + figure.name_start, start + figure.name_end
        subject, found = owner(cast, figure, start)
        if subject is None and setter and figure.kind == "target" and setter[1].end <= first:
            subject, found = setter
        if subject is None and firm and not scene.normative:
            subject, found = firm
        subject = subject or holder(first)
        if subject is None:
            continue
        indicator = cast.made(figure.name, "Indicator", key=scene.section or "/")
        cast.mention(indicator, first, last)
        yield Atom("hasIndicator", subject, indicator, "hasIndicator.figure", start, end, scene.section,
                   qualifiers=said_of(figure), subject_found=found,
                   object_found=Found(first, last, cast.text[first:last]))


def known(cast: Cast, start: int, end: int) -> list[tuple[int, int]]:
    """The places, firms, brands and the like that a sentence names, as offsets in it."""
    return [(mark.start - start, mark.end - start) for mark in cast.marks
            if start <= mark.start and mark.end <= end and is_own(cast, mark)]


def is_own(cast: Cast, mark: Mark) -> bool:
    """Whether a mark names one thing that can be measured: a place or firm, a brand, a work that stands somewhere; a kind
    of works (换电站) is what is counted."""
    entries = [cast.names.entries[key] for key in mark.keys if key in cast.names.entries]
    if top(mark.classes[0]) in WORKS and entries:
        return any(entry.key.startswith(BRAND) or entry.links for entry in entries)
    return top(mark.classes[0]) in NAMED


def owning(cast: Cast, start: int, end: int) -> tuple[Ref, Found] | None:
    """The firm that a sentence opens with as the owner of what it tells of (甲公司的客车…,用户超过9万)."""
    mark = next((mark for mark in cast.marks if start <= mark.start and mark.end <= end), None)
    if mark is None or top(mark.classes[0]) != "Firm" or cast.text[start:mark.start].strip() or cast.text[mark.end] != "的":
        return None
    ref = cast.of_mark(mark)
    return (ref, Found(mark.start, mark.end, mark.text)) if ref else None


def announcing(cast: Cast, start: int, end: int) -> tuple[Ref, Found] | None:
    """The policy that a sentence opens with and whose targets it tells (《意见》提出,到2025年…)."""
    mark = next((mark for mark in cast.marks if start <= mark.start and mark.end <= end), None)
    if mark is None or top(mark.classes[0]) != "Policy" or re.search("[,，;；]", cast.text[start:mark.start]):
        return None
    ref = cast.of_mark(mark) if SETS.match(cast.text, mark.end, end) else None
    return (ref, Found(mark.start, mark.end, mark.text)) if ref else None


def owner(cast: Cast, figure: Figure, start: int) -> tuple[Ref | None, Found | None]:
    """What the figure measures where it is named in front."""
    if figure.holder is None:
        return None, None
    first, last = start + figure.holder[0], start + figure.holder[1]
    for item in reversed(named(cast, first, last)):
        ref = refer(cast, item, HOLDERS)
        if ref:
            cast.mention(ref, item.start, item.end)
            return ref, Found(item.start, item.end, item.text)
    return None, None


def said_of(figure: Figure) -> dict[str, Value]:
    """The qualifiers of an indicator's figure."""
    when = "deadline" if figure.kind == "target" else "date"
    values = {"value": figure.value, "valueMax": figure.value_max, "unit": figure.unit or None,
              "operator": figure.operator if figure.value is not None else None, "year": figure.year,
              when: figure.date, "baseline": figure.baseline, "kind": figure.kind, "condition": figure.level or None}
    return {key: value for key, value in values.items() if value is not None}


def granted(scene: Scene, start: int, end: int) -> tuple[list[Atom], list[tuple[int, int]]]:
    """The atoms of the grants of a paragraph, and the spans that they were read from."""
    found: list[Atom] = []
    spans: list[tuple[int, int]] = []
    for grant in grants(scene.cast.text[start:end]):
        if grant.beneficiary:
            spans.append((start + min(grant.start, grant.beneficiary[0]), start + grant.end))
            found += received(scene, grant, start, end)
    return found, spans


def received(scene: Scene, grant: Grant, start: int, end: int) -> Iterator[Atom]:
    """One atom for each receiver; payers that are named have atoms of their own."""
    cast = scene.cast
    if grant.beneficiary:
        first, last = start + grant.beneficiary[0], start + grant.beneficiary[1]
        sentence = around(cast.text, start, end, start + grant.start)
        for item in receiver(cast, first, last):
            ref, found = refer(cast, item, receivers(grant.relation)), place(cast, item)
            if ref is None and grant.relation == "subsidizes":
                ref, found = restricted(cast, item, receivers(grant.relation))
            if ref is None:
                continue
            cast.mention(ref, found.start, found.end)
            rule = f"{grant.relation}.grant"
            if not grant.spent and scene.default and fits(grant.relation, scene.default.class_, ref.class_):
                yield Atom(grant.relation, scene.default, ref, rule, *sentence, scene.section,
                           qualifiers=dict(grant.qualifiers), object_found=found)
            yield from paid(scene, grant, start, ref, found, sentence)


def restricted(cast: Cast, item: Item, classes: frozenset[str]) -> tuple[Ref | None, Found]:
    """A bare class word is named by all the words that restrict it, where it is what a grant is for (全新车型)."""
    start, end = item.whole
    found = Found(start, end, cast.text[start:end])
    wanted = item.generic and item.class_ in classes and end - start > len(item.text) and not re.match(
        any_of(listed("grants", "qualifying")), found.text)
    return cast.named(found.text, item.class_) if wanted else None, found


def paid(scene: Scene, grant: Grant, start: int, ref: Ref, found: Found, sentence: tuple[int, int]) -> Iterator[Atom]:
    """The part of each payer."""
    cast = scene.cast
    for payer in grant.payers:
        first, last = start + payer.start, start + payer.end
        for item in named(cast, first, last):
            who = refer(cast, item, ("Agency", "AgentGroup", "Firm", "Region"))
            if who:
                cast.mention(who, item.start, item.end)
                yield Atom(grant.relation, who, ref, f"{grant.relation}.payer", *sentence, scene.section,
                           qualifiers={**grant.qualifiers, **({"share": payer.share} if payer.share is not None else {})},
                           subject_found=Found(item.start, item.end, item.text), object_found=found)


def receivers(relation: str) -> frozenset[str]:
    """The classes that the relation may end at, with those below them."""
    terms = vocabulary()
    wanted = set(terms.relations[relation].range)
    return frozenset(name for name, term in terms.classes.items() if name in wanted or wanted & set(term.supers))


def receiver(cast: Cast, start: int, end: int) -> Sequence[Item]:
    """The one receiver of a span: its class word sums it up (甲、乙等运营企业); a list of names stays a list."""
    inside = words(cast.text, start, end, [mark for mark in cast.marks if start <= mark.start and mark.end <= end])
    read = phrase(inside, cast.text)
    if read is None:
        return ()
    if read.summary and top(read.summary.class_) == "AgentGroup":
        return (*(item for item in read.items if item.mark), read.summary)
    whole = single(inside, cast.text)
    if len(read.items) > 1 and all(is_own_thing(item) for item in read.items):
        return read.items
    return (whole,) if whole and whole.class_ not in ("", "abstract") and not any(item.mark for item in read.items) else read.named


def is_own_thing(item: Item) -> bool:
    """Whether an item of a list is a thing and no modifier of the next (智慧平台、智能工厂、示范企业; not 公交车、出租车企业)."""
    head = lexicon().head(item.text)
    return bool(head and head[1] not in ("", "Product", "Technology") and len(item.text) > 2 and not item.generic)


def named(cast: Cast, start: int, end: int) -> Sequence[Item]:
    """The things that the characters name."""
    inside = [mark for mark in cast.marks if start <= mark.start and mark.end <= end]
    read = phrase(words(cast.text, start, end, inside), cast.text)
    return read.named if read else ()


def around(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    """The sentence of `text[start:end]` that holds a place."""
    for first, last in sentences(text, start, end):
        if first <= at < last:
            return first, last
    return start, end
