"""The headings of a paper as those of HTML: each one deeper than the one it stands under, none left out."""

from attrs import define, field

__all__ = ["Outline"]

_DEEPEST = 6


@define
class Outline:
    """The headings that are open while the lines of a paper are written one after another.

    Each has a rank: the lower, the higher it stands; levels are given by what is open and not by ranks.
    """

    _open: list[tuple[int, bool]] = field(factory=list, init=False)

    def close(self, rank: int) -> str:
        """Return the end of every open section whose heading is of `rank` or deeper."""
        ended = ""
        while self._open and self._open[-1][0] >= rank:
            ended += "</section>\n" if self._open.pop()[1] else ""
        return ended

    def enter(self, rank: int) -> str:
        """Return the end of what a heading of `rank` ends; it opens no section: what holds it is there already."""
        ended = self.close(rank)
        self._open.append((rank, False))
        return ended

    def open(self, rank: int) -> str:
        """Return what ends the sections that a heading of `rank` ends, and begins its own.

        >>> outline = Outline()
        >>> [(outline.open(rank), outline.heading)[1] for rank in (0, 1, 3, 3, 1, 0)]
        ['h1', 'h2', 'h3', 'h3', 'h2', 'h1']
        """
        ended = self.close(rank)
        self._open.append((rank, True))
        return f"{ended}<section>\n"

    @property
    def heading(self) -> str:
        """The name of the element of the heading that was opened last."""
        return f"h{min(len(self._open), _DEEPEST)}"
