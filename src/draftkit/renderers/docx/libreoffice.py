"""A paper's docx as LibreOffice has to read it, so that its page is the one that Word makes.

LibreOffice takes `w:overflowPunct` for its contrary (measured with 7.4; its source said so from the first version
on): marks hang in the margin, and one that would fill a line up is even lost from the PDF.
"""

import re

from draftkit.template.package import edited, unpack

__all__ = ["for_libreoffice"]

_HANGING = re.compile(rb'<w:overflowPunct w:val="(?:0|false|off)"/>')
_PARTS = ("word/document.xml", "word/styles.xml")


def for_libreoffice(docx: bytes) -> bytes:
    """Return `docx` with the settings turned round that LibreOffice reads the wrong way; only to be shown to it."""
    parts = unpack(docx)
    return edited(docx, {name: _HANGING.sub(b"<w:overflowPunct/>", parts[name]) for name in _PARTS})
