"""The time that a report or a summary looks back on."""

import datetime as dt
from enum import StrEnum

__all__ = ["Period", "is_late", "last_reviewed", "period_of"]


class Period(StrEnum):
    """时段: what a report or a summary looks back on, and so what it plans for.

    Each is named as the phrases for it end: `report.overview.half`.
    """

    YEAR = "year"
    """全年: a year; the plan is for the next."""
    HALF = "half"
    """上半年: the first half of a year; the plan is for its second half (下半年)."""
    TERM = "term"
    """一届: the term of a congress that has ended; the plan is for the term to come."""


_SUMMER = range(6, 10)
"""June to September: when the session in the middle of the year is held, and the half year summed up."""


_EARLY = range(1, 6)
"""January to May: too little of the year has gone to look back on it."""
_LATE = range(11, 13)


def is_late(on: dt.date | None) -> bool:
    """Return whether a session of that day is held in November or December, for the year to come.

    Then the year itself is looked back on, and the budget and the projects are those of the next.
    """
    return on is not None and on.month in _LATE


def last_reviewed(on: dt.date) -> int:
    """Return the last year that can be looked back on that day, be it on its first half: from June on its own.

    >>> last_reviewed(dt.date(2026, 5, 31)), last_reviewed(dt.date(2026, 6, 1))
    (2025, 2026)
    """
    return on.year - 1 if on.month in _EARLY else on.year


def period_of(on: dt.date | None, year: int | None) -> Period:
    """Return what a paper of the day `on` reviews of `year`; the year is the paper's own unless given.

    In the middle of a year only its first half can be looked back on.

    >>> period_of(dt.date(2025, 7, 22), None)
    <Period.HALF: 'half'>
    >>> period_of(dt.date(2025, 7, 22), 2024)
    <Period.YEAR: 'year'>
    >>> period_of(dt.date(2026, 1, 14), None)
    <Period.YEAR: 'year'>
    """
    if on is not None and on.month in _SUMMER and year in (None, on.year):
        return Period.HALF
    return Period.YEAR
