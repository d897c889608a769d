"""Fields: what stands under a label or in a table's column: responsible units, legal basis, term, deadline."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.course import Ref
from loaders.fields import Convention
from loaders.items import top
from loaders.lexicon import lexicon
from loaders.referents.organs import organ
from loaders.referents.pointing import pointed
from loaders.resolution import Cast
from loaders.statements.atoms import Atom, Scene, fits
from loaders.words import Mark
from ontology.names import kind_sign
from ontology.records import Found, Value

SEPARATOR = re.compile(r"[、,，;；\n]+|(?<=[局委办厅府会司团])(?:[和及与]|会同|联合|商)")
PART = re.compile(r"[^,，;；]*?(?P<role>牵头负责|牵头组织|牵头|(?<!分工)负责|配合|协助|参与)(?=[,，;；]|$)[,，;；]?")
TRAILING = re.compile(r"(?:等|按(?:照|各自)*(?:职责|职能|分工)(?:分工)?(?:负责|落实|推进|实施)?|分别负责|具体落实|组织落实|抓好落实"
                      r"|负责受理|受理|办理|审核|兑现|组织实施|负责实施|负责解释)+$")
REMARK = re.compile("以下|下同|不再|[均各]需|以上")  # 以下各项均需各区县落实: no unit
RELATIONS = {"responsible": "responsibleFor", "lead": "responsibleFor", "assisting": "assists"}
ROLES = {"responsible": "责任单位", "lead": "牵头单位", "assisting": "配合单位"}
ASSISTING = ("配合", "协助", "参与", "协同")
MARKS = {",": "[,，]", ";": "[;；]", "、": "、", "": "[、,，;；]"}
ORGAN_CLASS = (("公司", "Firm"), ("集团", "Firm"), ("银行", "Firm"), ("大学", "Institution"), ("学院", "Institution"),
               ("研究院", "Institution"), ("协会", "Association"), ("联合会", "Association"), ("商会", "Association"))
TOWN = re.compile(r"[\u4e00-\u9fff]{2,6}(?:镇|乡|街道)")
LEAST, LONGEST = 2, 20  # characters of what a label lists
AGENCY = re.compile(r"[局委办厅府院署处]$|委员会$|办公室$|中心$|海关$|管委会$|部$|专班$|领导小组$|指挥部$")


def duties(scene: Scene, label: str, start: int, end: int, target: Ref, said: dict[str, Value],
           quote: tuple[int, int], role: str | None = None, rule: Convention | None = None) -> Iterator[Atom]:
    """One atom for each unit that the field lists; `role` is the label as said. A牵头,B配合 parts the list, and so does
    what the document says of the order (逗号前为牵头单位); a place stands for those who govern it."""
    for first, last, own in shares(scene.cast.text, start, end, rule if label == "responsible" else None):
        relation = RELATIONS[label] if not own else "assists" if own.startswith(ASSISTING) else "responsibleFor"
        for unit_, found in units(scene.cast, first, last):
            scene.cast.mention(unit_, found.start, found.end)
            ref = governing(scene.cast, unit_)
            if fits(relation, ref.class_, target.class_):
                yield Atom(relation, ref, target, f"{relation}.field.{label}", *quote, scene.section,
                           qualifiers={"role": own or role or ROLES[label], **said}, subject_found=found)


def directed(scene: Scene, label: str, start: int, end: int, target: Ref) -> Iterator[Atom]:
    """鼓励类:甲、乙; 限制类:丙: what a text furthers or holds back."""
    relation = "supports" if label == "favoured" else "restricts"
    for piece in re.finditer(r"[^、,，;；。\n]+", scene.cast.text[start:end]):
        name = TRAILING.sub("", piece[0].strip())
        head = lexicon().head(name)
        class_ = head[1] if head and head[1] in ("Product", "Technology", "Project", "Platform") else "Technology"
        ref = scene.cast.named(name, class_) if LEAST < len(name) < LONGEST else None
        if ref and fits(relation, target.class_, ref.class_):
            first = start + piece.start() + piece[0].index(name)
            scene.cast.mention(ref, first, first + len(name))
            yield Atom(relation, target, ref, f"{relation}.label", start, end, scene.section,
                       object_found=Found(first, first + len(name), name))


def explained(scene: Scene, start: int, end: int, policy: Ref) -> Iterator[Atom]:
    """解读机构:A: A issues the interpretation."""
    for ref, found in units(scene.cast, start, end):
        if fits("issues", ref.class_, policy.class_):
            scene.cast.mention(ref, found.start, found.end)
            yield Atom("issues", ref, policy, "issues.field", start, end, scene.section, subject_found=found)


def governing(cast: Cast, ref: Ref) -> Ref:
    """Who answers for a place: its government or management committee."""
    entry = cast.names.entries.get(ref.id)
    kind = {"Region": "人民政府", "Park": "管理委员会"}.get(top(ref.class_))
    if entry is None or kind is None or (kind == "人民政府" and not kind_sign(entry)):
        return ref
    return organ(cast, Mark(0, 0, entry.name + kind, (entry.key,), ("Agency",), "organ:" + kind))


def shares(text: str, start: int, end: int, rule: Convention | None = None) -> Iterator[tuple[int, int, str]]:
    """The parts of a list by the role that ends each (甲牵头,乙、丙配合), and that role; "" where none is said."""
    at = start
    lead = re.search(MARKS[rule.sign], text[start:end]) if rule else None
    if rule and lead and not PART.search(text, start, end):
        yield start, start + lead.start(), rule.lead
        yield start + lead.end(), end, rule.rest
        return
    for part in PART.finditer(text, start, end):
        if part.start() > at:  # 甲局、乙局;丙局配合
            yield at, part.start(), ""
        yield part.start(), part.start("role"), part["role"]
        at = part.end()
    if at < end:
        yield at, end, ""


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


def closed(piece: str) -> str:
    """A listed name without what ends the list, and without brackets that it does not open (各区县政府（管委会） keeps its own)."""
    piece = piece.rstrip("。.;； ")
    while piece.endswith(("）", ")")) and sum(map(piece.count, "（(")) < sum(map(piece.count, "）)")):
        piece = piece[:-1].rstrip("。.;； ")
    return piece


def pieces_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the listed names; blanks part names, not the letters of one (市 经 信 委); what stands in brackets is no list
    of its own (各区（市、县）人民政府)."""
    at = start
    gaps = [gap for gap in SEPARATOR.finditer(text, start, end) if not within_brackets(text[start:gap.start()])]
    for gap in [*gaps, None]:
        stop = gap.start() if gap else end
        pieces = text[at:stop].split()
        spread = sum(len(piece) == 1 for piece in pieces) > 1
        for piece in [text[at:stop].strip()] if spread else pieces:
            name = TRAILING.sub("", closed(piece))
            if len(name) > 1 and not REMARK.match(name):
                first = text.index(name, at, stop)
                yield first, first + len(name)
        at = gap.end() if gap else end


def within_brackets(before: str) -> bool:
    """Whether a bracket that opened in a text is open at its end."""
    return sum(before.count(sign) for sign in "（(") > sum(before.count(sign) for sign in "）)")


def shared_organ(names: Sequence[str]) -> str:
    """管委会 where the last of several places alone has it (甲新区、乙高新区管委会)."""
    last = names[-1] if names else ""
    return "管理委员会" if last.endswith(("管委会", "管理委员会")) and len(names) > 1 else ""


def unit(cast: Cast, name: str, mark: Mark | None, office: str) -> Ref | None:
    """The entity of one listed name."""
    known = cast.names.lookup(name) if mark is None else ()
    if len(known) == 1:
        return cast.known(known[0])
    if mark:
        ref = cast.of_mark(mark)
        if ref and office and top(ref.class_) in ("Park", "Region"):
            return organ(cast, Mark(mark.start, mark.end, mark.text, mark.keys, ("Agency",), "organ:" + office))
        if ref:
            return ref
    if own := pointed(cast, name):
        return own
    head = lexicon().head(name)
    group = name.startswith(("各", "有关", "相关", "市级", "其他")) or any(word in name for word in ("各区", "各县", "有关", "相关"))
    class_ = next((class_ for suffix, class_ in ORGAN_CLASS if name.endswith(suffix)), "")
    if group or (head and head[1] == "AgentGroup" and not AGENCY.search(name)):
        class_ = "AgentGroup"
    elif not class_ and (AGENCY.search(name) or TOWN.fullmatch(name)):
        class_ = "Agency"
    return cast.named(name, class_) if class_ else None
