"""Numbered headings in rows: which one each follows, and which number its place asks for."""

from collections.abc import Iterator

from attrs import define, field, frozen

from draftkit.checks.paper import Paper
from draftkit.checks.paragraph import Passage
from draftkit.tree import Role

__all__ = ["Item", "items"]


@frozen(eq=False)
class Item:
    """A numbered heading in its row.

    Args:
        paragraph: The heading.
        before: The one before it in its row; None for the first.
        row: Which row of its level it is in since the last title without a number, from 0.
        due: The number that its place asks for.
        right: Whether it has a number that may stand there.
    """

    paragraph: Passage
    before: Passage | None
    row: int
    due: int
    right: bool

    @property
    def number(self) -> int:
        """Its number as written."""
        return self.paragraph.number or 0

    @property
    def label(self) -> str:
        """The label that its place asks for, in the style of its own."""
        style = self.paragraph.style
        return style.format(self.due).strip() if style else str(self.due)


@define
class _Count:
    """What has been counted so far, level by level."""

    last: dict[int, Item] = field(factory=dict)
    """The last of each row that is still open."""
    ever: dict[int, Item] = field(factory=dict)
    """The last of each level in the paper, for numbers that run on from one heading to the next."""
    series: dict[int, int] = field(factory=dict)
    running: set[int] = field(factory=set)
    """The levels that are numbered through the paper."""

    def close(self, above: int = 0) -> None:
        self.last = {level: item for level, item in self.last.items() if level <= above}
        self.series = {level: number for level, number in self.series.items() if level <= above}

    def add(self, paragraph: Passage) -> Item:
        level, number = paragraph.level, paragraph.number or 0
        if level in self.last and number == 1:
            self.series[level] = self.series.get(level, 0) + 1
        before = self.last.get(level) or self._run_on(level, number)
        right = number <= 1 or (before is not None and _fits(number, before))
        item = Item(
            paragraph=paragraph,
            before=before.paragraph if before else None,
            row=self.series.get(level, 0),
            due=number if right else before.due + 1 if before else 1,
            right=right,
        )
        self.close(above=level)
        self.last[level] = self.ever[level] = item
        return item

    def _run_on(self, level: int, number: int) -> Item | None:
        """Return the last of `level` below an earlier heading, where the level is numbered through."""
        before = self.ever.get(level)
        if before is None or number <= 1 or not (level in self.running or _fits(number, before)):
            return None
        self.running.add(level)
        return before


def _fits(number: int, before: Item) -> bool:
    """Return whether `number` follows `before`: as that is written, or as it should have been."""
    return number in {before.number + 1, before.due + 1}


def items(paper: Paper) -> Iterator[Item]:
    """Yield the numbered headings of `paper` in the order of the text.

    A row begins anew below each heading of a higher level; where its first number goes on
    from the last one of its level (一、 1. 2. 二、 3. 4.), the level is numbered through the paper.
    """
    count = _Count()
    for paragraph in paper.body:
        if paragraph.role in {Role.PART, Role.TITLE, Role.SALUTATION}:
            count.close()
        if paragraph.level and paragraph.number is not None:
            yield count.add(paragraph)
