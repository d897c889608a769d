"""Drafts: who draws up or issues a text that the clause itself does not name (A牵头起草,B配合编制; 由A、B联合印发), and who
helps another with it (A配合B制定X)."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses import Part
from loaders.course import Ref
from loaders.items import top
from loaders.knowledge import listed
from loaders.phrases import Phrase
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom
from loaders.statements.frames import frames
from loaders.statements.modality import modality
from loaders.statements.naming import actors, some
from loaders.words import marks_in
from ontology.records import Found, Value

PARTIES = ("Agency", "Institution", "Association", "Firm", "Region", "Park", "Platform")
WRITERS = ("Agency", "Institution", "Association", "Firm", "AgentGroup")


def drafts(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """The atoms of a clause that speaks of drawing up a text."""
    if not voice.scene.normative:
        yield from consulted(voice, parts)
        yield from aided(voice, parts)
        yield from concluded(voice, parts)
    if voice.scene.normative or modality().denied & {part.text for part in parts}:
        return
    at = next((n for n, part in enumerate(parts) if part.kind == "verb" and issues(part)), None)
    if at is None:
        return
    helping = next((n for n in range(at) if parts[n].text in listed("acts", "helping")), None)
    if any(part.phrase for part in parts[at + 1:]):
        yield from assisting(voice, parts, helping, at)
    elif any(actors(voice.cast, part.phrase, ("Policy",)) for part in parts[:at]):  # 《X》由A起草: the clause names it
        return
    elif at and (text := spoken(voice, parts[0].start)):
        by = next((n + 1 for n in range(at - 1) if parts[n].text == "由" and parts[n + 1].phrase
                   and parts[n + 2].text == "作为"), None)
        front = parts[by].phrase if by else next((part.phrase for part in reversed(parts[:at]) if part.phrase), None)
        yield from (written(voice, "issues", actor, text, "") for actor in named(voice, front))
        relation = "issues" if helping is None else "contributesTo"
        role = "".join(part.text for part in parts[helping:at + 1] if part.kind == "verb") if helping is not None else ""
        led = leading(voice, parts[0].start) if parts[0].text in listed("acts", "inviting") else []
        with_ = next((n for n in range(1, at) if parts[n].text in listed("acts", "inviting") and parts[n - 1].phrase), 0)
        first = actors(voice.cast, parts[with_ - 1].phrase, WRITERS) if with_ else ()  # 由A|会同|B起草
        for actor in [*led, *first, *actors(voice.cast, front, WRITERS)]:
            yield written(voice, relation, actor, text, role)
        yield from grounds(voice, text, parts[0].start)


def grounds(voice: Voice, text: Ref, at: int) -> Iterator[Atom]:
    """按照《甲》要求,由A起草: what is explained rests on 甲."""
    for start, ref in voice.cast.paragraph(at) if text == voice.scene.told else ():
        if voice.span[0] <= start and top(ref.class_) == "Policy" and ref.id != text.id and rests(voice, start):
            yield voice.tie("basedOn", Actor(text, None), Actor(ref, None), "basedOn.draft")


def consulted(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """征求A、B等部门意见, A、B提了意见: they contribute to the text that is explained or was spoken of last."""
    at = next((n for n, part in enumerate(parts[:-1]) if part.kind == "verb" and part.text in listed("acts", "consulting")), None)
    advice = next((part for part in parts[(at or 0) + 1:] if part.phrase and part.text.endswith(("意见", "建议", "意见建议"))), None)
    if at is None or advice is None or modality().denied & {part.text for part in parts}:
        return
    said = [(at, ref) for at, ref in voice.cast.paragraph(parts[0].start) if top(ref.class_) == "Policy"]
    here = [ref for at, ref in said if voice.span[0] <= at]
    told = voice.scene.told or (here[0] if here else said[-1][1] if said else None)  # 《甲》依据《乙》起草,丙提了意见
    asked = parts[at].text in listed("acts", "asking")
    first, last = (advice.start, advice.end) if asked else (parts[0].start, parts[at].start)
    for mark in marks_in(voice.cast.marks, first, last) if told else ():
        ref = voice.cast.of_mark(mark) if mark.kind != "title" and top(mark.classes[0]) in WRITERS else None
        if ref and told and top(ref.class_) != "AgentGroup":
            yield written(voice, "contributesTo", Actor(ref, Found(mark.start, mark.end, mark.text)), told, "意见")


def aided(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """《X》起草得到A、B的支持; A为《X》提供咨询: they contribute to X."""
    at = next((n for n, part in enumerate(parts[:-1]) if part.text in (*listed("acts", "obtaining"), *listed("acts", "lending"))), None)
    if at is None or modality().denied & {part.text for part in parts} or not voice.cast.text.endswith(
            listed("acts", "help"), 0, parts[-1].end):
        return
    before = next((one for part in parts[:at] for one in some(voice.cast, part.phrase, ("Policy",))), None)
    if parts[at].text in listed("acts", "obtaining"):
        first, last = parts[at].end, parts[-1].end
        drawn = any(word in voice.cast.text[parts[0].start:parts[at].start] for word in listed("acts", "drawing"))
        text = before.ref if before else voice.scene.told if drawn else None
    else:
        first, last = parts[0].start, parts[at].start
        text = before.ref if before and any(part.text in ("为", "给", "对") for part in parts[:at]) else None
    for mark in marks_in(voice.cast.marks, first, last) if text else ():
        ref = voice.cast.of_mark(mark) if mark.kind != "title" and top(mark.classes[0]) in WRITERS else None
        if ref and text and top(ref.class_) != "AgentGroup":
            yield written(voice, "contributesTo", Actor(ref, Found(mark.start, mark.end, mark.text)), text, "")


def concluded(voice: Voice, parts: Sequence[Part]) -> Iterator[Atom]:
    """协会与甲公司、乙公司签订《丙协议》: they conclude it too, also where nobody known acts."""
    at = next((n for n, part in enumerate(parts[:-1]) if part.text in listed("acts", "signing") and n > 1), None)
    with_ = next((n for n, part in enumerate(parts[:at]) if part.text in ("与", "和", "同")), None) if at else None
    if at is None or with_ is None or voice.subjects() or modality().denied & {part.text for part in parts}:
        return
    papers = [one for part in parts[at + 1:] for one in some(voice.cast, part.phrase, ("Policy",)) if one.found and "《" in one.found.text]
    for party in actors(voice.cast, parts[with_ + 1].phrase, PARTIES) if papers else ():
        yield from (voice.tie("issues", party, paper, "issues.concluded", status=voice.status(party, ())) for paper in papers)


def leading(voice: Voice, at: int) -> list[Actor]:
    """由A牵头,会同B起草: A, who opened the sentence."""
    marks = [mark for mark in voice.cast.marks if voice.span[0] < mark.start < at and voice.cast.text[mark.start - 1] == "由"
             and voice.cast.text.startswith("牵头", mark.end)]
    return [Actor(ref, Found(mark.start, mark.end, mark.text)) for mark in marks
            if (ref := voice.cast.of_mark(mark)) and top(ref.class_) in WRITERS]


def named(voice: Voice, front: Phrase | None) -> Iterator[Actor]:
    """以甲办公厅名义印发: in whose name."""
    for mark in voice.cast.marks:
        opens = front is not None and mark.start == front.start and voice.cast.text.startswith(("名义", "的名义"), mark.end)
        if opens and (ref := voice.cast.of_mark(mark)):
            yield Actor(ref, Found(mark.start, mark.end, mark.text))


def assisting(voice: Voice, parts: Sequence[Part], helping: int | None, at: int) -> Iterator[Atom]:
    """A配合B制定X: A contributes to X, B acts from here on."""
    if helping is not None and helping + 1 == at and voice.cast.text[parts[at].end] == "的":
        yield from joining(voice, parts, helping, at)
    leaders = actors(voice.cast, parts[helping + 1].phrase, WRITERS) if helping is not None and helping + 1 < at else ()
    texts = next((found for part in parts[at + 1:] if (found := some(voice.cast, part.phrase, ("Policy",)))), ())
    if not leaders or not texts:
        return
    for actor in voice.subjects():
        for text in texts if top(actor.ref.class_) in WRITERS else ():
            yield replace(written(voice, "contributesTo", actor, text.ref, "配合"), object_found=text.found)
    voice.memory.actors = leaders


def joining(voice: Voice, parts: Sequence[Part], helping: int, at: int) -> Iterator[Atom]:
    """A牵头、B参与编制的《X》: B contributes to X."""
    text = next((actor for part in parts[at + 1:] for actor in actors(voice.cast, part.phrase, ("Policy",))), None)
    led = any(part.kind == "verb" for part in parts[:helping])
    for actor in actors(voice.cast, parts[helping - 1].phrase, WRITERS) if helping and led and text else ():
        if text:
            yield replace(written(voice, "contributesTo", actor, text.ref, "参与"), object_found=text.found)


def issues(part: Part) -> bool:
    """Whether a verb says that a text is drawn up or issued."""
    return part.text.endswith(listed("acts", "drawing")) and any(
        frame.relation == "issues" for frame in frames().called("object", "verbs", part.text))


def spoken(voice: Voice, at: int) -> Ref | None:
    """The text that is meant: the one named last in the sentence, else the one that an interpretation explains."""
    said = [(start, ref) for start, ref in voice.cast.between(voice.span[0], at) if top(ref.class_) == "Policy"
            and not (voice.scene.told and ref.id != voice.scene.told.id and rests(voice, start))]
    return said[-1][1] if said else voice.scene.told


def rests(voice: Voice, at: int) -> bool:
    """Whether a text is named as what another rests on (按照甲厅《乙办法》要求,…起草)."""
    clause = max(voice.cast.text.rfind(stop, 0, at) for stop in "。\n,，;；") + 1
    return voice.cast.text.startswith(listed("acts", "following"), clause)


def written(voice: Voice, relation: str, actor: Actor, text: Ref, role: str) -> Atom:
    """One triple of a text that the clause points at."""
    said: dict[str, Value] = {"role": role} if role else {}
    return voice.tie(relation, actor, Actor(text, None), f"{relation}.draft", said, voice.status(actor, ()))
