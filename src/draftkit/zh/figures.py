"""Figures as papers write them: exact decimals with their units, rates, changes, ranges, lists.

Numbers are Arabic (GB/T 15835-2011). They are rounded half up (四舍五入), and zeros
that would end a fraction are not written: 100%, not 100.0%.

>>> from decimal import Decimal
>>> str(Figure("340.5", "万元")), format_percent(Decimal(34) / 35), format_points(Decimal("0.012"))
('340.5万元', '97.1%', '1.2个百分点')
>>> format_change(now=541, before=500), format_change(now=500, before=500)
('增长8.2%', '与上年持平')
>>> format_range(Figure(13, "万元"), Figure(17, "万元"))
'13万元～17万元'
"""

import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor

from attrs import field, frozen

from draftkit.errors import TextError
from draftkit.zh.dates import LOCALE

__all__ = [
    "Figure",
    "Number",
    "format_change",
    "format_list",
    "format_number",
    "format_percent",
    "format_points",
    "format_range",
    "format_rate_change",
    "growth",
    "parse_figure",
    "rounded",
    "shares",
    "total",
]

Number = int | Decimal
"""What figures are made of; a float isn't exact, and is refused."""

_BOUND = 10**16
_PLACES = 10
"""No paper writes more decimals, and Babel can't (28 digits in all)."""

_NUMBER = r"[+-]?[0-9]{1,16}(?:\.[0-9]{1,10})?"
_GROUPED = r"[+-]?[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,10})?"
_FIGURE = re.compile(rf"(?P<number>{_GROUPED}|{_NUMBER}) ?(?P<unit>[^\s0-9.,]{{0,12}})")


def _exact(value: Number | str) -> Decimal:
    """Return `value` as a decimal, refused unless it is exact, finite and of a size that papers have."""
    if isinstance(value, (int, Decimal)) or (isinstance(value, str) and re.fullmatch(_NUMBER, value)):
        number = Decimal(value)
        if number.is_finite() and abs(number) < _BOUND:
            return number
    raise TextError(
        f"“{value}”不是能写进文稿的数，应为整数、Decimal 或“340.5”这样的文字，且小于一亿亿",
        f"{value!r} is no figure: give an int, a Decimal, or text such as '340.5', below 10^16",
    )


def rounded(value: Number, places: int = 0) -> Decimal:
    """Return `value` rounded half up, away from zero, to `places` decimals (0 to 10).

    >>> rounded(Decimal("2.5")), rounded(Decimal("-2.5")), rounded(Decimal("0.145"), 2)
    (Decimal('3'), Decimal('-3'), Decimal('0.15'))

    Raises:
        TextError: `value` is no figure, or `places` out of range.
    """
    if not 0 <= places <= _PLACES:
        raise TextError(f"小数位数应为0至{_PLACES}，不能是{places}", f"0 to {_PLACES} decimals, not {places}")
    nearest = _exact(value).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return nearest or abs(nearest)  # never -0


def format_number(value: Number, places: int | None = None, *, grouped: bool = False) -> str:
    """Return `value` in Arabic numerals, rounded to `places` decimals if given, by CLDR.

    >>> format_number(12345), format_number(Decimal("12.50")), format_number(Decimal("12.345"), places=2)
    ('12345', '12.5', '12.35')
    >>> format_number(1234567, grouped=True)
    '1,234,567'

    Args:
        value: The number.
        places: The most decimals written; as many as the number has (at most 10) if None.
        grouped: Whether commas part the thousands, as in tables.

    Raises:
        TextError: `value` is no figure.
    """
    from babel import numbers  # noqa: PLC0415 - Babel is loaded when it is needed

    number = rounded(value, _PLACES if places is None else places)
    return numbers.format_decimal(number, format=_pattern("#,##0" if grouped else "0", places), locale=LOCALE)


def format_percent(ratio: Number, places: int = 1) -> str:
    """Return `ratio` as per cent, rounded half up to `places` decimals; a whole one has none.

    >>> format_percent(Decimal("0.9714")), format_percent(Decimal(1)), format_percent(Decimal("0.97"))
    ('97.1%', '100%', '97%')
    >>> format_percent(Decimal("0.12345"), places=2)
    '12.35%'
    """
    from babel import numbers  # noqa: PLC0415 - Babel is loaded when it is needed

    number = _hundredfold(ratio, places) / 100
    return numbers.format_percent(number, format=_pattern("0", places) + "%", locale=LOCALE)


def _pattern(whole: str, places: int | None) -> str:
    optional = "#" * (_PLACES if places is None else places)
    return f"{whole}.{optional}" if optional else whole


def _hundredfold(ratio: Number, places: int) -> Decimal:
    return rounded(_exact(ratio) * 100, places)


def format_points(difference: Number, places: int = 1) -> str:
    """Return the difference of two ratios in percentage points (百分点).

    >>> format_points(Decimal("0.971") - Decimal("0.959"))
    '1.2个百分点'
    """
    return f"{format_number(_hundredfold(difference, places))}个百分点"


def growth(now: Number, before: Number) -> Decimal:
    """Return the growth from `before` to `now` as a ratio of `before`.

    >>> growth(541, 500)
    Decimal('0.082')

    Raises:
        TextError: `before` is zero or less: there is no rate of growth from it.
    """
    base = _exact(before)
    if base <= 0:
        raise TextError(
            f"基数为{before}，增长率无从计算，应改写为“由{before}增至{now}”这样的数量",
            f"there is no rate of growth from {before}; tell both numbers",
        )
    return (_exact(now) - base) / base


def format_change(now: Number, before: Number, *, places: int = 1, than: str = "上年") -> str:
    """Return how an amount changed: 增长, 下降, 与上年持平, or 基本持平 where the change rounds to nothing.

    >>> format_change(541, 500), format_change(969, 1000), format_change(8, 8)
    ('增长8.2%', '下降3.1%', '与上年持平')
    >>> format_change(100_001, 100_000, than="去年同期")
    '与去年同期基本持平'

    Args:
        now: The amount now.
        before: The amount it is compared with, above zero.
        places: The decimals of the rate.
        than: What `before` stands for.

    Raises:
        TextError: `before` is zero or less.
    """
    ratio = growth(now, before)
    if _hundredfold(ratio, places) == 0:
        return _level(ratio, than)
    return ("增长" if ratio > 0 else "下降") + format_percent(abs(ratio), places)


def format_rate_change(now: Number, before: Number, *, places: int = 1, than: str = "上年") -> str:
    """Return how a rate changed, in percentage points: both are ratios.

    >>> format_rate_change(Decimal("0.971"), Decimal("0.959"))
    '提高1.2个百分点'
    >>> format_rate_change(Decimal("0.95"), Decimal("0.955"))
    '下降0.5个百分点'
    """
    difference = _exact(now) - _exact(before)
    if _hundredfold(difference, places) == 0:
        return _level(difference, than)
    return ("提高" if difference > 0 else "下降") + format_points(abs(difference), places)


def _level(difference: Decimal, than: str) -> str:
    return f"与{than}{'基本' if difference else ''}持平"


@frozen
class Figure:
    """A number with its unit, exact as given.

    >>> str(Figure(34, "件")), str(Figure("12000.50", "万元"))
    ('34件', '12000.5万元')

    Args:
        value: The number; text such as `340.5` is taken too, a float is not.
        unit: The unit (件, 人次, 万元, %), or nothing.
    """

    value: Decimal = field(converter=_exact)
    unit: str = ""

    def __str__(self) -> str:
        """Return the number and its unit, with nothing between them."""
        return f"{format_number(self.value)}{self.unit}"


def parse_figure(text: str) -> Figure:
    """Return the figure that `text` is; thousands may be parted by commas.

    >>> parse_figure("340.5万元")
    Figure(value=Decimal('340.5'), unit='万元')
    >>> str(parse_figure("1,234 人次"))
    '1234人次'
    >>> parse_figure("若干件")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    draftkit.errors.TextError: “若干件”不是数量，应写成“340.5万元”这样（...

    Raises:
        TextError: `text` doesn't begin with a number, or has more than a unit behind it.
    """
    found = _FIGURE.fullmatch(text.strip())
    if found is None:
        raise TextError(
            f"“{text[:30]}”不是数量，应写成“340.5万元”这样",
            f"{text[:30]!r} is no figure, such as 340.5万元",
        )
    return Figure(found["number"].replace(",", ""), found["unit"])


def format_range(low: Figure, high: Figure) -> str:
    """Return a range with ～ between; the unit stands with both numbers (GB/T 15835-2011).

    >>> format_range(Figure(15, "%"), Figure(30, "%"))
    '15%～30%'

    Raises:
        TextError: The units differ, or `high` is below `low`.
    """
    _one_unit((low, high))
    if high.value < low.value:
        raise TextError(
            f"范围应由小到大：{high}小于{low}",
            f"a range runs upwards, not from {low} to {high}",
        )
    return f"{low}～{high}"


def total(figures: Iterable[Figure]) -> Figure:
    """Return the sum of `figures`, which share one unit.

    >>> str(total([Figure("340.5", "万元"), Figure("59.5", "万元")]))
    '400万元'

    Raises:
        TextError: The units differ, or there is nothing to add.
    """
    terms = tuple(figures)
    unit = _one_unit(terms)
    return Figure(sum((term.value for term in terms), start=Decimal(0)), unit)


def _one_unit(figures: Sequence[Figure]) -> str:
    units = dict.fromkeys(figure.unit for figure in figures)
    if len(units) != 1:
        named = "、".join(f"“{unit}”" for unit in units) or "没有数"
        raise TextError(
            f"只有单位相同的数才能合在一起，这里是：{named}",
            f"only figures of one unit go together, not {', '.join(units) or 'none at all'}",
        )
    return next(iter(units))


def shares(parts: Sequence[Number], places: int = 1) -> tuple[Decimal, ...]:
    """Return each part's share of their sum, rounded so that the percentages written add up to 100%.

    Each share is cut off at `places` decimals of a per cent; what is missing goes
    to those that lost most (largest remainder), so that a share may differ from
    the one rounded by itself by the last digit.

    >>> [format_percent(share) for share in shares([10, 5, 8])]
    ['43.5%', '21.7%', '34.8%']
    >>> [format_percent(share) for share in shares([1, 1, 1])]
    ['33.4%', '33.3%', '33.3%']

    Raises:
        TextError: A part is negative, or all are nothing.
    """
    values = [Fraction(_exact(part)) for part in parts]
    whole = sum(values)
    if not whole or min(values) < 0:
        raise TextError(
            "计算占比的各部分不能为负，也不能都是零",
            "shares need parts that are not negative, and not all zero",
        )
    digits = places + 2
    exact = [value / whole * 10**digits for value in values]
    cut = [floor(share) for share in exact]
    most_lost = sorted(range(len(cut)), key=lambda index: cut[index] - exact[index])
    for index in most_lost[: 10**digits - sum(cut)]:
        cut[index] += 1
    return tuple(Decimal(share).scaleb(-digits) for share in cut)


def format_list(items: Iterable[str]) -> str:
    """Return the items with 、 between and 和 before the last, by CLDR.

    >>> format_list(["甲", "乙", "丙"]), format_list(["甲", "乙"]), format_list(["甲"])
    ('甲、乙和丙', '甲和乙', '甲')
    """
    from babel import lists  # noqa: PLC0415 - Babel is loaded when it is needed

    return lists.format_list(list(items), locale=LOCALE)
