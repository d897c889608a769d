"""What is handed to whom, in what rules and explains: who has what the text rules to do (由甲局受理, 委托乙中心承担, 办公室设在丙局),
who gives what (由乙、丙分别出资), and who has to report where (在甲平台备案). The words are in `patterns/bodies.yaml`."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.clauses import Clause
from loaders.course import Ref
from loaders.items import top
from loaders.knowledge import listed
from loaders.statements.acts.bodies import bare, listed_units, words
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.naming import place, read_span, some
from loaders.values import quantities

GIVING = re.compile(r"(?:其中)?由?(?P<who>.+?)(?:分别|各自|各|共同|计划|拟)?(?:认缴)?出资(?P<sums>(?:[\d.]+[万亿]*元[、和]?)+)$")
CHARGED = ("负责解释", "具体负责解释", "统筹协调", "负责统筹协调")  # `charges` reads these


@cache
def seating() -> re.Pattern[str]:
    """办公室设在甲局."""
    return re.compile(rf"(?P<front>.*?)(?P<role>{words('offices')}){words('seated')}(?P<who>[^,，]+)$")


@cache
def handing() -> re.Pattern[str]:
    """申请由甲局受理、审核并兑现."""
    verb = f"{words('handed')}(?:[、和及并与]*{words('handed')}){{0,3}}"
    return re.compile(rf"(?P<what>[^由]*?)(?:{words('manner')})*由(?P<who>[^由]+?)(?P<how>(?:{words('manner')})*)(?P<verb>{verb})$")


@cache
def entrusting() -> re.Pattern[str]:
    """委托甲中心承担评估, 委托甲中心对申报材料进行评审."""
    return re.compile(r"(?P<giver>.*?)(?:应当|可以?|须|依法|统一)?委托(?:具[备有][^,，]{2,12}的)?(?P<who>[^,，]+?)(?:对[^,，对]{2,16}?)?"
                      rf"(?P<verb>{words('entrusting')})(?P<what>.*)$")


@cache
def changing() -> re.Pattern[str]:
    """牵头单位由甲局调整为乙局."""
    return re.compile(rf"(?:将|把)?.*?(?P<role>{words('changing')}(?:单位|部门)).*?"
                      r"(?:调整|变更|明确|确定|修改|更改|改)为(?P<who>[^,，]+)$")


@cache
def acting() -> re.Pattern[str]:
    """甲局为本项工作的牵头单位; 责任单位为甲局."""
    return re.compile(rf"(?P<who>.+?)(?:分别|同为)?(?:为|作为|是)(?:本[^,，]{{1,8}}的?)?(?P<role>{words('acting')}+(?:单位|部门|机构))$")


@cache
def sharing() -> re.Pattern[str]:
    """市国资委、各区县分工落实."""
    return re.compile(rf"(?P<who>[^由向对将把在以]+?)(?P<how>(?:{words('manner')})+)(?P<verb>{words('handed')})$")


@cache
def labelling() -> re.Pattern[str]:
    """责任单位为甲局和乙局; 配合单位有丙局."""
    return re.compile(rf"(?:本[^,，]{{1,8}}的?)?(?P<role>{words('acting')}+(?:单位|部门|机构))(?:分别)?(?:为|是|有|包括)(?P<who>.+)$")


@cache
def paper() -> re.Pattern[str]:
    return re.compile(f"(?:本|该|以上|上述)?{words('papers')}(?:资金|条款|的?实施|兑现|的?解释)?")


@cache
def reported() -> re.Pattern[str]:
    """向甲平台上传."""
    return re.compile(rf"(?:在|向|通过|登录|经由|依托|于)(?P<where>[^,，在向]{{2,24}}?{words('platforms')})(?:上|内|中)?"
                      rf"(?:完成|进行|提交|实时|如实|统一|线上|在线|自主|及时|全量)*{words('reporting')}")


def handed(voice: Voice, clause: Clause) -> Iterator[Atom]:
    """The atoms of one clause."""
    yield from charged_with(voice, clause)
    if voice.scene.normative:
        yield from given(voice, clause)
        yield from reporting(voice, clause)


def match_of(said: str) -> re.Match[str] | None:
    """What of a clause hands something to somebody; who bears the costs only pays them."""
    patterns = (changing, entrusting, seating, labelling, handing, acting, sharing)
    found = next((match for pattern in patterns if (match := pattern().match(said))), None)
    if found is None or found.re not in (handing(), sharing()):
        return found
    if found.re is sharing():
        return None if found["how"] + found["verb"] in CHARGED else found
    pays = found["what"].endswith(listed("bodies", "costs")) and found["verb"] in listed("bodies", "bearing")
    return None if pays or found["how"] + found["verb"] in CHARGED else found


def charged_with(voice: Voice, clause: Clause) -> Iterator[Atom]:
    """办公室设在甲局; 申请由甲局受理; 委托甲中心承担评估; 牵头单位由甲局调整为乙局: what the text rules there is theirs to do."""
    found = match_of(bare(voice, clause))
    target = target_of(voice, found) if found else None
    if found is None or target is None:
        return
    role = found.groupdict().get("role") or found["verb"]
    relation = "assists" if role.startswith(listed("bodies", "helping")) else "responsibleFor"
    charged = [one for one in listed_units(voice, clause, found) if fits(relation, one.ref.class_, target.class_)]
    yield from (voice.tie(relation, one, Actor(target, None), f"{relation}.body", {"role": role}) for one in charged)
    if found.re is seating() and charged:
        voice.act(tuple(charged))
    for giver in listed_units(voice, clause, found, "giver") if found.re is entrusting() else ():
        for one in charged:
            if giver.ref.id != one.ref.id and fits("cooperatesWith", giver.ref.class_, one.ref.class_):
                yield voice.pair(giver, one, "cooperatesWith.entrusted")


def target_of(voice: Voice, found: re.Match[str]) -> Ref | None:
    """What is handed over: the provision, or the whole paper where the clause speaks of it."""
    target = voice.scene.default if voice.scene.normative else voice.scene.told
    if found.re is handing():
        whole = found["verb"] == "解释" or paper().fullmatch(found["what"])
    else:
        whole = found.re is acting() and voice.cast.parties
    return (voice.cast.policy or target) if whole and voice.scene.normative else target


def reporting(voice: Voice, clause: Clause) -> Iterator[Atom]:
    """充电企业应在甲平台备案; 向甲平台上传数据; 通过甲系统填报: whoever has to do so uses it."""
    found = reported().search(bare(voice, clause))
    front = next((part.phrase for part in clause.parts if part.phrase), None)
    start = clause.start + found.start("where") if found else 0
    if found is None or front is None:
        return
    users = some(voice.cast, front, ("AgentGroup", "Firm", "Institution")) if front.end <= start else ()
    users = users or tuple(actor for actor in voice.memory.actors if top(actor.ref.class_) == "AgentGroup")
    for platform in some(voice.cast, read_span(voice.cast, start, clause.start + found.end("where")), ("Platform",)):
        for user in users:
            yield voice.tie("uses", user, platform, "uses.report")


def given(voice: Voice, clause: Clause) -> Iterator[Atom]:
    """设立甲基金,由乙、丙分别出资4亿元、3亿元: each helps the fund with its sum."""
    found, thing = GIVING.match(bare(voice, clause)), voice.memory.thing
    if found is None or thing is None or thing[0].start < voice.span[0] or top(thing[1].class_) not in ("Instrument", "Project"):
        return
    givers = list(listed_units(voice, clause, found))
    sums = [sum_ for sum_ in quantities(found["sums"]) if sum_.unit == "CNY"]
    for giver, money in zip(givers, sums * len(givers) if len(sums) == 1 else sums, strict=False):
        if fits("supports", giver.ref.class_, thing[1].class_):
            yield voice.tie("supports", giver, Actor(thing[1], place(voice.cast, thing[0])), "supports.given",
                            {"amount": money.value, "unit": money.unit})
