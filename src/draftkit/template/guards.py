"""Jinja's filters, each of which weighs what it will make before it is made.

A template from a stranger computes with the values it is given. A guard takes what its filter
takes, refuses what would be out of all measure, and returns the value that the filter gets: a
list where it was made one by one, a set in its order.
"""

from collections.abc import Callable, Iterator, Mapping, Sized
from functools import wraps
from typing import Any, Final

from jinja2 import Undefined, pass_context
from jinja2.filters import FILTERS as DEFAULT_FILTERS
from jinja2.filters import make_attrgetter
from jinja2.utils import _PassArg
from markupsafe import Markup

from draftkit.template.budget import Budget, OverBudgetError, refuse_bits, refuse_length
from draftkit.template.methods import refuse_width
from draftkit.template.operators import refuse_percent
from draftkit.template.output import ordered, refuse_no_text
from draftkit.template.weights import collected, is_lazy, refuse_items, weigh

__all__ = ["GUARDED_FILTERS", "LEFT_OUT"]

LEFT_OUT: Final = frozenset({"random", "pprint"})
"""Jinja's filters that are not there: the same data must give the same paper."""

_UNGUARDED: Final = frozenset({"abs", "attr", "count", "d", "default", "length"})
"""Filters that make nothing of the value they are given."""

_LONGEST_WRAPPED: Final = 50_000
"""Wrapping looks at a long word again for each line."""
_LONGEST_ASIDE: Final = 1_000
"""Characters of what is said beside the value: marks, targets, names of fields."""
_MOST_PLACES: Final = 1_000

Guard = Callable[..., Any]


def _text(context: Any, value: Any) -> str:  # noqa: ANN401 - a template's values are of any type
    """Return the text of `value`, weighed before it is made."""
    if isinstance(value, str):
        return value
    weigh((value,) if value.__class__ is not Undefined else "", printed=True, strict=context.environment.strict)
    return str(value)


def _aside(*values: object) -> None:
    for value in values:
        if isinstance(value, Sized) and not isinstance(value, Undefined) and weigh(value) > _LONGEST_ASIDE:
            raise OverBudgetError(
                f"过滤器的参数超过{_LONGEST_ASIDE}字", f"an argument of a filter is above {_LONGEST_ASIDE} characters"
            )


def _plain(context: Any, value: Any, *args: Any, **named: Any) -> Any:  # noqa: ANN401
    """Guard a filter that writes the value, about as long as it is."""
    _aside(*args, *named.values())
    if not isinstance(value, str):
        weigh((value,), printed=True, strict=context.environment.strict)
    return value


def _items(context: Any, value: Any, *args: Any, **named: Any) -> Any:  # noqa: ANN401
    """Guard a filter that goes through all items, by the names of fields."""
    _aside(*args, *named.values())
    if isinstance(value, str):
        refuse_items(len(value))
    return collected(value, context.output.budget, strict=context.environment.strict)


def _each(context: Any, value: Any, *_: Any, **__: Any) -> Any:  # noqa: ANN401
    """Guard a filter that takes item by item: it need not be a list."""
    return ordered(value) if context.environment.strict else value


def _join(context: Any, value: Any, d: Any = "", attribute: Any = None) -> Any:  # noqa: ANN401
    strict = context.environment.strict
    _aside(attribute)
    read = None if attribute is None else make_attrgetter(context.environment, attribute)
    glue = len(_text(context, d))
    as_markup = context.eval_ctx.autoescape and not hasattr(d, "__html__")
    if isinstance(value, str):
        refuse_length(len(value) * (glue + 1))
    items = _each(context, value)
    texts = []
    total = 0
    for item in context.output.budget.watched(items if read is None else map(read, items)):
        texts.append(_joined(item, as_markup=as_markup, strict=strict))
        total += len(texts[-1]) + glue
        refuse_length(total)
    return texts


def _joined(item: Any, *, as_markup: bool, strict: bool) -> str:  # noqa: ANN401
    if isinstance(item, str):
        return item
    if as_markup and hasattr(item, "__html__"):
        return Markup(item.__html__())  # noqa: S704 - as Jinja's own filter takes it
    if strict:
        refuse_no_text(item)
    weigh(item, printed=True, strict=strict)
    return str(item)


def _replace(context: Any, value: Any, old: Any, new: Any, count: Any = None) -> Any:  # noqa: ANN401
    text, old_text, new_text = (_text(context, one) for one in (value, old, new))
    if hasattr(old, "__html__") or hasattr(new, "__html__"):
        times = len(text) * 6 // max(len(old_text), 1) + 1
    else:
        times = text.count(old_text)
    if isinstance(count, int) and count >= 0:
        times = min(times, count)
    refuse_length(len(text) + times * len(new_text))
    return value


def _center(context: Any, value: Any, width: int = 80) -> Any:  # noqa: ANN401
    refuse_width(width)
    return _plain(context, value)


def _indent(context: Any, value: Any, width: Any = 4, first: bool = False, blank: bool = False) -> Any:  # noqa: ANN401, ARG001, FBT001, FBT002
    refuse_width(width)
    text = _text(context, value)
    refuse_length(len(text) + (len(text.splitlines()) + 1) * (len(width) if isinstance(width, str) else int(width)))
    return value


def _wordwrap(  # noqa: PLR0913, PLR0917 - as many as the filter takes
    context: Any,  # noqa: ANN401
    value: Any,  # noqa: ANN401
    width: int = 79,
    break_long_words: bool = True,  # noqa: ARG001, FBT001, FBT002
    wrapstring: Any = None,  # noqa: ANN401
    break_on_hyphens: bool = True,  # noqa: ARG001, FBT001, FBT002
) -> Any:  # noqa: ANN401
    text = _text(context, value)
    _aside(wrapstring)
    if len(text) > _LONGEST_WRAPPED:
        raise OverBudgetError(
            f"折行的文字超过{_LONGEST_WRAPPED}字", f"a text of more than {_LONGEST_WRAPPED} characters isn't wrapped"
        )
    mark = 1 if wrapstring is None else len(wrapstring)
    refuse_length(len(text) + (2 * len(text) // max(width, 1) + text.count("\n") + 1) * mark)
    return value


def _tojson(context: Any, value: Any, indent: Any = None) -> Any:  # noqa: ANN401
    refuse_width(indent)
    weigh(value, strict=context.environment.strict)
    step = len(indent) if isinstance(indent, str) else int(indent or 0)
    total = 0
    waiting = [(value, 0)] if step else []
    while waiting:
        item, depth = waiting.pop()
        total += depth
        refuse_length(total)
        if isinstance(item, (list, tuple, Mapping)):
            held = item.values() if isinstance(item, Mapping) else item
            waiting.extend((one, depth + step) for one in held)
    return value


def _urlize(context: Any, value: Any, *args: Any, **named: Any) -> Any:  # noqa: ANN401
    _aside(*args, *named.values())
    beside = sum(len(one) for one in (*args, *named.values()) if isinstance(one, str))
    text = _text(context, value)
    refuse_length(3 * len(text) + len(text.split()) * (beside + 50))
    return value


def _batch(context: Any, value: Any, linecount: int, fill_with: Any = None) -> Any:  # noqa: ANN401
    refuse_width(linecount)
    refuse_length(weigh(fill_with) * max(int(linecount), 1))
    return _each(context, value)


def _slice(context: Any, value: Any, slices: int, fill_with: Any = None) -> Any:  # noqa: ANN401
    refuse_width(slices)
    refuse_length(weigh(fill_with) * max(int(slices), 1))
    return _items(context, value)


def _sum(context: Any, value: Any, attribute: Any = None, start: Any = 0) -> Any:  # noqa: ANN401
    if isinstance(start, Sized):
        raise OverBudgetError("sum 只能对数字求和", "sum adds numbers up, not lists")
    return _items(context, value, attribute)


def _format(context: Any, value: Any, *args: Any, **named: Any) -> Any:  # noqa: ANN401
    refuse_percent(_text(context, value), named or args, strict=context.environment.strict)
    return value


def _number(context: Any, value: Any, *_: Any, **__: Any) -> Any:  # noqa: ANN401, ARG001
    if not isinstance(value, str):
        weigh(value)
    return value


def _round(context: Any, value: Any, precision: int = 0, method: str = "common") -> Any:  # noqa: ANN401, ARG001
    weigh(value)
    if abs(precision) > _MOST_PLACES:
        raise OverBudgetError(f"小数位数不能超过{_MOST_PLACES}", f"more than {_MOST_PLACES} decimals are refused")
    return value


def _truncate(context: Any, value: Any, *args: Any, **named: Any) -> Any:  # noqa: ANN401
    _aside(*(one for one in (*args, *named.values()) if isinstance(one, str)))
    return value if isinstance(value, str) else _plain(context, value)


_GUARDS: Final[dict[str, Guard]] = {
    **dict.fromkeys(
        ("list", "sort", "unique", "min", "max", "groupby", "dictsort", "reverse", "last", "random"), _items
    ),
    **dict.fromkeys(("first", "map", "select", "reject", "selectattr", "rejectattr", "items"), _each),
    "batch": _batch,
    "center": _center,
    "format": _format,
    "indent": _indent,
    "int": _number,
    "join": _join,
    "replace": _replace,
    "round": _round,
    "slice": _slice,
    "sum": _sum,
    "tojson": _tojson,
    "truncate": _truncate,
    "urlize": _urlize,
    "wordwrap": _wordwrap,
}


def _guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    passed = _PassArg.from_obj(function)
    guard: Guard = _GUARDS.get(name, _plain)

    @pass_context
    @wraps(function)
    def guarded(context: Any, value: Any, *args: Any, **named: Any) -> Any:  # noqa: ANN401
        value = guard(context, value, *args, **named)
        if name == "join":
            args, named = args[:1], {key: one for key, one in named.items() if key != "attribute"}
        first = _PASSED[passed](context) if passed else ()
        return _made(function(*first, value, *args, **named), value, context.output.budget)

    return guarded


_PASSED: Final[dict[Any, Callable[[Any], tuple[Any, ...]]]] = {
    _PassArg.context: lambda context: (context,),
    _PassArg.eval_context: lambda context: (context.eval_ctx,),
    _PassArg.environment: lambda context: (context.environment,),
}


def _made(result: Any, value: Any, budget: Budget) -> Any:  # noqa: ANN401
    """Return what a filter made of `value`, if it is within measure; a look at the clock goes with it."""
    budget.look()
    budget.made(result)
    if isinstance(result, str):
        if result is not value and not (isinstance(value, str) and len(result) <= len(value)):
            refuse_length(len(result))
    elif isinstance(result, list) and isinstance(value, str):
        refuse_items(len(result))
    elif isinstance(result, int):
        refuse_bits(result.bit_length())
    elif isinstance(result, Iterator) and is_lazy(result):
        return budget.watched(result)
    return result


GUARDED_FILTERS: Final = {
    name: function if name in _UNGUARDED else _guarded(name, function)
    for name, function in DEFAULT_FILTERS.items()
    if name not in LEFT_OUT
}
"""Jinja's filters, those that could make too much guarded."""
