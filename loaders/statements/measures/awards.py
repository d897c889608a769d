"""Awards: who is granted what, by whom: the provision or policy, in other texts who acts where the grant is said, and
each payer that is named with its share."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.baring import single
from loaders.clauses import sentences
from loaders.course import Ref
from loaders.grants import Grant, grants, rated, targets
from loaders.items import Item, top
from loaders.knowledge import group_of, listed
from loaders.lexicon import lexicon
from loaders.phrases import phrase
from loaders.referents.organs import organ
from loaders.referents.pointing import pointed
from loaders.resolution import Cast
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, admits_subject, fits
from loaders.statements.measures.figures import named
from loaders.statements.modality import modality
from loaders.statements.naming import place, refer
from loaders.values import fold
from loaders.words import words
from ontology.records import Found
from ontology.vocabulary import vocabulary

LEVEL = re.compile("(?P<level>[省市区县]|区县|区[(（]市[)）]县)级?(?:[两三]级)?(?P<money>财政)?")
LISTED = re.compile("[、和及与][^,，。;；]{1,10}?财政")
SEVERAL = re.compile(r"(?:、[\u4e00-\u9fff]{2,4}?)*[两三四][市省区县地](?:财政|两级|各)")
STOPS = ",，;；。:：\n"
SUMS = ("amount", "amountMax", "unit", "operator")


def granted(text: str, start: int, end: int, label: tuple[int, int] | None = None) -> list[Grant]:
    """The grants of a paragraph that name who receives, or that a label before it does (支持对象:甲)."""
    spoken = [(first - start, last - start) for first, last in receiving(text, *label)] if label else []
    said = [grant for grant in grants(text[start:end], spoken) if grant.beneficiary]
    return said or [grant for receiver in spoken if (grant := rated(text[start:end], receiver))]


def receiving(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Those whom a label names as who receives, each with what restricts it."""
    said = text[start:end].rstrip("。；;，, ")
    found = [target.span for target in targets(fold(said), 0, len(said)) if target.span]
    return [(start + first, start + last) for first, last in found]


def span_of(grant: Grant, start: int) -> tuple[int, int]:
    """The characters of a grant in the document: what stands there says nothing else."""
    first, last = grant.beneficiary or (grant.start, grant.end)
    return start + min(grant.start, first), start + max(grant.end, last)


def behind_work(text: str, span: tuple[int, int], verb: int) -> tuple[int, int]:
    """The span of a grant without a clause before it that sets somebody to work (支持A与B共建C,按…给予补助): whom it supports
    is said by the grant, what it has done is not."""
    clause = max(text.rfind(stop, 0, span[0]) for stop in STOPS) + 1
    behind = next((n + 1 for n in range(span[0], verb) if text[n] in STOPS), span[0])
    return behind if text.startswith(tuple(modality().encourage), clause) else span[0], span[1]


def awarded(voice: Voice, grant: Grant, start: int, end: int) -> Iterator[Atom]:
    """One atom for each receiver and giver; payers that are named have atoms of their own."""
    scene, cast = voice.scene, voice.cast
    if not grant.beneficiary:
        return
    first, last = start + grant.beneficiary[0], start + grant.beneficiary[1]
    sentence = around(cast.text, start, end, start + grant.start)
    givers, status = giving(voice, grant, start)
    things = receiver(cast, first, last)
    rank = str(grant.qualifiers.get("tier", ""))
    own = [item for item in things if rank and rank in item.text]
    for item in own or things:  # 对甲平台、乙平台分别给予…: each its own sum
        if item.name and (tier := str(grant.qualifiers.get("tier", ""))).endswith("级") and not item.name.startswith(tier):
            continue  # the sum of another rank
        if item.generic and item.end == last and item.condition:  # 营收3000万元以上、增速不低于25%的企业: all of it restricts
            item = replace(item, whole=(first, last))
        ref, found = refer(cast, item, receivers(grant.relation)), place(cast, item)
        if ref is None and (grant.relation == "subsidizes" or grant.qualifiers.get("condition")):
            ref, found = restricted(cast, item, receivers(grant.relation))
        if ref is None and item.generic and top(item.class_) == "AgentGroup" and grant.qualifiers.get("condition"):
            ref = cast.named(item.text, item.class_)
        if ref is None:
            continue
        cast.mention(ref, found.start, found.end)
        for giver in givers:
            if own_work(giver, ref) and not scene.normative:  # 甲公司投入2亿元,用于建设乙生产线
                voice.note(giver)
                sums = {key: value for key, value in grant.qualifiers.items() if key in SUMS}
                yield Atom("builds", giver.ref, ref, "builds.grant", *sentence, scene.section, status, sums, giver.found, found)
            elif fits(grant.relation, giver.ref.class_, ref.class_):
                voice.note(giver)
                yield Atom(grant.relation, giver.ref, ref, f"{grant.relation}.grant", *sentence, scene.section, status,
                           dict(grant.qualifiers), giver.found, found)
        yield from paid(voice, grant, start, ref, found, sentence)


def own_work(giver: Actor, ref: Ref) -> bool:
    """Whether a firm that lends nothing pays for a work, which is its own then."""
    return top(giver.ref.class_) == "Firm" and giver.ref.class_ != "FinancialInstitution" and top(ref.class_) in (
        "Project", "Park", "Platform")


def giving(voice: Voice, grant: Grant, start: int) -> tuple[tuple[Actor, ...], str]:
    """Who gives and whether it is only wished for: in what rules the provision or policy, elsewhere who acts, unless a
    payer is named."""
    scene = voice.scene
    at = start + grant.verb[0]
    default = (Actor(scene.default, None),) if scene.default else ()
    if grant.spent:
        return (), "asserted"
    if scene.normative:
        return default, "asserted"
    acting, asked = voice.acting(at)
    hoped = asked or wished(scene.cast.text, at) or any(actor.encouraged for actor in acting)
    span = grant.beneficiary or (0, 0)
    named_before = tuple(actor for actor in acting if actor.found and actor.found.end <= at
                         and not scene.cast.text.startswith("的", actor.found.end)  # 省级的奖励9万元
                         and not start + span[0] <= actor.found.start < start + span[1]  # 甲主体测试满…的,给予奖励: not by 甲主体
                         and admits_subject(grant.relation, actor.ref.class_))
    paper = by_paper(voice, at) if scene.topical else ()
    told = default or paper
    return paper if grant.payers else named_before or voice.lists(at) or told, "proposed" if hoped else "asserted"


def by_paper(voice: Voice, at: int) -> tuple[Actor, ...]:
    """In news that tell what a paper grants (…印发《甲》。对乙给予…; 根据《甲》,对乙给予…): the paper spoken of last."""
    said = [ref for start, ref in voice.cast.spoken if start < at and top(ref.class_) == "Policy"]
    return (Actor(said[-1], None),) if said and said[-1].name.endswith(listed("grants", "papers")) else ()


def wished(text: str, verb: int) -> bool:
    """Whether the clause before the verb only plans or asks (拟对…给予)."""
    first = max(text.rfind(stop, 0, verb) for stop in STOPS) + 1
    return re.search(rf"(?:{'|'.join(modality().wished)})(?=对|向|由|按|给|予|将|以|$)", text[first:verb]) is not None


def restricted(cast: Cast, item: Item, classes: frozenset[str]) -> tuple[Ref | None, Found]:
    """A bare class word is named by all the words that restrict it, where it is what a grant is for (全新车型)."""
    start, end = item.whole
    found = Found(start, end, cast.text[start:end])
    wanted = item.generic and item.class_ in classes and end - start > len(item.text) and not re.match(
        group_of("grants", "qualifying"), found.text)
    return cast.named(found.text, item.class_) if wanted else None, found


def paid(voice: Voice, grant: Grant, start: int, ref: Ref, found: Found, sentence: tuple[int, int]) -> Iterator[Atom]:
    """The part of each payer."""
    cast, scene = voice.cast, voice.scene
    for payer in grant.payers:
        for who, named_here in paying(cast, start + payer.start, start + payer.end):
            cast.mention(who, named_here.start, named_here.end)
            yield Atom(grant.relation, who, ref, f"{grant.relation}.payer", *sentence, scene.section,
                       qualifiers={**grant.qualifiers, **({"share": payer.share} if payer.share is not None else {})},
                       subject_found=named_here, object_found=found)


def paying(cast: Cast, start: int, end: int) -> Iterator[tuple[Ref, Found]]:
    """Who pays: a level of government (市, 区县两级财政) by its finance, a place before 两市财政 by its own, else the names."""
    said = cast.text[start:end]
    level = LEVEL.fullmatch(said)
    if level:
        money = level["money"] or LISTED.match(cast.text, end)
        own = pointed(cast, level["level"] + ("财政" if money else "级"), start)
        who = own or cast.named(level["level"] + ("财政" if money else "政府"), "AgentGroup")
        if who:
            yield who, Found(start, end, said)
        return
    place = next((mark for mark in cast.marks if mark.start == start and top(mark.classes[0]) == "Region"), None)
    if place and SEVERAL.match(cast.text, place.end):
        yield organ(cast, replace(place, kind="organ:财政局")), Found(start, place.end, place.text)
        return
    for item in named(cast, start, end):
        who = refer(cast, item, ("Agency", "AgentGroup", "Firm", "Region"))
        if who:
            yield who, Found(item.start, item.end, item.text)


def receivers(relation: str) -> frozenset[str]:
    """The classes that the relation may end at, with those below them."""
    terms = vocabulary()
    wanted = set(terms.relations[relation].range)
    return frozenset(name for name, term in terms.classes.items() if name in wanted or wanted & set(term.supers))


def receiver(cast: Cast, start: int, end: int) -> Sequence[Item]:
    """The one receiver of a span: its class word sums it up (甲、乙等运营企业); a list of names stays a list."""
    inside = words(cast.text, start, end, cast.marks)
    read = phrase(inside, cast.text)
    if read is None:
        return ()
    if read.summary and top(read.summary.class_) == "AgentGroup":
        return (*(item for item in read.items if item.mark or top(item.class_) == "Firm"), read.summary)
    if read.summary and read.items and all(item.name or is_own_thing(item) for item in read.items):
        return read.items  # 电机、整车等项目
    whole = single(inside, cast.text)
    if len(read.items) > 1 and all(is_own_thing(item) for item in read.items):
        return read.items
    return (whole,) if whole and whole.class_ not in ("", "abstract") and not any(item.mark for item in read.items) else read.named


def is_own_thing(item: Item) -> bool:
    """Whether an item of a list is a thing and no modifier of the next (智慧平台、智能工厂、示范企业; not 公交车、出租车企业)."""
    head = lexicon().head(item.text)
    return bool(head and head[1] not in ("", "Product", "Technology") and len(item.text) > 2 and not item.generic)


def around(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    """The sentence of `text[start:end]` that holds a place."""
    for first, last in sentences(text, start, end):
        if first <= at < last:
            return first, last
    return start, end
