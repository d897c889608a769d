"""Titles: who is given one, or put on a list: 认定甲公司、乙公司为链主企业, 授予甲园“丙园区”称号, 甲市入围试点城市, 将甲公司纳入
丙企业库."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from loaders.clauses import Clause, Sentence
from loaders.course import Ref
from loaders.items import top
from loaders.knowledge import group_of, listed
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.modality import modality
from loaders.statements.naming import actors, read_span, some
from loaders.statements.wordings import QUOTES
from ontology.records import Found

NAMES = ("Firm", "Institution", "Association", "Agency", "Region", "Park", "Platform")
HOLDERS = tuple(kind for kind in NAMES if kind != "Agency")
BODIES = ("Agency", "Association", "Institution", "Region")
THINGS = ("Park", "Platform", "Project")
FITTING = ((("企业", "小巨人", "冠军", "公司", "集团", "车企", "独角兽"), ("Firm", "Institution")),
           (("院校", "高校", "学校"), ("Institution",)),
           (("城市", "区县", "县", "市", "地区", "城区"), ("Region",)),
           (("园区", "产业园", "楼宇", "示范区", "先导区", "基地", "集群"), ("Park", "Platform")), (("承接地",), ("Region",)))
STRANGER = re.compile("[\u4e00-\u9fffA-Za-z（）()]{4,14}")
LISTED = re.compile("(?:公示)?(?:名单|名录|榜单|目录)$")  # 列入|绿色工厂|名单
HONOUR = re.compile("”(?:荣誉)?称号")
LEADS = re.compile("(?:20[0-9]{2}(?:年度?)?)?第[一二三四五六七八九十0-9]+批")
words = partial(group_of, "titles")  # a group of the words under a key


@cache
def forms() -> tuple[re.Pattern[str], ...]:
    """认定|甲公司|为|链主企业; 将|甲公司|列入|丙企业库; 授予|甲园|“丙园区”称号; |甲市|入围|试点城市."""
    title = rf"(?P<title>[^,，;；。:：]{{2,40}}?){words('closes')}*[)）]?$"
    return (re.compile(rf"{words('gives')}(?P<who>[^,，;；。]{{2,}}?)(?:共)?(?:等[^,，;；。]{{0,12}})?为{title}"),
            re.compile(rf"(?:将|把|由)(?P<who>[^,，;；。]{{2,}}?)(?:等[^,，;；。]{{0,12}}?)?{words('puts')}(?:了)?{title}"),
            re.compile(r"授予(?P<who>[^,，;；。“]{2,}?)(?:等[^,，;；。“]{0,12})?(?P<title>“[^”]{2,30}”)(?:荣誉)?(?:称号|牌匾|匾牌|铜牌)"),
            re.compile(rf"(?P<front>.*?)被[^,，;；。]{{2,40}}?(?:联合|共同)?{words('puts')}{title}"),
            re.compile(rf"(?P<front>.*?)(?<!建设)(?<!打造)(?<!发展)(?<!建)(?<!培育){words('takes')}(?:为|了|成为)?(?P<by>[^,，;；。]{{2,20}}?(?:公布|发布|评选|认定|评定)的)?{title}"))


def titles(voice: Voice, sentence: Sentence, said: list[Atom]) -> list[Atom]:
    """The atoms of a sentence with those of the clauses that give titles; a title is not what is allowed (授予甲园“乙园”称号)."""
    found = list(titled(voice, sentence, said))
    given_ = {atom.object.name for atom in found if atom.rule == "memberOf.title"}
    text = voice.cast.text
    return [*(atom for atom in said if atom.relation != "approves" or not (atom.object.name in given_ or (
        atom.object_found and HONOUR.match(text, atom.object_found.end)))), *found]


def titled(voice: Voice, sentence: Sentence, said: list[Atom]) -> Iterator[Atom]:
    """The atoms of the clauses that give titles, where nothing else has read them; what is wished or denied is none."""
    known = {(atom.relation, atom.subject.id, atom.object.id) for atom in said}
    for clause in sentence.clauses:
        verbs = [part.text for part in clause.parts if part.kind in ("verb", "adverb")]
        for atom in given(voice, clause) if not modality().unreal(verbs) else ():
            if (atom.relation, atom.subject.id, atom.object.id) not in known:
                known.add((atom.relation, atom.subject.id, atom.object.id))
                yield atom


def given(voice: Voice, clause: Clause) -> Iterator[Atom]:
    """Those that a clause names with their title."""
    text, end = voice.cast.text, clause.end - (voice.cast.text[clause.end - 1] in "。；;,，")
    for n, form in enumerate(forms()):
        match = form.match(text, clause.start, end) if n > 2 else form.search(text, clause.start, end)
        title = group(voice, match, n == 2) if match else None
        if match is None or title is None:
            continue
        kinds = fitting(title.ref.name)
        holders = holding(voice, clause, match) if n > 2 else (
            some(voice.cast, read_span(voice.cast, *match.span("who")), NAMES) or strangers(voice, match, title.ref.name))
        holders = tuple(one for one in holders if top(one.ref.class_) in kinds)
        for one in holders:
            if one.ref.id != title.ref.id and fits("memberOf", one.ref.class_, title.ref.class_) and top(one.ref.class_) != "AgentGroup":
                yield voice.tie("memberOf", one, title, "memberOf.title")
        if n in (0, 2):
            yield from approved(voice, clause, match.start(), holders)
        return


def fitting(title: str) -> tuple[str, ...]:
    """Who can have a title that ends so: firms are 企业, places are 城市."""
    return next((kinds for ends, kinds in FITTING if title.strip(QUOTES).endswith(ends)), NAMES)


def strangers(voice: Voice, match: re.Match[str], title: str) -> tuple[Actor, ...]:
    """Those that have no class of their own are of the class of the title that they get (授予甲大厦“乙楼宇”称号)."""
    kind, found, at = fitting(title)[0], [], match.start("who")
    if kind not in ("Firm", "Park") or fitting(title) == NAMES:
        return ()
    for name in re.split("[、和及与]", match["who"]):
        ref = voice.cast.named(name, kind) if STRANGER.fullmatch(name) else None
        if ref:
            found.append(Actor(ref, Found(at, at + len(name), name)))
        at += len(name) + 1
    return tuple(found)


def approved(voice: Voice, clause: Clause, at: int, holders: tuple[Actor, ...]) -> Iterator[Atom]:
    """Who gives the title approves the place or work that gets it."""
    for body in givers(voice, clause, at):
        for one in holders:
            if body.ref.id != one.ref.id and fits("approves", body.ref.class_, one.ref.class_):
                yield voice.tie("approves", body, one, "approves.title")


def givers(voice: Voice, clause: Clause, at: int) -> tuple[Actor, ...]:
    """Who gives a title: named in front in the clause, else the last body that acted in the sentence, else who writes."""
    fronts = [part.phrase for part in clause.parts if part.phrase and part.end <= at]
    named = next((found for phrase in reversed(fronts) if (found := actors(voice.cast, phrase, BODIES))), ())
    before = voice.memory.last_of(BODIES, voice.span[0], at)
    speaker = voice.cast.speaker if not voice.cast.telling else None
    return named or before or ((Actor(speaker, None),) if speaker and top(speaker.class_) in BODIES else ())


def group(voice: Voice, match: re.Match[str], called: bool) -> Actor | None:
    """The class that a title names: it ranks (国家级, 第二批, 试点) and ends like one, or stands before 称号."""
    start, end = match.span("title")
    name = match["title"]
    name = name.strip(QUOTES) if name[0] in QUOTES and not re.search("”.", name) else name
    lead = LEADS.match(name) or re.match(words("leads"), name)
    name = name[lead.end():] if lead else name
    listing = LISTED.sub("", name)
    name = listing if re.search(words("heads") + "$", listing) else name
    fit = called or (re.search(words("ranks"), name) and re.search(words("heads") + "$", name.rstrip(QUOTES)))
    if not fit or re.search(f"[0-9]{{2,}}(?!级)|的|项目|^[该本此其这]|^{words('doing')}", name):
        return None
    ref: Ref | None = voice.cast.named(name, "AgentGroup")
    if ref is None:
        return None
    voice.cast.mention(ref, start, end)
    return Actor(ref, None)


def holding(voice: Voice, clause: Clause, match: re.Match[str]) -> tuple[Actor, ...]:
    """Who gets it: named in front in the clause, else whoever acts there."""
    parts = clause.parts
    fronts = [part for n, part in enumerate(parts) if part.phrase and part.end <= match.end("front") and not (
        n and parts[n - 1].text in listed("approves", "by"))]
    fronts = [part for part in fronts if not part.text.endswith(("月", "日", "年", "上", "中"))]
    if fronts:
        return some(voice.cast, fronts[-1].phrase, HOLDERS) or actors(voice.cast, fronts[-1].phrase, HOLDERS)
    return tuple(one for one in voice.acting(clause.start)[0] if top(one.ref.class_) in HOLDERS)
