"""Framing: a verb by the frame that its object fits, with what else the clause tells of what is done."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses import Part
from loaders.items import top
from loaders.knowledge import listed
from loaders.phrases import Phrase
from loaders.statements.acts.adjuncts import built, replied
from loaders.statements.acts.charges import taken
from loaders.statements.acts.choice import called, object_of
from loaders.statements.acts.copula import equal, fronted
from loaders.statements.acts.relatives import beyond
from loaders.statements.acts.sources import borrowed, carried
from loaders.statements.acts.tasks import tasks
from loaders.statements.acts.transfers import without_maker
from loaders.statements.acts.verbs import brought_forward, continued, held_in_common
from loaders.statements.acts.voice import Voice
from loaders.statements.acts.works import agreed, beside_work, brought_to, here, investing
from loaders.statements.atoms import Actor, Atom
from loaders.statements.frames import Frame, frames
from loaders.statements.modality import modality

COUNT = re.compile(  # 建设两个基地:
    "(?P<verb>建设|打造|实施|构建|布局|组建|设立|搭建)(?:[0-9]+|[两二三四五六七八九十]+)[大个项条类座家][\u4e00-\u9fff]{0,6}$")


class Framing(Voice):
    """What a verb says of its object by the frame that both fit."""

    def verb(self, parts: Sequence[Part], at: int, chain: tuple[str, ...],
             subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """The atoms that verb `at` says of its object."""
        after = next((n for n in range(at + 1, len(parts)) if parts[n].kind != "adverb"), None)
        after = held_in_common(parts, at) or after
        phrase = continued(parts, beyond(self, parts, after)) if after is not None else None
        verb = parts[at].text
        if moved := brought_forward(parts, at):
            yield from self.moved(parts, at, moved, chain, subjects)
            if phrase and (settled := list(brought_to(self, parts[at].text, moved, phrase))):
                yield from settled
                return
        office = after is not None and parts[after].text in listed("acts", "offices")  # 以甲公司为牵头|单位
        if phrase is None or office:
            yield from tasks(self, verb, parts[at + 1 + office:], subjects)
            yield from taken(self, parts, at, subjects)
        elif verb in modality().list and self.memory.said and self.memory.said[0].construction != "place" and not any(
                part.phrase for part in parts[:at]):
            frame, subjects = self.memory.said
            yield from self.atoms(frame, frame.relation, phrase, chain, subjects)
        elif verb in modality().list and at == 0 and (counted := self.counted(parts[0].start)):
            yield from self.atoms(counted, counted.relation, phrase, chain, self.subjects())
        elif verb in modality().equal:
            yield from equal(self, parts, at, phrase)
            if verb != "有" and (clause := fronted(self, parts, at)):
                yield from self.framed(*clause, phrase, (clause[0][clause[1]].text,), subjects)
        else:
            yield from self.framed(parts, at, phrase, chain, subjects)

    def counted(self, start: int) -> Frame | None:
        """What was to be done to a number of things that the text lists from here on (实施五大工程,|包括甲、乙; 建设两个基地:|甲、乙)."""
        before = COUNT.search(self.cast.text, self.span[0], max(start - 1, self.span[0]))
        called_ = frames().called("object", "verbs", before["verb"]) if before else ()
        return next((frame for frame in called_ if frame.relation == "builds"), None)

    def moved(self, parts: Sequence[Part], at: int, phrase: Phrase, chain: tuple[str, ...],
              subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """The atoms of a verb with what 将 brings before it: a paper that is issued, a work that is built."""
        for frame in frames().called("object", "verbs", parts[at].text):
            if frame.relation in ("issues", "builds", "organizes") and not parts[at].text.endswith(("为", "成", "成为")):
                yield from self.of_frame(frame, frame.relation, parts, at, phrase, chain, subjects)

    def framed(self, parts: Sequence[Part], at: int, phrase: Phrase, chain: tuple[str, ...],
               subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """The atoms of the first frame that the verb calls and the object fits."""
        helping = modality().support & set(chain)
        acting = subjects
        for frame in called(self, parts, at, phrase, chain):
            subjects = self.publishing(frame, parts, at, subjects)
            if frame.relation == "organizes" and helping:  # 支持举办甲大赛: who helps is no host yet
                subjects = tuple(replace(actor, encouraged=True) for actor in subjects)
            if "投向" in frame.words.get("verbs", ()) and not self.scene.normative:
                subjects = self.made("Instrument") or subjects
            if frame.relation == "uses" and "接入" in frame.words.get("verbs", ()) and not any(part.phrase for part in parts[:at]):
                subjects = self.made("Platform", "Project") or subjects
            subjects = self.subjects() if "after" in frame.words else subjects  # 支持A|开展试点 helps it, as whoever helps A
            subjects = investing(self, frame, chain, replied(self, frame, phrase, subjects))
            object_ = object_of(frame, phrase, parts[at + 2:])
            if frame.relation == "uses" and self.cast.telling:
                yield from borrowed(self, object_, subjects)
            if "搭载" in frame.words.get("verbs", ()) and self.cast.telling:
                yield from carried(self, object_, subjects)
                object_ = replace(object_, items=tuple(without_maker(item) for item in object_.items))
            if found := list(self.of_frame(frame, self.relation(frame, chain), parts, at, object_, chain, subjects)):
                yield from self.read_on(frame, parts, at, found, chain, subjects)
                if any(top(atom.object.class_) != "Firm" for atom in found):
                    return
                break  # 甲公司成立乙公司: it is 甲公司's own too
        for frame in frames().called("inverse", "verbs", parts[at].text):
            self.memory.taking = frame, acting, self.span[0]
            yield from self.inverse(frame, phrase, chain, acting)

    def publishing(self, frame: Frame, parts: Sequence[Part], at: int, subjects: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """鼓励甲、乙开放场景,|发布清单: in a clause of rules behind, no longer those who are encouraged."""
        known = frame.relation == "issues" and self.scene.normative and parts[at].text.endswith(listed("acts", "publishing"))
        behind = subjects == self.memory.encouraged and not any(part.phrase for part in parts[:at])
        return self.subjects() if known and behind else subjects

    def made(self, *classes: str) -> tuple[Actor, ...]:
        """设立甲基金,重点投向乙; 搭建甲平台,接入乙系统: what the sentence spoke of last, where it is of these classes."""
        thing = self.memory.thing
        here = thing is not None and self.span[0] <= thing[0].start and top(thing[1].class_) in classes
        return (Actor(thing[1], None),) if thing and here else ()

    def relation(self, frame: Frame, chain: tuple[str, ...]) -> str:
        """支持建设X supports X; 参与编制X contributes to it."""
        if modality().support & set(chain) and frame.relation in ("builds", "offers"):
            return "supports"
        if frame.relation == "uses" and not self.scene.normative and not self.memory.encouraged and modality().support & set(chain):
            return "supports"  # 鼓励应用甲技术
        helping = frame.relation == "issues" and not self.scene.normative and not set(listed("acts", "helping")).isdisjoint(chain)
        return "contributesTo" if helping else frame.relation

    def read_on(self, frame: Frame, parts: Sequence[Part], at: int, found: Sequence[Atom], chain: tuple[str, ...],
                subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """The atoms of a frame with what else they tell, remembered for the clauses behind."""
        self.memory.said = (frame, subjects)
        if frame.relation == "organizes":
            self.memory.event = found[-1].object
            yield from here(self, parts, at, found, chain)
        if frame.relation == "builds":
            yield from beside_work(self, parts, at, found, chain)
        if frame.relation == "issues":
            yield from agreed(self, found)
        yield from found

    def of_frame(self, frame: Frame, relation: str, parts: Sequence[Part], at: int, phrase: Phrase,
                 chain: tuple[str, ...], subjects: tuple[Actor, ...]) -> Iterator[Atom]:
        """The atoms of one frame; what relies on something is what the clause builds on it."""
        works = built(self, parts, at) if frame.relation == "reliesOn" else ()
        works = tuple(replace(work, encouraged=True) for work in works) if self.memory.encouraged else works
        dealt = works or (subjects if "分别" in chain and len(subjects) > 1 else ())  # 甲、乙分别生产丙、丁
        if dealt and len(dealt) == len(phrase.items) > 1:
            for one, item in zip(dealt, phrase.items, strict=True):
                yield from self.atoms(frame, relation, replace(phrase, items=(item,), summary=None), chain, (one,))
        elif works or not dealt or len(phrase.items) == 1:
            yield from self.atoms(frame, relation, phrase, chain, works or subjects)
