"""A paper as a Word document: its lines put into the house style's template."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from attrs import evolve

from draftkit.renderers.docx.fonts import renamed, renames
from draftkit.renderers.docx.lists import PART, Lists
from draftkit.renderers.docx.paragraphs import Writer
from draftkit.renderers.docx.sections import left_of, sectioned
from draftkit.renderers.docx.styles import Sheet
from draftkit.renderers.house import Fonts, House, Numbering
from draftkit.template import Template
from draftkit.template.output import EncodedXml
from draftkit.template.package import edited, read, unpack
from draftkit.tree import Line, Paper, Role, Table

__all__ = ["render_docx"]

_DOCUMENT = "word/document.xml"


def render_docx(document: Paper, house: House, *, spaced: bool = False, deflate: str | None = None) -> bytes:
    """Return `document` as a `.docx` in the style of `house`; the same input makes the same bytes.

    The template gets two names: `body`, the paper, to be written as `{{p body }}`, and `title`, its title as text.

    Args:
        document: The paper.
        house: The options of the house style.
        spaced: Whether gaps beside figures are counted: LibreOffice makes them, Word and WPS don't.
        deflate: What deflates the paper, as in `Template`; the fastest that is installed if not given.

    Raises:
        TemplateError: If the template is missing or lacks a style.
    """
    path = house.template_file()
    sheet, template = _opened(read(path), path, house.fonts, deflate)
    sheet = evolve(sheet, spaced=True) if spaced else sheet
    lists = Lists.of(sheet) if house.numbering is Numbering.NATIVE else None
    writer = Writer(house=house, sheet=sheet, lists=lists)
    items = document.flow(writer.maker)
    left = left_of(items)
    body, section = sectioned(items, left, writer.write(items, left), sheet.section)
    # The body is the renderer's own markup; every text in it is escaped where its run is written.
    data = template.render({"body": EncodedXml(body), "title": _title(left.values())})
    data = _ended(data, sheet.section, section)
    return data if lists is None else edited(data, {PART: lists.part(unpack(data)[PART])})


@lru_cache(maxsize=16)
def _opened(data: bytes, path: Path, fonts: Fonts, deflate: str | None) -> tuple[Sheet, Template]:
    """Return the template in `data`, which was read at `path`, with the office's fonts; many papers share one."""
    sheet = Sheet.of(data, path)
    # The file as it is first: what is wrong with it is told with its path.
    template = Template(path, deflate=deflate)
    if names := renames(fonts):
        template = Template(edited(data, renamed(sheet.parts, names)), deflate=deflate)
        template.path = path
    return sheet, template


def _title(items: Iterable[Line | Table]) -> str:
    titles = (item.text for item in items if isinstance(item, Line) and item.role in (Role.BOOKLET, Role.TITLE))
    return next(titles, "").replace("\n", "")


def _ended(data: bytes, old: str, new: str) -> bytes:
    """Return the package with the properties of its last section changed."""
    if old == new:
        return data
    before, found, after = unpack(data)[_DOCUMENT].rpartition(old.encode())
    return edited(data, {_DOCUMENT: before + new.encode() + after}) if found else data
