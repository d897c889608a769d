"""Figures: what a paragraph measures and grants, as atoms."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from loaders.course import Ref
from loaders.indicators import Figure, Horizon, indicators
from loaders.items import Item, top
from loaders.knowledge import listed
from loaders.lexicon import lexicon
from loaders.makeup import is_firm
from loaders.referents.spoken import named_so, project_told
from loaders.resolution import Cast
from loaders.statements.atoms import Atom, Scene
from loaders.statements.measures.guesses import can_have
from loaders.statements.naming import read_span, refer
from loaders.words import Mark, marks_in, words
from loaders.words.word import INSIDE
from ontology.records import Found, Value

NAMED = frozenset({"Region", "Park", "Firm", "Project", "Platform", "Institution"})
WORKS, BRAND = ("Project", "Platform", "Product"), "brand."
LONGEST_KIND = 12  # characters of a heading that is a kind of goods alone
NATIONWIDE = re.compile(r"(?:^|[,，;；年月日底末前])\s*(?:全国|我国|国内)(?:范围内?|累计|共|已|新增|合计)*$")
EVENT = re.compile("(?:本届|本次|此次)?(?:大会|论坛|展会|峰会|博览会|车展|年会|活动)(?:期间|现场|共有?|累计|有)*(?=..)")
BARE = re.compile("(?:整个|全部|该|此|本)?(?:工厂|厂区|园区|基地)(?=.{2})|(?:整个|该|此)项目(?=.{2})")
OF_WORK = re.compile("[,，。](?:该|此|本|整个)?(?:项目|工程)(?:预计|计划|估算|的)?$")  # 两家在甲市建厂,项目预计|投资总额: not the city's
TRADE = re.compile("(?:规模以上|规上)?[\u4e00-\u9fff]{1,10}?(?:产业|制造业|工业|业)(?=(?:增加值|总产值|产值|营业收入|营收))")
MONEY = re.compile("(?:营业收入|主营业务收入|利润总额|利润|利税)(?:增长|增幅|同比|$)")
CLAUSE, NAME = re.compile("[^,，;；。、]{4,}"), 12  # characters in which a short name ends
BUILT = ("Project", "Park", "Platform")
COMPANY = re.compile(
    "(?:(?<=[^\u4e00-\u9fff])|(?<=[年月日的])|^)[\u4e00-\u9fff]{2,16}?(?:公司(?![\u4e00-\u9fff]{0,2}公司)|工厂|基地|项目|产业园)")
DONE = re.compile("今年|去年|签约|引进|开工|投产|新增|累计|完成|建成")  # 甲园今年新签约项目9个: no project of that name
SETS = re.compile("(?:明确|确定|还|同时|并|对此)*(?:提出|指出|要求|规定|明确|确定|设定|定下|把|将|的)")
ANNOUNCED = re.compile(  # 意见提出,2022年新建充电桩4万个
    "(?:《[^》]{2,60}》|(?:该|本|实施|指导)?(?:意见|方案|规划|计划|办法|措施|纲要|文件))(?:明确|还)?(?:提出|要求|明确|规定)(?!.{0,60}(?:已|目前|现有|截至))")
MEASURES = ("产量", "销量", "产销量", "产值", "产能", "保有量", "出口量", "出口额", "营收")
HOLDERS = frozenset({"Region", "Park", "Firm", "Project", "Platform", "AgentGroup", "Institution", "Agency", "Product",
                     "Technology", "Policy", "Event"})


def measured(scene: Scene, start: int, end: int, holder: Callable[[str, int], Ref | None],
             horizon: Horizon | None) -> Iterator[Atom]:
    """One atom for each figure of an indicator in a sentence; `holder` finds what is measured where the sentence names
    nothing before a place in the text, `horizon` is the time that the sentences before set."""
    cast = scene.cast
    kind = "target" if scene.normative else "achieved"
    announced = ANNOUNCED.match(cast.text, start, end) is not None
    trade = ("", "")
    bare: dict[tuple[int, int] | None, Ref] = {}
    setter, firm = announcing(cast, start, end), owning(cast, start, end)
    for figure in indicators(cast.text[start:end], year=scene.year, kind=kind, horizon=horizon,
                             known=known(cast, start, end)):
        first, last = start + figure.name_start, start + figure.name_end
        if cast.text[last:last + 1] == "的" and cast.telling and lexicon().kinds.get(figure.name[-2:]) in ("verb", "either"):
            continue  # 甲集团采购|的50辆客车: how many of them, no measure
        subject, found = owner(cast, figure, start)
        if carried(figure, cast.text[start:end]):
            subject, found = holder(figure.name, first), None
        if subject is None and setter and figure.kind == "target" and setter[1].end <= first:
            subject, found = setter
        if subject is None and firm and not scene.normative and not figure.name.startswith(listed("indicators", "of_things")):
            subject, found = firm
        if announced and figure.kind == "achieved" and not (scene.year and figure.year and figure.year < scene.year):
            figure = replace(figure, kind="target")
        figure = headed(scene, figure)
        subject = subject or bare.get(figure.holder)  # 园区产值9亿元,其中轿车产量2万辆
        figure, subject = pointing(cast, figure, first) if subject is None and cast.telling else (figure, subject)
        country = nationwide(cast, start, first) if subject is None else None
        subject = subject or country or holder(figure.name, first)
        if subject and subject.class_ == "Region" and cast.telling and OF_WORK.search(cast.text, start, first):
            continue
        if subject and found is None and figure.holder:
            bare[figure.holder] = subject
        if subject is None or figure.name == subject.name:
            continue
        if subject.class_ == "Event" and (bare_event := EVENT.match(figure.name)):  # 大会|签约项目9个
            figure, first = replace(figure, name=figure.name[bare_event.end():]), first + bare_event.end()
        if subject.class_ == "Project" and figure.name.startswith("项目") and len(figure.name) > len("项目") + 1:  # 甲基地|项目占地面积
            figure, first = replace(figure, name=figure.name.removeprefix("项目")), first + len("项目")
        trade = traded(figure.name, subject, trade)
        figure = replace(figure, name=trade[0] + figure.name) if MONEY.match(figure.name) and trade[1] == subject.id else figure
        indicator = cast.made(figure.name, "Indicator", key=scene.section or "/")
        if found and found.start <= first and last <= found.end and (named := cast.text.find(figure.name, start, end)) >= 0:
            first, last = named, named + len(figure.name)  # 甲、乙销量依次为…: what is counted does not stand where its holder does
        cast.mention(indicator, first, last)
        yield Atom("hasIndicator", subject, indicator, "hasIndicator.figure", start, end, scene.section,
                   qualifiers=said_of(figure), subject_found=found,
                   object_found=Found(first, last, cast.text[first:last]))


def traded(name: str, subject: Ref, before: tuple[str, str]) -> tuple[str, str]:
    """The trade that a sentence measures a place by (甲省规上汽车业增加值增长9%;|营业收入3亿元: of that trade), and whose it is."""
    said = TRADE.match(name) if subject.class_ in ("Region", "Park") else None
    return (said[0], subject.id) if said else before


def headed(scene: Scene, figure: Figure) -> Figure:
    """A bare measure under the heading of a kind of goods or a trade (三、新能源汽车。…|产量5万辆) is of that."""
    title = next((one.title for one in scene.cast.sections if one.path == scene.section), "").rstrip("。:：")
    head = lexicon().head(title) if figure.name in MEASURES and 2 < len(title) <= LONGEST_KIND else None
    return replace(figure, name=title + figure.name) if head and head[1] in ("Product", "Technology") else figure


def pointing(cast: Cast, figure: Figure, at: int) -> tuple[Figure, Ref | None]:
    """The plant or park that a bare word before the measure points at (工厂|整车产量), and the figure without the word."""
    said = BARE.match(figure.name)
    if said is None:
        return figure, None
    word = said[0].lstrip("整个全部该此本")
    ref = cast.last("Park", "", at) if word == "园区" else project_told(cast, at) if word == "项目" else named_so(cast, word, at)
    bare = replace(figure, name=figure.name[said.end():], name_start=figure.name_start + said.end())
    return (bare, ref) if ref else (figure, None)


def nationwide(cast: Cast, start: int, name: int) -> Ref | None:
    """The country where the figure's clause opens with it (全国累计|建成…), None elsewhere."""
    said = NATIONWIDE.search(cast.text[start:name])
    return cast.known(cast.names.entries["cn"]) if said and "cn" in cast.names.entries else None


def carried(figure: Figure, sentence: str) -> bool:
    """Whether a size comes behind a clause of its own: it is that of the work named there (在甲区建成换电站,日服务能力…)."""
    return figure.holder is not None and sentence.startswith(listed("indicators", "of_things"), figure.name_start) and any(
        sign in sentence[figure.holder[1]:figure.name_start] for sign in ",，")


def known(cast: Cast, start: int, end: int) -> list[tuple[int, int]]:
    """The places, firms, brands and the like that a sentence names, as offsets in it; firms that no list holds first."""
    coined = [(item.start - start, item.end - start) for said in COMPANY.finditer(cast.text, start, end)
              for item in named(cast, *said.span())[-1:] if not item.mark and not item.generic and (
                  top(item.class_) == "Firm" or (item.proper and top(item.class_) in BUILT and item.start == said.start()))]
    coined = [span for span in coined if not DONE.search(cast.text, start + span[0], start + span[1])]
    found = coined + [(mark.start - start, mark.end - start) for mark in marks_in(cast.marks, start, end) if is_own(cast, mark)]
    told = [span for clause in CLAUSE.finditer(cast.text, start, end) for span in opening(cast, *clause.span())] if cast.telling else []
    return found + [(first - start, last - start) for first, last in told if all(
        last - start <= one or other <= first - start for one, other in found)]


def opening(cast: Cast, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The short name of a firm that opens a clause (甲能动力|产值突破9亿元)."""
    said = words(cast.text, start, min(end, start + NAME), cast.marks)
    inside = [size for size in range(3, 6) if size <= len(said) and all(word.kind in INSIDE for word in said[:size])]
    sizes = [size for size in inside if is_firm(said[:size])]
    if sizes:
        yield said[0].start, said[sizes[-1] - 1].end


def is_own(cast: Cast, mark: Mark) -> bool:
    """Whether a mark names one thing that can be measured: a place or firm, a brand, a work that stands somewhere; a kind
    of works (换电站) is what is counted."""
    entries = [cast.names.entries[key] for key in mark.keys if key in cast.names.entries]
    if top(mark.classes[0]) in WORKS and entries:
        return any(entry.key.startswith(BRAND) or entry.links for entry in entries)
    return top(mark.classes[0]) in NAMED


def owning(cast: Cast, start: int, end: int) -> tuple[Ref, Found] | None:
    """The firm that a sentence opens with as the owner of what it tells of (甲公司的客车…,用户超过9万)."""
    mark = next(iter(marks_in(cast.marks, start, end)), None)
    if mark is None or top(mark.classes[0]) != "Firm" or cast.text[start:mark.start].strip() or cast.text[mark.end:mark.end + 1] != "的":
        return None
    ref = cast.of_mark(mark)
    return (ref, Found(mark.start, mark.end, mark.text)) if ref else None


def announcing(cast: Cast, start: int, end: int) -> tuple[Ref, Found] | None:
    """The policy that a sentence opens with and whose targets it tells (《意见》提出,到2025年…)."""
    mark = next(iter(marks_in(cast.marks, start, end)), None)
    if mark is None or top(mark.classes[0]) != "Policy" or re.search("[,，;；]", cast.text[start:mark.start]):
        return None
    ref = cast.of_mark(mark) if SETS.match(cast.text, mark.end, end) else None
    return (ref, Found(mark.start, mark.end, mark.text)) if ref else None


def owner(cast: Cast, figure: Figure, start: int) -> tuple[Ref | None, Found | None]:
    """What the figure measures where it is named in front."""
    if figure.holder is None:
        return None, None
    first, last = start + figure.holder[0], start + figure.holder[1]
    found = [(ref, item) for item in named(cast, first, last) if (ref := refer(cast, item, HOLDERS))]
    found = [one for one in found if one[0].class_ != "Region" or one[1].mark or not glued(cast, one[1])]  # 供应链|川渝
    if not found or (len(found) > 1 and found[-1][1].join):  # what several have together is none's own
        return None, None
    ref, item = found[-1]
    if not can_have(ref, figure.name):
        return None, None
    cast.mention(ref, item.start, item.end)
    return ref, Found(item.start, item.end, item.text)


def glued(cast: Cast, item: Item) -> bool:
    """Whether a known place ends a wording that is no name of its own."""
    return any(mark.end == item.end and mark.start > item.start and mark.classes[0] == "Region" for mark in cast.marks)


def said_of(figure: Figure) -> dict[str, Value]:
    """The qualifiers of an indicator's figure."""
    when = "deadline" if figure.kind == "target" else "date"
    values = {"value": figure.value, "valueMax": figure.value_max, "unit": figure.unit or None,
              "operator": figure.operator if figure.value is not None else None, "year": figure.year,
              when: figure.date, "baseline": figure.baseline, "kind": figure.kind, "condition": figure.level or None}
    return {key: value for key, value in values.items() if value is not None}


def named(cast: Cast, start: int, end: int) -> Sequence[Item]:
    """The things that the characters name."""
    read = read_span(cast, start, end)
    return read.named if read else ()
