"""Alliances: who is in one: 联盟成员包括A, 首批成员56家,既有A,也有B, A当选理事长单位, 秘书处设在A."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.clauses import Part
from loaders.course import Ref
from loaders.items import ACTORS, Item, top
from loaders.knowledge import any_of
from loaders.lexicon import lexicon, load
from loaders.phrases import Phrase
from loaders.resolution import Cast
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.being.witness import PLACES, Witness, known
from loaders.statements.naming import leading, read_span, refer, some

INSIDE = re.compile("(?:都|均|皆|也|赫然)*(?:在内|在其中|在其列|加入其中|跻身其中|在列|位列其中|名列其中|榜上有名|身列其中|"
                    "入会|入盟|成为会员|成为成员|成为新会员|为新会员|为新成员)$")
ALSO = ("同时也是", "也是", "还是", "同时是", "并为", "并担任", "还担任", "同时担任", "并当选", "升格为", "晋升为", "升任")
SETTING = ("组成", "构成")
BODIES = ("Platform", "Association")
JOINING = ("Firm", "Institution", "Association", "Agency")


@dataclass(frozen=True)
class Terms:
    """The words of `alliances.yaml`."""

    leagues: tuple[str, ...]
    posts: tuple[str, ...]
    serves: frozenset[str]
    seats: tuple[str, ...]
    seated: frozenset[str]
    members: tuple[str, ...]
    holds: frozenset[str]


@cache
def terms() -> Terms:
    """Read once; the longest post first."""
    data = {name: str(words).split() for name, words in load("alliances").items() if name != "near_misses"}
    words = {name: frozenset(data[name]) for name in ("serves", "seated", "holds")}
    return Terms(leagues=tuple(data["leagues"]), posts=tuple(sorted(data["posts"], key=lambda word: (-len(word), word))),
                 seats=tuple(data["seats"]), members=tuple(data["members"]), **words)



def told_of(witness: Witness) -> Ref | None:
    """The alliance that the sentence speaks of."""
    return league(witness.cast) if any(word in witness.cast.text[witness.span[0]:witness.span[1]] for word in terms().leagues) else None


def league(cast: Cast) -> Ref | None:
    """The alliance or association that was spoken of last."""
    spoken = (ref for _, ref in reversed(cast.spoken) if top(ref.class_) in BODIES and ref.name.endswith(terms().leagues))
    return next(spoken, None) or (inaugurated(cast) if cast.telling else None)


def inaugurated(cast: Cast) -> Ref | None:
    """The alliance whose founding the text tells of, if only in the name of the ceremony (甲产业联盟|暨乙分会成立大会)."""
    said = founding().search(cast.text)
    items = read_span(cast, *said.span()) if said else None
    item = items.named[-1] if items else None
    head = lexicon().head(item.text) if item else None
    if item is None or head is None or head[0] == item.text:
        return None
    return refer(cast, item, BODIES) or cast.named(item.called, lexicon().proper.get(*head))


@cache
def founding() -> re.Pattern[str]:
    """The name of an alliance before what is done at its founding."""
    return re.compile(f"[\u4e00-\u9fff]{{4,20}}{any_of(terms().leagues)}(?=揭牌|正式|成立|启动|暨|第[一二]|首届|大会|年会|会员大会)")


def alliance(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """The members that a clause names."""
    yield from playing(witness, parts)
    if inside := INSIDE.search(witness.cast.text, parts[0].start, parts[-1].end):
        listed = [one for part in parts if part.phrase and part.phrase.items and part.phrase.items[-1].end <= inside.start() + 1
                  for one in some(witness.cast, part.phrase, JOINING)]
        yield from joined(witness, listed, told_of(witness), "")
    for at, part in enumerate(parts):
        front = next((one.phrase for one in reversed(parts[:at]) if one.phrase), None)
        after = next((one.phrase for one in parts[at + 1:] if one.phrase), None)
        if front is None and after and part.text in (*known().be, *terms().serves, *ALSO):  # 同时也是甲商会的副会长单位
            acting = [one for one in witness.opening or witness.front if top(one.ref.class_) in JOINING]
            yield from joined(witness, acting[:1], body(witness, after.named[0]), post(after.named[0])) if post(after.named[0]) else ()
        if part.kind not in ("verb", "preposition") or front is None or after is None:
            continue
        if witness.cast.text[front.start:front.end].endswith(terms().seats) and part.text in terms().seated:
            yield from seated(witness, front.named[-1], after)
        elif part.text == "由" and front.named[-1].text.endswith(terms().leagues) and any(one.text in SETTING for one in parts[at + 2:]):
            named = some(witness.cast, front, BODIES)
            yield from joined(witness, some(witness.cast, after, JOINING), named[-1].ref if named else league(witness.cast), "")
        elif part.text in terms().serves or part.text in ALSO:
            yield from serving(witness, parts[:at], after.named[0])
        if part.text in (*known().be, "由") and witness.cast.text[front.start:front.end].endswith(terms().posts):
            yield from joined(witness, some(witness.cast, after, ACTORS), body(witness, front.named[-1]), "")
        elif part.text in terms().holds and front.named[-1].text.endswith(terms().leagues) and (
                whole := next((actor.ref for actor in some(witness.cast, front, BODIES)), None)):
            yield from joined(witness, some(witness.cast, after, JOINING), whole, "")


def members(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """首批成员56家,既有A、B等整车企业,也有C,以及D: the members that the clauses of a sentence list, once it has spoken of
    members by number."""
    verbs = [part.text for part in parts if part.kind == "verb"]
    first = parts[0].phrase
    if first and first.named[-1].text.endswith(terms().members) and terms().holds.issuperset(verbs):
        witness.listing = body(witness, first.named[-1]) or league(witness.cast)  # 成员单位包括A、B,以及C
    elif witness.listing is None or any(verb not in terms().holds for verb in verbs) or (verbs and parts[0].phrase):
        witness.listing = None
    else:
        for part in parts:
            yield from joined(witness, some(witness.cast, part.phrase, JOINING), witness.listing, "")


def seated(witness: Witness, seat: Item, where: Phrase) -> Iterator[Atom]:
    """秘书处设在A: an actor is a member, a place is where the alliance sits."""
    whole = body(witness, seat) or league(witness.cast)
    yield from joined(witness, some(witness.cast, where, JOINING), whole, "秘书处")
    for spot in some(witness.cast, where, PLACES) if whole else ():
        if whole:
            yield witness.located(Actor(whole, None), spot.ref, spot.found, "seat")


def serving(witness: Witness, before: Sequence[Part], item: Item) -> Iterator[Atom]:
    """A、B任副理事长单位."""
    role = post(item)
    front: Phrase | None = next((part.phrase for part in reversed(before) if part.phrase), None)
    if role and front:
        yield from joined(witness, some(witness.cast, front, JOINING), body(witness, item), role)


def playing(witness: Witness, parts: Sequence[Part]) -> Iterator[Atom]:
    """作为甲学会理事单位,乙公司…: who acts in the clause behind is its member."""
    item = parts[1].phrase.named[-1] if len(parts) == 2 and parts[0].text in ("作为", "身为") and parts[1].phrase else None
    role = post(item) if item else ""
    text, start = witness.cast.text, parts[-1].end + 1
    if item is None or not role or text[parts[-1].end:start] not in (",", "，"):
        return
    stops = [at for stop in ",，;；。\n" if (at := text.find(stop, start)) >= 0]
    named = some(witness.cast, leading(witness.cast, start, min(stops, default=len(text))), JOINING)
    yield from joined(witness, named[:1], body(witness, item), role)


def post(item: Item) -> str:
    """The post that an item names, "" for none."""
    return next((word for word in terms().posts if item.text.endswith(word)), "")


def body(witness: Witness, item: Item) -> Ref | None:
    """The alliance that an item names before the post (甲联盟理事长单位, 甲联盟的成员, 甲联盟秘书处)."""
    mark = item.owner or item.first or item.mark
    ref = witness.cast.of_mark(mark) if mark else None
    if ref and top(ref.class_) in BODIES:
        return ref
    ends = next((word for word in (*terms().posts, *terms().seats) if item.text.endswith(word)), "")
    name = item.text.removesuffix(ends)
    head = lexicon().head(name) if ends and name.endswith(terms().leagues) else None
    return witness.cast.named(name, lexicon().proper.get(*head)) if head and name != head[0] else None


def joined(witness: Witness, things: Sequence[Actor], whole: Ref | None, role: str) -> Iterator[Atom]:
    """Each is a member of the alliance named, else of the one spoken of."""
    whole = whole or league(witness.cast)
    for thing in things if whole else ():
        if whole and thing.ref.id != whole.id and fits("memberOf", thing.ref.class_, whole.class_):
            yield witness.tied("memberOf", thing, Actor(whole, None), "alliance", said={"role": role} if role else None)
