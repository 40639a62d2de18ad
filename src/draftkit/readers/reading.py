"""`read`: a path or a text to a document, the format chosen by the suffix."""

import os
from collections.abc import Callable
from pathlib import Path

from draftkit.errors import ReadError
from draftkit.readers.markdown import read_markdown
from draftkit.readers.source import load
from draftkit.readers.text import read_text
from draftkit.tree import Document
from draftkit.zh import typography

__all__ = ["FORMATS", "read"]

FORMATS: dict[str, Callable[[str], Document]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
}
"""What reads each suffix."""


def read(source: str | os.PathLike[str], *, normalize: bool = False) -> Document:
    r"""Return the document at the path `source`, or of the text `source`.

    A string is a path when it has one line and a suffix of `FORMATS`, or names a
    file that is there; any other string is the text itself.

    Args:
        source: A path, or the text of a paper.
        normalize: Whether half-width marks, straight quotes and stray spaces are
            put right first (`draftkit.zh.typography`); off, the text stays as it is.

    Raises:
        ReadError: There is no such file, it isn't text, or its format isn't read.

    >>> read("关于政府工作报告的决议\n\n会议认为，报告实事求是。").title_block.title
    (Text(text='关于政府工作报告的决议'),)
    """
    path = _path(source)
    if path is None:
        reader, text = FORMATS[".txt"], str(source)
    else:
        reader = _reader(path)
        text = load(path)
    return reader(_normalized(text) if normalize else text)


_LONGEST_PATH = 1024


def _path(source: str | os.PathLike[str]) -> Path | None:
    if not isinstance(source, str):
        return Path(source)
    if "\n" in source or len(source) > _LONGEST_PATH or "\0" in source:
        return None
    path = Path(source)
    try:
        return path if path.suffix.lower() in (*FORMATS, ".docx", ".doc", ".pdf", ".wps") or path.is_file() else None
    except OSError:  # a line of text too long for a file's name
        return None


def _reader(path: Path) -> Callable[[str], Document]:
    try:
        return FORMATS[path.suffix.lower()]
    except KeyError:
        raise ReadError(
            f"读不了“{path.suffix}”文件，可读的有：{'、'.join(FORMATS)}；Word 文件请另存为 .txt",
            f"{path.suffix or 'a file without a suffix'} can't be read; {', '.join(FORMATS)} can",
            where=str(path),
        ) from None


def _normalized(text: str) -> str:
    return "\n".join(typography.normalize(line) for line in text.splitlines())
