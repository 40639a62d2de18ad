"""The headings of a paper as those of HTML: each one deeper than the one it stands under, none left out."""

from attrs import define, field

__all__ = ["Outline"]

_DEEPEST = 6


@define
class Outline:
    """The sections that are open while a paper's lines are written one after another.

    Args:
        first: The level of the highest headings: 2 below a title.
    """

    first: int
    _ranks: list[int] = field(factory=list, init=False)

    def close(self, rank: int = 0) -> str:
        """Return the end of every open section whose heading is of `rank` or deeper."""
        ended = ""
        while self._ranks and self._ranks[-1] >= rank:
            self._ranks.pop()
            ended += "</section>\n"
        return ended

    def open(self, rank: int) -> tuple[str, str]:
        """Return what ends the sections that a heading of `rank` ends and begins its own, and its element's name.

        >>> outline = Outline(2)
        >>> [outline.open(rank)[1] for rank in (0, 1, 3, 3, 1, 0)]
        ['h2', 'h3', 'h4', 'h4', 'h3', 'h2']
        """
        ended = self.close(rank)
        self._ranks.append(rank)
        return f"{ended}<section>\n", f"h{min(self.first + len(self._ranks) - 1, _DEEPEST)}"
