"""Chinese numerals, both ways: by place (一百零一), by digit (二〇二四), as ordinals (第十八).

By place zero is 零, by digit it is 〇. 两 is read as 二 and never written.

>>> format_numeral(101), format_digits(2024), format_ordinal(18)
('一百零一', '二〇二四', '第十八')
>>> parse_numeral("一百零一"), parse_digits("二〇二四"), parse_ordinal("第十八")
(101, 2024, 18)
"""

import re

from draftkit.errors import TextError

__all__ = [
    "LARGEST",
    "format_digits",
    "format_numeral",
    "format_ordinal",
    "parse_digits",
    "parse_numeral",
    "parse_ordinal",
]

LARGEST = 10**16
"""The largest number written by place: 一亿亿."""

_DIGITS = "零一二三四五六七八九"
_BY_DIGIT = "〇一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))
_GROUPS = ((10**8, "亿"), (10**4, "万"))

_ALIKE = str.maketrans({"两": "二", "〇": "零", "○": "零"})
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_UNIT_VALUES = {name: unit for unit, name in _UNITS}
_NUMERAL = re.compile(f"[{_DIGITS}十百千万亿]{{1,40}}")
_ASCII = re.compile("[0-9]{1,17}", re.ASCII)


def format_numeral(n: int) -> str:
    """Return `n` written by place, from 0 to 10^16.

    >>> [format_numeral(n) for n in (0, 10, 12, 20, 101, 110, 112)]
    ['零', '十', '十二', '二十', '一百零一', '一百一十', '一百一十二']
    >>> [format_numeral(n) for n in (1002, 10_010, 100_500, 201_000)]
    ['一千零二', '一万零一十', '十万零五百', '二十万一千']
    >>> format_numeral(300_000_000), format_numeral(100_001_000), format_numeral(10**12 + 10**7)
    ('三亿', '一亿零一千', '一万亿零一千万')
    >>> format_numeral(10**16)
    '一亿亿'
    >>> format_numeral(-1)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    draftkit.errors.TextError: 汉字数字只写0至10000000000000000的整数，不能写-1（...

    Raises:
        TextError: `n` is negative or above 10^16.
    """
    if not 0 <= n <= LARGEST:
        raise TextError(
            f"汉字数字只写0至{LARGEST}的整数，不能写{n}",
            f"numerals are written from 0 to {LARGEST}, not {n}",
        )
    if n == 0:
        return _DIGITS[0]
    text = _positive(n)
    return text[1:] if text.startswith("一十") else text


def _positive(n: int) -> str:
    for size, name in _GROUPS:
        high, low = divmod(n, size)
        if high:
            # A level that is empty, or begins with empty places, is read as one 零;
            # the empty places that end a level are not read.
            gap = low and (low < size // 10 or high % 10_000 == 0)
            return f"{_positive(high)}{name}{'零' if gap else ''}{_positive(low)}"
    return _below_ten_thousand(n)


def _below_ten_thousand(n: int) -> str:
    parts: list[str] = []
    for unit, name in _UNITS:
        digit, n = divmod(n, unit)
        if digit:
            parts.append(_DIGITS[digit] + name)
            if 0 < n < unit // 10:
                parts.append(_DIGITS[0])
    if n:
        parts.append(_DIGITS[n])
    return "".join(parts)


def parse_numeral(text: str) -> int:
    """Return the number that `text` writes by place: what `format_numeral` writes, and 两 and 〇 in it.

    >>> parse_numeral("一百一十二"), parse_numeral("一百〇一"), parse_numeral("两千两百")
    (112, 101, 2200)
    >>> parse_numeral("一十二")
    12
    >>> parse_numeral("一十百")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    draftkit.errors.TextError: “一十百”写得不规范，若指110，应写作“一百一十”（...
    >>> parse_numeral("一百二")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    draftkit.errors.TextError: “一百二”写得不规范，若指102，应写作“一百零二”（...
    >>> parse_numeral("二〇二四")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    draftkit.errors.TextError: “二〇二四”写得不规范，若指2024，应写作“二千零二十四”（...
    >>> parse_numeral("101")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    draftkit.errors.TextError: “101”不是汉字数字，应写成“一百零一”这样（...

    Raises:
        TextError: `text` isn't a numeral, or isn't written as it should be.
    """
    plain = text.translate(_ALIKE)
    if plain.startswith("一十"):
        plain = plain[1:]
    value = _loose(plain) if _NUMERAL.fullmatch(plain) else LARGEST + 1
    if value > LARGEST:
        raise TextError(
            f"“{text[:20]}”不是汉字数字，应写成“一百零一”这样",
            f"{text[:20]!r} is no Chinese numeral; one looks like 一百零一",
        )
    right = format_numeral(value)
    if plain != right:
        raise TextError(
            f"“{text}”写得不规范，若指{value}，应写作“{right}”",
            f"{text!r} isn't well formed; {value} is written {right}",
        )
    return value


def _loose(text: str) -> int:
    """Return what `text` comes to when its signs are added up, well formed or not."""
    for size, name in _GROUPS:
        high, found, low = text.rpartition(name)
        if found:
            return (_loose(high) if high else 1) * size + _loose(low)
    total = digit = 0
    for sign in text:
        if sign in _UNIT_VALUES:
            total += (digit or 1) * _UNIT_VALUES[sign]
            digit = 0
        else:
            digit = digit * 10 + _VALUES[sign]
    return total + digit


def format_digits(n: int) -> str:
    """Return `n` written digit by digit, as years are.

    >>> format_digits(2024), format_digits(1949), format_digits(0)
    ('二〇二四', '一九四九', '〇')

    Raises:
        TextError: `n` is negative.
    """
    if n < 0:
        raise TextError(f"逐位书写的数字不能是负数：{n}", f"a number below zero has no digits to write: {n}")
    return "".join(_BY_DIGIT[int(digit)] for digit in str(n))


def parse_digits(text: str) -> int:
    """Return the number that `text` writes digit by digit; 零 and ○ are read as 〇.

    >>> parse_digits("二〇二四"), parse_digits("二零二四"), parse_digits("一九四九")
    (2024, 2024, 1949)
    >>> parse_digits("二千零二十四")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    draftkit.errors.TextError: “二千零二十四”不是逐位书写的数字，应写成“二〇二四”这样（...

    Raises:
        TextError: `text` holds anything but digits, or nothing.
    """
    digits = [_VALUES.get(sign) for sign in text.translate(_ALIKE)]
    if not 0 < len(digits) <= len(str(LARGEST)) or None in digits:
        raise TextError(
            f"“{text[:20]}”不是逐位书写的数字，应写成“二〇二四”这样",
            f"{text[:20]!r} isn't written digit by digit, as 二〇二四 is",
        )
    return int("".join(map(str, digits)))


def format_ordinal(n: int) -> str:
    """Return `n` as an ordinal, as terms and meetings are counted.

    >>> format_ordinal(18), format_ordinal(4)
    ('第十八', '第四')

    Raises:
        TextError: `n` is below 1 or above 10^16.
    """
    if n < 1:
        raise TextError(f"序数从第一起，没有第{n}", f"ordinals count from 1, not {n}")
    return f"第{format_numeral(n)}"


def parse_ordinal(text: str) -> int:
    """Return the number of an ordinal, in Chinese or in Arabic numerals.

    >>> parse_ordinal("第十八"), parse_ordinal("第18")
    (18, 18)
    >>> parse_ordinal("十八")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    draftkit.errors.TextError: “十八”不是序数，应写成“第十八”这样（...

    Raises:
        TextError: `text` isn't an ordinal.
    """
    number = text.removeprefix("第")
    if number == text:
        raise TextError(f"“{text[:20]}”不是序数，应写成“第十八”这样", f"{text[:20]!r} is no ordinal, such as 第十八")
    value = int(number) if _ASCII.fullmatch(number) else parse_numeral(number)
    if value < 1:
        raise TextError(f"序数从第一起，没有“{text}”", f"ordinals count from 1: {text!r}")
    return value
