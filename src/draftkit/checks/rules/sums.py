"""Parts that make up wholes: suggestions by kind and by outcome, seats, budgets."""

import re
from collections.abc import Iterator
from decimal import Decimal

from draftkit.checks.finding import Severity
from draftkit.checks.paper import Hit, Paper
from draftkit.checks.rule import Found, Rules, registrar
from draftkit.checks.rules._lazily import lazily
from draftkit.checks.rules._text import find

__all__ = ["OVERLAP", "RULES"]

RULES: Rules = {}
rule = registrar(RULES, "figures")

_N = r"[0-9]{1,6}"
_SUM_NORM = "党政机关公文处理工作条例第十九条：表述准确；统计法第七条：数据真实、准确"

_UNIT = "件|条|个|名|人|次|项|场|户|人次|万元|亿元|票|起|篇|期|所|家|处"
_WHOLE = lazily(
    rf"(?:共|总计|合计|累计|共计|总数|收到|提出|办理|交办|收集|征集|形成|选举产生|开展|召开|组织|举办|督办|有)[^0-9。；\n]{{0,14}}(?P<whole>[0-9]{{1,6}}(?:\.[0-9]{{1,4}})?)(?P<unit>{_UNIT})[^0-9。；，：\n]{{0,8}}[，：（]?(?P<word>其中|分别是|分别为|包括|即)[：，]?(?P<rest>[^。\n]{{4,160}})"
)
_PART = lazily(r"(?P<n>[0-9]{1,6}(?:\.[0-9]{1,4})?)(?P<unit>人次|万元|亿元|[件条个名人次项场户票起篇期所家处])")
_STATUS = lazily(
    "已(?:经)?(?:解决|办结|落实|办理)|正在(?:解决|办理|落实)|列入(?:规划|计划)|留作参考|暂(?:时)?(?:不能|无法|未)|逐步解决|基本解决|A类|B类|C类|A 类"
)
_KINDS = lazily("类|方面|议案")
_REST = lazily("其余|其他|其它|余下")
_PARTIAL = lazily(
    "等|重点|优秀|以上|新增|超过|占|达到?|同比|增长|党员|妇女|女性|少数民族|满意|测评|投资|资金|面商|走访|率|%"
)
OVERLAP = lazily(
    "党员|妇女|女性|女代表|女同志|少数民族|文化程度|以上学历|学历|[0-9]岁|连任|留任|一线|退役|致富|带头人|骨干|困难|低保|残疾|流动|常住|留守"
)
"""Kinds of people that overlap: a party member can be a woman."""
_TWO, _THREE = 2, 3


@rule(
    "sum-parts",
    severity="error",
    title="各分项之和与总数不符",
    zh="各项之和是{total}{unit}，总数写的是{whole}{unit}",
    en="the parts come to {total}, the whole is {whole}",
    why="分项数改了，总数没有改，或反过来。",
    norm=_SUM_NORM,
    fails=[
        "共收到建议34件，其中工业类12件、农业类10件、社会事业类11件。",
        "共收到建议23件，其中已解决10件、正在解决5件、暂不能解决9件。",
        "全年开展活动12次，其中视察8次、调研6次。",
    ],
    passes=[
        "共收到建议34件，其中工业类12件、农业类10件、社会事业类12件。",
        "共收到建议34件，其中重点督办3件。",
        "全年开展活动12次，其中视察5次、调研4次等。",
        "共有代表60名，其中党员41名、妇女18名、少数民族5名。",
    ],
)
def sum_parts(paper: Paper) -> Iterator[Found]:
    """Find parts that are more than the whole, or that should make it up and don't."""
    for hit in find(paper, _WHOLE):
        whole, unit = Decimal(hit["whole"]), hit["unit"]
        rest = re.split(
            "[；（）]|，(?:共|总|比|较|同比|办|满意|答复|代表|投入|筹集|有效|推动|全部|均|已全)", hit["rest"]
        )[0]
        parts = [(Decimal(part["n"]), part.end()) for part in _PART.finditer(rest) if part["unit"] == unit]
        if len(parts) < _TWO:
            continue
        total = sum((number for number, _ in parts), start=Decimal(0))
        text = rest[: parts[-1][1]]
        if total == whole or _is_nested(parts, whole) or OVERLAP.search(text):
            continue
        statuses = len(_STATUS.findall(text)) >= _TWO
        whole_told = statuses or len(_KINDS.findall(text)) >= _THREE or _REST.search(text) is not None
        if total > whole or (whole_told and not _PARTIAL.search(rest)):
            yield _parts_found(hit, text, total, whole, None)
        elif len(parts) >= _THREE and not _PARTIAL.search(rest):
            yield _parts_found(hit, text, total, whole, Severity.HINT)


def _is_nested(parts: list[tuple[Decimal, int]], whole: Decimal) -> bool:
    """Return whether some first parts make up the whole, and those behind them belong to one of them."""
    total = Decimal(0)
    for number, _ in parts:
        total += number
        if total == whole:
            return True
    return False


def _parts_found(hit: Hit, text: str, total: Decimal, whole: Decimal, severity: Severity | None) -> Found:
    start, _ = hit.span("whole")
    rest, _ = hit.span("rest")
    args = {"total": total, "whole": whole, "unit": hit["unit"]}
    return Found(hit.paragraph, start, min(rest + len(text), start + 60), args, severity=severity)


_EQUATION = lazily(
    rf"代表名额(?:为|是)?(?P<all>{_N})名[^0-9。\n]{{0,10}}(?:实有|现有)[^0-9。\n]{{0,6}}(?P<now>{_N})名[^0-9。\n]{{0,10}}(?:出缺|空缺|缺额|缺)[^0-9。\n]{{0,4}}(?P<gone>{_N})名"
)
_BUDGET = lazily(
    r"收入(?:总计|合计|总额)(?:为|达到?)?(?P<income>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?P<unit>万元|亿元|元)[^。\n]{0,60}?支出(?:总计|合计|总额)(?:为|达到?)?(?P<spent>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?P=unit)"
)
_TOWN_DEPUTIES = lazily(
    rf"(?:镇|乡)(?:第[一二三四五六七八九十]{{1,3}}届)?(?:人大|人民代表大会)?代表名额(?:为|共|是)?(?P<n>{_N})名"
)
_DUE = lazily(
    rf"(?:现有|实有)代表(?P<now>{_N})名[，。；](?:本次(?:会议|大会)|这次会议|会议|大会)?应(?:到|出席)(?:会)?(?:代表)?(?P<due>{_N})名"
)
_MOST = 160


@rule(
    "sum-deputies",
    severity="error",
    title="代表名额、实有、出缺对不上",
    zh="{problem}",
    en="the numbers of deputies don't agree: {text}",
    why="名额等于实有加出缺；乡镇代表名额基数四十五名，总名额不超过一百六十名。",
    norm="选举法第十二条",
    fails=["代表名额80名，实有78名，出缺3名。", "现有代表71名。本次会议应到代表72名。", "清溪镇代表名额为172名。"],
    passes=["代表名额80名，实有77名，出缺3名。", "现有代表72名。本次会议应到代表72名。", "清溪镇代表名额为80名。"],
)
def sum_deputies(paper: Paper) -> Iterator[Found]:
    """Find seats that aren't the deputies and the vacancies, and more seats than the law allows a township."""
    for hit in find(paper, _EQUATION):
        if int(hit["now"]) + int(hit["gone"]) != int(hit["all"]):
            problem = f"实有{hit['now']}名加出缺{hit['gone']}名，不等于名额{hit['all']}名"
            yield Found(hit.paragraph, hit.start, hit.end, {"problem": problem})
    for hit in find(paper, _DUE):
        if int(hit["now"]) != int(hit["due"]):
            problem = f"现有代表{hit['now']}名，应到却是{hit['due']}名"
            yield Found(hit.paragraph, hit.start, hit.end, {"problem": problem})
    for hit in find(paper, _TOWN_DEPUTIES):
        if int(hit["n"]) > _MOST:
            yield Found(hit.paragraph, hit.start, hit.end, {"problem": f"乡镇代表名额不超过{_MOST}名"})


@rule(
    "sum-budget",
    severity="error",
    title="收入总计与支出总计不等",
    zh="收入总计{income}{unit}，支出总计{spent}{unit}，两者应相等",
    en="income {income} and spending {spent} have to be equal",
    why="预算收支平衡：收入总计等于支出总计（含结转、调入、上解）。",
    norm="预算法第三十五条",
    fails=["镇级收入总计5200万元，支出总计5300万元，收支平衡。"],
    passes=["镇级收入总计5200万元，支出总计5200万元，收支平衡。"],
)
def sum_budget(paper: Paper) -> Iterator[Found]:
    """Find budgets whose two totals differ."""
    for hit in find(paper, _BUDGET):
        if Decimal(hit["income"]) != Decimal(hit["spent"]):
            yield Found(hit.paragraph, hit.start, hit.end, {name: hit[name] for name in ("income", "spent", "unit")})
