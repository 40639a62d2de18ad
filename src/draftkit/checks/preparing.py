"""A file made ready for rules: its paragraphs, and the papers that they make."""

import datetime as dt
import math
import re
from collections.abc import Sequence

from attrs import evolve

from draftkit.checks.aligning import paragraphs_of
from draftkit.checks.dating import infer
from draftkit.checks.paper import Paper
from draftkit.checks.paragraph import Passage
from draftkit.facts import Session
from draftkit.readers.raw import Raw
from draftkit.readers.text import read_lines
from draftkit.readers.title_block import is_title
from draftkit.tree import Document, plain

__all__ = ["prepare"]

_COLLECTED = re.compile(r"^篇[一二三四五六七八九十]{1,3}(?:[:：\s]|$)")
_PAPER_TITLE = re.compile(
    r"(?=.*(?:人大|人民代表大会|主席团|政府|关于|[乡镇])).*(?:决议|决定|报告|总结|公告|讲话)\W*(?:\d+字)?$"
)
_FULL_TITLE = re.compile(r"第.{1,5}次会议关于.{2,60}的(?:决议|决定)(?:[（(]草案[^（()）]{0,6}[）)])?$")
_SHORTEST = 200
"""Characters that make a paper: fewer of them between two titles are a title said twice, or residue."""
_SHORTEST_RESOLUTION = 60
"""The same behind a title that names the session and the matter: 现作如下决定……"""
_LONGEST_TITLE = 60


def prepare(
    document: Document, source: Sequence[Raw] = (), *, on: dt.date | None = None, session: Session | None = None
) -> tuple[Paper, ...]:
    """Return the papers of a file; mostly there is one.

    Args:
        document: The tree of the whole file.
        source: The lines it was read from.
        on: The papers' date, if the user gives it.
        session: Their session, if the user gives it.
    """
    parts = _papers(document, source)
    titles = tuple(plain(tree.title_block.title or ()).replace("\n", "") for tree, _ in parts)
    return tuple(
        Paper(
            document=tree,
            paragraphs=paragraphs,
            kind=tree.kind,
            title=title,
            when=infer(paragraphs, title, on=on, session=session),
            session=session,
            position=number,
            titles=titles,
        )
        for number, ((tree, paragraphs), title) in enumerate(zip(parts, titles, strict=True))
    )


def _papers(document: Document, source: Sequence[Raw]) -> list[tuple[Document, tuple[Passage, ...]]]:
    """Return the tree and the paragraphs of each paper in the file: where there are several, each is read by itself."""
    paragraphs = paragraphs_of(document, source)
    starts = _starts(paragraphs) if source else []
    if len(starts) <= 1:
        return [(document, paragraphs)]
    found: list[tuple[Document, tuple[Passage, ...]]] = []
    count = 0
    for start, end in zip(starts, [*starts[1:], math.inf], strict=True):
        lines = [raw for raw in source if start <= raw.line < end]
        tree = read_lines(lines)
        own = paragraphs_of(tree, lines)
        found.append((tree, tuple(evolve(paragraph, index=count + at) for at, paragraph in enumerate(own))))
        count += len(own)
    return found


def _starts(paragraphs: tuple[Passage, ...]) -> list[int]:
    """Return the lines on which papers begin: the first, and every title with a paper's length before and behind it."""
    starts = [0]
    behind = _lengths_behind(paragraphs)
    length = 0
    for paragraph in paragraphs:
        least = _SHORTEST_RESOLUTION if _FULL_TITLE.search(paragraph.text) else _SHORTEST
        if min(length, behind[paragraph.index]) >= least and paragraph.line and _begins(paragraph):
            starts.append(paragraph.line)
            length = 0
        if not paragraph.residue:
            length += len(paragraph.text)
    return starts


def _lengths_behind(paragraphs: tuple[Passage, ...]) -> list[int]:
    """Return, for each paragraph, how many characters of the papers follow it."""
    lengths, total = [], 0
    for paragraph in reversed(paragraphs):
        lengths.append(total)
        total += 0 if paragraph.residue else len(paragraph.text)
    return lengths[::-1]


def _begins(paragraph: Passage) -> bool:
    text = paragraph.text
    if paragraph.cell or paragraph.level or len(text) > _LONGEST_TITLE:
        return False
    return _COLLECTED.match(text) is not None or (is_title(text) and _PAPER_TITLE.match(text) is not None)
