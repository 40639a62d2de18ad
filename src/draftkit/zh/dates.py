"""Dates as papers write them: in Arabic numerals, in Chinese ones, and as spans.

A paper's date is Arabic, in full, without leading zeros (GB/T 9704-2012,
7.3.5.4; GB/T 15835-2011); Chinese numerals, with 〇 in the year, are read from
old papers and written where an office wants them.

>>> import datetime as dt
>>> day = dt.date(2024, 3, 28)
>>> format_date(day), format_date_hanzi(day)
('2024年3月28日', '二〇二四年三月二十八日')
>>> parse_date("二○二四年三月二十八日") == parse_date("2024 年 3 月 28 日") == day
True
>>> format_span(day, dt.date(2024, 3, 29))
'2024年3月28日至29日'
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from attrs import frozen

from draftkit.errors import TextError
from draftkit.zh import numerals

__all__ = [
    "LOCALE",
    "FoundDate",
    "find_dates",
    "format_date",
    "format_date_hanzi",
    "format_span",
    "parse_date",
    "parse_span",
]

LOCALE = "zh_Hans_CN"
"""The locale given to every call of Babel: none is ever taken from the environment."""

_SPACE = r"[ \t\u00a0\u3000]*"
_DIGIT = "[0-9０-９]"
# 二0二四 and 二O二四 are what is typed where the keyboard has no 〇.
_ZEROS = "〇零○◯OＯ0０"
_YEAR = f"{_DIGIT}{{4}}|[一二三四五六七八九][一二三四五六七八九{_ZEROS}]{{3}}"
_SMALL = f"{_DIGIT}{{1,2}}|[一二三四五六七八九十]{{1,3}}"
_Y = f"(?P<year>{_YEAR}){_SPACE}年{_SPACE}"
_M = f"(?P<month>{_SMALL}){_SPACE}月{_SPACE}"
_D = f"(?P<day>{_SMALL}){_SPACE}日"

_DATE = re.compile(f"(?<!{_DIGIT}){_Y}{_M}{_D}")
_REST = re.compile(f"(?:(?:{_Y})?{_M})?{_D}")
_TO = re.compile("至|到|[-－–—~～]{1,2}")
_ALIKE = str.maketrans(dict.fromkeys(_ZEROS, "〇"))


def format_date(date: dt.date) -> str:
    """Return `date` in Arabic numerals, in full, by CLDR.

    >>> format_date(dt.date(2025, 1, 14))
    '2025年1月14日'
    """
    from babel import dates  # noqa: PLC0415 - Babel is loaded when it is needed

    return dates.format_date(date, "long", locale=LOCALE)


def format_date_hanzi(date: dt.date) -> str:
    """Return `date` in Chinese numerals.

    >>> format_date_hanzi(dt.date(2010, 10, 10))
    '二〇一〇年十月十日'
    """
    month, day = numerals.format_numeral(date.month), numerals.format_numeral(date.day)
    return f"{numerals.format_digits(date.year)}年{month}月{day}日"


def parse_date(text: str) -> dt.date:
    """Return the date that `text` is: Arabic or Chinese, 〇 in any form, with or without spaces.

    >>> parse_date("2024年03月28日")
    datetime.date(2024, 3, 28)
    >>> parse_date("二零二四年十二月三十一日")
    datetime.date(2024, 12, 31)
    >>> parse_date("2025年2月29日")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    draftkit.errors.TextError: 没有“2025年2月29日”这一天，2025年2月只有28天（...
    >>> parse_date("2024-03-28")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    draftkit.errors.TextError: “2024-03-28”不是日期，应写成“2024年3月28日”或“二〇二四年三月二十八日”（...

    Raises:
        TextError: `text` is no date, or one that the calendar doesn't have.
    """
    found = _DATE.fullmatch(text.strip())
    if found is None:
        raise TextError(
            f"“{text[:30]}”不是日期，应写成“2024年3月28日”或“二〇二四年三月二十八日”",
            f"{text[:30]!r} is no date, such as 2024年3月28日 or 二〇二四年三月二十八日",
        )
    return _date(found)


@frozen
class FoundDate:
    """A date found in a text.

    Args:
        date: The date.
        start: Where it begins in the text.
        end: Where it ends.
    """

    date: dt.date
    start: int
    end: int


def find_dates(text: str) -> Iterator[FoundDate]:
    """Yield the full dates in `text`; those that the calendar doesn't have are left out.

    >>> list(find_dates("会议于2024年3月28日召开，2月30日没有会"))
    [FoundDate(date=datetime.date(2024, 3, 28), start=3, end=13)]
    """
    for found in _DATE.finditer(text):
        try:
            date = _date(found)
        except TextError:
            continue
        yield FoundDate(date, found.start(), found.end())


def format_span(start: dt.date, end: dt.date) -> str:
    """Return the days from `start` to `end`; what they share is said once within a year.

    >>> format_span(dt.date(2024, 3, 28), dt.date(2024, 4, 1))
    '2024年3月28日至4月1日'
    >>> format_span(dt.date(2024, 12, 30), dt.date(2025, 1, 2))
    '2024年12月30日至2025年1月2日'
    >>> format_span(dt.date(2024, 3, 28), dt.date(2024, 3, 28))
    '2024年3月28日'

    Raises:
        TextError: `end` is before `start`.
    """
    _in_order(start, end)
    first, last = format_date(start), format_date(end)
    if start == end:
        return first
    if start.year == end.year:
        last = last.partition("年")[2]
        if start.month == end.month:
            last = last.partition("月")[2]
    return f"{first}至{last}"


def parse_span(text: str) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a span; of a single date, that day twice.

    >>> parse_span("2024年3月28日至29日")
    (datetime.date(2024, 3, 28), datetime.date(2024, 3, 29))
    >>> parse_span("2024年3月28－29日") == parse_span("二〇二四年三月二十八日到二十九日")
    True
    >>> parse_span("2024年3月28日至27日")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    draftkit.errors.TextError: 止日2024年3月27日早于起日2024年3月28日，起止日期应先后排列（...

    Raises:
        TextError: `text` is no span, or ends before it begins.
    """
    first, *rest = (part.strip() for part in _TO.split(text, maxsplit=1))
    if not rest:
        start = parse_date(first)
        return start, start
    left, right = _DATE.fullmatch(f"{first.removesuffix('日')}日"), _REST.fullmatch(rest[0])
    if left is None or right is None:
        raise TextError(
            f"“{text[:40]}”不是起止日期，应写成“2024年3月28日至29日”",
            f"{text[:40]!r} is no span of days, such as 2024年3月28日至29日",
        )
    start = _date(left)
    end = _date(right, start)
    _in_order(start, end)
    return start, end


def _in_order(start: dt.date, end: dt.date) -> None:
    if end < start:
        raise TextError(
            f"止日{format_date(end)}早于起日{format_date(start)}，起止日期应先后排列",
            f"the span ends on {end}, before it begins on {start}",
        )


def _date(found: re.Match[str], base: dt.date | None = None) -> dt.date:
    """Return the date of `found`; the year and the month that it leaves out are those of `base`."""
    year = _year(found["year"]) if found["year"] or base is None else base.year
    month = _small(found["month"]) if found["month"] or base is None else base.month
    day = _small(found["day"])
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise _not_in_calendar(found[0], year, month) from None


def _not_in_calendar(text: str, year: int, month: int) -> TextError:
    if month not in range(1, 13):
        return TextError(f"没有“{text}”这一天，月份应为1至12", f"no such day: {text!r}; months count from 1 to 12")
    if year < 1:
        return TextError(f"没有“{text}”这一天，年份应从1起", f"no such day: {text!r}; years count from 1")
    days = calendar.monthrange(year, month)[1]
    return TextError(
        f"没有“{text}”这一天，{year}年{month}月只有{days}天",
        f"no such day: {text!r}; the month has {days} days",
    )


def _year(text: str) -> int:
    if text[0].isdecimal():
        return int(text)
    return numerals.parse_digits(text.translate(_ALIKE))


def _small(text: str) -> int:
    return int(text) if text[0].isdecimal() else numerals.parse_numeral(text)
