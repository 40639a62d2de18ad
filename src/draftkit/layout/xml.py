"""The parts of a docx as XML, and the properties in them as plain names and values.

>>> xml = f'<w:pPr xmlns:w="{URI}"><w:ind w:left="0" w:firstLineChars="200"/><w:keepNext/></w:pPr>'
>>> properties(parsed(xml.encode()))
{'ind.left': '0', 'ind.firstLineChars': '200', 'keepNext': '1'}
"""

from lxml import etree

__all__ = ["URI", "W", "is_on", "local", "merged", "number", "parsed", "properties", "value"]

URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{URI}}}"
_OFF = ("0", "false", "off", "none")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_DEEPER = ("rPr", "numPr", "sectPr", "tabs", "pBdr")


def parsed(data: bytes) -> etree._Element:
    """Return the root of a part."""
    return etree.fromstring(data, _PARSER)


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: etree._Element | None, name: str = "val", otherwise: str = "") -> str:
    """Return an attribute of WordprocessingML."""
    return otherwise if element is None else str(element.get(f"{W}{name}", otherwise))


def properties(element: etree._Element | None) -> dict[str, str]:
    """Return the properties in a `w:pPr` or `w:rPr`: of each, its value, or one for each of its attributes."""
    found: dict[str, str] = {}
    for child in () if element is None else element:
        if not isinstance(child.tag, str) or local(child) in _DEEPER:
            continue
        attributes = {str(key).rpartition("}")[2]: str(one) for key, one in child.items()}
        if set(attributes) <= {"val"}:
            found[local(child)] = attributes.get("val", "1")
        else:
            found |= {f"{local(child)}.{key}": one for key, one in attributes.items()}
    return found


def merged(below: dict[str, str], own: dict[str, str]) -> dict[str, str]:
    """Return properties with `own` over those of what they stand on.

    A font given by name overrules a theme's from below; in one element the theme's would win.

    >>> merged({"rFonts.eastAsiaTheme": "minorEastAsia"}, {"rFonts.eastAsia": "仿宋"})
    {'rFonts.eastAsia': '仿宋'}
    """
    named = {f"{key}Theme" for key in own if key.startswith("rFonts.")}
    return {key: one for key, one in below.items() if key not in named} | own


def is_on(look: dict[str, str], name: str, *, otherwise: bool = False) -> bool:
    """Return whether a property is set."""
    return look[name] not in _OFF if name in look else otherwise


def number(look: dict[str, str], name: str, otherwise: int = 0) -> int:
    """Return a property as a number."""
    try:
        return round(float(look.get(name, otherwise)))
    except (ValueError, OverflowError):
        return otherwise
