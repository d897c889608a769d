"""Waiting: whether a run of a list stands for itself or waits for the class word of a later one (客、货运航空公司)."""
from __future__ import annotations

from loaders.items import Item, top
from loaders.knowledge import listed as words_of
from loaders.lexicon import lexicon
from loaders.sharing import KINDS, SITES, TOGETHER, own_word
from loaders.words import Word

SHARED_WORKS = ("项目", "工程")


def whole_kind(run: list[Word], text: str) -> bool:
    """Whether a run that names things in general stands for itself (各类资源、协同企业)."""
    named = [word for word in run if word.kind != "measure"]
    every = len(named) < len(run) or text.endswith(words_of("lists", "every"), 0, run[0].start)
    return every and len(named) == 1


def waits(item: Item, rest: list[Item]) -> bool:
    """Whether a run waits for the class word of a later run (客、货运航空公司; 软件和信息服务企业)."""
    following = rest[0]
    if kinds_of_one(item, rest):
        return True
    if item.mark or following.mark or (following.first and (item.first or top(following.class_) == "Firm")):
        return False
    if not item.class_ and own_word(item, following, rest[-1]):
        return False
    if following.join in TOGETHER and (following.generic if not item.class_ else item.generic and apart(item, following)):
        return False
    if not item.class_:
        return any(after.class_ not in ("", "?") and not after.mark for after in rest)
    if following.generic or following.class_ in ("", "?") or following.join == "、":
        return False
    found = lexicon().head(item.text)
    modifies = found is not None and lexicon().has("generic", found[0]) and item.class_ in ("Technology", "Product", "abstract")
    if modifies and following.class_ not in ("Technology", "Product", "abstract"):
        return True
    return item.generic and (item.class_ != following.class_ or top(item.class_) not in ("AgentGroup",))


def kinds_of_one(item: Item, rest: list[Item]) -> bool:
    """Whether a known kind of thing joined by 与 says with the next of what a place or a body is (汽车软件与人工智能产业园,
    驱动系统与控制技术中心)."""
    last = rest[0]
    if seated(item, last) or founded(item, last) or working(item, rest) or (len(rest) == 1 and one_park(item, last)):
        return True
    bare = item.whole == (item.start, item.end) or lexicon().kinds.get(item.condition) == "praise"
    kind = last.text.startswith(words_of("lists", "arts")) if last.first is None else top(last.first.classes[0]) in KINDS
    return (len(rest) == 1 and item.mark is not None and bare and last.join in ("与", "及") and kind
            and top(item.class_) in KINDS and top(last.class_) in ("Park", "Platform", "Agency", "Institution"))


def one_park(item: Item, last: Item) -> bool:
    """Whether 和 joins two kinds of things before the park of both (甲区智能网联和电动汽车产业园): one name."""
    head = lexicon().head(last.text)
    kind = lexicon().head(last.text.removesuffix(head[0])) if head and head[0] != last.text else None
    placed = item.first is None or top(item.first.classes[0]) in ("Region", "Park")
    plain = item.join == "" and not item.count and not item.quoted and not item.condition and top(item.class_) in KINDS
    return (last.join in ("和", "与", "及") and last.mark is None and top(last.class_) == "Park" and plain and placed
            and kind is not None and top(kind[1]) in KINDS and (last.first is None or top(last.first.classes[0]) in KINDS))


def seated(item: Item, last: Item) -> bool:
    """Whether 及 joins two kinds of things before the seat or the project of both (甲整车|及|零部件产业园, 座椅|及|内饰项目): one name."""
    head = lexicon().head(last.text)
    seat = head if head and head[0] != last.text and top(head[1]) in SITES and (head[1] != "Project" or head[0] in SHARED_WORKS) else None
    kind = (lexicon().head(last.text.removesuffix(seat[0])) or ("", "")) if seat else ("", "")
    alike = top(kind[1]) in KINDS or (kind[1] in ("", "abstract") and seat is not None and (
        seat[0] in SHARED_WORKS or seat[0].endswith(words_of("lists", "housed"))))
    first = seat is None or seat[0] not in SHARED_WORKS or item.join == ""
    own = top(item.class_) in KINDS and item.count == "" and not item.quoted and first
    opens = last.first is None or top(last.first.classes[0]) in KINDS
    both = last.join in ("及", "暨") or (seat is not None and last.join in ("和", "与") and seat[0].endswith(words_of("lists", "housed")))
    return both and own and seat is not None and alike and opens and last.mark is None


def founded(item: Item, last: Item) -> bool:
    """Whether 及 joins two arts before the class word of an institute, the first of which opens with whose it is
    (甲市轻量化|及|新材料工程中心, 乙国智能制造|及|新能源汽车(甲市)研究院)."""
    named = last.text.partition("(")[0].partition("（")[0] or last.text
    head = lexicon().head(last.text.removesuffix("项目"))
    body = head is not None and head[0] != last.text and top(head[1]) in ("Platform", "Institution")
    lent = lexicon().head(item.text)
    own = item.class_ in ("", "abstract", *KINDS) and not item.mark and not item.quoted and item.count == "" and len(item.text) > 3
    plain = last.mark is None and (last.first is None or top(last.first.classes[0]) in KINDS) and len(named) > 2
    return last.join in ("及", "暨", "与") and body and own and plain and (item.join == "、" or not (lent and lent[0] == item.text))


def working(item: Item, rest: list[Item]) -> bool:
    """Whether two trades are joined before the class word of one working body (甲市氢能|与|智能网联汽车工作专班)."""
    last = rest[0]
    plain = item.class_ in ("", "abstract", *KINDS) and not item.mark and not item.quoted and not item.count and item.join == ""
    return (len(rest) == 1 and plain and last.join in ("与", "及", "和", "暨") and last.mark is None and top(last.class_) == "Agency"
            and last.text.endswith(words_of("lists", "crews")) and last.text not in words_of("lists", "crews"))


def apart(item: Item, following: Item) -> bool:
    """Whether a class word of actors stands for itself beside a work (面向企业和应用项目)."""
    return top(item.class_) == "AgentGroup" and top(following.class_) in ("Project", "Product", "Policy", "Instrument")
