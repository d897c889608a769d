"""Rosters: lists of those chosen, one a line or row, under a heading or a title that says as what they are (一、链主企业: 1.甲公司)."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.blocks import Block
from loaders.course import Ref
from loaders.items import top
from loaders.knowledge import group_of
from loaders.statements.acts.titles import LEADS, fitting
from loaders.statements.atoms import Atom, fits
from loaders.statements.naming import read_span, some
from loaders.statements.speaking import Speaking
from loaders.statements.wordings import QUOTES

LISTING = re.compile("名单|名录|认定结果|评审结果|入选")
ROW = re.compile(r"[\s　]*(?:[（(]?[0-9]{1,3}[)）.．、]?)?[\s　]*(?P<name>[^\s,，。;；:：、（()）]{4,30})"
                 r"[\s　]*(?:[（(][^（()）]*[)）])?[\s　。;；]*")
CELLS = ("owner", "firm", "supplier", "name")


@cache
def announced() -> re.Pattern[str]:
    """Of what a title announces the list (关于公布2025年|绿色工厂|名单的通知)."""
    return re.compile(rf"(?:公布|认定|确定|印发|公示|授予|命名|发布|{group_of('titles', 'leads')})*[“]?"
                      rf"(?P<title>[^“”（()）]{{2,30}}?{group_of('titles', 'heads')})[”]?(?:认定|入选|入围|拟认定|评选)?(?:名单|名录|结果)")


def roster(speaking: Speaking, block: Block) -> Iterator[Atom]:
    """The one whom a line of a list names is one of those that its heading, else the paper's title, tells."""
    title = speaking.paper.document.title or ""
    row = ROW.fullmatch(speaking.text, block.start, block.end) if LISTING.search(title) else None
    cells = [cell for cell in block.cells if cell.column in CELLS] if LISTING.search(title) else []
    spans = [(cell.start, cell.end) for cell in cells] or ([row.span("name")] if row else [])
    group = heading(speaking, block) or told(speaking, title) if spans else None
    for start, end in spans if group else ():
        for one in some(speaking.cast, read_span(speaking.cast, start, end), ("Firm", "Institution", "Park", "Platform", "Association")):
            if group and one.found and one.found.start == start and top(one.ref.class_) in fitting(group.name) and fits(
                    "memberOf", one.ref.class_, group.class_):
                speaking.cast.mention(one.ref, start, end)
                yield Atom("memberOf", one.ref, group, "memberOf.roster", block.start, block.end, block.section, subject_found=one.found)


def heading(speaking: Speaking, block: Block) -> Ref | None:
    """What the heading over the line calls them."""
    for path in (block.section, block.section.rpartition("/")[0]):
        section = speaking.section(path) if path else None
        name = section.title.strip(f" 　:：。{QUOTES}") if section else ""
        if re.fullmatch(f".{{2,20}}{group_of('titles', 'heads')}", name) and not re.search("公司|[0-9]", name):
            return speaking.cast.named(name, "AgentGroup")
    return None


def told(speaking: Speaking, title: str) -> Ref | None:
    """What the title calls them."""
    said = announced().search(title.partition("关于")[2] or title)
    name = re.sub(r"^20[0-9]{2}年(?:度)?", "", said["title"]) if said else ""
    lead = LEADS.match(name)
    name = name[lead.end():] if lead else name
    return speaking.cast.named(name, "AgentGroup") if len(name) > 2 and re.search(group_of("titles", "ranks"), name) else None
