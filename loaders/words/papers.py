"""Passes over names that hold a verb: papers up to their class word, task forces, and works named by what is done in them."""
from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from loaders.lexicon import lexicon
from loaders.words.word import INSIDE, Word

FORCES = ("专班", "领导小组", "办公室", "指挥部", "工作组", "联席会议", "工作小组", "协调小组", "推进小组")
OFFICE = 8  # words behind what a task force is for, up to its class word
CAMPAIGNS = ("工程", "行动", "计划", "专项行动", "专项", "项目")
CARRIED = ("实施", "组织实施", "开展", "启动", "启动实施", "推进", "深化", "持续推进", "谋划", "加快实施")
LONGEST = 24  # words of a title


def titled(found: Sequence[Word], n: int) -> str:
    """What is drawn up is one name up to the word for a paper, verbs and lists in it too (制定|企业|落户|政策,
    出台|支持甲产业发展的|若干措施, 编制|电池、电机协同方案)."""
    word, known = found[n], lexicon()
    if word.kind not in ("verb", "either", "join", "nominal") and word.text != "关于":
        return ""
    start = drawn_up(found, n, "drafting")
    if not start and word.kind == "verb" and found[n - 1].kind in ("noun", "mark"):
        start = drawn_up(found, n, "enacting")
    before = [one for one in found[start + 1:n] if not known.has("done", one.text)]
    listed = next((m for m in range(len(before) - 1, 0, -1) if before[m].kind == "join" and paper(before[m - 1])), -1)
    before = before[listed + 1:]  # 编制甲规划和|乙布局规划
    if not start or any(one.kind in ("stop", "adverb") or paper(one) for one in before):
        return ""
    if word.kind == "nominal":
        return "noun" if before and paper(word) and found[n + 1].kind in ("stop", "join", "etc", "bracket") else ""
    if known.has("drafting", word.text) or known.has("enacting", word.text):
        return ""
    rest = list(takewhile(lambda one: one.kind not in ("stop", "adverb"), found[n + 1:n + LONGEST]))
    if any(known.has("drafting", one.text) and one.kind == "verb" for one in rest):
        return ""
    end = next((m for m, one in enumerate(rest) if paper(one)), -1)
    closes = end >= 0 and (end + 1 == len(rest) or rest[end + 1].kind in ("join", "etc", "bracket"))
    if word.kind == "join":
        own = before and (known.head(before[-1].text) or ("", ""))[1] not in ("", "Technology", "Product")
        several = any(one.kind == "etc" for one in rest[:max(end, 0)])  # 甲、乙等优惠政策
        return "noun" if closes and end > 0 and before and not own and not several else ""
    return "noun" if closes else ""


def drawn_up(found: Sequence[Word], n: int, trait: str) -> int:
    """The place of the verb whose object the word at `n` stands in, 0 for none; 出台并推进|甲方案 has two verbs of one object."""
    known = lexicon()
    start = next((m for m in range(n - 1, max(n - LONGEST, 0), -1) if found[m].kind == "verb" and known.has(trait, found[m].text)), 0)
    both = start and found[start + 1].text in ("并", "并且", "和") and found[start + 2].kind == "verb"
    return 0 if both and n <= start + 2 else start + 2 if both else start


def paper(word: Word) -> bool:
    """Whether a word is the class word of a paper, or a title."""
    if word.mark is not None:
        return word.mark.kind == "title"
    return (word.kind in INSIDE or word.text == "计划") and (lexicon().head(word.text) or ("", ""))[1] == "Policy"


def office(found: Sequence[Word], n: int) -> str:
    """What a task force is for belongs to its name (甲产业|推进|机制办公室, 市|推动|甲产业转型工作专班)."""
    known, word, before = lexicon(), found[n], found[n - 1]
    whose = before.mark is None or before.mark.classes[0] not in ("Agency", "Firm", "Institution", "AgentGroup")
    if word.kind != "verb" or not known.has("tasked", word.text) or before.kind not in INSIDE or not whose:
        return ""
    rest = list(takewhile(lambda one: one.kind in INSIDE or known.has("tasked", one.text), found[n + 1:n + OFFICE]))
    return "noun" if any(one.text.endswith(FORCES) for one in rest) else ""


def campaign(found: Sequence[Word], n: int) -> str:
    """A verb before 工程 or 行动 at the end of what is carried out belongs to its name (实施|甲改造|提升|工程)."""
    before, word, after, beyond = found[n - 1:n + 3]
    closes = after.text in CAMPAIGNS and beyond.kind in ("stop", "join", "etc")
    if word.kind != "verb" or before.kind not in INSIDE or not closes:
        return ""
    start = next((m for m in range(n - 1, max(n - 9, 0), -1) if found[m].kind not in INSIDE), 0)
    return "noun" if found[start].text in CARRIED else ""


def enlisted_doing(found: Sequence[Word], n: int) -> str:
    """A verb behind a thing and before 等 says of which sort the things listed are (甲园、乙部件|生产加工|等|项目)."""
    before, word, after, beyond = found[n - 1:n + 3]
    listed = word.kind in ("verb", "either") and after.kind == "etc" and before.kind in INSIDE and before.kind != "weak"
    return "noun" if listed and lexicon().heads.get(beyond.text) == "Project" else ""
