"""Speaking: which provision each section of a document is, and who speaks and acts there."""
from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property

from loaders.blocks import Outline
from loaders.course import Ref
from loaders.documents import Paper
from loaders.items import ACTORS, top
from loaders.lexicon import load
from loaders.resolution import Cast
from loaders.statements.atoms import Atom, Scene
from loaders.titles import same_title
from ontology.names import kind_sign
from ontology.records import Section


@dataclass(kw_only=True)
class Speaking:
    """A document's sections with the provisions met so far; `atoms` tie each to what holds it."""

    text: str
    parts: Outline
    paper: Paper
    cast: Cast
    provisions: dict[str, Ref] = field(default_factory=dict)
    atoms: list[Atom] = field(default_factory=list)

    def section(self, path: str) -> Section | None:
        """The section of a path."""
        return self.by_path.get(path)

    @cached_property
    def by_path(self) -> dict[str, Section]:
        """The sections by path."""
        return {section.path: section for section in reversed(self.parts.sections)}

    def provision(self, path: str) -> Ref | None:
        """The provision of a section, tied to what holds it the first time that it is needed."""
        policy = self.paper.policy
        if path in self.provisions:
            return self.provisions[path]
        if not path or policy is None:
            return policy
        section = self.section(path)
        if section is None:
            return self.provision(path.rpartition("/")[0])
        if same_title(section.title, policy.name):  # 附件: what a notice carries is the policy itself
            self.provisions[path] = policy
            return policy
        name = section.title or self.text[section.start:section.end].strip()[:30].split("\n")[0]
        ref = self.cast.made(name, "Provision", key=path)
        self.provisions[path] = ref
        holder = self.provision(path.rpartition("/")[0])
        start, end = heading(self.text, section)
        self.cast.mention(ref, start, end)
        if holder:
            self.atoms.append(Atom("hasProvision", holder, ref, "hasProvision.heading", start, end, path))
        return ref

    def scene(self, path: str) -> Scene:
        """Who speaks in a section."""
        default = self.paper.voice
        if self.paper.normative and not self.orients(path):
            default = self.provision(path)
        return Scene(self.cast, path, default, self.actor, self.paper.normative, self.paper.year,
                     self.paper.told, self.paper.document.genre == "news" and not (self.cast.theme or self.cast.reporting))

    @property
    def actor(self) -> Ref | None:
        """Who acts where only an actor can: the place whose document it is, else its first issuer."""
        if self.cast.theme and not self.cast.reporting and top(self.cast.theme.class_) in ACTORS:
            return self.cast.theme
        chain = self.cast.chain()
        entry = self.cast.names.entries[chain[0]] if chain else None
        if entry and kind_sign(entry) and (self.paper.normative or self.cast.speaker is None):
            return self.cast.known(entry)
        return self.cast.speaker

    def orients(self, path: str) -> bool:
        """Whether the section or one above it only orients (指导思想, 基本原则)."""
        steps = path.split("/")
        titles = [section.title for n in range(len(steps)) if (section := self.section("/".join(steps[:n + 1])))]
        kinds = orientation()
        known = kinds["titles"] | (kinds["backgrounds"] if self.paper.normative else frozenset())
        return any(title in known for title in titles)


@cache
def orientation() -> dict[str, frozenset[str]]:
    """The titles of sections that only orient, and of those that tell of what was there before."""
    return {name: frozenset(words.split()) for name, words in load("orientation").items()}


def heading(text: str, section: Section) -> tuple[int, int]:
    """The first line of a section, at most a sentence."""
    stops = [place for stop in "\n。" if (place := text.find(stop, section.start, section.end)) > section.start]
    end = min(stops) if stops else section.end
    return section.start, min(end, section.start + 200)
