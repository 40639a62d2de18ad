"""The lines of a source, before anything is known of them."""

from attrs import frozen

from draftkit.tree import Table

__all__ = ["Raw", "raw_lines"]

_SPACE = " \t\u00a0\u3000\u200b\ufeff"


@frozen
class Raw:
    """A line that isn't empty.

    Args:
        text: The line without the space around it.
        line: Its number in the source, from 1.
        heading: The depth of a Markdown heading; 0 for any other line.
        table: The table that stands there instead of a line, which then has no text.
    """

    text: str
    line: int
    heading: int = 0
    table: Table | None = None


def raw_lines(text: str) -> list[Raw]:
    """Return the lines of `text` that aren't empty, stripped of the space around them."""
    stripped = ((number, line.strip().strip(_SPACE)) for number, line in enumerate(text.splitlines(), start=1))
    return [Raw(line, number) for number, line in stripped if line]
