"""Roles: what a noun makes of two: A是B的子公司, 客户包括甲、乙, 业主是甲, 甲集团旗下有乙公司."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.clauses import Part
from loaders.course import Ref
from loaders.items import Item, top
from loaders.lexicon import lexicon
from loaders.phrases import Phrase
from loaders.referents.pointing import pointed
from loaders.referents.spoken import latest, project_told
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.bare import spoken_of
from loaders.statements.being.alliances import terms
from loaders.statements.being.owners import owner_of, shaped
from loaders.statements.being.slots import own
from loaders.statements.being.witness import THINGS, Witness, found, known
from loaders.statements.frames import bare
from loaders.statements.modality import modality
from loaders.statements.naming import some
from loaders.statements.wordings import is_name
from loaders.words import Mark, mark_at
from ontology.records import Found

RANKED = re.compile("的?(?:(?:前[0-9一二两三四五六七八九十]+|第[一二三四五])大"
                    "|最大|主要|核心|重要|战略|直接|下游|海外|国内|现有|目前)*的?客户$")
BELOW = re.compile("(?P<whose>[\u4e00-\u9fff]{3,8})(?:全资|控股)(?:子公司|公司|企业)")
SELLERS = ("Firm", "AgentGroup")
WHOLES = ("Project", "Park", "Platform")


def role(witness: Witness, phrase: Phrase) -> str:
    """What a thing by the noun that ends a phrase is to a firm: its customer, supplier, partner, owner or none of these;
    "" for other nouns."""
    return next((kind for noun, kind in known().roles if wording(witness, phrase).endswith(noun)), "")


def wording(witness: Witness, phrase: Phrase) -> str:
    """All the words of a phrase, the office or seat behind a name with it (甲联盟的成员)."""
    return witness.cast.text[phrase.start:phrase.end]


def playing(witness: Witness, front: Phrase, things: Sequence[Actor]) -> Iterator[Atom]:
    """客户包括甲、乙: the firm spoken of supplies them; 业主是甲: the project spoken of is its own."""
    if (relation := role(witness, front)) in ("undertakes", "builds"):
        work = work_told(witness, front, relation)
        yield from (witness.tied(relation, thing, Actor(work, None), "role") for thing in things
                    if work and not work.name.endswith(terms().leagues) and fits(relation, thing.ref.class_, work.class_))
        return
    ranked = RANKED.search(witness.cast.text, front.start, front.end)
    told = own(witness.cast, front.start, ranked.start()) if ranked else ()
    firms = [actor for actor in (*some(witness.cast, front, ("Firm",)), *told, *witness.opening) if top(actor.ref.class_) == "Firm"]
    bare_ = ranked and witness.cast.text[front.start:ranked.start()] in ("公司", "")
    if not firms and bare_ and (ref := pointed(witness.cast, "公司", front.start)):
        firms = [Actor(ref, None)]
    whose = owner_of(witness, front.named[-1]) or (firms[0] if firms else None)
    kind = role(witness, front)
    if whose is None or kind == "none" or any(thing.ref.id == whose.ref.id for thing in things):
        return
    for thing in things:
        if top(thing.ref.class_) in ("Firm", "Institution"):
            yield from played(witness, kind, thing, whose)


def work_told(witness: Witness, front: Phrase, relation: str) -> Ref | None:
    """The work of which somebody is the owner or builder: named with his part, else what the sentence speaks of, or the text."""
    classes = ("Project",) if relation == "undertakes" else ("Platform", "Project", "Institution")
    named = next((actor.ref for actor in some(witness.cast, front, classes)), None)
    opened = next((one.ref for one in witness.opening if top(one.ref.class_) in classes
                   and one.found and one.found.end <= front.start), None)
    if named or opened or relation == "undertakes":
        return named or opened or project_told(witness.cast, front.start)
    return latest((at, ref) for at, ref in witness.cast.paragraph(front.start) if top(ref.class_) in classes)


def played(witness: Witness, kind: str, thing: Actor, whose: Actor) -> Iterator[Atom]:
    """What a thing that plays a role to a firm says of both."""
    relation = {"customer": "suppliesTo", "holder": "subsidiaryOf"}.get(kind, kind)
    one, other = (whose, thing) if kind in ("customer", "holder") else (thing, whose)
    if fits(relation, one.ref.class_, other.ref.class_):
        yield witness.tied(relation, one, other, "role")


def holding(witness: Witness, front: Phrase, end: int, after: Phrase) -> Iterator[Atom]:
    """甲集团旗下有乙公司、丙品牌: the firms are its own, the brands it makes; what is before 有 ends at `end`."""
    mark = front.named[-1].first or front.named[-1].mark
    owner = witness.cast.of_mark(mark) if mark else None
    if owner is None or mark is None or not witness.cast.text.endswith(known().under, front.start, end):
        return
    whose = Actor(owner, found(mark))
    for thing in some(witness.cast, after, ("Firm", "Product")):
        if top(thing.ref.class_) == "Firm" and fits("subsidiaryOf", thing.ref.class_, whose.ref.class_):
            yield witness.tied("subsidiaryOf", thing, whose, "under")
        elif fits("produces", whose.ref.class_, thing.ref.class_):
            yield witness.tied("produces", whose, thing, "under")


def whose(witness: Witness, item: Item, front: Phrase | None) -> Actor | None:
    """The firm that a noun of relation stands to: named before it, else, behind 其, the one that the sentence speaks of."""
    mark = item.owner or item.first or item.mark
    ref = witness.cast.of_mark(mark) if mark else None
    if ref and mark:
        return Actor(ref, found(mark))
    first = front.start if front else item.start
    firms = [actor for actor in (*witness.opening, *witness.named) if top(actor.ref.class_) == "Firm" and actor.found
             and actor.found.end <= first]
    return firms[0] if item.text.startswith("其") and firms else None


def founder(witness: Witness, item: Item, relation: str) -> Mark | None:
    """The name that opens a restriction of founding or supply (甲集团投资成立的|全资子公司, 甲公司座椅的|供应商)."""
    mark = mark_at(witness.cast.marks, item.whole[0])
    verbs = item.condition.removeprefix(mark.text) if mark else ""
    return mark if verbs and (bare(verbs) in modality().founding or relation == "suppliesTo") else None


def related(witness: Witness, front: Phrase | None, after: Phrase) -> Iterator[Atom]:
    """A是B的子公司: the noun names the relation."""
    item, words = after.named[0], wording(witness, after).removesuffix("之一")
    if words.endswith(known().holders) and (owned := whose(witness, item, front)):
        yield from (witness.tied("subsidiaryOf", owned, firm, "holder") for firm in some(witness.cast, front, ("Firm",))
                    if firm.ref.id != owned.ref.id)
        return
    opening = mark_at(witness.cast.marks, after.start)  # 甲集团旗下生产丙、丁的企业
    if opening and witness.cast.text.startswith(known().under, opening.end) and words.endswith(("企业", "公司")) and (
            firm := witness.cast.of_mark(opening)):
        yield from (witness.tied("subsidiaryOf", one, Actor(firm, found(opening)), "under") for one in (
            some(witness.cast, front, ("Firm",)) if front else witness.front) if fits("subsidiaryOf", one.ref.class_, firm.class_))
        return
    relation = next((relation for noun, relation in known().nouns if words.endswith(noun)), "")
    kind = "" if relation else role(witness, after)
    if kind in ("customer", "cooperatesWith") and (other := whose(witness, item, front)):
        yield from (atom for firm in some(witness.cast, front, ("Firm",)) if firm.ref.id != other.ref.id
                    for atom in played(witness, kind, firm, other))
        return
    mark = item.owner or item.first or (None if words == item.text else item.mark) or founder(witness, item, relation)
    owner = witness.cast.of_mark(mark) if mark else None
    owner = None if owner and owner.class_ == "Region" and relation == "subsidiaryOf" else owner
    if relation == "partOf" and owner is None and (
            whole := spoken_of(witness.cast, item, WHOLES) or alone(witness, item)):  # 甲区是走廊的起点之一
        yield from (witness.tied("partOf", actor, Actor(whole, None), "noun") for actor in some(witness.cast, front, THINGS))
        return
    named = (shaped(witness, item) or parent(witness, item)) if owner is None and relation else None
    if named:
        yield from (witness.tied(relation, actor, named, "noun") for actor in (
            some(witness.cast, front, THINGS) if front else witness.front) if fits(relation, actor.ref.class_, "Firm"))
        return
    if not relation and item.text in ("企业", "公司") and item.condition.endswith(known().under):
        relation = "subsidiaryOf"
    if owner is None or mark is None or not relation:
        return
    for actor in some(witness.cast, front, THINGS) if front else witness.front:
        if relation == "suppliesTo" and actor.ref.name.endswith(("政府", "部门")):
            continue  # 当地政府帮助企业…,成为甲公司的供应商: the firms
        if fits(relation, actor.ref.class_, owner.class_):
            yield witness.tied(relation, actor, Actor(owner, found(mark)), "noun")


def as_such(witness: Witness, parts: Sequence[Part], spoken: tuple[Actor, ...]) -> Iterator[Atom]:
    """甲公司是龙头企业——乙集团的全资子公司: behind a dash, what the one `spoken` of is; 作为乙公司的供应商,丙公司…: in front
    of his name."""
    first, posing = parts[0].phrase, witness.posing
    witness.posing = parts[1].phrase if len(parts) == 2 and parts[0].text == "作为" else None
    if posing and first:
        yield from (atom for atom in related(witness, first, posing) if atom.relation != "memberOf")  # `selections` reads posts
    elif len(parts) == 1 and first and spoken and witness.cast.text.endswith("——", witness.span[0], parts[0].start):
        here, witness.front = witness.front, spoken
        yield from related(witness, None, first)
        witness.front = here


def parent(witness: Witness, item: Item) -> Actor | None:
    """Whose subsidiary by a name that shows no firm (上海甲锂|全资子公司)."""
    said = BELOW.fullmatch(item.text) if not item.condition and not item.mark else None
    ref = witness.cast.named(said["whose"], "Firm") if said and is_name(said["whose"]) else None
    ref = witness.cast.made(said["whose"], "Firm") if said and ref and ref.name == item.text else ref
    return Actor(ref, Found(item.start, item.start + said.end("whose"), said["whose"])) if ref and said else None


def alone(witness: Witness, item: Item) -> Ref | None:
    """The last thing spoken of that is called as an item is by no more than its class word (走廊)."""
    head = lexicon().head(item.text)
    return witness.cast.last(top(item.class_), item.text, item.start) if head and head[0] == item.text else None


def started(witness: Witness, front: Phrase | None, rest: Sequence[Part]) -> Iterator[Atom]:
    """A是B引进的供应商: A supplies B; A是B与C合资成立的公司: both built it."""
    last = rest[-1].phrase if rest else None
    verbs = [part.text for part in rest if part.kind == "verb"]
    if last and verbs and rest[0].phrase and role(witness, last) == "suppliesTo" and not modality().unreal(verbs):
        yield from (witness.tied("suppliesTo", one, buyer, "started") for one in (some(witness.cast, front, SELLERS) if front else ())
                    for buyer in some(witness.cast, rest[0].phrase, ("Firm",)) if one.ref.id != buyer.ref.id)
        return
    founds = bool(verbs) and all(bare(verb) in (*modality().founding, "投资") for verb in verbs)
    if last and founds and last.named[0].text in ("公司", "企业", "合资公司", "合资企业"):
        yield from (witness.tied("builds", maker, firm, "started") for firm in (some(witness.cast, front, ("Firm",)) if front else ())
                    for maker in some(witness.cast, rest[0].phrase, ("Firm", "Institution")) if firm.ref.id != maker.ref.id)
