"""A paragraph as rules see it: its text, what it is for, and where it stands in the source."""

from bisect import bisect_right
from collections.abc import Iterator

from attrs import field, frozen

from draftkit.tree import Node, Role
from draftkit.zh.numbering import LabelStyle

__all__ = ["Passage", "Piece"]


@frozen
class Piece:
    """A line of the source that a paragraph, or a part of it, stands on.

    Args:
        start: Where the line's text begins in the paragraph's.
        line: The line, from 1.
        column: Where its text begins in that line, from 0; None where it doesn't stand there as it is, and in Word.
    """

    start: int
    line: int
    column: int | None = None


@frozen(eq=False, kw_only=True)
class Passage:
    """A paragraph of a file; its text is that of the source, stray spaces and all.

    Args:
        index: Its number in the file, from 0.
        text: Its text, label included.
        role: What it is for; None for a cell of a table, for residue, and where it isn't known.
        pieces: The lines of the source it stands on; empty for a document that was never a file.
        node: The node of the tree it shows; None in the title block, the signature and for residue.
        level: 1 to 5 where it begins with a heading's label (by the label's look), else 0.
        style: The style of its label, or of its point's.
        number: The label's number.
        label_end: Where the label ends in the text; 0 without one.
        heading_end: Where its heading ends: the text's end for a heading, behind the 。 of a run-in one, else 0.
        cell: Whether it is a cell of a table.
        residue: Why a reader set it aside (网站导航); empty for a paragraph of the paper.
    """

    index: int
    text: str
    role: Role | None = None
    pieces: tuple[Piece, ...] = field(default=(), repr=False)
    node: Node | None = field(default=None, repr=False)
    level: int = 0
    style: LabelStyle | None = field(default=None, repr=False)
    number: int | None = None
    label_end: int = 0
    heading_end: int = 0
    cell: bool = False
    residue: str = ""

    @property
    def line(self) -> int | None:
        """The line it begins on."""
        return self.pieces[0].line if self.pieces else None

    @property
    def heading(self) -> str:
        """The words of its heading, without label and 。; empty without one."""
        return self.text[self.label_end : self.heading_end].strip().removesuffix("。")

    def spans(self, start: int, end: int) -> Iterator[tuple[Piece, int, int]]:
        """Yield the pieces that the span from `start` to `end` touches, and what of each, counted in its own text."""
        ends = [*(piece.start for piece in self.pieces[1:]), len(self.text)]
        for piece, stop in zip(self.pieces, ends, strict=True):
            begin, finish = max(start, piece.start), min(end, stop)
            if begin < finish or (begin == finish and start == end):
                yield piece, begin - piece.start, finish - piece.start

    def text_of(self, piece: Piece) -> str:
        """Return the text of one of its pieces."""
        end = next((other.start for other in self.pieces if other.start > piece.start), len(self.text))
        return self.text[piece.start : end]

    def line_of(self, offset: int) -> int | None:
        """Return the line of the source that the character at `offset` stands on."""
        if not self.pieces:
            return None
        at = bisect_right([piece.start for piece in self.pieces], offset)
        return self.pieces[max(at - 1, 0)].line
