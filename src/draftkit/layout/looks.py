"""The look that GB/T 9704-2012 gives each kind of paragraph: typeface, size, place on the line."""

import re
from enum import Enum

from attrs import frozen

from draftkit.layout.roles import Kind

__all__ = ["HEI", "KAI", "LEVELS", "LOOKS", "SIZE_3", "SIZE_4", "Face", "Look", "Place"]

SIZE_2, SIZE_3, SIZE_4 = 44, 32, 28


@frozen
class Face:
    """A typeface, by the names that machines know it by.

    Args:
        name: What the standard calls it.
        pattern: What its names have in common.
    """

    name: str
    pattern: re.Pattern[str]

    def is_called(self, font: str) -> bool:
        """Return whether `font` is a name of it."""
        return self.pattern.search(font) is not None


FANG = Face("仿宋", re.compile("仿宋|fang ?song", re.IGNORECASE))
KAI = Face("楷体", re.compile("楷体|kai ?ti", re.IGNORECASE))
HEI = Face("黑体", re.compile("^(?!.*雅黑).*黑体|sim ?hei", re.IGNORECASE))
BIAO = Face("小标宋", re.compile("小标宋|xiao ?biao ?song", re.IGNORECASE))


class Place(Enum):
    """Where a paragraph stands on the line."""

    INDENTED = "左空二字"
    FLUSH = "顶格"
    CENTRED = "居中"
    RIGHT = "居右"
    FREE = "不限"


@frozen
class Look:
    """The look of a kind of paragraph.

    Args:
        face: Its typeface; None for any.
        size: Its size in half points; None for any up to that of the text.
        place: Its place on the line.
        clause: The clause that says so.
    """

    face: Face | None
    size: int | None
    place: Place
    clause: str


_STANDARD = "GB/T 9704-2012"
_PRACTICE = "会议文件惯例"
_TABLE = "GB/T 9704-2012 7.6"

LOOKS = {
    Kind.CORNER: Look(HEI, SIZE_3, Place.FLUSH, _PRACTICE),
    Kind.TITLE: Look(BIAO, SIZE_2, Place.CENTRED, f"{_STANDARD} 7.3.1"),
    Kind.BELOW_TITLE: Look(KAI, SIZE_3, Place.CENTRED, _PRACTICE),
    Kind.SALUTATION: Look(FANG, SIZE_3, Place.FLUSH, f"{_STANDARD} 7.3.2"),
    Kind.PART: Look(HEI, SIZE_3, Place.CENTRED, _PRACTICE),
    Kind.HEADING: Look(FANG, SIZE_3, Place.INDENTED, f"{_STANDARD} 7.3.3"),
    Kind.BODY: Look(FANG, SIZE_3, Place.INDENTED, f"{_STANDARD} 5.2.2、7.3.3"),
    Kind.CAPTION: Look(HEI, SIZE_3, Place.CENTRED, _PRACTICE),
    Kind.UNIT: Look(FANG, SIZE_4, Place.RIGHT, _PRACTICE),
    Kind.CELL: Look(None, None, Place.FREE, _TABLE),
    Kind.ATTACHMENTS: Look(FANG, SIZE_3, Place.FREE, f"{_STANDARD} 7.3.4"),
    Kind.ORGAN: Look(FANG, SIZE_3, Place.FREE, f"{_STANDARD} 7.3.5"),
    Kind.DATE: Look(FANG, SIZE_3, Place.FREE, f"{_STANDARD} 7.3.5"),
    Kind.NOTE: Look(FANG, SIZE_3, Place.INDENTED, f"{_STANDARD} 7.3.6"),
    Kind.ATTACHMENT_LABEL: Look(HEI, SIZE_3, Place.FLUSH, f"{_STANDARD} 7.3.7"),
    Kind.ATTACHMENT_TITLE: Look(BIAO, SIZE_2, Place.CENTRED, f"{_STANDARD} 7.3.7"),
    Kind.IMPRINT: Look(FANG, SIZE_4, Place.FREE, f"{_STANDARD} 7.4"),
    Kind.CONTENTS: Look(HEI, SIZE_3, Place.CENTRED, _PRACTICE),
    Kind.ENTRY: Look(FANG, SIZE_3, Place.FREE, _PRACTICE),
}

LEVELS = {1: HEI, 2: KAI, 3: FANG, 4: FANG, 5: FANG}
"""The typeface of headings by level (7.3.3)."""
