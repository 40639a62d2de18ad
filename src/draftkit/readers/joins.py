"""Paragraphs that a page break cut in two, made one again."""

import re
from collections.abc import Callable

from attrs import define, evolve

from draftkit.readers.raw import Raw
from draftkit.tree import Join

__all__ = ["join"]

_SHORTEST = 24
"""A first half fills its line; a shorter one without a mark is a heading or a line of the title block."""

_TAIL = 4
"""How far from the end of a line its closing mark is looked for."""
_CLOSED = re.compile(r"[。；;！!？?：:…）)》”\"'〕】—]\s*$")
_GOES_ON = re.compile(r"^[的地得了着，。；、：）”》]")
"""What no sentence begins with: such a line goes on with the one before it, if that one is open."""
_OPENS = re.compile(r"^(?:会议(?:认为|指出|提出|强调|要求|号召|决定|同意)|各位代表|[（(【—])")


def join(lines: list[Raw], opens: Callable[[Raw], bool]) -> tuple[list[Raw], list[Join]]:
    """Return `lines` with cut paragraphs made one, and which they were.

    A line is the second half of the one before it when that one is long and ends
    in no mark though a sentence ends inside it, or in a comma, or when this one
    begins as no sentence does (的…); and this one opens nothing of its own.

    Args:
        lines: The lines of the paper.
        opens: Tells whether a line begins something: a label, a point, a part, a salutation.
    """
    joined: list[_Paragraph] = []
    joins: list[Join] = []
    for raw in lines:
        opened = raw.whole or raw.heading or _OPENS.match(raw.text) or opens(raw)
        if joined and joined[-1].is_cut_before(raw.text) and not opened:
            joins.append(Join(joined[-1].raw.line, raw.line))
            joined[-1].add(raw.text)
        else:
            joined.append(_Paragraph(raw, [raw.text], len(raw.text), ended="。" in raw.text))
    return [paragraph.whole() for paragraph in joined], joins


@define
class _Paragraph:
    """A paragraph whose halves are still being found."""

    raw: Raw
    pieces: list[str]
    length: int
    ended: bool
    """Whether a sentence has ended in it."""

    def is_cut_before(self, text: str) -> bool:
        last = self.pieces[-1]
        if self.raw.heading or self.length < _SHORTEST or _CLOSED.search(last, max(len(last) - _TAIL, 0)):
            return False
        return last.endswith(("，", ",", "、")) or self.ended or _GOES_ON.match(text) is not None

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)
        self.ended = self.ended or "。" in text

    def whole(self) -> Raw:
        return evolve(self.raw, text="".join(self.pieces))
