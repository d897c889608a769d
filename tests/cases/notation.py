"""The notation of the cases: a sentence in a kind of document, and its statements, one a line.

    subject -relation-> object {qualifier=value; qualifier=value}       asserted
    subject -relation?-> object                                         proposed

A side is written by any name that the document or the gazetteer gives the entity; `provision`, `policy`, `speaker`
and `place` stand for what the kind of document supplies where the sentence names nobody. The statements of a sentence
are written in full, its qualifiers too; only `strength`, which the verb alone decides, may be left out.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from loaders.pipeline import read_text
from ontology.names import gazetteer, normal
from ontology.records import Entity, Reading, Statement, Value
from ontology.vocabulary import vocabulary

ROOM = Path(__file__).parent
LINE = re.compile(r"(?P<subject>.+?) -(?P<relation>\w+)(?P<proposed>\?)?-> (?P<object>.+?)(?: \{(?P<said>.*)\})?")
SPOKEN_FOR = {"plan": "重庆市", "measures": "成都市", "reply": "重庆市", "interpretation": "重庆市", "news": "成都市"}
UNCOUNTED = ("hasProvision",)


@dataclass(frozen=True)
class Said:
    """A statement as a case writes it, or as it came out, with the names that each side answers to."""

    subject: frozenset[str]
    relation: str
    object: frozenset[str]
    status: str
    qualifiers: Mapping[str, str]
    line: str

    def equals(self, other: Said) -> bool:
        """Whether both say the same; strength counts where both have it."""
        mine, others = dict(self.qualifiers), dict(other.qualifiers)
        if not ("strength" in mine and "strength" in others):
            mine.pop("strength", None)
            others.pop("strength", None)
        return (self.relation, self.status, mine) == (other.relation, other.status, others) and bool(
            self.subject & other.subject and self.object & other.object)


@dataclass(frozen=True)
class Case:
    """A text in its kind of document with the statements, names or absences that a reader expects of it."""

    file: str
    text: str
    frame: str
    says: tuple[str, ...] | None = None
    never: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    why: str = ""

    @property
    def label(self) -> str:
        return f"{self.file}: {' '.join(self.text.split())[:40]}"


def cases(folder: Path = ROOM) -> Iterator[Case]:
    """The cases of a folder, each followed by its near-misses."""
    for path in sorted(folder.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for row in data["cases"]:
            yield case(path.stem, row, row.get("frame", data["frame"]))
            for near in row.get("near", ()):
                yield case(path.stem, near, near.get("frame", row.get("frame", data["frame"])))


def case(file: str, row: Mapping[str, Any], frame: str) -> Case:
    """One entry; what it must never say may stand beside what it says in full."""
    if not {"says", "never", "names"} & set(row):
        raise ValueError(f"{file}.yaml: {row['text']} expects nothing")
    says = row.get("says")
    return Case(file, row["text"], frame, None if says is None else tuple(says), tuple(row.get("never", ())),
                row.get("names", {}), row.get("why", ""))


def written(line: str) -> Said:
    """A line of a case."""
    found = LINE.fullmatch(line.strip())
    if not found or found["relation"] not in vocabulary().relations:
        raise ValueError(f"no statement of the vocabulary: {line}")
    pairs = (pair.strip().partition("=") for pair in (found["said"] or "").split(";") if pair.strip())
    said = {key.strip(): plain(value.strip()) for key, _, value in pairs}
    return Said(frozenset({normal(found["subject"])}), found["relation"], frozenset({normal(found["object"])}),
                "proposed" if found["proposed"] else "asserted", said, line)


def plain(value: Value) -> str:
    """A number as 0.5, 3000000; a text as it stands."""
    try:
        return f"{float(value):g}" if float(value) < 1e5 else str(int(float(value)))
    except ValueError:
        return normal(str(value))


@cache
def frame_text(frame: str) -> str:
    """The document around a sentence, `{text}` where it goes."""
    return (ROOM / "frames" / f"{frame}.txt").read_text(encoding="utf-8")


def document(text: str, frame: str) -> tuple[str, int]:
    """The sentence in its document, and where it begins; a whole document stands for itself."""
    if frame == "whole":
        return text, 0
    before, _, after = frame_text(frame).partition("{text}")
    return before + text.rstrip("\n") + after, len(before)


@cache
def readings(text: str, source: str = "case.txt") -> tuple[Reading, ...]:
    return tuple(read_text(text, source, gazetteer()))


def spoken(case: Case) -> list[Said]:
    """What came out of the sentence itself, the document around it left aside."""
    text, start = document(case.text, case.frame)
    end = start + len(case.text)
    wanted = " ".join(case.says or ())
    found = []
    for reading in readings(text):
        things = {entity.id: entity for entity in reading.entities}
        for one in reading.statements:
            if (one.relation in UNCOUNTED and f"-{one.relation}->" not in wanted) or one.evidence is None:
                continue
            if start <= one.evidence.start < end:
                found.append(heard(one, things, case.frame))
    return found


def heard(one: Statement, things: Mapping[str, Entity], frame: str) -> Said:
    """A statement that came out, in the terms of a case."""
    place = one.evidence
    assert place is not None
    sides = [answers(things[one.subject.id], frame, place.subject is None),
             answers(things[one.object.id], frame, place.object is None)]
    said = {key: plain(value) for key, value in one.qualifiers.items()}
    shown = "; ".join(f"{key}={value}" for key, value in sorted(one.qualifiers.items()))
    mark = "?" if one.status == "proposed" else ""
    line = (f"{one.subject.name} -{one.relation}{mark}-> {one.object.name}" + (f" {{{shown}}}" if shown else "")
            + f"    [{place.rule}]")
    return Said(sides[0], one.relation, sides[1], one.status, said, line)


def answers(thing: Entity, frame: str, unnamed: bool) -> frozenset[str]:
    """The names that an entity answers to; an unnamed side also answers to its part in the document."""
    names = {normal(name) for name in (thing.name, *thing.aliases, *(mention.text for mention in thing.mentions))}
    if unnamed and "Provision" in thing.classes:
        names.add("provision")
    if unnamed and "Policy" in thing.classes:
        names.add("policy")
    if unnamed and "Agency" in thing.classes:
        names.add("speaker")
    if unnamed and thing.name == SPOKEN_FOR.get(frame):
        names.add("place")
    return frozenset(names)


def differences(case: Case) -> list[str]:
    """What is missing and what is too much, one a line; empty where the case passes."""
    found = spoken(case)
    lines: list[str] = []
    if case.says is not None:
        expected = [written(line) for line in case.says]
        rest = list(found)
        for one in expected:
            match = next((other for other in rest if one.equals(other)), None)
            if match is None:
                lines.append(f"missing  {one.line}")
            else:
                rest.remove(match)
        lines += [f"too much {one.line}" for one in rest]
    for line in case.never:
        one = written(line)
        lines += [f"never    {other.line}" for other in found if one.subject & other.subject
                  and one.object & other.object and one.relation == other.relation]
    return lines + misnamed(case)


def misnamed(case: Case) -> list[str]:
    """Wordings that became another entity than `names` says (`name (Class)`, or `-` for none)."""
    text, start = document(case.text, case.frame)
    called: dict[str, list[str]] = {}
    for reading in readings(text):
        for thing in reading.entities:
            for mention in thing.mentions:
                if start <= mention.start < start + len(case.text):
                    called.setdefault(mention.text, []).append(f"{thing.name} ({thing.classes[0]})")
    return [f"named    {wording}: {called.get(wording, ['-'])} instead of {wanted}"
            for wording, wanted in case.names.items() if sorted(set(called.get(wording, ["-"]))) != listed(wanted)]


def listed(wanted: str | Sequence[str]) -> list[str]:
    return [wanted] if isinstance(wanted, str) else sorted(wanted)
