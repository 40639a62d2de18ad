"""The zip that a render writes: parts that don't change keep their bytes, dates are fixed.

The same parts give the same bytes, on any day and in any process.
"""

import struct
import zlib
from collections.abc import Callable, Iterable
from typing import Final

from attrs import frozen

__all__ = ["Deflate", "Entry", "deflated", "join", "kept"]

Deflate = Callable[[bytes], bytes]

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_VERSION: Final = 20
_UTF8: Final = 0x800
_SMALL: Final = 2048
"""Below so many bytes, of which most are names of namespaces, deflating takes longer than all the rest of a part."""
_DATE: Final = (1980 - 1980) << 9 | 1 << 5 | 1
"""1 January 1980, the first day a zip can name."""


@frozen
class Entry:
    """A part as it stands in the zip: its local header and bytes, and its line of the directory without the offset."""

    local: bytes
    central: bytes
    name: bytes

    @property
    def size(self) -> int:
        """The bytes it takes before the directory."""
        return len(self.local)


def kept(name: str, packed: bytes, method: int, crc: int, size: int) -> Entry:
    """Return the entry of a part whose bytes are packed already."""
    raw = name.encode()
    fields = (_VERSION, _UTF8, method, 0, _DATE, crc, len(packed), size, len(raw), 0)
    local = _LOCAL.pack(b"PK\3\4", *fields) + raw + packed
    return Entry(local, struct.pack("<4s6H3L2H", b"PK\1\2", _VERSION, *fields), raw)


def deflated(name: str, data: bytes, deflate: Deflate) -> Entry:
    """Return the entry of a part that was just rendered; a small one isn't worth deflating."""
    if len(data) < _SMALL:
        return kept(name, data, 0, zlib.crc32(data), len(data))
    return kept(name, deflate(data), 8, zlib.crc32(data), len(data))


def join(entries: Iterable[Entry]) -> bytes:
    """Return the zip of `entries`, in their order."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for entry in entries:
        pieces.append(entry.local)
        directory += (entry.central, _TAIL.pack(0, 0, 0, 0, offset), entry.name)
        offset += len(entry.local)
    listing = b"".join(directory)
    count = len(pieces)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listing), offset, 0)
    return b"".join((*pieces, listing, end))


_TAIL: Final = struct.Struct("<3H2L")
