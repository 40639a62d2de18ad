"""Findings as comments in the Word file, at the very words, so that a clerk sees them in Word or WPS."""

import os
from pathlib import Path

from draftkit.checks.finding import Findings
from draftkit.errors import WriteError
from draftkit.readers.source import load

__all__ = ["comment"]


def comment(findings: Findings, to: str | os.PathLike[str], *, overwrite: bool = False) -> Path:
    """Return the path of a copy of the checked Word file, with each of `findings` as a comment at its words.

    Args:
        findings: What `check` found in a `.docx`.
        to: Where the copy is written; the checked file itself is only replaced if `to` names it and `overwrite` is set.
        overwrite: Whether a file that is there already is replaced.

    Raises:
        WriteError: The findings aren't those of a Word file, or the copy can't be written.
    """
    from draftkit.renderers.files import check_place, save  # noqa: PLC0415 -- the renderers are loaded when needed

    source = None if findings.where is None else Path(findings.where)
    if source is None or source.suffix.lower() != ".docx":
        raise WriteError(
            "批注只能写进 .docx 文件，请先检查一份 Word 文稿，或改用文字、JSON 输出",
            "comments go into a .docx: check a Word file, or have the findings as text or JSON",
            where=findings.where,
        )
    target = Path(to)
    check_place(target, overwrite=overwrite)
    from draftkit.checks.files.word import commented  # noqa: PLC0415 -- python-docx is loaded when it is needed

    save(commented(load(source), findings), target, overwrite=overwrite)
    return target
