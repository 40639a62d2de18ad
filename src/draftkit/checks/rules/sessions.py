"""The session that the user names: the paper's title block has to name the same one, and a day of it."""

import datetime as dt
from collections.abc import Iterator

from draftkit.checks.naming import BLOCK, named
from draftkit.checks.paper import Paper
from draftkit.checks.rule import Case, Found, Rules, registrar
from draftkit.facts import Congress, Session
from draftkit.zh.dates import find_dates, format_date, format_span

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "terms")

_SESSION = Session(
    congress=Congress(place="清溪镇", term=18, parent="青山区"),
    number=4,
    opens=dt.date(2025, 1, 14),
    closes=dt.date(2025, 1, 15),
)
_PAPER = "主席团工作报告\n——2025年1月{}日在清溪镇第十八届人民代表大会第{}次会议上\n各位代表：\n我报告工作，请予审议。"


@rule(
    "session-other",
    severity="error",
    title="标题、副题或题注写的不是这一次会议",
    zh="这里写“{text}”，这份文件属于{right}",
    en="{text} here; the paper belongs to {right}",
    why="套用上次会议的文件，最容易漏改届次。",
    norm="地方组织法第十四条；公文标题应准确（GB/T 9704-2012，7.3.1）",
    fails=[Case(_PAPER.format(14, "三"), session=_SESSION)],
    passes=[Case(_PAPER.format(14, "四"), session=_SESSION), _PAPER.format(14, "三")],
)
def session_other(paper: Paper) -> Iterator[Found]:
    """Find another session in the title block than the one the user gave."""
    session = paper.session
    if session is None:
        return
    for each in named([paper]):
        if (each.term, each.number) != (session.congress.term, session.number):
            yield Found(each.paragraph, each.start, each.end, {"right": session.name})


@rule(
    "session-day",
    severity="error",
    title="副题或题注的日期不在会期以内",
    zh="这里写{text}，这次会议是{right}",
    en="{text} here; the session is {right}",
    why="题注的日期就是决议通过的日期，必须是会议中的一天。",
    norm="地方组织法第十四条；决议自通过之日起生效",
    fails=[Case(_PAPER.format(16, "四"), session=_SESSION)],
    passes=[Case(_PAPER.format(15, "四"), session=_SESSION), _PAPER.format(16, "四")],
)
def session_day(paper: Paper) -> Iterator[Found]:
    """Find a day in the title block that isn't one of the session's."""
    session = paper.session
    if session is None or session.opens is None:
        return
    last = session.last_day or session.opens
    right = format_date(last) if last == session.opens else format_span(session.opens, last)
    for paragraph in paper.of(*BLOCK):
        for found in find_dates(paragraph.text):
            if not session.opens <= found.date <= last:
                yield Found(paragraph, found.start, found.end, {"right": right})
