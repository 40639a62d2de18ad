"""Operators and formats that could make something out of all measure, weighed before they are done."""

import re
import string
from collections import defaultdict
from collections.abc import Mapping, Sized
from numbers import Rational
from typing import Any, Final

from draftkit.template.budget import OverBudgetError, refuse_bits, refuse_length
from draftkit.template.weights import refuse_items, weigh

__all__ = ["operand", "refuse_fields", "refuse_operation", "refuse_percent"]

_WIDEST: Final = 9_999
_SPEC: Final = r"[-#0 +]*(\*|\d*)(?:\.(\*|\d*))?"
_PERCENT: Final = rf"%{_SPEC}"
_MAPPED: Final = rf"\){_SPEC}(?=[hlL]?[diouxXeEfFgGcrsa])"
"""The same behind a key, which may have brackets in it: `%(key)99999d`."""
_NAME: Final = r"\w*"


def refuse_operation(operator: str, left: Any, right: Any, *, strict: bool) -> None:  # noqa: ANN401
    """Refuse an operation whose result would be out of all measure."""
    if operator in "+-" and left.__class__ is int and right.__class__ is int:
        return
    match operator, left, right:
        case "**", Rational(), Rational():
            refuse_bits(_bits(left) * (abs(int(right.numerator) // int(right.denominator)) + 1))
        case "+" | "-" | "*" | "/" | "//" | "%", Rational(), Rational():
            refuse_bits(_bits(left) + _bits(right))
        case "*", Sized(), int():
            _refuse_times(left, right)
        case "*", int(), Sized():
            _refuse_times(right, left)
        case "+", Sized(), Sized():
            refuse_length(weigh(left) + weigh(right))
        case "%", str(), _:
            refuse_percent(left, right, strict=strict)
        case "%", bytes() | bytearray(), _:
            raise _too_wide(repr(left))
        case _:
            pass


def _refuse_times(value: Sized, times: int) -> None:
    refuse_length(weigh(value) * max(times, 0))
    if not isinstance(value, str):
        refuse_items(len(value) * max(times, 0))


def _bits(number: Any) -> int:  # noqa: ANN401 - a whole number or a fraction
    return int(number.numerator.bit_length() + (number.denominator.bit_length() if number.denominator != 1 else 0))


def operand(value: Any) -> Any:  # noqa: ANN401
    """Return what stands behind `%`: a mapping that fills itself is not to be changed by being read."""
    return dict(value) if isinstance(value, defaultdict) else value


def refuse_percent(pattern: str, values: Any, *, strict: bool) -> None:  # noqa: ANN401
    """Refuse `pattern % values` if it would be out of all measure."""
    widths = 0
    for found in (*re.findall(_PERCENT, pattern), *(re.findall(_MAPPED, pattern) if "%(" in pattern else ())):
        widths += sum(_width(pattern, width) for width in found if width)
    held = values if isinstance(values, (tuple, Mapping)) else (values,)
    each = weigh(held, printed=True, strict=strict)
    times = pattern.count("%(") if isinstance(values, Mapping) else 1
    refuse_length(len(pattern) + widths + times * each)


def _width(pattern: str, width: str) -> int:
    if not width.isdecimal() or int(width) > _WIDEST:
        raise _too_wide(pattern)
    return int(width)


def _too_wide(pattern: str) -> OverBudgetError:
    return OverBudgetError(
        f"格式“{pattern[:40]}”的宽度过大或取自数据", f"the format {pattern[:40]!r} asks for too great a width"
    )


def refuse_fields(pattern: str, args: tuple[Any, ...], values: Mapping[str, Any], *, strict: bool) -> None:
    """Refuse `pattern.format(*args, **values)` if it would be out of all measure, or looks into its values.

    Raises:
        OverBudgetError: A width is too great, or the text would be too long.
    """
    total = len(pattern)
    held = {str(number): value for number, value in enumerate(args)} | dict(values)
    weights: dict[str, int] = {}
    for number, (_, name, spec, _) in enumerate(string.Formatter().parse(pattern)):
        if name is None:
            continue
        if "{" in (spec or "") or (strict and not re.fullmatch(_NAME, name)):
            raise OverBudgetError(
                f"格式“{pattern[:40]}”里只能写名称和宽度", f"only names and widths may stand in {pattern[:40]!r}"
            )
        total += sum(_width(pattern, width) for width in re.findall(r"\d+", spec or ""))
        key = re.split(r"[.\[]", name, maxsplit=1)[0] or str(number)
        if key in held and key not in weights:
            weights[key] = weigh((held[key],), printed=True, strict=strict)
        total += weights.get(key, 1)
        refuse_length(total)
