"""Markdown to a document: its headings, emphasis and escapes taken off, its tables kept."""

import re

from draftkit.readers.raw import Raw, raw_lines
from draftkit.readers.text import read_lines
from draftkit.tree import Document

__all__ = ["markdown_lines", "read_markdown"]

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_ITEM = re.compile(r"^[-*+]\s+")
_EMPHASIS = re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)(?<!\\)\1")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_RULE = re.compile(r"^(?:-{3,}|\*{3,}|_{3,})$")


def read_markdown(text: str) -> Document:
    """Return the document of a Markdown text: `#` is the title, labels and the rest as in plain text."""
    return read_lines(markdown_lines(text))


def markdown_lines(text: str) -> list[Raw]:
    """Return the lines of a Markdown text, what marks them up taken off."""
    return [_unmarked(raw) for raw in raw_lines(text) if not _RULE.match(raw.text)]


def _unmarked(raw: Raw) -> Raw:
    found = _HEADING.match(raw.text)
    depth, text = (len(found[1]), found[2]) if found else (0, _ITEM.sub("", raw.text))
    text = _ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\2", text))
    text = text.strip()
    at = raw.text.find(text)
    return Raw(text, raw.line, None if at < 0 or raw.column is None else raw.column + at, depth)
