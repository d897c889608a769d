"""Labelled values in running text: 责任单位:…, 政策依据:…

They stand on a line of their own, in brackets behind a clause, or behind the last sentence of a paragraph.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.knowledge import any_of, knowledge
from loaders.layout import layout
from loaders.lines import fold
from loaders.masthead import GROUP, ORGAN

DUE = re.compile(r"(?P<term>(?:20\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?底)?前|长期|持续|全年)(?:完成|推进|实施|坚持|落实)?")
JOINING = re.compile("[、和及与]|以及|会同")
BRACKETS = re.compile(r"\((?:[^()]|\([^()]*\))*\)|〔[^〔〕]*〕|【[^【】]*】|\[[^\[\]]*\]")
CONVENTION = re.compile(
    r"[,;。]?\s*(?:注:)?\s*(?:(?P<sign>逗号|分号|顿号)前|(?:排名?|名?列|标)?在?(?:第一位|第一|首位|最前面?|首个|第一个))的?(?:单位|部门|者)?均?"
    r"[为是](?P<lead>牵头责?任?(?:单位|部门)|责任(?:单位|部门)|主责(?:单位|部门))"
    r"(?:[,;、。]?\s*(?:(?:逗号|分号|顿号)后|后面|其[他余])的?(?:单位|部门)?均?[为是](?P<rest>(?:配合|参与|协同|责任)(?:单位|部门)))?"
    r"(?:[,;。]?\s*(?:下同|以下同|以下相同|以下类同))?")
SIGNS = {"逗号": ",", "分号": ";", "顿号": "、"}
UNITS = ("responsible", "assisting")
BEHIND = (*UNITS, "deadline")  # labels that may follow a sentence without brackets
TRAIL = " 。;,、)〕】]"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a line: text (label None) or a labelled value, with offsets in the line."""

    start: int
    end: int
    label: str | None = None
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Convention:
    """What a document says once of all its lists of units (逗号前为牵头单位,下同): the sign behind those that lead ("" where
    the first alone does), what they are called, and what the others are ("" where nothing is said of them)."""

    sign: str
    lead: str
    rest: str


def convention(text: str) -> Convention | None:
    """The convention that a text states, None where it states none."""
    said = CONVENTION.search(fold(text))
    return Convention(SIGNS.get(said["sign"] or "", ""), said["lead"], said["rest"] or "") if said else None


@cache
def duty() -> re.Pattern[str]:
    """Bodies and what they do of a task (甲局、乙局按职责分工负责, 丙委配合)."""
    data = knowledge("duties")
    said = any_of([*data["answering"].split(), *data["helping"].split()])
    return re.compile(rf"由?(?P<names>[^,;。]{{2,150}}?)(?P<said>(?:按(?:照|各自)*(?:职责|职能|分工)(?:分工)?)?{said})$")


@cache
def label_pattern() -> re.Pattern[str]:
    names = "|".join(" *".join(name) for name in sorted(layout().fields, key=len, reverse=True))
    return re.compile(rf"(?:^|(?<=[。;,、(〔【\[ ])) *[【\[]?({names})[】\]]? *[:】] *")


def pieces(line: str) -> list[Piece]:
    """A folded line as text and labelled values, in order; spaces and bare punctuation left out."""
    if opening := label_pattern().match(line):
        return list(labelled(line, opening.start(), len(line)))
    found: list[Piece] = []
    at = 0
    for bracket in BRACKETS.finditer(line):
        first, last = bracket.start() + 1, bracket.end() - 1
        inner = list(labelled(line, first, last)) if label_pattern().match(line, first) else duties(line, first, last)
        if inner and bracket.start() >= at:
            found += [*plain(line, at, bracket.start()), *inner]
            at = bracket.end()
    labels = (label for label in label_pattern().finditer(line, at) if is_behind(line, label))
    behind = next(labels, None)
    if behind:
        return [*found, *plain(line, at, behind.start()), *labelled(line, behind.start(), len(line))]
    return [*found, *plain(line, at, len(line))]


def duties(line: str, start: int, end: int) -> list[Piece]:
    """Bodies in brackets behind a sentence or a heading, with what they do but no label: (A牵头,B、C配合)."""
    if line[end + 1:].strip(TRAIL) and not line[:start - 1].rstrip().endswith(("。", ";")):
        return []
    if line[:start - 1].rstrip().endswith("。") and not line[end + 1:].strip(TRAIL) and only_bodies(line[start:end]):
        return [Piece(start, end, "responsible")]
    found: list[Piece] = []
    first: int | None = None  # 甲局、乙局,丙县按职责分工负责: what the last part says is said of all
    for part in re.finditer("[^,;]+", line[start:end]):
        match = duty().fullmatch(part[0].strip())
        if match is None and only_bodies(part[0]):
            first = start + part.start() if first is None else first
            continue
        due = DUE.fullmatch(part[0].strip()) if found else None
        if due:
            first = start + part.start() + len(part[0]) - len(part[0].lstrip())
            found.append(Piece(first, first + len(due["term"]), "deadline"))
            continue
        if match is None or not any(is_body(name) for name in JOINING.split(match["names"])):
            return []
        left = start + part.start() + len(part[0]) - len(part[0].lstrip()) + match.start("names")
        last = left + len(match["names"].rstrip())
        left, first = first if first is not None else left, None
        label = "assisting" if match["said"].endswith(tuple(knowledge("duties")["helping"].split())) else "responsible"
        found.append(Piece(left, last, label, match["said"]))
    return found


def only_bodies(words: str) -> bool:
    """Whether a bracket behind a paragraph names nothing but bodies (市经济信息委、各区县政府)."""
    names = re.split("[、,;]", words)
    return all(2 < len(name) < 24 and (ORGAN.search(name) or name.startswith("各")) for name in map(str.strip, names))


def is_body(name: str) -> bool:
    return bool(ORGAN.search(name) or GROUP.search(name) or name.endswith(("区", "县", "市"))
                or name.startswith(("各", "有关", "相关")))


def is_behind(line: str, label: re.Match[str]) -> bool:
    """Whether a label follows a whole sentence."""
    return kind_of(label) in BEHIND and line[:label.start()].rstrip().endswith(("。", ";"))


def kind_of(label: re.Match[str]) -> str:
    return layout().fields[label[1].replace(" ", "")]


def labelled(line: str, start: int, end: int) -> Iterator[Piece]:
    """The labelled values between two offsets; a value ends before the next label."""
    labels = list(label_pattern().finditer(line, start, end))
    stops = [label.start() for label in labels[1:]] + [end]
    for label, stop in zip(labels, stops, strict=True):
        value = line[label.end():stop]
        note = CONVENTION.search(value) if kind_of(label) in UNITS else None
        value = value[:note.start()] if note else value
        value = value.rstrip(TRAIL.replace(")", "") if "(" in value else TRAIL)
        if value.strip():
            yield Piece(label.end(), label.end() + len(value), kind_of(label), label[1].replace(" ", ""))


def plain(line: str, start: int, end: int) -> Iterator[Piece]:
    """The text between two offsets, if it says anything."""
    part = line[start:end]
    left = start + len(part) - len(part.lstrip(TRAIL))
    if left < end and part.strip(TRAIL):
        yield Piece(left, start + len(part.rstrip()))
