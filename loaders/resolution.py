"""Resolution: a name in its document becomes an entity, or stays provisional and is counted.

我市, 我委, 市科技局, 《意见》 mean what their document makes of them. A name that several entries bear and the document
does not decide stays on a provisional entity of that document.
"""
from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from loaders.items import top
from loaders.mentions import deictics, merged, own_organs
from loaders.naming import OWN
from loaders.nearby import SIGNS, interviewed, latest, local, region, retitled, shortened, thing, twin
from loaders.sessions import session_name
from loaders.words import Mark
from ontology.names import Entry, Gazetteer, kind_sign, normal
from ontology.records import Entity, Found, Mention, Unresolved
from ontology.vocabulary import vocabulary

SEVERAL = 3
NEWER = re.compile("(?:全新|新款|新)(?=[A-Z0-9])| ?(?:PLUS|Plus|Pro|Max|MAX|Ultra)$")
PREFIXED = {("市", "区"), ("市", "县")}  # 什邡市 stands without 德阳市
LOCAL_TO_JURISDICTION = {"Agency", "Region", "Park", "Policy"}


def digest(*parts: str) -> str:
    """A short id from its parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Ref:
    """An entity as statements point at it."""

    id: str
    name: str
    class_: str


@dataclass
class Draft:
    """An entity while its documents are read."""

    name: str
    classes: set[str]
    aliases: set[str] = field(default_factory=set)
    identifiers: dict[str, str] = field(default_factory=dict)
    properties: dict[str, object] = field(default_factory=dict)
    mentions: set[Mention] = field(default_factory=set)

    @property
    def jurisdiction(self) -> str | None:
        """The key of the place whose organ it is."""
        key = self.properties.get("jurisdiction")
        return key if isinstance(key, str) else None


class Cast:
    """Who and what one document speaks of: resolves marks and wordings, remembers entities and their mentions."""

    def __init__(self, names: Gazetteer, document: str, source: str, text: str) -> None:
        self.names = names
        self.document = document
        self.source = source
        self.text = text
        self.jurisdiction: str | None = None
        self.telling = False
        self.speaker: Ref | None = None
        self.policy: Ref | None = None
        self.told: Ref | None = None
        self.marks: list[Mark] = []
        self.defined: dict[str, Ref] = {}
        self.spoken: list[tuple[int, Ref]] = []
        self.topic: Ref | None = None
        self.couple: tuple[Ref, Ref] | None = None
        self.owners: dict[str, Ref] = {}
        self.ours: dict[str, Ref | None] = {}
        self.drafts: dict[str, Draft] = {}
        self.unresolved: list[Unresolved] = []

    def settle(self, marks: Iterable[Mark], issuers: Iterable[Ref]) -> None:
        """Decide whose document it is: its issuers' jurisdiction, else the place that it names most, else that of the
        park that it names most."""
        keys = [self.names.entries[ref.id].jurisdiction if ref.id in self.names.entries
                else self.drafts[ref.id].jurisdiction for ref in issuers]
        named = [key.lstrip(OWN) for mark in marks for key in mark.keys]
        places = [key for key in named if kind_sign(self.names.entries[key])]
        around = [key for park in named for relation, key in self.names.entries[park].links
                  if top(self.names.entries[park].classes[0]) == "Park" and relation in ("within", "locatedIn")
                  and kind_sign(self.names.entries[key])]
        ranked = [self.foremost(Counter(some)) for some in (places, around) if some]
        self.jurisdiction = next((key for key in (*keys, *ranked) if key), None)

    def foremost(self, counted: Counter[str]) -> str:
        """The place named most; of many named as often that one place holds, that one (甲区、乙区、丙区…)."""
        most = max(counted.values())
        first = sorted(key for key, count in counted.items() if count == most)
        around = {dict(self.names.entries[key].links).get("within") for key in first}
        whole = around.pop() if len(first) >= SEVERAL and len(around) == 1 else None
        return whole if whole and kind_sign(self.names.entries[whole]) else first[0]

    def know_organs(self, start: int, end: int) -> None:
        """Mark the organs of the places whose document it is (区财政局), where no name of the gazetteer holds them."""
        places = [(sign, key) for key in self.chain() if (sign := kind_sign(self.names.entries[key]))]
        kept: list[Mark] = []
        nobody: list[Mark] = []
        for mark in self.marks:
            (nobody if mark.keys and mark.kind == "name" and not self.candidates(mark) else kept).append(mark)
        self.marks = merged(merged(kept, list(own_organs(self.text, start, end, places))), nobody)

    def chain(self) -> list[str]:
        """The jurisdiction and the places that hold it, innermost first."""
        found: list[str] = []
        key = self.jurisdiction
        while key and key not in found:
            found.append(key)
            links = dict(self.names.entries[key].links)
            key = links.get("within")
        return found

    def home(self) -> Ref | None:
        """The place whose document it is."""
        chain = self.chain()
        return self.known(self.names.entries[chain[0]]) if chain else None

    def of_mark(self, mark: Mark) -> Ref | None:
        """The entity that a mark stands for."""
        if mark.kind == "title":
            return self.policy_named(mark.text.strip("《》").replace("\n", ""))
        if mark.kind in ("number", "defined"):
            return self.defined.get(normal(mark.text))
        if mark.kind == "model":
            return self.model(mark)
        if mark.kind == "pointer":
            found = self.pointed(mark.text, mark.start)
            if found is None:
                self.lost(mark)
            return found
        if mark.kind.startswith("organ:"):
            return self.organ(mark)
        if mark.kind == "session":
            return self.session(mark)
        entries = self.candidates(mark)
        place = local(self, mark, [entry.jurisdiction for entry in entries])
        if place:
            return self.organ(place)
        if len(entries) == 1:
            return self.known(entries[0])
        if not entries:
            return None
        self.unresolved.append(Unresolved(self.document, mark.text, mark.start, "ambiguous",
                                          tuple(entry.key for entry in entries)))
        return self.provisional(mark.text, entries[0].classes[0])

    def model(self, mark: Mark) -> Ref:
        """A model by its brand and number (甲牌07, 甲牌新07 Pro); the brand's firm makes it."""
        older = self.names.lookup(NEWER.sub("", mark.text))
        ref = self.known(older[0]) if older else self.made(mark.text, "Product")
        brands = self.candidates(mark)
        maker = self.maker(self.known(brands[0])) if brands else None
        if maker:
            self.owners.setdefault(ref.id, maker)
        return ref

    def maker(self, ref: Ref) -> Ref | None:
        """The firm that makes a product: itself, the one that the text told of, else the one that the gazetteer knows."""
        if top(ref.class_) == "Firm" or ref.id in self.owners:
            return self.owners.get(ref.id, ref)
        makers = [entry for entry in self.names.entries.values() if ("produces", ref.id) in entry.links]
        return self.known(makers[0]) if len(makers) == 1 else None

    def lost(self, mark: Mark) -> None:
        """A pointing word that leads nowhere is counted."""
        self.unresolved.append(Unresolved(self.document, mark.text, mark.start, "unresolved"))

    def of_text(self, found: Found) -> Ref | None:
        """The entity of a wording that one mark covers."""
        mark = next((mark for mark in self.marks if (mark.start, mark.end) == (found.start, found.end)), None)
        return self.of_mark(mark) if mark else None

    def define(self, name: str, ref: Ref) -> None:
        """From here on the document calls the entity so."""
        self.defined[normal(name)] = ref

    def candidates(self, mark: Mark) -> list[Entry]:
        """The entries that a mark may mean here: of this jurisdiction before others, firms before their brands."""
        near_by = region(self, mark.text[0], mark.start) if mark.text[0] in SIGNS else None
        chain = [near_by, *self.chain()] if near_by else self.chain()
        own = [key[1:] for key in mark.keys if key.startswith(OWN)]
        full = [key for key in mark.keys if not key.startswith(OWN)]
        near = [key for place in chain for key in own if self.names.entries[key].jurisdiction == place]
        entries = [self.names.entries[key] for key in full or near[:1]]
        firms = [entry for entry in entries if top(entry.classes[0]) == "Firm"]
        if len(entries) > 1 and len(firms) == 1:
            return firms
        return entries

    def known(self, entry: Entry) -> Ref:
        """A gazetteer entry as an entity."""
        if entry.key not in self.drafts:
            aliases = set(self.names.aliases(entry))
            self.drafts[entry.key] = Draft(entry.name, set(entry.classes), aliases, dict(entry.identifiers))
        return Ref(entry.key, entry.name, entry.classes[0])

    def organ(self, mark: Mark) -> Ref:
        """A district's organ: 江津区经济信息委 is 重庆市江津区经济和信息化委员会."""
        near = region(self, mark.text[0], mark.start) if mark.text[0] in SIGNS else None
        place = self.names.entries[near or mark.keys[0].lstrip(OWN)]
        full = place.name + mark.kind.removeprefix("organ:")
        for entry in self.names.lookup(full):
            return self.known(entry)
        within = self.names.entries.get(dict(place.links).get("within", ""))
        long = (within.name if within and len(place.name) < 5 and (kind_sign(within), kind_sign(place)) in PREFIXED else "") + full
        return self.made(long, "Agency", aliases={full, mark.text}, jurisdiction=place.key)

    def session(self, mark: Mark) -> Ref | None:
        """A session of the Party: 市委六届四次全会 is that of the city whose document it is."""
        sign, rest = session_name(mark.text)
        place = self.place(sign, mark.start) if sign else None
        if sign and place is None:
            return self.made(mark.text, "Event")
        full = "中国共产党" + (place.name if place else "") + rest
        known = self.names.lookup(full)
        return self.known(known[0]) if known else self.made(full, "Event")

    def policy_named(self, title: str) -> Ref:
        """A policy by its title; 《意见》 is what the document calls so."""
        known = self.defined.get(normal(title))
        if known:
            return known
        entries = self.names.lookup(title)
        if entries:
            return self.known(entries[0])
        if self.policy and normal(title) == normal(self.policy.name):
            return self.policy
        if own := retitled(self, title):
            return own
        return self.made(title, "Policy")

    def pointed(self, text: str, at: int | None = None) -> Ref | None:
        """What a pointing word means at a place of the text: 我市, 我委, 公司, 该平台."""
        role, sign = deictics().get(text, ("", ""))
        if role == "region" and text[0] == "我":  # 我区 is one place all through
            self.ours[sign] = self.ours.get(sign) or self.place(sign, at)
            return self.ours[sign]
        if role == "region":
            return self.place(sign, at)
        if role == "pair":
            return twin(self, at)
        if role == "speaker":
            return self.speaker or interviewed(self, at)
        if role == "near":
            return thing(self, sign, text, at)
        if role == "own":
            return self.told or self.policy
        if role == "that":
            return self.last("Policy", text[1:], at)
        if role == "topic":
            return self.company(at) or self.topic
        if role == "both":
            return self.made(text, "AgentGroup")
        if role in ("government", "finance"):
            place = self.place(sign, at)
            suffix = "人民政府" if role == "government" else "财政厅" if sign == "省" else "财政局"
            return self.organ(Mark(0, 0, place.name + suffix, (place.id,), ("Agency",), "organ:" + suffix)) if place else None
        return None

    def number_titles(self) -> None:
        """A number in brackets behind a title is the policy's, and names it elsewhere."""
        titles = [mark for mark in self.marks if mark.kind == "title"]
        for mark in self.marks:
            if mark.kind != "number":
                continue
            title = next((one for one in titles if 0 <= mark.start - one.end <= 2 or (0 < one.start - mark.end <= 4
                          and self.text[mark.end:one.start].endswith(("印发", "发布", "出台")))), None)
            ref = self.of_mark(title) if title else None
            if ref:
                self.drafts[ref.id].identifiers.setdefault("number", normal(mark.text))
                self.define(mark.text, ref)

    def place(self, sign: str, at: int | None = None) -> Ref | None:
        """The jurisdiction of the given kind: the 市 of a district's document is the city above it; in news the one named
        last before a place in the text comes first."""
        near = region(self, sign, at)
        for key in (near, *self.chain()) if near else self.chain():
            if kind_sign(self.names.entries[key]) == sign:
                return self.known(self.names.entries[key])
        line = self.text.rfind("\n", 0, at) + 1
        return latest((start, ref) for start, ref in self.spoken if line <= start and (at is None or start < at)
                      and ref.class_ == "Park" and ref.name.endswith(sign)) if self.telling and at is not None else None

    def made(self, name: str, class_: str, aliases: Iterable[str] = (), jurisdiction: str | None = None,
             key: str = "") -> Ref:
        """An entity that no entry holds, with the id that the vocabulary rules."""
        name = " ".join(name.split())
        leaf = top(class_)
        if key:
            id_ = digest(self.document, key, normal(name))
        elif leaf in LOCAL_TO_JURISDICTION:
            id_ = digest(jurisdiction or self.jurisdiction or "", normal(name))
        elif leaf == "AgentGroup":
            id_ = digest(self.document, normal(name))
        else:
            id_ = digest(normal(name))
        draft = self.drafts.setdefault(id_, Draft(name, set()))
        draft.classes.add(class_)
        draft.aliases.update(alias for alias in aliases if alias != draft.name)
        if jurisdiction:
            draft.properties["jurisdiction"] = jurisdiction
        return Ref(id_, draft.name, class_)

    def provisional(self, name: str, class_: str) -> Ref:
        """An entity of this document alone."""
        return self.made(name, class_, key="provisional")

    def named(self, text: str, class_: str) -> Ref | None:
        """The entity of a wording of the given class: pointed at, defined, in the gazetteer, else made."""
        pointed = self.pointed(text)
        if pointed:
            return pointed
        defined = self.defined.get(normal(text))
        if defined:
            return defined
        entries = [entry for entry in self.names.lookup(text)
                   if class_ in ("", "?") or class_ in supers(entry.classes[0]) or entry.classes[0] == class_]
        if len(entries) == 1:
            return self.known(entries[0])
        if class_ in ("", "?", "abstract"):
            return None
        return self.placed(text, class_) or shortened(self, text, class_) or self.made(text, class_)

    def placed(self, text: str, class_: str) -> Ref | None:
        """A firm or park that is called with the place where it stands (重庆长安福特), None where it stands elsewhere: 成都比亚迪 is
        another."""
        for size in (2, 3, 4) if top(class_) == "Firm" else (2,):
            places = {entry.key for entry in self.names.lookup(text[:size]) if entry.classes[0] == "Region"}
            found = [entry for entry in self.names.lookup(text[size:]) if top(entry.classes[0]) == top(class_)] if places else []
            if len(found) == 1 and places & set(self.stands(found[0])):
                return self.known(found[0])
        return None

    def stands(self, entry: Entry) -> Iterator[str]:
        """The keys of the places that hold an entry, innermost first."""
        links = dict(entry.links)
        key = links.get("locatedIn") or links.get("within", "")
        while key in self.names.entries:
            yield key
            key = dict(self.names.entries[key].links).get("within", "")

    def mention(self, ref: Ref, start: int, end: int) -> None:
        """Remember where the document names the entity."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if ref.id in self.drafts and start < end:
            self.drafts[ref.id].mentions.add(Mention(self.document, self.source, start, end, self.text[start:end]))
            self.spoken.append((start, ref))
            if self.topic is None and top(ref.class_) == "Firm":
                self.topic = ref

    def company(self, at: int | None) -> Ref | None:
        """The last firm that the paragraph has called a company by name (甲有限公司…公司…)."""
        called = [(start, ref) for start, ref in self.firms(at)
                  if any(mention.start == start and "公司" in mention.text for mention in self.drafts[ref.id].mentions)]
        return latest(called)

    def before(self, ref: Ref | None, at: int) -> Ref | None:
        """The entity where the text named it before a place."""
        return ref if any(start < at and one == ref for start, one in self.spoken) else None

    def firms(self, at: int | None) -> list[tuple[int, Ref]]:
        """The firms that a paragraph has named before a place."""
        line = self.text.rfind("\n", 0, at) + 1
        return [(start, ref) for start, ref in self.spoken
                if line <= start and (at is None or start < at) and top(ref.class_) == "Firm"]

    def named_so(self, word: str, at: int) -> Ref | None:
        """The last firm or work before a place that was named by words that end so (甲汽车乙工厂 …工厂)."""
        return latest((start, ref) for start, ref in self.spoken if start < at and top(ref.class_) in ("Firm", "Project", "Park")
                      and any(one.start == start and one.text.endswith(word) and len(one.text) > len(word)
                              for one in self.drafts[ref.id].mentions))

    def last(self, class_: str, word: str = "", at: int | None = None) -> Ref | None:
        """The last thing of the class that was spoken of before a place (else at all); one whose name ends so where a
        word calls it."""
        said = [(start, ref) for start, ref in self.spoken if (at is None or start < at) and top(ref.class_) == class_
                and ref.name.endswith(word)]
        return latest(said)

    def holding(self, words: str, classes: Iterable[str], at: int) -> Ref | None:
        """The last thing whose name holds the words (“甲线” is the “甲线”项目 spoken of)."""
        return next((ref for start, ref in reversed(self.spoken) if start < at and words in ref.name and ref.name != words
                     and top(ref.class_) in classes), None)

    def entities(self, kept: Container[str]) -> list[Entity]:
        """The entities of this document as records: those that it names, and those of `kept`. What was only looked at on
        the way to a name (a word that turned out to be none) is no entity."""
        order = vocabulary()
        return [Entity(id_, draft.name, order.leaf_first(tuple(sorted(draft.classes))), tuple(sorted(draft.aliases)),
                       draft.identifiers, draft.properties, tuple(sorted(draft.mentions)))
                for id_, draft in sorted(self.drafts.items()) if draft.mentions or id_ in kept]


def supers(class_: str) -> tuple[str, ...]:
    """A class and all above it."""
    return (class_, *vocabulary().classes[class_].supers)
