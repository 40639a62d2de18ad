"""The lines of a source, before anything is known of them."""

from attrs import field, frozen

from draftkit.tree import Role, Table

__all__ = ["SPACE", "Raw", "raw_lines"]

SPACE = " \t\u00a0\u3000\u200b\ufeff"


@frozen
class Raw:
    """A line that isn't empty.

    Args:
        text: The line without the space around it.
        line: Its number in the source, from 1.
        column: Where its text begins in the line of a text file, from 0; None where it doesn't stand there as it is.
        heading: The depth of a Markdown heading; 0 for any other line.
        row: Whether it is a row of a Markdown table, its cells parted by tabs.
        table: The table of a Word file that stands there instead of a line, which then has no text.
        roles: What it can be for, by its style in Word; empty where nothing is known.
        heads: Where run-in headings stand in it, labels included, by their look in Word; None where that isn't known.
        whole: Whether it certainly begins a paragraph.
        cells: For each cell of the table, where each of its paragraphs begins in its text, and the paragraph's number.
        above: The numbers of the paragraphs that are the table's caption and unit.
    """

    text: str
    line: int
    column: int | None = field(default=None, eq=False)
    heading: int = 0
    row: bool = False
    table: Table | None = field(default=None, repr=False)
    roles: frozenset[Role] = frozenset()
    heads: tuple[tuple[int, int], ...] | None = None
    whole: bool = False
    cells: tuple[tuple[tuple[int, int], ...], ...] = field(default=(), repr=False)
    above: tuple[int, ...] = ()

    def can_be(self, role: Role) -> bool:
        """Return whether its style allows `role`."""
        return not self.roles or role in self.roles

    def surely(self, role: Role) -> bool:
        """Return whether its style says that it is `role` and nothing else."""
        return self.roles == {role}


def raw_lines(text: str) -> list[Raw]:
    """Return the lines of `text` that aren't empty, stripped of the space around them."""
    lines = ((number, line, line.strip().strip(SPACE)) for number, line in enumerate(text.splitlines(), start=1))
    return [Raw(stripped, number, line.find(stripped)) for number, line, stripped in lines if stripped]
