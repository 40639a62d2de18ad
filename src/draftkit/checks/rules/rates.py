"""Shares, rates and growth, worked out again."""

import re
from collections.abc import Iterator
from decimal import Decimal

from draftkit.checks.paper import Hit, Paper
from draftkit.checks.rule import Found, Rules, registrar
from draftkit.checks.rules._lazily import lazily
from draftkit.checks.rules._text import find

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "figures")

_N = r"[0-9]{1,6}"
_SUM_NORM = "党政机关公文处理工作条例第十九条：表述准确；统计法第七条：数据真实、准确"

_SHARE = lazily(
    rf"(?P<n>{_N})(?P<unit>[件条个名人户票次项份座处所家张])[^0-9。；，、\n]{{0,6}}[，（]?占(?:总数|建议总数|全部|总件数|代表总数|应到代表|总人数|全镇)?的?[^0-9。，；\n]{{0,10}}?(?P<rate>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?)%"
)
_TOTAL = lazily(
    r"(?:共|总|收到|收回|回收|发放|提出|交办|应到|全部|累计|合计|名额|实有|有)[^0-9。；\n]{0,12}(?P<n>[0-9]{1,6})(?P<unit>[件条个名人户票次项份座处所家张])"
)


_WHOLES = 12
"""Wholes of one paragraph that a share is compared with."""


def _slack(rate: str) -> Decimal:
    """Return how far a rate may be from the exact one: what rounding or cutting off makes."""
    places = len(rate.partition(".")[2])
    return Decimal(1).scaleb(-places)


@rule(
    "rate-share",
    severity="error",
    title="占比算错",
    zh="{n}/{whole}={right}%，不是{rate}%",
    en="{n} of {whole} is {right}%, not {rate}%",
    why="件数改了，百分比没有重算。",
    norm=_SUM_NORM,
    fails=["共收到建议23件，已解决10件，占53%。"],
    passes=["共收到建议23件，已解决10件，占43%。", "共收到建议23件，已解决10件，占43.5%。"],
)
def rate_share(paper: Paper) -> Iterator[Found]:
    """Find shares that aren't those of the whole named before them in the paragraph."""
    totals: dict[tuple[int, str], list[Hit]] = {}
    for total in find(paper, _TOTAL):
        totals.setdefault((total.paragraph.index, total["unit"]), []).append(total)
    for hit in find(paper, _SHARE):
        named = totals.get((hit.paragraph.index, hit["unit"]), [])[:_WHOLES]
        wholes = [int(each["n"]) for each in named if each.start < hit.start and each.span("n")[0] != hit.start]
        n, rate = int(hit["n"]), Decimal(hit["rate"])
        if not wholes or any(whole and abs(Decimal(100 * n) / whole - rate) <= _slack(hit["rate"]) for whole in wholes):
            continue
        right = round(Decimal(100 * n) / wholes[-1], len(hit["rate"].partition(".")[2])) if wholes[-1] else 0
        yield Found(hit.paragraph, hit.start, hit.end, {"n": n, "whole": wholes[-1], "right": right, "rate": rate})


_RATE = lazily(
    r"(?P<name>办结率|办复率|答复率|满意率|基本满意率|满意和基本满意率|落实率|采纳率|解决率|回复率|面商率|到会率|出席率|参选率|参会率|覆盖率|合格率|完成率|见面率|走访率|回复落实率)"
    r"(?:、(?P<also>[^，。；\n0-9]{2,8}率))?[^0-9，。；\n]{0,8}?(?P<rate>[0-9]{1,3}(?:\.[0-9]{1,2})?)%"
)
_BOTH = lazily(
    r"满意(?:率)?[、和，]?(?:与)?基本满意率(?:均|都|分别)?(?:均|都)?(?:为|达到?了?|是)?100%|满意率(?:为|达到?)?100%[，、](?:其中)?基本满意率(?:为|达到?)?(?!0%)[0-9.]{1,5}%"
)


@rule(
    "rate-impossible",
    severity="error",
    title="不可能的比率",
    zh="“{text}”{why}",
    en="{text!r} can't be",
    why="率不会超过百分之百；满意率与基本满意率是两部分，不可能同时是百分之百。",
    norm=_SUM_NORM,
    fails=["办结率达到105%。", "满意率、基本满意率都是100%。"],
    passes=["办结率达到100%。", "满意和基本满意率合计100%。", "满意率95%，基本满意率5%。"],
)
def rate_impossible(paper: Paper) -> Iterator[Found]:
    """Find rates above 100%, and two parts of a whole that are each all of it."""
    for hit in find(paper, _RATE):
        if Decimal(hit["rate"]) > 100:  # noqa: PLR2004 -- per cent
            yield Found(hit.paragraph, hit.start, hit.end, {"why": "超过了100%"})
    for hit in find(paper, _BOTH):
        together = re.search("满意(?:和|与)基本满意率", hit[0]) and not re.search("均|都|分别", hit[0])
        if not together:
            yield Found(hit.paragraph, hit.start, hit.end, {"why": "：满意与基本满意是两部分，合计才是100%"})


_DONE = lazily(
    rf"(?:收到|提出|交办|办理|承办|收集|转办)[^0-9。；\n]{{0,20}}(?P<whole>{_N})(?P<unit>件|条|个)[^。；\n]{{0,24}}?(?:已)?(?P<verb>办结|答复|办复|解决|落实|采纳)[^0-9。；率\n]{{0,8}}(?P<done>{_N})(?P=unit)[^0-9。；\n]{{0,8}}(?P<name>办结率|答复率|办复率|解决率|落实率|采纳率)[^0-9。；\n]{{0,6}}(?P<rate>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?)%"
)
_SATISFIED = lazily(
    rf"(?:共|收到|发放|收回|测评|参加测评|参评)[^0-9。；\n]{{0,16}}(?P<whole>{_N})(?P<unit>[件人名票份])[^。；\n]{{0,20}}?满意[^0-9。；率\n]{{0,6}}(?P<done>{_N})(?P=unit)[^0-9。；\n]{{0,8}}(?P<name>满意率)[^0-9。；\n]{{0,6}}(?P<rate>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?)%"
)


_COUNTED = r"[0-9]{1,7}(?:\.[0-9]{1,4})?"
_COUNTED_IN = "万人|人次|万元|亿元|公里|[件条个名人户票次项份处座所家张场亩吨栋]"
_DAY = "[0-9]{1,2}月(?:[0-9]{1,2}日)?"
_NAMED = lazily(
    rf"(?P<whole>{_COUNTED})(?P<unit>{_COUNTED_IN})(?P<said>(?:[^0-9。；\n]|{_DAY}){{1,40}}?)(?P<done>{_COUNTED})(?P=unit)"
    rf"[^0-9。；，：\n]{{0,4}}[，（、]?(?P<name>[\u4e00-\u9fff]{{1,4}}率)(?:已|均|仅)?(?:为|达到?了?|是)?(?P<rate>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?)%"
)
_NOT_SHARES = lazily("满意|增长|下降|同比|提高|[效利税汇频]率|复[种垦]|死亡|[比达]上年")
_TELLING = 8
"""Characters before a part that name what it is the part of: 已开工96户, 开工率."""


@rule(
    "rate-done",
    severity="error",
    title="办结率、满意率、完成率算错",
    zh="{done}/{whole}={right}%，{name}不是{rate}%",
    en="{done} of {whole} is {right}%, not {rate}%",
    why="件数与比率要能互相算出来；办结率与答复率也不是一回事。",
    norm=_SUM_NORM,
    fails=[
        "全年交办建议34件，办结31件，办结率95%。",
        "发放测评票60份，满意57份，满意率97%。",
        "应硬化道路50公里，到6月底已硬化40公里，硬化率85%。",
        "需改厕300户，已改厕240户，改厕率为82%。",
        "寄出问卷150份，收回135份，回收率95%。",
        "挂牌督办隐患28处，其中整改到位的21处，整改率73%。",
    ],
    passes=[
        "全年交办建议34件，办结31件，办结率91.2%。",
        "发放测评票60份，满意57份，满意率95%。",
        "应硬化道路50公里，到6月底已硬化40公里，硬化率80%。",
        "计划改厕300户，已开工240户，完工150户，完工率50%。",
        "走访群众300户，收集意见20户，合格率95%。",
        "新增参保20户，累计参保180户，参保率97%。",
    ],
)
def rate_done(paper: Paper) -> Iterator[Found]:
    """Find rates that aren't what their counts come to."""
    told: set[tuple[int, int]] = set()
    for pattern in (_DONE, _SATISFIED, _NAMED):
        for hit in find(paper, pattern):
            whole, done, rate = Decimal(hit["whole"]), Decimal(hit["done"]), Decimal(hit["rate"])
            rate_at = (hit.paragraph.index, hit.span("rate")[0])
            if not whole or _comes_to(done, whole, hit["rate"]) or rate_at in told:
                continue
            if pattern is _NAMED and (done > whole or not _is_share(hit)):
                continue
            told.add(rate_at)
            right = f"{round(100 * done / whole, 1):f}".removesuffix(".0")
            args = {"done": done, "whole": whole, "right": right, "name": hit["name"], "rate": rate}
            yield Found(hit.paragraph, hit.start, hit.end, args)


def _comes_to(part: Decimal, whole: Decimal, rate: str) -> bool:
    """Return whether `part` of `whole` is `rate` per cent."""
    return whole != 0 and abs(100 * part / whole - Decimal(rate)) <= _slack(rate)


def _is_share(hit: Hit) -> bool:
    """Return whether the rate is named by what stands before its part, and no whole further up makes it right."""
    said = hit["said"][-_TELLING:]
    if _NOT_SHARES.search(hit["name"]) or not all(character in said for character in hit["name"][-3:-1]):
        return False
    before = hit.paragraph.text[max(0, hit.start - _FURTHER) : hit.start]
    wholes = re.findall(rf"({_COUNTED}){hit['unit']}", before)
    return not any(_comes_to(Decimal(hit["done"]), Decimal(whole), hit["rate"]) for whole in wholes)


_FURTHER = 200

_NO_SIGN = lazily(
    r"(?P<name>[\u4e00-\u9fff]{1,4}率)(?:仅|已|均)?(?:为|达到?了?|是)(?P<rate>[1-9][0-9](?:\.[0-9]{1,2})?)(?=[，。；])"
)
_NOT_PERCENT = lazily("[汇频功倍心速曲效]率|容积率|生育率|市盈率|市净率|死亡率|出生率|人口率")


@rule(
    "rate-sign",
    severity="error",
    title="比率漏了百分号",
    zh="“{text}”漏了百分号，应为“{rate}%”",
    en="{rate} lacks its per cent sign",
    why="录入、转换文稿时百分号容易丢，丢了就不是比率。",
    norm="GB/T 15835-2011；" + _SUM_NORM,
    fails=["办结率为91.5，比上年提高2个百分点。", "自来水普及率达98。"],
    passes=["办结率为91.5%。", "容积率为12，", "入学率、巩固率分别为99、98.5%。", "普及率达到98个百分点。"],
)
def rate_sign(paper: Paper) -> Iterator[Found]:
    """Find rates of two digits without a sign."""
    for hit in find(paper, _NO_SIGN):
        if not _NOT_PERCENT.search(hit["name"]):
            yield Found(hit.paragraph, hit.start, hit.end, {"rate": hit["rate"]})


_AMOUNT = r"[0-9]{1,9}(?:\.[0-9]{1,4})?"
_FROM_TO = lazily(
    rf"(?:由|从)(?:上年|去年|20[0-9]{{2}}年)?的?(?P<before>{_AMOUNT})(?P<unit>万元|亿元|元|人|件|户|名|个|次|亩|吨|%)?[^0-9。；\n]{{0,6}}?(?P<verb>增加|增长|提高|上升|增至|升至|提升|下降|减少|降低|降至|减至)(?:到了?|至)?(?:20[0-9]{{2}}年的)?(?P<now>{_AMOUNT})(?P<unit2>万元|亿元|元|人|件|户|名|个|次|亩|吨|%)"
    rf"(?:[^0-9。；\n]{{0,10}}?(?P<verb2>增长|提高|增幅|上升|下降|减少|降低|降幅)[^0-9。；\n]{{0,4}}(?P<rate>{_AMOUNT})(?P<sign>%|个百分点))?"
)
_COMPARED = lazily(
    rf"(?P<now>{_AMOUNT})(?P<unit>万元|亿元|元|人|件|户|名|个|次|亩|吨)[^0-9。；\n]{{0,4}}[，]?(?:比|较)(?:上年|去年|20[0-9]{{2}}年)(?:同期)?的?(?P<before>{_AMOUNT})(?P=unit)[^0-9。；\n]{{0,6}}?(?P<verb>增长|增加|提高|上升|下降|减少|降低)了?(?P<rate>{_AMOUNT})(?P<sign>%)"
)
_DOWN = lazily("下降|减少|降低|降|减")


@rule(
    "rate-growth",
    severity="error",
    title="增长率、增减方向算错",
    zh="由{before}到{now}，{right}，不是{said}",
    en="from {before} to {now} is {right_en}%, not {said}",
    why="两个数都给了，增长率就能算出来；率的差用百分点。",
    norm=_SUM_NORM,
    fails=[
        "村集体收入由500万元增加到541万元，增长18.2%。",
        "人均收入从3.2万元增加到3.1万元。",
        "财政收入541万元，比上年500万元增长9.2%。",
    ],
    passes=["村集体收入由500万元增加到541万元，增长8.2%。", "满意率由95.9%提高到97.1%，提高1.2个百分点。"],
)
def rate_growth(paper: Paper) -> Iterator[Found]:
    """Find growth that its two amounts don't make."""
    for pattern in (_FROM_TO, _COMPARED):
        for hit in find(paper, pattern):
            found = _growth(hit)
            if found is not None:
                yield found


def _growth(hit: Hit) -> Found | None:
    groups = hit.match.groupdict()
    unit, unit2 = groups.get("unit") or "", groups.get("unit2") or groups.get("unit") or ""
    if unit and unit != unit2:
        return None
    before, now = Decimal(hit["before"]), Decimal(hit["now"])
    down = _DOWN.search(hit["verb"]) is not None
    args: dict[str, object] = {"before": f"{before}{unit2}", "now": f"{now}{unit2}", "right_en": ""}
    if now != before and (now < before) != down:
        return Found(
            hit.paragraph,
            hit.start,
            hit.end,
            {**args, "right": "减少了" if now < before else "增加了", "said": hit["verb"]},
        )
    if not groups.get("rate") or not before:
        return None
    points = hit["sign"] == "个百分点" or unit2 == "%"
    exact = abs(now - before) if points else abs(now - before) / before * 100
    if abs(exact - Decimal(hit["rate"])) <= _slack(hit["rate"]):
        return None
    right = round(exact, max(1, len(hit["rate"].partition(".")[2])))
    sign = "个百分点" if points else "%"
    return Found(
        hit.paragraph,
        hit.start,
        hit.end,
        {**args, "right": f"变化{right}{sign}", "right_en": right, "said": f"{hit['rate']}{hit['sign']}"},
    )


_RATE_IN_PERCENT = lazily(
    r"(?:率|比重|占比)[^，。；0-9\n]{0,8}?(?P<verb>提高|上升|下降|降低|提升|增加)了?(?P<n>[0-9]{1,3}(?:\.[0-9]{1,2})?)%"
)


@rule(
    "rate-points",
    severity="warning",
    title="率的升降用百分点",
    zh="“{text}”：率的变化应写“{n}个百分点”",
    en="rates change by percentage points: {n}个百分点",
    why="率由90%到95%是提高5个百分点，不是提高5%。",
    norm="国家统计局《统计用语规范》的用法；" + _SUM_NORM,
    fails=["满意率比上年提高5%。"],
    passes=["满意率比上年提高5个百分点。", "收入增长5%。", "满意率提高到95%。"],
)
def rate_points(paper: Paper) -> Iterator[Found]:
    """Find changes of rates given in per cent."""
    for hit in find(paper, _RATE_IN_PERCENT):
        yield Found(hit.paragraph, hit.start, hit.end, {"n": hit["n"]})
