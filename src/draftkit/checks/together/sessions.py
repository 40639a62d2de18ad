"""The session that the papers of a set belong to, as their title blocks name it, and its days."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from draftkit.checks.naming import named
from draftkit.checks.paper import Paper
from draftkit.checks.together.rule import Differs, Papers, SetRules, registrar
from draftkit.tree import Role
from draftkit.zh.dates import find_dates

__all__ = ["RULES"]

RULES: SetRules = {}
rule = registrar(RULES)

_LONGEST = dt.timedelta(days=10)
"""A township's session lasts a day or two, a county's up to a week."""


_TITLE = "清溪镇人民代表大会主席团工作报告\n——2025年1月14日在清溪镇第十八届人民代表大会第{}次会议上\n各位代表：\n我报告工作，请予审议。"
_OTHER = "清溪镇第十八届人民代表大会第{}次会议关于政府工作报告的决议\n（{}清溪镇第十八届人民代表大会第{}次会议通过）\n会议决定批准这个报告。"


@rule(
    "together-session",
    severity="error",
    title="同一次会议的文件，届次写得不一样",
    zh="这里写“{text}”，其他文件写“{other}”（见{where}），同一次会议的届次应一致",
    en="{text} here, {other} in {where}: the papers of one session name it alike",
    why="标题、题注和报告的届次不一致，决议的效力会受质疑。",
    norm="地方组织法第十四条；公文标题应准确（GB/T 9704-2012，7.3.1）",
    fails=[(_TITLE.format("四"), _OTHER.format("四", "2025年1月15日", "四"), _TITLE.format("三"))],
    passes=[(_TITLE.format("四"), _OTHER.format("四", "2025年1月15日", "四"))],
)
def together_session(papers: Papers) -> Iterator[Differs]:
    """Find title blocks that name another session than most do."""
    found = list(named(papers))
    counts = Counter((each.term, each.number) for each in found)
    if len(counts) < 2:  # noqa: PLR2004 -- one session is what there should be
        return
    most = counts.most_common(1)[0][0]
    right = next(each for each in found if (each.term, each.number) == most)
    for each in found:
        if (each.term, each.number) != most:
            yield Differs(
                each.paper,
                each.paragraph,
                each.start,
                each.end,
                {"other": right.text, "where": _name(papers[right.paper])},
            )


def _name(paper: Paper) -> str:
    return f"《{paper.title}》" if paper.title else "另一份文件"


@rule(
    "together-date",
    severity="warning",
    title="同一次会议的文件，日期相差太远",
    zh="这里的日期{text}与其他文件的{other}（见{where}）相差超过十天，同一次会议不会开这么久，请核对",
    en="{text} here and {other} in {where} are more than ten days apart",
    why="套用旧文件时最容易漏改日期。",
    norm="地方组织法第十四条：会议日期由主席团决定并公布",
    fails=[
        (_TITLE.format("四"), _OTHER.format("四", "2025年1月15日", "四"), _OTHER.format("四", "2024年1月15日", "四"))
    ],
    passes=[(_TITLE.format("四"), _OTHER.format("四", "2025年1月15日", "四"))],
)
def together_date(papers: Papers) -> Iterator[Differs]:
    """Find title blocks whose date is far from that of the others."""
    found = [
        (number, paragraph, date)
        for number, paper in enumerate(papers)
        for paragraph in paper.of(Role.OCCASION, Role.ADOPTION_NOTE)
        for date in find_dates(paragraph.text)
    ]
    if not found:
        return
    middle = sorted(date.date for _, _, date in found)[len(found) // 2]
    near = next(
        (number, paragraph.text[date.start : date.end]) for number, paragraph, date in found if date.date == middle
    )
    for number, paragraph, date in found:
        if abs(date.date - middle) > _LONGEST:
            yield Differs(number, paragraph, date.start, date.end, {"other": near[1], "where": _name(papers[near[0]])})
