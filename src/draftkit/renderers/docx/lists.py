"""Labels that Word counts: which of a paper's can be, and the lists that make them come out right."""

import os
import re

from attrs import define, field, frozen

from draftkit.errors import TemplateError
from draftkit.renderers.docx.styles import Sheet
from draftkit.tree import Line
from draftkit.zh.numbering import HEADINGS

__all__ = ["PART", "Lists", "Place"]

PART = "word/numbering.xml"
"""The part of a docx that holds its lists."""

_DEFINITION = re.compile(
    rb'<w:abstractNum\b[^>]*w:abstractNumId="(\d+)"(?:(?!</w:abstractNum>).)*?<w:name w:val="draftkit headings"/>',
    re.DOTALL,
)
_LIST = re.compile(rb'<w:num\b[^>]*w:numId="(\d+)"')
_UNKNOWN = -2
"""The count of a level of which no label can be the next."""


@frozen
class Place:
    """Where a label stands in a list.

    Args:
        list: The list's number.
        level: Its level in it, from 0.
    """

    list: int
    level: int


@define
class Lists:
    """The lists of a paper, made as its lines are written one after another.

    A list goes on as long as it counts as the paper does: each level from 1, anew below each label
    of a higher level. Where it would not (a part in which sections count anew, a number given by
    hand), another list begins, which says where each level starts.

    Args:
        definition: The number of the template's list for headings.
        first: The number of the paper's first list.
    """

    definition: int
    first: int
    _starts: list[tuple[int, ...]] = field(factory=list, init=False)
    _counts: list[int] = field(factory=lambda: [0] * len(HEADINGS), init=False)

    @classmethod
    def of(cls, sheet: Sheet) -> "Lists":
        """Return lists for a template, numbered behind its own.

        Raises:
            TemplateError: If it has no list for headings.
        """
        part = sheet.parts.get(PART, b"")
        found = _DEFINITION.search(part)
        if found is None:
            raise TemplateError(
                "模板里没有名为“draftkit headings”的多级列表，不能用Word自动编号，请改用 numbering='literal'",
                "the template has no list named 'draftkit headings': use numbering='literal'",
                where=os.fspath(sheet.path),
            )
        taken = map(int, _LIST.findall(part))
        return cls(int(found[1]), max(taken, default=0) + 1)

    def place(self, line: Line) -> Place | None:
        """Return the place of the line's label in a list; None if it has to be written out.

        Labels of other styles than the standard's (`1、` `(一)` `一是`) have to.
        """
        if line.number is None or line.style not in HEADINGS:
            return None
        level = HEADINGS.index(line.style)
        if not self._starts or self._counts[level] + 1 != line.number:
            self._begin(level, line.number)
        self._counts[level] = line.number
        # Word and others differ in where a level restarts that was told to start elsewhere.
        self._counts[level + 1 :] = [0 if start == 1 else _UNKNOWN for start in self._starts[-1][level + 1 :]]
        return Place(self.first + len(self._starts) - 1, level)

    def _begin(self, level: int, number: int) -> None:
        """Begin a list in which the next label of `level` is `number`, and those above it go on."""
        above = tuple(max(count, 0) + 1 for count in self._counts[:level])
        self._starts.append((*above, number, *(1 for _ in self._counts[level + 1 :])))
        self._counts[:] = [start - 1 for start in self._starts[-1]]

    def part(self, numbering: bytes) -> bytes:
        """Return the template's part `numbering` with the paper's lists in it."""
        before, end, after = numbering.rpartition(b"</w:numbering>")
        return before + "".join(map(self._list, range(len(self._starts)))).encode() + end + after

    def _list(self, number: int) -> str:
        starts = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level, start in enumerate(self._starts[number])
        )
        return f'<w:num w:numId="{self.first + number}"><w:abstractNumId w:val="{self.definition}"/>{starts}</w:num>'
