"""A paper as PDF: the Word document, put into pages by LibreOffice.

It has the paper's title as a property, its headings as bookmarks, its structure as tags, and Chinese as its language.
"""

from collections.abc import Sequence

from draftkit.errors import WriteError
from draftkit.renderers.docx import render_docx
from draftkit.renderers.docx.libreoffice import for_libreoffice
from draftkit.renderers.house import House
from draftkit.renderers.office import Office
from draftkit.tree import Paper

__all__ = ["render_pdf", "render_pdfs"]


def render_pdf(document: Paper, house: House) -> bytes:
    """Return `document` as a PDF.

    Raises:
        WriteError: If LibreOffice is missing, hangs or fails.
        TemplateError: If the template is missing or lacks something.
    """
    return render_pdfs([document], house)[0]


def render_pdfs(documents: Sequence[Paper], house: House, *, timeout: float | None = None) -> tuple[bytes, ...]:
    """Return each of `documents` as a PDF, all made in one start of LibreOffice, which is what takes long.

    Args:
        documents: The papers.
        house: The options of the house style.
        timeout: Seconds after which LibreOffice is ended; by default those of `$DRAFTKIT_SOFFICE_TIMEOUT`, else 120
            and 10 more for each paper.

    Raises:
        WriteError: If LibreOffice is missing, hangs or fails, even for one of them.
        TemplateError: If the template is missing or lacks something.
    """
    if not documents:
        return ()
    office = Office.find(timeout)
    made = office.convert([for_libreoffice(render_docx(document, house, spaced=True)) for document in documents])
    missing = [number for number, pdf in enumerate(made, start=1) if pdf is None]
    if missing:
        numbers = "、".join(map(str, missing))
        raise WriteError(
            f"{len(made)}份文稿中，LibreOffice没有转出第{numbers}份，请把这几份单独写一次，或先写成.docx检查",
            f"of {len(made)} papers LibreOffice made no PDF of number {', '.join(map(str, missing))}: write these "
            "by themselves, or as .docx and look at it",
        )
    return tuple(pdf for pdf in made if pdf is not None)
