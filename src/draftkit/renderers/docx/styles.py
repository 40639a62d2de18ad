"""The styles of a template by name: a file names them by ids, which differ from one Word to another."""

import os
import re
from functools import lru_cache
from pathlib import Path

from attrs import field, frozen
from lxml import etree

from draftkit.errors import TemplateError
from draftkit.template.package import not_a_docx, read, unpack

__all__ = ["NAMESPACE", "Sheet"]

NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_LINE, _PITCH = 8845, 579
"""156 mm, and a 22nd of 225 mm (GB/T 9704-2012, 5.2.1 and 5.2.3), where a template says nothing."""

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
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
    """

    path: Path
    parts: dict[str, bytes] = field(repr=False)
    ids: dict[str, str] = field(repr=False)
    line: int = _LINE
    pitch: int = _PITCH

    @classmethod
    def read(cls, path: Path) -> "Sheet":
        """Return the template at `path`.

        Raises:
            TemplateError: If it can't be read, is no docx, or has no place for the paper.
        """
        return _sheet(read(path), path)

    @classmethod
    def _of(cls, parts: dict[str, bytes], path: Path) -> "Sheet":
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
        line, pitch = _page(document)
        return cls(path=path, parts=parts, ids=_ids(styles), line=line, pitch=pitch)

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


@lru_cache(maxsize=16)
def _sheet(data: bytes, path: Path) -> Sheet:
    """Return the sheet of a template's bytes; many papers share one."""
    return Sheet._of(unpack(data, path), path)  # noqa: SLF001 - the same module


def _ids(styles: etree._Element) -> dict[str, str]:
    found = {}
    for style in styles.iterfind(f"{NAMESPACE}style"):
        name = style.find(f"{NAMESPACE}name")
        if name is not None:
            found[name.get(f"{NAMESPACE}val", "").lower()] = style.get(f"{NAMESPACE}styleId", "")
    return found


def _page(document: etree._Element) -> tuple[int, int]:
    """Return the length of a line and its height, as the last section of the template has them."""
    page, margins, grid = (_last(document, name) for name in ("pgSz", "pgMar", "docGrid"))
    line = page.get("w", 0) - margins.get("left", 0) - margins.get("right", 0)
    return line if line > 0 else _LINE, grid.get("linePitch", _PITCH)


def _last(document: etree._Element, name: str) -> dict[str, int]:
    """Return the numbers among the attributes of the last element called `name`."""
    found = document.findall(f".//{NAMESPACE}{name}")
    attributes = found[-1].items() if found else ()
    return {str(key).removeprefix(NAMESPACE): int(value) for key, value in attributes if value.isdigit()}
