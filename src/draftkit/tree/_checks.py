"""Validators of nodes, which say what belongs there."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from draftkit._validators import Validator, instance_of, no_instance
from draftkit.errors import TreeError

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = ["instance", "listed", "text"]

_Node = TypeVar("_Node")


def instance(sample: str, type_: type, *, optional: bool = False) -> Validator:
    """Return a validator of objects of that type, which are written as `sample`."""
    return instance_of(TreeError, sample, type_, optional=optional)


def listed(value: object, sample: str, type_: type[_Node]) -> tuple[_Node, ...]:
    """Return `value` as a tuple; a list of such objects is written as `sample`."""
    given = tuple(value) if isinstance(value, Iterable) else (value,)
    found = tuple(each for each in given if isinstance(each, type_))
    if len(found) < len(given):
        raise no_instance(TreeError, type_.__name__, sample, value)
    return found


def text(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Refuse a value that isn't text."""
    if not isinstance(value, str):
        raise TreeError(
            f"{attribute.name} 应为文字，而不是 {value!r}",
            f"{attribute.name} must be text, not {value!r}",
            where=attribute.name,
        )
