"""How the time that a paper looks back on words its parts, and how an old paper's words tell it."""

import re
from collections.abc import Iterator, Mapping

from draftkit.facts import Period, Session
from draftkit.kinds._derived import DERIVED, Derived, Slots, Wording
from draftkit.kinds._outline import first_text
from draftkit.phrases import SlotValue
from draftkit.tree import Blank, Blocks, Inlines, Paragraph
from draftkit.zh.numerals import format_numeral, parse_numeral

__all__ = ["by_period", "milestones_in", "opened", "opening", "period_in", "years_of_term"]


def by_period(name: str, period: Period) -> str:
    """Return the id of the phrase that words `name` for `period`."""
    return name if period is Period.YEAR else f"{name}.{period}"


def opening(name: str, slots: Mapping[str, SlotValue], say: Wording, *, milestone: bool) -> Inlines:
    """Return the phrase `name`, which opens a part.

    Where `milestone` asks for it and the year of `slots` is the first or the
    last of a five-year plan, the phrase says so, if it has a form that does.
    """
    form = f"{name}.milestone"
    said = _milestone(slots["year"], say) if milestone and form in say.book.phrases else None
    return say.pick(name, slots) if said is None else say.pick(form, {**slots, "milestone": said})


def opened(given: Blocks | Derived, name: str, slots: Slots, say: Wording, *, milestone: bool) -> Blocks:
    """Return what opens a part: as given, or the paragraph that `opening` words."""
    if not isinstance(given, Derived):
        return given
    return (Paragraph(opening(name, slots(), say, milestone=milestone)),)


def _milestone(year: SlotValue, say: Wording) -> Inlines | None:
    """Return that `year` is the first (开局之年) or the last (收官之年) of its plan; None where it is neither."""
    plan = say.book.plan_of(year, say.on) if isinstance(year, int) else None
    if plan is None or year not in (plan.first, plan.last):
        return None
    return say.say("plan-year.first" if year == plan.first else "plan-year.last", year=year, plan=plan.name)


_FIVE_SINCE = 2011
"""The first year in which terms of five years (宪法修正案第三十条, 2004年) ended: they began in 2006 and 2007."""


def years_of_term(given: int | None, session: Session | None) -> SlotValue:
    """Return how many years the term had that ended before `session`: as given, or five by the constitution.

    Terms that ended before 2011 were of three years (乡镇), or prolonged up to
    the elections of 2006 and 2007: those have to be told.
    """
    opens = session.opens if session else None
    if given is None and opens is not None and opens.year >= _FIVE_SINCE:
        given = 5
    if given is None:
        return Blank("上届任期年数")
    return "两" if given == 2 else format_numeral(given)  # noqa: PLR2004 -- 两年, not 二年


_HALF = re.compile("上半年|(?<!下)半年来")
_TERM = re.compile("(?<![〇○零一二三四五六七八九十百第近])([两二三四五])年(?:来|间|的?工作)|过去的?([两二三四五])年")
_HEAD = 20
"""How far into a text it says what time it tells of."""


def period_in(*texts: str) -> tuple[Period, int | None]:
    """Return the period that the first of `texts` to tell one tells (a title, an opening), and the years of a term."""
    for text in texts:
        term = _TERM.search(text[:_HEAD])
        if term is not None:
            return Period.TERM, parse_numeral(term[1] or term[2])
        if _HALF.search(text[:_HEAD]):
            return Period.HALF, None
    return Period.YEAR, None


_SAID = re.compile("开局之年|收官之年")


def milestones_in(found: object, *parts: str) -> Iterator[Mapping[str, object]]:
    """Yield, for each of `parts` of `found` that says what its year is in a five-year plan, that it is so derived."""
    for part in parts:
        given = getattr(found, part)
        if isinstance(given, tuple) and given and _SAID.search(first_text(given[0])):
            yield {"five_year_plan": True, part: DERIVED}
