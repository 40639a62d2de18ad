"""`draftkit check`: what is wrong in papers."""

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from draftkit.cli.copies import check_copies, write_copies
from draftkit.cli.options import checker_of, checking, tell, telling
from draftkit.cli.streams import BROKEN
from draftkit.errors import ReadError

if TYPE_CHECKING:
    from draftkit.checks import Checker, Findings

__all__ = ["check"]

_FOUND = 1
"""The exit code where something as grave as `--fail-on` was found."""
SEVERITIES = ["error", "warning", "hint"]
"""The values of `Severity`, the gravest first; `--help` needs no rules."""


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="文件...")
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", help="输出格式。")
@click.option("--comments", type=click.Path(path_type=Path), help="把问题作为批注写进副本，放在这个文件夹。")
@click.option("--overwrite", is_flag=True, help="副本已存在时覆盖；原文件总是不动。")
@click.option("--together", is_flag=True, help="把这些文件当作同一次会议的文件，再互相核对。")
@click.option("--fail-on", type=click.Choice([*SEVERITIES, "never"]), default="error", help="到哪一级就以退出码1结束。")
@checking
@telling
def check(  # noqa: PLR0913 -- an argument each option
    *,
    paths: tuple[Path, ...],
    form: str,
    comments: Path | None,
    overwrite: bool,
    together: bool,
    fail_on: str,
    settings: Path | None,
    on: dt.datetime | None,
    off: tuple[str, ...],
) -> None:
    """检查文稿（.docx、.txt、.md），指出问题、依据和改法；文件本身不动。

    退出码：0 没有问题，1 有问题（到 --fail-on 一级），2 有文件读不了、写不了，或选项有误。
    """
    checker = checker_of(settings, on, off)
    if comments is not None:
        check_copies(paths, comments, overwrite=overwrite)
    found = _found(paths, checker, together=together)
    _tell(found, form)
    if comments is not None:
        write_copies(found, comments, overwrite=overwrite)
    if len(found) < len(paths):
        sys.exit(BROKEN)
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else []
    sys.exit(_FOUND if any(each.of(*grave) for each in found) else 0)


def _found(paths: tuple[Path, ...], checker: "Checker", *, together: bool) -> list["Findings"]:
    """Return the findings of each file that can be read, and tell of the others why they can't."""
    from draftkit.checks.engine import merged  # noqa: PLC0415 -- `--help` needs no rules
    from draftkit.checks.together import check_together  # noqa: PLC0415
    from draftkit.readers.reading import read_source  # noqa: PLC0415

    found: list[Findings] = []
    read: list[Path] = []
    for path in paths:
        try:
            paper = read_source(path)
        except ReadError as error:
            tell(error)
            continue
        found.append(checker.check(*paper))
        read.append(path)
    if not together:
        return found
    across = check_together(read, on=checker.on, settings=checker.settings)
    return [merged(one, other) for one, other in zip(found, across, strict=True)]


def _tell(found: list["Findings"], form: str) -> None:
    from draftkit.checks.reports import as_json, as_sarif, show  # noqa: PLC0415 -- `--help` needs no rules

    match form:
        case "json":
            click.echo(as_json(*found))
        case "sarif":
            click.echo(as_sarif(*found))
        case _:
            for each in found:
                show(each)
