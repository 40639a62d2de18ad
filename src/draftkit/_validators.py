"""Validators that facts and nodes share; each says what would be right, in the clerk's words."""

from collections.abc import Callable
from types import UnionType
from typing import TYPE_CHECKING, Any

from draftkit.errors import DraftError

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = ["Validator", "instance_of", "no_instance"]

Validator = Callable[[Any, "Attribute[Any]", Any], None]


def no_instance(error: type[DraftError], name: str, sample: str, value: object) -> DraftError:
    """Return the error for a `value` of `name` that isn't what is written as `sample`."""
    return error(f"{name} 应为 {sample}，而不是 {value!r}", f"{name} must be {sample}, not {value!r}", where=name)


def instance_of(error: type[DraftError], sample: str, types: type | UnionType, *, optional: bool) -> Validator:
    """Return a validator of objects of `types`, which are written as `sample`; None passes too if `optional`."""

    def validate(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if not (isinstance(value, types) or (optional and value is None)):
            raise no_instance(error, attribute.name, sample, value)

    return validate
