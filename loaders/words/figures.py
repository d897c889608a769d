"""Times and numbers in a text, with the units that they count: each is one word (2025年6月底前, 约20万辆, 三大)."""
from __future__ import annotations

import re
from collections.abc import Iterator

NUMBER = re.compile(
    r"(?:(?<![签履特预续契合公条])约|(?<![附最靠临邻])近|(?<![赶反])超)?[0-9０-９]+(?:[.,．][0-9０-９]+)*(?:[—\-~～至][0-9０-９]+(?:[.,．][0-9０-９]+)*)?(?:[%％]|个百分点)?"
    r"(?:万亿|万|亿|千(?![伏瓦米克安])|百)?(?:余|多)?(?:元人民币|美元|欧元|港元|日元|英镑|人次|公里|千伏|千米|千克|公斤|兆瓦时|兆瓦|千瓦时|吉瓦时|吉瓦|千瓦|平方米|平方公里|[家个座条项款名户辆种批所台艘间处支只元吨亩场件次年月日天张套列趟枚组])?(?:以[上下内]|上)?")
TIME = re.compile(
    r"(?:自|至|到|在|截至)?(?:每年(?:[0-9]{1,2}月)?|每(?:季度|月))(?:[0-9]{1,2}日)?(?:底|初|末)?前|(?:自|至|到|在|截至)?(?:(?:19|20)[0-9]{2}年(?:[0-9]{1,2}(?:[—\-~至][0-9]{1,2})?月份?)?(?:[0-9]{1,2}日)?|[0-9]{1,2}(?:[—\-~至][0-9]{1,2})?月份?(?:[0-9]{1,2}日)?|[0-9]{1,2}日(?=[上下早晚凌,，]))"
    r"(?:上半年|下半年|第?[一二三四]季度(?:末|初|底)?|[上下]午|底前|年底|底|初|末|前|起|以来)?|当年前?[0-9]*个?月?|前[0-9]+个月|上半年|下半年|第?[一二三四]季度(?:末|初|底)?|(?:去年|今年|明年|(?<![产成用运营工改造级])后年|前年)(?:底前|年底|底|初|末|上半年|下半年|[0-9]{1,2}月(?:[0-9]{1,2}日)?)?(?:前|起|以来)?|(?:未来|今后|近)?[一二三四五六七八九十两]年(?:内|来|间|时间)|上一年|近年来|同日|今日|昨日|明日|今天|昨天|明天|今晨|当日|当天|次日|日前|近日|本月|上月")
GROUPED = re.compile(r"(?:[两三四五六七八九十]|(?<![0-9])[0-9]{1,2})大(?![众于运会学型中小])(?=[\u4e00-\u9fff]|$)")
PHASES = re.compile("[一二三四五六七八九十][至到、][二三四五六七八九十]期")  # 一至六期项目


def figures(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Times and numbers in their order; a bare year before a noun (2021论坛) belongs to a name."""
    at = start
    while at < end:
        found = [match for pattern, last in ((TIME, end), (NUMBER, end), (GROUPED, end + 1), (PHASES, end))  # 三大 looks at what follows
                 if (match := pattern.search(text, at, last)) and match.end() <= end]
        if not found:
            return
        first = min(found, key=lambda match: (match.start(), match.re is NUMBER))
        at = first.end()
        if not re.fullmatch(r"(?:19|20)[0-9]{2}", first.group()):
            yield first
