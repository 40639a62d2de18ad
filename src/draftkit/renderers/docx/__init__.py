"""A paper as a Word document: its lines put into the house style's template."""

from collections.abc import Iterable

from draftkit.renderers.docx.fonts import renamed, renames
from draftkit.renderers.docx.lists import PART, Lists
from draftkit.renderers.docx.paragraphs import Writer
from draftkit.renderers.docx.styles import Sheet
from draftkit.renderers.house import House, Numbering
from draftkit.template import Template, Xml
from draftkit.template.package import pack, unpack
from draftkit.tree import Document, Line, Role, Table

__all__ = ["render_docx"]


def render_docx(document: Document, house: House) -> bytes:
    """Return `document` as a `.docx` in the style of `house`; the same input makes the same bytes.

    The template gets two names: `body`, the paper, to be written as `{{p body }}`, and `title`, its title as text.

    Raises:
        TemplateError: If the template is missing or lacks a style.
    """
    sheet = Sheet.read(house.template_file())
    lists = Lists.of(sheet) if house.numbering is Numbering.NATIVE else None
    lines = tuple(document.lines())
    body = "".join(Writer(house=house, sheet=sheet, lists=lists).write(lines))
    # The body is the renderer's own markup; every text in it is escaped where its run is written.
    data = Template(sheet.path).render({"body": Xml(body), "title": _title(lines)})
    return _finished(data, lists, renames(house.fonts))


def _title(lines: Iterable[Line | Table]) -> str:
    titles = (line.text for line in lines if isinstance(line, Line) and line.role is Role.TITLE)
    return next(titles, "").replace("\n", "")


def _finished(data: bytes, lists: Lists | None, names: dict[str, str]) -> bytes:
    """Return the package with the paper's lists and the office's names of fonts in it."""
    if lists is None and not names:
        return data
    parts = unpack(data)
    if lists is not None:
        parts[PART] = lists.part(parts[PART])
    if names:
        parts |= renamed(parts, names)
    return pack(parts)
