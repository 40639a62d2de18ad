"""Old papers read back into the tree: Word documents, plain text and Markdown.

A reader never invents structure: what it can't place is a paragraph, and what
is not part of the paper is set aside in `document.residue`, not lost.
"""

from draftkit.readers.reading import FORMATS, read

__all__ = ["FORMATS", "read"]
