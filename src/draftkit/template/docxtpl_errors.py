"""What docxtpl would raise, with the place of what is wrong: scripts for docxtpl catch Jinja's errors."""

from collections.abc import Iterable
from typing import Final

from jinja2 import TemplateAssertionError, TemplateRuntimeError, TemplateSyntaxError, UndefinedError
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import SecurityError

from draftkit.errors import TemplateError
from draftkit.template.problems import Problem, TemplateProblemsError

__all__ = ["DocxTemplateError", "NotADocxError", "explained"]


class NotADocxError(TemplateError, ValueError, KeyError):
    """A file that is refused; python-docx raises one of the other two for what isn't a docx."""


class _JinjaError(JinjaError):
    """An error of Jinja's that takes any arguments, as ours have three."""

    def __init__(self, *args: object) -> None:
        Exception.__init__(self, *args)


class DocxTemplateError(TemplateProblemsError, _JinjaError):
    """What is wrong with a template, as an error of Jinja's too: of the class that docxtpl would raise.

    Args:
        problems: The problems, at least one.
        error: What Jinja raised, if it did: its line is kept.

    Attributes:
        docx_context: The lines that docxtpl shows around a wrong tag, or else the tags that are wrong.
        lineno: The line that Jinja tells, if it tells one.
    """

    def __init__(self, problems: Iterable[Problem], error: Exception | None = None) -> None:
        """Keep the problems, and what Jinja tells of the first of them."""
        super().__init__(problems)
        self._message = getattr(error, "message", None)
        self.lineno: int = getattr(error, "lineno", None) or 0
        self.name: str | None = getattr(error, "name", None)
        self.filename: str | None = getattr(error, "filename", None)
        lines = getattr(error, "docx_context", None)
        self.docx_context = tuple(problem.snippet for problem in self.problems) if lines is None else tuple(lines)

    @property
    def message(self) -> str:
        """What Jinja says, or else all problems, a line each."""
        return self._message or str(self)


class DocxTemplateSyntaxError(DocxTemplateError, TemplateSyntaxError):
    """A tag that Jinja can't read."""


class DocxTemplateAssertionError(DocxTemplateError, TemplateAssertionError):
    """A filter or test that isn't there."""


class DocxTemplateUndefinedError(DocxTemplateError, UndefinedError):
    """A name that isn't given, asked for a field."""


class DocxTemplateSecurityError(DocxTemplateError, SecurityError):
    """A tag that reaches where it may not."""


class DocxTemplateRuntimeError(DocxTemplateError, TemplateRuntimeError):
    """Anything else that goes wrong in a render."""


_KINDS: Final[tuple[tuple[type[JinjaError], type[DocxTemplateError]], ...]] = (
    (TemplateAssertionError, DocxTemplateAssertionError),
    (TemplateSyntaxError, DocxTemplateSyntaxError),
    (UndefinedError, DocxTemplateUndefinedError),
    (SecurityError, DocxTemplateSecurityError),
    (TemplateRuntimeError, DocxTemplateRuntimeError),
)
"""The more special before the more general."""


def explained(problems: Iterable[Problem], error: Exception) -> DocxTemplateError:
    """Return `error` with the places of `problems`: one that is caught wherever `error` is."""
    kind = next((made for base, made in _KINDS if isinstance(error, base)), DocxTemplateError)
    return kind(problems, error)
