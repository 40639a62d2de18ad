"""The time that a report or a summary looks back on."""

import datetime as dt
from enum import StrEnum

__all__ = ["Period", "period_of"]


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
