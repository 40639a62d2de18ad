"""A docx as its parts: the same parts always make the same bytes.

>>> unpack(pack({"a.xml": b"<a/>"}))
{'a.xml': b'<a/>'}
>>> pack({"a.xml": b"<a/>"}) == pack({"a.xml": b"<a/>"})
True
"""

import io
import os
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

from draftkit.errors import TemplateError

__all__ = ["edited", "not_a_docx", "pack", "read", "unpack"]

_DATE = (1980, 1, 1, 0, 0, 0)
"""The first date a zip can hold; a real one would make two renders of one paper differ."""

_UNIX = 3
"""The system that a member says it was made on: without it, it would be the one that runs."""


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return the bytes of a zip of `parts`, in their order, all with one fixed date."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, _DATE)
            member.create_system = _UNIX
            archive.writestr(member, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def read(path: Path) -> bytes:
    """Return the content of the template at `path`; it isn't read anew for each paper, unless it has changed.

    Raises:
        TemplateError: If it isn't there, or can't be read.
    """
    try:
        state = _state(path)
        kept = _read.get(path)
        if kept is not None and kept[0] == state:
            return kept[1]
        data = path.read_bytes()
    except OSError as error:
        raise TemplateError(
            "找不到或打不开模板文件，请检查路径和权限",
            "there is no such template, or it can't be read: check path and permission",
            where=os.fspath(path),
        ) from error
    # A file changed just now may change again within a tick of the clock that stamps it.
    if time.time_ns() - max(state[:2]) > _TICKS:
        if len(_read) >= _KEPT:
            _read.clear()
        _read[path] = state, data
    return data


_TICKS = 2_000_000_000
"""The clock that stamps files may stand still for so many nanoseconds, on the oldest file systems."""
_KEPT = 16
_read: dict[Path, tuple[tuple[int, ...], bytes]] = {}
"""What was read, with the times and the size that the file had then."""


def _state(path: Path) -> tuple[int, ...]:
    found = os.stat(path)  # noqa: PTH116 - a path's own takes twice the time
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def not_a_docx(path: Path | None) -> TemplateError:
    """Return the error for a file that is no Word document."""
    return TemplateError(
        "不是Word文档（.docx），请在Word或WPS中另存为.docx后再用",
        "not a Word document (.docx): save it as .docx in Word or WPS",
        where=None if path is None else os.fspath(path),
    )


def unpack(data: bytes, path: Path | None = None) -> dict[str, bytes]:
    """Return the parts of the zip `data`, by name, in their order; `path` is where it was read.

    Raises:
        TemplateError: If it is no zip.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except zipfile.BadZipFile as error:
        raise not_a_docx(path) from error


def edited(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return the package `data` with `parts` in the place of those of the same name.

    >>> unpack(edited(pack({"a": b"1", "b": b"2"}), {"b": b"3"}))
    {'a': b'1', 'b': b'3'}
    """
    return pack({**unpack(data), **parts})
