"""Projects: what news measure of a work beside its name (总投资30亿元, 占地500亩)."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, takewhile

from loaders.course import Ref
from loaders.items import top
from loaders.lexicon import load
from loaders.referents.spoken import RECENT, project_told
from loaders.resolution import Cast
from loaders.statements.atoms import Actor, Atom, Scene
from loaders.statements.bare import phase
from loaders.values import Quantity, quantities
from ontology.records import Found, Value

LISTED = re.compile("等[0-9一二三四五六七八九十]+余?个(?P<all>[^,，。;；、的]{0,14}项目)[^。;；]*$")
GOODS = re.compile("[\u4e00-\u9fffA-Z](?<![以左上的及和、])")
ALL_OF = re.compile(  # 甲项目等项目集中开工,总投资
    "等(?:一批)?(?:重大|重点|工业|产业|制造业|招商)*项目[^,，。;；]{0,12}[,，](?:计划|预计|合计|共)*$")
MANY = re.compile(  # 21个项目集中开工,总投资
    "(?:[0-9一二三四五六七八九十百]+余?[个项][^,，。;；]{0,30}?项目|项目[0-9]+[余多]?个)[^。;；]*$")
OPENING = re.compile(  # 甲公司整车基地项目,计划|总投资: a work of its own, by a name that is not read
    "(?:^|[,，;；。:：\n])(?:其中|据介绍|据了解|据悉)?[,，]?(?P<work>[^,，。;；:：\n]{2,40}(?:项目|工程))"
    "(?:[(（][^()（）]*[)）])?[,，]?(?:计划|预计|总计)?$")
LONGEST = 60  # characters of a name or wording right before a measure
SHORT = 4  # characters of a word before a name that may belong to another part of the sentence
THIS = re.compile("(?:该|此|本|这个|这一|上述|整个|全部)?(?:[一二三四五六七八九十首]期)?(?:项目|工程)")
PHASE = re.compile("(?:初期|近期|中期|远期|前期|后期)(?:工程|项目)$")
STAGE, PHASED = re.compile("[一二三四五六]期"), re.compile("[一二三四五六]期(?:项目|工程)?$")
COMING = re.compile("(?:建成|投产|达产|满产|投用|投运)后[^,，。;；]{0,8}$")
ALL = re.compile("(?:全部|全面|整体|[两三]期)[^,，。;；]{0,6}$")
WORKS = ("Project", "Platform", "Park")
OWNERS = (*WORKS, "Firm", "Institution")


@cache
def measures() -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    """The cue before a figure, the name of each measure, and the units that count."""
    data = load("projects")
    names = {word: name for name, words in data["measures"].items() for word in words.split()}
    cues = "|".join(sorted(names, key=lambda word: (-len(word), word)))
    between = "|".join(sorted(data["between"].split(), key=lambda word: (-len(word), word)))
    return re.compile(f"(?P<cue>{cues})(?:{between})*(?=[0-9])"), names, frozenset(data["units"])


def sized(scene: Scene, start: int, end: int, paragraph: int, acting: Sequence[tuple[int, Sequence[Actor]]],
          taken: Sequence[Found]) -> Iterator[Atom]:
    """One atom for each figure of a work in a sentence; `acting` tells who acts from where on, what other rules measured
    is `taken`."""
    cast = scene.cast
    cue, names, units = measures()
    for said in cue.finditer(cast.text, start, end):
        first, last = said.span("cue")
        word = said["cue"]
        figure = next(iter(quantities(cast.text[said.start():end])), None)
        if figure is None or figure.unit not in units or said.start() + figure.start > said.end() + 1 or any(
                found.start < last and first < found.end for found in taken):
            continue
        behind = cast.text[said.start() + figure.end:][:2]
        if behind[:1] == "的" or (names[word] == "年产能" and GOODS.match(behind)):  # 年产能9万辆|轿车: `outputs` reads it
            continue
        owner = whose(cast, first, paragraph, acting, names[word] in load("projects")["own"].split())
        if owner:
            name = names[word]
            indicator = cast.made(name, "Indicator", key=f"{scene.section or '/'}/{owner.id}")
            cast.mention(indicator, first, last)
            coming = scene.normative or COMING.search(cast.text, start, first)
            yield Atom("hasIndicator", owner, indicator, "hasIndicator.size", start, end, scene.section,
                       qualifiers={**sizes(figure), "kind": "target" if coming else "achieved"},
                       object_found=Found(first, last, word))


def whose(cast: Cast, at: int, paragraph: int, acting: Sequence[tuple[int, Sequence[Actor]]], own: bool) -> Ref | None:
    """The work that acts there, else the work named last in the paragraph, else the firm that acts, where the measure is
    one that firms have of their own."""
    then = next((actors for start, actors in reversed(acting) if start <= at), ())
    if group := LISTED.search(cast.text, max(paragraph, cast.text.rfind("。", 0, at)), at):
        return cast.named(group["all"], "Project") if group["all"] != "项目" else None  # 甲、乙等11个零部件项目…,总投资: of all of them
    if owner := adjacent(cast, paragraph, at, own):
        return owner
    if (stage := STAGE.match(cast.text, at)) and (own_part := staged(cast, stage, at)):
        return own_part
    if part := PHASE.search(cast.text, max(paragraph, at - 6), at):
        return phase(cast, part[0], part.start()) if cast.text.endswith("项目", 0, part.start()) else None
    many = MANY.search(cast.text, max(paragraph, cast.text.rfind("。", 0, at) + 1), at)
    sentence = cast.text.rfind("。", 0, at) + 1
    whole = next((actor.ref for actor in then if many and many[0].startswith("项目") and actor.found and top(actor.ref.class_) == "Park"
                  and sentence <= actor.found.start < many.start()), None)
    if whole:  # 甲集群签约项目9个,总投资
        return whole
    if many and not any(top(ref.class_) in WORKS for _, ref in cast.between(cast.text.index("项目", many.start()) + 1, many.end())):
        return None  # 签约11个项目,总投资: of all of them
    if unread(cast, paragraph, at) or ALL_OF.search(cast.text, max(paragraph, at - 40), at):
        return None
    near = last_project(cast, paragraph, at)
    if (near is None or near[0] < sentence) and any(actor.found and sentence <= actor.found.start < at and (
            top(actor.ref.class_) == "Region") for actor in then):
        return None  # 甲市将完成投资9亿元: not of the works spoken of before
    work = next((actor.ref for actor in then if top(actor.ref.class_) in WORKS and not (actor.ref.class_ == "Park" and (
        actor.found and near and actor.found.end <= near[0]))), None)
    firm = next((actor.ref for actor in then if top(actor.ref.class_) in OWNERS), None)
    last = work or (near[1] if near else None)
    if last and ALL.search(cast.text, sentence, at) and PHASED.search(last.name):
        return cast.made(PHASED.sub("", last.name), "Project")  # 一期…,二期…,全部建成后|年产能: of all of it
    return last or (firm if own else None) or project_told(cast, at)


def last_project(cast: Cast, paragraph: int, at: int) -> tuple[int, Ref] | None:
    """The project named last in a paragraph before a place, with where; behind 项目 (项目|总投资) not the line that it builds."""
    said = list(islice(takewhile(lambda one: paragraph <= one[0], cast.backward(("Project",), at)), RECENT))
    called = [one for one in said if "项目" in one[1].name] if cast.text.endswith("项目", 0, at) else []
    return next(iter(called or said), None)


def adjacent(cast: Cast, paragraph: int, at: int, own: bool) -> Ref | None:
    """The firm right before a measure that is one of its own, or by whose name a base of its is called (甲公司乙基地|总投资)."""
    return next((ref for start, ref in cast.between(max(paragraph, at - LONGEST), at) if top(ref.class_) in ("Firm", "Institution") and any(
        one.start == start and one.end == at and (own or one.text.endswith(("基地", "工厂")))
        for one in cast.drafts[ref.id].mentions)), None)


def staged(cast: Cast, said: re.Match[str], at: int) -> Ref | None:
    """The phase of the project spoken of before a measure (甲项目一期投资9亿元,|二期|投资5亿元)."""
    near = next((ref for _, ref in cast.backward(WORKS, at)), None)
    base = PHASED.sub("", near.name) if near else ""
    if near is None or (base == near.name and not near.name.endswith(("项目", "工程", "基地", "工厂", "产业园"))):
        return None
    return near if near.name.endswith(said.group()) else cast.made(base + said.group(), "Project")


def unread(cast: Cast, paragraph: int, at: int) -> bool:
    """Whether a work is named right before a place by words that made no entity: what is measured there is of that one."""
    said = OPENING.search(cast.text, max(paragraph, at - LONGEST), at)
    return said is not None and THIS.fullmatch(said["work"]) is None and not any(
        top(ref.class_) in WORKS and (start - said.start("work") < SHORT or ref.name in said["work"])
        for start, ref in cast.between(*said.span("work")))


def sizes(figure: Quantity) -> dict[str, Value]:
    """The qualifiers of a size."""
    said: dict[str, Value] = {"unit": figure.unit, "operator": figure.operator, "kind": "achieved"}
    if figure.value is not None:
        said["value"] = figure.value
    return said
