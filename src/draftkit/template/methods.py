"""The methods of plain values that a template may use: those that read, each within measure."""

import sys
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from draftkit.template.budget import Budget, OverBudgetError, refuse_length
from draftkit.template.weights import collected, weigh

__all__ = ["bounded", "refuse_width", "refused_method"]

_WIDEST: Final = 9_999
_LONGEST_SOUGHT: Final = 100
"""Characters to strip, and texts to look for from the end: each is compared with each."""


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


_COMPLEX: Final = frozenset({"real", "imag", "conjugate"})
_MAPPING: Final = frozenset({"get", "items", "keys", "values", "copy"})
_SEQUENCE: Final = frozenset({"count", "index", "copy"})
_TEXT: Final = _names(
    "capitalize casefold center count endswith find format index isalnum isalpha isascii isdecimal isdigit islower "
    "isnumeric isprintable isspace istitle isupper join ljust lower lstrip partition removeprefix removesuffix replace "
    "rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title upper zfill"
)
_SET: Final = _names("isdisjoint issubset issuperset union intersection difference symmetric_difference copy")
_DECIMAL: Final = _COMPLEX | _names(
    "adjusted copy_abs copy_negate copy_sign is_finite is_infinite is_nan is_signed is_zero max min normalize "
    "quantize to_integral to_integral_exact to_integral_value"
)
_OPEN: Final[tuple[tuple[type, frozenset[str]], ...]] = (
    (str, _TEXT),
    (UserString, frozenset({"data"})),
    (int, _COMPLEX | {"numerator", "denominator", "bit_length", "is_integer"}),
    (float, _COMPLEX | {"is_integer"}),
    (complex, _COMPLEX),
    (bytes, frozenset()),
    (bytearray, frozenset()),
    (Counter, _MAPPING | {"most_common", "total"}),
    (OrderedDict, _MAPPING),
    (defaultdict, _MAPPING),
    (dict, _MAPPING),
    (ChainMap, _MAPPING | {"maps", "parents"}),
    (UserDict, _MAPPING | {"data"}),
    (list, _SEQUENCE),
    (UserList, _SEQUENCE | {"data"}),
    (tuple, _SEQUENCE),
    (deque, _SEQUENCE | {"maxlen"}),
    (set, _SET),
    (frozenset, _SET),
    (range, _SEQUENCE | {"start", "stop", "step"}),
)
"""What a template may see of each kind of value; what a class of the program's adds to it isn't meant."""
_ELSEWHERE: Final = (
    ("decimal", "Decimal", _DECIMAL),
    ("fractions", "Fraction", _COMPLEX | {"numerator", "denominator", "limit_denominator"}),
)
"""The same for kinds whose modules are slow to import: where there is such a value, its module is there."""


def _open() -> Iterator[tuple[type, frozenset[str]]]:
    for module, kind, names in _ELSEWHERE:
        if found := sys.modules.get(module):
            yield getattr(found, kind), names
    yield from _OPEN


@lru_cache(maxsize=256)
def _open_of(kind: type) -> tuple[tuple[type, frozenset[str]], ...]:
    """Return the plain kinds that `kind` is one of, with what may be seen of them: it is asked for every attribute."""
    return tuple((plain, names) for plain, names in _open() if issubclass(kind, plain))


def refused_method(value: object, name: str) -> bool:
    """Return whether `name` is of Python's own and no template may use it on `value`.

    >>> refused_method([], "append"), refused_method("", "upper")
    (True, False)
    """
    kinds: Callable[[type], tuple[tuple[type, frozenset[str]], ...]] = _open_of
    for kind, names in kinds(type(value)):
        if hasattr(kind, name):
            # A named tuple may have a field called `count`, and a class of the program's a field of any name.
            return name not in names
    return False


def refuse_width(width: object) -> None:
    """Refuse so great a width."""
    if isinstance(width, int) and abs(width) > _WIDEST:
        raise OverBudgetError(f"宽度{width:.6g}过大，最大{_WIDEST}", f"a width of {width:.6g} is above {_WIDEST}")


def _width(text: Any, width: int, *_: Any) -> None:  # noqa: ANN401, ARG001
    refuse_width(width)


def _expandtabs(text: Any, tabsize: int = 8) -> None:  # noqa: ANN401
    refuse_width(tabsize)
    refuse_length(len(text) + text.count("\t" if isinstance(text, str) else b"\t") * max(tabsize, 0))


def _replace(text: Any, old: Any, new: Any, count: int = -1) -> None:  # noqa: ANN401
    times = text.count(old) if count < 0 else min(count, text.count(old))
    refuse_length(len(text) + times * len(new))


def _join(text: Any, items: Iterable[Any]) -> None:  # noqa: ANN401
    held = tuple(items)
    refuse_length(weigh(held) + len(held) * len(text))


def _translate(text: Any, table: Mapping[int, Any], *_: Any) -> None:  # noqa: ANN401
    refuse_length(len(text) * max((weigh(value) for value in table.values()), default=1))


def _to_bytes(number: int, length: int = 1, *_: Any, **__: Any) -> None:  # noqa: ANN401, ARG001
    refuse_width(length)


def _few(text: Any, wanted: Any = None, *_: Any) -> None:  # noqa: ANN401, ARG001
    if wanted is not None and len(wanted) > _LONGEST_SOUGHT:
        raise OverBudgetError(
            f"要查找或去掉的文字超过{_LONGEST_SOUGHT}字",
            f"more than {_LONGEST_SOUGHT} characters to look for, or strip",
        )


_BOUNDS: Final[dict[str, Callable[..., None]]] = {
    **dict.fromkeys(("center", "ljust", "rjust", "zfill"), _width),
    **dict.fromkeys(("strip", "lstrip", "rstrip", "rfind", "rindex", "rsplit", "rpartition"), _few),
    "expandtabs": _expandtabs,
    "join": _join,
    "replace": _replace,
    "to_bytes": _to_bytes,
    "translate": _translate,
}
"""What weighs the result of a method, by its name; each takes what the method takes."""


def bounded(method: Any, args: tuple[Any, ...], named: Mapping[str, Any], budget: Budget, *, strict: bool) -> Any:  # noqa: ANN401
    """Return the arguments of a method of a plain value, collected, if its result is within measure.

    Raises:
        OverBudgetError: It isn't.
    """
    owner = getattr(method, "__self__", None)
    if not isinstance(owner, (str, bytes, bytearray, int, set, frozenset)):
        return args
    args = tuple(collected(arg, budget, strict=strict) for arg in args)
    bound = _BOUNDS.get(method.__name__)
    if bound is not None:
        bound(owner, *args, **named)
    return args
