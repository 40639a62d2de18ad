"""Properties of runs and cells put in the order that the schema asks for; docxtpl writes them as they come.

>>> runs_ordered('<w:r><w:rPr><w:color w:val="FF0000"/><w:b/><w:rFonts w:ascii="x"/></w:rPr></w:r>')
'<w:r><w:rPr><w:rFonts w:ascii="x"/><w:b/><w:color w:val="FF0000"/></w:rPr></w:r>'
"""

import re
from typing import Final

__all__ = ["cells_ordered", "runs_ordered"]

_RUN: Final = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)
"""ECMA-376-1, 17.3.2.28."""

_CELL: Final = "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
"""ECMA-376-1, 17.4.70."""

_PROPERTIES: Final = {
    name: (
        re.compile(f"<w:{name}>(.*?)</w:{name}>", re.DOTALL),
        {f"w:{one}": at for at, one in enumerate(order.split())},
    )
    for name, order in (("rPr", _RUN), ("tcPr", _CELL))
}
_CHILD: Final = re.compile(r"<(w:\w+)\b(?:[^>]*/>|[^>]*>.*?</\1>)", re.DOTALL)


def runs_ordered(xml: str) -> str:
    """Return `xml` with the properties of its runs in order."""
    return _ordered("rPr", xml)


def cells_ordered(xml: str) -> str:
    """Return `xml` with the properties of its cells in order."""
    return _ordered("tcPr", xml)


def _ordered(name: str, xml: str) -> str:
    pattern, places = _PROPERTIES[name]

    def sort(found: re.Match[str]) -> str:
        children = list(_CHILD.finditer(found[1]))
        if "".join(child[0] for child in children) != found[1]:
            return found[0]
        children.sort(key=lambda child: places.get(child[1], len(places)))
        return f"<w:{name}>{''.join(child[0] for child in children)}</w:{name}>"

    return pattern.sub(sort, xml)
