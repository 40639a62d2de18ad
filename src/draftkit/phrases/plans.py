"""The five-year plans: which one a year belongs to, and whether it opens or ends it.

>>> plan = Plan(number=15, first=2026, known=dt.date(2025, 10, 23))
>>> plan.name, plan.place(2026)
('十五五', 1)
"""

import datetime as dt
from collections.abc import Iterable

from attrs import frozen

from draftkit.zh import numerals

__all__ = ["Plan", "plan_of"]

_YEARS = 5


@frozen(kw_only=True)
class Plan:
    """五年规划: one five-year plan.

    Args:
        number: Which one it is: 15.
        first: Its first year (开局之年).
        known: The day of the Party's proposals (建议), before which no paper names it.
        adopted: The day the National People's Congress adopted its outline.
        source: What the dates rest on.
    """

    number: int
    first: int
    known: dt.date
    adopted: dt.date | None = None
    source: str = ""

    @property
    def last(self) -> int:
        """Its last year (收官之年)."""
        return self.first + _YEARS - 1

    @property
    def name(self) -> str:
        """Its short name, which stands in quotation marks: 十五五."""
        return f"{numerals.format_numeral(self.number)}五"

    def place(self, year: int) -> int:
        """Return which year of the plan `year` is, from 1 to 5, or 0 for none of them."""
        return year - self.first + 1 if self.first <= year <= self.last else 0


def plan_of(year: int, plans: Iterable[Plan], on: dt.date | None = None) -> Plan | None:
    """Return the plan that `year` belongs to, or None; one not yet proposed `on` that day is left out."""
    for plan in plans:
        if plan.place(year) and (on is None or plan.known <= on):
            return plan
    return None
