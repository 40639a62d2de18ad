"""A paper as plain text: a line each paragraph, UTF-8."""

from draftkit.renderers.house import House
from draftkit.tree import Document

__all__ = ["render_text"]


def render_text(document: Document, house: House) -> bytes:
    """Return the text of `document`, with a line feed at its end; a plain text has no look, whatever the `house`."""
    del house
    return f"{document.text()}\n".encode()
