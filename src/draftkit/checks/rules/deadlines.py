"""Years that were left as they were last year: deadlines gone by, plans of a year that is over."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from draftkit.checks.paper import Paper
from draftkit.checks.rule import Case, Found, Rules, registrar
from draftkit.checks.rules._dated import say
from draftkit.checks.rules._lazily import lazily
from draftkit.checks.rules._text import filled, find
from draftkit.tree import Role

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "chronology")

_NORM = "党政机关公文处理工作条例第十九条：表述准确；GB/T 15835-2011"
_BY = r"(?P<date>(?P<year>20[0-9]{2})年(?:(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日|份|[中下上]旬|底|末)?|年?底|末|上半年)?)(?:之|以)?前"
_DUE = lazily(
    rf"(?:请|务必|务于|须|必须|确保|力争|应当?)[^，。；\n]{{0,16}}?{_BY}(?P<rest>[^。；\n]{{0,30}})"
    rf"|于(?P<date2>(?P<year2>20[0-9]{{2}})年(?P<month2>[0-9]{{1,2}})月(?:(?P<day2>[0-9]{{1,2}})日|底)?)(?:之|以)?前将(?P<rest2>[^。；\n]{{0,24}}?(?:报送?|交|送|提交|反馈|发)[至到给回]?)"
)
_PAST = lazily("已|原定|原计划|曾|当时|上年|去年|提出的|承诺|尚未|仍未|没有|未能|逾期|[完办][成结]了|要求的")
_BEFORE = 20


@rule(
    "date-deadline",
    severity="error",
    title="期限在文稿日期以前",
    zh="期限“{date}”在本文日期（{when}）以前，请核对年份",
    en="{date} is before the paper's date, {when_en}",
    why="套用上年的通知、决议时，期限的年份漏改，要求就无法执行。",
    norm=_NORM,
    fails=[
        Case("请各村于2024年11月20日前将回执报镇人大办公室。", on=dt.date(2025, 11, 5)),
        Case("各办公室要压实责任，确保2024年10月底前全部建成。", on=dt.date(2025, 1, 15)),
    ],
    passes=[
        Case("请各村于2025年11月20日前将回执报镇人大办公室。", on=dt.date(2025, 11, 5)),
        Case("原定确保2024年10月底前建成的项目，尚未开工。", on=dt.date(2025, 1, 15)),
        Case("项目已于2024年10月底前建成。", on=dt.date(2025, 1, 15)),
        "请各村于2024年11月20日前将回执报镇人大办公室。",
    ],
)
def date_deadline(paper: Paper) -> Iterator[Found]:
    """Find deadlines that are set for a day before the paper's."""
    if paper.when is None:
        return
    first = paper.when.earliest
    for hit in find(paper, _DUE):
        name = "date" if hit["date"] else "date2"
        tail = name.removeprefix("date")
        due = (int(hit["year" + tail]), int(hit["month" + tail] or 12), int(hit["day" + tail] or 31))
        before = hit.paragraph.text[max(0, hit.start - _BEFORE) : hit.end]
        if due < (first.year, first.month, first.day) and not _PAST.search(before):
            args = {"date": hit[name], "when": say(first), "when_en": first}
            yield Found(hit.paragraph, *hit.span(name), args)


_AGREED = lazily(
    r"(?:同意|赞成|批准|通过)[^。；\n0-9]{0,16}(?P<year>20[0-9]{2})年度?(?:的)?(?:工作安排|工作任务|工作打算|工作部署|主要任务|目标任务|工作思路|工作目标|发展目标|预算安排|财政预算(?!执行)|预算(?=[，。；的（])|计划草案)"
)
_NOTE = "清溪镇第十八届人民代表大会第四次会议关于政府工作报告的决议\n（2025年1月15日清溪镇第十八届人民代表大会第四次会议通过）\n"


@rule(
    "date-agreed",
    severity="error",
    title="同意、批准的是已经过去一年的安排",
    zh="本文作于{now}年，同意的却是“{year}年”的安排，年份有误，请核对",
    en="a paper of {now} agrees with the plans for {year}",
    why="大会同意的是当年（年末开会的为下一年）的工作安排，不会是上一年的。",
    norm=_NORM,
    fails=[_NOTE + "会议同意报告提出的2024年工作安排，决定批准这个报告。"],
    passes=[
        _NOTE + "会议同意报告提出的2025年工作安排，决定批准这个报告。",
        _NOTE + "会议批准2024年预算执行情况的报告，批准2025年预算。",
        "会议同意报告提出的2024年工作安排，决定批准这个报告。",
    ],
)
def date_agreed(paper: Paper) -> Iterator[Found]:
    """Find plans of a year before the paper's that a meeting agrees with."""
    if paper.when is None or not paper.when.exact:
        return
    now = paper.when.latest.year
    for hit in find(paper, _AGREED):
        if int(hit["year"]) == now - 1:
            yield Found(hit.paragraph, *hit.span("year"), {"now": now, "year": hit["year"]})


_PLAN = lazily(
    r"(?P<year>20[0-9]{2})\s?年度?的?[^，。：；0-9\n]{0,10}?(?:计划|打算|思路|任务|安排|要点|重点|目标|展望)"
)
_IS = lazily(r"(?P<year>20[0-9]{2})年是[^。；\n]{2,40}?(?:之年|[第头]一年|一年)")
_LONGEST_HEAD = 40


@rule(
    "date-year-head",
    severity="error",
    title="计划部分开头的年份与标题不一致",
    zh="标题写的是{right}年，下面却说“{text}年是……”，年份有误，请核对",
    en="the heading plans {right}, the text behind it speaks of {text}",
    why="套用旧文稿时，标题改了年份，下面一句没有改。",
    norm=_NORM,
    fails=[
        "一、2024年工作总结\n开展视察。\n二、2025年工作打算\n2024年是“十四五”收官之年，要做好以下工作：\n抓好监督。"
    ],
    passes=[
        "一、2024年工作总结\n开展视察。\n二、2025年工作打算\n2025年是“十四五”收官之年，要做好以下工作：\n抓好监督。",
        "一、2024年工作总结\n2024年是关键之年。\n二、2025年工作打算\n抓好监督。\n2024年是视察最多的一年。",
        "2024年工作总结及2025年工作打算\n2024年是“十四五”关键之年。",
    ],
)
def date_plan_year(paper: Paper) -> Iterator[Found]:
    """Find a plan's first sentence that is about another year than the plan's heading."""
    body = filled(paper)
    for head, paragraph in pairwise(body):
        text = head.text[: head.heading_end or len(head.text)]
        is_head = head.role in {Role.PART, Role.HEADING} or head.level
        years = {found["year"] for found in _PLAN.finditer(text)} if is_head and len(text) <= _LONGEST_HEAD else set()
        found = _IS.match(paragraph.text)
        if len(years) == 1 and found and found["year"] not in years:
            yield Found(paragraph, *found.span("year"), {"right": years.pop()})
