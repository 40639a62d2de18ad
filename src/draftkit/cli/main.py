"""The command `draftkit` and its errors."""

import click

from draftkit import __version__
from draftkit.cli.check import check
from draftkit.cli.fix import fix

__all__ = ["main"]


@click.group()
@click.version_option(__version__, prog_name="draftkit")
def main() -> None:
    """起草、检查人民代表大会的文书。"""


main.add_command(check)
main.add_command(fix)
