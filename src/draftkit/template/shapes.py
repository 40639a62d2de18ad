"""What an expression of a template stands for, as far as it comes from what is given: paths, and what they become."""

from collections.abc import Iterable
from typing import Final

from attrs import frozen

__all__ = ["NOTHING", "Shape", "merged"]

_MOST: Final = 32
"""An expression that may stand for more paths than this stands for the first of them."""


@frozen(eq=False)
class Shape:
    """What a value is made of.

    Args:
        paths: What it may be, of what is given.
        item: What a loop over it gives, beside the items of `paths`.
        parts: What it is taken apart into: the key and the value of a pair.
        names: Its fields, where the template gave it these.
        noted: Whether it is noted already that `paths` are asked for.
    """

    paths: tuple[str, ...] = ()
    item: "Shape | None" = None
    parts: "tuple[Shape, ...]" = ()
    names: "tuple[tuple[str, Shape], ...]" = ()
    noted: bool = False

    def field(self, name: str) -> "Shape":
        """Return what `value.name` stands for."""
        own = [shape for one, shape in self.names if one == name]
        return merged([*own, Shape(tuple(f"{path}.{name}" for path in self.paths))])

    @property
    def items(self) -> "Shape":
        """What a loop over it gives."""
        own = [] if self.item is None else [self.item]
        return merged([*own, *self.parts, Shape(tuple(f"{path}[]" for path in self.paths))])

    @property
    def made(self) -> int:
        """What tells one shape of the same paths from another as long as it is kept; 0 for paths alone."""
        return id(self) if self.item or self.parts or self.names else 0

    def part(self, number: int) -> "Shape":
        """Return what the name at `number` gets when it is assigned to several."""
        return self.parts[number] if number < len(self.parts) else self.items


NOTHING: Final = Shape()
"""What comes from nothing that is given."""


def merged(shapes: Iterable[Shape], deep: int = 3) -> Shape:
    """Return what may be any of `shapes`; so `deep` within them, their items are merged too.

    >>> merged([Shape(("a",)), Shape(("b",)), Shape(("a",))]).items.paths
    ('a[]', 'b[]')
    """
    # A template may put a value twice into a list, that list twice into another, and so on.
    found = list({id(shape): shape for shape in shapes if shape is not NOTHING}.values())
    if len(found) < 2 or deep == 0:  # noqa: PLR2004 - there is nothing to merge
        return found[0] if found else NOTHING
    items = [shape.item for shape in found if shape.item is not None]
    names: dict[str, list[Shape]] = {}
    for shape in found:
        for name, value in shape.names:
            names.setdefault(name, []).append(value)
    return Shape(
        paths=tuple(dict.fromkeys(path for shape in found for path in shape.paths))[:_MOST],
        item=merged(items, deep - 1) if items else None,
        parts=next((shape.parts for shape in found if shape.parts), ()),
        names=tuple((name, merged(values, 1 if deep > 1 else 0)) for name, values in names.items()),
        noted=all(shape.noted for shape in found if shape.paths),
    )
