"""Validators that say what would be right, in the clerk's words."""

import datetime as dt
from types import UnionType
from typing import Any, cast

from attrs import Attribute, field

from draftkit._validators import Validator, instance_of
from draftkit.errors import FactError

_MISSING = object()


def required(zh: str, check: Validator, *, sample: str) -> Any:  # noqa: ANN401 -- attrs fields have no type of their own
    """Return a field that must be given: left out, it is a `FactError`, not a TypeError.

    Args:
        zh: What the clerk calls it.
        check: What its value has to be.
        sample: How it is written.
    """

    def validate(instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if value is _MISSING:
            owner = type(instance).__name__
            raise FactError(
                f"{owner} 缺少{zh}，应写明，如 {sample}",
                f"{owner} needs {attribute.name}, such as {sample}",
                where=attribute.name,
            )
        check(instance, attribute, value)

    return field(default=cast("Any", _MISSING), validator=validate)


def whole(zh: str, *, least: int = 0, optional: bool = False) -> Validator:
    """Return a validator of whole numbers from `least` up."""

    def validate(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if optional and value is None:
            return
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise FactError(
                f"{zh}应为不小于{least}的整数，而不是 {value!r}",
                f"{attribute.name} must be a whole number of at least {least}, not {value!r}",
                where=attribute.name,
            )

    return validate


def instance(sample: str, types: type | UnionType, *, optional: bool = True) -> Validator:
    """Return a validator of objects of `types`, which are written as `sample`."""
    return instance_of(FactError, sample, types, optional=optional)


def words(zh: str, *, empty: bool = False) -> Validator:
    """Return a validator of text on one line, not empty unless `empty`."""

    def validate(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if isinstance(value, str) and value.strip() and value != value.strip():
            raise FactError(
                f"{zh}前后有空格，应写成“{value.strip()}”",
                f"{attribute.name} has spaces around it: write {value.strip()!r}",
                where=attribute.name,
            )
        if not isinstance(value, str) or "\n" in value or not (value.strip() or (empty and value == "")):
            raise FactError(
                f"{zh}应为一行不空的文字，而不是 {value!r}",
                f"{attribute.name} must be a line of text, not {value!r}",
                where=attribute.name,
            )

    return validate


def day(zh: str, *, optional: bool = True) -> Validator:
    """Return a validator of dates (not datetimes, which carry a time no paper shows)."""

    def validate(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if optional and value is None:
            return
        if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
            raise FactError(
                f"{zh}应为日期，如 datetime.date(2026, 1, 15)，而不是 {value!r}",
                f"{attribute.name} must be a datetime.date, not {value!r}",
                where=attribute.name,
            )

    return validate
