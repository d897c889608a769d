"""Context: what stands before the verb of a grant, read by the first frame that fits: who receives, on which terms,
and who pays."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from loaders.grants.receivers import DUE, PAYING, before_verb, government, helped, inside_object, ruled, spent_on
from loaders.grants.sums import Share, shares, split_payers
from loaders.grants.targets import Target, phrase_targets, targets, tidy
from loaders.grants.things import is_phrase, is_whole
from loaders.grants.triggers import EACH, Span, Trigger, clause_start, clauses, one_of
from loaders.knowledge import knowledge
from loaders.lexicon import lexicon
from loaders.values import quantities


@dataclass(frozen=True, slots=True)
class Context:
    """Who receives, on which terms, and who pays. `body` is where tiers are looked for, `basis` the terms that hold for
    the whole sentence (根据机型大小,对…), `tier` the one that stands before the verb."""

    targets: tuple[Target, ...]
    terms: tuple[Span, ...]
    basis: tuple[Span, ...]
    payers: tuple[Share, ...]
    body: Span
    tier: Span | None = None


def context_of(folded: str, floor: int, trigger: Trigger, carried: tuple[Target, ...]) -> Context:
    """The context of a trigger; words before `floor` belong to the grant before it."""
    part = max(floor, folded.rfind(";", floor, trigger.start) + 1)
    opening = max(part, clause_start(folded, trigger.start))
    if (said := preposition(folded, part, opening, trigger.start)) is not None:
        return after_preposition(folded, part, said, opening, trigger)
    lead, payers, terms = opening_words(folded, opening, trigger.start)
    earlier = [span for span in clauses(folded, part, opening) if folded[slice(*span)].strip(" ,")]
    shared = tuple(share for span in earlier for share in shares(folded, *span))
    nearby = bool(earlier) or any(target.span and target.span[0] >= 0 for target in carried)
    handed = folded[lead[1]:lead[1] + 1] == "由" and is_whole(folded[slice(*lead)])  # 揭榜项目由市财政局|给予补助
    found = (each_kind(folded, lead) or (phrase_targets(folded, *lead) if handed else [])
             or inside_object(folded, trigger) or spent_on(folded, trigger, earlier)
             or before_verb(folded, earlier, lead, nearby) or helped(folded, floor, opening) or ruled(folded, earlier))
    own = tuple(term for span in (*earlier, lead) if (term := tidy(folded, *span)) and is_term(folded, term)
                and not shares(folded, *span))
    tier = tier_of(folded, trigger, lead, nearby, [*found, *carried])
    if not found and any(folded[end:end + 1] == "的" for _, end in own):  # a new condition takes the old one's place
        carried = tuple(Target(target.span) for target in carried)
    return Context(tuple(found) or carried or (Target(None),), (*own, *terms), (),
                   (*shared, *paying_clause(folded, earlier), *payers), (opening if shared else part, trigger.start), tier)


def each_kind(folded: str, lead: Span) -> list[Target]:
    """其中:新升规企业每家|奖励9万元: the kind that one of several sums is for."""
    said = re.fullmatch(rf"[\s,]*(?:其中)?[:、]?(?P<who>[^,:、\d]{{3,16}}?)(?:均|按)?每{EACH}", folded[slice(*lead)])
    if said is None or not is_phrase(said["who"]) or PAYING.search(said["who"]):
        return []
    return [Target((lead[0] + said.start("who"), lead[0] + said.end("who")))]


def is_term(folded: str, span: Span) -> bool:
    """Whether words before the verb are terms: a basis, or a condition that ends in 的."""
    words = folded[slice(*span)]
    said = re.match(rf"{one_of('bases')}|凡|自|[^,]*每(?:超|增|提|跨|完|引|新)", words)
    return said is not None or folded[span[1]:span[1] + 1] == "的" or (bool(quantities(words)) and not is_whole(words))


def tier_of(folded: str, trigger: Trigger, lead: Span, known: bool, found: Sequence[Target]) -> Span | None:
    """The kind or place that one of several sums is for: …企业,充电车型奖励1元,换电车型奖励2元."""
    words = folded[slice(*lead)].strip(" ,")
    short = re.fullmatch(r"(?!分别|每)[\u4e00-\u9fff]{2,12}", words) and not words.endswith(("的", "内", "后"))
    if trigger.form != "direct" or not short or not known or PAYING.search(words):
        return None
    named = any(t.span and (t.span[0] >= lead[0] or folded[slice(*t.span)] == words) for t in found)
    return None if named else tidy(folded, *lead)


# 对X,…给予

@cache
def whom() -> re.Pattern[str]:
    """对, 向 and 给 that say who receives, none inside 面对, 对接 and the like."""
    words = "|".join(knowledge("grants")["not_prepositions"])
    return re.compile(rf"(?<![{knowledge('grants')['ends_in_preposition']}])(?<!(?<!方)面)"
                      rf"(?<!(?<=[^,;\s])[且并])(?!{words})"
                      rf"{one_of('before_whom')}")


def preposition(folded: str, part: int, opening: int, verb: int) -> Span | None:
    """The preposition: in the verb's own clause, else in the nearest clause before it; the second where the first
    only names a place (对在港口对商品车…)."""
    for start, end in reversed(clauses(folded, part, verb)):
        found = list(whom().finditer(folded, start, end))
        if found:
            placed = folded[found[0].end():end].startswith("在") and "的" not in folded[found[-1].end():end]
            return found[-1].span() if placed else found[0].span()
    return None


def after_preposition(folded: str, part: int, said: Span, opening: int, trigger: Trigger) -> Context:
    """对X,…给予: X ends with its clause, or before the rule of the sum in the verb's own clause."""
    at = said[1]
    close = max(opening - 1, at)
    choice = tuple((at + m.start(), at + m.end()) for m in re.finditer("择优", folded[at:trigger.start]))
    if re.match("以及|和|及|或", folded[opening:]):
        opening = close = trigger.start
    elif at > opening:
        cut = re.search(rf"(?<=..)(?:{one_of('bases')}|由)[^,]*$", folded[at:trigger.start])
        opening = close = at + cut.start() if cut and not is_phrase(folded[at:trigger.start]) else trigger.start
    found = overridden(folded, targets(folded, at, close), trigger)
    if not any(target.span and is_whole(folded[slice(*target.span)]) for target in found) and DUE.search(folded[at:close]):
        terms_of = tuple(target.span for target in found if target.span)
        found = [Target(one.span, (*one.terms, *terms_of)) for one in helped(folded, part, clause_start(folded, said[0]))] or found
    lead, payers, terms = opening_words(folded, opening, trigger.start)
    tier = tier_of(folded, trigger, lead, True, found) if opening > at else None
    terms = tuple(dict.fromkeys([*choice, *terms]))
    begin = clause_start(folded, said[0])
    basis = tuple(term for span in clauses(folded, part, begin) if (term := tidy(folded, *span))
                  and re.match(one_of("bases"), folded[slice(*term)]))
    place = tidy(folded, begin, said[0]) if re.match(rf"[\s,;]*(?:对?在|{one_of('bases')})", folded[begin:said[0]]) else None
    return Context(tuple(found), (*((place,) if place else ()), *terms), basis,
                   (*payers_before(folded, max(part, begin), said[0]), *payers), (at, trigger.start), tier)


def overridden(folded: str, found: list[Target], trigger: Trigger) -> list[Target]:
    """The receiver that the object names where the words after 对 name none (对按期开工的,给予项目方…), or only what it is
    given for (对首版次软件,给予研制企业…)."""
    named = any(target.span and is_whole(folded[slice(*target.span)]) for target in found)
    inside = [one for one in inside_object(folded, trigger) if not named or (
        one.span and gets(folded[slice(*one.span)]) and not any(gets(folded[slice(*target.span)]) for target in found if target.span))]
    terms = tuple(term for target in found for term in ((target.span,) if target.span else ()) + target.terms)
    return [Target(target.span, terms) for target in inside] or found


def gets(words: str) -> bool:
    """Whether words name a class of actors that money can go to: of a kind, and no payer."""
    head = lexicon().head(words)
    return head is not None and head[1] in ("AgentGroup", "Firm", "Institution") and words != head[0] and not PAYING.search(words)


def payers_before(folded: str, start: int, end: int) -> tuple[Share, ...]:
    """市级对…, 市、区两级联合对…: who stands directly before 对."""
    start = max(start, folded.rfind(":", start, end) + 1)
    said = re.fullmatch(rf"[\s,]*(?:\d+[.、﹒]|[一二三四五六七八九十][是要])?由?(?!会同|联合|协调|配合|鼓励|支持|引导|推动|促进|要求|督促)"
                        rf"(?P<who>[^,在]{{1,20}}?{one_of('payers')})(?:联合|共同)?", folded[start:end])
    return paying(folded, start + said.start("who"), start + said.end("who")) if said else ()


def paying(folded: str, start: int, end: int) -> tuple[Share, ...]:
    return tuple(Share(a, b, None) for a, b in split_payers(folded, start, end))


# The verb's own clause

def opening_words(folded: str, start: int, end: int) -> tuple[Span, tuple[Share, ...], tuple[Span, ...]]:
    """The words between a clause's start and its verb: what may name the receiver, who pays, the basis of the sum."""
    number = re.match(rf"[\s,、]*(?:\d+[.、﹒])?{one_of('opens')}?", folded[start:end])
    start += number.end() if number else 0
    payer = re.match(rf"(?P<by>由)?(?P<who>[^,由]{{1,16}}?{one_of('payers')})"
                     r"(?=联合|共同|择优|再|将|可|按|根据|每年|年度|$)", folded[start:end])
    payers: tuple[Share, ...] = ()
    if borne := re.fullmatch(r"由?(?P<who>[^,]{2,20}?财政)各按照?(?P<part>\d+(?:\.\d+)?)%(?:的?比例)?", folded[start:end]):
        part = float(borne["part"]) / 100  # 市、区财政各按50%|给予补助
        parted = split_payers(folded, start + borne.start("who"), start + borne.end("who"))
        return (end, end), tuple(Share(a, b, part) for a, b in parted), ()
    if payer and not re.match(one_of("bases"), payer["who"]) and (payer["by"] or PAYING.search(payer["who"])):
        payers = paying(folded, start + payer.start("who"), start + payer.end("who"))
        start += payer.end()
    terms = tuple((start + m.start(), start + m.end()) for m in re.finditer("择优", folded[start:end]))
    if not payers and (by := re.search(rf"(?<=..)由(?P<who>[^,由]{{1,30}}?{one_of('payers')})(?:联合|共同|分别)?"
                                       r"(?=择优|再|将|可|按|根据|每|年度|$)", folded[start:end])):
        term = tidy(folded, start + by.end(), end)  # 获批项目由市财政局|给予补助
        payers, terms = paying(folded, start + by.start("who"), start + by.end("who")), terms + ((term,) if term else ())
        return (start, start + by.start()), payers, terms
    basis = re.search(rf"{one_of('bases')}[^,]*$", folded[start:end])
    if basis:
        term = tidy(folded, start + basis.start(), end)
        terms += (term,) if term else ()
        end = start + basis.start()
    return (start, end), payers, terms


def paying_clause(folded: str, earlier: list[Span]) -> tuple[Share, ...]:
    """市级按照…开展评价,根据排名给予…: a level of government that opens an earlier clause."""
    for start, end in earlier:
        if set_to := government().match(folded, start, end):
            return paying(folded, *set_to.span("payer"))
        if said := re.match(r"[\s,]*(?:\d+[.、﹒])?(?P<who>[市区省县](?:级财政|级|财政))(?=按|对|根据|统筹|每)", folded[start:end]):
            return paying(folded, start + said.start("who"), start + said.end("who"))
    return ()
