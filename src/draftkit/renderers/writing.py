"""Papers written to files, each in the format that its suffix names."""

import os
from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from pathlib import Path

from draftkit.errors import WriteError
from draftkit.renderers.characters import check_characters
from draftkit.renderers.docx import render_docx
from draftkit.renderers.files import check_place, save
from draftkit.renderers.given import check_document, check_house, target_of
from draftkit.renderers.house import House
from draftkit.renderers.html import render_html
from draftkit.renderers.markdown import render_markdown
from draftkit.renderers.pdf import render_pdf, render_pdfs
from draftkit.renderers.text import render_text
from draftkit.tree import Paper

__all__ = ["RENDERERS", "Renderer", "write", "write_all"]

Renderer = Callable[[Paper, House], bytes]

RENDERERS: dict[str, Renderer] = {
    ".docx": render_docx,
    ".html": render_html,
    ".md": render_markdown,
    ".pdf": render_pdf,
    ".txt": render_text,
}
"""What writes a file of each suffix."""


def write(
    document: Paper,
    path: str | os.PathLike[str],
    *,
    house: House | None = None,
    strict: bool = False,
    overwrite: bool = False,
) -> Path:
    """Return the path of the file that `document` was written to: a `.docx`, `.pdf`, `.html`, `.md` or `.txt`.

    The suffix says which. The file is written whole or not at all.

    Args:
        document: The paper.
        path: The file.
        house: The options of the house style; by default GB/T 9704-2012 as it stands.
        strict: Whether to refuse a paper with blanks in it.
        overwrite: Whether a file that is there already is replaced.

    Raises:
        WriteError: If the suffix is unknown, the file can't be written, there is one already, `strict` finds blanks,
            the text holds a character that no file can hold, a PDF is asked for and LibreOffice is missing or fails, or
            `document` is no Document (a report not drafted).
        TemplateError: If the template is missing or lacks something.
    """
    (target,) = write_all([(document, path)], house=house, strict=strict, overwrite=overwrite)
    return target


def write_all(
    papers: Iterable[tuple[Paper, str | os.PathLike[str]]],
    *,
    house: House | None = None,
    strict: bool = False,
    overwrite: bool = False,
    timeout: float | None = None,
) -> tuple[Path, ...]:
    """Return the paths of the files that `papers` were written to, each as `write` does it.

    All PDFs among them are made in one start of LibreOffice, which is many times faster than one by one.
    Nothing is written before all of them are made.

    Args:
        papers: Each paper with its file.
        house: The options of the house style, for all of them.
        strict: Whether to refuse a paper with blanks in it.
        overwrite: Whether files that are there already are replaced.
        timeout: Seconds after which LibreOffice is ended; by default those of `$DRAFTKIT_SOFFICE_TIMEOUT`, else 120
            and 10 more for each paper.

    Raises:
        WriteError: As `write`, and if two papers have the same file.
        TemplateError: If the template is missing or lacks something.
    """
    check_house(house)
    pairs = [(document, target_of(path)) for document, path in papers]
    _check_each_once([target for _, target in pairs])
    for document, target in pairs:
        check_document(document)
        check_place(target, overwrite=overwrite)
        _renderer(target)
        if strict:
            _check_blanks(document, target)
        check_characters(document.lines())
    contents = _rendered(pairs, house or House(), timeout)
    for (_, target), content in zip(pairs, contents, strict=True):
        save(content, target, overwrite=overwrite)
    return tuple(target for _, target in pairs)


def _rendered(pairs: Sequence[tuple[Paper, Path]], house: House, timeout: float | None) -> list[bytes]:
    is_pdf = [_renderer(target) is render_pdf for _, target in pairs]
    pdfs = iter(render_pdfs([document for document, _ in compress(pairs, is_pdf)], house, timeout=timeout))
    return [
        next(pdfs) if made else _renderer(target)(document, house)
        for (document, target), made in zip(pairs, is_pdf, strict=True)
    ]


def _check_each_once(targets: Iterable[Path]) -> None:
    seen: set[Path] = set()
    for target in targets:
        if target in seen:
            raise WriteError(
                "有两份文稿要写到同一个文件，请给每份文稿各起一个文件名",
                "two papers have the same file: give each a name of its own",
                where=str(target),
            )
        seen.add(target)


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


def _check_blanks(document: Paper, path: Path) -> None:
    names = [blank.name for blank in document.blanks]
    if names:
        raise WriteError(
            f"还有{len(names)}处待填，未写入：{'、'.join(names)}",
            f"nothing was written, still to be filled: {', '.join(names)}",
            where=str(path),
        )
