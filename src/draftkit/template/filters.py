"""The filters for Chinese text that are there in every template, each by an English and a Chinese name.

>>> import datetime as dt
>>> from decimal import Decimal
>>> numeral(101), ordinal(18), date(dt.date(2025, 1, 14)), percent(Decimal("0.9714"))
('一百零一', '第十八', '2025年1月14日', '97.1%')
>>> FILTERS["日期"] is FILTERS["date"]
True
"""

import importlib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from draftkit.errors import TextError
from draftkit.template.output import ordered

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

__all__ = ["FILTERS"]


def _zh(name: str) -> Any:  # noqa: ANN401 - a module
    """Return a module of `draftkit.zh`: they are imported when a template uses them."""
    return importlib.import_module(f"draftkit.zh.{name}")


def _written(module: str, function: str, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401
    """Return what a function of `draftkit.zh` writes."""
    found: str = getattr(_zh(module), function)(*args, **kwargs)
    return found


def numeral(value: int) -> str:
    """Return a number in Chinese numerals.

    >>> numeral(12)
    '十二'
    """
    return _written("numerals", "format_numeral", value)


def digits(value: int) -> str:
    """Return a number digit by digit, as years are written.

    >>> digits(2024)
    '二〇二四'
    """
    return _written("numerals", "format_digits", value)


def ordinal(value: int) -> str:
    """Return a number as an ordinal.

    >>> ordinal(4)
    '第四'
    """
    return _written("numerals", "format_ordinal", value)


def label(value: int, level: int = 1) -> str:
    """Return the label of a heading: 一、 （一） 1. （1） by level (GB/T 9704-2012, 7.3.3).

    >>> label(3), label(3, 2)
    ('三、', '（三）')
    """
    if not 1 <= level <= len(_zh("numbering").HEADINGS):
        raise TextError(
            f"标题层次只有1至{len(_zh('numbering').HEADINGS)}级，没有{level}级",
            f"headings have levels 1 to {len(_zh('numbering').HEADINGS)}, not {level}",
        )
    found: str = _zh("numbering").HEADINGS[level - 1].format(value)
    return found


def point(value: int) -> str:
    """Return the label of a point.

    >>> point(2)
    '二是'
    """
    found: str = _zh("numbering").SHI.format(value)
    return found


def date(value: "dt.date") -> str:
    """Return a date in Arabic numerals, in full.

    >>> import datetime as dt
    >>> date(dt.date(2025, 1, 14))
    '2025年1月14日'
    """
    return _written("dates", "format_date", _date(value))


def date_hanzi(value: "dt.date") -> str:
    """Return a date in Chinese numerals.

    >>> import datetime as dt
    >>> date_hanzi(dt.date(2025, 1, 14))
    '二〇二五年一月十四日'
    """
    return _written("dates", "format_date_hanzi", _date(value))


def until(start: "dt.date", end: "dt.date") -> str:
    """Return the days from one date to another.

    >>> import datetime as dt
    >>> until(dt.date(2025, 1, 14), dt.date(2025, 1, 16))
    '2025年1月14日至16日'
    """
    return _written("dates", "format_span", _date(start), _date(end))


def _date(value: object) -> "dt.date":
    import datetime as dt  # noqa: PLC0415 - as the modules of `draftkit.zh`

    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    raise TextError(
        f"此处应为日期，如 datetime.date(2025, 1, 14)，而不是“{value}”", f"a date is expected here, not {value!r}"
    )


def number(value: "int | Decimal", places: int | None = None, *, grouped: bool = False) -> str:
    """Return a number, rounded half up to `places` decimals.

    >>> from decimal import Decimal
    >>> number(Decimal("12.345"), 2), number(12345, grouped=True)
    ('12.35', '12,345')
    """
    return _written("figures", "format_number", value, places, grouped=grouped)


def percent(value: "int | Decimal", places: int = 1) -> str:
    """Return a ratio as per cent.

    >>> from decimal import Decimal
    >>> percent(Decimal("0.96"))
    '96%'
    """
    return _written("figures", "format_percent", value, places)


def points(value: "int | Decimal", places: int = 1) -> str:
    """Return the difference of two ratios in percentage points.

    >>> from decimal import Decimal
    >>> points(Decimal("0.012"))
    '1.2个百分点'
    """
    return _written("figures", "format_points", value, places)


def change(value: "int | Decimal", before: "int | Decimal", places: int = 1, than: str = "上年") -> str:
    """Return how an amount changed.

    >>> change(541, 500)
    '增长8.2%'
    """
    return _written("figures", "format_change", value, before, places=places, than=than)


_MOST_LISTED: Final = 1_000
_LONGEST_LISTED: Final = 100_000


def listed(value: Iterable[Any]) -> str:
    """Return a list with 、 between and 和 before the last.

    >>> listed(["甲", "乙", "丙"])
    '甲、乙和丙'
    """
    found: list[str] = []
    length = 0
    for item in ordered(value):
        found.append(str(item))
        length += len(found[-1])
        if len(found) > _MOST_LISTED or length > _LONGEST_LISTED:
            raise TextError(
                f"并列的内容超过{_MOST_LISTED}项或{_LONGEST_LISTED}字",
                f"more than {_MOST_LISTED} items or {_LONGEST_LISTED} characters aren't listed in a sentence",
            )
    return _written("figures", "format_list", found)


_NAMED: Final[dict[str, tuple[str, Callable[..., Any]]]] = {
    "numeral": ("汉字数字", numeral),
    "digits": ("汉字年份", digits),
    "ordinal": ("序数", ordinal),
    "label": ("标题序号", label),
    "point": ("一是", point),
    "date": ("日期", date),
    "date_hanzi": ("汉字日期", date_hanzi),
    "until": ("起止日期", until),
    "number": ("数字", number),
    "percent": ("百分比", percent),
    "points": ("百分点", points),
    "change": ("增减", change),
    "listed": ("并列", listed),
}
FILTERS: Final[dict[str, Callable[..., Any]]] = {
    name: function for english, (chinese, function) in _NAMED.items() for name in (english, chinese)
}
"""The filters by name."""
