"""One file of names: what it says of each entry, checked as it is read.

A file holds `source` (a public source by title), `date` (of that knowledge), `official` (false for what `make score`
can switch off), perhaps `classes` and `jurisdiction` for all its entries, and `entries`, each under its key:

    cq.jingxin:
      name: 重庆市经济和信息化委员会
      short: [重庆市经济信息委, 重庆市经信委]
      former: {重庆市经济委员会: 2008}      # name: until when (year, month or day; empty where unknown)
      partOf: cq.gov                        # any relation of the ontology to other keys

A group may give `members`, what makes an entity a candidate, or take those of another group with `like`.
Besides `short`, `full`, `brand`, `english` and `number` it may list under `whole` short names that are words or parts
of words as well (长寿, 前锋): they count only where they stand alone.
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ontology.errors import ChuanyuError
from ontology.vocabulary import vocabulary
from ontology.yaml_file import read_yaml

KINDS = ("full", "short", "former", "brand", "english", "number")
IDENTIFIERS = {
    "creditCode": re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}"),
    "gb2260": re.compile(r"\d{6}"),
    "stock": re.compile(r"\d{6}\.(SH|SZ|BJ)|\d{5}\.HK|[A-Z]{1,5}\.US"),
}
NEEDED = {"source", "date", "official", "entries"}
HEAD = NEEDED | {"classes", "jurisdiction"}
DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
QUOTE_SIGNS = "“”\"'‘’「」"
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
IGNORED = re.compile(rf"[\s《》〈〉{QUOTE_SIGNS}]")

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an entry; `until` is the ISO date (or its beginning) when a former name ended."""

    text: str
    kind: str
    until: str | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing of the world that we know by its names. `links` are (relation, key) pairs; `members`, for groups, says
    what makes an entity a candidate: relation, `classes` or `jurisdiction` -> the values of which one must hold."""

    key: str
    name: str
    classes: tuple[str, ...]
    names: tuple[Name, ...]
    identifiers: Mapping[str, str] = field(default_factory=dict)
    jurisdiction: str | None = None
    links: tuple[tuple[str, str], ...] = ()
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    like: str | None = None
    official: bool = False
    file: str = ""
    source: str = ""
    date: str = ""


def normal(text: str) -> str:
    """A name as it is compared: width and case made one, without space, quotes and title marks."""
    return IGNORED.sub("", unicodedata.normalize("NFKC", text)).casefold()


def control(text: str) -> str | None:
    """The first control character that no name may hold, as U+0007; line ends and tabs are none."""
    found = CONTROL.search(text)
    return f"U+{ord(found[0]):04X}" if found else None


def read_entries(path: Path) -> Iterator[Entry]:
    """The entries of a file, each checked by itself. Raises ChuanyuError naming file and key."""
    content = read_yaml(path)
    if not isinstance(content, dict) or not NEEDED <= content.keys() <= HEAD or not _mapping(content["entries"]):
        raise ChuanyuError(
            f"{path.name} needs source, date, official and entries, may have classes and jurisdiction, nothing else.",
            f"{path.name}须有source、date、official和entries，可有classes和jurisdiction，不得有其他键。")
    for key, fields in content["entries"].items():
        yield _entry(str(key), fields, content, path.name)


def _entry(key: str, fields: Fields, head: Fields, file: str) -> Entry:
    blank = Entry(key, "", (), (), file=file)
    if not _mapping(fields) or not fields.get("name"):
        raise wrong(blank, "needs a name", "缺少name")
    for word in ("former", "members"):
        if not _mapping(fields.get(word, {})):
            raise wrong(blank, f"{word} must be a mapping, as in {{a: b}}", f"{word}须写成{{a: b}}的形式")
    relations = vocabulary().relations
    for word in fields.keys() - {"name", "classes", "jurisdiction", "whole", "members", "like", *KINDS, *IDENTIFIERS}:
        if word not in relations:
            raise wrong(blank, f"{word!r} is no kind of a name, no identifier and no relation of the ontology",
                         f"{word!r}不是名称种类、标识符，也不是本体中的关系")
    entry = Entry(
        key=key, name=str(fields["name"]), classes=_texts(fields.get("classes", head.get("classes"))),
        names=tuple(_names(fields)), identifiers=dict(_identifiers(fields)),
        jurisdiction=fields.get("jurisdiction", head.get("jurisdiction")),
        links=tuple((word, other) for word in sorted(fields) if word in relations for other in _texts(fields[word])),
        members={word: _texts(values) for word, values in fields.get("members", {}).items()},
        like=fields.get("like"),
        official=head["official"] is True, file=file, source=str(head["source"]), date=str(head["date"]),
    )
    _check_alone(entry)
    return entry


def _mapping(value: Any) -> bool:
    return isinstance(value, dict)


def _texts(value: Any) -> tuple[str, ...]:
    """A list, a single value or nothing as a tuple of texts."""
    return () if value is None else tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _names(fields: Fields) -> Iterator[Name]:
    """All names, the entry's own first; its kind is `full` unless it stands again as `brand` or `number`."""
    given = {kind: _texts(fields.get(kind)) for kind in KINDS if kind != "former"}
    own = str(fields["name"])
    yield Name(own, next((kind for kind in ("brand", "number") if own in given[kind]), "full"))
    for kind, texts in given.items():
        yield from (Name(text, kind) for text in texts if not (text == own and kind in ("brand", "number")))
    for text, until in fields.get("former", {}).items():
        yield Name(str(text), "former", str(until) if until else None)
    yield from (Name(text, "short", whole=True) for text in _texts(fields.get("whole")))


def _identifiers(fields: Fields) -> Iterator[tuple[str, str]]:
    yield from ((word, str(fields[word])) for word in (*IDENTIFIERS, "number") if word in fields)


def _check_alone(entry: Entry) -> None:
    """What can be seen in the entry itself."""
    if not entry.classes or any(name not in vocabulary().classes for name in entry.classes):
        given = ", ".join(entry.classes)
        raise wrong(entry, f"needs classes of the ontology, has {given or 'none'}", f"类须是本体中的类，现为“{given}”")
    for word, value in entry.identifiers.items():
        if word in IDENTIFIERS and not IDENTIFIERS[word].fullmatch(value):
            raise wrong(entry, f"{value!r} is no {word}", f"{value!r}不是有效的{word}")
    if entry.like and entry.members:
        raise wrong(entry, "has members of its own and others by like, keep one", "已有members，不得再用like")
    seen: set[str] = set()
    for name in entry.names:
        if not normal(name.text) or normal(name.text) in seen:
            raise wrong(entry, f"the name {name.text!r} is empty or stands there twice",
                        f"名称“{name.text}”为空或重复")
        if sign := control(name.text):
            raise wrong(entry, f"the name {name.text!r} holds the control character {sign}",
                        f"名称{name.text!r}含有控制字符 {sign}")
        if name.until and not DATE.fullmatch(name.until):
            raise wrong(entry, f"{name.until!r} is no date (2018, 2018-04 or 2018-04-08)",
                         f"{name.until!r}不是日期（2018、2018-04或2018-04-08）")
        seen.add(normal(name.text))


def wrong(entry: Entry, english: str, chinese: str) -> ChuanyuError:
    return ChuanyuError(f"{entry.file}, entry {entry.key}: {english}.", f"{entry.file}的条目{entry.key}：{chinese}。")
