"""Resolution: a name in its document becomes an entity, or stays provisional and is counted.

我市, 我委, 市科技局, 《意见》 mean what their document makes of them: `referents` decides it, kind by kind. A name that
several entries bear and the document does not decide stays on a provisional entity of that document.
"""
from __future__ import annotations

import re
from collections.abc import Container, Iterable
from itertools import chain

from loaders.abreast import upward
from loaders.course import Course, Ref
from loaders.drafts import Draft, Drafts, digest
from loaders.items import top
from loaders.lexicon import lexicon
from loaders.naming import OWN
from loaders.referents.firms import maker, model, placed, remember
from loaders.referents.homes import near_chain
from loaders.referents.organs import local_organ, organ, session
from loaders.referents.pointing import pointed
from loaders.referents.policies import own_paper, policy_named
from loaders.referents.shortened import shortened
from loaders.referents.spoken import itself, latest
from loaders.words import Mark, marks_in
from ontology.names import Entry, Gazetteer, normal
from ontology.records import Entity, Found, Mention, Section, Unresolved
from ontology.vocabulary import vocabulary

COINED = re.compile("[“「『\"](?P<name>[^”」』\"]{2,12})[”」』\"](?P<kind>[\u4e00-\u9fff]{2,4})")
NAMES = frozenset({"Product", "Platform", "Instrument", "Project", "Event", "Park"})
THINGS = ("Product", "Project")
WHERE = ("在", "位于", "落户", "坐落于", "坐落在", "地处", "落地", "入驻", "来到", "位于了")
BRACKETED = re.compile("[（(][^（）()]*[）)]$")
BEING = re.compile("(?:是|系|成为|作为|堪称)[^，,。；;\n]*$")  # 甲谷是首个氢能产业园: which one it is
SHORT = 16  # characters before a name in which it is told that it only says what another thing is
LOCAL_TO_JURISDICTION = {"Agency", "Region", "Park", "Policy"}


class Cast(Course):
    """Who and what one document speaks of: resolves marks and wordings, remembers entities and their mentions."""

    def __init__(self, names: Gazetteer, document: str, source: str, text: str) -> None:
        super().__init__(text)
        self.names = names
        self.document = document
        self.source = source
        self.jurisdiction: str | None = None
        self.telling = False
        self.speaker: Ref | None = None
        self.policy: Ref | None = None
        self.told: Ref | None = None
        self.marks: list[Mark] = []
        self.sections: tuple[Section, ...] = ()
        self.defined: dict[str, Ref] = {}
        self.worded: dict[tuple[int, int], Ref] = {}
        self.topic: Ref | None = None
        self.theme: Ref | None = None
        self.reporting = False
        self.parties: tuple[Ref, ...] = ()
        self.couple: tuple[Ref, Ref] | None = None
        self.owners: dict[str, Ref] = {}
        self.ours: dict[str, Ref | None] = {}
        self.sited: dict[tuple[str, str], Ref] = {}
        self.drafts = Drafts()
        self.opening: dict[str, list[tuple[int, int, Ref]]] = {}  # firms by syllables: minus the place, the order of reading, which
        self.unresolved: list[Unresolved] = []

    def chain(self) -> list[str]:
        """The jurisdiction and the places that hold it, innermost first."""
        return upward(self.names, self.jurisdiction)

    def home(self) -> Ref | None:
        """The place whose document it is."""
        chain = self.chain()
        return self.known(self.names.entries[chain[0]]) if chain else None

    def of_mark(self, mark: Mark) -> Ref | None:
        """The entity that a mark stands for."""
        match mark.kind:
            case "title":
                return policy_named(self, mark.text.strip("《》").replace("\n", ""))
            case "number" | "defined":
                return self.defined.get(normal(mark.text))
            case "model":
                return model(self, mark)
            case "session":
                return session(self, mark)
            case "pointer":
                return self.of_pointer(mark)
        return organ(self, mark) if mark.kind.startswith("organ:") else self.of_name(mark)

    def of_pointer(self, mark: Mark) -> Ref | None:
        """What a word points at; one that leads nowhere is counted."""
        found = pointed(self, mark.text, mark.start)
        if found is None:
            self.unresolved.append(Unresolved(self.document, mark.text, mark.start, "unresolved"))
        return found

    def of_name(self, mark: Mark) -> Ref | None:
        """The entity of a name that the gazetteer knows, a provisional one where it may be several."""
        entries = self.candidates(mark)
        if own := local_organ(self, mark, [entry.jurisdiction for entry in entries]):
            return own
        if len(entries) <= 1:
            return self.known(entries[0]) if entries else None
        self.unresolved.append(Unresolved(self.document, mark.text, mark.start, "ambiguous",
                                          tuple(entry.key for entry in entries)))
        return self.made(mark.text, entries[0].classes[0], key="provisional")

    def of_text(self, found: Found) -> Ref | None:
        """The entity of a wording that one mark covers."""
        mark = next((mark for mark in marks_in(self.marks, found.start, found.end) if (mark.start, mark.end) == (found.start, found.end)),
                    None)
        return self.of_mark(mark) if mark else None

    def named(self, text: str, class_: str) -> Ref | None:
        """The entity of a wording of the given class: pointed at, defined, in the gazetteer, else made."""
        known = pointed(self, text) or self.defined.get(normal(text)) or (own_paper(self, text) if class_ == "Policy" else None)
        if known:
            return known
        open_ = class_ in ("", "?")
        entries = [entry for entry in self.names.lookup(text) if open_ or class_ in supers(entry.classes[0])]
        if len(entries) == 1:
            return self.known(entries[0])
        if open_ or class_ == "abstract":
            return None
        return placed(self, text, class_) or shortened(self, text, class_) or self.made(text, class_, coined(text))

    def candidates(self, mark: Mark) -> list[Entry]:
        """The entries that a mark may mean here: of this jurisdiction before others, firms before their brands."""
        own = [key[1:] for key in mark.keys if key.startswith(OWN)]
        full = [key for key in mark.keys if not key.startswith(OWN)]
        near = [key for place in near_chain(self, mark.text[0], mark.start) for key in own
                if self.names.entries[key].jurisdiction == place]
        entries = [self.names.entries[key] for key in full or near[:1]]
        firms = [entry for entry in entries if top(entry.classes[0]) == "Firm"]
        return firms if len(firms) == 1 else entries

    def known(self, entry: Entry) -> Ref:
        """A gazetteer entry as an entity."""
        if entry.key not in self.drafts:
            aliases = set(self.names.aliases(entry))
            self.drafts.begin(entry.key, Draft(entry.name, set(entry.classes), aliases, dict(entry.identifiers)))
        return Ref(entry.key, entry.name, entry.classes[0])

    def made(self, name: str, class_: str, aliases: Iterable[str] = (), jurisdiction: str | None = None,
             key: str = "") -> Ref:
        """An entity that no entry holds, with the id that the vocabulary rules: a group is its document's, an organ or
        place its jurisdiction's, anything else everybody's."""
        name = " ".join(name.split())
        if key or top(class_) == "AgentGroup":
            scope = [self.document, key] if key else [self.document]
        else:
            scope = [jurisdiction or self.jurisdiction or ""] if top(class_) in LOCAL_TO_JURISDICTION else []
        id_ = digest(*scope, normal(name))
        if id_ not in self.drafts:
            self.drafts.begin(id_, Draft(name, set()))
        draft = self.drafts[id_]
        draft.classes.add(class_)
        draft.aliases.update(alias for alias in aliases if alias != draft.name)
        if jurisdiction:
            draft.properties["jurisdiction"] = jurisdiction
        return Ref(id_, draft.name, class_)

    def define(self, name: str, ref: Ref) -> None:
        """From here on the document calls the entity so."""
        self.defined[normal(name)] = ref

    def mention(self, ref: Ref, start: int, end: int) -> None:
        """Remember where the document names the entity."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if ref.id in self.drafts and start < end and not self.stands_for(ref, start, end):
            self.drafts[ref.id].mentions.add(Mention(self.document, self.source, start, end, self.text[start:end]))
            self.note(ref, start, end)
            if top(ref.class_) == "Firm":
                remember(self, ref, start)
                self.topic = self.topic or ref

    def stands_for(self, ref: Ref, start: int, end: int) -> bool:
        """Whether the words between two places name another thing, which only stands for the entity (为甲型车供货: for who makes
        it)."""
        other = self.worded.setdefault((start, end), ref)
        draft = self.drafts[ref.id]
        said = normal(self.text[start:end])
        things = top(other.class_) in THINGS and top(ref.class_) not in THINGS
        return other.id != ref.id and things and all(said != normal(name) for name in (draft.name, *draft.aliases))

    def maker(self, ref: Ref) -> Ref | None:
        """The firm that makes a product, None where nothing tells."""
        return maker(self, ref)

    def last(self, class_: str, word: str = "", at: int | None = None) -> Ref | None:
        """The last thing of the class that was spoken of before a place (else at all); one whose name ends so where a
        word calls it."""
        said = ((start, ref) for start, ref in self.backward((class_,), at) if ends(ref.name, word))
        if class_ == "Project" and self.telling:
            return itself(self, said)
        if class_ != "Park" or not self.telling:
            return next((ref for _, ref in said), None)
        final = next(said, None)  # 甲园在乙区开园: 园区 is 甲园
        own = (pair for pair in chain((final,), said) if pair and not self.tells_where(pair[0]))
        return next(own, final or (0, latest(self.governed(at))))[1]

    def tells_where(self, at: int) -> bool:
        """Whether what is named at a place only says where another thing lies, or what it is."""
        return self.text.endswith(WHERE, 0, at) or BEING.search(self.text, max(at - SHORT, 0), at) is not None

    def governed(self, at: int | None) -> list[tuple[int, Ref]]:
        """The parks whose committees were spoken of before a place (甲园管委会介绍,园区…)."""
        said = [(mark.start, self.office(mark)) for mark in self.marks
                if mark.classes[:1] == ("Agency",) and mark.kind != "pointer" and (at is None or mark.end <= at)]
        keys = [(start, self.drafts[id_].jurisdiction) for start, id_ in said if id_ in self.drafts]
        return [(start, self.known(self.names.entries[key])) for start, key in keys
                if key and key in self.names.entries and top(self.names.entries[key].classes[0]) == "Park"]

    def office(self, mark: Mark) -> str:
        """The id of the agency that a mark names, "" for none; a full name of one entry has no other reading."""
        if mark.kind == "name" and len(mark.keys) == 1 and not mark.keys[0].startswith(OWN):
            return mark.keys[0]
        ref = self.of_mark(mark)
        return ref.id if ref else ""

    def entities(self, kept: Container[str]) -> list[Entity]:
        """The entities of this document as records: those that it names, and those of `kept`. What was only looked at on
        the way to a name (a word that turned out to be none) is no entity."""
        order = vocabulary()
        return [Entity(id_, draft.name, order.leaf_first(tuple(sorted(draft.classes))), tuple(sorted(draft.aliases)),
                       draft.identifiers, draft.properties, tuple(sorted(draft.mentions)))
                for id_, draft in sorted(self.drafts.items()) if draft.mentions or id_ in kept]


def ends(name: str, word: str) -> bool:
    """Whether a name ends with a word, what stands in brackets behind it aside (甲检测中心（四川）: 中心)."""
    return BRACKETED.sub("", name).endswith(word)


def coined(text: str) -> Iterable[str]:
    """The name in quotes that a class word follows is a name by itself (“甲乙飞”品牌)."""
    said = COINED.fullmatch(text)
    head = lexicon().head(said["kind"]) if said else None
    return (said["name"],) if said and head and head[0] == said["kind"] and head[1] in NAMES else ()


def supers(class_: str) -> tuple[str, ...]:
    """A class and all above it."""
    return (class_, *vocabulary().classes[class_].supers)
