"""What several commands take, and how an error of ours is told: in one sentence, without a traceback."""

import datetime as dt
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from draftkit.cli.streams import BROKEN
from draftkit.errors import DraftError, WriteError

if TYPE_CHECKING:
    from draftkit.checks import Checker

__all__ = ["check_free", "checker_of", "checking", "tell", "telling"]

Command = Callable[..., Any]


def checking(command: Command) -> Command:
    """Return `command` with the options of a check."""
    for option in (
        click.option("--settings", type=click.Path(path_type=Path), help="检查设置（TOML 文件）。"),
        click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="文稿日期，如 2025-01-14；不写则从文中推断。"),
        click.option("--off", multiple=True, metavar="规则", help="不用的规则或类别，可写多次。"),
    ):
        command = option(command)
    return command


def checker_of(settings: Path | None, on: dt.datetime | None, off: tuple[str, ...]) -> "Checker":
    """Return the checker that the options ask for."""
    from draftkit.checks import Checker, Settings  # noqa: PLC0415 -- `--help` needs no rules

    chosen = Settings() if settings is None else Settings.load(settings)
    if off:
        chosen = Settings(
            off={*chosen.off, *off}, severities=chosen.severities, silences=chosen.silences, words=chosen.words
        )
    return Checker(on=None if on is None else on.date(), settings=chosen)


def check_free(path: Path, *, overwrite: bool) -> None:
    """Refuse a file that is there already, in the words of the command line."""
    if not overwrite and path.exists():
        raise WriteError(
            "文件已存在，未写入；确要覆盖请加 --overwrite",
            "the file exists and was left as it is: add --overwrite to replace it",
            where=str(path),
        )


def tell(error: DraftError) -> None:
    """Write `error` to the standard error."""
    click.echo(f"draftkit: {error}", err=True)


def telling(command: Command) -> Command:
    """Return `command` with errors of ours told in one sentence."""

    @wraps(command)
    def told(*args: object, **kwargs: object) -> object:
        try:
            return command(*args, **kwargs)
        except DraftError as error:
            tell(error)
            raise SystemExit(BROKEN) from error

    return told
