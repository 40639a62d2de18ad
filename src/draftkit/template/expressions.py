"""The expressions of a template, numbered, so that each can be tried by itself when a render failed."""

from collections.abc import Iterator
from itertools import chain
from typing import Any, Final, NamedTuple

from jinja2 import nodes

__all__ = ["Expression", "numbered"]

_FILTERED: Final = "dk_filtered"


class Expression(NamedTuple):
    """An expression of a template.

    Args:
        line: Its line in the source.
        use: What for: `output`, `items` of a loop, `test`, `value`, `call` for what is called.
        target: The names that it, or each of its items, is assigned to.
    """

    line: int
    use: str
    target: nodes.Node | None


def numbered(tree: nodes.Template) -> list[Expression]:
    """Number the expressions of `tree` for the probe; return them by number."""
    _unfold(tree)
    found: list[Expression] = []
    for node in tree.find_all((nodes.Stmt, nodes.CondExpr, nodes.EvalContextModifier)):
        for expression, use, target in _expressions(node):
            if expression is not None:
                expression.dk_probe = len(found)  # type: ignore[attr-defined]
                found.append(Expression(expression.lineno, use, target))
    return found


def _expressions(node: nodes.Node) -> Iterator[tuple[nodes.Node | None, str, nodes.Node | None]]:
    """Yield what a node has worked out: each expression, its use, and what it is assigned to."""
    match node:
        case nodes.Output():
            yield from ((child, "output", None) for child in node.nodes)
        case nodes.For():
            yield node.iter, "items", node.target
            yield node.test, "test", None
        case nodes.If() | nodes.CondExpr():
            yield node.test, "test", None
        case nodes.Assign():
            yield node.node, "value", node.target
        case nodes.With():
            yield from ((value, "value", target) for target, value in zip(node.targets, node.values, strict=True))
        case nodes.CallBlock(call=nodes.Call() as call):
            yield call.node, "call", None
            yield from ((value, "value", None) for value in (*call.args, *(one.value for one in call.kwargs)))
        case nodes.EvalContextModifier():
            yield from ((option.value, "test", None) for option in node.options)
        case _:
            pass


def _unfold(tree: nodes.Node) -> None:
    """Make of each filter over a block a block that is set, and the filter of its name: an expression to be tried."""
    for name in tree.fields:
        value = getattr(tree, name, None)
        if isinstance(value, list):
            value[:] = chain.from_iterable(map(_unfolded, value))
        elif isinstance(value, nodes.Node):
            _unfold(value)


def _unfolded(node: Any) -> list[Any]:  # noqa: ANN401 - a node, or what else a list of a node's has
    if isinstance(node, nodes.Node):
        _unfold(node)
    match node:
        case nodes.FilterBlock():
            node.filter.dk_output = "dk_buffered"  # type: ignore[attr-defined]
            written = nodes.Output([node.filter], lineno=node.lineno)
            return [nodes.Scope([_captured(node.body, node.filter), written], lineno=node.lineno)]
        case nodes.AssignBlock(filter=nodes.Filter() as last):
            return [_captured(node.body, last), nodes.Assign(node.target, last, lineno=node.lineno)]
        case _:
            return [node]


def _captured(body: list[nodes.Node], last: nodes.Filter) -> nodes.AssignBlock:
    """Return what sets a name to what `body` writes, of which the first of the filters `last` is given the name."""
    first: nodes.Filter = last
    while isinstance(first.node, nodes.Filter):
        first = first.node
    first.node = nodes.Name(_FILTERED, "load", lineno=last.lineno)
    return nodes.AssignBlock(nodes.Name(_FILTERED, "store", lineno=last.lineno), None, body, lineno=last.lineno)
