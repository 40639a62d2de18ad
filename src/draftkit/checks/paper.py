"""A paper made ready for rules: its paragraphs, its text as one, its date, its figures."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from attrs import field, frozen

from draftkit.checks.paragraph import Passage
from draftkit.facts import Session
from draftkit.tree import Document, Role
from draftkit.zh.dates import find_dates

__all__ = ["Hit", "Paper", "When"]

_YEAR = re.compile(r"(?<![\d.])(?:19|20)\d{2}(?=\s?年(?!级|轮))")


@frozen
class When:
    """When a paper was written, as far as that is known.

    Args:
        earliest: The first day it can be.
        latest: The last day it can be; the same day where the day is known.
        evidence: The words it was inferred from (——2024年1月10日在…会议上); empty where the user gave it.
    """

    earliest: dt.date
    latest: dt.date
    evidence: str = ""

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.earliest == self.latest


@frozen
class Hit:
    """A match of a pattern in a paragraph.

    Args:
        paragraph: The paragraph.
        start: Where the match begins in the paragraph's text.
        end: Where it ends.
        match: The match; its own offsets count in `Paper.text`.
    """

    paragraph: Passage
    start: int
    end: int
    match: re.Match[str] = field(repr=False)

    def span(self, group: int | str) -> tuple[int, int]:
        """Return the start and the end of `group` in the paragraph's text."""
        shift = self.start - self.match.start()
        start, end = self.match.span(group)
        return start + shift, end + shift

    def __getitem__(self, group: int | str) -> str:
        """Return the text of `group`."""
        return self.match[group] or ""


@frozen(eq=False, kw_only=True)
class Paper:
    """One paper of a file, with what rules ask of it worked out once.

    A file can hold several papers, one after the other (范文三篇): each is a `Paper` of its own,
    and its paragraphs keep their numbers in the file.

    Args:
        document: The tree of the whole file.
        paragraphs: The paragraphs of this paper in the order of the text, residue and cells included.
        kind: The kind of paper: `resolution`, `presidium-report`, `work-summary`, or empty.
        title: Its title without mark and brackets; empty if it has none.
        when: When it was written; None where neither the user nor the text says it.
        session: The session it belongs to, if the user gave it.
        position: Which of the file's papers it is, from 0.
        titles: The titles of all papers of the file.
    """

    document: Document = field(repr=False)
    paragraphs: tuple[Passage, ...] = field(repr=False)
    kind: str = ""
    title: str = ""
    when: When | None = None
    session: Session | None = None
    position: int = 0
    titles: tuple[str, ...] = ()

    @property
    def on(self) -> dt.date | None:
        """The day it was written; where only a span is known, the last day of it."""
        return self.when.latest if self.when else None

    @cached_property
    def body(self) -> tuple[Passage, ...]:
        """The paragraphs that belong to the paper: residue left out."""
        return tuple(paragraph for paragraph in self.paragraphs if not paragraph.residue)

    @cached_property
    def text(self) -> str:
        r"""All paragraphs, residue included, each followed by `\n`: patterns run over it once."""
        return "".join(paragraph.text + "\n" for paragraph in self.paragraphs)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each paragraph begins in `text`."""
        return tuple(accumulate((len(paragraph.text) + 1 for paragraph in self.paragraphs[:-1]), initial=0))

    def at(self, offset: int) -> tuple[Passage, int]:
        """Return the paragraph at `offset` of `text`, and where that is in the paragraph's text."""
        number = bisect_right(self.starts, offset) - 1
        return self.paragraphs[number], offset - self.starts[number]

    def finditer(self, pattern: re.Pattern[str], *, residue: bool = False) -> Iterator[Hit]:
        r"""Yield the matches of `pattern` inside paragraphs, in the order of the text.

        The pattern runs over `text`, so that `^` and `$` need `re.MULTILINE`; a match that
        reaches into the next paragraph is cut off there by not being one (use `[^\n]`, not `.` with DOTALL).

        Args:
            pattern: The pattern; it has to be linear: no nested repetition, bounded look-behind.
            residue: Whether what a reader set aside is searched too.
        """
        for match in pattern.finditer(self.text):
            paragraph, start = self.at(match.start())
            end = start + match.end() - match.start()
            if end <= len(paragraph.text) and (residue or not paragraph.residue):
                yield Hit(paragraph, start, end, match)

    def find(self, word: str, *, residue: bool = False) -> Iterator[tuple[Passage, int, int]]:
        """Yield where `word` stands: paragraph, start, end. Quick where it doesn't."""
        at = self.text.find(word)
        while at >= 0:
            paragraph, start = self.at(at)
            if residue or not paragraph.residue:
                yield paragraph, start, start + len(word)
            at = self.text.find(word, at + len(word))

    def has(self, *words: str) -> bool:
        """Return whether one of `words` stands anywhere in it."""
        return any(word in self.text for word in words)

    def of(self, *roles: Role) -> tuple[Passage, ...]:
        """Return the paragraphs of `roles`."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.role in roles)

    @cached_property
    def headings(self) -> tuple[Passage, ...]:
        """The paragraphs that begin with a heading's label, run-in ones included."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.level)

    @cached_property
    def dates(self) -> tuple[tuple[Passage, int, int, dt.date], ...]:
        """The full dates in it: paragraph, start, end, date."""
        return tuple(
            (paragraph, found.start, found.end, found.date)
            for paragraph in self.body
            for found in find_dates(paragraph.text)
        )

    @cached_property
    def years(self) -> tuple[tuple[Passage, int, int, int], ...]:
        """The years written in Arabic digits before 年: paragraph, start, end, year."""
        return tuple((hit.paragraph, hit.start, hit.end, int(hit[0])) for hit in self.finditer(_YEAR))
