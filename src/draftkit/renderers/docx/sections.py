"""The sections of a paper in Word: contents without page numbers, and wide tables on pages turned to A4 landscape.

A landscape page is the portrait one turned to the left, so that the header of its table stands at the binding edge on
odd pages and at the fore edge on even ones (GB/T 9704-2012, 7.6): its upper margin is the portrait's left one.
"""

import re
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import assert_never

from draftkit.tree import Line, Role, Table

__all__ = ["Item", "Kind", "kinds", "left_of", "sectioned"]

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


Item = bytes | Line | Table
"""A line of a paper, or what was written for it already."""


def left_of(items: Sequence[Item]) -> dict[int, Line | Table]:
    """Return what of `items` isn't written yet, by its number."""
    return {number: item for number, item in enumerate(items) if not isinstance(item, bytes)}


def kinds(items: Sequence[Item]) -> tuple[Kind, ...]:
    """Return the kind of section that each of `items` belongs to; what heads a wide table goes with it."""
    found: list[Kind] = []
    for item in reversed(items):
        if isinstance(item, Line) and item.role in _WITH_FOLLOWING and found:
            found.append(found[-1])
        else:
            found.append(_own_kind(item))
    return tuple(reversed(found))


def _own_kind(item: Item) -> Kind:
    match item:
        case bytes():
            return Kind.TEXT
        case Table():
            return Kind.WIDE if item.wide else Kind.TEXT
        case Line():
            return Kind.FRONT if item.role in _FRONT else Kind.TEXT
    assert_never(item)


def sectioned(
    items: Sequence[Item], left: Mapping[int, Line | Table], elements: list[bytes], section: str
) -> tuple[list[bytes], str]:
    """Return the body of a paper in pieces, and the properties of its last section; those of the others stand in it.

    Args:
        items: The lines and tables of the paper.
        left: Those that weren't written as soon as they were met, by their numbers.
        elements: What is written for each of them.
        section: The properties of the template's section.
    """
    if all(_own_kind(item) is Kind.TEXT for item in left.values()):
        return elements, section
    body: list[bytes] = []
    kind, properties = None, section
    for following, group in groupby(zip(kinds(items), elements, strict=True), key=itemgetter(0)):
        if kind is not None:
            body[-1] = _ended(body[-1], properties)
        properties = _section(section, following, after=kind)
        kind = following
        body += (element for _, element in group if element)
    return body, properties


def _ended(element: bytes, properties: str) -> bytes:
    """Return `element` with its last paragraph as that of a section."""
    before, end, after = element.rpartition(b"</w:pPr>")
    return b"".join((before, properties.encode(), end, after))


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
