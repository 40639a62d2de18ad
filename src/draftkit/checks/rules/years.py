"""The year that is reviewed and the one that is planned, and what the calendar has."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from draftkit.checks.paper import Paper
from draftkit.checks.paragraph import Passage
from draftkit.checks.rule import Case, Found, Rules, registrar
from draftkit.checks.rules._dated import say
from draftkit.checks.rules._lazily import lazily
from draftkit.checks.rules._text import find
from draftkit.tree import Role

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "chronology")


_REVIEWED = lazily(
    r"(?P<year>20[0-9]{2})\s?年度?(?!上半年)(?:的)?[^，。：；0-9\n]{0,16}?(?:工作回顾|工作总结|回顾|总结|主要工作(?!任务|安排|目标)|工作情况|工作开展情况)"
)
_PLANNED = lazily(
    r"(?P<year>20[0-9]{2})\s?年度?(?:的)?[^，。：；0-9\n]{0,16}?(?:工作计划|工作打算|打算|工作思路|思路|主要工作任务|工作任务|工作安排|工作要点|工作重点|主要任务|工作目标|工作展望|工作谋划|工作建议|主要安排)"
)
_OPENS = lazily(r"^(?P<year>20[0-9]{2})\s?年(?:以来|是)?[，,]")
_IS_YEAR = lazily(r"(?P<year>20[0-9]{2})(?=\s?年是)")
_HEADS = {Role.PART, Role.HEADING, Role.TITLE}


def _reviewed(paper: Paper) -> int | None:
    """Return the year that the paper reviews; None where it reviews half of one, and plans for the other."""
    for paragraph in paper.body:
        if paragraph.role in _HEADS or paragraph.level or len(paragraph.text) <= _HEADLINE:
            found = _REVIEWED.search(paragraph.heading or paragraph.text)
            if found:
                return int(found["year"])
    first = next((p for p in paper.body if p.role is Role.BODY and not p.level), None)
    opens = _OPENS.match(first.text) if first else None
    return int(opens["year"]) if opens and re.search("如下|一年来|全年", first.text if first else "") else None


_HEADLINE = 40
"""Characters that a line with a title has at most."""


def _plan_heads(paper: Paper) -> Iterator[tuple[Passage, int, int, int]]:
    """Yield the headings of plans: paragraph, start, end, year."""
    for paragraph in paper.body:
        if paragraph.role in _HEADS or paragraph.level:
            text = paragraph.text[: paragraph.heading_end or len(paragraph.text)]
            if len(text) <= _HEADLINE + 20:
                for found in _PLANNED.finditer(text):
                    yield paragraph, found.start(), found.end(), int(found["year"])


@rule(
    "date-next-year",
    severity="error",
    title="回顾年与计划年不衔接",
    zh="“{text}”：本文回顾{review}年，计划年应为{right}年",
    en="the paper reviews {review}, so that it plans {right}",
    why="套用旧文稿时，回顾与计划的年份常被改成同一年。",
    norm="工作报告、工作总结的通例：计划年为回顾年的次年",
    fails=[
        "清溪镇人大2024年工作总结\n现将一年来的工作总结如下：\n一、主要工作\n开展视察。\n二、2024年工作打算\n2024年是关键之年。"
    ],
    passes=[
        "清溪镇人大2024年工作总结\n现将一年来的工作总结如下：\n一、主要工作\n开展视察。\n二、2025年工作打算\n2025年是关键之年。",
        "清溪镇人大2025年上半年工作总结\n一、2025年上半年工作情况\n开展视察。\n二、2025年下半年工作打算\n开展调研。",
    ],
)
def date_next_year(paper: Paper) -> Iterator[Found]:
    """Find plans for a year that isn't the one after the review."""
    review = _reviewed(paper)
    if review is None:
        return
    wrong = [head for head in _plan_heads(paper) if head[3] != review + 1]
    args = {"review": review, "right": review + 1}
    for paragraph, start, end, _ in wrong:
        yield Found(paragraph, start, end, args)
    if wrong:
        behind = wrong[0][0].index
        for hit in find(paper, _IS_YEAR):
            if hit.paragraph.index > behind and int(hit["year"]) != review + 1:
                yield Found(hit.paragraph, hit.start, hit.end, args)


_THIS_YEAR = lazily(r"今年(?!(?:[1-9]|1[0-2])月|的?(?:主要|重点)?(?:工作)?(?:任务|安排|计划|目标|打算))")


@rule(
    "date-this-year",
    severity="warning",
    title="回顾上年的报告里写“今年”",
    zh="本文作于{year}年，回顾的是{review}年，“{text}”应写作“{review}年”或“一年来”",
    en="the paper is of {year} and reviews {review}: 今年 is the wrong year",
    why="报告多在年底起草、次年年初作，起草时的“今年”到作报告时已是“去年”。",
    norm="GB/T 15835-2011；公文时间表述应以成文日期为准",
    fails=[
        "清溪镇人民代表大会主席团工作报告\n——2025年1月14日在清溪镇第十八届人民代表大会第四次会议上\n各位代表：\n2024年工作回顾\n今年以来，主席团组织视察5次。\n2025年工作安排\n今年要抓好监督。"
    ],
    passes=[
        "清溪镇人民代表大会主席团工作报告\n——2025年1月14日在清溪镇第十八届人民代表大会第四次会议上\n各位代表：\n2024年工作回顾\n一年来，主席团组织视察5次。\n2025年工作安排\n今年要抓好监督。"
    ],
)
def date_this_year(paper: Paper) -> Iterator[Found]:
    """Find 今年 in the part of a report that looks back on the year before."""
    review = _reviewed(paper)
    if paper.when is None or not paper.when.exact or review != paper.when.latest.year - 1:
        return
    heads = [head[0].index for head in _plan_heads(paper)] or [
        p.index for p in paper.body if p.role is Role.PART and re.search("今年|下一步|今后|计划|安排|任务", p.text)
    ]
    reviewed_from = next((p.index for p in paper.body if _REVIEWED.search(p.text) and p.role is Role.PART), None)
    if not heads or reviewed_from is None:
        return
    for hit in find(paper, _THIS_YEAR):
        if reviewed_from < hit.paragraph.index < heads[0]:
            yield Found(hit.paragraph, hit.start, hit.end, {"year": paper.when.latest.year, "review": review})


# ── the calendar ──

_DAY = lazily(
    r"(?:(?P<year>(?:19|20)[0-9]{2})\s?年\s?)?(?<![0-9.])(?P<month>[0-9]{1,2})\s?月\s?(?P<day>[0-9]{1,2})\s?日(?:\s?[（(]?(?:星期|周)(?P<week>[一二三四五六日天]))?"
)
_WEEK = "一二三四五六日"
_LEAP = 2024


@rule(
    "date-calendar",
    severity="error",
    title="日历上没有的日期，星期不对",
    zh="“{text}”{problem}",
    en="{text!r} is not in the calendar",
    why="改动日期时，大小月、闰年和星期常被忘记。",
    norm="GB/T 7408 日期和时间的表示",
    fails=["会议于2025年2月29日召开。", "6月31日前完成。", "2025年1月14日（星期三）"],
    passes=["会议于2024年2月29日召开。", "6月30日前完成。", "2025年1月14日（星期二）"],
)
def date_calendar(paper: Paper) -> Iterator[Found]:
    """Find days that don't exist and weekdays that aren't those of their days."""
    for hit in find(paper, _DAY):
        month, day, year = int(hit["month"]), int(hit["day"]), int(hit["year"] or _LEAP)
        if not 1 <= month <= _MONTHS or not 1 <= day <= calendar.monthrange(year, month)[1]:
            yield Found(hit.paragraph, hit.start, hit.end, {"problem": "这一天不存在，请核对"})
        elif hit["week"] and hit["year"]:
            right = _WEEK[dt.date(year, month, day).weekday()]
            if right != hit["week"].replace("天", "日"):
                yield Found(hit.paragraph, hit.start, hit.end, {"problem": f"是星期{right}"})


_MONTHS = 12

_HELD = lazily(
    r"(?:于|在)?(?P<date>20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)[^，。；\n]{0,12}?(?:召开了|举行了|通过了|开展了|作出了|完成了|进行了)"
)


@rule(
    "date-future",
    severity="error",
    title="把文稿日期以后的事写成已经发生",
    zh="“{date}”在本文日期（{when}）以后，不可能已经发生",
    en="{date} is after the paper's date, {when_en}",
    why="套用或改写日期时，前后日期要一起核对。",
    norm="党政机关公文处理工作条例第十九条：表述准确",
    fails=[Case("我镇于2025年3月1日召开了代表大会。", on=dt.date(2025, 1, 14))],
    passes=[
        Case("我镇于2025年1月10日召开了代表大会。", on=dt.date(2025, 1, 14)),
        Case("拟于2025年3月1日召开会议。", on=dt.date(2025, 1, 14)),
    ],
)
def date_future(paper: Paper) -> Iterator[Found]:
    """Find what is told as done on a day after the paper's."""
    if paper.when is None:
        return
    days = {(paragraph.index, start): day for paragraph, start, _, day in paper.dates}
    for hit in find(paper, _HELD):
        day = days.get((hit.paragraph.index, hit.span("date")[0]))
        if day is not None and day > paper.when.latest:
            args = {"date": hit["date"], "when": say(paper.when.latest), "when_en": paper.when.latest}
            yield Found(hit.paragraph, hit.start, hit.end, args)
