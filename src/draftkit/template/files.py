"""Files written whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from draftkit.errors import WriteError

__all__ = ["whole_file", "whole_stream"]

_HELD: Final = 1_000_000
"""What is longer, in bytes, waits in a file until it is whole."""


@contextmanager
def whole_file(target: str | os.PathLike[str], *, overwrite: bool) -> Iterator[IO[bytes]]:
    """Yield a file that takes the name `target` when all is written, and is gone if anything fails.

    Raises:
        WriteError: There is a file of that name and it may not be replaced, or none can be written.
    """
    path = Path(target)
    if path.exists() and not overwrite:
        raise _exists(path)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    made = Path(name)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        made.chmod(0o666 & ~_umask())
        _name(made, path, overwrite=overwrite)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        made.unlink(missing_ok=True)


@contextmanager
def whole_stream(target: IO[bytes]) -> Iterator[IO[bytes]]:
    """Yield a file whose content goes to the stream `target` when all is written, and nowhere if anything fails.

    Raises:
        WriteError: The stream can't be written.
    """
    name = getattr(target, "name", None)
    path = Path(name if isinstance(name, str) else "")
    try:
        with tempfile.SpooledTemporaryFile(_HELD) as file:
            yield file
            file.seek(0)
            while piece := file.read(_HELD):
                _put(piece, target)
            # What only writes, as a response of a web server does, need have no buffer.
            if hasattr(target, "flush"):
                target.flush()
    except OSError as error:
        raise _unwritable(path, error) from error


def _put(piece: bytes, target: IO[bytes]) -> None:
    """Write all of `piece`: a stream without a buffer may take a part of it at a time."""
    while piece:
        written = target.write(piece)
        piece = piece[len(piece) if written is None else written :]


def _name(made: Path, path: Path, *, overwrite: bool) -> None:
    if overwrite:
        made.replace(path)
        return
    try:
        os.link(made, path)
    except FileExistsError:
        raise _exists(path) from None


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _exists(path: Path) -> WriteError:
    return WriteError(
        "文件已存在；要覆盖请写 overwrite=True",
        "the file is there already; overwrite=True replaces it",
        where=str(path),
    )


def _unwritable(path: Path, error: OSError) -> WriteError:
    return WriteError(
        f"写不出文件，请检查文件夹、权限和磁盘空间（{error.strerror or error}）",
        f"the file can't be written: {error.strerror or error}",
        where=str(path) if path.name else None,
    )
