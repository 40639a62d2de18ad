"""What docxtpl does for us, done by docxtpl: patching a part's XML, listings, table grids.

docxtpl and lxml are slow to import, so this module is imported when something needs one of these steps.
"""

import re
from collections.abc import Iterable
from typing import Any, Final

import docxtpl
from lxml import etree

__all__ = ["completed", "grids", "listing", "misplaced", "normalised", "parsed", "patched"]

_PARSER: Final = etree.XMLParser(
    remove_blank_text=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
)
_KEEPING: Final = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
_DOCXTPL: Any = docxtpl.DocxTemplate("")
_PARAGRAPH: Final = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)
_DECLARATION: Final = re.compile(r"^<\?xml[^>]*\?>\s*")
_BOX: Final = "<w:txbxContent"
_EDGE: Final = re.compile(r"<(/?)w:([pr])(?: [^>]*)?(?<!/)>")
_TABLE: Final = re.compile(r"<w:tbl[ >]")
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS: Final = re.compile("[\n\t\a\f]")


def normalised(data: bytes, *, blanks: bool = False) -> str:
    """Return the XML in `data` as docxtpl sees it: no declaration, no blank text between elements unless `blanks`."""
    return etree.tostring(etree.fromstring(data, _KEEPING if blanks else _PARSER), encoding="unicode")


def patched(xml: str) -> str:
    """Return `xml` patched by docxtpl: tags in one run, `{%p %}` in place of its paragraph."""
    found: str = _DOCXTPL.patch_xml(xml)
    return found


def listing(xml: str) -> str:
    r"""Return `xml` with each `\n`, `\t`, `\a`, `\f` in a text made a break, as docxtpl makes them."""

    def resolved(paragraph: re.Match[str]) -> str:
        text: str = paragraph[0]
        return _DOCXTPL.resolve_listing(text) if _BREAKS.search(text) else text

    made = _PARAGRAPH.sub(resolved, xml)
    return _behind_boxes(made) if _BOX in made and _BREAKS.search(made) else made


def _behind_boxes(xml: str) -> str:
    """Return `xml` with breaks made behind text boxes too: docxtpl takes the end of one for that of its paragraph."""
    pieces: list[str] = []
    around: list[tuple[str, str]] = []
    start, before = 0, ""
    for found in _EDGE.finditer(xml):
        if found[2] == "p":
            end = found.end() if found[1] else found.start()
            pieces.append(_resolved_behind(before, xml[start:end]))
            start, before = end, ""
        if not found[1]:
            around.append((found[2], found[0] + _properties(xml, found.end(), found[2])))
        elif around:
            around.pop()
            before = "".join(tag for _, tag in around[-2:]) if found[2] == "p" else before
    return "".join(pieces) + xml[start:]


def _resolved_behind(before: str, text: str) -> str:
    """Return a piece of a paragraph behind a text box with its breaks made; `before` are the tags open there."""
    if not before or not _BREAKS.search(text):
        return text
    end = "" if text.endswith("</w:p>") else "</w:p>"
    made: str = _DOCXTPL.resolve_listing(before + text + end)
    return made[len(before) : len(made) - len(end)]


def _properties(xml: str, at: int, name: str) -> str:
    found = re.compile(f"<w:{name}Pr>.*?</w:{name}Pr>", re.DOTALL).match(xml, at)
    return found[0] if found else ""


def grids(xml: str) -> str:
    """Return `xml` with the columns of each table counted anew by docxtpl."""
    return etree.tostring(_DOCXTPL.fix_tables(_gridded(_DECLARATION.sub("", xml))), encoding="unicode")


def _gridded(xml: str) -> str:
    """Return `xml` with a grid in every table: where there is none, docxtpl finds no columns to count."""
    if xml.count("<w:tblGrid") == len(_TABLE.findall(xml)):
        return xml
    root = etree.fromstring(xml, etree.XMLParser(recover=True))
    for table in root.iter(f"{_W}tbl"):
        if table.find(f"{_W}tblGrid") is None:
            grid = etree.Element(f"{_W}tblGrid")
            table.insert(0 if table.find(f"{_W}tblPr") is None else 1, grid)
            for _ in range(max((_width(row) for row in table.iter(f"{_W}tr")), default=0)):
                etree.SubElement(grid, f"{_W}gridCol")
    return etree.tostring(root, encoding="unicode")


def _width(row: etree._Element) -> int:
    spans = (cell.find(f"{_W}tcPr/{_W}gridSpan") for cell in row.findall(f"{_W}tc"))
    return sum(1 if span is None else int(span.get(f"{_W}val", "1")) for span in spans)


def parsed(xml: str, *, recover: bool) -> str:
    """Return `xml` as it is if it is well-formed; what isn't is mended as docxtpl does, or refused.

    Raises:
        lxml.etree.XMLSyntaxError: It isn't well-formed, and `recover` is off.
    """
    try:
        etree.fromstring(xml.encode(), _PARSER)
    except etree.XMLSyntaxError:
        if not recover:
            raise
        return etree.tostring(_mended(_DECLARATION.sub("", xml)), encoding="unicode")
    return xml


_CONTAINERS: Final = (
    "body tc tr tbl p r hdr ftr footnote endnote comment txbxContent sdtContent hyperlink ins"  # hold elements only
)
_BARE: Final = etree.XPath(
    "|".join(f"//w:{name}/text()[normalize-space()]" for name in _CONTAINERS.split()), namespaces={"w": _W[1:-1]}
)
_NESTED: Final = etree.XPath("//w:t/*", namespaces={"w": _W[1:-1]})


def misplaced(xml: str) -> tuple[list[str], list[str]]:
    """Return the texts that stand where only paragraphs and runs may, and those of elements inside a text.

    Raises:
        lxml.etree.XMLSyntaxError: `xml` isn't well-formed.
    """
    root: Any = etree.fromstring(xml.encode(), _PARSER)
    bare: Any = _BARE(root)
    nested: Any = _NESTED(root)
    return [text.strip() for text in bare], ["".join(element.itertext()).strip() for element in nested]


def _mended(xml: str) -> etree._Element:
    """Return the root of what isn't well-formed; docxtpl mends the body alone, so what falls out of it is gone."""
    root = etree.fromstring(xml, etree.XMLParser(recover=True))
    for body in root.iterchildren("{*}body"):
        body.tail = None
        for fallen in list(body.itersiblings()):
            root.remove(fallen)
    return root


_DC: Final = "{http://purl.org/dc/elements/1.1/}"


def completed(data: bytes, names: Iterable[str], *, others: bool) -> bytes:
    """Return the core properties in `data` with each of `names` there, if only empty.

    The tags in other properties are tags only if `others`: docxtpl leaves them as they are.
    """
    root = etree.fromstring(data, _PARSER)
    tags = [_DC + name for name in names]
    for tag in tags:
        if root.find(tag) is None:
            etree.SubElement(root, tag)
    if not others:
        for child in root.iterchildren(etree.Element):
            if "{" in (child.text or "") and child.tag not in tags:
                child.text = f"{{% raw %}}{child.text}{{% endraw %}}"
    return etree.tostring(root, encoding="UTF-8", standalone=True)
