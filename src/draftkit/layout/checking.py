"""The layout check: a Word file in, its departures from the house style out."""

import os
from collections.abc import Iterator

from draftkit.errors import ReadError
from draftkit.layout.departure import Departure
from draftkit.layout.file import File, opened
from draftkit.layout.looks import LOOKS
from draftkit.layout.pages import page_departures
from draftkit.layout.roles import roles
from draftkit.layout.tables import table_departures
from draftkit.layout.texts import paragraph_departures
from draftkit.layout.words import word_departures
from draftkit.layout.xml import W, value

__all__ = ["check_layout"]


def check_layout(path: str | os.PathLike[str], *, bold_headings: bool = False) -> tuple[Departure, ...]:
    """Return where the Word file at `path`, whoever made it, departs from GB/T 9704-2012; none if it doesn't.

    Pages first, then paragraph by paragraph. What each paragraph is for is told by the house style's names of styles,
    or else by its text and place. Nothing is changed.

    Args:
        path: The `.docx`.
        bold_headings: Whether headings may be bold, which the standard doesn't say.

    Raises:
        ReadError: If the file isn't there, or is no Word document.
    """
    if not isinstance(path, (str, os.PathLike)):
        raise ReadError(
            f"检查版式要给出 .docx 文件的路径，而不是 {type(path).__name__}；文稿请先用 dk.write 写成 .docx",
            f"the path of a .docx is needed, not {type(path).__name__}: write a paper with dk.write first",
        )
    return tuple(_departures(opened(path), bold_headings=bold_headings))


def _departures(file: File, *, bold_headings: bool) -> Iterator[Departure]:
    yield from page_departures(file)
    yield from _language(file)
    yield from table_departures(file)
    told = tuple(roles(file.paragraphs))
    for one in told:
        if one.kind in LOOKS:
            yield from paragraph_departures(one, bold_headings=bold_headings)
    yield from word_departures(told)


def _language(file: File) -> Iterator[Departure]:
    """Yield what makes Word take the text for another language, and its marks with it."""
    theme = None if file.settings is None else file.settings.find(f"{W}themeFontLang")
    for found, name in ((file.normal.get("lang.eastAsia", ""), "lang"), (value(theme, "eastAsia"), "themeFontLang")):
        if found != "zh-CN":
            yield Departure(
                rule="language",
                clause="GB/T 9704-2012 5.2.2",
                zh=f"文件的中文语言应设为zh-CN（{name}），否则标点会按西文排印",
                en=f"the East Asian language ({name}) should be zh-CN, or marks are set as Western ones",
            )
