"""A template compiled once and rendered many times, from any number of threads.

Nothing of a render is kept on the template: what it finds out about its values stands in its
own `Output`. The parts that have no tags keep the bytes they were deflated to.
"""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from draftkit.template.archive import Package, read_archive
from draftkit.template.budget import Budget
from draftkit.template.container import Deflate, Entry, Front, deflated, front, join, kept
from draftkit.template.deflate import deflate_named
from draftkit.template.limits import Limits
from draftkit.template.output import Output, straight
from draftkit.template.problems import Problem, TemplateProblemsError
from draftkit.template.sandbox import EngineEnvironment, RenderContext
from draftkit.template.source import Program, Source, compiled
from draftkit.template.sources import read_sources
from draftkit.template.syntax import parsed

__all__ = ["Engine", "engine_for"]

Filters = Mapping[str, Callable[..., Any]]


class Engine(NamedTuple):
    """A compiled template.

    Args:
        data: The template file's bytes.
        package: Its parts.
        environment: The sandbox it was compiled in.
        programs: The parts with tags, the main one first.
        limits: What a render may cost.
        static: The parts that keep their bytes; they stand before those that are rendered.
    """

    data: bytes
    package: Package
    environment: EngineEnvironment
    programs: tuple[Program, ...]
    limits: Limits
    static: Front

    def render(self, values: Mapping[str, Any], deflate: Deflate, budget: Budget | None = None) -> bytes:
        """Return the document that the template makes of `values`, within `budget` or else the template's limits.

        Raises:
            NeedsDocxtplError: A value is a picture or a sub-document.
            OverBudgetError: It would take or write too much.
            Exception: Anything a template or a value of it raises.
        """
        budget = Budget(self.limits) if budget is None else budget
        names = {**self.environment.globals, **values}
        made = [deflated(program.source.name, self.part(program, names, budget), deflate) for program in self.programs]
        return join(made, self.static)

    def part(self, program: Program, names: dict[str, Any], budget: Budget, docxtpl: object = None) -> bytes:
        """Return the XML of one part, rendered with the values and globals in `names`."""
        if program.straight and (found := straight(program.straight, names)):
            budget.write(len(found))
            return found
        output = Output(budget, strict=self.environment.strict, docxtpl=docxtpl)
        xml = b"".join((program.head, *self.batches(program, names, output), program.tail))
        if program.plain and not output.listing and not output.unproved:
            return xml
        from draftkit.template.finish import finished  # noqa: PLC0415 - most papers need nothing done

        return finished(program, xml.decode(), output, recover=not self.environment.strict).encode()

    def batches(self, program: Program, names: dict[str, Any], output: Output) -> Iterator[bytes]:
        """Yield what the template of a part writes, a batch at a time."""
        template = program.code()
        context = RenderContext(self.environment, names, program.source.name, template.blocks)
        context.output = output
        return output.budget.batches(template.root_render_func(context))


def compile_engine(  # noqa: PLR0913 - what an engine is made by
    data: bytes, *, strict: bool, autoescape: bool, filters: Filters, limits: Limits, keep: bool = False
) -> Engine:
    """Return the engine of the template in `data`.

    With `keep`, what docxtpl's patching makes of it is kept on disk for the next process.

    Raises:
        TemplateError: The file is refused.
        TemplateProblemsError: Tags are wrong; all of them are named.
    """
    package = read_archive(data, limits)
    environment = EngineEnvironment(strict=strict, autoescape=autoescape, filters=filters)
    problems: list[Problem] = []
    sources = read_sources(package, data, problems, strict=strict, keep=keep, limits=limits)
    programs: dict[str, Program] = {}
    for source in sources.tagged:
        program = _program(source, environment, problems)
        if program is not None:
            programs[source.name] = program
    if problems:
        raise TemplateProblemsError(problems)
    return Engine(
        data=data,
        package=package,
        environment=environment,
        programs=tuple(programs.values()),
        limits=limits,
        static=front(_static(package, programs, sources.rewritten)),
    )


def _program(source: Source, environment: EngineEnvironment, problems: list[Problem]) -> Program | None:
    tree, found = parsed(source, environment)
    problems += found
    if found:
        return None
    program = compiled(source, tree, environment)
    # docxtpl makes breaks, counts columns and opens `{_{` even where there is no tag.
    written = source.tags or not program.plain or "{_" in source.text or "_}" in source.text
    return program if written or environment.strict else None


def _static(package: Package, programs: Mapping[str, Program], rewritten: Mapping[str, bytes]) -> Iterator[Entry]:
    pack = deflate_named("zlib")
    for part in package.parts.values():
        if part.name in programs:
            continue
        if part.name in rewritten:
            yield deflated(part.name, rewritten[part.name], pack)
        else:
            yield kept(part.name, part.packed, part.method, part.crc, len(part.data))


_KEPT: Final = 64
"""So many compiled templates are kept; the one unused for longest goes first."""
_engines: OrderedDict[object, Engine] = OrderedDict()
_lock = threading.Lock()


def engine_for(data: bytes, *, strict: bool, autoescape: bool, filters: Filters, limits: Limits) -> Engine:
    """Return the engine of the template in `data`, compiled before if the same bytes were."""
    key = hashlib.sha256(data).digest(), strict, autoescape, frozenset(filters.items()), limits
    with _lock:
        found = _engines.get(key)
        if found is not None:
            _engines.move_to_end(key)
            return found
    made = compile_engine(data, strict=strict, autoescape=autoescape, filters=filters, limits=limits, keep=True)
    with _lock:
        _engines[key] = made
        while len(_engines) > _KEPT:
            _engines.popitem(last=False)
    return made
