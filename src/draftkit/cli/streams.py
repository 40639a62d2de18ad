"""Where the commands write to: a console of any encoding, a pipe, a disk that is full."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

__all__ = ["BROKEN", "ready", "told"]

BROKEN = 2
"""The exit code where a file can't be read or written or an option is wrong, as click has it."""


def ready() -> None:
    """Let a character that the console hasn't be written as its number; nothing ends for want of it."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started the command
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 -- open to the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def told() -> Iterator[None]:
    """Tell in one sentence that the output can't be written; else it would be told when Python ends, by a traceback."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        _give_up()
        raise SystemExit(BROKEN) from None
    except OSError as error:
        _give_up()
        with suppress(OSError):
            sys.stderr.write(f"draftkit: 结果写不出去（{error.strerror}）（the output can't be written）\n")
        raise SystemExit(BROKEN) from error


def _give_up() -> None:
    """Let what is still to be written go nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
