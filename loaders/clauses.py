"""Clauses: a sentence as predicates, noun phrases and adjuncts in their order.

Official prose puts the verb first and strings clauses with commas: [adjunct] [subject] [adverb] verb object [verb
object …]. `verbs` says which words are verbs here, `extents` where a phrase begins and ends.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.extents import NEGATING, cast_as, matches, opens, phrase_end, relative_end
from loaders.phrases import Phrase, phrase
from loaders.words import Mark, Word, words

LONGEST = 600  # characters of a quote
COMMAS = "；;，,"
SENTENCE_END = re.compile(r"[。!！?？\n]+[”’」』]?")
REPORTERS = r"[ \u3000]*(?:[（(](?:[^（）()\n]{0,16}(?:记者|通讯员|实习生)[^（）()\n]{0,30}|[\u4e00-\u9fff]{2,4})[）)])?"
DATELINE = re.compile(
    r"[\s\u3000]*(?:(?:[\u4e00-\u9fff]{1,8}(?:社|网|报|台|客户端|新闻|日报社)(?:[-—·][\u4e00-\u9fff]{2,10})?[\u4e00-\u9fff]{0,8}[0-9]{1,2}月[0-9]{1,2}日(?:[0-9]{1,2}时(?:[0-9]{1,2}分)?)?[电讯]|[\u4e00-\u9fff]{0,6}本报讯"
    r"|[\u4e00-\u9fff]{2,6}(?:日报|晚报|都市报|新闻网?|社|网)讯)" + REPORTERS + r")")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a clause: a verb, adverb, preposition or phrase."""

    kind: str
    start: int
    end: int
    text: str
    phrase: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands between two commas, `text[start:end]`, as parts."""

    start: int
    end: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """What stands between two full stops."""

    start: int
    end: int
    clauses: tuple[Clause, ...]


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of `text[start:end]`, white space and the dateline of news outside (新华社成都3月2日电); what has
    no full stop for longer than a quote may be is cut at a comma, where it has any."""
    opening = DATELINE.match(text, start, end)
    at = opening.end() if opening else start
    for stop in SENTENCE_END.finditer(text, start, end):
        if text.rfind("《", at, stop.start()) > text.rfind("》", at, stop.start()):
            continue
        yield from bounded(text, at, stop.end())
        at = stop.end()
    yield from bounded(text, at, end)


def bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span in pieces of at most `LONGEST` characters."""
    while end - start > LONGEST:
        cut = max(text.rfind(comma, start, start + LONGEST) for comma in COMMAS) + 1 or start + LONGEST
        yield from trimmed(text, start, cut)
        start = cut
    yield from trimmed(text, start, end)


def trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without the white space at its ends, nothing where there is no more."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def read_sentence(text: str, start: int, end: int, marks: Sequence[Mark]) -> Sentence:
    """The sentence at `text[start:end]` with its clauses read."""
    clauses: list[Clause] = []
    run: list[Word] = []
    for word in [*words(text, start, end, marks), Word(end, end, "。", "stop")]:
        if word.kind == "stop":
            if run and (read := tuple(parts(run, text))):
                clauses.append(Clause(run[0].start, run[-1].end, read))
            run = []
        elif word.text.strip():
            run.append(word)
    return Sentence(start, end, tuple(clauses))


def parts(run: Sequence[Word], text: str) -> Iterator[Part]:
    """The parts of one clause."""
    at, predicate = 0, -1
    while at < len(run):
        word = run[at]
        stop = relative_end(run, at) if word.kind in ("verb", "preposition", "either", "weak") or matches(run, at) or (
            word.text in NEGATING) or word.text[0] == "集" else 0
        if at != predicate and (stop or opens(run, at)):
            close = phrase_end(run, stop or at)
            predicate = close if cast_as(run, stop or at, close) else -1
            made = phrase(run[at:close], text)
            if made:
                yield Part("phrase", made.start, made.end, text[made.start:made.end], made)
            at = max(close, at + 1)
        else:
            kind = "verb" if word.kind in ("either", "weak", "nominal") else word.kind
            done = kind == "verb" and at + 1 < len(run) and run[at + 1].text == "了"  # 研究制定了X: it has been drawn up
            if kind in ("verb", "adverb", "preposition", "join"):
                yield Part(kind, word.start, word.end, word.text.removeprefix("研究") or word.text if done else word.text)
            at += 1
