"""Names over and under an official letter: who issues it, under which number, and whom it addresses.

Scrapes spread names over spaces (重 庆 市 财 政 局), put several on a line, and run joint issuers together; each name
is given without layout and with the characters that it was read from.
"""
from __future__ import annotations

import re
from itertools import pairwise

from loaders.dates import LOOSE
from loaders.lines import Line, Reading, found, unspaced
from ontology.records import Found

NUMBER = re.compile(r"([\u4e00-\u9fff]{2,16}) ?[〔\[【(<〈] ?((?:19|20)\d{2}) ?[〕\]】)>〉] ?第? ?(\d{1,5}) ?号")
ORDER = re.compile(r"([\u4e00-\u9fff]{2,20}令)\(?第?(\d{1,4})号\)?")
ORGAN = re.compile(r"(?:办公室|指挥部|领导小组|专班|联席会议|中心|公司|集团|银行|总队|大学|海关|党组|人大|政协"
                   r"|侨联|工商联|分行|[局厅部委办署会院府处])$")
JOINT = re.compile(r"(?<=[会局厅室部院府署委])(?=重庆|四川|成都|中国|国家|[\u4e00-\u9fff]{2}[省市](?!场))")
REGION = re.compile(r"[\u4e00-\u9fff]{1,8}?[省市区县州]")
PERSON = re.compile(r"(?:尊敬的)?(?!各|全体|有关)([\u4e00-\u9fff·]{2,8}?)(?:等)?(?:\d{1,2}[名位])?(?:省|市|区|县)?(?:政协|人大)?"
                    r"(委员|代表|同志|先生|女士)(?:[您你]们?好)?$")
GROUP = re.compile(r"(?:单位|部门|企业|处室|机构|社会公众|代表团)$")
MORE = re.compile(r"等 ?(?:[0-9一二三四五六七八九十]+ ?个?)?(?:[市省区县]级|有关)?(?:部门|单位|厅局|委局)$")  # 甲局等9部门
PARTS = re.compile(r"(?:[^,、;()]|\([^()]*\))+")


def number(text: str, row: Line) -> Reading | None:
    """The official number in a line, written with 〔〕."""
    if match := NUMBER.search(row.text):
        value = f"{match[1]}〔{match[2]}〕{match[3]}号"
    elif match := ORDER.search(row.text):
        value = f"{match[1]}第{match[2]}号"
    else:
        return None
    return Reading(value, found(text, row.start + match.start(), row.start + match.end()))


def is_number_line(row: Line) -> bool:
    """A line that is nothing but the number, perhaps in brackets."""
    return bool(re.fullmatch(rf"\(?(?:{NUMBER.pattern}|{ORDER.pattern})\)?", row.text))


def bodies(text: str, start: int, end: int) -> list[Reading]:
    """The names that a masthead or signature line holds between two offsets."""
    names = []
    for left, right in spread(text[start:end]):
        cuts = [left, *(left + cut for cut in joints(text[start + left:start + right])), right]
        for first, last in pairwise(cuts):
            place = found(text, start + first, start + first + len(MORE.sub("", text[start + first:start + last])))
            if place.text:
                names.append(Reading(unspaced(place.text), place))
    return names


def joints(run: str) -> list[int]:
    """Where one body's name ends in a run and the next begins, mostly with the name of the same region."""
    region = REGION.match(run)
    again = re.finditer(f"(?<=[会局厅室部院府署]){re.escape(region[0])}", run) if region else ()
    return sorted({cut.start() for cut in (*JOINT.finditer(run), *again)})


def spread(part: str) -> list[tuple[int, int]]:
    """Where names stand in a line: spaces part them, unless single characters show that spaces spread one name."""
    words = [(match.start(), match.end()) for match in re.finditer(r"[^\s、]+", part)]
    if not words:
        return []
    short = [end - start <= 2 for start, end in words]
    if all(short) or (any(end - start == 1 for start, end in words) and sum(short) * 2 >= len(words)):
        return [(words[0][0], words[-1][1])] if "、" not in part else words
    return words


def is_organ(row: Line) -> bool:
    """A line of nothing but bodies' names, as a masthead or a signature has them."""
    plain = MORE.sub("", row.plain)
    if not 2 <= len(plain) <= 60 or re.search(r"[。,:;?!《》“”\d]", plain):
        return False
    return any(ORGAN.search(name.value) for name in bodies(row.text, 0, len(row.text)))


def is_date(row: Line) -> bool:
    """A line of nothing but a date, readable or not."""
    return LOOSE.fullmatch(row.plain) is not None


def is_addressee(row: Line) -> bool:
    """A line of names that ends in a colon and says nothing else."""
    plain = row.plain
    if re.match("为|根据|按照|经|现将", plain) or not plain.endswith(":"):
        return False
    if not 3 <= len(plain) <= 160 or re.search(r"[。!?《》=]|:.", plain):
        return False
    names = [re.sub(r"\([^()]*\)", "", part) for part in PARTS.findall(plain[:-1])]
    return any(ORGAN.search(name) or PERSON.fullmatch(name) or GROUP.search(name) or name.startswith("各位")
               for name in names)


def addressees(text: str, row: Line) -> list[Reading]:
    """Whom a letter addresses, each as named; 各省、自治区、直辖市人民政府 are one."""
    spans: list[tuple[int, int]] = []
    for part in PARTS.finditer(row.text.rstrip(":")):
        before = row.text[spans[-1][0]:spans[-1][1]] if spans else ""
        if before.startswith("各") and row.text[part.start() - 1] == "、" and not (ORGAN.search(before) or GROUP.search(before)):
            spans[-1] = (spans[-1][0], part.end())
        else:
            spans.append(part.span())
    places = (found(text, row.start + start, row.start + end) for start, end in spans)
    return [Reading(unspaced(place.text), place) for place in places]


def person(name: Reading) -> Reading | None:
    """The person whom an addressee names by role (赵小华委员), without the role."""
    match = PERSON.fullmatch(name.value)
    if match is None:
        return None
    start = name.found.text.find(match[1])
    if start < 0:  # spread by spaces
        return Reading(match[1], name.found)
    left = name.found.start + start
    return Reading(match[1], Found(left, left + len(match[1]), match[1]))
