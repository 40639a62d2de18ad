"""Files written whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from draftkit.errors import WriteError

__all__ = ["whole_file"]


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
        f"写不出文件，请检查文件夹和权限（{error.strerror}）",
        f"the file can't be written: {error.strerror}",
        where=str(path),
    )
