"""A paper written to a file, in the format that the file's suffix names."""

import os
from collections.abc import Callable
from pathlib import Path

from draftkit.errors import WriteError
from draftkit.renderers.characters import check_characters
from draftkit.renderers.docx import render_docx
from draftkit.renderers.files import check_place, save
from draftkit.renderers.house import House
from draftkit.renderers.markdown import render_markdown
from draftkit.renderers.text import render_text
from draftkit.tree import Document

__all__ = ["RENDERERS", "Renderer", "write"]

Renderer = Callable[[Document, House], bytes]

RENDERERS: dict[str, Renderer] = {
    ".docx": render_docx,
    ".md": render_markdown,
    ".txt": render_text,
}
"""What writes a file of each suffix."""


def write(
    document: Document,
    path: str | os.PathLike[str],
    *,
    house: House | None = None,
    strict: bool = False,
    overwrite: bool = False,
) -> Path:
    """Return the path of the file that `document` was written to: `.docx`, `.txt` or `.md`, as its suffix says.

    The file is written whole or not at all.

    Args:
        document: The paper.
        path: The file.
        house: The options of the house style; by default GB/T 9704-2012 as it stands.
        strict: Whether to refuse a paper with blanks in it.
        overwrite: Whether a file that is there already is replaced.

    Raises:
        WriteError: If the suffix is unknown, the file can't be written, there is one already, `strict` finds blanks,
            or the text holds a character that no file can hold; or if `document` is no Document (a report not drafted).
        TemplateError: If the template is missing or lacks something.
    """
    _check_document(document)
    target = Path(path)
    check_place(target, overwrite=overwrite)
    render = _renderer(target)
    if strict:
        _check_blanks(document, target)
    check_characters(document.lines())
    save(render(document, house or House()), target, overwrite=overwrite)
    return target


def _renderer(path: Path) -> Renderer:
    try:
        return RENDERERS[path.suffix.lower()]
    except KeyError:
        known = "、".join(RENDERERS)
        raise WriteError(
            f"不认识的文件类型“{path.suffix}”，文件名应以这些结尾：{known}",
            f"unknown file type {path.suffix!r}: the name must end in one of {', '.join(RENDERERS)}",
            where=str(path),
        ) from None


def _check_document(document: object) -> None:
    if not isinstance(document, Document):
        hint = "，请先写 .draft()，如 dk.write(report.draft(), …)" if hasattr(document, "draft") else ""
        raise WriteError(
            f"写出的应是文稿（Document），而不是 {type(document).__name__}{hint}",
            f"a Document is written, not {type(document).__name__}: call its draft() first where it has one",
        )


def _check_blanks(document: Document, path: Path) -> None:
    names = [blank.name for blank in document.blanks]
    if names:
        raise WriteError(
            f"还有{len(names)}处待填，未写入：{'、'.join(names)}",
            f"nothing was written, still to be filled: {', '.join(names)}",
            where=str(path),
        )
