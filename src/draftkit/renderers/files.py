"""Files written whole or not at all: a temporary one beside the target, synced, then renamed."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from draftkit.errors import WriteError

__all__ = ["check_place", "make_folder", "save"]


def save(data: bytes, path: Path, *, overwrite: bool) -> None:
    """Write `data` to `path`; whatever goes wrong, what stood there before still does, and nothing else.

    Raises:
        WriteError: If there is a file already and `overwrite` is false, or it can't be written there.
    """
    # Short, since the target's own name may be as long as a name can be.
    temporary = path.with_name(f".draftkit-{token_hex(6)}")
    try:
        _write(data, temporary)
        _publish(temporary, path, overwrite=overwrite)
    except FileExistsError as error:
        raise _exists(path) from error
    except (OSError, ValueError) as error:
        raise _failed(path, error) from error
    finally:
        with suppress(OSError, ValueError):
            temporary.unlink(missing_ok=True)


def check_place(path: Path, *, overwrite: bool) -> None:
    """Refuse a place where no file can be written, before any work is done.

    Raises:
        WriteError: If `path` is a folder, its folder is missing, or a file is there and `overwrite` is false.
    """
    try:
        is_folder, has_folder, is_there = path.is_dir(), path.parent.is_dir(), path.exists()
    except OSError as error:
        raise _failed(path, error) from error
    if is_folder:
        raise WriteError(
            "这是文件夹，请写到文件名为止，如“报告.docx”",
            "this is a folder: name a file in it",
            where=str(path),
        )
    if not has_folder:
        raise WriteError(
            f"文件夹“{path.parent}”不存在，请先建好",
            f"the folder {path.parent} doesn't exist: make it first",
            where=str(path),
        )
    if is_there and not overwrite:
        raise _exists(path)


def make_folder(path: Path) -> None:
    """Make the folder `path`, and those above it; one that is there is left as it is.

    Raises:
        WriteError: If it can't be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(
            f"文件夹建不了（{error.strerror}），请换一个地方；路径中的每一段都应是文件夹",
            f"the folder can't be made ({error.strerror}): name another; each part of its path must be a folder",
            where=str(path),
        ) from error


def _write(data: bytes, path: Path) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _publish(temporary: Path, path: Path, *, overwrite: bool) -> None:
    """Give the temporary file its name; without `overwrite`, only if nobody has taken it in the meantime."""
    if overwrite:
        if path.exists():
            shutil.copymode(path, temporary)
        temporary.replace(path)
        return
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links: what is left is to look, and then to rename.
        if path.exists():
            raise FileExistsError from None
        temporary.rename(path)


def _exists(path: Path) -> WriteError:
    return WriteError(
        "文件已存在，未写入；确要覆盖请用 overwrite=True",
        "the file exists and was left as it is: say overwrite=True to replace it",
        where=str(path),
    )


def _failed(path: Path, error: OSError | ValueError) -> WriteError:
    match error:
        case PermissionError():
            zh, en = "没有写入权限，请换一个文件夹或请管理员开通", "no permission to write here: choose another folder"
        case _:
            reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
            zh, en = f"写不进去（{reason}），请检查磁盘和文件名", f"it can't be written ({reason}): check disk and name"
    return WriteError(zh, en, where=str(path))
