"""A paper as plain text: a line each paragraph, UTF-8."""

from draftkit.renderers.house import House
from draftkit.tree import Paper

__all__ = ["render_text"]


def render_text(document: Paper, house: House) -> bytes:
    """Return the text of `document`, with a line feed at its end; a plain text has no look, whatever the `house`."""
    del house
    return f"{document.text()}\n".encode()
