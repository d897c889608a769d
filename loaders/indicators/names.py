"""The name beside a figure: before it (产值达到9亿元), around it (新增9家企业), or carried from before (…,增长9%)."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.indicators.carried import Named, carry, is_carried, topic_before
from loaders.indicators.edges import SHORTEST, Span, cleaned, ends_in, one_of, verbs, without_plan
from loaders.indicators.holders import EACH, divided, fronted, held
from loaders.indicators.measures import CAPACITY, measurable, output, spelled
from loaders.knowledge import listed
from loaders.lexicon import lexicon
from loaders.values import Quantity

LONGEST, LONGEST_NOUN = 48, 30
SERVED = re.compile("[为向给].{2,}(?:发放|提供|办理|授信|投放|兑现|拨付|兑付)")  # 甲平台为企业发放贷款: a clause, no name
AWAY = ("来自", "通过", "凭借", "经由", "由")
PIECED = re.compile(  # who does what to whom: no name opens so
    "[、和及与等为由凭]|从(?!业)|向|来自|其上|随(?!车)|拟以|在(?![校建册研手职岗线谈用产售场园库途营租网役编])|正月|农历|除夕|大年|周[一二三四五六日末]")
RELATES = re.compile("[的)(、占比较由从按同与]|在[^,]{0,8}(?:占比|比重|排名)")
BASE = re.compile(r"按照?[^,;]{2,40}的$")
PART_OF = re.compile(r"[^,]*之一")
ENUMERATED = re.compile(r"[^,;]{0,12},?(?:它们)?分别[是为](?! ?\d)")
RESTRICTS = re.compile(r"\)?的(?!能力|水平|规模|目标|增速|速度|要求|产能|处理能力|成绩|态势)")
STAGE = re.compile("^(?:初步|首期|一期|现有|目前)(?=..)")
LISTED = re.compile("(?:.*、.*|“[^”]*”|.{2,}(?<![高中初平同上特头优一二三]))等(?=..)(?![级于候值额奖])")
NUMBERED = re.compile(r"\d+[大个项类种](?!月)")  # 3大系统9个部件: another count
AROUND = re.compile("半径|范围|航程|车程|以内|以外|内(?!蒙)")  # 9公里半径
ANEW = re.compile(r"、(?=新增|新建|建成|培育|引进|打造|推出|完成)")
WHOSE = re.compile("(?P<group>[^的]{0,10}(?:企业|公司|车企|机构|厂商))(?:支撑|组成|构成|参与)?的"
                   "[^的]{2,16}(?:体系|集群|格局|产业链|生态)$")
OPEN = re.compile(r"[^()]*\)|[^()]*\([^()]*$")  # )与乙公司(股权占比49%: a bracket that opens or closes elsewhere
YEARLY = re.compile("全年|年内|今年|年底")
OF_SOME = re.compile("[^,;、的]{2,6}的")
SHARES = ("占比", "比重", "份额")  # by themselves they tell not of what
SHARE = re.compile("[^,;、的0-9]{2,14}(?:在|占)[^,;、的0-9]{1,8}的?(?:占比|比重|份额)$")  # 汽车产量|在全国占比
MAKES_OUT = re.compile("(?:占到?了?|占据了?|合计贡献了?|共?贡献了?|撑起了?)$")
KINDS = re.compile("(?:[^、,的等]{2,6}、)+[^、,的等]{2,6}(?P<all>企业|车企|公司|机构|院校|厂商|商家|门店)")  # 集聚制氢、储运、整车|企业
RANKED = re.compile("(?<!升)级$")  # L3级9台
PLACES = re.compile("[^、]{1,8}(?:街道|镇|乡|区|县|市|村|社区)(?:、[^、]{1,8}(?:街道|镇|乡|区|县|市|村|社区))+")  # 在甲街道、乙街道|9个小区
DATED = re.compile(  # 乙公司2023年的产量, 丙站每天可加氢
    ".+(?<![较比])(?:19|20)[0-9]{2}年的?|(?:19|20)[0-9]{2}(?![0-9年])|.+(?:每[天日月年]|日均|年均)(?:最多)?(?:可|能)")
SIZED = re.compile(  # which of them are meant, by a figure of theirs
    r"[^,;、的0-9]{2,12}?(?:[大多]于|高于|不低于|不少于|超过?|达到?|突破|以上|在)?[0-9][^,;、的]{0,10}的(?P<noun>[^,;、的0-9]{2,14})(?=[,;、]|$)")
SOLD = re.compile("(?:产量|销量|产销量|出口量|交付量|保有量)$")
SHARED_WITH = ("和", "与", "及", "、")
SUMS = ("金额", "总金额", "总额", "合同金额", "投资额")
INVESTED = re.compile("(?:固定资产|工业|技改|技术改造|民间|房地产开发|基础设施|基建|制造业)投资$")  # no deed: 工业投资|90亿元
LENGTHS = ("公里", "千米", "米")


def name_of(folded: str, quantity: Quantity, left: Span, right: Span, base: Named | None,
            previous: Named | None, known: Sequence[Span]) -> Named | None:
    """The name of what a quantity measures and its holder, None where it measures nothing that a plan would follow."""
    _, shown = cleaned(folded, left)
    front, body = fronted(folded, left, known)
    if base and (share := shared(folded, quantity, left, known)):
        return share
    part = folded.rfind(";", 0, left[1]) + 1
    if base and base.end < part and folded[part:left[0]].strip():  # of another thing: …20条;班列开行9列、占全国9%
        base = None
    named = unheld(folded, quantity, (left, body, right), base, previous, shown or front is not None, known)
    if named is None or re.match(one_of("indefinite"), folded[named.holder[0] if named.holder else named.start:]):
        return None
    based = named.holder is not None and folded.startswith("依托", named.holder[0])  # 依托甲港|开行班列9列
    named = replace(named, name=named.name.replace("同比", ""), holder=None if based else named.holder)
    if named.name in SHARES:
        said = SHARE.search(folded, part, named.end)
        if said is None:
            return None
        named = replace(named, name=said.group(), start=said.start(), holder=None)
    named = summed(folded, named) if quantity.kind == "count" else named
    if base and quantity.kind == "money" and named.name in SUMS and (done := re.match(verbs(), base.name)):
        named = replace(named, name=done.group() + named.name)  # 签约项目9个、|金额9亿元
    beside = base is not None and (folded.startswith("、", left[0]) or "其中" in folded[base.end:named.start])
    if base and beside and (again := SOLD.search(base.name)) and is_goods(named.name):
        named = replace(named, name=named.name + again.group())  # 销售轿车9万辆、客车2万辆
    named = taken_up(folded, named, left[0], base, known)
    bare = named.holder is None and re.fullmatch(one_of("bare"), named.name)
    come = named.holder is not None and folded.startswith(AWAY, named.holder[0])  # 来自两地的代表9人, 通过甲通道的发运量
    served = SERVED.search(folded, min(span[0] for span in (front, named.holder, (named.start, named.end)) if span), named.end)
    whose = named.holder or front
    many = whose is not None and folded.startswith(SHARED_WITH, whose[1]) and whose[1] + 1 == named.start  # 甲、乙生产的
    doing = re.match(verbs(), named.name)
    giver = doing is not None and (named.start + doing.end(), named.end) in known  # 获得甲银行|9万元贷款
    piece = come or served or many or giver or pieced(named.name)
    if piece or NUMBERED.search(named.name) or bare:
        return None
    aside = named.holder and folded[named.holder[0] - 1:named.holder[0]] in ("在", "于", "向", "对", "为")  # 甲公司|在服务区|布设充电枪
    return replace(named, holder=front) if front and (aside or named.holder in (None, base.holder if base else None)) else named


def taken_up(folded: str, named: Named, at: int, base: Named | None, known: Sequence[Span]) -> Named:
    """A bare measure is of what the clauses before measured (汽车产量连续三年居首,2016年|产量高达9万辆)."""
    if named.holder is not None or not SOLD.fullmatch(named.name) or not at:
        return named
    told = base if base and SOLD.search(base.name) else topic_before(folded, at, known)
    whole = told and told.name.endswith(named.name) and len(told.name) > len(named.name) and not re.search(r"[\d年]", told.name)
    return replace(named, name=told.name, holder=told.holder) if told and whole else named


def is_goods(name: str) -> bool:
    """Whether a name is of goods alone (客车), no measure."""
    head = lexicon().head(name)
    return head is not None and head[1] == "Product" and re.match(verbs(), name) is None and not ends_in(name, "measures")


def pieced(name: str) -> bool:
    """Whether a name is a piece of a sentence: who does it, where, when."""
    return any(rule.match(name) for rule in (PIECED, DATED, OPEN)) or PLACES.fullmatch(name) is not None or (
        RANKED.search(name) is not None) or re.search(one_of("pieces"), name) is not None


def shared(folded: str, quantity: Quantity, left: Span, known: Sequence[Span]) -> Named | None:
    """The part of a whole that a thing makes out: 其中海外市场占了四成, 甲、乙两大客户贡献81%."""
    said = MAKES_OUT.search(folded, *left) if quantity.kind == "rate" else None
    if said is None:
        return None
    start, end = cleaned(folded, (left[0], said.start()))[0]
    what = folded[start:end]
    if not SHORTEST <= end - start <= LONGEST or ends_in(what, "measures", "pieces") or "占" in what or any(
            one == (start, end) for one in known):
        return None
    return Named(what + "占比", start, end)


def summed(folded: str, named: Named) -> Named:
    """The class word that sums a list up (聚集甲公司、乙公司等|整车企业45家)."""
    listed_ = LISTED.match(named.name)
    at = folded.find(named.name[listed_.end():], named.start, named.end) if listed_ else -1
    doing = re.match(verbs(), named.name)
    if listed_ and doing and at >= 0 and lexicon().has("generic", named.name[listed_.end():]):  # 吸引甲公司、乙公司等|企业20家
        return replace(named, name=doing.group() + named.name[listed_.end():], start=at)
    if doing and doing.group().endswith(("聚", "集", "入驻", "落户", "引进")) and (kinds := KINDS.fullmatch(named.name, doing.end())):
        return replace(named, name=doing.group() + kinds["all"])
    return replace(named, name=named.name[listed_.end():], start=at) if listed_ and at >= 0 else named


def unheld(folded: str, quantity: Quantity, spans: tuple[Span, Span, Span], base: Named | None,
           previous: Named | None, shown: bool, known: Sequence[Span]) -> Named | None:
    """The name between what stands before the figure, of which `body` may hold it, and what stands behind; `shown` tells
    that words of having or a holder were taken off."""
    left, body, right = spans
    before, after = folded[left[0]:left[1]], folded[right[0]:right[1]]
    if own := owned(folded, before, right):
        return own
    if quantity.kind == "time" or RESTRICTS.match(after) or AROUND.match(after) or PART_OF.match(after) or (
            quantity.kind == "count" and ENUMERATED.match(folded, right[0])):
        return None
    if quantity.kind == "rate" and (BASE.search(before) or re.match("的?(?:股权|股份|股比|权益|出资)", after)):  # 按照投资额的9%予以配套
        return None
    moved = ends_in(before, "not_verbs") and not INVESTED.search(before)
    if before.rstrip().endswith(("等", "首批")) or moved or re.match(one_of("not_nouns"), after):
        return None
    words = folded[body[0]:body[1]]
    if words.endswith(listed("indicators", "given")):
        return None
    each = EACH.match(words) or CAPACITY.match(words)
    priced = words in listed("indicators", "of_models")  # 指导价
    if (re.match(one_of("not_verbs"), words) and not each and not priced) or (quantity.unit in listed("indicators", "occasions")
                                                and re.search(one_of("happened"), before)):
        return None
    behind_it = behind(folded, right) if quantity.kind == "count" else None
    if behind_it and OF_SOME.fullmatch(before) and re.search(r"\d[^\d,;]$", folded[:left[0]]):  # 9个国家的|90个港口
        body, shown = (left[1], left[1]), True
    if behind_it and (named := counted(folded, body, left[1], behind_it, shown, previous)):
        return named
    again = base and (words in base.name or "," in folded[base.end:body[0]])  # not 收储面积90万平方米、使用80万平方米
    if base and again and re.fullmatch(verbs(), words) and not ends_in(words, "measures"):  # 建成充电桩90个,其中去年建成20个
        return Named(base.name, *body, base.holder)
    if not is_carried(words):
        return None if behind_it and body[1] == left[1] else levelled(
            folded, quantity, body, alone=not after.strip(" 、"))
    told = None if base else topic_before(folded, left[0], known)
    base = base or told
    yearly = not words and YEARLY.search(before) and base is not None and ends_in(base.name, "measures")  # 产量达9万辆,全年有望超20万辆
    grows = quantity.kind != "count" or ends_in(words, "changes") or yearly or told
    if base is None or not grows or (quantity.kind == "money" and not words and not ends_in(base.name, "measures", "changes")):
        return None
    if not words and re.match("[\u4e00-\u9fff]", after):  # 收入4亿元,九成订单来自…
        return None
    if not words:  # 初步产能30JPH,今后有望增至90JPH
        return Named(STAGE.sub("", base.name) or base.name, base.start, base.end, base.holder)
    return Named(carry(base, words), *body, base.holder)


def owned(folded: str, before: str, right: Span) -> Named | None:
    """形成9GWh的年产能, 拿到2亿元订单: the measure stands behind the figure."""
    said = re.match(rf"的?(?P<name>[^,;。的、\d]{{0,16}}?{one_of('measures')})$", folded[right[0]:right[1]])
    forms = said and re.search(one_of("forms") + "了?(?:近|超|超过|约|逾)?$", before.strip())
    return Named(said["name"], right[0] + said.start("name"), right[1]) if said and forms else None


# What stands beside it

def counted(folded: str, body: Span, figure: int, after: Span, shown: bool, previous: Named | None) -> Named | None:
    """VERB FIGURE NAME: the noun stands behind the figure, which begins at `figure`."""
    words = folded[body[0]:body[1]]
    noun = folded[after[0]:after[1]]
    verb = re.search(rf"{verbs()}$", words)
    who = without_plan(words[:verb.start()] if verb else words)
    owns = folded[body[1]:figure].strip() == "是" and "的" in folded[max(body[0] - 1, 0):body[0] + len(who)]
    if who and not (ends_in(who, "holders") or owns):
        return None
    holder, group = held(folded, (body[0], body[0] + len(who))) if who else (None, "")
    if verb or (who and shown):
        return Named(("" if owns else group) + (verb.group() if verb else "") + noun, *after, holder)
    return Named(noun, *after) if not who and (shown or previous) else None


def behind(folded: str, right: Span) -> Span | None:
    """The noun behind a count: up to its head noun, with a short predicate after it (50家企业转型)."""
    if sized := SIZED.match(folded, right[0]):  # 引进3家|年产值超过9亿元的|整车企业
        return sized.span("noun") if lexicon().head(sized["noun"]) else None
    words = re.sub(r"[、和及与或\s]+$|[()].*$", "", ANEW.split(folded[right[0]:right[1]])[0])
    start = right[0] + len(words) - len(words.lstrip())
    words = words.strip()
    if len(words) < SHORTEST or RELATES.match(words) or ends_in(words, "not_nouns"):
        return None
    group = WHOSE.match(words)
    words = group["group"] if group else words  # 30家|配套企业的产业体系
    heads = [n for n in range(SHORTEST, len(words) + 1) if lexicon().head(words[:n])]
    away = [n for n in heads if re.match("在|来|落户|[为给向](?=..)|(?:已|正在|均已|全部|陆续|相继)(?=..)", words[n:])]
    if not heads:
        return None
    end = away[0] if away else len(words)
    return start, start + (end if end <= LONGEST_NOUN else heads[0])


def levelled(folded: str, quantity: Quantity, body: Span, alone: bool) -> Named | None:
    """NAME predicate FIGURE and VERB NAME FIGURE: the name stands before the figure."""
    holder, group, start = divided(folded, body)
    start = behind_adjunct(folded, start, body[1])
    name = folded[start:body[1]].strip()
    name = name if "”" in name[1:-1] else name.strip("“”")
    long = quantity.unit in LENGTHS and ends_in(name, "roads")
    fixed = ends_in(name, "terms") and "年化" not in name
    if ends_in(name, "not_nouns") or fixed or not (long or measurable(name, quantity.kind, alone)):
        return None
    name = spelled(name, quantity)
    whole = group + (output(name) if quantity.kind == "count" else name)
    return Named(whole, start, body[1], holder) if len(name) >= SHORTEST and len(whole) <= LONGEST else None


def behind_adjunct(folded: str, start: int, end: int) -> int:
    """Where the name begins behind where and for whom it is done (利用旧电池在乙地|建设储能站, 为物流企业|节省成本)."""
    said = re.match(rf"[^的]{{0,12}}?{one_of('adjuncts')}[^的]{{2,20}}?(?={verbs()})", folded[start:end])
    return start + said.end() if said else start
