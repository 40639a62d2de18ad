"""A paper shown in a notebook."""

from attrs import field, frozen

from draftkit.renderers.characters import check_characters
from draftkit.renderers.given import check_document, check_house
from draftkit.renderers.house import House
from draftkit.renderers.html.markup import element
from draftkit.renderers.html.page import render_html
from draftkit.tree import Paper

__all__ = ["Preview", "preview"]

_STYLE = "width: 100%; height: 46rem; border: 1px solid #8a8a8a"
_MAY = "allow-scripts allow-modals"
"""What the frame may do: lay out its pages, and print them."""


@frozen
class Preview:
    """A paper as HTML, which a notebook shows; `str()` gives the whole file.

    Args:
        html: The file's content.
    """

    html: str = field(repr=False)

    def __str__(self) -> str:
        """Return the HTML."""
        return self.html

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the file in a frame of its own, so that neither touches the other."""
        return element("iframe", "", title="文稿预览", sandbox=_MAY, style=_STYLE, srcdoc=self.html)


def preview(document: Paper, *, house: House | None = None) -> Preview:
    """Return `document` as it will look, to be shown in a notebook: as the last value of a cell it shows itself.

    Args:
        document: The paper.
        house: The options of the house style; by default GB/T 9704-2012 as it stands.

    Raises:
        WriteError: If the text holds a character that no file can hold, or `document` is no Document.

    >>> from draftkit.tree import Document
    >>> str(preview(Document(blocks=["甲。"]))).startswith("<!DOCTYPE html>")
    True
    """
    check_document(document)
    check_house(house)
    check_characters(document.lines())
    return Preview(render_html(document, house or House()).decode())
