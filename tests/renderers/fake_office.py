"""Programs that stand in for LibreOffice: one that works, and those that don't, each in its own way."""

import os
import time
from contextlib import suppress
from pathlib import Path

__all__ = ["BEHAVIOURS", "install", "is_running"]

_START = """#!/bin/sh
while [ $# -gt 0 ]; do
  case $1 in
    --outdir) out=$2; shift ;;
    *.docx) papers="$papers $1" ;;
  esac
  shift
done
mkdir -p "$out"
echo "$papers" >> "{folder}/starts"
write() {{ printf '%%PDF-1.7\\n/Lang(en-US)\\n%%%%EOF\\n' > "$out/$(basename "$1" .docx).pdf"; }}
"""

BEHAVIOURS = {
    "works": 'for paper in $papers; do write "$paper"; done',
    "leaves a process": 'sleep 600 & echo $! > "{folder}/child"; for paper in $papers; do write "$paper"; done',
    "hangs": 'trap "" TERM; sleep 600 & echo $! > "{folder}/child"; wait',
    "hangs with a temporary file": 'touch "${{TMPDIR:-{folder}}}/lu1.tmp"; sleep 600 & echo $! > "{folder}/child"; wait',
    "hangs after writing": 'for paper in $papers; do write "$paper"; done; sleep 600 & echo $! > "{folder}/child"; wait',
    "crashes": "kill -SEGV $$",
    "is silent": "exit 0",
    "complains": 'echo "Error: source file could not be loaded" >&2; exit 1',
    "writes half a file": 'for paper in $papers; do printf "%%PDF-1.7" > "$out/$(basename "$paper" .docx).pdf"; done',
    "leaves out the second": 'for paper in $papers; do case $paper in */1.docx) ;; *) write "$paper" ;; esac; done',
}


def install(folder: Path, behaviour: str) -> Path:
    """Return a program in `folder` that behaves so; it notes its starts in `starts`, a child's id in `child`."""
    program = folder / "soffice"
    program.write_text(_START.format(folder=folder) + BEHAVIOURS[behaviour].format(folder=folder) + "\n")
    program.chmod(0o755)
    return program


def is_running(process: int, seconds: float = 5) -> bool:
    """Return whether a process still runs after that time; one that has ended and isn't reaped doesn't."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        with suppress(OSError):
            if Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return False
        time.sleep(0.05)
    return True
