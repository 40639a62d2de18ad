"""A Word template rendered by docxtpl, with data kept data: escaped, in a sandbox, nothing undefined."""

import io
import os
from collections.abc import Mapping
from pathlib import Path
from zipfile import BadZipFile

from attrs import field, frozen
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml.etree import LxmlError

from draftkit.errors import TemplateError
from draftkit.template.package import not_a_docx, pack, read, unpack

__all__ = ["Template"]

_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
"""The core properties that may hold tags; docxtpl reads these, and escapes what it writes there twice."""

_PROPERTY_LENGTH = 255
"""What python-docx allows a core property to be long."""


def _environment(*, autoescape: bool) -> Environment:
    return ImmutableSandboxedEnvironment(autoescape=autoescape, undefined=StrictUndefined)


@frozen
class Template:
    """A `.docx` with docxtpl's tags in it.

    Args:
        path: The file.
    """

    path: Path = field(converter=Path)

    def render(self, context: Mapping[str, object]) -> bytes:
        """Return the bytes of a docx: this template, its tags filled from `context`.

        A value is text, and escaped as such, unless it is `markupsafe.Markup`.
        The same context makes the same bytes.

        Raises:
            TemplateError: If the file is not there or no docx, or asks for a name that `context` lacks.
        """
        template = self._opened()
        properties = _taken_properties(template)
        try:
            template.render(dict(context), _environment(autoescape=True), autoescape=True)
            _set_properties(template, properties, context)
        except JinjaError as error:
            raise self._failed(error) from error
        buffer = io.BytesIO()
        template.save(buffer)
        return pack(unpack(buffer.getvalue()))

    def _opened(self) -> DocxTemplate:
        template = DocxTemplate(io.BytesIO(read(self.path)))
        try:
            template.init_docx()
        except (BadZipFile, KeyError, ValueError, LxmlError) as error:
            raise not_a_docx(self.path) from error
        return template

    def _failed(self, error: JinjaError) -> TemplateError:
        match error:
            case UndefinedError():
                zh, en = "模板用到了没有提供的名称", "the template asks for a name that isn't given"
            case TemplateSyntaxError():
                zh, en = "模板中的标记写错了", "a tag of the template is wrong"
            case _:
                zh, en = "模板中的标记无法执行", "a tag of the template can't be carried out"
        return TemplateError(f"{zh}：{error.message}", f"{en}: {error.message}", where=os.fspath(self.path))


def _taken_properties(template: DocxTemplate) -> dict[str, str]:
    """Return the core properties that hold tags, and empty them, so that docxtpl leaves them alone."""
    core = template.docx.core_properties
    tagged = {name: text for name in _PROPERTIES if "{" in (text := str(getattr(core, name)))}
    for name in tagged:
        setattr(core, name, "")
    return tagged


def _set_properties(template: DocxTemplate, properties: Mapping[str, str], context: Mapping[str, object]) -> None:
    core = template.docx.core_properties
    environment = _environment(autoescape=False)
    for name, source in properties.items():
        setattr(core, name, environment.from_string(source).render(context)[:_PROPERTY_LENGTH])
