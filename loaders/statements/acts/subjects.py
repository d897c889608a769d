"""Subjects: who acts in a clause, as `openings` and `relatives` tell it: named in front or by 由, standing from before, shown,
or parted from what is said of it by a comma."""
from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.clauses import Clause, Part
from loaders.items import Item, top
from loaders.knowledge import listed
from loaders.phrases import Phrase
from loaders.statements.acts.doings import is_act
from loaders.statements.acts.openings import both, dashed, measured, nobody, predicated, side_of, sized, unnamed
from loaders.statements.acts.relatives import MAKERS, before_of, head
from loaders.statements.acts.tasks import helping
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor
from loaders.statements.modality import modality
from loaders.statements.naming import SUBJECTS, actors, joined, some, strangers
from loaders.statements.spokesmen import spokesman

WORKS = ("Project", "Platform", "Park", "Institution")
STOP = re.compile("[^,，。;；]*")
LISTING = re.compile(r"[^:：]{0,3}[:：]\s*(?:一是|其一|一要|第一[,，])")
HEADS = SUBJECTS | {"Technology", "Event"}


def subject(voice: Voice, parts: Sequence[Part]) -> bool:
    """Find the actor that opens the clause (市财政局要…, 由A牵头…) and remember it."""
    since = next((n for n, part in enumerate(parts[:5]) if part.text == "以来"), -1)
    parts = parts[since + 1:]  # 《甲》印发以来|我市…: the text does not act
    if len(parts) > 2 and parts[0].text in modality().says and parts[1].text == "由":
        parts = parts[1:]  # 明确|由甲局牵头
    if len(parts) > 2 and parts[0].text == "请" and parts[1].phrase and voice.scene.normative:
        parts = parts[1:]  # 请|甲协会牵头
    if not parts or dashed(voice, parts):
        return bool(parts)
    if voice.cast.telling and at_large(voice, parts):
        voice.act(())
        return True
    if voice.cast.telling and (paper := issued(voice, parts)):
        voice.act(paper)
        return True
    if voice.scene.normative and (at := obliged(voice, parts)):
        voice.act(actors(voice.cast, parts[at].phrase, HEADS))
        return bool(voice.memory.actors)
    if voice.memory.founders and parts[0].text in modality().besides:
        voice.memory.actors = voice.memory.founders
    voice.memory.founders = ()
    advice = [at for at in range(len(parts)) if not voice.scene.normative and advises(parts, at)]
    voice.memory.wishing = voice.memory.wishing or bool(advice)
    for at, part in enumerate(parts):
        if at in advice or (part.phrase and led(voice, parts, at, part.phrase)):
            continue
        if part.kind == "verb":
            return False
        if part.phrase is None or not predicated(parts, at):
            rest = STOP.match(voice.cast.text, part.start) if len(parts) == 1 and voice.cast.telling and part.phrase else None
            if rest and part.phrase and rest[0].endswith(listed("acts", "openings")):
                aided = rest[0].endswith(("加持", "支持", "引领", "带动"))
                voice.act(() if aided else some(voice.cast, part.phrase, HEADS))  # 甲项目的建设,|将带动乙产业
                return True
            alone = len(parts) == 1 and voice.cast.telling and part.phrase is not None and part.phrase.named[0].proper
            if alone and part.phrase and part.phrase.named[0].class_ in ("", "?"):
                voice.act(())
        elif opened(voice, parts, at, part.phrase):
            return True
    return False


def obliged(voice: Voice, parts: Sequence[Part]) -> int:
    """Where those stand whom verbs before 的 tell apart and whom a text obliges (申报补贴的|充电站|应当|接入平台), 0 for nowhere."""
    return next((n for n in range(1, len(parts) - 2) if parts[n].phrase and parts[n - 1].kind == "verb" and before_of(voice, parts[n - 1])
                 and parts[n + 1].text in modality().ought and parts[n + 2].kind == "verb"), 0)


def led(voice: Voice, parts: Sequence[Part], at: int, phrase: Phrase) -> bool:
    """工作专班|由甲局牵头: the body does not act, who leads it does."""
    by = at + 2 < len(parts) and parts[at + 1].text == "由" and parts[at + 2].phrase is not None
    return by and any(top(item.class_) == "Agency" for item in phrase.named) and bool(actors(voice.cast, parts[at + 2].phrase))


def at_large(voice: Voice, parts: Sequence[Part]) -> bool:
    """Whether what opens the clause is told by a verb before 的 and by no name (本次开工的|项目|涉及甲): nobody known acts."""
    first = next((n for n, part in enumerate(parts) if part.kind != "adverb"), len(parts))
    rest = parts[first:first + 3]
    phrase = rest[1].phrase if len(rest) == 3 and rest[0].kind == "verb" and rest[2].kind == "verb" else None
    bare = phrase is not None and len(phrase.named) == 1 and phrase.named[0].generic
    return bare and before_of(voice, rest[0])


def issued(voice: Voice, parts: Sequence[Part]) -> tuple[Actor, ...]:
    """今年出台的《甲》|提出,…: the paper is what speaks."""
    rest = [part for part in parts if part.kind != "adverb"][:3]
    phrase = rest[1].phrase if len(rest) == 3 and rest[0].kind == "verb" and rest[2].kind == "verb" else None
    titled = phrase is not None and len(phrase.items) == 1 and phrase.items[0].mark is not None and phrase.items[0].mark.kind == "title"
    return actors(voice.cast, phrase, ("Policy",)) if titled and before_of(voice, rest[0]) else ()


def opened(voice: Voice, parts: Sequence[Part], at: int, phrase: Phrase) -> bool:
    """Whether the phrase at `at` names who acts; what names nobody may leave open who does."""
    before = parts[at - 1] if at else None
    if before and before.text == "据" and (speaking := spokesman(voice.cast, phrase)):
        voice.act(speaking)
        return True
    if before and before.text == "以" and [part.text for part in parts[at + 1:at + 3]] == ["为", "牵头"] and len(parts) == at + 4:
        voice.act(actors(voice.cast, phrase, HEADS))  # 以甲公司为牵头单位,联合乙大学组建丙
        return bool(voice.memory.actors)
    if before and before.kind in ("preposition", "join") and before.text not in ("由", "除了", "除"):
        return False
    if aside(voice, parts[at].text, phrase):
        return False
    of = head(voice, parts, at)
    spoken = actors(voice.cast, parts[of].phrase, HEADS) if of is not None else ()
    own(voice, spoken, actors(voice.cast, phrase, MAKERS))
    by = of is not None and before is not None and before.text == "由"
    if before and before.text == "由" and not spoken and at + 1 < len(parts) and parts[at + 1].text.startswith(("牵头", "负责")):
        spoken = strangers(voice.cast, phrase)
    named = spoken if spoken or by else (spokesman(voice.cast, phrase) or both(voice, phrase) or joined(voice.cast, parts, at)
                                         or measured(voice.cast, phrase))
    if named or by:
        voice.act(named)
        return True
    if not (voice.cast.telling and sized(parts[at].text)):  # 续航里程达到X: of who acted
        doubt(voice, parts, at, phrase.named[0])
    return False


def aside(voice: Voice, words: str, phrase: Phrase) -> bool:
    """Whether a phrase only says of which side of him who acted the clause speaks (座舱|用上X, 其搭载X, 座舱方面用上X)."""
    back = words in listed("acts", "back") or (words.endswith("方面") and not actors(voice.cast, phrase))
    return side_of(voice, phrase) or (voice.cast.telling and back)


def doubt(voice: Voice, parts: Sequence[Part], at: int, item: Item) -> None:
    """Whether who acts is left open by what opens the clause: nobody in particular, or somebody not known by name."""
    if any(part.kind != "adverb" for part in parts[:at]):
        return
    if not voice.scene.normative and (unnamed(item) or nobody(item)):
        voice.act(())
    elif not item.generic and not parts[at].text.endswith(tuple(modality().occasions)):
        voice.memory.unknown = voice.cast.telling or (item.proper and item.class_ in ("", "?"))


def advises(parts: Sequence[Part], at: int) -> bool:
    """专家建议,… and 建议由甲公司…: what follows is only wished for; what is said of 关于甲的建议 is not."""
    if any(part.text in ("关于", "对于", "对", "针对", "就") for part in parts[:at]):
        return False
    opens = all(part.kind == "adverb" for part in parts[:at])
    return parts[at].kind == "verb" and parts[at].text in modality().advise and (opens or at == len(parts) - 1)


def own(voice: Voice, things: Sequence[Actor], makers: Sequence[Actor]) -> None:
    """甲公司生产的|电池: what it does is what 甲公司 does with it."""
    for thing in things if len(makers) == 1 else ():
        if top(thing.ref.class_) in ("Product", "Technology"):
            voice.cast.owners.setdefault(thing.ref.id, makers[0].ref)


def standing(voice: Voice, parts: Sequence[Part]) -> tuple[Actor, ...]:
    """该工厂…,由甲公司建设,年产…; 甲项目由乙公司建设,…: who acts on a work or firm does not take its place as what the
    sentence speaks of."""
    opens = next((part for part in parts if part.kind != "adverb"), None)
    done = parts[-1].kind == "verb" or is_act(parts[-1].text)
    passive = opens is not None and opens.text == "由" and done and not voice.scene.normative
    by = next((n for n, part in enumerate(parts) if n and part.text == "由"), 0)
    built = actors(voice.cast, parts[by - 1].phrase, ("Project", "Platform", "Park")) if by and done and voice.cast.telling else ()
    if built:
        return built
    if voice.cast.telling and helping(parts[-1].text) and all(top(actor.ref.class_) in WORKS for actor in voice.memory.actors):
        return voice.memory.actors  # 实验室由甲大学牵头,乙公司共建,落户丙园
    kept = [actor for actor in voice.memory.actors if top(actor.ref.class_) in ("Project", "Park", "Platform", "Firm", "Product", "Event")]
    return tuple(kept) if passive or any(side_of(voice, part.phrase) for part in parts[:1] if part.phrase) else ()


def acted_upon(voice: Voice, parts: Sequence[Part]) -> bool:
    """乙完成融资,由甲集团领投。: who lends a hand to what the sentence speaks of is not who it goes on with."""
    rest = [part for part in parts if part.kind != "adverb"]
    return voice.cast.telling and len(rest) == 3 and rest[0].text == "由" and rest[2].text.endswith(listed("acts", "aside")) and (
        voice.cast.text[parts[0].start - 1] in ",，")


def jointly(voice: Voice, parts: Sequence[Part], named: bool) -> None:
    """甲与乙洽谈,拟合作建设X: the two that met in the sentence do it."""
    verb = next((part.text for part in reversed(parts) if part.kind == "verb"), "")
    met = [actor for actor in voice.memory.two if actor.found and voice.span[0] <= actor.found.start < voice.span[1]]
    if len(met) == 2 and not named and verb.startswith(listed("cooperates", "jointly")) and not voice.scene.normative:
        voice.act(tuple(met))


def pivot(voice: Voice, parts: Sequence[Part]) -> tuple[Actor, ...]:
    """甲市已有9家企业|为乙公司供货: those that there are do what the clause goes on to say; returns who has them."""
    at = next((n for n, part in enumerate(parts) if part.kind == "verb"), len(parts))
    phrase = parts[at + 1].phrase if at + 1 < len(parts) and parts[at].text.endswith("有") else None
    goes_on = any(part.kind == "verb" for part in parts[at + 2:])
    counted = actors(voice.cast, phrase, SUBJECTS) if phrase and goes_on and phrase.named[-1].count else ()
    having = voice.memory.actors if counted else ()
    if counted:
        voice.act(counted)
    return having


def shown(voice: Voice, parts: Sequence[Part]) -> bool:
    """这是甲线,由乙公司运营,…: what the sentence shows is what it goes on to speak of."""
    if voice.scene.normative or len(parts) != 2 or parts[0].text != "是" or voice.cast.text[parts[0].start - 1] not in "这那":
        return False
    named = actors(voice.cast, parts[1].phrase, ("Project", "Platform", "Park", "Product"))
    if len(named) == 1:
        voice.act(named)
    return len(named) == 1


def parted(voice: Voice, clause: Clause, after: Clause | None) -> None:
    """A comma may part a subject from what is said of it (甲车型、乙车型,用的是…; 甲主办的展会,去年带动…)."""
    verbs = [part for part in clause.parts if part.kind == "verb"]
    said = [part for part in clause.parts if part.kind != "adverb"]
    last = clause.parts[-1].phrase
    of = last is not None and bool(verbs) and told_before(voice, said, last)
    said_of = of or (bool(verbs) and said[0].kind != "preposition" and last is not None and all(
        before_of(voice, verb) for verb in verbs))
    told = said_of or (len(said) == 1 and voice.cast.text[clause.start - 1:clause.start] != "—")
    alone = told and after is not None and after.parts and after.parts[0].phrase is None
    if alone and (phrase := said[-1].phrase) and re.search(r"\d", voice.cast.text[phrase.named[-1].end:said[-1].end]):
        return  # 研究中心9个,积极创建X: of who has them
    named = actors(voice.cast, said[-1].phrase, ("Event", "Firm", "Project", "Platform", "Park") if verbs else SUBJECTS) if alone else ()
    labelled = named and voice.cast.text[clause.end:clause.end + 1] in (":", "：")  # 市交通局:负责道路改造
    if labelled and all(top(actor.ref.class_) in ("Agency", "AgentGroup", "Firm") for actor in named):
        voice.act(named)
    if of and alone and not named and voice.cast.telling and said[-1].phrase and said[-1].phrase.named[-1].proper:
        voice.act(())  # 甲园引进的乙,主要生产X: not 甲园
    whole = bool(named) and named[-1].found is not None and named[-1].found.end == clause.end
    if whole and not voice.scene.normative and all(top(actor.ref.class_) != "AgentGroup" for actor in named):
        voice.act(named)


def told_before(voice: Voice, said: Sequence[Part], last: Phrase) -> bool:
    """Whether all of a clause only tells of what ends it (由甲建设的|乙项目, 成立于2015年的|乙公司, 总部位于甲市的|乙公司)."""
    verbs = [part for part in said if part.kind == "verb"]
    opens = said[0].kind == "verb" or said[0].text in ("总部", "由")
    seated = bool(last.named[0].condition) and verbs[-1].text in listed("acts", "seated")
    return opens and (seated or voice.cast.text[last.start - 1:last.start] == "的")


def listing(voice: Voice, start: int) -> None:
    """甲局提出3条措施:一是…。二是…: what is listed is 甲局's to the end of the paragraph."""
    opening = LISTING.match(voice.cast.text, max(start - 3, 0))
    named = tuple(actor for actor in voice.memory.actors if actor.found and voice.span[0] <= actor.found.start)
    if opening and opening.end() >= start and named and not voice.memory.encouraged:
        voice.memory.lister = named
