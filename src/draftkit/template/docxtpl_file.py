"""The file of a template for docxtpl's interface: opened, refused and read as docxtpl does it."""

import io
import os
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from docx import Document

from draftkit.errors import TemplateError
from draftkit.template.archive import read_archive
from draftkit.template.docxtpl_errors import NotADocxError
from draftkit.template.limits import Limits

__all__ = ["LIMITS", "content", "saved"]

LIMITS: Final = Limits(external=True, archive=500_000_000, inflated=2_000_000_000, seconds=600)
"""docxtpl opens what points outside, as Word's own templates do; nothing there is ever read.

It has no limits at all: these stop what never ends, not a script whose values take their time.
"""


def content(file: Any) -> bytes:  # noqa: ANN401 - whatever docxtpl takes
    """Return the bytes of the template `file`: a path, a stream, or None for python-docx's own document.

    Raises:
        docx.opc.exceptions.PackageNotFoundError: There is no file at the path.
    """
    if isinstance(file, (str, os.PathLike)) and Path(file).is_file():
        return Path(file).read_bytes()
    if hasattr(file, "read"):
        file.seek(0)
        data: bytes = file.read()
        return data
    # python-docx has a document of its own where there is none, and an error for a path where nothing is.
    buffer = io.BytesIO()
    Document(file).save(buffer)
    return buffer.getvalue()


@lru_cache(maxsize=64)
def saved(data: bytes) -> bytes:
    """Return the package in `data` as python-docx writes it: that is what docxtpl renders.

    Parts that nothing points to are gone, core properties are there, blank text between elements isn't.

    Raises:
        NotADocxError: It is no docx, or is refused.
        zipfile.BadZipFile: It is no zip.
    """
    if zipfile.is_zipfile(io.BytesIO(data)):
        _refuse(data)
    document = Document(io.BytesIO(data))
    _ = document.core_properties
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _refuse(data: bytes) -> None:
    try:
        read_archive(data, LIMITS)
    except TemplateError as error:
        raise NotADocxError(error.zh, error.en, where=error.where) from error
