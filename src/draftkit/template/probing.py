"""What tries the expressions of a part one by one, and goes on behind those that fail."""

import re
from collections.abc import Callable, Iterator, Mapping, Sized
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes

from draftkit.errors import TemplateError
from draftkit.template.budget import OverBudgetError
from draftkit.template.expressions import Expression
from draftkit.template.generators import UsedUpError
from draftkit.template.output import NeedsDocxtplError
from draftkit.template.reasons import reason
from draftkit.template.sandbox import RenderContext
from draftkit.template.source import Source

if TYPE_CHECKING:
    from draftkit.template.problems import Problem

__all__ = ["Probe"]

_TAG: Final = re.compile(r"^\{[{%#][+-]?(?:(?:p|tr|tc|r) )?\s*(.*?)\s*-?[}%#]\}$", re.DOTALL)
_STAND_INS: Final[dict[str, Any]] = {"output": "", "items": (), "test": False, "value": "", "call": lambda *_, **__: ""}


class Probe:
    """What tries the expressions of one part, and keeps what goes wrong with each, once.

    Args:
        source: The part.
        expressions: Its expressions by number.
        values: What it is rendered with.
        context: The context of the render.
    """

    def __init__(
        self, source: Source, expressions: list[Expression], values: Mapping[str, Any], context: RenderContext
    ) -> None:
        self.problems: dict[int, Problem] = {}
        self._source = source
        self._expressions = expressions
        self._names = tuple(name for name in values if isinstance(name, str))
        self._context = context

    def __call__(self, number: int, expression: Callable[[], Any]) -> Any:  # noqa: ANN401
        """Return what `expression` comes to, or what stands for it where it fails."""
        _, use, target = self._expressions[number]
        return self._tried(number, lambda: self._used(number, use, target, expression()), _stand_in(use, target))

    def _used(self, number: int, use: str, target: nodes.Node | None, value: Any) -> Any:  # noqa: ANN401
        match use:
            case "items":
                items = self._each(number, target, iter(value))
                # A list stays one, for it has a length.
                return list(items) if isinstance(value, Sized) else items
            case "test":
                return bool(value)
            case "call":
                return self._called(number, value)
            case _:
                return _fitted(target, value)

    def _each(self, number: int, target: nodes.Node | None, items: Iterator[Any]) -> Iterator[Any]:
        while (item := self._tried(number, partial(next, items, _END), _END)) is not _END:
            fitted = self._tried(number, partial(_fitted, target, item), _END)
            if fitted is not _END:
                yield fitted

    def _called(self, number: int, value: Any) -> Callable[..., Any]:  # noqa: ANN401
        def called(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            call = self._context.environment.call  # type: ignore[attr-defined]
            return self._tried(number, lambda: call(self._context, value, *args, **kwargs), "")

        if not callable(value):
            value()
        return called

    def _tried(self, number: int, expression: Callable[[], Any], stand_in: Any) -> Any:  # noqa: ANN401
        try:
            return expression()
        except OverBudgetError:
            raise
        except (NeedsDocxtplError, UsedUpError):
            # A picture is no error, and generators were read by the render that failed.
            return stand_in
        except Exception as error:  # noqa: BLE001 - a template's expression or a user's filter may raise anything
            self.note(number, self._expressions[number].line, error)
            return stand_in

    def note(self, number: int, line: int, error: Exception) -> None:
        """Keep the problem of an expression, unless it has one."""
        if number in self.problems:
            return
        zh, en = reason(error, self._names)
        problem = self._source.problem(line, zh, en)
        found = _TAG.match(problem.snippet)
        self.problems[number] = problem._replace(field=found[1] if found else "")


_END: Final = object()


def _fitted(target: nodes.Node | None, value: Any) -> Any:  # noqa: ANN401
    """Return `value` as it can be assigned to `target`: to several names, as many values.

    Raises:
        TemplateError: It can't.
    """
    if not isinstance(target, nodes.Tuple):
        return value
    wanted = len(target.items)
    hint_zh, hint_en = ("；字典要取键和值，请写 .items()", "; for keys and values of a dict write .items()")
    try:
        items = tuple(value)
    except TypeError:
        items = ()
    if len(items) != wanted:
        kind = f"“{value}”" if isinstance(value, str) else f" {type(value).__name__} "
        raise TemplateError(
            f"这里要分成{wanted}个值，{kind}不能这样分{hint_zh if isinstance(value, str) else ''}",
            f"{wanted} values are expected here, and this {type(value).__name__} isn't that many"
            + (hint_en if isinstance(value, str) else ""),
        )
    return tuple(_fitted(name, item) for name, item in zip(target.items, items, strict=True))


def _stand_in(use: str, target: nodes.Node | None) -> Any:  # noqa: ANN401
    if use == "value" and isinstance(target, nodes.Tuple):
        return tuple(_stand_in(use, name) for name in target.items)
    return _STAND_INS[use]
