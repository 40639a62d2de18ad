"""What an expression of a template stands for, as far as it comes from what is given: paths, and what they become."""

from collections.abc import Iterable
from typing import Final

from attrs import frozen

__all__ = ["NOTHING", "Shape", "merged"]

_MOST: Final = 32
"""An expression that may stand for more paths than this stands for the first of them."""


@frozen
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

    def part(self, number: int) -> "Shape":
        """Return what the name at `number` gets when it is assigned to several."""
        return self.parts[number] if number < len(self.parts) else self.items


NOTHING: Final = Shape()
"""What comes from nothing that is given."""


def merged(shapes: Iterable[Shape]) -> Shape:
    """Return what may be any of `shapes`.

    >>> merged([Shape(("a",)), Shape(("b",)), Shape(("a",))]).items.paths
    ('a[]', 'b[]')
    """
    found = [shape for shape in shapes if shape != NOTHING]
    if len(found) < 2:  # noqa: PLR2004 - there is nothing to merge
        return found[0] if found else NOTHING
    items = [shape.item for shape in found if shape.item is not None]
    names = {name for shape in found for name, _ in shape.names}
    return Shape(
        paths=tuple(dict.fromkeys(path for shape in found for path in shape.paths))[:_MOST],
        item=merged(items) if items else None,
        parts=next((shape.parts for shape in found if shape.parts), ()),
        names=tuple(
            (name, merged(one for shape in found for other, one in shape.names if other == name))
            for name in sorted(names)
        ),
        noted=all(shape.noted for shape in found),
    )
