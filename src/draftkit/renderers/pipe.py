"""The pipe by which LibreOffice tells whether it runs already: what one that was ended by force leaves in /tmp."""

import hashlib
import os
import sys
from contextlib import suppress
from pathlib import Path

__all__ = ["remove_pipe"]

FOLDERS = (Path("/tmp"), Path("/var/tmp"))  # noqa: S108 -- there LibreOffice puts it, whatever TMPDIR says


def remove_pipe(profile: str) -> None:
    """Remove the pipe of the LibreOffice of that `profile`, a URL, which has ended and left it.

    Its name tells the user and the profile, so no other LibreOffice has one of that name.
    """
    if sys.platform != "win32":
        for folder in FOLDERS:
            with suppress(OSError):
                (folder / f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{_digest(profile)}").unlink(missing_ok=True)


def _digest(profile: str) -> str:
    """Return what LibreOffice names the profile by: MD5 in hexadecimal, each byte without its leading zero."""
    digest = hashlib.md5(profile.encode("utf-16-le"), usedforsecurity=False).digest()
    return "".join(f"{byte:x}" for byte in digest)
