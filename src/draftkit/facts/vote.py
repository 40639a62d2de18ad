"""A vote, counted against all deputies."""

import datetime as dt
from typing import Final

from attrs import field, frozen

from draftkit.errors import FactError
from draftkit.facts._checks import required, whole

__all__ = ["Vote", "needs_quorum"]

_QUORUM_SINCE: Final = dt.date(2022, 3, 12)
"""When the law of 11 March 2022 came into force: until then only some provinces' rules asked how many are present."""


def needs_quorum(on: dt.date | None) -> bool:
    """Return whether a vote `on` that day needs two thirds of all deputies present; one of no known day does."""
    return on is None or on >= _QUORUM_SINCE


@frozen(kw_only=True)
class Vote:
    """表决: how the deputies present voted on one matter.

    A session needs two thirds of all deputies (地方组织法第十四条, in the law since
    2022-03-12), a resolution more than half of **all** deputies (第二十五条), not
    of those present.

    Args:
        present: The deputies present (实到).
        favour: The votes in favour (赞成).
        against: The votes against (反对).
        abstaining: The abstentions (弃权).
        not_pressed: Those present who pressed no button (未按表决器).
        deputies: All deputies; from the session's congress where it isn't given.
    """

    present: int = required("实到人数", whole("实到人数"), sample="present=80")
    favour: int = required("赞成票数", whole("赞成票数"), sample="favour=79")
    against: int = field(default=0, validator=whole("反对票数"))
    abstaining: int = field(default=0, validator=whole("弃权票数"))
    not_pressed: int = field(default=0, validator=whole("未按表决器人数"))
    deputies: int | None = field(default=None, validator=whole("代表人数", least=1, optional=True))

    def __attrs_post_init__(self) -> None:
        """Refuse ballots that don't add up to those present, and more of them than there are deputies."""
        if self.ballots != self.present:
            raise FactError(
                f"赞成{self.favour}＋反对{self.against}＋弃权{self.abstaining}＋未按{self.not_pressed}＝{self.ballots}，"
                f"应等于实到{self.present}人",
                f"the votes add up to {self.ballots}, but {self.present} deputies were present",
                where="Vote",
            )
        if self.deputies is not None and self.present > self.deputies:
            raise FactError(
                f"实到{self.present}人、{self.ballots}票，多于全体代表{self.deputies}人，票数不能超过代表人数",
                f"{self.ballots} ballots, but the congress has only {self.deputies} deputies",
                where="Vote",
            )

    @property
    def ballots(self) -> int:
        """All votes, those not pressed among them."""
        return self.favour + self.against + self.abstaining + self.not_pressed

    @property
    def unanimous(self) -> bool:
        """Whether all present voted in favour (全票)."""
        return self.favour == self.present > 0

    def quorum(self, deputies: int | None = None) -> int:
        """Return the least number of deputies present: two thirds of all, rounded up (第十四条).

        >>> Vote(present=54, favour=54).quorum(80)
        54
        """
        return -(-2 * self._all(deputies) // 3)

    def majority(self, deputies: int | None = None) -> int:
        """Return the least number of votes that adopts: more than half of all deputies (第二十五条).

        >>> Vote(present=90, favour=90).majority(102)
        52
        """
        return self._all(deputies) // 2 + 1

    def adopted(self, deputies: int | None = None, *, on: dt.date | None = None) -> bool:
        """Return whether enough were present and enough voted in favour.

        Args:
            deputies: All deputies; the vote's own unless given.
            on: The day of the vote; before 2022-03-12 the law asked for no number of deputies present.

        >>> Vote(present=48, favour=46, against=2).adopted(86)
        False
        >>> Vote(present=48, favour=46, against=2).adopted(86, on=dt.date(2012, 1, 10))
        True
        """
        enough = not needs_quorum(on) or self.present >= self.quorum(deputies)
        return enough and self.favour >= self.majority(deputies)

    def _all(self, deputies: int | None) -> int:
        total = deputies if deputies is not None else self.deputies
        if total is None:
            raise FactError(
                "不知道全体代表人数，无法判断是否过半数，请在 Congress 或 Vote 里写明 deputies",
                "the number of all deputies is not known: give deputies to the Congress or to the Vote",
                where="deputies",
            )
        return total
