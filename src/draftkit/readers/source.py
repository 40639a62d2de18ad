"""Files as bytes, and bytes as text, whatever Chinese encoding they are in."""

import os
import re
from codecs import BOM_UTF8
from pathlib import Path

from draftkit.errors import ReadError

__all__ = ["check_path", "decode", "encoding_of", "load"]

LARGEST = 16 * 1024 * 1024
"""A paper of ten million characters is a mistake, and not one to fill the memory with."""


_SHOWN = 40
"""How much of a value of the wrong type is shown."""

_WHY: dict[type[OSError], str] = {
    FileNotFoundError: "没有这个文件",
    PermissionError: "没有读取的权限",
    IsADirectoryError: "这是文件夹，不是文件",
    NotADirectoryError: "路径中有一段不是文件夹",
}


def check_path(path: object) -> None:
    """Refuse what is neither a text nor a path."""
    if not isinstance(path, (str, os.PathLike)):
        raise ReadError(
            f"应给出文件的路径或文字，而不是 {type(path).__name__}：{repr(path)[:_SHOWN]}",
            f"a path or a text is read, not {type(path).__name__}",
        )


def load(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of the file at `path`; raise `ReadError` where there is none."""
    file = Path(path)
    try:
        if file.stat().st_size > LARGEST:
            raise ReadError(
                f"文件有{file.stat().st_size // 1024 // 1024} MB，超过{LARGEST // 1024 // 1024} MB，不像一份公文",
                f"the file is larger than {LARGEST // 1024 // 1024} MB",
                where=str(path),
            )
        return file.read_bytes()
    except OSError as error:
        why = _WHY.get(type(error), error.strerror)
        raise ReadError(
            f"文件打不开：{why}，请核对路径和权限",
            f"the file can't be read: {error.strerror}",
            where=str(path),
        ) from error


def decode(data: bytes, *, where: str | None = None) -> str:
    """Return `data` as text: UTF-8, UTF-16 with its mark, or GB 18030; raise `ReadError` for anything else."""
    return data.decode(encoding_of(data, where=where))


def encoding_of(data: bytes, *, where: str | None = None) -> str:
    """Return the encoding of `data`; raise `ReadError` where it isn't text."""
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _is_binary(text):
            return encoding if encoding != "utf-8-sig" or data.startswith(BOM_UTF8) else "utf-8"
    raise ReadError(
        "不是文本文件（既不是 UTF-8 也不是 GB 18030 编码）；Word 文件请另存为 .docx",
        "this is not a text file in UTF-8 or GB 18030",
        where=where,
    )


_CONTROLS = re.compile("[\0-\x08\x0e-\x1b]")
"""Control characters that no text has; tabs and breaks of lines and pages are left."""


def _is_binary(text: str) -> bool:
    return _CONTROLS.search(text) is not None
