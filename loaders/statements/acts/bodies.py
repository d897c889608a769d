"""Bodies, in what rules: who makes up a body, by the words of `patterns/bodies.yaml`.

These clauses list their units as fields do (甲局、乙局、丙集团), so their names are read as a field's.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from loaders.clauses import Clause, Sentence
from loaders.course import Ref
from loaders.items import ACTORS, top
from loaders.knowledge import group_of, listed
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.fields import units

ENLISTED = re.compile(r"\s*(?P<role>(?:副|常务副)?(?:组长|成员|召集人|理事长|理事|牵头|主任|会长)单位) *[:：] *(?P<who>[^。\n]+)")
MORE = "(?:等(?:多?[0-9一二三四五六七八九十]*[个家]?(?:市级|有关|相关)?(?:部门|单位|企业|机构))?)?"  # 甲局、乙局等12家单位
MEMBER = ("Agency", "Firm", "Institution", "Association", "AgentGroup")
words = partial(group_of, "bodies")  # a group of the words under a key


@cache
def named_body() -> re.Pattern[str]:
    """The name of a body, or only how it ends."""
    return re.compile(rf"(?P<name>[\u4e00-\u9fffA-Za-z0-9“”（）()—-]*?{words('kinds')})")


@cache
def ending() -> re.Pattern[str]:
    return re.compile(words("kinds") + "$")


@cache
def composing() -> tuple[re.Pattern[str], ...]:
    """由甲局、乙局组成; 成员单位包括甲局、乙局; 甲局任副组长单位, 乙大学等10家单位参加."""
    made = rf"(?:^|(?P<front>.*?)(?:主要|共同)?)由(?P<who>.+?){MORE}(?:共同|联合)?{words('making')}$"
    members = (rf"(?P<front>.*?){words('members')}(?:单位|部门)?(?:主要)?{words('listing')}+(?P<who>.+?)(?:等(?:部门|单位|企业)?)?"
               "(?:组成)?$")
    serving = (rf"(?:由|以)?(?P<who>.+?){MORE}{words('leaders')}?{words('serving')}(?P<role>{words('posts')}(?:单位)?)$")
    joining = rf"(?P<who>.+?){MORE}(?:共同)?(?:参加|参与|加入)$"
    return tuple(map(re.compile, (made, members, serving, joining)))


def composed(voice: Voice, clause: Clause) -> Iterator[Atom]:
    """设立甲专班,由乙局、丙局组成; 成员单位包括乙局、丙局; 乙局任副组长单位: they are in it."""
    said = bare(voice, clause)
    found = next((match for pattern in composing() if (match := pattern.match(said))), None)
    if found is None or (found.re is composing()[-1] and not stands(voice, clause)):
        return
    whole = body_of(voice, clause, said[:found.start("who")])
    role = found.groupdict().get("role")
    for one in listed_units(voice, clause, found) if whole else ():
        if whole and one.ref.id != whole.id and fits("memberOf", one.ref.class_, whole.class_):
            yield voice.tie("memberOf", one, Actor(whole, None), "memberOf.body", {"role": role} if role else {})


def stands(voice: Voice, clause: Clause) -> bool:
    """Whether the clause before speaks of who leads a body (由甲公司任理事长单位,乙大学等参加)."""
    before = voice.cast.text[voice.span[0]:clause.start].rstrip(",，、")
    return before.endswith(tuple(post + "单位" for post in listed("bodies", "posts")))


def bare(voice: Voice, clause: Clause) -> str:
    """The words of a clause without what ends it."""
    return voice.cast.text[clause.start:clause.end].rstrip("。；;，, ")


def enlisted(voice: Voice, sentence: Sentence) -> Iterator[Atom]:
    """组长单位:甲局 / 成员单位:乙局、丙局, under a body that the text has set up: they are in it."""
    found = ENLISTED.match(voice.cast.text, sentence.start, sentence.end)
    if found is None:
        return
    whole = next((ref for _, ref in reversed(voice.cast.earlier(sentence.start)) if ending().search(ref.name)), None)
    for ref, where in units(voice.cast, *found.span("who")) if whole else ():
        if whole and top(ref.class_) in MEMBER and fits("memberOf", ref.class_, whole.class_):
            yield voice.tie("memberOf", Actor(ref, where), Actor(whole, None), "memberOf.label", {"role": found["role"]})


def listed_units(voice: Voice, clause: Clause, found: re.Match[str], key: str = "who") -> Iterator[Actor]:
    """The bodies that a group of a match names."""
    start, end = clause.start + found.start(key), clause.start + found.end(key)
    for ref, where in units(voice.cast, start, end) if end > start else ():
        if top(ref.class_) in MEMBER:
            yield Actor(ref, where)


def body_of(voice: Voice, clause: Clause, front: str) -> Ref | None:
    """The body that a clause speaks of: named in it, else the last that its sentence named."""
    said = list(named_body().finditer(voice.cast.text[voice.span[0]:clause.start] + front))
    known = next((ref for _, ref in reversed(voice.cast.between(voice.span[0], clause.start + len(front)))
                  if ending().search(ref.name)), None)
    if known or not said:
        return known
    start, end = voice.span[0] + said[-1].start(), voice.span[0] + said[-1].end()
    mark = next((mark for mark in voice.cast.marks if mark.end == end and mark.start >= start), None)
    return voice.cast.of_mark(mark) if mark and top(mark.classes[0]) in ACTORS else None
