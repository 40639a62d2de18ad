"""Paragraphs that a page break cut in two, made one again."""

import re
from collections.abc import Callable

from attrs import evolve

from draftkit.readers.raw import Raw
from draftkit.tree import Join

__all__ = ["join"]

_SHORTEST = 24
"""A first half fills its line; a shorter one without a mark is a heading or a line of the title block."""

_CLOSED = re.compile(r"[。；;！!？?：:…）)》”\"'〕】—]\s*$")
_OPENS = re.compile(r"^(?:会议(?:认为|指出|提出|强调|要求|号召|决定|同意)|各位代表|[（(【—])")


def join(lines: list[Raw], opens: Callable[[Raw], bool]) -> tuple[list[Raw], list[Join]]:
    """Return `lines` with cut paragraphs made one, and which they were.

    A line is the second half of the one before it when that one is long and ends
    in no mark though a sentence ends inside it, or in a comma, and this one opens
    nothing of its own.

    Args:
        lines: The lines of the paper.
        opens: Tells whether a line begins something: a label, a point, a part, a salutation.
    """
    joined: list[Raw] = []
    joins: list[Join] = []
    for raw in lines:
        if joined and _is_cut(joined[-1]) and not (raw.whole or raw.heading or _OPENS.match(raw.text) or opens(raw)):
            joins.append(Join(joined[-1].line, raw.line))
            joined[-1] = evolve(joined[-1], text=joined[-1].text + raw.text)
        else:
            joined.append(raw)
    return joined, joins


def _is_cut(raw: Raw) -> bool:
    text = raw.text
    if raw.heading or len(text) < _SHORTEST or _CLOSED.search(text):
        return False
    return text.endswith(("，", ",", "、")) or "。" in text
