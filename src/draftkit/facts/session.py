"""A session of a congress."""

import datetime as dt

from attrs import evolve, field, frozen

from draftkit.errors import FactError
from draftkit.facts._checks import day, instance, required, whole
from draftkit.facts.congress import Congress
from draftkit.zh.numerals import format_numeral, format_ordinal

__all__ = ["Session"]


_LONGEST = dt.timedelta(days=31)
"""No session lasts longer: those of a township take a day or two, the longest of any congress some three weeks."""


@frozen(kw_only=True)
class Session:
    """人民代表大会会议: one session of a congress.

    Args:
        congress: The congress that meets.
        number: The number of the session within the term (次), from 1.
        opens: The day it opens.
        closes: The day it closes; the same day if not given.
    """

    congress: Congress = required(
        "所属的人民代表大会", instance("Congress(…)", Congress, optional=False), sample="congress=Congress(…)"
    )
    number: int = required("次数", whole("次数", least=1), sample="number=4")
    opens: dt.date | None = field(default=None, validator=day("开幕日期"))
    closes: dt.date | None = field(default=None, validator=day("闭幕日期"))

    def __attrs_post_init__(self) -> None:
        """Refuse a session that closes before it opens, or more than a month later."""
        if self.opens and self.closes and self.closes < self.opens:
            raise FactError(
                f"闭幕日期{self.closes}早于开幕日期{self.opens}，应在同日或以后",
                f"the session closes on {self.closes}, before it opens on {self.opens}",
                where="closes",
            )
        if self.opens and self.closes and self.closes - self.opens > _LONGEST:
            raise FactError(
                f"会期从{self.opens}到{self.closes}，长达{(self.closes - self.opens).days}天，请核对日期",
                f"the session lasts from {self.opens} to {self.closes}: check the days",
                where="closes",
            )

    @property
    def name(self) -> str:
        """The full name: 清溪镇第十八届人民代表大会第四次会议."""
        return f"{self.congress.name}{format_ordinal(self.number)}次会议"

    @property
    def short_name(self) -> str:
        """The short name: 镇十八届人大四次会议."""
        return f"{self.congress.short_name}{format_numeral(self.number)}次会议"

    @property
    def last_day(self) -> dt.date | None:
        """The day it closes, or the only day there is."""
        return self.closes or self.opens

    @property
    def previous(self) -> "Session | None":
        """The session before it in the same term, its days unknown; None before the first."""
        if self.number == 1:
            return None
        return evolve(self, number=self.number - 1, opens=None, closes=None)
