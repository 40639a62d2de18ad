"""A work summary found again in an old paper."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve

from draftkit.facts import Period
from draftkit.facts.period import last_reviewed
from draftkit.kinds._derived import Wording, wording
from draftkit.kinds._outline import lacking_in, outline_of, year_in
from draftkit.kinds._parts import without_opener
from draftkit.kinds._period import milestones_in, period_in
from draftkit.kinds._recover import congress_in, derived, rederived, suggestions_in
from draftkit.phrases import PhraseBook
from draftkit.tree import Document, Signature, plain
from draftkit.zh.dates import find_dates

if TYPE_CHECKING:
    from draftkit.kinds.work_summary import WorkSummary

__all__ = ["summary_in"]

_S = TypeVar("_S", bound="WorkSummary")


def summary_in(document: Document, kind: type[_S], phrases: PhraseBook | None) -> _S:
    """Return the summary that `document` is: its facts, and every text that they don't give."""
    block, signature = document.title_block, document.signature or Signature()
    outline = outline_of(document.blocks)
    review, plan = outline.review, outline.plan
    before, shortcomings = lacking_in(outline, review.trailing)
    period, _ = period_in(plain(block.title or ()))
    year, on = year_in(block.title), _signed(signature)
    found = kind(
        congress=congress_in(document),
        year=year,
        period=Period.HALF if period is Period.HALF else Period.YEAR,
        # A paper that is signed before its year has begun has one of the two wrong: its text is kept.
        on=None if on and year and year > last_reviewed(on) else on,
        title=block.title,
        opening=outline.above if review.title else review.leading,
        review_title=review.title,
        review=(*(review.leading if review.title else ()), *review.sections, *before),
        shortcomings=shortcomings,
        shortcomings_title=outline.shortcomings.title,
        plan_title=plan.title,
        plan_opening=plan.leading,
        plan=plan.sections,
        closing=plan.trailing,
        numbered_parts=outline.numbered,
        organ=signature.organ,
        date=signature.date,
        sealed=signature.sealed,
        frame=evolve(block, title=None),
    )
    say = wording(phrases, found.on, warn=False)
    return rederived(found, document, _changes(found, say), phrases)


def _signed(signature: Signature) -> dt.date | None:
    found = next(find_dates(plain(signature.date)), None) if signature.date else None
    return found.date if found else None


def _changes(found: "WorkSummary", say: Wording) -> Iterator[Mapping[str, object]]:
    """Yield what may follow from the facts: each is taken where the text stays the same."""
    yield from derived("title", "opening", "plan_title", "plan_opening", "organ", "date")
    yield from milestones_in(found, "opening", "plan_opening")
    yield {"shortcomings": without_opener(found.shortcomings)}
    for review, suggestions in suggestions_in(found.review, say):
        yield {"review": review, "suggestions": suggestions}
    yearless = evolve(found, year=None)
    if yearless.reviewed == found.reviewed:
        yield {"year": None}
    if evolve(found, period=None).sums_up is found.sums_up:
        yield {"period": None}
