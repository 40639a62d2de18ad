"""Which congress and plenums of the Party a paper names on a given day (党的…大和…届…全会精神).

A paper names the last congress that has closed and the plenums of its Central
Committee that have closed, in order and without a gap. By custom the first
plenum, which elects the leaders, is not named, and an early second one drops
out once the third has met; the table of meetings says so for each.
"""

import datetime as dt
from collections.abc import Iterable

from attrs import frozen

from draftkit.errors import PhraseError
from draftkit.zh import numerals

__all__ = ["Listing", "Meeting", "listing"]


@frozen(kw_only=True)
class Meeting:
    """A national congress of the Party, or a plenum of its Central Committee.

    Args:
        congress: The number of the congress (届): 20.
        plenum: The number of the plenum; 0 for the congress itself.
        opens: The first day.
        closes: The last day, from which on papers name it.
        theme: What it was about.
        listed: Whether papers list it at all.
        listed_from: The first day on which papers list it, where that is not the day it closes.
        listed_until: The last day on which papers list it, where custom drops it.
        source: What the dates rest on.
    """

    congress: int
    plenum: int = 0
    opens: dt.date
    closes: dt.date
    theme: str = ""
    listed: bool = True
    listed_from: dt.date | None = None
    listed_until: dt.date | None = None
    source: str = ""

    @property
    def key(self) -> tuple[int, int]:
        """What tells it from the others."""
        return self.congress, self.plenum

    @property
    def name(self) -> str:
        """Its short name: 二十大, 二十届三中全会."""
        number = numerals.format_numeral(self.congress)
        return f"{number}届{numerals.format_numeral(self.plenum)}中全会" if self.plenum else f"{number}大"

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The days on which what papers name may change by it."""
        dropped = () if self.listed_until is None else (self.listed_until + dt.timedelta(days=1),)
        return (self.listed_from or self.closes, *dropped)

    def named(self, on: dt.date) -> bool:
        """Return whether a paper of that day names it."""
        since, until = self.listed_from or self.closes, self.listed_until or dt.date.max
        return self.listed and since <= on <= until


@frozen(kw_only=True)
class Listing:
    """What a paper names: a congress and plenums of its Central Committee."""

    congress: Meeting
    plenums: tuple[Meeting, ...]


def listing(on: dt.date, meetings: Iterable[Meeting]) -> Listing:
    """Return the congress and the plenums that a paper of that day names.

    Raises:
        PhraseError: No congress in the table has closed by then.
    """
    known = sorted(meetings, key=lambda meeting: meeting.key)
    closed = [meeting for meeting in known if meeting.plenum == 0 and meeting.closes <= on]
    if not closed:
        first = min((meeting.closes for meeting in known if meeting.plenum == 0), default=None)
        since = f"会议表自{first.year}年{first.month}月{first.day}日起" if first else "会议表是空的"
        raise PhraseError(
            f"{on.year}年{on.month}月{on.day}日以前闭幕的党代会不在会议表里（{since}），请核对文稿日期，或在自己的套语包里补上",
            f"no congress in the table of meetings has closed by {on}: check the paper's date",
        )
    congress = closed[-1]
    plenums = (meeting for meeting in known if meeting.plenum and meeting.congress == congress.congress)
    return Listing(congress=congress, plenums=tuple(meeting for meeting in plenums if meeting.named(on)))
