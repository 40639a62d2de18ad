"""Labels of Chinese official papers: written by style and number, recognised at a paragraph's start.

Four levels of headings (GB/T 9704-2012, 7.3.3): `一、` `（一）` `1.` `（1）`, and `①` below them.
Inside the text stand points: `一是…；二是…`, `第一，…`, `首先，…其次，…`, `其一，…`.

>>> HEADINGS[0].format(12)
'十二、'
>>> HEADINGS[1].format(3)
'（三）'
>>> parse_label("（二）围绕热点难点，发挥督促作用。").number
2
>>> parse_label("3.5亿元的投资") is None
True
>>> parse_label("2024年，镇人大主席团召开会议") is None
True
>>> parse_label("一、二期工程相继完工") is None
True
>>> [label.text for label in find_points("做到三点：一是早谋划；二是早部署；三是早落实。")]
['一是', '二是', '三是']
"""

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache

from attrs import field, frozen

from draftkit.errors import TextError
from draftkit.zh import numerals

__all__ = [
    "DI",
    "HEADINGS",
    "POINTS",
    "QI",
    "SHI",
    "SHOUXIAN",
    "STYLES",
    "YAO",
    "Label",
    "LabelStyle",
    "Numeral",
    "find_points",
    "parse_label",
    "parse_point",
    "style_named",
]


class Numeral(Enum):
    """The way a label writes its number."""

    HANZI = "hanzi"
    ARABIC = "arabic"
    CIRCLED = "circled"
    ORDER = "order"
    """首先、其次、再次、最后: words in place of a number."""


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ORDER = ("首先", "其次", "再次", "最后")
_HANZI = "[一二三四五六七八九十]{1,3}"

_PATTERNS = {
    Numeral.HANZI: _HANZI,
    Numeral.ARABIC: r"[0-9]{1,2}",
    Numeral.CIRCLED: f"[{_CIRCLED}]",
    Numeral.ORDER: "首先|其次|再次|最后",
}


@frozen(kw_only=True)
class LabelStyle:
    """A way to write labels: what stands before the number, the number's form, what stands behind.

    Args:
        name: How other code and data name the style, such as `hanzi-comma`.
        before: The text before the number.
        numeral: The form of the number.
        after: The text behind the number.
        rank: 1 to 5 for headings, by the level whose look the style has; 0 for points.
    """

    name: str
    before: str = ""
    numeral: Numeral
    after: str = ""
    rank: int = 0

    def format(self, number: int, total: int | None = None) -> str:
        """Return the label of `number`; `total` tells 最后 from 再次 where words count.

        >>> SHI.format(2)
        '二是'
        >>> [SHOUXIAN.format(n, total=3) for n in (1, 2, 3)]
        ['首先，', '其次，', '最后，']
        """
        if number < 1:
            raise TextError(f"编号须从1起，不能是{number}", f"a label counts from 1, not {number}")
        return f"{self.before}{self._numeral(number, total)}{self.after}"

    def _numeral(self, number: int, total: int | None) -> str:
        match self.numeral:
            case Numeral.HANZI:
                return numerals.format_numeral(number)
            case Numeral.ARABIC:
                return str(number)
            case Numeral.CIRCLED:
                return _nth(_CIRCLED, number)
            case Numeral.ORDER:
                return _ORDER[-1] if number == total and number > 1 else _nth(_ORDER, number)


def _nth(words: str | tuple[str, ...], number: int) -> str:
    if number > len(words):
        raise TextError(
            f"“{words[0]}…{words[-1]}”最多编到{len(words)}，不能编到{number}，请改用“一是”或“1.”",
            f"{words[0]}…{words[-1]} counts to {len(words)}, not to {number}: use 一是 or 1.",
        )
    return words[number - 1]


def _style(name: str, sample: str, rank: int = 0) -> LabelStyle:
    """Return the style of which `sample` is the first label: `（一）`, `1、`."""
    for numeral, first in (
        (Numeral.HANZI, "一"),
        (Numeral.ARABIC, "1"),
        (Numeral.CIRCLED, "①"),
        (Numeral.ORDER, "首先"),
    ):
        before, found, after = sample.partition(first)
        if found:
            return LabelStyle(name=name, before=before, numeral=numeral, after=after, rank=rank)
    raise TextError(f"“{sample}”里没有编号", f"no number in {sample!r}")


HEADINGS = (
    _style("hanzi-comma", "一、", 1),
    _style("hanzi-paren", "（一）", 2),
    _style("arabic-dot", "1.", 3),
    _style("arabic-paren", "（1）", 4),
    _style("circled", "①", 5),
)
"""The styles of levels 1 to 4 by GB/T 9704-2012, 7.3.3, and the one used below them."""

SHI = _style("shi", "一是")
YAO = _style("yao", "一要")
DI = _style("di", "第一，")
QI = _style("qi", "其一，")
SHOUXIAN = _style("shouxian", "首先，")
POINTS = (SHI, YAO, DI, QI, SHOUXIAN, _style("di-comma", "第一、"))
"""The styles of points inside the text."""

_VARIANTS = (
    _style("hanzi-paren-half", "(一)", 2),
    _style("hanzi-paren-comma", "（一）、", 2),
    _style("arabic-comma", "1、", 3),
    _style("arabic-fullstop", "1．", 3),
    _style("arabic-paren-half", "(1)", 4),
    _style("arabic-half", "1）", 4),
    _style("arabic-half-half", "1)", 4),
    _style("hanzi-dot", "一.", 1),
)
STYLES = (*HEADINGS, *_VARIANTS)
"""Every style of heading that is recognised, those of the standard first."""

_BY_NAME = {style.name: style for style in (*STYLES, *POINTS)}


def style_named(name: str) -> LabelStyle:
    """Return the style called `name`.

    >>> style_named("arabic-comma").format(1)
    '1、'
    """
    try:
        return _BY_NAME[name]
    except KeyError:
        raise TextError(
            f"没有名为“{name}”的编号样式，可用：{'、'.join(_BY_NAME)}",
            f"no label style {name!r}; there are {', '.join(_BY_NAME)}",
        ) from None


@frozen(kw_only=True)
class Label:
    """A label found in a text.

    Args:
        style: Its style.
        number: Its number, from 1.
        text: The label as it stands there.
        start: Where it begins in the text.
        end: Where it ends; white space behind it is not part of it.
    """

    style: LabelStyle
    number: int
    text: str
    start: int = field(default=0)
    end: int = field(default=0)


# `一、二期` `1、2月` `一、二、三产业` are lists of numbers, not labels: the next number
# follows at once, and behind it a word that counts, or another mark of a list.
_LIST_TAIL = r"(?:、|[期级类线季届次项号楼组批区层等]|[个]?[月日]|年级)"


@cache
def _pattern(style: LabelStyle) -> re.Pattern[str]:
    guard = ""
    if style.numeral is Numeral.ARABIC and style.after in (".", "．"):
        guard = "(?![0-9])"
    elif style.after == "、":
        guard = f"(?!(?:{_HANZI}|[0-9]+){_LIST_TAIL})"
    elif style is SHOUXIAN:
        guard = ""
    after = re.escape(style.after)
    if style in POINTS and style.after == "，":
        after = "[，,]"
    return re.compile(f"{re.escape(style.before)}(?P<number>{_PATTERNS[style.numeral]}){after}{guard}")


def _number(style: LabelStyle, text: str) -> int | None:
    match style.numeral:
        case Numeral.ARABIC:
            return int(text) or None
        case Numeral.CIRCLED:
            return _CIRCLED.index(text) + 1
        case Numeral.ORDER:
            return _ORDER.index(text) + 1
        case Numeral.HANZI:
            try:
                number = numerals.parse_numeral(text)
            except TextError:
                return None
            return number if numerals.format_numeral(number) == text else None


def _match(style: LabelStyle, text: str, start: int = 0) -> Label | None:
    found = _pattern(style).match(text, start)
    if found is None:
        return None
    number = _number(style, found["number"])
    if number is None:
        return None
    return Label(style=style, number=number, text=found[0], start=start, end=found.end())


def _first(styles: tuple[LabelStyle, ...], text: str) -> Label | None:
    found = (_match(style, text) for style in styles)
    return max((label for label in found if label), key=lambda label: label.end, default=None)


def parse_label(text: str) -> Label | None:
    """Return the heading label that `text` begins with, or None.

    >>> parse_label("1、完善制度").style.name
    'arabic-comma'
    >>> parse_label("(一)增强开放性").style.name
    'hanzi-paren-half'
    >>> parse_label("一年来，工作有了新进展") is None
    True
    """
    return _first(STYLES, text)


def parse_point(text: str) -> Label | None:
    """Return the point label that `text` begins with, or None.

    >>> parse_point("三是强化视察。").number
    3
    >>> parse_point("其二，注重实效").style.name
    'qi'
    """
    return _first(POINTS, text)


_BOUNDARY = re.compile(r"(?:^|[。；;：:，,！!？?—])\s*")


def find_points(text: str) -> tuple[Label, ...]:
    """Return the points of one style that count from 1 inside `text`, at least two, or none.

    Each stands at the start of the text or behind a mark. Where a count starts
    anew inside the text, only the first one is taken.

    >>> find_points("这是一是一、二是二的事")
    ()
    """
    places = [found.end() for found in _BOUNDARY.finditer(text)]
    chains = [chain for style in POINTS if len(chain := tuple(_chain(style, text, places))) > 1]
    return min(chains, key=lambda chain: chain[0].start, default=())


def _chain(style: LabelStyle, text: str, places: list[int]) -> Iterator[Label]:
    number = 0
    for place in places:
        label = _match(style, text, place)
        if label is None:
            continue
        if label.number == number + 1:
            number += 1
            yield label
        elif number and style.numeral is Numeral.ORDER and label.number > number:
            # 首先、其次、最后: 再次 may be left out.
            number = label.number
            yield label
