"""What a test sees of a document: its texts."""

import io
import re

from docx import Document

from tests.template.building import unpack


def paragraphs(data: bytes) -> list[str]:
    """Return the texts of a document's paragraphs, those in tables left out."""
    return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]


def text(data: bytes, part: str = "word/document.xml") -> str:
    """Return all text of a part."""
    return "".join(re.findall(r"<(?:w:t|dc:\w+)(?: [^>]*)?>([^<]*)<", unpack(data)[part].decode()))


def xml(data: bytes, part: str = "word/document.xml") -> str:
    """Return the XML of a part."""
    return unpack(data)[part].decode()
