"""What the neighbours of a word make of it: passes over the words of a sentence, in their order.

A pass takes the words and the place of one of them, and gives the kind that this word has here, "" where the pass has
nothing to say. It sees the kinds that the pass before it left, and `END` around the sentence.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from loaders.words.doings import (
    allowed,
    already,
    brought,
    counting,
    deciding,
    done,
    doubled,
    gathering,
    keeping,
    lasting,
    lately,
    lending,
    located,
    modal,
    parting,
    quoted,
    ruling,
    serving,
    sided,
    studying,
    wholly,
)
from loaders.words.insides import (
    attribute,
    beside,
    celebrating,
    ceremony,
    changing,
    deed,
    elsewhere,
    existing,
    firsts,
    honoured,
    listed,
    modifying,
    occasion,
    owned,
    producing,
    programme,
    spanning,
    standing,
)
from loaders.words.papers import campaign, enlisted_doing, office, titled
from loaders.words.registered import coined, enlisted, registered, trading
from loaders.words.word import END, Word
from loaders.words.works import stating, trying

BEFORE, BEHIND = 2, 3  # how many words around its own a pass looks at without asking where the sentence ends

PASSES: tuple[Callable[[Sequence[Word], int], str], ...] = (
    honoured,  # 入选|进口贸易促进创新示范区
    deed,  # 签署|甲品牌深化合作备忘录
    office,  # 甲产业|推进|机制办公室
    titled,  # 制定|企业|落户|政策
    trying,  # 开展|金融服务乡村振兴|试点
    stating,  # 打造|研发实力强|的基地
    spanning,  # 甲地|至|乙地高速公路
    trading,  # 甲走廊|开发建设|有限公司
    registered,  # 上海|同|驭汽车有限公司
    coined,  # 四川瑞可达|连接|系统有限公司
    occasion,  # 办了一场|推进甲产业发展交流活动
    producing,  # 甲电池|生产|一期项目
    elsewhere,  # 甲区、乙区等|地|电网
    enlisted_doing,  # 乙部件|生产加工|等|项目
    campaign,  # 实施|甲改造|提升|工程
    enlisted,  # 甲公司、|明天|氢能
    gathering,  # 甲公司|整合|旗下资源
    owned,  # 甲集团|旗下|乙公司
    firsts,  # 甲项目|首辆|客车
    beside,  # 园区|内|企业
    standing,  # 甲、乙等|在建|项目
    ceremony,  # 甲车型|正式|首发仪式
    celebrating,  # 甲车型|首发|仪式
    deciding,  # 决定|启动试点
    allowed,  # 甲区|获|乙部批复
    already,  # 甲方案|已经|乙局同意
    brought,  # 甲部|将|乙园列为丙
    located,  # 甲公司|在渝|设立乙公司
    modifying,  # 评价|奖励|办法
    done,  # 投|了|30辆
    lasting,  # 三年|投入X
    doubled,  # 六成|以上|供给X
    sided,  # 甲集团|方面|就X达成一致
    counting,  # 甲车型|共|10289辆
    lending,  # 银行|创新|信贷产品
    modal,  # 市里|会|支持X
    wholly,  # 甲公司|全新|推出的X
    keeping,  # 甲公司|运营|乙平台
    serving,  # 为甲车型|开发|乙天幕
    studying,  # 研究|支持X
    lately,  # 甲公司|新|建成X
    programme,  # “甲”|计划
    ruling,  # 《甲办法》|规定
    quoted,  # 支持企业|“上云”
    changing,  # 领域|集群化|、融合化发展
    existing,  # 推动|现有|整机企业
    listed,  # 支持|清洁能源|替代|、废料回收
    attribute,  # 推进甲区|集中|供热项目
    parting,  # 由甲公司建设|、|乙公司提供丙
)


def corrected(found: list[Word]) -> list[Word]:
    """The words with the kinds that their neighbours give them."""
    around = [END] * BEFORE + found + [END] * BEHIND
    places = range(BEFORE, BEFORE + len(found))
    for kind in PASSES:
        for n, here in [(n, here) for n in places if (here := kind(around, n))]:
            around[n] = replace(around[n], kind=here)
    return around[BEFORE:-BEHIND]
