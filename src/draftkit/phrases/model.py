"""A phrase and its editions: what was said from which day on, and where that is laid down."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from attrs import field, frozen

from draftkit.errors import PhraseError
from draftkit.phrases.plans import Plan
from draftkit.phrases.plenums import Meeting
from draftkit.phrases.slots import SlotType
from draftkit.phrases.wording import Piece, parse

__all__ = ["Confidence", "Edition", "Pack", "Phrase", "format_day"]


class Confidence(StrEnum):
    """How sure the dates of an edition are."""

    HIGH = "high"
    """A dated official text says so."""
    MEDIUM = "medium"
    """The wording is sure, the day is that of the earliest text known to have it."""
    LOW = "low"
    """Custom; a day had to be chosen."""


def _read_only(slots: Mapping[str, SlotType]) -> Mapping[str, SlotType]:
    return MappingProxyType(dict(slots))


def format_day(day: dt.date) -> str:
    """Return `day` for a sentence of an error; unlike `zh.dates` it loads no Babel."""
    return f"{day.year}年{day.month}月{day.day}日"


@frozen(kw_only=True)
class Edition:
    """版本: the wording of a phrase in one span of time.

    Args:
        since: The first day it was said.
        until: The last day; None while it is in force.
        text: The wording, with `{slots}` and `{@included}` phrases; empty where nothing was said yet.
        source: What lays it down, with its date.
        confidence: How sure the dates are.
    """

    since: dt.date
    until: dt.date | None = None
    text: str
    source: str = ""
    confidence: Confidence = Confidence.HIGH
    pieces: tuple[Piece, ...] = field(init=False, eq=False, repr=False)

    @pieces.default
    def _pieces(self) -> tuple[Piece, ...]:
        return parse(self.text)

    def covers(self, on: dt.date) -> bool:
        """Return whether the edition was in force on that day."""
        return self.since <= on and (self.until is None or on <= self.until)


@frozen(kw_only=True)
class Phrase:
    """套语: a set phrase under one id, in its editions.

    Args:
        id: The name it is called by: `report.closing`.
        title: What a clerk calls it: 结束语.
        kinds: The kinds of paper it belongs to; empty for any.
        slots: The facts it takes, by name.
        editions: Its wordings, the earliest first.
        computed: The name of the table that words it, instead of editions: `spirit`.
        timeless: Whether it holds no formula that politics or law may change, so that
            a date after the pack's as-of date need not be confirmed.
        as_of: The day to which its pack is known to be right.
        pack: The pack's name.
        where: The file it stands in.
    """

    id: str
    title: str
    kinds: tuple[str, ...] = ()
    slots: Mapping[str, SlotType] = field(factory=dict, converter=_read_only)
    editions: tuple[Edition, ...] = ()
    computed: str | None = None
    timeless: bool = False
    as_of: dt.date
    pack: str
    where: str = field(default="", eq=False, repr=False)

    def edition(self, on: dt.date) -> Edition:
        """Return the edition in force on that day.

        Raises:
            PhraseError: The day is before the first edition, after the last, or in a gap.
        """
        for edition in self.editions:
            if edition.covers(on):
                return edition
        raise self._none_on(on)

    def _none_on(self, on: dt.date) -> PhraseError:
        name = f"套语“{self.id}”（{self.title}）"
        first = self.editions[0].since
        if on < first:
            return PhraseError(
                f"{name}没有{format_day(on)}的版本：最早的版本自{format_day(first)}起；请核对文稿日期，或在自己的套语包里补上更早的版本",
                f"the first edition of {self.id!r} begins on {first}, after {on}: check the paper's date",
                where=self.where or None,
            )
        before = [edition for edition in self.editions if edition.since <= on][-1]
        later = [edition.since for edition in self.editions if edition.since > on]
        until = before.until or on
        rest_zh = f"，下一个版本自{format_day(later[0])}起" if later else "，其后没有新的版本"
        rest_en = f", the next begins on {later[0]}" if later else ", and none follows"
        return PhraseError(
            f"{name}没有{format_day(on)}的版本：上一个版本止于{format_day(until)}{rest_zh}；请在自己的套语包里补上",
            f"{self.id!r} has no edition on {on}: one ended on {until}{rest_en}",
            where=self.where or None,
        )


@frozen(kw_only=True)
class Pack:
    """套语包: one file of phrases and tables.

    Args:
        name: Its short name: `resolution`.
        title: What a clerk calls it.
        as_of: The day to which it is known to be right.
        phrases: Its phrases, in the order of the file.
        meetings: Its meetings of the Party.
        plans: Its five-year plans.
        where: The file.
    """

    name: str
    title: str
    as_of: dt.date
    phrases: tuple[Phrase, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    plans: tuple[Plan, ...] = ()
    where: str = field(default="", eq=False, repr=False)
