"""The types of slots: which values each takes, how they are written, and how they look in a text.

>>> write(SlotType.YEAR, 2026), write(SlotType.PERCENT, Decimal("0.975"))
((Text(text='2026'),), (Text(text='97.5%'),))
>>> write(SlotType.LIST, ["二中", "三中"])
(Text(text='二中、三中'),)
>>> write(SlotType.NUMBER, Blank("件数"))
(Blank(name='件数'),)
>>> write(SlotType.NUMBER, "34") is None
True
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import StrEnum
from functools import cache

from draftkit.errors import TreeError
from draftkit.tree import Blank, InlineLike, Inlines, LineBreak, Text, inlines
from draftkit.zh import dates, figures, numerals

__all__ = ["EXPECTED", "SlotType", "SlotValue", "pattern", "write"]

SlotValue = InlineLike | int | Decimal | dt.date
"""What may be given for a slot, by its type; a `Blank` for any of them."""


class SlotType(StrEnum):
    """What a slot takes."""

    TEXT = "text"
    """Text or inlines, as they stand."""
    NUMBER = "number"
    """A whole number or a `Decimal`, in Arabic numerals."""
    ORDINAL = "ordinal"
    """A whole number, written 第十八."""
    DATE = "date"
    """A `datetime.date`, written 2024年3月28日."""
    YEAR = "year"
    """A whole number of four digits, written 2024."""
    PERCENT = "percent"
    """A share of one as a `Decimal` or a whole number, written with one decimal: 97.5%."""
    LIST = "list"
    """Texts, joined by 、"""


EXPECTED = {
    SlotType.TEXT: ("文字", "text"),
    SlotType.NUMBER: ("整数或 Decimal", "an int or a Decimal"),
    SlotType.ORDINAL: ("从1起的整数", "an int from 1"),
    SlotType.DATE: ("datetime.date 日期", "a datetime.date"),
    SlotType.YEAR: ("四位数的年份，如 2026", "a year of four digits, such as 2026"),
    SlotType.PERCENT: ("以1为全部的比率，如 Decimal('0.975')", "a share of one, such as Decimal('0.975')"),
    SlotType.LIST: ("若干段文字的列表", "a list of texts"),
}
"""What each type takes, in Chinese and in English, for the sentence of an error."""

_LEAST_YEAR, _LAST_YEAR = 1000, 9999
_ALL = "100%"
_PLACES = range(1, 11)


def write(kind: SlotType, value: object) -> Inlines | None:
    """Return `value` as a slot of `kind` writes it, or None if it isn't one the type takes."""
    if isinstance(value, Blank):
        return (value,)
    if isinstance(value, bool):
        return None
    text = _WRITERS[kind](value)
    return inlines(text) if isinstance(text, str) else text


def _text(value: object) -> Inlines | None:
    if not isinstance(value, (str, Text, Blank, LineBreak, list, tuple)):
        return None
    try:
        return inlines(value)
    except TreeError:
        return None


def _number(value: object) -> str | None:
    if isinstance(value, int) or (isinstance(value, Decimal) and value.is_finite()):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    return None


def _ordinal(value: object) -> str | None:
    return numerals.format_ordinal(value) if isinstance(value, int) and value > 0 else None


def _date(value: object) -> str | None:
    return dates.format_date(value) if isinstance(value, dt.date) else None


def _year(value: object) -> str | None:
    return str(value) if isinstance(value, int) and _LEAST_YEAR <= value <= _LAST_YEAR else None


def _percent(value: object) -> str | None:
    if not isinstance(value, (int, Decimal)) or not Decimal(value).is_finite():
        return None
    texts = (figures.format_percent(value, places) for places in _PLACES)
    # 99.96% is not all of it: while one is missing, 100% isn't written.
    return next((text for text in texts if text != _ALL or value == 1), None)


def _list(value: object) -> Inlines | None:
    if isinstance(value, str) or not isinstance(value, Iterable):
        return None
    items = [_text(item) for item in value]
    if not items or not all(items):
        return None
    joined: list[Inlines | str] = []
    for item in items:
        joined += ["、", item or ()] if joined else [item or ()]
    return inlines(*joined)


_WRITERS: dict[SlotType, Callable[[object], str | Inlines | None]] = {
    SlotType.TEXT: _text,
    SlotType.NUMBER: _number,
    SlotType.ORDINAL: _ordinal,
    SlotType.DATE: _date,
    SlotType.YEAR: _year,
    SlotType.PERCENT: _percent,
    SlotType.LIST: _list,
}

_BLANK = "〔待填：[^〔〕]*〕"
_PATTERNS = {
    SlotType.NUMBER: r"-?[0-9]+(?:\.[0-9]+)?",
    SlotType.ORDINAL: "第[零〇一二三四五六七八九十百千万亿]+",
    SlotType.DATE: "[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|[〇一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月"
    "[一二三四五六七八九十]{1,3}日",
    SlotType.YEAR: "[0-9]{4}",
    SlotType.PERCENT: r"-?[0-9]+(?:\.[0-9]+)?%",
}


@cache
def pattern(kind: SlotType) -> re.Pattern[str] | None:
    """Return what a slot of `kind` looks like in a text, or None where any text may stand."""
    return re.compile(f"{_PATTERNS[kind]}|{_BLANK}") if kind in _PATTERNS else None
