"""Words: a run of text cut into words, each known by what it does in a clause.

The segmenter cuts, the lexicon says what a word does, its neighbours what it does here. Marks (names found before) are
words of their own.
"""
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, takewhile, zip_longest

from loaders.lexicon import lexicon, load, segmenter

PUNCTUATION = frozenset(",，;；。:：!！?？\n")
BRACKETS = {"(": ")", "（": "）", "[": "]", "【": "】", "〔": "〕"}
LONGEST = 30
QUOTES = {'"': '"', "“": "”", "「": "」", "『": "』", "‘": "’"}
NUMBER = re.compile(
    r"(?:约|近|超)?[0-9０-９]+(?:[.,．][0-9０-９]+)*(?:[—\-~～至][0-9０-９]+(?:[.,．][0-9０-９]+)*)?(?:[%％]|个百分点)?"
    r"(?:万亿|万|亿|千(?![伏瓦米克安])|百)?(?:余|多)?(?:美元|欧元|港元|日元|英镑|人次|公里|千伏|千米|千克|公斤|兆瓦时|兆瓦|千瓦时|吉瓦时|吉瓦|千瓦|平方米|平方公里|[家个座条项款名户辆种批所台艘间处支只元吨亩场件次年月日天张套列趟枚组])?以?上?")
TIME = re.compile(
    r"(?:自|至|到|在|截至)?(?:每年(?:[0-9]{1,2}月)?|每(?:季度|月))(?:[0-9]{1,2}日)?(?:底|初|末)?前|(?:自|至|到|在|截至)?(?:(?:19|20)[0-9]{2}年(?:[0-9]{1,2}(?:[—\-~至][0-9]{1,2})?月份?)?(?:[0-9]{1,2}日)?|[0-9]{1,2}(?:[—\-~至][0-9]{1,2})?月份?(?:[0-9]{1,2}日)?|[0-9]{1,2}日(?=[上下早晚凌,，]))"
    r"(?:上半年|下半年|第?[一二三四]季度(?:末|初|底)?|[上下]午|底前|年底|底|初|末|前|起|以来)?|当年前?[0-9]*个?月?|前[0-9]+个月|上半年|下半年|第?[一二三四]季度(?:末|初|底)?|(?:去年|今年|明年|(?<![产成用运营工改造级])后年|前年)(?:底前|年底|底|初|末|上半年|下半年|[0-9]{1,2}月(?:[0-9]{1,2}日)?)?(?:前|起|以来)?|(?:未来|今后|近)?[一二三四五六七八九十两]年(?:内|来|间|时间)|上一年|近年来|同日|今日|昨日|明日|今天|昨天|明天|今晨|当日|当天|次日|日前|近日|本月|上月")
LASTING = re.compile("[一二两三四五六七八九十]+(?:年(?:来|间|内)?|成)")
GROUPED = re.compile(r"[两三四五六七八九十]大(?=[\u4e00-\u9fff]|$)")
INSIDE = ("noun", "mark", "nominal", "either", "quote", "weak")
JOINTLY = ("联合", "共同", "携手", "联手", "合作", "合力")
COUNTING = ("共", "共计", "合计", "总计", "累计")  # 甲车型|共|10289辆
ADVERBIAL = ("新", "后")
DONE = ("了", "着", "过")
SIGNING = ("签署", "签订", "签下", "签定", "签", "订立", "达成", "缔结", "共同签署")
DEEDS = ("备忘录", "协议", "框架协议", "合作协议", "战略合作协议", "协议书", "合同", "意向书", "合作备忘录", "框架合作协议")
OBJECTS = ("noun", "mark", "quote", "nominal", "praise")
FOUNDING = ("共建", "组建", "设立", "建立", "打造", "成立", "搭建", "建设", "新建")
SEATS = ("中心", "基地", "平台", "库")
LENDERS = ("银行", "金融机构", "保险公司", "保险机构", "担保公司", "担保机构")
ATTRIBUTES = ("超", "全面", "集中", "快速", "明显", "双向", "深度", "常态化")
OF_ITS = ("由其", "对其", "向其", "为其", "与其", "给其", "将其", "把其")
SUFFIX = re.compile("(?:股份|集团|发展|实业|投资)?有限(?:责任)?公司")
DASH = "——"  # between two clauses; one alone joins (甲地—乙地)
SYLLABLES = frozenset("同比当为从正可均更")
BESIDE_IT = ("内", "以内", "以外", "之外")
WITHIN_BY = ("中将", "内经", "内由", "中经", "中由")
PLACES = re.compile(r"(?:市[(（]州[)）]|区[(（]市[)）]县|区[(（]市、县[)）]|区县[(（](?:自治县|开发区|市)[)）]|[区县][(（]自治县[)）]"
                    r"|县[(（][市区](?:、[市区])?[)）])(?:人民政府|政府)?")
COUNTED = re.compile(r"(?:[一二三四五六七八九十百千两]+|数[十百千])(?:余|多)?[家个座条项款名户批所大份部辆台架艘]")


STANDING = ("在建", "拟建", "续建", "新开工")  # 甲、乙等|在建|项目
SPOKEN = frozenset("我他她它你您谁这那其此市省区县州国双三两人家车中上内里")  # who may do something: 他|将, 市|也


@dataclass(frozen=True, slots=True)
class Mark:
    """A name found in the text: its characters and the entities that it may stand for."""

    start: int
    end: int
    text: str
    keys: tuple[str, ...]
    classes: tuple[str, ...]
    kind: str = "name"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a clause; `kind` is verb, either, nominal, adverb, preposition, join, measure, praise, of, mark, quote,
    bracket, number, stop (punctuation), weak (a verb that no list holds) or noun."""

    start: int
    end: int
    text: str
    kind: str
    mark: Mark | None = None


END = Word(0, 0, "", "stop")


def marks_in(marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
    """The marks, in order, that stand within a span."""
    first = bisect_left(marks, start, key=lambda mark: mark.start)
    return [mark for mark in takewhile(lambda mark: mark.start < end, marks[first:]) if mark.end <= end]


def words(text: str, start: int, end: int, marks: Sequence[Mark]) -> list[Word]:
    """The words of `text[start:end]`, the marks that stand in it whole."""
    found: list[Word] = []
    at = start
    brackets = bracketed(text, start, end)
    for mark in marks_in(marks, start, end):
        if mark.start < at or any(
                first < mark.start and mark.end < last and not (
                    text[first] in QUOTES and (first + 1, last - 1) == (mark.start, mark.end))
                for first, last in brackets):
            continue
        found += plain_words(text, at, mark.start)
        found.append(Word(mark.start, mark.end, mark.text, "mark", mark))
        at = mark.end
    found += plain_words(text, at, end)
    return attributive(adverbial(modified(owning(enlisted(elsewhere(registered(spanning(signed(found)))))))))


def elsewhere(found: list[Word]) -> list[Word]:
    """地 behind 等 belongs to it where places are listed (甲区、乙区等|地|电网)."""
    return [replace(word, kind="etc") if word.text == "地" and n > 1 and found[n - 1].kind == "etc" and is_region(found[n - 2]) else word
            for n, word in enumerate(found)]


def enlisted(found: list[Word]) -> list[Word]:
    """An adverb between 、 and a noun opens a name (甲公司、|明天|氢能)."""
    return [replace(word, kind="noun") if word.kind == "adverb" and 0 < n < len(found) - 1 and found[n - 1].text == "、"
            and found[n + 1].kind in ("noun", "mark") and found[n + 1].start == word.end else word
            for n, word in enumerate(found)]


def registered(found: list[Word]) -> list[Word]:
    """A preposition of one character between a place and the rest of a registered name opens the name (上海|同|驭汽车有限公司),
    a verb before its end is the trade (甲走廊|开发建设|有限公司)."""
    found = [replace(word, kind="noun") if word.kind == "verb" and n and found[n - 1].kind in INSIDE and SUFFIX.fullmatch(after.text)
             and after.start == word.end else word for n, (word, after) in enumerate(pairwise([*found, END]))]
    return [replace(word, kind="noun") if word.text in SYLLABLES and 0 < n < len(found) - 1 and is_region(found[n - 1])
            and found[n - 1].end == word.start and found[n + 1].kind == "noun" and any(
                later.text.endswith("有限公司") for later in takewhile(lambda one: one.kind in INSIDE, found[n + 1:n + 9]))
            else word for n, word in enumerate(found)]


def owning(found: list[Word]) -> list[Word]:
    """旗下 and 全资子公司 before a name part it from its owner like 的 (甲集团|旗下|乙公司), 内 and 以外 from the place where it
    is (园区|内|企业)."""
    known = lexicon()
    found = [replace(word, kind="of") if known.has("owned", word.text) and (after.kind in ("mark", "quote", "of") or (
        after.kind in ("noun", "weak") and (known.heads.get(after.text, "Product") == "Product" or word.text == "所属"))) else word
        for word, after in pairwise([*found, END])]
    return [replace(word, kind="of") if word.text in BESIDE_IT and before.end == word.start and after.kind in (
        "noun", "mark", "praise") and (before.text[-1] in "区园市县镇圈省域" or is_region(before)) else word
        for before, word, after in zip([END, *found], found, [*found[1:], END], strict=False)]


def adverbial(found: list[Word]) -> list[Word]:
    """新, 三年, 六成 and 在川 before a verb say when, how much and where (三年|投入X, 六成|供给X);
    新入驻企业 is a noun."""
    last = Word(0, 0, "", "stop")
    found = [replace(word, kind="verb") if word.kind == "noun" and len(word.text) == 1 and word.mark is None and after.text in DONE and (
        beyond.kind in ("noun", "mark", "number", "measure", "quote", "praise", "nominal")) else word
        for word, after, beyond in zip_longest(found, found[1:], found[2:], fillvalue=last)]  # 投|了|30辆
    found = [replace(word, kind="adverb") if LASTING.fullmatch(word.text) and (
        after.kind in ("verb", "adverb") or after.text == "以上") else word for word, after in pairwise([*found, last])]
    found = [replace(word, kind="adverb") if word.text == "以上" and before.kind == "adverb" and LASTING.fullmatch(before.text)
             else word for before, word in pairwise([last, *found])]
    found = [replace(word, kind="adverb") if (word.text in ("各", "全部") and after.kind in ("verb", "either")) or (
        word.text in COUNTING and after.kind == "number") else word for word, after in pairwise([*found, last])]
    found = [replace(word, kind="verb") if word.text == "创新" and before.text.endswith(LENDERS) and after.kind in OBJECTS else word
             for before, word, after in zip([last, *found], found, [*found[1:], last], strict=False)]  # 银行|创新|信贷产品
    found = [replace(word, kind="adverb") if word.kind == "praise" and before.kind == "mark" and after.kind == "verb" else word
             for before, word, after in zip([last, *found], found, [*found[1:], last], strict=False)]  # 甲公司|全新|推出的X
    found = [replace(word, kind="verb") if word.text in ("研究", "探讨") and after.kind == "verb" else word
             for word, after in pairwise([*found, last])]  # 研究|支持X
    return [replace(word, kind="adverb") if word.text in ADVERBIAL and word is not found[0] and after.kind == "verb" and not (
        word.text == "新" and lexicon().has("generic", thing.text) and beyond.kind not in INSIDE) else word
        for word, after, thing, beyond in zip_longest(found, found[1:], found[2:], found[3:], fillvalue=last)][:len(found)]


def attributive(found: list[Word]) -> list[Word]:
    """An adverb before a noun that no verb follows is part of a name (推进甲区|集中|供热项目), and so is 联合 behind a verb
    that founds (组建|联合|研究机构); 将 before a noun brings the object forward (将X打造为Y)."""
    found = [replace(word, kind="noun") if word.text == "计划" and before.kind == "quote" else word
             for before, word in pairwise([END, *found])]  # “甲”|计划
    found = [replace(word, kind="verb") if word.kind == "quote" and n and is_doing(found[n - 1], word, after) else word
             for n, (word, after) in enumerate(pairwise([*found, END]))]
    return [replace(word, kind=attribute(found, n)) if after.kind in OBJECTS and word.kind in ("adverb", "verb") else word
            for n, (word, after) in enumerate(pairwise([*found, END]))]


def is_doing(before: Word, quote: Word, after: Word) -> bool:
    """Whether a word in quotes behind a class of actors is what they do (支持企业|“上云”)."""
    group = is_group(before) or (before.mark is not None and before.mark.classes[0] == "AgentGroup")
    return group and (after.kind == "stop" or lexicon().has("doings", quote.text[1:-1]))


def attribute(found: Sequence[Word], n: int) -> str:
    """The kind of an adverb or verb before a noun."""
    word, before = found[n], found[n - 1] if n else END
    if word.text == "将" and before.kind in ("stop", "adverb"):
        return "preposition"
    named = word.text in ATTRIBUTES or (word.text in ("科学", "统一", "规范") and found[n + 1].kind == "noun")
    inside = named and before.kind in (*INSIDE, "verb") and closing(found[n + 1:])
    return "noun" if inside or (word.text == "联合" and before.text in FOUNDING) else word.kind


def closing(rest: Sequence[Word]) -> bool:
    """Whether no verb follows in the clause."""
    return all(word.kind != "verb" for word in takewhile(lambda word: word.kind != "stop", rest))


@cache
def celebrated() -> tuple[frozenset[str], frozenset[str]]:
    """What is celebrated, and the ceremonies that it is held for (首发|仪式)."""
    data = load("organizes")
    return frozenset(data["celebrates"].split()), frozenset(data["ceremonies"].split()) - {"暨"}


def modified(found: list[Word]) -> list[Word]:
    """奖励 in 评价奖励办法 is no verb: inside a phrase, before the class word of a policy or a fund. 在渝 before a verb
    is an adverb."""
    known = lexicon()
    found = [replace(word, kind="praise") if word.text in STANDING and n and found[n - 1].kind in ("etc", "verb") and after.text.startswith(
        ("项目", "工程")) else word for n, (word, after) in enumerate(pairwise([*found, END]))]
    found = [replace(word, kind="noun") if word.kind == "adverb" and word.text in ("集中", "正式") and n and found[n - 1].kind in INSIDE
             and after.text in celebrated()[0] and beyond.text in celebrated()[1] else word
             for n, (word, after, beyond) in enumerate(zip_longest(found, found[1:], found[2:], fillvalue=END))]
    found = [replace(word, kind="noun") if word.kind == "verb" and word.text in celebrated()[0] and n and found[n - 1].kind in INSIDE
             and after.text in celebrated()[1] else word for n, (word, after) in enumerate(pairwise([*found, END]))]
    found = [replace(word, kind="adverb") if word.text == "决定" and after.kind in ("verb", "either") and (
        not n or found[n - 1].kind == "stop") else word for n, (word, after) in enumerate(pairwise([*found, END]))]  # 决定|启动试点
    found = [replace(word, kind="adverb") if known.has("located", word.text) and after.kind in ("verb", "either", "adverb")
             else word for word, after in pairwise([*found, END])]
    return [replace(word, kind="nominal") if known.has("modifying", word.text) and 0 < n < len(found) - 1
            and (found[n - 1].kind in INSIDE or (found[n - 1].kind == "number" and found[n - 1].text[-1] in "条项个"))
            and (known.heads.get(after.text) in ("Policy", "Instrument") or (after.text in SEATS and not is_group(found[n - 1])))
            else word for n, (word, after) in enumerate(pairwise([*found, END]))]


def is_group(word: Word) -> bool:
    """Whether a word names a class of actors that do things themselves (企业, 高校)."""
    known = lexicon()
    return known.heads.get(word.text) == "AgentGroup" and not known.has("common", word.text)


def spanning(found: list[Word]) -> list[Word]:
    """至 between two places belongs to the name of a line (甲地至乙地高速公路)."""
    return [replace(word, kind="noun") if word.text in ("至", "到") and 0 < n < len(found) - 1
            and is_region(found[n - 1]) and is_region(found[n + 1]) and not any(
                one.text in ("从", "自", "由", "经") for one in found[max(n - 4, 0):n]) else word for n, word in enumerate(found)]


def signed(found: list[Word]) -> list[Word]:
    """What is signed is one name up to the word for it (签署|甲品牌深化合作备忘录)."""
    start = next((n + 1 for n, word in enumerate(found) if word.text in SIGNING), len(found))
    stop = next((n for n in range(start, len(found)) if found[n].kind in ("stop", "of", "join", "preposition", "adverb")), len(found))
    end = next((n for n in range(stop - 1, start, -1) if found[n].text in DEEDS), 0)
    return [replace(word, kind="noun") if start < n < end and word.kind == "verb" else word for n, word in enumerate(found)]


def is_region(word: Word) -> bool:
    return word.mark is not None and word.mark.classes[0] == "Region"


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
        if TIME.fullmatch(number.group()) and number.group() not in ("前", "当"):
            found += cut(text, at, number.start(), kinds)
            found.append(Word(number.start(), number.end(), number.group(), "adverb"))
            at = number.end()
            continue
        if (number.end() < end and text[number.end()].isascii() and text[number.end()].isalpha()) or (
                number.start() > start and text[number.start() - 1].isascii() and text[number.start() - 1].isalnum()):
            continue
        found += cut(text, at, number.start(), kinds)
        found.append(Word(number.start(), number.end(), number.group(), "noun" if number.group().endswith("千伏") else "number"))
        at = number.end()
    return found + cut(text, at, end, kinds)


def figures(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Times and numbers in their order; a bare year before a noun (2021论坛) belongs to a name."""
    at = start
    while at < end:
        found = [match for pattern, last in ((TIME, end), (NUMBER, end), (GROUPED, end + 1))  # 三大 looks at what follows
                 if (match := pattern.search(text, at, last)) and match.end() <= end]
        if not found:
            return
        first = min(found, key=lambda match: (match.start(), match.re is NUMBER))
        at = first.end()
        if not re.fullmatch(r"(?:19|20)[0-9]{2}", first.group()):
            yield first


def cut(text: str, start: int, end: int, kinds: dict[str, str]) -> list[Word]:
    """The words of a run without figures."""
    found: list[Word] = []
    at = start
    for piece, tag in segmenter().tag(text[start:end], False) if start < end else ():
        for part in halves(piece, kinds):
            kind = "stop" if part in DASH and DASH in text[at - 1:at + 2] else kinds.get(part) or kind_of(part, tag)
            if kind == "adverb" and len(part) == 1 and part not in DONE and found and is_syllable(found[-1]):
                kind = "noun"
            found.append(Word(at, at + len(part), part, kind))
            at += len(part)
    return [replace(word, kind="noun") if word.kind == "join" and after.kind == "etc" else word
            for word, after in zip_longest(found, found[1:], fillvalue=Word(end, end, "", "stop"))]


def is_syllable(word: Word) -> bool:
    """Whether a word is one character that means nothing alone: the 能 behind it belongs to a name (渝能快充)."""
    return len(word.text) == 1 and word.kind == "noun" and word.text not in SPOKEN


def halves(piece: str, kinds: dict[str, str]) -> tuple[str, ...]:
    """An adverb and a verb, or a preposition and its noun, that the dictionary takes for one word (不断完善, 结合实际,
    甲区内|经认定)."""
    if piece not in kinds and len(piece) == 4 and lexicon().has("speaking", piece[2:]):
        return piece[:2], piece[2:]
    if piece not in kinds and len(piece) == 4 and (kinds.get(piece[:2]) == "preposition" or (
            kinds.get(piece[:2]) == "adverb" and kinds.get(piece[2:]) in ("verb", "either"))):
        return piece[:2], piece[2:]
    if piece not in kinds and len(piece) == 2 and (piece in OF_ITS or piece in WITHIN_BY or (
            kinds.get(piece[0]) == "adverb" and kinds.get(piece[1]) in ("adverb", "preposition"))):
        return piece[0], piece[1]
    return (piece,)


def kind_of(piece: str, tag: str) -> str:
    if piece in PUNCTUATION:
        return "stop"
    if piece == "的":
        return "of"
    if piece == "等":
        return "etc"
    if COUNTED.fullmatch(piece):
        return "number"
    if len(piece) == 4 and piece[:2] in JOINTLY and lexicon().kinds.get(piece[2:]) == "verb":
        return "verb"  # 联合推出
    return "weak" if tag == "v" and len(piece) > 1 else "noun"
