"""A tag as it stands in a template."""

from typing import Final, NamedTuple

__all__ = ["LINE_FEED", "Tag"]

LINE_FEED: Final = "\ue8ff"
"""Stands for a line feed of the template itself, where line feeds number the tags."""

_PREFIXES: Final = frozenset({"p", "tr", "tc", "r"})


class Tag(NamedTuple):
    """A tag as it stands in the template, without the markup in it.

    Args:
        text: The tag, braces included.
        paragraph: The number of its paragraph in the part, from 1.
        closed: Whether it ends in its paragraph.
    """

    text: str
    paragraph: int
    closed: bool = True

    @property
    def prefix(self) -> str:
        """The `p`, `tr`, `tc` or `r` behind its braces, or nothing."""
        word, space, _ = self.text[2:].lstrip("+-").partition(" ")
        return word if space and word in _PREFIXES else ""
