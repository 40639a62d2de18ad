"""How long the replies to deputies' suggestions take."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from draftkit.checks.finding import Severity
from draftkit.checks.paper import Hit, Paper
from draftkit.checks.rule import Case, Found, Rules, registrar
from draftkit.checks.rules._text import find

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "figures")

_DAY = r"(?:(?<![0-9])(?P<year>20[0-9]{2})年|(?<![0-9年]))(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日"
_HANDED = re.compile(rf"{_DAY}，?[^0-9。；，\n]{{0,24}}交办(?!情况)")
_REPLIED = re.compile(
    rf"(?<![至到])(?<![至到] ){_DAY}(?:之?前|以前)?，?[^0-9。；，\n]{{0,20}}(?:答复|办复)(?!情况|率|质量|工作|[会函件意])"
)
_NO_REPLY = re.compile("听取|汇报|测评|评议|检查|督查|督办|视察|座谈|调研|重新|再次|二次|不满意|对")
_SUGGESTIONS = re.compile("建议")
_OTHERS = re.compile("审议意见|闭会期间|陆续|分批|另")
_LONGER = re.compile("复杂|情况特殊|[六6]个月|延长")
_LAW = 3
_LAW_COMPLEX = 6
_LAST_MONTH = 12
_SINCE = dt.date(2010, 10, 28)
"""The limits came into 代表法 with its amendment of this day."""


def _date(hit: Hit, year: int) -> dt.date | None:
    try:
        return dt.date(int(hit["year"] or year), int(hit["month"]), int(hit["day"]))
    except ValueError:
        return None


def _months_later(date: dt.date, months: int) -> dt.date:
    year, month = divmod(date.month - 1 + months, _LAST_MONTH)
    year, month = date.year + year, month + 1
    return dt.date(year, month, min(date.day, calendar.monthrange(year, month)[1]))


@rule(
    "reply-late",
    severity="warning",
    title="建议的答复超过了法定时限",
    zh="{handed}交办，{replied}答复，超过{months}个月，请核对日期和时限",
    en="handed over on {handed_en} and answered on {replied_en}: later than {months} months",
    why="建议应自交办之日起三个月内答复，涉及面广、处理难度大的六个月内答复；有的省规定的时限更短。",
    norm="代表法（2025年）第五十一条；地方组织法（2022年）第四十二条",
    fails=[
        "代表建议于2024年1月20日集中交办，2024年8月30日前全部答复代表。",
        "代表建议3月5日召开会议交办，各承办单位于7月20日前答复代表。",
    ],
    passes=[
        "代表建议于2024年1月20日集中交办，2024年4月20日前全部答复代表。",
        "代表建议3月5日召开会议交办，情况复杂的于8月20日前答复代表。",
        "代表建议于3月5日集中交办，截至11月30日，已全部答复代表。",
        "代表建议于2024年3月5日集中交办，截至2024年11月30日，已全部答复代表。",
        "代表建议于3月5日集中交办，10月20日，听取建议答复情况汇报。",
        Case("代表建议3月5日召开会议交办，各承办单位于7月20日前答复代表。", on=dt.date(2008, 12, 20)),
        "主席团于3月5日交办审议意见和建议，8月30日前答复。",
        "代表建议于2023年11月30日集中交办，2024年2月29日全部答复。",
    ],
)
def reply_late(paper: Paper) -> Iterator[Found]:
    """Find replies later than the law has them: a hint beyond three months, a warning beyond six."""
    if paper.when is not None and paper.when.latest < _SINCE:
        return
    handed: dict[int, list[Hit]] = {}
    for hit in find(paper, _HANDED):
        handed.setdefault(hit.paragraph.index, []).append(hit)
    replied: dict[int, list[Hit]] = {}
    for hit in find(paper, _REPLIED):
        if not _NO_REPLY.search(hit[0]):
            replied.setdefault(hit.paragraph.index, []).append(hit)
    for index, hits in replied.items():
        first = handed.get(index, [])
        if len(hits) == 1 and len(first) == 1 and first[0].end <= hits[0].start:
            found = _late(first[0], hits[0])
            if found is not None:
                yield found


def _late(handed: Hit, replied: Hit) -> Found | None:
    text = handed.paragraph.text
    if not _SUGGESTIONS.search(text) or _OTHERS.search(text) or (replied["year"] and not handed["year"]):
        return None
    leap = 2024
    start = _date(handed, leap)
    end = _date(replied, start.year) if start else None
    if start is None or end is None or end <= _months_later(start, _LAW):
        return None
    late = end > _months_later(start, _LAW_COMPLEX)
    if not late and _LONGER.search(text):
        return None
    begin, _ = replied.span("month")
    args = {
        "handed": f"{start.month}月{start.day}日",
        "replied": f"{end.month}月{end.day}日",
        "handed_en": f"{start:%m-%d}",
        "replied_en": f"{end:%m-%d}",
        "months": _LAW_COMPLEX if late else _LAW,
    }
    return Found(replied.paragraph, begin, replied.end, args, severity=None if late else Severity.HINT)
