"""Openings: what a phrase in front of the verb tells of who acts: a size, a part, a pointing word, nobody in particular."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.clauses import Part
from loaders.items import Item, top
from loaders.lexicon import lexicon
from loaders.phrases import Phrase
from loaders.referents.firms import is_piece
from loaders.resolution import Cast
from loaders.statements.acts.relatives import PLACES
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor
from loaders.statements.bare import PHASE, phase
from loaders.statements.modality import modality
from loaders.statements.naming import SUBJECTS
from ontology.records import Found

WORKS = ("Project", "Platform")
SIZE = re.compile("(?:计划|规划|预计|总|共|累计)*(?:投资额达?|投资|投入|耗资|斥资|占地面积|占地|建筑面积|用地面积|全长|产能)大?$")


def predicated(parts: Sequence[Part], at: int) -> bool:
    """Whether the phrase at `at` is what the clause speaks of: a verb follows, or it opens the clause and an adverb or
    preposition follows (甲公司|还|在成都…, 当前|甲市|正|以…为引领)."""
    after = parts[at + 1:]
    opens = all(part.kind == "adverb" for part in parts[:at])
    return any(part.kind == "verb" for part in after) or (
        opens and bool(after) and after[0].kind in ("adverb", "preposition")) or (
        at == 0 and not after and (sized(parts[0].text) or together(parts[0].phrase))) or (
        at == 0 and sized(parts[0].text) and all(part.kind == "join" or part.phrase for part in after))


def together(phrase: Phrase | None) -> bool:
    """Whether a phrase is all of a clause whose verb closes it (甲与乙|合作)."""
    return phrase is not None and phrase.tail in modality().meets


def side_of(voice: Voice, phrase: Phrase) -> bool:
    """Whether a phrase names only parts or sides of the model spoken of (这款车…,发动机由甲公司提供,座舱用上X)."""
    acting = voice.memory.actors
    return voice.cast.telling and bool(acting) and all(
        top(actor.ref.class_) == "Product" and voice.cast.maker(actor.ref) for actor in acting) and all(
        item.text in modality().sides or top(item.class_) == "Technology" or (
            item.class_ == "Product" and is_piece(item.text)) for item in phrase.named)


def both(voice: Voice, phrase: Phrase) -> tuple[Actor, ...]:
    """双方 are the two that met last, 这里 is the place spoken of last."""
    word = phrase.named[0].text
    if word == "这里" and len(voice.memory.topic) == 1 and plant(voice.memory.topic[0]):
        return (replace(voice.memory.topic[0], found=None),)
    if word in modality().here and not voice.scene.normative:
        place = next((ref for start, ref in reversed(voice.cast.spoken) if ref.class_ in PLACES and start < phrase.start and (
            word == "这里" or ref.class_ == "Region" or ref.name.endswith("区"))), None)
        return (Actor(place, None),) if place else ()
    if word == "集团" and (group := voice.cast.holding("集团", ("Firm",), phrase.start)):
        return (Actor(group, None),)
    pointed = word in modality().parties
    return tuple(replace(actor, found=Found(phrase.start, phrase.end, phrase.named[0].text)) if not actor.found else actor
                 for actor in (voice.memory.two if word[0] in "双两" else voice.memory.parties)) if pointed else ()


def plant(actor: Actor) -> bool:
    """Whether an actor is a plant, or a firm that the text names by one (甲汽车成都分公司, 甲汽车乙工厂)."""
    said = actor.found.text if actor.found else actor.ref.name
    return top(actor.ref.class_) in ("Project", "Firm") and said.endswith(("工厂", "基地", "分公司", "厂区"))


def sized(words: str) -> bool:
    """Whether the words speak of a size (占地面积, 总投资)."""
    return any(word in words for word in modality().sizes)


def measured(cast: Cast, phrase: Phrase) -> tuple[Actor, ...]:
    """What a measure opens with (甲工厂|占地面积, 甲公司乙项目|总投资)."""
    item = phrase.named[0]
    if item.first and top(item.first.classes[0]) == "Firm" and item.text.startswith("年产", item.first.end - item.start):
        made = cast.of_mark(item.first)  # 甲公司|年产电机9万台,配套乙公司
        return (Actor(made, Found(item.first.start, item.first.end, item.first.text)),) if made else ()
    if item.class_ not in ("abstract", "") or not sized(item.text):
        return ()
    name = SIZE.sub("", item.text)
    head = lexicon().head(name)
    if cast.telling and (name == "项目" or PHASE.fullmatch(name)) and (told := phase(cast, name, item.start)):
        return (Actor(told, Found(item.start, item.start + len(name), name)),)
    opening = item.first.text if item.first else ""
    base = head and head[1] == "Park" and item.first and top(item.first.classes[0]) == "Firm" and len(name) > len(opening) + len(head[0])
    firms = head and head[0] == "项目" and item.first and top(item.first.classes[0]) == "Firm"
    work = cast.named(name, head[1]) if head and (base or firms or (
        head[1] in WORKS and name != head[0] and (len(name) > len(opening) + 4 or coined(name, head[0])))) else None
    if work:
        firm = cast.of_mark(item.first) if item.first and top(item.first.classes[0]) == "Firm" else None
        if firm:
            cast.owners.setdefault(work.id, firm)
        if cast.telling:
            cast.mention(work, item.start, item.start + len(name))
        return (Actor(work, Found(item.start, item.start + len(name), name)),)
    if item.first is None or top(item.first.classes[0]) not in SUBJECTS:
        return ()
    ref = cast.of_mark(item.first) if item.first.classes[0] != "Region" else None
    return (Actor(ref, Found(item.first.start, item.first.end, item.first.text)),) if ref else ()


def coined(name: str, head: str) -> bool:
    """Whether what stands before a class word is no word of its own (星河|项目, not 整个|项目)."""
    rest = name.removesuffix(head)
    known = lexicon()
    return len(rest) == 2 and rest not in known.kinds and known.head(rest) is None


def unnamed(item: Item) -> bool:
    """A work, product or event by its class word alone, which nothing named before explains."""
    if item.text in ("系统", "技术", "集团"):
        return True
    return item.generic and not item.condition and not item.text.endswith("产品") and top(item.class_) in (
        "Project", "Park", "Platform", "Product", "Event")


def nobody(item: Item) -> bool:
    """Whether who acts is no one in particular (企业可…, 区县可…, 全国累计…)."""
    return item.text in modality().elsewhere or (
        item.generic and not item.condition and not item.count and top(item.class_) == "AgentGroup")
