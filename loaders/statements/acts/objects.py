"""Objects: what the phrase behind a verb stands for in one frame: a vehicle's maker, a bank's product, a firm's project."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.course import Ref
from loaders.items import Item, top
from loaders.resolution import Cast
from loaders.statements.atoms import Actor
from loaders.statements.bare import spoken_of
from loaders.statements.frames import Frame
from loaders.statements.naming import refer
from loaders.statements.wordings import QUOTES


def meant(cast: Cast, frame: Frame, relation: str, item: Item, subjects: Sequence[Actor]) -> Ref | None:
    """The entity that an item is as the object of a frame."""
    if found := refer(cast, item, frame.classes, frame.unnamed) or product(cast, item, relation, subjects):
        return found
    if frame.construction == "toward" and relation == "suppliesTo":
        return buyer(cast, item)
    if relation == "memberOf" and frame.construction == "object":  # 甲公司加入联盟: the one spoken of
        return spoken_of(cast, item, ("Platform", "Association"))
    if relation == "organizes":
        return spoken_of(cast, item, ("Event",))
    return spoken_of(cast, item, ("Project", "Platform")) if relation == "supports" and cast.telling else None


def product(cast: Cast, item: Item, relation: str, subjects: Sequence[Actor]) -> Ref | None:
    """甲银行推出“乙通”: what a bank or insurer brings out under a name of its own."""
    banks = subjects and all("FinancialInstitution" in cast.drafts[actor.ref.id].classes for actor in subjects)
    named = relation == "offers" and item.class_ == "?" and item.quoted and banks
    return cast.named(item.text.strip(QUOTES), "Instrument") if named else None


def part_of(frame: Frame, item: Item) -> Item:
    """发挥甲公司的链主作用, 发挥甲院检测优势: whose part it is."""
    whose = (item.owner if frame.relation == "reliesOn" else None) or (item.first if item.class_ == "abstract" else None)
    if frame.construction != "tail" or item.mark or not whose:
        return item
    return replace(item, start=whose.start, end=whose.end, text=whose.text, class_=whose.classes[0], mark=whose, condition="",
                   generic=False, first=None, owner=None, name="")


def served(frame: Frame, item: Item) -> Item:
    """为甲公司重庆工厂供货 supplies 甲公司; 服务甲区建设和乙区建设 serves 甲区."""
    first = item.first
    if frame.relation == "supports" and first and item.class_ == "" and item.text in (first.text + "建设", first.text + "发展"):
        return replace(item, text=first.text, end=first.end, class_=first.classes[0], mark=first, first=None)
    models = item.text.endswith(("车型", "品牌", "系列"))  # 为甲公司乙品牌系列车型供货
    if frame.relation != "suppliesTo" or not first or not (models or top(item.class_) in ("Project", "Park")):
        return item
    return replace(item, start=first.start, end=first.end, text=first.text, class_=first.classes[0], mark=first, first=None)


def buyer(cast: Cast, item: Item) -> Ref | None:
    """为甲型车供应座椅 supplies who makes the car."""
    product = refer(cast, item, ("Product",)) if cast.telling else None
    return cast.maker(product) if product else None


def pushed(cast: Cast, frame: Frame, relation: str, ref: Ref, actor: Actor) -> str:
    """推进甲公司项目建设 supports the project, which is 甲公司's to build."""
    owner = cast.owners.get(ref.id)
    helps = relation == "builds" and frame.construction == "tail" and owner is not None
    return "supports" if helps and owner and owner.id != actor.ref.id else relation
