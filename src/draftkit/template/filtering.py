"""What the filters and methods of a template make of what is given to them, as far as its fields can be told."""

from collections.abc import Iterator
from typing import Final

from attrs import evolve
from jinja2 import nodes

from draftkit.template.shapes import NOTHING, Shape

__all__ = ["attributes", "filtered", "from_method"]

_SAME: Final = frozenset(["sort", "reverse", "list", "unique", "selectattr", "rejectattr", "select", "reject"])
_ITEM: Final = frozenset({"first", "last", "min", "max", "random"})
_PLACE: Final = {
    "selectattr": 0, "rejectattr": 0, "groupby": 0, "sum": 0, "join": 1, "unique": 1, "min": 1, "max": 1, "sort": 2,
    "map": None,
}  # fmt: skip
"""The filters that take a field's name, and where it stands if it isn't called `attribute`."""


def attributes(node: nodes.Filter) -> Iterator[str]:
    """Yield the fields of each item that a filter goes by: `map(attribute="name")`, `sort(attribute="a,b")`."""
    if node.name not in _PLACE:
        return
    place = _PLACE[node.name]
    given = [one.value for one in node.kwargs if one.key == "attribute"]
    if place is not None and place < len(node.args):
        given.append(node.args[place])
    for value in given:
        if isinstance(value, nodes.Const) and isinstance(value.value, str):
            yield from value.value.split(",") if node.name == "sort" else [value.value]


def filtered(node: nodes.Filter, base: Shape) -> Shape | None:
    """Return what the filter makes of `base`; None if nothing that is told by its fields."""
    match node.name:
        case name if name in _SAME:
            return base
        case name if name in _ITEM:
            return base.items
        case "batch" | "slice":
            return Shape(item=Shape(item=base.items))
        case "groupby":
            group = Shape(item=base.items)
            return Shape(item=Shape(parts=(NOTHING, group), names=(("grouper", NOTHING), ("list", group))))
        case "map":
            return next((Shape(item=_at(base.items, path)) for path in attributes(node)), None)
        case "dictsort" | "items":
            return _pairs(base)
        case "attr" if node.args and isinstance(node.args[0], nodes.Const):
            return base.field(str(node.args[0].value))
        case _:
            return None


def from_method(name: str, base: Shape) -> Shape:
    """Return what a method of a value gives: those of a dict lead to what it holds."""
    match name:
        case "items":
            return _pairs(base)
        case "values":
            return Shape(item=base.items)
        case "get":
            return evolve(base.items, noted=True)
        case "copy":
            return evolve(base, noted=True)
        case _:
            return NOTHING


def _pairs(base: Shape) -> Shape:
    return Shape(item=Shape(parts=(NOTHING, base.items)))


def _at(shape: Shape, path: str) -> Shape:
    for name in path.split("."):
        shape = shape.field(name)
    return shape
