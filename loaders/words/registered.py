"""Passes over the names of firms, which hold verbs, adverbs and prepositions as their syllables and their trade."""
from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from loaders.lexicon import lexicon
from loaders.words.word import INSIDE, Word, is_region

SUFFIX = re.compile("(?:股份|集团|发展|实业|投资|控股)*有限(?:责任)?公司|(?:控股|实业|产业)?集团")
SYLLABLES, TRADE = 5, 10  # characters of the coined part of a registered name, and of its trade


def trading(found: Sequence[Word], n: int) -> str:
    """A verb before the end of a firm's name is the trade (甲走廊|开发建设|有限公司, 乙市|投资|控股集团)."""
    before, word, after, beyond = found[n - 1:n + 3]
    trade = word.kind in ("verb", "either") and before.kind in INSIDE and after.start == word.end
    end = beyond if after.kind == "bracket" else after  # 控股(重庆)有限公司
    whole = SUFFIX.fullmatch(end.text) or (SUFFIX.fullmatch(after.text + beyond.text) and after.end == beyond.start)
    return "noun" if trade and whole else ""


def registered(found: Sequence[Word], n: int) -> str:
    """A preposition of one character between a place and the rest of a registered name opens the name
    (上海|同|驭汽车有限公司)."""
    before, word, after = found[n - 1:n + 2]
    opens = lexicon().has("syllables", word.text) and is_region(before) and before.end == word.start and after.kind == "noun"
    rest = takewhile(lambda later: later.kind in INSIDE, found[n + 1:n + 9])
    return "noun" if opens and any(later.text.endswith("有限公司") for later in rest) else ""


def coined(found: Sequence[Word], n: int) -> str:
    """A verb or an adverb between the coined syllables and the trade of a registered name belongs to it
    (四川瑞可达|连接|系统有限公司)."""
    word = found[n]
    if word.kind not in ("verb", "either", "adverb", "nominal", "weak"):
        return ""
    own = list(takewhile(lambda one: one.kind in INSIDE and one.mark is None and not is_region(one), reversed(found[max(n - 5, 0):n])))
    before = found[n - len(own) - 1:n - len(own)]
    syllables = "".join(one.text for one in reversed(own))
    named = 2 <= len(syllables) <= SYLLABLES and lexicon().head(syllables) is None and before and is_region(before[0])
    opens = not own and is_region(found[n - 1]) and len(word.text) == 2 and found[n - 1].end == word.start  # 重庆|共享|工业投资有限公司
    named = named or opens
    rest = list(takewhile(lambda later: later.kind in (*INSIDE, *(("either",) if opens else ())) and later.mark is None,
                          found[n + 1:n + 6]))
    trade = "".join(one.text for one in rest)
    return "noun" if named and "有限" in trade[1:TRADE] and rest[0].start == word.end else ""


def enlisted(found: Sequence[Word], n: int) -> str:
    """An adverb or a preposition of one character between 、 and a noun opens a name (甲公司、|明天|氢能, 乙公司、|经|纬智能)."""
    before, word, after = found[n - 1:n + 2]
    known = word.kind == "adverb" or (word.kind == "preposition" and lexicon().has("syllables", word.text))
    opens = known and before.text == "、" and after.kind in ("noun", "mark") and after.start == word.end
    return "noun" if opens else ""
