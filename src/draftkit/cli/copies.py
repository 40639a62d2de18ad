"""The copies that carry the comments: where each goes, settled before anything is written."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from draftkit.cli.options import check_free
from draftkit.errors import WriteError

if TYPE_CHECKING:
    from draftkit.checks import Findings

__all__ = ["check_copies", "write_copies"]


def _is_word(path: Path) -> bool:
    return path.suffix.lower() == ".docx"


def check_copies(paths: Iterable[Path], folder: Path, *, overwrite: bool) -> None:
    """Refuse copies that would replace a checked file, one another, or, without `overwrite`, any file.

    Raises:
        WriteError: If one of them would.
    """
    given = list(paths)
    seen: dict[str, Path] = {}
    for path in filter(_is_word, given):
        other = seen.setdefault(path.name.casefold(), path)
        if other is not path:
            raise WriteError(
                f"与“{other}”同名，两份批注会写到同一个文件，请分开检查，或改一个文件名",
                f"it has the name of {other}, and both copies would be one file: check them apart, or rename one",
                where=str(path),
            )
        target = folder / path.name
        if any(_is_same(target, source) for source in given):
            raise WriteError(
                "批注副本会盖掉原文件，未写入；请把批注写到别的文件夹，如 --comments 批注",
                "the copy would replace the checked file, nothing was written: name another folder for --comments",
                where=str(target),
            )
        check_free(target, overwrite=overwrite)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them isn't there, or can't be looked at: writing will tell
        return False


def write_copies(found: Iterable["Findings"], folder: Path, *, overwrite: bool) -> None:
    """Write a copy with comments of each Word file among `found`; say so of the others as well.

    Raises:
        WriteError: If the folder can't be made or the copies can't be written.
    """
    from draftkit.checks.reports import comment  # noqa: PLC0415 -- `--help` needs no rules
    from draftkit.renderers.files import make_folder  # noqa: PLC0415 -- nor the renderers

    for each in found:
        path = Path(each.where or "")
        if _is_word(path):
            make_folder(folder)
            click.echo(f"批注已写入 {comment(each, folder / path.name, overwrite=overwrite)}", err=True)
        else:
            click.echo(f"{path}：不是 .docx，没有写批注", err=True)
