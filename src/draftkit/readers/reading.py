"""`read`: a path or a text to a document, the format chosen by the suffix."""

import os
import re
from collections.abc import Callable
from pathlib import Path

from attrs import evolve

from draftkit.errors import ReadError
from draftkit.readers.markdown import markdown_lines
from draftkit.readers.raw import Raw, raw_lines
from draftkit.readers.source import check_path, decode, load
from draftkit.readers.text import read_lines
from draftkit.tree import Document
from draftkit.zh import typography

__all__ = ["FORMATS", "read", "read_data", "read_source"]


def _word(data: bytes) -> list[Raw]:
    from draftkit.readers.docx import docx_lines  # noqa: PLC0415 -- lxml is loaded when it is needed

    return docx_lines(data)


FORMATS: dict[str, Callable[[bytes], list[Raw]]] = {
    ".txt": lambda data: raw_lines(decode(data)),
    ".text": lambda data: raw_lines(decode(data)),
    ".md": lambda data: markdown_lines(decode(data)),
    ".markdown": lambda data: markdown_lines(decode(data)),
    ".docx": _word,
}
"""What makes lines of a file's bytes, by its suffix; what they mean is told the same way for all."""


def read(source: str | os.PathLike[str], *, normalize: bool = False) -> Document:
    r"""Return the document at the path `source`, or of the text `source`.

    A string is a path when it has one line and the suffix of a kind of file (`.docx`,
    but `.rtf` as well), or names a file that is there; any other string is the text itself.

    Args:
        source: A path, or the text of a paper.
        normalize: Whether half-width marks, straight quotes and stray spaces are
            put right first (`draftkit.zh.typography`); off, the text stays as it is.

    Raises:
        ReadError: There is no such file, it isn't text, or its format isn't read.

    >>> read("关于政府工作报告的决议\n\n会议认为，报告实事求是。").title_block.title
    (Text(text='关于政府工作报告的决议'),)
    """
    return read_source(source, normalize=normalize)[0]


def read_source(
    source: str | os.PathLike[str], *, normalize: bool = False
) -> tuple[Document, tuple[Raw, ...], str | None]:
    """Return the document of `source` as `read` does, the lines it was made of, and its path if it is a file."""
    check_path(source)
    path = _path(source)
    if path is None:
        lines, where = raw_lines(str(source)), None
    else:
        reader, where = _reader(path), str(path)
        lines = _told(reader, load(path), where)
    if normalize:
        lines = [evolve(raw, text=typography.normalize(raw.text)) for raw in lines]
    return read_lines(lines), tuple(lines), where


def read_data(data: bytes, path: Path) -> tuple[Document, tuple[Raw, ...]]:
    """Return the document of the bytes of the file at `path`, and the lines it was made of."""
    lines = _told(_reader(path), data, str(path))
    return read_lines(lines), tuple(lines)


def _told(reader: Callable[[bytes], list[Raw]], data: bytes, where: str) -> list[Raw]:
    """Return the lines of `data`; an error says which file it is about."""
    try:
        return reader(data)
    except ReadError as error:
        raise ReadError(error.zh, error.en, where=where) from error.__cause__


_LONGEST_PATH = 1024
_NOT_READ = re.compile(
    r"\.(?:bmp|ceb|csv|docm?|dotx?|dps|epub|et|html?|jpe?g|json|odt|ofd|pdf|png|pptx?|rar|rtf|tex|toml|wp[st]|xlsx?|xml|"
    r"ya?ml|zip)"
)
"""Suffixes of files that aren't read: a line that ends in one is meant for a path, and told so."""


def _path(source: str | os.PathLike[str]) -> Path | None:
    if not isinstance(source, str):
        return Path(source)
    if "\n" in source or len(source) > _LONGEST_PATH or "\0" in source:
        return None
    path = Path(source)
    try:
        suffix = path.suffix.lower()
        return path if suffix in FORMATS or _NOT_READ.fullmatch(suffix) or path.is_file() else None
    except OSError:  # a line of text too long for a file's name
        return None


def _reader(path: Path) -> Callable[[bytes], list[Raw]]:
    if path.is_dir():
        raise ReadError("这是文件夹，请写其中的文件", "this is a folder: name a file in it", where=str(path))
    if not path.suffix:
        raise ReadError(
            f"文件名没有后缀，不知是哪一种文件，可读的有：{'、'.join(FORMATS)}",
            f"a file without a suffix can't be read; {', '.join(FORMATS)} can",
            where=str(path),
        )
    try:
        return FORMATS[path.suffix.lower()]
    except KeyError:
        raise ReadError(
            f"读不了“{path.suffix}”文件，可读的有：{'、'.join(FORMATS)}；旧版 Word、WPS 文件请另存为 .docx",
            f"{path.suffix} can't be read; {', '.join(FORMATS)} can",
            where=str(path),
        ) from None
