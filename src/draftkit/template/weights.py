"""How much a value weighs: the text it would make and the items it holds, lists inside it counted each time.

A template could hold the same list a thousand times in a list, and that again in another: it
costs nothing until it is written. So it is weighed before anything is made of it.
"""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sized
from typing import Any, Final

from jinja2.utils import Cycler, Namespace

from draftkit.template.budget import Budget, OverBudgetError, refuse_bits, refuse_length
from draftkit.template.output import ordered, refuse_no_text

__all__ = ["collected", "is_lazy", "refuse_items", "weigh"]

_MOST_ITEMS: Final = 200_000
"""What a list that a template makes may hold, lists inside it counted each time they are held."""

_SMALL: Final = frozenset({float, bool, type(None)})
_HOLDERS: Final = (list, tuple, set, frozenset, deque)
_WORD: Final = 1 << 63
_DIGITS: Final = 1300
"""An integer that the budget lets pass has no more digits."""


def weigh(value: object, *, printed: bool = False, strict: bool = False) -> int:
    """Return how much text `value` would make, counting what it holds each time it is held.

    Args:
        value: The value.
        printed: Whether objects that are no plain values are to be counted by their texts.
        strict: Whether what has no text is refused wherever it is held.

    Raises:
        OverBudgetError: It is out of all measure.

    >>> weigh(["一", "二三"])
    4
    """
    total = items = 0
    texts: dict[int, int] = {}
    waiting = [value]
    while waiting:
        item = waiting.pop()
        items += 1
        kind = item.__class__
        if kind is str:
            total += len(item)  # type: ignore[arg-type]
        elif kind in _SMALL:
            total += 1
        elif (held := _held(item)) is not None:
            total += 1
            waiting.extend(held)
            if strict and printed:
                refuse_no_text(item)
        else:
            total += _length(item, texts, printed=printed and items > 1, strict=strict)
        if items > _MOST_ITEMS:
            raise _too_many()
        if total > items:
            refuse_length(total)
    return total


def _held(item: Any) -> Iterable[object] | None:  # noqa: ANN401
    """Return what a list, a mapping or a namespace holds; None for what holds nothing."""
    if isinstance(item, _HOLDERS):
        return item
    if isinstance(item, Mapping):
        return (*item, *item.values())
    if item.__class__ is Namespace:
        return tuple(item._Namespace__attrs.values())  # noqa: SLF001 - nothing else says what it holds
    if item.__class__ is Cycler:
        return item.items
    return None


def _length(item: Any, texts: dict[int, int], *, printed: bool, strict: bool) -> int:  # noqa: ANN401
    if isinstance(item, int):
        return 1 if -_WORD < item < _WORD else _DIGITS
    if isinstance(item, (str, bytes)):
        return len(item)
    # Where there is a Decimal or a date, its module is there: both are slow to import.
    if (decimal := sys.modules.get("decimal")) and isinstance(item, decimal.Decimal):
        digits = abs(item.adjusted()) if item.is_finite() else 0
        refuse_bits(digits)  # as `%d` it would be an integer
        return digits + 1
    is_date = (datetime := sys.modules.get("datetime")) and item.__class__ is datetime.date
    if is_date or not printed or hasattr(item, "__html__"):
        return 1
    if strict:
        refuse_no_text(item)
    if id(item) not in texts:
        texts[id(item)] = len(str(item))
    return texts[id(item)]


def _too_many() -> OverBudgetError:
    return OverBudgetError(
        f"模板拼出的列表超过{_MOST_ITEMS}项", f"a list of more than {_MOST_ITEMS} items in all is refused"
    )


def refuse_items(number: int) -> None:
    """Refuse a list of that many items."""
    if number > _MOST_ITEMS:
        raise _too_many()


def is_lazy(value: object) -> bool:
    """Return whether what `value` holds is made one by one, as it is asked for."""
    return hasattr(type(value), "__iter__") and not isinstance(value, Sized)


def collected(value: Any, budget: Budget, *, strict: bool, read: Callable[[Any], Any] | None = None) -> Any:  # noqa: ANN401
    """Return `value`, as a list if what it holds is made one by one; a set in its order.

    Args:
        value: What a filter goes through; anything else is returned as it is.
        budget: The budget of the render.
        strict: Whether a set without an order is refused.
        read: What is taken of each item, for a list of that.
    """
    if strict:
        value = ordered(value)
    if read is None and not is_lazy(value):
        return value
    found = []
    total = 0
    for item in budget.watched(value):
        found.append(item if read is None else read(item))
        total += weigh(found[-1])
        refuse_length(total)
        refuse_items(len(found))
    return found
