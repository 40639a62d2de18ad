"""Attendance, quorum, votes and ballots."""

import math
import re
from collections import deque
from collections.abc import Iterable, Iterator

from draftkit.checks.paper import Hit, Paper
from draftkit.checks.rule import Found, Rules, registrar
from draftkit.checks.rules._lazily import lazily
from draftkit.checks.rules._text import around, find

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "figures")

_N = r"[0-9]{1,6}"
_SUM_NORM = "党政机关公文处理工作条例第十九条：表述准确；统计法第七条：数据真实、准确"
_QUORUM_NORM = "地方组织法（2022年）第十四条：三分之二以上的代表出席，始得举行"
_MAJORITY_NORM = "地方组织法第二十五条：以全体代表的过半数通过"


_ATTENDANCE = lazily(
    rf"应(?:到|出席)[^0-9。\n]{{0,10}}(?P<due>{_N})[^0-9。\n]{{0,16}}(?:实(?:到|际到会|际出席|有出席|出席)|出席)[^0-9。\n]{{0,10}}(?P<there>{_N})"
    rf"(?:[^0-9。\n]{{0,10}}(?:请假|缺席|因[^0-9，。\n]{{1,8}})[^0-9。\n]{{0,8}}(?P<away>{_N}))?(?:[^0-9。\n]{{0,10}}(?:缺席|未到)[^0-9。\n]{{0,6}}(?P<absent>{_N}))?"
)
_AWAY_FIRST = lazily(
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
        if there < need and re.search("代表|法定人数", around(hit)):
            yield Found(hit.paragraph, hit.start, hit.end, {"due": due, "there": there, "need": need})


_VOTES = lazily(
    rf"(?:赞成|同意)[票]?[ ]?(?P<yes>{_N})[票人]?[，、； ]{{0,2}}(?:反对|不赞成|不同意)[票]?[ ]?(?P<no>{_N})[票人]?[，、； ]{{0,2}}弃权[票]?[ ]?(?P<none>{_N})[票人]?"
    rf"(?:[，、； ]{{0,2}}(?:未按(?:表决器)?|未投(?:票)?|未表决)(?:的)?[ ]?(?P<still>{_N}))?"
    rf"|(?P<yes2>{_N})票(?:赞成|同意)[，、； ]{{0,2}}(?P<no2>{_N})票(?:反对|不赞成)[，、； ]{{0,2}}(?P<none2>{_N})票弃权"
)
_PRESENT = lazily(rf"(?:实到|出席|到会|参加(?:投票|表决|会议))[^0-9。；\n]{{0,12}}(?P<there>{_N})(?=[人名位])")
_DUE = lazily(
    rf"(?:应到|应出席|全体代表|代表总数|代表名额|实有代表)[^0-9。；\n]{{0,12}}(?P<due>{_N})(?=[人名位]|，|。)"
)


def _with_last(hits: list[Hit], places: Iterable[Hit], group: str) -> Iterator[tuple[Hit, int | None]]:
    """Yield each of `places` with the number of the last of `hits` before it; both are in the order of the text."""
    last: int | None = None
    waiting = deque(hits)
    for place in places:
        while waiting and (waiting[0].paragraph.index, waiting[0].start) < (place.paragraph.index, place.start):
            last = int(waiting.popleft()[group])
        yield place, last


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
    for hit, there in _with_last(present, find(paper, _VOTES), "there"):
        yes, no, none = (int(hit[name] or hit[f"{name}2"]) for name in ("yes", "no", "none"))
        total = yes + no + none + int(hit["still"] or 0)
        if there is not None and (
            total > there or (total < there and not re.search("未按|未投|未表决|缺席|无效", around(hit)))
        ):
            args = {"yes": yes, "no": no, "none": none, "total": total, "there": there}
            yield Found(hit.paragraph, hit.start, hit.end, args)


_PASSED = lazily("通过|当选|批准")
_NOT_PASSED = lazily("未(?:获)?通过|没有通过|未当选|不足|未能")


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
    for hit, due in _with_last(due_hits, find(paper, _VOTES), "due"):
        yes = int(hit["yes"] or hit["yes2"])
        text = around(hit)
        if due is not None and yes < due // 2 + 1 and _PASSED.search(text) and not _NOT_PASSED.search(text):
            yield Found(hit.paragraph, hit.start, hit.end, {"due": due, "need": due // 2 + 1, "yes": yes})


_UNANIMOUS = lazily("全票|一致(?:通过|同意|赞成)|满票")


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


_BALLOTS = lazily(
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
