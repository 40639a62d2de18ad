"""A report of the presidium found again in an old paper."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve

from draftkit.facts import Period, Session
from draftkit.facts.period import last_reviewed
from draftkit.kinds._derived import DERIVED, Wording, wording
from draftkit.kinds._outline import Piece, first_text, lacking_in, outline_of, year_in
from draftkit.kinds._parts import without_opener
from draftkit.kinds._period import milestones_in, period_in, years_of_term
from draftkit.kinds._recover import derived, goals_in, person_in, rederived, session_in, suggestions_in
from draftkit.phrases import PhraseBook
from draftkit.tree import Blocks, Document, Inlines, plain

if TYPE_CHECKING:
    from draftkit.kinds.presidium_report import PresidiumReport

__all__ = ["report_in"]

_R = TypeVar("_R", bound="PresidiumReport")


def report_in(document: Document, kind: type[_R], phrases: PhraseBook | None) -> _R:
    """Return the report that `document` is: its facts, and every text that they don't give."""
    block = document.title_block
    session = session_in(document)
    outline = outline_of(document.blocks)
    review, plan = outline.review, outline.plan
    commission, overview = outline.above, review.leading
    if review.title is None:
        commission, overview = _split_commission(overview)
    trailing, closing = review.trailing, plan.trailing
    if plan == outline.shortcomings == Piece():
        trailing, closing = _split_closing(trailing)
    thanks, shortcomings = lacking_in(outline, trailing)
    period, years = _period(review.title, overview)
    found = kind(
        session=session,
        reporter=person_in(document, session.congress if session else None),
        review_year=_reviewed(review.title, session),
        period=period,
        term_years=years,
        title=block.title,
        occasion=block.occasion,
        speaker=block.reporter,
        salutation=block.salutation,
        commission=commission,
        review_title=review.title,
        overview=overview,
        review=review.sections,
        thanks=thanks,
        shortcomings=shortcomings,
        shortcomings_title=outline.shortcomings.title,
        plan_title=plan.title,
        plan_opening=plan.leading,
        plan=plan.sections,
        closing=closing,
        numbered_parts=outline.numbered,
        frame=evolve(block, title=None, occasion=None, reporter=None, salutation=None),
        signature=document.signature,
    )
    say = wording(phrases, found.on, warn=False)
    return rederived(found, document, _changes(found, say), phrases)


def _reviewed(title: Inlines | None, session: Session | None) -> int | None:
    """Return the year that `title` names, unless the session can't review it: old papers have wrong years."""
    year = year_in(title)
    opens = session.opens if session else None
    return None if year is not None and opens is not None and year > last_reviewed(opens) else year


def _period(title: Inlines | None, overview: Blocks) -> tuple[Period, int | None]:
    """Return what is looked back on, and the years of a term: as the title tells, else as the overview opens."""
    if title is not None and year_in(title) is not None:
        return period_in(plain(title))
    return period_in(plain(title or ()), first_text(overview[0]) if overview else "")


_LINES = ("title", "occasion", "speaker", "salutation", "commission", "review_title", "plan_title")
_PASSAGES = ("overview", "thanks", "plan_opening")


def _changes(found: "PresidiumReport", say: Wording) -> Iterator[Mapping[str, object]]:
    """Yield what may follow from the facts: each is taken where the text stays the same."""
    yield from derived(*_LINES, *_PASSAGES)
    yield from milestones_in(found, "overview", "plan_opening")
    yield {"shortcomings": without_opener(found.shortcomings)}
    for goal in goals_in(found.closing, "report.closing", say):
        yield {"closing": DERIVED, "goal": goal}
    for review, suggestions in suggestions_in(found.review, say):
        yield {"review": review, "suggestions": suggestions}
    yield from _implied(found)


def _implied(found: "PresidiumReport") -> Iterator[Mapping[str, object]]:
    """Yield that the year, the period and the years of a term are as the session tells, where it does tell them."""
    yearless = evolve(found, review_year=None)
    if yearless.year == found.year:
        yield {"review_year": None}
    implied = evolve(yearless if yearless.year == found.year else found, period=None)
    if (implied.reviews, implied.year) == (found.reviews, found.year):
        yield {"period": None}
    untold = years_of_term(None, found.session)
    if evolve(implied, term_years=None).reviews is found.reviews and untold == years_of_term(
        found.term_years, found.session
    ):
        yield {"term_years": None}


_CLOSING = re.compile(r"^各位代表(?!.*感谢).*(?:让我们|奋斗)")


def _split_closing(trailing: Blocks) -> tuple[Blocks, Blocks]:
    """Return what stands behind the sections of a report without a plan, and its last words."""
    if trailing and _CLOSING.search(first_text(trailing[-1])):
        return trailing[:-1], trailing[-1:]
    return trailing, ()


_COMMISSION = re.compile(r"委托|请予审议|报告工作|向大会(?:作)?报告")


def _split_commission(leading: Blocks) -> tuple[Blocks, Blocks]:
    """Return the paragraphs that commission the report, and what stands before the first section."""
    at = next((n for n, block in enumerate(leading) if not _COMMISSION.search(first_text(block))), len(leading))
    return leading[:at], leading[at:]
