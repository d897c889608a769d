"""Memory: what the clauses of a sentence, a paragraph, and in news a text hand on to the ones behind them."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.course import Ref
from loaders.items import ACTORS, Item, top
from loaders.knowledge import listed
from loaders.phrases import Phrase
from loaders.resolution import Cast
from loaders.statements.atoms import Actor
from loaders.statements.bare import spoken_of
from loaders.statements.frames import Frame, frames
from loaders.statements.naming import refer, some

NUMBERED = re.compile(r"[ \u3000]*(?:[一二三四五六七八九十]+是|[一二三四五六七八九十]+、|第[一二三四五六七八九十][,，]|"
                      r"[(（][一二三四五六七八九十]+[)）])")
DEEDS = ("builds", "supports", "issues", "organizes")
FRONT = 4  # characters of what may stand before the place that a sentence opens with (其中,)
REMEMBERED = 8  # groups of actors named together, the last of which 双方 may be
BECOMING = ("定位于", "定位为", "成为", "打造成", "建成为", "作为")  # 甲园定位于乙基地,|面积9亩: of 甲园
WORKS = ("Park", "Platform", "Project", "Instrument")


@dataclass
class Memory:
    """Who acts in the sentence so far, the topic that news carry from sentence to sentence, and what was last said.

    `actors` act (nobody known where it is `unknown` who does), `encouraged` are set to work (`drawn` in for one clause
    only), `topic` goes on through news, `lister` through what a paragraph lists; `asked` and `wishing`: it is only hoped
    for. `waiting` and `led` have a task not yet named, `joined` do it with who acts, `allowing` and `permitting` let them.
    `two` and `parties` met last, `groups` were named together, `founders` founded who acts now. `event`, `thing` and
    `things` were spoken of, `said` is
    the last frame and who acted in it, `taking` the last one that takes members in, who and in which sentence, `chain` the
    verbs of the clause, `history` who acted from which place on, `helper` by which verb who helped in the clause before. `choosing` is
    where a list was given out, by whom and of which group, `chosen` whether the clause before said who is on it.
    """

    actors: tuple[Actor, ...] = ()
    encouraged: tuple[Actor, ...] = ()
    topic: tuple[Actor, ...] = ()
    event: Ref | None = None
    thing: tuple[Item, Ref] | None = None
    things: tuple[tuple[int, Ref], ...] = ()
    said: tuple[Frame, tuple[Actor, ...]] | None = None
    taking: tuple[Frame, tuple[Actor, ...], int] | None = None
    unknown: bool = False
    wishing: bool = False
    waiting: tuple[tuple[str, str, Actor], ...] = ()
    parties: tuple[Actor, ...] = ()
    groups: tuple[tuple[Actor, ...], ...] = ()
    two: tuple[Actor, ...] = ()
    allowing: tuple[Actor, ...] = ()
    permitting: tuple[Actor, ...] = ()
    history: tuple[tuple[int, tuple[Actor, ...]], ...] = ()
    choosing: tuple[int, tuple[Actor, ...], Ref | None] = (0, (), None)
    chosen: bool = False
    asked: bool = False
    joined: tuple[Actor, ...] = ()
    founders: tuple[Actor, ...] = ()
    chain: tuple[str, ...] = ()
    drawn: bool = False
    led: tuple[tuple[str, str, Actor], ...] = ()
    lister: tuple[Actor, ...] = ()
    helper: tuple[str, tuple[Actor, ...]] = ("", ())

    def acted(self, first: int, last: int) -> Iterator[tuple[Actor, ...]]:
        """Who acted in the clauses that begin between two places in the text, both taken in, the last first."""
        return (actors for start, actors in reversed(self.history) if first <= start <= last)

    def last_of(self, classes: tuple[str, ...], first: int, last: int) -> tuple[Actor, ...]:
        """Those who acted last between two places and are all of these top classes; () where there are none."""
        return next((actors for actors in self.acted(first, last) if actors and all(top(one.ref.class_) in classes for one in actors)), ())


def recall(cast: Cast, memory: Memory, phrase: Phrase, before: str) -> None:
    """Remember the event and the thing spoken of last: 甲主办 and 参与打造的有甲 do not name them again; where
    something is it is not what is spoken of. The two of a phrase are 前者 and 后者."""
    two = some(cast, phrase, ACTORS)
    if len(two) == 2:
        cast.couple = two[0].ref, two[1].ref
    elif len(phrase.items) == 2 and len(two) == 1:
        cast.couple = None
    if len(two) > 1 and len(two) == len(phrase.items) and not any(top(one.ref.class_) == "AgentGroup" for one in two):
        memory.groups = (*memory.groups[-REMEMBERED:], two)
    for item in phrase.named:
        event = refer(cast, item, ("Event",)) or spoken_of(cast, item, ("Event",))
        memory.event = event or memory.event
        built = refer(cast, item, WORKS) or (spoken_of(cast, item, WORKS) if cast.telling else None)
        where = before in ("在", "于", "到") or any(True for _ in frames().called("place", "verbs", before))
        becomes = before in BECOMING and any(top(actor.ref.class_) in WORKS for actor in memory.actors)
        if built and not becomes and not (where and built.class_ in ("Park", "Region")):
            memory.thing = item, built
            memory.things += ((item.start, built),)


def is_hand(actor: Actor, relation: str) -> bool:
    """Whether somebody only lends a hand (施工人员正在建设充电站), and does it for others; a sum does nothing either."""
    money = actor.ref.class_ == "Instrument" and "元" in actor.ref.name
    return money or (
        relation in DEEDS and actor.ref.class_ == "AgentGroup" and actor.ref.name.endswith(listed("acts", "hands")))


def going_on(cast: Cast, topic: tuple[Actor, ...], at: int) -> tuple[Actor, ...]:
    """Who acts where a sentence of news names nobody: the topic; in a paragraph that a number opens (二是…) not who acted last
    in the one before, but the place that tells of itself all through the text (我市), else who acted last before the list."""
    first = line = cast.text.rfind("\n", 0, at) + 1
    if topic[0].found is None or topic[0].found.start >= line or NUMBERED.match(cast.text, line) is None:
        return topic
    while first and NUMBERED.match(cast.text, first):
        first = cast.text.rfind("\n", 0, first - 1) + 1
    opening = cast.text.find("\n", first) + 1
    ours = [ref for ref in cast.ours.values() if ref] or [ref for start, ref in cast.actors if start < opening][-1:]
    return (Actor(ours[0], None),) if ours else ()


def goes_on(acting: tuple[Actor, ...], text: str, opening: int, start: int) -> bool:
    """Whether a measure goes on with the place that its sentence opened with (甲市做强乙产业;|依托丙园,建设丁基地)."""
    first = acting[0] if acting else None
    opens = first is not None and first.found is not None and first.found.start - opening <= FRONT
    return first is not None and opens and top(first.ref.class_) in ("Region", "Park") and text.startswith(listed("acts", "onward"), start)
