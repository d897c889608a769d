"""Abbreviated: firms that news call by short names: syllables of a full name that stands anywhere in the text (重庆弘喜汽车科技有限公司:
弘喜, 弘喜科技), and coined syllables that do what only firms do (弘川智桩|披露,…; 与弘川智桩|签约).

A headline names a firm shortly before the text names it in full, so both are known before either is read.
"""
from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache
from itertools import pairwise

from loaders.clauses import Clause, read_sentence, sentences
from loaders.definitions import uses
from loaders.items import Item, top
from loaders.knowledge import any_of, listed
from loaders.lexicon import lexicon
from loaders.makeup import behind_syllables
from loaders.mentions import merged
from loaders.referents.firms import FORM, several_words
from loaders.referents.speakers import offices
from loaders.resolution import Cast
from loaders.words import words
from loaders.words.word import marks_in
from ontology.records import Found

FORMAL = re.compile("[\u4e00-\u9fffA-Za-z（）()]*?(?:有限公司|股份公司|集团公司|公司|集团|科技|股份)(?![\u4e00-\u9fff]*公司)")
PLACES = (4, 3, 2)  # characters of a place before a firm's own syllables
SHORTEST, LONGEST = 4, 8  # characters of a name that only its syllables make
CALLED = re.compile("(?:[（(][\u4e00-\u9fff]{2,4}[）)])?(?:公司|集团)")
NO_FIRM = re.compile("[村镇乡街路桥山湖河江岛港湾坝寺站号楼区园会展节赛岁元年月日时点级种类线车船院校所台局委办]$")
LED = ("由", "与", "和", "同", "联合", "携手", "牵手", "联手")


def abbreviate(text: str, start: int, end: int, cast: Cast) -> None:
    """Mark the short names of firms in news wherever they stand."""
    if not cast.telling:
        return
    clauses = [clause for span in sentences(text, start, end) for clause in read_sentence(text, *span, cast.marks).clauses]
    items = [item for clause in clauses for part in clause.parts if part.phrase for item in part.phrase.named]
    coined = [Found(mark.start, mark.end, mark.text) for mark in cast.marks if mark.kind == "defined" and mark.classes == ("Firm",)]
    full = [*coined, *(said for item in items if (said := formal(cast, item)))]
    ends = {at: one.end for one in full for at in range(one.start, one.end)}
    for firm in full:
        ref = cast.of_text(firm) or cast.named(firm.text, "Firm")
        for name in short_names(cast, firm.text, ends) if ref else ():
            if ref and not cast.names.lookup(name):
                cast.define(name, ref)
    for name in acting(cast, clauses):
        if name not in cast.defined and (ref := cast.named(name, "Firm")):
            cast.define(name, ref)
    cast.marks = merged(cast.marks, [mark for mark in uses(text, start, end, cast)
                                     if mark.end > ends.get(mark.start, 0)])


def formal(cast: Cast, item: Item) -> Found | None:
    """The full name of a firm that an item is, or opens with (重庆弘喜汽车有限公司|二期工厂), without the nouns that tell what it is
    (供应商|重庆弘喜汽车有限公司)."""
    found = FORMAL.match(cast.text, item.start, item.end)
    if found is None or item.quoted or item.generic or (found.end() < item.end and not found.group().endswith("公司")):
        return None
    if found.end() == item.end and top(item.class_) != "Firm":
        return None
    places = [mark.start for mark in marks_in(cast.marks, item.start, found.end()) if mark.classes[0] == "Region"]
    start = places[0] if places and cast.text[places[0] - 1] not in "（(" else item.start
    return Found(start, found.end(), cast.text[start:found.end()])


def short_names(cast: Cast, name: str, full: Container[int]) -> Iterator[str]:
    """The wordings elsewhere in the text that shorten a full name: its own syllables, with its trade or without; not at the
    places of the text that are within a full name."""
    core = FORM.sub("", FORM.sub("", name))
    size = next((size for size in PLACES if any(entry.classes[0] == "Region" for entry in cast.names.lookup(core[:size]))), 0)
    own = core[size:]
    if len(own) < 2 or not several_words(own[:2]):
        return
    for found in re.finditer(re.escape(own[:2]), cast.text):
        first = found.start()
        if first in full:
            continue
        shared = max(n for n in range(2, len(own) + 1) if cast.text.startswith(own[:n], first))
        rest = next((own[n:] for n in range(shared + 1, len(own) - 1) if cast.text.startswith(own[n:], first + shared)), "")
        said = own[:shared] + rest
        called = CALLED.match(cast.text, first + len(said))
        said += called.group() if called else ""
        after = cast.text[first + len(said):]
        if not trade().match(after) and (len(said) > 2 or is_end(after)):
            yield said


def is_end(after: str) -> bool:
    """Whether a name may end before these characters: no noun goes on with it."""
    kinds = lexicon().kinds
    return not re.match("[\u4e00-\u9fff]", after) or after[0] in "的等将已与和在把由则也还为向以从正拟曾及" or any(
        kinds.get(after[:size]) in ("verb", "adverb", "preposition", "join", "either") for size in (4, 3, 2))


@cache
def trade() -> re.Pattern[str]:
    """A trade of another firm of the same syllables (弘喜|股份 beside 弘喜科技有限公司)."""
    return re.compile(any_of(word for word in lexicon().traits["trades"] if len(word) > 1))


def acting(cast: Cast, clauses: Iterable[Clause]) -> Iterator[str]:
    """The coined names that do what firms do."""
    for clause in clauses:
        parts = [part for part in clause.parts if part.kind != "adverb"]
        for at, part in enumerate(parts[:-1]):
            verb = parts[at + 1].text
            opens = at == 0 or parts[at - 1].text in LED
            if part.phrase and opens and parts[at + 1].kind == "verb" and verb in listed("firms", "acting"):
                beside = at > 0 and verb.startswith(listed("acts", "joint"))
                yield from (name for item in part.phrase.items if (name := unknown(cast, item, beside)))


def unknown(cast: Cast, item: Item, beside: bool) -> str:
    """The coined syllables of an item that shows no class, "" where it has a class or nobody coined it; who does something
    jointly `beside` another may bear a word in his name (九洲|弘瑞)."""
    if item.class_ or item.condition or item.count or item.quoted or offices().search(item.text):
        return ""
    body = words(cast.text, item.start, item.end, cast.marks)
    while len(body) > 2 and body[-1].text in listed("firms", "acting"):  # 由弘川智桩研发、甲公司代工
        body = body[:-1]
    name = cast.text[body[0].start:body[-1].end]
    made = behind_syllables(body) or (beside and all(word.kind == "noun" and not word.mark for word in body) and any(
        len(one.text) == len(other.text) == 1 for one, other in pairwise(body)))
    return name if SHORTEST <= len(name) <= LONGEST and made and not NO_FIRM.search(name) else ""
