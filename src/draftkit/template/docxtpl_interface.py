"""docxtpl's own interface over this engine: a script written for docxtpl runs by changing one import.

What docxtpl prints it prints too (an undefined name is empty, None is `None`, nothing is escaped
unless asked), but text is never lost, and a template never reaches Python's internals. A render
goes the fast way unless the document was opened before it, a value is a picture or a
sub-document, or a Jinja environment of the caller's is given.
"""

import io
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import IO, Any, Final

import docxtpl
from docx import Document
from docxtpl import RP, InlineImage, Listing, R, RichText, RichTextParagraph
from jinja2 import Environment
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import SandboxedEnvironment

from draftkit.template.budget import Budget
from draftkit.template.deflate import deflate_named, fastest
from draftkit.template.diagnosis import diagnose
from draftkit.template.engine import Engine, engine_for
from draftkit.template.filters import FILTERS
from draftkit.template.limits import Limits
from draftkit.template.output import NeedsDocxtplError, RefusedValueError, unescaped
from draftkit.template.problems import TemplateProblemsError

__all__ = [
    "RP",
    "DocxTemplate",
    "DocxTemplateError",
    "InlineImage",
    "Listing",
    "R",
    "RichText",
    "RichTextParagraph",
]

_FOOTNOTES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


_LIMITS: Final = Limits(external=True)
"""docxtpl opens what points outside, as Word's own templates do; nothing there is ever read."""


class _JinjaError(JinjaError):
    """An error of Jinja's that takes any arguments, as ours have three."""

    def __init__(self, *args: object) -> None:
        Exception.__init__(self, *args)


class DocxTemplateError(TemplateProblemsError, _JinjaError):
    """What is wrong with a template, as an error of Jinja's too: scripts for docxtpl catch that.

    `docx_context` holds the lines that docxtpl would show: here the tags that are wrong.
    """

    @property
    def docx_context(self) -> tuple[str, ...]:
        """The tags that are wrong."""
        return tuple(problem.snippet for problem in self.problems)

    @property
    def message(self) -> str:
        """All problems, a line each."""
        return str(self)


class DocxTemplate(docxtpl.DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """docxtpl's `DocxTemplate`, compiled once for all objects of the same file."""

    def __init__(self, template_file: IO[bytes] | str | os.PathLike[str]) -> None:
        self._opened: Any = None
        self._made: bytes | None = None
        super().__init__(template_file)

    @property
    def docx(self) -> Any:  # noqa: ANN401 - a python-docx document, or None as in docxtpl
        """The document as python-docx sees it; None before it is opened, as in docxtpl."""
        if self._opened is None and self._made is not None:
            self._opened = Document(io.BytesIO(self._made))
        return self._opened

    @docx.setter
    def docx(self, value: Any) -> None:  # noqa: ANN401
        self._opened = value
        self._made = None

    def render(
        self,
        context: Mapping[str, Any],
        jinja_env: Environment | None = None,
        autoescape: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Render the document with `context`, as docxtpl does.

        Raises:
            DocxTemplateError: A tag is wrong, or a value can't be written.
        """
        if jinja_env is None and (self.is_rendered or self._opened is None):
            try:
                self._render_fast(context, autoescape=autoescape)
            except NeedsDocxtplError:
                self.docx = None
            else:
                return
        self._render_slowly(context, jinja_env, autoescape=autoescape)

    def _render_fast(self, context: Mapping[str, Any], *, autoescape: bool) -> None:
        data = self._data()
        try:
            engine = engine_for(data, strict=False, autoescape=autoescape, filters=FILTERS, limits=_LIMITS)
        except TemplateProblemsError as error:
            raise DocxTemplateError(error.problems) from error
        try:
            made = engine.render(context, deflate_named(fastest()))
        except (RefusedValueError, JinjaError) as error:
            raise self._explained(engine, context) or error from error
        self.docx = None
        self._made = made
        self.pic_map: dict[str, Any] = {}
        self.current_rendering_part = None
        self.docx_ids_index = 1000
        self.is_saved = False
        self.is_rendered = True

    def _explained(self, engine: Engine, context: Mapping[str, Any]) -> DocxTemplateError | None:
        budget = Budget(engine.limits)
        problems = [
            problem for program in engine.programs for problem in diagnose(program, engine.environment, context, budget)
        ]
        return DocxTemplateError(problems) if problems else None

    def _data(self) -> bytes:
        if isinstance(self.template_file, (str, os.PathLike)):
            return Path(self.template_file).read_bytes()
        self.template_file.seek(0)
        data: bytes = self.template_file.read()
        return data

    def _render_slowly(self, context: Mapping[str, Any], jinja_env: Environment | None, *, autoescape: bool) -> None:
        environment = _sandbox(autoescape=autoescape) if jinja_env is None else jinja_env
        super().render(dict(context), environment, autoescape)

    def patch_xml(self, src_xml: str) -> str:
        """Return `src_xml` patched by docxtpl, remembered."""
        return _patched(src_xml)

    def render_footnotes(self, context: Mapping[str, Any], jinja_env: Environment | None = None) -> None:
        """Render the footnotes once, however many sections there are: data is never rendered again."""
        for part in self.docx.part.package.parts:
            if part.content_type == _FOOTNOTES:
                xml = self.render_xml_part(self.patch_xml(part.blob.decode()), part, context, jinja_env)
                part._blob = xml.encode()  # noqa: SLF001 - as docxtpl does

    def save(self, filename: IO[bytes] | str | os.PathLike[str], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        """Write the document to a path or a stream, media replaced as asked."""
        if self._made is None or self._opened is not None or self._replaces():
            super().save(filename, *args, **kwargs)
            return
        if isinstance(filename, (str, os.PathLike)):
            Path(filename).write_bytes(self._made)
        else:
            filename.write(self._made)
        self.is_saved = True

    def _replaces(self) -> bool:
        return bool(
            self.crc_to_new_media or self.crc_to_new_embedded or self.zipname_to_replace or self.pics_to_replace
        )


@lru_cache(maxsize=64)
def _patched(src_xml: str) -> str:
    found: str = docxtpl.DocxTemplate.patch_xml(_PLAIN, src_xml)
    return found


_PLAIN: Final = docxtpl.DocxTemplate("")


def _sandbox(*, autoescape: bool) -> Environment:
    finalize = None if autoescape else unescaped
    environment = SandboxedEnvironment(autoescape=autoescape, finalize=finalize)
    environment.filters.update(FILTERS)
    return environment
