"""Noun phrases: a run of words as the list of things that it names.

Official prose writes lists (A、B、C等企业), shares heads (客、货运航空公司) and modifiers (航空制造、飞机维修等项目), counts
(20家企业) and praises (全国领先的平台). A phrase keeps the name apart from what restricts it.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from loaders.words import Mark, Word, lexicon
from ontology.vocabulary import vocabulary

ACTORS = frozenset({"Agency", "Firm", "Institution", "Association", "AgentGroup", "Region", "Park", "Platform",
                    "Person"})
PROPER = {"公司": "Firm", "集团": "Firm", "集团公司": "Firm", "厂": "Firm", "协会": "Association", "商会": "Association",
          "学会": "Association", "行业协会": "Association", "大学": "Institution", "学校": "Institution",
          "银行": "FinancialInstitution", "保险公司": "FinancialInstitution", "政府": "Agency", "管委会": "Agency",
          "区政府": "Agency", "研究机构": "Institution"}
MODEL = re.compile(r"[\u4e00-\u9fff]{1,6}[A-Z][A-Za-z-]{0,5}[0-9]{1,3}[A-Za-z]{0,4}")
PARTIES = ("一方", "方面", "方")
OUTER = " 　的"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a phrase names: the characters of its name, its class ("" where none shows), its restriction.

    `shared` is the class that only the list's last word gives (…等项目), `generic` says that the name alone
    names nothing (企业), `whole` are the characters with restriction and count, `name` is the name where it takes
    words from its neighbours (展会、论坛), `owner` the one name before 的 (甲公司的工厂), `first` the name that opens a
    longer wording (甲公司二期项目).
    """

    start: int
    end: int
    text: str
    class_: str
    mark: Mark | None = None
    condition: str = ""
    whole: tuple[int, int] = (0, 0)
    generic: bool = False
    shared: str = ""
    count: str = ""
    proper: bool = False
    join: str = ""
    name: str = ""
    owner: Mark | None = None
    first: Mark | None = None

    @property
    def quoted(self) -> bool:
        """Whether quotation marks make the wording a name (“七横五纵”路网)."""
        return any(sign in self.text for sign in "“「『")

    @property
    def called(self) -> str:
        """The name, else the characters."""
        return self.name or self.text


@dataclass(frozen=True, slots=True)
class Phrase:
    """The things that a run of words names, the class word that ends their list (…等汽车生产企业), and the verbal noun
    after them (…项目|建设)."""

    start: int
    end: int
    items: tuple[Item, ...]
    summary: Item | None = None
    tail: str = ""

    @property
    def named(self) -> tuple[Item, ...]:
        """Every item that names something: the list, and its class word where that is a name or a group of actors."""
        if self.summary is None:
            return self.items
        group = top(self.summary.class_) == "AgentGroup" and not self.summary.generic
        return (*self.items, self.summary) if not self.items or group or self.summary.quoted else self.items


def top(class_: str) -> str:
    """The class that heads and frames speak of: Automaker is a Firm."""
    return tops().get(class_, class_)


@cache
def tops() -> dict[str, str]:
    """Each subclass of a class that has head nouns of its own, and that class."""
    spoken = set(lexicon().heads.values()) | {"Association", "Person"}
    return {name: upper for name, term in vocabulary().classes.items() if name not in spoken
            for upper in term.supers[:1] if upper in spoken}


def phrase(words: Sequence[Word], text: str) -> Phrase | None:
    """The phrase that `words` make, None where they name nothing."""
    words = strip(words)
    body = strip(without_tail(words, text))
    if not body:
        return None
    tail = text[body[-1].end:words[-1].end].strip(OUTER)
    body, condition = restricted(body, text)
    etcs = [n for n, word in enumerate(body) if word.kind == "etc"]
    if not etcs and (count := counted(body)):
        etcs = [count]
    summary, more = summed(body[etcs[-1] + 1:], text) if etcs else (None, [])
    items = listed(split_list(body[:etcs[0]] if etcs else body), text, summary) + more
    if not items and summary is None:
        return None
    if condition:
        items = [replace(item, condition=condition, whole=(words[0].start, item.end)) for item in items]
    return Phrase(words[0].start, words[-1].end, tuple(items), summary, tail)


def summed(words: Sequence[Word], text: str) -> tuple[Item | None, list[Item]]:
    """The class word behind 等, and what a count of its own sets beside it (等10家整车企业|和200家零部件企业)."""
    runs = split_list(words)
    if len(runs) > 1 and all(run[0].kind == "number" for _, run in runs):
        found = [single(strip(run), text) for _, run in runs]
        return found[0], [item for item in found[1:] if item]
    return single(strip(words), text), []


def restricted(words: Sequence[Word], text: str) -> tuple[Sequence[Word], str]:
    """A clause that opens the phrase (具有影响力的…) is the restriction of all that follows its 的."""
    of = next((n for n, word in enumerate(words) if word.kind == "of"), 0)
    if not of or words[0].kind not in ("verb", "preposition", "either", "weak"):
        return words, ""
    return words[of + 1:], text[words[0].start:words[of].start].strip(OUTER)


def counted(words: Sequence[Word]) -> int | None:
    """The count that sums a list up before its class word (甲园、乙园和丙园|三大|片区)."""
    for n in range(1, len(words) - 1):
        if words[n].kind == "number" and words[n].text[-1] in "大家个座" and any(word.kind == "join" for word in words[:n]):
            return n
    return None


def without_tail(words: Sequence[Word], text: str) -> Sequence[Word]:
    """The words before a verbal noun at the end (建设, 发展及验收工作), all of them where a name would lose its head."""
    body = list(words)
    while len(body) > 1 and body[-1].kind in ("either", "nominal", "weak", "noun", "join", "of", "bracket", "number"):
        if body[-1].kind == "number":
            return body
        name = text[body[0].start:body[-1].end]
        head = lexicon().head(name)
        abstract = head is not None and not head[1] and body[-1].text.endswith(head[0])
        if body[-1].kind in ("join", "of", "bracket") or abstract or (head is None and body[-1].kind in ("either", "nominal", "weak")):
            body.pop()
            continue
        if body[-1].kind in ("either", "nominal") and head is not None and head[0] == body[-1].text and len(body[-1].text) == 2:
            body.pop()
            continue
        break
    kept = text[body[0].start:body[-1].end]
    keeps_head = body[-1].mark is not None or body[-1].kind in ("quote", "etc") or bool((lexicon().head(kept) or ("", ""))[1])
    return body if keeps_head else words


def strip(words: Sequence[Word]) -> Sequence[Word]:
    """Without joins, 的 and spaces at either end."""
    first, last = 0, len(words)
    while first < last and (words[first].kind in ("join", "of", "etc", "stop") or not words[first].text.strip(OUTER)):
        first += 1
    while last > first and (words[last - 1].kind in ("join", "of", "preposition", "stop")
                            or not words[last - 1].text.strip(OUTER)):
        last -= 1
    return words[first:last]


def split_list(words: Sequence[Word]) -> list[tuple[str, list[Word]]]:
    """The words between joins, each run with the join before it; two titles side by side are two runs."""
    runs: list[tuple[str, list[Word]]] = [("", [])]
    for word in words:
        last = runs[-1][1][-1] if runs[-1][1] else None
        if word.kind == "join":
            runs.append((word.text, []))
            continue
        if last and last.end == word.start and ((is_title(last) and is_title(word)) or last.kind == word.kind == "quote"):
            runs.append(("", []))
        runs[-1][1].append(word)
    return [run for run in runs if run[1]]


def adjacent(last: Word, word: Word) -> bool:
    """Two titles or two quotes side by side."""
    return last.end == word.start and ((is_title(last) and is_title(word)) or last.kind == word.kind == "quote")


def text_gap(last: Word, word: Word) -> bool:
    """Two names of one kind with a blank where a comma was lost."""
    return bool(last.mark and word.mark and last.end < word.start
                and top(last.mark.classes[0]) == top(word.mark.classes[0]))


def is_title(word: Word) -> bool:
    return word.mark is not None and word.mark.kind == "title"


def listed(runs: list[tuple[str, list[Word]]], text: str, summary: Item | None) -> list[Item]:
    """The items of a list; a run without a class of its own is a modifier shared with the run after it."""
    items: list[Item] = []
    held: list[Word] = []
    for number, (join, run) in enumerate(runs):
        item = single(strip([*held, *run]), text)
        if item is None:
            continue
        rest = [replace(found, join=after[0]) for after in runs[number + 1:] if (found := single(strip(after[1]), text))]
        if summary is None and rest and waits(item, rest):
            held += run
            continue
        held = []
        items.append(replace(item, join=join))
    items = lend(items)
    if summary is None:
        return inherit(items)
    if top(summary.class_) == "AgentGroup":
        return [named for item in items if (named := member(item))]
    return [share(item, summary) for item in items]


def share(item: Item, summary: Item) -> Item:
    """An item whose own words say another class, or none, is one of what the list's class word says (维修、仓储等项目)."""
    if item.class_ == summary.class_ or item.class_ == "?":
        return replace(item, shared=summary.class_)
    if top(summary.class_) in ("Project", "Platform", "Park"):
        return replace(item, shared=summary.class_, name=item.text + summary.text)
    if top(summary.class_) == "Event":
        return item
    return replace(item, shared=summary.class_) if not item.class_ else item


def member(item: Item) -> Item | None:
    """A member of a list that ends in a class of actors: a known thing, or one whose wording may be a proper name."""
    if item.mark:
        return item if top(item.class_) in ACTORS else None
    if top(item.class_) in ACTORS:
        return None if item.generic else item
    if item.class_ in ("", "Instrument") and (item.proper or len(item.text) > 3):
        return replace(item, class_="", shared="Firm")
    return None


def lend(items: list[Item]) -> list[Item]:
    """A bare class word takes the modifier of the item before it (软件业展会、论坛), a quote the class word after it."""
    given: list[Item] = []
    modifier = head = ""
    for number, item in enumerate(items):
        found = lexicon().head(item.text)
        if item.class_ == "?" and number + 1 < len(items) and (after := lexicon().head(items[number + 1].text)):
            if items[number + 1].text.startswith(("“", "「")) and after[1]:
                item = replace(item, class_=after[1], name=item.text + after[0])
        elif item.class_ == "Event" and modifier and head == "Event" and found and found[0] == item.text:
            item = replace(item, name=modifier + item.text, generic=False)
        elif found and found[1] and len(item.text) > len(found[0]) and not item.mark:
            modifier, head = item.text[:-len(found[0])], found[1]
        given.append(item)
    return given


def waits(item: Item, rest: list[Item]) -> bool:
    """Whether a run waits for the class word of a later run (客、货运航空公司; 软件和信息服务企业)."""
    following = rest[0]
    if item.mark or following.mark:
        return False
    if not item.class_:
        return any(after.class_ not in ("", "?") and not after.mark for after in rest)
    if following.generic or following.class_ in ("", "?") or following.join == "、":
        return False
    found = lexicon().head(item.text)
    modifies = found is not None and found[0] in lexicon().generic and item.class_ in ("Technology", "Product", "abstract")
    if modifies and following.class_ not in ("Technology", "Product", "abstract"):
        return True
    return item.generic and (item.class_ != following.class_ or top(item.class_) not in ("AgentGroup",))


def inherit(items: list[Item]) -> list[Item]:
    """Items without a class word take the class of those beside them (电机、电池、电控; 甲汽车、乙专用车)."""
    firms = sum(top(item.class_) == "Firm" for item in items)
    if firms * 2 >= len(items) > firms:
        return [replace(item, class_="Firm", generic=False) if item.class_ in ("", "Product") and not item.mark
                and (item.proper or not item.class_) else item for item in items]
    classes = {top(item.class_) for item in items if item.class_}
    if len(items) > 1 and len(classes) == 1 and (shared := classes.pop()) in ("Technology", "Product", "Firm"):
        return [replace(item, shared=shared) if not item.class_ else item for item in items]
    return items


def single(words: Sequence[Word], text: str) -> Item | None:
    """One thing: restriction (up to the last 的), count and praise taken off its name."""
    words = strip(words)
    if not words:
        return None
    whole = (words[0].start, words[-1].end)
    after = next((n + 1 for n in range(len(words) - 1, -1, -1) if words[n].kind == "of"), 0)
    body = list(words[after:])
    while body and body[-1].kind in ("bracket", "number") and len(body) > 1:
        body.pop()
    body, count = without_count(body)
    if body and is_title(body[-1]):
        body = body[-1:]
    if len(body) > 1 and body[0].mark and text[body[0].end:body[-1].end] in PARTIES:
        body = body[:1]
    full = body
    while len(body) > 1 and (body[0].kind in ("measure", "praise", "adverb") or is_counter(body) or own(body[0])):
        body = body[1:]
    if not body or not text[body[0].start:body[-1].end].strip():
        return None
    class_, _, generic = class_of(body, text[body[0].start:body[-1].end])
    if generic and class_ == "AgentGroup" and keeps(full):
        body = full
    start, end = body[0].start, body[-1].end
    name = text[start:end].strip()
    class_, mark, generic = class_of(body, name)
    if body[-1].kind == "quote" and len(body) > 1:
        start, name = body[-1].start, text[body[-1].start:end]
    if after and (generic or not class_) and top(class_) not in ("AgentGroup", "Event") and not any(
            word.kind in ("verb", "preposition") for word in words[:after]):
        before = single(words[:after - 1], text)
        if before and before.class_ not in ("", "abstract") and not before.generic:
            return before
    condition = text[words[0].start:words[after - 1].end].strip(OUTER) if after else ""
    before = [word for word in words[:max(after - 1, 0)] if word.kind not in ("praise", "measure", "number")
              and not word.text.isdigit()]
    owner = before[0].mark if len(before) == 1 else None
    first = body[0].mark if len(body) > 1 else None
    return Item(start, end, name, class_, mark, condition, whole, generic, "", count, is_proper(body), owner=owner,
                first=first)


def without_count(body: list[Word]) -> tuple[list[Word], str]:
    """The words after a count at their head, and the count (20家)."""
    ordinal = next((n for n in range(len(body) - 2, 0, -1) if body[n].kind == "measure"), 0)
    if ordinal:
        return body[ordinal + 1:], ""
    if len(body) > 1 and body[0].kind == "number":
        return body[1:], body[0].text
    return body, ""


def own(word: Word) -> bool:
    """全市, 我省 … before a name say whose it is."""
    return word.mark is not None and word.mark.kind == "pointer" and word.mark.classes[0] == "Region"


def keeps(body: Sequence[Word]) -> bool:
    """Whether the words before a class word make it a name: 各区县, 优势企业; 一批企业 stays unnamed."""
    return (body[0].kind == "praise" and len(body) > 1) or body[0].text in ("各", "各类", "各级", "有关", "相关")


def is_proper(body: Sequence[Word]) -> bool:
    """Whether the wording looks like a proper name: it opens with a known name, has Latin letters, or characters that
    make no word of the dictionary."""
    if body[0].mark is not None and len(body) > 1:
        return True
    pieces = [word for word in body if word.kind in ("noun", "number")]
    return any(char.isascii() and char.isalpha() for word in body for char in word.text) or any(
        len(one.text) == len(other.text) == 1 and one.end == other.start for one, other in pairwise(pieces))


def is_counter(body: Sequence[Word]) -> bool:
    """家, 个, 座 … left over after a number."""
    return len(body[0].text) == 1 and body[0].text in "家个座条项款名户辆种批所台艘间余处支只"


def class_of(body: Sequence[Word], name: str) -> tuple[str, Mark | None, bool]:
    """Class, mark and whether the name is generic."""
    last = body[-1]
    if last.mark and (len(body) == 1 or not lexicon().head(name)):
        whole = len(body) == 1
        return last.mark.classes[0] if last.mark.classes else "", last.mark if whole else None, False
    if last.kind == "quote":
        return "?", None, False
    found = lexicon().head(name)
    if found is None:
        return "Product" if MODEL.fullmatch(name) else "", None, False
    head, class_ = found
    if not class_:
        return "abstract", None, True
    if head in PROPER and len(name) > len(head) and is_proper(body):
        return PROPER[head], None, False
    return class_, None, name in lexicon().generic
