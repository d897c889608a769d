"""Decisions: what a user corrects in what the machine read, each with its reason, in `decisions.yaml`.

    same_as:                                # one thing under several ids; the first id stays
      - entities: [seres.auto, 5f0c1a2b3c4d5e6f]
        reason: 官网称二者为同一公司
    not_same_as:                            # what this wording, or this document, names is another thing
      - {entity: seres.group, wording: 赛力斯, document: 渝府发〔2030〕1号, reason: 这里指品牌}
    reject:                                 # of a statement, or classes of an entity
      - {statement: 33a2ebe36fb6e1f0, reason: 原文是举例}
      - {entity: 0a1b2c3d4e5f6071, classes: [Platform], reason: 是一个园区}
    correct:                                # a statement's relation, subject, object, status or qualifiers; classes
      - {statement: 1ffecd6caae5aef0, relation: subsidizes, qualifiers: {amount: 5000000, cap: }, reason: 见表二}
      - {entity: 0a1b2c3d4e5f6071, classes: [Park], reason: 见批复}

They are an overlay: `overlay.py` lays them on what was read, each build anew, so that one taken away is undone. A
qualifier without a value is taken out. The file stands in the graph's folder, or in a folder named by `--with`.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ontology.errors import ChuanyuError
from ontology.records import Value
from ontology.vocabulary import QualifierTerm, vocabulary
from ontology.yaml_file import read_yaml

FILE = "decisions.yaml"
STATUSES = ("asserted", "proposed")
FIELDS = ("relation", "subject", "object", "status")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
# kind -> what a row is about -> what it says of it, one of these at least
ROWS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "same_as": {"entities": ()},
    "not_same_as": {"entity": ("wording", "document")},
    "reject": {"statement": (), "entity": ("classes",)},
    "correct": {"statement": (*FIELDS, "qualifiers"), "entity": ("classes",)},
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry: what it is about (entities, or a statement), and what it says of it. `place` is `same_as 2`."""

    kind: str
    file: str
    place: str
    reason: str
    entities: tuple[str, ...] = ()
    wording: str = ""
    document: str = ""
    statement: str = ""
    classes: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    qualifiers: Mapping[str, Value | None] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return f"{self.file}, {self.place}"

    def wrong(self, english: str, chinese: str) -> ChuanyuError:
        return ChuanyuError(f"{self.file}, {self.place}: {english}.", f"{self.file}的{self.place}：{chinese}。")


def read_decisions(*files: Path) -> tuple[Decision, ...]:
    """The decisions of the files that are there, in their order. Raises ChuanyuError naming file and entry."""
    found = [one for path in files if path.is_file() for one in _read(path)]
    about: dict[tuple[str, str], Decision] = {}
    for one in found:
        for subject in [one.statement] if one.statement else one.entities if one.classes else ():
            first = about.setdefault((one.kind if one.classes else "", subject), one)
            if first is not one:
                raise one.wrong(f"{subject} is decided in {first.file}, {first.place} already, keep one",
                                f"{first.file}的{first.place}已就{subject}作出决定，请只留一条")
    return tuple(found)


def _read(path: Path) -> Iterator[Decision]:
    content = read_yaml(path, typed=False) or {}
    if not isinstance(content, dict) or not all(isinstance(rows, list | str) for rows in content.values()):
        raise ChuanyuError(f"{path.name} must hold lists under {', '.join(ROWS)}.",
                           f"{path.name}须在{'、'.join(ROWS)}下各列条目。")
    for kind, rows in content.items():
        if kind not in ROWS:
            raise ChuanyuError(f"{path.name} holds {kind!r}; a decision is one of {', '.join(ROWS)}.",
                               f"{path.name}中有{kind!r}；决定只能是{'、'.join(ROWS)}。")
        for number, row in enumerate(rows or (), 1):
            yield _decision(Decision(kind, str(path), f"{kind} {number}", ""), row)


def _decision(blank: Decision, row: Any) -> Decision:
    if not isinstance(row, dict) or not str(row.get("reason", "")).strip():
        raise blank.wrong("needs a reason", "缺少reason（理由）")
    about = next((key for key in ROWS[blank.kind] if row.get(key)), None)
    says = ROWS[blank.kind].get(about or "", ())
    if about is None or row.keys() - {"reason", about, *says} or (says and not row.keys() & set(says)):
        forms = [" + ".join(filter(None, (key, "/".join(says)))) for key, says in ROWS[blank.kind].items()]
        raise blank.wrong(f"holds {', '.join(row)}, but must hold reason and {' or '.join(forms)}",
                          f"现有{'、'.join(row)}，须有reason和{' 或 '.join(forms)}")
    made = Decision(
        blank.kind, blank.file, blank.place, row["reason"].strip(), _texts(blank, row, "entities"),
        row.get("wording", ""), row.get("document", ""), row.get("statement", ""), _texts(blank, row, "classes"),
        {key: row[key] for key in FIELDS if key in row}, dict(_qualifiers(blank, row.get("qualifiers") or {})))
    _check(made)
    return made


def _texts(blank: Decision, row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A list of texts; `entity` is a list of one."""
    given = row.get(key, [row["entity"]] if key == "entities" and "entity" in row else [])
    if not isinstance(given, list) or not all(isinstance(text, str) and text for text in given):
        raise blank.wrong(f"{key} must be a list, as in [a, b]", f"{key}须写成[a, b]的形式")
    return tuple(given)


def _qualifiers(blank: Decision, given: Any) -> Iterator[tuple[str, Value | None]]:
    """Qualifiers with values of their datatype; None where there is no value."""
    terms = vocabulary().qualifiers
    for name, text in given.items() if isinstance(given, dict) else [(str(given), "")]:
        if name not in terms or not isinstance(text, str):
            raise blank.wrong(f"{name!r} is no qualifier of the ontology with one value", f"{name!r}不是本体中带一个值的限定")
        yield name, _value(blank, terms[name], text) if text else None


def _value(blank: Decision, term: QualifierTerm, text: str) -> Value:
    if term.choices and text not in term.choices:
        raise blank.wrong(f"{term.name} is one of {', '.join(term.choices)}", f"{term.name}只能是{'、'.join(term.choices)}")
    if term.datatype not in ("decimal", "integer"):
        return text
    if not NUMBER.fullmatch(text):
        raise blank.wrong(f"{term.name} needs a number, not {text!r}", f"{term.name}须为数字，不能是{text!r}")
    number = float(text)
    return int(number) if number.is_integer() else number


def _check(made: Decision) -> None:
    """What can be seen without the graph."""
    words = vocabulary()
    if made.kind == "same_as" and len(set(made.entities)) < 2:
        raise made.wrong("needs two entities or more", "须列出两个以上的实体")
    for name in made.classes:
        if name not in words.classes:
            raise made.wrong(f"{name!r} is no class of the ontology", f"{name!r}不是本体中的类")
    if made.fields.get("relation", "supports") not in words.relations:
        raise made.wrong(f"{made.fields['relation']!r} is no relation of the ontology",
                         f"{made.fields['relation']!r}不是本体中的关系")
    if made.fields.get("status", "asserted") not in STATUSES:
        raise made.wrong(f"the status is one of {', '.join(STATUSES)}", f"status只能是{'、'.join(STATUSES)}")
