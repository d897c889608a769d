"""The gazetteer: what the world calls its agencies, firms, places and things, read from `names/*.yaml`.

A short name may belong to several entries, so look-up returns all that bear it; full names and keys are unique. What a
document says for short (市经信委, 我市) is no name of an entry: `local_forms` computes the forms that a name takes
inside its jurisdiction, resolution decides which one is meant. The form of a file stands in `ontology/entries.py`.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from ontology.entries import Entry, Name, normal, read_entries, wrong
from ontology.vocabulary import vocabulary

__all__ = ["Entry", "Gazetteer", "Name", "gazetteer", "kind_sign", "normal"]

HERE = Path(__file__).parent / "names"
REGISTERED = re.compile(r"(?P<core>[\u4e00-\u9fff（）()]{5,}?)(?:股份|集团|控股)?有限(?:责任)?公司")
SIGN = re.compile(r"(自治区|自治州|自治县|[省市区县州])$")


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """All entries by key, and by every name that they have."""

    entries: Mapping[str, Entry]
    by_name: Mapping[str, tuple[Entry, ...]]

    def lookup(self, text: str) -> tuple[Entry, ...]:
        """Every entry that bears this name, in order of key: homonyms stay visible."""
        return self.by_name.get(normal(text), ())

    def shared(self, text: str) -> bool:
        """Whether several entries bear this name."""
        return len(self.lookup(text)) > 1

    def aliases(self, entry: Entry) -> tuple[str, ...]:
        """What else names this entry and no other one: 赛力斯 is short for the group and its brand's name too."""
        return tuple(name.text for name in entry.names if name.text != entry.name and not self.shared(name.text))

    def local_forms(self, entry: Entry) -> tuple[str, ...]:
        """What documents of its jurisdiction call an agency: 重庆市经信委 -> 市经信委."""
        region = self.entries.get(entry.jurisdiction or "")
        sign = kind_sign(region) if region else None
        if not region or not sign or region.key == entry.key:
            return ()
        texts = (name.text for name in entry.names if name.kind in ("full", "short", "former"))
        return tuple(dict.fromkeys(sign + text[len(region.name):] for text in texts if text.startswith(region.name)))

    def official(self) -> Gazetteer:
        """Only the entries of files that are marked official; links to the others are dropped."""
        kept = {key: entry for key, entry in self.entries.items() if entry.official}
        return _gazetteer({key: replace(entry, links=tuple(link for link in entry.links if link[1] in kept))
                           for key, entry in kept.items()})


def kind_sign(region: Entry) -> str | None:
    """The one sign that says what a region is, as in 我市 and 全省: 市 省 区 县 州; None for regions without one."""
    found = SIGN.search(region.name) if "gb2260" in region.identifiers else None
    return found[1][-1] if found else None


@lru_cache(maxsize=4)
def gazetteer(extra: tuple[Path, ...] = ()) -> Gazetteer:
    """Our names and those of the user's folders (their `names/*.yaml`). Raises ChuanyuError naming file and key."""
    entries: dict[str, Entry] = {}
    for path in _files(extra):
        for entry in read_entries(path):
            if entry.key in entries:
                taken = entries[entry.key].file
                raise wrong(entry, f"the key is taken by {taken}, choose another", f"该键已被{taken}占用，请另取一个")
            entries[entry.key] = entry
    entries = {key: _with_members(_with_container(entry, entries), entries) for key, entry in entries.items()}
    entries = _with_cores(entries)
    for entry in entries.values():
        _check_links(entry, entries)
    _check_full_names(entries.values())
    return _gazetteer(entries)


def _files(extra: tuple[Path, ...]) -> Iterator[Path]:
    for folder in (HERE, *(place / "names" for place in extra)):
        yield from sorted(folder.glob("*.yaml"))


def _with_container(entry: Entry, entries: Mapping[str, Entry]) -> Entry:
    """An administrative region is also called with the one that holds it: 渝北区, 重庆市渝北区."""
    holders = (entries.get(other) for relation, other in entry.links if relation == "within")
    longer = [Name(holder.name + entry.name, "full") for holder in holders
              if holder and kind_sign(holder) and kind_sign(entry) and not entry.name.startswith(holder.name)]
    return replace(entry, names=(*entry.names, *longer))


def _with_cores(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """A registered name that opens with a place is one without its legal form too (重庆甲乙塑胶股份有限公司: 重庆甲乙塑胶), where
    nobody else is called so."""
    places = tuple(name.text for entry in entries.values() if "Region" in entry.classes for name in entry.names)
    cores = {key: {found["core"] for name in entry.names if name.kind == "full" and (found := REGISTERED.fullmatch(name.text))
                   and found["core"].startswith(places)} for key, entry in entries.items()}
    borne = Counter(normal(text) for key, entry in entries.items() for text in {*cores[key], *(name.text for name in entry.names)})
    return {key: replace(entry, names=(*entry.names, *(Name(core, "short") for core in sorted(cores[key])
                                                       if borne[normal(core)] == 1 and normal(core) not in known(entry))))
            for key, entry in entries.items()}


def known(entry: Entry) -> set[str]:
    """The names of an entry as they are compared."""
    return {normal(name.text) for name in entry.names}


def _with_members(entry: Entry, entries: Mapping[str, Entry]) -> Entry:
    """A group that is like another has the members of that one."""
    other = entries.get(entry.like or "")
    if entry.like and (not other or not other.members):
        raise wrong(entry, f"is like {entry.like!r}, which has no members", f"like所指的{entry.like!r}没有members")
    return replace(entry, members=other.members) if other else entry


def _check_links(entry: Entry, entries: Mapping[str, Entry]) -> None:
    """Links and members point to entries that are there, and of the classes that the relation joins."""
    terms = vocabulary()
    for word, values in entry.members.items():
        if word not in ("classes", "jurisdiction") and word not in terms.relations:
            raise wrong(entry, f"members cannot be told by {word!r}, only by classes, jurisdiction or a relation",
                         f"members不能用{word!r}，只能用classes、jurisdiction或关系")
        _check_keys(entry, values, terms.classes if word == "classes" else entries)
    _check_keys(entry, [entry.jurisdiction] if entry.jurisdiction else [], entries)
    for relation, other in entry.links:
        _check_keys(entry, [other], entries)
        term = terms.relations[relation]
        for side, allowed in ((entry, term.domain), (entries[other], term.range)):
            if allowed and not set(allowed) & set(terms.leaf_first(side.classes)):
                raise wrong(entry, f"{relation} {other} does not fit: {side.key} is none of {', '.join(allowed)}",
                             f"{relation} {other}不合本体：{side.key}不属于{'、'.join(allowed)}")


def _check_keys(entry: Entry, keys: Iterable[str], known: Container[str]) -> None:
    for key in keys:
        if key not in known:
            raise wrong(entry, f"points to {key!r}, which is in no file", f"指向的{key!r}不存在")


def _check_full_names(entries: Iterable[Entry]) -> None:
    """Short names may be shared by several entries, the full ones tell them apart."""
    owner: dict[str, Entry] = {}
    for entry in entries:
        for name in entry.names:
            if name.kind == "full" and owner.setdefault(normal(name.text), entry) is not entry:
                other = owner[normal(name.text)].key
                raise wrong(entry, f"{name.text} is already the full name of {other}", f"{name.text}已是{other}的全称")


def _gazetteer(entries: Mapping[str, Entry]) -> Gazetteer:
    by_name: dict[str, list[Entry]] = {}
    for _, entry in sorted(entries.items()):
        for text in dict.fromkeys(normal(name.text) for name in entry.names):
            by_name.setdefault(text, []).append(entry)
    return Gazetteer(dict(sorted(entries.items())), {text: tuple(found) for text, found in by_name.items()})
