"""The command `draftkit` and its errors."""

from typing import Any

import click

from draftkit import __version__
from draftkit.cli.check import check
from draftkit.cli.fix import fix
from draftkit.cli.streams import ready, told

__all__ = ["main"]


class _Group(click.Group):
    """Commands whose output never ends in a traceback, whatever it is written to."""

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 -- as click has it
        """Run the command that the arguments name, and exit with its code."""
        ready()
        with told():
            return super().main(*args, **kwargs)


@click.group(cls=_Group)
@click.version_option(__version__, prog_name="draftkit")
def main() -> None:
    """起草、检查人民代表大会的文书。"""


main.add_command(check)
main.add_command(fix)
