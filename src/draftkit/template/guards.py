"""Filters, operators and methods that could make something out of all measure, guarded.

A template from a stranger computes with the values it is given; what it makes of them is
weighed before it is made.
"""

from collections.abc import Callable, Mapping
from functools import wraps
from itertools import pairwise
from typing import Any, Final

from jinja2 import Environment
from jinja2.filters import FILTERS as DEFAULT_FILTERS
from jinja2.nodes import EvalContext
from jinja2.runtime import Context

from draftkit.template.budget import OverBudgetError, refuse_format, refuse_length

__all__ = ["GUARDED_FILTERS", "LEFT_OUT", "built", "guard_method", "weigh"]

LEFT_OUT: Final = frozenset({"random", "pprint"})
"""Jinja's filters that are not there: the same data must give the same paper."""

_WIDEST: Final = 10_000
_MOST_ITEMS: Final = 1_000_000
"""What a list that a template makes may hold, lists inside it counted each time they are held."""
_SIZED: Final = frozenset({"center", "indent", "batch", "slice", "wordwrap", "round", "tojson"})
_WEIGHED: Final = frozenset({"join", "string", "tojson", "replace", "format", "escape", "e", "forceescape"})
_PASSED: Final = (Environment, EvalContext, Context)
_METHODS: Final = frozenset({"center", "ljust", "rjust", "zfill", "expandtabs"})


def weigh(value: object) -> int:
    """Return how much text `value` would make, counting what it holds each time it is held.

    >>> weigh(["一", "二三"])
    4
    """
    total = items = 0
    waiting = [value]
    while waiting:
        item = waiting.pop()
        items += 1
        if items > _MOST_ITEMS:
            raise OverBudgetError(
                f"模板拼出的列表超过{_MOST_ITEMS}项", f"a list of more than {_MOST_ITEMS} items in all is refused"
            )
        total += len(item) if isinstance(item, str) else 1
        refuse_length(total + len(waiting))
        if isinstance(item, Mapping):
            waiting.extend(item.values())
        elif isinstance(item, (list, tuple, set, frozenset)):
            waiting.extend(item)
    return total


def built(value: Any) -> Any:  # noqa: ANN401 - a template's values are of any type
    """Return `value`, a list or dict that the template made, if it isn't out of all measure."""
    weigh(value)
    return value


def _guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def guarded(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        values = (*args, *kwargs.values())
        _refuse_arguments(name, tuple(value for value in values if not isinstance(value, _PASSED)))
        return function(*args, **kwargs)

    return guarded


def _refuse_arguments(name: str, values: tuple[Any, ...]) -> None:
    for value in values:
        if name in _SIZED and isinstance(value, int) and abs(value) > _WIDEST and value is not values[0]:
            raise OverBudgetError(
                f"过滤器 {name} 的参数{value}过大，最大{_WIDEST}", f"{name}: {value} is above {_WIDEST}"
            )
    if name == "format":
        refuse_format(str(values[0]))
    if name == "replace":
        texts = [str(value) for value in values if isinstance(value, str)]
        refuse_product(texts)
    elif name in _WEIGHED:
        for value in values:
            weigh(value)
    if name == "join":
        _refuse_join(values)


def refuse_product(texts: list[str]) -> None:
    """Refuse to replace in a text if the result could be out of all measure: text, old, new."""
    text, old, new = [*texts, "", "", ""][:3]
    refuse_length((len(text) // max(len(old), 1) + 1) * len(new))


def _refuse_join(values: tuple[Any, ...]) -> None:
    for items, glue in pairwise(values):
        if isinstance(glue, str) and hasattr(items, "__len__"):
            refuse_length(len(items) * len(glue))


GUARDED_FILTERS: Final = {
    name: _guarded(name, function) if name in _SIZED | _WEIGHED else function
    for name, function in DEFAULT_FILTERS.items()
    if name not in LEFT_OUT
}
"""Jinja's filters, those that could make too much guarded."""


def guard_method(method: Any, args: tuple[Any, ...]) -> None:  # noqa: ANN401
    """Refuse to call a method of a text that would make it too long."""
    owner = getattr(method, "__self__", None)
    if not isinstance(owner, str):
        return
    name = method.__name__
    if name in _METHODS:
        for arg in args:
            if isinstance(arg, int) and arg > _WIDEST:
                raise OverBudgetError(f"{name}({arg})的宽度过大", f"{name}({arg}) asks for too great a width")
    elif name == "replace":
        refuse_product([owner, *(arg for arg in args if isinstance(arg, str))])
    elif name == "join" and args:
        weigh(args[0])
        if hasattr(args[0], "__len__"):
            refuse_length(len(args[0]) * len(owner))
