"""The names that facts give to a template: the fields of an object, and what is computed from them."""

import types
from functools import cached_property

from draftkit.errors import TemplateError

__all__ = ["declared", "is_computed"]

_COMPUTED = (property, cached_property, types.MemberDescriptorType, types.GetSetDescriptorType)
"""What stands on a class for a value; attrs keeps a cached property in a slot."""


def declared(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of an attrs class or dataclass.

    Raises:
        TemplateError: It is neither.
    """
    fields = getattr(kind, "__attrs_attrs__", None)
    if fields is not None:
        return tuple(field.name for field in fields)
    names = getattr(kind, "__dataclass_fields__", None)
    if names is not None:
        return tuple(names)
    raise TemplateError(
        f"应给出字典、attrs 对象或数据类，而不是 {kind.__name__}",
        f"give a mapping, an attrs object or a dataclass, not {kind.__name__}",
    )


def is_computed(kind: type, name: str) -> bool:
    """Return whether `name` is a property of `kind`."""
    return not name.startswith("_") and isinstance(getattr(kind, name, None), _COMPUTED)
