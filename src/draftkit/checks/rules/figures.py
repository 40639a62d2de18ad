"""Figures that have to agree: attendance, quorum, votes, sums, rates, growth, counts of points."""

import math
import re
from collections.abc import Iterator
from decimal import Decimal

from draftkit.checks.finding import Severity
from draftkit.checks.paper import Hit, Paper
from draftkit.checks.rule import Found, Rules, registrar
from draftkit.checks.rules._text import find
from draftkit.zh.numbering import find_points

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "figures")

_N = r"[0-9]{1,6}"
_SUM_NORM = "党政机关公文处理工作条例第十九条：表述准确；统计法第七条：数据真实、准确"
_QUORUM_NORM = "地方组织法（2022年）第十四条：三分之二以上的代表出席，始得举行"
_MAJORITY_NORM = "地方组织法第二十五条：以全体代表的过半数通过"


# ── attendance and votes ──

_ATTENDANCE = re.compile(
    rf"应(?:到|出席)[^0-9。\n]{{0,10}}(?P<due>{_N})[^0-9。\n]{{0,16}}(?:实(?:到|际到会|际出席|有出席|出席)|出席)[^0-9。\n]{{0,10}}(?P<there>{_N})"
    rf"(?:[^0-9。\n]{{0,10}}(?:请假|缺席|因[^0-9，。\n]{{1,8}})[^0-9。\n]{{0,8}}(?P<away>{_N}))?(?:[^0-9。\n]{{0,10}}(?:缺席|未到)[^0-9。\n]{{0,6}}(?P<absent>{_N}))?"
)
_AWAY_FIRST = re.compile(
    rf"应(?:到|出席)[^0-9。\n]{{0,10}}(?P<due>{_N})[^0-9。\n]{{0,16}}(?:请假|缺席|因[^0-9，。\n]{{1,8}})[^0-9。\n]{{0,8}}(?P<away>{_N})"
    rf"[^0-9。\n]{{0,16}}(?:实(?:到|际到会|际出席|有出席|出席)|出席)[^0-9。\n]{{0,10}}(?P<there>{_N})"
)


def _attendances(paper: Paper) -> Iterator[Hit]:
    yield from find(paper, _ATTENDANCE)
    yield from find(paper, _AWAY_FIRST)


@rule(
    "sum-attendance",
    severity="error",
    title="应到、实到、请假人数对不上",
    zh="应到{due}人，实到{there}人，请假、缺席{away}人：{there}+{away}={total}，不等于{due}",
    en="{due} due, {there} present, {away} away: they don't add up",
    why="应到等于实到加请假、缺席。",
    norm=_SUM_NORM,
    fails=[
        "会议应到代表80人，实到64人，请假15人，符合法定人数。",
        "大会应到代表56名，请假6名，实到51名。",
        "应到代表80人，实到82人。",
    ],
    passes=[
        "会议应到代表80人，实到64人，请假16人，符合法定人数。",
        "应出席2878人，出席2762人，缺席116人。",
        "应到代表80人，实到74人。",
    ],
)
def sum_attendance(paper: Paper) -> Iterator[Found]:
    """Find attendances that don't add up."""
    for hit in _attendances(paper):
        due, there = int(hit["due"]), int(hit["there"])
        away = int(hit["away"] or 0) + (int(hit["absent"] or 0) if "absent" in hit.match.groupdict() else 0)
        if there > due or (hit["away"] and there + away != due):
            args = {"due": due, "there": there, "away": away, "total": there + away}
            yield Found(hit.paragraph, hit.start, hit.end, args)


@rule(
    "sum-quorum",
    severity="error",
    title="到会人数不足法定人数",
    zh="应到{due}人的三分之二是{need}人，实到{there}人不足，会议不能举行",
    en="two thirds of {due} are {need}: {there} are no quorum",
    why="须有三分之二以上的代表出席，会议始得举行。",
    norm=_QUORUM_NORM,
    fails=["会议应到代表75人，实到49人，符合法定人数。"],
    passes=["会议应到代表75人，实到52人，符合法定人数。"],
)
def sum_quorum(paper: Paper) -> Iterator[Found]:
    """Find sessions of deputies held with fewer than two thirds of them."""
    for hit in _attendances(paper):
        due, there = int(hit["due"]), int(hit["there"])
        need = math.ceil(due * 2 / 3)
        if there < need and re.search("代表|法定人数", hit.paragraph.text):
            yield Found(hit.paragraph, hit.start, hit.end, {"due": due, "there": there, "need": need})


_VOTES = re.compile(
    rf"(?:赞成|同意)[票]?[ ]?(?P<yes>{_N})[票人]?[，、； ]{{0,2}}(?:反对|不赞成|不同意)[票]?[ ]?(?P<no>{_N})[票人]?[，、； ]{{0,2}}弃权[票]?[ ]?(?P<none>{_N})[票人]?"
    rf"(?:[，、； ]{{0,2}}(?:未按(?:表决器)?|未投(?:票)?|未表决)(?:的)?[ ]?(?P<still>{_N}))?"
    rf"|(?P<yes2>{_N})票(?:赞成|同意)[，、； ]{{0,2}}(?P<no2>{_N})票(?:反对|不赞成)[，、； ]{{0,2}}(?P<none2>{_N})票弃权"
)
_PRESENT = re.compile(rf"(?:实到|出席|到会|参加(?:投票|表决|会议))[^0-9。；\n]{{0,12}}(?P<there>{_N})(?=[人名位])")
_DUE = re.compile(
    rf"(?:应到|应出席|全体代表|代表总数|代表名额|实有代表)[^0-9。；\n]{{0,12}}(?P<due>{_N})(?=[人名位]|，|。)"
)


def _last_before(hits: list[Hit], place: Hit, group: str) -> int | None:
    """Return the number of the last of `hits` before `place`."""
    before = [hit for hit in hits if (hit.paragraph.index, hit.start) < (place.paragraph.index, place.start)]
    return int(before[-1][group]) if before else None


@rule(
    "sum-votes",
    severity="error",
    title="赞成、反对、弃权的票数对不上",
    zh="赞成{yes}、反对{no}、弃权{none}，合计{total}，与到会的{there}人不符；有未按表决器的应注明",
    en="{yes} for, {no} against, {none} abstaining make {total}, but {there} were present",
    why="各种票数之和等于到会人数，差额要说明是未按表决器还是未投票。",
    norm=_SUM_NORM,
    fails=["应到代表102人，实到90人。表决结果：赞成88票，反对1票，弃权0票，决议通过。"],
    passes=[
        "应到代表102人，实到90人。表决结果：赞成90票，反对0票，弃权0票，决议通过。",
        "出席会议的代表90名。赞成88票，反对1票，弃权0票，未按表决器1人。",
    ],
)
def sum_votes(paper: Paper) -> Iterator[Found]:
    """Find votes that don't come to the deputies present."""
    present = list(find(paper, _PRESENT))
    for hit in find(paper, _VOTES):
        yes, no, none = (int(hit[name] or hit[f"{name}2"]) for name in ("yes", "no", "none"))
        total = yes + no + none + int(hit["still"] or 0)
        there = _last_before(present, hit, "there")
        if there is not None and (
            total > there or (total < there and not re.search("未按|未投|未表决|缺席|无效", hit.paragraph.text))
        ):
            args = {"yes": yes, "no": no, "none": none, "total": total, "there": there}
            yield Found(hit.paragraph, hit.start, hit.end, args)


_PASSED = re.compile("通过|当选|批准")
_NOT_PASSED = re.compile("未(?:获)?通过|没有通过|未当选|不足|未能")


@rule(
    "sum-majority",
    severity="error",
    title="票数不过全体代表的半数",
    zh="全体代表{due}人，过半数为{need}人，赞成{yes}票不能通过、当选",
    en="a majority of {due} is {need}: {yes} votes don't carry",
    why="选举和决议以全体代表的过半数通过，不以到会人数计。",
    norm=_MAJORITY_NORM,
    fails=["应到代表102人，实到70人。表决结果：赞成51票，反对19票，弃权0票，决议通过。"],
    passes=[
        "应到代表102人，实到70人。表决结果：赞成52票，反对18票，弃权0票，决议通过。",
        "应到代表102人，实到70人。表决结果：赞成51票，反对19票，弃权0票，未获通过。",
    ],
)
def sum_majority(paper: Paper) -> Iterator[Found]:
    """Find what was carried by fewer than half of all deputies."""
    due_hits = list(find(paper, _DUE))
    for hit in find(paper, _VOTES):
        yes = int(hit["yes"] or hit["yes2"])
        due = _last_before(due_hits, hit, "due")
        text = hit.paragraph.text
        if due is not None and yes < due // 2 + 1 and _PASSED.search(text) and not _NOT_PASSED.search(text):
            yield Found(hit.paragraph, hit.start, hit.end, {"due": due, "need": due // 2 + 1, "yes": yes})


_UNANIMOUS = re.compile("全票|一致(?:通过|同意|赞成)|满票")


@rule(
    "sum-unanimous",
    severity="error",
    title="有反对、弃权，却说全票、一致",
    zh="有反对或弃权票（{votes}），不能写“{text}”",
    en="there were votes against or abstentions: {votes}",
    why="全票是到会的人都赞成。",
    norm=_SUM_NORM,
    fails=["赞成88票，反对1票，弃权1票，会议一致通过了决议。"],
    passes=["赞成90票，反对0票，弃权0票，会议一致通过了决议。"],
)
def sum_unanimous(paper: Paper) -> Iterator[Found]:
    """Find 全票 and 一致 in a paragraph that tells of votes against."""
    votes = {
        hit.paragraph: hit
        for hit in find(paper, _VOTES)
        if int(hit["no"] or hit["no2"]) + int(hit["none"] or hit["none2"])
    }
    for hit in find(paper, _UNANIMOUS):
        if hit.paragraph in votes:
            yield Found(hit.paragraph, hit.start, hit.end, {"votes": votes[hit.paragraph][0]})


_BALLOTS = re.compile(
    rf"发出(?:选票|表决票|测评票)?[^0-9。\n]{{0,6}}(?P<out>{_N})[张票份][^0-9。\n]{{0,8}}收回(?:选票|表决票|测评票)?[^0-9。\n]{{0,6}}(?P<back>{_N})[张票份]"
    rf"(?:[^0-9。\n]{{0,10}}有效票?[^0-9。\n]{{0,4}}(?P<good>{_N})[张票份][^0-9。\n]{{0,8}}(?:无效|废)票?[^0-9。\n]{{0,4}}(?P<bad>{_N})[张票份])?"
)


@rule(
    "sum-ballots",
    severity="error",
    title="发出、收回、有效、无效票数对不上",
    zh="{problem}",
    en="the ballots don't agree: {text}",
    why="收回的票多于发出的，选举无效；有效票加无效票等于收回的票。",
    norm="选举法第四十五条；省选举办法的通例",
    fails=["发出选票64张，收回选票65张。", "发出选票64张，收回64张，其中有效票62张，无效票1张。"],
    passes=["发出选票64张，收回64张，其中有效票63张，无效票1张。"],
)
def sum_ballots(paper: Paper) -> Iterator[Found]:
    """Find more ballots back than out, and parts that don't make up those that came back."""
    for hit in find(paper, _BALLOTS):
        out, back = int(hit["out"]), int(hit["back"])
        if back > out:
            yield Found(hit.paragraph, hit.start, hit.end, {"problem": f"收回{back}张多于发出{out}张，选举无效"})
        elif hit["good"] and int(hit["good"]) + int(hit["bad"]) != back:
            problem = f"有效{hit['good']}张加无效{hit['bad']}张，不等于收回的{back}张"
            yield Found(hit.paragraph, hit.start, hit.end, {"problem": problem})


# ── parts and wholes ──

_UNIT = "件|条|个|名|人|次|项|场|户|人次|万元|亿元|票|起|篇|期|所|家|处"
_WHOLE = re.compile(
    rf"(?:共|总计|合计|累计|共计|总数|收到|提出|办理|交办|收集|征集|形成|选举产生|开展|召开|组织|举办|督办|有)[^0-9。；\n]{{0,14}}(?P<whole>[0-9]{{1,6}}(?:\.[0-9]{{1,4}})?)(?P<unit>{_UNIT})[^0-9。；，：\n]{{0,8}}[，：（]?(?P<word>其中|分别是|分别为|包括|即)[：，]?(?P<rest>[^。\n]{{4,160}})"
)
_PART = re.compile(r"(?P<n>[0-9]{1,6}(?:\.[0-9]{1,4})?)(?P<unit>人次|万元|亿元|[件条个名人次项场户票起篇期所家处])")
_STATUS = re.compile(
    "已(?:经)?(?:解决|办结|落实|办理)|正在(?:解决|办理|落实)|列入(?:规划|计划)|留作参考|暂(?:时)?(?:不能|无法|未)|逐步解决|基本解决|A类|B类|C类|A 类"
)
_KINDS = re.compile("类|方面|议案")
_REST = re.compile("其余|其他|其它|余下")
_PARTIAL = re.compile(
    "等|重点|优秀|以上|新增|超过|占|达到?|同比|增长|党员|妇女|女性|少数民族|满意|测评|投资|资金|面商|走访|率|%"
)
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
        if total == whole or _is_nested(parts, whole):
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


_EQUATION = re.compile(
    rf"代表名额(?:为|是)?(?P<all>{_N})名[^0-9。\n]{{0,10}}(?:实有|现有)[^0-9。\n]{{0,6}}(?P<now>{_N})名[^0-9。\n]{{0,10}}(?:出缺|空缺|缺额|缺)[^0-9。\n]{{0,4}}(?P<gone>{_N})名"
)
_BUDGET = re.compile(
    r"收入(?:总计|合计|总额)(?:为|达到?)?(?P<income>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?P<unit>万元|亿元|元)[^。\n]{0,60}?支出(?:总计|合计|总额)(?:为|达到?)?(?P<spent>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?P=unit)"
)
_TOWN_DEPUTIES = re.compile(
    rf"(?:镇|乡)(?:第[一二三四五六七八九十]{{1,3}}届)?(?:人大|人民代表大会)?代表名额(?:为|共|是)?(?P<n>{_N})名"
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
    fails=["代表名额80名，实有78名，出缺3名。", "清溪镇代表名额为172名。"],
    passes=["代表名额80名，实有77名，出缺3名。", "清溪镇代表名额为80名。"],
)
def sum_deputies(paper: Paper) -> Iterator[Found]:
    """Find seats that aren't the deputies and the vacancies, and more seats than the law allows a township."""
    for hit in find(paper, _EQUATION):
        if int(hit["now"]) + int(hit["gone"]) != int(hit["all"]):
            problem = f"实有{hit['now']}名加出缺{hit['gone']}名，不等于名额{hit['all']}名"
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


# ── rates ──

_SHARE = re.compile(
    rf"(?P<n>{_N})(?P<unit>件|条|个|名|人|户|票|次|项)[^0-9。；，、\n]{{0,6}}[，（]?占(?:总数|建议总数|全部|总件数|代表总数|应到代表|总人数|全镇)?的?[^0-9。，；\n]{{0,10}}?(?P<rate>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?)%"
)
_TOTAL = re.compile(
    r"(?:共|总|收到|提出|交办|应到|全部|累计|合计|名额|实有|有)[^0-9。；\n]{0,12}(?P<n>[0-9]{1,6})(?P<unit>件|条|个|名|人|户|票|次|项)"
)


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
    totals = list(find(paper, _TOTAL))
    for hit in find(paper, _SHARE):
        wholes = [
            int(total["n"])
            for total in totals
            if total.paragraph is hit.paragraph
            and total.start < hit.start
            and total["unit"] == hit["unit"]
            and total.span("n")[0] != hit.start
        ]
        n, rate = int(hit["n"]), Decimal(hit["rate"])
        if not wholes or any(whole and abs(Decimal(100 * n) / whole - rate) <= _slack(hit["rate"]) for whole in wholes):
            continue
        right = round(Decimal(100 * n) / wholes[-1], len(hit["rate"].partition(".")[2])) if wholes[-1] else 0
        yield Found(hit.paragraph, hit.start, hit.end, {"n": n, "whole": wholes[-1], "right": right, "rate": rate})


_RATE = re.compile(
    r"(?P<name>办结率|办复率|答复率|满意率|基本满意率|满意和基本满意率|落实率|采纳率|解决率|回复率|面商率|到会率|出席率|参选率|参会率|覆盖率|合格率|完成率|见面率|走访率|回复落实率)"
    r"(?:、(?P<also>[^，。；\n0-9]{2,8}率))?[^0-9，。；\n]{0,8}?(?P<rate>[0-9]{1,3}(?:\.[0-9]{1,2})?)%"
)
_BOTH = re.compile(
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
    fails=["办结率达到105%。", "代表满意、基本满意率均达到100%。"],
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


_DONE = re.compile(
    rf"(?:收到|提出|交办|办理|承办|收集|转办)[^0-9。；\n]{{0,20}}(?P<whole>{_N})(?P<unit>件|条|个)[^。；\n]{{0,24}}?(?:已)?(?P<verb>办结|答复|办复|解决|落实|采纳)[^0-9。；率\n]{{0,8}}(?P<done>{_N})(?P=unit)[^0-9。；\n]{{0,8}}(?P<name>办结率|答复率|办复率|解决率|落实率|采纳率)[^0-9。；\n]{{0,6}}(?P<rate>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?)%"
)
_SATISFIED = re.compile(
    rf"(?:共|收到|发放|收回|测评|参加测评|参评)[^0-9。；\n]{{0,16}}(?P<whole>{_N})(?P<unit>[件人名票份])[^。；\n]{{0,20}}?满意[^0-9。；率\n]{{0,6}}(?P<done>{_N})(?P=unit)[^0-9。；\n]{{0,8}}(?P<name>满意率)[^0-9。；\n]{{0,6}}(?P<rate>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?)%"
)


@rule(
    "rate-done",
    severity="error",
    title="办结率、满意率算错",
    zh="{done}/{whole}={right}%，{name}不是{rate}%",
    en="{done} of {whole} is {right}%, not {rate}%",
    why="件数与比率要能互相算出来；办结率与答复率也不是一回事。",
    norm=_SUM_NORM,
    fails=["全年交办建议34件，办结31件，办结率95%。", "发放测评票60份，满意57份，满意率97%。"],
    passes=["全年交办建议34件，办结31件，办结率91.2%。", "发放测评票60份，满意57份，满意率95%。"],
)
def rate_done(paper: Paper) -> Iterator[Found]:
    """Find rates that aren't what their counts come to."""
    for pattern in (_DONE, _SATISFIED):
        for hit in find(paper, pattern):
            whole, done, rate = int(hit["whole"]), int(hit["done"]), Decimal(hit["rate"])
            if whole and abs(Decimal(100 * done) / whole - rate) > _slack(hit["rate"]):
                right = round(Decimal(100 * done) / whole, 1)
                args = {"done": done, "whole": whole, "right": right.normalize(), "name": hit["name"], "rate": rate}
                yield Found(hit.paragraph, hit.start, hit.end, args)


_AMOUNT = r"[0-9]{1,9}(?:\.[0-9]{1,4})?"
_FROM_TO = re.compile(
    rf"(?:由|从)(?:上年|去年|20[0-9]{{2}}年)?的?(?P<before>{_AMOUNT})(?P<unit>万元|亿元|元|人|件|户|名|个|次|亩|吨|%)?[^0-9。；\n]{{0,6}}?(?P<verb>增加|增长|提高|上升|增至|升至|提升|下降|减少|降低|降至|减至)(?:到了?|至)?(?:20[0-9]{{2}}年的)?(?P<now>{_AMOUNT})(?P<unit2>万元|亿元|元|人|件|户|名|个|次|亩|吨|%)"
    rf"(?:[^0-9。；\n]{{0,10}}?(?P<verb2>增长|提高|增幅|上升|下降|减少|降低|降幅)[^0-9。；\n]{{0,4}}(?P<rate>{_AMOUNT})(?P<sign>%|个百分点))?"
)
_COMPARED = re.compile(
    rf"(?P<now>{_AMOUNT})(?P<unit>万元|亿元|元|人|件|户|名|个|次|亩|吨)[^0-9。；\n]{{0,4}}[，]?(?:比|较)(?:上年|去年|20[0-9]{{2}}年)(?:同期)?的?(?P<before>{_AMOUNT})(?P=unit)[^0-9。；\n]{{0,6}}?(?P<verb>增长|增加|提高|上升|下降|减少|降低)了?(?P<rate>{_AMOUNT})(?P<sign>%)"
)
_DOWN = re.compile("下降|减少|降低|降|减")


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


_RATE_IN_PERCENT = re.compile(
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


# ── counts of points ──

_HAN = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_ANNOUNCED = re.compile(
    r"(?P<n>[0-9]{1,2}|[两二三四五六七八九十])(?:个|项|件|条|点|大|方面|类|种)(?:方面|重点|主要|关键|突出|具体)?(?:的)?(?P<what>方面|问题|事项|工作|措施|环节|举措|任务|要求|特点|重点|抓手|机制|建议|意见|办法|制度|关口|原因|不足|短板|做法|经验)?[^，。：；\n0-9]{0,10}[：。，]?$"
)
_NEAR = 30
_MOST_POINTS = 10


def _count(text: str) -> int:
    return int(text) if text.isascii() else _HAN[text]


@rule(
    "count-points",
    severity="error",
    title="说了几项，列出来的却不是几项",
    zh="说的是{said}项，列出的是{listed}项",
    en="{said} are announced and {listed} are told",
    why="增删了分项，前面的数目没有改。",
    norm=_SUM_NORM,
    fails=[
        "重点抓好4个方面：一是抓学习；二是抓培训；三是抓视察。",
        "存在三个问题：一是学习不够；二是监督不力；三是联系不紧；四是宣传不多。",
    ],
    passes=["重点抓好3个方面：一是抓学习；二是抓培训；三是抓视察。", "召开3次会议，一是抓学习；二是抓培训。"],
)
def count_points(paper: Paper) -> Iterator[Found]:
    """Find numbers of points that aren't those of the points that follow."""
    for paragraph in paper.body:
        points = find_points(paragraph.text)
        if not _TWO <= len(points) <= _MOST_POINTS:
            continue
        lead = paragraph.text[max(0, points[0].start - _NEAR) : points[0].start].replace(":", "：").replace(",", "，")
        announced = _ANNOUNCED.search(lead)
        if announced and (announced["what"] or lead.endswith("：")) and _count(announced["n"]) != len(points):
            start = points[0].start - len(lead) + announced.start()
            args = {"said": _count(announced["n"]), "listed": len(points)}
            yield Found(paragraph, start, points[0].end, args)


_SETS = re.compile(
    r"“(?P<n>[二两三四五六七八九十])(?P<what>有|个一|到位|公开|带头|必|联|进|化|促进|结合|坚持)”[^。；“：，\n]{0,10}[，：]?(?:即|就是|做到)?[“：，]?(?P<list>[^。；”\n]{4,80})"
)


@rule(
    "count-set",
    severity="error",
    title="“六有”“六个一”的项数不符",
    zh="“{name}”应列{said}项，列出的是{listed}项",
    en="{name} should name {said} and names {listed}",
    why="概括的数目与列举的项数要一致。",
    norm=_SUM_NORM,
    fails=["活动室做到“六有”：有牌子、有机构、有计划、有制度、有经费。"],
    passes=[
        "活动室做到“六有”：有牌子、有机构、有计划、有制度、有方案、有经费。",
        "开展“六个一”活动，促进代表履职。",
        "落实“三公开”，接受监督。",
    ],
)
def count_set(paper: Paper) -> Iterator[Found]:
    """Find sets such as 六有 that name more or fewer."""
    for hit in find(paper, _SETS):
        what = hit["what"].removeprefix("个")
        items = [item for item in re.split("[、，]", hit["list"]) if item]
        count = 0
        for item in items:
            if what not in item:
                break
            count += 1
        said = _HAN[hit["n"]]
        if count >= _TWO and count != said:
            args = {"name": f"{hit['n']}{hit['what']}", "said": said, "listed": count}
            yield Found(hit.paragraph, hit.start, min(hit.end, hit.start + 60), args)


# ── the same told twice ──

_STATED = re.compile(
    r"(?P<key>[\u4e00-\u9fff、]{6,14})(?P<n>[0-9]{1,6}(?:\.[0-9]{1,4})?)(?P<unit>人次|万元|亿元|件|条|个|名|人|次|项|场|户|篇|期|%)"
)
_OVERALL = re.compile("全年|全镇|全乡|共|累计|总|本届|应到|实到|名额")
_KEY = 6


@rule(
    "figure-twice",
    severity="error",
    title="同一个数前后不一",
    zh="“{text}”前文写的是{other}{unit}",
    en="told as {other} before",
    why="一处改了，另一处没有改。",
    norm=_SUM_NORM,
    fails=["全年共办理代表建议34件。\n各位代表，全年共办理代表建议33件，成绩来之不易。"],
    passes=[
        "全年共办理代表建议34件。\n各位代表，全年共办理代表建议34件。",
        "上半年办理代表建议12件。\n下半年办理代表建议22件。",
    ],
)
def figure_twice(paper: Paper) -> Iterator[Found]:
    """Find the same statement with another number."""
    told: dict[tuple[str, str], tuple[str, int]] = {}
    for hit in find(paper, _STATED):
        words = re.split("[、]", hit["key"])[-1][-8:]
        if len(words) < _KEY or not _OVERALL.search(words):
            continue
        key = (words, hit["unit"])
        number, where = told.setdefault(key, (hit["n"], hit.paragraph.index))
        if Decimal(number) != Decimal(hit["n"]) and where != hit.paragraph.index:
            start, end = hit.span("n")
            yield Found(
                hit.paragraph, max(hit.start, start - 8), end + len(hit["unit"]), {"other": number, "unit": hit["unit"]}
            )


_SESSION = re.compile(
    r"第?(?P<term>[一二三四五六七八九十]{1,3})届(?:人大|人民代表大会)第?(?P<number>[一二三四五六七八九十]{1,2})次会议"
)


@rule(
    "session-twice",
    severity="error",
    title="同一次会议届次前后不一",
    zh="“{text}”与上文“{other}”届次不一，请核对",
    en="the same session is called {other!r} above",
    why="套用旧文稿时届次没有改全。",
    norm="地方组织法第十四条；" + _SUM_NORM,
    fails=["清溪镇第十一届人民代表大会第五次会议于1月14日召开。\n第十届人民代表大会第五次会议取得圆满成功。"],
    passes=["清溪镇第十一届人民代表大会第五次会议于1月14日召开。\n县第十五届人民代表大会第四次会议闭幕。"],
)
def session_twice(paper: Paper) -> Iterator[Found]:
    """Find a session named with another term than above."""
    told: dict[str, tuple[str, str]] = {}
    for hit in find(paper, _SESSION):
        before = hit.paragraph.text[max(0, hit.start - 4) : hit.start]
        if re.search("[县市区省国]$|全国|政协", before):
            continue
        term, words = told.setdefault(hit["number"], (hit["term"], hit[0]))
        if term != hit["term"]:
            yield Found(hit.paragraph, hit.start, hit.end, {"other": words})


_VAGUE = re.compile(
    rf"(?:编印|召开|开展|举办|出刊|组织|办理|收到|收集|解决|印发|出版|接待|走访|完成|刊发)[了过]?[^，。；0-9\n]{{0,14}}(?P<range>{_N} ?(?:[-－—~～至]|——) ?{_N}) ?(?=期|次|场|件|条|个|人次|名|篇)"
)


@rule(
    "count-vague",
    severity="warning",
    title="已经完成的工作写成约数",
    zh="“{text}”：已完成的工作应写确数",
    en="what has been done takes an exact number: {text!r}",
    why="总结、报告里的数字要经得起核对；约数多是计划的写法，忘了改。",
    norm="党政机关公文处理工作条例第十九条：表述准确",
    fails=["今年，编印《清溪民声》10-12期。"],
    passes=["今年，编印《清溪民声》12期。", "每个成员联系5～7名代表。"],
)
def count_vague(paper: Paper) -> Iterator[Found]:
    """Find counts of work done that are ranges."""
    for hit in find(paper, _VAGUE):
        if not re.search("计划|将|要求|每|不少于|力争|争取", hit.paragraph.text[max(0, hit.start - 20) : hit.start]):
            yield Found(hit.paragraph, hit.start, hit.end)


_HALF = re.compile("(?<![上下])半年(?:来|以来|组织|召开|开展|共|内共)")
_FULL_YEAR = re.compile(r"全年(?:安排|共|累计|组织|开展|召开)|一年来|(?:20[0-9Xx×_*]{2}|__)年，我[镇乡]|年度工作总结")


@rule(
    "period-mixed",
    severity="warning",
    title="半年与全年的口径混用",
    zh="“{text}”是半年的口径，文中又写“{other}”，应统一统计期间",
    en="the paper counts half a year here and a whole year at {other!r}",
    why="由半年小结改成的年度总结，数字还是半年的。",
    norm=_SUM_NORM,
    fails=["一年来，镇人大围绕中心开展工作。\n半年组织代表开展活动6次。"],
    passes=["一年来，镇人大围绕中心开展工作。\n上半年组织代表开展活动6次。", "半年来，组织代表开展活动6次。"],
)
def period_mixed(paper: Paper) -> Iterator[Found]:
    """Find half a year in a paper on a whole one."""
    whole = next(find(paper, _FULL_YEAR), None)
    if whole is not None:
        for hit in find(paper, _HALF):
            yield Found(hit.paragraph, hit.start, hit.end, {"other": whole[0]})


_COUNTED = re.compile(
    r"(?P<key>安全生产|食品安全|环境保护|计划生育|河道治理|人居环境|营商环境|义务教育|道路交通|森林防火|防汛抗旱|信访维稳|医疗卫生|公路建设|财政预算|养老服务|乡村振兴|项目建设|依法行政|法律法规|民生实事)[^。；\n]{0,10}?(?P<a>[0-9]{1,3})[次场][^。；\n]{0,40}?(?P<b>[0-9]{1,3})[次场](?P=key)|(?P<key2>安全生产|食品安全|环境保护|人居环境|营商环境|道路交通|民生实事)[^。；\n0-9]{0,8}[0-9]{1,3}[次场][^。；\n]{0,40}?(?P=key2)[^。；\n0-9]{0,8}[0-9]{1,3}[次场]"
)


@rule(
    "counted-twice",
    severity="warning",
    title="同一项工作计了两次",
    zh="“{text}”里同一项工作出现了两次，请核对是否重复计数",
    en="the same work seems to be counted twice",
    why="几处材料拼在一起，同一次检查算了两回。",
    norm=_SUM_NORM,
    fails=["开展安全生产执法检查2次，对中小学视察2次，2次安全生产检查。"],
    passes=["开展安全生产执法检查2次，对中小学视察2次，2次食品安全检查。"],
)
def counted_twice(paper: Paper) -> Iterator[Found]:
    """Find the same work counted twice in a sentence."""
    for hit in find(paper, _COUNTED):
        yield Found(hit.paragraph, hit.start, min(hit.end, hit.start + 60))


_PEOPLE = re.compile(
    rf"(?P<events>{_N})(?:场次|场|次)[^0-9。；\n]{{0,12}}(?:接待|参加|参与|服务|培训|走访)[^0-9。；\n]{{0,8}}(?P<people>{_N})人次"
)
_STATIONS = re.compile(
    rf"(?P<stations>{_N}) ?个(?:人大)?(?:代表)?(?:联络站|工作站|联络点|代表之家)[^。；，\n]{{0,4}}每月[^。；\n]{{0,2}}(?:均|都)?(?:开展|组织|接待)"
)
_RECEPTIONS = re.compile(
    rf"(?:进站|接待选民|接待群众|接待活动|接待选民群众)[^0-9。；\n]{{0,10}}(?P<n>{_N})(?:场次|场|次)"
)


@rule(
    "count-people",
    severity="warning",
    title="场次与人次、站数与场次不合",
    zh="{problem}，请核对",
    en="the counts don't fit each other: {text}",
    why="人次不会少于场次；每站每月一次，全年场次不会少于站数的十二倍。",
    norm=_SUM_NORM,
    fails=[
        "开展进站接待172场次，接待选民123人次。",
        "全镇14个人大代表联络站每月均开展接待活动。\n全年进站接待选民群众100场次。",
    ],
    passes=[
        "开展进站接待172场次，接待选民223人次。",
        "全镇14个人大代表联络站每月均开展接待活动。\n全年进站接待选民群众172场次。",
    ],
)
def count_people(paper: Paper) -> Iterator[Found]:
    """Find fewer people than events, and fewer events than stations hold in a year."""
    for hit in find(paper, _PEOPLE):
        if int(hit["people"]) < int(hit["events"]):
            problem = f"{hit['events']}场次只有{hit['people']}人次"
            yield Found(hit.paragraph, hit.start, hit.end, {"problem": problem})
    stations = next(find(paper, _STATIONS), None)
    held = [hit for hit in find(paper, _RECEPTIONS) if re.search("全年|一年|累计|共", hit.paragraph.text)]
    if stations is not None and held and int(held[0]["n"]) < int(stations["stations"]) * 12:
        problem = f"{stations['stations']}个站每月一次，全年应不少于{int(stations['stations']) * 12}场次，这里写{held[0]['n']}场次"
        yield Found(held[0].paragraph, held[0].start, held[0].end, {"problem": problem})


_DAYS = re.compile(
    r"(?P<m1>[0-9]{1,2})月(?P<d1>[0-9]{1,2})日(?:至|到|—|－|-|～|~)(?:(?P<m2>[0-9]{1,2})月)?(?P<d2>[0-9]{1,2})日"
)


@rule(
    "days-reversed",
    severity="error",
    title="起止日期倒置",
    zh="“{text}”起止日期倒置",
    en="{text!r} ends before it begins",
    why="改动日期时只改了一头。",
    norm=_SUM_NORM,
    fails=["会议于3月28日至26日召开。"],
    passes=["会议于3月26日至28日召开。", "12月28日至1月3日", "3月31日至4月2日"],
)
def days_reversed(paper: Paper) -> Iterator[Found]:
    """Find spans of days that end before they begin; one over New Year is right."""
    for hit in find(paper, _DAYS):
        first, last = int(hit["m1"]), int(hit["m2"] or hit["m1"])
        over_new_year = first >= 10 and last <= 3  # noqa: PLR2004 -- months
        if (last, int(hit["d2"])) < (first, int(hit["d1"])) and not over_new_year:
            yield Found(hit.paragraph, hit.start, hit.end)


_POSTS = re.compile(
    r"(?:应选|应补选|补选)(?:镇长|副镇长|乡长|副乡长|主席|副主席|[^0-9。；，\n]{0,8})(?P<seats>[0-9]{1,2})名[^。；\n]{0,16}?候选人[^0-9。；\n]{0,4}(?P<candidates>[0-9]{1,2})名"
)


@rule(
    "count-candidates",
    severity="error",
    title="候选人少于应选名额",
    zh="应选{seats}名，候选人{candidates}名：候选人不能少于应选名额",
    en="{candidates} candidates for {seats} seats",
    why="正职一至二人，副职多一至三人；补选可以等额，但不能少。",
    norm="地方组织法第二十六条、第二十七条",
    fails=["补选副镇长2名，确定候选人1名。"],
    passes=["补选副镇长2名，确定候选人2名。"],
)
def count_candidates(paper: Paper) -> Iterator[Found]:
    """Find fewer candidates than seats."""
    for hit in find(paper, _POSTS):
        if int(hit["candidates"]) < int(hit["seats"]):
            yield Found(hit.paragraph, hit.start, hit.end, {"seats": hit["seats"], "candidates": hit["candidates"]})
