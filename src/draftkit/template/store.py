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
from typing import Any, Final

__all__ = ["key_of", "load", "save"]

_FORMAT: Final = "4"
"""Raised when what is kept changes its form or the patching its outcome."""

_LARGEST: Final = 20_000_000


@cache
def _folder() -> str | None:
    chosen = os.environ.get("DRAFTKIT_CACHE")
    if chosen:
        return None if chosen == "off" else chosen
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "draftkit", "templates") if base and not base.startswith("~") else None


@cache
def _docxtpl() -> str:
    """Return what tells one docxtpl from another without importing it: its file's time and size."""
    found = importlib.util.find_spec("docxtpl")
    if found is None or found.origin is None:
        return ""
    state = os.stat(os.path.join(os.path.dirname(found.origin), "template.py"))
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
        with open(os.path.join(folder, f"{key}.json"), encoding="utf-8", errors="surrogatepass") as file:
            found = json.load(file)
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
    temporary = os.path.join(folder, f".{key}.{os.getpid()}")
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        with open(temporary, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(temporary, os.path.join(folder, f"{key}.json"))
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)
