"""Small questions that several rules ask of a paper's text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from draftkit.checks.paper import Hit, Paper
from draftkit.checks.paragraph import Passage
from draftkit.tree import Role

__all__ = ["TEASER", "around", "filled", "find", "is_bare_heading", "is_long", "wide"]

TEASER = "正文摘要"
"""Why a reader sets aside an extract of the text above the text itself."""

_LONG = 300
_LONGEST_HEADING = 24
"""Characters that a heading without a number has at most."""
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")


@lru_cache(maxsize=4)
def wide(paper: Paper) -> str:
    """Return the paper's text with full-width marks, so that patterns need to know only these."""
    return paper.text.translate(_WIDE)


def filled(paper: Paper) -> list[Passage]:
    """Return the paragraphs of the text that aren't empty."""
    return [paragraph for paragraph in paper.body if paragraph.text.strip()]


def find(paper: Paper, pattern: re.Pattern[str], *, teaser: bool = False) -> Iterator[Hit]:
    """Yield the matches of `pattern` in the paper, half-width marks read as full-width ones.

    Args:
        paper: The paper.
        pattern: The pattern; it has to be linear.
        teaser: Whether an extract of the text that stands above it is searched too.
    """
    for match in pattern.finditer(wide(paper)):
        paragraph, start = paper.at(match.start())
        end = start + match.end() - match.start()
        if end <= len(paragraph.text) and (not paragraph.residue or (teaser and paragraph.residue == TEASER)):
            yield Hit(paragraph, start, end, match)


def around(hit: Hit, before: int = 120, behind: int = 120) -> str:
    """Return what stands around `hit` in its paragraph; a paragraph without end can't make that slow."""
    return hit.paragraph.text[max(0, hit.start - before) : hit.end + behind]


def is_long(paper: Paper) -> bool:
    """Return whether the paper is a whole one, and not a few sentences of it."""
    return sum(len(paragraph.text) for paragraph in paper.body) >= _LONG


def is_bare_heading(paragraph: Passage) -> bool:
    """Return whether a paragraph is a heading without a number: a short line that isn't a sentence."""
    text = paragraph.text.strip()
    return (
        paragraph.role is Role.BODY
        and not paragraph.level
        and paragraph.number is None
        and 0 < len(text) <= _LONGEST_HEADING
        and not re.search(r"[，。；：！？,;:!?\t]| {2}|\u3000", text)
    )
