"""Values that can be read only once: read once where that is enough, kept where it isn't, refused where they are gone.

A generator that is read a second time is empty, and a paper would lack what it gave without a word.
"""

import weakref
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from itertools import chain, count
from types import GeneratorType
from typing import Any, Final

from jinja2 import nodes

from draftkit.errors import TemplateError
from draftkit.template.budget import Budget
from draftkit.template.guards import GUARDED_FILTERS

__all__ = [
    "READING_FILTERS",
    "ReadingBudget",
    "UsedUpError",
    "begun_anew",
    "passing",
    "read_once",
    "readable_again",
    "refuse_generators",
]


class UsedUpError(TemplateError):
    """A generator that is asked for its items a second time."""


def _used_up() -> UsedUpError:
    return UsedUpError(
        "这里的数据是生成器，只能读一次，前面已经读过，内容会丢失，请改成列表",
        "this generator was read before and would be empty here: make it a list",
    )


def _is_iterator(value: object) -> bool:
    return hasattr(type(value), "__next__")


class _Again:
    """An iterator that keeps what it has given, so that it can be read from its beginning again."""

    def __init__(self, items: Iterator[Any]) -> None:
        self._items = items
        self._given: list[Any] = []

    def __iter__(self) -> Iterator[Any]:
        for number in count():
            if number == len(self._given):
                try:
                    self._given.append(next(self._items))
                except StopIteration:
                    return
            yield self._given[number]


class _Passing:
    """An iterator that is read once, and keeps what it gave last: when something fails, it is that as a rule."""

    def __init__(self, items: Iterator[Any]) -> None:
        self.items = items
        self.last: tuple[Any, ...] = ()

    def __iter__(self) -> Iterator[Any]:
        for item in self.items:
            self.last = (item,)
            yield item


_NO_ITERATORS: Final = frozenset({str, int, float, bool, type(None), list, tuple, dict})
"""What most values are."""


def readable_again(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return `values` with iterators that can be read again, for a picture makes a render begin anew."""
    if _NO_ITERATORS.issuperset(map(type, values.values())):
        return values
    again = {name: _Again(value) for name, value in _iterators(values).items()}
    return {**values, **again} if again else values


def _iterators(values: Mapping[str, Any]) -> dict[str, Iterator[Any]]:
    """Return those of `values` that are iterators.

    Raises:
        UsedUpError: One was read to its end before it was given.
    """
    found = {name: value for name, value in values.items() if _is_iterator(value)}
    for name, value in found.items():
        if _is_spent(value):
            raise UsedUpError(
                f"生成器“{name}”在给出之前已经读完，内容会丢失，请改成列表",
                f"the generator {name!r} was read before it was given: make it a list",
            )
    return found


def passing(values: Mapping[str, Any], once: Callable[[], frozenset[str]]) -> Mapping[str, Any]:
    """Return `values` with iterators that keep nothing where they are read `once`, and can be read again elsewhere."""
    iterators = _iterators(values)
    if not iterators:
        return values
    names = once()
    made = {name: _Passing(value) if name in names else _Again(value) for name, value in iterators.items()}
    return {**values, **made}


def begun_anew(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return `values` for one more render behind one that failed: with what iterators gave last, and have left."""
    left = {name: chain(value.last, value.items) for name, value in values.items() if isinstance(value, _Passing)}
    return {**values, **left} if left else values


def refuse_generators(values: Mapping[str, Any]) -> None:
    """Refuse `values` of which one is an iterator, read already.

    Raises:
        TemplateError: One is.
    """
    for name, value in values.items():
        if isinstance(value, _Passing) and value.last:
            raise TemplateError(
                f"有图片的文档要重新生成一次，而生成器“{name}”只能读一次，请改成列表",
                f"with a picture the document is begun anew, and the generator {name!r} is used up: make it a list",
            )


_REPEATED: Final = (nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)
"""What is in these may be written more than once."""


def read_once(trees: Iterable[nodes.Template]) -> frozenset[str]:
    """Return the names that the parts of a template ask for once in all: for a loop that is run once."""
    used: Counter[str] = Counter()
    looped: set[str] = set()
    for tree in trees:
        used.update(name.name for name in tree.find_all(nodes.Name) if name.ctx == "load")
        looped.update(_looped(tree))
    return frozenset(name for name in looped if used[name] == 1)


def _looped(node: nodes.Node) -> Iterator[str]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.For) and isinstance(child.iter, nodes.Name):
            yield child.iter.name
        if not isinstance(child, _REPEATED):
            yield from _looped(child)


class ReadingBudget(Budget):
    """A budget that refuses a loop over an iterator that was read before."""

    # Most renders read none: it is made by the first.
    __slots__ = ("begun",)
    begun: dict[int, Any]

    def behind(self, before: "ReadingBudget") -> "ReadingBudget":
        """Return the budget, for a render of the same values as one with the budget `before`, broken off."""
        if hasattr(before, "begun"):
            self.begun = before.begun
        return self

    def _charged(self, items: Iterable[object], weight: int) -> Iterator[object]:
        if _is_iterator(items):
            self._begin(items)
        return super()._charged(items, weight)

    def _begin(self, items: object) -> None:
        if not hasattr(self, "begun"):
            self.begun = {}
        before = self.begun.get(id(items))
        if _is_spent(items) or before is items or (isinstance(before, weakref.ref) and before() is items):
            raise _used_up()
        try:
            self.begun[id(items)] = weakref.ref(items)
        except TypeError:
            self.begun[id(items)] = items


def _is_spent(value: object) -> bool:
    return isinstance(value, GeneratorType) and value.gi_frame is None


def _unspent(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def filtered(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - a template's values are of any type
        if any(map(_is_spent, args[:2])):
            raise _used_up()
        return function(*args, **kwargs)

    return filtered


_READING: Final = (
    "batch first groupby join list map max min reject rejectattr reverse select selectattr slice sort sum unique"
)
READING_FILTERS: Final = {name: _unspent(GUARDED_FILTERS[name]) for name in _READING.split()}
"""Jinja's filters that read a list, for lists that aren't used up."""
