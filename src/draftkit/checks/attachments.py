"""The note that names the attachments (附件：1.…), told from the numbered text above it."""

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from draftkit.checks.paragraph import Passage
from draftkit.tree import Role

__all__ = ["with_notes"]

_OPENS = re.compile(r"\s*附\s*件\s*[:：]")
_SENTENCE = re.compile(r"[。；！？]\s*$")
_LONGEST = 80
"""Characters that the line of one attachment has at most: its name is a title."""
_NAMES = 3
"""The level whose look the numbers of attachments have: 1. and the like."""
_TEXT = {Role.BODY, Role.HEADING, None}


def with_notes(paragraphs: Iterable[Passage]) -> Iterator[Passage]:
    """Yield `paragraphs`, the lines from 附件： to the signature as what they are: no headings of the text.

    Several attachments are numbered 1. 2., and their names end without a mark (GB/T 9704-2012 7.3.4).
    """
    inside = False
    for paragraph in paragraphs:
        opens = paragraph.role in _TEXT and _OPENS.match(paragraph.text) is not None
        inside = opens or (inside and _is_name(paragraph))
        yield _named(paragraph) if inside else paragraph


def _is_name(paragraph: Passage) -> bool:
    return (
        paragraph.role in _TEXT
        and not paragraph.cell
        and not paragraph.residue
        and paragraph.level in {0, _NAMES}
        and len(paragraph.text) <= _LONGEST
        and not _SENTENCE.search(paragraph.text)
    )


def _named(paragraph: Passage) -> Passage:
    role = Role.ATTACHMENTS
    return evolve(paragraph, role=role, level=0, style=None, number=None, label_end=0, heading_end=0)
