"""Aid that is told apart from its verb: 在甲局的帮助下,乙公司…; 甲银行9亿元贷款助力乙项目; 甲局派专员到乙公司; 开放道路供丙公司
测试; “丁贷”上线,乙公司受益."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.clauses import Sentence
from loaders.items import top
from loaders.knowledge import group_of
from loaders.referents.spoken import latest
from loaders.statements.acts.voice import Voice
from loaders.statements.atoms import Actor, Atom, fits
from loaders.statements.measures.receipts import GIVERS, RECEIVERS, SUM, amount, opened
from loaders.statements.naming import actors, leading, read_span, some

STOPS = ",，;；。"
CARED = (*RECEIVERS, "Association")


@cache
def forms() -> tuple[re.Pattern[str], ...]:
    """在|甲局|的大力支持下; |甲银行|9亿元贷款助力|乙项目; |甲局|派专员到|乙公司; 开放道路供|甲公司|测试; |甲公司等|受益."""
    word = {key: group_of("receipts", key) for key in (
        "care", "greatly", "grants", "loans", "furthers", "sends", "into", "opens", "benefits")}
    return (re.compile(f"(?:在|得益于|多亏)(?P<who>[^,，;；。]{{2,40}}?)的?{word['greatly']}*(?:{word['care']}[、和与]?)+(?:之?下|[,，])"),
            re.compile(f"(?P<who>[^,，;；。]{{2,24}}?)(?P<sum>{SUM})[^,，;；。0-9]{{0,8}}?(?:{word['loans']}|{word['grants']})"
                       f"(?:资金|成功|精准|及时|持续)*{word['furthers']}(?P<whom>[^,，;；。]+)"),
            re.compile(f"(?P<who>[^,，;；。]{{2,24}}?)(?:已|专门|主动|特意)*{word['sends']}[^,，;；。]{{1,14}}?{word['into']}(?P<whom>[^,，;；。]+)"),
            re.compile(f"{word['opens']}[^,，;；。]{{2,24}}?[,，]?供(?P<whom>[^,，;；。]{{2,40}}?)(?:等|免费|无偿|优先|开展|进行|使用|测试|试用|研发|入驻|训练)"),
            re.compile(f"(?:已有|让|使|惠及|[,，。；;])?(?P<whom>[^,，;；。]{{2,40}}?)(?:率先|已|都|均|首批|成功|从中|因此)*{word['benefits']}"))


def aid(voice: Voice, sentence: Sentence) -> Iterator[Atom]:
    """The atoms of a sentence of no ruling text."""
    text = voice.cast.text
    for said in forms()[0].finditer(text, sentence.start, sentence.end):
        whom = opening(voice, said.end(), sentence.end) or before(voice, said.start(), sentence.start)
        yield from helped(voice, some(voice.cast, read_span(voice.cast, *said.span("who")), GIVERS), whom, "under", "")
    for said in forms()[3].finditer(text, sentence.start, sentence.end):
        givers = tuple(actor for actor in voice.acting(said.start())[0] if top(actor.ref.class_) in GIVERS)
        yield from helped(voice, givers, opening(voice, *said.span("whom")), "opened", "")
    yield from benefiting(voice, sentence)
    for n, form in enumerate(forms()[1:3]):
        for clause in sentence.clauses:
            if told := form.match(text, clause.start, clause.end):
                whom = opening(voice, told.start("whom"), clause.end)
                yield from helped(voice, opened(voice, *told.span("who")), whom, ("funded", "sent")[n], "" if n else told["sum"])


def benefiting(voice: Voice, sentence: Sentence) -> Iterator[Atom]:
    """“甲贷”上线,乙公司等受益: those that it reached."""
    loan = latest((start, ref) for start, ref in voice.cast.paragraph(sentence.end) if top(ref.class_) == "Instrument")
    for clause in sentence.clauses if loan else ():
        if loan and (said := forms()[4].search(voice.cast.text, clause.start, clause.end)):
            whom = tuple(one for one in opening(voice, *said.span("whom")) if top(one.ref.class_) == "Firm")
            yield from helped(voice, (Actor(loan, None),), whom, "reached", "")


def helped(voice: Voice, givers: tuple[Actor, ...], whom: tuple[Actor, ...], rule: str, sum_: str,
           status: str = "asserted") -> Iterator[Atom]:
    """One atom for each of both sides, with the one sum that the words say."""
    for giver in givers:
        for one in whom:
            if giver.ref.id != one.ref.id and fits("supports", giver.ref.class_, one.ref.class_):
                yield voice.tie("supports", giver, one, f"supports.{rule}", {**amount(sum_), "strength": 4}, status)


def opening(voice: Voice, start: int, end: int) -> tuple[Actor, ...]:
    """Whom the run behind names first."""
    text = voice.cast.text
    start += len(text[start:end]) - len(text[start:end].lstrip(STOPS))
    stops = [at for stop in STOPS if (at := text.find(stop, start, end)) >= 0]
    said = leading(voice.cast, start, min(stops, default=end))
    apart = said is not None and any(item.join in ("与", "和", "同", "跟") for item in said.items) and len(said.items) == 2
    return some(voice.cast, said, RECEIVERS)[:1 if apart else None]


def before(voice: Voice, at: int, first: int) -> tuple[Actor, ...]:
    """Whom the clause names in front (乙联盟|在甲局指导下|成立), else whoever acted before."""
    text = voice.cast.text
    start = max(first, *(text.rfind(stop, first, at) + 1 for stop in STOPS))
    named = actors(voice.cast, leading(voice.cast, start, at), CARED) if at > start else ()
    told = voice.acting(at)[0] if not named and at <= start + 1 else ()
    return named or tuple(actor for actor in told if top(actor.ref.class_) in RECEIVERS)
