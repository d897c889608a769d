"""Leave: papers that allow something: 甲省关于同意设立乙园的批复, 甲厅关于《丙报告书》的审查意见."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.course import Ref
from loaders.metadata import Header
from loaders.referents.policies import policy_named
from loaders.resolution import Cast
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.fields import units
from loaders.statements.naming import read_span, some
from ontology.records import Found

ALLOWING = re.compile(r"关于(?:原则)?(?:同意|批准|核准|准予|支持)?(?:设立|建设|组建|筹建|成立|认定|创建|核准|调整|修订|开展|启用)?"
                      r"(?P<what>.+?)(?:扩区|调位|升级|更名|立项|核准)*"
                      r"(?:的|等的)?(?:批复|审查意见|核准意见|审核意见|审批意见|核准的通知|验收意见|评审意见|备案证?|批准书)$")
TEXTS = re.compile("(?:报告|报告书|报告表|方案|规划|请示|设计|细则|章程|办法|计划|标准|概算)$")
THINGS = ("Park", "Platform", "Project")


def leave(header: Header, cast: Cast, policy: Ref, issuers: Sequence[tuple[Ref, Found]]) -> Iterator[Atom]:
    """What the title of a paper says its issuers allow, and whom it answers: those it is addressed to had asked."""
    title = header.title
    said = ALLOWING.search(title.value) if title else None
    if title is None or said is None or not issuers:
        return
    for reading in header.addressees:
        for ref, found in units(cast, reading.found.start, reading.found.end):
            yield Atom("repliesTo", policy, ref, "repliesTo.leave", reading.found.start, reading.found.end, "", object_found=found)
    first = title.found.start + said.start("what")
    for thing in allowed(cast, said["what"], first):
        for ref, found in issuers:
            if thing.ref.id not in (ref.id, policy.id) and fits("approves", ref.class_, thing.ref.class_):
                place = title.found.start, title.found.end
                yield Atom("approves", ref, thing.ref, "approves.leave", *place, "", subject_found=found, object_found=thing.found)


def allowed(cast: Cast, what: str, first: int) -> tuple[Actor, ...]:
    """The text, park, platform or work that the words name."""
    name = what.strip("《》“”")
    if TEXTS.search(name):
        ref = policy_named(cast, name)
        found = Found(first, first + len(what), what)
        cast.mention(ref, found.start, found.end)
        return (Actor(ref, found),)
    return some(cast, read_span(cast, first, first + len(what)), THINGS)[:1]
