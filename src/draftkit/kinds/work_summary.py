"""人大工作总结: the year's summary, handed to the standing committee above and the Party committee.

The analysis is in docs/kinds/work_summary.md.
"""

import datetime as dt
from typing import ClassVar, Self

from attrs import evolve, field, frozen

from draftkit.errors import FactError
from draftkit.facts import Congress, Period, Suggestions
from draftkit.facts._checks import day, instance, whole
from draftkit.facts.period import last_reviewed, period_of
from draftkit.kinds._derived import (
    DERIVED,
    Derived,
    Wording,
    derivable_blocks,
    derivable_inlines,
    line,
    need,
)
from draftkit.kinds._paper import Paper
from draftkit.kinds._parts import (
    has_plan,
    headed,
    shortcomings_of,
    suggestions_said,
    with_opener,
    with_suggestions,
)
from draftkit.kinds._period import by_period, opened, opening
from draftkit.kinds._slots import congress_slots
from draftkit.kinds.work_summary_found import summary_in
from draftkit.phrases import PhraseBook, SlotValue
from draftkit.tree import (
    Blank,
    Blocks,
    Document,
    Inlines,
    Paragraph,
    Signature,
    TitleBlock,
    blocks,
    inlines,
    optional_inlines,
)
from draftkit.zh.dates import format_date

__all__ = ["WorkSummary"]


@frozen(kw_only=True)
class WorkSummary(Paper):
    """人大工作总结: title, opening, review, shortcomings, plan, signature and date; no salutation.

    It goes to those who guide and lead the congress's work, not to its vote, so
    nothing in it asks for deliberation or calls on anybody.

    Args:
        congress: The congress.
        year: The year it sums up; that of `on` unless given, from January to May the one before.
        on: The day it is signed.
        review: What was done, in sections.
        period: What it sums up: a year, or its first half; the half unless given where it is signed from
            June to September of the year itself.
        suggestions: The deputies' suggestions: their sentence and its rates are computed, and end
            the section whose title speaks of 建议, 议案 or 代表, else the last one.
        shortcomings: What was lacking: a list of texts (opened and counted 一是…), or paragraphs.
        shortcomings_title: Their title, where they are a part of their own; then nothing opens them.
        plan: What is to be done in the year to come, in sections.
        five_year_plan: Whether to say of a year that it is the first or the last of a five-year plan.
        numbered_parts: Whether review and plan are the sections 一、 and 二、.
        title: The title, unless derived; so with all that follow.
        opening: What stands before the sections, above the review's title.
        review_title: The title of the review, which has none unless it is given.
        plan_title: The title of the plan.
        plan_opening: What stands before the sections of the plan.
        closing: What stands at the end, if anything does.
        organ: Who signs.
        date: The date below it.
        frame: What else an old paper's title block had.
    """

    kind: ClassVar[str] = "work-summary"

    congress: Congress | None = field(default=None, validator=instance("Congress(…)", Congress))
    year: int | None = field(default=None, validator=whole("总结年度", least=1954, optional=True))
    on: dt.date | None = field(default=None, validator=day("落款日期"))
    period: Period | None = field(default=None, validator=instance("Period.HALF 等", Period))
    review: Blocks = field(default=(), converter=blocks)
    suggestions: Suggestions | None = field(default=None, validator=instance("Suggestions(…)", Suggestions))
    shortcomings: Blocks = field(default=(), converter=shortcomings_of)
    shortcomings_title: Inlines | None = field(default=None, converter=optional_inlines)
    plan: Blocks = field(default=(), converter=blocks)
    five_year_plan: bool = False
    numbered_parts: bool = False
    title: Inlines | Derived | None = field(default=DERIVED, converter=derivable_inlines)
    opening: Blocks | Derived = field(default=DERIVED, converter=derivable_blocks)
    review_title: Inlines | None = field(default=None, converter=optional_inlines)
    plan_title: Inlines | Derived | None = field(default=DERIVED, converter=derivable_inlines)
    plan_opening: Blocks | Derived = field(default=DERIVED, converter=derivable_blocks)
    closing: Blocks = field(default=(), converter=blocks)
    organ: Inlines | Derived | None = field(default=DERIVED, converter=derivable_inlines)
    date: Inlines | Derived | None = field(default=DERIVED, converter=derivable_inlines)
    sealed: bool = False
    frame: TitleBlock = field(factory=TitleBlock)

    def __attrs_post_init__(self) -> None:
        """Refuse the summary of a term: that is reported to the congress."""
        if self.period is Period.TERM:
            raise FactError(
                "工作总结写一年或上半年，period 应为 Period.YEAR 或 Period.HALF；一届的工作由 PresidiumReport 报告",
                "a summary is of a year or of its first half: a term is reported to the congress (PresidiumReport)",
                where="period",
            )
        if self.on is not None and self.year is not None and self.year > last_reviewed(self.on):
            raise FactError(
                f"{self.on.year}年{self.on.month}月不能总结{self.year}年的工作，总结年度应不晚于{last_reviewed(self.on)}年",
                f"a summary signed in month {self.on.month} of {self.on.year} can't be of {self.year}",
                where="year",
            )

    @property
    def sums_up(self) -> Period:
        """What it sums up, as given or as the day it is signed tells."""
        return self.period or period_of(self.on, self.reviewed)

    @property
    def reviewed(self) -> int | None:
        """The year summed up, as given or as the day it is signed tells; None where neither does."""
        if self.year is not None or self.on is None:
            return self.year
        return last_reviewed(self.on)

    def worded(self, say: Wording) -> Document:
        """Return the paper as a tree, worded by `say`."""
        return Document(
            kind=self.kind,
            title_block=evolve(self.frame, title=self._title(say)),
            blocks=(*self._review(say), *self._lacking, *self._plan(say)),
            signature=self._signature(say),
        )

    def _slots(self) -> dict[str, SlotValue]:
        congress = need(self.congress, "所属的人民代表大会（congress=Congress(…)）", "congress")
        year = self.reviewed
        return {
            **congress_slots(congress),
            "year": self._year_slot(),
            "next": Blank("计划年度") if year is None else year + 1,
        }

    def _year_slot(self) -> SlotValue:
        return Blank("总结年度") if self.reviewed is None else self.reviewed

    def _plan_slots(self) -> dict[str, SlotValue]:
        slots = self._slots()
        return slots if self.sums_up is Period.HALF else {**slots, "year": slots["next"]}

    def _phrase(self, part: str) -> str:
        """Return the id of the phrase that words `part` for the time summed up."""
        return by_period(f"summary.{part}", self.sums_up)

    def _title(self, say: Wording) -> Inlines | None:
        return line(self.title, self._phrase("title.with-plan" if self._has_plan else "title"), self._slots, say)

    def _review(self, say: Wording) -> Blocks:
        found = self._sections(say)
        if self.shortcomings_title is None:
            lacking = with_opener(self.shortcomings, lambda: say.say(self._phrase("shortcomings")))
            found = (*found, *lacking, *(() if self._has_plan else self.closing))
        return (*self._opening(say), *headed(self.review_title, found, numbered=self.numbered_parts))

    @property
    def _lacking(self) -> Blocks:
        """Return the shortcomings as a part of their own, if they are one."""
        if self.shortcomings_title is None:
            return ()
        found = self.shortcomings if self._has_plan else (*self.shortcomings, *self.closing)
        return headed(self.shortcomings_title, found, numbered=self.numbered_parts)

    def _opening(self, say: Wording) -> Blocks:
        if not isinstance(self.opening, Derived):
            return self.opening
        slots = self._slots()
        first = opening(self._phrase("opening"), slots, say, milestone=self.five_year_plan)
        return (Paragraph(inlines(first, say.pick(self._phrase("transition"), slots))),)

    def _sections(self, say: Wording) -> Blocks:
        if self.suggestions is None:
            return self.review
        slots = {"year": self._year_slot()}
        return with_suggestions(self.review, suggestions_said(self.suggestions, self.sums_up, slots, say))

    def _plan(self, say: Wording) -> Blocks:
        if not self._has_plan:
            return ()
        title = line(self.plan_title, self._phrase("plan-title"), self._plan_slots, say)
        name = self._phrase("plan-opening")
        leading = opened(self.plan_opening, name, self._plan_slots, say, milestone=self.five_year_plan)
        return headed(title, (*leading, *self.plan, *self.closing), numbered=self.numbered_parts)

    @property
    def _has_plan(self) -> bool:
        """Whether there is a plan, or a title or an opening of one was given."""
        return has_plan(self.plan, self.plan_title, self.plan_opening)

    def _signature(self, say: Wording) -> Signature | None:
        organ = line(self.organ, "summary.organ", self._slots, say)
        date = self._date() if isinstance(self.date, Derived) else self.date
        return None if organ is None and date is None else Signature(organ, date, sealed=self.sealed)

    def _date(self) -> Inlines:
        return inlines(format_date(self.on) if self.on else Blank("落款日期"))

    @classmethod
    def from_document(cls, document: Document, phrases: PhraseBook | None = None) -> Self:
        """Return the summary that `document` is: its facts, and every text that they don't give.

        The text of `from_document(document).draft()` is the text of `document`.
        """
        return summary_in(document, cls, phrases)
