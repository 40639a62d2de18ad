"""Labels that Word counts itself, worked out as Word shows them.

>>> format_number(12, "chineseCountingThousand"), format_number(3, "decimalEnclosedCircle")
('十二', '③')
>>> format_number(4, "upperRoman"), format_number(28, "lowerLetter")
('IV', 'bb')
"""

import re
from collections.abc import Callable
from functools import partial

from attrs import define, field, frozen
from lxml import etree

from draftkit.errors import TextError
from draftkit.readers.docx.looks import value_of
from draftkit.readers.docx.package import W
from draftkit.zh.numerals import format_digits, format_numeral

__all__ = ["Lists", "format_number"]

_HANZI = {
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "japaneseDigitalTenThousand",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "koreanCounting",
}
_DIGITS = {"ideographDigital", "taiwaneseDigital"}
_CIRCLED = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BRACKETS = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_DOTS = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_LEVELS = 9
_HIGHEST = 9999
_PLACE = re.compile(r"%([1-9])")


def format_number(number: int, form: str) -> str:
    """Return `number` in the form that Word calls `form`; in digits where a form has no sign for it."""
    if not 0 < number <= _HIGHEST or form not in _FORMS:
        return str(number)
    return _FORMS[form](number)


def _sign(signs: str, number: int) -> str:
    return signs[number - 1] if number <= len(signs) else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def _letter(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(_HANZI, format_numeral),
    **dict.fromkeys(_DIGITS, format_digits),
    **dict.fromkeys(_CIRCLED, partial(_sign, _CIRCLES)),
    "decimalEnclosedParen": partial(_sign, _BRACKETS),
    "decimalEnclosedFullstop": partial(_sign, _DOTS),
    "decimalFullWidth": lambda number: str(number).translate(_FULL),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL),
    "decimalZero": lambda number: f"{number:02}",
    "chineseLegalSimplified": lambda number: format_numeral(number).translate(_FORMAL),
    "ideographLegalTraditional": lambda number: format_numeral(number).translate(_FORMAL),
    "ideographTraditional": partial(_sign, _STEMS),
    "ideographZodiac": partial(_sign, _BRANCHES),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
}


@frozen(kw_only=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    """The level behind which it counts anew, from 1; 0 for never; None for any above it."""


@frozen
class _List:
    """A list: what it counts with, and where its levels start otherwise."""

    definition: str
    starts: dict[int, int]
    levels: dict[int, _Level]


@define
class Lists:
    """The lists of a file, and how far each has counted.

    Args:
        definitions: The levels of each definition, by its number.
        lists: The lists, by their numbers.
        by_style: The level that a paragraph style stands at, by definition and style id.
    """

    definitions: dict[str, dict[int, _Level]]
    lists: dict[str, _List]
    by_style: dict[tuple[str, str], int]
    _counts: dict[str, dict[int, int]] = field(factory=dict, init=False)
    _begun: set[tuple[str, int]] = field(factory=set, init=False)

    @classmethod
    def read(cls, root: etree._Element | None) -> "Lists":
        """Return the lists of the part `root`."""
        if root is None:
            return cls({}, {}, {})
        definitions: dict[str, dict[int, _Level]] = {}
        by_style: dict[tuple[str, str], int] = {}
        links: dict[str, str] = {}
        borrowed: dict[str, str] = {}
        for element in root.iter(W + "abstractNum"):
            id_ = element.get(W + "abstractNumId", "")
            definitions[id_] = dict(_levels(element))
            for number, level in _numbered(element):
                style = value_of(level, "pStyle")
                if style:
                    by_style[id_, style] = number
            if (link := value_of(element, "styleLink")) is not None:
                links[link] = id_
            if (link := value_of(element, "numStyleLink")) is not None:
                borrowed[id_] = link
        for id_, link in borrowed.items():
            if link in links:
                definitions[id_] = definitions[links[link]]
        return cls(definitions, dict(_lists(root)), by_style)

    def level_of(self, list_: str, style: str) -> int | None:
        """Return the level at which paragraphs of `style` stand in `list_`, if the list says so."""
        found = self.lists.get(list_)
        return None if found is None else self.by_style.get((found.definition, style))

    def next(self, list_: str, level: int) -> str:
        """Return the label of the next paragraph at `level` of `list_`; empty for a bullet or no list at all."""
        found = self.lists.get(list_)
        if found is None or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts.setdefault(found.definition, {})
        levels = {**self.definitions.get(found.definition, {}), **found.levels}
        own = levels.get(level, _Level())
        fresh = (list_, level) not in self._begun and level in found.starts
        start = found.starts.get(level, own.start)
        counts[level] = start if fresh or level not in counts else counts[level] + 1
        self._begun.add((list_, level))
        for deeper in [number for number in counts if number > level]:
            restart = levels.get(deeper, _Level()).restart
            if restart is None or (restart and restart > level):
                del counts[deeper]
        return self._label(levels, counts, own)

    def _label(self, levels: dict[int, _Level], counts: dict[int, int], own: _Level) -> str:
        if own.form in {"bullet", "none"}:
            return own.text if own.form == "none" and "%" not in own.text else ""

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            level = levels.get(at, _Level())
            try:
                return format_number(counts.get(at, level.start), level.form)
            except TextError:
                return str(counts.get(at, level.start))

        return _PLACE.sub(number, own.text)


def _numbered(element: etree._Element) -> list[tuple[int, etree._Element]]:
    found = [(level.get(W + "ilvl", ""), level) for level in element.findall(W + "lvl")]
    return [(int(number), level) for number, level in found if number.isdecimal()]


def _levels(element: etree._Element) -> list[tuple[int, _Level]]:
    return [(number, _level(level)) for number, level in _numbered(element)]


def _level(element: etree._Element) -> _Level:
    start = _count(value_of(element, "start"))
    return _Level(
        form=_form(element),
        text=value_of(element, "lvlText") or "",
        start=1 if start is None else start,
        restart=_count(value_of(element, "lvlRestart")),
    )


def _form(element: etree._Element) -> str:
    # Newer forms stand in an alternative, the older one behind it.
    found = element.find(W + "numFmt")
    if found is None:
        found = next(element.iter(W + "numFmt"), None)
    return "decimal" if found is None else found.get(W + "val", "decimal")


def _count(text: str | None) -> int | None:
    return int(text) if text is not None and text.isdecimal() and len(text) <= len(str(_HIGHEST)) else None


def _lists(root: etree._Element) -> list[tuple[str, _List]]:
    found = []
    for element in root.iter(W + "num"):
        overrides = element.findall(W + "lvlOverride")
        numbered = [(one.get(W + "ilvl", ""), one) for one in overrides]
        places = [(int(number), one) for number, one in numbered if number.isdecimal()]
        starts = {number: _count(value_of(one, "startOverride")) for number, one in places}
        levels = {number: _level(level) for number, one in places if (level := one.find(W + "lvl")) is not None}
        found.append(
            (
                element.get(W + "numId", ""),
                _List(
                    value_of(element, "abstractNumId") or "",
                    {number: start for number, start in starts.items() if start is not None},
                    levels,
                ),
            )
        )
    return found
