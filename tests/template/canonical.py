"""Two documents compared part by part: XML in canonical form, relations and types as sets."""

import io
from collections.abc import Mapping

import docxtpl
from lxml import etree

from tests.template.building import unpack

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARSER = etree.XMLParser(remove_blank_text=True, resolve_entities=False)


def canonical(data: bytes, *, ordered: bool = False) -> dict[str, object]:
    """Return the parts of a document by name, each in a form in which equal parts are equal.

    With `ordered`, the properties of runs and cells are sorted, so that their order doesn't count.
    """
    return {name: _part(name, part, ordered=ordered) for name, part in unpack(data).items()}


def _part(name: str, data: bytes, *, ordered: bool) -> object:
    if name == "[Content_Types].xml":
        return None
    if not name.endswith((".xml", ".rels")):
        return data
    root = etree.fromstring(data, _PARSER)
    if name.endswith(".rels"):
        return sorted(tuple(sorted(child.attrib.items())) for child in root)
    if ordered:
        for properties in root.iter(f"{_W}rPr", f"{_W}tcPr"):
            properties[:] = sorted(properties, key=lambda child: child.tag)
    return etree.tostring(root, method="c14n").decode()


def by_docxtpl(template: bytes, context: Mapping[str, object], *, autoescape: bool) -> bytes:
    """Return what docxtpl makes of `template`."""
    opened = docxtpl.DocxTemplate(io.BytesIO(template))
    opened.render(dict(context), autoescape=autoescape)
    buffer = io.BytesIO()
    opened.save(buffer)
    return buffer.getvalue()
