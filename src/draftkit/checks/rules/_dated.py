"""What in a paper tells its time: formulas, meetings, organs, campaigns and laws, each with the days it is said on."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from attrs import frozen

from draftkit.checks.paper import Paper
from draftkit.checks.paragraph import Passage
from draftkit.checks.rules._text import TEASER, find, wide
from draftkit.checks.rules._words import Finder, Word, data
from draftkit.phrases.book import PhraseBook
from draftkit.phrases.plans import Plan
from draftkit.phrases.plenums import Meeting
from draftkit.zh.numerals import format_numeral

__all__ = ["LATE", "Mention", "consistent", "meetings", "mentions", "plans", "plenum_lists", "say", "say_day"]

LATE = dt.timedelta(days=240)
"""How long papers go on naming a congress or a formula after the next one."""


@frozen(eq=False, kw_only=True)
class Mention:
    """Words that belong to a time.

    Args:
        paragraph: Where they stand.
        start: Where they begin in the paragraph's text.
        end: Where they end.
        since: The first day on which a paper can say them.
        until: The last day on which papers say them; None where they are still said.
        right: What is said now, if they aren't.
        source: What the days rest on.
        what: What they are: formula, organ, campaign, law, term, fact, meeting, plan.
        loose: Whether they may be told as something past.
        soft: Whether they say little about when the paper was written.
        hard: Whether they were never said outside that time.
    """

    paragraph: Passage
    start: int
    end: int
    since: dt.date = dt.date.min
    until: dt.date | None = None
    right: str = ""
    source: str = ""
    what: str = "formula"
    loose: bool = False
    soft: bool = False
    hard: bool = False

    @property
    def text(self) -> str:
        """The words."""
        return self.paragraph.text[self.start : self.end]

    @property
    def last(self) -> dt.date:
        """The last day, with the time that papers take to follow."""
        if self.until is None:
            return dt.date.max
        return self.until + (dt.timedelta(days=540) if self.loose else dt.timedelta(0) if self.hard else LATE / 2)


@cache
def _finder() -> tuple[Finder, dict[Word, dict[str, object]]]:
    times: dict[Word, dict[str, object]] = {}
    for table in data("dated")["word"]:
        own = {key: table[key] for key in ("find", "not_before", "not_after") if key in table}
        times[Word(**own)] = {key: value for key, value in table.items() if key not in own}
    return Finder(times), times


@cache
def meetings() -> dict[tuple[int, int], Meeting]:
    """Return the meetings of the Party, by congress and plenum."""
    return {meeting.key: meeting for meeting in PhraseBook.default().meetings}


@cache
def plans() -> dict[str, Plan]:
    """Return the five-year plans, by their short names (十四五)."""
    return {plan.name: plan for plan in PhraseBook.default().plans}


_NUMBERS = {format_numeral(number): number for number in range(1, 31)}
_CONGRESS = "二十[一二三]?|十[五六七八九]"
_MEETING = re.compile(
    rf"(?P<congress>{_CONGRESS})(?:大(?=精神|和(?:{_CONGRESS})届|及(?:{_CONGRESS})届|、(?:{_CONGRESS})届|报告|会议精神|、十)"
    r"|届(?P<plenums>[一二三四五六七八九]中(?:[、和及，,]?[一二三四五六七八九]中){0,8})全会)"
)


@frozen(eq=False)
class PlenumList:
    """A list of plenums: 十八届三中、四中、五中全会."""

    paragraph: Passage
    start: int
    end: int
    congress: int
    plenums: tuple[int, ...]


def plenum_lists(paper: Paper) -> Iterator[PlenumList]:
    """Yield the plenums that the paper names; a congress by itself has none."""
    for hit in find(paper, _MEETING, teaser=True):
        names = hit["plenums"].replace("中", "")
        plenums = tuple(_NUMBERS[name] for name in names if name in _NUMBERS)
        yield PlenumList(hit.paragraph, hit.start, hit.end, _NUMBERS[hit["congress"]], plenums)


def _meetings(paper: Paper) -> Iterator[Mention]:
    known = meetings()
    for found in plenum_lists(paper):
        keys = [(found.congress, plenum) for plenum in found.plenums or (0,)]
        held = [known[key] for key in keys if key in known]
        following = known.get((found.congress + 1, 0))
        if held:
            yield Mention(
                paragraph=found.paragraph,
                start=found.start,
                end=found.end,
                since=max(meeting.opens for meeting in held),
                until=following.closes if following else None,
                source=held[-1].source,
                what="meeting",
            )


def _words(paper: Paper) -> Iterator[Mention]:
    finder, times = _finder()
    for start, end, word in finder.finditer(wide(paper)):
        paragraph, at = paper.at(start)
        yield Mention(paragraph=paragraph, start=at, end=at + end - start, **times[word])  # type: ignore[arg-type]  # of TOML


_PLAN = re.compile(r"“?(?P<plan>十[一二三四五六]五)”?(?:规划|时期|期间|计划|收官|开局|以来|的|末|发展)")


def _plans(paper: Paper) -> Iterator[Mention]:
    for hit in find(paper, _PLAN):
        plan = plans().get(hit["plan"])
        if plan is not None:
            yield Mention(
                paragraph=hit.paragraph, start=hit.start, end=hit.end,
                since=plan.known - dt.timedelta(days=540), source=plan.source, what="plan", soft=True,
            )  # fmt: skip


@lru_cache(maxsize=4)
def mentions(paper: Paper) -> tuple[Mention, ...]:
    """Return what in the paper tells its time, in the order of the text; a teaser of the text is read too."""
    found = [mention for source in (_words, _meetings, _plans) for mention in source(paper)]
    kept = [mention for mention in found if mention.paragraph.residue in {"", TEASER}]
    latest = max((m.since for m in kept if m.what == "meeting"), default=dt.date.min)
    # An earlier congress is named beside the last one as history; only the last one tells the paper's time.
    kept = [m for m in kept if m.what != "meeting" or m.since == latest or _same_congress(m.since, latest)]
    return tuple(sorted(kept, key=lambda mention: (mention.paragraph.index, mention.start)))


def _same_congress(one: dt.date, other: dt.date) -> bool:
    return not any(min(one, other) < m.closes <= max(one, other) for m in meetings().values() if not m.plenum)


def consistent(found: tuple[Mention, ...]) -> tuple[dt.date, dt.date]:
    """Return the first and the last day on which all that is said could be said; the first is later if there is none."""
    telling = [mention for mention in found if not mention.soft and not mention.loose]
    first = max((mention.since for mention in found), default=dt.date.min)
    last = min((mention.last for mention in telling), default=dt.date.max)
    return first, last


def say(day: dt.date) -> str:
    """Return `day` as a message names it: 2017年10月."""
    return f"{day.year}年{day.month}月"


def say_day(day: dt.date) -> str:
    """Return `day` in full, for a message about two days of one month: 2017年10月18日."""
    return f"{say(day)}{day.day}日"
