"""The directory of a zip, read by ourselves: only what a docx may hold, and nothing more to import."""

import struct
from typing import Final, NamedTuple

__all__ = ["Entry", "NotAZipError", "read_directory"]

_END: Final = struct.Struct("<4s4H2LH")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_LONGEST_COMMENT: Final = 0xFFFF
_UTF8: Final = 0x800


class NotAZipError(Exception):
    """The bytes aren't a zip, or one of a kind that no Word writes."""


class Entry(NamedTuple):
    """A line of the directory.

    Args:
        name: The part's name.
        flags: Its flags.
        method: How it was packed.
        crc: The CRC-32 of its bytes.
        packed: How many bytes it was packed to.
        size: How many it has.
        offset: Where its local header stands.
    """

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int


def read_directory(data: bytes) -> list[Entry]:
    """Return the lines of the directory of the zip `data`; folders are left out.

    Raises:
        NotAZipError: There is none, or it isn't whole.
    """
    end = data.rfind(b"PK\5\6", max(0, len(data) - _END.size - _LONGEST_COMMENT))
    if end < 0 or end + _END.size > len(data):
        raise NotAZipError
    _, _, _, _, count, size, offset, _ = _END.unpack_from(data, end)
    if offset + size > end:
        raise NotAZipError
    found = []
    at = offset
    for _ in range(count):
        entry, at = _entry(data, at, end)
        if not entry.name.endswith("/"):
            found.append(entry)
    return found


def _entry(data: bytes, at: int, end: int) -> tuple[Entry, int]:
    if at + _CENTRAL.size > end or not data.startswith(b"PK\1\2", at):
        raise NotAZipError
    fields = _CENTRAL.unpack_from(data, at)
    flags, method, crc, packed, size, *lengths = (fields[3], fields[4], *fields[7:13])
    start = at + _CENTRAL.size
    raw = data[start : start + lengths[0]]
    try:
        name = raw.decode("utf-8" if flags & _UTF8 or raw.isascii() else "cp437")
    except UnicodeDecodeError:
        raise NotAZipError from None
    return Entry(name, flags, method, crc, packed, size, fields[16]), start + sum(lengths)
