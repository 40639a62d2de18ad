"""The names that a template asks for: nested, through loops, in every part.

`sections[].title` is the field `title` of each item of `sections`.
"""

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen
from jinja2 import nodes

from draftkit.template.asking import Reader
from draftkit.template.source import Program

__all__ = ["Field", "Place", "fields_of", "steps"]


@frozen
class Place:
    """Where a template asks for a name."""

    part: str
    paragraph: int
    snippet: str


@frozen
class Field:
    """A name that a template asks for.

    Args:
        path: The name, with its fields behind dots and `[]` for each item of a list.
        optional: Whether the template does without it everywhere (`is defined`, `|default(…)`).
        places: Where it is asked for.
    """

    path: str
    optional: bool
    places: tuple[Place, ...]


def fields_of(programs: Iterable[tuple[Program, nodes.Template]], known: frozenset[str]) -> tuple[Field, ...]:
    """Return the fields that the parts ask for, in their order; `known` are names that every template has."""
    found: dict[str, Field] = {}
    for program, tree in programs:
        reader = Reader(known)
        reader.block(tree.body, {})
        for path, line, optional in reader.found:
            tag = program.source.tag(line)
            place = Place(program.source.name, tag.paragraph, tag.text)
            before = found.get(path)
            if before is None:
                found[path] = Field(path, optional, (place,))
            else:
                places = before.places if place in before.places else (*before.places, place)
                found[path] = evolve(before, optional=before.optional and optional, places=places)
    return tuple(found.values())


def steps(path: str) -> Iterator[str]:
    """Yield the steps of a path: names, and `[]` for an item.

    >>> list(steps("sections[].title"))
    ['sections', '[]', 'title']
    """
    for name in path.split("."):
        bare = name.rstrip("[]")
        yield bare
        yield from ["[]"] * ((len(name) - len(bare)) // 2)
