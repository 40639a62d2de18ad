"""Markdown to a document: its headings, emphasis and escapes taken off, its tables read."""

import re
from collections.abc import Iterator

from attrs import evolve

from draftkit.readers.raw import Raw, raw_lines
from draftkit.readers.text import read_lines
from draftkit.tree import Document

__all__ = ["markdown_lines", "read_markdown"]

_HEADING = re.compile(r"^(#{1,6})\s+(.*)$", re.DOTALL)
_ITEM = re.compile(r"^[-*+]\s+")
_EMPHASIS = re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)(?<!\\)\1")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_RULE = re.compile(r"^(?:-{3,}|\*{3,}|_{3,}|\|(?:\s*:?-+:?\s*\|)+)$")
"""A line across the page, or the one below the header of a table."""
_BREAK = re.compile(r"(?<!\\)<br\s?/?>")
_ROW = re.compile(r"^\|.*(?<!\\)\|$")
_CELLS = re.compile(r"(?<!\\)\|")


def read_markdown(text: str) -> Document:
    """Return the document of a Markdown text: `#` is the title, labels and the rest as in plain text."""
    return read_lines(markdown_lines(text))


def markdown_lines(text: str) -> list[Raw]:
    """Return the lines of a Markdown text, what marks them up taken off."""
    lines = (line for raw in raw_lines(text) if not _RULE.match(raw.text) for line in _broken(raw))
    return [_unmarked(raw) for raw in lines]


def _broken(raw: Raw) -> Iterator[Raw]:
    """Yield the lines that `<br>` parts; in a heading it is a break by hand, in a cell no table can hold it."""
    if _HEADING.match(raw.text):
        yield evolve(raw, text=_BREAK.sub("\n", raw.text))
    elif _ROW.match(raw.text):
        yield evolve(raw, text=_BREAK.sub("", raw.text))
    else:
        yield from (_placed(raw, text) for text in _BREAK.split(raw.text) if text.strip())


def _placed(raw: Raw, text: str) -> Raw:
    """Return the line `raw` with nothing but `text`, and with its column where it stands there as it is."""
    at = raw.text.find(text)
    return evolve(raw, text=text, column=None if at < 0 or raw.column is None else raw.column + at)


def _unmarked(raw: Raw) -> Raw:
    if _ROW.match(raw.text):
        cells = (_plain(cell.strip()) for cell in _CELLS.split(raw.text)[1:-1])
        return evolve(raw, text="\t".join(cells), row=True)
    found = _HEADING.match(raw.text)
    depth, text = (len(found[1]), found[2].rstrip("#").rstrip()) if found else (0, _ITEM.sub("", raw.text))
    return evolve(_placed(raw, _plain(text).strip()), heading=depth)


def _plain(text: str) -> str:
    """Return `text` without emphasis and escapes."""
    return _ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\2", text))
