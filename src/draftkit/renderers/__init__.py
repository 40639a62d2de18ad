"""From the document tree to files: `.docx`, `.pdf`, `.html`, `.md`, `.txt`."""

from draftkit.renderers.house import Fonts, House, Numbering, PageModel
from draftkit.renderers.html import Preview, preview
from draftkit.renderers.writing import write, write_all

__all__ = ["Fonts", "House", "Numbering", "PageModel", "Preview", "preview", "write", "write_all"]
