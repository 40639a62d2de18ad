"""Pictures: docxtpl places them, in the XML that our own programs write."""

import io
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

import docxtpl

from draftkit.errors import TemplateError
from draftkit.template.archive import read_archive
from draftkit.template.budget import Budget
from draftkit.template.container import join, kept
from draftkit.template.engine import Engine
from draftkit.template.source import Program

__all__ = ["render_with_docxtpl"]

_CORE: Final = "docProps/core.xml"


def render_with_docxtpl(engine: Engine, values: Mapping[str, Any], budget: Budget) -> bytes:
    """Return the document that `engine` makes of `values` within `budget`, pictures placed by docxtpl."""
    opened: Any = docxtpl.DocxTemplate(io.BytesIO(engine.data))
    opened.render_init()
    names = {**engine.environment.globals, **values}
    for program in engine.programs:
        _place(opened, engine, program, partial(engine.part, program, names, budget, opened))
    buffer = io.BytesIO()
    opened.docx.save(buffer)
    return _again(buffer.getvalue(), engine)


def _place(opened: Any, engine: Engine, program: Program, rendered: Callable[[], bytes]) -> None:  # noqa: ANN401
    name = f"/{program.source.name}"
    part = next((part for part in opened.docx.part.package.parts if str(part.partname) == name), None)
    if part is None:
        raise TemplateError(
            f"模板没有部件“{program.source.name}”的关系", "the part has no relation", where=program.source.name
        )
    opened.current_rendering_part = part
    xml = rendered()
    if program.source.name == engine.package.main:
        part._element = opened.docx._element = docxtpl.template.parse_xml(xml)  # noqa: SLF001 - as docxtpl does
        return
    if hasattr(part, "_element"):
        part._element = docxtpl.template.parse_xml(xml)  # noqa: SLF001
    else:
        part._blob = xml  # noqa: SLF001


def _again(data: bytes, engine: Engine) -> bytes:
    """Return the package python-docx saved, written anew: its own has the time of day in it."""
    parts = read_archive(data, engine.limits).parts.values()
    return join(kept(part.name, part.packed, part.method, part.crc, len(part.data)) for part in parts)
