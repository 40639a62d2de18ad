"""From the document tree to files: `.docx`, `.txt`, `.md`."""

from draftkit.renderers.house import Fonts, House, Numbering, PageModel
from draftkit.renderers.writing import write

__all__ = ["Fonts", "House", "Numbering", "PageModel", "write"]
