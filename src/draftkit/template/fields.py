"""The names that a template asks for: nested, through loops, in every part.

`sections[].title` is the field `title` of each item of `sections`.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve, frozen
from jinja2 import nodes

from draftkit.template.source import Program

__all__ = ["Field", "Place", "fields_of"]

_SAME: Final = frozenset({"sort", "reverse", "list", "unique", "selectattr", "rejectattr", "select", "reject", "batch"})
_ITEM: Final = frozenset({"first", "last", "min", "max"})
_BY_ATTRIBUTE: Final = frozenset({"map", "sort", "groupby", "sum", "unique", "min", "max", "join"})
_BY_FIRST: Final = frozenset({"selectattr", "rejectattr", "groupby"})


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
        reader = _Reader(known)
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


Scope = dict[str, str | None]
"""The path of each name that the template made itself; None where it stands for nothing given."""


class _Reader:
    """What reads the syntax tree of one part."""

    def __init__(self, known: frozenset[str]) -> None:
        self.found: list[tuple[str, int, bool]] = []
        self._known = known

    def block(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        """Read the nodes of a block; names set in it are known behind it."""
        for node in body:
            self._node(node, scope)

    def _node(self, node: nodes.Node, scope: Scope) -> None:  # noqa: C901 - a case for each kind of node
        match node:
            case nodes.For():
                self._loop(node, scope)
            case nodes.If():
                self._value(node.test, scope)
                for branch in (node.body, *(one.body for one in node.elif_), node.else_):
                    self.block(branch, scope)
                for one in node.elif_:
                    self._value(one.test, scope)
            case nodes.Assign():
                self._assign(node.target, self._value(node.node, scope), scope)
            case nodes.AssignBlock():
                self.block(node.body, scope)
                self._assign(node.target, None, scope)
            case nodes.With():
                inner = dict(scope)
                for target, value in zip(node.targets, node.values, strict=True):
                    self._assign(target, self._value(value, scope), inner)
                self.block(node.body, inner)
            case nodes.Macro() | nodes.CallBlock():
                self._macro(node, scope)
            case nodes.Expr():
                self._value(node, scope)
            case _:
                self.block(node.iter_child_nodes(), scope)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        items = self._value(node.iter, scope, suffix="[]")
        inner: Scope = {**scope, "loop": None}
        self._assign(node.target, items, inner)
        if node.test is not None:
            self._value(node.test, inner)
        self.block(node.body, inner)
        self.block(node.else_, scope)

    def _macro(self, node: nodes.Macro | nodes.CallBlock, scope: Scope) -> None:
        for default in node.defaults:
            self._value(default, scope)
        if isinstance(node, nodes.CallBlock):
            self._value(node.call, scope)
        else:
            scope[node.name] = None
        own: Scope = {argument.name: None for argument in node.args}
        self.block(node.body, {**scope, **own, "caller": None, "varargs": None, "kwargs": None})

    def _assign(self, target: nodes.Node, path: str | None, scope: Scope) -> None:
        match target:
            case nodes.Name():
                scope[target.name] = path
            case nodes.Tuple():
                for item in target.items:
                    self._assign(item, None, scope)
            case _:
                pass

    def _value(self, node: nodes.Node, scope: Scope, *, suffix: str = "", optional: bool = False) -> str | None:
        """Read an expression; return the path it stands for, and note it where it ends there."""
        path = self._path(node, scope, optional=optional)
        if path is None:
            return None
        path += suffix
        self.found.append((path, node.lineno, optional))
        return path

    def _path(self, node: nodes.Node, scope: Scope, *, optional: bool = False) -> str | None:
        match node:
            case nodes.Name():
                if node.name in scope or node.name == "loop" or node.name in self._known:
                    return scope.get(node.name)
                return node.name
            case nodes.Getattr():
                return _joined(self._path(node.node, scope, optional=optional), f".{node.attr}")
            case nodes.Getitem():
                return self._item(node, scope, optional=optional)
            case nodes.Call(node=nodes.Getattr() as method):
                self._children((*node.args, *(one.value for one in node.kwargs)), scope)
                self._value(method.node, scope)
                return None
            case nodes.Filter():
                return self._filter(node, scope, optional=optional)
            case nodes.Test(name="defined" | "undefined"):
                self._value(node.node, scope, optional=True)
                return None
            case _:
                self._children(node.iter_child_nodes(), scope)
                return None

    def _children(self, children: Iterable[nodes.Node], scope: Scope) -> None:
        for child in children:
            if isinstance(child, nodes.Expr):
                self._value(child, scope)
            else:
                self._children(child.iter_child_nodes(), scope)

    def _item(self, node: nodes.Getitem, scope: Scope, *, optional: bool) -> str | None:
        base = self._path(node.node, scope, optional=optional)
        match node.arg:
            case nodes.Const(value=str(name)):
                return _joined(base, f".{name}")
            case nodes.Slice():
                return base
            case nodes.Const():
                return _joined(base, "[]")
            case _:
                self._value(node.arg, scope)
                return _joined(base, "[]")

    def _filter(self, node: nodes.Filter, scope: Scope, *, optional: bool) -> str | None:
        if node.node is None:
            return None
        self._children((*node.args, *(one.value for one in node.kwargs)), scope)
        attribute = _attribute(node)
        base = self._path(node.node, scope, optional=optional or node.name in {"default", "d"})
        if base is None:
            return None
        if attribute is not None:
            self.found.append((f"{base}[].{attribute}", node.lineno, optional))
        if node.name in _SAME:
            return base
        if node.name in _ITEM:
            return f"{base}[]"
        if attribute is None:
            self.found.append((base, node.lineno, optional or node.name in {"default", "d"}))
        return None


def _attribute(node: nodes.Filter) -> str | None:
    """Return the field of each item that a filter goes by: `map(attribute="name")`."""
    if node.name in _BY_ATTRIBUTE:
        for one in node.kwargs:
            if one.key == "attribute" and isinstance(one.value, nodes.Const) and isinstance(one.value.value, str):
                return one.value.value
    if node.name in _BY_FIRST and node.args:
        first = node.args[0]
        if isinstance(first, nodes.Const) and isinstance(first.value, str):
            return first.value
    return None


def _joined(base: str | None, step: str) -> str | None:
    return None if base is None else base + step


def steps(path: str) -> Iterator[str]:
    """Yield the steps of a path: names, and `[]` for an item.

    >>> list(steps("sections[].title"))
    ['sections', '[]', 'title']
    """
    for name in path.split("."):
        bare = name.rstrip("[]")
        yield bare
        yield from ["[]"] * ((len(name) - len(bare)) // 2)
