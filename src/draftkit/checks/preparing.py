"""A file made ready for rules: its paragraphs, and the papers that they make."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from draftkit.checks.aligning import paragraphs_of
from draftkit.checks.dating import infer
from draftkit.checks.paper import Paper
from draftkit.checks.paragraph import Paragraph
from draftkit.facts import Session
from draftkit.readers.kind import kind_of
from draftkit.readers.raw import Raw
from draftkit.readers.title_block import is_title
from draftkit.tree import Document, Role, plain

__all__ = ["prepare"]

_COLLECTED = re.compile(r"^篇[一二三四五六七八九十]{1,3}(?:[:：\s]|$)")
_PAPER_TITLE = re.compile(
    r"(?=.*(?:人大|人民代表大会|主席团|政府|关于|[乡镇])).*(?:决议|决定|报告|总结|公告|讲话)\W*(?:\d+字)?$"
)
_SHORTEST = 200
"""Characters that make a paper: fewer of them between two titles are a title said twice, or residue."""

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
    groups = list(_split(paragraphs_of(document, source)))
    titles = tuple(_title(group, document if not number else None) for number, group in enumerate(groups))
    return tuple(
        Paper(
            document=document,
            paragraphs=group,
            kind=document.kind if len(groups) == 1 and document.kind else _kind(title, group),
            title=title,
            when=infer(group, title, on=on, session=session),
            session=session,
            position=number,
            titles=titles,
        )
        for number, (group, title) in enumerate(zip(groups, titles, strict=True))
    )


def _split(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[Paragraph, ...]]:
    """Yield the paragraphs of each paper: a new one begins at a title with a paper's length before and behind it."""
    starts = [0]
    behind = _lengths_behind(paragraphs)
    length = 0
    for paragraph in paragraphs:
        if length >= _SHORTEST and behind[paragraph.index] >= _SHORTEST and _begins(paragraph):
            starts.append(paragraph.index)
            length = 0
        if not paragraph.residue:
            length += len(paragraph.text)
    for start, end in zip(starts, [*starts[1:], len(paragraphs)], strict=True):
        group = paragraphs[start:end]
        yield _titled(group) if start else group


def _lengths_behind(paragraphs: tuple[Paragraph, ...]) -> list[int]:
    """Return, for each paragraph, how many characters of the papers follow it."""
    lengths, total = [], 0
    for paragraph in reversed(paragraphs):
        lengths.append(total)
        total += 0 if paragraph.residue else len(paragraph.text)
    return lengths[::-1]


def _begins(paragraph: Paragraph) -> bool:
    if paragraph.cell or paragraph.level or len(paragraph.text) > _LONGEST_TITLE:
        return False
    return _COLLECTED.match(paragraph.text) is not None or _is_paper_title(paragraph.text)


def _is_paper_title(text: str) -> bool:
    return is_title(text) and _PAPER_TITLE.match(text) is not None


def _titled(group: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return `group` with its first title given that role, if the reader saw a plain line in it."""
    for at, paragraph in enumerate(group[:3]):
        if paragraph.role in {Role.BODY, Role.PART} and _is_paper_title(paragraph.text):
            return (*group[:at], evolve(paragraph, role=Role.TITLE), *group[at + 1 :])
    return group


def _title(group: tuple[Paragraph, ...], document: Document | None) -> str:
    if document is not None:
        return plain(document.title_block.title or ()).replace("\n", "")
    found = next((paragraph.text for paragraph in group[:3] if paragraph.role is Role.TITLE), "")
    return found or next((paragraph.text for paragraph in group[:3] if is_title(paragraph.text)), "")


def _kind(title: str, group: tuple[Paragraph, ...]) -> str:
    body = [paragraph.text for paragraph in group if paragraph.role in {Role.BODY, Role.HEADING, Role.PART}]
    return kind_of(title, body)
