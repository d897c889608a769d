"""Found: the wordings of a text that make and telling say are firms, marked at every place where they stand."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.clauses import sentences
from loaders.items import top
from loaders.lexicon import lexicon
from loaders.mentions import merged
from loaders.resolution import Cast
from loaders.shortnames.make import FAINT, NAMED, NONE, PLAIN, STEM, make, spoken, trade, trades, weight
from loaders.shortnames.telling import ACTS, CALLED, JOINS, PLACES, called, telling
from loaders.words import Mark, Word, words
from loaders.words.cutting import DONE
from loaders.words.word import is_region

ENOUGH = 5  # make and telling together
LONGEST, LONGEST_FORM = 9, 24  # characters of a name, of one that says which form the firm has
BRANCHES = ("分公司", "子公司", "分厂")  # 甲公司成都分公司: another is 乙公司成都分公司
DISTRICTS = ("区", "县", "园", "城", "谷")
FORMS = frozenset({"公司", "集团"})
PHASE = re.compile("[一二三四五六]期")
FORM = re.compile("(?:(?:股份|集团|有限责任|有限)*公司|集团|(?<=..)(?<!工)厂)$")
BORDERS = frozenset({"stop", "join", "of", "verb", "either", "weak", "adverb", "preposition", "bracket", "number", "measure", "etc",
                     "praise"})
ENDS = BORDERS | {"quote"}
GOODS = ("Technology", "Product", "Instrument")
STEMS = frozenset({"noun", "weak", "nominal", "mark"})


@dataclass
class Wording:
    """A wording of a sentence that has the make of a short name: its words `row[first:last]`, and how sure it is one."""

    name: str
    first: int
    last: int
    make: int
    told: int


def coin(text: str, start: int, end: int, cast: Cast) -> None:
    """Define the short names of firms that a document uses, and mark every place where they stand."""
    sure: set[str] = set()
    for span in sentences(text, start, end):
        row = words(text, *span, cast.marks)
        told = witnessed(row, list(wordings(text, row)))
        sure |= {one.name for one in told if one.told and one.make + one.told >= ENOUGH}
        sure |= set(formed(text, row))
    found = {name for name in sure if not registered(text, name, cast) and not cast.names.lookup(name)}
    found = {name for name in found if by_itself(text[start:end], name, found)}
    cast.marks = merged(cast.marks, [use for name in sorted(found) for use in uses(text, name, start, end, cast, shortest(name, found))])


def wordings(text: str, row: Sequence[Word]) -> Iterator[Wording]:
    """The wordings of a sentence that have the make of a short name, and what is told of each."""
    for last in range(1, len(row) + 1):
        best: Wording | None = None
        for first in range(last - 1, -1, -1) if ends(row, last) else ():
            name = text[row[first].start:row[last - 1].end]
            if len(name) > LONGEST or (first < last - 1 and row[first].end != row[first + 1].start):
                break
            if not opens(text, row, first) or not stem(row[first:last], trade(name)):
                continue
            own = make(name, row[first:last])
            if own == FAINT and first and row[first - 1].mark and row[first - 1].end == row[first].start:
                break  # 甲公司|重庆电池生产基地
            if own > NONE and (best is None or own >= best.make):
                best = Wording(name, first, last, own, 0)
        if best:
            best.told = telling(text, row, best.first, best.last)
            yield best


def witnessed(row: Sequence[Word], found: list[Wording]) -> list[Wording]:
    """The wordings, where those listed with one that is sure, or with a firm that is known, are called firms too, and those listed
    with their like act as firms do."""
    known = {n for n, word in enumerate(row) if word.mark and top(word.mark.classes[0]) == "Firm" and word.mark.kind != "pointer"}
    for one in [*found, *reversed(found)]:
        beside = [other for other in found if other is not one and joined(row, one, other.first, other.last)]
        firms = any(joined(row, one, n, n + 1) for n in known)
        if firms or any(other.told and other.make + other.told >= ENOUGH for other in beside):
            one.told = CALLED
        elif any(other.make >= NAMED for other in beside) and one.told:
            one.told = max(one.told, ACTS)
    return found


def joined(row: Sequence[Word], one: Wording, first: int, last: int) -> bool:
    """Whether a join alone stands between a wording and other words."""
    between = one.last if one.last + 1 == first else last if last + 1 == one.first else -1
    return 0 <= between < len(row) and row[between].text in JOINS


def formed(text: str, row: Sequence[Word]) -> Iterator[str]:
    """The names in a sentence that end in 公司, 集团 or 厂 and hold what only a name holds: a place, a firm, syllables that make no
    word; of registered ones those that a longer phrase hides (重庆甲乙有限公司|焊接车间)."""
    for last in range(1, len(row) + 1):
        form = FORM.search(row[last - 1].text)
        after = row[last] if last < len(row) else None
        hidden = after is not None and after.kind in STEMS and after.start == row[last - 1].end
        if form is None or text.endswith(BRANCHES, 0, row[last - 1].end):
            continue
        if row[last - 1].text in spoken("callers") - FORMS or (form.group().endswith("有限公司") and not hidden):
            continue
        first = last - 1
        while first and forms(row, first - 1, last) and not called(text, row[first - 1].end):
            first -= 1
        places = [n for n in range(first + 1, last - 1) if is_region(row[n])]
        if form.group().endswith("有限公司") and places and row[places[0] - 1].mark is None:
            first = places[0]
        first += seated(row[first:last])
        name = text[row[first].start:row[last - 1].end]
        bare = name[:-len(form.group())]
        if STEM <= len(bare) < LONGEST_FORM and opens(text, row, first) and owns(bare, row[first:last], form.group() == "厂"):
            yield name


def seated(body: Sequence[Word]) -> int:
    """How many words before a name say in which district or park the firm is (甲高新区|乙公司)."""
    mark = body[0].mark
    return int(mark is not None and len(body) > 2 and top(mark.classes[0]) in PLACES and mark.text.endswith(DISTRICTS))


def forms(row: Sequence[Word], n: int, last: int) -> bool:
    """Whether a word may stand in a name that says its form: a noun, or a trade that is a verb elsewhere (重庆甲乙|建设|公司)."""
    inside = row[n].kind in STEMS or (n == last - 2 and row[n].kind in ("either", "verb") and row[n].text in trades())
    return inside and row[n].end == row[n + 1].start and not row[n].text.isspace()


def owns(bare: str, body: Sequence[Word], plant: bool) -> bool:
    """Whether the words before 公司 hold what only a name holds; a `plant` of a place or a firm is a work."""
    if bare.endswith(tuple(spoken("holdings"))):
        return True
    if any(word.mark and word.mark.kind != "name" for word in body) or bare in trades() or bare in lexicon().heads:
        return False
    if any(word.mark and top(word.mark.classes[0]) in ("Region", "Park", "Firm") for word in body):
        return not plant
    ending = trade(bare)
    own = bare[:len(bare) - len(ending)] if ending else bare
    if plant and len(own) != STEM:
        return False
    return any(weight(own[:size]) >= (PLAIN if ending and size == len(own) and not plant else NAMED) for size in (2, 3) if len(own) >= size)


def stem(body: Sequence[Word], ending: str) -> bool:
    """Whether the words before the trade may stand in a name."""
    at = body[-1].end - len(ending)
    if body[-1].kind in ("verb", "either") and body[-1].text == ending and body[0].mark:
        return False  # 甲公司|投资兴建
    known = [word.mark for word in body[1:] if word.mark]
    return all(word.kind in STEMS or lexicon().has("syllables", word.text) for word in body if word.start < at) and (
        body[0].mark is None or body[0].mark.kind == "name") and all(top(mark.classes[0]) in GOODS and mark.end > at for mark in known)


def ends(row: Sequence[Word], last: int) -> bool:
    """Whether a name may end before a word."""
    after = row[last] if last < len(row) else None
    if after is None or after.kind in ENDS or after.start != row[last - 1].end:
        return True
    if PHASE.match(after.text) or after.text in DONE:
        return True
    following = "".join(word.text for word in row[last:last + 3])
    return any(following.startswith(one) for one in spoken("belongings") | spoken("people")) or after.text in spoken("under")


def opens(text: str, row: Sequence[Word], first: int) -> bool:
    """Whether a name may begin with a word: a border before it, a role, or a place."""
    before = row[first - 1] if first else None
    if before is None or before.kind in BORDERS or before.end != row[first].start:
        return True
    placed = before.mark is not None and top(before.mark.classes[0]) in ("Region", "Park", "Firm")
    return placed or called(text, before.end)


def shortest(name: str, found: set[str]) -> str:
    """The shortest of the names that a name opens with (甲乙感知科技: 甲乙感知): they are one firm's."""
    return min((one for one in found if name.startswith(one)), key=len)


def by_itself(text: str, name: str, found: set[str]) -> bool:
    """Whether a name stands somewhere outside of the longer ones that open with it."""
    longer = [other[len(name):] for other in found if other != name and other.startswith(name)]
    return not longer or any(not text.startswith(tuple(longer), said.end()) for said in re.finditer(re.escape(name), text))


def uses(text: str, name: str, start: int, end: int, cast: Cast, short: str) -> Iterator[Mark]:
    """Every place where a short name stands, with the place or firm before it; the firm is called as all of them call it, by
    its short name where it has one."""
    spans = [(fronted(start + match.start(), cast), start + match.end()) for match in re.finditer(re.escape(name), text[start:end])]
    least = min((text[first:last] for first, last in spans), key=len)
    ref = cast.named(least if short == name else short, "Firm")
    if ref is None:
        return
    for first, last in spans:
        cast.define(text[first:last], ref)
        yield Mark(first, last, text[first:last], (ref.id,), ("Firm",), "defined")


def fronted(at: int, cast: Cast) -> int:
    """Where a name begins with the place or the firm that stands before it (重庆|甲乙轴承, 丙集团|甲乙轴承)."""
    return next((mark.start for mark in cast.marks if mark.end == at and mark.kind == "name" and top(mark.classes[0]) in (
        "Region", "Firm")), at)


def registered(text: str, name: str, cast: Cast) -> bool:
    """Whether the text names the firm in full, which its short name points at."""
    own = name[:-len(trade(name))] if trade(name) else name
    full = re.search(re.escape(own) + r"[\u4e00-\u9fff（）()]{0,12}有限(?:责任)?公司", text)
    return full is not None and not name.endswith("公司") and not cast.names.lookup(own)
