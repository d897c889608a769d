"""Ranks: several that are counted as one whole: 甲、乙、丙基地合称丁公司的三大基地, 甲是丁公司五大工厂之一."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.clauses import Part
from loaders.items import ACTORS, top
from loaders.lexicon import lexicon
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.being.witness import PLACES, Witness, known
from loaders.statements.naming import some

WHOLE = re.compile("(?:了|着)?"
                   "(?:[^,，。;；、]{2,30}?(?:打造|培育|发展|建设|布局|构建|确定|明确|规划|选定|认定|扶持|支持)的)?"
                   "(?P<owner>[^,，。;；、的]{2,14}?)?的?"
                   "(?P<name>(?:全球|全国|国内|全市|全省|全区|西部|西南)?(?:[2-9]|1[0-9]|[两三四五六七八九十]{1,2})大[^,，。;；、的]{2,14}?)"
                   "(?P<one>之一)?(?:来?[重加全]?[点快力]?(?:打造|培育|发展|建设|推进|扶持))?")
MEMBERS = (ACTORS - {"AgentGroup", "Agency", "Person"}) | {"Project", "Technology", "Product", "Event"}
PLANTS = ("基地", "工厂")


def ranked(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """The whole that a clause counts, with those that make it up."""
    at = next((n for n, part in enumerate(parts) if n and part.text in known().ranking and part.kind in ("verb", "preposition")), None)
    said = WHOLE.fullmatch(witness.cast.text, parts[at].end, parts[-1].end) if at is not None else None
    if at is not None and said is None and parts[at].text in known().parting:
        said = WHOLE.fullmatch(witness.cast.text, parts[0].start, parts[at].start)  # 甲公司的三大基地分别是乙、丙、丁
    head = lexicon().head(said["name"]) if said else None
    if at is None or said is None or head is None or not head[1]:
        return
    taken = [n + 1 for n, part in enumerate(parts[:at]) if part.kind == "preposition" and part.text in ("把", "将")]
    aside = parts[:at] if said.start() > parts[0].start else parts[at:]
    fronts = [parts[n].phrase for n in taken] or [part.phrase for part in aside if part.phrase]
    found = tuple(actor for front in fronts for actor in some(witness.cast, front, MEMBERS))
    found = (*it(witness, parts, found, head[0]), *found) or witness.front
    if said["one"] is None and len(found) < 2:
        return
    name = f"{said['owner'] or ''}{said['name']}"
    if whole := witness.cast.named(name, lexicon().proper.get(*head)):
        witness.cast.mention(whole, said.start("owner") if said["owner"] else said.start("name"), said.end("name"))
        yield from (one for actor in found for one in belongs(witness, actor, Actor(whole, None)))


def it(witness: Witness, parts: Sequence[Part], beside: Sequence[Actor], word: str) -> tuple[Actor, ...]:
    """它 beside other plants is the last one spoken of (它和甲基地合称…)."""
    if parts[0].text != "它" or not beside or word not in PLANTS:
        return ()
    ref = next((ref for kind in ("Project", "Park") if (ref := witness.cast.last(kind, word, parts[0].start))), None)
    return (Actor(ref, None),) if ref else ()


def belongs(witness: Witness, actor: Actor, whole: Actor) -> Iterator[Atom]:
    """A place or a work is part of it, a body a member."""
    relation = "memberOf" if fits("memberOf", actor.ref.class_, whole.ref.class_) and top(actor.ref.class_) not in PLACES else "partOf"
    if actor.ref.id != whole.ref.id and fits(relation, actor.ref.class_, whole.ref.class_):
        yield witness.tied(relation, actor, whole, "rank")
