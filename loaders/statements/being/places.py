"""Places: what stands, is held or settles where: 论坛在X举行, 项目在X开工, A到X设厂, 质检中心就在这里."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses import Part
from loaders.course import Ref
from loaders.items import top
from loaders.phrases import Phrase
from loaders.referents.spoken import project_told
from loaders.statements.atoms import Actor, Atom, fits, how_many
from loaders.statements.bare import SEAT, spoken_of
from loaders.statements.being.sites import spots
from loaders.statements.being.witness import PLACES, THINGS, Witness, known
from loaders.statements.frames import frames
from loaders.statements.modality import modality
from loaders.statements.naming import place, refer, some
from loaders.values import quantities

WORKS = ("Event", "Project", "Platform", "Park", "Institution")
SETTLERS = ("Firm", "Institution", "Association", "Platform", "Project", "AgentGroup")
COUNTRY = "cn"  # no place that news tell of
LYING = ("位于", "在", "地处", "坐落于", "设在")
MAKING = re.compile("投资[^,，。;；]{0,10}(?:建设|打造|新建|兴建)[^,，。;；]{0,6}$")
NEAR = 24
TOWARDS = ("在", "到", "于")


def placed(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """The atoms of a clause that says where something is."""
    said = [part.text for part in parts if part.kind in ("verb", "adverb")]
    if modality().denied & set(said):
        return
    at = next((n for n, part in enumerate(parts[:-1]) if part.kind == "preposition" and part.text in TOWARDS
               and parts[n + 1].phrase), None)
    if at is not None:
        here = parts[at + 1].text.startswith(known().here)
        for atom in nearby(witness, parts, at) if here else there(witness, parts, at):
            yield replace(atom, status="proposed") if modality().wishes(said) else atom
    encouraged = bool(modality().encourage & set(said))  # 吸引企业来渝设厂 is no fact about them
    if not encouraged:
        yield from settled(witness, parts)
    yield from moving(witness, parts)
    yield from elsewhere(witness, parts)
    if not encouraged:
        yield from brought(witness, parts)
    for atom in coming(witness, parts):
        if not encouraged:
            yield atom
        elif atom.subject.class_ != "AgentGroup":
            yield replace(atom, status="proposed")


def elsewhere(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲公司位于乙区的工厂|投产: the plant is 甲公司's."""
    for before, part, after in zip(parts, parts[1:], parts[2:], strict=False):
        item = after.phrase.named[0] if after.phrase and part.text in LYING else None
        owner = item.owner if item and len(after.phrase.named if after.phrase else ()) == 1 else None
        firms = some(witness.cast, before.phrase, ("Firm",)) if owner and owner.classes[0] in PLACES else ()
        work = refer(witness.cast, item, ("Project", "Platform")) if item and len(firms) == 1 else None
        if item and work and work.id not in witness.cast.owners:
            witness.cast.owners[work.id] = firms[0].ref
            yield witness.atom("undertakes" if work.name.endswith("项目") else "builds", firms[0], work, item, "elsewhere")


def brought(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲公司把研发中心设在乙区: 甲公司 builds it."""
    at = next((n for n, part in enumerate(parts[:-3]) if part.text in ("把", "将") and parts[n + 1].phrase), None)
    verb = next((n for n in range(at + 2, len(parts) - 1) if parts[n].kind != "adverb"), None) if at is not None else None
    if at is None or verb is None or not any(True for _ in frames().called("place", "verbs", parts[verb].text)):
        return
    where = next((some(witness.cast, part.phrase, PLACES) for part in parts[verb + 1:] if part.phrase), ())
    firms = next((some(witness.cast, part.phrase, ("Firm", "Institution")) for part in parts[:at] if part.phrase), None)
    going = tuple(one for one in witness.opening if one.found and not set(";；") & set(witness.cast.text[one.found.end:parts[0].start]))
    firms = going if firms is None else firms
    phrase = parts[at + 1].phrase
    for item in phrase.named if phrase and where and firms else ():
        work = refer(witness.cast, item, ("Project", "Platform", "Park"))
        if work:
            new = not parts[verb].text.startswith(("搬", "迁", "移"))
            yield from (witness.atom("builds", firm, work, item, "brought") for firm in firms[:new]
                        if fits("builds", firm.ref.class_, work.class_))


def moving(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲工厂里,12台机器人往返于线边; 园区内30辆无人车穿梭: the plant or park uses them."""
    text = witness.cast.text
    things = [(item, ref) for part in parts if part.phrase for item in part.phrase.named
              if item.count[-1:] in ("台", "辆", "架") and (ref := refer(witness.cast, item, ("Product",)))]
    item, ref = things[0] if things else (None, None)
    if item is None or ref is None or not any(word in text[item.end:parts[-1].end] for word in known().moves):
        return
    where = [actor for actor in (*witness.opening, *witness.named, *witness.front) if actor.found and actor.found.end <= item.start
             and top(actor.ref.class_) in ("Project", "Park") and text[actor.found.end] in "里内中"]
    for spot in where[-1:]:
        count = next(iter(quantities(text[item.whole[0]:item.start])), None)
        said = how_many(count)
        yield witness.tied("uses", spot, Actor(ref, place(witness.cast, item)), "moving", said=said)


def sited(witness: Witness, front: Phrase, after: Phrase) -> Iterator[Atom]:
    """项目所在地是甲园: the project spoken of is there."""
    if not witness.cast.text.endswith(known().sites, front.start, front.end):
        return
    told = project_told(witness.cast, front.start)
    named = some(witness.cast, front, ("Project",)) or tuple(one for one in witness.opening if one.ref.class_ in WORKS)
    thing = named[0] if named else Actor(told, None) if told else None
    for spot in some(witness.cast, after, PLACES)[-1:] if thing else ():
        if thing and thing.ref.id != spot.ref.id:
            yield witness.located(thing, spot.ref, spot.found, "site")


def coming(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """甲公司来渝设厂, 甲公司在渝设立中心: what comes or is set up is in the place that the word names by its sign."""
    at = next((n for n, part in enumerate(parts) if part.text in known().coming), None)
    verb = next((part.text for part in parts[at + 1:] if part.kind == "verb"), "") if at is not None else ""
    if at is None or not (verb in known().founded or any(True for _ in frames().called("place", "verbs", verb))):
        return
    where = next(iter(witness.cast.names.lookup(known().coming[parts[at].text])), None)
    things = next((named for part in reversed(parts[:at]) if (named := some(witness.cast, part.phrase, SETTLERS))), ())
    built = next((named for part in parts[at + 1:] if (named := some(witness.cast, part.phrase, WORKS))), ())
    for thing in (built or things) if where else ():
        if where:
            yield witness.located(thing, witness.cast.known(where), None, "coming")


def nearby(witness: Witness, parts: Sequence[Part], at: int) -> Iterator[Atom]:
    """质检中心就在这里; 甲车型在厂内下线."""
    verbs = [part.text for part in parts[at + 2:] if part.kind == "verb"]
    made = verbs and any(frame.relation == "produces" for frame in frames().called("object", "verbs", verbs[0]))
    beside = tuple(one for one in witness.named if top(one.ref.class_) == "Product") if witness.cast.text.startswith(
        "除", witness.span[0]) else ()
    for product in beside if made else ():  # 除了甲型,乙型也在这里生产
        if who := witness.cast.maker(product.ref):
            yield witness.tied("produces", Actor(who, None), product, "here")
    goods = [product for part in parts[:at] for product in some(witness.cast, part.phrase, ("Product",))] if made else []
    makers = [maker.ref if fits("produces", maker.ref.class_, "Product") else witness.cast.owners.get(maker.ref.id)
              for maker in (*witness.front, *witness.opening)]
    for product in goods[:1]:
        who = next(filter(None, makers), None) or witness.cast.maker(product.ref)
        if who:
            yield witness.tied("produces", Actor(who, None), product, "here")
            return
    if verbs and parts[-1].phrase:
        return
    standing = THINGS - {"Region", "Technology", "Product"}
    things = [actor for part in parts[:at] for actor in some(witness.cast, part.phrase, standing)]
    if witness.place:
        witness.stale = False
        yield from (witness.located(thing, witness.place, None, "here") for thing in things)


def there(witness: Witness, parts: Sequence[Part], at: int) -> Iterator[Atom]:
    """论坛在X举行, A到X设厂; 项目在X, without a verb."""
    phrase = parts[at + 1].phrase
    told = phrase is not None and any(item.condition and not item.owner for item in phrase.named)  # 在甲地建的基地投产
    where = () if told else spots(witness, phrase)
    rest = [part for part in parts[at + 2:] if part.kind == "verb" or part.phrase]
    verb = rest[0].text if rest and rest[0].kind == "verb" else ""
    alone = len(rest) == 1 or verb in known().settle
    own = any(frame.relation == "builds" for frame in frames().called("object", "verbs", verb)) and any(part.phrase for part in rest)
    classes: tuple[str, ...] = WORKS if verb in known().held and not own else ()
    classes += SETTLERS if verb in known().founded and alone else ()
    if not rest and at + 2 == len(parts) and parts[at].text == "在" and at:
        classes = (*WORKS, "Firm") if parts[at - 1].text.endswith(SEAT) else WORKS
    if verb and not where:
        yield from made(witness, parts, at, verb)
    if where and verb in modality().founding and len(rest) == 2 and (made_there := some(witness.cast, rest[1].phrase, ("Firm",))):
        yield from (witness.located(firm, where[-1].ref, where[-1].found, "founded") for firm in made_there)
        return
    if not where or not classes:
        return
    things = next((named for part in reversed(parts[:at]) if (named := some(witness.cast, part.phrase, classes))), ())
    front = parts[at - 1].phrase if at else None
    if not things and "Firm" in classes and front and (firm := spoken_of(witness.cast, front.named[-1], ("Firm",))):
        things = (Actor(firm, place(witness.cast, front.named[-1])),)
    if not things and not any(part.phrase for part in parts[:at]) and verb in known().founded:
        things = tuple(actor for actor in witness.opening if actor.ref.class_ not in PLACES)
    yield from (witness.located(thing, where[-1].ref, where[-1].found, "held") for thing in things
                if thing.ref.id != where[-1].ref.id and fits("locatedIn", thing.ref.class_, where[-1].ref.class_))


def made(witness: Witness, parts: Sequence[Part], at: int, verb: str) -> Iterator[Atom]:
    """甲车型在乙公司重庆工厂下线: 乙公司 makes it."""
    if not any(frame.relation == "produces" for frame in frames().called("object", "verbs", verb)):
        return
    cars = next((named for part in reversed(parts[:at]) if (named := some(witness.cast, part.phrase, ("Product",)))), ())
    for plant in some(witness.cast, parts[at + 1].phrase, ("Project", "Firm")):
        maker = plant.ref if fits("produces", plant.ref.class_, "Product") else witness.cast.owners.get(plant.ref.id)
        yield from (witness.tied("produces", Actor(maker, plant.found), car, "plant") for car in cars if maker)


def new(witness: Witness, park: Ref, at: int) -> bool:
    """Whether a park was last named as what somebody goes to build (投资建设|甲产业园): others settle elsewhere."""
    said = next((start for start, ref in witness.cast.backward(("Park",), at) if ref.id == park.id), 0)
    return MAKING.search(witness.cast.text, max(said - NEAR, 0), said) is not None


def settled(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """The centre 落户: in the place that the text speaks of."""
    verbs = [part for part in parts if part.kind == "verb"]
    park = witness.cast.last("Park", "", parts[0].start) if verbs and verbs[-1].text in known().entering else None
    park = None if park and new(witness, park, parts[0].start) else park
    where = park or witness.place
    if verbs and witness.cast.text[verbs[-1].start - 1] == "的":
        return  # 依托设施的落地
    if not verbs or where is None or any(part.phrase and part.start >= verbs[-1].end for part in parts):
        return
    called = list(frames().called("place", "verbs", verbs[-1].text))
    if called:
        front = next((some(witness.cast, part.phrase, THINGS) for part in reversed(parts) if part.phrase), None)
        front = witness.front if front is None else front
        yield from (witness.located(thing, where, None, "settled") for thing in front
                    if top(thing.ref.class_) in SETTLERS[:-1] and any(
                        not frame.subject or top(thing.ref.class_) in frame.subject for frame in called))  # 甲市与乙公司|签约
