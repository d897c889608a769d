"""Openings: what a phrase in front of the verb tells of who acts: a size, a part, a pointing word, nobody in particular."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.clauses import Part
from loaders.course import Ref
from loaders.items import Item, top
from loaders.lexicon import lexicon
from loaders.phrases import Phrase
from loaders.referents.firms import is_piece
from loaders.resolution import Cast
from loaders.statements.acts.relatives import PLACES
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor
from loaders.statements.bare import PHASE, phase, spoken_of
from loaders.statements.modality import modality
from loaders.statements.naming import SUBJECTS, actors
from loaders.words import marks_in
from ontology.records import Found

WORKS = ("Project", "Platform")
PARTIES = re.compile(
    "(?:合作|签约|投资|参建|共建|缔约|上述|这|校企|政企|校地|政校|银企|地企|央地|政银|校校|村企|产学研)?"
    "(?P<count>[双两三四五六各多])(?:家|个|所)?(?P<kind>方|地|市|区|县|省|城|省市|区县|地区|家|企|企业|公司|车企|集团|单位|院校|高校|学校)")
COUNTS = {"双": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
KINDS = dict.fromkeys(("地", "市", "区", "县", "省", "城", "省市", "区县", "地区"), PLACES) | dict.fromkeys(
    ("企", "企业", "公司", "车企", "集团"), ("Firm",)) | dict.fromkeys(("院校", "高校", "学校"), ("Institution",))
SIZE = re.compile("(?:计划|规划|预计|总|共|累计)*(?:(?:设备|固定资产|基建)?投资|投资额达?|投入|耗资|斥资"
                  "|占地面积|占地|建筑面积|用地面积|全长|产能)大?$")


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
    """双方 and 三地 are those that met last, 这里 is the place spoken of last."""
    word = phrase.named[0].text
    if word == "这里" and len(voice.memory.topic) == 1 and plant(voice.memory.topic[0]):
        return (replace(voice.memory.topic[0], found=None),)
    if word in modality().here and not voice.scene.normative:
        place = next((ref for start, ref in reversed(voice.cast.spoken) if ref.class_ in PLACES and start < phrase.start and (
            word == "这里" or ref.class_ == "Region" or ref.name.endswith("区"))), None)
        place = (around(voice.cast, place, phrase.start) or place) if place else None
        return (Actor(place, None),) if place else ()
    return parties_of(voice, phrase, voice.cast.text[phrase.named[0].whole[0]:phrase.named[0].end])


def around(cast: Cast, place: Ref, at: int) -> Ref | None:
    """The park by whose name a place was spoken of last (甲区|经开区…,这里…), None where it was named alone."""
    start = max((start for start, ref in cast.spoken if ref == place and start < at), default=0)
    return next((ref for first, ref in cast.spoken if first <= start and ref.class_ == "Park" and any(
        one.start <= start < one.end and one.end - one.start > len(place.name) for one in cast.drafts[ref.id].mentions)), None)


def parties_of(voice: Voice, phrase: Phrase, words: str) -> tuple[Actor, ...]:
    """Those that 双方, 三家企业 or 两地 mean: the last ones that the text named together, as many and of the kind as is said."""
    said = PARTIES.fullmatch(words)
    if said is None and words not in modality().parties:
        return ()
    here = Found(phrase.start, phrase.end, words)
    line = voice.cast.text.rfind("\n", 0, phrase.start)
    together = [] if voice.scene.normative else [group for group in voice.memory.groups if any(
        actor.found and actor.found.start > line for actor in group)]
    count = COUNTS.get(said["count"] or "", 0) if said else 0
    of_kind = KINDS.get(said["kind"], ()) if said else ()
    met = voice.memory.two if count == 2 else voice.memory.parties
    fit = [group for group in (*together, met) if group and (not count or len(group) == count) and (
        not of_kind or all(top(actor.ref.class_) in of_kind for actor in group))]
    return tuple(replace(actor, found=here) if not actor.found else actor for actor in fit[-1]) if fit else ()


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
    if head and head[0] == name and (told := spoken_of(cast, replace(item, text=name, class_=head[1], generic=True), SUBJECTS)) and (
            told.name.endswith(name) or top(told.class_) == "Park"):
        return (Actor(told, Found(item.start, item.start + len(name), name)),)
    away = head and head[1] == "Park" and item.first is None and cast.telling and founded(cast, item, name, head[0])
    work = cast.named(name, head[1]) if head and (base or firms or away or (
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


def founded(cast: Cast, item: Item, name: str, head: str) -> bool:
    """Whether a firm that no list holds opens the name of a base, before the place where it is (明锐新能源乙市|基地)."""
    inside = marks_in(cast.marks, item.start + 3, item.start + len(name) - len(head))
    return any(mark.classes[0] == "Region" and mark.end == item.start + len(name) - len(head) for mark in inside)


def coined(name: str, head: str) -> bool:
    """Whether what stands before a class word is no word of its own (星河|项目, not 整个|项目)."""
    rest = name.removesuffix(head)
    known = lexicon()
    return len(rest) == 2 and rest not in known.kinds and known.head(rest) is None


def dashed(voice: Voice, parts: Sequence[Part]) -> bool:
    """Whether a firm stands alone behind a dash (甲集团全资子公司——|乙公司|,投资…), which acts from there on."""
    alone = len(parts) == 1 and voice.cast.telling and voice.cast.text.endswith("——", voice.span[0], parts[0].start)
    if firm := actors(voice.cast, parts[0].phrase, ("Firm",)) if alone else ():
        voice.act(firm)
    return bool(firm)


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
