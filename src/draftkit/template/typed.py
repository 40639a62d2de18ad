"""What the values of a type have: the names of its fields with their types, and the types of its items."""

import datetime as dt
import sys
import types
import typing
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from inspect import get_annotations
from typing import Any, Final

import attrs

from draftkit.template.given import declared, is_computed

__all__ = ["alternatives", "items", "names"]

_WRAPPERS: Final = (typing.Annotated, typing.Required, typing.NotRequired, typing.Final, typing.ClassVar)
_CLOSED: Final = (str, int, float, bool, bytes, Decimal, dt.date, dt.datetime, dt.time, dt.timedelta)
"""Types of which every value has the same names."""
_UNRESOLVED: Final = (NameError, SyntaxError, TypeError, AttributeError, ValueError, LookupError)
"""What an annotation may raise that names what isn't there."""


def alternatives(kind: Any) -> list[Any]:  # noqa: ANN401 - a type, or what is written for one
    """Return the types that a union is made of, None left out; a type alone is its own.

    >>> alternatives(typing.Optional[int]), alternatives(typing.Annotated[int, "件"])
    ([<class 'int'>], [<class 'int'>])
    """
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return [one for arg in typing.get_args(kind) if arg is not type(None) for one in alternatives(arg)]
    if origin in _WRAPPERS:
        return alternatives(typing.get_args(kind)[0])
    if isinstance(kind, typing.TypeVar):
        bounds = kind.__constraints__ or (kind.__bound__,)
        return [one for bound in bounds for one in alternatives(Any if bound is None else bound)]
    if isinstance(kind, typing.NewType):
        return alternatives(kind.__supertype__)
    if type(kind).__name__ == "TypeAliasType":
        return alternatives(kind.__value__)
    return [kind]


def items(kind: Any) -> list[Any]:  # noqa: ANN401
    """Return the types of the items of a list's type, of a dict's keys and values; none where they can't be told."""
    if kind is str:
        return [str]
    origin = typing.get_origin(kind)
    if isinstance(origin, type) and issubclass(origin, Iterable):
        return [arg for arg in typing.get_args(kind) if arg is not Ellipsis]
    if _is_named_tuple(kind):
        return list(_hints(kind).values())
    return []


def names(kind: Any, *, of_facts: bool = False) -> Mapping[str, Any] | None:  # noqa: ANN401
    """Return the names that a value of `kind` has, with their types; None where that can't be told.

    Args:
        kind: The type, or types by name.
        of_facts: Whether it is what a template is given, of which only fields and properties are names.
    """
    if isinstance(kind, Mapping):
        return kind
    origin = typing.get_origin(kind)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        args = typing.get_args(kind)
        return None if of_facts or len(args) < 2 else _Every(args[1])  # noqa: PLR2004 - keys and values
    if isinstance(origin, type) and (found := names(origin, of_facts=of_facts)) is not None:
        given = dict(zip(getattr(origin, "__parameters__", ()), typing.get_args(kind), strict=False))
        return {name: _filled(hint, given) for name, hint in found.items()}
    return _names(kind, of_facts=of_facts) if isinstance(kind, type) else None


class _Every(dict[str, Any]):
    """The names of a dict of which only the type of its values is told: any name may be there."""

    def __init__(self, kind: Any) -> None:  # noqa: ANN401
        super().__init__()
        self._kind = kind

    def __contains__(self, _name: object) -> bool:
        return True

    def __missing__(self, _name: str) -> Any:  # noqa: ANN401
        return self._kind


def _names(kind: type, *, of_facts: bool) -> Mapping[str, Any] | None:
    has_fields = attrs.has(kind) or hasattr(kind, "__dataclass_fields__")
    public = [name for name in dir(kind) if not name.startswith("_")]
    if kind in _CLOSED:
        return dict.fromkeys(public, Any)
    if not (has_fields or typing.is_typeddict(kind) or _is_named_tuple(kind)):
        return None
    hints = {name: hint for name, hint in _hints(kind).items() if not name.startswith("_")}
    if typing.is_typeddict(kind):
        return hints
    computed = {name: _returned(kind, name) for name in public if is_computed(kind, name)}
    if of_facts and has_fields:
        return {name: hints.get(name, Any) for name in declared(kind)} | computed | _only(hints, computed)
    return dict.fromkeys(public, Any) | computed | hints


def _only(hints: Mapping[str, Any], there: Mapping[str, Any]) -> dict[str, Any]:
    return {name: hint for name, hint in hints.items() if name in there}


def _is_named_tuple(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields")


def _returned(kind: type, name: str) -> Any:  # noqa: ANN401
    """Return the type of a property; anything where it has none that is known."""
    found = getattr(kind, name)
    getter = found.fget if isinstance(found, property) else getattr(found, "func", None)
    if getter is None or not (isinstance(found, (property, cached_property))):
        return Any
    try:
        return typing.get_type_hints(getter).get("return", Any)
    except _UNRESOLVED:
        return Any


def _hints(kind: type) -> dict[str, Any]:
    """Return the types of the fields of `kind`; anything for each that names what isn't there."""
    try:
        return typing.get_type_hints(kind)
    except _UNRESOLVED:
        return {
            name: _resolved(hint, base)
            for base in reversed(kind.__mro__)
            for name, hint in get_annotations(base).items()
        }


def _resolved(hint: object, base: type) -> Any:  # noqa: ANN401
    alone = types.SimpleNamespace(__annotations__={"field": hint})
    module = sys.modules.get(base.__module__)
    try:
        return typing.get_type_hints(alone, vars(module) if module else {}, dict(vars(base)))["field"]
    except _UNRESOLVED:
        return Any


def _filled(hint: Any, given: Mapping[Any, Any]) -> Any:  # noqa: ANN401
    """Return `hint` with the types that are given for its variables."""
    if isinstance(hint, typing.TypeVar):
        return given.get(hint, hint)
    variables = getattr(hint, "__parameters__", ())
    if not variables or isinstance(hint, type):
        return hint
    return hint[tuple(given.get(one, one) for one in variables)]
