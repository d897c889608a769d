"""Reading a grant: the context before its verb, the sums in its object and the limits behind it, tier by tier."""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.grants.context import Context, context_of
from loaders.grants.offers import Offer, capped, further, offers_of
from loaders.grants.sums import Share, amount_of, money_in, rate_of_object, rate_of_term, shares
from loaders.grants.targets import Target
from loaders.grants.things import is_whole
from loaders.grants.tiers import Dealt, dealt_behind, dealt_tiers, named_tiers
from loaders.grants.triggers import LONGEST, Span, Trigger, clause_end, clauses, is_ceiling, one_of, triggers
from loaders.values import Quantity, dates, fold

SENTENCE = re.compile(r"[^。!?\n]+")
LIMIT = re.compile(r"\s*(?:且|但|并)?(?:累计|合计|总额|年度|上限|原则上)?[^,]{0,14}?(?:不超过|不高于|不多于|不得超过|最高|上限|封顶)")


@dataclass(frozen=True, slots=True)
class Grant:
    """One grant of one tier to one receiver, `text[start:end]`. `beneficiary` and `verb` are spans, `instrument` what
    is given as said, `qualifiers` those of the vocabulary (amount, amountMax, unit, per, rate, rateBase, cap, capPer,
    tier, date, condition), `payers` the spans of who pays with their shares; `spent` tells that they lay the money out as the clause's own
    subject (市财政安排9万元支持…). `relation` is supports where no money is said."""

    start: int
    end: int
    relation: str
    beneficiary: Span | None
    verb: Span
    instrument: str
    qualifiers: Mapping[str, str | int | float]
    payers: tuple[Share, ...] = ()
    spent: bool = False


def grants(text: str, spoken: Sequence[Span] = ()) -> list[Grant]:
    """The grants of a sentence or paragraph. A sentence that names no receiver goes on with the one before it, the first
    with those that were spoken of before (spans counted from the text's start, so below 0)."""
    found: list[Grant] = []
    carried = tuple(Target(span) for span in spoken)
    before: list[Grant] = []
    for sentence in SENTENCE.finditer(fold(text)):
        at = sentence.start()
        here = []
        for grant, last in read_sentence(text[at:sentence.end()], moved(carried, -at)):
            here.append(shifted(grant, at))
            carried = moved(last, at)
        found += here or [paid for grant in before for paid in paid_by(grant, text, *sentence.span())]
        before = here
    return found


def rated(text: str, receiver: Span) -> Grant | None:
    """What a label promises without a verb (补贴标准:每辆3000元,最高9万元); None where the words say no sum and no rate."""
    folded = fold(text)
    close = clause_end(folded, 0)
    sums = money_in(folded, 0, close)
    said = rate_of_object(folded, 0, close) | amount_of(folded, sums, 0, 0)
    limits, terms, payers, end = read_tail(folded, close, len(folded))
    said = capped(folded, said, limits)
    condition = ",".join(text[a:b] for a, b in terms)
    said |= {"condition": condition} if condition and said else {}
    return Grant(0, end, "subsidizes", receiver, (0, 0), "", said, payers) if said else None


def paid_by(grant: Grant, text: str, start: int, end: int) -> Iterator[Grant]:
    """What a sentence of its own says of who pays for the grant before it (所需资金由甲、乙按1:1分担)."""
    folded = fold(text)
    payers = tuple(share for span in clauses(folded, start, end) for share in shares(folded, *span))
    if payers:
        yield replace(grant, start=payers[0].start, end=payers[-1].end, verb=(payers[0].start, payers[-1].end), payers=payers, spent=True)


def moved(carried: tuple[Target, ...], by: int) -> tuple[Target, ...]:
    return tuple(Target((t.span[0] + by, t.span[1] + by)) for t in carried if t.span)


def shifted(grant: Grant, by: int) -> Grant:
    """The grant with its offsets moved."""
    span = grant.beneficiary
    return replace(grant, start=grant.start + by, end=grant.end + by, verb=(grant.verb[0] + by, grant.verb[1] + by),
                   beneficiary=(span[0] + by, span[1] + by) if span else None,
                   payers=tuple(Share(p.start + by, p.end + by, p.share) for p in grant.payers))


def read_sentence(text: str, carried: tuple[Target, ...]) -> Iterator[tuple[Grant, tuple[Target, ...]]]:
    """The grants of one sentence, each with the targets that the next may go on with."""
    folded = fold(text)
    found = triggers(folded)
    floor = 0
    basis: tuple[Span, ...] = ()
    for n, trigger in enumerate(found):
        context = context_of(folded, floor, trigger, carried)
        basis = context.basis or basis
        stop = found[n + 1].start if n + 1 < len(found) else len(folded)
        limits, terms, payers, floor = read_tail(folded, trigger.close, stop)
        behind = dealt_behind(text, folded, trigger.close + 1, clause_end(folded, trigger.close + 1))
        context = replace(context, terms=(*basis, *context.terms, *terms), payers=(*context.payers, *payers))
        if any(target.span for target in context.targets):
            carried = tuple(target.kept() for target in context.targets)
        for grant in assembled(text, folded, trigger, context, limits, floor, behind):
            yield grant, carried


def read_tail(folded: str, close: int, stop: int) -> tuple[list[Quantity], list[Span], tuple[Share, ...], int]:
    """The ceilings, terms and shares in the clauses behind a grant, and where they end."""
    limits: list[Quantity] = []
    terms: list[Span] = []
    payers: list[Share] = []
    end = close
    while folded[end:end + 1] == ",":
        start, close = end + 1, clause_end(folded, end + 1)
        money, found = money_in(folded, start, close), shares(folded, start, close)
        lasting = re.match(one_of("lasts"), folded[start:close]) is not None and not money
        if close > stop or not (found or lasting or (money and is_limit(folded, start, close))):
            break
        limits += [] if found else money if "分别" in folded[start:close] else money[:1]
        terms += [(start, close)] if lasting else []
        payers += found
        end = close
    return limits, terms, tuple(payers), end


def is_limit(folded: str, start: int, end: int) -> bool:
    return is_ceiling(folded, start + 1) or LIMIT.match(folded[start:end]) is not None


def assembled(text: str, folded: str, trigger: Trigger, context: Context, limits: list[Quantity],
              end: int, behind: Dealt | None) -> Iterator[Grant]:
    """One grant a tier and receiver; `behind` deals out the sums of a grant that says none."""
    offers = offers_of(folded, trigger, context, limits, end)
    if behind and not any(offer.sums or offer.limits for offer in offers):
        offers, end = [replace(offer, sums=list(behind.sums)) for offer in offers], behind.end
    else:
        behind = None
    year = year_said(folded, trigger)
    for offer, target in dealt(folded, context, offers):
        tiers, used = (list(behind.names), None) if behind else tiers_of(text, folded, trigger, context, offer)
        spans = [span for span in (*target.terms, *context.terms) if span not in (*offer.prices, context.tier)]
        rate = next((found for span in spans if (found := rate_of_term(folded, *span))), offer.rate)
        relation = "subsidizes" if rate or offer.sums or offer.limits else trigger.relation
        if relation == "supports" and not (target.span and is_whole(folded[slice(*target.span)])):
            continue
        terms = [span for span in spans if not rate_of_term(folded, *span)] + further(folded, offer.limits)
        condition = joined(text, terms, used, offer.exception)
        for n in range(max(len(tiers), 1)):
            said = rate | amount_of(folded, offer.sums, n if len(tiers) > 1 else 0, trigger.end)
            said = capped(folded, said, offer.limits)
            tier = tiers[n].strip() if tiers else text[slice(*context.tier)] if context.tier else ""
            said |= {"date": year} if year else {}
            said |= ({"tier": tier} if tier else {}) | ({"condition": condition} if condition else {})
            yield Grant(begins(target, context, trigger), max(end, trigger.close), relation, target.span,
                        (trigger.start, trigger.end), offer.instrument, said, context.payers,
                        trigger.form == "spend" and bool(context.payers))


def dealt(folded: str, context: Context, offers: Sequence[Offer]) -> Iterator[tuple[Offer, Target]]:
    """Each offer with each receiver; the sums of one offer in turn where there are as many of both (甲、乙分别…)."""
    for offer in offers:
        sums = offer.sums
        paired = len(sums) == len(context.targets) > 1 and "分别" in folded[context.body[0]:sums[0].start]
        limited = len(offer.limits) == len(context.targets) > 1 and "分别" in folded[context.body[1]:offer.limits[0].start]
        for n, target in enumerate(context.targets):
            own = replace(offer, limits=[offer.limits[n]]) if limited else offer
            yield replace(own, sums=[sums[n]]) if paired else own, target


def year_said(folded: str, trigger: Trigger) -> str | None:
    """The one year that a grant's sentence names up to its verb (2022年,对…), None for days and for several years."""
    said = {when.iso for when in dates(folded[max(0, trigger.start - LONGEST):trigger.start])}
    return said.pop() if len(said) == 1 and all(len(iso) == 4 for iso in said) else None


def begins(target: Target, context: Context, trigger: Trigger) -> int:
    """Where the words of a grant begin; a receiver carried from a sentence before lies outside."""
    spans = [*target.terms, *context.terms, *([target.span] if target.span else [])]
    starts = [start for start, _ in spans] + [payer.start for payer in context.payers]
    return min([trigger.start, *(start for start in starts if start >= 0)])


def tiers_of(text: str, folded: str, trigger: Trigger, context: Context, offer: Offer) -> tuple[list[str], Span | None]:
    """The tiers of a grant, none where it has one sum; with the span that names them."""
    sums = offer.sums
    if len(sums) > 1 and (names := named_tiers(folded, trigger.end, sums)):
        return names, None
    if "分别" not in folded[context.body[0]:trigger.end + 2] and len(sums) < 2:
        return [], None
    found = dealt_tiers(text, folded, *context.body, len(sums) if len(sums) > 1 else 0)
    if found[0] or len(sums) < 2:
        return found
    before = folded.rfind(";", 0, context.body[0]) + 1  # 新认定为甲级、乙级中心的,对牵头单位分别奖励…
    return dealt_tiers(text, folded, before, context.body[0], len(sums))


def joined(text: str, spans: list[Span], used: Span | None, exception: str) -> str:
    """The terms as said, in their order, without those that name the tiers or hold another term."""
    apart = {span for span in spans if used is None or span[1] <= used[0] or span[0] >= used[1]}
    kept = sorted(span for span in apart if not any(span != other and span[0] <= other[0] and other[1] <= span[1]
                                                    for other in apart))
    return ",".join([text[a:b].strip(" ,的").removeprefix("对") for a, b in kept] + ([exception] if exception else []))
