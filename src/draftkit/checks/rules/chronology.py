"""Whether what a paper says could be said when it was written: formulas, meetings, plans, organs, campaigns, years."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from draftkit.checks.finding import Severity
from draftkit.checks.paper import Paper
from draftkit.checks.paragraph import Passage
from draftkit.checks.rule import Case, Found, Rules, registrar
from draftkit.checks.rules._dated import LATE, Mention, consistent, meetings, mentions, plans, plenum_lists, say
from draftkit.checks.rules._text import find
from draftkit.phrases.plenums import listing
from draftkit.tree import Role
from draftkit.zh.numerals import format_numeral

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "chronology")

_NORM = "党的历次全国代表大会、中央全会文件和国家法律；各提法的出处见规则数据"
_TERM = re.compile("五年来|过去五年|本届|任期|十年来|历次|历届|多年来|近年来")


def _is_past(mention: Mention) -> bool:
    """Return whether a campaign is told as something past: with its year, or in a look back over years."""
    years = [int(year) for year in re.findall(r"(?<![0-9])(20[0-9]{2})(?=年)", mention.paragraph.text)]
    told = any(mention.since.year <= year <= (mention.until or mention.since).year for year in years)
    return told or _TERM.search(mention.paragraph.text) is not None


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
    ],
    passes=[Case("认真贯彻党的二十大和二十届二中、三中全会精神。", on=dt.date(2025, 1, 20)), "坚持新发展理念。"],
)
def date_early(paper: Paper) -> Iterator[Found]:
    """Find what is younger than the paper."""
    if paper.when is None:
        return
    for mention in mentions(paper):
        if mention.since > paper.when.latest:
            yield _found(
                mention,
                since=say(mention.since),
                since_en=mention.since,
                when=say(paper.when.latest),
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
    fails=["我们要按照“三个代表”的要求开展工作。", "为构建和谐社会作出贡献。"],
    passes=[
        "坚持以习近平新时代中国特色社会主义思想为指导。",
        Case("为构建和谐社会作出贡献。", on=dt.date(2008, 1, 10)),
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
    if any(
        mention.since > min(mention.last for mention in strong or old)
        for mention in found
        if mention.since <= paper.when.latest
    ):
        return
    first = max(mention.since for mention in found)
    last = min(mention.last for mention in strong or old)
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


# ── plenums ──


def _names(numbers: list[int]) -> str:
    return "、".join(f"{format_numeral(number)}中" for number in numbers)


@rule(
    "date-plenum-gap",
    severity="error",
    title="列举全会跳号、倒序",
    zh="“{text}”{problem}，应为“{right}”",
    en="{text!r} should be {right}",
    why="列举全会要依次连续，一次也不能跳。",
    norm="全国人民代表大会历次决议的写法",
    fails=["认真学习贯彻党的十八大和十八届三中、四中、六中全会精神。", "二十届三中、二中全会精神"],
    passes=["认真学习贯彻党的十八大和十八届三中、四中、五中、六中全会精神。", "二十届二中、三中全会精神"],
)
def date_plenum_gap(paper: Paper) -> Iterator[Found]:
    """Find lists of plenums that skip one or run backwards."""
    for found in plenum_lists(paper):
        numbers = list(found.plenums)
        right = list(range(min(numbers), max(numbers) + 1)) if numbers else []
        if numbers != right and not found.paragraph.residue:
            missing = [number for number in right if number not in numbers]
            problem = f"漏了{_names(missing)}全会" if missing else "次序不对"
            args = {"problem": problem, "right": f"{format_numeral(found.congress)}届{_names(right)}全会"}
            yield Found(found.paragraph, found.start, found.end, args)


@rule(
    "date-plenum-none",
    severity="error",
    title="没有这次全会",
    zh="没有“{text}”，请核对届次",
    en="there was no {text}",
    why="一届中央委员会一般开七次全会；多出来的必是写错。",
    norm="党的历次中央全会公报",
    fails=["学习党的十八届八中全会精神。"],
    passes=["学习党的十八届七中全会精神。"],
)
def date_plenum_none(paper: Paper) -> Iterator[Found]:
    """Find plenums of a past term that were never held."""
    known = meetings()
    newest = max(congress for congress, _ in known)
    for found in plenum_lists(paper):
        past = (found.congress, 0) in known and found.congress < newest
        if past and any((found.congress, plenum) not in known for plenum in found.plenums):
            yield Found(found.paragraph, found.start, found.end)


_CONGRESS_TERM = re.compile(
    r"党的(?P<congress>二十一?|十[六七八九])大(?:精神)?和(?:党的)?(?P<term>二十一?|十[六七八九])届"
)


@rule(
    "date-plenum-term",
    severity="error",
    title="党代会与全会的届次不一致",
    zh="“{text}”两处届次不同：应为“党的{congress}大和{congress}届……”或“党的{term}大和{term}届……”",
    en="the congress and the plenums are of different terms in {text!r}",
    why="“十八大和十八届……全会”两处是同一届。",
    norm="全国人民代表大会历次决议的写法",
    fails=["贯彻党的十八大和十九届四中全会精神。"],
    passes=["贯彻党的十九大和十九届四中全会精神。", "贯彻党的十八大、十九大和十九届四中全会精神。"],
)
def date_plenum_term(paper: Paper) -> Iterator[Found]:
    """Find a congress and plenums of another term joined by 和."""
    for hit in find(paper, _CONGRESS_TERM):
        if hit["congress"] != hit["term"]:
            yield Found(hit.paragraph, hit.start, hit.end, {"congress": hit["congress"], "term": hit["term"]})


@rule(
    "date-plenum-latest",
    severity="hint",
    title="没有列到最近一次全会",
    zh="“{text}”没有列到最近的{latest}（{closes}闭幕）",
    en="{text!r} leaves out {latest}",
    why="文稿引的全会一般列到日期前最近的一次。",
    norm="全国人民代表大会历次决议的写法",
    fails=[Case("全面贯彻党的十八大和十八届三中全会精神。", on=dt.date(2016, 1, 20))],
    passes=[Case("全面贯彻党的十八大和十八届三中、四中、五中全会精神。", on=dt.date(2016, 1, 20))],
)
def date_plenum_latest(paper: Paper) -> Iterator[Found]:
    """Find guiding lists of plenums that stop before the last one."""
    if paper.when is None or paper.when.earliest < min(m.closes for m in meetings().values()):
        return
    told = [found for found in plenum_lists(paper) if found.plenums and not found.paragraph.residue]
    if not told:
        return
    named = listing(paper.when.earliest, meetings().values())
    latest = named.plenums[-1] if named.plenums else None
    best = max(told, key=lambda found: (found.congress, max(found.plenums)))
    if (
        latest is not None
        and best.congress == latest.congress
        and max(best.plenums) < latest.plenum
        and paper.when.earliest - latest.closes > _FOLLOWED
    ):
        yield Found(best.paragraph, best.start, best.end, {"latest": latest.name, "closes": say(latest.closes)})


_FOLLOWED = dt.timedelta(days=30)


# ── plans ──

_PLACE = re.compile(
    r"(?:(?P<year>20[0-9]{2})\s?年|(?P<this>今年|本年))[^。；\n]{0,24}?“?(?P<plan>十[一二三四五六]五)”?(?:规划|时期|发展|计划)?(?:实施)?的?"
    r"(?P<which>开局之年|开局年|起步之年|首年|第一年|第[二三四]年|第五年|收官之年|收官年|最后一年|末年)"
)
_FIRST = {"开局之年", "开局年", "起步之年", "首年", "第一年"}
_ORDER = "一二三四五"


def _which(words: str) -> int:
    """Return which year of the plan `words` name, from 1 to 5."""
    if words in _FIRST:
        return 1
    return _ORDER.index(words[1]) + 1 if words.startswith("第") else len(_ORDER)


@rule(
    "date-plan-year",
    severity="error",
    title="规划的开局、收官之年写错",
    zh="“{plan}”的{which}是{right}年，不是{year}年",
    en="{which} of {plan} is {right}, not {year}",
    why="五年规划的起止年份是固定的：“十四五”为2021年至2025年，“十五五”为2026年至2030年。",
    norm="全国人民代表大会批准的历次五年规划纲要",
    fails=["2023年是“十三五”开局之年。", Case("今年是“十四五”规划的收官之年。", on=dt.date(2024, 3, 1))],
    passes=[
        "2021年是“十四五”开局之年。",
        Case("今年是“十四五”规划的收官之年。", on=dt.date(2025, 3, 1)),
        "2026年是“十五五”规划的开局之年。",
    ],
)
def date_plan_year(paper: Paper) -> Iterator[Found]:
    """Find years called the first, last or nth of a plan that they aren't."""
    for hit in find(paper, _PLACE):
        plan = plans().get(hit["plan"])
        years = [int(hit["year"])] if hit["year"] else _years_of(paper)
        if plan is None or not years:
            continue
        right = plan.first + _which(hit["which"]) - 1
        if right not in years:
            args = {"plan": plan.name, "which": hit["which"], "right": right, "year": years[-1]}
            yield Found(hit.paragraph, hit.start, hit.end, args)


def _years_of(paper: Paper) -> list[int]:
    return list(range(paper.when.earliest.year, paper.when.latest.year + 1)) if paper.when else []


# ── review and plan ──

_REVIEWED = re.compile(
    r"(?P<year>20[0-9]{2})\s?年度?(?:的)?[^，。：；0-9\n]{0,16}?(?:工作回顾|工作总结|回顾|总结|主要工作(?!任务|安排|目标)|工作情况|工作开展情况)"
)
_PLANNED = re.compile(
    r"(?P<year>20[0-9]{2})\s?年度?(?:的)?[^，。：；0-9\n]{0,16}?(?:工作计划|工作打算|打算|工作思路|思路|主要工作任务|工作任务|工作安排|工作要点|工作重点|主要任务|工作目标|工作展望|工作谋划|工作建议|主要安排)"
)
_OPENS = re.compile(r"^(?P<year>20[0-9]{2})\s?年(?:以来|是)?[，,]")
_IS_YEAR = re.compile(r"(?P<year>20[0-9]{2})(?=\s?年是)")
_HEADS = {Role.PART, Role.HEADING, Role.TITLE}


def _reviewed(paper: Paper) -> int | None:
    """Return the year that the paper reviews."""
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
        "清溪镇人大2024年工作总结\n现将一年来的工作总结如下：\n一、主要工作\n开展视察。\n二、2025年工作打算\n2025年是关键之年。"
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


_THIS_YEAR = re.compile(r"今年(?!(?:[1-9]|1[0-2])月|的?(?:主要|重点)?(?:工作)?(?:任务|安排|计划|目标|打算))")


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

_DAY = re.compile(
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

_HELD = re.compile(
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
