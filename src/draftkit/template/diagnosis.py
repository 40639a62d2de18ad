"""Why a render failed: the same render once more, each expression tried by itself, every error kept."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from jinja2 import Template

from draftkit.template.budget import Budget, OverBudgetError
from draftkit.template.codegen import ProbingGenerator
from draftkit.template.expressions import numbered
from draftkit.template.output import Output
from draftkit.template.probing import Probe
from draftkit.template.problems import Problem
from draftkit.template.reasons import reason
from draftkit.template.sandbox import EngineEnvironment, RenderContext
from draftkit.template.source import Program, Source, parse
from draftkit.template.structure import study

__all__ = ["diagnose", "reason", "traced"]

_MOST: Final = 100
"""So many errors of one part are told; a wrong list could have thousands."""


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
    expressions = numbered(tree)
    code = probing.compile(tree, program.source.name, program.source.name)
    template = probing.template_class.from_code(probing, code, probing.globals)
    context = RenderContext(probing, {**probing.globals, **values}, program.source.name, template.blocks)
    context.output = Output(budget, strict=environment.strict)
    probe = Probe(program.source, expressions, values, context)
    context.probe = probe
    try:
        for _ in budget.batches(template.root_render_func(context)):
            if len(probe.problems) >= _MOST:
                break
    except OverBudgetError:
        if not probe.problems:
            raise
    except Exception as error:  # noqa: BLE001 - what isn't an expression by itself may fail with anything too
        probe.note(-1, _line(error, program.source, template) or 0, error)
    return list(probe.problems.values())


def traced(error: BaseException, programs: Iterable[Program]) -> list[Problem]:
    """Return the problem of an `error` with the tag that it was raised in; nothing if that can't be told."""
    for program in programs:
        line = _line(error, program.source, program.code())
        if line is not None:
            return [program.source.problem(line, *reason(error))]
    return []


def _line(error: BaseException, source: Source, template: Template) -> int | None:
    """Return the line of the template that `error` passed, the innermost of a part's."""
    found, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == source.name:
            found = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return found
