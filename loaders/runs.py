"""Runs: the words of a list between its joins, each run one thing; a join that stands inside of a name parts nothing."""
from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from loaders.knowledge import listed as known
from loaders.lexicon import lexicon
from loaders.makeup import is_title
from loaders.words import QUOTES, Word

SHORT = 3  # characters of what is an art by itself (感知、决策与控制)


def split_list(words: Sequence[Word]) -> list[tuple[str, list[Word]]]:
    """The words between joins, each run with the join before it; two titles or names in quotes side by side are two."""
    runs: list[tuple[str, list[Word]]] = [("", [])]
    for n, word in enumerate(words):
        last = runs[-1][1][-1] if runs[-1][1] else None
        if word.kind == "join" and not (last and (between(words[n:]) or paired(words, n) or halved(words, n))):
            runs.append((word.text, []))
            continue
        beside = last is not None and word.mark is not None and word.mark.beside and last.end == word.start
        numbered = last is not None and last.kind == "bracket" and len(runs[-1][1]) > 1 and is_title(runs[-1][1][-2])  # 《甲》(号)《乙》
        if last and last.end == word.start and (((is_title(last) or numbered) and is_title(word)) or closes(last, word) or beside):
            runs.append(("、" if beside else "", []))
        runs[-1][1].append(word)
    return [run for run in runs if run[1]]


def between(rest: Sequence[Word]) -> bool:
    """Whether a join opens what something lies between (车辆|与|道路设施间的通信): no list."""
    upto = list(takewhile(lambda word: word.kind != "of" and word.text != "、", rest))
    ends = len(upto) > 1 and upto[-1].text.endswith("间") and upto[-1].text not in known("lists", "spaces")
    return rest[0].text in ("与", "和", "及") and ends and len(upto) < len(rest) and rest[len(upto)].kind == "of"


def paired(words: Sequence[Word], n: int) -> bool:
    """Whether 与 stands inside one of several arts (环境感知、智能决策|与|控制、…等技术; 高精地图|与|定位): behind it, a
    verbal noun alone."""
    if words[n].text not in ("与", "及") or not any(word.text == "、" for word in words) or n + 1 >= len(words):
        return False
    ends = n + 2 == len(words) or words[n + 2].kind in ("join", "etc")
    return ends and words[n + 1].text in known("lists", "arts") and words[n - 1].end - opening(words, n) > SHORT


def halved(words: Sequence[Word], n: int) -> bool:
    """Whether 和 joins halves of one name: the list goes on with 、 (软件|和|信息服务、文化服务)."""
    alone = n > 0 and opening(words, n) == words[n - 1].start and words[n - 1].mark is None and not crowd(words[n - 1])
    goes_on = words[n].text in ("和", "及") and any(word.text == "、" for word in words[n + 2:])
    return alone and goes_on and lexicon().has("generic", words[n - 1].text)


def opening(words: Sequence[Word], n: int) -> int:
    """Where the item of a list that stands before word `n` begins."""
    return next((words[m + 1].start for m in range(n - 1, -1, -1) if words[m].kind == "join"), words[0].start)


def closes(last: Word, word: Word) -> bool:
    """Whether one name in quotes ends where the next begins (“甲”“乙”平台)."""
    return last.text[-1] in QUOTES.values() and word.text[0] in QUOTES


def crowd(word: Word) -> bool:
    """Whether a word is the class word of a group (等16家企业|和甲新区)."""
    head = lexicon().head(word.text)
    return word.mark is None and head is not None and head[1] == "AgentGroup"
