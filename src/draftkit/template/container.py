"""The zip that a render writes: parts that don't change keep their bytes, dates are fixed.

The same parts give the same bytes, on any day and in any process.
"""

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import IO, Any, Final, NamedTuple

__all__ = ["Deflate", "Directory", "Entry", "Front", "Streamed", "deflated", "front", "join", "kept"]

Deflate = Callable[[bytes], bytes]

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_TAIL: Final = struct.Struct("<3H2L")
_END: Final = struct.Struct("<4s4H2LH")
_DEFLATED: Final = 8
_VERSION: Final = 20
_UTF8: Final = 0x800
_SMALL: Final = 2048
"""Below so many bytes, of which most are names of namespaces, deflating takes longer than all the rest of a part."""
_DATE: Final = (1980 - 1980) << 9 | 1 << 5 | 1
"""1 January 1980, the first day a zip can name."""


class Entry(NamedTuple):
    """A part as it stands in the zip: its local header and bytes, and its line of the directory without the offset."""

    local: bytes
    central: bytes
    name: bytes


class Front(NamedTuple):
    """The parts that a zip begins with: their bytes, their lines of the directory, and how many they are."""

    local: bytes
    listing: bytes
    number: int


_NOTHING: Final = Front(b"", b"", 0)


def kept(  # noqa: PLR0913 - what a zip says of a part
    name: str, packed: bytes, method: int, crc: int, size: int, *, packed_size: int | None = None
) -> Entry:
    """Return the entry of a part whose bytes are packed already; `packed_size` if they stand elsewhere."""
    raw = name.encode()
    length = len(packed) if packed_size is None else packed_size
    fields = (_VERSION, _UTF8, method, 0, _DATE, crc, length, size, len(raw), 0)
    local = _LOCAL.pack(b"PK\3\4", *fields) + raw + packed
    return Entry(local, struct.pack("<4s6H3L2H", b"PK\1\2", _VERSION, *fields), raw)


def deflated(name: str, data: bytes, deflate: Deflate) -> Entry:
    """Return the entry of a part that was just rendered; a small one isn't worth deflating."""
    if len(data) < _SMALL:
        return kept(name, data, 0, zlib.crc32(data), len(data))
    return kept(name, deflate(data), _DEFLATED, zlib.crc32(data), len(data))


def _end(listing: bytes, count: int, offset: int) -> bytes:
    return _END.pack(b"PK\5\6", 0, 0, count, count, len(listing), offset, 0)


def front(entries: Iterable[Entry]) -> Front:
    """Return `entries`, in their order, as what many zips begin with."""
    pieces, lines, _ = _laid(entries, _NOTHING)
    return Front(b"".join(pieces), b"".join(lines), len(pieces) - 1)


def join(entries: Iterable[Entry], before: Front = _NOTHING) -> bytes:
    """Return the zip of the parts `before` and of `entries` behind them, in their order."""
    pieces, lines, end = _laid(entries, before)
    listing = b"".join(lines)
    return b"".join((*pieces, listing, _end(listing, before.number + len(pieces) - 1, end)))


def _laid(entries: Iterable[Entry], before: Front) -> tuple[list[bytes], list[bytes], int]:
    """Return what stands in the zip up to its directory, the directory, and where it begins."""
    pieces, lines = [before.local], [before.listing]
    offset = len(before.local)
    for entry in entries:
        pieces.append(entry.local)
        lines += (entry.central, _TAIL.pack(0, 0, 0, 0, offset), entry.name)
        offset += len(entry.local)
    return pieces, lines, offset


class Directory:
    """A zip that is written to a file part by part, its directory behind them.

    Args:
        file: Where to; it can seek.
        before: The parts that it begins with.
    """

    def __init__(self, file: IO[bytes], before: Front) -> None:
        self.file = file
        self._start = file.tell()
        self._lines = [before.listing]
        self._count = before.number
        file.write(before.local)

    def add(self, entry: Entry) -> None:
        """Write a part whose bytes are there."""
        self.line(entry, self.file.tell())
        self.file.write(entry.local)

    def line(self, entry: Entry, offset: int) -> None:
        """Note a part that stands at `offset` of the file."""
        self._lines.append(entry.central + _TAIL.pack(0, 0, 0, 0, offset - self._start) + entry.name)
        self._count += 1

    @contextmanager
    def part(self, name: str, stream: Any) -> Iterator["Streamed"]:  # noqa: ANN401 - zlib and its like
        """Yield what a part is written to, deflated by `stream`, piece by piece."""
        part = Streamed(self.file, name, stream)
        yield part
        part.finish(self)

    def close(self) -> None:
        """Write the directory."""
        listing = b"".join(self._lines)
        offset = self.file.tell() - self._start
        self.file.write(listing + _end(listing, self._count, offset))


class Streamed:
    """A part that is deflated into the file while it is made.

    Args:
        file: Where to.
        name: The part's name.
        stream: What deflates it.
    """

    def __init__(self, file: IO[bytes], name: str, stream: Any) -> None:  # noqa: ANN401
        self._file = file
        self._name = name
        self._stream = stream
        self._start = file.tell()
        self._crc = self._size = 0
        self._taken_back = False
        self._head = file.write(kept(name, b"", _DEFLATED, 0, 0).local)

    def write(self, data: bytes) -> None:
        """Write a piece."""
        self._crc = zlib.crc32(data, self._crc)
        self._size += len(data)
        self._file.write(self._stream.compress(data))

    def take_back(self) -> bytes:
        """Return what was written of the part, and leave the file, which can be read, as it was before."""
        self._file.write(self._stream.flush())
        self._file.seek(self._start + self._head)
        written = zlib.decompress(self._file.read(), -zlib.MAX_WBITS)
        self._file.seek(self._start)
        self._file.truncate()
        self._taken_back = True
        return written

    def finish(self, directory: Directory) -> None:
        """Write what is left, and the part's sizes before it."""
        if self._taken_back:
            return
        self._file.write(self._stream.flush())
        end = self._file.tell()
        packed_size = end - self._start - self._head
        entry = kept(self._name, b"", _DEFLATED, self._crc, self._size, packed_size=packed_size)
        self._file.seek(self._start)
        self._file.write(entry.local)
        self._file.seek(end)
        directory.line(entry, self._start)
