"""`Template`: a Word template opened once and rendered any number of times."""

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, wraps
from typing import IO, TYPE_CHECKING, Any

from draftkit.errors import TemplateError
from draftkit.template.budget import Budget, OverBudgetError
from draftkit.template.deflate import deflate_named, fastest
from draftkit.template.engine import engine_for
from draftkit.template.filters import FILTERS
from draftkit.template.generators import (
    READING_FILTERS,
    ReadingBudget,
    UsedUpError,
    begun_anew,
    passing,
    read_once,
    readable_again,
    refuse_generators,
)
from draftkit.template.limits import DEFAULT, Limits
from draftkit.template.output import NeedsDocxtplError
from draftkit.template.problems import Problem, TemplateProblemsError
from draftkit.template.source import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jinja2 import nodes

    from draftkit.template.fields import Field
    from draftkit.template.source import Program

__all__ = ["Template"]

Facts = Mapping[str, Any] | Any


class Template:
    """A `.docx` with tags of docxtpl's language in it, compiled when it is opened.

    One template serves any number of threads; opened anew, the same file isn't compiled again.

    Args:
        source: The template's path, its bytes, or a stream of them.
        filters: Filters of your own by name, beside Jinja's and those for Chinese text.
        limits: What the template may cost.
        deflate: What deflates the rendered parts: `zlib`, `isal` or `zlib-ng`; the fastest
            that is installed if not given.

    Raises:
        TemplateError: The file isn't there, or is refused.
        TemplateProblemsError: Tags are wrong; all of them are named.
    """

    def __init__(
        self,
        source: str | os.PathLike[str] | bytes | IO[bytes],
        *,
        filters: Mapping[str, Callable[..., Any]] | None = None,
        limits: Limits = DEFAULT,
        deflate: str | None = None,
    ) -> None:
        self._file = os.fspath(source) if isinstance(source, (str, os.PathLike)) else None
        self._deflate_name = deflate or fastest()
        self._deflate = deflate_named(self._deflate_name)
        try:
            self._engine = engine_for(
                _bytes(source, limits),
                strict=True,
                autoescape=True,
                filters={**READING_FILTERS, **FILTERS, **_hashable(filters or {})},
                limits=limits,
            )
        except TemplateError as error:
            raise self._placed(error) from error.__cause__

    def __repr__(self) -> str:
        """Return the template by its path."""
        return f"Template({self._file!r})" if self._file else "Template(…)"

    @property
    def path(self) -> "Path | None":
        """The file that it was read from, if it was read from one; errors name it."""
        from pathlib import Path  # noqa: PLC0415 - slow to import

        return Path(self._file) if self._file else None

    @path.setter
    def path(self, value: "Path | None") -> None:
        self._file = None if value is None else os.fspath(value)

    def render(self, facts: Facts) -> bytes:
        """Return the bytes of the document that the template makes of `facts`.

        The same facts give the same bytes, in any process.

        Args:
            facts: The values by name: a mapping, or an attrs object or dataclass, whose fields
                and properties are the names. A value is text and escaped as such; a `RichText`, `Listing`,
                `InlineImage` or `Xml` is what it says.

        Raises:
            TemplateProblemsError: Names are missing, filters fail, values can't be written; all
                of them are named with part, paragraph and tag.
            OverBudgetError: It would take longer or write more than the limits allow.
        """
        values = readable_again(self._values(facts))
        budget = ReadingBudget(self._engine.limits)
        try:
            with _Explaining(self, values):
                return self._engine.render(values, self._deflate, budget)
        except NeedsDocxtplError:
            return self._with_docxtpl(values, budget)

    def save(self, target: str | os.PathLike[str] | IO[bytes], facts: Facts, *, overwrite: bool = False) -> None:
        """Write the document that the template makes of `facts`, without holding it: memory doesn't grow with it.

        A file is written whole or not at all, and nothing is written to a stream before all is made. Lists
        may be generators; one that the template reads for one loop alone is never held.

        Args:
            target: A path, or a stream.
            facts: The values by name, as for `render`.
            overwrite: Whether a file that is there may be replaced.

        Raises:
            WriteError: The file is there already, or can't be written.
            TemplateProblemsError: As for `render`.
            TemplateError: A generator would have to be read again, as for a picture behind its first item.
        """
        from draftkit.template.files import whole_file, whole_stream  # noqa: PLC0415 - not every process saves

        values = passing(self._values(facts), lambda: self._read_once)
        if isinstance(target, (str, os.PathLike)):
            with whole_file(target, overwrite=overwrite) as file:
                self._write(values, file)
        else:
            with whole_stream(target) as file:
                self._write(values, file)

    def _write(self, values: Mapping[str, Any], file: IO[bytes]) -> None:
        from draftkit.template.streaming import write_document  # noqa: PLC0415

        budget = ReadingBudget(self._engine.limits)
        try:
            with _Explaining(self, values):
                write_document(self._engine, values, file, self._deflate_name, budget)
        except NeedsDocxtplError:
            refuse_generators(values)
            file.seek(0)
            file.truncate()
            file.write(self._with_docxtpl(values, budget))

    def fields(self) -> "tuple[Field, ...]":
        """Return every name that the template asks for: nested, through loops, in every part.

        `sections[].title` is the field `title` of each item of `sections`.
        """
        from draftkit.template.fields import fields_of  # noqa: PLC0415

        return fields_of(self._trees(), frozenset(self._engine.environment.globals))

    def _trees(self) -> "Iterator[tuple[Program, nodes.Template]]":
        """Yield each part with its syntax tree; a compiled one has none."""
        for program in self._engine.programs:
            yield program, parse(program.source, self._engine.environment)

    @cached_property
    def _read_once(self) -> frozenset[str]:
        """The names of lists that no more than one loop reads."""
        return read_once(tree for _, tree in self._trees())

    def check(
        self, facts: type | Mapping[str, Any] | None = None, *, styles: Iterable[str] = ()
    ) -> tuple[Problem, ...]:
        """Return what the template asks for that nobody gives, and the styles that it lacks.

        Args:
            facts: What the template will be given: an attrs class, dataclass or TypedDict, or
                types by name. Not compared if left out.
            styles: The names of the styles that a house style needs.
        """
        from draftkit.template.checking import check_fields, check_styles  # noqa: PLC0415

        found = [] if facts is None else list(check_fields(self.fields(), facts))
        return (*found, *check_styles(self._engine.package, styles))

    def _with_docxtpl(self, values: Mapping[str, Any], before: ReadingBudget) -> bytes:
        from draftkit.template.placing import render_with_docxtpl  # noqa: PLC0415 - docxtpl is slow to import

        with _Explaining(self, values):
            return render_with_docxtpl(self._engine, values, ReadingBudget(self._engine.limits).behind(before))

    def _explained(self, error: Exception, values: Mapping[str, Any]) -> TemplateError:
        """Return the error for one that rendering `values` ended with: it names all that goes wrong, not only that."""
        if isinstance(error, OverBudgetError):
            return self._placed(error)
        from draftkit.template.diagnosis import diagnose, reason, traced  # noqa: PLC0415 - for what goes wrong only

        budget, environment, programs = Budget(self._engine.limits), self._engine.environment, self._engine.programs
        problems: list[Problem] = []
        if not isinstance(error, UsedUpError):
            anew = begun_anew(values)
            problems = [problem for program in programs for problem in diagnose(program, environment, anew, budget)]
        if not problems and isinstance(error, TemplateProblemsError):
            return self._placed(error)
        if problems := problems or traced(error, programs):
            return TemplateProblemsError(problems, where=self._where)
        if isinstance(error, TemplateError):
            return self._placed(error)
        zh, en = reason(error)
        return TemplateError(f"模板无法生成：{zh}", f"the template can't be rendered: {en}", where=self._where)

    def _of_values(self, error: Exception) -> bool:
        """Return whether the template was reading a value when `error` was raised, and not writing the file."""
        from draftkit.template.diagnosis import traced  # noqa: PLC0415 - for what goes wrong only

        return bool(traced(error, self._engine.programs))

    def _values(self, facts: Facts) -> Mapping[str, Any]:
        """Return the values by name of a mapping, or of an object, those properties included that are asked for."""
        if isinstance(facts, Mapping):
            return facts
        kind = type(facts)
        from draftkit.template.given import declared, is_computed  # noqa: PLC0415 - most facts are a mapping

        fields = declared(kind)
        values = {name: getattr(facts, name) for name in fields}
        errors: dict[str, Exception] = {}
        for name in self._roots:
            if name not in values and is_computed(kind, name):
                try:
                    values[name] = getattr(facts, name)
                except Exception as error:  # noqa: BLE001 - a property of the user's may raise anything
                    errors[name] = error
        if errors:
            raise self._uncomputed(errors) from next(iter(errors.values()))
        return values

    def _uncomputed(self, errors: Mapping[str, Exception]) -> TemplateProblemsError:
        """Return the error for properties of the facts that raise, each with the first place that asks for it."""
        from draftkit.template.fields import steps  # noqa: PLC0415 - for what goes wrong only
        from draftkit.template.reasons import reason  # noqa: PLC0415

        problems: dict[str, Problem] = {}
        for field in self.fields():
            name = next(iter(steps(field.path)))
            if name in errors and name not in problems:
                zh, en = reason(errors[name])
                place = field.places[0]
                problems[name] = Problem(
                    zh=f"数据的“{name}”没有算出来：{zh}",
                    en=f"{name!r} of the data failed: {en}",
                    part=place.part,
                    paragraph=place.paragraph,
                    snippet=place.snippet,
                    field=name,
                )
        return TemplateProblemsError(problems.values(), where=self._where)

    @cached_property
    def _roots(self) -> frozenset[str]:
        """The names that the template asks for, without what stands behind their dots."""
        return frozenset(field.path.replace("[", ".").partition(".")[0] for field in self.fields())

    @property
    def _where(self) -> str | None:
        return self._file

    def _placed(self, error: TemplateError) -> TemplateError:
        """Return `error` with the template's path as its place."""
        if isinstance(error, TemplateProblemsError):
            return TemplateProblemsError(error.problems, where=self._where)
        where = " ".join(filter(None, (self._where, error.where)))
        return type(error)(error.zh, error.en, where=where or None)


class _Explaining:
    """What makes errors of a render tell all that goes wrong; a class, since a generator's part costs too much."""

    __slots__ = ("_template", "_values")

    def __init__(self, template: Template, values: Mapping[str, Any]) -> None:
        self._template = template
        self._values = values

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, _kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> None:
        """Raise the error that explains `error`, unless it isn't one of the template's or its values'."""
        if isinstance(error, OSError) and not self._template._of_values(error):  # noqa: SLF001 - the same module
            return
        if isinstance(error, Exception) and not isinstance(error, NeedsDocxtplError):
            cause = None if isinstance(error, OverBudgetError) else error
            raise self._template._explained(error, self._values) from cause  # noqa: SLF001 - the same module


def _bytes(source: str | os.PathLike[str] | bytes | IO[bytes], limits: Limits) -> bytes:
    if isinstance(source, bytes):
        return source
    if not isinstance(source, (str, os.PathLike)):
        return source.read(limits.archive + 1)
    try:
        with open(source, "rb") as file:
            return file.read(limits.archive + 1)
    except OSError as error:
        raise TemplateError(
            f"找不到或打不开模板文件，请检查路径（{error.strerror}）",
            f"no template there, or it can't be opened: {error.strerror}",
        ) from error


def _hashable(filters: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Return `filters` that an engine can be kept by.

    Raises:
        TemplateError: One can't be called.
    """
    for name, function in filters.items():
        if not callable(function):
            raise TemplateError(f"过滤器“{name}”应是函数", f"the filter {name!r} must be a function")
    return {name: function if _has_hash(function) else _with_hash(function) for name, function in filters.items()}


def _has_hash(function: Callable[..., Any]) -> bool:
    try:
        hash(function)
    except TypeError:
        return False
    return True


def _with_hash(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def filtered(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - a filter of the user's
        return function(*args, **kwargs)

    return filtered
