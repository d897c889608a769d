"""Naming: the entity that an item of a phrase names, where the frame that asks wants its class."""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from loaders.clauses import Part, read_sentence
from loaders.course import Ref
from loaders.items import ACTORS, Item, top
from loaders.knowledge import listed
from loaders.lexicon import lexicon
from loaders.phrases import Phrase, phrase
from loaders.referents.shortened import fuller, shortened
from loaders.resolution import Cast
from loaders.sharing import is_kind
from loaders.statements.atoms import Actor
from loaders.statements.bare import SEAT, again, endings, of_class, spoken_of, this_one, workshop
from loaders.statements.modality import modality
from loaders.statements.wordings import GOVERNED, each_or_any, is_fragment, is_name, wording
from loaders.words import words
from ontology.records import Found

SUBJECTS = ACTORS | {"Policy", "Instrument", "Project", "Product"}
COUNTRY = ("国家", "国家层面")  # 国家|批复X
LONGEST_STRANGER = 10  # characters of a short name
SIDES = ("方面", "一方", "双方", "各方", "两地", "三地", "各地", "人员", "领导", "同志", "教授", "院士", "先生", "女士",
         "本人", "自己", "多方", "专人", "等")
SHORT = 6  # characters of a town, street or quarter behind its district
TOWN = re.compile("[一-鿿]{1,5}(?:镇|街道|乡|村|大道|社区)")
SEATED = ("位于", "坐落于", "坐落在", "坐落", "地处", "落户", "落户于", "设在", "设于", "建在", "建于", "迁至", "迁入", "搬到",
          "搬至", "落地", "落子", "扎根", "进驻", "入驻", "落址", "选址", "选址在", "选址于", "来自", "驻扎", "落脚", "注册在", "注册于",
          "布局", "放在", "安家")
LONGEST = 60  # characters of a name
SITUATED, SITED = ("Platform", "Park", "Institution"), 6  # what places lend their names to, and its characters without


def read_span(cast: Cast, start: int, end: int) -> Phrase | None:
    """The phrase that the characters from start to end are, None where they are none."""
    return phrase(words(cast.text, start, end, cast.marks), cast.text)


def leading(cast: Cast, start: int, end: int) -> Phrase | None:
    """The phrase that opens the run of text from start to end."""
    clauses = read_sentence(cast.text, start, end, cast.marks).clauses if start < end else ()
    return clauses[0].parts[0].phrase if clauses else None


def refer(cast: Cast, item: Item, classes: Iterable[str], unnamed: str = "") -> Ref | None:
    """The entity of an item, None where its class is not wanted or it names nothing.

    `unnamed` is the class of a wording that shows none.
    """
    wanted = frozenset(classes)
    if "Firm" in wanted and (firm := seated(cast, item)):
        return firm
    if cast.telling and (told := this_one(cast, item)):
        return of_class(told, wanted)
    if cast.telling and (same := again(cast, item)):
        return of_class(same, wanted)
    if item.text in COUNTRY and "Region" in wanted and "cn" in cast.names.entries:
        return cast.known(cast.names.entries["cn"])
    if wanted & {"Region", "Park"} and item.first and (town := settlement(cast, item)):
        return town
    if "Park" in wanted and not item.class_ and not item.mark and (park := short_park(cast, item)):
        return park
    item = within(item)
    lent = bool(item.name and item.shared) and top(item.shared) in wanted and top(item.class_) != top(item.shared)
    if item.shared == "Firm" in wanted and (firm := beside_firms(cast, item)):
        return firm
    if item.mark and not lent:
        return of_class(cast.of_mark(item.mark), wanted)
    name, class_ = wording(item, wanted, lent)
    if not class_ and top(item.shared) == "Product" and is_kind(name):
        return None
    if unnamed and class_ == "Firm" and item.first and top(item.first.classes[0]) == "Firm":
        class_ = unnamed
    if class_ in ("", "Firm") and "Firm" in wanted and not item.mark and (firm := shortened(cast, name, "Firm")):
        return firm
    class_ = class_ or item.shared or (unnamed if is_name(name) else "")
    if class_ == "AgentGroup" and name.endswith("联盟") and "Platform" in wanted and "AgentGroup" not in wanted:
        class_ = "Alliance"  # 组建|产业联盟
    if class_ == "AgentGroup" and name.endswith("联盟") and (same := without_place(cast, item, name, "Alliance")):
        return of_class(same, wanted)
    if class_ in ("", "abstract") or top(class_) not in wanted or each_or_any(name, class_):
        return None
    return entity(cast, item, name, class_)


def settlement(cast: Cast, item: Item) -> Ref | None:
    """The district of a town or street that no list holds (成都市新都区|某镇, 位于江津|某某)."""
    if item.class_ not in ("", "Region") or item.first is None or top(item.first.classes[0]) not in ("Region", "Park"):
        return None
    rest = cast.text[item.first.end:item.end]
    here = cast.text.endswith(SEATED, 0, item.first.start) or cast.text.endswith(SEATED, 0, item.start)
    return cast.of_mark(item.first) if TOWN.fullmatch(rest) or (here and len(rest) <= SHORT) else None


def short_park(cast: Cast, item: Item) -> Ref | None:
    """The park that the text named before by a longer name which opens so (落地|双福 of 江津双福新区)."""
    if not cast.telling or not cast.text.endswith(SEATED, 0, item.start) or not 2 <= len(item.text) <= SHORT:
        return None
    return next((ref for _, ref in cast.backward(("Park",), item.start) if any(
        name.find(item.text) in (0, 2, 3) for name in (ref.name, *cast.drafts[ref.id].aliases))), None)


def beside_firms(cast: Cast, item: Item) -> Ref | None:
    """Beside firms a brand is the one that makes it, and 理想 may be 理想汽车."""
    named = cast.of_mark(item.mark) if item.mark else None
    known = () if item.mark else cast.names.lookup(item.text + "汽车")
    return cast.maker(named) if named else cast.known(known[0]) if len(known) == 1 and top(known[0].classes[0]) == "Firm" else None


def entity(cast: Cast, item: Item, name: str, class_: str) -> Ref | None:
    """The entity of a wording whose class is known; who made it or whose it is stays with it."""
    if item.generic and name == item.text:
        if not item.condition or top(class_) != "AgentGroup":
            return None
        name = cast.text[item.whole[0]:item.whole[1]].replace("配套的", "配套")
    if top(class_) == "AgentGroup" and not item.mark:
        name = fuller(cast, name, item.start)
    if not item.mark and cast.telling and name.startswith(("该", "此")):
        return None  # 该试验场道路: nothing that is called so
    if class_ == "Park" and (park := called_park(cast, item)):
        return park
    if top(class_) in SITUATED and (same := without_place(cast, item, name, class_)):
        return same
    ref = cast.named(name.strip(), class_) if 1 < len(name) <= LONGEST and not is_fragment(name) else None
    if ref and ref.name != name and top(class_) == "Project" and cast.telling and ref.name.endswith(name) and (
            ref.id not in cast.names.entries) and all(one.start > item.start for one in cast.drafts[ref.id].mentions):
        ref = cast.made(name, class_)  # 甲项目, before 新型甲项目 is spoken of
    for size in range(2, SITED) if ref and item.first and top(class_) in SITUATED else ():
        if ref and any(entry.classes[0] in ("Region", "Park") for entry in cast.names.lookup(name[:size])):
            cast.sited.setdefault((class_, name[size:]), ref)
    maker = item.first or (item.owner if top(class_) in ("Product", "Technology") else None)
    if ref and maker and top(maker.classes[0]) == "Firm" and (firm := cast.of_mark(maker)):
        cast.owners.setdefault(ref.id, firm)
    return ref


def without_place(cast: Cast, item: Item, name: str, class_: str) -> Ref | None:
    """What the text named before with its place in front and now without (甲市|乙产业联盟 … 乙产业联盟)."""
    whose = item.first is not None and item.first.kind != "pointer" and item.first.classes[0] == "Region"
    if item.mark or whose or len(name) < SITED:
        return None
    return cast.sited.get((class_, name))


def called_park(cast: Cast, item: Item) -> Ref | None:
    """The park that a class word alone takes up (综保区 of 甲综合保税区)."""
    if item.mark or item.condition or item.text not in endings():
        return None
    governed = [ref for _, ref in cast.governed(item.start)]
    return next((ref for end in endings()[item.text] if (ref := cast.last("Park", end, item.start) or next(
        (park for park in reversed(governed) if park.name.endswith(end)), None))), None)


def within(item: Item) -> Item:
    """先导区内 is in the 先导区."""
    if item.first and not item.mark and GOVERNED.fullmatch(item.text[item.first.end - item.first.start:]):  # 甲市、乙市两地政府
        return replace(item, text=item.first.text, end=item.first.end, class_=item.first.classes[0], mark=item.first, first=None)
    inner = item.text.removesuffix("范围").removesuffix("内").removesuffix("范围")
    head = lexicon().head(inner) if inner != item.text and len(inner) > 3 and not item.mark else None
    return replace(item, text=inner, class_=head[1], end=item.end - (len(item.text) - len(inner)),
                   name="") if head and head[1] in ("Park", "Region") else item


def seated(cast: Cast, item: Item) -> Ref | None:
    """甲公司总部, 甲公司的总部: where it is 甲公司 is; what 甲公司董事会 does it does."""
    organ = item.text in listed("bare", "organs")
    held = item.first and item.text.removeprefix(item.first.text) in (SEAT, *listed("bare", "organs"))
    mark = item.first if held else item.owner if item.text == SEAT or organ else None
    firm = cast.of_mark(mark) if mark else None
    name = item.text.removesuffix(SEAT)
    if mark is None and name != item.text and name.endswith(("公司", "集团")) and item.proper:
        firm = cast.named(name, "Firm")
    return firm if firm and top(firm.class_) == "Firm" else None


def place(cast: Cast, item: Item) -> Found:
    """The characters that name an item: with its restriction where the class word alone names nothing."""
    start, end = item.whole if item.generic and item.condition else (item.start, item.end)
    return Found(start, end, cast.text[start:end])


def actors(cast: Cast, phrase: Phrase | None, classes: Iterable[str] = SUBJECTS, crowds: bool = False) -> tuple[Actor, ...]:
    """The actors that a phrase names; none unless everything in it is one. With `crowds` a bare class of them is one
    (鼓励|企业|…: whatever firms there are)."""
    if phrase is None or (phrase.tail and phrase.named[-1].class_ == "?"):  # “甲贷”|数据服务 acts, not 甲贷
        return ()
    found = [Actor(ref, None if workshop().fullmatch(item.text) else place(cast, item)) for item in phrase.named
             if (ref := refer(cast, item, classes) or spoken_of(cast, item, classes) or (crowd(cast, item) if crowds else None))]
    named = [item for item in phrase.named if not item.generic and not cast.text.startswith(("有关", "相关"), item.whole[0])]
    return tuple(found) if found and len(found) >= len(named) else ()


def strangers(cast: Cast, phrase: Phrase | None) -> tuple[Actor, ...]:
    """Who does it behind 由, by names that show no class: firms (由成都某某数科负责运营)."""
    found = actors(cast, phrase)
    if found or phrase is None or phrase.tail:
        return found
    items = [item for item in phrase.items if item.proper and item.class_ == "" and not item.condition
             and 4 <= len(item.text) <= LONGEST_STRANGER and not item.text.endswith(SIDES) and not is_fragment(item.text)]
    made = [(ref, item) for item in items if (ref := cast.named(item.text, "Firm"))] if len(items) == len(phrase.items) else []
    return tuple(Actor(ref, place(cast, item)) for ref, item in made)


def crowd(cast: Cast, item: Item) -> Ref | None:
    """The class of actors that a bare class word names."""
    return cast.named(item.text, item.class_) if item.generic and item.class_ == "AgentGroup" else None


def joined(cast: Cast, parts: Sequence[Part], at: int) -> tuple[Actor, ...]:
    """The actors of the phrase at `at`, with those that 和 or 与 joins to it (A等与B共同…)."""
    first = actors(cast, parts[at].phrase)
    after = parts[at + 1:at + 4]
    if not first or len(after) < 3 or after[0].kind != "join" or not after[1].phrase:
        return first
    together = after[2].text.startswith(("共同", "联合", "携手", "联手", "合力")) or after[2].text in modality().joint
    return first + actors(cast, after[1].phrase) if together else first


def some(cast: Cast, phrase: Phrase | None, classes: Iterable[str]) -> tuple[Actor, ...]:
    """The things of these classes that a phrase names beside others."""
    if phrase is None:
        return ()
    return tuple(Actor(ref, place(cast, item)) for item in phrase.named if (ref := refer(cast, item, classes)))
