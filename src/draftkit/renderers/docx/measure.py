"""Lengths on the page, in twips (1/20 pt), of 3号 type as the house style sets it."""

from draftkit.renderers.titles import first_line

__all__ = ["CHARACTER", "LINE", "PITCH", "narrowing", "width"]

CHARACTER = 315
"""A character: 16 pt type less a quarter of a point, so that 28 go into 156 mm (GB/T 9704-2012, 5.2.3)."""

_HALF = 155
"""A Latin letter or a digit: half as wide, less the same quarter."""

LINE = 8845
"""The 156 mm of a line (5.2.1)."""

_PER_LINE = 28

PITCH = 579
"""The height of a line: 22 of them in 225 mm."""


def width(text: str) -> int:
    """Return the width of the longest line of `text`.

    >>> width("2025年1月14日") == 7 * _HALF + 3 * CHARACTER
    True
    """
    return max(sum(_HALF if char < "\u2000" else CHARACTER for char in line) for line in text.split("\n"))


def narrowing(text: str) -> int:
    """Return how far a centred line is indented on both sides, so that it wraps in a good place.

    >>> narrowing("——2026年1月15日在清溪镇第十八届人民代表大会第四次会议上") > 0
    True
    >>> narrowing("清溪镇人民代表大会主席　李明")
    0
    """
    first = first_line(text, _PER_LINE)
    if first == text or "\n" in text:
        return 0
    return max(0, LINE - width(first) - CHARACTER // 2) // 2
