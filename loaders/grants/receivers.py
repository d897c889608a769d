"""Receivers that no 对 names: in the verb's object, in the words before the verb, in an earlier clause."""
from __future__ import annotations

import re
from functools import cache

from loaders.grants.sums import shares
from loaders.grants.targets import CHOSEN, Target, entered, phrase_targets, until_doing
from loaders.grants.things import is_phrase, is_whole
from loaders.grants.triggers import Span, Trigger, clause_end, clauses, one_of
from loaders.lexicon import lexicon
from loaders.values import quantities

LONGEST_NAME = 40
RECEIVERS = ("AgentGroup", "Firm", "Institution", "Product", "Agency", "Platform", "Region")
AIDED = (*RECEIVERS, "Project")  # 给予加氢站补助; no fee is that of a work (缓缴道路配套费)
GROUNDS = ("基础上", "前提下", "情况下", "条件下")  # 在享受市级补贴的基础上: no one who receives
DUE = re.compile(r"(?!所得|增值|消费|营业)[^,、]{0,24}(?:费|税|租金|押金|金)$")  # 免收新能源汽车|在公共停车场的停车费
PAYING = re.compile(r"(?:级|财政|政府|局|委|管委会|厅|区县)$")


def inside_object(folded: str, trigger: Trigger) -> list[Target]:
    """给予整车企业补贴, 免征图书批发环节增值税: the receiver stands behind the verb."""
    words = folded[trigger.end:trigger.close]
    if trigger.form == "exempt":
        stage = re.match(r"(?P<who>[^,]{2,20}?)环节", words)
        if stage:
            return phrase_targets(folded, trigger.end, trigger.end + stage.end("who"))
        sizes = [n for n in range(3, len(words)) if receives(words[:n]) and DUE.match(words[n:])]
        return phrase_targets(folded, trigger.end, trigger.end + sizes[0]) if sizes else []
    if trigger.form == "announce":
        stage = re.search(r"等(?P<who>[^,]{2,20}?)(?:专项|扶持|优惠|支持|配套)*政策", words)
        return [Target((trigger.end + stage.start("who"), trigger.end + stage.end("who")))] if stage else []
    if trigger.form not in ("give", "direct") or re.match(one_of("each"), words):
        return []
    if len([q for q in quantities(words) if q.kind == "money"]) > 1:
        return []
    stops = [q.start for q in quantities(words)] + [m.start() for m in re.finditer(one_of("money", "support"), words)]
    rest = len(words) if trigger.form == "direct" else 0  # 按每款5万元奖励整车企业
    longest = min(min(stops, default=rest), LONGEST_NAME)
    ends = [n for n in range(2, longest + 1) if receives(words[:n], AIDED) and "、" not in words[:n + 1]]
    return [Target(until_doing(folded, trigger.end, trigger.end + ends[-1])[0])] if ends else []


def receives(words: str, classes: tuple[str, ...] = RECEIVERS) -> bool:
    head = lexicon().head(words)
    return (head is not None and head[1] in classes) or re.search(rf".{one_of('persons')}$", words) is not None


def spent_on(folded: str, trigger: Trigger, earlier: list[Span]) -> list[Target]:
    """What money is laid out for: 实施技术攻关,投入资金…; 安排资金…支持…"""
    if trigger.form != "spend":
        return []
    verbs = r"(?:组织实施|实施|开展|推进|支持|用于支持|用于|惠及|建设|推动)"
    behind = (trigger.close + 1, clause_end(folded, trigger.close + 1))
    for start, end in ((trigger.end, trigger.close), behind, *reversed(earlier)):
        said = re.search(rf"{verbs}(?P<what>[^,]{{2,40}}?)(?:共?\d+余?[家户个名辆台])?"
                         r"(?:建设|发展|示范应用|示范推广|推广应用|推广|应用|改造|研发)*$", folded[start:end])
        if said is None:
            continue
        whole = (start + said.start("what"), start + said.end("what"))
        who, doing = until_doing(folded, *whole)
        if is_whole(said["what"]) or (doing and is_whole(folded[slice(*who)])):
            return phrase_targets(folded, *(whole if is_whole(said["what"]) else who))
    return []


def ruled(folded: str, earlier: list[Span]) -> list[Target]:
    """Whose rules of grants an earlier clause makes: 出台中心城区…奖励办法,给予…"""
    for start, end in reversed(earlier):
        said = re.search(rf"{one_of('announces')}(?P<what>[^,;]+{one_of('money')}(?:实施)?{one_of('rules')})", folded[start:end])
        what = said["what"] if said else ""
        size = next((n for n in range(3, len(what)) if ruled_one(what[:n])), 0)
        if said and size:
            return [Target((start + said.start("what"), start + said.start("what") + size))]
    return []


def ruled_one(words: str) -> bool:
    head = lexicon().head(words)
    return head is not None and head[1] in ("Region", "AgentGroup", "Institution") and not lexicon().has("generic", words)


def before_verb(folded: str, earlier: list[Span], lead: Span, nearby: bool) -> list[Target]:
    """The receiver in the words before the verb: in its clause (在…新建充电桩|给予), or in a clause before it. A mere
    place is none where what is granted for stands nearby (新建充电桩,中心城区补贴…)."""
    words = folded[slice(*lead)]
    if each := re.match(rf"[\s,]*(?:凡)?每{one_of('gains')}+[家个座台辆列班名项条位户人]", words):
        return phrase_targets(folded, lead[0] + each.end(), lead[1])
    place = nearby and is_place(words)
    if (is_phrase(words) or is_owner(words) or made(words)) and "每" not in words and not PAYING.search(words.strip()) and not place:
        return phrase_targets(folded, *lead)
    using = lexicon().head(words.strip()) if folded.startswith("免费", lead[1]) else None
    if using and using[1] == "AgentGroup":  # 甲集团搭建平台,入驻企业|免费使用
        return phrase_targets(folded, *lead)
    done = re.fullmatch(rf"\s*(?P<thing>[^,、的\d]{{2,14}}?)(?P<doing>{one_of('activities')})\s*", words)
    if done and is_phrase(done["thing"]) and not PAYING.search(done["thing"]):  # 换电站建设|按…予以补助
        at, after = lead[0] + done.end("thing"), lead[0] + done.end("doing")
        return [Target((lead[0] + done.start("thing"), at), ((at, after),))]
    for n, (start, end) in enumerate(reversed(earlier)):
        words = folded[start:end].strip(" ,")
        if government().match(words):
            return []
        if words.endswith(GROUNDS):
            continue
        if bought := buying(folded, start, end):
            return [bought]
        if n == 0 and restricted(words):
            return phrase_targets(folded, start, end)
        if words.endswith("的"):
            if (found := entered(folded, start, end))[0].span:
                return found
        elif (earning := earns(folded, start, end)):
            return [earning]
        elif (is_phrase(words) or made(words) or CHOSEN.match(words)) and not re.match(one_of("bases", "helps"), words) and not (
                shares(folded, start, end) or government().match(words)):
            return phrase_targets(folded, start, end)
        elif n and folded[earlier[-n][1] - 1] == "的" and not re.match(one_of("bases", "helps"), words) and (
                acting := acts(folded, start, end)):
            return [acting]
    return []


def acts(folded: str, start: int, end: int) -> Target | None:
    """Who does what earns the grant, in a clause before the condition (企业实施技术改造,投入达到9万元的,…)."""
    who, doing = until_doing(folded, start, end)
    head = lexicon().head(folded[slice(*who)]) if doing else None
    return Target(who, (doing,)) if doing and head and head[1] in ("AgentGroup", "Firm", "Institution") else None


def buying(folded: str, start: int, end: int) -> Target | None:
    """Who buys, hires or takes on what others make gets the grant (整车企业首次采购|本市企业研制的芯片)."""
    who, doing = until_doing(folded, start, end) if folded[end - 1] != "的" else ((start, end), None)
    often = "(?:首次|首批|年度?|当年|新|批量|率先|优先|集中)*"
    buys = doing and re.match(rf"{often}{one_of('buys')}(?!的)", folded[slice(*doing)])
    head = lexicon().head(folded[slice(*who)]) if buys else None
    return Target(who, (doing,)) if doing and head and head[1] in ("AgentGroup", "Firm", "Institution", "Person") else None


def earns(folded: str, start: int, end: int) -> Target | None:
    """Who gets a sum for each more that he does (整车企业产量|每增加1万辆,奖励9万元)."""
    words = folded[start:end]
    each = re.search(rf"每{one_of('gains')}", words)
    sizes = [n for n in range(2, each.start() + 1) if receives(words[:n], ("AgentGroup", "Firm", "Institution"))] if each else []
    return Target((start, start + sizes[-1]), ((start + sizes[-1], end),)) if sizes else None


def is_owner(words: str) -> bool:
    """Whether words name a field or an owner of income that a duty is not taken from (图书批发和零售|免征增值税)."""
    said = rf"(?!第?前?[一二三四五六两\d]+年|首年)[^,;\d]{{2,20}}(?:{one_of('owned')}|零售|批发|业务|环节|服务|销售|进口)"
    return re.fullmatch(said, words.strip()) is not None


def is_place(words: str) -> bool:
    head = lexicon().head(words.strip())
    return head is not None and head[1] == "Region"


def made(words: str) -> bool:
    """Whether words are something made or bought (新建慢充桩)."""
    verb = re.match(one_of("places_verbs"), words)
    return verb is not None and is_whole(words[verb.end():])


def restricted(words: str) -> bool:
    """Whether words are a restricted noun (建成并经认定的示范站), known or not."""
    return re.fullmatch(rf"(?!{one_of('bases', 'helps')})[^,]{{4,}}的[^,的]{{2,12}}", words) is not None


@cache
def government() -> re.Pattern[str]:
    """A government that sets a firm to work (某市支持某公司在某园建设X): who pays, who receives."""
    return re.compile(rf"(?P<payer>[^,;]{{1,14}}?(?:[市省区县州委局厅]|政府|财政|管委会))(?:还|已|将|要|则|也|正)*{one_of('helps')}"
                      rf"(?P<who>[^,;的]{{2,20}}?)(?=在|到|于|{one_of('places_verbs', 'helped_to')}|研发|扩大|做大|$)")


def helped(folded: str, start: int, end: int) -> list[Target]:
    """Whom an earlier clause supports: 鼓励行业协会落户…, 支持建设服务平台."""
    for a, b in reversed(clauses(folded, start, end)):
        if set_to := government().match(folded, a, b):
            return [Target(set_to.span("who"))]
        found = re.match(rf"(?:[^,;]*[将要应])?[\s,;]*{one_of('helps')}{one_of('helped_to')}?(?P<who>[^,;]+)", folded[a:b])
        if found:
            whole = (a + found.start("who"), a + found.end("who"))
            who, _ = until_doing(folded, *whole)
            listed = folded[slice(*who)].endswith("等")
            named = is_whole(folded[slice(*who)])
            sizes = [n for n in range(2, whole[1] - whole[0]) if receives(folded[whole[0]:whole[0] + n], ("AgentGroup",))]
            if not listed and not named and sizes:  # 支持企业|技术改造
                return [Target((whole[0], whole[0] + sizes[-1]), ((whole[0] + sizes[-1], whole[1]),))]
            return phrase_targets(folded, *(who if listed else whole)) if listed or named else []
    return []
