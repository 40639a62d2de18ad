"""`draftkit check`: what is wrong in papers."""

import datetime as dt
import sys
from pathlib import Path

import click

from draftkit.checks import Findings, Severity
from draftkit.checks.reports import as_json, as_sarif, comment, show
from draftkit.checks.together import check_together
from draftkit.cli.options import checker_of, checking, telling
from draftkit.readers.reading import read_source

__all__ = ["check"]

_FOUND = 1
"""The exit code where something as grave as `--fail-on` was found."""
_ORDER = [severity.value for severity in Severity]


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="文件...")
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", help="输出格式。")
@click.option(
    "--comments", type=click.Path(path_type=Path, file_okay=False), help="把问题作为批注写进副本，放在这个文件夹。"
)
@click.option("--overwrite", is_flag=True, help="副本已存在时覆盖。")
@click.option("--together", is_flag=True, help="把这些文件当作同一次会议的文件，再互相核对。")
@click.option("--fail-on", type=click.Choice([*_ORDER, "never"]), default="error", help="到哪一级就以退出码1结束。")
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
    """检查文稿（.docx、.txt、.md），指出问题、依据和改法；文件本身不动。"""
    checker = checker_of(settings, on, off)
    found = [checker.check(*read_source(path)) for path in paths]
    _tell(found, form)
    if comments is not None:
        _comment(found, comments, overwrite=overwrite)
    if together:
        across = check_together(paths, on=checker.on, settings=checker.settings)
        _tell(list(across), form)
        found += across
    grave = _ORDER[: _ORDER.index(fail_on) + 1] if fail_on in _ORDER else []
    sys.exit(_FOUND if any(each.of(*grave) for each in found) else 0)


def _tell(found: list[Findings], form: str) -> None:
    match form:
        case "json":
            click.echo(as_json(*found))
        case "sarif":
            click.echo(as_sarif(*found))
        case _:
            for each in found:
                show(each)


def _comment(found: list[Findings], folder: Path, *, overwrite: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for each in found:
        if each.where is not None and each.where.lower().endswith(".docx"):
            path = comment(each, folder / Path(each.where).name, overwrite=overwrite)
            click.echo(f"批注已写入 {path}", err=True)
