"""What reads a template's syntax tree for the names that it asks for."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from attrs import evolve
from jinja2 import nodes

from draftkit.template.filtering import attributes, filtered, from_method
from draftkit.template.shapes import NOTHING, Shape, merged

__all__ = ["Reader"]

_DEFAULT: Final = frozenset({"default", "d"})
_MOST: Final = 1000
"""So many calls of macros are followed; each may call others."""

Scope = dict[str, Shape]
"""What each name stands for that the template made itself."""


class Reader:
    """What reads the syntax tree of one part.

    Args:
        known: The names that every template has.

    Attributes:
        found: The paths that are asked for, each with its line and whether the template does without it there.
    """

    def __init__(self, known: frozenset[str]) -> None:
        self.found: list[tuple[str, int, bool]] = []
        self._known = known | {"self", "loop"}
        self._guarded: frozenset[str] = frozenset()
        self._macros: dict[str, tuple[nodes.Macro, Scope]] = {}
        self._loops: list[tuple[nodes.For, Scope]] = []
        self._called: dict[object, Scope] = {}

    def block(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        """Read the nodes of a block; names set in it are known behind it."""
        for node in body:
            self._node(node, scope)

    def _node(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.For():
                self._loop(node, scope)
            case nodes.If():
                self._branches(node, scope)
            case nodes.Assign():
                self._assign(node.target, self._value(node.node, scope), scope)
            case nodes.AssignBlock():
                self.block([*node.body, *([node.filter] if node.filter else [])], scope)
                self._assign(node.target, NOTHING, scope)
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

    def _branches(self, node: nodes.If, scope: Scope) -> None:
        """Read the branches of a condition; a name that several of them set stands for any of it."""
        ends: list[Scope] = []
        before: frozenset[str] = frozenset()
        for branch in (node, *node.elif_):
            ends.append(dict(scope))
            with self._guarding(before):
                self._value(branch.test, scope)
                there, not_there = self._guards(branch.test, scope)
                with self._guarding(there):
                    self.block(branch.body, ends[-1])
            before |= not_there
        ends.append(dict(scope))
        with self._guarding(before):
            self.block(node.else_, ends[-1])
        for name in {name for end in ends for name, shape in end.items() if scope.get(name) is not shape}:
            scope[name] = merged(end[name] for end in ends if name in end)

    def _guards(self, test: nodes.Node, scope: Scope) -> tuple[frozenset[str], frozenset[str]]:
        """Return the paths that are there where `test` holds, and those that are where it doesn't."""
        none: frozenset[str] = frozenset()
        match test:
            case nodes.Test(name="defined" | "undefined") if _is_path(test.node):
                paths = frozenset(self._shape(test.node, scope).paths)
                return (paths, none) if test.name == "defined" else (none, paths)
            case nodes.Not():
                return self._guards(test.node, scope)[::-1]
            case nodes.And() | nodes.Or():
                left, right = self._guards(test.left, scope), self._guards(test.right, scope)
                return (left[0] | right[0], none) if isinstance(test, nodes.And) else (none, left[1] | right[1])
            case _:
                return none, none

    @contextmanager
    def _guarding(self, paths: frozenset[str]) -> Iterator[None]:
        before = self._guarded
        self._guarded |= paths
        yield
        self._guarded = before

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        items = self._shape(node.iter, scope).items
        self._note(items, node.iter.lineno)
        if node.recursive:
            self._loops.append((node, scope))
        self._turn(node, scope, items)
        if node.recursive:
            self._loops.pop()
        self.block(node.else_, scope)

    def _turn(self, node: nodes.For, scope: Scope, items: Shape) -> None:
        inner: Scope = {**scope, "loop": NOTHING}
        self._assign(node.target, items, inner)
        if node.test is not None:
            self._value(node.test, inner)
        self.block(node.body, inner)

    def _macro(self, node: nodes.Macro | nodes.CallBlock, scope: Scope) -> None:
        for default in node.defaults:
            self._value(default, scope)
        if isinstance(node, nodes.CallBlock):
            self._value(node.call, scope)
        else:
            scope[node.name] = NOTHING
            self._macros[node.name] = node, scope
        self._body(node, scope, {})

    def _body(self, node: nodes.Macro | nodes.CallBlock, scope: Scope, given: Scope) -> None:
        own: Scope = {argument.name: given.get(argument.name, NOTHING) for argument in node.args}
        self.block(node.body, {**scope, **own, "caller": NOTHING, "varargs": NOTHING, "kwargs": NOTHING})

    def _assign(self, target: nodes.Node, shape: Shape, scope: Scope) -> None:
        match target:
            case nodes.Name():
                scope[target.name] = shape
            case nodes.Tuple():
                for number, item in enumerate(target.items):
                    self._assign(item, shape.part(number), scope)
            case _:
                pass

    def _value(self, node: nodes.Node, scope: Scope, *, optional: bool = False) -> Shape:
        """Read an expression; return what it stands for, and note it where it ends there."""
        shape = self._shape(node, scope, optional=optional)
        self._note(shape, node.lineno, optional=optional)
        return shape

    def _note(self, shape: Shape, line: int, *, optional: bool = False) -> None:
        if shape.noted:
            return
        self.found += [(path, line, optional or path in self._guarded) for path in shape.paths]

    def _shape(self, node: nodes.Node, scope: Scope, *, optional: bool = False) -> Shape:  # noqa: C901, PLR0911 - as above
        match node:
            case nodes.Name():
                known = node.name in scope or node.name in self._known
                return scope.get(node.name, NOTHING) if known else Shape((node.name,))
            case nodes.Getattr():
                return self._shape(node.node, scope, optional=optional).field(node.attr)
            case nodes.Getitem():
                return self._item(node, scope, optional=optional)
            case nodes.Call():
                return self._call(node, scope)
            case nodes.Filter():
                return self._filter(node, scope, optional=optional)
            case nodes.Test(name="defined" | "undefined"):
                self._children((*node.args, *(one.value for one in node.kwargs)), scope)
                self._value(node.node, scope, optional=True)
                return NOTHING
            case nodes.And() | nodes.Or():
                left = self._value(node.left, scope, optional=optional)
                with self._guarding(self._guards(node.left, scope)[isinstance(node, nodes.Or)]):
                    return evolve(merged([left, self._value(node.right, scope, optional=optional)]), noted=True)
            case nodes.CondExpr():
                return self._choice(node, scope, optional=optional)
            case nodes.List():
                return Shape(item=merged([self._value(item, scope) for item in node.items]))
            case nodes.Tuple():
                return Shape(parts=tuple(self._value(item, scope) for item in node.items))
            case nodes.Dict():
                return Shape(names=tuple(self._pairs(node, scope)))
            case _:
                self._children(node.iter_child_nodes(), scope)
                return NOTHING

    def _children(self, children: Iterable[nodes.Node], scope: Scope) -> None:
        for child in children:
            if isinstance(child, nodes.Expr):
                self._value(child, scope)
            else:
                self._children(child.iter_child_nodes(), scope)

    def _pairs(self, node: nodes.Dict, scope: Scope) -> Iterator[tuple[str, Shape]]:
        for pair in node.items:
            value = self._value(pair.value, scope)
            if isinstance(pair.key, nodes.Const):
                yield str(pair.key.value), value
            else:
                self._value(pair.key, scope)

    def _choice(self, node: nodes.CondExpr, scope: Scope, *, optional: bool) -> Shape:
        self._value(node.test, scope)
        there, not_there = self._guards(node.test, scope)
        with self._guarding(there):
            found = [self._value(node.expr1, scope, optional=optional)]
        if node.expr2 is not None:
            with self._guarding(not_there):
                found.append(self._value(node.expr2, scope, optional=optional))
        return evolve(merged(found), noted=True)

    def _item(self, node: nodes.Getitem, scope: Scope, *, optional: bool) -> Shape:
        base = self._shape(node.node, scope, optional=optional)
        match node.arg:
            case nodes.Const(value=str(name)):
                return base.field(name)
            case nodes.Slice():
                self._children(node.arg.iter_child_nodes(), scope)
                return base
            case nodes.Const(value=int(number)) if number >= 0:
                return base.part(number)
            case _:
                self._value(node.arg, scope)
                return base.items

    def _call(self, node: nodes.Call, scope: Scope) -> Shape:
        called = node.node.name if isinstance(node.node, nodes.Name) else ""
        own = called in self._macros and scope.get(called) is NOTHING
        if not (own or isinstance(node.node, nodes.Getattr)):
            self._value(node.node, scope)
        args = [self._value(one, scope) for one in node.args]
        given = {one.key: self._value(one.value, scope) for one in node.kwargs}
        self._children([one for one in (node.dyn_args, node.dyn_kwargs) if one is not None], scope)
        if isinstance(node.node, nodes.Getattr):
            return from_method(node.node.attr, self._value(node.node.node, scope))
        if own:
            self._follow(called, args, given)
        elif called == "loop" and self._loops and args:
            self._recurse(args[0])
        elif called in {"namespace", "dict"} and called not in scope:
            return Shape(names=tuple(given.items()))
        return NOTHING

    def _recurse(self, items: Shape) -> None:
        """Read the body of a recursive loop for the lists that it calls itself with."""
        node, scope = self._loops.pop()
        self._note(items.items, node.lineno)
        self._turn(node, scope, items.items)
        self._loops.append((node, scope))

    def _follow(self, name: str, args: list[Shape], given: Scope) -> None:
        """Read the body of a macro for what it is called with, once for each."""
        node, scope = self._macros[name]
        bound = {argument.name: value for argument, value in zip(node.args, args, strict=False)} | given
        call = (name, *((one, bound[one].paths, bound[one].made) for one in sorted(bound)))
        if call in self._called or len(self._called) >= _MOST:
            return
        self._called[call] = bound
        del self._macros[name]
        self._body(node, scope, bound)
        self._macros[name] = node, scope

    def _filter(self, node: nodes.Filter, scope: Scope, *, optional: bool) -> Shape:
        given = [self._value(one, scope) for one in (*node.args, *(one.value for one in node.kwargs))]
        if node.node is None:
            return NOTHING
        has_default = node.name in _DEFAULT
        base = self._shape(node.node, scope, optional=optional or has_default)
        if has_default:
            self._note(base, node.lineno, optional=True)
            return evolve(merged([base, *given[:1]]), noted=True)
        named = list(attributes(node))
        for path in named:
            self._note(Shape(tuple(f"{one}.{path}" for one in base.items.paths)), node.lineno, optional=optional)
        found = filtered(node, base)
        if not named and (found is None or not found.paths):
            self._note(base, node.lineno, optional=optional)
        return NOTHING if found is None else found


def _is_path(node: nodes.Node) -> bool:
    while isinstance(node, nodes.Getattr) or (isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const)):
        node = node.node
    return isinstance(node, nodes.Name)
