"""Outputs: what news say that a work makes in a year and what it costs, in a clause of any shape: 形成年产9万辆轿车的能力,
年产能为电池9GWh、电机5万套, 每年能够生产电池9GWh; 投资9亿元的甲项目, 甲项目投资9亿元."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.course import Ref
from loaders.items import top
from loaders.lexicon import lexicon
from loaders.referents.spoken import latest
from loaders.resolution import Cast
from loaders.statements.atoms import Actor, Atom, Scene
from loaders.statements.bare import PHASE, phase
from loaders.statements.measures.projects import sizes, whose
from loaders.values import Quantity, quantities
from ontology.records import Found

Acting = Sequence[tuple[int, Sequence[Actor]]]
GOODS = ("Product", "Technology")
WORKS = ("Project", "Park", "Platform")
HOLDERS = ("Project", "Park", "Platform", "Firm", "Region")
PLANTS = ("基地", "工厂", "产业园")
SAID = "[^,，。;；、的0-9]{1,14}?"
COUNT = "[0-9][0-9.]*(?:万|亿|千|百)?(?:多|余)?(?:[辆台套块颗只片件组吨条支个]|GWh|MWh|吉瓦时)"
ABLE = "的?(?:整车|综合|设计|规划)?(?:生产)?(?:能力|规模|产能)"
YEAR = "(?<![去今当上全本前明同近])年"  # 去年产车9万辆 is no capacity
BEHIND = re.compile(f"{YEAR}产(?:能)?(?P<figure>{COUNT})(?P<goods>[^,，。;；、的0-9]{{2,14}}?)(?={ABLE}|[,，。;；、的和及]|$)")
FRONT = re.compile(f"(?:{YEAR}产(?:能|(?![量值能]))|设计产能|规划产能|产能"
                   f"|每年(?:能够|可以|可|能|将|都|会)*(?:生产|制造|产出)|{YEAR}(?:可|能)?生产)"
                   "(?:为|是|达到?|约为?|可达|包括|将达)*")
LISTED = re.compile(f"(?P<goods>{SAID})(?:约|近|超过?|达到?|逾|可达)?(?P<figure>{COUNT})")
COST = re.compile("(?P<cue>投资|投入|耗资|斥资|投|花费?)[额了]?(?:达到?|约|近|超过?|达到?|逾|共|仅|高达|为)*(?=[0-9])")
OWNED = re.compile("(?:项目|工程|基地|工厂|产业园|园区|生产线|中心)(?:计划|预计|拟|规划|一?共|累计|已|将)*$")
LATER = re.compile("将|建成后|投产后|达产后|后|可|有望|预计|力争|最终|拟|计划|能够")
NEAR = 30  # characters behind 的 in which the work is named
YEARLY = "年产能"


def outputs(scene: Scene, start: int, end: int, paragraph: int, acting: Acting) -> Iterator[Atom]:
    """The atoms of a sentence; `acting` tells who acts from where on."""
    text = scene.cast.text
    for said in BEHIND.finditer(text, start, end):
        yield from output(scene, (start, end), said, acting, paragraph)
    for said in FRONT.finditer(text, start, end):
        at = said.end()
        while one := LISTED.match(text, at, end):
            yield from output(scene, (start, end), one, acting, paragraph, said.start())
            at = one.end() + 1 if text[one.end():one.end() + 1] in ("、", "和", "及") else end
    yield from costs(scene, start, end, acting, paragraph)


def output(scene: Scene, span: tuple[int, int], said: re.Match[str], acting: Acting, paragraph: int,
           cue: int | None = None) -> Iterator[Atom]:
    """One yearly output, held by the work or firm that acts there."""
    cast = scene.cast
    first = said.start() if cue is None else cue
    figure = next(iter(quantities(said["figure"])), None)
    owner = (alone(acting, first, span[0]) or whose(cast, first, paragraph, acting, True)) if figure and figure.value is not None else None
    if figure is None or owner is None or not good(said["goods"], able(cast.text, said.end())) or several(cast, owner, first):
        return
    kind = "target" if LATER.search(cast.text, max(cast.text.rfind("。", 0, first), span[0]), said.end()) else "achieved"
    named = said["goods"].removeprefix("份")  # 年产9万辆|份底盘
    goods = Found(said.end("goods") - len(named), said.end("goods"), named)
    yield measured(scene, span, owner, named + YEARLY, goods, figure, kind)
    maker = owner if top(owner.class_) == "Firm" else cast.owners.get(owner.id)
    made = cast.named(said["goods"], goods_class(said["goods"])) if maker and cue is None else None
    if maker and made:
        cast.mention(made, goods.start, goods.end)
        yield Atom("produces", maker, made, "produces.output", *span, scene.section, object_found=goods)


def goods_class(words: str) -> str:
    """The class of goods: a product where no class word shows another."""
    head = lexicon().head(words)
    return head[1] if head and head[1] in GOODS else "Product"


def alone(acting: Acting, at: int, start: int) -> Ref | None:
    """The one that a sentence names as who acts before a place in it."""
    then = next((actors for place, actors in reversed(acting) if place <= at), ())
    named = [actor.ref for actor in then if actor.found and start <= actor.found.start < at and top(actor.ref.class_) in HOLDERS]
    return named[0] if len(named) == len(then) == 1 else None


def several(cast: Cast, owner: Ref, at: int) -> bool:
    """Whether who holds an output is many (300余个零部件项目), which have it not each."""
    said = max((one.start for one in cast.drafts[owner.id].mentions if one.start < at), default=0)
    return cast.text[said - 1:said] in ("个", "家")


def able(text: str, at: int) -> bool:
    """Whether 的能力 follows: what stands before it is goods, whatever they are called (形成年产9万吨磷酸铁锂|的能力)."""
    return re.match(ABLE, text[at:at + NEAR]) is not None


def good(words: str, sure: bool = False) -> bool:
    """Whether words name goods (新能源汽车, 动力总成), no size and no piece of a clause."""
    head = lexicon().head(words) or (("", GOODS[0]) if sure else None)
    piece = re.search("[一二三四五六七八九十]+[亿万]|生产|产值|合计|不低|[为是超约的了]", words)
    return head is not None and head[1] in GOODS and piece is None


def costs(scene: Scene, start: int, end: int, acting: Acting, paragraph: int) -> Iterator[Atom]:
    """投资9亿元的甲项目, 甲项目投资9亿元."""
    cast = scene.cast
    for said in COST.finditer(cast.text, start, end):
        figure = next(iter(quantities(cast.text[said.end():end])), None)
        if figure is None or figure.start or figure.unit not in ("CNY", "USD", "EUR") or figure.operator in (">=", "<="):
            continue
        last = said.end() + figure.end
        owner = behind(cast, last) if cast.text[last:last + 1] == "的" else (
            whose(cast, said.start(), paragraph, acting, False) if OWNED.search(cast.text, start, said.start()) else None)
        if owner and top(owner.class_) in WORKS:
            yield measured(scene, (start, end), owner, "总投资", Found(*said.span("cue"), said["cue"]), figure, "achieved")


def behind(cast: Cast, at: int) -> Ref | None:
    """The work that is named behind 的, or a phase of the one spoken of (投资9亿元的|二期项目)."""
    if bare := PHASE.match(cast.text, at + 1):
        return phase(cast, bare.group(), at) or based(cast, bare.group(), at)
    near = [(-start, ref) for start, ref in cast.between(at + 1, at + NEAR + 1) if top(ref.class_) in WORKS
            and not re.search("[,，。;；]", cast.text[at:start])]
    return latest(near)


def based(cast: Cast, words: str, at: int) -> Ref | None:
    """A phase of the plant spoken of last."""
    plant = latest((start, ref) for start, ref in cast.paragraph(at) if top(ref.class_) in WORKS and ref.name.endswith(PLANTS))
    return cast.made(plant.name + words, "Project") if plant else None


def doubled(figure: Atom, made: Sequence[Atom]) -> Atom | None:
    """The atom of those read here that says the same as a figure."""
    found = figure.object_found
    return next((one for one in made if found and one.object_found and one.object_found.start < found.end and
                 found.start < one.object_found.end and one.qualifiers.get("unit") == figure.qualifiers.get("unit")), None)


def settled(figures: Sequence[Atom], made: Sequence[Atom]) -> tuple[list[Atom], list[Atom]]:
    """The figures that only they tell, and those read here with the time that a figure tells of them."""
    told = {id(one): figure for figure in figures if (one := doubled(figure, made))}
    dated = [replace(one, qualifiers={**told[id(one)].qualifiers, **one.qualifiers}) if id(one) in told else one for one in made]
    return [figure for figure in figures if doubled(figure, made) is None], dated


def measured(scene: Scene, span: tuple[int, int], owner: Ref, name: str, found: Found, figure: Quantity, kind: str) -> Atom:
    """One figure of a work."""
    indicator = scene.cast.made(name, "Indicator", key=f"{scene.section or '/'}/{owner.id}")
    scene.cast.mention(indicator, found.start, found.end)
    return Atom("hasIndicator", owner, indicator, "hasIndicator.output", *span, scene.section,
                qualifiers={**sizes(figure), "kind": kind}, object_found=found)
