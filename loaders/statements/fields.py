"""Fields: what stands under a label or in a table's column: responsible units, legal basis, term, deadline."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.phrases import top
from loaders.resolution import Cast, Ref
from loaders.statements.atoms import Atom, Scene
from loaders.words import Mark, lexicon
from ontology.records import Found, Value

SEPARATOR = re.compile(r"[、,，;；\s]+|(?<=[局委办厅府会])[和及与]")
ROLE = re.compile(r"^\s*[（(]?(?P<role>牵头单位|牵头部门|责任单位|责任部门|配合单位|主办单位|协办单位)?[:：]?\s*")
TRAILING = re.compile(r"(?:等|按职责分工负责|负责|牵头|配合|分别负责|按职责分工)+$")
RELATIONS = {"responsible": ("responsibleFor", "责任单位"), "lead": ("responsibleFor", "牵头单位"),
             "assisting": ("assists", "配合单位")}
ORGAN_CLASS = (("公司", "Firm"), ("集团", "Firm"), ("银行", "Firm"), ("大学", "Institution"), ("学院", "Institution"),
               ("研究院", "Institution"), ("协会", "Association"), ("联合会", "Association"), ("商会", "Association"))
AGENCY = re.compile(r"[局委办厅府院署处]$|委员会$|办公室$|中心$|海关$|管委会$|部$")


def duties(scene: Scene, label: str, start: int, end: int, target: Ref,
           said: dict[str, Value], quote: tuple[int, int]) -> Iterator[Atom]:
    """One atom for each unit that the field lists."""
    relation, role = RELATIONS[label]
    for ref, found in units(scene.cast, start, end):
        scene.cast.mention(ref, found.start, found.end)
        yield Atom(relation, ref, target, f"{relation}.field.{label}", *quote, scene.section,
                   qualifiers={"role": role, **said}, subject_found=found)


def units(cast: Cast, start: int, end: int) -> list[tuple[Ref, Found]]:
    """The agencies, firms and groups that a list of units names; a shared organ serves the places before it."""
    pieces = list(pieces_of(cast.text, start, end))
    organ = shared_organ([cast.text[first:last] for first, last in pieces])
    found: list[tuple[Ref, Found]] = []
    for first, last in pieces:
        name = cast.text[first:last]
        mark = next((mark for mark in cast.marks if (mark.start, mark.end) == (first, last)), None)
        ref = unit(cast, name, mark, organ)
        if ref:
            found.append((ref, Found(first, last, name)))
    return found


def pieces_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the listed names."""
    at = start
    for gap in [*SEPARATOR.finditer(text, start, end), None]:
        stop = gap.start() if gap else end
        piece = TRAILING.sub("", text[at:stop].rstrip("）)。.;； ")).strip()
        if len(piece) > 1:
            first = text.index(piece, at)
            yield first, first + len(piece)
        at = gap.end() if gap else end


def shared_organ(names: Sequence[str]) -> str:
    """管委会 where the last of several places alone has it (甲新区、乙高新区管委会)."""
    last = names[-1] if names else ""
    return "管理委员会" if last.endswith(("管委会", "管理委员会")) and len(names) > 1 else ""


def unit(cast: Cast, name: str, mark: Mark | None, organ: str) -> Ref | None:
    """The entity of one listed name."""
    known = cast.names.lookup(name) if mark is None else ()
    if len(known) == 1:
        return cast.known(known[0])
    if mark:
        ref = cast.of_mark(mark)
        if ref and organ and top(ref.class_) in ("Park", "Region"):
            return cast.organ(Mark(mark.start, mark.end, mark.text, mark.keys, ("Agency",), "organ:" + organ))
        if ref:
            return ref
    pointed = cast.pointed(name)
    if pointed:
        return pointed
    head = lexicon().head(name)
    group = name.startswith(("各", "有关", "相关", "市级", "其他")) or any(word in name for word in ("各区", "各县", "有关", "相关"))
    class_ = next((class_ for suffix, class_ in ORGAN_CLASS if name.endswith(suffix)), "")
    if group or (head and head[1] == "AgentGroup" and not AGENCY.search(name)):
        class_ = "AgentGroup"
    elif not class_ and AGENCY.search(name):
        class_ = "Agency"
    return cast.named(name, class_) if class_ else None
