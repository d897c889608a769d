"""Qualifiers: how strongly, in which role, of what size and how many: what an atom says beside its two sides."""
from __future__ import annotations

import re

from loaders.items import Item
from loaders.resolution import Cast
from loaders.statements.frames import frames
from loaders.values import quantities
from ontology.records import Value

SIZED = re.compile(r"(?:总|首期|目标|基金)?规模(?:为|达|约|不低于|不少于|超过)?[\d.]+[万亿]+元?")
FUND = re.compile(r"[,，](?:总|首期|目标|基金)?规模(?:为|达|约|不低于|不少于|超过)*[\d.]+[万亿]+元")
SPENT = re.compile(r"(?:总?投资)?[近约超逾]?[\d.]+[万亿]*(?:美|欧)?元(?:建设|打造|兴建|新建|建成|实施)")  # 投资|9亿元建设|的甲项目
COUNTED = re.compile(r"(?:不少于|不低于|不超过|超过|达到?|约)\d[^,，;；。、]*")  # 对接会|不少于6场


def qualifiers(cast: Cast, chain: tuple[str, ...], item: Item, relation: str) -> dict[str, Value]:
    """The strength of support, the restriction and the count of the object, the role of who answers."""
    said: dict[str, Value] = {}
    if relation == "supports":
        scale = frames().strength
        said["strength"] = next((scale[word] for word in chain if word in scale), 4)
    if relation in ("responsibleFor", "organizes") and chain:
        said["role"] = chain[-1]
    if item.condition and not SPENT.fullmatch(item.condition):
        said["condition"] = item.condition
    if relation == "offers" and (money := offered(cast, item)):
        said |= money
        said = {key: value for key, value in said.items() if key != "condition" or not SIZED.fullmatch(item.condition)}
    return said | counted(cast, item)


def counted(cast: Cast, item: Item) -> dict[str, Value]:
    """How many there are of an object (服务企业|100家, 对接会|不少于6场)."""
    end = max(item.whole[1], item.end)
    behind = COUNTED.match(cast.text, end)
    text, last = cast.text, behind.end() if behind else end
    beside = text[item.whole[0]:item.start] + text[item.end:last] if item.mark else text[item.whole[0]:last]
    number = next(iter(quantities(beside)), None)
    if number and number.unit not in ("CNY", "1", "") and number.value is not None:
        said: dict[str, Value] = {"value": number.value, "unit": number.unit}
        return said | ({"operator": number.operator} if number.operator != "=" else {})
    return {}


def offered(cast: Cast, item: Item) -> dict[str, Value]:
    """The money of a fund or of loans, said before or behind the name in its clause."""
    text = cast.text
    end = next((n for n in range(item.end, len(text)) if text[n] in ",，;；。、\n"), len(text))
    behind = FUND.match(text, end) if item.text.endswith("基金") else None
    end = behind.end() if behind else end  # 设立甲基金,首期规模10亿元
    found = [one for one in quantities(text[item.whole[0]:end]) if one.kind == "money" and one.value is not None]
    if not found or found[0].value is None:
        return {}
    said: dict[str, Value] = {"amount": found[0].value, "unit": found[0].unit or "CNY"}
    return said | ({"operator": found[0].operator} if found[0].operator != "=" else {})
