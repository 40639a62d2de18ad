"""LibreOffice as a program that turns Word documents into PDF: found, run in a profile of its own, and ended."""

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from math import isfinite
from pathlib import Path

from attrs import frozen

from draftkit.errors import WriteError
from draftkit.renderers.pipe import remove_pipe
from draftkit.renderers.process import run

__all__ = ["Office"]

_PROGRAM = "DRAFTKIT_SOFFICE"
_SECONDS = "DRAFTKIT_SOFFICE_TIMEOUT"
_START, _EACH = 120.0, 10.0
"""Seconds for a start, with a new profile on a slow machine, and for each paper."""

_ON_PATH = ("soffice", "libreoffice")
_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
"""Where the installers of macOS and Windows put it, without a word to PATH."""

_OPTIONS = ("UseTaggedPDF", "ExportBookmarks", "DisplayPDFDocumentTitle")
_FILTER = "pdf:writer_pdf_Export:" + json.dumps({name: {"type": "boolean", "value": "true"} for name in _OPTIONS})

# The language of a PDF is that of the profile, whatever the paper says of its own.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">\
<value>zh-CN</value></prop></item>
</oor:items>
"""
# Figures and Western letters get a language of their own; in these papers they are read out in Chinese.
_LANGUAGE = re.compile(rb"/Lang\(en-US\)")
_HEAD, _TAIL = b"%PDF-", b"%%EOF"
_TAIL_WITHIN = 1024
_LOG_SHOWN = 300


@frozen(kw_only=True)
class Office:
    """LibreOffice 7.4 or later.

    Args:
        program: Its program `soffice`.
        timeout: Seconds after which a call is ended; None for what the number of papers makes likely.
    """

    program: Path
    timeout: float | None = None

    @classmethod
    def find(cls, timeout: float | None = None) -> "Office":
        """Return the LibreOffice of `$DRAFTKIT_SOFFICE`, of PATH, or of where its installer puts it.

        Args:
            timeout: Seconds after which a call is ended; by default those of `$DRAFTKIT_SOFFICE_TIMEOUT`.

        Raises:
            WriteError: If there is none, or the number of seconds is none.
        """
        return cls(program=_program(), timeout=_seconds() if timeout is None else timeout)

    def convert(self, papers: Sequence[bytes]) -> tuple[bytes | None, ...]:
        """Return the PDF of each of `papers`, all made in one start; None for a paper of which none was made.

        Nothing is left behind: neither a process nor a file.

        Raises:
            WriteError: If it can't be started, doesn't end in time, or makes nothing at all.
        """
        with tempfile.TemporaryDirectory(prefix="draftkit-", ignore_cleanup_errors=True) as folder:
            return self._convert(papers, Path(folder))

    def _convert(self, papers: Sequence[bytes], folder: Path) -> tuple[bytes | None, ...]:
        files = [folder / f"{number}.docx" for number in range(len(papers))]
        for file, paper in zip(files, papers, strict=True):
            file.write_bytes(paper)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        code = self._run(files, folder)
        made = tuple(_pdf(folder / "pdf" / f"{file.stem}.pdf") for file in files)
        if not any(made):
            raise _failed(code, folder / "log")
        return made

    def _run(self, files: Sequence[Path], folder: Path) -> int:
        """Return the exit code of a LibreOffice that made `files` into PDF."""
        options = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
        profile = (folder / "profile").as_uri()
        made = ("--convert-to", _FILTER, "--outdir", str(folder / "pdf"))
        command = [str(self.program), f"-env:UserInstallation={profile}", *options, *made, *map(str, files)]
        seconds = _START + _EACH * len(files) if self.timeout is None else self.timeout
        try:
            return run(command, seconds, folder)
        except subprocess.TimeoutExpired:
            raise WriteError(
                f"LibreOffice在{seconds:g}秒内没有转完，已经停掉；机器慢就把环境变量{_SECONDS}设大些（秒），"
                "仍不行请先写成.docx，用Word或WPS另存为PDF",
                f"LibreOffice wasn't ready within {seconds:g} seconds and was ended: set {_SECONDS} to more seconds, "
                "or write a .docx and save it as PDF in Word or WPS",
            ) from None
        except OSError as error:
            raise WriteError(
                f"LibreOffice启动不了（{error.strerror}），请检查“{self.program}”能否运行",
                f"LibreOffice can't be started ({error.strerror}): see whether {self.program} runs",
            ) from error
        finally:
            remove_pipe(profile)


def _program() -> Path:
    named = os.environ.get(_PROGRAM)
    if named:
        found = shutil.which(named)
        if found is None:
            raise WriteError(
                f"环境变量{_PROGRAM}写的“{named}”不是能运行的程序，请改为soffice的完整路径",
                f"{_PROGRAM} is {named}, which is no program: give the full path of soffice",
            )
        return Path(found)
    for name in (*_ON_PATH, *_ELSEWHERE):
        found = shutil.which(name)
        if found is not None:
            return Path(found)
    raise WriteError(
        "写PDF要用LibreOffice，这台机器上没有找到。请安装（Debian、Ubuntu：apt install libreoffice-writer；"
        f"Windows、macOS：LibreOffice官方安装包），装在别处的用环境变量{_PROGRAM}写明soffice的完整路径；"
        "也可以先写成.docx，用Word或WPS另存为PDF",
        "a PDF is made by LibreOffice, and there is none here: install it (Debian, Ubuntu: apt install "
        f"libreoffice-writer), or give the full path of soffice in {_PROGRAM}; "
        "or write a .docx and save it as PDF in Word or WPS",
    )


def _seconds() -> float | None:
    given = os.environ.get(_SECONDS)
    if not given:
        return None
    with suppress(ValueError):
        seconds = float(given)
        if seconds > 0 and isfinite(seconds):
            return seconds
    raise WriteError(
        f"环境变量{_SECONDS}应为秒数，如300，现在是“{given}”",
        f"{_SECONDS} should be a number of seconds, such as 300, not {given!r}",
    )


def _pdf(file: Path) -> bytes | None:
    """Return the PDF that `file` holds, or None where it isn't there or isn't whole."""
    with suppress(OSError):
        data = file.read_bytes()
        if data.startswith(_HEAD) and _TAIL in data[-_TAIL_WITHIN:]:
            return _LANGUAGE.sub(b"/Lang(zh-CN)", data)
    return None


def _failed(code: int, log: Path) -> WriteError:
    said = " ".join(log.read_text(encoding="utf-8", errors="replace").split())[-_LOG_SHOWN:]
    return WriteError(
        f"LibreOffice没有转出PDF（退出码{code}）：{said or '它什么也没有说'}。"
        "请确认装有LibreOffice Writer 7.4或更高版本，或先写成.docx，用Word或WPS另存为PDF",
        f"LibreOffice made no PDF (exit code {code}): {said or 'it said nothing'}; see that LibreOffice Writer 7.4 "
        "or later is installed, or write a .docx and save it as PDF in Word or WPS",
    )
