"""The styles of a template by name: a file names them by ids, which differ from one Word to another."""

import os
import re
from pathlib import Path

from attrs import field, frozen
from lxml import etree

from draftkit.errors import TemplateError
from draftkit.renderers.docx.measure import CHARACTER
from draftkit.renderers.titles import WIDTH
from draftkit.template.package import not_a_docx, unpack

__all__ = ["NAMESPACE", "Sheet"]

NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_LINE, _HEIGHT, _PITCH = 8845, 12756, 579
"""156 mm, 225 mm, and a 22nd of these (GB/T 9704-2012, 5.2.1 and 5.2.3), where a template says nothing."""

_TITLE = 44
"""2号, in half points (7.3.1)."""

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_SECTION = re.compile(r"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_BODY = re.compile(r"\{[{%][^{}]*\bbody\b")


@frozen(kw_only=True)
class Sheet:
    """A template's file and what it offers.

    Args:
        path: The file.
        parts: Its parts by name.
        ids: The ids of its styles by their names in lower case.
        line: The length of a line of text, in twips.
        pitch: The height of a line.
        height: That of the text area, which is the length of a line on a landscape page.
        character: The width of a character of the text.
        title: How many characters of the title go into a line.
        section: The properties of its last section, as XML.
        spaced: Whether gaps are counted beside figures, which LibreOffice makes whatever the file says.
        starts: The starts of its paragraphs, kept from one paper to the next.
        headings: Those of its headings by level and label; two of each, plain and bold.
    """

    path: Path
    parts: dict[str, bytes] = field(repr=False)
    ids: dict[str, str] = field(repr=False)
    line: int = _LINE
    pitch: int = _PITCH
    height: int = _HEIGHT
    character: int = CHARACTER
    title: int = WIDTH
    section: str = field(default="", repr=False)
    spaced: bool = False
    starts: dict[tuple[str, str | None, bool], bytes] = field(factory=dict, init=False, eq=False, repr=False)
    headings: tuple[dict[tuple[int, str], bytes], ...] = field(
        factory=lambda: ({}, {}), init=False, eq=False, repr=False
    )

    @property
    def measure(self) -> int:
        """The length of a line in twips of 3号 type, by which texts are measured."""
        return round(self.line * CHARACTER / self.character)

    def real(self, twips: int) -> int:
        """Return a length measured in 3号 type as it is in that of the template."""
        return round(twips * self.character / CHARACTER)

    @classmethod
    def of(cls, data: bytes, path: Path) -> "Sheet":
        """Return the template in `data`, which was read at `path`.

        Raises:
            TemplateError: If it is no docx, or has no place for the paper.
        """
        parts = unpack(data, path)
        try:
            styles, document = (etree.fromstring(parts[f"word/{name}.xml"], _PARSER) for name in ("styles", "document"))
        except (KeyError, etree.XMLSyntaxError) as error:
            raise not_a_docx(path) from error
        if not _BODY.search("".join(text.text or "" for text in document.iter(f"{NAMESPACE}t"))):
            raise TemplateError(
                "模板里没有正文的位置，请在正文应在之处单起一段写 {{p body }}",
                "the template has no place for the paper: write {{p body }} in a paragraph of its own",
                where=os.fspath(path),
            )
        line, height, pitch = _page(document)
        return cls(
            path=path,
            parts=parts,
            ids=_ids(styles),
            line=line,
            height=height,
            pitch=pitch,
            character=_character(styles),
            title=min(WIDTH, line // (_size(styles, "title", _TITLE) * 10)),
            section=_section(parts["word/document.xml"].decode(errors="replace")),
        )

    def style(self, name: str) -> str:
        """Return the id of the style called `name`.

        Raises:
            TemplateError: If the template lacks it.
        """
        try:
            return self.ids[name.lower()]
        except KeyError:
            raise TemplateError(
                f"模板缺少样式“{name}”，请在Word的样式窗格中新建，或从自带模板复制",
                f"the template has no style {name!r}: make one in Word, or copy it from draftkit's template",
                where=os.fspath(self.path),
            ) from None


def _ids(styles: etree._Element) -> dict[str, str]:
    found = {}
    for style in styles.iterfind(f"{NAMESPACE}style"):
        name = style.find(f"{NAMESPACE}name")
        if name is not None:
            found[name.get(f"{NAMESPACE}val", "").lower()] = style.get(f"{NAMESPACE}styleId", "")
    return found


def _size(styles: etree._Element, name: str, otherwise: int) -> int:
    """Return the size of the style called `name`, in half points."""
    for style in styles.iterfind(f"{NAMESPACE}style"):
        called = style.find(f"{NAMESPACE}name")
        size = style.find(f"{NAMESPACE}rPr/{NAMESPACE}sz")
        if called is not None and size is not None and called.get(f"{NAMESPACE}val", "").lower() == name:
            value = size.get(f"{NAMESPACE}val", "")
            return int(value) if value.isdigit() and int(value) else otherwise
    return otherwise


def _character(styles: etree._Element) -> int:
    size = _size(styles, "normal", 0)
    spacing = styles.find(f"{NAMESPACE}style[@{NAMESPACE}default='1']/{NAMESPACE}rPr/{NAMESPACE}spacing")
    value = "" if spacing is None else spacing.get(f"{NAMESPACE}val", "")
    given = int(value) if re.fullmatch(r"-?\d{1,3}", value) else 0
    return size * 10 + given if size else CHARACTER


def _section(document: str) -> str:
    found = _SECTION.findall(document)
    return found[-1] if found else ""


def _page(document: etree._Element) -> tuple[int, int, int]:
    """Return the length of a line, the height of the text and of a line, as the last section has them."""
    page, margins, grid = (_last(document, name) for name in ("pgSz", "pgMar", "docGrid"))
    line = page.get("w", 0) - margins.get("left", 0) - margins.get("right", 0)
    height = page.get("h", 0) - margins.get("top", 0) - margins.get("bottom", 0)
    return line if line > 0 else _LINE, height if height > 0 else _HEIGHT, grid.get("linePitch", _PITCH)


def _last(document: etree._Element, name: str) -> dict[str, int]:
    """Return the numbers among the attributes of the last element called `name`."""
    found = document.findall(f".//{NAMESPACE}{name}")
    attributes = found[-1].items() if found else ()
    return {str(key).removeprefix(NAMESPACE): int(value) for key, value in attributes if value.isdigit()}
