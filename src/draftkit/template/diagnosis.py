"""Why a render failed: the same render once more, each expression tried by itself, every error kept."""

import difflib
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from jinja2 import UndefinedError, nodes
from jinja2.exceptions import SecurityError

from draftkit.errors import DraftError
from draftkit.template.budget import Budget, OverBudgetError
from draftkit.template.codegen import ProbingGenerator
from draftkit.template.output import NeedsDocxtplError, Output
from draftkit.template.problems import Problem
from draftkit.template.sandbox import EngineEnvironment, RenderContext
from draftkit.template.source import Program, Source, parse
from draftkit.template.structure import study

__all__ = ["diagnose"]

_MOST: Final = 100
"""So many errors of one part are told; a wrong list could have thousands."""

_UNDEFINED: Final = re.compile(r"^'(.*)' is undefined$")
_NO_FIELD: Final = re.compile(r"^'?(.*?)'? has no (?:attribute|element) (.*)$")
_EXPRESSION: Final = re.compile(r"^\{[{%#][+-]?(?:(?:p|tr|tc|r) )?\s*(.*?)\s*-?[}%#]\}$", re.DOTALL)


class _ProbingEnvironment(EngineEnvironment):
    """The sandbox of a probing render."""

    code_generator_class = ProbingGenerator


def diagnose(
    program: Program, environment: EngineEnvironment, values: Mapping[str, Any], budget: Budget
) -> list[Problem]:
    """Return everything that goes wrong when a part is rendered with `values`; nothing if nothing does."""
    probing = _ProbingEnvironment(strict=environment.strict, autoescape=True, filters=environment.filters)
    tree = parse(program.source, probing)
    study(tree)
    probe = _Probe(program.source, _numbered(tree), values)
    code = probing.compile(tree, program.source.name, program.source.name)
    template = probing.template_class.from_code(probing, code, probing.globals)
    context = RenderContext(probing, {**probing.globals, **values}, program.source.name, template.blocks)
    context.output = Output(budget, strict=environment.strict)
    context.probe = probe
    try:
        for _ in budget.batches(template.root_render_func(context)):
            if len(probe.problems) >= _MOST:
                break
    except OverBudgetError:
        if not probe.problems:
            raise
    return list(probe.problems.values())


def _numbered(tree: nodes.Template) -> list[tuple[int, str]]:
    """Number the expressions of `tree` for the probe; return the line and the use of each."""
    found: list[tuple[int, str]] = []

    def number(node: nodes.Node | None, use: str) -> None:
        if node is not None:
            node.dk_probe = len(found)  # type: ignore[attr-defined]
            found.append((node.lineno, use))

    for output in tree.find_all(nodes.Output):
        for child in output.nodes:
            if not isinstance(child, nodes.TemplateData):
                number(child, "output")
    for loop in tree.find_all(nodes.For):
        number(loop.iter, "items")
    for branch in tree.find_all(nodes.If):
        number(branch.test, "test")
    for choice in tree.find_all(nodes.CondExpr):
        number(choice.test, "test")
    for assignment in tree.find_all(nodes.Assign):
        number(assignment.node, "value")
    return found


class _Probe:
    """What tries the expressions of one part, and keeps what goes wrong with each, once."""

    def __init__(self, source: Source, expressions: list[tuple[int, str]], values: Mapping[str, Any]) -> None:
        """Begin with no problem."""
        self.problems: dict[int, Problem] = {}
        self._source = source
        self._expressions = expressions
        self._names = tuple(values)

    def __call__(self, number: int, expression: Callable[[], Any]) -> Any:  # noqa: ANN401
        """Return what `expression` comes to, or what stands for it where it fails."""
        line, use = self._expressions[number]
        try:
            value = expression()
            match use:
                case "items":
                    iter(value)
                case "test":
                    return bool(value)
                case _:
                    pass
        except OverBudgetError:
            raise
        except NeedsDocxtplError:
            return _STAND_INS[use]
        except Exception as error:  # noqa: BLE001 - a template's expression or a user's filter may raise anything
            self._note(number, line, error)
            return _STAND_INS[use]
        return value

    def _note(self, number: int, line: int, error: Exception) -> None:
        if number in self.problems:
            return
        tag = self._source.tag(line)
        zh, en = self._sentences(error)
        found = _EXPRESSION.match(tag.text)
        self.problems[number] = Problem(
            zh=zh,
            en=en,
            part=self._source.name,
            paragraph=tag.paragraph,
            snippet=tag.text,
            field=found[1] if found else "",
        )

    def _sentences(self, error: Exception) -> tuple[str, str]:
        match error:
            case DraftError():
                return error.zh, error.en
            case SecurityError():
                return "模板不可以这样做：只能读取数据的字段", f"a template may only read fields of its data: {error}"
            case UndefinedError():
                return self._undefined(error.message or "")
            case _:
                return f"无法计算：{error}", f"it can't be worked out: {type(error).__name__}: {error}"

    def _undefined(self, message: str) -> tuple[str, str]:
        if found := _UNDEFINED.match(message):
            close = difflib.get_close_matches(found[1], self._names, n=1)
            hint_zh = f"，是否应为“{close[0]}”" if close else "，请在数据中给出"
            hint_en = f"; did you mean {close[0]!r}?" if close else "; give it a value"
            return f"没有名为“{found[1]}”的数据{hint_zh}", f"{found[1]!r} isn't given{hint_en}"
        if found := _NO_FIELD.match(message):
            name = found[2].strip("'\"")
            return f"数据中没有字段“{name}”，请检查名称", f"the value has no field {name!r}: check the name"
        return f"数据没有给出：{message}", message


_STAND_INS: Final[dict[str, Any]] = {"output": "", "items": (), "test": False, "value": ""}
