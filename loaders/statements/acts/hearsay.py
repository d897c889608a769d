"""Hearsay: what a sentence tells of others: what they ask for, what they have ordered, what a text says, what a place has."""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from loaders.clauses import Clause, Part, Sentence
from loaders.items import top
from loaders.knowledge import listed
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom
from loaders.statements.modality import modality
from loaders.statements.naming import actors
from loaders.words import marks_in

ASKED = re.compile(  # 你们提出的…等建议: what others ask for is none of the writer's deeds
    r"(?:关于|针对|对于?)?(?:[您你贵]|代表|委员|提案|建议)(?:们|委会?|会|单位|提案|建议)?(?:在[^,，。]{0,8}中)?所?(?:提出|提到|反映)的?"
    r"[^。;；]{2,160}?(?:建议|意见|问题|提案|诉求)(?![\u4e00-\u9fff])")
OPENING = re.compile("(?:(?:在|此外|同时)[^,，。]{0,20}[,，])?")
SAYS = re.compile("(?:还|明确|同时|则)?(?:提出|明确|要求|规定|指出|强调)")


def asked_until(voice: Voice, sentence: Sentence) -> int:
    """Where what others have asked for ends in a sentence that opens with it (你们提出的…等建议,我委…), else 0."""
    found = ASKED.match(voice.cast.text, sentence.start, sentence.end)
    return found.end() if found and not voice.scene.normative else 0


def done(voice: Voice, clause: Clause, read: Iterable[Atom]) -> list[Atom]:
    """What a clause tells of deeds: nothing where it says what others have ordered (贯彻落实推动X的决策部署) or what
    something is good for (为建设X注入动力)."""
    last = clause.parts[-1].text
    if clause.parts[0].text == "为" and last.endswith(listed("acts", "given")):
        return [atom for atom in read if atom.relation not in ("builds", "produces")]
    if not last.endswith(listed("acts", "orders")) or not any(part.text in listed("acts", "following") for part in clause.parts):
        return list(read)
    kept = [atom for atom in read if atom.relation in ("basedOn", "issues")]
    voice.memory.encouraged = ()
    return kept


def quote(voice: Voice, parts: Sequence[Part], named: bool) -> None:
    """甲印发《乙》,提出建设丙: what the clause goes on to say the text says that the one before issued."""
    opening = next((part.text for part in parts if part.kind != "adverb"), "")
    texts = [ref for _, ref in voice.cast.between(voice.span[0], parts[0].start) if top(ref.class_) == "Policy"]
    if not named and opening in modality().says and texts and not voice.scene.normative:
        voice.act((Actor(texts[-1], None),))


def told(voice: Voice, clause: Clause) -> None:
    """甲印发的《乙》提出,…: the text says what follows."""
    last = clause.parts[-1]
    phrase = last.phrase or (clause.parts[-2].phrase if len(clause.parts) > 2 else None)
    says = phrase is not None and (last.text if last.kind == "verb" else phrase.tail) in modality().says
    if says and not voice.scene.normative and (texts := actors(voice.cast, phrase, ("Policy",))):
        voice.memory.actors = texts


def quoted(voice: Voice, sentence: Sentence) -> tuple[Actor, ...]:
    """《方案》提出,甲乙两地…: the next sentence that names nobody is the text's too."""
    inside = marks_in(voice.cast.marks, sentence.start, sentence.end)
    title = next((mark for mark in inside if top(mark.classes[0]) == "Policy"), None)
    before = voice.cast.text[sentence.start:title.start] if title else "?"
    ref = voice.cast.of_mark(title) if title and OPENING.fullmatch(before) and SAYS.match(voice.cast.text, title.end) else None
    return (Actor(ref, None),) if ref else ()


def gather(voice: Voice, parts: Sequence[Part]) -> None:
    """甲公司推出新车,集聚了乙公司、丙公司: a place has gathered firms, not the firm that acted before."""
    opening = next((part.text for part in parts if part.kind != "adverb"), "")
    region, before = voice.cast.home(), voice.memory.actors
    firms = bool(before) and all(top(actor.ref.class_) == "Firm" for actor in before)
    if opening in modality().gathers and region and firms and not voice.scene.normative:
        voice.memory.actors = (Actor(region, None),)
