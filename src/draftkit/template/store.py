"""What docxtpl's patching made of a part, kept on disk: a process that makes one paper needn't import docxtpl.

What is kept is text, compiled in the sandbox like any template: nothing in it is ever run as Python.
`DRAFTKIT_CACHE` names another folder, or is `off`.
"""

import hashlib
import importlib.util
import json
import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Final

__all__ = ["key_of", "load", "save"]

_FORMAT: Final = "3"
"""Raised when what is kept changes its form or the patching its outcome."""

_LARGEST: Final = 20_000_000


@cache
def _folder() -> Path | None:
    chosen = os.environ.get("DRAFTKIT_CACHE")
    if chosen:
        return None if chosen == "off" else Path(chosen)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 - may find no home
    return Path(base) / "draftkit" / "templates" if base and not base.startswith("~") else None


@cache
def _docxtpl() -> str:
    """Return what tells one docxtpl from another without importing it: its file's time and size."""
    found = importlib.util.find_spec("docxtpl")
    if found is None or found.origin is None:
        return ""
    state = (Path(found.origin).parent / "template.py").stat()
    return f"{state.st_mtime_ns}-{state.st_size}"


def key_of(kind: str, data: bytes) -> str:
    """Return the key of what is made of `data`, a part of some kind."""
    return hashlib.sha256(f"{_FORMAT} {kind} {_docxtpl()} ".encode() + data).hexdigest()


def load(key: str) -> dict[str, Any] | None:
    """Return what is kept under `key`, or None."""
    folder = _folder()
    if folder is None:
        return None
    try:
        text = (folder / f"{key}.json").read_text(encoding="utf-8", errors="surrogatepass")
        found = json.loads(text)
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def save(key: str, value: dict[str, Any]) -> None:
    """Keep `value` under `key`, if there is a place for it."""
    folder = _folder()
    if folder is None:
        return
    text = json.dumps(value)
    if len(text) > _LARGEST:
        return
    temporary = folder / f".{key}.{os.getpid()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(folder / f"{key}.json")
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
