"""The Party's plenums and the five-year plans, named as they were held and as they run."""

import datetime as dt
import re
from collections.abc import Iterator

from draftkit.checks.paper import Paper
from draftkit.checks.rule import Case, Found, Rules, registrar
from draftkit.checks.rules._dated import meetings, plans, plenum_lists, say
from draftkit.checks.rules._text import find
from draftkit.phrases.plenums import listing
from draftkit.zh.numerals import format_numeral

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "chronology")


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
    fails=["学习党的十九届二中、三中、五中全会精神。", "二十届三中、二中全会精神"],
    passes=["学习党的十九届二中、三中、四中、五中全会精神。", "二十届二中、三中全会精神"],
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
    fails=["2018年是“十三五”开局之年。", Case("今年是“十四五”规划的收官之年。", on=dt.date(2024, 3, 1))],
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
