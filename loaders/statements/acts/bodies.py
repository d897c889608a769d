"""Bodies, in what rules: who makes up a body and where its office sits, who is handed what the text rules, who is put among
whom, and who takes whose place.

These clauses list their units as fields do (甲局、乙局、丙集团), so their names are read as a field's.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.clauses import Clause, Part, Sentence
from loaders.items import ACTORS, top
from loaders.resolution import Ref
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.fields import units
from loaders.statements.naming import place, read_span, some
from loaders.values import quantities

KINDS = "(?:专班|领导小组|工作组|协调组|专家组|推进组|小组|联席会议|工作机制|委员会|专委会|指挥部|联盟|联合体|共同体|协会|联席会)"
BODY = re.compile(rf"(?P<name>[\u4e00-\u9fffA-Za-z0-9“”（）()—-]*?{KINDS})")
MADE_UP = re.compile(r"(?:^|(?P<front>.*?)(?:主要|共同)?)由(?P<who>.+?)(?:等(?:多?个?(?:市级|有关|相关)?(?:部门|单位|企业))?)?"
                     r"(?:共同|联合)?(?:组成|构成|参加|组建|为成员(?:单位)?|任成员(?:单位)?)$")
MEMBERS = re.compile(r"(?P<front>.*?)(?:组成|成员)(?:单位|部门)?(?:主要)?(?:包括|包含|有|由|为|涵盖|:|：)+(?P<who>.+?)"
                     r"(?:等(?:部门|单位|企业)?)?(?:组成)?$")
SERVING = re.compile(r"(?P<who>.+?)(?:等(?:部门|单位|企业)?)?(?:分管领导|分管负责人|相关负责人|主要负责人|负责人|有关负责同志)?"
                     r"(?:为|任|担任|作为)(?P<role>(?:副)?(?:成员|组长|召集人|主任|理事长|牵头)(?:单位)?)$")
SEATED = re.compile(r"(?P<front>.*?)(?P<role>办公室|秘书处|日常办事机构|办事机构|工作专班)(?:设在|设于|挂靠在?|落在)(?P<who>[^,，]+)$")
HANDED = re.compile(r"(?P<what>[^由]*?)(?<![资经费金用款责险失息])(?:具体|统一|分别)?由(?P<who>[^由]+?)(?<!负责)"
                    r"(?:具体|统一|共同|联合|按职责|组织|依职权)*(?P<verb>解释|受理|承担|办理|审核|组织实施|评审|兑现|监督管理|审批|验收|认定|初审|复核"
                    r"|评估|监管|督促落实|组织开展|统一管理)$")
ENTRUSTED = re.compile(r"(?P<giver>.*?)(?:应当|可以?|须|依法|统一)?委托(?:具[备有][^,，]{2,12}的)?(?P<who>[^,，]+?)"
                       r"(?P<verb>承担|开展|实施|负责|组织|运营|管理|编制|进行|办理|代管|运维)(?P<what>.*)$")
CHANGED = re.compile(r"(?:将|把)?.*?(?P<role>(?:牵头|责任|主管|实施|承办|受理|主责)(?:单位|部门)).*?"
                     r"(?:调整|变更|明确|确定|修改|更改|改)为(?P<who>[^,，]+)$")
PAPER = re.compile("(?:本|该)?(?:规划|方案|办法|细则|政策|措施|意见|规定)")
ACTING_AS = re.compile(r"(?P<who>.+?)(?:分别|同为)?(?:为|作为|是)(?:本[^,，]{1,8}的?)?"
                       r"(?P<role>(?:总?牵头|联络|对接|责任|实施|协调|主管|归口|执行|具体|日常|管理|主责)+(?:单位|部门|机构))$")
GIVING = re.compile(r"(?:其中)?由?(?P<who>.+?)(?:分别|各自|各|共同|计划|拟)?(?:认缴)?出资(?P<sums>(?:[\d.]+[万亿]*元[、和]?)+)$")
REPORTING = re.compile(r"(?:在|向|通过|登录|经由|依托|于)(?P<where>[^,，在向]{2,24}?(?:平台|系统|小程序|APP|客户端))(?:上|内|中)?"
                       r"(?:完成|进行|提交|实时|如实|统一|线上|在线|自主|及时|全量)*(?:注册|备案|申报|填报|上传|登记|报名|申请|申领|提交|报送|推送|领取|核销"
                       r"|接单|录入|归集|发布)")
ENLISTED = re.compile(r"\s*(?P<role>(?:副|常务副)?(?:组长|成员|召集人|理事长|理事|牵头|主任|会长)单位) *[:：] *(?P<who>[^。\n]+)")
MEMBER = ("Agency", "Firm", "Institution", "Association", "AgentGroup")
CHOSEN = ("确定", "认定", "公布", "遴选", "评选", "评定", "选定", "选取", "命名", "列", "增补", "评", "推荐",
          "聘请", "吸收", "新增")
CHOSEN_AS = ("认定为", "列为", "确定为", "评为", "命名为", "评定为", "选定为", "纳入", "列入", "作为", "增补为")
NAMES = ("Firm", "Institution", "Association", "Agency", "Platform", "Park")


def bodies(voice: Voice, clause: Clause) -> Iterator[Atom]:
    """The atoms of one clause of a text that rules."""
    said = voice.cast.text[clause.start:clause.end].rstrip("。；;，, ")
    yield from composed(voice, clause, said)
    yield from charged_with(voice, clause, said)
    yield from chosen(voice, clause.parts)
    yield from given(voice, clause, said)
    yield from reporting(voice, clause, said)


def composed(voice: Voice, clause: Clause, said: str) -> Iterator[Atom]:
    """设立甲专班,由乙局、丙局组成; 成员单位包括乙局、丙局; 乙局任副组长单位: they are in it."""
    found = MADE_UP.match(said) or MEMBERS.match(said) or SERVING.match(said)
    whole = body_of(voice, clause, said[:found.start("who")]) if found else None
    role = found.groupdict().get("role") if found else None
    for one in listed_units(voice, clause, found) if found and whole else ():
        if whole and one.ref.id != whole.id and fits("memberOf", one.ref.class_, whole.class_):
            yield voice.tie("memberOf", one, Actor(whole, None), "memberOf.body", {"role": role} if role else {})


def charged_with(voice: Voice, clause: Clause, said: str) -> Iterator[Atom]:
    """办公室设在甲局; 申请由甲局受理; 委托甲中心承担评估; 牵头单位由甲局调整为乙局: what the text rules there is theirs to do."""
    target = voice.scene.default
    seated, handed = SEATED.match(said), HANDED.match(said)
    entrusted, changed = ENTRUSTED.match(said), CHANGED.match(said)
    found = changed or entrusted or seated or handed or ACTING_AS.match(said)
    if found is None or target is None:
        return
    whole = found is handed and (handed["verb"] == "解释" or PAPER.fullmatch(handed["what"]))
    if whole or (found.re is ACTING_AS and voice.cast.parties):
        target = voice.cast.policy or target
    role = found.groupdict().get("role") or found["verb"]
    charged = list(listed_units(voice, clause, found))
    for one in charged:
        if fits("responsibleFor", one.ref.class_, target.class_):
            yield voice.tie("responsibleFor", one, Actor(target, None), "responsibleFor.body", {"role": role})
    if found is seated and charged:
        voice.act(tuple(charged))
    for giver in listed_units(voice, clause, found, "giver") if found is entrusted else ():
        for one in charged:
            if giver.ref.id != one.ref.id and fits("cooperatesWith", giver.ref.class_, one.ref.class_):
                yield voice.pair(giver, one, "cooperatesWith.entrusted")


def chosen(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """确定甲公司、乙公司为链主企业; 将甲公司列为试点企业: they are among these."""
    verbs = [n for n, part in enumerate(parts) if part.text in CHOSEN and part.kind in ("verb", "nominal", "phrase")]
    at = next((n for n in verbs if len(parts) > n + 3 and parts[n + 1].phrase
               and any(part.text in ("为", "作为") for part in parts[n + 2:])), None)
    moved = next((n for n, part in enumerate(parts) if part.text in ("将", "把") and len(parts) > n + 3
                  and any(later.text in CHOSEN_AS for later in parts[n + 2:])), None)
    first = at if at is not None else moved
    if first is None or not parts[first + 1].phrase:
        return
    group = next((actor for part in reversed(parts[first + 2:]) if part.phrase
                  for actor in some(voice.cast, part.phrase, ("AgentGroup",))), None)
    for one in some(voice.cast, parts[first + 1].phrase, NAMES) if group else ():
        if group and one.ref.id != group.ref.id and fits("memberOf", one.ref.class_, group.ref.class_):
            yield voice.tie("memberOf", one, group, "memberOf.chosen")


def reporting(voice: Voice, clause: Clause, said: str) -> Iterator[Atom]:
    """充电企业应在甲平台备案; 向甲平台上传数据; 通过甲系统填报: whoever has to do so uses it."""
    found = REPORTING.search(said)
    front = next((part.phrase for part in clause.parts if part.phrase), None)
    start = clause.start + found.start("where") if found else 0
    if found is None or front is None:
        return
    users = some(voice.cast, front, ("AgentGroup", "Firm", "Institution")) if front.end <= start else ()
    users = users or tuple(actor for actor in voice.memory.actors if top(actor.ref.class_) == "AgentGroup")
    for platform in some(voice.cast, read_span(voice.cast, start, clause.start + found.end("where")), ("Platform",)):
        for user in users:
            yield voice.tie("uses", user, platform, "uses.report")


def enlisted(voice: Voice, sentence: Sentence) -> Iterator[Atom]:
    """组长单位:甲局 / 成员单位:乙局、丙局, under a body that the text has set up: they are in it."""
    found = ENLISTED.match(voice.cast.text, sentence.start, sentence.end)
    whole = next((ref for start, ref in reversed(voice.cast.earlier(sentence.start)) if re.search(KINDS + "$", ref.name)), None)
    for ref, where in units(voice.cast, *found.span("who")) if found and whole else ():
        if found and whole and top(ref.class_) in MEMBER and fits("memberOf", ref.class_, whole.class_):
            yield voice.tie("memberOf", Actor(ref, where), Actor(whole, None), "memberOf.label", {"role": found["role"]})


def given(voice: Voice, clause: Clause, said: str) -> Iterator[Atom]:
    """设立甲基金,由乙、丙分别出资4亿元、3亿元: each helps the fund with its sum."""
    found, thing = GIVING.match(said), voice.memory.thing
    if found is None or thing is None or thing[0].start < voice.span[0] or top(thing[1].class_) not in ("Instrument", "Project"):
        return
    givers = list(listed_units(voice, clause, found))
    sums = [sum_ for sum_ in quantities(found["sums"]) if sum_.unit == "CNY"]
    for giver, money in zip(givers, sums * len(givers) if len(sums) == 1 else sums, strict=False):
        if fits("supports", giver.ref.class_, thing[1].class_):
            yield voice.tie("supports", giver, Actor(thing[1], place(voice.cast, thing[0])), "supports.given",
                            {"amount": money.value, "unit": money.unit})


def listed_units(voice: Voice, clause: Clause, found: re.Match[str], key: str = "who") -> Iterator[Actor]:
    """The bodies that a group of a match names."""
    start, end = clause.start + found.start(key), clause.start + found.end(key)
    for ref, where in units(voice.cast, start, end) if end > start else ():
        if top(ref.class_) in MEMBER:
            yield Actor(ref, where)


def body_of(voice: Voice, clause: Clause, front: str) -> Ref | None:
    """The body that a clause speaks of: named in it, else the last that its sentence named."""
    before = voice.cast.text[voice.span[0]:clause.start] + front
    named = list(BODY.finditer(before))
    known = next((ref for start, ref in reversed(voice.cast.earlier(clause.start + len(front)))
                  if start >= voice.span[0] and re.search(KINDS + "$", ref.name)), None)
    if known or not named:
        return known
    start = voice.span[0] + named[-1].start()
    end = voice.span[0] + named[-1].end()
    mark = next((mark for mark in voice.cast.marks if mark.end == end and mark.start >= start), None)
    return voice.cast.of_mark(mark) if mark and top(mark.classes[0]) in ACTORS else None


