"""A docx as its parts: the same parts always make the same bytes.

>>> unpack(pack({"a.xml": b"<a/>"}))
{'a.xml': b'<a/>'}
>>> pack({"a.xml": b"<a/>"}) == pack({"a.xml": b"<a/>"})
True
"""

import io
import zipfile
from collections.abc import Mapping

from draftkit.errors import TemplateError

__all__ = ["edited", "pack", "unpack"]

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


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the parts of the zip `data`, by name, in their order.

    Raises:
        TemplateError: If it is no zip.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except zipfile.BadZipFile as error:
        raise TemplateError("不是docx文件（不是zip包）", "not a docx: it is no zip archive") from error


def edited(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return the package `data` with `parts` in the place of those of the same name.

    >>> unpack(edited(pack({"a": b"1", "b": b"2"}), {"b": b"3"}))
    {'a': b'1', 'b': b'3'}
    """
    return pack({**unpack(data), **parts})
