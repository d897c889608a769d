"""Pointing: what words mean that name nothing themselves: 我市, 我委, 公司, 该平台, 这批车, 两地."""
from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from loaders.items import top
from loaders.lexicon import lexicon, load
from loaders.pointers import role_of
from loaders.referents.companies import bought, firm_told, group, only_one, other_one, telling, this_firm, venture
from loaders.referents.firms import is_piece
from loaders.referents.homes import signed_place
from loaders.referents.organs import office_of
from loaders.referents.shortened import BASE
from loaders.referents.speakers import offices
from loaders.referents.spoken import PHASED, RECENT, latest, overtaken
from loaders.referents.themes import names_theme, retells
from loaders.words import Mark

if TYPE_CHECKING:
    from loaders.course import Ref
    from loaders.resolution import Cast

POINTS = re.compile("^(?:[该这此本](?:[一二三]?[个家座款条项台趟批种支所场届次些辆])?)(?=.)")
COUNTED = "一二三四五六七八九十"
ASKING = re.compile(
    rf"^[\s　【\[(（\d{COUNTED}、.．]*(?:问|Q|[^:：。\n]{{0,12}}(?:记者|主持人)问?)(?:题?[{COUNTED}\d]{{0,2}})?[】\])）]?[:：]",
    re.MULTILINE)
LABEL = re.compile(r"[\s　【\[]*(?P<who>[^:：,，。\n]{1,24})[:：]")
BYLINE = re.compile(  # 甲区人民政府副区长　李明
    r"^[\s　]*(?P<who>[^:：,，。、\n《》\d]{4,30})[\s　]+[\u4e00-\u9fff·]{2,4}[\s　]*$", re.MULTILINE)
ANSWER = re.compile(r"(?:回?答|A|答记者问)[】\]]?")
COUNTRY = "cn"
ARTS = ("Technology", "Product", "Instrument")
OTHERS = ("Technology", "Institution", "Association", "Event", "Instrument")
WE = ("我们", "我司", "我公司", "咱们")
SPEAKERS = ("Agency", "Firm", "Institution", "Association")
VEHICLES = re.compile("车(?:型|辆)?$|SUV|MPV|皮卡")
INSIDE = re.compile("^园(?:区|内|里|区内|区里)?$")  # what any park is called
NEAR = 30  # characters behind a body in which its officer's name stands


def pointed(cast: Cast, text: str, at: int | None = None) -> Ref | None:
    """What a pointing word means at a place of the text: 我市, 我委, 公司, 该平台."""
    if names_theme(cast, text):
        return cast.theme
    if at is not None and retells(cast, text):
        return cast.told
    role, sign = role_of(text)
    match role:
        case "region":
            return ours(cast, sign, at) if text[0] == "我" else signed_place(cast, sign, at)
        case "pair":
            return twin(cast, at)
        case "speaker":
            return cast.speaker or interviewed(cast, at) or (we(cast, at) if text in WE else None)
        case "there":
            return there(cast, at)
        case "its":
            return other_one(cast, at)
        case "near":
            return thing(cast, sign, text, at)
        case "own":
            return cast.told or cast.policy
        case "that":
            return cast.last("Policy", text[1:], at)
        case "topic":
            return firm_told(cast, at)
        case "venture":
            return venture(cast, text, at)
        case "bought":
            return bought(cast, at)
        case "group":
            return group(cast, at)
        case "lone":
            return only_one(cast, at)
        case "both":
            return cast.made(text, "AgentGroup")
        case "government" | "finance":
            return office_of(cast, role, sign, at)
    return None


def ours(cast: Cast, sign: str, at: int | None) -> Ref | None:
    """What 我区 means: one place all through the text."""
    cast.ours[sign] = cast.ours.get(sign) or signed_place(cast, sign, at)
    return cast.ours[sign]


def we(cast: Cast, at: int | None) -> Ref | None:
    """Who says 我们 in what news quote: the firm that lets somebody say it, in a speech for a place the place."""
    return cast.home() if cast.reporting else telling(cast, at)


def there(cast: Cast, at: int | None) -> Ref | None:
    """What 当地 means: the place that acted last, else the one that the paragraph named last, the country aside."""
    acted = cast.acted(at, ("Region", "Park"))
    said = [(start, ref) for start, ref in cast.paragraph(at) if top(ref.class_) in ("Region", "Park") and ref.id != COUNTRY]
    begin = max(cast.text.rfind(sign, 0, at) for sign in "。！？\n") + 1 if at is not None else 0
    named = [mark for mark in cast.marks if at is not None and begin <= mark.start < at and mark.kind == "name"
             and mark.classes[0] == "Region" and cast.text[mark.end:mark.end + 1] in ",，"]  # 而在甲市,当地…
    here = cast.of_mark(named[-1]) if named and cast.telling else None
    return (here or acted or latest(said)) if cast.telling else None


def thing(cast: Cast, class_: str, text: str, at: int | None) -> Ref | None:
    """What 该项目 or 该站 means; nothing where another project without a name stands in between."""
    found = called_so(cast, class_, text, at)
    between = found and text == "该项目" and cast.telling and at is not None and overtaken(cast, found, at)
    return None if between else found


def called_so(cast: Cast, class_: str, text: str, at: int | None) -> Ref | None:
    """What 该项目, 该站 or 这批车 means: the last thing of the class whose name ends so (a 基地 may be a plant or a park), else
    the last one of all where the word alone names nothing."""
    word = POINTS.sub("", text)
    if class_ == "Region":
        kinds = ("Region", "Park") if cast.telling else ("Region",)
        return next((ref for _, ref in cast.backward(kinds, at) if ref.name.endswith(word)), None)
    if class_ == "Agency":
        return agency(cast, at)
    if class_ == "Product":
        return vehicle(cast, at) if VEHICLES.search(word) else other_thing(cast, class_, word, at)
    if class_ == "Park":
        return cast.last(class_, "" if INSIDE.search(word) else word, at)
    if class_ == "Firm" and cast.telling:
        return this_firm(cast, at)
    if class_ in OTHERS:
        return other_thing(cast, class_, word, at)
    if class_ in ("Platform", "Project") and (found := called(cast, class_, word, at)):
        return found
    if text == "该项目" and (park := based(cast, at)):
        return park
    return cast.last(class_, "", at) if class_ != "Platform" and lexicon().has("generic", word) else None


def other_thing(cast: Cast, class_: str, word: str, at: int | None) -> Ref | None:
    """The last event, institute, technology or the like whose name ends so; goods and technologies are alike."""
    kinds = ARTS if class_ in ARTS else (class_,)
    return latest((start, ref) for start, ref in cast.earlier(at, RECENT) if top(ref.class_) in kinds and any(
        word == "产品" or name.endswith(word) for name in (ref.name, *cast.wordings(ref, start))))


def called(cast: Cast, class_: str, word: str, at: int | None) -> Ref | None:
    """The last thing of the class whose name ends so; a 基地 is a plant, else a park."""
    kinds = ("Project", "Park") if word == BASE else (class_,)
    if opened := opening(cast, class_, at):
        return opened
    whole = next((ref for _, ref in cast.backward(("Project",), at) if ref.name.endswith(word)
                  and not PHASED.fullmatch(ref.name)), None) if word == "项目" else None
    return whole or next((ref for kind in kinds if (ref := cast.last(kind, word, at))), None)


def opening(cast: Cast, class_: str, at: int | None) -> Ref | None:
    """The project that the sentence before a place opens with (甲项目围绕乙项目提供服务,该项目…)."""
    start = max(cast.text.rfind(sign, 0, at) for sign in "。；;\n") + 1
    said = takewhile(lambda one: start <= one[0], cast.backward(("Project",), at))
    first = min(said, key=lambda pair: pair[0], default=None) if class_ == "Project" else None
    return first[1] if first and cast.text[start:first[0]].strip(" 　“，,") in ("", "其中", "而", "此外", "目前", "其中，") else None


def vehicle(cast: Cast, at: int | None) -> Ref | None:
    """The product named last that is no part of one."""
    return latest((start, ref) for start, ref in cast.earlier(at, RECENT) if ref.class_ == "Product" and not is_piece(ref.name))


def agency(cast: Cast, at: int | None) -> Ref | None:
    """The agency that the sentences of a paragraph named last before a place (记者从甲局获悉,该局…)."""
    line = cast.text.rfind("\n", 0, at) + 1
    named = [mark for mark in cast.marks if line <= mark.start < (at or 0) and mark.classes[0] == "Agency" and mark.kind != "pointer"]
    return cast.of_mark(named[-1]) if named else None


def based(cast: Cast, at: int | None) -> Ref | None:
    """The plant, park or centre that a paragraph named last, where it names no project (甲集团生产基地开工,该项目…)."""
    said = cast.paragraph(at or 0, RECENT)
    if any(top(ref.class_) == "Project" for _, ref in said):
        return None
    return latest((start, ref) for start, ref in said if ref.name.endswith((BASE, "园", "中心")))


def interviewed(cast: Cast, at: int | None) -> Ref | None:
    """Who says 我委 and 我们 in an interview (问:…答:…, 王立:…): the body that the paragraph's label names, or whose officer it
    names, else the one whose officer was named last."""
    if at is None or not cast.telling:
        return None
    label = LABEL.match(cast.text, cast.text.rfind("\n", 0, at) + 1)
    if not ASKING.search(cast.text) and not (label and offices().search(label["who"])):
        return byline(cast, at)
    bodies = [mark for mark in cast.marks if mark.start < at and mark.kind != "pointer" and top(mark.classes[0]) in SPEAKERS]
    inside = [mark for mark in bodies if label and label.start("who") <= mark.start and mark.end <= label.end("who")]
    person = label["who"] if label and not ANSWER.fullmatch(label["who"]) else ""
    said = inside[:1] or officered(cast.text, bodies, person)[-1:]
    return cast.of_mark(said[0]) if said else None


def byline(cast: Cast, at: int) -> Ref | None:
    """Who makes a speech: the body whose officer stands on a line of his own over the text (甲区人民政府副区长　李明)."""
    for said in BYLINE.finditer(cast.text, 0, at):
        mark = next((mark for mark in cast.marks if mark.start == said.start("who") and top(mark.classes[0]) in SPEAKERS
                     and offices().search(cast.text, mark.end, said.end())), None)
        if mark:
            return cast.of_mark(mark)
    return None


def officered(text: str, bodies: list[Mark], person: str) -> list[Mark]:
    """The bodies behind which an office stands (甲局局长), and then the person where one is given."""
    office = rf"[^,，。:：\n]{{0,12}}?(?:{offices().pattern})"
    return [mark for mark in bodies if re.match(office + re.escape(person), text[mark.end:mark.end + NEAR])]


def twin(cast: Cast, at: int | None) -> Ref | None:
    """What 两地 means: the region of two governments that the text named last, alone or in a longer name (川渝物流通道)."""
    twins = load("deictics")["twins"].split()
    _, word = max((cast.text.rfind(word, 0, len(cast.text) if at is None else at), word) for word in twins)
    regions = [entry for entry in cast.names.lookup(word) if entry.classes[0] == "Region"] if word in cast.text[:at] else []
    return cast.known(regions[0]) if len(regions) == 1 else None
