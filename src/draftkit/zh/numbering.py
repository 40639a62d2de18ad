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
from enum import Enum
from functools import cache

from attrs import evolve, field, frozen

from draftkit.errors import TextError
from draftkit.zh import numerals

__all__ = [
    "DI",
    "HEADINGS",
    "POINTS",
    "QI",
    "SHI",
    "SHOUXIAN",
    "SHOUXIAN_OPEN",
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
    BRACKETED_HANZI = "bracketed-hanzi"
    """㈠: brackets and number in one sign."""
    BRACKETED_ARABIC = "bracketed-arabic"
    """⑴"""
    DOTTED = "dotted"
    """⒈"""
    ORDER = "order"
    """首先、其次、再次、最后: words in place of a number; the last of three or four is 最后."""
    ORDER_OPEN = "order-open"
    """The same words, where the last of three isn't 最后."""


_SIGNS = {
    Numeral.CIRCLED: "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿",
    Numeral.BRACKETED_HANZI: "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
    Numeral.BRACKETED_ARABIC: "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    Numeral.DOTTED: "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
}
_ORDER = ("首先", "其次", "再次", "最后")
_ORDER_PAIR = 2
"""Of two points the second is 其次; from three on the last is 最后."""
_HANZI = "[一二三四五六七八九十百零]{1,5}"
_ARABIC = "[1-9][0-9]{0,2}"
_HIGHEST = 999
"""Labels are recognised up to here; it is what the two patterns above can hold."""


@frozen(kw_only=True, cache_hash=True)
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
        >>> SHOUXIAN.format(2, total=2)
        '其次，'
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
            case Numeral.ORDER:
                if number == total and number > _ORDER_PAIR:
                    return _ORDER[-1]
                return _nth(_ORDER if total is None else _ORDER[:-1], number)
            case Numeral.ORDER_OPEN:
                return _nth(_ORDER, number)
            case _:
                return _nth(_SIGNS[self.numeral], number)


def _nth(words: str | tuple[str, ...], number: int) -> str:
    if number > len(words):
        raise TextError(
            f"“{words[0]}…{words[-1]}”最多编到{len(words)}，不能编到{number}，请改用“一是”或“1.”",
            f"{words[0]}…{words[-1]} counts to {len(words)}, not to {number}: use 一是 or 1.",
        )
    return words[number - 1]


_FIRST = {
    Numeral.HANZI: "一",
    Numeral.ARABIC: "1",
    Numeral.ORDER: _ORDER[0],
    **{numeral: signs[0] for numeral, signs in _SIGNS.items()},
}


def _style(name: str, sample: str, rank: int = 0) -> LabelStyle:
    """Return the style of which `sample` is the first label: `（一）`, `1、`."""
    numeral = next(numeral for numeral, first in _FIRST.items() if first in sample)
    before, _, after = sample.partition(_FIRST[numeral])
    return LabelStyle(name=name, before=before, numeral=numeral, after=after, rank=rank)


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
SHOUXIAN_OPEN = evolve(SHOUXIAN, name="shouxian-open", numeral=Numeral.ORDER_OPEN)
"""首先，…其次，…再次，… without 最后; `find_points` tells it from `SHOUXIAN` by the last point."""
_DI_COMMA = _style("di-comma", "第一、")
POINTS = (SHI, YAO, DI, QI, SHOUXIAN, _DI_COMMA)
"""The styles of points inside the text."""

_VARIANTS = (
    _style("hanzi-paren-half", "(一)", 2),
    _style("hanzi-paren-half-full", "(一）", 2),
    _style("hanzi-paren-full-half", "（一)", 2),
    _style("hanzi-paren-comma", "（一）、", 2),
    _style("hanzi-bracketed", "㈠", 2),
    _style("arabic-comma", "1、", 3),
    _style("arabic-fullstop", "1．", 3),
    _style("arabic-dotted", "⒈", 3),
    _style("arabic-paren-half", "(1)", 4),
    _style("arabic-paren-half-full", "(1）", 4),
    _style("arabic-paren-full-half", "（1)", 4),
    _style("arabic-bracketed", "⑴", 4),
    _style("arabic-half", "1）", 4),
    _style("arabic-half-half", "1)", 4),
    _style("hanzi-dot", "一.", 1),
    _style("hanzi-fullstop", "一．", 1),
)
STYLES = (*HEADINGS, *_VARIANTS)
"""Every style of heading that is recognised, those of the standard first."""

_BY_NAME = {style.name: style for style in (*STYLES, *POINTS, SHOUXIAN_OPEN)}


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


_PATTERNS = {
    Numeral.HANZI: _HANZI,
    Numeral.ARABIC: _ARABIC,
    Numeral.ORDER: "|".join(_ORDER),
    **{numeral: f"[{signs}]" for numeral, signs in _SIGNS.items()},
}

_YEAR = "[12][0-9]{3}"
_NOT_NUMBER = f"(?!(?!{_YEAR}(?:年|[-－—～至]{_YEAR}年))[0-9])"
_NOT_BRACKETS = "(?![至到和及或、][（(])"
_NOT_DAY = "(?![一四八九](?:节|讲话|假|前|后|期间|运动|国际|妇女|劳动|青年|建军|国庆))"

# What may not stand behind a label, by the form of its number and what ends it.
_GUARDS = {
    # 3.5亿元 and 3.15 are numbers; 1.2024年… is a label before a year; 五.四青年节 is a day.
    (Numeral.ARABIC, "."): _NOT_NUMBER,
    (Numeral.ARABIC, "．"): _NOT_NUMBER,
    (Numeral.HANZI, "."): _NOT_DAY,
    (Numeral.HANZI, "．"): _NOT_DAY,
    # （一）至（三）项 names the labels of a text.
    (Numeral.HANZI, "）"): _NOT_BRACKETS,
    (Numeral.HANZI, ")"): _NOT_BRACKETS,
    (Numeral.HANZI, "）、"): "(?![（(])",
    (Numeral.ARABIC, "）"): _NOT_BRACKETS,
    (Numeral.ARABIC, ")"): _NOT_BRACKETS,
    # 一是一，二是二 is a saying, 三要素 a word.
    (Numeral.HANZI, "是"): "(?!(?P=number)(?:[，、；。,;]|$))",
    (Numeral.HANZI, "要"): "(?![素件])",
}

# How a list of numbers goes on behind 、: 一、二、三产业 · 3、5月份 · 一、二期工程 · 第一、二条.
_LIST = re.compile(
    rf"(?P<di>第?)(?P<next>{_HANZI}|{_ARABIC})(?:(?P<open>、|月(?![0-9一二三四五六七八九十]))"
    "|(?P<unit>[期类线届次号楼组批层等审轮成日]|年级|把手|产业"
    "|季(?!度?(?:工作|重点|主要|计划|打算|安排))|级(?:公路|响应|医院|市场|保护|以上|以下))"
    "|(?P<clause>[条款项章节]))?"
)


@cache
def _hanzi_numbers() -> dict[str, int]:
    return {numerals.format_numeral(number): number for number in range(1, _HIGHEST + 1)}


@cache
def _pattern(style: LabelStyle) -> re.Pattern[str]:
    after = "[，,]" if style.after == "，" else re.escape(style.after)
    guard = _GUARDS.get((style.numeral, style.after), "")
    return re.compile(f"{re.escape(style.before)}(?P<number>{_PATTERNS[style.numeral]}){after}{guard}")


def _number(numeral: Numeral, text: str) -> int | None:
    match numeral:
        case Numeral.HANZI:
            return _hanzi_numbers().get(text)
        case Numeral.ARABIC:
            return int(text)
        case Numeral.ORDER | Numeral.ORDER_OPEN:
            return _ORDER.index(text) + 1
        case _:
            return _SIGNS[numeral].index(text) + 1


def _match(style: LabelStyle, text: str, start: int = 0) -> Label | None:
    found = _pattern(style).match(text, start)
    number = found and _number(style.numeral, found["number"])
    if found is None or number is None or (style.after == "、" and _is_listed(style, number, text, found.end())):
        return None
    return Label(style=style, number=number, text=found[0], start=start, end=found.end())


def _is_listed(style: LabelStyle, number: int, text: str, end: int) -> bool:
    """Return whether `number` is the first of a list of numbers and no label: 一、二期工程, 第二、三产业."""
    found = _LIST.match(text, end)
    if found is None or found["next"][0].isascii() != (style.numeral is Numeral.ARABIC):
        return False
    following = int(found["next"]) if found["next"].isascii() else _hanzi_numbers().get(found["next"], 0)
    if found["open"]:
        return following > number
    counted = found["unit"] or (style is _DI_COMMA and (found["di"] or found["clause"]))
    return following == number + 1 and bool(counted)


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


_BOUNDARY = re.compile(r"(?:^|[。；;：:，,、！!？?—…）)”])\s*(?=[一二三四五六七八九十第其首再最])")


def find_points(text: str) -> tuple[Label, ...]:
    """Return the points of one style that count from 1 inside `text`, at least two, or none.

    Each stands at the start of the text or behind a mark. Of points within points
    the outer ones are taken, and where a count starts anew only the first.

    >>> find_points("这是一是一、二是二的事")
    ()
    >>> [label.text for label in find_points("首先，要学；其次，要用。")]
    ['首先，', '其次，']
    """
    places = [found.end() for found in _BOUNDARY.finditer(text)]
    chains = [_chain(style, text, places) for style in POINTS]
    return min((chain for chain in chains if len(chain) > 1), key=lambda chain: chain[0].start, default=())


def _chain(style: LabelStyle, text: str, places: list[int]) -> tuple[Label, ...]:
    chain: list[Label] = []
    for place in places:
        label = _match(style, text, place)
        if label is None:
            continue
        if label.number == 1 and len(chain) > 1:
            break
        if label.number == 1:
            chain = [label]
        elif chain and not _is_last(chain[-1]) and (_is_last(label) or label.number == len(chain) + 1):
            chain.append(evolve(label, number=len(chain) + 1))
    if style is SHOUXIAN and len(chain) > _ORDER_PAIR and not _is_last(chain[-1]):
        return tuple(evolve(label, style=SHOUXIAN_OPEN) for label in chain)
    return tuple(chain)


def _is_last(label: Label) -> bool:
    """Return whether `label` is 最后, which may stand behind any of the words before it."""
    return label.text.startswith(_ORDER[-1])
