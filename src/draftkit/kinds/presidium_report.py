"""人大主席团工作报告: the presidium's report to the congress.

The analysis is in docs/kinds/presidium_report.md.
"""

import datetime as dt
from typing import ClassVar, Self

from attrs import evolve, field, frozen

from draftkit.errors import FactError
from draftkit.facts import Period, Person, Session, Suggestions
from draftkit.facts._checks import instance, whole
from draftkit.facts.period import is_late, last_reviewed, period_of
from draftkit.kinds._derived import (
    DERIVED,
    Derived,
    Slots,
    Wording,
    derivable_blocks,
    derivable_inlines,
    line,
    passage,
    session_of,
)
from draftkit.kinds._paper import Paper
from draftkit.kinds._parts import (
    goal_of,
    has_plan,
    headed,
    shortcomings_of,
    suggestions_said,
    with_opener,
    with_suggestions,
)
from draftkit.kinds._period import by_period, opened, years_of_term
from draftkit.kinds._slots import commissioner, commissioner_name, congress_slots, is_first_of_a_new_term
from draftkit.kinds.presidium_report_found import report_in
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
    plain,
)

__all__ = ["PresidiumReport"]


@frozen(kw_only=True)
class PresidiumReport(Paper):
    """人大主席团工作报告: title block, commission, review, thanks, shortcomings, plan, closing.

    What the facts imply is written; give a text to say it otherwise, None to leave it out.

    Args:
        session: The session that hears it.
        reporter: Who gives it; a blank where it isn't known yet.
        review_year: The year reviewed; unless given the one before the session's, of half a year and
            in November and December the session's own. The plan is for the next.
        period: What it looks back on; unless given the term before at its first session (换届) that has
            no `review_year`, the first half of the year at one from June to September, and else a year.
        term_years: How many years that term had; five (宪法第九十八条) unless given.
        review: What was done, in sections.
        suggestions: The deputies' suggestions: their sentence and its rates are computed, and end
            the section whose title speaks of 建议, 议案 or 代表, else the last one.
        shortcomings: What was lacking: a list of texts (opened and counted 一是…), or paragraphs.
        shortcomings_title: Their title, where they are a part of their own; then nothing opens them.
        plan: What is to be done, in sections.
        five_year_plan: Whether to say of a year that it is the first or the last of a five-year plan.
        goal: What all are called to strive for at the end (为…而努力奋斗).
        numbered_parts: Whether review and plan are sections 一、二、 with 一、 in them （一）; else
            they are unnumbered parts.
        title: The title, unless derived; so with all that follow.
        occasion: ——…在…会议上.
        speaker: The reporter's line.
        salutation: 各位代表：
        commission: 我受…主席团委托….
        review_title: The title of the review.
        overview: What stands before the sections of the review.
        thanks: What stands behind them.
        plan_title: The title of the plan.
        plan_opening: What stands before the sections of the plan.
        closing: What stands at the end.
        frame: What else an old paper's title block had: a mark, a corner label.
        signature: Who signs; a report has no signature, an old one may.
    """

    kind: ClassVar[str] = "presidium-report"

    session: Session | None = field(default=None, validator=instance("Session(…)", Session))
    reporter: Person | None = field(default=None, validator=instance("Person(…)", Person))
    review_year: int | None = field(default=None, validator=whole("回顾年度", least=1954, optional=True))
    period: Period | None = field(default=None, validator=instance("Period.HALF 等", Period))
    term_years: int | None = field(default=None, validator=whole("任期年数", least=1, optional=True))
    review: Blocks = field(default=(), converter=blocks)
    suggestions: Suggestions | None = field(default=None, validator=instance("Suggestions(…)", Suggestions))
    shortcomings: Blocks = field(default=(), converter=shortcomings_of)
    shortcomings_title: Inlines | None = field(default=None, converter=optional_inlines)
    plan: Blocks = field(default=(), converter=blocks)
    goal: str | None = field(default=None, converter=goal_of)
    five_year_plan: bool = False
    numbered_parts: bool = False
    title: Inlines | Derived | None = field(default=DERIVED, converter=derivable_inlines)
    occasion: Inlines | Derived | None = field(default=DERIVED, converter=derivable_inlines)
    speaker: Inlines | Derived | None = field(default=DERIVED, converter=derivable_inlines)
    salutation: Inlines | Derived | None = field(default=DERIVED, converter=derivable_inlines)
    commission: Blocks | Derived = field(default=DERIVED, converter=derivable_blocks)
    review_title: Inlines | Derived | None = field(default=DERIVED, converter=derivable_inlines)
    overview: Blocks | Derived = field(default=DERIVED, converter=derivable_blocks)
    thanks: Blocks | Derived = field(default=DERIVED, converter=derivable_blocks)
    plan_title: Inlines | Derived | None = field(default=DERIVED, converter=derivable_inlines)
    plan_opening: Blocks | Derived = field(default=DERIVED, converter=derivable_blocks)
    closing: Blocks | Derived = field(default=DERIVED, converter=derivable_blocks)
    frame: TitleBlock = field(factory=TitleBlock)
    signature: Signature | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a review of a year that comes after the session, and years of a term that isn't reviewed."""
        opens = self.session.opens if self.session else None
        if self.term_years is not None and self.reviews is not Period.TERM:
            raise FactError(
                f"回顾的不是一届（period=Period.{self.reviews.name}），不应写 term_years={self.term_years}",
                f"the report doesn't review a term, but Period.{self.reviews.name}: term_years says nothing",
                where="term_years",
            )
        if opens is not None and self.review_year is not None and self.review_year > last_reviewed(opens):
            raise FactError(
                f"{opens.year}年{opens.month}月的会议不能回顾{self.review_year}年，回顾年度应不晚于{last_reviewed(opens)}年",
                f"a session in month {opens.month} of {opens.year} can't review {self.review_year}",
                where="review_year",
            )

    @property
    def on(self) -> dt.date | None:
        """The paper's date: the day the session opens."""
        return self.session.opens if self.session else None

    @property
    def reviews(self) -> Period:
        """What it looks back on, as given or as the session and its day tell."""
        if self.period is not None:
            return self.period
        is_new_term = self.session is not None and is_first_of_a_new_term(self.session) and self.review_year is None
        if self.term_years is not None or is_new_term:
            return Period.TERM
        return period_of(self.on, self.review_year)

    @property
    def year(self) -> int | None:
        """The year reviewed, as given or as the session's day tells; None where neither does, and of a term."""
        if self.review_year is not None or self.on is None or self.reviews is Period.TERM:
            return self.review_year
        return self.on.year if self.reviews is Period.HALF or is_late(self.on) else self.on.year - 1

    def worded(self, say: Wording) -> Document:
        """Return the paper as a tree, worded by `say`."""
        return Document(
            kind=self.kind,
            title_block=evolve(
                self.frame,
                title=line(self.title, "report.title", self._presidium_slots, say),
                occasion=self._line("occasion", say),
                reporter=self._speaker(),
                salutation=self._line("salutation", say),
            ),
            blocks=(*self._commission(say), *self._review(say), *self._lacking(say), *self._plan(say)),
            signature=self.signature,
        )

    def _slots(self) -> dict[str, SlotValue]:
        session = session_of(self.session)
        return {
            **congress_slots(session.congress),
            "date": session.opens or Blank("会议日期"),
            "meeting": session.name,
            "year": Blank("回顾年度") if self.year is None else self.year,
            "years": years_of_term(self.term_years, session),
        }

    def _review_slots(self) -> dict[str, SlotValue]:
        """Return the slots of what looks back; of a term, it is its own presidium that does."""
        if self.reviews is not Period.TERM:
            return self._slots()
        congress = commissioner(session_of(self.session))
        return {**self._slots(), "presidium": f"{congress.short_name}主席团"}

    def _presidium_slots(self) -> dict[str, SlotValue]:
        """Return the congress whose presidium reports: a first session hears that of the term before."""
        return {"congress": commissioner_name(session_of(self.session))}

    def _plan_slots(self) -> dict[str, SlotValue]:
        ahead = 0 if self.reviews is Period.HALF else 1
        return {**self._slots(), "year": Blank("计划年度") if self.year is None else self.year + ahead}

    def _line(self, part: str, say: Wording) -> Inlines | None:
        return line(getattr(self, part), _phrase(part), self._slots, say)

    def _passage(self, part: str, slots: Slots, say: Wording) -> Blocks:
        name = by_period(_phrase(part), self.reviews)
        return opened(getattr(self, part), name, slots, say, milestone=self.five_year_plan)

    def _speaker(self) -> Inlines | None:
        if not isinstance(self.speaker, Derived):
            return self.speaker
        congress = session_of(self.session).congress
        if self.reporter is None:
            return (Blank(f"{congress.organ}主席姓名"),)
        post = self.reporter.formal_post(congress) or Blank("报告人的职务")
        return inlines(post, f"　{self.reporter.name}")

    def _commission(self, say: Wording) -> Blocks:
        return passage(self.commission, "report.commission", self._presidium_slots, say)

    def _review(self, say: Wording) -> Blocks:
        found = (
            *self._passage("overview", self._review_slots, say),
            *self._reviewed(say),
            *self._passage("thanks", self._review_slots, say),
        )
        if self.shortcomings_title is None:
            found = (*found, *with_opener(self.shortcomings, lambda: say.say("report.shortcomings")))
            if not self._has_plan:
                found = (*found, *self._closing(say))
        title = line(self.review_title, by_period("report.review-title", self.reviews), self._slots, say)
        return headed(title, found, numbered=self.numbered_parts)

    def _lacking(self, say: Wording) -> Blocks:
        """Return the shortcomings as a part of their own, if they are one."""
        if self.shortcomings_title is None:
            return ()
        found = self.shortcomings if self._has_plan else (*self.shortcomings, *self._closing(say))
        return headed(self.shortcomings_title, found, numbered=self.numbered_parts)

    def _reviewed(self, say: Wording) -> Blocks:
        if self.suggestions is None:
            return self.review
        return with_suggestions(self.review, suggestions_said(self.suggestions, self.reviews, self._slots(), say))

    def _plan(self, say: Wording) -> Blocks:
        if not self._has_plan:
            return ()
        leading = self._passage("plan_opening", self._plan_slots, say)
        title = line(self.plan_title, by_period("report.plan-title", self.reviews), self._plan_slots, say)
        return headed(title, (*leading, *self.plan, *self._closing(say)), numbered=self.numbered_parts)

    def _closing(self, say: Wording) -> Blocks:
        if not isinstance(self.closing, Derived):
            return self.closing
        goal = self.goal or plain(say.pick("report.goal", self._slots()))
        return (Paragraph(say.pick("report.closing", {**self._slots(), "goal": goal})),)

    @property
    def _has_plan(self) -> bool:
        return has_plan(self.plan, self.plan_title, self.plan_opening)

    @classmethod
    def from_document(cls, document: Document, phrases: PhraseBook | None = None) -> Self:
        """Return the report that `document` is: its facts, and every text that they don't give.

        The text of `from_document(document).draft()` is the text of `document`.
        """
        return report_in(document, cls, phrases)


def _phrase(part: str) -> str:
    """Return the id of the phrase that words `part`."""
    return f"report.{part.replace('_', '-')}"
