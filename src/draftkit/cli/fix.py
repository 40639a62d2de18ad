"""`draftkit fix`: the safe fixes, shown and, where told so, made."""

import datetime as dt
from pathlib import Path

import click

from draftkit.cli.options import check_free, checker_of, checking, telling

__all__ = ["fix"]


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="文件")
@click.option("--to", type=click.Path(path_type=Path), help="改好的文稿写到这里；不写则只显示改动。")
@click.option("--overwrite", is_flag=True, help="目标已存在时覆盖；要改原文件，--to 也写原文件。")
@checking
@telling
def fix(  # noqa: PLR0913 -- an argument each option
    *,
    path: Path,
    to: Path | None,
    overwrite: bool,
    settings: Path | None,
    on: dt.datetime | None,
    off: tuple[str, ...],
) -> None:
    """改正有把握的差错，显示改动；不写 --to 就不动任何文件。"""
    from draftkit.checks import fix as fixed  # noqa: PLC0415 -- `--help` needs no rules
    from draftkit.checks.reports.plain import summary  # noqa: PLC0415

    if to is not None:
        check_free(to, overwrite=overwrite)
    result = fixed(path, to=to, overwrite=overwrite, checker=checker_of(settings, on, off))
    if result.diff:
        click.echo(result.diff)
    click.echo(f"可改{len(result.made)}处；改后还有：{summary(result.left)}", err=True)
    if result.written is not None:
        click.echo(f"已写入 {result.written}", err=True)
