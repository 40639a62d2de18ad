"""Chinese numerals, both ways. (Being written.)"""

from draftkit.errors import TextError

_D = "零一二三四五六七八九"


def format_numeral(n: int) -> str:
    if n < 10:
        return _D[n]
    if n < 100:
        return ("" if n < 20 else _D[n // 10]) + "十" + ("" if n % 10 == 0 else _D[n % 10])
    raise TextError("x", "x")


def parse_numeral(text: str) -> int:
    for n in range(100):
        if format_numeral(n) == text:
            return n
    raise TextError("x", "x")
