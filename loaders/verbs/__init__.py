"""Whether a word is the verb of its clause: a word that can be verb or noun (建设, 发展) is read by where it stands.

`signs` beside it decide first, then `objects`; what is a noun by itself (创新) is a verb only as this file says.
"""
from __future__ import annotations

from collections.abc import Sequence

from loaders.items import top
from loaders.lexicon import lexicon
from loaders.verbs.objects import governs
from loaders.verbs.signs import SIGNS
from loaders.verbs.spots import EITHER, INSIDE, OPENING, Spot, acts, wishing
from loaders.words import END, Word

__all__ = ["EITHER", "INSIDE", "OPENING", "Spot", "acts", "brings", "is_verb", "wishing"]


def is_verb(run: Sequence[Word], at: int, head: Word | None) -> bool:
    """Whether the word is a predicate here; `head` is the last word of the phrase before it, None at its start."""
    spot = Spot(run, at, head)
    kind = spot.word.kind
    if kind in ("verb", "adverb", "preposition") or supplies(spot):
        return True
    if kind == "nominal":
        return brings(spot) or happens(spot)
    if kind not in EITHER:
        return False
    verdict = next((verdict for sees, verdict in SIGNS if sees(spot)), None)
    return governs(spot) if verdict is None else verdict


def supplies(spot: Spot) -> bool:
    """Whether a word of supply stands before a firm (甲公司|配套|乙公司), or behind the one that it is for (为甲公司|配套)."""
    if not (lexicon().has("supplying", spot.word.text) and spot.at):
        return False
    toward = any(word.kind == "preposition" and word.text in ("向", "为", "给") for word in spot.run[:spot.at])
    marks = (spot.after.mark, spot.before.mark if toward else None)
    return any(mark is not None and top(mark.classes[0]) == "Firm" for mark in marks)


def brings(spot: Spot) -> bool:
    """Whether a verbal noun between an actor and a name in quotes is what the actor does (甲银行|创新|“乙贷”)."""
    after = spot.after
    if spot.word.kind != "nominal" or spot.before.mark is None or after is END:
        return False
    meets = spot.word.text in ("联动", "协同", "对接") and after.mark is not None and acts(after)  # 甲区|联动|乙区
    names = spot.word.text in ("认定", "评定") and after.kind in ("mark", "number", "measure")  # 甲局|认定|乙园
    return (meets or names or after.kind == "quote") and acts(spot.before)


def happens(spot: Spot) -> bool:
    """Whether a verbal noun is done (创新|了) or opens its clause before an object (创新|信贷产品)."""
    before, after = spot.before, spot.after
    if lexicon().has("done", after.text):
        return True
    twin = spot.run[spot.at - 2] if spot.at > 1 and before.kind == "join" else END
    if lexicon().has("operating", spot.word.text) and lexicon().has("operating", twin.text) and is_verb(spot.run, spot.at - 2, None):
        return after.kind in OPENING
    opens = before is END or before.kind == "adverb" or before.text in wishing()
    return opens and spot.head is None and after.kind in OPENING and not lexicon().has("generic", after.text)
