"""The sections of a paper in Word: contents without page numbers, and wide tables on pages turned to A4 landscape.

A landscape page is the portrait one turned to the left, so that the header of its table stands at the binding edge on
odd pages and at the fore edge on even ones (GB/T 9704-2012, 7.6): its upper margin is the portrait's left one.
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import partial
from itertools import groupby

from attrs import frozen

from draftkit.tree import Line, Role, Table

__all__ = ["Kind", "Piece", "kinds", "last_section", "sectioned"]

_FRONT = (Role.BOOKLET, Role.CONTENTS, Role.ENTRY)
_WITH_FOLLOWING = (Role.CAPTION, Role.UNIT, Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE)
_FOOTER = 680
"""12 mm: a footer as far from the edge as on a portrait page would reach into the text."""

_REFERENCE = re.compile(r"<w:footerReference\b[^>]*/>")
_SIZE = re.compile(r"<w:pgSz\b[^>]*/>")
_MARGINS = re.compile(r"<w:pgMar\b[^>]*/>")
_PITCH = re.compile(r'(w:linePitch=")(\d+)')
_NUMBER = re.compile(r'w:(\w+)="(\d+)"')
_COLUMNS = re.compile(r"(?=<w:cols\b|<w:docGrid\b|</w:sectPr>)")


class Kind(Enum):
    """What kind of section a line stands in."""

    FRONT = "front"
    TEXT = "text"
    WIDE = "wide"


@frozen
class Piece:
    """An element of the body, and the kind of section it belongs to."""

    kind: Kind
    xml: str


def kinds(lines: tuple[Line | Table, ...]) -> tuple[Kind, ...]:
    """Return the kind of section that each of `lines` belongs to; what heads a wide table goes with it."""
    found: list[Kind] = []
    for line in reversed(lines):
        if isinstance(line, Table):
            found.append(Kind.WIDE if line.wide else Kind.TEXT)
        elif line.role in _WITH_FOLLOWING and found:
            found.append(found[-1])
        else:
            found.append(Kind.FRONT if line.role in _FRONT else Kind.TEXT)
    return tuple(reversed(found))


def sectioned(pieces: Iterable[Piece], section: str) -> Iterator[str]:
    """Yield the elements, those that end a section with its properties in them; the last section has the template's."""
    groups = [(kind, [piece.xml for piece in group]) for kind, group in groupby(pieces, key=lambda piece: piece.kind)]
    for number, (kind, elements) in enumerate(groups):
        yield from elements[:-1]
        is_last = number + 1 == len(groups)
        yield elements[-1] if is_last else _ended(elements[-1], _section(section, kind, after=_before(groups, number)))


def last_section(pieces: Iterable[Piece], section: str) -> str:
    """Return the properties of the section that ends the paper."""
    found = [kind for kind, _ in groupby(pieces, key=lambda piece: piece.kind)]
    return _section(section, found[-1], after=found[-2] if len(found) > 1 else None) if found else section


def _before(groups: list[tuple[Kind, list[str]]], number: int) -> Kind | None:
    return groups[number - 1][0] if number else None


def _ended(element: str, properties: str) -> str:
    """Return the paragraph `element` as the last one of a section."""
    before, end, after = element.partition("</w:pPr>")
    return f"{before}{properties}{end}{after}"


def _section(section: str, kind: Kind, *, after: Kind | None) -> str:
    """Return the properties of a section of `kind` behind one of the kind `after`, made from the template's."""
    match kind:
        case Kind.FRONT:
            return _REFERENCE.sub("", section)
        case Kind.WIDE:
            section = _turned(section)
        case Kind.TEXT:
            pass
    # The pages of a booklet's papers count from 1, behind its contents.
    return _COLUMNS.sub('<w:pgNumType w:start="1"/>', section, count=1) if after is Kind.FRONT else section


def _turned(section: str) -> str:
    size, margins = (
        dict(_NUMBER.findall(found[0])) if (found := form.search(section)) else {} for form in (_SIZE, _MARGINS)
    )
    if not size or not margins:
        return section
    turned = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
    places = "".join(f' w:{new}="{margins.get(old, "0")}"' for new, old in turned.items())
    section = _SIZE.sub(f'<w:pgSz w:w="{size["h"]}" w:h="{size["w"]}" w:orient="landscape"/>', section)
    rest = f' w:header="{_FOOTER}" w:footer="{_FOOTER}" w:gutter="0"'
    height = int(size["w"]) - int(margins.get("left", "0")) - int(margins.get("right", "0"))
    return _PITCH.sub(partial(_filling, height), _MARGINS.sub(f"<w:pgMar{places}{rest}/>", section))


def _filling(height: int, found: re.Match[str]) -> str:
    """Return the pitch nearest to the template's whose lines fill the page: LibreOffice puts them in its middle."""
    lines = max(1, round(height / int(found[2])))
    return f"{found[1]}{height // lines}"
