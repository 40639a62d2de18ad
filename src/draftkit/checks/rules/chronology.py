"""Whether what a paper says could be said when it was written: formulas, meetings, plans, organs, campaigns, years."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from draftkit.checks.finding import Severity
from draftkit.checks.paper import Paper
from draftkit.checks.paragraph import Passage
from draftkit.checks.rule import Case, Found, Rules, registrar
from draftkit.checks.rules._ahead import is_awaited, planned
from draftkit.checks.rules._dated import LATE, Mention, consistent, mentions, say, say_day
from draftkit.checks.rules._text import find

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "chronology")

_NORM = "党的历次全国代表大会、中央全会文件和国家法律；各提法的出处见规则数据"
_TERM = re.compile("五年来|过去五年|本届|任期|十年来|历次|历届|多年来|近年来")


@lru_cache(maxsize=256)
def _looks_back(paragraph: Passage) -> tuple[frozenset[int], bool]:
    """Return the years that a paragraph names, and whether it looks back over several."""
    years = re.findall(r"(?<![0-9])(20[0-9]{2})(?=年)", paragraph.text)
    return frozenset(map(int, years)), _TERM.search(paragraph.text) is not None


def _is_past(mention: Mention) -> bool:
    """Return whether a campaign is told as something past: with its year, or in a look back over years."""
    years, looks_back = _looks_back(mention.paragraph)
    return looks_back or any(mention.since.year <= year <= (mention.until or mention.since).year for year in years)


@rule(
    "date-early",
    severity="error",
    title="引用了当时还没有的提法、会议、法律",
    zh="“{text}”{since}以后才有，而本文写于{when}：日期或提法必有一错",
    en="{text!r} wasn't said before {since_en}, and the paper is of {when_en}",
    why="旧文稿改头换面，或新文稿错写日期，都会出现“未卜先知”的提法。",
    norm=_NORM,
    fails=[
        Case("清溪镇人大2016年工作总结\n坚持以习近平新时代中国特色社会主义思想为指导。"),
        Case("认真贯彻党的二十大和二十届三中全会精神。", on=dt.date(2024, 1, 20)),
        Case("以优异成绩迎接党的二十届三中全会胜利召开。", on=dt.date(2023, 9, 1)),
        Case("认真学习党的二十届三中全会精神。", on=dt.date(2024, 7, 1)),
        Case(
            "清溪镇人大小结\n下半年打算\n继续加强学习。\n上半年工作\n学习贯彻党的二十大精神。", on=dt.date(2022, 8, 1)
        ),
    ],
    passes=[
        Case("认真贯彻党的二十大和二十届二中、三中全会精神。", on=dt.date(2025, 1, 20)),
        "坚持新发展理念。",
        Case("以优异成绩迎接党的二十届三中全会胜利召开。", on=dt.date(2024, 7, 1)),
        Case("党的二十届三中全会即将召开，各村要做好信访工作。", on=dt.date(2024, 7, 1)),
        Case("待党的二十届三中全会闭幕后，及时组织代表学习。", on=dt.date(2024, 7, 1)),
        Case("清溪镇人大小结\n下半年打算\n组织代表学习贯彻党的二十大精神。", on=dt.date(2022, 8, 1)),
    ],
)
def date_early(paper: Paper) -> Iterator[Found]:
    """Find what is younger than the paper and not looked forward to by it."""
    if paper.when is None:
        return
    early = [mention for mention in mentions(paper) if mention.since > paper.when.latest]
    coming = planned(paper) if early else frozenset()
    for mention in early:
        if not is_awaited(mention, paper.when.latest, coming):
            tell = say if say(mention.since) != say(paper.when.latest) else say_day
            yield _found(
                mention,
                since=tell(mention.since),
                since_en=mention.since,
                when=tell(paper.when.latest),
                when_en=paper.when.latest,
            )


@rule(
    "date-late",
    severity="warning",
    title="提法、机构、活动已经过时",
    zh="“{text}”用到{until}为止，本文写于{when}{right}",
    en="{text!r} was said until {until_en}, and the paper is of {when_en}",
    why="沿用旧文稿时，过时的提法、撤并的机构和结束的活动会留下来。",
    norm=_NORM,
    fails=[
        Case("坚持以邓小平理论、“三个代表”重要思想、科学发展观为指导。", on=dt.date(2024, 12, 20)),
        Case("县国土资源局作了汇报。", on=dt.date(2024, 12, 20)),
        Case("紧密团结在以胡锦涛同志为总书记的党中央周围。", on=dt.date(2013, 1, 20)),
    ],
    passes=[
        Case("坚持以邓小平理论、“三个代表”重要思想、科学发展观为指导。", on=dt.date(2013, 12, 20)),
        Case("县国土资源局作了汇报。", on=dt.date(2016, 12, 20)),
        Case("2014年，开展党的群众路线教育实践活动。", on=dt.date(2021, 9, 20)),
        Case("全镇取消了农业税，农业税取消后农民负担减轻。", on=dt.date(2008, 1, 20)),
    ],
)
def date_late(paper: Paper) -> Iterator[Found]:
    """Find what was no longer said when the paper was written."""
    if paper.when is None:
        return
    for mention in mentions(paper):
        if mention.last < paper.when.earliest and not (mention.loose and _is_past(mention)):
            yield _found(
                mention,
                severity=Severity.ERROR if mention.hard else None,
                until=say(mention.until or mention.last),
                until_en=mention.until,
                when=_span(paper),
                when_en=paper.when.latest,
                right=_instead(mention),
            )


def _span(paper: Paper) -> str:
    if paper.when is None:
        return ""
    return say(paper.when.latest) if paper.when.exact else f"{say(paper.when.earliest)}至{say(paper.when.latest)}间"


def _instead(mention: Mention) -> str:
    return f"，现为“{mention.right}”" if mention.right else "；如写的是往事，请注明年份"


def _found(mention: Mention, severity: Severity | None = None, **args: object) -> Found:
    return Found(mention.paragraph, mention.start, mention.end, args, norm=mention.source or None, severity=severity)


@rule(
    "date-stale",
    severity="warning",
    title="没有写明日期的文稿用了过时的提法",
    zh="“{text}”用到{until}为止{right}；本文没有写明日期，如是旧文稿请注明日期",
    en="{text!r} was said until {until_en}, and the paper doesn't tell its date",
    why="没有日期的文稿多是网上的旧文，照抄下来，提法就过时了。",
    norm=_NORM,
    fails=["实践“三个代表”重要思想，做好今后的工作。", "为建设和谐社会多做实事。"],
    passes=[
        "坚持以习近平新时代中国特色社会主义思想为指导。",
        Case("为建设和谐社会多做实事。", on=dt.date(2008, 1, 10)),
    ],
)
def date_stale(paper: Paper) -> Iterator[Found]:
    """Find what is no longer said today, in a paper without a date; a hint where the paper shows itself to be old."""
    if paper.when is not None:
        return
    found = mentions(paper)
    first, last = consistent(found)
    dated = any(mention.what == "meeting" for mention in found)
    for mention in found:
        if mention.until is None or (mention.what == "meeting" and first <= last):
            continue
        belongs = dated and mention.last >= first
        yield _found(
            mention,
            severity=Severity.HINT if belongs or mention.loose else None,
            until=say(mention.until),
            until_en=mention.until,
            right=f"，现为“{mention.right}”" if mention.right else "",
        )


@rule(
    "date-clash",
    severity="error",
    title="两处说法不可能同时写",
    zh="“{text}”是{until}以前的，而文中的“{other}”是{since}以后的：两处不可能写在同一份文稿里",
    en="{text!r} is of before {until_en}, {other!r} of after {since_en}",
    why="拼凑不同年份的文稿，提法的时间就对不上。",
    norm=_NORM,
    fails=["开展党的群众路线教育实践活动，认真学习贯彻党的十八届五中全会精神。"],
    passes=["开展党的群众路线教育实践活动，认真学习贯彻党的十八届三中全会精神。"],
)
def date_clash(paper: Paper) -> Iterator[Found]:
    """Find statements whose times don't meet, in a paper without a date."""
    if paper.when is not None:
        return
    found = mentions(paper)
    newest = max(found, key=lambda mention: mention.since, default=None)
    for mention in found:
        if newest is None or mention.until is None or mention is newest:
            continue
        bound = mention.until + LATE if mention.loose else mention.last
        if bound < newest.since and not (mention.loose and _is_past(mention)):
            yield _found(
                mention,
                until=say(mention.until),
                until_en=mention.until,
                since=say(newest.since),
                since_en=newest.since,
                other=newest.text,
            )


_YEAR = re.compile(r"(?<![0-9.到至—～\-－])(?P<year>20[0-9]{2})(?=\s?年)(?!\s?年(?:级|版|以来|底前|规划|远景))")


@rule(
    "date-year",
    severity="error",
    title="年份与全文的提法对不上",
    zh="“{text}年”与全文的提法对不上：文中有{evidence}，应写于{span}",
    en="the year {text} doesn't fit {evidence}: the paper seems to be of {span_en}",
    why="旧文稿只换了年份，提法、会议还是旧的。年份和提法，必有一错。",
    norm=_NORM,
    fails=["清溪镇人大2023年工作总结\n2023年，认真学习贯彻党的十七大精神，促进经济又好又快发展。"],
    passes=[
        "清溪镇人大2008年工作总结\n2008年，认真学习贯彻党的十七大精神，促进经济又好又快发展。",
        "清溪镇人大2023年工作总结\n2023年，认真学习贯彻党的二十大精神。",
    ],
)
def date_year(paper: Paper) -> Iterator[Found]:
    """Find years that don't fit what else is said, where all of that meets in one earlier time."""
    if paper.when is None or not paper.when.evidence:
        return
    found = mentions(paper)
    old = [
        mention for mention in found if mention.last < paper.when.earliest and not mention.loose and not mention.soft
    ]
    strong = [mention for mention in old if mention.what == "meeting" or mention.hard]
    if not strong and len({mention.text for mention in old}) < _ENOUGH:
        return
    last = min(mention.last for mention in strong or old)
    if any(mention.since > last for mention in found if mention.since <= paper.when.latest):
        return
    first = max(mention.since for mention in found)
    shown = dict.fromkeys(f"“{mention.text}”" for mention in (strong or old))
    args = {
        "evidence": "、".join(list(shown)[:3]),
        "span": f"{say(first)}至{say(last)}间" if first <= last else f"{say(last)}以前",
        "span_en": f"{first} to {last}",
    }
    for hit in find(paper, _YEAR):
        if int(hit["year"]) > last.year:
            yield Found(hit.paragraph, hit.start, hit.end, args)


_ENOUGH = 2
"""Formulas of another time that outweigh the year, where no meeting tells."""
