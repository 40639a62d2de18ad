"""A program run to its end, or to ours: when its time is up, nothing of it goes on running."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

__all__ = ["run"]


def run(command: Sequence[str], seconds: float, folder: Path) -> int:
    """Return the exit code of `command`; what it says goes into `folder/log`, its temporary files below `folder`.

    However this ends, the program has ended then, and so has every process it started.

    Raises:
        subprocess.TimeoutExpired: If it hasn't ended after so many seconds.
        OSError: If it can't be started.
    """
    # A pipe would be held open by a process that the program left behind: hence a file.
    with (folder / "log").open("wb") as said, _started(command, said.fileno(), folder / "temporary") as process:
        try:
            return process.wait(seconds)
        finally:
            _end(process)


def _started(command: Sequence[str], said: int, temporary: Path) -> subprocess.Popen[bytes]:
    temporary.mkdir()
    return subprocess.Popen(  # noqa: S603  # the program is the user's own choice, its arguments are ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=subprocess.STDOUT,
        env={**os.environ, **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(temporary))},
        start_new_session=True,
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program with all that it started: soffice is a small program that starts the big one."""
    if sys.platform == "win32":
        if process.poll() is None:
            taskkill = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(taskkill, capture_output=True, check=False)  # noqa: S603  # as above
    else:
        # The group outlives its first process as long as any of its others runs.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
