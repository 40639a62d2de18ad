"""`fix`: the safe fixes made, and shown; the file itself is left alone unless it is said to be changed."""

import difflib
import os
from pathlib import Path

from attrs import field, frozen

from draftkit.checks.engine import Checker
from draftkit.checks.files.text import fix_text
from draftkit.checks.finding import Finding, Findings
from draftkit.checks.fixing import chosen
from draftkit.errors import ReadError, WriteError
from draftkit.readers.reading import read_data
from draftkit.readers.source import check_path, load

__all__ = ["Fixed", "fix"]

_MOST_PASSES = 8
"""A fix can bring up another, as a doubled mark hides a half-width one; more passes than these none has needed."""

_KINDS = ((".txt", ".text"), (".md", ".markdown"), (".docx",))
"""The suffixes by which files of one kind go."""


@frozen(kw_only=True)
class Fixed:
    """What `fix` made of a file.

    Args:
        path: The file.
        data: What it becomes.
        made: The findings whose fixes were made.
        left: What is still to be found in it.
        before: The paragraphs as they were.
        after: The paragraphs as they are.
        written: Where it was written; None if nowhere.
    """

    path: Path
    data: bytes = field(repr=False)
    made: tuple[Finding, ...]
    left: Findings
    before: tuple[str, ...] = field(repr=False)
    after: tuple[str, ...] = field(repr=False)
    written: Path | None = None

    @property
    def diff(self) -> str:
        """What changes, as a unified diff of paragraphs; empty if nothing does."""
        lines = difflib.unified_diff(
            self.before, self.after, str(self.path), f"{self.path}（修改后）", n=0, lineterm=""
        )
        return "\n".join(lines)


def fix(
    path: str | os.PathLike[str],
    *,
    to: str | os.PathLike[str] | None = None,
    overwrite: bool = False,
    checker: Checker | None = None,
) -> Fixed:
    """Return what the safe fixes make of the file at `path`, and what is left to a person.

    Args:
        path: The file: `.txt`, `.md` or `.docx`.
        to: Where the fixed file is written, which may be `path` itself; nowhere if not given.
        overwrite: Whether a file that is there already is replaced.
        checker: The date, the session, the rules and the settings to check with.

    Raises:
        ReadError: There is no such file, or it can't be read.
        WriteError: It can't be written, or the suffix of `to` is that of another kind of file.
    """
    from draftkit.renderers.files import check_place, save  # noqa: PLC0415 -- the renderers are loaded when needed

    check_path(path)
    source = Path(path)
    target = None if to is None else Path(to)
    if target is not None:
        _check_suffix(source, target)
        check_place(target, overwrite=overwrite)
    data, made, first, last = _fixed(load(source), source, checker or Checker())
    if target is not None:
        save(data, target, overwrite=overwrite)
    return Fixed(
        path=source,
        data=data,
        made=made,
        left=last,
        before=_texts(first),
        after=_texts(last),
        written=target,
    )


def _check_suffix(source: Path, target: Path) -> None:
    """Refuse a target that would say of the file that it is of another kind."""
    ours = next((suffixes for suffixes in _KINDS if source.suffix.lower() in suffixes), None)
    if ours is not None and target.suffix.lower() not in ours:
        raise WriteError(
            f"改正不转换格式，文件名应以 {'、'.join(ours)} 结尾；要换格式请用 dk.read 和 dk.write",
            f"a fix doesn't convert: the name must end in {' or '.join(ours)}; use dk.read and dk.write to convert",
            where=str(target),
        )


def _texts(findings: Findings) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in findings.paragraphs)


def _fixed(data: bytes, path: Path, checker: Checker) -> tuple[bytes, tuple[Finding, ...], Findings, Findings]:
    """Return the fixed bytes, the findings fixed, and the findings before and after."""
    first = last = _check(data, path, checker)
    made: list[Finding] = []
    for _ in range(_MOST_PASSES):
        edits = set(chosen(last))
        if not edits:
            break
        changed = _apply(data, path, last)
        following = _check(changed, path, checker)
        if _texts(following) == _texts(last):
            break  # fixes that the file has no place for
        made += [finding for finding in last if finding.fix is not None and edits.issuperset(finding.fix.edits)]
        data, last = changed, following
    return data, tuple(made), first, last


def _check(data: bytes, path: Path, checker: Checker) -> Findings:
    document, source = read_data(data, path)
    return checker.check(document, source, str(path))


def _apply(data: bytes, path: Path, findings: Findings) -> bytes:
    match path.suffix.lower():
        case ".docx":
            from draftkit.checks.files.word import fix_word  # noqa: PLC0415 -- python-docx is loaded when it is needed

            return fix_word(data, findings)
        case ".txt" | ".text" | ".md" | ".markdown":
            return fix_text(data, findings)
        case suffix:
            raise ReadError(f"“{suffix}”文件不能修改", f"files {suffix} can't be fixed", where=str(path))
