"""The parts that reports and summaries share, put together."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import evolve

from draftkit.facts import Period, Suggestions
from draftkit.kinds._derived import Derived, Wording
from draftkit.kinds._outline import is_bare
from draftkit.phrases import SlotValue
from draftkit.tree import (
    BlockLike,
    Blocks,
    Inlines,
    Paragraph,
    Part,
    Points,
    Section,
    blocks,
    inlines,
    plain,
    points,
)

__all__ = [
    "goal_of",
    "has_plan",
    "headed",
    "shortcomings_of",
    "suggestions_said",
    "with_opener",
    "with_suggestions",
    "without_opener",
]


def goal_of(value: str | None) -> str | None:
    """Return what all are called to strive for, without 为 before it and 而努力奋斗 behind, which the phrases write.

    >>> goal_of("为建设美丽清溪而努力奋斗！"), goal_of("为民造福")
    ('建设美丽清溪', '为民造福')
    """
    if not isinstance(value, str):
        return value
    goal = value.rstrip("！!。").removesuffix("而努力奋斗")
    return goal if goal.startswith(("为民", "为人民")) else goal.removeprefix("为")


def shortcomings_of(value: BlockLike) -> Blocks:
    """Return the shortcomings: a list of texts as points in one paragraph, anything else as blocks."""
    if not isinstance(value, str) and isinstance(value, Iterable):
        items = list(value)
        if items and all(isinstance(item, str) for item in items):
            return (points(*(item for item in items if isinstance(item, str))),)
        return blocks(items)
    return blocks(value)


def with_opener(found: Blocks, opener: Callable[[], Inlines]) -> Blocks:
    """Return `found` with `opener` before the points that it begins with, unless something stands there.

    A single point isn't counted: it stands behind the opener without 一是.
    """
    if not found or not is_bare(found[0]):
        return found
    first, *others = found[0].items
    if others or first.title is not None or first.blocks:
        return (evolve(found[0], lead=opener()), *found[1:])
    return (Paragraph(inlines(opener(), first.content)), *found[1:])


def without_opener(found: Blocks) -> Blocks:
    """Return `found` with nothing before the points that it begins with."""
    return (evolve(found[0], lead=()), *found[1:]) if found and isinstance(found[0], Points) else found


def headed(title: Inlines | None, found: Blocks, *, numbered: bool) -> Blocks:
    """Return `found` under `title`: as an unnumbered part, or as a section 一、; without a title as it is."""
    if title is None:
        return found
    return (Section(title, found) if numbered else Part(title, found),)


def suggestions_said(
    suggestions: Suggestions, period: Period, slots: Mapping[str, SlotValue], say: Wording
) -> Paragraph:
    """Return the sentence that tells what came in and what became of it, rates computed.

    Args:
        suggestions: The counts.
        period: The time they are of, unless they count from a meeting.
        slots: The `year` of it, or the `years` of a term.
        say: The wording.
    """
    clauses = (say.pick(f"suggestions.{name}", {**slots, **told}) for name, told in _told(suggestions, period))
    joined = [piece for clause in clauses for piece in ("，", clause)][1:]
    return Paragraph(inlines(*joined, "。"))


def _told(suggestions: Suggestions, period: Period) -> Iterator[tuple[str, Mapping[str, SlotValue]]]:
    """Yield each clause that the counts have something to tell for, with what it tells."""
    received, answered = suggestions.received, suggestions.answered
    what = "received" if received else "none"
    yield what if suggestions.since else f"{what}.{period}", {"meeting": suggestions.since, "received": received}
    if suggestions.answer_rate is not None:
        yield _answered(suggestions), {"answered": answered, "rate": suggestions.answer_rate}
    if suggestions.resolved and suggestions.resolve_rate is not None:
        yield "resolved", {"resolved": suggestions.resolved, "rate": suggestions.resolve_rate}
    if suggestions.satisfied is not None and suggestions.satisfaction_rate is not None:
        counts = {"satisfied": suggestions.satisfied, "surveyed": suggestions.surveyed}
        yield "satisfied", {**counts, "rate": suggestions.satisfaction_rate}


def _answered(suggestions: Suggestions) -> str:
    """Return how it is told how many were answered: a single one isn't 均, and none isn't 0件."""
    if not suggestions.answered:
        return "answered.none"
    if suggestions.answered < suggestions.received:
        return "answered.some"
    return "answered.one" if suggestions.received == 1 else "answered.all"


_TOPICS = ("建议", "议案", "代表")
_OTHER = re.compile("代表大会|规划(?:《建议》|的?建议)")
"""What has these words in it and speaks of something else."""


def with_suggestions(review: Blocks, sentence: Paragraph) -> Blocks:
    """Return `review` with `sentence` at the end of the section that speaks of suggestions or deputies.

    Where none does, it ends the last section; where there is no section, the review.
    """
    at = _home(review)
    if at is None:
        return (*review, sentence)
    section = review[at]
    if not isinstance(section, Section):
        raise AssertionError("_home gives the place of a section")
    return (*review[:at], evolve(section, blocks=(*section.blocks, sentence)), *review[at + 1 :])


def _home(review: Blocks) -> int | None:
    sections = [
        (n, _OTHER.sub("", plain(block.title or ()))) for n, block in enumerate(review) if isinstance(block, Section)
    ]
    for topic in _TOPICS:
        for n, title in sections:
            if topic in title:
                return n
    return sections[-1][0] if sections else None


def has_plan(plan: Blocks, title: Inlines | Derived | None, opening: Blocks | Derived) -> bool:
    """Return whether a paper has a plan: sections of one, or a title or an opening given for it."""
    return bool(plan) or any(part and not isinstance(part, Derived) for part in (title, opening))
