"""Cutting: a run of text as words, each of the kind that the lexicon gives it by itself.

Quoted names and brackets are one word each, and so are figures; the segmenter cuts the rest.
"""
from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from loaders.lexicon import lexicon, segmenter
from loaders.words.figures import TIME, figures
from loaders.words.word import END, Word

PUNCTUATION = frozenset(",，;；。:：!！?？\n●◆■▪◇○★☆▲►▶◎※")
BRACKETS = {"(": ")", "（": "）", "[": "]", "【": "】", "〔": "〕"}
QUOTES = {'"': '"', "“": "”", "「": "」", "『": "』", "‘": "’"}
LONGEST = 30
DONE = frozenset("已均也都将曾仍正")  # behind a noun they never go on with it (物流|港|已开行班列)
NEAR = 12  # characters behind a run in which a count ends
KINDS_OF = re.compile("大(?![于型小量幅批概约力类])(?=[\u4e00-\u9fff]{2})")  # 甲、乙|2大|链主企业
DASH = "——"  # between two clauses; one alone joins (甲地—乙地)
PLACES = re.compile(r"(?:市[(（]州[)）]|区[(（]市[)）]县|区[(（]市、县[)）]|区县[(（](?:自治县|开发区|市)[)）]|[区县][(（]自治县[)）]"
                    r"|县[(（][市区](?:、[市区])?[)）])(?:人民政府|政府)?")
PARTED = re.compile(  # 在甲市落了户
    "(?P<verb>[落签开动投建设奠扎揭挂复封])了(?P<object>户|约|工|产|厂|基|根|地|牌|业|园|顶)(?![\u4e00-\u9fff]{0,2}[房区址块质])")
COUNTS = re.compile(r"[近约超逾]?(?:[0-9]+|[一二三四五六七八九十百千两]+|[数多])(?:余|多)?(?:万|亿)?[家个座条项款名户批所部辆台种]")
COUNTED = re.compile(r"(?:[一二三四五六七八九十百千两]+|数[十百千])(?:余|多)?[家个座条项款名户批所大份部辆台架艘]")


def bracketed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans in brackets, beside the clause, and in quotation marks, a name of their own."""
    return [(first, last) for first in range(start, end) if (last := closed(text, first, end))]


def closed(text: str, at: int, end: int) -> int:
    """The place behind the bracket or the quoted name that opens at `at`, 0 where none does: speech in quotation marks
    is text like any other."""
    bracket = BRACKETS.get(text[at])
    closing = bracket or QUOTES.get(text[at])
    last = text.find(closing, at + 1, end) if closing else -1
    if last < 0 or "\n" in text[at:last] or (not bracket and (last - at > LONGEST or PUNCTUATION & set(text[at:last]))):
        return 0
    return last + 1


def plain_words(text: str, start: int, end: int) -> list[Word]:
    """The words of a run without marks: quotes and brackets are one word each."""
    found: list[Word] = []
    at = run = start
    while at < end:
        group = PLACES.match(text, at, end)
        if group:
            found += segments(text, run, at)
            found.append(Word(at, group.end(), group.group(), "noun"))
            at = run = group.end()
            continue
        if said := PARTED.match(text, at, end):
            found += segments(text, run, at)
            found.append(Word(at, said.end(), said["verb"] + said["object"], "verb"))
            at = run = said.end()
            continue
        close = closed(text, at, end)
        if close:
            found += segments(text, run, at)
            found.append(Word(at, close, text[at:close], "bracket" if text[at] in BRACKETS else "quote"))
            at = run = close
        else:
            at += 1
    return found + segments(text, run, end)


def segments(text: str, start: int, end: int) -> list[Word]:
    """The words of a run of plain characters."""
    kinds = lexicon().kinds
    found: list[Word] = []
    at = start
    for number in figures(text, start, end):
        if number.re is TIME and number.group() not in ("前", "当"):
            found += cut(text, at, number.start(), kinds)
            found.append(Word(number.start(), number.end(), number.group(), "adverb"))
            at = number.end()
            continue
        if (number.end() < end and text[number.end()].isascii() and text[number.end()].isalpha()) or (
                number.start() > start and text[number.start() - 1].isascii() and text[number.start() - 1].isalnum()):
            continue
        found += cut(text, at, number.start(), kinds)
        last = number.end() + bool(KINDS_OF.match(text, number.end(), end) and number.group().isdigit())
        found.append(Word(number.start(), last, text[number.start():last],
                          "noun" if number.group().endswith(("千伏", "期")) else "number"))
        at = last
    return found + cut(text, at, end, kinds)


def cut(text: str, start: int, end: int, kinds: dict[str, str]) -> list[Word]:
    """The words of a run without figures."""
    found: list[Word] = []
    at = start
    for piece, tag in segmenter().tag(text[start:end], False) if start < end else ():
        for part in listing_end(piece, text[at + len(piece):end + NEAR]) or halves(piece, kinds):
            kind = "stop" if part in DASH and DASH in text[at - 1:at + 2] else kinds.get(part) or kind_of(part, tag)
            if kind == "adverb" and len(part) == 1 and not lexicon().has("done", part) and found and is_syllable(found) and not (
                    part in DONE and ends_noun(found)):
                kind = "noun"
            found.append(Word(at, at + len(part), part, kind))
            at += len(part)
    return [replace(word, kind="noun") if word.kind == "join" and after.kind == "etc" else word
            for word, after in zip_longest(found, found[1:], fillvalue=END)]


def listing_end(piece: str, behind: str) -> tuple[str, ...]:
    """A word that ends with the 等 which closes a list before a count (甲、汉|高等|180多家): the dictionary joins them."""
    return (piece[:-1], "等") if len(piece) > 1 and piece.endswith("等") and COUNTS.match(behind) else ()


def is_syllable(found: list[Word]) -> bool:
    """Whether the last word is one character that means nothing alone: the 能 behind it belongs to a name (渝能快充)."""
    return len(found[-1].text) == 1 and found[-1].kind == "noun" and not lexicon().has("spoken", found[-1].text)


def ends_noun(found: list[Word]) -> bool:
    """Whether the last word closes the noun before it (物流|港)."""
    before = found[-2] if len(found) > 1 else None
    return before is not None and before.kind == "noun" and len(before.text) > 1 and before.end == found[-1].start


def halves(piece: str, kinds: dict[str, str]) -> tuple[str, ...]:
    """An adverb and a verb, a verb and what is signed, or a preposition and its noun, that the dictionary takes for one word
    (不断完善, 签订协议, 结合实际, 甲区内|经认定)."""
    if piece in kinds:
        return (piece,)
    known, size = lexicon(), len(piece)
    first, last = kinds.get(piece[:size // 2]), kinds.get(piece[size // 2:])
    if size == 4 and piece[:2] == "联合" and known.heads.get(piece[2:]) == "AgentGroup":
        return piece[:2], piece[2:]
    if size == 4 and (known.has("speaking", piece[2:]) or first == "preposition" or (
            first == "adverb" and last in ("verb", "either")) or (
            known.has("signing", piece[:2]) and known.has("deeds", piece[2:]))):
        return piece[:2], piece[2:]
    if size == 2 and (known.has("glued", piece) or (first == "adverb" and last in ("adverb", "preposition"))):
        return piece[0], piece[1]
    return (piece,)


def kind_of(piece: str, tag: str) -> str:
    """The kind of a word that the lexicon does not hold, `tag` its part of speech in the segmenter's dictionary."""
    if piece in PUNCTUATION:
        return "stop"
    if piece == "的":
        return "of"
    if piece == "等":
        return "etc"
    if COUNTED.fullmatch(piece):
        return "number"
    known = lexicon()
    if len(piece) == 4 and known.has("jointly", piece[:2]) and known.kinds.get(piece[2:]) == "verb":
        return "verb"  # 联合推出
    return "weak" if tag == "v" and len(piece) > 1 else "noun"
