"""docxtpl's own interface over this engine: a script written for docxtpl runs by changing one import.

What docxtpl prints it prints too (an undefined name is empty, None is `None`, nothing is escaped
unless asked), but text is never lost, and a template never reaches Python's internals. A render
goes the fast way unless only docxtpl can do it: the document was opened before, a picture or a
sub-document was made for it, the caller brings a Jinja environment or methods of his own, or the
tags are such that docxtpl alone reads them.
"""

import io
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import IO, Any, Final

import docxtpl
from docx import Document
from docxtpl import RP, Listing, R, RichText, RichTextParagraph
from jinja2 import Environment
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import SandboxedEnvironment

from draftkit.template.budget import Budget
from draftkit.template.deflate import deflate_named, fastest
from draftkit.template.diagnosis import diagnose
from draftkit.template.docxtpl_errors import DocxTemplateError, explained
from draftkit.template.docxtpl_file import LIMITS, content, saved
from draftkit.template.engine import Engine, engine_for
from draftkit.template.filters import FILTERS
from draftkit.template.output import NeedsDocxtplError, RefusedValueError, unescaped
from draftkit.template.problems import TemplateProblemsError
from draftkit.template.sandbox import is_open

if hasattr(docxtpl, "Subdoc"):  # docxtpl leaves it out where docxcompose isn't installed
    Subdoc = docxtpl.Subdoc

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

_STEPS: Final = (
    "FOOTER_URI",
    "HEADER_URI",
    "build_headers_footers_xml",
    "build_xml",
    "fix_docpr_ids",
    "fix_tables",
    "get_headers_footers",
    "get_part_xml",
    "get_xml",
    "init_docx",
    "map_headers_footers_xml",
    "map_tree",
    "patch_xml",
    "render_footnotes",
    "render_init",
    "render_properties",
    "render_xml_part",
    "resolve_listing",
    "xml_to_string",
)
"""What docxtpl renders by: a class that brings its own of one is rendered by docxtpl."""


class DocxTemplate(docxtpl.DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """docxtpl's `DocxTemplate`, compiled once for all objects of the same file."""

    def __init__(self, template_file: IO[bytes] | str | os.PathLike[str] | None) -> None:
        self._opened: Any = None
        self._made: bytes | None = None
        self._part: Any = None
        self._places = self._hurries = False
        super().__init__(template_file)

    @property
    def docx(self) -> Any:  # noqa: ANN401 - a python-docx document, or None as in docxtpl
        """The document as python-docx sees it; None before it is opened, as in docxtpl."""
        self._stop_hurrying()
        if self._opened is None and self._made is not None:
            self._opened = Document(io.BytesIO(self._made))
        return self._opened

    @docx.setter
    def docx(self, value: Any) -> None:  # noqa: ANN401
        self._opened = value
        self._made = None

    @property
    def current_rendering_part(self) -> Any:  # noqa: ANN401
        """The part that docxtpl is rendering, for values that write into it."""
        self._stop_hurrying()
        return self._part

    @current_rendering_part.setter
    def current_rendering_part(self, value: Any) -> None:  # noqa: ANN401
        self._part = value

    def _stop_hurrying(self) -> None:
        """Leave a fast render, in which there is no document, for docxtpl's: a value asks for it."""
        if self._hurries:
            raise NeedsDocxtplError

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
        values = dict(context)
        if jinja_env is not None or not self._is_fast() or not self._render_fast(values, autoescape=autoescape):
            self._render_slowly(values, jinja_env, autoescape=autoescape)

    def _is_fast(self) -> bool:
        if self._places or (self._opened is not None and not self.is_rendered):
            return False
        kind = type(self)
        return vars(self).keys().isdisjoint(_STEPS) and all(
            getattr(kind, name) is getattr(DocxTemplate, name) for name in _STEPS
        )

    def _render_fast(self, values: dict[str, Any], *, autoescape: bool) -> bool:
        """Render the document without docxtpl; return whether that could be done."""
        self.docx = None
        self.is_rendered = self.is_saved = False
        data = saved(content(self.template_file))
        try:
            engine = engine_for(data, strict=False, autoescape=autoescape, filters=FILTERS, limits=LIMITS)
        except TemplateProblemsError as error:
            self._render_wrong(values, error, autoescape=autoescape)
            return True
        self._hurries = True
        try:
            self._made = _made_by(engine, values)
        except NeedsDocxtplError:
            self._places = True
            return False
        finally:
            self._hurries = False
        self.pic_map: dict[str, Any] = {}
        self.current_rendering_part = None
        self.docx_ids_index = 1000
        self.is_rendered = True
        return True

    def _render_wrong(self, values: dict[str, Any], wrong: TemplateProblemsError, *, autoescape: bool) -> None:
        """Render a template whose tags we can't read as docxtpl does, which may be not at all."""
        try:
            self._render_slowly(values, None, autoescape=autoescape)
        except JinjaError as error:
            raise explained(wrong.problems, error) from error

    def _render_slowly(self, values: dict[str, Any], jinja_env: Environment | None, *, autoescape: bool) -> None:
        if jinja_env is None:
            jinja_env = _Sandbox(autoescape=autoescape, finalize=None if autoescape else unescaped)
        super().render(values, jinja_env, autoescape)

    def new_subdoc(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - what docxtpl takes and makes
        """Return a new sub-document, made by docxtpl, which renders this template from now on."""
        self._places = True
        return super().new_subdoc(*args, **kwargs)

    def patch_xml(self, src_xml: str, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401
        """Return `src_xml` patched by docxtpl, remembered."""
        if args or kwargs:
            found: str = super().patch_xml(src_xml, *args, **kwargs)
            return found
        return _patched(src_xml)

    def render_footnotes(self, context: Mapping[str, Any], jinja_env: Environment | None = None) -> None:
        """Render the footnotes once, however many sections there are: data is never rendered again."""
        for part in self.docx.part.package.parts:
            if part.content_type == _FOOTNOTES:
                xml = self.render_xml_part(self.patch_xml(part.blob.decode()), part, context, jinja_env)
                part._blob = xml.encode()  # noqa: SLF001 - as docxtpl does

    def render_properties(self, context: Mapping[str, Any], jinja_env: Environment | None = None) -> None:
        """Render the core properties, escaped once: when they are written."""
        own = isinstance(jinja_env, _Sandbox)
        super().render_properties(context, _Sandbox() if own else jinja_env)

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


class InlineImage(docxtpl.InlineImage):  # type: ignore[misc]
    """docxtpl's `InlineImage`; docxtpl renders the template that it is made for."""

    def __init__(self, tpl: Any, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - a template, or None for ours
        super().__init__(tpl, *args, **kwargs)
        if isinstance(tpl, DocxTemplate):
            tpl._places = True  # noqa: SLF001 - a second render would find generators used up


def _made_by(engine: Engine, values: dict[str, Any]) -> bytes:
    try:
        return engine.render(values, deflate_named(fastest()))
    except (RefusedValueError, JinjaError) as error:
        budget = Budget(engine.limits)
        problems = [
            problem for program in engine.programs for problem in diagnose(program, engine.environment, values, budget)
        ]
        if not problems:
            raise
        raise explained(problems, error) from error


@lru_cache(maxsize=64)
def _patched(src_xml: str) -> str:
    found: str = docxtpl.DocxTemplate.patch_xml(_PLAIN, src_xml)
    return found


_PLAIN: Final = docxtpl.DocxTemplate("")


class _Sandbox(SandboxedEnvironment):
    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Jinja's own
        super().__init__(**options)
        self.filters.update(FILTERS)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401
        return is_open(obj, attr, value)
