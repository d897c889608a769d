"""Passes over words that say what is done, or when, how much and where it is."""
from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from loaders.knowledge import listed
from loaders.lexicon import lexicon
from loaders.words.word import END, INSIDE, OBJECTS, Word, is_group, is_region

FORWARD = ("列为", "列入", "纳入", "认定为", "评为", "命名为", "确定为", "打造为", "打造成", "建设成为", "建设为", "作为", "选定为", "授予")
LASTING = re.compile("[一二两三四五六七八九十]+(?:年(?:来|间|内)?|成)")


def deciding(found: Sequence[Word], n: int) -> str:
    """决定 at the start of a clause or behind who acts says how sure what follows is (决定|启动试点, 甲集团公司|决定|在乙区设厂)."""
    before, word, after = found[n - 1:n + 2]
    acts = is_actor(before) and after.kind in ("verb", "either", "preposition", "adverb")
    return "adverb" if word.text == "决定" and (acts or (after.kind in ("verb", "either") and before.kind == "stop")) else ""


def allowed(found: Sequence[Word], n: int) -> str:
    """获 before who allows something names him (甲区|获|乙部批复)."""
    word, after = found[n:n + 2]
    if word.text not in ("获", "喜获") or after.mark is None or after.mark.classes[0] not in ("Agency", "Association"):
        return ""
    grants = listed("approves", "permits") + listed("approves", "titles")
    return "preposition" if any(one.text in grants for one in found[n + 2:n + 4]) else ""


def brought(found: Sequence[Word], n: int) -> str:
    """将 before a name that a verb of its own follows brings it forward (甲部|将|乙园列为丙)."""
    word, after = found[n:n + 2]
    if word.text != "将" or word.kind == "preposition" or (after.mark is None and after.kind != "quote"):
        return ""
    rest = takewhile(lambda one: one.kind != "stop", found[n + 2:])
    return "preposition" if any(one.text.endswith(FORWARD) for one in rest if one.kind == "verb") else ""


def ruling(found: Sequence[Word], n: int) -> str:
    """规定 behind a title at the end of a clause is what the text does (《甲办法》|规定,…)."""
    before, word, after = found[n - 1:n + 2]
    says = word.text in ("规定", "要求") and before.mark is not None and before.mark.kind == "title" and after.kind == "stop"
    return "verb" if says and found[n - 2].kind == "stop" else ""


def gathering(found: Sequence[Word], n: int) -> str:
    """A verb before 旗下 says what is done with all that somebody owns (甲公司|整合|旗下资源)."""
    word, after = found[n:n + 2]
    whole = lexicon().has("owned", after.text) and after.text in ("旗下", "麾下", "属下", "下属")
    return "verb" if whole and word.kind in ("either", "weak", "nominal") and len(word.text) == 2 else ""


def already(found: Sequence[Word], n: int) -> str:
    """已经 before an agency that allows something is 已|经 (甲方案|已经|乙局同意)."""
    word, after = found[n:n + 2]
    if word.text != "已经" or after.mark is None or after.mark.classes[0] != "Agency":
        return ""
    rest = takewhile(lambda one: one.kind != "stop", found[n + 2:n + 7])
    return "preposition" if any(one.text in listed("approves", "permits") for one in rest) else ""


def parting(found: Sequence[Word], n: int) -> str:
    """、 between what two do parts two clauses (由甲公司|建设|、|乙公司提供丙)."""
    before, word = found[n - 1:n + 1]
    if word.text != "、" or before.kind not in ("verb", "either", "nominal", "weak"):
        return ""
    clause = list(takewhile(lambda one: one.kind != "stop", reversed(found[:n])))
    led = any(one.text in ("由", "经") for one in clause[2:])
    rest = list(takewhile(lambda one: one.kind != "stop", found[n + 1:]))
    verb = next((m for m, one in enumerate(rest[:6]) if one.kind in ("verb", "either") and m), 0)
    both = verb and is_actor(found[n - 2]) and is_actor(rest[verb - 1])
    whole = not any(one.kind == "of" for one in rest)  # 由甲局指导、乙公司开发的丙: what precedes it says whose 丙 is
    return "stop" if led and both and whole else ""


def is_actor(word: Word) -> bool:
    """Whether a word ends the name of somebody who does something."""
    bodies = ("Agency", "Institution", "Association", "Firm", "Automaker", "PartsMaker", "LogisticsFirm", "MobilityFirm")
    return (word.mark is not None and word.mark.classes[0] in bodies) or word.text.endswith(("公司", "集团", "银行"))


def located(found: Sequence[Word], n: int) -> str:
    """在渝 before a verb says where it is done (甲公司|在渝|设立乙公司)."""
    return "adverb" if lexicon().has("located", found[n].text) and found[n + 1].kind in ("verb", "either", "adverb") else ""


def done(found: Sequence[Word], n: int) -> str:
    """A noun of one character before 了 and an object is a verb (投|了|30辆)."""
    word, after, beyond = found[n:n + 3]
    short = word.kind == "noun" and len(word.text) == 1 and word.mark is None
    return "verb" if short and lexicon().has("done", after.text) and beyond.kind in (*OBJECTS, "number", "measure") else ""


def lasting(found: Sequence[Word], n: int) -> str:
    """三年 and 六成 before a verb say how long and how much (三年|投入X, 六成|供给X)."""
    word, after = found[n:n + 2]
    return "adverb" if LASTING.fullmatch(word.text) and (after.kind in ("verb", "adverb") or after.text == "以上") else ""


def doubled(found: Sequence[Word], n: int) -> str:
    """以上 behind a share belongs to it (六成|以上|供给X)."""
    before, word = found[n - 1:n + 1]
    return "adverb" if word.text == "以上" and before.kind == "adverb" and LASTING.fullmatch(before.text) else ""


def sided(found: Sequence[Word], n: int) -> str:
    """方面 behind who acts only says that he is one of the sides (甲公司与乙集团|方面|就X达成一致)."""
    before, word, after = found[n - 1:n + 2]
    named = is_actor(before) or is_region(before)
    return "adverb" if word.text == "方面" and named and after.kind in ("verb", "adverb", "preposition", "either", "stop") else ""


def counting(found: Sequence[Word], n: int) -> str:
    """全部 before a verb and 共 before a number count what is done (各|建设X, 甲车型|共|10289辆)."""
    word, after = found[n:n + 2]
    each = word.text in ("各", "全部") and after.kind in ("verb", "either")
    return "adverb" if each or (after.kind == "number" and lexicon().has("counting", word.text)) else ""


def lending(found: Sequence[Word], n: int) -> str:
    """创新 behind one who lends is a verb (银行|创新|信贷产品)."""
    before, word, after = found[n - 1:n + 2]
    lender = word.text == "创新" and after.kind in OBJECTS and any(before.text.endswith(one) for one in lexicon().traits["lenders"])
    return "verb" if lender else ""


def wholly(found: Sequence[Word], n: int) -> str:
    """A word of praise between an actor and a verb says how it is done (甲公司|全新|推出的X), as does what elsewhere is part of
    a name (乙公司|独家|为X供应Y)."""
    before, word, after = found[n - 1:n + 2]
    praised = word.kind == "praise" and before.kind == "mark" and after.kind == "verb"
    manner = lexicon().has("manner", word.text) and before.kind in OBJECTS and after.kind in ("verb", "preposition", "adverb")
    return "adverb" if praised or manner else ""


def modal(found: Sequence[Word], n: int) -> str:
    """会 before a verb, an adverb or a preposition says that it will be done (市里|会|支持X, 甲公司|也|会|在乙地设厂)."""
    before, word, after = found[n - 1:n + 2]
    done = after.kind in ("verb", "either", "weak", "adverb") or (after.kind == "preposition" and after.text != "和")
    return "adverb" if word.text == "会" and word.mark is None and done and before.kind != "of" else ""


def serving(found: Sequence[Word], n: int) -> str:
    """开发 behind whom it is done for is a verb where no other follows (为甲车型|开发|乙天幕)."""
    before, word, after = found[n - 1:n + 2]
    does = (word.kind == "either" and lexicon().has("supplying", word.text)) or word.text in ("开发", "研发", "设计", "制造", "定制")
    if not does or before.mark is None or after.kind not in OBJECTS or after.start != word.end:
        return ""
    whom = found[n - 2].text in ("为", "给", "向") or (found[n - 2].kind == "mark" and found[n - 3].text in ("为", "给", "向"))
    rest = takewhile(lambda one: one.kind != "stop", found[n + 1:])
    return "verb" if whom and not any(one.kind in ("verb", "of") for one in rest) else ""


def keeping(found: Sequence[Word], n: int) -> str:
    """运营 between who runs and the name of what he runs is a verb (甲公司|运营|乙平台)."""
    before, word, after = found[n - 1:n + 2]
    named = after.mark is not None or after.kind == "quote" or after.text in ("着", "了")
    if word.text not in listed("runs", "verbs") or not is_actor(before) or not named:
        return ""
    rest = list(takewhile(lambda one: one.kind != "stop", found[n + 1:]))
    head = lexicon().head(rest[-1].text)
    runs = head is not None and head[1] in ("Platform", "Park", "Project")
    return "verb" if runs and not any(one.kind in ("verb", "of") for one in rest) else ""


def studying(found: Sequence[Word], n: int) -> str:
    """研究 before a verb is one too (研究|支持X)."""
    return "verb" if found[n].text in ("研究", "探讨") and found[n + 1].kind == "verb" else ""


def lately(found: Sequence[Word], n: int) -> str:
    """新 before a verb says when (甲公司|新|建成X); 新入驻企业 is a noun."""
    before, word, after, thing, beyond = found[n - 1:n + 4]
    if word.text not in ("新", "后", "早") or before is END or after.kind != "verb":
        return ""
    named = word.text == "新" and lexicon().has("generic", thing.text) and beyond.kind not in INSIDE
    return "" if named else "adverb"


def quoted(found: Sequence[Word], n: int) -> str:
    """A word in quotes behind a class of actors is what they do (支持企业|“上云”)."""
    before, word, after = found[n - 1:n + 2]
    group = is_group(before) or (before.mark is not None and before.mark.classes[0] == "AgentGroup")
    does = word.kind == "quote" and group and (after.kind == "stop" or lexicon().has("doings", word.text[1:-1]))
    return "verb" if does else ""
