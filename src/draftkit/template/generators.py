"""Values that can be read only once, in a render that may begin anew: docxtpl places pictures."""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any, Final

from draftkit.errors import TemplateError

__all__ = ["readable_again", "refuse_generators"]


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


_NO_ITERATORS: Final = frozenset({str, int, float, bool, type(None), list, tuple, dict})
"""What most values are."""


def readable_again(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return `values` with iterators that can be read again, for a picture makes a render begin anew."""
    if _NO_ITERATORS.issuperset(map(type, values.values())):
        return values
    again = {name: _Again(value) for name, value in values.items() if _is_iterator(value)}
    return {**values, **again} if again else values


def refuse_generators(values: Mapping[str, Any]) -> None:
    """Refuse `values` of which one is an iterator, read already.

    Raises:
        TemplateError: One is.
    """
    for name, value in values.items():
        if _is_iterator(value):
            raise TemplateError(
                f"有图片的文档要重新生成一次，而生成器“{name}”只能读一次，请改成列表",
                f"with a picture the document is begun anew, and the generator {name!r} is used up: make it a list",
            )
