"""Lengths on the page, in twips (1/20 pt), of 3号 type as the house style sets it.

Word sets a digit half as wide as a character, and nothing between the two. LibreOffice and fonts other than
the standard's are wider: a digit may take more than half, and a gap stands between Chinese and figures whatever the
file says. Where a line must not run over, the wider width counts.
"""

import re
from math import ceil

from attrs import frozen

from draftkit.renderers.titles import first_line

__all__ = ["CHARACTER", "TIGHTEN", "Fit", "fit", "widest", "width"]

TIGHTEN = -5
"""What each character gives up, so that 28 of 16 pt go into 156 mm (GB/T 9704-2012, 5.2.3)."""

_EM = 320
CHARACTER = _EM + TIGHTEN
_HALF = _EM // 2 + TIGHTEN
_WIDE_HALF = 178 + TIGHTEN
_GAP = 72
_GAPS = re.compile("(?<=[!-~])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[!-~])")
_CHINESE = re.compile("[^ -~—]+")

_PER_LINE = 28
_MOST_SQUEEZED = 36
"""How much a character may give up more, before a line is rather broken in two."""


def width(text: str) -> int:
    """Return the width of the longest line of `text`.

    >>> width("2025年1月14日") == 7 * _HALF + 3 * CHARACTER
    True
    """
    return max(_width(line, _HALF) for line in text.split("\n"))


def widest(text: str) -> int:
    """Return the width that `text` may take, its figures and the gaps beside them as wide as they get."""
    return _width(text, _WIDE_HALF) + _GAP * len(_GAPS.findall(text))


def _width(text: str, half: int) -> int:
    return sum(half if char < "\u2000" else CHARACTER for char in text)


@frozen
class Fit:
    """What makes a centred line fit.

    Args:
        squeeze: How much each of its Chinese characters gives up; figures and dashes would touch.
        indent: How far it stands in on both sides, so that it wraps in a good place.
    """

    squeeze: int = 0
    indent: int = 0


def fit(text: str, line: int) -> Fit:
    """Return what makes `text` fit on a `line` of that length: nothing, type set closer, or two balanced lines.

    >>> fit("清溪镇人民代表大会主席　李明", 8845)
    Fit(squeeze=0, indent=0)
    >>> fit("——2026年1月15日在清溪镇第十八届人民代表大会第四次会议上", 8845).squeeze > 0
    True
    >>> fit("——2026年1月15日在青山县清溪镇第十八届人民代表大会第四次会议上", 8845).indent > 0
    True
    """
    over = widest(text) - line
    if over <= 0 or "\n" in text:
        return Fit()
    # LibreOffice takes nothing from the last character of a run.
    giving = sum(len(run) - 1 for run in _CHINESE.findall(text))
    squeeze = ceil(over / max(1, giving))
    if squeeze <= _MOST_SQUEEZED:
        return Fit(squeeze=squeeze)
    first = first_line(text, _PER_LINE)
    if first == text:
        return Fit()
    # The next character must not fit, so less than one is given as slack.
    return Fit(indent=max(0, line - width(first) - CHARACTER * 7 // 8) // 2)
